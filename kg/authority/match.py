"""Which records of an authority are which persons and organisations of the graph: by name, state and posts.

A score is between 0 and 1. Names are worth most; one state of both raises it, other states rule the match out; a post
of both raises it a little. Of several records that fit about as well, none is taken.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from kg.authority.records import Record
from kg.knowledge import Knowledge
from kg.resolve.across.organisations import OrganisationNames
from kg.resolve.across.person_names import NameComparer, PersonName, Relation
from kg.resolve.names import slug

KINDS = ("person", "organisation")
_NAME_SCORES = {Relation.SAME: 0.8, Relation.SPELLING: 0.7, Relation.CLOSE: 0.5}
_SAME_STATE, _SAME_POST = 0.15, 0.05
_POSTS_ALIKE = 85
"""Least similarity of two titles, in per cent (token set ratio)."""
_MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person or organisation of the graph."""

    iri: str
    kind: str
    names: tuple[str, ...]
    states: frozenset[str] = frozenset()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    candidate: Candidate
    record: Record
    score: float


@dataclass(slots=True)
class Outcome:
    """``matches`` in order of the graph's IRIs; ``ambiguous`` are candidates with the records that fit as well."""

    matches: list[Match] = field(default_factory=list)
    ambiguous: list[tuple[Candidate, tuple[Record, ...]]] = field(default_factory=list)


class Matcher:
    """Compares candidates with an authority's records, which it keeps by blocking keys."""

    def __init__(self, comparer: NameComparer, knowledge: Knowledge, candidates: Iterable[Candidate]) -> None:
        self._comparer = comparer
        self._organisations = OrganisationNames(knowledge)
        self._candidates = sorted(candidates, key=lambda c: c.iri)
        self._blocks: defaultdict[str, set[int]] = defaultdict(set)
        for number, candidate in enumerate(self._candidates):
            for key in self._keys(candidate.kind, candidate.names, candidate.states):
                self._blocks[key].add(number)
        self._found: defaultdict[int, dict[str, tuple[float, Record]]] = defaultdict(dict)

    def add(self, record: Record) -> None:
        """Compare a record with the candidates that share a key with it."""
        kinds = KINDS if record.kind is None else (record.kind,)
        keys = {key for kind in kinds for key in self._keys(kind, record.names, record.states)}
        near = {i for key in keys for i in self._blocks.get(key, ())}
        for i in sorted(near):
            score = self._score(self._candidates[i], record)
            if score > self._found[i].get(record.iri, (0.0, record))[0]:
                self._found[i][record.iri] = score, record

    def outcome(self, least: float) -> Outcome:
        """The best record of each candidate, from a score of ``least`` on."""
        result = Outcome()
        for i, candidate in enumerate(self._candidates):
            ranked = sorted(self._found.get(i, {}).values(), key=lambda each: (-each[0], each[1].iri))
            if not ranked or ranked[0][0] < least:
                continue
            rivals = tuple(record for score, record in ranked if score > ranked[0][0] - _MARGIN)
            if len(rivals) > 1:
                result.ambiguous.append((candidate, rivals))
            else:
                result.matches.append(Match(candidate, ranked[0][1], round(ranked[0][0], 2)))
        return result

    def _keys(self, kind: str, names: Iterable[str], states: frozenset[str]) -> set[str]:
        if kind == "person":
            return {f"{kind} {key}" for name in names for key in self._comparer.keys(self._comparer.parse(name))}
        return {f"{kind} {' '.join(words)}" for name in names for words in self._all_words(name, states)}

    def _all_words(self, name: str, states: frozenset[str]) -> set[tuple[str, ...]]:
        return {tuple(sorted(self._organisations.words(slug(name), state))) for state in (None, *states)} - {()}

    def _score(self, candidate: Candidate, record: Record) -> float:
        if record.kind not in {None, candidate.kind} or (
            candidate.states and record.states and not candidate.states & record.states
        ):
            return 0.0
        by_name = self._persons(candidate, record) if candidate.kind == "person" else 0.8
        if not by_name:
            return 0.0
        state = _SAME_STATE if candidate.states & record.states else 0.0
        return by_name + state + (_SAME_POST if _share_a_post(candidate.posts, record.posts) else 0.0)

    def _persons(self, candidate: Candidate, record: Record) -> float:
        some, others = [[self._comparer.parse(n) for n in names] for names in (candidate.names, record.names)]
        if any(self._comparer.clash(a, b) for a in some[:1] for b in others[:1]):
            return 0.0
        return max((self._names(a, b) for a in some for b in others if a.is_full and b.is_full), default=0.0)

    def _names(self, one: PersonName, other: PersonName) -> float:
        return _NAME_SCORES.get(self._comparer.relation(one, other), 0.0)


def _share_a_post(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(fuzz.token_set_ratio(a.lower(), b.lower()) >= _POSTS_ALIKE for a in some for b in others)
