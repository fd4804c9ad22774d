"""The states that "the South American country" and "the two Nordic countries" may be."""

from kg.knowledge import Knowledge
from kg.language import Document, Mention

_MOST_WORDS = 3
"""Words that tell in which part of the world a country is, at most."""


def part_of_world(document: Document, mention: Mention, knowledge: Knowledge) -> frozenset[str] | None:
    """ISO codes of the states of the part of the world that a mention's words tell; None where they tell none."""
    tokens = document.parse.tokens
    before = [t.lower for t in tokens[max(0, mention.head - _MOST_WORDS) : mention.head]]
    phrases = (*(" ".join(before[i:]) for i in range(len(before))), tokens[mention.head].lower)
    parts = knowledge.states.parts_of_world
    return next((frozenset(parts[phrase]) for phrase in phrases if phrase in parts), None)
