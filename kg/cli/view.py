"""``kg view``"""

from pathlib import Path

import click

from kg.cli.common import fail, plain_errors, store_option


@click.command("view")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default="graph.html",
    show_default=True,
    help="HTML file to write.",
)
@click.option("--title", default="Knowledge graph", show_default=True)
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
@store_option
def command(output: Path, title: str, show: bool, store: str) -> None:
    """Write the graph as one interactive HTML file that opens offline anywhere.

    Click a node or an edge for the facts behind it, each with its sentence and article.
    """
    with plain_errors():
        from kg.graph import Store
        from kg.view import render, view_graph

        with Store(store) as opened:
            view = view_graph(opened)
        if not view.graph:
            fail(f"{store}: the graph is empty; build it first: kg build ARTICLES --store {store}")
        try:
            output.write_text(render(view, title), encoding="utf-8")
        except OSError as error:
            fail(f"{output}: cannot be written: {error.strerror}")
    click.echo(f"{output}: {view.graph.number_of_nodes()} nodes, {view.graph.number_of_edges()} edges")
    if show:
        click.launch(output.resolve().as_uri())
