"""Whose posts those are who meet, visit and accompany each other: of the host's state, of the chief's, of another's."""

from collections.abc import Iterator

from kg.extract import Claims, EventClaim, Evidence
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention
from kg.language.syntax import ancestors, children, prepositions
from kg.resolve.coreference import Coreference
from kg.resolve.governments import ACROSS

_BESIDE = {"accompany", "flank", "join"}
_HANDING = {"hand", "give", "deliver", "present", "receive", "remind", "assure", "summon", "expel"}
"""What one does with the envoy of another state, beside saying something to him."""
_OF_OTHERS = ACROSS | {"mobilisation"}
"""Types of events whose parties are of different states: "sent troops to support President Ali Demir"."""
_LONGEST_TITLE = 5
"""Words before a name in which its title may be."""


def counterparties(claims: Claims, coreference: Coreference, told: dict[int, str]) -> dict[int, set[str]]:
    """For each person the states on the other side of the events that the person has a part in.

    Of two that meet, the one whose state is told behind the other's name has another: "King Idris and the Saudi
    crown prince".
    """
    found: dict[int, set[str]] = {}
    mentions = coreference.document.mentions
    for claim in claims.roles:  # whoever has a Kenyan counterpart is no Kenyan
        like = coreference.entity(claim.like)
        if like is not None and claim.evidence.rule == "role.counterpart" and claim.owner_state:
            found.setdefault(like, set()).add(claim.owner_state)
    for event in claims.events:
        if event.type == "visit":
            abroad = {iso for m in (mentions[i] for i in _visited(event)) if (iso := _abroad(m, coreference))}
            for person in (coreference.entity(p.mention) for p in event.participants if p.part == "actor"):
                if person is not None and coreference.members(person)[0].kind is Kind.PERSON:
                    found.setdefault(person, set()).update(abroad)
            visitors = (coreference.entity(p.mention) for p in event.participants if p.part == "actor")
            of_visitors = {told[visitor] for visitor in visitors if visitor in told}
            for person in (coreference.entity(p.mention) for p in event.participants if p.part == "target"):
                if person is not None:
                    found.setdefault(person, set()).update(of_visitors)
        if event.type not in _OF_OTHERS:
            continue
        parts = [(mentions[p.mention], p.part) for p in event.participants]
        for mention, part in parts:
            person = coreference.entity(mention.index)
            if mention.kind is not Kind.PERSON or person is None:
                continue
            other = found.setdefault(person, set())
            across = {Kind.STATE, Kind.ORGANISATION}
            other.update(
                m.state
                for m, p in parts
                if m.kind in across and m.state and p != part and not _is_people(m, coreference)
            )
            behind = (coreference.entity(m.index) for m, _ in parts if m.begin > mention.begin)
            other.update(told[entity] for entity in behind if entity in told)
            met = (coreference.entity(m.index) for m, p in parts if p != part and m.kind is Kind.PERSON)
            other.update(
                told[e] for e in met if e is not None and e in told and _is_in_like_post(person, e, coreference)
            )
            officials = (
                m for m, p in parts if p != part and m.kind is Kind.PERSON and m.form is Form.NOMINAL and m.state
            )
            other.update(str(m.state) for m in officials if _is_of_same_title(mention, m, coreference))
            guests = (coreference.entity(m.index) for m, p in parts if p != part and _is_visiting(m, coreference))
            other.update(told[e] for e in guests if e is not None and e in told)
            if part == "mediator" and coreference.focus.main_state:
                other.add(coreference.focus.main_state)
    for person, own in _rising_against(claims, coreference, told):
        found.get(person, set()).discard(own)
    return found


def envoys_addressed(coreference: Coreference, knowledge: Knowledge) -> dict[int, set[str]]:
    """For each person the states whose envoys that person hands or says something to: "Jan Novak handed the Russian
    ambassador a note", "reminded the ambassador of Chad"."""
    document, parse = coreference.document, coreference.document.parse
    envoys = {*knowledge.titles.exclusive["envoy"], "charge d'affaires", "chargé d'affaires"}
    found: dict[int, set[str]] = {}
    for title in document.titles:
        at = document.mention_at[title.head]
        state = document.mentions[at].state if at >= 0 else None
        noun = parse.tokens[title.head]
        link = parse.tokens[noun.head]
        verb = parse.tokens[link.head] if noun.dep == "pobj" and link.lower == "to" else link
        told = noun.dep in {"dobj", "dative", "pobj"} and verb.lemma in knowledge.speech.say | _HANDING
        if state is None or not told or title.text.lower().replace("’", "'") not in envoys:
            continue
        acting = children(parse, verb.index, ("nsubj",))
        acting += [named for t in acting for named in children(parse, t.index, ("appos",))]
        speakers = (document.mention_at[t.index] for t in acting)
        for person in (coreference.entity(i) for i in speakers if i >= 0):
            if person is not None:
                found.setdefault(person, set()).add(state)
    return found


