"""Which state "its neighbour" is: of those that the story has named, one that borders on whose neighbour it is."""

from collections.abc import Sequence

from kg.knowledge.schema import States
from kg.language import Document, Kind, Mention
from kg.language.syntax import ancestors, child


def bordering(document: Document, mention: Mention, named: Sequence[Mention], states: States) -> list[Mention]:
    """Of the states ``named`` before those with a land border to the state that acts on or speaks of its neighbour;
    all of them where none acts, or it has no such border (an island)."""
    state = states.by_iso.get(_acting(document, mention) or "")
    if state is None or not state.borders:
        return list(named)
    return [m for m in named if m.reference in state.borders]


def _acting(document: Document, mention: Mention) -> str | None:
    """ "Chad" in "Chad accused its neighbour", "Chad defied the world by attacking its neighbour"."""
    for verb in ancestors(document.parse, mention.head):
        subject = child(document.parse, verb.index, "nsubj")
        if subject is not None and mention.head != subject.index:
            states = (m for m in document.mentions if m.head == subject.index and m.kind is Kind.STATE)
            return next((m.reference for m in states if m.reference is not None), None)
    return None
