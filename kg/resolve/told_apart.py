"""What tells two acts of one type apart, whoever takes part in both: another time, another occasion, somebody else."""

from datetime import timedelta

from kg.extract import EventClaim
from kg.language import Kind
from kg.language.syntax import ancestors, children, prepositions
from kg.resolve.coreference import Coreference
from kg.resolve.groups import MEETINGS
from kg.resolve.resolved import Resolved

TOGETHER = {*MEETINGS, "agreement", "cooperation", "conflict"}
"""Types of which the sides act together."""
_BEFORE_OR_AFTER = {"after", "before", "following"}
_TWO = 2
_JUST_NOW = timedelta(days=7)
"""How far back a month without a day may lie for its event to be that of undated news."""
_RECENT = timedelta(days=62)
_YEAR = 4
"""Characters of a year."""
_MONTH = 7
"""Characters of a year and month."""
_ROUNDS = {"nation", "party", "way", "sided"}
"""What "talks" that have a name and a number of sides are called: "the six-party talks"."""


def is_of_another_time(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """Whether one was told of another season: "arrived on a visit", then "visited in October"."""
    return _is_long_ago(group, new, coreference) or _was_long_ago(group, new, coreference)


def is_of_others(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """Another meeting, talks of more sides, or the resignation of a cabinet beside that of its head."""
    if any(_is_of_another(claim, coreference) for claim in (new.claim, group[-1].claim)):
        return True
    if any(_is_bilateral(one, other, coreference) for r in group for one, other in ((r, new), (new, r))):
        return True
    if any(_is_in_rounds(r.claim, coreference) is not _is_in_rounds(new.claim, coreference) for r in group):
        return True
    departs = new.claim.type == "departure"
    return departs and any(_leaves(r, coreference) != _leaves(new, coreference) for r in group)


def is_told_after(one: EventClaim, other: EventClaim, coreference: Coreference) -> bool:
    """ "After the meeting with the minister, he held a meeting with the president": one comes before the other."""
    parse = coreference.document.parse
    for early, late in ((one, other), (other, one)):
        above = list(ancestors(parse, early.trigger))
        links = [t for t in above if t.dep == "prep" and t.lower in _BEFORE_OR_AFTER]
        if links and late.trigger in {t.index for t in ancestors(parse, links[0].index)}:
            return True
    return False


def _leaves(resolved: Resolved, coreference: Coreference) -> set[Kind]:
    """Whether a person leaves office or a whole cabinet, which stands for its state; who dismisses is neither."""
    parts = {part for _, part in resolved.participants}
    leaving = "target" if "target" in parts else "actor"
    return {coreference.members(entity)[0].kind for entity, part in resolved.participants if part == leaving}


def _is_long_ago(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """ "Arrived on a visit", then "visited in October": a day of another season is not that of what news tells undated."""
    published = coreference.document.article.published
    time = new.claim.time
    told = coreference.document.parse.tokens[new.claim.trigger].pos == "VERB"
    if time is None or not told or any(r.claim.time for r in group):
        return False
    if published is None:
        return len(time.value) == _YEAR  # "agreed to withdraw", then "in 2005 they signed a pact"
    if len(time.value) == _MONTH and time.value < (published - _JUST_NOW).isoformat()[:_MONTH]:
        return True  # "in April the two agreed to pull back", told in June
    return time.value[:_MONTH] < (published - _RECENT).isoformat()[:_MONTH]


def _was_long_ago(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """ "In 2006 the two signed a deal", then "they agreed to talk": another verb, without a day of another season."""
    published = coreference.document.article.published
    tokens = coreference.document.parse.tokens
    verb, told = tokens[new.claim.trigger], [tokens[r.claim.trigger] for r in group]
    if published is None or new.claim.time is not None or verb.pos != "VERB" or new.claim.type not in TOGETHER:
        return False
    times = [r.claim.time.value[:_MONTH] for r in group if r.claim.time]
    before = (published - _RECENT).isoformat()[:_MONTH]
    return bool(times) and max(times) < before and verb.lemma not in {t.lemma for t in told}


def _is_bilateral(one: Resolved, other: Resolved, coreference: Coreference) -> bool:
    """ "Bilateral talks", beside those of three or more."""
    words = {t.lower for t in children(coreference.document.parse, one.claim.trigger, ("amod",))}
    sides = [entity for entity, part in other.participants if part in {"actor", "target"}]
    kinds = {coreference.members(entity)[0].kind for entity in sides}
    return "bilateral" in words and len(sides) > _TWO and len(kinds) == 1


def _is_in_rounds(claim: EventClaim, coreference: Coreference) -> bool:
    """ "The six-nation talks", "four-way talks", which are not what two of them have said to each other."""
    parse = coreference.document.parse
    words = {t.lower for t in children(parse, claim.trigger, ("amod", "compound", "nmod"))}
    return any(word.rpartition("-")[2] in _ROUNDS for word in words)


def _is_of_another(claim: EventClaim, coreference: Coreference) -> bool:
    """ "The appointment of a new minister", of somebody who was not told of before; "was attending another meeting"."""
    parse = coreference.document.parse
    noun = parse.tokens[claim.trigger]
    told = (noun.index, *(t.index for t in children(parse, noun.index, ("dobj",))))
    if any(t.lower == "another" for i in told for t in children(parse, i, ("det",))):
        return True
    objects = [o for p, o in prepositions(parse, noun.index) if p.lower == "of"] if noun.pos == "NOUN" else []
    return any(t.lower in {"a", "an", "another"} for o in objects for t in children(parse, o.index, ("det",)))
