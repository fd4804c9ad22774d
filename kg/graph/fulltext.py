"""Full text beside the store: names and sentences in an SQLite FTS5 index, kept in step with the graph.

The index is derived: what it covers is said by the same digest that identity was worked out from, and each article's
part by the digests of its graph, so that only articles that changed are indexed anew. A store in memory has its index in
memory; one on disk in ``find.sqlite``, or in memory where the folder cannot be written.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from pyoxigraph import Literal, NamedNode

from kg.graph.store import IN_MEMORY, Store, StoreError
from kg.graph.vocabulary import IDENTITY_GRAPH, term

_FILE = "find.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (digest TEXT);
CREATE TABLE IF NOT EXISTS articles (iri TEXT PRIMARY KEY, digest TEXT);
CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, article TEXT, kind TEXT, node TEXT, text TEXT);
CREATE INDEX IF NOT EXISTS texts_of ON texts (article);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
  text, content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER IF NOT EXISTS texts_in AFTER INSERT ON texts BEGIN
  INSERT INTO words (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER IF NOT EXISTS texts_out AFTER DELETE ON texts BEGIN
  INSERT INTO words (words, rowid, text) VALUES ('delete', old.id, old.text);
END;
"""
_FOUND = """
SELECT texts.kind, texts.node, texts.article, texts.text, snippet(words, 0, ?, ?, ' … ', 40)
FROM words JOIN texts ON texts.id = words.rowid
WHERE words MATCH ? {kinds} ORDER BY bm25(words), texts.node, texts.article
"""
NAME, SENTENCE, HEADLINE = "name", "sentence", "headline"


@dataclass(frozen=True, slots=True)
class Hit:
    """A name, sentence or headline with the words. ``node`` is the IRI of whom the name means, of the sentence, or of
    the article; ``marked`` is the text with the words between the marks that were asked for."""

    kind: str
    node: str
    article: str
    text: str
    marked: str


class FullText:
    """The index of an open store; use as a context manager."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database = _open(store)

    def __enter__(self) -> "FullText":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def sync(self) -> int:
        """Bring the index in step with the store, in one transaction; how many articles were indexed anew.

        Raises:
            StoreError: the index cannot be written; the graph has everything all the same.
        """
        try:
            return self._synced()
        except sqlite3.Error as error:
            raise StoreError(
                f"{self._store.path}: the full-text index cannot be written: {error}; the graph is complete, "
                "kg find will index it again"
            ) from error

    def _synced(self) -> int:
        graph = NamedNode(IDENTITY_GRAPH)
        state = self._store.value(graph, "kg:identifiedFrom", graph) or ""
        if self._database.execute("SELECT digest FROM state").fetchone() == (state,):
            return 0
        known = dict(self._database.execute("SELECT iri, digest FROM articles"))
        present = {article.value: (article, self._digest(article)) for article in self._store.articles()}
        changed = [iri for iri, (_, digest) in present.items() if known.get(iri) != digest]
        with self._database as database:
            for iri in [*(known.keys() - present.keys()), *changed]:
                database.execute("DELETE FROM texts WHERE article = ?", (iri,))
                database.execute("DELETE FROM articles WHERE iri = ?", (iri,))
            for iri in changed:
                article, digest = present[iri]
                rows = ((iri, kind, node, text) for kind, node, text in dict.fromkeys(self._texts(article)))
                database.executemany("INSERT INTO texts (article, kind, node, text) VALUES (?, ?, ?, ?)", rows)
                database.execute("INSERT INTO articles VALUES (?, ?)", (iri, digest))
            database.execute("DELETE FROM state")
            database.execute("INSERT INTO state VALUES (?)", (state,))
        return len(changed)

    def find(self, words: str, kinds: tuple[str, ...] = (), marks: tuple[str, str] = ("", "")) -> Iterator[Hit]:
        """Texts that have all ``words``, the best first. "Quoted words" stand together, ``word*`` is a beginning; AND,
        OR, NOT and NEAR as FTS5 reads them."""
        wanted = f"AND texts.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        query = _FOUND.format(kinds=wanted)
        try:
            found = self._database.execute(query, (*marks, words.replace("\0", " "), *kinds)).fetchall()
        except sqlite3.OperationalError:
            found = self._database.execute(query, (*marks, _plain(words), *kinds)).fetchall()
        return (Hit(*row) for row in found)

    def _digest(self, article: NamedNode) -> str:
        return f"{self._store.state_of(article)} {self._store.value(article, 'kg:identityDigest', article)}"

    def _texts(self, article: NamedNode) -> Iterator[tuple[str, str, str]]:
        """Kind, node and text of all that an article's graph has to find."""
        quads = self._store.oxigraph.quads_for_pattern
        named = {quad.subject for quad in quads(None, term("kg:namedIn"), article, article)}
        for predicate in ("rdfs:label", "skos:altLabel"):
            for quad in quads(None, term(predicate), None, article):
                if quad.subject in named and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                    yield NAME, quad.subject.value, quad.object.value
        for quad in quads(None, term("rdf:type"), term("nif:Sentence"), article):
            if isinstance(quad.subject, NamedNode):
                sentence = self._store.value(quad.subject, "nif:anchorOf", article)
                if sentence:
                    yield SENTENCE, quad.subject.value, sentence
        headline = self._store.value(article, "schema:headline", article)
        if headline:
            yield HEADLINE, article.value, headline


def _open(store: Store) -> sqlite3.Connection:
    """The index of a store; one in memory where there is none on disk and none can be made, or it is broken."""
    for file in [] if store.path == IN_MEMORY else [Path(store.path) / _FILE]:
        try:
            database = sqlite3.connect(file, timeout=60)
            database.executescript(_SCHEMA)
        except sqlite3.Error:
            continue
        return database
    database = sqlite3.connect(":memory:")
    database.executescript(_SCHEMA)
    return database


def _plain(words: str) -> str:
    """Words with signs that FTS5 reads otherwise, each as it is."""
    quoted = (word.replace('"', '""') for word in words.replace("\0", " ").split())
    return " ".join(f'"{word}"' for word in quoted) or '""'
