"""Who is who across the articles of a store: read from their records, written into their graphs.

Identity depends on the set of articles and decisions alone. It is worked out anew when that set has changed; graphs that
wait to be written are written under their final names, and of the others only those are touched that it changes, each in
one transaction: a run that is stopped is completed by the next.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.articles.spool import Spool
from kg.graph import Store
from kg.graph.careers import career_quads
from kg.graph.curation import decisions_of, retracted_of
from kg.graph.fact_iris import without
from kg.graph.fulltext import FullText
from kg.graph.reading import Reading
from kg.graph.vocabulary import IDENTITY_GRAPH, INFERRED_GRAPH, article_iri, event_iri, identifier, term, text
from kg.graph.writer import digest, renaming
from kg.knowledge import Knowledge
from kg.resolve import Facts
from kg.resolve.across import Careers, Decisions, Identifier, Identity, with_events
from kg.workers import ToWrite, Workers, write

_GRAPH = NamedNode(IDENTITY_GRAPH)
_BATCH = 96
"""Graphs that are loaded at once."""
Told = Callable[[str, int, int], None]


class Readings:
    """What was read of the articles of a store; of those that this build has read, from a spool beside it, which takes a
    tenth of the time."""

    def __init__(self, store: Store, fresh: Spool[Reading] | None = None) -> None:
        self._store = store
        self._fresh = fresh
        self._places = {article_iri(reading.key): i for i, reading in enumerate(fresh or ())}
        self.waiting = frozenset(store.waiting)

    def of(self, article: NamedNode) -> Reading:
        if self._fresh is not None and article in self._places:
            return self._fresh[self._places[article]]
        return self._store.waiting[article] if article in self.waiting else self._store.reading(article)

    def state_of(self, article: NamedNode) -> tuple[str, NamedNode] | None:
        """The content hash and the run, as ``Store.state_of`` has them once the graph is written."""
        if article not in self.waiting:
            return self._store.state_of(article)
        reading = self.of(article)
        return reading.digest, reading.extraction.iri


def identify(
    store: Store,
    knowledge: Knowledge,
    workers: Workers | None = None,
    fresh: Spool[Reading] | None = None,
    told: Told = lambda article, done, of: None,
) -> int:
    """Bring identity across articles up to date, and write the graphs that wait; how many articles' graphs have changed.

    ``fresh`` are readings that wait in the store as well. ``told`` hears of each graph that is written: the article, how
    many are done, and of how many.
    """
    decisions, retracted = decisions_of(store), retracted_of(store)
    readings, present = Readings(store, fresh), frozenset(store.articles())
    waiting = readings.waiting
    articles = sorted(present | waiting, key=lambda node: node.value)
    states = ((article.value, readings.state_of(article)) for article in articles)
    state = state_of_articles(states, decisions, retracted, knowledge)
    if not waiting and store.value(_GRAPH, "kg:identifiedFrom", _GRAPH) == state:
        return 0
    gathered, careers = Identifier(knowledge, decisions), Careers(knowledge)
    for facts in _facts(readings, articles, retracted):
        gathered.add(facts)
    named = gathered.entities()
    renamings: list[tuple[str, str]] = []

    def second_reading() -> Iterator[Facts]:
        for facts in _facts(readings, articles, retracted):
            careers.add(facts, named)
            renamings.append((facts.article.key, renaming(facts, named)))
            yield facts

    identity = with_events(named, second_reading())
    changed = [
        article
        for article, (key, renamed) in zip(articles, renamings, strict=True)
        if article in waiting
        or store.value(article, "kg:identityDigest", article) != digest(key, renamed, identity, retracted)
    ]
    tasks = (_task(readings.of(article), identity, retracted) for article in changed)
    graphs = workers.write(tasks) if workers else (write(task, knowledge) for task in tasks)
    for done, article in enumerate(_written(store, graphs, waiting, present), 1):
        told(article, done, len(changed))
    found = career_quads(careers.occupancies(), careers.contradictions())
    store.change(_GRAPH, (*identity_quads(identity, state), *found))
    store.change(NamedNode(INFERRED_GRAPH), ())  # what followed from the graph as it was
    if store.on_disk:
        with FullText(store) as index:
            index.sync()
    return len(changed)


def _facts(readings: Readings, articles: list[NamedNode], retracted: frozenset[str]) -> Iterator[Facts]:
    return (without(readings.of(article).facts(), retracted) for article in articles)


def state_of_articles(
    states: Iterable[tuple[str, tuple[str, NamedNode] | None]],
    decisions: Decisions,
    retracted: frozenset[str],
    knowledge: Knowledge,
) -> str:
    """Names the set of articles, decisions and knowledge that identity was worked out from; ``states`` are articles' IRIs
    with what ``Store.state_of`` gives, in order."""
    found = hashlib.sha256(f"{knowledge.digest} {sorted(decisions.decisions)} {sorted(retracted)}".encode())
    for article, state in states:
        found.update(f"{article} {state}\n".encode())
    return found.hexdigest()


def _task(reading: Reading, identity: Identity, retracted: frozenset[str]) -> ToWrite:
    return ToWrite(reading, identity.in_article(reading.key), retracted)


def _written(
    store: Store,
    graphs: Iterable[tuple[str, bytes]],
    waiting: frozenset[NamedNode],
    present: frozenset[NamedNode],
) -> Iterator[str]:
    """Put graphs into the store, new ones many at a time; the keys of their articles."""
    new: dict[NamedNode, bytes] = {}
    with _Loader(store) as loader:
        for key, nquads in graphs:
            article = article_iri(key)
            if article in waiting and article not in present:
                new[article] = nquads
            elif article in waiting:
                store.replace(article, nquads)
                store.wait_no_more([article])
            else:
                store.change(article, parse(nquads, format=RdfFormat.N_QUADS))
            if len(new) == _BATCH:
                loader.load(new)
                new = {}
            yield key
        loader.load(new)


class _Loader:
    """Loads new graphs in a thread of its own, one batch at a time, while the next are being made; a context manager."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(1)
        self._last: Future[None] | None = None

    def __enter__(self) -> "_Loader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()
        if self._last is not None and error is None:
            self._last.result()

    def load(self, graphs: Mapping[NamedNode, bytes]) -> None:
        if self._last is not None:
            self._last.result()
        self._last = self._thread.submit(self._loaded, graphs)

    def _loaded(self, graphs: Mapping[NamedNode, bytes]) -> None:
        self._store.load_new(b"".join(graphs.values()))
        self._store.wait_no_more(graphs)


def identity_quads(identity: Identity, state: str) -> Iterator[Quad]:
    """The identity graph: old names with those they lead to, and what it was worked out from."""
    yield Quad(_GRAPH, term("kg:identifiedFrom"), text(state), _GRAPH)
    for (kind, key), leads in identity.leads.items():
        for lead in leads:
            if lead != key:
                yield Quad(identifier(kind, key), term("dcterms:isReplacedBy"), identifier(kind, lead), _GRAPH)
    for ref, common in identity.events.items():
        own, shared = event_iri(*ref), event_iri(common.article, common.begin, common.type)
        if own != shared:
            yield Quad(own, term("dcterms:isReplacedBy"), shared, _GRAPH)
