"""Role claims of an article as tenures: whose post it is, which claims are one, what other claims imply."""

from dataclasses import replace

from kg.extract import Claims, Evidence, RoleClaim
from kg.knowledge import Knowledge
from kg.language import Form, Kind
from kg.resolve.company import chief_beside, counterparties, envoys_addressed, hosts, states_of_counterparts
from kg.resolve.coreference import Coreference
from kg.resolve.facts import Role
from kg.resolve.leaders import has_left_office, state_of_leader_named
from kg.resolve.names import bare, post_key
from kg.resolve.owners import (
    is_near,
    is_of_company,
    is_of_some_town,
    is_of_unknown,
    known_to_lead,
    place_in_title,
    state_before,
    state_in_focus,
    state_of_namesake,
    state_spoken_for,
    states_without,
)
from kg.resolve.posts import as_called_in, post_in
from kg.resolve.posts_left import posts_left
from kg.resolve.sole_posts import is_sole
from kg.resolve.told_states import (
    Tenure,
    governing_place_told_most,
    of_host,
    of_known,
    state_of,
    state_of_ministry_beside,
    told_before,
    told_by_speaker,
    told_of_same_post,
)

_BY_NAME = {"role.title_before_name", "role.apposition_after_name", "role.apposition_before_name"}
"""Rules by which a title stands beside a name, whatever the verbs of the sentence tell."""
_GUESSED = 0.75
"""Confidence of a post whose owner the words do not tell: the share of right ones in the samples read."""
_PRECEDENCE = ("designate", "acting", "former", "current")


def tenures(claims: Claims, coreference: Coreference, knowledge: Knowledge) -> list[Role]:
    """Roles of the article's persons, each post of a person once for each status."""
    direct = [t for claim in claims.roles if claim.like is None and (t := _direct(claim, coreference, knowledge))]
    across = counterparties(claims, coreference, _told(direct, coreference))
    for person, others in envoys_addressed(coreference, knowledge).items():
        across.setdefault(person, set()).update(others)
    theirs = states_of_counterparts(claims, coreference)
    direct = [_of_counterpart(t, theirs, coreference, knowledge) for t in direct]
    visited = hosts(claims, coreference)
    direct = [of_known(of_host(t, visited, coreference), coreference, knowledge) for t in direct]
    direct = _with_owners(direct, coreference, knowledge, across, visited)
    direct = [_instate_of(t, coreference, knowledge) for t in direct if not _is_short_title(t, direct)]
    derived = [
        t for claim in claims.roles if claim.like is not None and (t := _derived(claim, direct, coreference, knowledge))
    ]
    told = [*direct, *derived]
    told = [t for t in told if not _is_short_title(t, told)]
    # A post of an organisation that nobody names says nothing.
    known = [t for t in told if t.owner is not None or t.claim.kind == "state"]
    return _merged(_with_departures(known, claims, coreference, knowledge))


def _told(found: list[Tenure], coreference: Coreference) -> dict[int, str]:
    """The state of each person whose title's own words tell it."""
    return {t.person: iso for t in found if (iso := state_of(t, coreference))}


def _told_by_title_alone(tenure: Tenure, coreference: Coreference) -> str | None:
    """The state of the same title, or the end of it, where it stands without the name: "Peru's foreign minister … Foreign
    Minister X … the Peruvian minister"."""
    titles = coreference.document.titles
    return next(
        (
            m.state
            for m in coreference.members(tenure.person)
            if m.form is Form.NOMINAL
            and m.title is not None
            and m.state
            and tenure.claim.title.lower().endswith(titles[m.title].text.lower())
        ),
        None,
    )


def _of_counterpart(
    tenure: Tenure, theirs: dict[int, int | None], coreference: Coreference, knowledge: Knowledge
) -> Tenure:
    """Of the state whose he is told to be as somebody's counterpart, unless he is known to lead another."""
    if tenure.owner is not None or tenure.claim.kind != "state" or tenure.person not in theirs:
        return tenure
    return (
        tenure
        if known_to_lead(tenure.claim, tenure.person, coreference, knowledge)
        else replace(tenure, owner=theirs[tenure.person])
    )


