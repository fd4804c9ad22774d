"""The store: an embedded Oxigraph on disk or in memory, or a SPARQL endpoint; one named graph an article.

On disk a store is a folder: ``kg-store.json`` says what it is, ``oxigraph/`` holds the quads, ``lock`` keeps a
second writer out. Readers share; a writer is alone. An endpoint keeps what it is in a graph of its own, and its writers
are not kept apart.
"""

import json
import os
from base64 import b64decode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import portalocker
import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from kg.articles.sources import STORE_MARKER
from kg.graph.errors import StoreError
from kg.graph.remote import Remote, is_remote
from kg.graph.vocabulary import (
    ARTICLE,
    FINGERPRINT,
    GRAPHS,
    ID,
    ONTOLOGY_GRAPH,
    PREFIXES,
    RECORD,
    number,
    term,
)
from kg.resources import resource

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.graph.reading import Reading
    from kg.graph.waiting import Waiting, WaitingThere

SCHEMA_VERSION = 2
IN_MEMORY = ":memory:"
_LOCK, _DATA = "lock", "oxigraph"
_WRITTEN = (".sst", ".log")
"""Files in which the engine (RocksDB) has what was written."""
_REMOTE = NamedNode(f"{ID}store")


class Store:
    """An open store; use as a context manager. ``path`` is a folder, ``:memory:``, or the address of an endpoint."""

    def __init__(self, path: str | Path, write: bool = False) -> None:
        """Open a store; with ``write`` it is made where there is none.

        Raises:
            StoreError: no store there, another version, in use by a writer, or not writable.
        """
        self.path = str(path)
        self._lock: portalocker.Lock | None = None
        self._revision: str | None = None
        self._waiting: Waiting | WaitingThere | None = None
        self._store: ox.Store | Remote
        if self.path == IN_MEMORY:
            self._store = ox.Store()
        elif is_remote(self.path):
            self._store = _opened(self.path, write)
        else:
            self._store = self._open(Path(path), write)
        self._writable = write or self.path == IN_MEMORY
        if self._writable:
            try:
                self._load_ontology()
            except OSError as error:
                self.close()
                raise self._unwritten(error, "nothing was stored") from error

    def _open(self, folder: Path, write: bool) -> ox.Store:
        _check(folder, write)
        try:
            if write:
                folder.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(folder, write)
            if write:
                if not (folder / STORE_MARKER).exists():
                    (folder / STORE_MARKER).write_text(json.dumps({"schema": SCHEMA_VERSION}) + "\n", encoding="utf-8")
                return ox.Store(str(folder / _DATA))
            return ox.Store.read_only(str(folder / _DATA))
        except OSError as error:
            self.close()
            raise StoreError(f"{folder}: cannot be opened: {error}") from error

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything out and let others in."""
        store = self.__dict__.pop("_store", None)
        waiting = self.__dict__.pop("_waiting", None)
        if waiting is not None:
            waiting.close()
        try:
            if store is not None and getattr(self, "_writable", False) and self.path != IN_MEMORY:
                store.flush()
            if isinstance(store, Remote):
                store.close()
        except OSError as error:
            raise self._unwritten(error, "make room and build again to go on from here") from error
        finally:
            del store
            if self._lock is not None:
                if getattr(self, "_writable", False) and self._lock.fh is not None:
                    self._lock.fh.truncate(0)  # who comes next is not told of this writer
                self._lock.release()
                self._lock = None

    def _unwritten(self, error: OSError, left: str) -> StoreError:
        """What to tell when the disk is full or read-only."""
        return StoreError(f"{self.path}: cannot be written: {error}; {left}")

    @property
    def oxigraph(self) -> ox.Store | Remote:
        """The engine itself, for queries and bulk work."""
        return self._store

    @property
    def on_disk(self) -> Path | None:
        """The folder of a store on disk."""
        return None if self.path == IN_MEMORY or isinstance(self._store, Remote) else Path(self.path)

    def revision(self) -> str | None:
        """Names what a store on disk has, from the files of the engine: another as soon as anything was written, though not
        always another for other quads. None where that is not known: in memory, at an endpoint, or open for writing."""
        if self._revision is None and self.on_disk is not None and not self._writable:
            self._revision = self._revision_now(self.on_disk / _DATA)  # while it is read, nobody writes
        return self._revision

    @staticmethod
    def _revision_now(data: Path) -> str:
        with os.scandir(data) as entries:
            files = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(_WRITTEN)]
        quads = sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in files if stat.st_size)
        return sha256(repr(quads).encode()).hexdigest()

    def dataset(self) -> "Dataset":
        """The store through the rdflib API, a copy of a remote one; its default graph is the union of all graphs."""
        from oxrdflib.store import OxigraphStore
        from rdflib import Dataset

        embedded = self._store
        if isinstance(embedded, Remote):
            embedded = ox.Store()
            embedded.extend(self._store.quads_for_pattern(None, None, None))
        dataset = Dataset(store=OxigraphStore(store=embedded), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset

    def _load_ontology(self) -> None:
        graph = NamedNode(ONTOLOGY_GRAPH)
        wanted = {
            Quad(q.subject, q.predicate, q.object, graph)
            for name in ("kg.ttl", "events.ttl")
            for q in ox.parse(path=str(resource("ontology") / name))
        }
        if set(self._store.quads_for_pattern(None, None, None, graph)) != wanted:
            self._store.clear_graph(graph)
            self._store.extend(wanted)

    # ---- articles

    def state_of(self, article: NamedNode) -> tuple[str, NamedNode] | None:
        """The content hash and the extraction run that the store has for an article."""
        content = self.value(article, "kg:contentHash", article)
        run = self.value(article, "kg:extractedBy", article)
        return None if content is None or run is None else (content, NamedNode(run))

    def replace(self, article: NamedNode, nquads: bytes) -> None:
        """Put an article's graph, as N-Quads, in place of what was there, in one transaction."""
        if isinstance(self._store, Remote):
            self._store.replace_graph(article, ox.parse(nquads, format=RdfFormat.N_QUADS))
            return
        try:
            if self._store.contains_named_graph(article):
                triples = " ".join(f"{q.triple} ." for q in ox.parse(nquads, format=RdfFormat.N_QUADS))
                self._store.update(f"DROP GRAPH {article} ; INSERT DATA {{ GRAPH {article} {{ {triples} }} }}")
            else:
                self._store.load(nquads, format=RdfFormat.N_QUADS)
        except OSError as error:
            left = "nothing of this article was stored; make room and build again to go on from here"
            raise self._unwritten(error, left) from error

    def load_new(self, nquads: bytes) -> None:
        """Add the graphs of articles that the store does not have, as fast as can be. This may stop halfway: what the
        graphs are written from must stay until it is done."""
        if isinstance(self._store, Remote):
            self._store.extend(ox.parse(nquads, format=RdfFormat.N_QUADS))
            return
        try:
            self._store.bulk_load(nquads, format=RdfFormat.N_QUADS)
        except OSError as error:
            raise self._unwritten(error, "make room and build again to go on from here") from error

    def change(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make a graph these quads, touching only those that differ, in one transaction."""
        wanted, present = set(quads), set(self._store.quads_for_pattern(None, None, None, graph))
        update = " ; ".join(
            f"{verb} DATA {{ GRAPH {graph} {{ {' '.join(f'{q.triple} .' for q in some)} }} }}"
            for verb, some in (("DELETE", present - wanted), ("INSERT", wanted - present))
            if some
        )
        try:
            if update:
                self._store.update(update)
        except OSError as error:
            raise self._unwritten(error, "the graph stays as it was; make room and build again") from error

    def articles(self) -> list[NamedNode]:
        return self._named(ARTICLE)

    # ---- articles that have been read and wait for their graphs

    @property
    def waiting(self) -> "Waiting | WaitingThere":
        """Articles that wait for their graphs, each with what was read of it."""
        if self._waiting is None:
            from kg.graph.waiting import Waiting, WaitingThere

            try:
                embedded = self._store
                self._waiting = WaitingThere(embedded) if isinstance(embedded, Remote) else Waiting(self.on_disk)
            except OSError as error:
                raise self._unwritten(error, "nothing was stored") from error
        return self._waiting

    def put_aside(self, readings: "Iterable[Reading]") -> None:
        """Keep what was read of articles until their graphs are written, in one transaction."""
        try:
            self.waiting.add(readings)
        except OSError as error:
            raise self._unwritten(error, "these articles are not stored; make room and build again") from error

    def wait_no_more(self, articles: Iterable[NamedNode]) -> None:
        """Forget what was put aside of articles, whose graphs are written now."""
        try:
            self.waiting.remove(articles)
        except OSError as error:
            raise self._unwritten(error, "make room and build again to go on from here") from error

    def fingerprint(self, article: NamedNode) -> bytes:
        """That of an article (``kg.articles.copies``); empty where the store has none."""
        return b64decode(self.value(article, FINGERPRINT, article) or "")

    def reading(self, article: NamedNode) -> "Reading":
        """What was read of an article whose graph is written."""
        from kg.graph.waiting import reading_of_graph

        found = reading_of_graph(self._store.quads_for_pattern, article, article)
        if found is None:
            raise StoreError(f"{self.path}: {article.value} has no record of its facts; build the store anew")
        return found

    def _named(self, prefix: str) -> list[NamedNode]:
        found = (g for g in self._store.named_graphs() if isinstance(g, NamedNode) and g.value.startswith(prefix))
        return sorted(found, key=lambda node: node.value)

    def value(self, node: NamedNode, predicate: str, graph: NamedNode) -> str | None:
        """The text or IRI of one property of a node in a graph."""
        found = next(self._store.quads_for_pattern(node, term(predicate), None, graph), None)
        if found is None:
            return None
        assert isinstance(found.object, NamedNode | Literal)
        return found.object.value

    def quads(self, graphs: Iterable[NamedNode] | None = None) -> Iterator[Quad]:
        """All quads but those for kg alone: of the articles, of identity, decisions and authorities, or of the graphs given."""
        if graphs is None:
            graphs = [*self.articles(), *self._named(GRAPHS)]
        hidden = {term(RECORD), term(FINGERPRINT)}
        for graph in graphs:
            for quad in self._store.quads_for_pattern(None, None, None, graph):
                if quad.predicate not in hidden:
                    yield quad


def _opened(url: str, write: bool) -> Remote:
    """An endpoint that has a store of this version, or may become one."""
    remote = Remote(url)
    version = term("kg:schemaVersion")
    found = next(remote.quads_for_pattern(_REMOTE, version, None, _REMOTE), None)
    if found is not None and found.object != number(SCHEMA_VERSION):
        raise StoreError(f"{url}: {_other_version(getattr(found.object, 'value', found.object))}")
    if found is None and write:
        remote.extend([Quad(_REMOTE, version, number(SCHEMA_VERSION), _REMOTE)])
        remote.flush()  # says at once where nothing can be written
    return remote


def _other_version(version: object) -> str:
    return f"was made by another version of kg (schema {version}, this one reads {SCHEMA_VERSION}); build it anew"


def _check(folder: Path, write: bool) -> None:
    """That the folder is a store of this version, or may become one."""
    marker = folder / STORE_MARKER
    if not marker.exists():
        if folder.is_file():
            raise StoreError(f"{folder}: is a file, not a kg store; give a folder")
        if folder.is_dir() and any(child.name != _LOCK for child in folder.iterdir()):
            raise StoreError(f"{folder}: is a folder but not a kg store; give an empty or a new one")
        if not write:
            raise StoreError(f"{folder}: there is no kg store here; make one with: kg build ARTICLES --store {folder}")
        return
    try:
        version = json.loads(marker.read_text(encoding="utf-8")).get("schema")
    except (OSError, ValueError, AttributeError) as error:
        raise StoreError(f"{marker}: cannot be read: {error}") from error
    if version != SCHEMA_VERSION:
        raise StoreError(f"{folder}: {_other_version(version)}")


def _locked(folder: Path, write: bool) -> portalocker.Lock | None:
    """A lock on the folder: alone for a writer, shared for readers."""
    path = folder / _LOCK
    if not write and not os.access(folder, os.W_OK) and not path.exists():
        return None  # a read-only copy has no writers
    kind = portalocker.LockFlags.EXCLUSIVE if write else portalocker.LockFlags.SHARED
    lock = portalocker.Lock(
        str(path),
        mode="a+" if write else "r" if path.exists() else "a+",
        timeout=0,
        fail_when_locked=True,
        flags=kind | portalocker.LockFlags.NON_BLOCKING,
    )
    try:
        handle = lock.acquire()
    except portalocker.exceptions.LockException as error:
        holder = path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""
        raise StoreError(f"{folder}: is in use by {holder or 'another kg process'}; wait until it is done") from error
    if write:
        handle.seek(0)
        handle.truncate()
        handle.write(f"process {os.getpid()}")
        handle.flush()
    return lock
