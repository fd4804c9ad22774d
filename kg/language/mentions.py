"""Puts names, titles and nominals of an article together as mentions of which no two overlap by halves."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.articles import Article
from kg.knowledge import Knowledge
from kg.language.document import HEADLINE, Document, Form, Kind, Mention, Parse, Title
from kg.language.names import NameFinder, NameHit
from kg.language.nominals import Nominal, NominalFinder, state_of
from kg.language.organisations import OrganisationFinder, OrganisationName
from kg.language.people import PersonFinder, PersonName
from kg.language.places import PlaceFinder, regions_at
from kg.language.repair_lists import with_repaired_lists
from kg.language.syntax import children, past_acronym
from kg.language.titles import TitleFinder

_NICKNAME = re.compile(r'\s*["“][^"”]*["”]\s*')
"""Between the parts of a name: 'Ana "Anita" Reyes'."""

_LEAST_DEPARTMENT = 2
"""Words of a department's name, with the state, at least: not "the UN secretary"."""


class MentionFinder:
    """Compiled knowledge for one language; turns a parse into a document."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names = NameFinder(knowledge)
        self._titles = TitleFinder(knowledge)
        self._people = PersonFinder(knowledge)
        self._organisations = OrganisationFinder(knowledge)
        self._nominals = NominalFinder(knowledge)
        self._place_names = PlaceFinder(knowledge)
        self._in_towns = set(knowledge.organisations.in_towns)
        self._lying = set(knowledge.organisations.lying)
        self._governing = {place.name for place in knowledge.places.places if place.governs}
        self._between_states = {o.name for o in knowledge.organisations.organisations if o.kind == "igo"}

    def document(self, article: Article, parse: Parse) -> Document:
        names = self._names.find(parse, article.published.year if article.published else None)
        hits = [self._place_names.meant(parse, h) for h in self._place_names.in_text(parse, names)]
        states = [hit for hit in hits if hit.known.kind is Kind.STATE]
        parse = with_repaired_lists(parse, _spans(states, Form.NAME), _spans(states, Form.ADJECTIVE))
        body = _after_headline(parse)
        titles = tuple(self._titles.find(parse, hits, body))
        hits = [hit for hit in hits if not _is_acronym_of_title(parse, hit, titles)]
        people = self._people.find(parse, hits, titles)
        in_people = {i for person in people for i in range(person.rank_first, person.last)}
        title_heads = {title.head for title in titles}
        mentions = [_person(parse, person) for person in people]
        named = {hit.known.state for hit in hits if hit.known.kind is Kind.STATE}
        named |= {hit.known.reference for hit in hits if hit.known.kind is Kind.ORGANISATION}
        minorities = {hit.first: state for hit in hits if (state := _state_lived_in(parse, hit, states)) is not None}
        known = [
            self._known(parse, hit, named, minorities.get(hit.first))
            for hit in hits
            if hit.first not in in_people and not hit.known.news_agency and hit.last not in minorities
        ]
        short_titles = _short_titles(parse, titles)
        agencies = {i for hit in hits if hit.known.news_agency for i in range(hit.first, hit.last)}
        organisations = [
            _mention(
                parse,
                Kind.ORGANISATION,
                Form.NAME,
                name.first,
                name.last,
                state=name.state or self._of_capital(parse, name, names),
            )
            for name in self._organisations.find(parse, hits, in_people | agencies, title_heads)
            if not any(_is_title(name.first, name.last, title) for title in titles)
            and parse.tokens[name.last - 1].text not in short_titles
        ]
        mentions += _merged(known, organisations)
        covered = {i for m in mentions for i in range(m.first, m.last)} | agencies
        mentions += _apart(self._places(parse, hits), covered)
        covered |= {i for m in mentions for i in range(m.first, m.last)} | in_people
        mentions = [self._widened(parse, m, hits, covered) for m in mentions]
        state_at = _state_tokens(mentions)
        between_states = {i for m in mentions if m.reference in self._between_states for i in range(m.first, m.last)}
        mentions = [m if m.first in between_states else self._with_state(parse, m, state_at) for m in mentions]
        mentions = [m for m in mentions if m.first >= body or m.kind is Kind.STATE]
        mentions += self._nominal_mentions(parse, titles, people, mentions, agencies)
        return _document(article, parse, mentions, titles)

    def _of_capital(self, parse: Parse, organisation: OrganisationName, names: list[NameHit]) -> str | None:
        """The state of "Cairo University"."""
        nouns = {token.lower for token in parse.tokens[organisation.first : organisation.last]} & self._in_towns
        seats = (hit.known.state for hit in names if hit.first == organisation.first and hit.known.acts_for)
        return next(seats, None) if nouns else None

    def _known(self, parse: Parse, hit: NameHit, named: set[str | None], lived_in: NameHit | None) -> Mention:
        known = hit.known
        if lived_in is not None:
            state = lived_in.known.state
            minority = _mention(parse, Kind.ORGANISATION, Form.NOMINAL, lived_in.first, hit.last, state=state)
            return replace(minority, unnamed=True)
        kind, form, reference = known.kind, known.form, known.reference
        state = None if known.small and known.state not in named else known.state
        if form is Form.DEMONYM and self._nominals.is_crowd(parse, parse.tokens[hit.last - 1]):
            crowd = _mention(parse, Kind.ORGANISATION, Form.NOMINAL, hit.first, hit.last, state=state)
            return replace(crowd, unnamed=True)
        if known.acts_for and self._place_names.acts(parse, hit):
            kind, reference = known.acts_for
            if kind is Kind.ORGANISATION and not known.governs and reference not in named and known.state in named:
                kind, reference = Kind.STATE, str(known.state)  # "Brussels" in news of Belgium and not of the EU
            form, state = Form.METONYM, reference if kind is Kind.STATE else None
        return _mention(parse, kind, form, hit.first, hit.last, reference=reference, state=state)

    def _places(self, parse: Parse, hits: list[NameHit]) -> list[Mention]:
        """Places that reference data does not list."""
        spans = [*self._place_names.towns(parse, regions_at(hits)), *self._place_names.of_model(parse)]
        return [_mention(parse, Kind.PLACE, Form.NAME, first, last) for first, last in dict.fromkeys(spans)]

    def _widened(self, parse: Parse, mention: Mention, hits: list[NameHit], covered: set[int]) -> Mention:
        """A place's mention takes in the direction before it and the region behind it."""
        if mention.kind is not Kind.PLACE or mention.form is not Form.NAME or mention.inner:
            return mention
        first = self._place_names.start(parse, mention.first)
        last = self._place_names.end(parse, mention.last, regions_at(hits))
        if first < mention.first and first not in covered:
            begin = parse.tokens[first].begin
            mention = replace(mention, first=first, begin=begin, name=parse.text[begin : mention.end], reference=None)
        end = parse.tokens[last - 1].end
        return mention if end == mention.end else replace(mention, end=end)

    def _with_state(self, parse: Parse, mention: Mention, states: Mapping[int, str]) -> Mention:
        """An organisation takes the state that its phrase names, a fighting group or plant that which it is in:
        "Azerbaijan's Defense Ministry", "ethnic Albanian rebels in Serbia", "the Enrichment Facility in Iran"."""
        if mention.kind is not Kind.ORGANISATION or mention.state:
            return mention
        head = parse.tokens[mention.head]
        state = state_of(parse, head, states.get)
        if state is None and mention.form is Form.NAME and (head.text.islower() or head.lower in self._lying):
            state = self._nominals.home(parse, head, states.get) or self._lies_in(parse, mention, states)
        return replace(mention, state=state)

    def _lies_in(self, parse: Parse, mention: Mention, states: Mapping[int, str]) -> str | None:
        """The state behind "in" right behind the name of a plant, on whatever the parser hangs it."""
        behind = past_acronym(parse, mention.last)
        named = parse.tokens[mention.head].lower in self._lying and behind < len(parse.tokens)
        if not named or parse.tokens[behind].lower != "in":
            return None
        places = children(parse, behind, ("pobj",))
        return next((states[place.index] for place in places if place.index in states), None)

    def _nominal_mentions(
        self,
        parse: Parse,
        titles: tuple[Title, ...],
        people: list[PersonName],
        mentions: list[Mention],
        agencies: set[int],
    ) -> list[Mention]:
        taken = {i for m in mentions for i in range(m.first, m.last)} | agencies
        held = {title.index for title in titles if any(p.rank_first <= title.last < p.last for p in people)}
        governed = [m for m in mentions if m.reference in self._governing and m.state]
        states = _state_tokens([m for m in mentions if m.reference not in self._governing])
        homes = states | {i: str(m.state) for m in governed for i in range(m.first, m.last)}
        towns = {m.head: m.state for m in mentions if m.kind is Kind.PLACE and m.form is Form.NAME}
        found = self._nominals.find(parse, titles, taken, states.get, homes.get, (towns | homes).get, held)
        return [
            replace(
                _mention(
                    parse,
                    n.kind,
                    n.form,
                    n.first,
                    n.last,
                    head=n.head,
                    title=n.title,
                    state=n.state or self._of_town(parse, n, towns),
                ),
                reference=n.state if n.kind is Kind.STATE else None,
                unnamed=n.unnamed,
            )
            for n in found
        ]

    def _of_town(self, parse: Parse, noun: Nominal, towns: Mapping[int, str | None]) -> str | None:
        """The state of "Dubai police"."""
        before = children(parse, noun.head, ("compound", "nmod")) if noun.kind is Kind.ORGANISATION else []
        return next((towns[t.index] for t in before if t.index in towns), None)


