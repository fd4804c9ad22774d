"""Checks a graph against the SHACL shapes and against the ontology's own list of terms."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH, XSD

from kg.graph.vocabulary import EVENT_TYPE, KG, PLOVER
from kg.resources import resource

_OWN = (KG, EVENT_TYPE, PLOVER)


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing wrong: the node it is about, the property, and what the shape says in words."""

    node: str
    path: str
    message: str


def validate(quads: Iterable[Quad]) -> list[Violation]:
    """Violations of ``ontology/shapes.ttl``, and terms of ours that the ontology does not define."""
    from pyshacl import validate as shacl  # slow to import

    data = Graph()
    for quad in quads:
        assert isinstance(quad.subject, NamedNode)
        data.add((URIRef(quad.subject.value), URIRef(quad.predicate.value), _to_rdflib(quad.object)))
    ontology = Graph()
    for name in ("kg.ttl", "events.ttl"):
        ontology.parse(resource("ontology") / name)
    shapes = Graph().parse(resource("ontology") / "shapes.ttl")
    _, report, _ = shacl(data, shacl_graph=shapes, ont_graph=ontology, advanced=False, inference="none")
    found = [
        Violation(
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.resultPath) or ""),
            str(report.value(result, SH.resultMessage) or "does not fit its shape"),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]
    return sorted(found + _undefined(data, ontology), key=lambda v: (v.node, v.path, v.message))


def _undefined(data: Graph, ontology: Graph) -> list[Violation]:
    defined = set(ontology.subjects())
    used = {node for triple in data for node in triple[1:] if isinstance(node, URIRef) and str(node).startswith(_OWN)}
    return [Violation(str(node), "", "is not defined in the ontology") for node in used - defined]


def _to_rdflib(node: object) -> URIRef | Literal | BNode:
    if isinstance(node, NamedNode):
        return URIRef(node.value)
    value, language, datatype = node.value, node.language, node.datatype  # type: ignore[attr-defined]
    if language or datatype.value == str(XSD.string):
        return Literal(value, lang=language)
    return Literal(value, datatype=URIRef(datatype.value))
