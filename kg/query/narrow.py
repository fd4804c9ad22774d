"""What parameters say about other variables of a query, so that the engine looks up a few nodes instead of reading all.

A parameter's line at the head of a query names the variable (``kg/query/saved.py``). Part of a name is looked up in the
names beside the store: these may be a few too many, never too few, and the query's own FILTER has the last word.
"""

from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from pyoxigraph import Literal, NamedNode

from kg.graph import Store
from kg.graph.fulltext import FullText
from kg.graph.vocabulary import PREFIXES, term
from kg.query.saved import Parameter, parse_saved

Term = NamedNode | Literal
_MOST = 1000
"""Lookups remembered at once for one store."""
_LOOKED_UP: WeakKeyDictionary[Store, dict[tuple[str, str, str], list[Term] | None]] = WeakKeyDictionary()
"""What names were found to mean, by the state of the graph that they were looked up in; a server asks for the same."""


def narrowed(store: Store, query: str, values: Mapping[str, Term]) -> dict[str, Sequence[Term]]:
    """For each variable that a bound parameter says something about, the only terms that it can be."""
    found: dict[str, Sequence[Term]] = {}
    for parameter in parse_saved("", query).parameters:
        value, variable = values.get(parameter.name), parameter.variable
        known = found.keys() | values.keys() - {parameter.name}
        if value is None or variable is None or parameter.is_of_rows or variable in known:
            continue
        terms = _terms(store, parameter, value)
        if terms is not None:
            found[variable] = terms
    return found


def _terms(store: Store, parameter: Parameter, value: Term) -> list[Term] | None:
    if isinstance(value, NamedNode):
        return [value] if parameter.sign == "=" and parameter.prefix is None else None
    if parameter.sign == "~":
        return _called(store, parameter, value.value)
    if parameter.sign == "=":
        return _equal(parameter, value)
    found = store.oxigraph.quads_for_pattern(None, term(parameter.sign or ""), value)
    return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]


def _equal(parameter: Parameter, value: Literal) -> list[Term] | None:
    if parameter.prefix is None:
        return [value]
    try:
        return [NamedNode(PREFIXES[parameter.prefix] + value.value)]
    except ValueError:
        return []  # no IRI can be named so


def _called(store: Store, parameter: Parameter, part: str) -> list[Term] | None:
    if store.on_disk is None or not part:
        return None
    known = _LOOKED_UP.setdefault(store, {})
    name = (FullText.state_of(store), parameter.prefix or "", part)
    if name not in known:
        with FullText(store) as index:
            if not index.is_in_step():
                return None
            nodes = index.nodes_called(part, PREFIXES[parameter.prefix] if parameter.prefix else "")
        if len(known) >= _MOST:
            known.clear()
        known[name] = None if nodes is None else [NamedNode(node) for node in nodes]
    return known[name]
