"""What follows from the graph by RDFS and OWL 2 RL (https://www.w3.org/TR/owl2-profiles/#OWL_2_RL), in a graph of its own.

The reasoner is ``reasonable``, of the optional ``kg-news[reason]``. It sees the types of nodes and what ties them, not
the plumbing of evidence and text; what it finds that no graph says already is kept. Building takes the graph out when
anything has changed.
"""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad
from rdflib import URIRef

from kg.graph import Store, StoreError
from kg.graph.vocabulary import ID, INFERRED_GRAPH, PREFIXES
from kg.resources import resource

_GRAPH = NamedNode(INFERRED_GRAPH)
_PLUMBING = ("#char=", ".evidence.", ".reference.", ".mention.", f"{ID}graph/", f"{ID}extraction/")
_EMPTY = {PREFIXES["owl"] + "Thing", PREFIXES["rdfs"] + "Resource", PREFIXES["owl"] + "NamedIndividual"}
"""Types that everything has."""
_SAME = PREFIXES["owl"] + "sameAs"


def reason(store: Store) -> int:
    """Replace the graph of what follows; how many triples it has.

    Raises:
        StoreError: the reasoner is not installed, or the store cannot be written.
    """
    try:
        from reasonable import PyReasoner
    except ImportError as error:
        raise StoreError(
            "reasoning needs the package reasonable; install it with: pip install 'kg-news[reason]'"
        ) from error
    given = {quad.triple for quad in _given(store)}
    reasoner = PyReasoner()
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts.n3"
        facts.write_text("".join(sorted(f"{triple} .\n" for triple in given)), encoding="utf-8")
        for file in (resource("ontology") / "kg.ttl", resource("ontology") / "axioms.ttl", facts):
            reasoner.load_file(str(file))
        found = list(_worth_telling(reasoner.reason()))
    new = [quad for quad in found if quad.triple not in given]
    store.change(_GRAPH, new)
    return len(new)


def _given(store: Store) -> Iterator[Quad]:
    """Types and ties of nodes; none of what was inferred before."""
    for quad in store.quads():
        if quad.graph_name == _GRAPH or not isinstance(quad.object, NamedNode):
            continue
        if isinstance(quad.subject, NamedNode) and _is_told(quad.subject.value) and not _is_plumbing(quad.object.value):
            yield quad


def _worth_telling(triples: Iterable[tuple[object, object, object]]) -> Iterator[Quad]:
    for subject, predicate, value in triples:
        if not all(isinstance(part, URIRef) for part in (subject, predicate, value)) or not _is_told(str(subject)):
            continue
        if str(value) in _EMPTY or str(predicate) == _SAME or _is_plumbing(str(value)):
            continue
        yield Quad(NamedNode(str(subject)), NamedNode(str(predicate)), NamedNode(str(value)), _GRAPH)


def _is_told(iri: str) -> bool:
    return iri.startswith(ID) and not _is_plumbing(iri)


def _is_plumbing(iri: str) -> bool:
    return any(part in iri for part in _PLUMBING)


def forget(store: Store) -> None:
    """Take the graph of what follows out."""
    if next(store.oxigraph.quads_for_pattern(None, None, None, _GRAPH), None) is not None:
        store.change(_GRAPH, ())
