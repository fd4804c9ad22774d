"""Names that reference data knows: states with their adjectives and metonyms, organisations, places, cities."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.knowledge import Knowledge
from kg.knowledge.cities import cities, city_of
from kg.knowledge.schema import State, StateNames, Trap
from kg.language.document import Form, Kind, Parse
from kg.language.phrases import Phrases, without_accents

_SURE_CITY = 200_000
_SIDES = {"North", "South", "East", "West"}
_OF_HALVES = 4
"""Words of "North and South Korea"."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a spelling refers to. ``acts_for`` tells whom the name of a
    city stands for as an actor: "Moscow" for Russia, "Brussels" for the European Union."""

    kind: Kind
    form: Form
    reference: str
    state: str | None = None
    acts_for: tuple[Kind, str] | None = None
    city: bool = False
    """A city of the big table or a region: a place only in a context of places."""
    region: bool = False
    small: bool = False
    """So small that its namesakes elsewhere may be meant: its state counts only where the article names it."""
    news_agency: bool = False
    once_named: bool = False
    """Means the state in an article that names it otherwise: "the North", "Korean"."""
    trap: Trap | None = None

    @property
    def governs(self) -> bool:
        """Whether it is a place with a government of its own: "Abkhazia"."""
        return self.acts_for == (Kind.ORGANISATION, self.reference)


@dataclass(frozen=True, slots=True)
class NameHit:
    first: int
    last: int
    known: KnownName


_SHOUTED = 4
"""Letters of a name that is one in capitals too; shorter ones are acronyms."""


class NameFinder:
    """All known names in a parse. Built once a process."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._phrases = Phrases(_entries(knowledge))
        sides = (pair for pair in _entries(knowledge) if pair[0].split()[0] in _SIDES)
        self._honorifics = set(knowledge.titles.honorifics)
        self._once = _predecessors(knowledge.reference.states)
        self._halves = {spelling: known for spelling, known in sides if known.kind is Kind.STATE}

    def find(self, parse: Parse, year: int | None = None) -> list[NameHit]:
        """The names in text order; ``year`` is that of the article, which tells for whom "Moscow" acts."""
        starts = {token.begin: token.index for token in parse.tokens}
        ends = {token.end: token.index + 1 for token in parse.tokens}
        hits = []
        for begin, end, known in self._phrases.find(parse.text):
            end = end + 1 if end not in ends and parse.text[end : end + 1] == "." else end
            if begin in starts and end in ends and not _is_trapped(parse, starts[begin], ends[end], known):
                hits.append(NameHit(starts[begin], ends[end], known))
        hits = [hit for hit in hits if not self._is_surname(parse, hit)]
        hits = [half for hit in hits for half in self._with_other_half(parse, hit)]
        named = {hit.known.state for hit in hits if hit.known.kind is Kind.STATE and not hit.known.once_named}
        named |= {
            hit.known.reference for hit in hits if hit.known.kind is Kind.ORGANISATION and not hit.known.once_named
        }
        hits = [hit for hit in hits if not hit.known.once_named or _is_told_before(parse, hit, named)]
        hits = [_in_its_country(parse, hit, after) for hit, after in zip(hits, [*hits[1:], None], strict=False)]
        return [self._at_the_time(hit, year) for hit in hits]

    def _at_the_time(self, hit: NameHit, year: int | None) -> NameHit:
        """Of 1988 "Moscow" and "the Kremlin" act for the Soviet Union, whose capital it was then."""
        known = hit.known
        meant = known.acts_for[1] if known.acts_for else known.reference if known.form is Form.METONYM else None
        until, before = self._once.get(meant or "", (0, ""))
        if year is None or year > until:
            return hit
        if known.acts_for is not None:
            return replace(hit, known=replace(known, acts_for=(Kind.STATE, before)))
        return replace(hit, known=replace(known, reference=before, state=before))

    def _is_surname(self, parse: Parse, hit: NameHit) -> bool:
        """ "Mr German", "Dr. Jordan"."""
        alone = hit.last - hit.first == 1 and hit.first > 0
        return alone and hit.known.kind is Kind.STATE and parse.tokens[hit.first - 1].text in self._honorifics

    def _with_other_half(self, parse: Parse, hit: NameHit) -> Iterator[NameHit]:
        """ "North and South Korea": the first names a state as well."""
        words = [t.text for t in parse.tokens[max(0, hit.first - 2) : hit.last]]
        if len(words) == _OF_HALVES and words[0] in _SIDES and words[1] == "and":
            other = self._halves.get(f"{words[0]} {words[-1]}")
            if other is not None:
                yield NameHit(hit.first - 2, hit.first - 1, other)
        yield hit


