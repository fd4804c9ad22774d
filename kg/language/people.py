"""Finds the names of persons: by the words around them (ranks, titles, honorifics), by the statistical model,
and by surnames used alone once the full name is known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.language.document import Kind, Parse, Title, Token
from kg.language.names import NameHit
from kg.language.phrases import Phrases
from kg.language.syntax import children, is_capitalised

_LONGEST_NAME = 6
_LEAST_NAME = 2


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
        self._honorifics = {h.strip(".").lower() for h in knowledge.titles.honorifics}
        self._particles = set(knowledge.titles.particles)
        self._not_names = set(knowledge.titles.not_names)
        self._given_too = set(knowledge.titles.given_names_too)
        self._counterparts = set(knowledge.groups.counterparts)
        self._human_verbs = set(knowledge.groups.human_verbs)
        self._say = set(knowledge.speech.say) - set(knowledge.speech.mental)
        self._organisation_words = {
            w for nouns in knowledge.organisations.head_nouns.values() for noun in nouns for w in noun.split()
        }
        self._locative = set(knowledge.places.locative) - {"for", "to", "over", "off", "under", "above"}

    def find(self, parse: Parse, names: Sequence[NameHit], titles: Sequence[Title]) -> list[PersonName]:
        """Names of persons in text order, each with the rank before it; no two overlap."""
        run = _NameRun(
            parse, names, titles, self._particles, self._not_names, self._given_too, self._organisation_words
        )
        ranks = [span for span in self._rank_spans(parse) if not run.is_title(span[0])]
        found: dict[int, PersonName] = {}

        def add(first: int, last: int, rank: str | None = None, rank_first: int | None = None) -> None:
            if last > first and not any(p.first < last and first < p.last for p in found.values()):
                found[first] = PersonName(first, last, first if rank_first is None else rank_first, rank)

        for first, last, rank in ranks:
            add(last, run.end(last, sure=True), rank, first)
        ranked = {i for first, last, _ in ranks for i in range(first, last)}
        for title in titles:
            if not title.plural or title.last < len(parse.tokens):
                start = self._past_honorifics(parse, title.last)
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
            *self._apposed(parse, titles, run),
            *self._before_titles(parse, titles, run),
            *self._speakers(parse, run),
        ):
            add(first, last)
        for entity in parse.entities:
            if entity.label == "PERSON":
                first, last = self._trimmed(parse, entity.first, entity.last, ranked, run)
                add(first, last)
        for person in [*found.values()]:
            add(*self._joined_name(parse, person, run))
        people = self._surnames(parse, [found[key] for key in sorted(found)], run)
        return sorted(people, key=lambda p: p.first)

    def _rank_spans(self, parse: Parse) -> list[tuple[int, int, str]]:
        starts = {token.begin: token.index for token in parse.tokens}
        ends = {token.end: token.index + 1 for token in parse.tokens}
        spans = []
        for begin, end, _ in self._ranks.find(parse.text):
            end = end + 1 if end not in ends and parse.text[end : end + 1] == "." else end
            if begin in starts and end in ends and parse.text[begin].isupper():
                spans.append((starts[begin], ends[end], parse.text[begin:end]))
        return spans

    def _past_honorifics(self, parse: Parse, start: int) -> int:
        while (
            start < len(parse.tokens)
            and parse.tokens[start].text.strip(".").lower() in self._honorifics
            and is_capitalised(parse.tokens[start])
        ):
            start += 1
        return start

    def _apposed(self, parse: Parse, titles: Sequence[Title], run: "_NameRun") -> Iterator[tuple[int, int]]:
        """ "…'s foreign minister, Pablo Errazuriz, …": a full name set off by commas beside a title."""
        tokens = parse.tokens
        ends = {title.last for title in titles} | {t.index + 1 for t in tokens if t.lemma in self._counterparts}
        for end in sorted(ends):
            if end + 1 < len(tokens) and tokens[end].text == ",":
                start = end + 1
                while start + 1 < len(tokens) and (
                    tokens[start].lower == "the" or tokens[start].text.strip(".").lower() in self._honorifics
                ):
                    start += 1  # "…, the Reverend Ali Demir"
                last = run.end(start, sure=True)
                if last - start >= _LEAST_NAME and (
                    last >= len(tokens) or tokens[last].pos in {"PUNCT", "VERB", "AUX", "CCONJ", "ADP"}
                ):
                    yield start, last

    def _before_titles(self, parse: Parse, titles: Sequence[Title], run: "_NameRun") -> Iterator[tuple[int, int]]:
        """ "Elnur Mamedzade, Azerbaijan's foreign minister, …" and "elected Efua Asante president"."""
        tokens = parse.tokens
        for title in titles:
            end = title.first
            if end > 0 and tokens[end - 1].lower in {"the", "a", "an"}:
                end -= 1
            set_off = end > 0 and tokens[end - 1].text == ","
            end -= set_off
            first = run.start(end)
            complement = first > 0 and tokens[first - 1].pos == "VERB" and not tokens[title.first].text[0].isupper()
            if not title.plural and end - first >= _LEAST_NAME and (set_off or complement):
                yield first, end

    def _joined_name(self, parse: Parse, person: PersonName, run: "_NameRun") -> tuple[int, int]:
        """ "Ahmed Karim and Malik Sellam": a name of two or three words that "and" joins to a person's."""
        start = person.last + 1
        if start >= len(parse.tokens) or parse.tokens[person.last].lower != "and":
            return start, start
        end = run.end(start, sure=False)
        alone = end >= len(parse.tokens) or not is_capitalised(parse.tokens[end])
        return (
            (start, end)
            if alone and run.start(end) == start and _LEAST_NAME <= end - start <= _LEAST_NAME + 1
            else (start, start)
        )

    def _speakers(self, parse: Parse, run: "_NameRun") -> Iterator[tuple[int, int]]:
        """A name of two or three words that says something, or to whom is done what is done to persons, if no noun in
        it says that it is an organisation."""
        for token in parse.tokens:
            verb = parse.tokens[token.head].lemma
            says = token.dep == "nsubj" and (verb in self._say or _has_own(parse, token.head))
            if token.pos == "PROPN" and (says or (token.dep == "dobj" and verb in self._human_verbs)):
                first = run.start(token.index + 1)
                if _LEAST_NAME <= token.index + 1 - first <= _LEAST_NAME + 1:
                    yield first, token.index + 1

    def _trimmed(self, parse: Parse, first: int, last: int, ranked: set[int], run: "_NameRun") -> tuple[int, int]:
        tokens = parse.tokens
        while first < last and (
            first in ranked
            or run.is_never(first)
            or tokens[first].text.strip(".").lower() in self._honorifics
            or not is_capitalised(tokens[first])
            or run.is_blocked(first)
        ):
            first += 1
        if first >= last:
            return first, first
        end = run.end(first, sure=False)
        while first - 1 >= 0 and end - first < _LONGEST_NAME and run.extends_left(first):
            first -= 1
        alone = end - first == 1
        if alone and (tokens[first].text.isupper() or (first and tokens[first - 1].lower in self._locative)):
            return first, first
        return first, end

    def _surnames(self, parse: Parse, people: list[PersonName], run: "_NameRun") -> list[PersonName]:
        """Add surnames (and single given names) that stand alone anywhere in the article."""
        full = [p for p in people if p.last - p.first >= _LEAST_NAME]
        parts = {_last_part(parse, p) for p in full} | {parse.tokens[p.first].text for p in full}
        parts |= {
            parse.text[parse.tokens[p.first].begin : parse.tokens[p.last - 1].end]
            for p in people
            if p.last - p.first == 1
        }
        covered = {i for p in people for i in range(p.first, p.last)}
        singles = []
        for token in parse.tokens:
            if token.index in covered or token.text in self._not_names or run.is_blocked(token.index):
                continue
            last = _joined_end(parse, token.index)
            if self._is_amid_name(parse, token.index, last, covered):
                continue
            text = parse.text[token.begin : parse.tokens[last - 1].end]
            if (
                text in parts
                and is_capitalised(token)
                and token.pos in {"PROPN", "NOUN", "ADJ", "VERB"}
                and last not in covered
            ):
                singles.append(PersonName(token.index, last, token.index))
                covered |= set(range(token.index, last))
        return people + singles

    def _is_amid_name(self, parse: Parse, first: int, last: int, covered: set[int]) -> bool:
        """Whether other capitalised words make it a part of a longer, unknown name."""
        around = [i for i in (first - 1, last) if 0 <= i < len(parse.tokens) and i not in covered]
        return any(
            parse.tokens[i].pos == "PROPN"
            and is_capitalised(parse.tokens[i])
            and parse.tokens[i].text not in self._not_names
            and parse.tokens[i].sentence == parse.tokens[first].sentence
            and parse.tokens[i].head in {first, last - 1, parse.tokens[first].head}
            and parse.tokens[i].dep == "compound"
            and i < first
            for i in around
        )


