"""The states that a plural stands for by what its article names: "the two Nordic countries", "both countries … with Chad"."""

from collections.abc import Sequence, Set

from kg.knowledge import Knowledge
from kg.language import Kind, Mention
from kg.resolve.coreference import Coreference
from kg.resolve.parts_of_world import part_of_world

_PAIR = 2


def states_of_part(coreference: Coreference, mention: Mention, knowledge: Knowledge, plurals: Set[str]) -> list[int]:
    """ "The two Nordic countries" and, later in their sentence, "the two countries": as many as the article has named of
    that part of the world. ``plurals`` are the nouns for states."""
    document = coreference.document
    alike = [m for m in _plurals_until(coreference, mention, plurals) if part_of_world(document, m, knowledge)]
    if not alike:
        return []
    part = part_of_world(document, alike[-1], knowledge) or frozenset()
    before = (m for m in document.mentions if m.begin < mention.begin and m.kind is Kind.STATE)
    named = list(dict.fromkeys(m.reference for m in before if m.reference in part))
    found = [e for iso in named if iso is not None and (e := coreference.state_entity(iso)) is not None]
    return found if len(found) == _PAIR else []


def are_of_part(coreference: Coreference, mention: Mention, knowledge: Knowledge, found: Sequence[int]) -> bool:
    """Whether "the European nations" may be the states found, all of which are there."""
    part = part_of_world(coreference.document, mention, knowledge)
    return part is None or all(coreference.members(entity)[0].state in part for entity in found)


def others_than(coreference: Coreference, beside: Set[int]) -> list[int]:
    """Of three states that the article is about, "both countries" that do something to one are the others."""
    states = [coreference.state_entity(iso) for iso in coreference.focus.trio()]
    others = [state for state in states if state is not None and state not in beside]
    return others if len(states) - len(others) == 1 else []


def _plurals_until(coreference: Coreference, mention: Mention, plurals: Set[str]) -> list[Mention]:
    """The plurals for states in the sentence of one, it being the last."""
    document = coreference.document
    tokens = document.parse.tokens
    here = (m for m in document.mentions if m.begin <= mention.begin and m.kind is Kind.GROUP)
    here = (m for m in here if tokens[m.head].sentence == tokens[mention.head].sentence)
    return [m for m in here if tokens[m.head].lower in plurals]
