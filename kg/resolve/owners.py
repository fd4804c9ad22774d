"""Whose post it is when the title does not say: by what stands around it, and by whom it cannot be."""

from collections.abc import Collection

from kg.extract import Evidence, RoleClaim
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Parse, Title, Token
from kg.language.syntax import ancestors, children, conjuncts, prepositions
from kg.resolve.coreference import Coreference
from kg.resolve.leaders import state_led, state_of_leader_named
from kg.resolve.names import bare

_GOING = {"visit", "travel", "fly", "arrive", "go", "tour", "come", "jet", "head", "land", "be"}
_POSTED = {"to", "in", "at"}
_DECIDING = {"decide", "resolve", "opt"}
_WILLING = {"will", "would", "wo", "'ll", "'d"}


def state_in_focus(
    evidence: Evidence, told_before: str | None, colleague: str | None, coreference: Coreference, say: Collection[str]
) -> str | None:
    """The state that a title without one belongs to, by what stands around it; ``say`` are the verbs of saying,
    ``colleague`` is the state of who speaks right before."""
    document = coreference.document
    parse = document.parse
    before = [m for m in document.mentions if m.begin < evidence.begin and m.form is not Form.DEMONYM]
    here = [m for m in before if parse.tokens[m.first].sentence == evidence.sentence]
    if not is_quoted(parse, next(t.index for t in parse.tokens if t.begin >= evidence.begin)):
        here = [m for m in here if not is_quoted(parse, m.first)]
        before = [m for m in before if m in here or parse.tokens[m.first].sentence != evidence.sentence]
    visited = [m for m in here if _is_visited(parse, m)]
    if _saying_verb(parse, evidence, say) is not None:
        visited = []  # "he will visit Lima, the spokesman said"
    elif not visited and not told_before and _is_met(document, evidence):
        visited = [m for m in before if _is_right_before(parse, m, evidence.sentence) and _is_visited(parse, m)]
    if visited:  # "visited Lima and met President …"
        return visited[-1].state
    if told_before:
        return told_before
    around = [
        m for m in here
        if m.state and m.form is Form.NAME and _is_where(parse, m.head)
        and (m.kind is Kind.PLACE or (m.kind is Kind.STATE and coreference.focus.is_prominent(m.state)))
    ]  # fmt: skip
    if around:  # "marched in Yerevan and demanded that Prime Minister …"
        return around[-1].state
    saying = _saying_verb(parse, evidence, say)
    inside = [
        m for m in here
        if m.kind is Kind.STATE and m.state and _is_in_subject(parse, m.head) and not _is_of_official(document, m)
        and (saying is None or _verb_above(parse, m.head) in _joined(parse, saying))  # "a Spanish ship sank, the minister said"
    ]  # fmt: skip
    if inside:  # "soldiers in Gabon seized President …"
        return inside[-1].state
    if saying is not None and (speaking := _state_speaking_before(evidence, coreference, say)) is not None:
        return speaking
    paragraph = parse.sentences[evidence.sentence].paragraph
    subjects = [
        m for m in before
        if m.kind is Kind.STATE and (m.form is not Form.NOMINAL or m not in here) and _acting_state(m, coreference) and parse.tokens[m.head].dep in {"nsubj", "nsubjpass"}
        and (saying is None or m not in here or _verb_above(parse, m.head) == saying) and (m in here or not _is_told_aside(parse, m))
        and evidence.sentence - parse.tokens[m.head].sentence <= 1 and parse.sentences[parse.tokens[m.head].sentence].paragraph == paragraph
    ]  # fmt: skip
    if subjects:
        return _acting_state(subjects[-1], coreference)
    return colleague or coreference.focus.filed_about or coreference.focus.home_state


def _is_told_aside(parse: Parse, mention: Mention) -> bool:
    """ "Voted to join, a move that Russia has criticised": what the next sentence goes on with is not Russia."""
    return any(above.dep == "relcl" for above in ancestors(parse, mention.head))


def _acting_state(mention: Mention, coreference: Coreference) -> str | None:
    """ISO code of a state named as one that acts, of "the government" too."""
    if mention.form in {Form.NAME, Form.METONYM}:
        return mention.reference
    noun = coreference.document.parse.tokens[mention.head]
    entity = coreference.entity(mention.index) if noun.lower == "government" else None
    return None if entity is None else coreference.key_of(entity)


