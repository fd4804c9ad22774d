"""Answers to saved queries that take long, kept beside a store on disk until it changes.

``answers/REVISION/`` in the store's folder has one file an answer: SPARQL 1.1 results as TSV, compressed, named by a
digest of the query with its parameters bound. A revision is made of the engine's own files, so that whoever writes into
the store makes all kept answers void. They are only ever a shortcut: one that cannot be read is worked out, one that
cannot be written is not kept. Short answers are remembered by the process as well, as long as it has the store open for
reading, which keeps writers out.
"""

import gzip
import hashlib
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

import pyoxigraph as ox

from kg.graph import Store
from kg.query.kept_rows import rows_that_count, source_of_rows

_FOLDER = "answers"
_TSV = ox.QueryResultsFormat.TSV
_SLOW = 0.2
"""Seconds from which on an answer is kept."""
_MOST = 200
"""Answers that are kept at once; those that were made first make room."""
_SHORT = 100_000
"""Bytes of an answer that is remembered, at most."""
_MOST_REMEMBERED = 500
_REMEMBERED: WeakKeyDictionary[Store, dict[str, bytes]] = WeakKeyDictionary()
Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class Question:
    """A saved query as it is written, the terms of its parameters, and both bound into one text."""

    text: str
    values: Mapping[str, ox.NamedNode | ox.Literal]
    bound: str


def kept_or_asked(store: Store, question: Question, ask: Callable[[], Found]) -> Found:
    """The kept answer to a saved query, or rows of one to a whole query, or what ``ask`` finds; what took long is
    kept, what is short is remembered."""
    file = _file(store, question.bound)
    if file is None:
        return ask()
    remembered = _REMEMBERED.setdefault(store, {})
    body = remembered.get(question.bound) or _read(file)
    if body is None:
        begin = time.monotonic()
        found = _rows_of_whole(store, question) or ask()
        if not isinstance(found, bytes | ox.QuerySolutions):
            return found
        body = found if isinstance(found, bytes) else found.serialize(format=_TSV) or b""
        if time.monotonic() - begin >= _SLOW:
            _keep(file, body)
    if len(body) <= _SHORT:
        if len(remembered) >= _MOST_REMEMBERED:
            remembered.clear()
        remembered[question.bound] = body
    rows = ox.parse_query_results(body, format=_TSV)
    assert isinstance(rows, ox.QuerySolutions)
    return rows


def _rows_of_whole(store: Store, question: Question) -> bytes | None:
    """The answer as rows of a kept one, where the parameters that are given say no more than which of these count."""
    source = source_of_rows(question.text, question.values)
    file = None if source is None else _file(store, source)
    whole = None if file is None else _read(file)
    return None if whole is None else rows_that_count(whole, question.text, question.values)


def is_kept(store: Store, query: str) -> bool:
    """Whether the answer to a query, with all parameters bound, took long enough to be kept."""
    file = _file(store, query)
    return file is not None and file.exists()


def _file(store: Store, query: str) -> Path | None:
    """Where an answer of a store is kept; nowhere in memory, far away, and while the store may be changing."""
    revision = store.revision()
    if store.on_disk is None or revision is None:
        return None
    return store.on_disk / _FOLDER / revision / f"{hashlib.sha256(query.encode()).hexdigest()}.tsv.gz"


def _read(file: Path) -> bytes | None:
    try:
        return gzip.decompress(file.read_bytes())
    except (OSError, EOFError, zlib.error):
        return None


def _keep(file: Path, body: bytes) -> None:
    """Write an answer in one step, and forget those of other revisions and those that are too many."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for other in file.parent.parent.iterdir():
            if other != file.parent:
                shutil.rmtree(other, ignore_errors=True)
        kept = sorted(file.parent.glob("*.gz"), key=lambda path: path.stat().st_mtime)
        for old in kept[: max(0, len(kept) + 1 - _MOST)]:
            old.unlink(missing_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as output:
            output.write(gzip.compress(body, compresslevel=1))
        Path(name).replace(file)
    except OSError:
        return
