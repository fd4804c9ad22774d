"""Event claims of an article as events: participants resolved, several mentions of one event merged."""

from dataclasses import replace
from datetime import date, timedelta

from kg.extract import Claims, EventClaim, Evidence
from kg.extract.claims import Modality
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention
from kg.resolve.coreference import Coreference
from kg.resolve.facts import Event
from kg.resolve.groups import MEETINGS, Groups
from kg.resolve.judged_acts import JudgedActs
from kg.resolve.other_side import with_joined_target, with_other_side
from kg.resolve.resolved import Resolved
from kg.resolve.same_event import is_same, kind_of
from kg.resolve.taken_up import ONCE, is_told_to_leave, says_more_of
from kg.resolve.told_apart import TOGETHER

_LEAST_PARTIES = 2
_WEEK = timedelta(days=7)
_DAY = len("2018-05-31")
_LANDS = {"country", "nation"}
_DONE_TO = {"departure", "attack", "coercion", "trial"}
_POSTED = {"to", "in"}
_WITH_OTHERS = {"agreement", "cooperation", "coercion", "rejection", "support"}
"""Types of what one does with, or to, others alone: "the president promised the hostages' return to Chad", "the
president dissolved the government" and "the minister refused to let boats dock in Chad" name no other side."""


def events(
    claims: Claims, coreference: Coreference, acts_for: dict[int, frozenset[int]], knowledge: Knowledge
) -> tuple[list[Event], dict[int, int]]:
    """Events in text order, and for each trigger token the number of the event that it tells of.

    ``acts_for`` gives the states and organisations that a person or organisation acts for.
    """
    gatherings = knowledge.groups.gatherings
    merged: list[list[Resolved]] = []
    crowds = frozenset([*knowledge.groups.people, *knowledge.groups.forces])
    groups = Groups(coreference, acts_for, crowds, knowledge)
    judged = JudgedActs(coreference, claims.statements, acts_for, knowledge)
    told: list[Resolved] = []
    for claim in sorted(claims.events, key=lambda c: (c.evidence.begin, c.evidence.rule)):
        claim = with_joined_target(claim, claims.events, coreference)
        claim = with_other_side(claim, coreference, acts_for, knowledge)
        resolved = _resolve(claim, coreference, groups)
        if resolved is None:
            continue
        if _comes_home(resolved, acts_for, coreference):
            continue
        resolved = _without_own_states(_with_seats(resolved, coreference), acts_for)
        resolved = _without_own_country(resolved, acts_for, coreference)
        resolved = _without_states_of_seized(resolved, acts_for)
        resolved = _without_states_of_ministers(resolved, acts_for)
        resolved = _without_spokesmen(resolved, acts_for, coreference, knowledge.groups.announcing_verbs)
        resolved = judged.with_target(resolved, told)
        told.append(resolved)
        groups.note(claim.evidence.sentence, claim.type, _sides(resolved, acts_for))
        kind = kind_of(claim, coreference, gatherings)
        again = (g for g in reversed(merged) if is_told_to_leave(g, resolved, coreference, knowledge.groups.one_event))
        if (expulsion := next(again, None)) is not None:
            expulsion.append(replace(resolved, participants=()))
            continue
        alike = [group for group in reversed(merged) if kind_of(group[0].claim, coreference, gatherings) == kind]
        if alike and says_more_of(claim, coreference):
            bare = replace(claim, time=None, place=None, participants=())
            alike[0].append(replace(resolved, claim=bare, participants=()))
            continue
        home = next((group for group in alike if is_same(group, resolved, acts_for, coreference, knowledge)), None)
        if home is None:
            merged.append([resolved])
        else:
            home.append(resolved)
    kept = [group for group in merged if _is_whole(group)]
    trigger_event = {r.claim.trigger: number for number, group in enumerate(kept) for r in group}
    return [_event(group, coreference) for group in kept], trigger_event


