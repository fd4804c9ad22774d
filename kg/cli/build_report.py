"""What ``kg build`` shows while it works, and says at the end."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import click

from kg.cli.common import SOME_LEFT_OUT, fail

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from kg.articles import Problem
    from kg.pipeline import Step, Summary

_MOST_TOLD = 10


def progress_bar(hidden: bool) -> "Progress":
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description} {task.completed}{task.fields[all]} articles{task.fields[rate]}"),
        TextColumn("{task.fields[facts]} facts"),
        TimeElapsedColumn(),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
        disable=hidden,
    )


@contextmanager
def busy(what: str, hidden: bool) -> Iterator[None]:
    """Says what is being done while it lasts."""
    from rich.console import Console

    with nullcontext() if hidden else Console(stderr=True).status(what):
        yield


class Stages:
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


def tell(summary: "Summary", where: str, quiet: bool) -> None:
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
