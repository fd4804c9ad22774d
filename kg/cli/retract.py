"""``kg retract``"""

from pathlib import Path

import click

from kg.cli.common import knowledge_option, plain_errors, reason_option, store_option


@click.command("retract")
@click.argument("fact", metavar="FACT")
@reason_option
@store_option
@knowledge_option
def command(fact: str, reason: str | None, store: str, knowledge: tuple[Path, ...]) -> None:
    """Take a wrong fact out of the graph.

    FACT is the IRI of a post (tenure), event or statement as kg query gives it, or the end of one; an event that
    several articles tell is taken out of all of them. The decision is kept in the store, holds when articles are built
    anew, and is taken back with kg undo.

    \b
    kg retract budget-talks.event.1042-meeting --reason "a different Omar"
    """
    with plain_errors():
        from kg.cli.decided import tell
        from kg.curate import retract_fact
        from kg.graph import Store
        from kg.knowledge import load_knowledge

        with Store(store, write=True) as opened:
            tell(retract_fact(opened, fact, load_knowledge(knowledge), reason))