def _resolve(claim: EventClaim, coreference: Coreference, groups: Groups) -> Resolved | None:
    found: dict[int, str] = {}
    happened = claim.modality is Modality.HAPPENED
    trigger = coreference.document.parse.tokens[claim.trigger]
    done_to = claim.type in _DONE_TO and trigger.dep == "acl" and trigger.tag == "VB"  # "survived a bid to oust him"
    for participant in claim.participants:
        mention = coreference.document.mentions[participant.mention]
        entity = coreference.entity(mention.index)
        if mention.is_first_person and entity is None:
            return None  # a banner's "we"
        if entity is not None and mention.is_first_person and claim.type in TOGETHER and len(claim.participants) == 1:
            members = groups.with_speaker(entity, claim.evidence.sentence)
            members = members or [entity] * (claim.type not in MEETINGS)  # "we had a good meeting": with whom?
        elif mention.kind is Kind.GROUP and entity is None:
            members = groups.members(mention, claim.evidence.sentence)
        else:
            members = (
                [entity] if entity is not None and not _is_leader_unnamed(claim, mention, entity, coreference) else []
            )
        for member in members:
            found.setdefault(_acting(member, mention, coreference), participant.part)
            if done_to and participant.part == "target":
                found[member] = "target"
    acted = {p.part for p in claim.participants} & {"actor"} and "actor" not in found.values()
    if claim.type == "visit" and acted:
        return None  # "representatives of the mediators will visit Niger"
    nobody = not found and claim.place is None and claim.label is None
    if nobody and claim.type in {*TOGETHER, "visit"}:
        return None  # "after a meeting of foreign ministers"
    if len(found) < min(claim.least, len(claim.participants)) or (nobody and (claim.participants or not happened)):
        return None
    return Resolved(claim, tuple(found.items()), coreference.entity(claim.speaker))


def _is_leader_unnamed(claim: EventClaim, mention: Mention, entity: int, coreference: Coreference) -> bool:
    """The "he" of "the country's new leader, three weeks after he took office", who stands for a state, that takes none."""
    he = mention.kind is Kind.PERSON and mention.form is Form.PRONOUN
    return he and claim.type in {"appointment", "departure"} and coreference.members(entity)[0].kind is Kind.STATE


def _acting(entity: int, mention: Mention, coreference: Coreference) -> int:
    """Of "recalled its ambassador in Madrid" Spain: a town is no party, but the state that one is posted to is."""
    return coreference.implied_state(mention.state, mention) if mention.kind is Kind.PLACE and mention.state else entity


def _sides(resolved: Resolved, acts_for: dict[int, frozenset[int]]) -> list[int]:
    """Who "they" are behind it: those who meet; of "Chad and Niger agreed to leave Mali" the two that act together; of
    "Chad expelled Niger's ambassador, Ali Demir" the two states."""
    parties = [entity for entity, part in resolved.participants if part in {"actor", "target"}]
    if resolved.claim.type == "sanction":
        sent = {e: acts_for.get(e, frozenset()) for e, part in resolved.participants if part == "target"}
        parties = [next(iter(sent[e])) if len(sent.get(e, ())) == 1 else e for e in parties]
    actors = [entity for entity, part in resolved.participants if part == "actor"]
    together = resolved.claim.type not in MEETINGS and len(actors) >= _LEAST_PARTIES
    targets = [entity for entity, part in resolved.participants if part == "target"]
    if resolved.claim.type in {"support", "demand"} and len(targets) >= _LEAST_PARTIES:
        return targets  # "commended Soro and Gbagbo", who are "both sides"; "urged Chad and Niger to stop"
    return actors if together else parties


def _without_own_country(resolved: Resolved, acts_for: dict[int, frozenset[int]], coreference: Coreference) -> Resolved:
    """Of "the Chadian ambassador accused the country of lying" without Chad: he accuses the one where he is."""
    if resolved.claim.type != "accusation":
        return resolved
    document = coreference.document
    own = {s for entity, part in resolved.participants if part == "actor" for s in acts_for.get(entity, ())}
    told = (document.mentions[p.mention] for p in resolved.claim.participants if p.part == "target")
    lands = {coreference.entity(m.index) for m in told if document.parse.tokens[m.head].lemma in _LANDS} & own
    return replace(resolved, participants=tuple((e, p) for e, p in resolved.participants if e not in lands))


