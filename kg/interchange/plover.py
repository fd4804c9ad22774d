"""Events as JSON Lines with the fields of PLOVER (Open Event Data Alliance; Halterman et al. 2023): one line an event
that has a PLOVER class, with actors, recipients, place, magnitude, and what PLOVER has no word for: modality, claims,
and the sentences that say so."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.graph import Store
from kg.query.rows import rows, saved_rows

_COUNTS = "SELECT ?event ?killed ?injured WHERE { GRAPH ?graph { ?event a kg:Event . OPTIONAL { ?event kg:killed ?killed } OPTIONAL { ?event kg:injured ?injured } FILTER(BOUND(?killed) || BOUND(?injured)) } }"
_WHERE = """SELECT DISTINCT ?place ?latitude ?longitude ?iso3 WHERE {
  GRAPH ?graph { ?place schema:latitude ?latitude ; schema:longitude ?longitude .
    OPTIONAL { ?place kg:inState/kg:iso3 ?of } OPTIONAL { ?place kg:iso3 ?own } BIND(COALESCE(?own, ?of) AS ?iso3) }
}"""
_PARTS = {"actor": "actors", "host": "actors", "mediator": "actors", "target": "recipients"}


def write_plover(store: Store, path: Path) -> None:
    """One event a line, in the order of articles."""
    with path.open("w", encoding="utf-8") as file:
        for event in events(store):
            file.write(json.dumps(event, ensure_ascii=False) + "\n")


def events(store: Store) -> Iterator[dict[str, Any]]:
    """Events that have a PLOVER class, as dictionaries."""
    counts = {row["event"]: row for row in rows(store, _COUNTS)}
    places = {row["place"]: row for row in rows(store, _WHERE)}
    found: dict[str, dict[str, Any]] = {}
    for row in saved_rows(store, "events"):
        if "plover" not in row:
            continue
        event = found.setdefault(row["event"], _event(row, counts, places))
        source = {"article": row["article_id"], "sentence": row["sentence"]}
        if source not in event["sources"]:
            event["sources"].append(source)
        if "participant" in row:
            party = {"name": row["participant_name"], "country": row.get("participant_iso3"), "part": row["part"]}
            if party not in event[_PARTS[row["part"]]]:
                event[_PARTS[row["part"]]].append(party)
    yield from found.values()


def _event(row: dict[str, str], counts: dict[str, dict[str, str]], places: dict[str, dict[str, str]]) -> dict[str, Any]:
    count, place = counts.get(row["event"], {}), places.get(row.get("place_iri", ""), {})
    return {
        "event_id": row["event"],
        "event_date": row.get("date"),
        "event_type": row["plover"],
        "kg_type": row["type"],
        "modality": row["modality"],
        "claimed_by": row.get("claimed_by"),
        "actors": [],
        "recipients": [],
        "place": row.get("place"),
        "place_country": place.get("iso3"),
        "latitude": float(place["latitude"]) if place else None,
        "longitude": float(place["longitude"]) if place else None,
        "killed": int(count["killed"]) if "killed" in count else None,
        "injured": int(count["injured"]) if "injured" in count else None,
        "sources": [],
    }
