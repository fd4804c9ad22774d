"""Posts that one person holds at a time (``sole`` in ``titles.yaml``), so that two holders on one day are a
contradiction and one after the other are predecessor and successor."""

from functools import lru_cache

from kg.knowledge import Knowledge

_LINKS = (" of ", " for ", " to ")


@lru_cache(maxsize=4096)
def is_sole(post: str, of_organisation: bool, knowledge: Knowledge) -> bool:
    """Whether a post of a state, or of an organisation, has one holder at a time."""
    sole = knowledge.titles.sole
    padded = f" {post} "
    if any(f" {word} " in padded for word in sole.unless):
        return False
    known = [*sole.posts, *(sole.of_organisations if of_organisation else ())]
    return any(post == each or post.startswith(_openings(each)) for each in known)


def _openings(post: str) -> tuple[str, ...]:
    """How a longer name of the post begins: "mayor of …" for "mayor of", "president of …" for "president"."""
    return (f"{post} ",) if post.endswith(tuple(link.rstrip() for link in _LINKS)) else tuple(post + x for x in _LINKS)
