"""The application: a SPARQL 1.1 Protocol endpoint, pages for people, and every node of the graph at its path."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.graph import Store
from kg.serve.endpoint import sparql
from kg.serve.pages import graph, home, node, saved, terms
from kg.serve.worker import Pool

_PAGE = Path(__file__).parent / "page"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """``seconds`` a query may take, ``limit`` of rows or triples that an answer has at most, how many ``workers`` answer
    at once, the ``hosts`` by whose names the server may be called, and the origin that may ask from a browser."""

    store: str
    seconds: float = 30.0
    limit: int = 10_000
    workers: int = 2
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    cors: str | None = None


def application(settings: Settings) -> Starlette:
    """The ASGI application for a store on disk."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.settings = settings
        app.state.pool = Pool(settings.store, settings.workers, settings.seconds)
        with Store(settings.store) as store:
            app.state.store = store
            yield
        app.state.pool.close()

    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts)), Middleware(_Headers)]
    if settings.cors:
        origins, methods = [settings.cors], ["GET", "POST"]
        middleware.append(
            Middleware(CORSMiddleware, allow_origins=origins, allow_methods=methods, expose_headers=["Kg-Limit"])
        )
    routes = [
        Route("/", home),
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/query/{name}", saved),
        Route("/terms.json", terms),
        Route("/graph", graph),
        Route("/id/{path:path}", node),
        Mount("/static", StaticFiles(directory=_PAGE / "static")),
    ]
    return Starlette(routes=routes, middleware=middleware, lifespan=lifespan)


class _Headers(BaseHTTPMiddleware):
    """Headers that keep pages from asking anything of anybody else."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response
