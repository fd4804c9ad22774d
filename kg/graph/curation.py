"""What a person has decided, in a graph of its own that no build touches: who is the same, who is different, which
facts are wrong.

A decision is a ``kg:Decision`` about two nodes with a ``kg:verdict``, or a ``kg:Retraction`` of the IRIs that one fact
has in the articles that tell it; it is undone by taking it out.
"""

import hashlib
from collections.abc import Sequence
from urllib.parse import unquote

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.graph.store import Store
from kg.graph.vocabulary import CURATION_GRAPH, ID, identifier, term, text
from kg.resolve.across import Decision, Decisions

_GRAPH = NamedNode(CURATION_GRAPH)


def decisions_of(store: Store) -> Decisions:
    """All decisions that the store has."""
    found = set()
    for quad in store.oxigraph.quads_for_pattern(None, term("rdf:type"), term("kg:Decision"), _GRAPH):
        assert isinstance(quad.subject, NamedNode)
        verdict = store.value(quad.subject, "kg:verdict", _GRAPH)
        about = [
            q.object.value.removeprefix(ID)
            for q in store.oxigraph.quads_for_pattern(quad.subject, term("kg:decidedAbout"), None, _GRAPH)
            if isinstance(q.object, NamedNode)
        ]
        one, other = sorted(about)
        kind = one.partition("/")[0]
        found.add(Decision(kind, _key(one), _key(other), "same" if verdict == "same" else "different"))
    return Decisions(frozenset(found))


def decide(store: Store, decision: Decision, reason: str | None = None) -> None:
    """Record a decision in place of any other about the same two; it takes effect with the next identification."""
    undo(store, decision.kind, decision.one, decision.other)
    node, subjects = _node(decision.kind, decision.one, decision.other), _subjects(decision)
    quads = [
        Quad(node, term("rdf:type"), term("kg:Decision"), _GRAPH),
        Quad(node, term("kg:verdict"), text(decision.verdict), _GRAPH),
        *(Quad(node, term("kg:decidedAbout"), subject, _GRAPH) for subject in subjects),
    ]
    if reason:
        quads.append(Quad(node, term("rdfs:comment"), Literal(reason), _GRAPH))
    store.change(_GRAPH, [*store.quads([_GRAPH]), *quads])


def undo(store: Store, kind: str, one: str, other: str) -> bool:
    """Take a decision about two keys out; whether there was one."""
    return _take_out(store, {_node(kind, one, other)})


def retracted_of(store: Store) -> frozenset[str]:
    """The IRIs of all facts that are taken back."""
    found = store.oxigraph.quads_for_pattern(None, term("kg:retracts"), None, _GRAPH)
    return frozenset(quad.object.value for quad in found if isinstance(quad.object, NamedNode))


def retract(store: Store, facts: Sequence[str], label: str, reason: str | None = None) -> None:
    """Record that a fact is wrong. ``facts`` are the IRIs that it has in the articles that tell it, the first of them
    that by which it is known; it takes effect with the next identification."""
    restore(store, facts[0])
    node = _retraction(facts[0])
    quads = [
        Quad(node, term("rdf:type"), term("kg:Retraction"), _GRAPH),
        Quad(node, term("rdfs:label"), text(label), _GRAPH),
        *(Quad(node, term("kg:retracts"), NamedNode(fact), _GRAPH) for fact in facts),
    ]
    if reason:
        quads.append(Quad(node, term("rdfs:comment"), Literal(reason), _GRAPH))
    store.change(_GRAPH, [*store.quads([_GRAPH]), *quads])


def restore(store: Store, fact: str) -> bool:
    """Take every retraction of a fact out; whether there was one."""
    nodes = {q.subject for q in store.oxigraph.quads_for_pattern(None, term("kg:retracts"), NamedNode(fact), _GRAPH)}
    return _take_out(store, nodes)


def _take_out(store: Store, nodes: set[NamedNode | BlankNode | Triple]) -> bool:
    kept = [quad for quad in store.quads([_GRAPH]) if quad.subject not in nodes]
    known = len(kept) < len(list(store.quads([_GRAPH])))
    store.change(_GRAPH, kept)
    return known


def _retraction(fact: str) -> NamedNode:
    return identifier("retraction", hashlib.sha256(fact.encode()).hexdigest()[:16])


def _subjects(decision: Decision) -> list[NamedNode]:
    return [identifier(decision.kind, key) for key in (decision.one, decision.other)]


def _node(kind: str, one: str, other: str) -> NamedNode:
    name = hashlib.sha256(" ".join((kind, *sorted((one, other)))).encode()).hexdigest()[:16]
    return identifier("decision", name)


def _key(local: str) -> str:
    return unquote(local.partition("/")[2])