def _is_short_title(tenure: Tenure, others: list[Tenure]) -> bool:
    """ "minister Demir", of whom the article has said that he is the foreign minister."""
    return tenure.claim.owner is None and any(
        other.person == tenure.person
        and other.claim.owner is not None
        and tenure.post != other.post
        and tenure.post in other.post.split()
        for other in others
    )


def _direct(claim: RoleClaim, coreference: Coreference, knowledge: Knowledge) -> Tenure | None:
    person = coreference.entity(claim.person)
    if person is None or coreference.members(person)[0].kind is not Kind.PERSON:
        return None
    owner = coreference.entity(claim.owner)
    if owner is None:
        owner = _typical_organisation(claim, coreference, knowledge)
    if owner is None and claim.needs_owner:
        return None
    if owner is not None and coreference.members(owner)[0].kind in {Kind.PERSON, Kind.PLACE}:
        place = coreference.members(owner)[0]
        owner = coreference.state_entity(place.state) if place.kind is Kind.PLACE and place.state else None
    return Tenure(claim, person, post_key(claim.title, knowledge), owner)


def _typical_organisation(claim: RoleClaim, coreference: Coreference, knowledge: Knowledge) -> int | None:
    """The organisation that the article names and that has such posts: a "Secretary-General" of the UN."""
    if claim.kind == "state" and claim.owner is not None:
        return None
    usual = knowledge.titles.typical_organisations.get(claim.title.lower(), [])
    found = (coreference.organisation_entity(name) for name in usual)
    return next((entity for entity in found if entity is not None), None)


def _instate_of(tenure: Tenure, coreference: Coreference, knowledge: Knowledge) -> Tenure:
    """The post as the state that has it counts it, and as the time of the article does."""
    post = post_in(tenure.claim.title, state_of(tenure, coreference), knowledge)
    return _in_time(replace(tenure, post=post), coreference, knowledge)


def _in_time(tenure: Tenure, coreference: Coreference, knowledge: Knowledge) -> Tenure:
    """ "Appointed by President Carter", told after his time, makes him the former president."""
    state, published = state_of(tenure, coreference), coreference.document.article.published
    if state is None or published is None or tenure.claim.status != "current":
        return tenure
    names = (bare(m.name) for m in coreference.members(tenure.person) if m.form is Form.NAME)
    name = max(names, key=len, default="")
    left = bool(name) and has_left_office(name, tenure.claim.title, state, published.year, knowledge)
    return replace(tenure, claim=replace(tenure.claim, status="former")) if left else tenure


def _with_owners(
    direct: list[Tenure],
    coreference: Coreference,
    knowledge: Knowledge,
    across: dict[int, set[str]],
    visited: dict[int, str],
) -> list[Tenure]:
    """In the order of the text, so that the state found for one is told before the next."""
    found = list(direct)
    for i in sorted(range(len(direct)), key=lambda i: direct[i].claim.evidence.begin):
        found[i] = _with_owner(found[i], found, coreference, knowledge, across, visited)
    return found


