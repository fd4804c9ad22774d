"""Who held which post from when to when, by all articles together; who came before whom; and what cannot be true.

A post is seen held on the day of an article that says so. Two persons whom articles see in a post that has one holder
at a time contradict each other where one is seen in it between two sightings of the other that are at most a year
apart, or inside a term that an article gives the other; longer apart they may be two terms, as with presidents who come
back.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Literal

from kg.knowledge import Knowledge
from kg.language import Kind
from kg.resolve.across.identity import Identity
from kg.resolve.facts import Facts, Role
from kg.resolve.names import slug
from kg.resolve.sole_posts import is_sole

_ONE_TERM_DAYS = 366
_SERVING = frozenset({"current", "acting"})
_SUCCESSION_RULES = frozenset({"role.successor", "role.predecessor"})


Basis = Literal["stated", "order"]


@dataclass(frozen=True, slots=True, order=True)
class PostRef:
    """A post by the key of its state or organisation and the slug of its name."""

    owner: str
    post: str


@dataclass(frozen=True, slots=True)
class Occupancy:
    """That a person held a post, by all articles together; days are ISO 8601.

    ``first_seen`` and ``last_seen`` are the days of the first and last article that sees the person serving, None
    where none with a day does. ``since`` and ``until`` are all the dates that articles give; ``over_by`` is the first
    day on which an article calls the person a former holder, after the last one that sees the person serving.
    ``predecessors`` are keys of the persons who came right before, with what says so: an article, or the order of
    sightings.
    """

    person: str
    person_name: str
    post: PostRef
    label: str
    articles: int
    statuses: tuple[tuple[str, int], ...]
    first_seen: str | None
    last_seen: str | None
    since: tuple[str, ...]
    until: tuple[str, ...]
    over_by: str | None
    predecessors: tuple[tuple[str, Basis], ...]


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Two persons (keys) seen in one post at one time, between two days; one person where articles of these days call
    the same one both serving and former."""

    post: PostRef
    one: str
    other: str
    first: str
    last: str


@dataclass(slots=True)
class _Held:
    """All that articles say of one person in one post."""

    person: str
    name: str
    serving: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)
    statuses: defaultdict[str, set[str]] = field(default_factory=partial(defaultdict, set))
    since: set[str] = field(default_factory=set)
    until: set[str] = field(default_factory=set)
    terms: set[tuple[str, str]] = field(default_factory=set)
    """From when to when an article says that the post was held."""

    def merge(self, other: "_Held") -> None:
        self.serving += other.serving
        self.former += other.former
        for status, articles in other.statuses.items():
            self.statuses[status] |= articles
        self.since |= other.since
        self.until |= other.until
        self.terms |= other.terms

    @property
    def articles(self) -> set[str]:
        return set().union(*self.statuses.values())


