"""A store behind the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), with the methods of an embedded one
that the rest of kg uses.

Writes are gathered and sent as one update request for many articles; each can be sent again without harm, so that
requests are repeated, with growing pauses, when the server is busy or away. What has not been sent is what the next build
does. Queries go over the union of all graphs: a server that does not do so by itself is asked to, as Oxigraph's is, by
``union-default-graph``.
"""

import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any
from urllib.parse import urlsplit

import pyoxigraph as ox
import urllib3
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat
from urllib3.exceptions import HTTPError

from kg.graph.errors import StoreError

_BUSY = (429, 500, 502, 503, 504)
_RETRIES, _PAUSE, _SECONDS = 5, 0.5, 120.0
_BATCH, _HEADS = 1_000_000, 512
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_CUT = "Kg-Limit"
Term = NamedNode | Literal | ox.BlankNode


def is_remote(path: str) -> bool:
    """Whether a store's path is the address of an endpoint."""
    return path.startswith(("http://", "https://"))


class Remote:
    """An endpoint; ``url`` answers queries. Updates go to KG_STORE_UPDATE, or beside it: ``…/query`` and ``…/sparql`` have
    their ``…/update``, any other address takes both. Credentials come from KG_STORE_USER and KG_STORE_PASSWORD, or
    KG_STORE_TOKEN."""

    def __init__(self, url: str, pause: float = _PAUSE, seconds: float = _SECONDS) -> None:
        parts = urlsplit(url)
        if not parts.hostname or parts.username or parts.password:
            raise StoreError(f"{url}: give https://host/path; credentials go into KG_STORE_USER and KG_STORE_PASSWORD")
        self._url = url
        self._update_url = os.environ.get("KG_STORE_UPDATE") or _update_url(url)
        headers = _credentials()
        insecure = [
            u for u in (url, self._update_url) if u.startswith("http:") and urlsplit(u).hostname not in _LOOPBACK
        ]
        if headers and insecure:
            raise StoreError(f"{insecure[0]}: credentials would be sent for all to read; use https")
        retry = urllib3.Retry(
            _RETRIES, status_forcelist=_BUSY, allowed_methods=None, backoff_factor=pause, raise_on_status=False
        )
        self._http = urllib3.PoolManager(
            retries=retry, timeout=urllib3.Timeout(connect=min(10.0, seconds), read=seconds), headers=headers
        )
        self._pending: list[str] = []
        self._pending_graphs: set[str] = set()
        self._heads: OrderedDict[NamedNode, list[Quad]] = OrderedDict()

    # ---- reading

    def query(
        self,
        query: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        base_iri: str | None = None,
        default_graph: Sequence[NamedNode] | None = None,
        named_graphs: Sequence[NamedNode] | None = None,
        **_: Any,
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The endpoint's answer. What is wrong with the query is said before it is sent.

        Raises:
            SyntaxError: with line and column.
            ValueError: the endpoint refuses the query, or has cut its answer.
            StoreError: it cannot be reached.
        """
        form = ox.Store().query(query, prefixes=dict(prefixes or {}), base_iri=base_iri)
        head = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in (prefixes or {}).items())
        fields = [("query", (f"BASE <{base_iri}> " if base_iri else "") + head + query)]
        fields += [("default-graph-uri", graph.value) for graph in default_graph or ()]
        fields += [("named-graph-uri", graph.value) for graph in named_graphs or ()]
        if not default_graph and not named_graphs:
            fields.append(("union-default-graph", "true"))
        self.flush()
        is_graph = isinstance(form, ox.QueryTriples)
        accept = "application/n-triples" if is_graph else "application/sparql-results+json"
        answer = self._post(self._url, fields, accept)
        if is_graph:
            told = ox.Store()
            told.bulk_load(answer, format=RdfFormat.N_TRIPLES)
            return told.query("CONSTRUCT WHERE { ?s ?p ?o }")
        return ox.parse_query_results(answer, format=QueryResultsFormat.JSON)

    def quads_for_pattern(
        self,
        subject: Term | None,
        predicate: NamedNode | None,
        object: Term | None,  # noqa: A002 (as the embedded store calls it)
        graph_name: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Quads of named graphs, as the embedded store gives them."""
        if subject is not None and subject == graph_name and isinstance(subject, NamedNode) and object is None:
            return (quad for quad in self._head(subject) if predicate in (None, quad.predicate))
        return iter(self._matching(subject, predicate, object, graph_name))

    def _head(self, node: NamedNode) -> list[Quad]:
        """What a graph says about the node that it is named after: an article's own data, read once."""
        if node not in self._heads:
            self._heads[node] = self._matching(node, None, None, node)
            if len(self._heads) > _HEADS:
                self._heads.popitem(last=False)
        return self._heads[node]

    def _matching(self, *terms: Term | None) -> list[Quad]:
        given = {name: term for name, term in zip("spog", terms, strict=True) if term is not None}
        if "g" not in given or str(given["g"]) in self._pending_graphs:
            self.flush()
        subject, predicate, value, graph = (str(given.get(name, f"?{name}")) for name in "spog")
        names = " ".join(f"?{name}" for name in "spog" if name not in given) or "(1 AS ?one)"
        query = f"SELECT {names} WHERE {{ GRAPH {graph} {{ {subject} {predicate} {value} }} }}"
        try:
            body = self._post(self._url, [("query", query)], "application/sparql-results+json")
        except ValueError as error:
            raise StoreError(str(error)) from error
        answer = ox.parse_query_results(body, format=QueryResultsFormat.JSON)
        assert isinstance(answer, ox.QuerySolutions)
        return [Quad(*(given.get(name) or row[name] for name in "spog")) for row in answer]  # type: ignore[arg-type]

    def named_graphs(self) -> Iterator[NamedNode]:
        answer = self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        assert isinstance(answer, ox.QuerySolutions)
        return (row["g"] for row in answer if isinstance(row["g"], NamedNode))

    def contains_named_graph(self, graph: NamedNode) -> bool:
        return bool(self.query(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}"))

    def __len__(self) -> int:
        answer = self.query("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }")
        assert isinstance(answer, ox.QuerySolutions)
        return int(next(answer)["n"].value)

    # ---- writing

    def update(self, update: str) -> None:
        """Take an update; it is sent with others. Sending it twice must do no harm."""
        self._pending.append(update)
        self._heads.clear()
        if sum(map(len, self._pending)) > _BATCH:
            self.flush()

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put a graph in place of what was there."""
        self._pending_graphs.add(str(graph))
        self.update(f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ {_in_graphs(quads)} }}")

    def clear_graph(self, graph: NamedNode) -> None:
        self._pending_graphs.add(str(graph))
        self.update(f"DROP SILENT GRAPH {graph}")

    def extend(self, quads: Iterable[Quad]) -> None:
        quads = list(quads)
        self._pending_graphs.update(str(quad.graph_name) for quad in quads)
        self.update(f"INSERT DATA {{ {_in_graphs(quads)} }}")

    def bulk_load(self, input: IO[bytes], format: RdfFormat) -> None:  # noqa: A002 (as the embedded store calls it)
        batch: list[Quad] = []
        for quad in ox.parse(input, format=format):
            batch.append(quad)
            if len(batch) == 5_000:
                self.extend(batch)
                batch = []
        self.extend(batch)
        self.flush()

    def flush(self) -> None:
        """Send what is gathered."""
        if not self._pending:
            return
        update = " ;\n".join(self._pending)
        self._pending.clear()
        self._pending_graphs.clear()
        try:
            self._post(self._update_url, [("update", update)], "*/*")
        except ValueError as error:
            raise StoreError(str(error)) from error

    def close(self) -> None:
        self._http.clear()

    # ---- HTTP

    def _post(self, url: str, fields: list[tuple[str, str]], accept: str) -> bytes:
        try:
            answer = self._http.request(
                "POST", url, fields=fields, encode_multipart=False, headers={**self._http.headers, "Accept": accept}
            )
        except HTTPError as error:
            raise StoreError(f"{url}: cannot be reached: {getattr(error, 'reason', None) or error}") from error
        if answer.status in {401, 403, 405}:
            raise StoreError(
                f"{url}: refused with status {answer.status} ({_said(answer.data)}); set KG_STORE_USER and KG_STORE_PASSWORD "
                "or KG_STORE_TOKEN, and KG_STORE_UPDATE where updates have another address"
            )
        if answer.status == 404:
            raise StoreError(
                f"{url}: there is no SPARQL endpoint here (status 404); KG_STORE_UPDATE names the one for updates"
            )
        if answer.status in _BUSY:
            raise StoreError(
                f"{url}: did not answer, asked {_RETRIES + 1} times: status {answer.status} ({_said(answer.data)})"
            )
        if answer.status >= 300:
            raise ValueError(f"{url}: status {answer.status}: {_said(answer.data)}")
        if _CUT in answer.headers:
            raise ValueError(f"{url}: gives at most {answer.headers[_CUT].partition(';')[0]} rows; ask for less")
        return answer.data


def _update_url(url: str) -> str:
    start, slash, last = url.rpartition("/")
    return f"{start}{slash}update" if last in {"query", "sparql"} else url


def _credentials() -> dict[str, str]:
    user, password = os.environ.get("KG_STORE_USER"), os.environ.get("KG_STORE_PASSWORD", "")
    if token := os.environ.get("KG_STORE_TOKEN"):
        return {"Authorization": f"Bearer {token}"}
    return urllib3.make_headers(basic_auth=f"{user}:{password}") if user else {}


def _in_graphs(quads: Iterable[Quad]) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name), []).append(f"{quad.triple} .")
    return " ".join(f"GRAPH {graph} {{ {' '.join(triples)} }}" for graph, triples in graphs.items())


def _said(body: bytes) -> str:
    """The first of what an endpoint says about an error."""
    return " ".join(body.decode("utf-8", "replace").split())[:300] or "no words"