def _with_owner(
    tenure: Tenure,
    others: list[Tenure],
    coreference: Coreference,
    knowledge: Knowledge,
    across: dict[int, set[str]],
    visited: dict[int, str],
) -> Tenure:
    """Whose post it is where its own words do not say: as said elsewhere, else the state in focus."""
    if tenure.owner is not None:
        return tenure
    own = [t for t in others if t.person == tenure.person and t.owner is not None]
    same = [t for t in own if t.post == tenure.post]
    if same:
        return replace(tenure, owner=same[0].owner)
    if tenure.claim.kind != "state" and not tenure.claim.title.lower().startswith(("army", "navy", "police")):
        superior = _state_of_superior(tenure, others, coreference, knowledge, across, visited)
        return tenure if superior is None else replace(tenure, owner=superior)
    if is_of_unknown(tenure.claim, coreference.document, knowledge.titles.honorifics):
        return tenure
    if (place := place_in_title(tenure.claim, coreference.document)) is not None:
        holder = coreference.document.mentions[tenure.claim.person]
        return replace(tenure, owner=coreference.implied_state(place.state, holder) if place.state else None)
    states = [t for t in own if t.owner is not None and coreference.members(t.owner)[0].kind is Kind.STATE]
    if states:
        return replace(tenure, owner=states[0].owner)
    if iso := _told_by_title_alone(tenure, coreference):
        return replace(tenure, owner=coreference.state_entity(iso))
    holder = coreference.document.mentions[tenure.claim.person]
    if led := known_to_lead(tenure.claim, tenure.person, coreference, knowledge):
        return replace(tenure, owner=coreference.implied_state(led, holder))
    titles = {t.claim.title.lower() for t in others if t.person == tenure.person}
    if is_of_company(tenure.claim, titles, coreference.document, knowledge):
        return tenure
    if (superior := _state_of_superior(tenure, others, coreference, knowledge, across, visited)) is not None:
        return replace(tenure, owner=superior)
    envoy = any(word in tenure.claim.title.lower() for word in (*knowledge.titles.exclusive["envoy"], "envoy"))
    seat = _seat(tenure.claim, coreference) if envoy else None
    if envoy and seat is None:
        return tenure  # whoever sends an envoy is hardly the state in focus
    if is_of_some_town(tenure.claim, coreference, knowledge):
        return tenure
    title = tenure.claim.title.lower()
    usual = knowledge.titles.typical_state.get(title.split(" for ")[0] if title.startswith("assistant ") else title)
    elsewhere = (
        tenure.claim.title.lower() in knowledge.titles.used_elsewhere and coreference.focus.main_state is not None
    )
    if usual is not None and elsewhere and coreference.state_entity(usual) is None:
        usual = None  # a foreign secretary in a story from Manila
    if usual is not None and not elsewhere:
        return replace(tenure, owner=coreference.implied_state(usual, holder))
    if (opposed := _state_opposed(tenure, others, coreference, knowledge)) is not None:
        return replace(tenure, owner=coreference.implied_state(opposed, holder))
    spoken_for = state_spoken_for(holder, coreference.document, knowledge)
    chief = chief_beside(tenure.claim.evidence, coreference, knowledge)
    beside = _told(others, coreference).get(chief) if chief is not None else None
    if chief is not None and beside is None:  # of whatever state the chief is
        of_chief = _led_by(chief, coreference, knowledge)
        return tenure if of_chief is None else replace(tenure, owner=of_chief)
    before = beside or spoken_for or told_before(tenure.claim.evidence, others, coreference)
    iso = usual or beside or visited.get(tenure.person) or told_of_same_post(tenure, coreference, knowledge)
    iso = iso or state_of_namesake(tenure.claim, tenure.person, coreference, knowledge)
    colleague = told_by_speaker(tenure.claim.evidence, others, coreference, knowledge)
    iso = (
        state_of_ministry_beside(tenure.claim, coreference)
        or iso
        or state_in_focus(tenure.claim.evidence, before, colleague, coreference, knowledge.speech.say)
    )
    opposite = across.get(tenure.person, set()) | ({seat} if seat else set())
    taken = _states_with_another(tenure, others, coreference, knowledge)
    if iso is not None and iso == coreference.focus.home_state:
        breakaway = governing_place_told_most(iso, coreference, knowledge)
        if breakaway is not None:
            return replace(tenure, owner=breakaway)
    if iso in taken:
        iso = coreference.focus.main_state_but(taken | opposite)
        iso = iso if iso is not None and is_near(iso, tenure.claim.evidence, coreference) else None
    opposite |= states_without(tenure.claim.title.lower(), knowledge)
    if iso in opposite:  # "Germany welcomed President Weiss's statement": hardly Germany's own
        iso = state_before(tenure.claim.evidence, opposite, coreference) or coreference.focus.dateline_state
        iso = iso or coreference.focus.other_of_pair(opposite)
        iso = None if iso in opposite else iso
    guessed = replace(tenure.claim.evidence, confidence=min(tenure.claim.evidence.confidence, _GUESSED))
    owner = None if iso is None else coreference.implied_state(iso, holder)
    return replace(tenure, owner=owner, claim=replace(tenure.claim, evidence=guessed))


