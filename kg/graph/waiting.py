"""Articles that have been read and whose graphs are not yet written. Of a store on disk they are in an SQLite file beside
the engine, which takes and forgets them faster than the engine could; of an endpoint in graphs of their own."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kg.graph.reading import Extraction, Reading, reading_from, reading_in
from kg.graph.remote import Remote
from kg.graph.vocabulary import ARTICLE, WAITING, article_iri

_FILE = "waiting.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS waiting (
  article TEXT PRIMARY KEY, version TEXT, model TEXT, rules TEXT, record TEXT, text TEXT, fingerprint BLOB
)
"""
_FIELDS = "version, model, rules, record, text, fingerprint"
_ADD = f"REPLACE INTO waiting (article, {_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (a constant)
_OF = f"SELECT {_FIELDS} FROM waiting WHERE article = ?"  # noqa: S608 (a constant)


class Waiting(Mapping[NamedNode, Reading]):
    """Articles that wait, each with what was read of it, in a file; in memory without a folder.

    Raises:
        OSError: the file cannot be made.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / _FILE if folder else None
        try:
            self._database = sqlite3.connect(self._file or ":memory:", check_same_thread=False)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")  # a crash of the machine may cost what was read last
            self._database.execute(_SCHEMA)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def __getitem__(self, article: NamedNode) -> Reading:
        row = self._database.execute(_OF, (article.value,)).fetchone()
        if row is None:
            raise KeyError(article)
        version, model, rules, record, text, fingerprint = row
        return reading_from(record, Extraction(version, model, rules), text, fingerprint)

    def __iter__(self) -> Iterator[NamedNode]:
        rows = self._database.execute("SELECT article FROM waiting ORDER BY article").fetchall()
        return (NamedNode(article) for (article,) in rows)

    def __len__(self) -> int:
        return int(self._database.execute("SELECT COUNT(*) FROM waiting").fetchone()[0])

    def __contains__(self, article: object) -> bool:
        value = getattr(article, "value", None)
        return self._database.execute("SELECT 1 FROM waiting WHERE article = ?", (value,)).fetchone() is not None

    def add(self, readings: Iterable[Reading]) -> None:
        """Take readings in, in one transaction.

        Raises:
            OSError: they cannot be written.
        """
        rows = [
            (
                article_iri(each.key).value,
                each.extraction.version,
                each.extraction.model,
                each.extraction.rules,
                each.record,
                each.text,
                each.fingerprint,
            )
            for each in readings
        ]
        self._change(_ADD, rows)

    def remove(self, articles: Iterable[NamedNode]) -> None:
        """Let articles go, in one transaction.

        Raises:
            OSError: it cannot be written.
        """
        self._change("DELETE FROM waiting WHERE article = ?", [(article.value,) for article in articles])

    def _change(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        try:
            with self._database as database:
                database.executemany(statement, rows)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def close(self) -> None:
        """Close the file, and remove it where nothing waits any more."""
        is_over = not len(self)
        self._database.close()
        if is_over and self._file is not None:
            self._file.unlink(missing_ok=True)


class WaitingThere(Mapping[NamedNode, Reading]):
    """Articles that wait at an endpoint, each in a graph of its own."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote

    def __getitem__(self, article: NamedNode) -> Reading:
        found = reading_of_graph(self._remote.quads_for_pattern, article, _place(article))
        if found is None:
            raise KeyError(article)
        return found

    def __iter__(self) -> Iterator[NamedNode]:
        places = sorted(g.value for g in self._remote.named_graphs() if g.value.startswith(WAITING))
        return (NamedNode(ARTICLE + place.removeprefix(WAITING)) for place in places)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def add(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            place = _place(article_iri(reading.key))
            self._remote.replace_graph(place, reading.quads(place))

    def remove(self, articles: Iterable[NamedNode]) -> None:
        for article in articles:
            self._remote.clear_graph(_place(article))

    def close(self) -> None:
        """Nothing is open here but what the endpoint's connection closes."""


def reading_of_graph(quads: Callable[..., Iterator[ox.Quad]], article: NamedNode, graph: NamedNode) -> Reading | None:
    """What was read of an article, from a graph that has its record; None where it has none."""
    found = list(quads(article, None, None, graph))
    run = next((q.object for q in found if q.predicate.value.endswith("#extractedBy")), None)
    return reading_in(iter([*found, *(quads(run, None, None, graph) if run is not None else ())]), article)


def _place(article: NamedNode) -> NamedNode:
    return NamedNode(WAITING + article.value.removeprefix(ARTICLE))
