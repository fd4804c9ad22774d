"""An event claim whose parties are entities, and the nouns that only take up what was told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extract import EventClaim
from kg.extract.claims import Participant
from kg.language import Parse, Token
from kg.language.syntax import children, prepositions

_GUESSED = 0.7
"""Confidence of an act of which other words than its own tell a party, at most."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An event claim with the entities of its participants, each with its part, and of who claims it."""

    claim: EventClaim
    participants: tuple[tuple[int, str], ...]
    speaker: int | None


def with_guessed(claim: EventClaim, further: Iterable[Participant]) -> EventClaim:
    """The claim with participants that another clause or sentence tells, less certain for that."""
    evidence = replace(claim.evidence, confidence=min(claim.evidence.confidence, _GUESSED))
    return replace(claim, participants=(*claim.participants, *further), evidence=evidence)


def is_bare(noun: Token, parse: Parse) -> bool:
    """ "The meeting"; not "the second meeting", "the meeting of judges"."""
    before = children(parse, noun.index, ("det", "amod", "compound", "nummod", "poss", "nmod"))
    of_another = any(link.lower in {"of", "by", "between", "with"} for link, _ in prepositions(parse, noun.index))
    return noun.pos == "NOUN" and [t.lower for t in before] in (["the"], ["this"], ["these"]) and not of_another
