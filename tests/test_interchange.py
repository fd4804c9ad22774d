"""Exports for other tools come back whole through the tools' own readers, in the same bytes each time."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from kg.api import KnowledgeGraph
from kg.cli.export import _OTHERS
from kg.cli.main import main
from kg.interchange import FORMATS
from kg.interchange.network import network_of
from kg.interchange.parquet import TABLES


def write(form: str, graph: KnowledgeGraph, target: Path) -> Path:
    FORMATS[form].write(graph.store, target)
    return target


def test_every_format_has_a_name_on_the_command_line() -> None:
    assert set(_OTHERS) == set(FORMATS)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_two_exports_are_the_same_bytes(form: str, examples: KnowledgeGraph, tmp_path: Path) -> None:
    one, other = (write(form, examples, tmp_path / name) for name in ("one", "other"))
    files = [sorted(each.rglob("*")) if each.is_dir() else [each] for each in (one, other)]
    assert [f.read_bytes() for f in files[0]] == [f.read_bytes() for f in files[1]] and files[0]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_the_networks_back(form: str, examples: KnowledgeGraph, tmp_path: Path) -> None:
    network, path = network_of(examples.store), write(form, examples, tmp_path / form)
    read = nx.read_graphml(path, force_multigraph=True) if form == "graphml" else nx.read_gexf(path)
    assert set(read.nodes) == set(network.nodes) and read.number_of_edges() == network.number_of_edges()
    iremadze = next(node for node in read if node.endswith("/person/tamaz-iremadze"))
    assert read.nodes[iremadze]["kind"] == "person" and read.nodes[iremadze]["label"] == "Tamaz Iremadze"
    relations = {data["relation"] for *_, data in read.edges(iremadze, data=True)}
    assert {"post", "actor"} <= relations


def test_neo4j_files_fit_each_other(examples: KnowledgeGraph, tmp_path: Path) -> None:
    folder = write("neo4j", examples, tmp_path / "neo4j")
    nodes = list(csv.DictReader((folder / "nodes.csv").open(encoding="utf-8")))
    edges = list(csv.DictReader((folder / "relationships.csv").open(encoding="utf-8")))
    known = {node["iri:ID"] for node in nodes}
    assert len(known) == len(nodes) and {"Person", "State", "Event"} <= {node[":LABEL"] for node in nodes}
    assert edges and all({edge[":START_ID"], edge[":END_ID"]} <= known for edge in edges)
    assert {"ACTOR", "POST"} <= {edge[":TYPE"] for edge in edges}


def test_parquet_has_the_columns_of_the_queries(examples: KnowledgeGraph, tmp_path: Path) -> None:
    folder = write("parquet", examples, tmp_path / "parquet")
    for name in TABLES:
        table = pq.read_table(folder / f"{name}.parquet")
        assert table.num_rows == len(examples.run(name).rows or ()), name
    events = pq.read_table(folder / "events.parquet").to_pylist()
    assert all(event["end"] > event["begin"] for event in events)


def test_plover_lines(examples: KnowledgeGraph, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in write("plover", examples, tmp_path / "events.jsonl").open(encoding="utf-8")]
    events = {row["event"] for row in examples.query("events") if "plover" in row}
    assert {line["event_id"] for line in lines} == events
    assert any(line["place_country"] == "GEO" and line["latitude"] for line in lines)
    assert all(line["sources"] and line["modality"] for line in lines)


def test_follow_the_money_refers_to_what_it_has(examples: KnowledgeGraph, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in write("ftm", examples, tmp_path / "ftm.json").open(encoding="utf-8")]
    known = {line["id"]: line["schema"] for line in lines}
    for line in lines:
        properties = line["properties"]
        if line["schema"] == "Occupancy":
            assert known[properties["holder"][0]] == "Person" and known[properties["post"][0]] == "Position"
        assert all(party in known for party in properties.get("involved", []))
    assert {"Person", "PublicBody", "Organization", "Position", "Occupancy", "Event"} == set(known.values())


@pytest.mark.slow
def test_the_follow_the_money_package_finds_nothing_wrong(examples: KnowledgeGraph, tmp_path: Path) -> None:
    """In an environment of its own: the package builds PyICU, which needs the ICU library and a compiler."""
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    installed = subprocess.run([python, "-m", "pip", "install", "--quiet", "followthemoney>=4.9,<5"], check=False)
    if installed.returncode:
        pytest.skip("followthemoney cannot be installed here: PyICU needs ICU's headers and a compiler")
    path = write("ftm", examples, tmp_path / "ftm.json")
    script = """
import json, sys
from followthemoney import model
for line in open(sys.argv[1], encoding="utf-8"):
    data = json.loads(line)
    entity = model.get_proxy(data)
    model.get(data["schema"]).validate(data)
    lost = {name for name, values in data["properties"].items() if sorted(entity.get(name)) != sorted(values)}
    assert not lost, (data, lost)
"""
    subprocess.run([python, "-c", script, str(path)], check=True)


def test_a_folder_needs_a_name(examples: KnowledgeGraph) -> None:
    result = CliRunner().invoke(main, ["export", "-f", "neo4j", "--store", examples.store.path])
    assert result.exit_code == 2 and "name it with -o" in result.stderr
