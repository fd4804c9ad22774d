"""``kg serve``"""

import click

from kg.cli.common import fail, plain_errors, store_option


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535))
@click.option("--seconds", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Longest time of a query.")
@click.option("--limit", default=10_000, show_default=True, type=click.IntRange(1), help="Most rows of an answer.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1), help="Queries answered at once.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Another name by which browsers may call it.")
@click.option("--cors", metavar="ORIGIN", help="A web site whose pages may ask; none without it.")
@store_option
def command(
    host: str,
    port: int,
    seconds: float,
    limit: int,
    workers: int,
    names: tuple[str, ...],
    cors: str | None,
    store: str,
) -> None:
    """Serve the graph: a SPARQL 1.1 endpoint at /sparql, a query page at /, every node at its path under /id/.

    Read-only. On this machine alone unless --host says otherwise; whoever can reach it can read the graph.
    """
    with plain_errors():
        import uvicorn

        from kg.graph import Store
        from kg.serve import Settings, application

        with Store(store) as opened:  # says what is wrong with it before anything starts
            if opened.on_disk is None:
                fail("only a store on disk can be served; name one with --store")
        hosts = ("localhost", "127.0.0.1", "::1", host, *names)
        settings = Settings(store, seconds, limit, workers, hosts, cors)
        click.echo(f"http://{host}:{port}/ (ctrl-c stops)", err=True)
        uvicorn.run(application(settings), host=host, port=port, log_level="warning")