def _state_speaking_before(evidence: Evidence, coreference: Coreference, say: Collection[str]) -> str | None:
    """Of "Armenia said …. "It was a mistake," the president said" Armenia."""
    document = coreference.document
    tokens = document.parse.tokens
    before = (m for m in document.mentions if m.kind is Kind.STATE and m.form in {Form.NAME, Form.METONYM})
    heads = ((m, tokens[m.head]) for m in before if tokens[m.head].sentence == evidence.sentence - 1)
    return next(
        (
            m.reference
            for m, t in heads
            if t.dep == "nsubj" and tokens[t.head].lemma in say and tokens[t.head].dep == "ROOT"
        ),
        None,
    )


def _verb_above(parse: Parse, token: int) -> int | None:
    return next((t.index for t in ancestors(parse, token) if t.pos == "VERB"), None)


def _joined(parse: Parse, verb: int) -> set[int]:
    """A verb and that which it goes on from: "China has not answered, but the spokeswoman said"."""
    token = parse.tokens[verb]
    return {verb, token.head} if token.dep == "conj" else {verb}


def _saying_verb(parse: Parse, evidence: Evidence, say: Collection[str]) -> int | None:
    """The verb of saying whose subject the words of the evidence are in."""
    bounds = parse.sentences[evidence.sentence]
    below = next(t for t in parse.tokens[bounds.first : bounds.last] if t.begin >= evidence.begin)
    for above in ancestors(parse, below.index):
        if above.pos == "VERB":
            inverted = below.dep == "dobj" and parse.tokens[above.index - 1].text == ","  # "…, announced Ali Demir"
            return above.index if above.lemma in say and (below.dep == "nsubj" or inverted) else None
        below = above
    return None


def title_of(claim: RoleClaim, document: Document) -> Title | None:
    """The title whose words are the claim's evidence; None where other words tell it."""
    return next((t for t in document.titles if t.begin == claim.evidence.begin), None)


def state_of_namesake(claim: RoleClaim, person: int, coreference: Coreference, knowledge: Knowledge) -> str | None:
    """ISO code of the state that somebody of the full name leads at the time, whatever the title: "opposition leader Juan
    Guaido"."""
    published = coreference.document.article.published
    names = [bare(m.name) for m in coreference.members(person) if m.form is Form.NAME]
    full = max(names, key=len, default="")
    return state_of_leader_named(full, published.year if published else None, knowledge) if " " in full else None


def known_to_lead(claim: RoleClaim, person: int, coreference: Coreference, knowledge: Knowledge) -> str | None:
    """ISO code of the state that reference data says a person of this name and title leads, or is minister of."""
    holder = coreference.document.mentions[claim.person]
    published = coreference.document.article.published
    names = (m.name for m in coreference.members(person) if m.form is Form.NAME)
    full = bare(max(names, key=len, default=holder.name))
    return state_led(full, claim.title, published.year if published else None, knowledge)


def state_spoken_for(person: Mention, document: Document, knowledge: Knowledge) -> str | None:
    """ "Finance Minister Ali Demir said Kenya would wait", "had decided": of what a state is to do its own officials
    speak, and of what its troops have done their spokesmen; what others want of it, they say it must do."""
    parse = document.parse
    if (principal := _on_behalf_of(person, document)) is not None:
        return principal
    verb = parse.tokens[parse.tokens[person.head].head]
    if verb.lemma not in knowledge.speech.say or parse.tokens[person.head].dep != "nsubj":
        return None
    if verb.dep == "pcomp" and parse.tokens[verb.head].lower == "with":
        return _state_acting(parse.tokens[parse.tokens[verb.head].head], document)
    armed = any(set(t.text.lower().split()) & knowledge.groups.forces for t in _titles_before(person, document))
    for clause in children(parse, verb.index, ("ccomp",)):
        willing = armed or any(t.lower in _WILLING for t in children(parse, clause.index, ("aux",)))
        subjects = (document.mention_at[t.index] for t in children(parse, clause.index, ("nsubj",)))
        named = (document.mentions[at] for at in subjects if at >= 0)
        states = (
            m.reference or m.state if m.kind is Kind.STATE else _state_of_title_before(m, document) for m in named
        )
        decided = clause.lemma in _DECIDING
        if (willing or decided or clause.lemma in knowledge.speech.say) and (state := next(filter(None, states), None)):
            return state
    return None


def _state_acting(verb: Token, document: Document) -> str | None:
    """Of "Iran denied it, with spokesman Ali Demir saying …", asked at the first verb, Iran."""
    subjects = (document.mention_at[t.index] for t in children(document.parse, verb.index, ("nsubj",)))
    named = (document.mentions[at] for at in subjects if at >= 0)
    return next((m.reference or m.state for m in named if m.kind is Kind.STATE), None)


