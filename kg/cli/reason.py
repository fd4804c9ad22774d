"""``kg reason``"""

import click

from kg.cli.common import plain_errors, store_option


@click.command("reason")
@click.option("--forget", "away", is_flag=True, help="Take out what was inferred.")
@store_option
def command(away: bool, store: str) -> None:
    """Add what follows from the graph by RDFS and OWL 2 RL, in a graph of its own.

    Super-classes and super-properties (an actor is a sem:hasActor), inverses (org:heldBy), chains of sub-organisations
    (org:transitiveSubOrganizationOf) and of places. Building takes it out again when anything has changed: reason anew, or
    build with --reason.
    """
    with plain_errors():
        from kg.graph import Store
        from kg.reason import forget, reason

        with Store(store, write=True) as opened:
            if away:
                forget(opened)
                return
            found = reason(opened)
    click.echo(f"{found} triples inferred", err=True)
