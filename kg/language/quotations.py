"""Finds the quotations of an article: what stands between quotation marks, over as many sentences as it takes."""

from collections.abc import Iterator
from itertools import groupby

from kg.articles import Span
from kg.language.document import Parse

_MARK = '"'


def quotations(parse: Parse) -> tuple[Span, ...]:
    """Characters between quotation marks, in text order. A quotation that its paragraph leaves open ends with it."""
    found: list[Span] = []
    for _, sentences in groupby(parse.sentences, key=lambda s: s.paragraph):
        inside = list(sentences)
        found += _between(parse.text, inside[0].begin, inside[-1].end)
    return tuple(found)


def _between(text: str, begin: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for at in range(begin, end):
        if text[at] != _MARK:
            continue
        if opened is None and at + 1 < end and not text[at + 1].isspace():
            opened = at + 1
        elif opened is not None and not text[at - 1].isspace():
            yield Span(opened, at)
            opened = None
    if opened is not None:
        yield Span(opened, end)
