"""What "it" tells that is no entity here: a clause behind it, a thing that the clause or the sentence before is about."""

from collections.abc import Collection

from kg.language import Document, Form, Kind, Mention
from kg.language.syntax import ancestors, children, descendants, prepositions

_SUBJECTS = ("nsubj", "nsubjpass")


def takes_up_object(document: Document, pronoun: Mention) -> bool:
    """ "Slovenia accepted the offer, but Croatia dismissed it", "… but it was rejected by Croatia", "the pact was void and
    Croatia will not accept it": a thing that is no entity here."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    verb = parse.tokens[token.head]
    done_to = token.dep == "nsubjpass" and verb.dep == "conj"
    if token.lower != "it" or not (done_to or token.dep == "dobj"):
        return False
    before = [
        c.index for c in children(parse, verb.index, ("advcl",)) if c.index < verb.index
    ]  # "while Mali accepted it"
    before += [verb.head] if verb.dep == "conj" else []
    objects = [t for i in before for t in children(parse, i, ("dobj",)) or children(parse, i, _SUBJECTS)]
    return any(t.tag == "NN" and document.mention_at[t.index] < 0 for t in objects)


def calls_for(document: Document, pronoun: Mention, accords: Collection[str]) -> bool:
    """ "They agreed on the points of a settlement. It calls for a withdrawal": what calls for something is the settlement."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    verb = parse.tokens[token.head]
    for_what = any(link.lower == "for" for link, _ in prepositions(parse, verb.index))
    if token.lower != "it" or token.dep != "nsubj" or verb.lemma != "call" or verb.tag != "VBZ" or not for_what:
        return False
    before = (
        t for t in reversed(parse.tokens[: pronoun.first]) if t.pos == "NOUN" and token.sentence - t.sentence == 1
    )
    return any(t.lemma in accords and t.dep in {"dobj", "pobj"} for t in before)


def is_subject_above(document: Document, pronoun: Mention) -> bool:
    """ "The drone was shot down as it had violated its airspace": what the clause above is about, which is no entity."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    clause = parse.tokens[token.head]
    if token.lower != "it" or token.dep not in _SUBJECTS or clause.dep != "advcl":
        return False
    above = [t for t in children(parse, clause.head, _SUBJECTS) if t.index < token.index]
    things = (t for t in above if t.tag == "NN" and document.mention_at[t.index] < 0)
    return any(not children(parse, t.index, ("poss",)) for t in things)  # "Chad's aim was clear when it …"


def is_of_unnamed_body(document: Document, pronoun: Mention, bodies: Collection[str]) -> bool:
    """ "The opposition says 86 of its supporters died": its own, whoever that is; ``bodies`` are nouns for such speakers."""
    parse = document.parse
    clause = next((t for t in ancestors(parse, pronoun.head) if t.dep == "ccomp"), None)
    if clause is None or pronoun.head < clause.head:
        return False
    speakers = children(parse, clause.head, ("nsubj",))
    return any(t.tag == "NN" and t.lemma in bodies and document.mention_at[t.index] < 0 for t in speakers)


def issuer(document: Document, pronoun: Mention, papers: Collection[str]) -> Mention | None:
    """Of "a statement by the Foreign Ministry said it had …" the ministry; ``papers`` are the nouns for what one issues."""
    parse = document.parse
    clause = parse.tokens[parse.tokens[pronoun.head].head]
    if clause.dep != "ccomp" or parse.tokens[pronoun.head].dep not in _SUBJECTS:
        return None
    subjects = [t for t in children(parse, clause.head, ("nsubj",)) if t.lemma in papers and t.index < pronoun.first]
    by = (o for t in subjects for link, o in prepositions(parse, t.index) if link.lower in {"by", "from", "of"})
    named = (document.mentions[at] for o in by if (at := document.mention_at[o.index]) >= 0)
    return next((m for m in named if m.kind in {Kind.STATE, Kind.ORGANISATION}), None)


def is_expletive(document: Document, pronoun: Mention) -> bool:
    """ "It was an honour to meet him": what comes behind is meant."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    if token.lower != "it" or token.dep not in _SUBJECTS or parse.tokens[token.head].lemma != "be":
        return False
    inside = descendants(parse, token.head)
    told = any(t.dep == "attr" for t in parse.children[token.head])
    return told and any(parse.tokens[i].dep == "aux" and parse.tokens[i].lower == "to" for i in inside)


def threatened(document: Document, pronoun: Mention) -> Mention | None:
    """Of "threatened Chad with war unless it …" Chad, of whom the threat is that something be done or not."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    clause = parse.tokens[token.head]
    unless = any(t.lower == "unless" for t in children(parse, clause.index, ("mark",)))
    if token.dep not in _SUBJECTS or not unless:
        return None
    verb = parse.tokens[clause.head]
    subjects = {i for t in children(parse, verb.index, _SUBJECTS) for i in descendants(parse, t.index)}
    before = [i for i in descendants(parse, verb.index) if verb.index < i < clause.index and i not in subjects]
    at = (
        document.mention_at[i] for i in before if parse.tokens[i].dep in {"dobj", "pobj", "nsubj"} and i < token.index
    )
    mentions = (document.mentions[i] for i in at if i >= 0)
    told = {Form.NAME, Form.METONYM, Form.NOMINAL}
    return next((m for m in mentions if m.kind in {Kind.STATE, Kind.ORGANISATION} and m.form in told), None)


def is_of_other_subject(document: Document, pronoun: Mention) -> bool:
    """Whether the sentence before is about a thing that is no entity here, which "it" then means."""
    parse = document.parse
    here = parse.tokens[pronoun.head].sentence
    clause = parse.tokens[token.head] if (token := parse.tokens[pronoun.head]).dep in _SUBJECTS else token
    saying = [t for t in children(parse, clause.head, ("nsubj",)) if clause.dep == "ccomp" and t.index < pronoun.first]
    if (
        saying
        and saying[0].tag == "NN"
        and document.mention_at[saying[0].index] < 0
        and parse.children[saying[0].index]
    ):
        return True  # "a breakaway group claimed it killed him"
    if here == 0 or any(
        document.mention_at[t.index] >= 0
        for t in parse.tokens[parse.sentences[here].first : pronoun.first]
        if t.dep == "nsubj"
    ):
        return False
    before = parse.sentences[here - 1]
    subjects = [
        t for t in parse.tokens[before.first : before.last] if t.dep in _SUBJECTS and parse.tokens[t.head].dep == "ROOT"
    ]
    if not subjects or document.mention_at[subjects[0].index] >= 0:
        return False
    summit = subjects[0].tag == "NNP" and bool(children(parse, subjects[0].index, ("det",)))
    return summit or subjects[0].tag == "NN"
