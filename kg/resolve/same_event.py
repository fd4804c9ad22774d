"""Whether two mentions of an article tell of one event: the same type, modality, time, place and parties."""

from kg.extract import EventClaim
from kg.knowledge import Knowledge
from kg.knowledge.words import OneEventWords
from kg.language import Form, Kind, Token
from kg.language.syntax import children
from kg.resolve.coreference import Coreference
from kg.resolve.groups import MEETINGS
from kg.resolve.resolved import Resolved
from kg.resolve.same_attack import (
    has_same_toll,
    is_another_attack,
    is_claimed,
    is_sum,
    is_told_of_place,
    is_toll_of,
    takes_up_attack,
)
from kg.resolve.taken_up import ONCE, has_come_about, is_at_told, is_taken_up, takes_up
from kg.resolve.told_apart import TOGETHER, is_of_another_time, is_of_others, is_told_after

_LEAST_PARTIES = 2
_ACTS_OF_SPEECH = {
    "accusation",
    "demand",
    "rejection",
    "support",
    "threat",
    "sanction",
    "coercion",
    "mobilisation",
    "aid",
    "protest",
    "concession",
}
"""Types of which one party does several to another in one article: different verbs tell of different events."""
_OF_MANY_KINDS = {"sanction", "coercion", "rejection"}
"""Types of which a noun takes up a verb of its own stem alone: "the expulsions" are not the travel bans they imposed."""
_STEM = 3
_LONG = 6
"""Letters that a verb shares with the noun of what it says: "threaten" and "threat"."""
_NEAR = 2
"""Sentences within which one act is told in two parts."""
_DECLARED = {"statement", "communique", "communiqué", "declaration"}
_COUNTED = {"visit", "meeting", "call"}
"""Types of which a plural noun tells of several: "two earlier visits" are not the visit."""


def is_same(
    group: list[Resolved],
    new: Resolved,
    acts_for: dict[int, frozenset[int]],
    coreference: Coreference,
    knowledge: Knowledge,
) -> bool:
    """Of one type: the same modality, dates and places that agree, and the parties of one among those of the other."""
    first, words = group[0].claim, knowledge.groups.one_event
    goes_on = takes_up(first, new.claim, coreference, knowledge) or has_come_about(first, new.claim, coreference, words)
    if first.modality is not new.claim.modality and not goes_on:
        return False
    told_again = is_at_told(new.claim, coreference, knowledge)
    again = told_again or any(_same_word(r.claim, new.claim, coreference, words) for r in group)
    if first.type in _ACTS_OF_SPEECH and not again:
        return False
    again = first.type in ONCE and set(group[0].participants) == set(new.participants)  # "a day before his resignation"
    if not again and any(is_told_after(r.claim, new.claim, coreference) for r in group):
        return False
    counted = any(_counts(r.claim, coreference) != _counts(new.claim, coreference) for r in group)
    if first.type in _COUNTED and counted and not _are_of_one_day(group, new):
        return False
    if new.claim.label and any(_same_label(r.claim.label, new.claim.label) for r in group):
        return True
    dates = {r.claim.time.value for r in group if r.claim.time} | ({new.claim.time.value} if new.claim.time else set())
    if any(not (a.startswith(b) or b.startswith(a)) for a in dates for b in dates):
        return False
    if is_of_another_time(group, new, coreference) or _is_introduced(group, new, acts_for, coreference):
        return False
    places = {coreference.entity(r.claim.place) for r in [*group, new] if r.claim.place is not None}
    if len(places) > 1 and not _lie_together(places, coreference):
        return False
    if first.type == "attack" and (
        takes_up_attack(group, new, coreference, words)
        or is_toll_of(group, new, coreference, words)
        or has_same_toll(group, new, coreference)
        or is_claimed(group, new, coreference, words)
        or is_told_of_place(group, new, coreference)
    ):
        return True
    if first.type == "attack" and (
        is_sum(group[0].claim, coreference) is not is_sum(new.claim, coreference)
        or is_another_attack(group, new.claim, coreference, words, knowledge.speech.nominal.occurring)
        or (not dates and not places and _told_anew(group, new, coreference))
    ):
        return False
    if is_of_others(group, new, coreference):
        return False
    sides = [part for _, part in new.participants if part != "mediator"]  # "the talks, mediated by Oman, …"
    if (not sides and is_taken_up(new.claim, coreference)) or told_again:
        return True
    ours = {entity for r in group for entity, _ in r.participants}
    theirs = {entity for entity, _ in new.participants}
    if not ours or not theirs or _clashes(group, new, acts_for) or _is_with_others(group, new, coreference):
        return False
    if any(_completes(r, new, coreference) or _meets_again(r, new, coreference) for r in group):
        return True
    if first.type not in TOGETHER and _acted_apart(group, new, acts_for):
        return False
    if first.type == "accusation" and (_accused_apart(group, new, acts_for) or _charged_apart(group, new, coreference)):
        return False
    if first.type == "agreement" and ours != theirs and _agreed_apart(group, new, coreference, words):
        return False
    return _covered(ours, theirs, acts_for) or _covered(theirs, ours, acts_for)


