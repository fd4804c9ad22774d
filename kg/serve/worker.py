"""Runs queries in processes of their own, so that one that takes too long or too much memory can be ended.

Each worker has the store open for reading. It takes a request from its pipe and sends back an answer; one that does not
in time is killed, and another takes its place.
"""

import multiprocessing
import queue
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection

_MEMORY = 4 * 1024**3
"""Bytes of address space that a worker may take."""

_START = 60.0
"""Seconds that a worker may take to open the store."""


@dataclass(frozen=True, slots=True)
class Request:
    """A query, the format of its answer by name (one for rows, one for graphs), the most rows or triples of it, and
    the values of variables of the query."""

    query: str
    row_format: str
    graph_format: str
    limit: int
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    bindings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """``format`` is the one that was used; ``cut`` says that there was more than the limit. ``error`` is for people."""

    body: bytes = b""
    format: str = ""
    cut: bool = False
    error: str | None = None


class TimedOutError(Exception):
    """The query took longer than it may, or more memory."""


class Pool:
    """Workers for one store; ``run`` may be called from many threads at once."""

    def __init__(self, path: str, size: int, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._context = multiprocessing.get_context("spawn")
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._all: set[_Worker] = set()
        for _ in range(size):
            self._start()

    def run(self, request: Request) -> Answer:
        """The answer to a request.

        Raises:
            TimedOutError: it took too long or too much.
        """
        with self._worker() as worker:
            return worker.run(request, self._seconds)

    def close(self) -> None:
        for worker in self._all:
            worker.stop()

    @contextmanager
    def _worker(self) -> Iterator["_Worker"]:
        worker = self._idle.get()
        try:
            yield worker
        finally:
            if worker.is_alive():
                self._idle.put(worker)
            else:
                self._all.discard(worker)
                self._start()

    def _start(self) -> None:
        worker = _Worker(self._context, self._path)
        self._all.add(worker)
        self._idle.put(worker)


class _Worker:
    def __init__(self, context: multiprocessing.context.SpawnContext, path: str) -> None:
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(path, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def run(self, request: Request, seconds: float) -> Answer:
        try:
            if not self._ready:
                self._ready = self._pipe.poll(_START) and bool(self._pipe.recv())  # its start is not the query's time
            self._pipe.send(request)
            if self._pipe.poll(seconds):
                answer: Answer = self._pipe.recv()
                return answer
        except (EOFError, OSError):
            pass  # ended by the kernel: too much memory
        self.stop()
        raise TimedOutError(f"the query took longer than {seconds:g} s, or too much memory; ask for less")

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(path: str, pipe: Connection) -> None:
    """The life of a worker."""
    from kg.graph import Store
    from kg.serve.answers import answer

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    with Store(path) as store:
        pipe.send(True)
        while True:
            try:
                request: Request = pipe.recv()
            except EOFError:
                return
            pipe.send(answer(store, request))
