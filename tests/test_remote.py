"""A store behind the SPARQL Protocol: a server that is not ours answers as a store on disk does."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import urllib3
from click.testing import CliRunner
from conftest import EXAMPLES, free_port, serving
from pyoxigraph import NamedNode
from rdflib import Graph, Literal
from SPARQLWrapper import SPARQLWrapper
from test_graph import exported

from kg.api import KnowledgeGraph
from kg.cli.main import main
from kg.graph import Store, StoreError
from kg.graph.backup import backup, restore
from kg.graph.remote import Remote
from kg.pipeline import Reader, build
from kg.query import QueryError, run_query, saved_queries
from kg.serve import Settings


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an Oxigraph server with nothing in it."""
    port = free_port()
    binary = Path(sys.executable).parent / "oxigraph"
    process = subprocess.Popen([binary, "serve", "--bind", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                urllib3.request("GET", f"http://127.0.0.1:{port}/", retries=False)
                break
            except urllib3.exceptions.HTTPError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        process.kill()
        process.wait()


class Gate:
    """A server in front of another: ``fails`` requests are answered with ``status``, the rest handed on; ``seen`` keeps
    their paths and headers."""

    def __init__(self, behind: str) -> None:
        self.fails, self.status, self.seen = 0, 503, list[tuple[str, str, str | None]]()
        self.updates_before_failing: int | None = None
        gate, base = self, behind.rpartition("/")[0]

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                gate.seen.append((self.path, body.decode()[:40], self.headers.get("Authorization")))
                status, data, kind = gate.answer(base, self.path, body, dict(self.headers))
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._http.server_port}/query"

    def answer(self, base: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes, str]:
        if path.endswith("/update") and self.updates_before_failing is not None:
            self.updates_before_failing -= 1
            if self.updates_before_failing < 0:
                return 500, b"the disk is gone", "text/plain"
        if self.fails:
            self.fails -= 1
            return self.status, b"busy", "text/plain"
        got = urllib3.request("POST", base + path, body=body, headers=headers, retries=False)
        return got.status, got.data, got.headers.get("Content-Type", "")

    def close(self) -> None:
        self._http.shutdown()


@pytest.fixture
def gate(server: str) -> Iterator[Gate]:
    opened = Gate(server)
    yield opened
    opened.close()


def test_a_remote_store_says_what_one_on_disk_says(server: str, reader: Reader, examples: KnowledgeGraph) -> None:
    with Store(server, write=True) as store:
        summary = build([str(EXAMPLES)], store, reader=reader)
        assert summary.added and not summary.problems
        assert build([str(EXAMPLES)], store, reader=reader).added == 0
    with Store(server) as store:
        assert exported(store, "nquads") == exported(examples.store, "nquads")
        for query in saved_queries():
            assert run_query(store, query.text).rows == run_query(examples.store, query.text).rows, query.name
        triples = run_query(store, "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }").graph
        assert set(triples or ()) == set(
            run_query(examples.store, "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }").graph or ()
        )
        assert run_query(store, "ASK { ?p foaf:name 'Tamaz Iremadze' }").truth is True


def test_the_command_line_takes_an_address(server: str) -> None:
    def kg(*words: str) -> str:
        done = CliRunner().invoke(main, [*words, "--store", server])
        assert done.exit_code == 0, done.output
        return done.output

    kg("build", str(EXAMPLES))
    assert "Tamaz Iremadze" in kg("query", "roles", "-p", "called=iremadze", "-f", "csv")
    assert "minister of defense" in kg("show", "Tamaz Iremadze")
    assert "Iremadze" in kg("find", "Iremadze")
    assert kg("export", "-f", "nquads").count("\n") > 1000
    kg("same", "Rimantas Vaitkus", "Dalia Norkute")
    assert "Rimantas Vaitkus" in kg("decisions")
    done = CliRunner().invoke(main, ["serve", "--store", server])
    assert done.exit_code == 1 and "on disk" in done.output


def test_a_backup_goes_into_a_remote_store(server: str, examples: KnowledgeGraph, tmp_path: Path) -> None:
    backup(examples.store, tmp_path / "all.nq.gz")
    with Store(server, write=True) as store:
        restore(tmp_path / "all.nq.gz", store)
        assert exported(store, "nquads") == exported(examples.store, "nquads")


def test_a_busy_server_is_asked_again(gate: Gate) -> None:
    remote, gate.fails = Remote(gate.url, pause=0.01), 4
    assert not remote.contains_named_graph(NamedNode("urn:none"))
    gate.fails, gate.status = 50, 502
    with pytest.raises(StoreError, match=r"asked 6 times: status 502 \(busy\)"):
        list(remote.named_graphs())


@pytest.mark.parametrize("updates", [1, 3, 5])
def test_a_build_that_is_cut_off_goes_on_where_it_was(
    updates: int,
    gate: Gate,
    reader: Reader,
    examples: KnowledgeGraph,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.graph.remote._BATCH", 50_000)
    monkeypatch.setattr("kg.graph.remote._PAUSE", 0.001)
    monkeypatch.setattr(Remote.__init__, "__defaults__", (0.001, 20.0))
    gate.updates_before_failing = updates
    with pytest.raises(StoreError, match="the disk is gone"), Store(gate.url, write=True) as store:
        build([str(EXAMPLES)], store, reader=reader)
    gate.updates_before_failing = None
    with Store(gate.url, write=True) as store:
        summary = build([str(EXAMPLES)], store, reader=reader)
        assert summary.added + summary.unchanged == len(store.articles()) and (summary.unchanged > 0) == (updates > 1)
        assert exported(store, "nquads") == exported(examples.store, "nquads")


def test_articles_go_in_few_requests(gate: Gate, reader: Reader) -> None:
    with Store(gate.url, write=True) as store:
        build([str(EXAMPLES)], store, reader=reader)
        articles = len(store.articles())
    updates = [path for path, _, _ in gate.seen if path.endswith("/update")]
    assert articles > 10 and len(updates) < articles


def test_credentials_come_from_the_environment(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "ada")
    monkeypatch.setenv("KG_STORE_PASSWORD", "secret")
    list(Remote(gate.url).named_graphs())
    assert gate.seen[-1][2] == "Basic YWRhOnNlY3JldA=="
    monkeypatch.setenv("KG_STORE_TOKEN", "abc")
    list(Remote(gate.url).named_graphs())
    assert gate.seen[-1][2] == "Bearer abc"
    with pytest.raises(StoreError, match="use https"):
        Remote("http://graph.example.org/sparql")
    with pytest.raises(StoreError, match="KG_STORE_USER"):
        Remote("https://ada:secret@graph.example.org/sparql")


def test_where_updates_go(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_UPDATE", gate.url.replace("/query", "/somewhere"))
    with pytest.raises(StoreError, match="no SPARQL endpoint here"), Store(gate.url, write=True):
        pass


@pytest.mark.parametrize(
    ("status", "said"), [(401, "KG_STORE_USER"), (403, "KG_STORE_TOKEN"), (404, "no SPARQL endpoint")]
)
def test_refusals_are_said_in_words(status: int, said: str, gate: Gate) -> None:
    gate.fails, gate.status = 1, status
    with pytest.raises(StoreError, match=said):
        Store(gate.url)


def test_nobody_there() -> None:
    address = f"http://127.0.0.1:{free_port()}/query"
    with pytest.raises(StoreError, match="cannot be reached"):
        list(Remote(address, pause=0.001).named_graphs())


def test_another_version_is_refused(server: str) -> None:
    with Store(server, write=True) as store:
        store.oxigraph.update(
            "DELETE WHERE { GRAPH <https://w3id.org/kg-news/id/store> { ?s ?p ?o } } ; "
            "INSERT DATA { GRAPH <https://w3id.org/kg-news/id/store> { <https://w3id.org/kg-news/id/store> "
            "<https://w3id.org/kg-news/ontology#schemaVersion> 1 } }"
        )
    with pytest.raises(StoreError, match="schema 1, this one reads"):
        Store(server)


def test_what_is_wrong_with_a_query_is_said_before_it_is_sent(gate: Gate) -> None:
    with Store(gate.url) as store:
        asked = len(gate.seen)
        with pytest.raises(QueryError, match=r"line 1, column \d+"):
            run_query(store, "SELECT ?x WHERE { ?x rdfs:label }")
        with pytest.raises(QueryError, match="kg:find is kg's own"):
            run_query(store, "SELECT ?x WHERE { ?x a foaf:Person FILTER(kg:find(?x, 'word')) }")
        assert len(gate.seen) == asked


@pytest.fixture
def endpoint(examples: KnowledgeGraph) -> Iterator[str]:
    """The address of kg's own endpoint for the examples."""
    with serving(Settings(str(examples.store.path), limit=200, workers=1)) as address:
        yield f"{address}/sparql"


def test_our_own_endpoint_is_a_store_to_read(endpoint: str, examples: KnowledgeGraph) -> None:
    with Store(endpoint) as store:
        for query in ("people", "contradictions", "states"):
            assert run_query(store, query_text(query)).rows == run_query(examples.store, query_text(query)).rows
        with pytest.raises(QueryError, match="at most 200"):
            run_query(store, query_text("mentions"))
    with pytest.raises(StoreError, match="no SPARQL endpoint"), Store(endpoint, write=True):
        pass


def query_text(name: str) -> str:
    return next(query.text for query in saved_queries() if query.name == name)


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_reads_our_endpoint(form: str, endpoint: str) -> None:
    asked = SPARQLWrapper(endpoint)
    asked.setQuery("SELECT ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name")
    asked.setReturnFormat(form)
    found = asked.query().convert()
    if form == "json":
        names = [row["name"]["value"] for row in found["results"]["bindings"]]
    elif form == "xml":
        names = [node.firstChild.data for node in found.getElementsByTagName("literal")]
    else:
        names = [line.strip('"') for line in found.decode().splitlines()[1:]]
    assert "Tamaz Iremadze" in names and names == sorted(names)


def test_sparqlwrapper_gets_graphs(endpoint: str) -> None:
    asked = SPARQLWrapper(endpoint)
    asked.setQuery("CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n }")
    for form in ("turtle", "rdf+xml", "json-ld"):
        asked.setReturnFormat(form)
        found = asked.query().convert()
        graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
        assert Literal("Tamaz Iremadze") in graph.objects(), form
