"""Rows of queries as plain dictionaries, for code that asks the graph several things about one node."""

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.query.bindings import term_of
from kg.query.run import Result, run_query
from kg.query.saved import find_saved

Row = dict[str, str]


def rows(store: Store, query: str, **values: str | NamedNode) -> list[Row]:
    """Rows of a query with variables bound: nodes as IRIs, text as literals. Unbound columns are left out."""
    terms = {name: value if isinstance(value, NamedNode) else term_of(value) for name, value in values.items()}
    return _plain(run_query(store, query, terms))


def _plain(result: Result) -> list[Row]:
    names = result.variables or ()
    return [
        {name: str(getattr(value, "value", value)) for name, value in zip(names, row, strict=True) if value is not None}
        for row in result.rows or ()
    ]


def saved_rows(store: Store, name: str, choices: Mapping[str, Sequence[NamedNode]] | None = None) -> list[Row]:
    """Rows of a saved query without parameters; ``choices`` are the nodes that variables of it may be."""
    return _plain(run_query(store, find_saved(name).text, choices=choices))
