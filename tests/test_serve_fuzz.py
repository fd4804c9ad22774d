"""Whatever is asked of kg serve, in whatever form: it answers, and never with a failure of its own (5xx)."""

import json
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from conftest import EXAMPLES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kg.graph import Store
from kg.pipeline import Reader, build
from kg.query import saved_queries
from kg.serve import Settings, application

PATHS = [
    "/",
    "/sparql",
    "/graph",
    "/terms.json",
    "/static/kg.css",
    "/id/state/GE",
    "/id/person/tamaz-iremadze",
    "/query/roles",
]
NAMES = [
    "query",
    "update",
    "format",
    "find",
    "focus",
    "default-graph-uri",
    "named-graph-uri",
    "$called",
    "$in",
    "$",
    "$x y",
]
MEDIA = [
    "application/sparql-query", "application/x-www-form-urlencoded", "application/sparql-update", "multipart/form-data",
    "text/html", "*/*", "image/png", "application/sparql-results+json;q=x", ";", "text/csv;q=0", "application/ld+json",
]  # fmt: skip
TEXTS = [
    *(query.text for query in saved_queries()), "SELECT * { ?s ?p ?o }", "ASK {", "DESCRIBE state:GE", "<urn:x>", "GE", "<", "\x00",
    "../../etc/passwd", "Tamaz Iremadze", "%", "CONSTRUCT { ?s ?p [] } WHERE { ?s ?p 1 }", "SELECT (1/0 AS ?x) {}",
]  # fmt: skip


def form(pairs: list[tuple[str, str]]) -> bytes:
    return urlencode(pairs, errors="replace").encode()


texts = st.one_of(st.sampled_from(TEXTS), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
ascii_texts = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
requests = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]),
        "path": st.one_of(
            st.sampled_from(PATHS),
            st.tuples(st.sampled_from(["/id/", "/query/", "/static/", "/"]), texts).map(
                lambda parts: parts[0] + quote(parts[1], errors="replace")
            ),
        ),
        "params": st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), texts), texts), max_size=4),
        "headers": st.dictionaries(
            st.sampled_from(["Accept", "Content-Type", "Origin", "Range", "If-None-Match"]),
            st.one_of(st.sampled_from(MEDIA), ascii_texts),
            max_size=3,
        ),
        "content": st.one_of(
            st.binary(max_size=80),
            texts.map(lambda text: text.encode("utf-8", "surrogatepass")),
            st.lists(st.tuples(st.sampled_from(NAMES), texts), max_size=3).map(form),
        ),
    }
)


@pytest.fixture(scope="module")
def client(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("fuzz") / "store"
    with Store(path, write=True) as store:
        build([str(EXAMPLES)], store, reader=reader)
    chosen = Settings(str(path), seconds=2.0, limit=20, workers=1, hosts=("testserver",))
    with TestClient(application(chosen), follow_redirects=False) as opened:
        yield opened


def never_fails(client: TestClient, asked: dict[str, object]) -> None:
    got = client.request(asked.pop("method"), asked.pop("path"), **asked)  # type: ignore[arg-type]
    assert got.status_code < 500, (got.status_code, got.text)
    if got.headers.get("content-type", "").startswith("application/json") and got.text:
        json.loads(got.text)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(requests)
def test_no_request_makes_it_fail(client: TestClient, asked: dict[str, object]) -> None:
    never_fails(client, dict(asked))


@pytest.mark.slow
@settings(max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(requests)
@example({"method": "GET", "path": "/id/state/GE", "params": [("query", "\ud7ff")], "headers": {}, "content": b""})
def test_no_request_makes_it_fail_for_long(client: TestClient, asked: dict[str, object]) -> None:
    never_fails(client, dict(asked))
