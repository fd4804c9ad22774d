"""The states that the posts of an article are told to be of, and that of whoever is named right before."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from kg.extract import Evidence, RoleClaim
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Parse
from kg.resolve.coreference import Coreference
from kg.resolve.names import post_key
from kg.resolve.owners import is_quoted, known_to_lead

_OF_ANY_MINISTER = {"minister", "deputy", "vice", "first", "prime", "of", "for", "state", "affairs", "and"}


@dataclass(frozen=True, slots=True)
class Tenure:
    """A claim of a post with the entities of its holder and of whose post it is."""

    claim: RoleClaim
    person: int
    post: str
    owner: int | None


def of_host(tenure: Tenure, visited: dict[int, str], coreference: Coreference) -> Tenure:
    """ "Prime Minister Hun Sen, the country's leader", whom a visitor of Cambodia met: the country is Cambodia."""
    owner = None if tenure.claim.owner is None else coreference.document.mentions[tenure.claim.owner]
    if owner is None or owner.form is not Form.NOMINAL or owner.kind is not Kind.STATE or tenure.person not in visited:
        return tenure
    return replace(tenure, owner=coreference.implied_state(visited[tenure.person], owner))


def of_known(tenure: Tenure, coreference: Coreference, knowledge: Knowledge) -> Tenure:
    """ "India has gone too far, the country's Prime Minister KP Sharma Oli said": the country is his, Nepal."""
    owner = None if tenure.claim.owner is None else coreference.document.mentions[tenure.claim.owner]
    if owner is None or owner.form is not Form.NOMINAL or owner.kind is not Kind.STATE or owner.state:
        return tenure
    led = known_to_lead(tenure.claim, tenure.person, coreference, knowledge)
    return tenure if led is None else replace(tenure, owner=coreference.implied_state(led, owner))


def told_before(evidence: Evidence, found: list[Tenure], coreference: Coreference) -> str | None:
    """The state of the post that was told last before, in the same sentence, if it is no post in what somebody says."""
    parse = coreference.document.parse
    apart = not _is_in_quotation(parse, evidence)
    before = [
        iso
        for t in found
        if t.claim.evidence.sentence == evidence.sentence
        and t.claim.evidence.begin < evidence.begin
        and not (apart and _is_in_quotation(parse, t.claim.evidence))
        and (iso := state_of(t, coreference))
    ]
    return before[-1] if before else None


def _is_in_quotation(parse: Parse, evidence: Evidence) -> bool:
    return is_quoted(parse, next(t.index for t in parse.tokens if t.begin >= evidence.begin))


def told_by_speaker(
    evidence: Evidence, found: list[Tenure], coreference: Coreference, knowledge: Knowledge
) -> str | None:
    """Of "The Spanish president said …. For her part, the Minister of Foreign Affairs, Ana Soto, …" Spain: the state of who
    speaks in the sentence before, of the same paragraph; and of "He said that Foreign Minister Ali Demir …" his."""
    parse = coreference.document.parse
    if (own := _state_of_speaker(evidence, found, coreference, knowledge.speech.say)) is not None:
        return own
    say, paragraph = knowledge.speech.say, parse.sentences[evidence.sentence].paragraph
    before = [
        iso
        for t in found
        if evidence.sentence - t.claim.evidence.sentence in {1, 2}
        and parse.sentences[t.claim.evidence.sentence].paragraph == paragraph
        and (iso := state_of(t, coreference))
        and _speaks(t, coreference, say)
    ]
    return before[-1] if before else None


def _state_of_speaker(
    evidence: Evidence, found: list[Tenure], coreference: Coreference, say: Collection[str]
) -> str | None:
    document = coreference.document
    tokens = document.parse.tokens
    speakers = {
        coreference.entity(m.index)
        for m in document.mentions
        if m.kind is Kind.PERSON
        and m.begin < evidence.begin
        and tokens[m.head].sentence == evidence.sentence
        and tokens[m.head].dep == "nsubj"
        and tokens[tokens[m.head].head].lemma in say
    }
    states = {state_of(t, coreference) for t in found if t.person in speakers} - {None}
    return states.pop() if len(states) == 1 else None


def _speaks(tenure: Tenure, coreference: Coreference, say: Collection[str]) -> bool:
    parse = coreference.document.parse
    here = (m for m in coreference.members(tenure.person) if parse.tokens[m.head].dep == "nsubj")
    sentence = tenure.claim.evidence.sentence
    return any(
        parse.tokens[m.head].sentence == sentence and parse.tokens[parse.tokens[m.head].head].lemma in say for m in here
    )


def state_of(tenure: Tenure, coreference: Coreference) -> str | None:
    owned = tenure.owner is not None and coreference.members(tenure.owner)[0].kind is Kind.STATE
    return coreference.key_of(tenure.owner) if owned and tenure.owner is not None else None


def state_of_ministry_beside(claim: RoleClaim, coreference: Coreference) -> str | None:
    """ "Chad's Foreign Ministry summoned the envoy, where Deputy Foreign Minister Ali Demir protested": that of the ministry
    which its sentence names before."""
    fields = set(claim.title.lower().split()) - _OF_ANY_MINISTER
    parse = coreference.document.parse
    for mention in reversed(coreference.document.mentions):
        words = set(mention.name.lower().split())
        here = parse.tokens[mention.head].sentence == claim.evidence.sentence and mention.end <= claim.evidence.begin
        if here and mention.kind is Kind.ORGANISATION and mention.state and "ministry" in words and fields & words:
            return mention.state
    return None


def told_of_same_post(tenure: Tenure, coreference: Coreference, knowledge: Knowledge) -> str | None:
    """Of "Egypt sent its foreign minister …. Foreign Minister Ali Demir flew to Peru" Egypt: the one state of which the
    article has such a minister without a name."""
    document, key = coreference.document, post_key(tenure.claim.title, knowledge)
    states = set()
    for title in document.titles:
        at = document.mention_at[title.head]
        unnamed = at >= 0 and document.mentions[at].form is Form.NOMINAL
        if title.owner is None or not unnamed or post_key(title.text, knowledge) != key:
            continue
        named = (m for m in document.mentions if m.first <= title.owner < m.last and m.index != at)
        entities = (coreference.entity(m.index) for m in named)
        found = (coreference.members(e)[0] for e in entities if e is not None)
        states |= {m.state for m in found if m.kind is Kind.STATE and m.state}
    return states.pop() if len(states) == 1 else None


def governing_place_told_most(iso: str, coreference: Coreference, knowledge: Knowledge) -> int | None:
    """The entity of a place with a government of its own, as Somaliland, that the article names more often than a state."""
    governing = {place.name for place in knowledge.places.places if place.governs}
    mentions = coreference.document.mentions
    named = Counter(m.reference for m in mentions if m.kind is Kind.ORGANISATION and m.reference in governing)
    place, often = next(iter(named.most_common(1)), (None, 0))
    state = sum(m.state == iso and m.kind is Kind.STATE and m.form is not Form.NOMINAL for m in mentions)
    return coreference.organisation_entity(place) if place is not None and often > state else None
