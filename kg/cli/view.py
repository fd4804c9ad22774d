"""``kg view``"""

from pathlib import Path

import click

from kg.cli.common import BAD_INPUT, fail, period_options, plain_errors, store_option


@click.command("view")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default="graph.html",
    show_default=True,
    help="HTML file to write.",
)
@click.option("--title", help="Heading of the page.")
@click.option("--focus", metavar="NAME", help="Only what is near a person, state, organisation, place or event.")
@click.option("--hops", type=click.IntRange(1, 6), default=2, show_default=True, help="How many ties away is near.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only events of this type (meeting); repeatable.")
@click.option(
    "--modality",
    "modalities",
    multiple=True,
    type=click.Choice(["happened", "planned", "denied", "possible"]),
    help="Only facts of this modality; repeatable.",
)
@period_options
@click.option(
    "--query",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.rq",
    help="Draw the triples of a CONSTRUCT query of your own.",
)
@click.option("--map", "on_a_map", is_flag=True, help="Events where they happened, on an outline map.")
@click.option(
    "--timeline", "over_time", is_flag=True, help="Events when they happened, in rows of those who took part."
)
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
@store_option
def command(
    output: Path,
    title: str | None,
    focus: str | None,
    hops: int,
    types: tuple[str, ...],
    modalities: tuple[str, ...],
    since: str | None,
    until: str | None,
    query: Path | None,
    on_a_map: bool,
    over_time: bool,
    show: bool,
    store: str,
) -> None:
    """Write the graph as one interactive HTML file that opens offline anywhere.

    Click a node or a tie for the facts behind it, each with its sentence and article.

    \b
    kg view --focus "Zakir Hasanov" --since 2014-01-01 --type meeting -o hasanov.html --open
    """
    if on_a_map and over_time:
        fail("--map and --timeline are two pictures; ask for one", BAD_INPUT)
    with plain_errors():
        from kg.graph import Store
        from kg.view import Wanted, along_time, on_map, render, triples_in, view_of

        wanted = Wanted(frozenset(types), frozenset(modalities), since, until)
        with Store(store) as opened:
            if query is not None:
                view, node, name = triples_in(opened, query.read_text(encoding="utf-8")), None, query.stem
            else:
                view, node, name = view_of(opened, focus, hops, wanted)
            if not view.graph:
                fail(f"{store}: there is nothing to draw; kg query articles says what the store has")
            drawn = on_map(view, opened) if on_a_map else along_time(view) if over_time else view
        try:
            output.write_text(render(drawn, title or name, node), encoding="utf-8")
        except OSError as error:
            fail(f"{output}: cannot be written: {error.strerror}")
    click.echo(f"{output}: {view.graph.number_of_nodes()} nodes, {view.graph.number_of_edges()} edges")
    if show:
        click.launch(output.resolve().as_uri())
