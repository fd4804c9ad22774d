"""Names of persons as they compare across spellings, orders, initials and missing parts.

The folding of letters is data (``kg/knowledge/names.yaml``). Similarity of what is left is that of Winkler (1990),
"String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage".
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from nicknames import NickNamer
from rapidfuzz.distance import OSA, JaroWinkler

from kg.knowledge.schema import NamesFile

_ALIKE = 0.84
"""Least similarity of two folded words with the same consonants."""
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_VOWELS = frozenset("aeiou")


class Relation(IntEnum):
    """How two names relate, from none to the same."""

    NONE = 0
    PARTIAL = 1
    """One is a surname, or initials and a surname, that the other has."""
    CLOSE = 2
    """The surname is the same, the given name a letter or two apart, as in a misspelling."""
    SPELLING = 3
    """All parts are alike, in another spelling, short form or order."""
    SAME = 4
    """The same but for accents, letters of one sound, particles and middle names."""


@dataclass(frozen=True, slots=True)
class Word:
    """One part of a name. ``line`` is the number of its line among the known spellings."""

    plain: str
    folded: str
    consonants: str
    line: int | None
    halves: tuple[str, ...] = ()
    """The parts of a double name: "Kassym-Jomart"."""

    @property
    def is_initial(self) -> bool:
        return len(self.plain) == 1


@dataclass(frozen=True, slots=True)
class PersonName:
    words: tuple[Word, ...]
    generation: str | None
    patronymic: bool

    @property
    def is_full(self) -> bool:
        """A given name and a surname, both written out."""
        return len(self.words) > 1 and not self.words[0].is_initial and not self.words[-1].is_initial

    @property
    def middle_initials(self) -> tuple[str, ...]:
        return tuple(w.plain for w in self.words[1:-1] if w.is_initial)

    @property
    def exact(self) -> tuple[str, ...]:
        """What names have in common that are the same but for spelling conventions."""
        generation = (self.generation,) if self.generation else ()
        return (*(w.folded if w.line is None else f"={w.line}" for w in self.words), *generation)


class NameComparer:
    """Compiled knowledge of names; compares two names."""

    def __init__(self, knowledge: NamesFile) -> None:
        self._letters = [(old, new) for old, new in knowledge.letters]
        self._particles = frozenset(knowledge.particles)
        self._patronyms = frozenset(knowledge.patronyms)
        self._servant = tuple(sorted(knowledge.servant, key=len, reverse=True))
        self._generations = {"junior": "jr", "senior": "sr"} | {g: g for g in knowledge.generations if len(g) < 5}
        self._lines = {spelling: i for i, line in enumerate(knowledge.spellings) for spelling in line}
        self._nicknames = NickNamer()
        self._dropped = frozenset(self._folded(name) for name in knowledge.dropped)
        self.parse = lru_cache(maxsize=500_000)(self._parse)
        self.relation = lru_cache(maxsize=1_000_000)(self._relation)

    # ---- reading a name

    def _parse(self, name: str) -> PersonName:
        plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace(".-", " ")
        parts = [p for p in re.split(r"[\s.,]+", re.sub(r"['’ʿʾ`]", "", plain)) if p]
        generation = next((self._generations[p] for p in parts[1:] if p in self._generations), None)
        parts = [p for i, p in enumerate(parts) if i == 0 or p not in self._generations]
        patronymic = any(p in self._patronyms for p in parts[1:])
        words = tuple(self._word(p) for p in self._joined(parts))
        if len(words) > 2 and words[0].is_initial and not any(w.is_initial for w in words[1:]):
            words = words[1:]  # "R. Nicholas Burns"
        return PersonName(words, generation, patronymic)

    def _joined(self, parts: list[str]) -> list[str]:
        """Parts without particles; "Abdel Fattah", "Abdul-Fattah" and "Abdelfattah" become one word."""
        found: list[str] = []
        servant = False
        for part in parts:
            bare = self._without_particle(part)
            if part in self._servant:
                servant = True
            elif len(part) > 1 and part in self._particles:
                continue
            elif servant:
                found.append(f"abd{bare}")
                servant = False
            else:
                found.append(self._of_servant(bare))
        return found or parts[-1:]

    def _without_particle(self, part: str) -> str:
        front, hyphen, rest = part.partition("-")
        if hyphen and front in self._servant:
            return f"abd{self._without_particle(rest)}"
        if hyphen and front in self._particles and rest:
            return self._without_particle(rest)
        return part

    def _of_servant(self, part: str) -> str:
        if part in self._lines:
            return part
        front = next((s for s in self._servant if part.startswith(s) and len(part) >= len(s) + 4), None)
        return part if front is None else f"abd{part.removeprefix(front)}"

    def _word(self, part: str) -> Word:
        halves = tuple(half for half in part.split("-") if len(half) > 2)
        plain = part.replace("-", "")
        folded = self._folded(plain)
        consonants = "".join(c for c in folded if c not in _VOWELS)
        return Word(plain, folded, consonants or folded, self._lines.get(plain), halves if len(halves) > 1 else ())

    def _folded(self, part: str) -> str:
        folded = part
        for old, new in self._letters:
            folded = folded.replace(old, new)
        folded = re.sub(r"(.)\1+", r"\1", folded)
        if len(folded) > 3 and folded[-1] == "h" and folded[-2] in _VOWELS:
            folded = folded[:-1]
        return folded[1:] if folded.startswith("ie") else folded

    # ---- comparing two names

    def _relation(self, one: PersonName, other: PersonName, family_first: bool = False) -> Relation:
        if one.generation and other.generation and one.generation != other.generation:
            return Relation.NONE
        if one.exact == other.exact:
            return Relation.SAME
        found = self._of_parts(one, other, family_first)
        return min(found, Relation.SPELLING) if one.generation != other.generation else found

    def _of_parts(self, one: PersonName, other: PersonName, family_first: bool) -> Relation:
        if "".join(w.folded for w in one.words) == "".join(w.folded for w in other.words):
            return Relation.SAME
        short, long = sorted((one.words, other.words), key=len)
        if one.is_full != other.is_full:
            short, long = (other.words, one.words) if one.is_full else (one.words, other.words)
        if not (one.is_full and other.is_full):
            return self._partial(short, long, family_first)
        straight = self._aligned(short, long)
        if straight is not Relation.NONE:
            return straight
        if not (one.patronymic or other.patronymic):
            turned = (short[-1], *short[:-1]), (*short[1:], short[0])
            if any(self._aligned(words, long) is Relation.SAME and len(words) == len(long) for words in turned):
                return Relation.SPELLING
        return self._partial(short, long, family_first) if len(short) < len(long) else Relation.NONE

    def _aligned(self, short: tuple[Word, ...], long: tuple[Word, ...]) -> Relation:
        """Both with given name and surname: first with first, last with last (or, of a double surname, the first
        half), what is between in order."""
        given = self._same_given(short[0], long[0])
        ends = [len(long) - 1] if len(long) < 3 else [len(long) - 1, len(long) - 2]
        for end in ends:
            last = self._same_word(short[-1], long[end])
            if given is Relation.NONE or last is Relation.NONE or (end < len(long) - 1 and long[end].is_initial):
                continue
            middle = self._middle(short[1:-1], long[1:end])
            found = min(given, last, middle)
            if found is not Relation.NONE:
                return found
        return Relation.NONE

    def _middle(self, few: tuple[Word, ...], many: tuple[Word, ...]) -> Relation:
        worst, at = Relation.SAME, 0
        if few and len(few) < len(many) and any(w.is_initial for w in many):
            return Relation.NONE  # George W. or George Walker, and George H. W.
        for word in few:
            while at < len(many) and self._same_middle(word, many[at]) is Relation.NONE:
                at += 1
            if at == len(many):
                return Relation.NONE if many else worst
            worst, at = min(worst, self._same_middle(word, many[at])), at + 1
        return worst

    def _same_middle(self, one: Word, other: Word) -> Relation:
        if one.is_initial or other.is_initial:
            return Relation.SAME if one.plain[0] == other.plain[0] else Relation.NONE
        return self._same_word(one, other)

    def _same_given(self, one: Word, other: Word) -> Relation:
        found = self._same_word(one, other)
        pairs = [(one, half) for half in other.halves] + [(other, half) for half in one.halves]
        half = any(word.folded == self._folded(half) for word, half in pairs)
        if found is Relation.NONE and (half or self._are_nicknames(one.plain, other.plain)):
            return Relation.SPELLING
        return Relation.CLOSE if found is Relation.NONE and self._is_misspelt(one, other) else found

    def _is_misspelt(self, one: Word, other: Word) -> bool:
        if (one.line is not None and other.line is not None) or one.folded[-1:] != other.folded[-1:]:
            return False
        apart, least = OSA.distance(one.folded, other.folded), min(len(one.folded), len(other.folded))
        return (apart == 1 and least > 4) or (apart == 2 and least > 6 and one.folded[0] == other.folded[0])

    def _are_nicknames(self, one: str, other: str) -> bool:
        return other in self._nicknames.nicknames_of(one) or one in self._nicknames.nicknames_of(other)

    def _same_word(self, one: Word, other: Word) -> Relation:
        if one.line is not None and other.line is not None:
            return Relation.SAME if one.line == other.line else Relation.NONE
        if one.folded == other.folded:
            return Relation.SAME
        if one.is_initial or other.is_initial or len(one.consonants) < 2 or one.consonants != other.consonants:
            return Relation.NONE
        if (one.folded[-1] == "a") != (other.folded[-1] == "a") and not {one.folded[-1], other.folded[-1]} <= _VOWELS:
            return Relation.NONE  # a woman's form of the name
        alike = JaroWinkler.similarity(one.folded, other.folded) >= _ALIKE
        return Relation.SPELLING if alike else Relation.NONE

    def _partial(self, short: tuple[Word, ...], long: tuple[Word, ...], family_first: bool) -> Relation:
        """A surname, or initials and a surname, that the longer name has; two of these of the same kind are alike."""
        names = tuple(w for w in short if not w.is_initial)
        initials = tuple(w.plain for w in short if w.is_initial)
        if not names or not any(not w.is_initial for w in long):
            return Relation.NONE
        tails = [long[-len(names) :]]
        if len(long) > 2:
            tails.append(long[-len(names) - 1 : -1])
        if family_first:
            tails.append(long[: len(names)])
        for tail in tails:
            if len(tail) == len(names) and all(self._same_word(a, b) for a, b in zip(names, tail, strict=True)):
                rest = tuple(w for w in long if w not in tail)
                if _initials_fit(initials, rest):
                    both_short = not rest and not initials
                    return self._worst(names, tail) if both_short else Relation.PARTIAL
        return Relation.NONE

    def _worst(self, some: tuple[Word, ...], others: tuple[Word, ...]) -> Relation:
        return min(self._same_word(a, b) for a, b in zip(some, others, strict=True))

    def clash(self, one: PersonName, other: PersonName) -> bool:
        """Two full names that cannot be one person's although they may have first and last name in common."""
        if one.generation and other.generation and one.generation != other.generation:
            return True
        if not (one.is_full and other.is_full) or self.relation(one, other) is not Relation.NONE:
            return False
        ends = ((one.words[0], other.words[0]), (one.words[-1], other.words[-1]))
        return all(self._same_word(a, b) is not Relation.NONE for a, b in ends)

    def drops_forenames(self, one: PersonName, other: PersonName) -> bool:
        """One name lacks what people leave out of the other: names that go before many others ("Mohammad Javad
        Zarif"), or all given names before two surnames ("Enrique Peña Nieto")."""
        short, long = sorted((one.words, other.words), key=len)
        left_out = long[: len(long) - len(short)]
        return len(left_out) > 1 or all(w.folded in self._dropped for w in left_out)

    def has_forename(self, part: PersonName, whole: PersonName) -> bool:
        """A name of one word that is a forename of the other: "Saddam", "Lula"."""
        return len(part.words) == 1 and any(self._same_word(part.words[0], w) for w in whole.words[:-1])

    def is_loose(self, one: PersonName, other: PersonName) -> bool:
        """The same name only in another order or by a short form."""
        short, long = sorted((one.words, other.words), key=len)
        return self._same_word(short[0], long[0]) is Relation.NONE

    # ---- blocking

    def keys(self, name: PersonName) -> tuple[str, ...]:
        """Names that may be the same share one of these."""
        first, last = name.words[0], name.words[-1]
        if not name.is_full:
            return ()
        pairs = {(self._sound(g), self._sound(s)) for g in self._givens(first) for s in (last, *name.words[1:-1])}
        return tuple(
            sorted(
                {" ".join(sorted(pair)) for pair in pairs if all(pair)}
                | {"+" + "".join(w.consonants for w in name.words)}
            )
        )

    def surnames(self, name: PersonName, family_first: bool) -> tuple[str, ...]:
        """The sounds that a mention by surname alone may have."""
        full = tuple(w for w in name.words if not w.is_initial)
        found = {full[-1]} if full else set()
        if len(full) > 2:
            found.add(full[-2])
        if family_first and full:
            found.add(full[0])
        return tuple(sorted({self._sound(word) for word in found}))

    def forenames(self, name: PersonName) -> tuple[str, ...]:
        """The sounds that a mention by forename alone may have."""
        return tuple(sorted({self._sound(word) for word in name.words[:-1] if not word.is_initial}))

    def _givens(self, word: Word) -> list[Word]:
        others = (*sorted(self._nicknames.canonicals_of(word.plain)), *word.halves)
        return [word, *(self._word(other) for other in others)]

    def _sound(self, word: Word) -> str:
        return word.consonants if word.line is None else f"={word.line}"


def _initials_fit(initials: tuple[str, ...], rest: tuple[Word, ...]) -> bool:
    letters = [part[0] for w in rest for part in (w.halves or (w.plain,))]  # "J.-C." for "Jean-Claude"
    return not letters or list(initials) == letters[: len(initials)]