def _without_own_states(resolved: Resolved, acts_for: dict[int, frozenset[int]]) -> Resolved:
    """Of "Wang agreed to deepen ties between China and Peru" with Peru: the state one acts for is not the other side."""
    if resolved.claim.type == "visit":
        resolved = _without_hosts(resolved, acts_for)
    own = {s for entity, part in resolved.participants if part == "actor" for s in acts_for.get(entity, ())}
    targets = [entity for entity, part in resolved.participants if part == "target"]
    others = set(targets) - own
    if (
        resolved.claim.type == "sanction"
    ):  # "the White House cancelled the president's visit", "Chad's envoy, Ali, was recalled"
        senders = {entity for entity, part in resolved.participants if part == "actor"}
        others = {e for e in others if not acts_for.get(e, frozenset()) & senders}
    if not others and resolved.claim.type == "sanction":  # "the ministry summoned home its envoy"
        acting = tuple((e, part) for e, part in resolved.participants if part != "target")
        return replace(resolved, participants=acting)
    if (not others and resolved.claim.type not in _WITH_OTHERS) or len(others) == len(targets):
        return resolved
    kept = tuple((e, part) for e, part in resolved.participants if part != "target" or e in others)
    return replace(resolved, participants=kept)


def _with_seats(resolved: Resolved, coreference: Coreference) -> Resolved:
    """Of "the Kenyan ambassador to Somalia, Ali Demir, was recalled" Somalia as well, with which Kenya is angry."""
    if resolved.claim.type != "sanction":
        return resolved
    document = coreference.document
    told = [document.mentions[p.mention] for p in resolved.claim.participants if p.part == "target"]
    envoys = [m for m in told if m.kind is Kind.PERSON and m.form is Form.NAME]
    around = {i for m in envoys for i in (m.first, m.last + 1, m.last + 2, m.last + 3)}
    titles = [t for t in document.titles if t.last in around or t.first in around]
    inside = (m for t in titles for m in document.mentions if t.head < m.first < t.last)
    posted = [m for m in inside if document.parse.tokens[m.first - 1].lower in _POSTED]
    seats = tuple((coreference.implied_state(m.state, m), "target") for m in posted if m.state)
    return replace(resolved, participants=tuple(dict((*resolved.participants, *seats)).items()))


def _without_states_of_seized(resolved: Resolved, acts_for: dict[int, frozenset[int]]) -> Resolved:
    """Of "Ali Demir and his government's ministers were placed under house arrest" without his state."""
    if resolved.claim.type not in {"coercion", "departure"}:
        return resolved
    seized = {s for entity, part in resolved.participants if part == "target" for s in acts_for.get(entity, ())}
    kept = tuple((e, part) for e, part in resolved.participants if part != "target" or e not in seized)
    return replace(resolved, participants=kept)


def _without_states_of_ministers(resolved: Resolved, acts_for: dict[int, frozenset[int]]) -> Resolved:
    """Of "the ministers of Chad and Mali, Ali Demir and Jan Novak, met" without the states, for which they do so."""
    if resolved.claim.type not in TOGETHER:
        return resolved
    sent = {(s, "actor") for entity, part in resolved.participants if part == "actor" for s in acts_for.get(entity, ())}
    return replace(resolved, participants=tuple(party for party in resolved.participants if party not in sent))


def _without_spokesmen(
    resolved: Resolved, acts_for: dict[int, frozenset[int]], coreference: Coreference, announcing: frozenset[str]
) -> Resolved:
    """Of "a spokesman of Chad, Ali Demir, announced the closure of the border" Chad, which closes it."""
    tokens = coreference.document.parse.tokens
    trigger = tokens[resolved.claim.trigger]
    if not {trigger.lemma, tokens[trigger.head].lemma} & announcing or resolved.claim.type in {"demand", "support"}:
        return resolved

    def who_acts(entity: int) -> int:
        speaks = any(title.split()[-1].startswith("spokes") for title in coreference.titles_of(entity))
        states = [s for s in sorted(acts_for.get(entity, ())) if coreference.members(s)[0].kind is Kind.STATE]
        return states[0] if speaks and len(states) == 1 else entity

    told = ((who_acts(entity) if part == "actor" else entity, part) for entity, part in resolved.participants)
    return replace(resolved, participants=tuple(dict(told).items()))


