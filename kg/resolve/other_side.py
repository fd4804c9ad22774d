"""Which state an act is done to where its own words do not say so: "Peru recalled its envoy", in a story about Chile."""

from collections.abc import Sequence

from kg.extract import EventClaim
from kg.extract.claims import Participant
from kg.knowledge import Knowledge
from kg.language import HEADLINE, Form, Kind, Mention
from kg.resolve.coreference import Coreference
from kg.resolve.resolved import with_guessed

_FURTHEST = 2
"""How many sentences before it the other state may be told of."""
_AGAINST_OTHERS = {"sanction", "coercion"}
"""Types of what one does against the same other side: "severed ties and closed its border with Chad"."""


def with_joined_target(claim: EventClaim, told: Sequence[EventClaim], coreference: Coreference) -> EventClaim:
    """The claim with the targets of the act that its verb is joined to, if it names none: "cut ties and imposed a blockade on
    Qatar"; ``told`` are the claims of the article."""
    tokens = coreference.document.parse.tokens
    if claim.type not in _AGAINST_OTHERS or any(p.part == "target" for p in claim.participants):
        return claim
    joined = (c for c in told if tokens[c.trigger].dep == "conj" and tokens[c.trigger].head == claim.trigger)
    aimed = [p for c in joined if c.type in _AGAINST_OTHERS for p in c.participants if p.part == "target"]
    targets = [p for p in aimed if coreference.document.mentions[p.mention].kind is Kind.STATE]
    return with_guessed(claim, targets) if targets else claim


def with_other_side(
    claim: EventClaim, coreference: Coreference, acts_for: dict[int, frozenset[int]], knowledge: Knowledge
) -> EventClaim:
    """The claim with the only other state around it as its target, if it is of a kind that one state does to another."""
    parts = {p.part: coreference.entity(p.mention) for p in claim.participants}
    if claim.evidence.rule not in knowledge.frames.between_states or "target" in parts or parts.get("actor") is None:
        return claim
    actors = [e for p in claim.participants if (e := coreference.entity(p.mention)) is not None]
    speaker = coreference.entity(claim.speaker)
    own = {state for e in (*actors, speaker) if e is not None for state in (e, *acts_for.get(e, ()))}
    parse = coreference.document.parse
    for sentence in range(claim.evidence.sentence, max(claim.evidence.sentence - _FURTHEST, 0) - 1, -1):
        if parse.sentences[sentence].paragraph == HEADLINE:
            break
        told = {coreference.entity(m.index): m for m in _states_in(sentence, coreference)}
        others = [m for entity, m in told.items() if entity is not None and entity not in own]
        if len(others) == 1:
            return with_guessed(claim, [Participant(others[0].index, "target")])
        if others:
            break
    return claim


def _states_in(sentence: int, coreference: Coreference) -> list[Mention]:
    document = coreference.document
    named = {Form.NAME, Form.METONYM, Form.ADJECTIVE}
    return [
        m
        for m in document.mentions
        if m.kind is Kind.STATE and m.form in named and document.parse.tokens[m.head].sentence == sentence
    ]
