"""Answers that are rows of a kept one: those on one side of a date, or of reports the last.

The parameters' signs and the line "rows of" at the head of a query say which (``kg/query/saved.py``). Answers are SPARQL 1.1
results as TSV, whose cells are compared as the text of their literals.
"""

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.query.saved import Parameter, RowsOf, find_saved, parse_saved

_ESCAPED = re.compile(r'["\\\x00-\x1f]')
"""What TSV writes with a backslash."""
_TEXT = ox.Literal("").datatype
Row = list[bytes]


def source_of_rows(query: str, values: Mapping[str, ox.NamedNode | ox.Literal]) -> str | None:
    """The query of whose whole answer those to ``query`` are rows; None where a parameter says more than which rows."""
    saved = parse_saved("", query)
    of_rows = {parameter.name for parameter in saved.parameters if parameter.is_of_rows}
    plain = all(
        name in of_rows
        and isinstance(value, ox.Literal)
        and value.datatype == _TEXT
        and not _ESCAPED.search(value.value)
        for name, value in values.items()
    )
    if not values or not plain:
        return None
    return find_saved(saved.rows_of.query).text if saved.rows_of else query


def rows_that_count(whole: bytes, query: str, values: Mapping[str, ox.NamedNode | ox.Literal]) -> bytes:
    """The answer to ``query`` from that to its source: what it finds after a date is what is found at all, after it."""
    saved = parse_saved("", query)
    head, *lines = whole.splitlines()
    columns = head.decode().replace("?", "").split("\t")
    rows = [line.split(b"\t") for line in lines]
    for parameter in saved.parameters:
        if parameter.name in values:
            column = columns.index(parameter.variable or "")
            rows = [row for row in rows if _counts(row[column], parameter, values[parameter.name].value)]
    if saved.rows_of:
        each = columns.index(saved.rows_of.each)
        kept = _last_reports(rows, columns, saved.rows_of)
        rows = sorted(
            (row[:each] + row[each + 1 :] for row in kept), key=lambda row: [_text(cell) or "" for cell in row]
        )
        head = b"\t".join(f"?{name}".encode() for name in columns if name != saved.rows_of.each)
    return b"".join(line + b"\n" for line in (head, *map(b"\t".join, rows)))


def _text(cell: bytes) -> str | None:
    """The text of a literal; None of anything else."""
    text = cell.decode()
    return text[1 : text.rindex('"')] if text.startswith('"') else None


def _counts(cell: bytes, parameter: Parameter, value: str) -> bool:
    """Whether a literal, as its text, is on the side of the value that the parameter's sign tells, or has it inside; up
    to "2014" is all that begins so."""
    text = _text(cell)
    if text is None:
        return False
    if parameter.sign == "*=":
        return value.lower() in text.lower()
    return text >= value if parameter.sign == ">=" else text[: len(value)] <= value


def _last_reports(rows: list[Row], columns: list[str], of: RowsOf) -> list[Row]:
    last, each, without = (columns.index(name) for name in (of.last, of.each, of.without))
    latest: dict[bytes, str] = {}
    for row in rows:
        latest[row[each]] = max(latest.get(row[each], ""), _text(row[last]) or "")
    return [row for row in rows if _text(row[last]) == latest[row[each]] and _text(row[without]) != of.not_value]
