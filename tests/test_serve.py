"""The endpoint speaks the SPARQL 1.1 Protocol, gives pages and RDF of every node, and survives hostile queries."""

import io
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import EXAMPLES
from rdflib import Graph
from rdflib.query import Result
from starlette.testclient import TestClient
from test_graph import exported

from kg.graph import Store
from kg.pipeline import Reader, build
from kg.serve import Settings, application

NAMES = "SELECT ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"
CARTESIAN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a < ?l && ?c < ?g) }"


@pytest.fixture(scope="module")
def path(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve")
    (folder / "more.jsonl").write_text(
        json.dumps({"id": "h", "title": "<script>alert(1)</script>", "text": "Turkish President Ali <b>Demir</b> met King Omar of Jordan."})
        + "\n" + json.dumps({"id": "v", "text": "Georgia's Foreign Minister T. Iremadze said that the talks were over."}),
        encoding="utf-8",
    )  # fmt: skip
    with Store(folder / "store", write=True) as store:
        build([str(EXAMPLES), str(folder / "more.jsonl")], store, reader=reader)
    return folder / "store"


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[TestClient]:
    settings = Settings(str(path), seconds=1.5, limit=20, hosts=("testserver",))
    with TestClient(application(settings), follow_redirects=False) as opened:
        yield opened


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("application/sparql-results+json", "json"),
        ("application/sparql-results+xml", "xml"),
        ("text/csv", "csv"),
        ("text/tab-separated-values", "tsv"),
        ("text/csv;q=0.2, application/sparql-results+json;q=0.9", "json"),
    ],
)
def test_rows_in_the_formats_of_the_w3c(accept: str, form: str, client: TestClient) -> None:
    got = client.get("/sparql", params={"query": NAMES}, headers={"Accept": accept})
    assert got.status_code == 200
    rows = Result.parse(io.BytesIO(got.content), format=form)
    assert "Dalia Norkute" in {str(row["name"]) for row in rows}


@pytest.mark.parametrize("way", ["get", "form", "body"])
def test_the_three_ways_to_ask(way: str, client: TestClient) -> None:
    query = "ASK { ?p foaf:name 'Tamaz Iremadze' }"
    if way == "get":
        got = client.get("/sparql", params={"query": query})
    elif way == "form":
        got = client.post("/sparql", data={"query": query})
    else:
        got = client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
    assert got.json()["boolean"] is True


def test_graphs_and_datasets(client: TestClient) -> None:
    query = "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }"
    got = client.get("/sparql", params={"query": query}, headers={"Accept": "application/n-triples"})
    assert len(Graph().parse(data=got.text, format="nt")) == 20 and "there is more" in got.headers["Kg-Limit"]
    graph = "https://w3id.org/kg-news/id/article/tbilisi-visit-2015"
    got = client.get("/sparql", params={"query": NAMES, "default-graph-uri": graph, "format": "csv"})
    assert set(got.text.splitlines()) >= {"name", "Rimantas Vaitkus", "Tamaz Iremadze"} and "Norkute" not in got.text


def test_answers_are_cut_at_the_limit_and_say_so(client: TestClient) -> None:
    got = client.get("/sparql", params={"query": "SELECT ?s { ?s ?p ?o }"})
    assert len(got.json()["results"]["bindings"]) == 20 and "there is more" in got.headers["Kg-Limit"]


def test_it_describes_itself(client: TestClient) -> None:
    got = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert "SPARQL11Query" in got.text and len(Graph().parse(data=got.text, format="turtle")) > 5


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("SELECT {", 400, "syntax error at line 1"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 400, "SERVICE is refused"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", 400, "SERVICE is refused"),
        ("SELECT * FROM <http://169.254.169.254/latest> { ?s ?p ?o }", 400, "FROM"),
        ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", 400, "FROM"),
        ("LOAD <http://example.org/>", 400, "syntax error"),
        ("DROP ALL", 400, "syntax error"),
        (CARTESIAN, 408, "took longer"),
    ],
)
def test_what_is_refused(query: str, status: int, said: str, client: TestClient) -> None:
    got = client.get("/sparql", params={"query": query})
    assert got.status_code == status and said in got.text


def test_a_pattern_for_a_parameter_is_checked_too(client: TestClient) -> None:
    query = "SELECT * {\n #? x: SERVICE <http://127.0.0.1/> { ?s ?p ?o }\n ?s ?p ?o } LIMIT 1"
    assert client.post("/sparql", data={"query": query}).status_code == 200
    got = client.post("/sparql", data={"query": query, "$x": "1"})
    assert got.status_code == 400 and "SERVICE is refused" in got.text


def test_variables_are_bound_in_the_request(client: TestClient) -> None:
    query = "SELECT ?name { ?p foaf:name ?name FILTER(?name = ?wanted) }"
    got = client.get("/sparql", params={"query": query, "$wanted": "Tamaz Iremadze", "$other": "", "format": "csv"})
    assert set(got.text.split("\r\n")[1:]) == {"Tamaz Iremadze", ""}
    got = client.get(
        "/sparql", params={"query": "SELECT ?t { ?x a ?t } LIMIT 1", "$x": "<https://w3id.org/kg-news/id/state/GE>"}
    )
    assert len(got.json()["results"]["bindings"]) == 1
    assert client.get("/sparql", params={"query": query, "$not a name": "x"}).status_code == 400