class _NameRun:
    """Where the run of words that may be one personal name begins and ends."""

    def __init__(
        self,
        parse: Parse,
        names: Iterable[NameHit],
        titles: Iterable[Title],
        particles: set[str],
        not_names: set[str],
        given_too: set[str],
        organisation_words: set[str],
    ) -> None:
        self._parse = parse
        self._particles = particles
        self._not_names = not_names
        self._given_too = given_too
        self._organisation_words = organisation_words
        self._hits = {i: hit for hit in names for i in range(hit.first, hit.last)}
        self._titles = {i for title in titles for i in range(title.first, title.last)}

    def end(self, start: int, sure: bool) -> int:
        """End of the name that starts at ``start``. ``sure``: the words before say that a person follows."""
        tokens, i = self._parse.tokens, start
        if start >= len(tokens):
            return start
        limit = min(self._parse.sentences[tokens[start].sentence].last, start + _LONGEST_NAME + 3)
        while i < limit:
            if self._is_name_word(i, first=i == start, sure=sure) or self._is_hyphened_particle(i, limit):
                i = _joined_end(self._parse, i)
            elif (
                i > start
                and tokens[i].lower in self._particles
                and i + 1 < limit
                and self._is_name_word(i + 1, False, sure)
                and tokens[i].lower != "y"
            ) or (
                i == start
                and tokens[i].lower in self._particles
                and sure
                and i + 1 < limit
                and self._is_name_word(i + 1, False, sure)
                and tokens[i].lower not in {"la", "le", "e", "y", "do", "de"}
            ):
                i += 1
            else:
                break
        return i

    def start(self, end: int) -> int:
        """Start of the run of name words that ends right before ``end``; ``end`` itself where there is none.

        Nothing around says that this is a person, so no word of it may be a known name or name an organisation.
        """
        tokens, i = self._parse.tokens, end
        floor = self._parse.sentences[tokens[end - 1].sentence].first if end else 0
        while (
            i - 1 >= floor
            and end - i < _LONGEST_NAME
            and i - 1 not in self._hits
            and self._is_name_word(i - 1, False, sure=False)
            and tokens[i - 1].lower not in self._organisation_words
            and tokens[i - 1].pos == "PROPN"
        ):
            i -= 1
        return i

    def _is_hyphened_particle(self, i: int, limit: int) -> bool:
        """ "al-" in "Rashid al-Tamimi"."""
        tokens = self._parse.tokens
        return (
            tokens[i].lower in self._particles
            and i + 2 < limit
            and tokens[i + 1].text == "-"
            and tokens[i + 1].begin == tokens[i].end
            and is_capitalised(tokens[i + 2])
        )

    def is_title(self, i: int) -> bool:
        """Whether the word is part of a title: "General" in "Secretary General"."""
        return i in self._titles

    def is_never(self, i: int) -> bool:
        """Whether the word is none of a name: "Act", but "Bill" is one in "Bill Clinton"."""
        text, after = self._parse.tokens[i].text, self._parse.tokens[i + 1 : i + 2]
        if text not in self._not_names:
            return False
        named = bool(after) and after[0].pos == "PROPN" and is_capitalised(after[0])
        before = self._parse.tokens[i - 1] if i else None
        dated = before is not None and before.pos in {"ADP", "ADJ", "SCONJ", "NUM"}  # "in May"
        return text not in self._given_too or not named or dated or after[0].text in self._not_names

    def is_blocked(self, i: int) -> bool:
        """Whether the word belongs to a title or to the name of something else."""
        hit = self._hits.get(i)
        return i in self._titles or (hit is not None and not hit.known.city)

    def extends_left(self, first: int) -> bool:
        tokens = self._parse.tokens
        before = tokens[first - 1]
        if before.sentence != tokens[first].sentence:
            return False
        if before.text in self._particles and first >= _LEAST_NAME:
            return is_capitalised(tokens[first - 2]) and self._is_name_word(first - 2, False, sure=False)
        follows = before.dep in {"compound", "nmod", "amod"} and before.head >= first
        return follows and self._is_name_word(first - 1, first=False, sure=False)

    def _is_name_word(self, i: int, first: bool, sure: bool) -> bool:
        token = self._parse.tokens[i]
        text = token.text
        if not is_capitalised(token) or self.is_never(i) or i in self._titles:
            return False
        if token.pos in {"VERB", "AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ"} and not (
            sure and token.pos in {"VERB", "ADP"}
        ):
            return False
        if not (text[0].isalpha() and all(c.isalpha() or c in "'.-" for c in text)):
            return False
        if len(text) > 1 and text.isupper() and "." not in text and not sure:
            return False
        if not text.isupper() and sum(c.isupper() for c in text) > 2:
            return False
        hit = self._hits.get(i)
        if hit is None or hit.known.city:
            return True
        return bool(hit.known.trap and hit.known.trap.person_name and not first) or (
            sure and not first and hit.last - hit.first == 1 and hit.known.kind is Kind.PLACE
        )


def _has_own(parse: Parse, verb: int) -> bool:
    """Whether what the verb is done to is its subject's "his" or "her": "received his degree"."""
    things = children(parse, verb, ("dobj",))
    return any(owner.lower in {"his", "her"} for thing in things for owner in children(parse, thing.index, ("poss",)))


def _joined_end(parse: Parse, i: int) -> int:
    """End of the word at ``i`` with what is hyphened to it: "Ansah-Boateng"."""
    tokens, end = parse.tokens, i + 1
    while (
        end + 1 < len(tokens)
        and tokens[end].text in {"-", "–"}
        and tokens[end].begin == tokens[end - 1].end
        and tokens[end + 1].begin == tokens[end].end
    ):
        end += 2
    return end


def _last_part(parse: Parse, person: PersonName) -> str:
    """The last word of a name, with what is hyphened to it."""
    tokens: Sequence[Token] = parse.tokens
    i = person.last - 1
    while i - 2 >= person.first and tokens[i - 1].text in {"-", "–"}:
        i -= 2
    return parse.text[tokens[i].begin : tokens[person.last - 1].end]
