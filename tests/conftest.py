"""What tests share: the reader, loaded once, and short ways from text to facts and graphs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.api import KnowledgeGraph
from kg.articles.article import Record
from kg.articles.read import to_article
from kg.graph import Store
from kg.knowledge import load_knowledge
from kg.pipeline import Reader, build
from kg.resolve import Facts

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
