"""``kg undo``"""

from pathlib import Path

import click

from kg.cli.common import knowledge_option, plain_errors, store_option


@click.command("undo")
@click.argument("name", metavar="NAME")
@store_option
@knowledge_option
def command(name: str, store: str, knowledge: tuple[Path, ...]) -> None:
    """Take back a decision of kg same, kg different or kg retract.

    NAME is what these commands print and kg decisions lists, or the beginning of it.
    """
    with plain_errors():
        from kg.cli.decided import tell
        from kg.curate import undo
        from kg.graph import Store
        from kg.knowledge import load_knowledge

        with Store(store, write=True) as opened:
            tell(undo(opened, name, load_knowledge(knowledge)), undone=True)
