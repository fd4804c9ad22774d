"""``kg decisions``"""

import click

from kg.cli.common import plain_errors, store_option


@click.command("decisions")
@store_option
def command(store: str) -> None:
    """List what was decided by kg same, kg different and kg retract, with the name that kg undo takes."""
    with plain_errors():
        from kg.graph import Store
        from kg.graph.curation import recorded

        with Store(store) as opened:
            for each in recorded(opened):
                click.echo(f"{each.name}  {each.label}{f'  ({each.reason})' if each.reason else ''}")
