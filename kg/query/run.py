"""Runs one query over a store and gives its result in the format that is asked for."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat

from kg.graph import EXPORT_FORMATS, Store, export
from kg.graph.fulltext import FullText
from kg.graph.remote import Remote
from kg.graph.vocabulary import ID, PREFIXES, term
from kg.query.bindings import bind, tokens
from kg.query.kept import Question, kept_or_asked
from kg.query.narrow import narrowed
from kg.query.saved import is_saved

ROW_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
FORMATS = ("table", *ROW_FORMATS, *EXPORT_FORMATS)
Term = NamedNode | Literal | ox.BlankNode | ox.Triple
_FIND = {"kg:find", f"<{term('kg:find').value}>"}
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class QueryError(Exception):
    """The query cannot be parsed or run; the message says where."""


@dataclass(frozen=True, slots=True)
class Result:
    """Rows, a truth or a graph, whichever the query asks for; the other two are None."""

    variables: tuple[str, ...] | None = None
    rows: tuple[tuple[NamedNode | Literal | ox.BlankNode | None, ...], ...] | None = None
    truth: bool | None = None
    graph: tuple[Quad, ...] | None = None

    def serialize(self, format: str) -> bytes:  # noqa: A002 (the name users know)
        """The result in one of FORMATS but ``table``.

        Raises:
            QueryError: a graph format for rows, or the other way round.
        """
        if self.graph is not None:
            if format not in EXPORT_FORMATS:
                raise QueryError(f"this query gives a graph; formats for it: {', '.join(EXPORT_FORMATS)}")
            buffer = io.BytesIO()
            export(self.graph, format, buffer)
            return buffer.getvalue()
        if format not in ROW_FORMATS:
            raise QueryError(f"this query gives rows; formats for it: table, {', '.join(ROW_FORMATS)}")
        return self._rows(ROW_FORMATS[format])

    def _rows(self, format: QueryResultsFormat) -> bytes:  # noqa: A002
        if self.truth is not None:
            answer = ox.Store().query("ASK {}" if self.truth else "ASK { FILTER(false) }")
            assert isinstance(answer, ox.QueryBoolean)
            return answer.serialize(format=format) or b""
        names = self.variables or ()
        # Serialised by the engine itself, so that all four W3C formats come from one well-tested place.
        block = " ".join(f"({' '.join(_written(v) for v in row)})" for row in self.rows or ())
        head = " ".join(f"?{name}" for name in names)
        table = ox.Store().query(f"SELECT {head} {{ VALUES ({head}) {{ {block} }} }}")
        assert isinstance(table, ox.QuerySolutions)
        return table.serialize(format=format) or b""


def as_quad(triple: ox.Triple) -> Quad:
    """A triple that a query makes, with names in place of blank nodes: what is written is in a stable order."""
    subject = _named(triple.subject)
    assert not isinstance(subject, Literal)
    return Quad(subject, triple.predicate, _named(triple.object))


def _named(value: Term) -> Term:
    return NamedNode(f"urn:kg:blank:{value.value}") if isinstance(value, ox.BlankNode) else value


def _written(value: NamedNode | Literal | ox.BlankNode | None) -> str:
    """A value in a VALUES block, which has no blank nodes: these get a name."""
    return "UNDEF" if value is None else str(_named(value))


def run_query(
    store: Store,
    query: str,
    parameters: Mapping[str, NamedNode | Literal] | None = None,
    choices: Mapping[str, Sequence[NamedNode | Literal]] | None = None,
) -> Result:
    """Run ``query`` over the union of all graphs, with the usual prefixes declared and parameters bound; ``choices`` are
    the terms that other variables may be (``bind``).

    Raises:
        QueryError: a syntax error with line and column, or a query that cannot be run.
    """
    return _read(solve(store, query, parameters, choices=choices))


def _read(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Result:
    if isinstance(found, ox.QueryBoolean):
        return Result(truth=bool(found))
    if isinstance(found, ox.QueryTriples):
        return Result(graph=tuple(map(as_quad, found)))
    names = tuple(v.value for v in found.variables)
    try:
        return Result(variables=names, rows=tuple(tuple(solution[i] for i in range(len(names))) for solution in found))
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query stopped half-way: {error}") from error


def answer(store: Store, query: str, parameters: Mapping[str, NamedNode | Literal] | None, format: str) -> bytes:  # noqa: A002
    """As ``run_query(…).serialize(format)``; the engine writes rows as it finds them.

    Raises:
        QueryError: as both do.
    """
    found = solve(store, query, parameters)
    if isinstance(found, ox.QuerySolutions) and format in ROW_FORMATS:
        try:
            return found.serialize(format=ROW_FORMATS[format]) or b""
        except (ValueError, RuntimeError, OSError) as error:
            raise QueryError(f"the query stopped half-way: {error}") from error
    return _read(found).serialize(format)


def solve(
    store: Store,
    query: str,
    parameters: Mapping[str, NamedNode | Literal] | None = None,
    default_graphs: Sequence[NamedNode] = (),
    named_graphs: Sequence[NamedNode] = (),
    choices: Mapping[str, Sequence[NamedNode | Literal]] | None = None,
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The engine's own answer, which is worked out as it is read; over the union of all graphs, or a dataset of some.

    Raises:
        QueryError: as ``run_query`` does.
    """
    values = parameters or {}
    if isinstance(store.oxigraph, Remote) and any(text in _FIND for _, text in tokens(query)):
        raise QueryError("kg:find is kg's own and no other endpoint has it; use kg find, or a store on disk")
    dataset = bool(default_graphs or named_graphs)
    try:
        bound = bind(query, values, {**narrowed(store, query, values), **(choices or {})})
        ask = partial(
            store.oxigraph.query,
            bound,
            prefixes=PREFIXES,
            use_default_graph_as_union=not dataset,
            default_graph=list(default_graphs) if dataset else None,
            named_graphs=list(named_graphs) if dataset else None,
            base_iri=ID,
            custom_functions={term("kg:find"): _Finder(store)},
        )
        return ask() if dataset or not is_saved(query) else kept_or_asked(store, Question(query, values, bound), ask)
    except SyntaxError as error:
        raise QueryError(_where(str(error))) from error
    except (ValueError, RuntimeError, OSError) as error:
        raise QueryError(str(error)) from error


class _Finder:
    """``kg:find(?node, "words")``: whether the node's name, sentence or headline has the words."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._nodes: dict[str, frozenset[str]] = {}

    def __call__(self, *arguments: Term) -> Literal | None:
        if len(arguments) != 2 or not isinstance(arguments[1], Literal):
            return None
        node, words = arguments[0], arguments[1].value
        if words not in self._nodes:
            with FullText(self._store) as index:
                index.sync()
                self._nodes[words] = frozenset(hit.node for hit in index.find(words))
        return Literal(isinstance(node, NamedNode) and node.value in self._nodes[words])


def _where(message: str) -> str:
    """The engine's message with the position first."""
    match = _POSITION.search(message)
    if not match:
        return f"syntax error: {message}"
    return f"syntax error at line {match[1]}, column {match[2]}: {' '.join(match[3].split())}"
