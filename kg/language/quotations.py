"""Finds the quotations of an article: what stands between quotation marks, over as many sentences as it takes."""

import re
from collections.abc import Iterator
from itertools import groupby

from kg.articles import Span
from kg.language.document import Parse

QUOTATION_MARKS = frozenset({'"', "“", "”", "``", "''"})
"""Tokens that open or close a quotation."""
_MARK = '"'
_SINGLE = re.compile("'")
_OPENS = re.compile(r"(?:(?<=[\s(\[])|^)'(?=[A-Za-z\[])")
_ENDS = ",.!?"
_BEFORE_OPEN = {":", ",", ".", "!", "?", _MARK}


def quotations(parse: Parse) -> tuple[Span, ...]:
    """Characters between quotation marks, in text order. A quotation that its paragraph leaves open ends with it; a
    mark that opens one anew at the start of a sentence goes on with it."""
    found: list[Span] = []
    for _, sentences in groupby(parse.sentences, key=lambda s: s.paragraph):
        inside = list(sentences)
        found += _between(parse.text, inside[0].begin, inside[-1].end)
    return tuple(found)


def with_double_marks(text: str) -> str:
    """The text with single quotation marks as double ones where they stand around what somebody says, which ends with
    a comma, a full stop or the like: "'We agree,' he said". Apostrophes and scare quotes stay. Not a character longer."""
    found = list(text)
    begin = 0
    while (opened := _OPENS.search(text, begin)) is not None:
        closed = next(
            (m.start() for m in _SINGLE.finditer(text, opened.end()) if not _is_apostrophe(text, m.start())), -1
        )
        begin = opened.end()
        if closed > 0 and text[closed - 1] in _ENDS and not text[closed + 1 : closed + 2].isalnum():
            found[opened.start()] = found[closed] = _MARK
            begin = closed + 1
    return "".join(found)


def _is_apostrophe(text: str, at: int) -> bool:
    """ "Don't", "the states' rights"."""
    before, behind = text[at - 1], text[at + 1 : at + 2]
    return before.isalnum() and (behind.isalnum() or (before == "s" and behind == " "))


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
