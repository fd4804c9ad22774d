"""Pages for people: a query editor with the saved queries, and a page for every node, which is RDF to those who ask."""

from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, select_autoescape
from pyoxigraph import NamedNode, Quad
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as Http
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response

from kg.graph import Store
from kg.graph.vocabulary import ID, IDENTITY_GRAPH, PREFIXES, term
from kg.query import saved_queries
from kg.query.entities import Found, find_entity
from kg.query.profile import profile
from kg.query.run import QueryError, Result
from kg.query.saved import UnknownQueryError, find_saved
from kg.query.timeline import MOST, timeline
from kg.serve.negotiate import GRAPHS, HTML, best
from kg.serve.terms import known_terms
from kg.view import render, view_graph

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "page"), autoescape=select_autoescape(default=True)
)
_SHOWN = 50
_DRAWN = 150
"""Facts of a kind that the graph around a node has at most."""
_WHOLE = 200
"""Articles of a store that is small enough to be drawn whole."""
_START = """SELECT DISTINCT ?name ?post WHERE {
  ?person org:holds ?p ; foaf:name ?name .
  ?p rdfs:label ?post .
}
ORDER BY ?name
LIMIT 50"""
_GRAPH_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


def _here(iri: str) -> str:
    """Where this server has a node: its path."""
    return f"/id/{iri.removeprefix(ID)}" if iri.startswith(ID) else iri


_TEMPLATES.filters["here"] = _here


async def home(http: Http) -> Response:
    """The editor, the menu of saved queries, and a search."""
    name = http.query_params.get("find", "").strip()
    if name:
        return await run_in_threadpool(_search, http.app.state.store, name)
    query = http.query_params.get("query", "")
    return _home(query)


def _home(query: str = "", message: str = "", status: int = 200) -> Response:
    return _page(
        "home.html", status, queries=saved_queries(), query=query, start=_START, prefixes=PREFIXES, message=message
    )


async def terms(http: Http) -> Response:
    """The names that the editor completes."""
    return JSONResponse({"terms": known_terms(), "prefixes": PREFIXES})


async def graph(http: Http) -> Response:
    """The graph view: of all that is near one node, or of a small store whole."""
    return await run_in_threadpool(_graph, http.app.state.store, http.query_params.get("focus", "").strip())


def _graph(store: Store, name: str) -> Response:
    if not name and len(store.articles()) > _WHOLE:
        return _home(
            message="this store is too large to be drawn whole; find somebody and choose graph there", status=404
        )
    try:
        found = find_entity(store, name) if name else None
    except QueryError as error:
        return _home(message=str(error), status=404)
    drawn = view_graph(store, found.iri if found else None, _DRAWN)
    text = render(drawn, found.name if found else "Knowledge graph", found.iri if found else None)
    return HTMLResponse(text, headers={"Content-Security-Policy": _GRAPH_POLICY})


def _search(store: Store, name: str) -> Response:
    try:
        return RedirectResponse(quote(_here(find_entity(store, name).iri), safe="/:#=.,%"), 303)
    except QueryError as error:
        return _home(message=str(error), status=404)


async def saved(http: Http) -> Response:
    """A saved query in the editor, with fields for its parameters."""
    try:
        query = find_saved(http.path_params["name"])
    except UnknownQueryError as error:
        return PlainTextResponse(f"{error}\n", 404)
    return _page("query.html", queries=saved_queries(), saved=query)


async def node(http: Http) -> Response:
    """A node of the graph, by content negotiation as a page or as RDF; an old name leads on."""
    return await run_in_threadpool(_node, http)


def _node(http: Http) -> Response:
    store: Store = http.app.state.store
    raw = http.scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
    try:
        subject = NamedNode(ID + raw.removeprefix("/id/"))
        quads = [q for q in store.oxigraph.quads_for_pattern(subject, None, None) if q.predicate != term("kg:record")]
    except ValueError:
        return PlainTextResponse("there is no such node\n", 404)
    told = [q for q in quads if q.predicate != term("dcterms:isReplacedBy")]
    if not told:
        leads = [q.object for q in store.oxigraph.quads_for_pattern(subject, term("dcterms:isReplacedBy"), None)]
        targets = [lead.value for lead in leads if isinstance(lead, NamedNode)]
        if len(targets) == 1:
            return RedirectResponse(_here(targets[0]), 308)
        if not targets:
            return PlainTextResponse("there is no such node\n", 404)
        told = quads
    media = best(http.headers.get("accept", "*/*"), [HTML, *GRAPHS])
    if media is None:
        return PlainTextResponse(f"can give: {', '.join([HTML, *GRAPHS])}\n", 406)
    if media != HTML:
        graph = tuple(dict.fromkeys(Quad(q.subject, q.predicate, q.object) for q in told))
        return Response(Result(graph=graph).serialize(GRAPHS[media]), media_type=media, headers={"Vary": "Accept"})
    return _entity_page(store, subject, told)


def _entity_page(store: Store, subject: NamedNode, quads: list[Quad]) -> Response:
    try:
        found = find_entity(store, subject.value)
    except QueryError:
        found = None
    if isinstance(found, Found) and found.iri == subject.value:
        told = timeline(store, found.iri)
        return _page("entity.html", entity=profile(store, found), timeline=told, shown=_SHOWN, most=MOST)
    in_graphs = [q for q in quads if q.graph_name != NamedNode(IDENTITY_GRAPH)] or quads
    facts = sorted({(q.predicate.value, getattr(q.object, "value", str(q.object))) for q in in_graphs})
    label = next((value for predicate, value in facts if predicate == term("rdfs:label").value), "")
    return _page(
        "node.html", iri=subject.value, label=label, facts=facts, timeline=timeline(store, subject.value), most=MOST
    )


def _page(name: str, status: int = 200, **values: object) -> HTMLResponse:
    text = _TEMPLATES.get_template(name).render(**values)
    return HTMLResponse(text, status, headers={"Vary": "Accept"})
