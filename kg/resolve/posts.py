"""What a post is called, by the state that has it."""

from kg.knowledge import Knowledge
from kg.resolve.names import post_key


def post_in(title: str, state: str | None, knowledge: Knowledge) -> str:
    """The key of a post in a state: an Indian foreign secretary is no minister, a British one is."""
    plain = title.lower()
    return plain if state in knowledge.titles.own_posts.get(plain, ()) else post_key(title, knowledge)


def as_called_in(title: str, of: str | None, state: str, knowledge: Knowledge) -> str:
    """What the counterpart of a post ``of`` one state is called in another: that of a "Defense Secretary" is a "Defense
    Minister", but where ministers are called secretaries."""
    titles, plain, words = knowledge.titles, title.lower(), title.split()
    if of in titles.own_posts.get(plain, ()):
        return title
    if plain in titles.abroad and titles.typical_state.get(plain, of) == of:
        return titles.abroad[plain]
    if words[-1].lower() == "secretary" and len(words) > 1 and state not in titles.secretary_states:
        return " ".join([*words[:-1], "Minister" if words[-1][0].isupper() else "minister"])
    return title
