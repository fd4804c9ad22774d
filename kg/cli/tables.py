"""Query results for people to read: a table where the terminal is wide enough for one, else a block of lines a row."""

from collections.abc import Sequence

from pyoxigraph import NamedNode
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kg.graph.vocabulary import PREFIXES
from kg.query import Result

_SHORT = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))
_MACHINES = {"sentence_begin", "begin", "end", "confidence"}
"""Columns of figures that programs need and readers do without, like those of IRIs."""
_NO_WRAP = 12
"""Characters of a cell that is never broken, at most."""
_SENTENCE = 60
"""Characters from which on a cell is a sentence, whose column takes most of the width."""
_LEAST_WORDS = 18
_LEAST_SENTENCE = 28
"""Characters that a column of words and one of sentences need to be read with ease."""
_BETWEEN_COLUMNS = 3


def show_result(result: Result) -> None:
    """Print a result; columns that do not fit and that readers do without are left out, and named below it."""
    console = Console()
    if result.truth is not None:
        console.print("yes" if result.truth else "no")
        return
    if result.graph is not None:
        console.print(result.serialize("turtle").decode(), markup=False, highlight=False)
        return
    names, rows = result.variables or (), result.rows or ()
    cells = [[_cell(value) for value in row] for row in rows]
    shown, fits = _shown(names, rows, cells, console.width)
    if fits:
        console.print(_table(names, cells, shown))
    else:
        _print_blocks(console, names, cells, shown)
    told = {i for row in cells for i, cell in enumerate(row) if cell}
    left_out = ", ".join(names[i] for i in sorted(told - set(shown)))
    note = f"; too wide for this terminal (-f csv has all): {left_out}" if left_out else ""
    console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}{note}", style="dim", highlight=False)


def _shown(
    names: Sequence[str], rows: Sequence[Sequence[object]], cells: list[list[str]], width: int
) -> tuple[list[int], bool]:
    """The columns to show, and whether they fit side by side: all, or those that readers need."""
    every = list(range(len(names)))
    if _width(names, cells, every) <= width:
        return every, True
    read = [
        i
        for i in every
        if names[i] not in _MACHINES
        and not any(isinstance(row[i], NamedNode) for row in rows)
        and any(r[i] for r in cells)
    ]
    read = read or every
    return read, _width(names, cells, read) <= width


def _width(names: Sequence[str], cells: list[list[str]], columns: list[int]) -> int:
    """What a table of these columns needs to be read with ease."""
    return sum(max(len(names[i]), _least(_longest(cells, i))) + _BETWEEN_COLUMNS for i in columns) + 1


def _least(longest: int) -> int:
    return _LEAST_SENTENCE if longest > _SENTENCE else min(longest, _LEAST_WORDS)


def _longest(cells: list[list[str]], column: int) -> int:
    return max((len(row[column]) for row in cells), default=0)


def _table(names: Sequence[str], cells: list[list[str]], columns: list[int]) -> Table:
    table = Table(show_lines=False, pad_edge=False)
    for i in columns:
        longest = _longest(cells, i)
        table.add_column(
            names[i], overflow="fold", no_wrap=longest <= _NO_WRAP, ratio=3 if longest > _SENTENCE else None
        )
    for row in cells:
        table.add_row(*(escape(row[i]) for i in columns))
    return table


def _print_blocks(console: Console, names: Sequence[str], cells: list[list[str]], columns: list[int]) -> None:
    """Each row as lines of a name and a value, without what is empty."""
    for row in cells:
        block = Table.grid(padding=(0, 2))
        block.add_column(style="bold", no_wrap=True, min_width=max(len(names[i]) for i in columns))
        block.add_column(overflow="fold")
        for i in columns:
            if row[i]:
                block.add_row(names[i], escape(row[i]))
        console.print(block)
        console.print()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = str(getattr(value, "value", value))
    for prefix, namespace in _SHORT:
        if text.startswith(namespace):
            return f"{prefix}:{text[len(namespace) :]}"
    return " ".join(text.split())
