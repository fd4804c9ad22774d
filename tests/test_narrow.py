"""Parameters narrow what the engine reads and never what it answers: a query without its notes says the same."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.api import KnowledgeGraph
from kg.graph import Store
from kg.graph.fulltext import FullText
from kg.pipeline import Reader, build
from kg.query import find_saved, run_query, saved_queries
from kg.query.bindings import bind
from kg.query.narrow import narrowed
from kg.query.saved import parse_saved

VALUES = {
    "called": ("iremadze", "IREM", "Geo", "a", "ministry of", "Nobody At All", "x> <y"),
    "state": ("GE", "ge", "Georgia", "GEORGIA", "Geo"),
    "of": ("Georgia", "GE"),
    "in": ("tbilisi-visit-2015", "no-such", "tbilisi visit"),
    "type": ("meeting", "meet ing", "visit"),
    "modality": ("planned",),
    "since": ("2015",),
    "until": ("2015",),
    "on": ("2019-12-31", "2015"),
}
CASES = [
    (query.name, parameter.name, value)
    for query in saved_queries()
    for parameter in query.parameters
    for value in VALUES[parameter.name]
]


@pytest.mark.parametrize(("name", "parameter", "value"), CASES)
def test_answers_are_those_of_the_query_without_notes(
    name: str, parameter: str, value: str, examples: KnowledgeGraph
) -> None:
    text, given = find_saved(name).text, {parameter: Literal(value)}
    plain = re.sub(r"(?m)^\s*#.*\n", "", text)
    assert run_query(examples.store, text, given).rows == run_query(examples.store, plain, given).rows


def test_two_parameters_at_once(examples: KnowledgeGraph) -> None:
    text = find_saved("events").text
    plain = re.sub(r"(?m)^\s*#.*\n", "", text)
    given = {"called": Literal("iremadze"), "type": Literal("agreement"), "in": Literal("tbilisi-visit-2015")}
    rows = run_query(examples.store, text, given).rows
    assert rows and rows == run_query(examples.store, plain, given).rows


def test_what_a_parameter_says_about_a_variable(examples: KnowledgeGraph) -> None:
    def terms(name: str, **values: str) -> dict[str, set[str]]:
        found = narrowed(examples.store, find_saved(name).text, {n: Literal(v) for n, v in values.items()})
        return {variable: {term.value.rpartition("/")[2] for term in some} for variable, some in found.items()}

    assert terms("career", called="IREM") == {"person": {"tamaz-iremadze"}}
    assert terms("events", type="visit") == {"event_type": {"visit"}}
    assert terms("roles", **{"in": "tbilisi-visit-2015"}) == {"article": {"tbilisi-visit-2015"}}
    assert "GE" in terms("posts-of-state", state="ge")["owner"]


def test_an_index_behind_the_store_narrows_nothing(reader: Reader, tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Georgian Defence Minister Levan Meskhi spoke to reporters.\n", encoding="utf-8")
    query, given = find_saved("people").text, {"called": Literal("meskhi")}
    with Store(tmp_path / "store", write=True) as store:
        build([str(article)], store, reader=reader)
        with FullText(store) as index:
            index._database.execute("UPDATE state SET digest = 'another'")
            index._database.commit()
        assert not narrowed(store, query, given)
        assert run_query(store, query, given).rows
        with FullText(store) as index:
            index.sync()
        assert narrowed(store, query, given)


def test_an_index_of_an_older_kg_is_made_anew(examples: KnowledgeGraph, tmp_path: Path, reader: Reader) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Georgian Defence Minister Levan Meskhi spoke to reporters.\n", encoding="utf-8")
    with Store(tmp_path / "store", write=True) as store:
        build([str(article)], store, reader=reader)
        with FullText(store) as index:
            index._database.execute("PRAGMA user_version = 1")
            index._database.execute("DROP TABLE names")
        with FullText(store) as index:
            assert not index.is_in_step()
            assert index.sync() == 1
            assert index.nodes_called("MESKHI")


def test_notes_at_the_head() -> None:
    head = "# param who ~ person:?p: a name\n# param kind = event:?t: a type\n# param in kg:articleId ?a: an id\n# param since: a day\n"
    read = [(p.name, p.sign, p.prefix, p.variable, p.description) for p in parse_saved("q", head).parameters]
    assert read == [
        ("who", "~", "person", "p", "a name"),
        ("kind", "=", "event", "t", "a type"),
        ("in", "kg:articleId", None, "a", "an id"),
        ("since", None, None, None, "a day"),
    ]


def test_where_values_go() -> None:
    query = """SELECT ?x WHERE {
  GRAPH ?g { ?x a ?t . GRAPH ?h { ?x a ?t } OPTIONAL { ?x ?p ?y } }
  { SELECT ?x (MAX(?d) AS ?last) WHERE { GRAPH ?k { ?x ?p ?d } FILTER(?d < ?on) } GROUP BY ?x }
  { SELECT ?x { ?x ?q "GRAPH ?z { ?t }" } }
}"""
    some = {"t": [NamedNode("urn:t")], "x": [NamedNode("urn:x")]}
    bound = bind(query, {"on": Literal("2015"), "other": Literal("o")}, some)
    assert bound.splitlines() == [
        'SELECT ?x WHERE { VALUES (?on ?other) { ("2015" "o") } ',
        "  GRAPH ?g { VALUES ?t { <urn:t> }  VALUES ?x { <urn:x> }  ?x a ?t . GRAPH ?h { ?x a ?t } OPTIONAL { ?x ?p ?y } }",
        '  { SELECT ?x (MAX(?d) AS ?last) WHERE { VALUES (?on) { ("2015") }  GRAPH ?k { VALUES ?x { <urn:x> }  ?x ?p ?d } '
        "FILTER(?d < ?on) } GROUP BY ?x }",
        '  { SELECT ?x { ?x ?q "GRAPH ?z { ?t }" } }',
        "}",
    ]


def test_a_pattern_for_a_parameter() -> None:
    query = "SELECT * WHERE {\n  #? called: ?x kg:actor ?y .\n  ?x a ?t .\n}"
    assert "#?" in bind(query, {"other": Literal("o")})
    assert '{ ("o") }  ?x kg:actor ?y . }\n' in bind(query, {"called": Literal("o")})
