"""What follows from the graph: super-properties, inverses, chains; in a graph of its own, gone when anything changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import Store
from kg.graph.shapes import validate
from kg.pipeline import Reader, build
from kg.query import run_query
from kg.reason import forget, reason

TEXT = "Turkish Foreign Minister Ali Demir met Greek Foreign Minister Nikos Pappas in Athens."


@pytest.fixture
def store(reader: Reader, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Store(":memory:") as opened:
        build([str(tmp_path / "a.txt")], opened, reader=reader)
        yield opened


def holds(store: Store, pattern: str) -> bool:
    return bool(run_query(store, f"ASK {{ {pattern} }}").truth)


CONSEQUENCES = [
    "?event sem:hasActor person:ali-demir ; sem:eventProperty person:nikos-pappas",
    "post:TR.minister-of-foreign-affairs org:heldBy person:ali-demir",
    "state:GR schema:containsPlace place:athens.GR",
    "state:TR a schema:Place, org:Organization, foaf:Agent",
    "state:TR org:hasPost post:TR.minister-of-foreign-affairs",
]


def test_consequences_are_added_and_the_graph_still_fits_its_shapes(store: Store) -> None:
    assert not any(holds(store, pattern) for pattern in CONSEQUENCES)
    found = reason(store)
    assert all(holds(store, pattern) for pattern in CONSEQUENCES)
    assert not holds(store, "?x a owl:Thing") and not holds(store, "?x owl:sameAs ?y")
    assert not validate(store.quads())
    assert reason(store) == found


def test_consequences_can_be_forgotten_and_do_not_outlive_what_they_follow_from(
    store: Store, reader: Reader, tmp_path: Path
) -> None:
    reason(store)
    forget(store)
    assert not holds(store, CONSEQUENCES[0])
    reason(store)
    (tmp_path / "a.txt").write_text("Nobody came.", encoding="utf-8")
    build([str(tmp_path / "a.txt")], store, reader=reader)
    assert not holds(store, "GRAPH <https://w3id.org/kg-news/id/graph/inferred> { ?s ?p ?o }")
