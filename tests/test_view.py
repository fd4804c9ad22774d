"""The HTML view: one file, no request, text stays text, every fact with its sentence."""

import json
import re
from pathlib import Path

import pytest

from kg.api import KnowledgeGraph
from kg.graph import Store
from kg.pipeline import Reader, build
from kg.view import render, view_graph


@pytest.fixture(scope="module")
def page(examples: KnowledgeGraph) -> str:
    return render(view_graph(examples.store), "Examples & more")


def data_of(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="graph">(.*?)</script>', page, re.DOTALL)[1])


def test_page_asks_for_nothing(page: str) -> None:
    outside_scripts = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"(?:src|href)=[\"']?[^\"'#]", outside_scripts)
    assert "default-src 'none'" in page
    assert "<title>Examples &amp; more</title>" in page


def test_nodes_edges_and_evidence(page: str) -> None:
    data = data_of(page)
    kinds = {node["full"]: node["kind"] for node in data["nodes"]}
    assert kinds["Tamaz Iremadze"] == "person" and kinds["Georgia"] == "state" and "event" in kinds.values()
    ids = {node["id"] for node in data["nodes"]}
    assert all(edge["from"] in ids and edge["to"] in ids for edge in data["edges"])
    facts = data["data"]["facts"]
    assert all(facts[edge["id"]] for edge in data["edges"]), "every edge has a sentence"
    for _, sentence, article, begin, end in (fact for found in facts.values() for fact in found):
        assert sentence and article in data["data"]["articles"]
        assert begin == -1 or 0 <= begin < end <= len(sentence)


def test_the_same_graph_is_the_same_page(examples: KnowledgeGraph, page: str) -> None:
    assert render(view_graph(examples.store), "Examples & more") == page


def test_hostile_text_stays_text(reader: Reader, tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script>"
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": f'a"{evil}', "title": f"Spain {evil}", "date": "2020-01-01", "url": "javascript:alert(1)",
                    "text": f"Spanish Foreign Minister Ana Ruiz met King Idris of Jordan {evil} in Amman."}),
        encoding="utf-8",
    )  # fmt: skip
    with Store(":memory:") as store:
        build([str(tmp_path)], store, reader=reader)
        html = render(view_graph(store), evil)
    assert "<script>alert" not in html
    assert any(evil in fact[1] for facts in data_of(html)["data"]["facts"].values() for fact in facts)