def _state_opposed(tenure: Tenure, others: list[Tenure], coreference: Coreference, knowledge: Knowledge) -> str | None:
    """Of "opposition leader Ana Reyes accused President Ali Demir" the state that he leads."""
    if "opposition" not in tenure.claim.title.lower():
        return None
    beside = (t for t in others if t.claim.evidence.sentence == tenure.claim.evidence.sentence)
    leaders = [t for t in beside if t.claim.title.lower() in knowledge.titles.leading]
    led = (state_of(t, coreference) or known_to_lead(t.claim, t.person, coreference, knowledge) for t in leaders)
    return next(filter(None, led), None)


def _states_with_another(
    tenure: Tenure, others: list[Tenure], coreference: Coreference, knowledge: Knowledge
) -> set[str]:
    """States of which the article names another holder of the post that one alone can hold: where the "Nigerian
    President Bola Tinubu" speaks, "President Bazoum" is another state's."""
    if not is_sole(tenure.post, False, knowledge) or tenure.claim.status != "current":
        return set()
    alike = (t for t in others if t.person != tenure.person and t.post == tenure.post and t.claim.status == "current")
    rivals = (t for t in alike if t.claim.evidence.rule in _BY_NAME)  # not "Ali Demir has taken the oath as president"
    return {iso for t in rivals if (iso := state_of(t, coreference))}


def _seat(claim: RoleClaim, coreference: Coreference) -> str | None:
    """The state to which an envoy is sent, where the title says it: "ambassador to Vienna"."""
    inside = (m for m in coreference.document.mentions if claim.evidence.begin <= m.begin < claim.evidence.end)
    return next((m.state for m in inside if m.state and m.kind in {Kind.PLACE, Kind.STATE}), None)


def _state_of_superior(
    tenure: Tenure,
    others: list[Tenure],
    coreference: Coreference,
    knowledge: Knowledge,
    across: dict[int, set[str]],
    visited: dict[int, str],
) -> int | None:
    """ "President Reagan's national security adviser": of the state for which the person acts whose adviser it is."""
    superior = coreference.entity(tenure.claim.owner)
    posts = [
        t for t in others if t.person == superior and superior != tenure.person and t.claim.owner != t.claim.person
    ]
    for post in posts:
        beside = [t for t in others if t.person != tenure.person]
        owner = _with_owner(post, beside, coreference, knowledge, across, visited).owner
        if owner is not None and coreference.members(owner)[0].kind is Kind.STATE:
            return owner
    return _led_by(superior, coreference, knowledge) if superior is not None else None


def _led_by(person: int, coreference: Coreference, knowledge: Knowledge) -> int | None:
    """ "Assad's defence minister": of the state that a known leader leads at the time."""
    named = [m for m in coreference.members(person) if m.kind is Kind.PERSON and m.form is Form.NAME]
    published = coreference.document.article.published
    if not named or published is None:
        return None
    longest = max(named, key=lambda m: len(m.name))
    iso = state_of_leader_named(bare(longest.name), published.year, knowledge)
    return None if iso is None else coreference.implied_state(iso, longest)