def test_a_word_in_a_string_is_no_service(client: TestClient) -> None:
    query = "SELECT ?s { ?s rdfs:label 'SERVICE' # SERVICE\n FILTER(?s != <http://e/SERVICE>) }"
    assert client.get("/sparql", params={"query": query}).status_code == 200


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"data": {"update": "DROP ALL"}}, 403),
        ({"content": "DROP ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403),
        ({"content": "x", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"data": {"other": "x"}}, 400),
        (
            {"content": "query=" + "x" * 1_100_000, "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
            413,
        ),
    ],
)
def test_it_is_read_only(arguments: dict[str, object], status: int, client: TestClient) -> None:
    assert client.post("/sparql", **arguments).status_code == status  # type: ignore[arg-type]


def test_a_node_is_a_page_or_rdf(client: TestClient) -> None:
    page = client.get("/id/person/tamaz-iremadze", headers={"Accept": "text/html"})
    assert "<h1>Tamaz Iremadze</h1>" in page.text and "minister of foreign affairs of Georgia" in page.text
    rdf = client.get("/id/person/tamaz-iremadze", headers={"Accept": "application/ld+json"})
    assert rdf.headers["content-type"] == "application/ld+json"
    assert "Tamaz Iremadze" in str(list(Graph().parse(data=rdf.text, format="json-ld").objects()))
    assert client.get("/id/person/nobody").status_code == 404
    assert client.get("/id/person/tamaz-iremadze", headers={"Accept": "image/png"}).status_code == 406


def test_old_names_lead_on(client: TestClient) -> None:
    got = client.get("/id/person/t-iremadze.v")
    assert got.status_code == 308 and got.headers["location"] == "/id/person/tamaz-iremadze"


def test_pages_ask_nothing_of_others_and_keep_hostile_text_text(client: TestClient) -> None:
    for path in ("/", "/query/roles", "/id/state/TR", "/id/article/h"):
        got = client.get(path, headers={"Accept": "text/html"})
        assert got.status_code == 200, path
        assert "default-src 'none'" in got.headers["Content-Security-Policy"]
        assert "<script>alert" not in got.text and "http://" not in got.text.replace("http://www.w3.org", "").replace(
            "http://xmlns.com", ""
        ).replace("http://purl.org", "").replace("http://persistence", "").replace("http://semanticweb", "").replace(
            "http://www.wikidata.org", ""
        )
    assert "&lt;script&gt;" in client.get("/id/article/h", headers={"Accept": "text/html"}).text


def test_search_leads_to_the_page(client: TestClient) -> None:
    got = client.get("/", params={"find": "Tamaz Iremadze"})
    assert got.status_code == 303 and got.headers["location"] == "/id/person/tamaz-iremadze"
    got = client.get("/", params={"find": "Tamas Iremadse"})
    assert got.status_code == 404 and "did you mean Tamaz Iremadze" in got.text


def test_other_hosts_and_origins_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    got = client.get("/sparql", params={"query": NAMES}, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in got.headers


def test_blank_nodes_get_names(client: TestClient) -> None:
    query = "CONSTRUCT { _:x rdfs:label ?n } WHERE { SELECT ?n { ?p foaf:name ?n } LIMIT 1 }"
    got = client.get("/sparql", params={"query": query}, headers={"Accept": "text/turtle"})
    assert got.status_code == 200 and "urn:kg:blank:" in got.text
    assert client.get("/sparql", params={"query": "SELECT (BNODE() AS ?x) {}"}).status_code == 200


@pytest.mark.slow
def test_ten_thousand_hostile_queries_leave_it_serving_and_the_data_unchanged(client: TestClient, path: Path) -> None:
    with Store(path) as store:
        before = exported(store, "nquads")
    chance = random.Random(3)
    pieces = [
        "SELECT", "*", "{", "}", "?s", "?p", "?o", ".", "FILTER", "(", ")", "SERVICE", "<http://127.0.0.1/>", "LOAD", "\x00",
        "FROM", "<http://169.254.169.254/>", "INSERT DATA", "DELETE", "WHERE", "GRAPH", "'", '"', "\\", "#", "OPTIONAL", "UNION",
        "VALUES", "BIND", "AS", "kg:find", "'a*'", "+", "^", "|", "<<", ">>", "ORDER BY", "LIMIT", "99999999999999999999", "é", "\ud7ff",
        "CONSTRUCT", "DESCRIBE", "ASK", "rdfs:label", "kg:actor", "/", "*", "REGEX", "(a+)+$", "BNODE()", "UUID()", "1e400", "@", ";", ",",
    ]  # fmt: skip
    for number in range(10_000):
        query = CARTESIAN if number % 1000 == 0 else " ".join(chance.choices(pieces, k=chance.randrange(1, 25)))
        status = client.post("/sparql", data={"query": query}).status_code
        assert status in {200, 400, 408}, (status, query)
    start = time.monotonic()
    assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    assert time.monotonic() - start < 5
    with Store(path) as store:
        assert exported(store, "nquads") == before
