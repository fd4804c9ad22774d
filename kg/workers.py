"""Articles to their graphs, in this process or in several. The graphs are the same, and come in the order of the articles."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from pathlib import Path

from kg.articles import Article
from kg.graph import StoreError
from kg.graph.record import record
from kg.graph.writer import quads
from kg.knowledge import load_knowledge
from kg.reader import Reader
from kg.resolve import Facts

BATCH = 8
"""Articles that a worker takes at once."""
FEW = 24
"""Articles for which starting processes takes longer than reading them."""
_AHEAD = 3
"""Batches that wait for each worker: what is held in memory is bounded."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One article's graph as N-Quads, with counts of its facts."""

    key: str
    nquads: bytes
    roles: int
    events: int
    statements: int


@dataclass(frozen=True, slots=True)
class Job:
    """How articles are read: ``model`` and folders of ``knowledge`` as for ``kg build``, and whether texts are kept."""

    model: str
    knowledge: tuple[Path, ...]
    keep_text: bool


def graphs(articles: Iterable[Article], job: Job, jobs: int, reader: Reader | None = None) -> Iterator[Graph]:
    """Graphs of ``articles``, in their order; by ``reader`` in this process, or by ``jobs`` processes where there is none
    and there are more than a few articles.

    Raises:
        StoreError: a process was ended from outside.
    """
    stream = iter(articles)
    first = list(islice(stream, FEW)) if jobs > 1 and reader is None else []
    if len(first) < FEW:
        if first or reader or jobs == 1:
            yield from _read_here(chain(first, stream), job, reader)
        return
    try:
        yield from _read_in_processes(chain(first, stream), job, jobs)
    except BrokenProcessPool as error:
        raise StoreError(
            "a process that read articles was ended from outside, perhaps for want of memory; what is stored stays: "
            "build again to go on, with fewer --jobs"
        ) from error


def _read_here(articles: Iterable[Article], job: Job, reader: Reader | None) -> Iterator[Graph]:
    for article in articles:
        reader = reader or _reader(job)
        yield from (_graph(facts, reader, job) for facts in reader.facts([article]))


def _read_in_processes(articles: Iterable[Article], job: Job, jobs: int) -> Iterator[Graph]:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # a process a core is enough
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (job,))
    try:
        waiting: deque[Future[list[Graph]]] = deque()
        stream = iter(articles)
        while batch := tuple(islice(stream, BATCH)):
            waiting.append(pool.submit(_work, batch))
            if len(waiting) > jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_own: tuple[Reader, Job] | None = None


def _start(job: Job) -> None:
    """In a new process: load what reading needs; leave ctrl-C to the parent, and end when it does."""
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own = _reader(job), job


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(articles: tuple[Article, ...]) -> list[Graph]:
    assert _own is not None
    reader, job = _own
    return [_graph(facts, reader, job) for facts in reader.facts(articles)]


def _reader(job: Job) -> Reader:
    return Reader(load_knowledge(job.knowledge), job.model)


def _graph(facts: Facts, reader: Reader, job: Job) -> Graph:
    found = [*quads(facts, reader.extraction, reader.knowledge, job.keep_text), record(facts, job.keep_text)]
    text = "".join(f"{quad} .\n" for quad in found).encode()
    return Graph(facts.article.key, text, len(facts.roles), len(facts.events), len(facts.statements))
