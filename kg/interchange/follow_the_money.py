"""FollowTheMoney 4 entities (https://followthemoney.tech) as JSON Lines: Person, Organization, PublicBody (states),
Position, Occupancy and Event.

An Occupancy has the dates that articles give for beginning and end, and as date of declaration the last day on which an
article sees the holder serving.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.graph import Store
from kg.graph.vocabulary import WIKIDATA
from kg.query.rows import rows, saved_rows

_FORMER_STATES = {"SU": "suhh", "YU": "yucs", "CS": "cshh", "DD": "dd"}
"""What FollowTheMoney calls them."""
_NAMES = """SELECT DISTINCT ?node ?label ?other ?iso ?rank ?same WHERE {
  VALUES ?class { foaf:Person org:Organization }
  GRAPH ?graph {
    ?node a ?class ; rdfs:label ?label .
    OPTIONAL { ?node skos:altLabel ?other }
    OPTIONAL { ?node kg:rank ?rank }
    OPTIONAL { ?node kg:iso2 ?own }
    OPTIONAL { ?node (kg:actsFor|org:subOrganizationOf)/kg:iso2 ?acted }
    BIND(COALESCE(?own, ?acted) AS ?iso)
  }
  OPTIONAL { ?node skos:exactMatch ?same }
}"""
_OCCUPANCIES = """SELECT DISTINCT ?occupancy ?person ?post ?post_label ?owner ?iso ?from ?until ?last ?over ?status WHERE {
  ?occupancy a kg:Occupancy ; org:member ?person ; kg:post ?post ; kg:status ?status .
  GRAPH ?graph { ?post rdfs:label ?post_label ; org:postIn ?owner }
  OPTIONAL { GRAPH ?graph { ?owner kg:iso2 ?iso } }
  OPTIONAL { ?occupancy kg:from ?from } OPTIONAL { ?occupancy kg:until ?until }
  OPTIONAL { ?occupancy kg:lastSeen ?last } OPTIONAL { ?occupancy kg:overBy ?over }
}"""
_SCHEMAS = {"person": "Person", "organisation": "Organization", "state": "PublicBody"}
Values = defaultdict[str, set[str]]


def write_ftm(store: Store, path: Path) -> None:
    """One entity a line, ordered by schema and id."""
    with path.open("w", encoding="utf-8") as file:
        for entity in sorted(entities(store), key=lambda e: (e["schema"], e["id"])):
            file.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")


def entities(store: Store) -> Iterator[dict[str, Any]]:
    """FollowTheMoney entities as dictionaries of id, schema and properties."""
    yield from _parties(store)
    yield from _posts(store)
    yield from _events(store)


def entity_id(iri: str) -> str:
    """FollowTheMoney keeps ids short and plain."""
    return f"kg-{hashlib.sha1(iri.encode(), usedforsecurity=False).hexdigest()}"


def _entity(iri: str, schema: str, values: Values) -> dict[str, Any]:
    properties = {name: sorted(given) for name, given in values.items() if given}
    return {"id": entity_id(iri), "schema": schema, "properties": properties}


def _country(iso: str) -> str:
    return _FORMER_STATES.get(iso, iso.lower())


def _parties(store: Store) -> Iterator[dict[str, Any]]:
    found: dict[str, Values] = {}
    for row in rows(store, _NAMES):
        values = found.setdefault(row["node"], defaultdict(set))
        values["name"].add(row["label"])
        for column, name in (("other", "alias"), ("rank", "title")):
            if column in row:
                values[name].add(row[column])
        if "iso" in row:
            values["country"].add(_country(row["iso"]))
        if row.get("same", "").startswith(WIKIDATA):
            values["wikidataId"].add(row["same"].removeprefix(WIKIDATA))
    for iri, values in found.items():
        kind = next((kind for kind in _SCHEMAS if f"/id/{kind}/" in iri), None)
        if kind:
            if kind != "person":
                values.pop("title", None)
            yield _entity(iri, _SCHEMAS[kind], values)


def _posts(store: Store) -> Iterator[dict[str, Any]]:
    positions: dict[str, Values] = {}
    occupancies: dict[str, Values] = {}
    for row in rows(store, _OCCUPANCIES):
        position = positions.setdefault(row["post"], defaultdict(set))
        position["name"].add(row["post_label"])
        position["organization"].update([] if "/id/state/" in row["owner"] else [entity_id(row["owner"])])
        position["country"].update([_country(row["iso"])] if "iso" in row else [])
        held = occupancies.setdefault(row["occupancy"], defaultdict(set))
        held["holder"].add(entity_id(row["person"]))
        held["post"].add(entity_id(row["post"]))
        for column, name in (("from", "startDate"), ("until", "endDate"), ("last", "declarationDate")):
            held[name].update([row[column]] if column in row else [])
        held["status"].add("ended" if "over" in row or "until" in row else "unknown")
    yield from (_entity(iri, "Position", values) for iri, values in positions.items())
    for iri, values in occupancies.items():
        values["status"] = {min(values["status"])}  # "ended" before "unknown": an article is about its own day
        yield _entity(iri, "Occupancy", values)


def _events(store: Store) -> Iterator[dict[str, Any]]:
    found: dict[str, Values] = {}
    for row in saved_rows(store, "events"):
        values = found.setdefault(row["event"], defaultdict(set))
        modality = "" if row["modality"] == "happened" else f" ({row['modality']})"
        values["name"].add(f"{row['type']}{modality}")
        values["keywords"].update(row[name] for name in ("type", "plover", "modality") if name in row)
        values["description"].add(row["sentence"])
        values["recordId"].add(row["article_id"])
        for column, name in (("date", "date"), ("place", "location")):
            values[name].update([row[column]] if column in row else [])
        if "participant" in row and any(f"/id/{kind}/" in row["participant"] for kind in _SCHEMAS):
            values["organizer" if row["part"] == "host" else "involved"].add(entity_id(row["participant"]))
            values["parties"].add(row["participant_name"])
    for iri, values in found.items():
        parties = _joined(values.pop("parties", set()))
        values["name"] = {f"{name}: {parties}" if parties else name for name in values["name"]}
        yield _entity(iri, "Event", values)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
