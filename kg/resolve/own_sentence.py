"""Who a pronoun means by what stands above them in their own sentence: the "it" of their clause, whose the act is."""

from collections.abc import Collection

from kg.extract.clauses import is_infinitive
from kg.language import Document, Kind, Mention, Token
from kg.language.syntax import ancestors, children, prepositions

_SUBJECTS = ("nsubj", "nsubjpass")
_ONE = {"a", "an", "one", "another"}
_CLAIMS = {"claim", "allegation", "accusation", "charge", "suspicion", "report"}
_UPON = {"on", "upon", "against"}


def subject_pronoun(document: Document, pronoun: Mention, known: Collection[int]) -> Mention | None:
    """Of "it launched its invasion" the "it", whose clause "its" is in; ``known`` are the mentions with an entity."""
    parse = document.parse
    verb = next((g for g in ancestors(parse, pronoun.head) if g.pos in {"VERB", "AUX"}), None)
    if verb is None or parse.tokens[pronoun.head].dep != "poss":
        return None
    subjects = (t for t in children(parse, verb.index, _SUBJECTS) if t.index < pronoun.head and t.lower == "it")
    return _first(document, [t.index for t in subjects], known)


def owner_above(document: Document, pronoun: Mention, known: Collection[int]) -> Mention | None:
    """Of "its refusal to leave the areas it occupied" the "its"."""
    parse = document.parse
    owners = (t for g in ancestors(parse, pronoun.head) for t in parse.children[g.index] if t.index < pronoun.head)
    return _first(document, [t.index for t in owners if t.lower == "its"], known)


def owner_of_act(document: Document, pronoun: Mention, known: Collection[int]) -> Mention | None:
    """Of "Chad's decision to withdraw its troops", "the decision by Chad to …" Chad."""
    parse = document.parse
    acts = (g for g in ancestors(parse, pronoun.head) if g.dep == "acl" and is_infinitive(parse, g))
    nouns = [parse.tokens[act.head] for act in acts]
    owners = [t.index for noun in nouns for t in children(parse, noun.index, ("poss",))]
    owners += [o.index for noun in nouns for p, o in prepositions(parse, noun.index) if p.lower == "by"]
    return _first(document, owners, known)


def beside(document: Document, pronoun: Mention, known: Collection[int]) -> Mention | None:
    """Whom a "his" means by the noun or the object right before it."""
    found = _of_joined_noun(document, pronoun, known) or _replaced(document, pronoun, known)
    return found or _told_alike(document, pronoun, known)


def _of_joined_noun(document: Document, pronoun: Mention, known: Collection[int]) -> Mention | None:
    """Of "the dismissal of Jan Novak and his appointment as envoy" Novak."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    noun = parse.tokens[token.head]
    joined = token.dep == "poss" and noun.dep == "conj" and parse.tokens[noun.head].pos == "NOUN"
    of_whom = [
        o.index for p, o in prepositions(parse, noun.head) if joined and p.lower == "of" and o.index < noun.index
    ]
    named = _first(document, of_whom, known)
    return named if named is not None and named.kind is Kind.PERSON else None


def _replaced(document: Document, pronoun: Mention, known: Collection[int]) -> Mention | None:
    """Of "sacked Jan Novak and replaced him with his deputy" the "him", whose the deputy is."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    link = parse.tokens[parse.tokens[token.head].head]
    verb = parse.tokens[link.head]
    if token.dep != "poss" or link.lower not in {"with", "by"} or verb.lemma != "replace":
        return None
    return _first(document, [t.index for t in children(parse, verb.index, ("dobj", "nsubjpass"))], known)


