"""One query put to the store, and its answer in a W3C format."""

from itertools import islice

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kg.graph import Store
from kg.query.bindings import term_of, with_patterns
from kg.query.run import QueryError, Result, as_quad, solve
from kg.serve.guard import RefusedError, check
from kg.serve.worker import Answer, Request


def answer(store: Store, request: Request) -> Answer:
    """The answer to a request; what is wrong with it is said in ``error``."""
    try:
        values = {name: term_of(value) for name, value in request.bindings}
        check(with_patterns(request.query, values), lambda iri: _has_graph(store, iri))
        for iri in (*request.default_graphs, *request.named_graphs):
            if not _has_graph(store, iri):
                raise RefusedError(f"the store has no graph {iri}, and none is fetched")
        found = solve(
            store,
            request.query,
            values,
            default_graphs=[NamedNode(iri) for iri in request.default_graphs],
            named_graphs=[NamedNode(iri) for iri in request.named_graphs],
        )
        return _written(found, request)
    except (QueryError, RefusedError, ValueError) as error:
        return Answer(error=str(error))
    except MemoryError:
        return Answer(error="the query took too much memory; ask for less")


def _written(found: ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples, request: Request) -> Answer:
    if isinstance(found, ox.QueryBoolean):
        return Answer(Result(truth=bool(found)).serialize(request.row_format), request.row_format)
    if isinstance(found, ox.QueryTriples):
        triples = list(islice(found, request.limit + 1))
        body = Result(graph=tuple(map(as_quad, triples[: request.limit]))).serialize(request.graph_format)
        return Answer(body, request.graph_format, len(triples) > request.limit)
    names = tuple(variable.value for variable in found.variables)
    rows = [tuple(solution[i] for i in range(len(names))) for solution in islice(found, request.limit + 1)]
    result = Result(variables=names, rows=tuple(rows[: request.limit]))
    return Answer(result.serialize(request.row_format), request.row_format, len(rows) > request.limit)


def _has_graph(store: Store, iri: str) -> bool:
    try:
        return store.oxigraph.contains_named_graph(NamedNode(iri))
    except ValueError:
        return False
