"""The SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/): queries by GET, by form and by body.

``$called=Gerasimov`` binds a variable of the query, as in the protocol of RDF4J; ``<…>`` is an IRI, all else text. Without a query it describes itself (https://www.w3.org/TR/sparql11-service-description/).
"""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode, Quad
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as Http
from starlette.responses import PlainTextResponse, Response

from kg.query.run import Result
from kg.serve.negotiate import GRAPHS, HTML, ROWS, best, media_of
from kg.serve.worker import Answer, Request, TimedOutError

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_NAMED_FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle")
_LONGEST = 1_000_000
"""Bytes of a request that are read."""


@dataclass(frozen=True, slots=True)
class _Asked:
    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    bindings: tuple[tuple[str, str], ...]
    format: str | None


class _BadRequestError(Exception):
    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


async def sparql(http: Http) -> Response:
    """Answer a query, or describe the service."""
    try:
        asked = await _asked(http)
        if asked is None:
            return _described(http)
        row_format, graph_format = _formats(http, asked.format)
    except _BadRequestError as error:
        return PlainTextResponse(f"{error}\n", error.status)
    state = http.app.state
    request = Request(
        asked.query,
        row_format,
        graph_format,
        state.settings.limit,
        asked.default_graphs,
        asked.named_graphs,
        asked.bindings,
    )
    try:
        answer: Answer = await run_in_threadpool(state.pool.run, request)
    except TimedOutError as error:
        return PlainTextResponse(f"{error}\n", 408)
    if answer.error is not None:
        return PlainTextResponse(f"{answer.error}\n", 400)
    headers = {"Kg-Limit": f"{state.settings.limit}; there is more"} if answer.cut else {}
    return Response(answer.body, media_type=_shown(http, answer.format), headers=headers)


def _shown(http: Http, form: str) -> str:
    """The media type of an answer: its own, or one that a browser shows and does not save when a form asks by itself."""
    media = media_of(form)
    if best(http.headers.get("accept", "*/*"), [media, HTML]) == HTML:
        return "application/json" if form in {"json", "jsonld"} else "text/plain"
    return media


async def _asked(http: Http) -> _Asked | None:
    """What is asked; None where there is no query at all."""
    pairs = http.query_params.multi_items()
    media = http.headers.get("content-type", "").partition(";")[0].strip().lower()
    if http.method == "POST":
        body = await _body(http)
        if media == "application/sparql-query":
            pairs = [("query", body), *pairs]
        elif media == "application/x-www-form-urlencoded":
            pairs = parse_qsl(body, keep_blank_values=True)
        elif media == "application/sparql-update":
            raise _BadRequestError("this endpoint is read-only", 403)
        else:
            raise _BadRequestError("post a form or application/sparql-query", 415)
    names = [name for name, _ in pairs]
    if "update" in names:
        raise _BadRequestError("this endpoint is read-only", 403)
    if names.count("query") > 1:
        raise _BadRequestError("one query at a time")
    if "query" not in names:
        if http.method == "POST" or pairs:
            raise _BadRequestError("there is no query")
        return None

    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in pairs if key == name)

    return _Asked(
        values("query")[0],
        values("default-graph-uri"),
        values("named-graph-uri"),
        tuple((name[1:], value) for name, value in pairs if name.startswith("$") and value),
        next(iter(values("format")), None),
    )


async def _body(http: Http) -> str:
    read = bytearray()
    async for chunk in http.stream():
        read += chunk
        if len(read) > _LONGEST:
            raise _BadRequestError("the request is too long", 413)
    try:
        return read.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _BadRequestError("the request is not UTF-8") from error


def _formats(http: Http, wanted: str | None) -> tuple[str, str]:
    """The formats for rows and for graphs: by ``format=csv``, else by the Accept header, as clients mean it that have
    other names for formats."""
    accept = http.headers.get("accept", "*/*")
    if wanted is not None and wanted in ROWS.values():
        return wanted, "turtle"
    if wanted is not None and wanted in GRAPHS.values():
        return "json", wanted
    if wanted is not None and accept == "*/*":
        raise _BadRequestError(f"format is one of: {', '.join(dict.fromkeys([*ROWS.values(), *GRAPHS.values()]))}")
    rows, graphs = best(accept, list(ROWS)), best(accept, list(GRAPHS))
    if rows is None and graphs is None and best(accept, [HTML]) is None:
        raise _BadRequestError(f"can give: {', '.join([*ROWS, *GRAPHS])}", 406)
    return ROWS[rows or "application/sparql-results+json"], GRAPHS[graphs or "text/turtle"]


def _described(http: Http) -> Response:
    """The service description."""
    media = best(http.headers.get("accept", "*/*"), list(GRAPHS)) or "text/turtle"
    endpoint = NamedNode(str(http.url.replace(query="")))
    service = NamedNode(f"{endpoint.value}#service")
    said = [
        (NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(f"{_SD}Service")),
        (NamedNode(f"{_SD}endpoint"), endpoint),
        (NamedNode(f"{_SD}supportedLanguage"), NamedNode(f"{_SD}SPARQL11Query")),
        (NamedNode(f"{_SD}feature"), NamedNode(f"{_SD}UnionDefaultGraph")),
        *((NamedNode(f"{_SD}resultFormat"), NamedNode(_FORMATS + name)) for name in _NAMED_FORMATS),
    ]
    graph = tuple(Quad(service, predicate, value) for predicate, value in said)
    return Response(Result(graph=graph).serialize(GRAPHS[media]), media_type=media)
