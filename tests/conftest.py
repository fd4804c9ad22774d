"""What tests share: the reader, loaded once, and short ways from text to facts and graphs."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from browser import installed
from playwright.sync_api import Browser, sync_playwright

from kg.api import KnowledgeGraph
from kg.articles.article import Record
from kg.articles.read import to_article
from kg.graph import Store
from kg.knowledge import load_knowledge
from kg.pipeline import Reader, build
from kg.resolve import Facts
from kg.serve import Settings, application

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(load_knowledge())


@pytest.fixture(scope="session")
def facts_of(reader: Reader) -> Callable[..., Facts]:
    """Facts of a text that was published on a Tuesday, 8 April 2014, unless another day is given."""

    def read(text: str, date: str = "2014-04-08") -> Facts:
        record = Record("test", "test", "test", text, {"title": "A headline", "date": date})
        return next(reader.facts([to_article(record)]))

    return read


@pytest.fixture(scope="session")
def examples(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    """The graph of all example articles, on disk."""
    path = tmp_path_factory.mktemp("examples") / "store"
    with Store(path, write=True) as store:
        summary = build([str(EXAMPLES)], store, reader=reader)
        assert not summary.problems
    with KnowledgeGraph(path) as graph:
        yield graph


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The address of kg serve."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(application(settings), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the system's, else Playwright's own (make test finds or installs one)."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        yield opened
        opened.close()
