"""The words of titles: spaced as in the text, in the singular, in the plural."""

import re

from kg.language.document import Token


def join(tokens: tuple[Token, ...], indices: list[int]) -> str:
    """The words as the text spaces them, with single spaces where words in between were left out."""
    out = ""
    for previous, i in zip([None, *indices], indices, strict=False):
        gap = "" if previous is None or (i == previous + 1 and tokens[previous].end == tokens[i].begin) else " "
        out += gap + tokens[i].text
    return re.sub(r"\s+", " ", out).strip()


def in_singular(text: str, plural: str, singular: str) -> str:
    """ "Foreign Ministers" → "Foreign Minister": each holder has one."""
    shown = singular.title() if plural[0].isupper() else singular
    return text.replace(plural, shown)


def plural(head: str) -> str:
    """English plural of a title: "heads of state", "prime ministers", "attorneys general" left as -s."""
    first, of, rest = head.partition(" of ")
    plural = (
        first[:-3] + "men"
        if first.endswith("man")
        else first[:-5] + "women"
        if first.endswith("woman")
        else first + "s"
    )
    return plural + of + rest
