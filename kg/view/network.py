"""The network that the view draws, read from the store: who, with whom, in which events, and the facts behind each tie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
from pyoxigraph import NamedNode

from kg.graph import Store
from kg.graph.vocabulary import PREFIXES
from kg.query.rows import Row, rows, saved_rows
from kg.query.terms import KINDS, kind_of

_Choices = Mapping[str, Sequence[NamedNode]] | None
_NEAR = """# param node = ?node: in whose facts
SELECT DISTINCT ?fact WHERE {
  GRAPH ?graph {
    VALUES ?part { %s }
    ?fact ?part ?node .
    OPTIONAL { ?graph schema:datePublished ?day }
  }
} ORDER BY DESC(?day) ?fact"""
_PARTS = {
    "tenure": "org:member org:organization",
    "event": "kg:actor kg:target kg:mediator kg:host sem:hasPlace",
    "statement": "kg:speaker kg:about",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a sentence says. ``kind`` is event, post or statement; ``type`` that of the event or the status of
    the post; ``day`` when it happened, else when it was told, in ISO 8601, empty where unknown. ``sentence[begin:end]`` are
    the words that say so, -1 where unknown."""

    kind: str
    type: str
    modality: str
    confidence: float
    day: str
    text: str
    sentence: str
    begin: int
    end: int
    article: str


@dataclass(slots=True)
class ViewGraph:
    """Nodes with ``kind``, ``label`` and ``iso`` (of a state), edges with ``relation`` and ``label``; both have ``facts``,
    places in the list of facts. ``articles`` has article_id, headline, published and url by IRI, as far as known."""

    graph: "nx.MultiDiGraph[str]" = field(default_factory=nx.MultiDiGraph)
    facts: list[Fact] = field(default_factory=list)
    articles: dict[str, dict[str, str]] = field(default_factory=dict)
    _places: dict[Fact, int] = field(default_factory=dict)

    def add_fact(self, fact: Fact) -> int:
        """The place of a fact in the list; the same fact has one place."""
        if fact not in self._places:
            self._places[fact] = len(self.facts)
            self.facts.append(fact)
        return self._places[fact]

    def add_node(self, iri: str, label: str, fact: int | None = None, **attributes: Any) -> str:
        if iri not in self.graph:
            kind = attributes.pop("kind", None) or kind_of(iri)
            iso = iri.removeprefix(PREFIXES["state"]) if kind == "state" else ""
            self.graph.add_node(iri, kind=kind, label=label, iso=iso, facts=[], **attributes)
        if fact is not None:
            _append(self.graph.nodes[iri]["facts"], fact)
        return iri

    def add_edge(self, source: str, target: str, relation: str, label: str, fact: int | None = None) -> None:
        """One edge a relation and label between two nodes; more evidence is added to it."""
        key = f"{source}|{relation}|{target}|{label}"
        if not self.graph.has_edge(source, target, key):
            self.graph.add_edge(source, target, key, relation=relation, label=label, facts=[])
        if fact is not None:
            _append(self.graph.edges[source, target, key]["facts"], fact)


def view_graph(store: Store, focus: str | None = None, most: int | None = None) -> ViewGraph:
    """Read the store into a network: all of it, or the facts in which the node ``focus`` has a part, the ``most`` newest of
    each kind.

    Persons and organisations are tied to the states and organisations whose posts they hold, events to their
    participants and places, speakers to what they speak about. Nodes without any tie are left out.
    """
    view = ViewGraph()
    near: dict[str, _Choices] = dict.fromkeys(_PARTS)
    if focus is not None:
        near = {name: {name: _facts_of(store, focus, parts)[:most]} for name, parts in _PARTS.items()}
    articles = {row["article"]: row for row in saved_rows(store, "articles")}  # two may share an id
    days = {name: row.get("published", "") for name, row in articles.items()}
    _add_roles(view, saved_rows(store, "roles", near["tenure"]), days)
    _add_events(view, saved_rows(store, "events", near["event"]), days)
    _add_statements(view, saved_rows(store, "statements", near["statement"]), days)
    for name in sorted({fact.article for fact in view.facts}):
        view.articles[name] = {
            key: articles[name][key] for key in ("article_id", "headline", "published", "url") if key in articles[name]
        }
    without_ties(view)
    return view


