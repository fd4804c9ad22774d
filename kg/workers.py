"""What can be done for each article alone: reading it, and writing its graph; in this process or in several. The results
are the same, and come in the order of the articles."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from kg.articles import Article
from kg.graph import StoreError
from kg.graph.reading import Reading, reading_of
from kg.graph.writer import graph_of
from kg.knowledge import Knowledge, load_knowledge
from kg.reader import Reader, Unread, extraction_by
from kg.resolve import of_copy
from kg.resolve.across import Identity

BATCH = 8
"""Articles that are read or written together."""
FEW = 24
"""Articles for which starting processes takes longer than the work."""
_AHEAD = 3
"""Batches that wait for each worker: what is held in memory is bounded."""
Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Job:
    """How articles are read: ``model`` and folders of ``knowledge`` as for ``kg build``, and whether texts are kept."""

    model: str
    knowledge: tuple[Path, ...]
    keep_text: bool


@dataclass(frozen=True, slots=True)
class ToRead:
    """An article, and the key of the one whose words it carries, if it is a copy."""

    article: Article
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class ToWrite:
    """What was read of an article, what of identity concerns it, and the IRIs of facts that are taken back."""

    reading: Reading
    identity: Identity
    retracted: frozenset[str]


class Workshop:
    """Loads what a job needs when it is needed; one a process."""

    def __init__(self, job: Job, reader: Reader | None = None) -> None:
        self._job = job
        self._reader = reader
        self._knowledge = reader.knowledge if reader else None

    @property
    def knowledge(self) -> Knowledge:
        if self._knowledge is None:
            self._knowledge = load_knowledge(self._job.knowledge)
        return self._knowledge

    def read(self, items: Sequence[ToRead]) -> list[Reading | Unread]:
        own = [item.article for item in items if item.copy_of is None]
        facts = self.load().read(own) if own else iter(())
        run = self._reader.extraction if self._reader else extraction_by(self.knowledge, self._job.model)
        read = (next(facts) if item.copy_of is None else of_copy(item.article, item.copy_of) for item in items)
        return [e if isinstance(e, Unread) else reading_of(e, run, self._job.keep_text) for e in read]

    def load(self) -> Reader:
        """The reader, which stays as long as the process: Python's search for garbage need not go through its model and
        knowledge again and again, which took a tenth of the time of reading."""
        if self._reader is None:
            self._reader = Reader(self.knowledge, self._job.model)
            gc.collect()
            gc.freeze()
        return self._reader

    def write(self, items: Sequence[ToWrite]) -> list[tuple[str, bytes]]:
        return [write(item, self.knowledge) for item in items]


def write(item: ToWrite, knowledge: Knowledge) -> tuple[str, bytes]:
    """The key of an article and its graph in N-Quads."""
    return item.reading.key, graph_of(item.reading, knowledge, item.identity, item.retracted)


class Workers:
    """``jobs`` processes, started when there are more than a few articles; a context manager.

    Raises:
        StoreError: a process was ended from outside.
    """

    def __init__(self, job: Job, jobs: int = 1, reader: Reader | None = None) -> None:
        self._job = job
        self._jobs = jobs if reader is None else 1
        self._here = Workshop(job, reader)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def expect(self, articles: int) -> None:
        """Start the processes, which takes seconds, if so many articles are to come."""
        if self._jobs > 1 and self._pool is None and articles >= FEW:
            os.environ.setdefault("OMP_NUM_THREADS", "1")  # a process a core is enough
            self._pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), _start, (self._job,))
            for _ in range(self._jobs):
                self._pool.submit(_load)

    def read(self, articles: Iterable[ToRead]) -> Iterator[Reading | Unread]:
        return self._each(articles, self._here.read, _read)

    def write(self, readings: Iterable[ToWrite]) -> Iterator[tuple[str, bytes]]:
        return self._each(readings, self._here.write, _write)

    def _each(
        self,
        items: Iterable[Given],
        here: Callable[[Sequence[Given]], list[Made]],
        there: Callable[[Sequence[Given]], list[Made]],
    ) -> Iterator[Made]:
        stream = iter(items)
        first = list(islice(stream, FEW)) if self._jobs > 1 and self._pool is None else []
        self.expect(len(first))
        everything = chain(first, stream)
        if self._pool is None:
            for batch in _batches(everything):
                yield from here(batch)
            return
        try:
            yield from self._in_processes(self._pool, everything, there)
        except BrokenProcessPool as error:
            raise StoreError(
                "a process that read articles was ended from outside, perhaps for want of memory; what is stored "
                "stays: build again to go on, with fewer --jobs"
            ) from error

    def _in_processes(
        self,
        pool: ProcessPoolExecutor,
        items: Iterable[Given],
        work: Callable[[Sequence[Given]], list[Made]],
    ) -> Iterator[Made]:
        waiting: deque[Future[list[Made]]] = deque()
        for batch in _batches(items):
            waiting.append(pool.submit(work, batch))
            if len(waiting) > self._jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _batches(items: Iterable[Given]) -> Iterator[tuple[Given, ...]]:
    stream = iter(items)
    while batch := tuple(islice(stream, BATCH)):
        yield batch


_own: Workshop | None = None


def _start(job: Job) -> None:
    """In a new process: leave ctrl-C to the parent, and end when it does."""
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own = Workshop(job)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _load() -> None:
    """Load the model before there is anything to read."""
    assert _own is not None
    _own.load()


def _read(items: Sequence[ToRead]) -> list[Reading | Unread]:
    assert _own is not None
    return _own.read(items)


def _write(items: Sequence[ToWrite]) -> list[tuple[str, bytes]]:
    assert _own is not None
    return _own.write(items)
