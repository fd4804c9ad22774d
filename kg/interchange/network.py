"""The graph as one network of persons, states, organisations, places and events, in GraphML and GEXF.

An edge runs from a participant to its event (relation: its part), from an event to its place, from a holder to the
state or organisation of a post, and from a speaker to what a statement is about. Several articles that say the same
make one edge with their number.
"""

import re
from pathlib import Path

import networkx as nx

from kg.graph import Store
from kg.query.rows import Row, saved_rows
from kg.query.terms import kind_of

_META = re.compile(r"\s*<meta\b.*?</meta>", re.DOTALL)
"""The day of writing, which would make two exports of one graph differ."""


def network_of(store: Store) -> "nx.MultiDiGraph[str]":
    """Nodes have ``label``, ``kind`` and, where known, ``iso``, ``type``, ``plover``, ``modality``, ``date``; edges
    ``relation``, ``label`` and ``articles``. No value is ever None: GraphML and GEXF have no word for it."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in saved_rows(store, "roles"):
        if "owner" in row:
            _node(network, row["person"], row["name"])
            _node(network, row["owner"], row["of"], iso=row.get("iso", ""))
            _edge(network, row["person"], row["owner"], "post", f"{row['title']} ({row['status']})", row["article"])
    for row in saved_rows(store, "events"):
        _add_event(network, row)
    for row in saved_rows(store, "statements"):
        if "about" in row:
            _node(network, row["speaker"], row["speaker_name"], iso=row.get("speaker_iso", ""))
            _node(network, row["about"], row["about_name"])
            _edge(network, row["speaker"], row["about"], "about", "speaks about", row["article"])
    for *_, data in network.edges(data=True):
        data["articles"] = len(data.pop("told"))
    return network


def _add_event(network: "nx.MultiDiGraph[str]", row: Row) -> None:
    known = {name: row.get(name, "") for name in ("type", "plover", "modality", "date")}
    label = row["type"] if row["modality"] == "happened" else f"{row['type']} ({row['modality']})"
    _node(network, row["event"], label, **known)
    if "participant" in row:
        _node(network, row["participant"], row["participant_name"], iso=row.get("participant_iso", ""))
        _edge(network, row["participant"], row["event"], row["part"], row["part"], row["article"])
    if "place_iri" in row:
        _node(network, row["place_iri"], row["place"])
        _edge(network, row["event"], row["place_iri"], "place", "in", row["article"])


def _node(network: "nx.MultiDiGraph[str]", iri: str, label: str, **attributes: str) -> None:
    if iri not in network:
        network.add_node(iri, label=label, kind=kind_of(iri))
    network.nodes[iri].update({name: value for name, value in attributes.items() if value})


def _edge(network: "nx.MultiDiGraph[str]", source: str, target: str, relation: str, label: str, article: str) -> None:
    key = f"{relation}:{label}"
    if not network.has_edge(source, target, key):
        network.add_edge(source, target, key, relation=relation, label=label, told=set())
    network.edges[source, target, key]["told"].add(article)


def write_graphml(store: Store, path: Path) -> None:
    """GraphML (http://graphml.graphdrawing.org)."""
    nx.write_graphml(network_of(store), path)


def write_gexf(store: Store, path: Path) -> None:
    """GEXF 1.2 (https://gexf.net). Edges get numbers for ids: their keys are the same between other nodes."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    source = network_of(store)
    network.add_nodes_from(source.nodes(data=True))
    for number, (one, other, data) in enumerate(source.edges(data=True)):
        network.add_edge(one, other, number, id=number, **data)
    text = "\n".join(nx.generate_gexf(network))
    path.write_text(_META.sub("", text) + "\n", encoding="utf-8")