def _predecessors(states: Sequence[State]) -> dict[str, tuple[int, str]]:
    """ISO code of a state -> last year and ISO code of the one that had its capital before: of Russia the Soviet Union."""
    now = {state.capital: state.iso for state in states if state.capital and state.until is None}
    gone = ((state, now.get(state.capital or "")) for state in states if state.until is not None)
    return {after: (state.until, state.iso) for state, after in gone if after is not None and state.until is not None}


def _in_its_country(parse: Parse, hit: NameHit, following: NameHit | None) -> NameHit:
    """ "Tripoli, Lebanon": a town whose country, or a part of it, stands behind a comma, if it has a town so called."""
    town = hit.known
    if following is None or town.kind is not Kind.PLACE or town.form is not Form.NAME or not town.state:
        return hit
    behind = following.known
    set_off = following.first == hit.last + 1 and parse.tokens[hit.last].text == ","
    country = behind.state if behind.form is Form.NAME and (behind.region or not behind.city) else None
    if not set_off or country is None or country == town.state:
        return hit
    called = (town.reference, " ".join(token.text for token in parse.tokens[hit.first : hit.last]))
    name = next((name for name in called if city_of(name, country) is not None), None)
    return (
        hit
        if name is None
        else replace(hit, known=replace(town, reference=name, state=country, acts_for=None, small=False))
    )


def _is_told_before(parse: Parse, hit: NameHit, named: set[str | None]) -> bool:
    """ "The North" of an article that has named North Korea, "the Tigers" of one that has named the Tamil Tigers; not "the
    North Sea". "Korean" in one that names South Korea
    alone."""
    if hit.known.form is Form.ADJECTIVE:
        others = set(hit.known.trap.unless_told) if hit.known.trap else set()
        return hit.known.state in named and not others & named
    following = parse.tokens[hit.last] if hit.last < len(parse.tokens) else None
    longer = following is not None and following.text[0].isupper()  # "the North Sea"
    behind = hit.first > 0 and parse.tokens[hit.first - 1].lower == "the"
    meant = hit.known.reference if hit.known.kind is Kind.ORGANISATION else hit.known.state
    return meant in named and behind and not longer


def _is_trapped(parse: Parse, first: int, last: int, known: KnownName) -> bool:
    if known.trap is None:
        return False
    following = parse.tokens[last].text if last < len(parse.tokens) else ""
    before = parse.tokens[first - 1].text if first else ""
    sentence = parse.sentences[parse.tokens[first].sentence]
    nearby = {parse.tokens[i].text for i in range(sentence.first, sentence.last)}
    return (
        following in known.trap.unless_next
        or before in known.trap.unless_previous
        or bool(nearby & set(known.trap.unless_near))
    )


def _entries(knowledge: Knowledge) -> Iterator[tuple[str, KnownName]]:
    """Spellings in order of precedence: the first entry of a spelling wins."""
    for agency in knowledge.organisations.news_agencies:
        yield agency, KnownName(Kind.ORGANISATION, Form.NAME, agency, news_agency=True)
    towns = _cities(set(knowledge.places.ambiguous_cities))
    for state in sorted(knowledge.reference.states, key=lambda s: (s.until is not None, s.iso)):
        names = knowledge.states.states.get(state.iso, StateNames())
        yield from _state_entries(state, names, knowledge.states.traps, towns)
    yield from _organisation_names(knowledge, {})
    yield from _organisation_names(knowledge, knowledge.organisations.spellings)
    for organisation in knowledge.organisations.organisations:
        for spelling in organisation.metonyms:
            yield (
                spelling,
                _metonym(
                    spelling, KnownName(Kind.ORGANISATION, Form.METONYM, organisation.name, organisation.state), towns
                ),
            )
    for place in knowledge.places.places:
        acts_for = (Kind.ORGANISATION, place.name) if place.governs else None
        for spelling in (place.name, *place.also):
            trap = knowledge.states.traps.get(spelling)
            yield spelling, KnownName(Kind.PLACE, Form.NAME, place.name, place.state, acts_for, trap=trap)
        for spelling in place.adjectives:
            yield spelling, KnownName(Kind.PLACE, Form.ADJECTIVE, place.name, place.state, acts_for)
    for state_code, regions in knowledge.places.regions.items():
        for region in regions:
            yield region, KnownName(Kind.PLACE, Form.NAME, region, state_code, city=True, region=True)
    for country, known in knowledge.places.towns.items():
        for town, spellings in known.items():
            for spelling in spellings:
                yield spelling, KnownName(Kind.PLACE, Form.NAME, town, country, city=True)
    for city, (country, small) in towns.items():
        yield city, KnownName(Kind.PLACE, Form.NAME, city, country, city=True, small=small)


