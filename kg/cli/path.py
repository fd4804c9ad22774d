"""``kg path``"""

import json
from dataclasses import asdict

import click

from kg.cli.common import fail, period_options, plain_errors, store_option

_TIES = 3


@click.command("path")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option(
    "--ways", "limit", default=3, show_default=True, type=click.IntRange(1, 100), help="How many ways to show."
)
@click.option("--states", is_flag=True, help="Let ways lead through states as well as persons and organisations.")
@period_options
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@store_option
def command(
    one: str, other: str, limit: int, states: bool, since: str | None, until: str | None, form: str, store: str
) -> None:
    """Show the shortest ways between two persons, organisations or states, with the sentences.

    Two are one step apart where they have a part in one event, or one speaks about the other. Exit code 1 where there
    is no way.

    \b
    kg path "Zakir Hasanov" "Sergei Lavrov"
    """
    with plain_errors():
        from kg.graph import Store
        from kg.query.entities import find_entity
        from kg.query.network import Network, Period

        with Store(store) as opened:
            ends = [find_entity(opened, name, ("person", "organisation", "state")) for name in (one, other)]
            kinds = {"person", "organisation", *(end.kind for end in ends), *(["state"] if states else [])}
            network = Network(opened, sorted(kinds), Period(since, until))
            ways = network.ways(ends[0], ends[1], limit)
    if not ways:
        fail(f"no way from {ends[0].name} to {ends[1].name}" + ("" if states else "; try --states"))
    if form == "json":
        click.echo(json.dumps([[asdict(step) for step in way] for way in ways], ensure_ascii=False, indent=1))
        return
    for number, way in enumerate(ways, 1):
        names = [network.names[step.start] for step in way] + [network.names[way[-1].end]]
        click.secho(f"{number}. {' – '.join(names)}", bold=True)
        for step in way:
            click.echo(f"   {network.names[step.start]} – {network.names[step.end]}: {_counted(len(step.ties))}")
            for tie in step.ties[:_TIES]:
                click.echo(f"     {tie.label} [{tie.modality}{f', {tie.day}' if tie.day else ''}; {tie.article}]")
                click.secho(f"       {' '.join(tie.sentence.split())}", dim=True)


def _counted(ties: int) -> str:
    return f"{ties} event or statement" if ties == 1 else f"{ties} events and statements"
