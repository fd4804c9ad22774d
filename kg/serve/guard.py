"""What a query from outside may not do: reach other machines, or name graphs that are not here.

Oxigraph's queries cannot change anything; updates are another language, which the endpoint does not speak.
"""

from collections.abc import Callable

from kg.query.bindings import tokens


class RefusedError(Exception):
    """The query is not run; the message says why."""


def check(query: str, has_graph: Callable[[str], bool]) -> None:
    """Refuse federation, and datasets of graphs that the store does not have.

    Raises:
        RefusedError: a SERVICE, or a FROM of a graph that is not here.
    """
    words = [(kind, text) for kind, text in tokens(query) if kind != "comment"]
    for at, (kind, text) in enumerate(words):
        if kind != "word":
            continue
        if text.upper() == "SERVICE":
            raise RefusedError("SERVICE is refused: this endpoint asks no other one")
        if text.upper() == "FROM":
            named = [t for k, t in words[at + 1 : at + 3] if k == "iri"][:1]
            if named and not has_graph(named[0][1:-1]):
                raise RefusedError(f"FROM {named[0]} is refused: the store has no such graph, and none is fetched")