def _is_introduced(
    group: list[Resolved], new: Resolved, acts_for: dict[int, frozenset[int]], coreference: Coreference
) -> bool:
    """ "A trilateral meeting of Chad, Mali and Niger", of more than those whose meeting was told."""
    parse = coreference.document.parse
    noun = parse.tokens[new.claim.trigger]
    before = {t.lower for t in parse.children[noun.index] if t.dep in {"det", "poss"}}
    words = {parse.tokens[r.claim.trigger].lemma for r in group}
    others = noun.tag == "NNS" and not before and noun.lemma not in words  # "consultations … negotiations with Chad"
    told = {entity for r in group for entity, _ in r.participants}
    theirs = {entity for entity, _ in new.participants}
    introduced = bool(before & {"a", "an"}) or others
    return new.claim.type in MEETINGS and introduced and not _covered(theirs, told, acts_for)


def _lie_together(places: set[int | None], coreference: Coreference) -> bool:
    """A town and the state that it is in: "a visit to Serbia", "arrived in Belgrade"."""
    members = [coreference.members(place)[0] for place in places if place is not None]
    states = {m.state for m in members}
    return len(members) == _LEAST_PARTIES and len(states) == 1 and any(m.kind is Kind.STATE for m in members)


def _are_of_one_day(group: list[Resolved], new: Resolved) -> bool:
    """ "Will meet him on Friday. … On Friday she will fly there for meetings with him": by the same on the same day."""
    alike = [r for r in group if set(r.participants) == set(new.participants)]
    days = {r.claim.time.value for r in (*alike, new) if r.claim.time is not None}
    return bool(alike) and new.claim.time is not None and len(days) == 1


def _counts(claim: EventClaim, coreference: Coreference) -> bool:
    """Whether it is told of several: "two visits"."""
    return coreference.document.parse.tokens[claim.trigger].tag == "NNS"


def kind_of(claim: EventClaim, coreference: Coreference, gatherings: frozenset[str]) -> tuple[str, bool]:
    """The type, and whether it is a summit or the like, of which no two who meet, or welcome each other, are the
    parties."""
    parse = coreference.document.parse
    nouns = (parse.tokens[claim.trigger], *parse.children[claim.trigger])
    gathers = any(t.lemma in gatherings and (t.dep != "nsubj" or t.index == claim.trigger) for t in nouns)
    return claim.type, claim.type == "meeting" and gathers


