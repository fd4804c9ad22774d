"""``kg rank``"""

import csv
import json
import sys
from dataclasses import asdict

import click

from kg.cli.common import period_options, plain_errors, store_option

_MEASURES = ("events", "partners", "betweenness", "closeness")


@click.command("rank")
@click.option("--by", "measure", type=click.Choice(_MEASURES), default="events", show_default=True, help="Measure.")
@click.option("--everybody", is_flag=True, help="Persons without a known post as well.")
@click.option("--organisations", is_flag=True, help="Organisations as well as persons.")
@period_options
@click.option("--top", default=20, show_default=True, type=click.IntRange(1), help="How many to show.")
@click.option(
    "--format", "-f", "form", type=click.Choice(["table", "csv", "json"]), help="Default: table, CSV in a pipe."
)
@store_option
def command(
    measure: str,
    everybody: bool,
    organisations: bool,
    since: str | None,
    until: str | None,
    top: int,
    form: str | None,
    store: str,
) -> None:
    """Show who is central among officials, by what they do together.

    events: how many events and statements they share with others; partners: with how many others; betweenness: how
    often they lie on the shortest ways between others; closeness: how near they are to all others.

    \b
    kg rank --by betweenness --since 2014 --until 2015-06
    """
    with plain_errors():
        from kg.graph import Store
        from kg.query.network import Network, Period

        kinds = ["person", *(["organisation"] if organisations else [])]
        with Store(store) as opened:
            network = Network(opened, kinds, Period(since, until))
            found = network.ranked(measure, officials_only=not (everybody or organisations))[:top]
    form = form or ("table" if sys.stdout.isatty() else "csv")
    if form == "json":
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
    elif form == "csv":
        lines = csv.writer(sys.stdout)
        lines.writerow(("name", measure, "facts", "iri"))
        lines.writerows((each.name, f"{each.score:.6g}", each.events, each.iri) for each in found)
    else:
        for number, each in enumerate(found, 1):
            click.echo(f"{number:>3}  {each.score:>10.4g}  {each.name}  ({each.events} facts)")
