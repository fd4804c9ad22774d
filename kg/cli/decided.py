"""How commands tell what was decided."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.curate import Done


def tell(done: "Done", undone: bool = False) -> None:
    """Print a decision, what it changed, and how to take it back."""
    click.echo(f"{'no longer: ' if undone else ''}{done.label}")
    graphs = f"{done.changed} article{'' if done.changed == 1 else 's'} written anew"
    click.echo(graphs if undone else f"{graphs}; take it back with: kg undo {done.name}", err=True)
