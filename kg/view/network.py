"""The network that the view draws, read from the store by the saved queries: who, with whom, in which events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
from pyoxigraph import NamedNode

from kg.graph import Store
from kg.query.rows import Row, rows, saved_rows
from kg.query.terms import kind_of

_Choices = Mapping[str, Sequence[NamedNode]] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a detail panel with its evidence. ``begin`` and ``end`` mark words in ``sentence``, -1 where unknown."""

    text: str
    sentence: str
    article: str
    begin: int = -1
    end: int = -1


@dataclass(slots=True)
class ViewGraph:
    """Nodes with ``kind`` and ``label``, edges with ``relation``; facts by node and by edge; articles by id."""

    graph: "nx.MultiDiGraph[str]"
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    articles: dict[str, dict[str, str]] = field(default_factory=dict)

    def add_fact(self, key: str, fact: Fact) -> None:
        known = self.facts.setdefault(key, [])
        if fact not in known:
            known.append(fact)


_NEAR = """# param node = ?node: in whose facts
SELECT DISTINCT ?fact WHERE {
  GRAPH ?graph {
    VALUES ?part { %s }
    ?fact ?part ?node .
    OPTIONAL { ?graph schema:datePublished ?day }
  }
} ORDER BY DESC(?day) ?fact LIMIT 150"""
_PARTS = {
    "tenure": "org:member org:organization",
    "event": "kg:actor kg:target kg:mediator kg:host sem:hasPlace",
    "statement": "kg:speaker kg:about",
}


def view_graph(store: Store, focus: str | None = None) -> ViewGraph:
    """Read the store into a network: all of it, or the newest facts in which the node ``focus`` has a part.

    Persons and organisations are tied to the states and organisations whose posts they hold, events to their
    participants and places, speakers to what they speak about. Nodes without any tie are left out.
    """
    view = ViewGraph(nx.MultiDiGraph())
    near: dict[str, _Choices] = dict.fromkeys(_PARTS)
    if focus is not None:
        near = {name: {name: _facts_of(store, focus, parts)} for name, parts in _PARTS.items()}
    _add_roles(view, saved_rows(store, "roles", near["tenure"]))
    _add_events(view, saved_rows(store, "events", near["event"]))
    _add_statements(view, saved_rows(store, "statements", near["statement"]))
    told = {fact.article for facts in view.facts.values() for fact in facts}
    for row in saved_rows(store, "articles"):
        if row["article_id"] in told:
            view.articles[row["article_id"]] = {n: row[n] for n in ("headline", "published", "url") if n in row}
    view.graph.remove_nodes_from([node for node, degree in list(view.graph.degree()) if degree == 0])
    return view


def _facts_of(store: Store, node: str, parts: str) -> list[NamedNode]:
    return [NamedNode(row["fact"]) for row in rows(store, _NEAR % parts, node=NamedNode(node))]


def _node(view: ViewGraph, iri: str, label: str, **attributes: Any) -> str:
    if iri not in view.graph:
        view.graph.add_node(iri, kind=kind_of(iri), label=label, **attributes)
    return iri


def _edge(view: ViewGraph, source: str, target: str, relation: str, label: str, facts: list[Fact]) -> None:
    """One edge a relation and label between two nodes; more evidence is added to it."""
    key = f"{source}|{relation}|{target}|{label}"
    if not view.graph.has_edge(source, target, key):
        view.graph.add_edge(source, target, key, relation=relation, label=label)
    for fact in facts:
        view.add_fact(key, fact)


def _add_roles(view: ViewGraph, found: list[Row]) -> None:
    for row in found:
        status = "" if row["status"] == "current" else f"{row['status']} "
        as_of = f", as of {row['as_of']}" if "as_of" in row else ""
        text = f"{row['name']}: {status}{row['title']}{' of ' + row['of'] if 'of' in row else ''}{as_of}"
        fact = Fact(text, row["sentence"], row["article_id"])
        person = _node(view, row["person"], row["name"])
        view.add_fact(person, fact)
        if "owner" in row:
            owner = _node(view, row["owner"], row["of"])
            view.add_fact(owner, fact)
            _edge(view, person, owner, "role", f"{status}{row['title']}", [fact])


def _add_events(view: ViewGraph, found: list[Row]) -> None:
    names: dict[str, list[str]] = {}
    for row in found:
        if "participant_name" in row and row["participant_name"] not in names.setdefault(row["event"], []):
            names[row["event"]].append(row["participant_name"])
    for row in found:
        modality = "" if row["modality"] == "happened" else f" ({row['modality']})"
        label = f"{row['type']}{modality}"
        when = f", {row['date']}" if "date" in row else ""
        where = f", {row['place']}" if "place" in row else ""
        claim = f" – claimed by {row['claimed_by']}" if "claimed_by" in row else ""
        text = f"{label}: {', '.join(names.get(row['event'], [])) or 'nobody named'}{when}{where}{claim}"
        fact = Fact(text, row["sentence"], row["article_id"], *_words(row))
        event = _node(view, row["event"], label, type=row["type"], modality=row["modality"], date=row.get("date", ""))
        view.add_fact(event, fact)
        if "participant" in row:
            participant = _node(view, row["participant"], row["participant_name"])
            view.add_fact(participant, fact)
            _edge(view, participant, event, "part", row["part"], [fact])
        if "place_iri" in row:
            place = _node(view, row["place_iri"], row["place"])
            view.add_fact(place, fact)
            _edge(view, event, place, "place", "in", [fact])


def _add_statements(view: ViewGraph, found: list[Row]) -> None:
    for row in found:
        fact = Fact(f"{row['speaker_name']} said: {row['said']}", row["sentence"], row["article_id"], *_words(row))
        speaker = _node(view, row["speaker"], row["speaker_name"])
        view.add_fact(speaker, fact)
        if "about" in row:
            about = _node(view, row["about"], row["about_name"])
            view.add_fact(about, fact)
            _edge(view, speaker, about, "about", "said about", [fact])


def _words(row: dict[str, str]) -> tuple[int, int]:
    """Where the words of the evidence are in the sentence."""
    begin = int(row["begin"]) - int(row["sentence_begin"])
    return begin, begin + int(row["end"]) - int(row["begin"])
