"""Finds the names of persons: by the words around them (ranks, titles, honorifics), by the statistical model,
and by surnames used alone once the full name is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.knowledge import Knowledge
from kg.language.document import Kind, Parse, Title, Token
from kg.language.name_run import LONGEST_NAME, NameRun, NameWords, joined_end
from kg.language.names import NameHit
from kg.language.organisations import describes_body, is_before_body
from kg.language.phrases import Phrases
from kg.language.syntax import children, is_capitalised, past_acronym, prepositions, takes_office, verb_lemma

_LEAST_NAME = 2
_BEING = {"be", "become", "remain"}
_BRACKETED = 3
_ARTICLES = ("al-", "el-")
_PERSONAL = {"he", "his", "him", "she", "her"}


@dataclass(frozen=True, slots=True)
class PersonName:
    """Tokens ``first`` to ``last`` are the name; a rank before it begins at ``rank_first``."""

    first: int
    last: int
    rank_first: int
    rank: str | None = None


class PersonFinder:
    def __init__(self, knowledge: Knowledge) -> None:
        self._ranks = Phrases([(rank, rank) for rank in knowledge.ranks.ranks], fold=True)
        spellings = [name for names in knowledge.leaders.spellings() for name in names if " " in name]
        self._leaders = Phrases([(name, name) for name in spellings])
        self._leaders_surnames = knowledge.leaders.surnames
        self._retired = set(knowledge.ranks.retired)
        self._honorifics = {h.strip(".").lower() for h in knowledge.titles.honorifics}
        self._words = NameWords.of(knowledge)
        self._no_surnames = {*knowledge.places.no_surnames, *knowledge.groups.namesakes}
        self._place_openers = knowledge.places.opening_nouns
        self._place_heads = set(knowledge.places.head_nouns)
        self._counterparts = knowledge.groups.counterparts
        self._human_verbs, self._human_alone = knowledge.groups.human_verbs, knowledge.groups.human_alone_verbs
        self._say = knowledge.speech.say - knowledge.speech.mental
        self._appointing = set(knowledge.titles.appointing_verbs)
        self._leading = set(knowledge.titles.holding_verbs)
        self._serving = {*knowledge.titles.serving_verbs, *knowledge.titles.leaving_verbs}
        self._assuming = knowledge.titles.assuming_verbs
        self._bodies = {noun for nouns in knowledge.organisations.head_nouns.values() for noun in nouns}
        self._firm_words = set(knowledge.organisations.firm_words)
        self._generic = knowledge.groups.generic_organisations.keys()
        self._armed = knowledge.groups.arming | knowledge.groups.non_state
        self._locative = set(knowledge.places.locative) - {"for", "to", "over", "off", "under", "above"}

    def find(self, parse: Parse, names: Sequence[NameHit], titles: Sequence[Title]) -> list[PersonName]:
        """Names of persons in text order, each with the rank before it; no two overlap."""
        run = NameRun(parse, names, titles, self._words)
        ranks = [span for span in self._rank_spans(parse) if not run.is_title(span[0])]
        found: dict[int, PersonName] = {}

        def add(first: int, last: int, rank: str | None = None, rank_first: int | None = None) -> None:
            free = last > first and not any(p.first < last and first < p.last for p in found.values())
            free = free and not self._ends_place(parse, first, last)
            if free and not self._is_place(parse, first, last) and not self._is_firm(parse, first, last):
                found[first] = PersonName(first, last, first if rank_first is None else rank_first, rank)

        ranked_from = {first for first, _, _ in ranks}
        for first, last, rank in (span for span in ranks if span[1] not in ranked_from):  # "Commander Gen Ali Demir"
            start = self._past_honorifics(parse, self._past_retired(parse, last))
            add(start, run.end(start, sure=True), rank, first)
        ranked = {i for first, last, _ in ranks for i in range(first, last)}
        for title in titles:
            if not title.plural or title.last < len(parse.tokens):
                start = self._past_honorifics(parse, past_acronym(parse, title.last))
                if start not in ranked:
                    end = run.end(start, sure=True)
                    add(start, end)
                    while title.plural and end + 1 < len(parse.tokens) and parse.tokens[end].lower in {"and", ","}:
                        start, end = end + 1, run.end(end + 1, sure=True)
                        add(start, end)  # "Presidents Ivanov and Petrov"
        for token in parse.tokens:
            if (
                token.text.strip(".").lower() in self._honorifics
                and is_capitalised(token)
                and token.index + 1 < len(parse.tokens)
            ):
                start = self._past_honorifics(parse, token.index)
                if start not in ranked:
                    add(start, run.end(start, sure=True))
        for first, last in (
            *self._known_leaders(parse),
            *self._leaders_by_surname(parse, run),
            *self._apposed(parse, names, titles, run),
            *self._before_titles(parse, titles, run),
            *self._speakers(parse, run),
            *self._office_takers(parse, titles, run),
        ):
            add(first, last)
        for entity in parse.entities:
            if entity.label == "PERSON":
                first, last = self._trimmed(parse, entity.first, entity.last, ranked, run)
                add(first, last)
        last_names = {parse.tokens[p.last - 1].text for p in found.values()}
        for first, last in self._in_capitals(parse, run, last_names):
            add(first, last)
        for person in [*found.values()]:
            add(*self._joined_name(parse, person, run))
        people = self._surnames(parse, [found[key] for key in sorted(found)], run)
        return sorted(people, key=lambda p: p.first)

    def _in_capitals(self, parse: Parse, run: "NameRun", last_names: set[str]) -> Iterator[tuple[int, int]]:
        """ "NELSON MANDELA has sent …": the first words of a story, whose last is a person's further on: "Mandela said"."""
        speaking = (t for t in parse.tokens if t.dep == "nsubj" and parse.tokens[t.head].lemma in self._say)
        names = last_names | {t.text for t in speaking if t.pos == "PROPN" and t.text.istitle()}
        for sentence in parse.sentences:
            inside = parse.tokens[sentence.first : sentence.last]
            capitals = list(takewhile(lambda t: t.text.isalpha() and t.text.isupper() and len(t.text) > 1, inside))
            free = not any(run.is_blocked(t.index) for t in capitals)
            several = _LEAST_NAME <= len(capitals) < len(inside)
            if several and free and capitals[-1].text.title() in names:
                yield capitals[0].index, capitals[-1].index + 1

    def _ends_place(self, parse: Parse, first: int, last: int) -> bool:
        """The "Sharif" of "Mazar-e-Sharif"."""
        before = parse.tokens[max(0, first - 2) : first]
        chained = len(before) > 1 and before[1].text == "-" and before[0].text in {"e", "i", "al", "el", "ul", "sur"}
        return chained and last - first == 1 and before[1].end == parse.tokens[first].begin

    def _is_place(self, parse: Parse, first: int, last: int) -> bool:
        """ "Jomo Kenyatta International Airport", "Lake Victoria": named after a person."""
        if last - first > 1 and parse.tokens[first].text in self._place_openers:
            return True
        noun = parse.tokens[last - 1].lower
        ends = noun in self._no_surnames or (last - first > _LEAST_NAME and noun in self._place_heads)
        return ends or self._names_area(parse, first, last)

    def _is_firm(self, parse: Parse, first: int, last: int) -> bool:
        """ "General Motors Corp": the last word of a name, or the one right behind it, says what it is."""
        ends = parse.tokens[max(first, last - 1) : last + 1]
        same = [t for t in ends if t.sentence == parse.tokens[first].sentence]
        described = any(describes_body(parse, t, self._generic) for t in children(parse, last - 1))
        described = described or is_before_body(parse, last - 1, self._generic, self._armed)
        return described or any(t.text.rstrip(".") in self._firm_words for t in same) or self._names_body(parse, last)

    def _names_area(self, parse: Parse, first: int, last: int) -> bool:
        """ "Villages in the Tovuz region": one word between "the" and a noun for a part of a state."""
        noun, article = parse.tokens[last : last + 1], parse.tokens[max(0, first - 1)]
        area = any(t.lower in self._place_heads and parse.tokens[last - 1].head == t.index for t in noun)
        return area and last - first == 1 and article.lower == "the"

    def _names_body(self, parse: Parse, last: int) -> bool:
        """ "North Korea's official Korean Central News Agency": a noun for a body goes on right behind."""
        noun, before = parse.tokens[last : last + 1], parse.tokens[last - 1]
        return any(t.lower in self._bodies and is_capitalised(t) and before.head == t.index for t in noun)

    def _known_leaders(self, parse: Parse) -> Iterator[tuple[int, int]]:
        """ "Kenya's Uhuru Kenyatta", whatever the model takes him for; not "Jomo Kenyatta International Airport"."""
        starts, ends = _edges(parse)
        for begin, end, _ in self._leaders.find(parse.text):
            if begin in starts and end in ends:
                first, last = starts[begin], ends[end]
                around = (*parse.tokens[max(0, first - 1) : first], *parse.tokens[last : last + 1])
                if not any(t.pos == "PROPN" and t.text[0].isupper() for t in around):
                    yield first, last

    def _leaders_by_surname(self, parse: Parse, run: "NameRun") -> Iterator[tuple[int, int]]:
        """ "Tsipras met …, after he spoke with his counterpart": a surname that only one leader bears does something, and
        "he" or "she" is told of beside it; not "Ford cut jobs at its factory"."""
        for sentence in parse.sentences:
            tokens = parse.tokens[sentence.first : sentence.last]
            if not any(t.lower in _PERSONAL for t in tokens):
                continue
            for token in tokens:
                around = parse.tokens[max(0, token.index - 1)], *parse.tokens[token.index + 1 : token.index + 2]
                alone = not any(t.pos == "PROPN" and t is not token for t in around)
                acts = token.dep == "nsubj" and parse.tokens[token.head].pos == "VERB" and is_capitalised(token)
                if acts and alone and token.text in self._leaders_surnames and not run.is_blocked(token.index):
                    yield token.index, token.index + 1

    def _rank_spans(self, parse: Parse) -> list[tuple[int, int, str]]:
        starts, ends = _edges(parse)
        spans = []
        for begin, end, _ in self._ranks.find(parse.text):
            end = end + 1 if end not in ends and parse.text[end : end + 1] == "." else end
            if begin in starts and end in ends and parse.text[begin].isupper():
                first = starts[begin]
                retired = first > 0 and parse.tokens[first - 1].text == "Retired"  # "Retired General Ali Demir"
                spans.append((first - retired, ends[end], parse.text[begin:end]))
        return spans

    def _past_retired(self, parse: Parse, index: int) -> int:
        """ "General (retd) Ali Demir"."""
        words = [t.lower.rstrip(".") for t in parse.tokens[index : index + _BRACKETED]]
        retired = len(words) == _BRACKETED and words[0] == "(" and words[1] in self._retired and words[2] == ")"
        return index + _BRACKETED if retired else index

    def _past_honorifics(self, parse: Parse, start: int) -> int:
        while (
            start < len(parse.tokens)
            and parse.tokens[start].text.strip(".").lower() in self._honorifics
            and is_capitalised(parse.tokens[start])
        ):
            start += 1
        return start

    def _apposed(
        self, parse: Parse, names: Sequence[NameHit], titles: Sequence[Title], run: "NameRun"
    ) -> Iterator[tuple[int, int]]:
        """ "…'s foreign minister, Pablo Errazuriz, …", "the prosecutor in Grozny, Ivan Petrov, …": a full name set off by
        commas beside a title."""
        tokens = parse.tokens
        seats = {hit.first: hit.last for hit in names if hit.known.kind in {Kind.PLACE, Kind.STATE}}
        posted = (t.last + 1 for t in titles if t.last < len(tokens) and tokens[t.last].lower == "in")
        ends = {seats[first] for first in posted if first in seats}
        ends |= {title.last for title in titles} | {t.index + 1 for t in tokens if t.lemma in self._counterparts}
        for end in sorted(ends):
            beside = (
                run.end(end, sure=True) if end < len(tokens) and tokens[end - 1].lemma in self._counterparts else end
            )
            if beside - end >= _LEAST_NAME:
                yield end, beside  # "her Fijian counterpart Ana Reyes"
            if end + 1 < len(tokens) and tokens[end].text == ",":
                start = end + 1
                while start + 1 < len(tokens) and (
                    tokens[start].lower == "the" or tokens[start].text.strip(".").lower() in self._honorifics
                ):
                    start += 1  # "…, the Reverend Ali Demir"
                last = run.end(start, sure=True)
                body = tokens[last - 1].lower in self._bodies  # "the vice president, Supreme Court and …"
                if (last - start >= _LEAST_NAME and not body) and (
                    last >= len(tokens) or tokens[last].pos in {"PUNCT", "VERB", "AUX", "CCONJ", "ADP"}
                ):
                    yield start, last

    def _before_titles(self, parse: Parse, titles: Sequence[Title], run: "NameRun") -> Iterator[tuple[int, int]]:
        """ "Elnur Mamedzade, Azerbaijan's foreign minister, …", "Elnur Mamedzade, the self-proclaimed president, …" and
        "elected Efua Asante president"."""
        tokens = parse.tokens
        for title in titles:
            end = title.first
            holder = tokens[tokens[title.head].head]
            if tokens[title.head].dep == "appos" and holder.pos == "PROPN" and holder.index + 2 < title.first:
                article = tokens[holder.index + 2].lower in {"the", "a", "an"}
                end = holder.index + 2 if tokens[holder.index + 1].text == "," and article else end
            if end > 0 and tokens[end - 1].lower in {"the", "a", "an"}:
                end -= 1
            set_off = end > 0 and tokens[end - 1].text == ","
            end -= set_off
            first = run.start(end)
            complement = first > 0 and tokens[first - 1].pos == "VERB" and not tokens[title.first].text[0].isupper()
            if not title.plural and end - first >= _LEAST_NAME and (set_off or complement):
                yield first, end

    def _joined_name(self, parse: Parse, person: PersonName, run: "NameRun") -> tuple[int, int]:
        """ "Ahmed Karim and Malik Sellam", "Ana Soto of Peru and Ali Demir of Chad": a name of two or three words that
        "and" joins to a person's."""
        tokens, at = parse.tokens, person.last
        from_state = at < len(tokens) and tokens[at].lower == "of"
        if from_state:
            at = next((i for i in range(at + 1, len(tokens)) if not is_capitalised(tokens[i])), len(tokens))
        start = at + 1
        if start >= len(tokens) or tokens[at].lower not in ({"and", ","} if from_state else {"and"}):
            return start, start
        end = run.end(start, sure=False)
        follows = tokens[end] if end < len(tokens) else None
        alone = follows is None or not is_capitalised(follows)
        alone = alone and not (from_state and (follows is None or follows.lower != "of"))
        named = run.start(end) == start and _LEAST_NAME <= end - start <= _LEAST_NAME + 1
        return (start, end) if alone and named else (start, start)

    def _speakers(self, parse: Parse, run: "NameRun") -> Iterator[tuple[int, int]]:
        """A name of two or three words that says or leads something, that a "who" takes up, or to whom is done what is
        done to persons, if no noun in it says that it is an organisation."""
        for token in parse.tokens:
            if token.pos != "PROPN":
                continue
            link = parse.tokens[token.head]
            verb = link.lemma
            says = token.dep == "nsubj" and (verb in self._say or _has_own(parse, token.head))
            says |= link.dep == "agent" and parse.tokens[link.head].lemma in self._leading  # "rebels led by Ali Demir"
            behind = [t.lower for t in parse.tokens[token.index + 1 : token.index + 3]]
            says |= behind in ([",", "who"], [",", "whose"]) and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}
            if says or (token.dep == "dobj" and verb in self._human_verbs):
                first = run.start(token.index + 1)
                if _LEAST_NAME <= token.index + 1 - first <= _LEAST_NAME + 1:
                    yield first, token.index + 1
            alone = token.dep in {"dobj", "nsubjpass"} and verb in self._human_alone
            if alone and run.start(token.index + 1) == token.index:  # "refused to extradite Thaksin"
                yield token.index, token.index + 1

    def _office_takers(self, parse: Parse, titles: Sequence[Title], run: NameRun) -> Iterator[tuple[int, int]]:
        """The name of who "was sworn in as president", "took office as prime minister", "became speaker", "resigned as
        minister", or whom somebody "swore in as president"."""
        offices = {title.head for title in titles if title.kind != "occupation"}
        known = {i for e in parse.entities if e.label == "PERSON" for i in range(e.first, e.last)}
        for token in parse.tokens:
            if token.pos != "PROPN" or token.dep not in {"nsubj", "nsubjpass", "dobj"} or token.index in known:
                continue
            verb = token.head
            given = parse.tokens[verb].lemma in self._appointing and token.dep != "nsubj"
            named = {t.index for t in children(parse, verb, ("oprd", "attr", "dobj"))} if given else set()
            named |= {t.index for t in children(parse, verb, ("attr",)) if parse.tokens[verb].lemma in _BEING}
            if given or verb_lemma(parse, verb) in self._serving or takes_office(parse, verb, self._assuming):
                named |= {obj.index for prep, obj in prepositions(parse, verb) if prep.lower == "as"}
            first = run.start(token.index + 1)
            if named & offices and token.index + 1 - first >= _LEAST_NAME:
                yield first, token.index + 1

    def _trimmed(self, parse: Parse, first: int, last: int, ranked: set[int], run: "NameRun") -> tuple[int, int]:
        tokens = parse.tokens
        while first < last and (
            first in ranked
            or run.is_never(first)
            or tokens[first].text.strip(".").lower() in self._honorifics
            or not is_capitalised(tokens[first])
            or run.is_blocked(first)
        ):
            first += 1
        if first + 1 < last and run.is_town(first) and first and tokens[first - 1].lower == "in":
            first += 1  # "Chad's ambassador in Paris Ali Demir"
        if first >= last:
            return first, first
        end = run.end(first, sure=False)
        while first - 1 >= 0 and end - first < LONGEST_NAME and run.extends_left(first):
            first -= 1
        alone = end - first == 1
        placed = run.is_town(first) or (first and tokens[first - 1].lower in self._locative)
        if alone and (tokens[first].text.isupper() or placed):
            return first, first
        return first, end

    def _surnames(self, parse: Parse, people: list[PersonName], run: "NameRun") -> list[PersonName]:
        """Add surnames (and single given names) that stand alone anywhere in the article."""
        full = [p for p in people if p.last - p.first >= _LEAST_NAME]
        surnames = {_last_part(parse, p) for p in full}
        parts = surnames | {part[3:] for part in surnames if part[:3].lower() in _ARTICLES}  # "al-Shaibani … Shaibani"
        parts |= {parse.tokens[p.first].text for p in full}
        parts |= {
            parse.text[parse.tokens[p.first].begin : parse.tokens[p.last - 1].end]
            for p in people
            if p.last - p.first == 1
        }
        covered = {i for p in people for i in range(p.first, p.last)}
        singles = []
        for token in parse.tokens:
            named = is_capitalised(token) and token.pos in {"PROPN", "NOUN", "ADJ", "VERB"}
            if not named or token.index in covered or token.text in self._words.not_names:
                continue
            last = joined_end(parse, token.index)
            if parse.text[token.begin : parse.tokens[last - 1].end] not in parts or last in covered:
                continue
            placed = token.index > 0 and parse.tokens[token.index - 1].lower in self._locative
            capital = token.text in surnames and run.is_capital(token.index) and not placed
            free = capital or not run.is_blocked(token.index)
            if free and not self._is_amid_name(parse, token.index, last, covered):
                singles.append(PersonName(token.index, last, token.index))
                covered |= set(range(token.index, last))
        return people + singles

    def _is_amid_name(self, parse: Parse, first: int, last: int, covered: set[int]) -> bool:
        """Whether other capitalised words make it a part of a longer, unknown name."""
        around = [i for i in (first - 1, last) if 0 <= i < len(parse.tokens) and i not in covered]
        return any(
            parse.tokens[i].pos == "PROPN"
            and is_capitalised(parse.tokens[i])
            and parse.tokens[i].text not in self._words.not_names
            and parse.tokens[i].text.strip(".").lower() not in self._honorifics
            and parse.tokens[i].sentence == parse.tokens[first].sentence
            and parse.tokens[i].head in {first, last - 1, parse.tokens[first].head}
            and parse.tokens[i].dep == "compound"
            and i < first
            for i in around
        )


def _has_own(parse: Parse, verb: int) -> bool:
    """Whether what the verb is done to is its subject's "his" or "her": "received his degree"."""
    things = children(parse, verb, ("dobj",))
    return any(owner.lower in {"his", "her"} for thing in things for owner in children(parse, thing.index, ("poss",)))


def _last_part(parse: Parse, person: PersonName) -> str:
    """The last word of a name, with what is hyphened to it."""
    tokens: Sequence[Token] = parse.tokens
    i = person.last - 1
    while i - 2 >= person.first and tokens[i - 1].text in {"-", "–"}:
        i -= 2
    return parse.text[tokens[i].begin : tokens[person.last - 1].end]


def _edges(parse: Parse) -> tuple[dict[int, int], dict[int, int]]:
    """The token that begins at a character, and the one behind that which ends there."""
    starts = {token.begin: token.index for token in parse.tokens}
    return starts, {token.end: token.index + 1 for token in parse.tokens}
