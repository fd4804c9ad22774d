"""Full text beside the store: names and sentences in an SQLite FTS5 index, kept in step with the graph, and a table of
all names of each person, organisation, state and place, which finds them by part of a name.

The index is derived: what it covers is said by the same digest that identity was worked out from, and each article's
part by the digests of its graph, so that only articles that changed are indexed anew. A store in memory, and one that is
remote, has its index in memory, made when it is asked; one on disk in ``find.sqlite``, or in memory where the folder cannot be written.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from pyoxigraph import Literal, NamedNode

from kg.graph.errors import StoreError
from kg.graph.store import Store
from kg.graph.vocabulary import IDENTITY_GRAPH, PREFIXES, term

_FILE = "find.sqlite"
_VERSION = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (digest TEXT);
CREATE TABLE IF NOT EXISTS articles (iri TEXT PRIMARY KEY, digest TEXT);
CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, article TEXT, kind TEXT, node TEXT, text TEXT);
CREATE INDEX IF NOT EXISTS texts_of ON texts (article);
CREATE TABLE IF NOT EXISTS names (node TEXT, name TEXT, PRIMARY KEY (node, name)) WITHOUT ROWID;
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
_EMPTY = f"""
DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS texts; DROP TABLE IF EXISTS names;
DROP TABLE IF EXISTS articles; DROP TABLE IF EXISTS state; PRAGMA user_version = {_VERSION};
"""
_FOUND = """
SELECT texts.kind, texts.node, texts.article, texts.text, snippet(words, 0, ?, ?, ' … ', 40)
FROM words JOIN texts ON texts.id = words.rowid
WHERE words MATCH ? {kinds} ORDER BY bm25(words), texts.node, texts.article
"""
NAME, SENTENCE, HEADLINE = "name", "sentence", "headline"
_NAMED = tuple(PREFIXES[kind] for kind in ("person", "organisation", "state", "place"))
_NAMES = tuple(map(term, ("rdfs:label", "skos:altLabel", "kg:iso2", "kg:iso3")))


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
        if self.is_in_step():
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
                database.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", self._names(article))
                database.execute("INSERT INTO articles VALUES (?, ?)", (iri, digest))
            database.execute("DELETE FROM state")
            database.execute("INSERT INTO state VALUES (?)", (self.state_of(self._store),))
        return len(changed)

    def is_in_step(self) -> bool:
        """Whether the index covers the graph as it is."""
        return bool(self._database.execute("SELECT digest FROM state").fetchone() == (self.state_of(self._store),))

    @staticmethod
    def state_of(store: Store) -> str:
        """Which articles a store has, as a digest; the index of the same digest covers them."""
        graph = NamedNode(IDENTITY_GRAPH)
        return store.value(graph, "kg:identifiedFrom", graph) or ""

    def nodes_called(self, part: str, kind: str = "", most: int = 1000) -> list[str] | None:
        """IRIs that begin with ``kind`` of all that have ``part`` in a name or ISO code, whatever its case; a few too
        many where a name is no longer in use. None where there are more than ``most``."""
        found = self._database.execute(
            "SELECT DISTINCT node FROM names WHERE node >= ? AND node < ? AND instr(name, ?) ORDER BY node LIMIT ?",
            (kind, f"{kind}\U0010ffff", part.lower(), most + 1),
        ).fetchall()
        return None if len(found) > most else [node for (node,) in found]

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

    def _names(self, article: NamedNode) -> set[tuple[str, str]]:
        """Nodes and their names, in lower case."""
        return {
            (quad.subject.value, quad.object.value.lower())
            for predicate in _NAMES
            for quad in self._store.oxigraph.quads_for_pattern(None, predicate, None, article)
            if isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, Literal)
            and quad.subject.value.startswith(_NAMED)
        }

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
    for file in [store.on_disk / _FILE] if store.on_disk else []:
        try:
            database = sqlite3.connect(file, timeout=60)
            if database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                database.executescript(_EMPTY + _SCHEMA)
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
