"""A human has the last word: decisions are taken by name, survive rebuilding, and are undone to the same bytes."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_graph import exported, write_articles

from kg.cli.main import main
from kg.graph import Store
from kg.pipeline import Reader, build
from kg.query import run_query

TEXTS = {
    "one": "Turkish Foreign Minister Ali Demir met Greek Foreign Minister Nikos Pappas in Athens on Monday.",
    "two": "Greek Foreign Minister Nikos Pappas met Turkish Foreign Minister Ali Demir in Athens on Monday.",
    "three": "Turkish Foreign Minister Alihan Demirel visited Sofia.",
}


@pytest.fixture
def folder(tmp_path: Path, reader: Reader) -> Path:
    write_articles(tmp_path / "in", TEXTS)
    with Store(tmp_path / "store", write=True) as store:
        build([str(tmp_path / "in")], store, reader=reader)
    return tmp_path


def kg(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--store", str(folder / "store")])


def bytes_of(folder: Path) -> bytes:
    with Store(folder / "store") as store:
        return exported(store, "nquads")


def names(folder: Path, query: str) -> set[str]:
    with Store(folder / "store") as store:
        return {row[0].value for row in run_query(store, query).rows or ()}  # type: ignore[union-attr]


def taken_back_by(result: Result) -> str:
    found = re.search(r"kg undo (\w+)", result.stderr)
    assert found is not None, result.output
    return found[1]


PERSONS = "SELECT DISTINCT ?n { GRAPH ?g { ?p a foaf:Person ; foaf:name ?n } }"
EVENTS = "SELECT DISTINCT ?e { GRAPH ?g { ?e sem:eventType event:meeting } }"


@pytest.mark.parametrize(
    ("decision", "query", "fewer"),
    [
        (("same", "Alihan Demirel", "Ali Demir"), PERSONS, -1),
        (("different", "Ali Demir@one", "Ali Demir@two"), "SELECT DISTINCT ?p { GRAPH ?g { ?p a foaf:Person } }", 1),
        (("retract", "article/one.event.0-meeting"), EVENTS, -1),
    ],
)
def test_a_decision_holds_survives_building_and_is_undone(
    decision: tuple[str, ...], query: str, fewer: int, folder: Path, reader: Reader
) -> None:
    before, known = bytes_of(folder), names(folder, query)
    if decision[0] == "retract":
        decision = ("retract", sorted(known)[0])
    result = kg(folder, *decision, "--reason", "I know them")
    assert result.exit_code == 0, result.output
    decided = bytes_of(folder)
    assert len(names(folder, query)) == len(known) + fewer
    with Store(folder / "store", write=True) as store:
        (folder / "in" / "four.txt").write_text("Nobody came.", encoding="utf-8")
        build([str(folder / "in")], store, reader=reader)
    assert len(names(folder, query)) == len(known) + fewer
    assert "I know them" in kg(folder, "decisions").output
    assert kg(folder, "undo", taken_back_by(result)).exit_code == 0
    assert names(folder, query) == known and decided != before
    assert kg(folder, "decisions").output == ""


def test_an_event_that_two_articles_tell_is_taken_out_of_both(folder: Path) -> None:
    [event] = names(folder, EVENTS)
    before = bytes_of(folder)
    result = kg(folder, "retract", event)
    assert not names(folder, EVENTS)
    kg(folder, "undo", taken_back_by(result))
    assert bytes_of(folder) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("same", "Ali Demir", "Nobody Known"), "nobody and nothing is named Nobody Known"),
        (("same", "Ali Demir", "Ali Demir"), "NAME@ARTICLE"),
        (("different", "Ali Demir@one", "Ali Demir@nine"), "no article has the id nine"),
        (("different", "Ali Demir@one", "Omar Haddad@two"), "names nobody Omar Haddad"),
        (("retract", "nothing.event.1-meeting"), "no fact is named nothing.event.1-meeting"),
        (("undo", "abc"), "kg decisions lists them"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_words(arguments: tuple[str, ...], said: str, folder: Path) -> None:
    result = kg(folder, *arguments)
    assert result.exit_code == 1 and said in result.stderr
