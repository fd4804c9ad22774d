"""``kg export``"""

from typing import BinaryIO

import click

from kg.cli.common import plain_errors, store_option

_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")


@click.command("export")
@click.option("--format", "-f", "form", type=click.Choice(_FORMATS), default="turtle", show_default=True)
@click.option(
    "--output", "-o", type=click.File("wb", lazy=True), default="-", help="File to write; standard output without it."
)
@store_option
def command(form: str, output: BinaryIO, store: str) -> None:
    """Write the graph for other tools: Turtle, TriG, N-Quads, N-Triples, JSON-LD or RDF/XML.

    The order is stable: two exports of one graph are the same bytes. Formats without named graphs get the union.
    """
    with plain_errors():
        from kg.graph import Store, export

        with Store(store) as opened:
            export(opened.quads(), form, output)