def _on_behalf_of(person: Mention, document: Document) -> str | None:
    """ "Foreign Minister Ana Soto, on behalf of Peru"."""
    words = [t.lower for t in document.parse.tokens[person.last : person.last + 4]]
    behind = words[1:] if words[:1] == [","] else words[:3]
    first = person.last + words.index("of") + 1 if behind == ["on", "behalf", "of"] else None
    named = (m for m in document.mentions if first is not None and m.first == first and m.kind is Kind.STATE)
    return next((m.reference for m in named), None)


def _titles_before(person: Mention, document: Document) -> list[Title]:
    """The title right before a name, or the rank before it: "army spokesperson Colonel Ali Demir"."""
    ranked = person.first - len((person.rank or "").split())
    return [t for t in document.titles if t.last in {person.first, ranked}]


def _state_of_title_before(person: Mention, document: Document) -> str | None:
    """ "Chinese Foreign Minister Wang Yi"."""
    owners = (t.owner for t in document.titles if t.last == person.first and t.owner is not None)
    at = (document.mention_at[owner] for owner in owners)
    named = (document.mentions[i] for i in at if i >= 0)
    return next((m.reference for m in named if m.kind is Kind.STATE), None)


def is_of_company(claim: RoleClaim, beside: set[str], document: Document, knowledge: Knowledge) -> bool:
    """Whether a president whom no state is told of is a firm's: "senior vice president", "president and chief executive",
    "Sulpetro president", or any in an article that names more firms than states. ``beside`` are all titles of the person."""
    plain = claim.title.lower().replace("-", " ")
    if not plain.endswith(tuple(knowledge.titles.shared_with_companies)):
        return False
    title = title_of(claim, document)
    words = [] if title is None else [t.lower for t in document.parse.tokens[title.first : title.last]]
    ranked = {*plain.split(), *words} & set(knowledge.titles.company_ranks)
    also = any(other.endswith(tuple(knowledge.titles.company_posts)) for other in beside)
    firms = set(knowledge.organisations.head_nouns["company"])
    named = [m for m in document.mentions if m.kind is Kind.ORGANISATION and m.form is Form.NAME]
    told = [m for m in named if m.name.lower().rstrip(".").split()[-1] in firms]
    business = len(told) > sum(m.kind is Kind.STATE and m.form is Form.NAME for m in document.mentions)
    return bool(ranked) or also or business or (title is not None and _is_told_otherwise(title, document))


def is_of_unknown(claim: RoleClaim, document: Document, honorifics: Collection[str]) -> bool:
    """ "vice president of the new company", "of American Hoechst", "Puntland President": the words say whose post it is,
    not who that is."""
    title = title_of(claim, document)
    if title is None:
        return False
    parse = document.parse
    if title.owner is not None and parse.tokens[title.owner].lower == "republic":
        return True  # "the breakaway republic's president"
    before = parse.tokens[title.first - 1] if title.first else None
    named = before is not None and before.pos == "PROPN" and before.text not in honorifics  # "His Excellency President"
    if before is not None and named and before.dep in {"compound", "nmod"}:
        return before.head >= title.first and document.mention_at[before.index] < 0
    behind = [obj for i in conjuncts(parse, title.head) for link, obj in prepositions(parse, i) if link.lower == "of"]
    owners = {obj.index for obj in behind if obj.index >= title.last or obj.index == title.owner}
    further = [m for m in document.mentions if m.first > title.head]
    bodies = (m for m in further if m.kind is Kind.ORGANISATION)
    firms = (
        m for m in further if m.form is Form.ADJECTIVE and parse.tokens[m.first].head in owners and m.last in owners
    )
    nobody = any(parse.tokens[i].pos == "PROPN" and document.mention_at[i] < 0 for i in owners)
    return nobody or any(m.head in owners for m in bodies) or any(parse.tokens[m.last].pos == "PROPN" for m in firms)


def place_in_title(claim: RoleClaim, document: Document) -> Mention | None:
    """ "The governor of California", "Abkhaz President": the post is of the state that the place is in, if of any; not "the
    ambassador to Vienna"."""
    title = title_of(claim, document)
    inside = (m for m in document.mentions if title is not None and title.first <= m.first < title.last)
    tokens = document.parse.tokens
    return next((m for m in inside if m.kind is Kind.PLACE and tokens[m.first - 1].lower not in _POSTED), None)


def _is_told_otherwise(title: Title, document: Document) -> bool:
    """ "Sulpetro president", "a vice president at Merrill Lynch Futures": words beside the title that name no state."""
    parse = document.parse
    before = parse.tokens[title.first - 1] if title.first else None
    if before is not None and before.sentence == parse.tokens[title.first].sentence:
        named = before.text[0].isupper() and before.dep in {"compound", "nmod", "amod"} and before.head > before.index
        if before.lower in {"a", "an"} or (named and not _is_of_state(document, before.index)):
            return True
    behind = (obj.index for link, obj in prepositions(parse, title.head) if link.lower in {"of", "at", "with"})
    return any(not _is_of_state(document, index) for index in behind)