def followed(
    document: Document, pronoun: Mention, known: Collection[int], leaving: Collection[str], replacing: Collection[str]
) -> Mention | None:
    """Of "sacked Jan Novak and named Ali Demir to replace him", "Jan Novak resigned, and he named Ali Demir as his
    successor" Novak; ``leaving`` are the verbs of departures, ``replacing`` the words for taking somebody's place."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    above = parse.tokens[token.head]
    if token.dep not in {"dobj", "poss"} or above.lemma not in replacing:
        return None
    verbs = [t for t in ancestors(parse, above.index) if t.pos == "VERB" and t.dep in {"conj", "advcl"}]
    left = [parse.tokens[verb.head] for verb in verbs if parse.tokens[verb.head].lemma in leaving]
    who = (t.index for verb in left for part in (("dobj",), _SUBJECTS) for t in children(parse, verb.index, part))
    found = _first(document, list(who), known)
    return found if found is not None and found.kind is Kind.PERSON else None


def _told_alike(document: Document, pronoun: Mention, known: Collection[int]) -> Mention | None:
    """Of "Xi will hold talks with Ali, and Li will have a meeting with him" Ali."""
    parse = document.parse
    link = parse.tokens[parse.tokens[pronoun.head].head]
    verb = next((t for t in ancestors(parse, link.index) if t.pos == "VERB"), None)
    if parse.tokens[pronoun.head].dep != "pobj" or verb is None or verb.dep != "conj":
        return None
    if not any(t.index < pronoun.head for t in children(parse, verb.index, _SUBJECTS)):
        return None
    first = parse.tokens[verb.head]
    behind = (first.index, *(t.index for t in children(parse, first.index, ("dobj",))))
    alike = [o.index for i in behind for p, o in prepositions(parse, i) if p.lower == link.lower]
    found = _first(document, [i for i in alike if i < verb.index], known)
    return found if found is not None and found.kind is Kind.PERSON else None


def goes_on_with_unnamed(document: Document, pronoun: Mention) -> bool:
    """ "A rebel commander said ten had died and he threatened …": who opens the sentence is somebody without a name."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    if token.dep not in _SUBJECTS or parse.tokens[token.head].dep != "conj":
        return False
    subjects = [t for g in ancestors(parse, pronoun.head) for t in children(parse, g.index, ("nsubj",))]
    unnamed = (t for t in subjects if t.index < token.index and t.tag == "NN" and document.mention_at[t.index] < 0)
    return any(document.title_at[t.index] >= 0 for t in unnamed)


def follows_unnamed_speaker(document: Document, pronoun: Mention, say: Collection[str], known: Collection[int]) -> bool:
    """ ""We demand it," an official told AFP. He added …": whoever that official is; ``known`` are the mentions with an
    entity."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    verb = parse.tokens[token.head]
    if token.dep not in _SUBJECTS or verb.lemma not in say or not token.sentence:
        return False
    before = parse.sentences[token.sentence - 1]
    spoken = (t for t in parse.tokens[before.first : before.last] if t.dep == "ROOT" and t.lemma in say)
    speakers = [t for verb in spoken for t in children(parse, verb.index, ("nsubj",)) if t.tag == "NN"]
    unnamed = [t for t in speakers if document.mention_at[t.index] not in known and document.title_at[t.index] >= 0]
    unnamed = [t for t in unnamed if any(d.lower in _ONE for d in children(parse, t.index, ("det", "nummod")))]
    return bool(unnamed) and unnamed == speakers


def acted_against(document: Document, participle: Token, clause: Token) -> set[int]:
    """Of "motions brought against Ali Demir since he took office" Demir."""
    parse = document.parse
    if participle.dep != "acl" or clause.dep != "advcl":
        return set()
    whom = (obj for link, obj in prepositions(parse, participle.index) if link.lower in _UPON)
    return {at for obj in whom if obj.index < clause.index and (at := document.mention_at[obj.index]) >= 0}


def right_before(document: Document, pronoun: Mention) -> set[int]:
    """Of "sanctions on Russia for its invasion", "over its invasion" Russia, which the phrase gives a reason for."""
    parse, at = document.parse, pronoun.first - 2
    if at < 0 or parse.tokens[pronoun.first - 1].lower not in {"for", "over"}:
        return set()
    named = document.mention_at[at]
    acted_upon = parse.tokens[at].dep == "dobj" or parse.tokens[parse.tokens[at].head].lower in _UPON
    return {named} if named >= 0 and acted_upon else set()


def charged(document: Document, pronoun: Mention) -> set[int]:
    """Of "broke off ties with Qatar in June over claims it backed rebels" Qatar, whom they are about."""
    parse = document.parse
    token = parse.tokens[pronoun.head]
    claim = parse.tokens[parse.tokens[token.head].head]
    link = parse.tokens[claim.head]
    if token.dep != "nsubj" or claim.lemma not in _CLAIMS or link.lower not in {"over", "amid"}:
        return set()
    anchors = (link.head, *(t.index for t in children(parse, link.head, ("dobj",))))
    upon = [
        o for i in anchors for p, o in prepositions(parse, i) if p.lower in _UPON | {"with"} and o.index < link.index
    ]
    return {at for obj in upon if (at := document.mention_at[obj.index]) >= 0}


def _first(document: Document, tokens: list[int], known: Collection[int]) -> Mention | None:
    named = (document.mentions[at] for i in tokens if (at := document.mention_at[i]) >= 0)
    return next((m for m in named if m.index in known), None)
