"""``kg link``"""

import csv
import sys
from pathlib import Path

import click

from kg.cli.common import fail, knowledge_option, plain_errors, store_option

_FIELDS = ("id", "name", "aliases", "state", "post", "kind")


def _column_options(function: click.decorators.FC) -> click.decorators.FC:
    for name in reversed(_FIELDS):
        function = click.option(f"--{name}-column", metavar="NAME", help=f"Column of a table that holds the {name}.")(
            function
        )
    return function


@click.command("link")
@click.option(
    "--authority",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="CSV, TSV, FollowTheMoney JSON Lines or RDF.",
)
@click.option("--least", default=0.8, show_default=True, type=click.FloatRange(0, 1), help="Least score of a match.")
@click.option("--base", metavar="IRI", help="Goes before ids of the file that are no IRIs.")
@click.option("--remove", is_flag=True, help="Take out the matches recorded for this file.")
@_column_options
@knowledge_option
@store_option
def command(
    authority: Path,
    least: float,
    base: str | None,
    remove: bool,
    knowledge: tuple[Path, ...],
    store: str,
    **columns: str | None,
) -> None:
    """Tie persons and organisations to records of a table or RDF dump of your own.

    For instance officials exported from Wikidata, or an OpenSanctions export (targets.simple.csv, entities.ftm.json).
    A match is skos:exactMatch, with its score, in a graph of its own; matching a file of the same name again replaces
    it. Prints the matches as CSV; what fits several records about as well is listed and left out.

    \b
    kg link --authority officials.csv
    kg query -e 'SELECT ?name ?record { ?p foaf:name ?name ; skos:exactMatch ?record }'
    """
    with plain_errors():
        from kg.authority import AuthorityError, Columns
        from kg.graph import Store
        from kg.knowledge import load_knowledge
        from kg.link import link, unlink

        given = {name.removesuffix("_column"): (value,) for name, value in columns.items() if value}
        with Store(store, write=True) as opened:
            if remove:
                unlink(opened, authority)
                return
            try:
                outcome = link(
                    opened, authority, load_knowledge(knowledge), least=least, columns=Columns(**given), base=base
                )
            except AuthorityError as error:
                fail(str(error))
    lines = csv.writer(sys.stdout)
    lines.writerow(("iri", "name", "record", "record_name", "score"))
    for match in outcome.matches:
        names = match.candidate.names[0], match.record.names[0]
        lines.writerow((match.candidate.iri, names[0], match.record.iri, names[1], f"{match.score:.2f}"))
    for candidate, rivals in outcome.ambiguous:
        fitting = ", ".join(record.iri for record in rivals[:5])
        click.echo(f"kg: left out: {candidate.iri} fits several: {fitting}", err=True)
    click.echo(f"{len(outcome.matches)} matched, {len(outcome.ambiguous)} ambiguous", err=True)