class Careers:
    """Gathers the posts of all articles; the order of articles makes no difference."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._held: defaultdict[PostRef, dict[str, _Held]] = defaultdict(dict)
        self._labels: dict[PostRef, str] = {}
        self._sole: set[PostRef] = set()
        self._stated: defaultdict[tuple[PostRef, str], set[str]] = defaultdict(set)

    def add(self, facts: Facts, identity: Identity) -> None:
        article = facts.article.key
        told: defaultdict[PostRef, list[tuple[str, Role]]] = defaultdict(list)
        for role in facts.roles:
            if role.owner is None:
                continue
            owner = facts.entities[role.owner]
            named = identity.of(article, owner)
            person = identity.of(article, facts.entities[role.person])
            post = PostRef(named.key, slug(role.post))
            self._labels[post] = max(self._labels.get(post, ""), f"{role.post} of {named.name}")
            if is_sole(role.post, owner.kind is Kind.ORGANISATION, self._knowledge):
                self._sole.add(post)
            held = self._held[post].setdefault(person.key, _Held(person.key, person.name))
            _add(held, role, facts)
            told[post].append((person.key, role))
        for post, roles in told.items():
            for before, after in _successions(roles):
                self._stated[post, after].add(before)

    def merge(self, other: "Careers") -> None:
        """Take in what was gathered from other articles."""
        for post, persons in other._held.items():
            for key, held in persons.items():
                self._held[post].setdefault(key, _Held(held.person, held.name)).merge(held)
        for post, label in other._labels.items():
            self._labels[post] = max(self._labels.get(post, ""), label)
        self._sole |= other._sole
        for pair, before in other._stated.items():
            self._stated[pair] |= before

    def occupancies(self) -> list[Occupancy]:
        """One for each person in each post, in order."""
        found = []
        for post, persons in self._in_order():
            before = _predecessors(persons) if post in self._sole else {}
            found += [self._occupancy(post, held, before.get(held.person, set())) for held in persons]
        return found

    def contradictions(self) -> list[Contradiction]:
        """What articles say that cannot all be true, in order."""
        found: set[Contradiction] = set()
        for post, persons in self._in_order():
            found |= {Contradiction(post, h.person, h.person, *span) for h in persons for span in _disputed(h)}
            if post in self._sole:
                pairs = [(a, b) for i, a in enumerate(persons) for b in persons[i + 1 :]]
                found |= {Contradiction(post, a.person, b.person, *span) for a, b in pairs for span in _clash(a, b)}
        return sorted(found)

    def _in_order(self) -> Iterator[tuple[PostRef, list[_Held]]]:
        for post, persons in sorted(self._held.items()):
            yield post, [persons[key] for key in sorted(persons)]

    def _occupancy(self, post: PostRef, held: _Held, seen_before: set[str]) -> Occupancy:
        serving = sorted(held.serving)
        over = [day for day in held.former if not serving or day > serving[-1]]
        stated = self._stated.get((post, held.person), set())
        before: list[tuple[str, Basis]] = [(key, "stated") for key in stated]
        before += [(key, "order") for key in seen_before - stated]
        return Occupancy(
            person=held.person,
            person_name=held.name,
            post=post,
            label=self._labels[post],
            articles=len(held.articles),
            statuses=tuple(sorted((status, len(articles)) for status, articles in held.statuses.items())),
            first_seen=serving[0] if serving else None,
            last_seen=serving[-1] if serving else None,
            since=tuple(sorted(held.since)),
            until=tuple(sorted(held.until)),
            over_by=min(over, default=None),
            predecessors=tuple(sorted(before)),
        )


def _add(held: _Held, role: Role, facts: Facts) -> None:
    day = facts.article.published.isoformat() if facts.article.published else None
    held.statuses[role.status].add(facts.article.key)
    if day and role.status in _SERVING:
        held.serving.append(day)
    if day and role.status == "former":
        held.former.append(day)
    if role.since:
        held.since.add(role.since)
    if role.until:
        held.until.add(role.until)
    if role.since and role.until:
        held.terms.add((role.since, role.until))


def _successions(roles: list[tuple[str, Role]]) -> Iterator[tuple[str, str]]:
    """Pairs of persons of whom one article says that the second came after the first."""
    by_rule = any(e.rule in _SUCCESSION_RULES for _, role in roles for e in role.evidence)
    for before, old in roles if by_rule else ():
        for after, new in roles:
            ended = old.status == "former" and new.status != "former"
            ending = old.status in _SERVING and new.status == "designate"
            if before != after and (ended or ending):
                yield before, after


def _predecessors(persons: list[_Held]) -> dict[str, set[str]]:
    """For each person (key) in a post of one holder, who is seen in it right before one of the person's terms; nobody
    whose turns are disputed."""
    by_key = {held.person: held for held in persons}
    timeline = sorted((day, min(held.serving), key) for key, held in by_key.items() for day in set(held.serving))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (_, _, before), (_, _, after) in pairwise(timeline):
        if before != after and not _clash(by_key[before], by_key[after]):
            found[after].add(before)
    return found


def _clash(one: _Held, other: _Held) -> list[tuple[str, str]]:
    """The days between which the two are seen in the post in turns, or one within a term of the other."""
    spans = [*_sandwiches(one.serving, other.serving), *_sandwiches(other.serving, one.serving)]
    spans += [(day, day) for a, b in ((one, other), (other, one)) for day in a.serving if _is_within(day, b.terms)]
    return [(min(a for a, _ in spans), max(b for _, b in spans))] if spans else []


def _disputed(held: _Held) -> list[tuple[str, str]]:
    """The days between which one person is called former between two sightings in the post."""
    spans = [s for s in _sandwiches(held.serving, held.former) if s[0] < s[1]]
    return [(min(a for a, _ in spans), max(b for _, b in spans))] if spans else []


def _sandwiches(days: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Two neighbouring days, at most a term apart, with one of ``others`` on or between them."""
    around, between = sorted(set(days)), sorted(set(others))
    for before, after in pairwise(around):
        near = (date.fromisoformat(after) - date.fromisoformat(before)).days <= _ONE_TERM_DAYS
        if near and _has_between(between, before, after):
            yield before, after
    for day in sorted(set(around) & set(between)):
        if not (day in {around[0], around[-1]} and day in {between[0], between[-1]}) or around == between == [day]:
            yield day, day


def _is_within(day: str, terms: Iterable[tuple[str, str]]) -> bool:
    """Whether a day is past the day, month or year in which a term begins, and before that in which it ends."""
    return any(since < day[: len(since)] and day[: len(until)] < until for since, until in terms)


def _has_between(days: list[str], first: str, last: str) -> bool:
    """Whether one of the sorted days is after the first and before the last."""
    at = bisect_right(days, first)
    return at < len(days) and days[at] < last
