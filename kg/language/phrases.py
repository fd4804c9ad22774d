"""Finds many phrases at once in a text, at word boundaries (Aho-Corasick automaton of pyahocorasick)."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, TypeVar

import ahocorasick

Value = TypeVar("Value")
_STROKED = str.maketrans("ŁłØøĐđĦħŦŧı", "LlOoDdHhTti")
"""Letters with a stroke or without a dot, which Unicode takes for letters of their own."""


def without_accents(text: str) -> str:
    """The text with each letter's diacritics left out; its length stays: "Việt Nam" → "Viet Nam"."""
    return text if text.isascii() else "".join(map(_base_letter, text))


@cache
def _base_letter(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0]
    return base.translate(_STROKED) if base.isalpha() else character


class Phrases(Generic[Value]):
    """A set of phrases, each with a value; accents do not count. ``fold`` ignores case as well."""

    def __init__(self, items: Iterable[tuple[str, Value]], fold: bool = False) -> None:
        self._fold = fold
        self._automaton = ahocorasick.Automaton()
        for phrase, value in items:
            key = without_accents(phrase.lower() if fold else phrase)
            if key and key not in self._automaton:
                self._automaton.add_word(key, (len(key), value))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Leftmost-longest, non-overlapping matches as (begin, end, value), in text order."""
        haystack = _folded(text) if self._fold else _bare(text)
        hits = [
            (last - length + 1, last + 1, value)
            for last, (length, value) in self._automaton.iter(haystack)
            if _is_boundary(haystack, last - length + 1) and _is_boundary(haystack, last + 1)
        ]
        reached = 0
        for begin, end, value in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            if begin >= reached:
                reached = end
                yield begin, end, value


@lru_cache(maxsize=4)
def _bare(text: str) -> str:
    """Every set of phrases is looked for in the same text."""
    return without_accents(text)


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    bare = _bare(text)  # a few capitals grow in lower case; offsets would shift
    return bare.lower() if bare.isascii() else "".join(c.lower()[:1] for c in bare)


def _is_boundary(text: str, position: int) -> bool:
    """Between two characters of which not both belong to words."""
    if position <= 0 or position >= len(text):
        return True
    return not (text[position - 1].isalnum() and text[position].isalnum())
