"""What ``from kg import …`` gives: the same steps as the command line, for programs and notebooks."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from rdflib import Dataset

from kg.graph import Store
from kg.graph import export as export_quads
from kg.graph.fulltext import FullText, Hit
from kg.graph.shapes import Violation
from kg.graph.shapes import validate as validate_quads
from kg.graph.store import IN_MEMORY
from kg.pipeline import DEFAULT_MODEL, Summary
from kg.pipeline import build as build_store
from kg.query import Result, find_saved, run_query
from kg.query.bindings import term_of
from kg.query.entities import find_entity
from kg.query.network import Network, Period, Ranked, Step
from kg.query.profile import Profile, profile
from kg.view import Wanted, render, view_of

_PARTIES = ("person", "organisation")


@dataclass(frozen=True, slots=True)
class View:
    """A page of the graph. Notebooks show it in a frame of its own; ``save`` writes it."""

    html: str

    def save(self, path: str | Path) -> None:
        Path(path).write_text(self.html, encoding="utf-8")

    def _repr_html_(self) -> str:
        style = "width: 100%; height: 42rem; border: 1px solid #ccc"
        return f'<iframe sandbox="allow-scripts allow-downloads" style="{style}" srcdoc="{escape(self.html)}"></iframe>'


class KnowledgeGraph:
    """An open store with everything that can be asked of it; a context manager.

    >>> with KnowledgeGraph("my-store") as graph:          # doctest: +SKIP
    ...     for row in graph.query("roles", state="AZ"):
    ...         print(row["name"], row["title"], row["sentence"])
    """

    def __init__(self, store: str | Path | Store) -> None:
        """Open a store for reading, or take over an open one.

        Raises:
            StoreError: there is no store at this path, or it is in use by a writer.
        """
        self.store = store if isinstance(store, Store) else Store(store)
        self.summary: Summary | None = None

    def __enter__(self) -> "KnowledgeGraph":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    def query(self, query: str, **parameters: str) -> list[dict[str, Any]]:
        """Rows of a saved query (by name) or of SPARQL text, as dictionaries of Python values."""
        return [
            {name: _python(value) for name, value in zip(result.variables or (), row, strict=True) if value is not None}
            for result in [self.run(query, **parameters)]
            for row in result.rows or ()
        ]

    def run(self, query: str, **parameters: str) -> Result:
        """The whole result of a query, ready to be serialised."""
        text = query if any(c.isspace() for c in query) else find_saved(query).text
        return run_query(self.store, text, {name: term_of(value) for name, value in parameters.items()})

    def find(self, words: str) -> list[Hit]:
        """Names, sentences and headlines that have all ``words``, the best first."""
        with FullText(self.store) as index:
            index.sync()
            return list(index.find(words))

    def show(self, name: str) -> Profile:
        """All that the graph knows of the person, state, organisation, place or event that ``name`` means.

        Raises:
            QueryError: nothing is named so, or several are.
        """
        return profile(self.store, find_entity(self.store, name))

    def ways(self, one: str, other: str, limit: int = 3) -> list[list[Step]]:
        """The shortest ways between two persons or organisations; empty where there is none."""
        ends = [find_entity(self.store, name, _PARTIES) for name in (one, other)]
        return Network(self.store, _PARTIES).ways(ends[0], ends[1], limit)

    def rank(self, measure: str = "events", since: str | None = None, until: str | None = None) -> list[Ranked]:
        """Officials by a measure of ``kg.query.network.MEASURES``, the most central first."""
        return Network(self.store, ("person",), Period(since, until)).ranked(measure, officials_only=True)

    def view(
        self,
        focus: str | None = None,
        hops: int = 2,
        types: Sequence[str] = (),
        modalities: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
    ) -> View:
        """The graph as an interactive page, which notebooks show in place: all of it, or what is near ``focus``.

        Raises:
            QueryError: nothing is named so, or several are.
        """
        wanted = Wanted(frozenset(types), frozenset(modalities), since, until)
        view, node, title = view_of(self.store, focus, hops, wanted)
        return View(render(view, title, node))

    def dataset(self) -> Dataset:
        """The graph as an rdflib Dataset."""
        return self.store.dataset()

    def export(self, format: str, output: IO[bytes]) -> None:  # noqa: A002 (the name users know)
        """Write all articles' graphs in one of the export formats."""
        export_quads(self.store.quads(), format, output)

    def validate(self) -> list[Violation]:
        """What does not fit the shapes; empty where all is well."""
        return validate_quads(self.store.quads())


def build(
    *sources: str | Path, store: str | Path = IN_MEMORY, model: str = DEFAULT_MODEL, knowledge: Sequence[Path] = ()
) -> KnowledgeGraph:
    """Build the graph of ``sources`` (files, folders, globs) and return it open; ``summary`` tells what was left out."""
    opened = Store(store, write=True)
    try:
        summary = build_store([str(source) for source in sources], opened, model=model, knowledge=knowledge)
    except BaseException:
        opened.close()
        raise
    graph = KnowledgeGraph(opened)
    graph.summary = summary
    return graph


def _python(value: Any) -> Any:
    """A number for numeric literals, text for everything else."""
    datatype = getattr(value, "datatype", None)
    name = datatype.value.rpartition("#")[2] if datatype is not None else ""
    if name == "integer":
        return int(value.value)
    return float(value.value) if name in {"decimal", "double"} else value.value
