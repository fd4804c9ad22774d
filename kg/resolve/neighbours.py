"""Which state "its neighbour" is: of those that the story has named, one that borders on whose neighbour it is."""

from collections.abc import Callable, Sequence

from kg.knowledge.schema import States
from kg.language import Document, Kind, Mention
from kg.language.syntax import ancestors, child


def bordering(
    document: Document,
    mention: Mention,
    named: Sequence[Mention],
    states: States,
    state_led: Callable[[Mention], str | None],
) -> list[Mention]:
    """Of the states ``named`` before those with a land border to the state that acts on or speaks of its neighbour, or
    whose leader does; all of them where none acts, or it has no such border (an island)."""
    state = states.by_iso.get(_acting(document, mention, state_led) or "")
    if state is None or not state.borders:
        return list(named)
    return [m for m in named if m.reference in state.borders]


def _acting(document: Document, mention: Mention, state_led: Callable[[Mention], str | None]) -> str | None:
    """ "Chad" in "Chad accused its neighbour", "Chad's president defied the world by attacking his neighbour"."""
    for verb in ancestors(document.parse, mention.head):
        subject = child(document.parse, verb.index, "nsubj")
        if subject is not None and mention.head != subject.index:
            here = [m for m in document.mentions if m.head == subject.index]
            led = (state_led(m) for m in here if m.kind is Kind.PERSON)
            of_state = (m.state for m in here if m.kind is Kind.ORGANISATION)
            states = (m.reference for m in here if m.kind is Kind.STATE)
            return next((iso for iso in (*states, *led, *of_state) if iso), None)
    return None
