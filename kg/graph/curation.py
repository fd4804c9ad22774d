"""What a person has decided, in a graph of its own that no build touches: who is the same, who is different.

A decision is a ``kg:Decision`` about two ``kg:subject``s with a ``kg:verdict``; it is undone by taking it out.
"""

import hashlib
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

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
    node = _node(kind, one, other)
    kept = [quad for quad in store.quads([_GRAPH]) if quad.subject != node]
    known = len(kept) < len(list(store.quads([_GRAPH])))
    store.change(_GRAPH, kept)
    return known


def _subjects(decision: Decision) -> list[NamedNode]:
    return [identifier(decision.kind, key) for key in (decision.one, decision.other)]


def _node(kind: str, one: str, other: str) -> NamedNode:
    name = hashlib.sha256(" ".join((kind, *sorted((one, other)))).encode()).hexdigest()[:16]
    return identifier("decision", name)


def _key(local: str) -> str:
    return unquote(local.partition("/")[2])