def _is_with_others(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """ "talks with Ali", then "Ali's talks with Jan": whom one is with in the first and who is with another in the second
    makes two, unless "the talks" take up what was told."""
    if new.claim.type not in {"meeting", "call", "negotiation"}:
        return False
    parse = coreference.document.parse
    if any(t.lower in {"the", "this", "these"} for t in parse.children[new.claim.trigger]):
        return False
    told, now = dict(p for r in group for p in r.participants), dict(new.participants)
    if len(now) == 1 and new.speaker in told:
        return False  # "Wang met Brende. Wang was quoted as saying it in a meeting with Brende"
    turned = any(told.get(entity) not in {None, part} for entity, part in now.items())
    return turned and set(told) != set(now)


def _agreed_apart(group: list[Resolved], new: Resolved, coreference: Coreference, words: OneEventWords) -> bool:
    """ "The king accepted an invitation", "the ministers agreed to meet": other verbs of other parties, though each may
    act for the other's state."""
    tokens = coreference.document.parse.tokens
    verb = tokens[new.claim.trigger]
    others = [tokens[r.claim.trigger] for r in group]
    if (verb.pos == "ADJ") != any(t.pos == "ADJ" for t in others):
        return True  # "is ready to cooperate", "signed a pact"
    if bool(_objects(verb, coreference) & _DECLARED) != any(_objects(t, coreference) & _DECLARED for t in others):
        return True  # "offered it money", "issued a joint statement"
    if (verb.lemma in words.promises) != any(t.lemma in words.promises for t in others):
        return True  # "the two agreed to talk", "one promised to help"
    apart = not {e for e, p in new.participants if p == "actor"} & {
        e for r in group for e, p in r.participants if p == "actor"
    }
    several = apart or (len(new.participants) >= _LEAST_PARTIES and len(group[0].participants) >= _LEAST_PARTIES)
    verbs = [t.lemma for t in others if t.pos == "VERB"]
    content = _contents(verb, coreference)
    told = [_contents(t, coreference) for t in others]
    if apart and content and all(told) and not content & set().union(*told):
        return True  # "Iraq and Kuwait agreed to hold talks", "Iraq's president agreed to stop his attacks"
    return several and verb.pos == "VERB" and bool(verbs) and verb.lemma not in verbs


def _told_anew(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """Two verbs that share no target tell of two attacks: "shelled the base … attacked the convoy"; a noun takes up
    what a verb has told."""
    tokens = coreference.document.parse.tokens
    hit = {entity for r in group for entity, part in r.participants if part == "target"}
    also = {entity for entity, part in new.participants if part == "target"}
    verbs = tokens[new.claim.trigger].pos == "VERB" and all(tokens[r.claim.trigger].pos == "VERB" for r in group)
    return verbs and not hit & also


def _same_word(one: EventClaim, other: EventClaim, coreference: Coreference, words: OneEventWords) -> bool:
    """The same verb, or a noun that takes up what a verb has told."""
    parse = coreference.document.parse
    a, b = parse.tokens[one.trigger], parse.tokens[other.trigger]
    if a.lemma == b.lemma or any({a.lemma, b.lemma} <= act for act in words.one_act):
        return True
    if all(any(t.lemma in words.ties for t in children(parse, verb.index, ("dobj", "nsubjpass"))) for verb in (a, b)):
        return True  # "broke off relations … severed ties"
    if any(o == y.lemma or o[:_LONG] == y.lemma[:_LONG] for x, y in ((a, b), (b, a)) for o in _objects(x, coreference)):
        return True  # "protested … lodged the protest", "apologised … conveyed its apology"
    if _objects(a, coreference) & _objects(b, coreference) & words.issued:
        return True  # "issued an ultimatum … gave it the ultimatum"
    if one.type == "demand" and _contents(a, coreference) & _contents(b, coreference):
        return True  # "asked him to leave … demanded that he leave"
    if (a.pos == "NOUN") is (b.pos == "NOUN"):
        # "detained a tanker … seized the tanker", "rejected a demand … turned down the demand"
        return one.type in {"coercion", "rejection"} and a.pos == "VERB" and _share_object(a, b, coreference)
    noun, verb = (a, b) if a.pos == "NOUN" else (b, a)
    objects = {t.lemma for t in children(parse, verb.index, ("dobj", "nsubjpass"))}
    same = noun.lemma[:_STEM] == verb.lemma[:_STEM] or noun.lemma in objects
    return same or one.type not in _OF_MANY_KINDS


def _contents(verb: Token, coreference: Coreference) -> set[str]:
    return {t.lemma for t in children(coreference.document.parse, verb.index, ("xcomp", "ccomp", "advcl"))} - {"be"}


def _share_object(one: Token, other: Token, coreference: Coreference) -> bool:
    return bool(_objects(one, coreference) & _objects(other, coreference))


def _objects(verb: Token, coreference: Coreference) -> set[str]:
    return {t.lemma for t in children(coreference.document.parse, verb.index, ("dobj", "nsubjpass"))}


def _completes(told: Resolved, new: Resolved, coreference: Coreference) -> bool:
    """ "Protesters stormed the British embassy. Iranian protesters stormed the embassy grounds": one names whom it was
    done to, the other who did it."""
    parse = coreference.document.parse
    one, other = parse.tokens[told.claim.trigger], parse.tokens[new.claim.trigger]
    near = 0 < other.sentence - one.sentence <= _NEAR
    if not near or one.pos != "VERB" or one.lemma != other.lemma:
        return False
    if {part for _, part in told.participants} & {part for _, part in new.participants}:
        return False
    objects = ([*children(parse, verb.index, ("dobj", "nsubjpass"))] for verb in (one, other))
    a, b = ({t.lemma for o in each for t in (o, *children(parse, o.index, ("compound",)))} for each in objects)
    return bool(a & b)


def _meets_again(told: Resolved, new: Resolved, coreference: Coreference) -> bool:
    """ "Ali met Jan of the ministry. He met the Israeli representatives instead of …": by the same verb whom "the" takes up."""
    parse = coreference.document.parse
    one, other = parse.tokens[told.claim.trigger], parse.tokens[new.claim.trigger]
    near = 0 < other.sentence - one.sentence <= _NEAR
    if new.claim.type != "meeting" or not near or other.pos != "VERB" or one.lemma != other.lemma:
        return False
    sides = [coreference.document.mentions[p.mention] for p in new.claim.participants if p.part == "target"]
    taken_up = sides and all(
        (m.form is Form.NOMINAL and parse.tokens[m.head].tag == "NNS" and parse.tokens[m.first].lower == "the")
        or parse.tokens[m.first - 1].lower == "the"
        for m in sides
    )
    actors = [{e for e, part in r.participants if part == "actor"} for r in (told, new)]
    return bool(taken_up) and actors[0] == actors[1]


def _clashes(group: list[Resolved], new: Resolved, acts_for: dict[int, frozenset[int]]) -> bool:
    """A party that acts in one mention and suffers in the other, itself or by those who act for it, makes two."""
    if group[0].claim.type in TOGETHER:
        return False
    if group[0].claim.type == "departure" and len(new.participants) == 1:
        return False  # who resigns and who is removed is one
    opposite = {"actor": "target", "target": "actor"}
    parts = {(entity, part) for r in group for entity, part in r.participants}
    for entity, part in new.participants:
        against = {e for e, p in parts if p == opposite.get(part)}
        if entity in against:
            return True
        linked = any(entity in acts_for.get(e, ()) or e in acts_for.get(entity, ()) for e in against)
        if linked and (entity, part) not in parts:
            return True
    return False


def _acted_apart(group: list[Resolved], new: Resolved, acts_for: dict[int, frozenset[int]]) -> bool:
    """ "The army killed three who had attacked it": nobody who acts in the one acts, or is acted for, in the other."""
    acted = {entity for r in group for entity, part in r.participants if part == "actor"}
    acting = {entity for entity, part in new.participants if part == "actor"}
    if not acted or not acting:
        return False
    return not (_with_their_states(acted, acts_for) & _with_their_states(acting, acts_for))


def _accused_apart(group: list[Resolved], new: Resolved, acts_for: dict[int, frozenset[int]]) -> bool:
    """ "Accused Ali of theft … accusing Chad of meddling": verbs of which each names whom, none of them the other's."""
    told = {entity for r in group for entity, part in r.participants if part == "target"}
    now = {entity for entity, part in new.participants if part == "target"}
    return bool(told and now) and not (_with_their_states(told, acts_for) & _with_their_states(now, acts_for))


def _charged_apart(group: list[Resolved], new: Resolved, coreference: Coreference) -> bool:
    """ "Chad accused Mali of a raid", "Mali was accused (by nobody told) of arming rebels": other charges."""
    parse = coreference.document.parse

    def charges(claim: EventClaim) -> set[str]:
        links = (t.index for t in children(parse, claim.trigger, ("prep",)) if t.lower == "of")
        return {t.lemma for link in links for t in children(parse, link, ("pcomp",))}

    alone = any(all(part != "actor" for _, part in r.participants) for r in (group[0], new))
    told, now = {lemma for r in group for lemma in charges(r.claim)}, charges(new.claim)
    return alone and bool(told and now) and not told & now


def _with_their_states(entities: set[int], acts_for: dict[int, frozenset[int]]) -> set[int]:
    return entities | {state for entity in entities for state in acts_for.get(entity, ())}


def _covered(some: set[int], others: set[int], acts_for: dict[int, frozenset[int]]) -> bool:
    reach = others | {state for other in others for state in acts_for.get(other, ())}
    return all(entity in reach or acts_for.get(entity, frozenset()) & others for entity in some)


def _same_label(a: str | None, b: str) -> bool:
    return a is not None and (a.lower().endswith(b.lower()) or b.lower().endswith(a.lower()))
