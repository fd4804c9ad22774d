"""Whether a mention takes up an event that the article has told before: by a bare noun, of a plan, after it came about."""

from kg.extract import EventClaim
from kg.extract.claims import Modality
from kg.knowledge import Knowledge
from kg.knowledge.words import OneEventWords
from kg.language import Parse, Token
from kg.language.syntax import children
from kg.resolve.coreference import Coreference
from kg.resolve.resolved import Resolved, is_bare

_SCHEDULED = {"visit", "meeting", "negotiation", "election", "award"}
"""Types that news speaks of by a noun before they come about."""
_TAKEN_UP = {"meeting", "negotiation", "call", "visit", "agreement", "attack", "protest"}
"""Types whose bare noun takes up what was told: "the talks lasted an hour"."""
ONCE = {"sanction", "appointment", "departure"}
"""Types of what is hardly done twice to the same in one article."""
_STEM = 6
"""Letters that a verb and its noun share at least: "withdraw", "withdrawal"."""
_DEFINITE = {"the", "this", "his", "her", "their"}
_WHILE = {"during", "on"}


def has_come_about(one: EventClaim, other: EventClaim, coreference: Coreference, words: OneEventWords) -> bool:
    """ "Will recall its ambassador", a spokesman says of what the lead tells as done; "has decided to withdraw it" of the
    withdrawal that was announced; "will terminate ties" of ties that have been cut."""
    parse, tokens = coreference.document.parse, coreference.document.parse.tokens
    a, b = tokens[one.trigger].lemma, tokens[other.trigger].lemma
    objects = [{t.lemma for t in children(parse, c.trigger, ("dobj", "nsubjpass"))} for c in (one, other)]
    ties = all(each & words.ties for each in objects)
    same = a == b or ties or (min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM])
    alike = any({a, b} <= act for act in words.one_act)
    gone = one.type == "concession" and alike  # "to withdraw … pulled out"
    expelled = (
        one.type == "sanction" and alike and bool({a, b} & words.expelling)
    )  # "declared unwanted … will be expelled"
    return ((one.type in ONCE and same) or gone or expelled) and {one.modality, other.modality} == {
        Modality.PLANNED,
        Modality.HAPPENED,
    }


def says_more_of(claim: EventClaim, coreference: Coreference) -> bool:
    """ "This is the first visit since 2004", "the visit is the first visit …", "… on Tuesday, marking the first visit": of an
    event that has been told, if one has."""
    parse = coreference.document.parse
    noun = parse.tokens[claim.trigger]
    if any(t.lower == "such" for t in children(parse, noun.index, ("amod", "predet", "det"))):
        return True  # "denies a part in such attacks"
    marking = parse.tokens[noun.head]
    if noun.dep == "dobj" and marking.lemma == "mark" and marking.dep == "advcl":
        return True
    subjects = children(parse, noun.head, ("nsubj",)) if noun.dep == "attr" else []
    return any(t.lower in {"this", "it", "that"} or t.lemma == noun.lemma for t in subjects)


def is_taken_up(claim: EventClaim, coreference: Coreference) -> bool:
    """ "The meeting, which took place in Algiers": a bare noun that names nobody means the one that was told last."""
    parse = coreference.document.parse
    return claim.type in _TAKEN_UP and is_bare(parse.tokens[claim.trigger], parse)


def is_at_told(claim: EventClaim, coreference: Coreference, knowledge: Knowledge) -> bool:
    """ "Mugabe entered the summit", "hosted the meeting", "reached the agreement": it is the one that was told."""
    parse = coreference.document.parse
    words, gatherings = knowledge.groups.one_event, knowledge.groups.gatherings
    trigger = parse.tokens[claim.trigger]
    objects = children(parse, trigger.index, ("dobj", "nsubjpass"))
    if claim.type == "agreement":
        return any(t.lemma in words.agreements and is_bare(t, parse) for t in objects)
    if claim.type == "demand":
        return any(
            t.lemma in knowledge.frames.words["demand"] and is_bare(t, parse) for t in objects
        )  # "made the plea"
    joined = [trigger] if trigger.dep == "dobj" else objects  # "joined the talks"
    talks = any(t.lemma in words.talks and is_bare(t, parse) for t in joined)
    return talks or (
        claim.type == "meeting" and any(t.lemma in gatherings and is_bare(t, parse) for t in (trigger, *objects))
    )