def _state_lived_in(parse: Parse, people: NameHit, states: list[NameHit]) -> NameHit | None:
    """Of "the Montenegrin Serbs" Montenegro, whose people these Serbs are."""
    if people.known.form is not Form.DEMONYM or parse.tokens[people.last - 1].tag not in {"NNS", "NNPS"}:
        return None
    before = (hit for hit in states if hit.last == people.first and hit.known.form in {Form.NAME, Form.ADJECTIVE})
    return next((hit for hit in before if hit.known.state != people.known.state), None)


def _spans(hits: list[NameHit], form: Form) -> list[tuple[int, int]]:
    return [(hit.first, hit.last) for hit in hits if hit.known.form is form]


def _is_acronym_of_title(parse: Parse, hit: NameHit, titles: tuple[Title, ...]) -> bool:
    """ "NSA" in "National Security Adviser (NSA) Ali Demir", which is no agency."""
    word = parse.tokens[hit.first].text
    before = (t for t in titles if t.last == hit.first - 1)
    initials = ("".join(w.text[0] for w in parse.tokens[t.first : t.last] if w.text[0].isupper()) for t in before)
    return hit.last == hit.first + 1 and word.isupper() and any(each.endswith(word) for each in initials)


def _short_titles(parse: Parse, titles: tuple[Title, ...]) -> set[str]:
    """The acronyms in brackets behind titles: "COAS" of "the Chief of Army Staff (COAS)"."""
    behind = (parse.tokens[t.last : t.last + 3] for t in titles)
    bracketed = (three for three in behind if len(three) == len("(A)") and (three[0].text, three[2].text) == ("(", ")"))
    return {three[1].text for three in bracketed if three[1].text.isupper()}


