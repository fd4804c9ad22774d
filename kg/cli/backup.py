"""``kg backup``"""

from pathlib import Path

import click

from kg.cli.common import plain_errors, store_option


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@store_option
def command(file: Path, store: str) -> None:
    """Write the whole store to one FILE: articles, identity, decisions, authorities.

    FILE is gzipped N-Quads; kg restore makes a store of it again, the same byte for byte.

    \b
    kg backup news-2026-11-25.nq.gz
    """
    with plain_errors():
        from kg.graph import Store
        from kg.graph.backup import backup

        with Store(store) as opened:
            graphs = backup(opened, file)
    click.echo(f"{file}: {graphs} graphs", err=True)
