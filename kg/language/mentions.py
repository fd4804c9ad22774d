"""Puts names, titles and nominals of an article together as mentions of which no two overlap by halves."""

from dataclasses import replace

from kg.articles import Article
from kg.knowledge import Knowledge
from kg.language.document import HEADLINE, Document, Form, Kind, Mention, Parse, Title
from kg.language.names import NameFinder, NameHit
from kg.language.nominals import NominalFinder, state_of
from kg.language.organisations import OrganisationFinder
from kg.language.people import PersonFinder, PersonName
from kg.language.titles import TitleFinder

_PLACE_LABELS = {"GPE", "LOC", "FAC"}
_VISITING = {
    "visit",
    "leave",
    "reach",
    "tour",
    "enter",
    "quit",
    "depart",
    "shell",
    "bomb",
    "bombard",
    "capture",
    "attack",
    "hit",
    "storm",
    "strike",
}
_STATE_ENDS = {"'s", "'"}


class MentionFinder:
    """Compiled knowledge for one language; turns a parse into a document."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names = NameFinder(knowledge)
        self._titles = TitleFinder(knowledge)
        self._people = PersonFinder(knowledge)
        self._organisations = OrganisationFinder(knowledge)
        self._nominals = NominalFinder(knowledge)
        self._locative = set(knowledge.places.locative)
        self._place_heads = {word.capitalize() for word in knowledge.places.head_nouns}

    def document(self, article: Article, parse: Parse) -> Document:
        hits = [hit for hit in self._names.find(parse) if self._is_name_here(parse, hit)]
        body = _after_headline(parse)
        titles = tuple(self._titles.find(parse, hits, body))
        people = self._people.find(parse, hits, titles)
        in_people = {i for person in people for i in range(person.rank_first, person.last)}
        mentions = [_person(parse, person) for person in people]
        named = {hit.known.state for hit in hits if hit.known.kind is Kind.STATE}
        known = [
            self._known(parse, hit, named) for hit in hits if hit.first not in in_people and not hit.known.news_agency
        ]
        agencies = {i for hit in hits if hit.known.news_agency for i in range(hit.first, hit.last)}
        organisations = [
            _mention(parse, Kind.ORGANISATION, Form.NAME, name.first, name.last, state=name.state)
            for name in self._organisations.find(parse, hits, in_people | agencies)
        ]
        mentions += _merged(known, organisations)
        covered = {i for m in mentions for i in range(m.first, m.last)} | agencies
        mentions += [m for m in self._model_places(parse) if not covered & set(range(m.first, m.last))]
        mentions = [self._with_state(parse, m, mentions) for m in mentions]
        mentions = [m for m in mentions if m.first >= body or m.kind is Kind.STATE]
        mentions += self._nominal_mentions(parse, titles, people, mentions, agencies)
        return _document(article, parse, mentions, titles)

    def _is_name_here(self, parse: Parse, hit: NameHit) -> bool:
        """A place inside a longer capitalised name is none ("Madrid Principles"); cities of the big table count
        only where the context is one of places."""
        if hit.known.kind is Kind.PLACE and hit.known.form is Form.NAME and _begins_longer_name(parse, hit):
            return False
        if hit.first and parse.tokens[hit.first - 1].lower == "ethnic":
            return False  # "ethnic Albanian rebels" are not Albania's
        if not hit.known.city:
            return True
        label = next((e.label for e in parse.entities if e.first <= hit.first and hit.last <= e.last), None)
        before = parse.tokens[hit.first - 1] if hit.first else None
        after_place_word = before is not None and before.lower in self._locative
        exact = any(e.first == hit.first and e.last == hit.last and e.label in _PLACE_LABELS for e in parse.entities)
        return exact or (after_place_word and label in _PLACE_LABELS | {None, "PERSON", "NORP", "ORG", "PRODUCT"})

    def _known(self, parse: Parse, hit: NameHit, named: set[str | None]) -> Mention:
        known = hit.known
        kind, form, reference = known.kind, known.form, known.reference
        state = None if known.small and known.state not in named else known.state
        if known.acts_for and self._acts(parse, hit):
            kind, reference = known.acts_for
            form, state = Form.METONYM, reference if kind is Kind.STATE else None
        return _mention(parse, kind, form, hit.first, hit.last, reference=reference, state=state)

    def _acts(self, parse: Parse, hit: NameHit) -> bool:
        """Whether a capital's name stands for its state: where it does or suffers something, not where things are."""
        token = parse.tokens[hit.last - 1]
        governor = parse.tokens[token.head]
        before = parse.tokens[hit.first - 1] if hit.first else None
        if before and before.lower in self._locative - {"for"}:
            return False
        if token.dep == "conj":
            while token.dep == "conj":
                token = parse.tokens[token.head]
            governor = parse.tokens[token.head]
            if governor.lower in self._locative:
                return False
        if token.dep in {"nsubj", "nsubjpass"}:
            return True
        if token.dep == "poss":
            return governor.pos == "NOUN"
        if token.dep in {"dobj", "dative"}:
            return governor.lemma not in _VISITING
        return token.dep == "pobj" and governor.lower in {"by", "with", "between", "against", "upon"}

    def _model_places(self, parse: Parse) -> list[Mention]:
        """Places that only the statistical model knows, where a word of place stands before or ends the name."""
        found = []
        for entity in parse.entities:
            first, last = entity.first, entity.last
            if entity.label not in _PLACE_LABELS:
                continue
            while first < last and not parse.tokens[first].text[0].isupper():
                first += 1
            while last > first and parse.tokens[last - 1].text in _STATE_ENDS:
                last -= 1
            if first >= last:
                continue
            before = parse.tokens[first - 1].lower if first else ""
            before = parse.tokens[first - 2].lower if before == "the" and first > 1 else before
            if before in self._locative or parse.tokens[last - 1].text in self._place_heads or last - first > 1:
                found.append(_mention(parse, Kind.PLACE, Form.NAME, first, last))
        return found

    def _with_state(self, parse: Parse, mention: Mention, mentions: list[Mention]) -> Mention:
        """An organisation takes the state that its phrase names: "Azerbaijan's Defense Ministry"."""
        if mention.kind is not Kind.ORGANISATION or mention.state:
            return mention
        states = _state_tokens(mentions)
        return replace(mention, state=state_of(parse, parse.tokens[mention.head], states.get))

    def _nominal_mentions(
        self,
        parse: Parse,
        titles: tuple[Title, ...],
        people: list[PersonName],
        mentions: list[Mention],
        agencies: set[int],
    ) -> list[Mention]:
        taken = {i for m in mentions for i in range(m.first, m.last)} | agencies
        held = {title.index for title in titles if any(p.first <= title.last < p.last for p in people)}
        states = _state_tokens(mentions)
        found = self._nominals.find(parse, titles, taken, states.get, held)
        return [
            replace(
                _mention(parse, n.kind, n.form, n.first, n.last, head=n.head, title=n.title, state=n.state),
                reference=n.state if n.kind is Kind.STATE else None,
                unnamed=n.unnamed,
            )
            for n in found
        ]


def _after_headline(parse: Parse) -> int:
    """The first token behind the headline."""
    return next((s.first for s in parse.sentences if s.paragraph != HEADLINE), len(parse.tokens))


def _begins_longer_name(parse: Parse, hit: NameHit) -> bool:
    if hit.last >= len(parse.tokens):
        return False
    token, after = parse.tokens[hit.last - 1], parse.tokens[hit.last]
    return token.dep == "compound" and token.head >= hit.last and after.text[0].isupper() and after.pos == "PROPN"


def _state_tokens(mentions: list[Mention]) -> dict[int, str]:
    return {
        i: m.state
        for m in mentions
        if m.state and (m.kind is Kind.STATE or (m.kind is Kind.PLACE and m.form is Form.ADJECTIVE))
        for i in range(m.first, m.last)
    }


def _person(parse: Parse, person: PersonName) -> Mention:
    return replace(_mention(parse, Kind.PERSON, Form.NAME, person.first, person.last), rank=person.rank)


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
        else:
            result.append(replace(mention, inner=True))
    return result


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
