"""``kg same``"""

from pathlib import Path

import click

from kg.cli.common import knowledge_option, plain_errors, reason_option, store_option


@click.command("same")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@reason_option
@store_option
@knowledge_option
def command(one: str, other: str, reason: str | None, store: str, knowledge: tuple[Path, ...]) -> None:
    """Decide that A and B are one person or organisation.

    A and B are names, person:valery-gerasimov, IRIs, or NAME@ARTICLE for whom one article calls so. The decision is
    kept in the store, holds when articles are added or built anew, and is taken back with kg undo.

    \b
    kg same "Najmaddin Sadigov" "N. Sadikov"
    """
    with plain_errors():
        from kg.cli.decided import tell
        from kg.curate import decide_on
        from kg.graph import Store
        from kg.knowledge import load_knowledge

        with Store(store, write=True) as opened:
            tell(decide_on(opened, one, other, "same", load_knowledge(knowledge), reason))
