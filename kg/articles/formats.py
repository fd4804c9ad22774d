"""Turns the bytes of one file into records, a function a format."""

import codecs
import csv
import io
import json
import re
import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import IO, Any

from kg.articles.article import FieldMap, Problem, Record
from kg.articles.json_values import json_values
from kg.articles.sources import RawFile

Reader = Callable[[RawFile, FieldMap], Iterator[Record | Problem]]
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_MOST_CONTROL = 0.01
_LONGEST_CELL = 16_000_000
"""Characters; Python's own limit is less than a long transcript. A quotation mark that is never closed ends here."""


def records(file: RawFile, fields: FieldMap) -> Iterator[Record | Problem]:
    """Yield the records of ``file``, and a Problem for each that cannot be read."""
    try:
        if _is_empty(file):
            yield Problem(file.name, "is empty")
        else:
            yield from READERS[file.suffix](file, fields)
    except (OSError, EOFError, zlib.error) as error:
        yield Problem(file.name, f"cannot be read: {error}")


def _is_empty(file: RawFile) -> bool:
    with file.open() as stream:
        return not any(piece.strip() for piece in iter(lambda: stream.read(1 << 16), b""))


def decode(content: bytes) -> str | None:
    """The text of ``content``, or None if it is no text: UTF-8, UTF-16 with its mark, else Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content:
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return None if len(_CONTROL.findall(text)) > len(text) * _MOST_CONTROL else text


def _text(file: RawFile, fields: FieldMap) -> Iterator[Record | Problem]:
    text = decode(file.content)
    if text is None:
        yield Problem(file.name, "is not text (binary content)")
        return
    yield Record(file.name, file.key, PurePosixPath(file.key).name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _html(file: RawFile, fields: FieldMap) -> Iterator[Record | Problem]:
    import trafilatura  # slow to import, and only pages need it

    page: Any = trafilatura.bare_extraction(
        file.content, with_metadata=True, include_comments=False, include_tables=False
    )
    values = page.as_dict() if page else {}
    text = (values.get("text") or "").replace("\n", "\n\n")
    if not text.strip():
        yield Problem(file.name, "no article found in this page")
        return
    found = {"title": "title", "author": "author", "date": "date", "url": "url", "publisher": "sitename"}
    metadata = {ours: str(values[theirs]) for ours, theirs in found.items() if values.get(theirs)}
    yield Record(file.name, file.key, PurePosixPath(file.key).name, text, metadata)


def _json(file: RawFile, fields: FieldMap) -> Iterator[Record | Problem]:
    """One article or a list of them, which is larger than memory at times."""
    encoding = _encoding(file)
    if encoding is None:
        yield Problem(file.name, "is not text (binary content)")
        return
    count = 0
    with io.TextIOWrapper(file.open(), encoding, errors="replace", newline="") as stream:
        try:
            for number, item in json_values(stream):
                count += 1
                yield _record(file, f"record {count}", number, item, fields)
        except json.JSONDecodeError as error:
            problem = f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
            yield Problem(file.name, problem + (f"; {count} records before it are read" if count else ""))
        except RecursionError:
            yield Problem(f"{file.name}, record {count + 1}", "is nested too deeply; what follows is not read")


def _json_lines(file: RawFile, fields: FieldMap) -> Iterator[Record | Problem]:
    """Line by line: such files are larger than memory at times."""
    with file.open() as stream:
        for number, line in enumerate(_lines(stream), 1):
            text = decode(line)
            if text is None:
                yield Problem(f"{file.name}, line {number}", "is not text (binary content)")
            elif text.strip():
                yield _json_line(file, number, text, fields)


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    start = stream.read(2)
    stream.seek(0)
    if start not in (b"\xff\xfe", b"\xfe\xff"):
        return iter(stream)
    return iter((decode(stream.read()) or "").encode().split(b"\n"))  # in UTF-16 an end of line is no single byte


def _json_line(file: RawFile, number: int, text: str, fields: FieldMap) -> Record | Problem:
    try:
        item = json.loads(text)
    except json.JSONDecodeError as error:
        return Problem(f"{file.name}, line {number}", f"is not JSON: {error.msg} at column {error.colno}")
    except RecursionError:
        return Problem(f"{file.name}, line {number}", "is nested too deeply")
    return _record(file, f"line {number}", number, item, fields)


def _csv(file: RawFile, fields: FieldMap) -> Iterator[Record | Problem]:
    """Row by row, as tables of news are larger than memory at times; read once before to know the encoding."""
    encoding = _encoding(file)
    if encoding is None:
        yield Problem(file.name, "is not text (binary content)")
        return
    csv.field_size_limit(_LONGEST_CELL)
    with io.TextIOWrapper(file.open(), encoding, errors="replace", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t" if file.suffix == ".tsv" else ",")
        number = 0
        try:
            for number, row in enumerate(rows, 1):
                yield _record(file, f"row {number}", number, row, fields)
        except csv.Error as error:
            yield Problem(f"{file.name}, row {number + 1}", f"is no table from here on: {error}")


def _encoding(file: RawFile) -> str | None:
    """How ``decode`` would read all of a file, with little of it in memory."""
    with file.open() as stream:
        pieces = iter(lambda: stream.read(1 << 20), b"")
        first = next(pieces, b"")
        if first.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "utf-16"
        utf_8, is_utf_8, control, length = codecs.getincrementaldecoder("utf-8")(), True, 0, 0
        for piece in chain([first], pieces):
            if b"\x00" in piece:
                return None
            control += len(_CONTROL.findall(piece.decode("latin-1")))
            length += len(piece)
            try:
                utf_8.decode(piece)
            except UnicodeDecodeError:
                is_utf_8 = False
    if control > length * _MOST_CONTROL:
        return None
    return "utf-8-sig" if is_utf_8 else "cp1252"


def _record(file: RawFile, place: str, number: int | None, item: Any, fields: FieldMap) -> Record | Problem:
    where = f"{file.name}, {place}"
    if not isinstance(item, dict):
        return Problem(where, "is not a JSON object")
    text = _field(item, fields.text)
    if not text.strip():
        return Problem(where, f"has no text; looked for the fields {', '.join(fields.text)} (see --text-field)")
    names = ("title", "date", "url", "author", "publisher")
    values = {name: value for name in names if (value := _field(item, getattr(fields, name)).strip())}
    number_key = PurePosixPath(file.key).name + ("" if number is None else f"-{number}")
    identifier = _field(item, fields.id).strip() or number_key
    return Record(where, identifier, identifier, text, values)


def _field(item: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = item.get(name)
        if isinstance(value, list):
            value = ", ".join(str(v) for v in value)
        if value not in (None, ""):
            return str(value)
    return ""


READERS: dict[str, Reader] = {
    ".txt": _text,
    ".md": _text,
    ".html": _html,
    ".htm": _html,
    ".json": _json,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _csv,
    ".tsv": _csv,
}
