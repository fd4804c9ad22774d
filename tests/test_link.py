"""Persons and organisations lead to a user's own table or RDF dump, with a score; what is unsure is left out."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import main
from kg.graph import Store
from kg.pipeline import Reader, build
from kg.query import run_query

TEXT = """Turkish Foreign Minister Ali Demir met Greek Foreign Minister Nikos Pappas and NATO officials in Athens.

Peruvian Health Minister Rosa Quispe spoke in Lima."""
TABLE = """id,name,aliases,country,position
http://example.org/1,Ali Demir,,Turkey,Minister of Foreign Affairs
http://example.org/2,Nikos Papas,Nikolaos Pappas,Greece,
http://example.org/3,Rosa Quispe,,Chile,
Q7184,North Atlantic Treaty Organization,NATO,,
"""
FTM = [
    {"id": "NK-1", "schema": "Person", "properties": {"name": ["Demir Ali", "Ali Demir"], "country": ["tr"]}},
    {"id": "NK-2", "schema": "Vessel", "properties": {"name": ["Nikos Pappas"]}},
]
TURTLE = """@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wd: <http://www.wikidata.org/entity/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<http://example.org/a> wdt:P31 wd:Q5 ; rdfs:label "Ali Demir"@en ; wdt:P27 wd:Q43 ; wdt:P39 <http://example.org/post> .
<http://example.org/post> rdfs:label "Foreign Minister of Turkey"@en .
<http://example.org/b> a foaf:Person ; foaf:name "Rosa Quispe" .
<http://example.org/c> a foaf:Person ; foaf:name "Rosa Quispe" .
"""


@pytest.fixture
def folder(tmp_path: Path, reader: Reader) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Store(tmp_path / "store", write=True) as store:
        build([str(tmp_path / "a.txt")], store, reader=reader)
    return tmp_path


def link(folder: Path, name: str, content: str, *options: str) -> Result:
    (folder / name).write_text(content, encoding="utf-8")
    arguments = ["link", "--authority", str(folder / name), "--store", str(folder / "store"), *options]
    return CliRunner().invoke(main, arguments)


def matched(result: Result) -> dict[str, tuple[str, float]]:
    assert result.exit_code == 0, result.output
    found = csv.DictReader(io.StringIO(result.stdout))
    return {row["name"]: (row["record"], float(row["score"])) for row in found}


def test_a_table(folder: Path) -> None:
    found = matched(link(folder, "officials.csv", TABLE))
    assert found["Ali Demir"] == ("http://example.org/1", 1.0)
    assert found["Nikos Pappas"][0] == "http://example.org/2" and found["Nikos Pappas"][1] < 1
    assert found["NATO"][0] == "http://www.wikidata.org/entity/Q7184"
    assert "Rosa Quispe" not in found  # of another state


def test_open_sanctions(folder: Path) -> None:
    found = matched(link(folder, "entities.ftm.json", "\n".join(map(json.dumps, FTM))))
    assert found == {"Ali Demir": ("https://www.opensanctions.org/entities/NK-1", 0.95)}


def test_an_rdf_dump_and_what_is_ambiguous(folder: Path) -> None:
    result = link(folder, "officials.ttl", TURTLE)
    assert matched(result) == {"Ali Demir": ("http://example.org/a", 1.0)}
    assert "fits several: http://example.org/b, http://example.org/c" in result.stderr


def test_matches_are_kept_with_their_score_replaced_and_removed(folder: Path) -> None:
    query = """SELECT ?record ?score { ?person foaf:name "Ali Demir" ; skos:exactMatch ?record .
        ?axiom owl:annotatedSource ?person ; owl:annotatedTarget ?record ; sssom:confidence ?score }"""

    def kept() -> list[tuple[str, ...]]:
        with Store(folder / "store") as store:
            return [tuple(v.value for v in row) for row in run_query(store, query).rows or ()]  # type: ignore[union-attr]

    link(folder, "officials.csv", TABLE)
    assert kept() == [("http://example.org/1", "1")]
    link(folder, "officials.csv", TABLE.replace("example.org/1", "example.org/9"))
    assert kept() == [("http://example.org/9", "1")]
    link(folder, "officials.csv", TABLE, "--remove")
    assert kept() == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "nr,who\n1,Ali Demir\n", "needs a column for the id and one for the name; it has: nr, who"),
        ("a.csv", "id,name\nx1,Ali Demir\n", "line 2: the id x1 is no IRI; say what goes before it with --base"),
        ("a.jsonl", "{}\n", "line 1: is no FollowTheMoney entity"),
        ("a.ttl", "<a> <b>", "a.ttl: is no CSV, TSV, FollowTheMoney or RDF file that can be read"),
        ("a.doc", "Ali Demir", "a.doc: is no CSV, TSV"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(name: str, content: str, said: str, folder: Path) -> None:
    result = link(folder, name, content)
    assert result.exit_code == 1 and said in result.stderr