def _comes_home(resolved: Resolved, acts_for: dict[int, frozenset[int]], coreference: Coreference) -> bool:
    """ "The minister returned to the capital", which is his own state's, visits nobody."""
    claim = resolved.claim
    visited = {entity for entity, part in resolved.participants if part == "target"}
    guests = [entity for entity, part in resolved.participants if part == "actor"]
    if claim.type == "visit" and visited and guests and all(visited <= acts_for.get(guest, set()) for guest in guests):
        return True  # "met him in Nicosia with the Egyptian minister on a visit to Cyprus"
    place = coreference.entity(claim.place)
    if claim.type == "visit" and guests == [place]:
        return True  # "the Iranian ambassador, who is visiting Iran"
    if claim.type != "visit" or place is None or coreference.document.parse.tokens[claim.trigger].lemma != "return":
        return False
    iso = coreference.members(place)[0].state
    state = coreference.state_entity(iso) if iso else None
    return bool(guests) and all(state in acts_for.get(guest, ()) for guest in guests)


def _without_hosts(resolved: Resolved, acts_for: dict[int, frozenset[int]]) -> Resolved:
    """Of "Xi met the leaders of Chad and Niger on their visits to China" without Xi, who is at home."""
    visited = {entity for entity, part in resolved.participants if part == "target"}
    hosts = {e for e, part in resolved.participants if part == "actor" and acts_for.get(e, frozenset()) & visited}
    guests = {e for e, part in resolved.participants if part == "actor"} - hosts
    if not guests:
        return resolved
    return replace(resolved, participants=tuple((e, part) for e, part in resolved.participants if e not in hosts))


def _is_whole(group: list[Resolved]) -> bool:
    """Named conflicts need two parties from whichever mention tells them."""
    if group[0].claim.type != "conflict":
        return True
    return len({entity for resolved in group for entity, _ in resolved.participants}) >= _LEAST_PARTIES


def _evidence(claim: EventClaim) -> Evidence:
    place = () if claim.place is None else (claim.place,)
    speaker = () if claim.speaker is None else (claim.speaker,)
    return replace(claim.evidence, mentions=(*(p.mention for p in claim.participants), *place, *speaker))


def _told_as_to_come(day: str, published: date | None) -> str | None:
    """The weekday before, of what was "decided" on one and is told as done: it is not ahead."""
    if published is None or len(day) != _DAY or day <= published.isoformat():
        return None
    before = date.fromisoformat(day) - _WEEK
    return before.isoformat() if before <= published else None


def _event(group: list[Resolved], coreference: Coreference) -> Event:
    first = group[0]
    participants: dict[int, str] = {}
    for resolved in group:
        for entity, part in resolved.participants:
            participants.setdefault(entity, part)
    dates = sorted((r.claim.time.value for r in group if r.claim.time), key=lambda v: (-len(v), v))
    places = [p for r in group if (p := coreference.entity(r.claim.place)) is not None]
    speakers = [r.speaker for r in group]
    claimed_by = speakers[0] if all(s is not None for s in speakers) else None
    evidence = tuple(dict.fromkeys(_evidence(r.claim) for r in group))
    label = max((r.claim.label for r in group if r.claim.label), key=len, default=None)
    done = first.claim.type in {*ONCE, "concession"} and any(r.claim.modality is Modality.HAPPENED for r in group)
    day = _told_as_to_come(dates[0], coreference.document.article.published) if done and dates else None
    return Event(
        first.claim.type,
        first.claim.plover,
        tuple(participants.items()),
        day or (dates[0] if dates else None),
        places[0] if places else None,
        Modality.HAPPENED if done else first.claim.modality,
        claimed_by,
        label,
        evidence,
        max((r.claim.killed for r in group if r.claim.killed), default=None),
        max((r.claim.injured for r in group if r.claim.injured), default=None),
    )
