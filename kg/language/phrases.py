"""Finds many phrases at once in a text, at word boundaries (Aho-Corasick automaton of pyahocorasick)."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A set of phrases, each with a value. ``fold`` ignores case."""

    def __init__(self, items: Iterable[tuple[str, Value]], fold: bool = False) -> None:
        self._fold = fold
        self._automaton = ahocorasick.Automaton()
        for phrase, value in items:
            key = phrase.lower() if fold else phrase
            if key and key not in self._automaton:
                self._automaton.add_word(key, (len(key), value))
        self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Leftmost-longest, non-overlapping matches as (begin, end, value), in text order."""
        haystack = text.lower() if self._fold else text
        if len(haystack) != len(text):  # a few capitals grow in lower case; offsets would shift
            haystack = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
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


def _is_boundary(text: str, position: int) -> bool:
    """Between two characters of which not both belong to words."""
    if position <= 0 or position >= len(text):
        return True
    return not (text[position - 1].isalnum() and text[position].isalnum())