def triples_view(store: Store, triples: Sequence[tuple[str, str, str]]) -> ViewGraph:
    """A network of a user's own triples: subject, predicate and object IRIs, labelled from the store."""
    view = ViewGraph()
    nodes = sorted({node for subject, _, value in triples for node in (subject, value)})
    labels = _labels(store, nodes)
    for subject, predicate, value in sorted(triples):
        for node in (subject, value):
            kind = kind_of(node) if kind_of(node) in KINDS or ".event." in node else "other"
            view.add_node(node, labels.get(node) or _last(node), kind=kind)
        view.add_edge(subject, value, "other", _last(predicate))
    return view


def without_ties(view: ViewGraph) -> None:
    """Leave out nodes that nothing is tied to."""
    view.graph.remove_nodes_from([node for node, degree in list(view.graph.degree()) if degree == 0])


def _facts_of(store: Store, node: str, parts: str) -> list[NamedNode]:
    return [NamedNode(row["fact"]) for row in rows(store, _NEAR % parts, node=NamedNode(node))]


def _labels(store: Store, nodes: Sequence[str]) -> dict[str, str]:
    query = "# param node = ?node: whose name\nSELECT (SAMPLE(?name) AS ?label) WHERE { GRAPH ?graph { ?node rdfs:label ?name } }"
    found = {node: rows(store, query, node=NamedNode(node)) for node in nodes}
    return {node: row[0]["label"] for node, row in found.items() if row and "label" in row[0]}


def _last(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


def _append(facts: list[int], fact: int) -> None:
    if fact not in facts:
        facts.append(fact)


def _add_roles(view: ViewGraph, found: list[Row], days: Mapping[str, str]) -> None:
    for row in found:
        status = "" if row["status"] == "current" else f"{row['status']} "
        as_of = f", as of {row['as_of']}" if "as_of" in row else ""
        text = f"{row['name']}: {status}{row['title']}{' of ' + row['of'] if 'of' in row else ''}{as_of}"
        fact = view.add_fact(_fact("post", row["status"], text, row, row.get("as_of") or days[row["article"]]))
        person = view.add_node(row["person"], row["name"], fact, official=True)
        if "owner" in row:
            owner = view.add_node(row["owner"], row["of"], fact)
            view.add_edge(person, owner, "role", f"{status}{row['title']}", fact)


def _add_events(view: ViewGraph, found: list[Row], days: Mapping[str, str]) -> None:
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
        day = row.get("date") or days[row["article"]]
        fact = view.add_fact(_fact("event", row["type"], text, row, day))
        event = view.add_node(row["event"], label, fact)
        if "participant" in row:
            participant = view.add_node(row["participant"], row["participant_name"], fact)
            view.add_edge(participant, event, "part", row["part"], fact)
        if "place_iri" in row:
            place = view.add_node(row["place_iri"], row["place"], fact)
            view.add_edge(event, place, "place", "in", fact)


def _add_statements(view: ViewGraph, found: list[Row], days: Mapping[str, str]) -> None:
    for row in found:
        text = f"{row['speaker_name']} said: {row['said']}"
        fact = view.add_fact(_fact("statement", "", text, row, days[row["article"]]))
        speaker = view.add_node(row["speaker"], row["speaker_name"], fact)
        if "about" in row:
            about = view.add_node(row["about"], row["about_name"], fact)
            view.add_edge(speaker, about, "about", "said about", fact)


def _fact(kind: str, type_: str, text: str, row: Row, day: str) -> Fact:
    begin = int(row["begin"]) - int(row["sentence_begin"])
    end = begin + int(row["end"]) - int(row["begin"])
    modality, confidence = row.get("modality", "happened"), float(row["confidence"])
    return Fact(kind, type_, modality, confidence, day, text, row["sentence"], begin, end, row["article"])