def _is_title(first: int, last: int, title: Title) -> bool:
    """ "Cabinet Secretary for Foreign and Diaspora", the "Malaysian Plantation Industries" of their minister: words of a
    title that the model takes for an organisation."""
    department = title.first <= first and last - first > _LEAST_DEPARTMENT and last <= title.head
    return title.kind == "state" and (department or (first == title.first and title.head < last <= title.last))


def _after_headline(parse: Parse) -> int:
    """The first token behind the headline."""
    return next((s.first for s in parse.sentences if s.paragraph != HEADLINE), len(parse.tokens))


def _apart(mentions: list[Mention], covered: set[int]) -> list[Mention]:
    """Those that share no token with what is found already, nor with one before."""
    kept, taken = [], set(covered)
    for mention in mentions:
        span = set(range(mention.first, mention.last))
        if not taken & span:
            kept.append(mention)
            taken |= span
    return kept


def _state_tokens(mentions: list[Mention]) -> dict[int, str]:
    return {
        i: m.state
        for m in mentions
        if m.state and (m.kind is Kind.STATE or (m.kind is Kind.PLACE and m.form is Form.ADJECTIVE))
        for i in range(m.first, m.last)
    }


def _person(parse: Parse, person: PersonName) -> Mention:
    mention = _mention(parse, Kind.PERSON, Form.NAME, person.first, person.last)
    return replace(mention, rank=person.rank, name=_NICKNAME.sub(" ", mention.name))