def _derived(claim: RoleClaim, direct: list[Tenure], coreference: Coreference, knowledge: Knowledge) -> Tenure | None:
    """The post of a counterpart or successor, from the post of the person it is like."""
    person, like = coreference.entity(claim.person), coreference.entity(claim.like)
    if person is None or like is None or person == like:
        return None
    if claim.status == "former" and any(t.person == person and t.claim.evidence.rule in _BY_NAME for t in direct):
        return None  # "replaces Finance Minister Jan Novak" says itself what he was
    models = [t for t in direct if t.person == like and t.claim.status in {"current", "acting"}] or [
        t for t in direct if t.person == like
    ]
    if claim.kind == "state":
        models = [
            t for t in models if t.owner is not None and coreference.members(t.owner)[0].kind is Kind.STATE
        ] or models
    if not models:
        return None
    regnal = knowledge.titles.regnal  # of "Foreign Minister Prince Faisal" the counterpart is a foreign minister
    models = [t for t in models if t.claim.title.lower() not in regnal] or models
    model = next((t for t in models if t.claim.evidence.sentence == claim.evidence.sentence), models[0])
    owner = coreference.entity(claim.owner) if claim.owner is not None else model.owner
    title = model.claim.title
    if owner is not None and owner != model.owner and coreference.members(owner)[0].kind is Kind.STATE:
        if model.owner is not None and coreference.members(model.owner)[0].kind is Kind.ORGANISATION:
            return None  # the counterpart of a committee's head heads another body, whose name nobody says
        title = as_called_in(title, state_of(model, coreference), coreference.key_of(owner), knowledge)
    derived = Tenure(replace(claim, title=title), person, model.post, owner)
    return derived if title == model.claim.title else replace(derived, post=post_key(title, knowledge))


def _with_departures(
    found: list[Tenure], claims: Claims, coreference: Coreference, knowledge: Knowledge
) -> list[Tenure]:
    """A post that its holder has left or died in by the article's own account is a former one."""
    left = posts_left(claims, coreference, knowledge)
    succeeded = {
        (coreference.entity(claim.person), claim.evidence.sentence)
        for claim in claims.roles
        if claim.like is not None and claim.status == "former"
    }  # "Defence Minister Ali Demir was succeeded by Jan Novak"

    def is_left(tenure: Tenure) -> bool:
        last = max(left.get((tenure.person, None), -1), left.get((tenure.person, tenure.post), -1))
        current = tenure.claim.status == "current" and tenure.claim.evidence.rule != "role.appointed"
        sentence = tenure.claim.evidence.sentence
        by_name = tenure.claim.evidence.rule in _BY_NAME  # not "…, replacing Ali Demir, who becomes ambassador"
        return current and (sentence <= last or (by_name and (tenure.person, sentence) in succeeded))

    return [replace(t, claim=replace(t.claim, status="former")) if is_left(t) else t for t in found]


def _evidence(claim: RoleClaim) -> Evidence:
    mentions = (claim.person, claim.owner, claim.like)
    return replace(claim.evidence, mentions=tuple(m for m in mentions if m is not None))


def _merged(found: list[Tenure]) -> list[Role]:
    groups: dict[tuple[int, str, int | None], list[Tenure]] = {}
    whose = {(t.person, t.post) for t in found if t.owner is not None}
    for tenure in (t for t in found if t.owner is not None or (t.person, t.post) not in whose):
        groups.setdefault((tenure.person, tenure.post, tenure.owner), []).append(tenure)
    roles = []
    for (person, post, owner), members in groups.items():
        statuses = [t.claim.status for t in members]
        former = "former" in statuses and statuses.count("former") >= statuses.count("current")
        status = "former" if former else min(statuses, key=_PRECEDENCE.index)
        evidence = tuple(
            sorted({_evidence(t.claim) for t in members}, key=lambda e: (e.sentence, e.begin, e.end, e.rule))
        )
        since = next((t.claim.since for t in members if t.claim.since), None)
        until = next((t.claim.until for t in members if t.claim.until), None)
        roles.append(Role(person, members[0].claim.title, post, owner, status, since, until, evidence))
    return roles
