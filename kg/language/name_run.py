"""Where a run of words that may be one personal name begins and ends."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.knowledge import Knowledge
from kg.language.document import Kind, Parse, Title
from kg.language.names import NameHit
from kg.language.quotations import QUOTATION_MARKS
from kg.language.syntax import is_capitalised

LONGEST_NAME = 6
"""Words of the longest personal name that is looked for."""
_LONGEST_NICKNAME = 2


@dataclass(frozen=True, slots=True)
class NameWords:
    """What titles.yaml and organisations.yaml say of the words of names."""

    particles: frozenset[str]
    not_names: frozenset[str]
    given_too: frozenset[str]
    surnames_too: frozenset[str]
    organisation_words: frozenset[str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "NameWords":
        titles = knowledge.titles
        nouns = [noun for nouns in knowledge.organisations.head_nouns.values() for noun in nouns]
        return cls(
            frozenset(titles.particles),
            frozenset(titles.not_names),
            frozenset(titles.given_names_too),
            frozenset(titles.surnames_too),
            frozenset(word for noun in nouns for word in noun.split()),
        )


class NameRun:
    """Where the run of words that may be one personal name begins and ends."""

    def __init__(self, parse: Parse, names: Iterable[NameHit], titles: Iterable[Title], words: NameWords) -> None:
        self._parse = parse
        self._words = words
        self._hits = {i: hit for hit in names for i in range(hit.first, hit.last)}
        self._titles = {i for title in titles for i in range(title.first, title.last)}

    def end(self, start: int, sure: bool) -> int:
        """End of the name that starts at ``start``. ``sure``: the words before say that a person follows."""
        tokens, i = self._parse.tokens, start
        if start >= len(tokens):
            return start
        limit = min(self._parse.sentences[tokens[start].sentence].last, start + LONGEST_NAME + 6)
        while i < limit:
            if self._is_name_word(i, first=i == start, sure=sure) or self._is_hyphened_particle(i, limit):
                i = joined_end(self._parse, i)
            elif (
                i > start
                and tokens[i].lower in self._words.particles
                and self._names_behind(i, limit, sure)
                and tokens[i].lower != "y"
            ) or (
                i == start
                and tokens[i].lower in self._words.particles
                and sure
                and i + 1 < limit
                and self._is_name_word(i + 1, False, sure)
                and tokens[i].lower not in {"la", "le", "e", "y", "do", "de"}
            ):
                i += 1
            elif i > start and (behind := self._behind_nickname(i, limit, sure)) is not None:
                i = behind
            else:
                break
        return i

    def _behind_nickname(self, i: int, limit: int, sure: bool) -> int | None:
        """Where the surname of 'Ana "Anita" Reyes' begins, asked at the first quotation mark."""
        tokens = self._parse.tokens
        for closing in range(i + 2, min(i + _LONGEST_NICKNAME + 2, limit - 1)):
            words = tokens[i + 1 : closing]
            if tokens[i].text in QUOTATION_MARKS and tokens[closing].text in QUOTATION_MARKS:
                named = all(map(is_capitalised, words)) and self._is_name_word(closing + 1, False, sure)
                return closing + 1 if named else None
        return None

    def _names_behind(self, i: int, limit: int, sure: bool) -> bool:
        """Whether a name stands behind particles: "von der Leyen", "de la Cruz"."""
        while i < limit and self._parse.tokens[i].lower in self._words.particles:
            if self._is_hyphened_particle(i, limit):  # "bin al-Thani"
                return True
            i += 1
        return i < limit and self._is_name_word(i, False, sure)

    def start(self, end: int) -> int:
        """Start of the run of name words that ends right before ``end``; ``end`` itself where there is none.

        Nothing around says that this is a person, so no word of it may be a known name or name an organisation.
        """
        tokens, i = self._parse.tokens, end
        floor = self._parse.sentences[tokens[end - 1].sentence].first if end else 0
        while i - 1 >= floor and end - i < LONGEST_NAME and self._is_unknown_name(i - 1):
            i -= 1
            while i - 2 >= floor and self._is_hyphen(i - 1) and self._is_unknown_name(i - 2):
                i -= 2  # "Jean-Claude"
        return i

    def _is_unknown_name(self, i: int) -> bool:
        token = self._parse.tokens[i]
        return (
            i not in self._hits
            and self._is_name_word(i, False, sure=False)
            and token.lower not in self._words.organisation_words
            and token.pos == "PROPN"
        )

    def _is_hyphen(self, i: int) -> bool:
        """A hyphen between two parts of one word."""
        before, token, after = self._parse.tokens[i - 1 : i + 2]
        return token.text in {"-", "–"} and before.end == token.begin and token.end == after.begin

    def _is_hyphened_particle(self, i: int, limit: int) -> bool:
        """ "al-" in "Rashid al-Tamimi"."""
        tokens = self._parse.tokens
        return (
            i + 2 < limit
            and tokens[i].lower in self._words.particles
            and tokens[i + 1].text == "-"
            and tokens[i + 1].begin == tokens[i].end
            and is_capitalised(tokens[i + 2])
        )

    def is_title(self, i: int) -> bool:
        """Whether the word is part of a title: "General" in "Secretary General"."""
        return i in self._titles

    def is_never(self, i: int) -> bool:
        """Whether the word is none of a name: "Act", but "Bill" is one in "Bill Clinton", and "West" in "West-Charles"."""
        text, after = self._parse.tokens[i].text, self._parse.tokens[i + 1 : i + 2]
        if text not in self._words.not_names or joined_end(self._parse, i) > i + 1:
            return False
        named = bool(after) and after[0].pos == "PROPN" and is_capitalised(after[0])
        before = self._parse.tokens[i - 1] if i else None
        dated = before is not None and before.pos in {"ADP", "ADJ", "SCONJ", "NUM"}  # "in May", not "with Jan Novak"
        dated = dated and before is not None and before.lower not in {"with", "between"}
        return text not in self._words.given_too or not named or dated or after[0].text in self._words.not_names

    def _is_surname_too(self, i: int) -> bool:
        """ "May" behind a forename, unless a day follows."""
        after = self._parse.tokens[i + 1 : i + 2]
        return self._parse.tokens[i].text in self._words.surnames_too and not (after and after[0].pos == "NUM")

    def is_town(self, i: int) -> bool:
        """Whether the word is a town's name that stands where a town does."""
        hit = self._hits.get(i)
        return hit is not None and hit.known.city

    def is_blocked(self, i: int) -> bool:
        """Whether the word belongs to a title or to the name of something else."""
        hit = self._hits.get(i)
        return i in self._titles or (hit is not None and not hit.known.city)

    def is_capital(self, i: int) -> bool:
        """Whether the word by itself is a town that may stand for its state: "Muscat"."""
        hit = self._hits.get(i)
        return hit is not None and hit.last - hit.first == 1 and hit.known.kind is Kind.PLACE and i not in self._titles

    def extends_left(self, first: int) -> bool:
        tokens = self._parse.tokens
        before = tokens[first - 1]
        if before.sentence != tokens[first].sentence:
            return False
        if before.text in self._words.particles and first > 1:
            return is_capitalised(tokens[first - 2]) and self._is_name_word(first - 2, False, sure=False)
        follows = before.dep in {"compound", "nmod", "amod"} and before.head >= first
        return follows and self._is_name_word(first - 1, first=False, sure=False)

    def _is_name_word(self, i: int, first: bool, sure: bool) -> bool:
        token = self._parse.tokens[i]
        text = token.text
        if not first and self._is_surname_too(i):
            return True
        if not is_capitalised(token) or self.is_never(i) or i in self._titles:
            return False
        if i and self._parse.tokens[i - 1].lower == "ethnic":
            return False  # "ethnic Greeks"
        taken_for_verb = (token.pos, token.dep, self._parse.tokens[token.head].pos) == ("VERB", "compound", "PROPN")
        if token.pos in {"VERB", "AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ"} and not (
            (sure and token.pos in {"VERB", "ADP"}) or taken_for_verb
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
        if hit.known.trap and hit.known.trap.person_name and not first:
            return True
        inside = sure and not first and hit.last - hit.first == 1
        sentence = self._parse.sentences[token.sentence]
        arab = inside and self._is_hyphened_particle(i + 1, sentence.last)  # "Abdul Fatah al-Burhan" is not of Fatah
        return inside and (hit.known.kind is Kind.PLACE or arab)


def joined_end(parse: Parse, i: int) -> int:
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