def _is_of_state(document: Document, index: int) -> bool:
    return any(m.first <= index < m.last and m.kind is Kind.STATE for m in document.mentions)


def is_near(iso: str, evidence: Evidence, coreference: Coreference) -> bool:
    """Whether the article is about a state, or names it right before the title: one told in passing is not whose post it
    is."""
    tokens = coreference.document.parse.tokens
    named = (tokens[m.first].sentence for m in coreference.document.mentions if m.state == iso)
    return coreference.focus.is_prominent(iso) or any(0 <= evidence.sentence - sentence <= 1 for sentence in named)


def states_without(title: str, knowledge: Knowledge) -> set[str]:
    """The states that have no such post: no ministers; where a king reigns, no president, and no prince elsewhere."""
    ministers = set(knowledge.titles.without_ministers) if "minist" in title else set()
    if title in knowledge.titles.regnal:
        return {state.iso for state in knowledge.reference.states} - set(knowledge.titles.royal_houses)
    return ministers | (set(knowledge.titles.without_presidents) if title in {"president", "vice president"} else set())


def state_before(evidence: Evidence, opposite: set[str], coreference: Coreference) -> str | None:
    """The state named last before the title in its sentence, but none of ``opposite`` or that only its holder names."""
    document = coreference.document
    parse = document.parse
    before = [m for m in document.mentions if m.state and m.begin < evidence.begin]
    here = [m for m in before if parse.tokens[m.first].sentence == evidence.sentence]
    if not is_quoted(parse, next(t.index for t in parse.tokens if t.begin >= evidence.begin)):
        here = [m for m in here if not is_quoted(parse, m.first)]
    named = [m.state for m in here]
    return next((iso for iso in reversed(named) if iso not in opposite), None)


def is_quoted(parse: Parse, token: int) -> bool:
    """Whether a quotation that began in the sentence is still open: '"Our Russian friends …", the minister said'."""
    first = parse.sentences[parse.tokens[token].sentence].first
    return sum(t.text in {'"', "“", "”"} for t in parse.tokens[first:token]) % 2 == 1


def _is_in_subject(parse: Parse, head: int) -> bool:
    """Whether a word belongs to the subject of its clause."""
    token = parse.tokens[head]
    while token.pos not in {"VERB", "AUX"} and token.head != token.index:
        if token.dep in {"nsubj", "nsubjpass"}:
            return True
        token = parse.tokens[token.head]
    return False


def _is_where(parse: Parse, head: int) -> bool:
    token = parse.tokens[head]
    return token.dep == "pobj" and parse.tokens[token.head].lower in {"in", "at", "near"}


def _is_right_before(parse: Parse, mention: Mention, sentence: int) -> bool:
    """Whether a mention is in the sentence before, of the same paragraph."""
    own = parse.tokens[mention.head].sentence
    return own == sentence - 1 and parse.sentences[own].paragraph == parse.sentences[sentence].paragraph


def _is_met(document: Document, evidence: Evidence) -> bool:
    """ "Called on President Soto", by a visitor: whoever a title is of is no subject."""
    title = next((t for t in document.titles if t.begin == evidence.begin), None)
    return title is not None and not _is_in_subject(document.parse, title.head)


def _is_of_official(document: Document, mention: Mention) -> bool:
    """ "The Indian envoy called on President …": whom an official of a state deals with is hardly of that state."""
    noun = document.parse.tokens[mention.head].head
    return mention.form is Form.ADJECTIVE and document.title_at[noun] >= 0


def _is_visited(parse: Parse, mention: Mention) -> bool:
    place = mention.kind is Kind.PLACE or (mention.kind is Kind.STATE and mention.form is Form.NAME)
    if not place or not mention.state:
        return False
    token = parse.tokens[mention.head]
    governor = parse.tokens[token.head]
    if token.dep == "pobj" and governor.head != governor.index:
        governor = parse.tokens[governor.head]
    told_of = any(t.dep == "poss" for t in parse.children[governor.index])  # "on Modi's visit to Lima"
    return not told_of and governor.lemma in _GOING


def is_of_some_town(claim: RoleClaim, coreference: Coreference, knowledge: Knowledge) -> bool:
    """A governor or mayor of nobody says where, in an article on several states."""
    local = claim.title.lower().split()[-1] in knowledge.titles.exclusive["local"]
    return (
        local and len({m.reference for m in coreference.document.mentions if m.kind is Kind.STATE and m.reference}) > 1
    )
