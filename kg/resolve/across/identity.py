"""Who is who across articles, as one value: what each entity and event of each article is called in the graph."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.knowledge import Knowledge
from kg.language import Kind
from kg.resolve.across.decisions import Decisions
from kg.resolve.across.evidence import Evidence
from kg.resolve.across.keys import Canonical, Named, Ref, canonical
from kg.resolve.across.organisations import OrganisationProfile, OrganisationProfiles, group_organisations
from kg.resolve.across.organisations import blocks as organisation_blocks
from kg.resolve.across.people import blocks as people_blocks
from kg.resolve.across.people import group_people
from kg.resolve.across.person_names import NameComparer
from kg.resolve.across.profiles import Profile, Profiles
from kg.resolve.across.same_events import EventDays, EventProfile, group_events
from kg.resolve.facts import Entity, Event, Facts

EventRef = tuple[str, int, str]
"""The key of an article, the first character of an event's evidence in it, and the event's type."""


@dataclass(frozen=True, slots=True)
class CommonEvent:
    """An event that several articles tell: the telling that gives it its name and label, and the best known place."""

    article: str
    begin: int
    type: str
    label: str
    place: Entity | None


@dataclass(frozen=True, slots=True)
class Identity:
    """What entities and events of articles are called across articles; ``leads`` are kinds and keys that have been, or
    may have been, in use, with the keys to which they lead now."""

    entities: Mapping[str, Mapping[int, Canonical]] = field(default_factory=dict)
    """By the key of an article and the index of one of its entities."""
    events: Mapping[EventRef, CommonEvent] = field(default_factory=dict)
    leads: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict)
    tellings: Mapping[str, tuple[tuple[EventRef, CommonEvent], ...]] = field(default_factory=dict)
    """By the key of an article, those of its events that others tell as well."""

    def of(self, article: str, entity: Entity) -> Canonical:
        """What the entity of an article is called."""
        found = self.entities.get(article, {}).get(entity.index)
        return found or Canonical(entity.key, entity.name)

    def in_article(self, article: str) -> "Identity":
        """What of it concerns one article."""
        tellings = {article: self.tellings[article]} if article in self.tellings else {}
        entities = {article: self.entities[article]} if article in self.entities else {}
        return Identity(entities, dict(self.tellings.get(article, ())), {}, tellings)

    def renamed(self, facts: Facts) -> tuple[tuple[int, str, str], ...]:
        """The entities of an article that are called other than by the article alone: index, key and name."""
        article = facts.article.key
        return tuple(
            (entity.index, found.key, found.name)
            for entity in facts.entities
            if (found := self.of(article, entity)) != Canonical(entity.key, entity.name)
        )


class Identifier:
    """Gathers facts of all articles in two passes: first whose names are whose, then which events are one."""

    def __init__(self, knowledge: Knowledge, decisions: Decisions = Decisions()) -> None:  # noqa: B008 (immutable)
        comparer = name_comparer(knowledge)
        self._decisions = decisions
        self._evidence = Evidence(comparer, frozenset(knowledge.leaders.family_first))
        self._people = Profiles(knowledge, comparer, decisions.keys)
        self._organisations = OrganisationProfiles(knowledge, decisions.keys)

    def add(self, facts: Facts) -> None:
        self._people.add(facts)
        self._organisations.add(facts)

    def people(self) -> list[Profile]:
        return self._people.all()

    def organisations(self) -> list[OrganisationProfile]:
        return self._organisations.all()

    def blocks(self, profile: Profile | OrganisationProfile) -> set[str]:
        """Keys of which two profiles share one whenever they cannot be grouped apart from each other."""
        if isinstance(profile, Profile):
            return {f"person {key}" for key in people_blocks(profile, self._evidence)}
        return {f"organisation {key}" for key in organisation_blocks(profile)}

    def entities(self) -> Identity:
        """Who is who; complete once all articles were added."""
        return self.grouped(self.people(), self.organisations())

    def grouped(self, people: list[Profile], organisations: list[OrganisationProfile]) -> Identity:
        """Who is who among the bearers of these names, each list in the order of ``identity``."""
        entities: defaultdict[str, dict[int, Canonical]] = defaultdict(dict)
        leads: dict[Ref, tuple[str, ...]] = {}
        groups: list[tuple[Kind, Sequence[Sequence[Named]]]] = [
            (Kind.PERSON, group_people(people, self._evidence, self._decisions)),
            (Kind.ORGANISATION, group_organisations(organisations, self._decisions)),
        ]
        for kind, clusters in groups:
            found, old = canonical(clusters)
            for name, cluster in zip(found, clusters, strict=True):
                for article, index in (sighting for profile in cluster for sighting in profile.sightings):
                    entities[article][index] = name
            leads.update(((kind.value, key), keys) for key, keys in old.items())
        return Identity(dict(entities), {}, leads)


_COMPARERS: dict[str, NameComparer] = {}


def name_comparer(knowledge: Knowledge) -> NameComparer:
    """The comparer of names for this knowledge, made once."""
    if knowledge.digest not in _COMPARERS:
        _COMPARERS[knowledge.digest] = NameComparer(knowledge.names)
    return _COMPARERS[knowledge.digest]


def with_events(identity: Identity, articles: Iterable[Facts]) -> Identity:
    """The identity with the events that several articles tell."""
    with EventDays() as days:
        for facts in articles:
            days.add(event_profiles(facts, identity))
        groups = group_events(days)
    return with_tellings(identity, (telling for group in groups for telling in tellings_of(group)))


def tellings_of(group: list[EventProfile]) -> Iterator[tuple[EventRef, CommonEvent]]:
    """What the articles' tellings of one event have in common."""
    common = _common(group)
    return (((telling.article, telling.begin, telling.type), common) for telling in group)


