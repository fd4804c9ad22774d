"""Notices text that is not English: kg's rules would read nonsense out of it."""

import re

_WORD = re.compile(r"[^\W\d_]+")
# Words that a page of English prose cannot do without, and no other language has all of.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "his",
        "has",
        "have",
        "be",
        "said",
        "which",
        "will",
    ]
)
_ENOUGH = 0.12
_SHORTEST = 100
"""Bytes of letters in UTF-8 below which nothing can be said; scripts that say more with a letter have longer ones."""


def other_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text is written in if that is not English; None for English, and for text
    that is too short to say."""
    words = _WORD.findall(text[:4000])
    if sum(len(word.encode()) for word in words) < _SHORTEST:
        return None
    if sum(word.lower() in _ENGLISH for word in words) >= _ENOUGH * len(words):
        return None
    import py3langid  # takes a second to load, and most news never gets here

    code, _ = py3langid.classify(" ".join(words))
    if code == "pcm" and "the" in map(str.lower, words):
        return None  # names in English prose look like Nigerian Pidgin, which has "di" for "the"
    return None if code == "en" else str(code)
