"""Options and errors that commands share."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

BAD_INPUT, SOME_LEFT_OUT, STOPPED = 2, 3, 130
"""Exit codes beside 0 (done) and 1 (cannot be done): wrong use, done but for some input, and stopped by ctrl-C."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


def store_option(function: _Function) -> _Function:
    return click.option(
        "--store",
        "-s",
        default="kg-store",
        envvar="KG_STORE",
        show_default=True,
        metavar="PATH | URL",
        help="Folder of the store, :memory:, or the address of a SPARQL endpoint.",
    )(function)


def knowledge_option(function: _Function) -> _Function:
    return click.option(
        "--knowledge",
        multiple=True,
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar="DIR",
        help="Folder with knowledge files of your own (en/frames.yaml …), added to the shipped ones.",
    )(function)


def period_options(function: _Function) -> _Function:
    for name, what in (("until", "before"), ("since", "after")):
        function = click.option(
            f"--{name}", metavar="DAY", callback=_day, help=f"Only on or {what} this day (2014, 2014-04, 2014-04-07)."
        )(function)
    return function


def _day(_context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A year, month or day, or a word on what is wrong with it."""
    if value is not None:
        try:
            date.fromisoformat(value + "0000-01-01"[len(value) :])
        except ValueError as error:
            raise click.BadParameter(f"{value}: write it as 2014, 2014-04 or 2014-04-07", param=parameter) from error
    return value


def reason_option(function: _Function) -> _Function:
    return click.option("--reason", metavar="TEXT", help="Why; kept with the decision.")(function)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn the errors that users can mend into one line on standard error and exit code 1."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception as error:
        from kg.graph import StoreError  # only here: what they load is not needed where all goes well
        from kg.knowledge import KnowledgeError
        from kg.language import ModelError
        from kg.query import QueryError

        if isinstance(error, (StoreError, KnowledgeError, ModelError, QueryError)):
            fail(str(error))
        raise


def fail(message: str, code: int = 1) -> NoReturn:
    """Say what was wrong and stop."""
    click.echo(f"kg: {message}", err=True)
    sys.exit(code)
