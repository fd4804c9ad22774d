"""Query results and facts as tables on a terminal."""

from rich.console import Console
from rich.table import Table

from kg.graph.vocabulary import PREFIXES
from kg.query import Result

_SHORT = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def show_result(result: Result) -> None:
    """Print a result for people to read."""
    console = Console()
    if result.truth is not None:
        console.print("yes" if result.truth else "no")
        return
    if result.graph is not None:
        console.print(result.serialize("turtle").decode(), markup=False, highlight=False)
        return
    table = Table(show_lines=False, pad_edge=False)
    rows = result.rows or ()
    for index, name in enumerate(result.variables or ()):
        longest = max((len(_cell(row[index])) for row in rows), default=0)
        table.add_column(name, overflow="fold", no_wrap=longest <= 12, ratio=3 if longest > 60 else None)
    for row in rows:
        table.add_row(*(_escape(_cell(value)) for value in row))
    console.print(table)
    console.print(f"{len(rows)} rows", style="dim")


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = str(getattr(value, "value", value))
    for prefix, namespace in _SHORT:
        if text.startswith(namespace):
            return f"{prefix}:{text[len(namespace) :]}"
    return " ".join(text.split())


def _escape(text: str) -> str:
    from rich.markup import escape

    return escape(text)
