"""What has matched: a frame at a token, with its parties and the words that it takes up."""

from dataclasses import dataclass, replace

from kg.extract.conditions import Candidate
from kg.extract.frames import Indexed
from kg.language import Mention

PARTIES = {"actor", "target", "mediator", "host"}
Parties = list[tuple[Mention, str]]


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits at a token. ``consumed`` are the nouns that are part of the trigger ("held *talks*")."""

    indexed: Indexed
    candidate: Candidate
    consumed: frozenset[int]

    def joined(self, other: Candidate) -> "Match":
        """With the parties, the place and the time that another word tells of the same event."""
        own = self.candidate
        parties = distinct([*own.parties, *other.parties])
        candidate = replace(own, parties=parties, place=own.place or other.place)
        return replace(self, candidate=candidate, consumed=self.consumed | {other.trigger})


def distinct(parties: Parties) -> tuple[tuple[Mention, str], ...]:
    """Each mention once, in the first part that it has; places are no parties."""
    seen: dict[int, tuple[Mention, str]] = {}
    for mention, part in parties:
        if part in PARTIES:
            seen.setdefault(mention.index, (mention, part))
    return tuple(seen.values())
