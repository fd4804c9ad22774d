"""What a user asks to see, as a network: somebody's surroundings, a period, the triples of a query."""

from pyoxigraph import NamedNode

from kg.graph import Store
from kg.query.entities import find_entity
from kg.query.run import QueryError, run_query
from kg.view.filters import Wanted, near, only
from kg.view.network import ViewGraph, triples_view, view_graph

TITLE = "Knowledge graph"


def view_of(
    store: Store,
    focus: str | None = None,
    hops: int = 2,
    wanted: Wanted = Wanted(),  # noqa: B008 (immutable)
) -> tuple[ViewGraph, str | None, str]:
    """The network of the facts that are wanted, all of it or within ``hops`` ties of what the name ``focus`` means; the
    IRI of that, and a title.

    Raises:
        QueryError: nothing is named so, or several are.
    """
    if focus is None:
        return only(view_graph(store), wanted), None, TITLE
    found = find_entity(store, focus)
    # What is one tie away has a part in the same facts: these are found without reading all.
    view = view_graph(store, found.iri if hops == 1 else None) if found.kind != "event" else view_graph(store)
    return near(only(view, wanted), found.iri, hops), found.iri, found.name


def triples_in(store: Store, query: str) -> ViewGraph:
    """The network of the triples that a CONSTRUCT query makes between nodes; these are named by their labels in the store.

    Raises:
        QueryError: the query is wrong, or makes no graph.
    """
    made = run_query(store, query).graph
    if made is None:
        raise QueryError("this query gives rows; a picture needs a CONSTRUCT query")
    return triples_view(
        store,
        [
            (quad.subject.value, quad.predicate.value, quad.object.value)
            for quad in made
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
        ],
    )
