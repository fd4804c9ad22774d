"""Asking: saved queries, parameters that stay data, results that other tools read."""

import io
import json
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from kg.api import KnowledgeGraph
from kg.graph import Store
from kg.pipeline import Reader, build
from kg.query import QueryError, find_saved, run_query, saved_queries
from kg.query.bindings import bind
from kg.query.saved import UnknownQueryError

CONTRACT = {
    "people": "article article_id person name rank",
    "roles": "article article_id person name title of iso status as_of sentence",
    "states": "article article_id state name iso iso3",
    "organisations": "article article_id organisation name iso",
    "events": "article article_id event type plover participant participant_name participant_iso participant_iso3 part "
    "date place modality claimed_by sentence begin end",
    "statements": "article article_id statement speaker speaker_name speaker_iso about sentence begin end",
    "mentions": "article article_id begin end text class",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_contract_queries_have_their_columns(name: str, examples: KnowledgeGraph) -> None:
    result = examples.run(name)
    assert set(CONTRACT[name].split()) <= set(result.variables or ())
    assert result.rows


@pytest.mark.parametrize("name", [q.name for q in saved_queries()])
def test_saved_queries_are_described_and_answer(name: str, examples: KnowledgeGraph) -> None:
    saved = find_saved(name)
    assert saved.title != saved.name and saved.description
    assert examples.query(name), "the examples hold something for every saved query"
    for parameter in saved.parameters:
        assert parameter.description
        examples.query(name, **{parameter.name: "no such thing"})


def test_who_met_whom_between_dates(examples: KnowledgeGraph) -> None:
    rows = examples.query("who-met-whom", since="2023-01", until="2023-02")
    assert {(r["one"], r["other"], r["date"], r["place"]) for r in rows} == {
        ("Rashid Al Tamimi", "Behrouz Jalali", "2023-02-13", "New York")
    }


def test_career_of_one_official(examples: KnowledgeGraph) -> None:
    career = {(r["post_name"], r["status"]) for r in examples.query("career", called="iremadze")}
    assert {("minister of defense", "current"), ("minister of defense", "former"), ("ambassador to lithuania", "current"),
            ("minister of foreign affairs", "former")} <= career  # fmt: skip


def test_posts_of_a_state_as_of_a_day(examples: KnowledgeGraph) -> None:
    then = {r["post_name"]: r["name"] for r in examples.query("posts-of-state", state="GE", on="2019-12-31")}
    assert then["minister of defense"] == "Tamaz Iremadze"
    now = {r["post_name"]: r["name"] for r in examples.query("posts-of-state", state="GE")}
    assert examples.query("posts-of-state", state="Georgia") == examples.query("posts-of-state", state="GE")
    assert "minister of foreign affairs" not in now, "he has left it"


def test_posts_from_articles_without_a_date_count_when_no_day_is_given(reader: Reader, tmp_path: Path) -> None:
    article, store = tmp_path / "undated.txt", tmp_path / "store"
    article.write_text("Georgian Defence Minister Levan Meskhi spoke to reporters.\n", encoding="utf-8")
    with Store(store, write=True) as opened:
        build([str(article)], opened, reader=reader)
    with KnowledgeGraph(store) as graph:
        assert [r["name"] for r in graph.query("posts-of-state", state="GE")] == ["Levan Meskhi"]
        assert not graph.query("posts-of-state", state="GE", on="2019-12-31")


def test_parameters_are_data_whatever_they_say(examples: KnowledgeGraph) -> None:
    hostile = 'x") } } ; DROP ALL ; SELECT * WHERE { FILTER("'
    assert examples.query("people", called=hostile) == []
    assert examples.query("people", called="iremadze")


@given(st.text())
def test_any_value_is_bound_as_it_is(value: str) -> None:
    with Store(":memory:") as store:
        result = run_query(store, "SELECT ?x WHERE { BIND(?value AS ?x) }", {"value": Literal(value)})
    assert [row[0] for row in result.rows or ()] == [Literal(value)]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { ?s ?p ?x }",
        "SELECT * { ?s ?p ?x }",
        "ASK { ?s ?p ?x }",
        "CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?x }",
        "# WHERE {\nSELECT * WHERE { ?s ?p ?x FILTER(?p != <http://x/WHERE>) FILTER('{' != \"WHERE {\") }",
        "PREFIX where: <http://x/> SELECT * WHERE { ?s where:p ?x }",
    ],
)
def test_parameters_go_into_the_outermost_group(query: str) -> None:
    bound = bind(query, {"x": Literal("v")})
    assert bound.count("VALUES") == 1
    with Store(":memory:") as store:
        run_query(store, query, {"x": Literal("v")})


def test_syntax_errors_say_where(examples: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"line 2, column \d+"):
        examples.run("SELECT ?x WHERE {\n ?x rdfs:label }")


def test_unknown_names_get_the_nearest() -> None:
    with pytest.raises(UnknownQueryError, match="who-met-whom"):
        find_saved("who-meet-who")
    with pytest.raises(UnknownQueryError, match="nearest: statements"):
        find_saved("who-said-what")


def test_updates_are_no_queries(examples: KnowledgeGraph) -> None:
    with pytest.raises(QueryError):
        examples.run("DROP ALL ")


@pytest.mark.parametrize(("form", "parser"), [("json", "json"), ("xml", "xml"), ("csv", "csv"), ("tsv", "tsv")])
def test_results_are_read_by_rdflib(form: str, parser: str, examples: KnowledgeGraph) -> None:
    result = examples.run(
        "SELECT ?name ?rank WHERE { ?p a foaf:Person ; rdfs:label ?name OPTIONAL { ?p kg:rank ?rank } } ORDER BY ?name"
    )
    read = rdflib.query.Result.parse(io.BytesIO(result.serialize(form)), format=parser)
    assert len(list(read)) == len(result.rows or ())


def test_ask_construct_and_describe(examples: KnowledgeGraph) -> None:
    assert json.loads(examples.run("ASK { ?x a kg:State }").serialize("json"))["boolean"] is True
    graph = examples.run("CONSTRUCT { ?p rdfs:label ?n } WHERE { ?p a foaf:Person ; rdfs:label ?n }")
    assert b"Tamaz Iremadze" in graph.serialize("turtle")
    assert examples.run("DESCRIBE state:GE ").graph
    with pytest.raises(QueryError, match="gives a graph"):
        graph.serialize("json")
