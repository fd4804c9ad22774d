"""Finds the quotations of an article: what stands between quotation marks, over as many sentences as it takes."""

from collections.abc import Iterator
from itertools import groupby

from kg.articles import Span
from kg.language.document import Parse

_MARK = '"'
_BEFORE_OPEN = {":", ",", ".", "!", "?", _MARK}


def quotations(parse: Parse) -> tuple[Span, ...]:
    """Characters between quotation marks, in text order. A quotation that its paragraph leaves open ends with it; a
    mark that opens one anew at the start of a sentence goes on with it."""
    found: list[Span] = []
    for _, sentences in groupby(parse.sentences, key=lambda s: s.paragraph):
        inside = list(sentences)
        found += _between(parse.text, inside[0].begin, inside[-1].end)
    return tuple(found)


def _between(text: str, begin: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for at in _marks(text, begin, end):
        before, behind = text[at - 1 : at] if at > begin else " ", text[at + 1 : at + 2] if at + 1 < end else " "
        if opened is None and not before.isalnum() and at + 1 < end:
            opened = at + 1
        elif opened is not None and (not before.isspace() or not behind.isalnum()):
            yield Span(opened, at)
            opened = None
    if opened is not None and _begins(text, begin, opened - 1):
        yield Span(opened, end)


def _marks(text: str, begin: int, end: int) -> Iterator[int]:
    at = text.find(_MARK, begin, end)
    while at >= 0:
        yield at
        at = text.find(_MARK, at + 1, end)


def _begins(text: str, begin: int, mark: int) -> bool:
    """Whether a mark that none closes opens a quotation, at the start of a sentence or behind a colon."""
    return mark == begin or text[begin:mark].rstrip()[-1:] in _BEFORE_OPEN