def takes_up(plan: EventClaim, noun: EventClaim, coreference: Coreference, knowledge: Knowledge) -> bool:
    """ "The visit", "ahead of his visit", after "he will visit": a noun says nothing of when or whether by itself; and
    after "he arrived" the trip during which he is to sign something is that one."""
    tokens = coreference.document.parse.tokens
    bare = tokens[noun.trigger].pos == "NOUN" and noun.time is None and noun.modality is Modality.HAPPENED
    parse = coreference.document.parse
    definite = any(t.lower in _DEFINITE or t.dep == "poss" for t in parse.children[noun.trigger])
    verb, deciding = tokens[noun.trigger], tokens[tokens[noun.trigger].head]
    decided = (
        verb.dep == "acl"
        and deciding.lemma in knowledge.groups.one_event.decisions
        and verb.lemma == tokens[plan.trigger].lemma
    )
    if plan.modality is Modality.HAPPENED and noun.modality is Modality.PLANNED and decided:
        return True  # "withdrew its troops … the decision to withdraw them"
    if plan.type in _SCHEDULED and _is_judged_beforehand(tokens[noun.trigger], parse, knowledge) and noun.time is None:
        return plan.modality in {Modality.PLANNED, Modality.HAPPENED}
    planned = plan.modality is Modality.PLANNED and (tokens[plan.trigger].pos == "VERB" or definite)
    past = knowledge.speech.nominal.past
    of_before = any(t.lower in past for t in parse.children[noun.trigger])  # "on his last visit"
    link = tokens[tokens[noun.trigger].head].lower
    begun = plan.modality is Modality.HAPPENED and tokens[plan.trigger].pos == "VERB" and plan.type == "visit"
    if begun and definite and noun.time is None and link in _WHILE and tokens[noun.trigger].pos == "NOUN":
        return noun.modality is Modality.PLANNED
    return planned and bare and plan.type in _SCHEDULED and not of_before


def _is_judged_beforehand(noun: Token, parse: Parse, knowledge: Knowledge) -> bool:
    """ "The minister's visit would strengthen ties": what it may bring about is open, not the visit."""
    verb = parse.tokens[noun.head]
    modal = any(t.tag == "MD" for t in children(parse, verb.index, ("aux",)))
    whose = any(t.dep == "poss" or t.lower in _DEFINITE for t in children(parse, noun.index))
    its_own = verb.lemma in knowledge.speech.nominal.occurring or verb.lemma == "be"
    return noun.pos == "NOUN" and noun.dep == "nsubj" and modal and whose and not its_own


def is_told_to_leave(group: list[Resolved], new: Resolved, coreference: Coreference, words: OneEventWords) -> bool:
    """ "Declared the envoy unwanted, ordering him to leave", "… and gave them 48 hours to leave": an expulsion again, by who
    was told to do it, in its sentence or to those it was done to."""
    parse, tokens = coreference.document.parse, coreference.document.parse.tokens
    verb = tokens[new.claim.trigger]
    told = [tokens[r.claim.trigger] for r in group]
    expelled = group[0].claim.type == "sanction" and any(t.lemma in words.expelling for t in told)
    if new.claim.type != "demand" or not expelled:
        return False
    anchors = (verb.index, *(t.index for t in children(parse, verb.index, ("dobj",))))
    below = (t for i in anchors for t in children(parse, i, ("xcomp", "ccomp", "acl", "relcl", "advcl")))
    if not any(t.lemma in words.leaving for t in below):
        return False
    ours = {part: {e for r in group for e, p in r.participants if p == part} for part in ("actor", "target")}
    theirs = {part: {e for e, p in new.participants if p == part} for part in ("actor", "target")}
    same = not ours["actor"] or bool(ours["actor"] & theirs["actor"])
    return same and (verb.sentence == told[-1].sentence or theirs["target"] <= ours["target"])
