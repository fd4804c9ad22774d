"""``kg export``"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import BAD_INPUT, fail, plain_errors, store_option

if TYPE_CHECKING:
    from kg.graph import Store

_RDF = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
_OTHERS = ("graphml", "gexf", "neo4j", "ftm", "plover", "parquet")


@click.command("export")
@click.option("--format", "-f", "form", type=click.Choice(_RDF + _OTHERS), default="turtle", show_default=True)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, allow_dash=True),
    default="-",
    help="File to write, a folder for neo4j and parquet; standard output without it.",
)
@store_option
def command(form: str, output: Path, store: str) -> None:
    """Write the graph for other tools.

    \b
    turtle, trig, nquads, ntriples, jsonld, rdfxml   RDF
    graphml, gexf                                    networks for Gephi and Cytoscape
    neo4j                                            CSV files for neo4j-admin database import
    ftm                                              FollowTheMoney JSON Lines
    plover                                           events as JSON Lines
    parquet                                          tables of the saved queries

    The order is stable: two exports of one graph are the same bytes. Formats without named graphs get the union.
    """
    with plain_errors():
        from kg.graph import Store

        with Store(store) as opened:
            if form in _RDF:
                _write_rdf(opened, form, output)
            else:
                _write_other(opened, form, output)


def _write_rdf(store: "Store", form: str, output: Path) -> None:
    from kg.graph import export

    if str(output) == "-":
        export(store.quads(), form, sys.stdout.buffer)
        return
    try:
        with output.open("wb") as file:
            export(store.quads(), form, file)
    except OSError as error:
        fail(f"{output}: cannot be written: {error.strerror}")


def _write_other(store: "Store", form: str, output: Path) -> None:
    import tempfile

    from kg.interchange import FORMATS, InterchangeError

    chosen = FORMATS[form]
    to_screen = str(output) == "-"
    if chosen.is_folder and to_screen:
        fail(f"{form} is a folder of files; name it with -o", BAD_INPUT)
    try:
        if not to_screen:
            chosen.write(store, output)
            return
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / form
            chosen.write(store, file)
            sys.stdout.buffer.write(file.read_bytes())
    except InterchangeError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{output}: cannot be written: {error.strerror or error}")
