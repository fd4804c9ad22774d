"""The names that a query may use, for completion in the editor: the ontology's terms, and those of standard vocabularies
that its shapes and the saved queries use."""

from functools import cache

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from kg.graph.vocabulary import PREFIXES, term
from kg.query import saved_queries
from kg.query.bindings import tokens
from kg.resources import resource

_SAY = ("skos:definition", "rdfs:comment", "skos:prefLabel", "rdfs:label")
_SYNTAX = {"rdf:first", "rdf:rest", "rdf:nil"}


@cache
def known_terms() -> tuple[dict[str, str], ...]:
    """Each term by ``name`` (prefixed), with what is said ``about`` it, in the order of their names."""
    own = [quad for name in ("kg.ttl", "events.ttl") for quad in ox.parse(path=str(resource("ontology") / name))]
    shapes = list(ox.parse(path=str(resource("ontology") / "shapes.ttl")))
    names = {_prefixed(quad.subject) for quad in own} | {_prefixed(quad.object) for quad in shapes}
    for query in saved_queries():
        names |= {text for kind, text in tokens(query.text) if kind == "word" and _is_term(text)}
    said: dict[str | None, str] = {}
    for way in reversed(_SAY):  # the first of _SAY has the last word
        found = {
            _prefixed(q.subject): q.object.value
            for q in own
            if q.predicate == term(way) and isinstance(q.object, Literal)
        }
        said |= found
    return tuple({"name": name, "about": said.get(name, "")} for name in sorted(filter(None, names)))


def _is_term(word: str) -> bool:
    prefix, colon, local = word.partition(":")
    return bool(colon and local) and prefix in PREFIXES and word not in _SYNTAX


def _prefixed(node: object) -> str | None:
    """The short form of an IRI whose namespace has a prefix."""
    if not isinstance(node, NamedNode):
        return None
    found = [(base, prefix) for prefix, base in PREFIXES.items() if node.value.startswith(base)]
    if not found:
        return None
    base, prefix = max(found, key=lambda each: len(each[0]))
    name = f"{prefix}:{node.value.removeprefix(base)}"
    return name if _is_term(name) and name.partition(":")[2].replace("-", "").isalnum() else None
