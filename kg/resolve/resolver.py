"""The resolving stage as one function: a document and its claims in, facts about entities out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.extract import Claims, Evidence
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention
from kg.resolve.coreference import Coreference
from kg.resolve.events import events
from kg.resolve.facts import Entity, Event, Facts, Link, Reference, Role, Statement
from kg.resolve.leaders import state_of_leader_named
from kg.resolve.names import bare, slug
from kg.resolve.tenures import tenures

_SERVING = ("current", "acting", "designate")


def resolve(document: Document, claims: Claims, knowledge: Knowledge) -> Facts:
    """Say who is who in one article and what it claims of them."""
    coreference = Coreference(document, claims, knowledge)
    roles = tenures(claims, coreference, knowledge)
    acts_for = _acts_for(coreference, roles, knowledge)
    found, trigger_event = events(claims, coreference, acts_for, knowledge)
    statements = _statements(claims, coreference, found, trigger_event)
    used = sorted(coreference.entities(), key=lambda e: coreference.members(e)[0].begin)
    number = {entity: i for i, entity in enumerate(used)}
    entities = tuple(_entity(entity, i, number, coreference, roles, knowledge) for i, entity in enumerate(used))
    evidence = [e for role in roles for e in role.evidence] + [e for event in found for e in event.evidence]
    evidence += [statement.evidence for statement in statements]
    return Facts(
        article=document.article,
        sentences=document.parse.sentences,
        entities=entities,
        roles=tuple(_renumbered_role(role, number) for role in roles),
        events=tuple(_renumbered_event(event, number) for event in found),
        statements=tuple(_renumbered_statement(statement, number) for statement in statements),
        links=tuple(_links(document, coreference, number, knowledge.groups.persons)),
        references=tuple(_references(document, coreference, number, evidence)),
    )


def _acts_for(coreference: Coreference, roles: list[Role], knowledge: Knowledge) -> dict[int, frozenset[int]]:
    """The states and organisations that a person or organisation acts for; parties and armed groups for themselves."""
    by_kind = knowledge.organisations.names_by_kind
    own = by_kind["party"] | by_kind["armed-group"]
    armed = set(knowledge.organisations.head_nouns["armed-group"])
    found: defaultdict[int, set[int]] = defaultdict(set)
    for role in roles:
        if role.owner is not None:
            found[role.person].add(role.owner)
    for entity in coreference.entities():
        first = coreference.members(entity)[0]
        organ = first.kind is Kind.ORGANISATION and not any(m.state for m in coreference.members(entity))
        if (
            organ
            and (iso := coreference.state_of_organ(first))
            and (state := coreference.state_entity(iso)) is not None
        ):
            found[entity].add(state)  # "the foreign ministry"
        for member in coreference.members(entity):
            if (
                member.kind is Kind.ORGANISATION
                and member.state
                and member.reference not in own
                and member.name.split()[-1].lower() not in armed  # "Chadian rebels"
                and (state := coreference.state_entity(member.state)) is not None
            ):
                found[entity].add(state)
    for entity, others in list(found.items()):
        found[entity] = others | {inner for other in others for inner in found.get(other, ())}
    return {entity: frozenset(others) for entity, others in found.items()}


def _statements(
    claims: Claims, coreference: Coreference, found: list[Event], trigger_event: dict[int, int]
) -> list[Statement]:
    """Statements with known speakers, one for each sentence and speaker."""
    result: dict[tuple[int, int], Statement] = {}
    for claim in claims.statements:
        speaker = coreference.entity(claim.speaker)
        if speaker is None or coreference.members(speaker)[0].kind is Kind.PLACE:
            continue
        about = tuple(
            dict.fromkeys(e for m in claim.about if (e := coreference.entity(m)) is not None and e != speaker)
        )
        tokens = coreference.document.parse.tokens
        carried = tuple(
            dict.fromkeys(
                number
                for trigger, number in sorted(trigger_event.items())
                if claim.begin <= tokens[trigger].begin < claim.end and found[number].claimed_by == speaker
            )
        )
        evidence = replace(claim.evidence, mentions=(claim.speaker,))
        statement = Statement(speaker, about, claim.begin, claim.end, carried, evidence)
        result.setdefault((claim.evidence.sentence, speaker), statement)
    return list(result.values())


def _entity(
    entity: int,
    index: int,
    number: dict[int, int],
    coreference: Coreference,
    roles: list[Role],
    knowledge: Knowledge,
) -> Entity:
    members = coreference.members(entity)
    first = members[0]
    key = coreference.key_of(entity)
    spellings = [bare(m.name) for m in members if m.form in {Form.NAME, Form.METONYM}]
    if first.kind is Kind.STATE:
        called = knowledge.reference.names.get(key, key)
        names = sorted({bare(m.name) for m in members if m.form is Form.NAME} - {called})
        return Entity(index, Kind.STATE, key, called, tuple(names), state=key)
    name = _display_name(key, members, spellings)
    also = tuple(sorted(set(spellings) - {name}))
    if first.kind is Kind.PERSON:
        rank = next((m.rank for m in members if m.rank), None)
        state, organisation = _affiliation(entity, roles, coreference)
        if state is None and organisation is None:
            published = coreference.document.article.published
            state = state_of_leader_named(name, published.year if published else None, knowledge)
        return Entity(
            index,
            Kind.PERSON,
            slug(name),
            name,
            also,
            rank,
            state,
            None if organisation is None else number[organisation],
        )
    state = next((m.state for m in members if m.state), None)
    of_state = first.name.lower() in knowledge.organisations.named_organs
    if first.kind is Kind.ORGANISATION and state is None and of_state:
        state = coreference.state_of_organ(first)
    elif first.kind is Kind.ORGANISATION and state is None and first.form is Form.NOMINAL and not first.unnamed:
        state = coreference.state_of_unnamed(first) or coreference.focus.main_state
    elif first.unnamed and state is None:
        state = coreference.state_of_unnamed(first)
    organ = of_state or (" " in first.name and not first.unnamed)
    named = bool(spellings) or organ
    own_key = _qualified_key(first, slug(key), state)
    if of_state and state is None:
        own_key = f"{own_key}.{coreference.document.article.key}"  # whose it is nobody knows: no other article's
    return Entity(index, first.kind, own_key, name, also, state=state, named=named)


def _qualified_key(first: Mention, key: str, state: str | None) -> str:
    """Organs that every state has, and places, are told apart by their state: "interior ministry" of Peru, Tripoli in
    Lebanon."""
    if first.kind is Kind.PLACE:
        return f"{key}.{state}" if state else key
    if first.kind is Kind.ORGANISATION and first.reference is None and state and not key.endswith(f"-{state.lower()}"):
        return f"{key}-{state.lower()}"
    return key


def _display_name(key: str, members: list[Mention], spellings: list[str]) -> str:
    """The name in the reference data, unless only a short form has it that the article explains otherwise."""
    known = [m for m in members if m.reference and m.kind in {Kind.ORGANISATION, Kind.PLACE}]
    reference = next((m.reference for m in known if m.reference == key or not m.name.isupper()), None)
    if reference:
        return reference
    return max(spellings, key=len) if spellings else bare(members[0].name)


def _affiliation(person: int, roles: list[Role], coreference: Coreference) -> tuple[str | None, int | None]:
    """The state and the organisation that a person acts for: by the posts held now, else by former ones."""
    own = sorted(
        (r for r in roles if r.person == person and r.owner is not None), key=lambda r: r.status not in _SERVING
    )
    state = organisation = None
    for role in own:
        assert role.owner is not None
        owner = coreference.members(role.owner)[0]
        if owner.kind is Kind.ORGANISATION and organisation is None:
            organisation = role.owner
        state = state or (coreference.key_of(role.owner) if owner.kind is Kind.STATE else owner.state)
    return state, organisation


def _links(document: Document, coreference: Coreference, number: dict[int, int], persons: frozenset[str]) -> list[Link]:
    """Names, titles and singular persons with their entities; none inside the name of a place or organisation."""
    classes = {Kind.PERSON: "person", Kind.STATE: "place", Kind.PLACE: "place", Kind.ORGANISATION: "organization"}
    named = [m for m in document.mentions if m.kind is not Kind.GROUP and m.form in {Form.NAME, Form.METONYM}]
    wide = [m for m in named if m.kind in {Kind.PLACE, Kind.ORGANISATION}]
    people = [m for m in document.mentions if m.kind is Kind.PERSON and _is_one(document, m)]
    heads = {m.head for m in people}
    links = [
        Link(m.begin, m.end, classes[m.kind], number.get(e) if (e := coreference.entity(m.index)) is not None else None)
        for m in (*named, *people)
        if not _is_inside(m.begin, m.end, wide)
    ]
    links += [
        Link(t.begin, t.end, "role", None)
        for t in document.titles
        if t.head not in heads and not _is_inside(t.begin, t.end, wide)
    ]
    links += [
        Link(t.begin, t.end, "person", None)
        for t in document.parse.tokens
        if t.lemma in persons and t.tag == "NN" and t.dep != "compound" and document.mention_at[t.index] < 0
    ]
    return sorted(links, key=lambda link: (link.begin, link.end, link.kind))


def _references(
    document: Document, coreference: Coreference, number: dict[int, int], evidence: Iterable[Evidence]
) -> list[Reference]:
    """The mentions that facts were read from, with whom they refer to."""
    used = sorted({index for each in evidence for index in each.mentions})
    found = ((document.mentions[index], coreference.entity(index)) for index in used)
    return [Reference(m.index, m.begin, m.end, m.form, None if e is None else number[e]) for m, e in found]


def _is_one(document: Document, mention: Mention) -> bool:
    """A pronoun or a title used alone where it acts: "he", "the senator"."""
    token = document.parse.tokens[mention.head]
    if mention.form is Form.PRONOUN:
        return token.lower in {"he", "she"}
    return mention.form is Form.NOMINAL and token.dep in {"nsubj", "nsubjpass"} and not token.text[0].isupper()


def _is_inside(begin: int, end: int, wide: list[Mention]) -> bool:
    return any(m.begin <= begin and end <= m.end and (m.begin, m.end) != (begin, end) for m in wide)


def _renumbered_role(role: Role, number: dict[int, int]) -> Role:
    owner = None if role.owner is None else number[role.owner]
    return Role(number[role.person], role.title, role.post, owner, role.status, role.since, role.until, role.evidence)


def _renumbered_event(event: Event, number: dict[int, int]) -> Event:
    return Event(
        event.type,
        event.plover,
        tuple((number[e], part) for e, part in event.participants),
        event.date,
        None if event.place is None else number[event.place],
        event.modality,
        None if event.claimed_by is None else number[event.claimed_by],
        event.label,
        event.evidence,
        event.killed,
        event.injured,
    )


def _renumbered_statement(statement: Statement, number: dict[int, int]) -> Statement:
    about = tuple(number[e] for e in statement.about)
    return Statement(
        number[statement.speaker], about, statement.begin, statement.end, statement.claims, statement.evidence
    )
