"""What the articles say of the bearer of one name, before it is known which names are one person's.

A full name with the state it acts for stands for one person until something speaks against it, so its sightings share
one profile; a surname alone, or initials, has a profile an article.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.knowledge import Knowledge
from kg.language import Kind
from kg.resolve.across.person_names import NameComparer, PersonName
from kg.resolve.facts import Entity, Facts, Role

GUESSED = 0.75
"""Posts read with this confidence or less do not tell a person's state for sure."""
_SERVING = {"current", "acting"}

Sighting = tuple[str, int]
"""The key of an article and the index of one of its entities."""
PostKey = tuple[str, str]
"""The post and the key of the state or organisation whose post it is; empty where nobody says."""


@dataclass(slots=True)
class Seen:
    """The days (ISO 8601) of the first and last article that see somebody in a post."""

    first: str
    last: str

    def add(self, day: str) -> None:
        self.first, self.last = min(self.first, day), max(self.last, day)


@dataclass(slots=True)
class Profile:
    """The bearer of one name. ``state`` is an ISO code, told for sure; ``groups`` are the exclusive groups of its
    posts; ``company`` are the other persons of its articles; ``served`` when it was seen serving in a post."""

    key: str
    form: PersonName
    state: str | None
    groups: frozenset[str]
    article: str | None
    sightings: list[Sighting] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    posts: set[PostKey] = field(default_factory=set)
    served: dict[PostKey, Seen] = field(default_factory=dict)
    days: Seen | None = None
    organisations: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    """All states that were read, sure or not."""

    @property
    def identity(self) -> tuple[str, str, tuple[str, ...], str]:
        """What tells this profile from all others; the order of everything that follows."""
        return self.key, self.state or "", tuple(sorted(self.groups)), self.article or ""

    def merge(self, other: "Profile") -> None:
        """Take in what other articles say of the bearer of the same name."""
        self.sightings += other.sightings
        self.names += other.names
        self.posts |= other.posts
        self.organisations |= other.organisations
        self.company |= other.company
        self.states |= other.states
        for post, seen in other.served.items():
            self.served[post] = _joined(self.served.get(post), seen)
        self.days = self.days if other.days is None else _joined(self.days, other.days)

    @property
    def is_full(self) -> bool:
        return self.form.is_full

    @property
    def article_keys(self) -> frozenset[str]:
        return frozenset(article for article, _ in self.sightings)

    @property
    def keys(self) -> frozenset[str]:
        """All keys by which a user may mean this profile."""
        where = {f"{self.key}.{part}" for part in (*self.states, *self.organisations, self.article) if part}
        return frozenset({self.key, *where})

    @property
    def weight(self) -> int:
        return len(self.sightings)


class Profiles:
    """Gathers the profiles of all articles; the order of articles makes no difference."""

    def __init__(self, knowledge: Knowledge, comparer: NameComparer, apart: frozenset[str] = frozenset()) -> None:
        """``apart`` are keys of single sightings ("john-smith.article-7") that somebody has decided about."""
        self._comparer = comparer
        self._apart = apart
        self._groups = [(group, t) for group, titles in sorted(knowledge.titles.exclusive.items()) for t in titles]
        self._found: dict[tuple[str, str, tuple[str, ...], str], Profile] = {}

    def all(self) -> list[Profile]:
        return [self._found[identity] for identity in sorted(self._found)]

    def add(self, facts: Facts) -> None:
        """The persons of one article."""
        persons = [e for e in facts.entities if e.kind is Kind.PERSON]
        company = frozenset(e.key for e in persons if " " in e.name)
        for entity in persons:
            self._add_person(entity, facts, company)

    def _add_person(self, entity: Entity, facts: Facts, company: frozenset[str]) -> None:
        roles = [r for r in facts.roles if r.person == entity.index]
        told = [r for r in roles if max(e.confidence for e in r.evidence) > GUESSED]
        state = entity.state if told or not roles else None
        groups = self._exclusive_groups(told)
        form = self._comparer.parse(entity.name)
        article = facts.article.key
        alone = not form.is_full or f"{entity.key}.{article}" in self._apart
        profile = Profile(entity.key, form, state, groups, article if alone else None)
        profile = self._found.setdefault(profile.identity, profile)
        profile.sightings.append((article, entity.index))
        profile.names.update((entity.name, *entity.also))
        profile.company |= company - {entity.key}
        if entity.state:
            profile.states.add(entity.state)
        if entity.organisation is not None:
            profile.organisations.add(facts.entities[entity.organisation].key)
        day = facts.article.published.isoformat() if facts.article.published else None
        if day:
            profile.days = _seen(profile.days, day)
        for role in roles:
            post = post_of(role, facts.entities)
            profile.posts.add(post)
            if day and role.status in _SERVING:
                profile.served[post] = _seen(profile.served.get(post), day)

    def _exclusive_groups(self, roles: Iterable[Role]) -> frozenset[str]:
        posts = [r.post for r in roles if r.status in _SERVING]
        return frozenset(group for group, title in self._groups for post in posts if _is_head(title, post))


def _is_head(title: str, post: str) -> bool:
    """The post is of that kind: a chief justice is a justice, a minister of justice is none."""
    head = post if " of " in title else post.partition(" of ")[0].partition(" for ")[0]
    return f" {title} " in f" {head} "


def post_of(role: Role, entities: tuple[Entity, ...]) -> PostKey:
    return role.post, "" if role.owner is None else entities[role.owner].key


def _joined(one: Seen | None, other: Seen) -> Seen:
    return Seen(min(one.first, other.first), max(one.last, other.last)) if one else Seen(other.first, other.last)


def _seen(seen: Seen | None, day: str) -> Seen:
    if seen is None:
        return Seen(day, day)
    seen.add(day)
    return seen
