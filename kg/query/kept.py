"""Answers to saved queries that take long, kept beside a store on disk until it changes.

``answers/REVISION/`` in the store's folder has one file an answer: SPARQL 1.1 results as TSV, compressed, named by a
digest of the query with its parameters bound. A revision is made of the engine's own files, so that whoever writes into
the store makes all kept answers void. They are only ever a shortcut: one that cannot be read is worked out, one that
cannot be written is not kept.
"""

import gzip
import hashlib
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.graph import Store

_FOLDER = "answers"
_TSV = ox.QueryResultsFormat.TSV
_SLOW = 0.2
"""Seconds from which on an answer is kept."""
_MOST = 200
"""Answers that are kept at once; those that were made first make room."""

Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def kept_or_asked(store: Store, query: str, ask: Callable[[], Found]) -> Found:
    """The kept answer to a query, with all parameters bound, or what ``ask`` finds, which is kept if it took long."""
    file = _file(store, query)
    if file is None:
        return ask()
    body = _read(file)
    if body is None:
        begin = time.monotonic()
        found = ask()
        if not isinstance(found, ox.QuerySolutions):
            return found
        body = found.serialize(format=_TSV) or b""
        if time.monotonic() - begin >= _SLOW:
            _keep(file, body)
    rows = ox.parse_query_results(body, format=_TSV)
    assert isinstance(rows, ox.QuerySolutions)
    return rows


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