def _mention(
    parse: Parse,
    kind: Kind,
    form: Form,
    first: int,
    last: int,
    head: int | None = None,
    reference: str | None = None,
    state: str | None = None,
    title: int | None = None,
) -> Mention:
    begin, end = parse.tokens[first].begin, parse.tokens[last - 1].end
    name = " ".join(parse.text[begin:end].split())
    return Mention(
        -1,
        kind,
        form,
        first,
        last,
        _head(parse, first, last) if head is None else head,
        begin,
        end,
        name,
        reference,
        state,
        title,
    )


def _head(parse: Parse, first: int, last: int) -> int:
    """The token of the span whose governor is outside it; the last of them, as English heads its names."""
    outside = [i for i in range(first, last) if not first <= parse.tokens[i].head < last or parse.tokens[i].head == i]
    return outside[-1] if outside else last - 1


def _merged(known: list[Mention], organisations: list[Mention]) -> list[Mention]:
    """Longer organisation names take in the names inside them, which stay as inner mentions."""
    result = list(organisations)
    for mention in known:
        around = [o for o in organisations if o.first <= mention.first and mention.last <= o.last]
        if not around:
            result = [o for o in result if not (mention.first < o.last and o.first < mention.last)]
            result.append(mention)
        elif (mention.first, mention.last) == (around[0].first, around[0].last):
            result.remove(around[0])
            result.append(mention)
        elif mention.kind is Kind.ORGANISATION and _only_says_what_it_is(mention, around[0]):
            result.remove(around[0])
            result.append(replace(around[0], reference=mention.reference, state=mention.state))
        else:
            result.append(replace(mention, inner=True))
    return result


def _only_says_what_it_is(name: Mention, longer: Mention) -> bool:
    """ "The Houthi movement" is the Houthis, as "the Labour Party conference" is not Labour."""
    return longer.first == name.first and longer.last == name.last + 1 and longer.name.split()[-1].islower()


def _document(article: Article, parse: Parse, mentions: list[Mention], titles: tuple[Title, ...]) -> Document:
    ordered = sorted(mentions, key=lambda m: (m.first, -m.last, m.inner, m.kind))
    numbered = tuple(replace(mention, index=i) for i, mention in enumerate(ordered))
    mention_at, title_at = [-1] * len(parse.tokens), [-1] * len(parse.tokens)
    for mention in sorted(numbered, key=lambda m: (m.inner, m.first - m.last)):
        for i in range(mention.first, mention.last):
            mention_at[i] = mention.index if mention_at[i] == -1 else mention_at[i]
    for title in titles:
        for i in range(title.first, title.last):
            title_at[i] = title.index
    return Document(article, parse, numbered, titles, tuple(mention_at), tuple(title_at))