def with_tellings(identity: Identity, told: Iterable[tuple[EventRef, CommonEvent]]) -> Identity:
    """The identity with events of articles that others tell as well."""
    events = dict(told)
    tellings: defaultdict[str, list[tuple[EventRef, CommonEvent]]] = defaultdict(list)
    for ref in sorted(events):
        tellings[ref[0]].append((ref, events[ref]))
    return Identity(
        identity.entities, events, identity.leads, {article: tuple(told) for article, told in tellings.items()}
    )


def _common(group: list[EventProfile]) -> CommonEvent:
    """Towns before states, then the place that most articles name."""
    places = Counter(event.place for event in group if event.place is not None)
    best = min(places, key=lambda p: (p.kind is Kind.STATE, -places[p], p.key), default=None)
    first = group[0]
    return CommonEvent(first.article, first.begin, first.type, first.title, best)


def event_ref(facts: Facts, event: Event) -> EventRef:
    """What names an event as an article tells it."""
    return facts.article.key, event.evidence[0].begin, event.type


def event_title(facts: Facts, event: Event, identity: Identity) -> str:
    """What people call the event: its own name, else its type and parties."""
    names = [identity.of(facts.article.key, facts.entities[e]).name for e, _ in event.participants]
    label = event.label or f"{event.type}: {', '.join(names) or 'nobody named'}"
    return f"{label}{f' ({event.date})' if event.date else ''}"


def event_profiles(facts: Facts, identity: Identity) -> Iterable[EventProfile]:
    """The events of an article in terms of entities across articles."""
    article = facts.article
    refs = [_ref(entity, article.key, identity) for entity in facts.entities]
    acts_for = _acts_for(facts, refs)
    for event in facts.events:
        parties = frozenset((refs[e], part) for e, part in event.participants)
        place = () if event.place is None else (refs[event.place], *acts_for[refs[event.place]])
        yield EventProfile(
            article=article.key,
            begin=event.evidence[0].begin,
            type=event.type,
            modality=event.modality.value,
            day=event.date or "",
            claimed_by="" if event.claimed_by is None else refs[event.claimed_by],
            parties=parties,
            reach=frozenset(r for party, _ in parties for r in (party, *acts_for[party])),
            where=frozenset(place),
            label=event.label or "",
            title=event_title(facts, event, identity),
            place=None if event.place is None else _placed(facts.entities[event.place]),
            published=article.published.isoformat() if article.published else "",
        )


def _placed(entity: Entity) -> Entity:
    """A place as every article could tell it."""
    return replace(entity, index=-1, also=(), organisation=None)


def _ref(entity: Entity, article: str, identity: Identity) -> str:
    return f"{entity.kind.value}:{identity.of(article, entity).key}"


def _acts_for(facts: Facts, refs: list[str]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in facts.entities:
        if entity.state and entity.kind is not Kind.STATE:
            found[refs[entity.index]].add(f"state:{entity.state}")
        if entity.organisation is not None:
            found[refs[entity.index]].add(refs[entity.organisation])
    return found
