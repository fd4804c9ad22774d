"""What a person has decided, in a graph of its own that no build touches: who is the same, who is different, which
facts are wrong.

A decision is a ``kg:Decision`` about two nodes with a ``kg:verdict``, or a ``kg:Retraction`` of the IRIs that one fact
has in the articles that tell it; it is undone by taking it out.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
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


def decide(store: Store, decision: Decision, label: str | None = None, reason: str | None = None) -> str:
    """Record a decision in place of any other about the same two; it takes effect with the next identification. Gives
    the name by which it is taken back."""
    undo(store, decision.kind, decision.one, decision.other)
    node, subjects = _node(decision.kind, decision.one, decision.other), _subjects(decision)
    quads = [
        Quad(node, term("rdf:type"), term("kg:Decision"), _GRAPH),
        Quad(node, term("kg:verdict"), text(decision.verdict), _GRAPH),
        *(Quad(node, term("kg:decidedAbout"), subject, _GRAPH) for subject in subjects),
    ]
    _record(store, node, quads, label or f"{decision.one} and {decision.other}: {decision.verdict}", reason)
    return _name(node)


def undo(store: Store, kind: str, one: str, other: str) -> bool:
    """Take a decision about two keys out; whether there was one."""
    return _take_out(store, {_node(kind, one, other)})


def retracted_of(store: Store) -> frozenset[str]:
    """The IRIs of all facts that are taken back."""
    found = store.oxigraph.quads_for_pattern(None, term("kg:retracts"), None, _GRAPH)
    return frozenset(quad.object.value for quad in found if isinstance(quad.object, NamedNode))


def retract(store: Store, facts: Sequence[str], label: str, reason: str | None = None) -> str:
    """Record that a fact is wrong. ``facts`` are the IRIs that it has in the articles that tell it; it takes effect with
    the next identification. Gives the name by which it is taken back."""
    node = identifier("retraction", hashlib.sha256(" ".join(facts).encode()).hexdigest()[:16])
    _take_out(store, {node})
    quads = [
        Quad(node, term("rdf:type"), term("kg:Retraction"), _GRAPH),
        *(Quad(node, term("kg:retracts"), NamedNode(fact), _GRAPH) for fact in facts),
    ]
    _record(store, node, quads, label, reason)
    return _name(node)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision or retraction as users see it. ``name`` is that by which it is taken back."""

    name: str
    label: str
    reason: str | None


def recorded(store: Store) -> list[Recorded]:
    """All decisions and retractions, by name."""
    labels = store.oxigraph.quads_for_pattern(None, term("rdfs:label"), None, _GRAPH)
    found = [
        Recorded(_name(q.subject), q.object.value, store.value(q.subject, "rdfs:comment", _GRAPH))
        for q in labels
        if isinstance(q.subject, NamedNode) and isinstance(q.object, Literal)
    ]
    return sorted(found, key=lambda each: each.name)


def undo_named(store: Store, name: str) -> Recorded | None:
    """Take the one decision or retraction out whose name begins so; None where there is none or several."""
    found = [each for each in recorded(store) if each.name.startswith(name)]
    if len(found) != 1:
        return None
    nodes = {q.subject for q in store.quads([_GRAPH]) if _name(q.subject) == found[0].name}
    _take_out(store, nodes)
    return found[0]


def _record(store: Store, node: NamedNode, quads: Sequence[Quad], label: str, reason: str | None) -> None:
    told = [Quad(node, term("rdfs:label"), text(label), _GRAPH)]
    told += [Quad(node, term("rdfs:comment"), text(reason), _GRAPH)] if reason else []
    store.change(_GRAPH, [*store.quads([_GRAPH]), *quads, *told])


def _name(node: NamedNode | BlankNode | Triple) -> str:
    return str(getattr(node, "value", "")).rpartition("/")[2]


def _take_out(store: Store, nodes: set[NamedNode | BlankNode | Triple]) -> bool:
    kept = [quad for quad in store.quads([_GRAPH]) if quad.subject not in nodes]
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
