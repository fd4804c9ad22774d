"""``kg restore``"""

from pathlib import Path

import click

from kg.cli.common import plain_errors, store_option


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@store_option
def command(file: Path, store: str) -> None:
    """Make a new store of a FILE that kg backup wrote.

    \b
    kg restore news-2026-11-25.nq.gz --store news
    """
    with plain_errors():
        from kg.graph import Store
        from kg.graph.backup import restore
        from kg.graph.fulltext import FullText

        with Store(store, write=True) as opened:
            graphs = restore(file, opened)
            if opened.on_disk:
                with FullText(opened) as index:
                    index.sync()
    click.echo(f"{store}: {graphs} graphs", err=True)