def _organisation_names(knowledge: Knowledge, either: Mapping[str, str]) -> Iterator[tuple[str, KnownName]]:
    for organisation in knowledge.organisations.organisations:
        for name in (organisation.name, *organisation.also):
            for spelling in _both_ways(name, either):
                trap = knowledge.states.traps.get(spelling)
                known = KnownName(Kind.ORGANISATION, Form.NAME, organisation.name, organisation.state, trap=trap)
                yield spelling, known
        for name in organisation.once:
            once = KnownName(Kind.ORGANISATION, Form.NAME, organisation.name, organisation.state, once_named=True)
            yield name, once


def _metonym(spelling: str, known: KnownName, cities: dict[str, tuple[str, bool]]) -> KnownName:
    """A metonym that is also a city is a place until its context says that it acts: "Whitehall", and none in Ohio."""
    if spelling not in cities:
        return known
    country = known.reference if known.kind is Kind.STATE else cities[spelling][0]
    return KnownName(Kind.PLACE, Form.NAME, spelling, country, (known.kind, known.reference), trap=known.trap)


def _both_ways(name: str, either: Mapping[str, str]) -> list[str]:
    """A name with each of its words in both ways of writing it: "Organisation", "Organization"."""
    found = [name]
    for pair in either.items():
        for old, new in (pair, pair[::-1]):
            found += [each.replace(old, new) for each in found if old in each.split()]
    return list(dict.fromkeys(found))


def _state_entries(
    state: State, names: StateNames, traps: dict[str, Trap], cities: dict[str, tuple[str, bool]]
) -> Iterator[tuple[str, KnownName]]:
    def known(form: Form, spelling: str) -> KnownName:
        return KnownName(Kind.STATE, form, state.iso, state.iso, trap=traps.get(spelling))

    official = [state.official] if state.official else []
    for spelling in _spellings([state.name, *official, *names.names]):
        yield spelling, known(Form.NAME, spelling)
        if len(spelling) >= _SHOUTED:
            yield spelling.upper(), known(Form.NAME, spelling)  # "NIGER's government", as a story begins
    for name in names.once_named:
        yield name, replace(known(Form.NAME, name), once_named=True)
    for adjective in names.once_adjectives:
        yield adjective, replace(known(Form.ADJECTIVE, adjective), once_named=True)
    demonyms = [part.strip() for demonym in state.demonyms for part in demonym.split(",")]
    adjectives = demonyms if names.adjectives is None else names.adjectives
    for spelling in adjectives:
        yield spelling, known(Form.ADJECTIVE, spelling)
    for spelling in [*names.people, *adjectives]:
        if not spelling.endswith(("ese", "ish", "ch", "s", ".", "S")):
            yield spelling + "s", known(Form.DEMONYM, spelling)
    for spelling in names.metonyms:
        yield spelling, _metonym(spelling, known(Form.METONYM, spelling), cities)
    if state.capital and names.capital_is_metonym and state.until is None and state.capital != state.name:
        for spelling in _spellings([state.capital, *names.capitals]):
            acts_for = (Kind.STATE, state.iso)
            yield (
                spelling,
                KnownName(Kind.PLACE, Form.NAME, state.capital, state.iso, acts_for, trap=traps.get(spelling)),
            )


def _cities(ambiguous: set[str]) -> dict[str, tuple[str, bool]]:
    """Cities of the GeoNames table with their country and whether they are small; of namesakes the largest."""
    found: dict[str, tuple[str, bool]] = {}
    for city in cities():
        if city.name not in ambiguous:
            for spelling in _spellings([city.name]):
                found.setdefault(spelling, (city.country, city.population < _SURE_CITY))
    return found


def _spellings(names: list[str]) -> Iterator[str]:
    """Each name, and its form without diacritics and apostrophes: "Mek'ele", "Mekele"; of "Saint Petersburg" the short one."""
    for name in names:
        yield name
        if name.startswith("Saint "):
            yield from (name.replace("Saint ", short, 1) for short in ("St. ", "St "))
        if "'" in name:
            yield name.replace("'", "")
        plain = unicodedata.normalize("NFKD", without_accents(name)).encode("ascii", "ignore").decode()
        if plain and plain != name:
            yield plain