def _rising_against(claims: Claims, coreference: Coreference, told: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Who ousts the premier of a state, or of the story's, with that state, which is his own: "ousted by Army Chief Pervez
    Musharraf"."""
    home = coreference.focus.home_state
    for event in (e for e in claims.events if e.type == "departure"):
        parts = [(coreference.entity(p.mention), p.part) for p in event.participants]
        ousted = [
            told.get(e, home) for e, part in parts if part == "target" and e is not None and _is_person(e, coreference)
        ]
        actors = [entity for entity, part in parts if part == "actor" and entity is not None]
        yield from ((actor, own) for actor in actors for own in ousted if own is not None)


def _is_person(entity: int, coreference: Coreference) -> bool:
    return coreference.members(entity)[0].kind is Kind.PERSON


def _is_people(mention: Mention, coreference: Coreference) -> bool:
    """ "Urged the people of Chad to stay calm", which their own president does."""
    parse = coreference.document.parse
    link = parse.tokens[parse.tokens[mention.head].head]
    return link.lower == "of" and parse.tokens[link.head].lemma == "people"


def _is_of_same_title(person: Mention, official: Mention, coreference: Coreference) -> bool:
    """ "Foreign Minister Jan Novak met the foreign minister of Chad"."""
    titles = coreference.document.titles
    own = {t.text.lower() for t in titles if t.last == person.first}
    return official.title is not None and titles[official.title].text.lower() in own


def _is_visiting(mention: Mention, coreference: Coreference) -> bool:
    """ "The visiting President Ali Demir", whose state is not that of whom he meets."""
    parse = coreference.document.parse
    before = parse.tokens[max(0, mention.first - _LONGEST_TITLE) : mention.first]
    return any(t.lower == "visiting" and t.sentence == parse.tokens[mention.head].sentence for t in before)


def _is_in_like_post(one: int, other: int, coreference: Coreference) -> bool:
    """ "The Minister of Defence and Security" and "the Minister of Defence" who meet are not of one state."""
    ours, theirs = coreference.titles_of(one), coreference.titles_of(other)
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


def hosts(claims: Claims, coreference: Coreference) -> dict[int, str]:
    """For each person whom a visitor meets the state that is visited: "Ali arrived in Peru … met President Ana Soto"."""
    went: dict[int, set[str]] = {}
    mentions = coreference.document.mentions
    for visit in (e for e in claims.events if e.type == "visit"):
        abroad = {iso for i in _visited(visit) if (iso := _abroad(mentions[i], coreference))}
        for visitor in (coreference.entity(p.mention) for p in visit.participants if p.part == "actor"):
            if visitor is not None:
                went.setdefault(visitor, set()).update(abroad)
    found: dict[int, str] = {}
    for event in (e for e in claims.events if e.type in {"meeting", "negotiation"}):
        sides = [(coreference.entity(p.mention), p.part) for p in event.participants]
        for met, part in sides:
            visited = set().union(
                *(went.get(other, set()) for other, own in sides if other is not None and own != part)
            )
            if met is not None and met not in went and len(visited) == 1:
                found[met] = visited.pop()
    return found


def states_of_counterparts(claims: Claims, coreference: Coreference) -> dict[int, int | None]:
    """The state of each person who is somebody's "South African counterpart", by entities."""
    told = (c for c in claims.roles if c.evidence.rule == "role.counterpart" and c.owner is not None)
    return {entity: coreference.entity(c.owner) for c in told if (entity := coreference.entity(c.person)) is not None}


def chief_beside(evidence: Evidence, coreference: Coreference, knowledge: Knowledge) -> int | None:
    """The person for whose state another acts, asked at the other's title: whom he accompanies, whose message he brings."""
    chief = _accompanied(evidence, coreference)
    return chief if chief is not None else _sender_of_message(evidence, coreference, knowledge)


def _accompanied(evidence: Evidence, coreference: Coreference) -> int | None:
    """Of "the president(, who was) accompanied by Foreign Minister X", asked at that title, the president."""
    document = coreference.document
    parse = document.parse
    below = next(t for t in parse.tokens if t.begin >= evidence.begin)
    before = parse.tokens[parse.sentences[below.sentence].first : below.index]
    verb = next((t for t in reversed(before) if t.pos == "VERB"), None)  # "…, the trade minister, Y, and Z"
    if verb is None or verb.lemma not in _BESIDE or verb.tag != "VBN":
        return None
    with_whom = verb.head if verb.dep in {"acl", "relcl"} else None
    subjects = children(parse, verb.index, ("nsubjpass",))
    if verb.dep == "advcl" or (verb.dep == "conj" and not subjects):  # "will arrive and be accompanied by"
        subjects += children(parse, verb.head, ("nsubj", "nsubjpass"))
    found = [i for i in (with_whom, *(t.index for t in subjects)) if i is not None and document.mention_at[i] >= 0]
    return coreference.entity(document.mention_at[found[0]]) if found else None


def _sender_of_message(evidence: Evidence, coreference: Coreference, knowledge: Knowledge) -> int | None:
    """Of "Foreign Minister X will deliver a message from President Y", asked at X's title, the president."""
    document = coreference.document
    parse = document.parse
    title = next(t for t in parse.tokens if t.begin >= evidence.begin)
    verb = next((t for t in ancestors(parse, title.index) if t.pos == "VERB"), None)
    brings = verb is not None and verb.lemma in knowledge.groups.bringing_verbs
    brought = children(parse, verb.index, ("dobj",)) if verb is not None and brings else []
    from_whom = [
        document.mention_at[obj.index]
        for noun in brought
        for link, obj in (*prepositions(parse, noun.index), *prepositions(parse, noun.head))
        if noun.lemma in knowledge.groups.messages and link.lower == "from" and obj.index > title.index
    ]
    return next((coreference.entity(at) for at in from_whom if at >= 0), None)


def _visited(event: EventClaim) -> list[int]:
    targets = [p.mention for p in event.participants if p.part == "target"]
    return targets if event.place is None else [*targets, event.place]


def _abroad(mention: Mention, coreference: Coreference) -> str | None:
    """The state that somebody visits who visits a state or its capital; in other towns one may be at home."""
    if mention.kind is Kind.STATE:
        return mention.state
    return mention.state if mention.state and coreference.focus.is_capital(mention.name, mention.state) else None
