"""The HTML view: one file, no request, text stays text, every fact with its sentence."""

import json
import re
from pathlib import Path

import networkx as nx
import pytest
from crowd import crowd

from kg.api import KnowledgeGraph
from kg.graph import Store
from kg.pipeline import Reader, build
from kg.query import QueryError
from kg.view import Fact, Wanted, along_time, on_map, render, triples_in, view_graph, view_of
from kg.view.layout import positions
from kg.view.overview import communities, overview


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
    kinds = {node.get("full", node["label"]): node["kind"] for node in data["nodes"]}
    assert kinds["Tamaz Iremadze"] == "person" and kinds["Georgia"] == "state" and "event" in kinds.values()
    assert "Georgia (GE)" in {node["label"] for node in data["nodes"]}
    ids = {node["id"] for node in data["nodes"]}
    assert all(edge["from"] in ids and edge["to"] in ids for edge in data["edges"])
    told = data["data"]
    assert all(edge["facts"] for edge in data["edges"]), "every edge has a sentence"
    for kind, type_, modality, confidence, day, text, sentence, begin, end, article in told["facts"]:
        assert kind in {"event", "post", "statement"} and (type_ or kind == "statement") and modality and text
        assert 0 < confidence <= 1 and (day == "" or day[:4].isdigit())
        assert 0 <= begin < end <= len(told["sentences"][sentence]) and told["articles"][article][0]


def test_only_what_is_wanted(examples: KnowledgeGraph) -> None:
    def facts(**wanted: object) -> list[Fact]:
        return view_of(examples.store, wanted=Wanted(**wanted))[0].facts  # type: ignore[arg-type]

    meetings = facts(types=frozenset({"meeting"}))
    assert meetings and {(f.kind, f.type) for f in meetings} == {("event", "meeting")}
    planned = facts(modalities=frozenset({"planned"}))
    assert planned and {f.modality for f in planned} == {"planned"}
    period = facts(since="2015-03-01", until="2019")
    assert period and all("2015-03-01" <= f.day <= "2019-12-31" for f in period)
    view = view_of(examples.store, wanted=Wanted(types=frozenset({"meeting"})))[0]
    assert all(data["facts"] for _, _, data in view.graph.edges(data=True))
    assert set(view.articles) == {f.article for f in view.facts}


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_near_somebody(hops: int, examples: KnowledgeGraph) -> None:
    view, node, name = view_of(examples.store, "Tamaz Iremadze", hops)
    assert name == "Tamaz Iremadze" and node is not None
    whole = view_graph(examples.store).graph.to_undirected()
    assert set(view.graph) == set(nx.ego_graph(whole, node, hops))
    assert nx.eccentricity(view.graph.to_undirected(), node) <= hops


def test_triples_of_ones_own(examples: KnowledgeGraph) -> None:
    view = triples_in(
        examples.store, "CONSTRUCT { ?a kg:met ?b . ?a foaf:name ?n } WHERE { ?a kg:met ?b ; foaf:name ?n }"
    )
    labels = dict(view.graph.nodes(data="label"))
    assert labels and "Tamaz Iremadze" in labels.values()
    assert {label for _, _, label in view.graph.edges(data="label")} == {"met"}
    assert "Tamaz Iremadze" in render(view)
    with pytest.raises(QueryError, match="CONSTRUCT"):
        triples_in(examples.store, "SELECT * { ?s ?p ?o } LIMIT 1")


def test_a_large_graph_opens_on_an_overview() -> None:
    view = crowd(900)
    chosen = overview(view)
    assert len(chosen.graph) <= 150 and all(d["facts"] for _, _, d in chosen.graph.edges(data=True))
    assert {data["kind"] for _, data in chosen.graph.nodes(data=True)} <= {"person", "state", "organisation"}
    assert chosen.graph.number_of_edges() <= 3 * len(chosen.graph), "no ball of wool"
    assert communities(chosen) == communities(overview(crowd(900)))
    data = data_of(render(view))
    assert len(data["nodes"]) == len(view.graph)
    assert {node["id"] for node in data["nodes"] if "x" in node} == set(chosen.graph)


def test_nodes_lie_apart(examples: KnowledgeGraph) -> None:
    places = list(positions(view_graph(examples.store).graph).values())
    for place, (x, y) in enumerate(places):
        assert all(abs(x - u) > 60 or abs(y - v) > 30 for u, v in places[:place])


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
    assert any(evil in sentence for sentence in data_of(html)["data"]["sentences"])


def test_articles_that_share_an_id_keep_their_own_facts(reader: Reader, tmp_path: Path) -> None:
    for folder, title, text in (
        ("peru", "From Lima", "President Ana Quispe of Peru resigned."),
        ("chad", "From Chad", "President Ali Demir of Chad resigned."),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.jsonl").write_text(
            json.dumps({"id": "1", "title": title, "text": text}), encoding="utf-8"
        )
    with Store(":memory:", write=True) as store:
        build([str(tmp_path / "peru"), str(tmp_path / "chad")], store, reader=reader)
        told = data_of(render(view_graph(store)))["data"]
    called = [row[1] for row in told["articles"]]
    facts = {(called[article], "Quispe" in text) for _, _, _, _, _, text, _, _, _, article in told["facts"]}
    assert facts == {("From Lima", True), ("From Chad", False)}


def test_events_on_a_map(examples: KnowledgeGraph) -> None:
    drawn = on_map(view_graph(examples.store), examples.store)
    labels = {data["label"]: node for node, data in drawn.view.graph.nodes(data=True)}
    x, y = drawn.places[labels["Vilnius"]]
    assert (x / 14, -y / 14) == pytest.approx((25.28, 54.69), abs=0.3)
    for event, place in drawn.view.graph.edges():
        (ex, ey), (px, py) = drawn.places[event], drawn.places[place]
        assert 0 < abs(ex - px) + abs(ey - py) < 200
    xs = [value for line in drawn.lines for value in line[::2]]
    ys = [value for line in drawn.lines for value in line[1::2]]
    assert min(xs) >= -180 * 14 and max(xs) <= 180 * 14 and min(ys) >= -90 * 14 and max(ys) <= 90 * 14
    assert len(drawn.lines) > 500, "coastlines and borders"
    assert "GSHHG" in render(drawn)


def test_events_over_time(examples: KnowledgeGraph) -> None:
    view = view_graph(examples.store)
    drawn = along_time(view)
    days = {
        node: min(view.facts[place].day for place in data["facts"])
        for node, data in view.graph.nodes(data=True)
        if data["kind"] == "event"
    }
    assert drawn.rows
    in_order = sorted(drawn.rows, key=lambda event: days[event])
    assert [drawn.places[event][0] for event in in_order] == sorted(drawn.places[event][0] for event in in_order)
    for event, rows in drawn.rows.items():
        parties = set(view.graph.predecessors(event))
        assert set(rows) <= {drawn.places[party][1] for party in parties if party in drawn.places}
    assert any(words == "2019" for _, _, words in drawn.labels)


def test_pictures_of_nothing_say_so(examples: KnowledgeGraph) -> None:
    posts = view_of(examples.store, wanted=Wanted(modalities=frozenset({"none"})))[0]
    with pytest.raises(QueryError, match="coordinates"):
        on_map(posts, examples.store)
    with pytest.raises(QueryError, match="no event has a day"):
        along_time(posts)
