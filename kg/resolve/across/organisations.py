"""Which organisations of different articles are one: by name, acronym and state."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kg.knowledge import Knowledge
from kg.knowledge.schema import State, StateNames
from kg.language import Kind
from kg.resolve.across.clusters import Clusters
from kg.resolve.across.decisions import Decisions
from kg.resolve.facts import Entity, Facts
from kg.resolve.names import bare, slug

_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,7}s?")


@dataclass(slots=True)
class OrganisationProfile:
    """One name of an organisation in one state (ISO code; None where nobody says)."""

    key: str
    state: str | None
    article: str | None = None
    words: tuple[str, ...] = ()
    """The name without small words, national spelling and the name of its own state."""
    sightings: list[tuple[str, int]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    company: set[str] = field(default_factory=set)
    is_full: bool = True
    """Organisations have no surnames."""

    @property
    def identity(self) -> tuple[str, str, str]:
        return self.key, self.state or "", self.article or ""

    @property
    def keys(self) -> frozenset[str]:
        return frozenset({self.key, *(f"{self.key}.{part}" for part in (self.state, self.article) if part)})

    @property
    def weight(self) -> int:
        return len(self.sightings)

    def merge(self, other: "OrganisationProfile") -> None:
        """Take in what other articles say of the same name."""
        self.sightings += other.sightings
        self.names += other.names
        self.company |= other.company

    @property
    def acronyms(self) -> set[str]:
        return {name.upper().removesuffix("S") for name in map(bare, self.names) if _ACRONYM.fullmatch(name)}


class OrganisationNames:
    """What makes a difference between names of organisations."""

    def __init__(self, knowledge: Knowledge) -> None:
        file = knowledge.organisations
        self._small = frozenset(file.small_words)
        self._same = {slug(a): slug(b) for a, b in (file.spellings | file.same_words).items()}
        self._states = {
            state.iso: sorted({slug(name) for name in _names_of(state, knowledge)}, key=lambda n: (-len(n), n))
            for state in knowledge.reference.states
        }

    def words(self, key: str, state: str | None) -> tuple[str, ...]:
        bare_key = key.removesuffix(f"-{state.lower()}") if state else key
        whole = self._words(bare_key)
        for name in self._states.get(state or "", ()):
            rest = self._words(f"-{bare_key}-".replace(f"-{name}-", "-", 1))
            if len(rest) < len(whole):
                return rest if len(rest) > 1 else whole
        return whole

    def _words(self, name: str) -> tuple[str, ...]:
        for old, new in self._same.items():
            name = f"-{name}-".replace(f"-{old}-", f"-{new}-").strip("-")
        return tuple(word for word in name.split("-") if word and word not in self._small)


def _names_of(state: State, knowledge: Knowledge) -> list[str]:
    named = knowledge.states.states.get(state.iso, StateNames())
    return [state.name, *named.names, *(state.demonyms if named.adjectives is None else named.adjectives)]


class OrganisationProfiles:
    """Gathers the named organisations of all articles."""

    def __init__(self, knowledge: Knowledge, apart: frozenset[str] = frozenset()) -> None:
        self._names = OrganisationNames(knowledge)
        self._apart = apart
        self._found: dict[tuple[str, str, str], OrganisationProfile] = {}

    def all(self) -> list[OrganisationProfile]:
        return [self._found[identity] for identity in sorted(self._found)]

    def add(self, facts: Facts) -> None:
        company = {e.key for e in facts.entities if e.kind is Kind.PERSON and " " in e.name}
        for entity in facts.entities:
            if entity.kind is Kind.ORGANISATION and entity.named:
                self._add(entity, facts.article.key, company)

    def _add(self, entity: Entity, article: str, company: set[str]) -> None:
        alone = f"{entity.key}.{article}" in self._apart
        words = self._names.words(entity.key, entity.state)
        profile = OrganisationProfile(entity.key, entity.state, article if alone else None, words)
        profile = self._found.setdefault(profile.identity, profile)
        profile.sightings.append((article, entity.index))
        profile.names.update((entity.name, *entity.also))
        profile.company |= company


def group_organisations(profiles: list[OrganisationProfile], decisions: Decisions) -> list[list[OrganisationProfile]]:
    """Profiles of one organisation each, in the order of their first profile."""
    decided = decisions.of("organisation", profiles)

    def cannot(one: int, other: int) -> bool:
        first, second = profiles[one].state, profiles[other].state
        return (one, other) in decided.different or bool(first and second and first != second)

    clusters = Clusters(len(profiles), cannot)
    for one, other in decided.same:
        clusters.force(one, other)
    by_name: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        by_name[tuple(sorted(profile.words))].append(i)  # "Defence Ministry", "Ministry of Defence"
    for _, members in sorted(by_name.items()):
        _join_namesakes(members, profiles, clusters)
    _join_acronyms(profiles, by_name, clusters)
    return [[profiles[i] for i in members] for members in clusters.all()]


def blocks(profile: OrganisationProfile) -> set[str]:
    """Keys of which two profiles share one whenever one can have a say in whether the other is the same organisation."""
    found = {f"={profile.key}", "words " + " ".join(sorted(profile.words))}
    found |= {f"acronym {acronym}" for acronym in profile.acronyms}
    return found | {"acronym " + "".join(w[0] for w in profile.words).upper()} if len(profile.words) > 1 else found


def _join_namesakes(members: list[int], profiles: list[OrganisationProfile], clusters: Clusters) -> None:
    """One name: the same state, or no state where only one state has it."""
    states = {profiles[i].state for i in members} - {None}
    for state in sorted(s for s in states if s):
        own = [i for i in members if profiles[i].state == state]
        for i in own[1:]:
            clusters.join(own[0], i)
    stateless = [i for i in members if profiles[i].state is None]
    for i in stateless[1:]:
        clusters.join(stateless[0], i)
    if len(states) == 1 and stateless:
        clusters.join(stateless[0], next(i for i in members if profiles[i].state is not None))


def _join_acronyms(
    profiles: list[OrganisationProfile], by_name: dict[tuple[str, ...], list[int]], clusters: Clusters
) -> None:
    """An acronym and the only name that an article says it is short for, or whose initials it is in one state."""
    told: defaultdict[str, set[int]] = defaultdict(set)
    initials: defaultdict[str, set[int]] = defaultdict(set)
    for members in by_name.values():
        for i in members:
            if len(profiles[i].words) > 1:
                initials["".join(w[0] for w in profiles[i].words).upper()].add(i)
                for acronym in profiles[i].acronyms:
                    told[acronym].add(i)
    for i, profile in enumerate(profiles):
        if len(profile.words) != 1 or not profile.acronyms:
            continue
        acronym = min(profile.acronyms)
        fitting = {j for j in told[acronym] if profile.state in {None, profiles[j].state} or profiles[j].state is None}
        fitting = fitting or {
            j
            for j in initials[acronym]
            if (profile.state and profile.state == profiles[j].state) or len(profile.company & profiles[j].company) > 1
        }
        if len({clusters.of(j) for j in fitting}) == 1:
            clusters.join(i, min(fitting))
