"""Nodes and relationships as CSV files for ``neo4j-admin database import full``.

Header fields follow the Neo4j operations manual, "Neo4j Admin import": ``:ID``, ``:LABEL``, ``:START_ID``, ``:END_ID``,
``:TYPE`` and typed properties.
"""

import csv
from pathlib import Path

from kg.graph import Store
from kg.interchange.network import network_of

_PROPERTIES = ("label", "iso", "type", "plover", "modality", "date")


def write_neo4j(store: Store, folder: Path) -> None:
    """``nodes.csv`` and ``relationships.csv``; a node's label is its kind, a relationship's type its relation."""
    network = network_of(store)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("iri:ID", "name", *(f"{name}:string" for name in _PROPERTIES[1:]), ":LABEL"))
        for iri, data in network.nodes(data=True):
            lines.writerow((iri, *(data.get(name, "") for name in _PROPERTIES), data["kind"].capitalize()))
    with (folder / "relationships.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow((":START_ID", ":END_ID", "label", "articles:int", ":TYPE"))
        for one, other, data in network.edges(data=True):
            lines.writerow((one, other, data["label"], data["articles"], data["relation"].upper()))
