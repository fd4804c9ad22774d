"""What the commands of decisions share: two names, and how a decision is told."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from kg.cli.common import knowledge_option, plain_errors, reason_option, store_option

if TYPE_CHECKING:
    from kg.curate import Done


def decision_command(verdict: Literal["same", "different"], help_text: str) -> click.Command:
    """A command that decides on two names; ``help_text`` begins with what it decides."""
    rest = (
        "A and B are names, person:valery-gerasimov, IRIs, or NAME@ARTICLE for whom one article calls so. The decision is "
        "kept in the store, holds when articles are added or built anew, and is taken back with kg undo."
    )
    first, _, example = help_text.partition("\n")

    @click.command(verdict, help=f"{first}\n\n{rest}\n\n\b\n{example}")
    @click.argument("one", metavar="A")
    @click.argument("other", metavar="B")
    @reason_option
    @store_option
    @knowledge_option
    def command(one: str, other: str, reason: str | None, store: str, knowledge: tuple[Path, ...]) -> None:
        with plain_errors():
            from kg.curate import decide_on
            from kg.graph import Store
            from kg.knowledge import load_knowledge

            with Store(store, write=True) as opened:
                tell(decide_on(opened, one, other, verdict, load_knowledge(knowledge), reason))

    return command


def tell(done: "Done", undone: bool = False) -> None:
    """Print a decision, what it changed, and how to take it back."""
    click.echo(f"{'no longer: ' if undone else ''}{done.label}")
    graphs = f"{done.changed} article{'' if done.changed == 1 else 's'} written anew"
    click.echo(graphs if undone else f"{graphs}; take it back with: kg undo {done.name}", err=True)
