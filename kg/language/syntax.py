"""Questions to a dependency tree that several rules ask."""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from kg.language.document import Parse, Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
CLAUSES = ("ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis")


def children(parse: Parse, index: int, deps: Collection[str] | None = None) -> list[Token]:
    """Direct dependants of a token, in text order; only those with one of ``deps`` where given."""
    below = parse.children[index]
    if not below:
        return []
    return list(below) if deps is None else [token for token in below if token.dep in deps]


def child(parse: Parse, index: int, *deps: str) -> Token | None:
    """The first dependant with one of ``deps``."""
    for token in parse.children[index]:
        if token.dep in deps:
            return token
    return None


def conjuncts(parse: Parse, index: int) -> list[int]:
    """The token and all that is joined to it by "and", "or" or commas.

    What is joined to an apposition counts too: "Foreign Minister Ali Demir and Defence Minister Jan Novak".
    """
    found, queue = [index], [index, *_apposed(parse, index)]
    while queue:
        for joined in children(parse, queue.pop(0), ("conj",)):
            if not is_excepted(parse, joined.index):
                found.append(joined.index)
                queue.append(joined.index)
                queue += _apposed(parse, joined.index) if joined.tag == "NNS" else []  # "and its allies Chad and Mali"
    return found


def _apposed(parse: Parse, index: int) -> list[int]:
    """The names right behind a noun, unless a colon opens a list of them: "two groups: A and B"."""
    named = (t.index for t in children(parse, index, ("appos",)) if t.pos == "PROPN")
    return [i for i in named if all(t.text != ":" for t in parse.tokens[index:i])]


def first_modifier(parse: Parse, index: int) -> int:
    """ "Russian" in "the Russian, Chadian and NATO officials"."""
    above = index
    while parse.tokens[above].dep == "conj":
        above = parse.tokens[above].head
    return above if parse.tokens[above].dep == "amod" else index


def is_excepted(parse: Parse, index: int) -> bool:
    """ "… but not the party's chief": who is named as left out."""
    first = min(descendants(parse, index))
    words = [token.lower for token in parse.tokens[max(0, first - 2) : first + 2]]
    return any(pair == ("but", "not") for pair in pairwise(words))


def descendants(parse: Parse, index: int) -> Iterator[int]:
    yield index
    for token in parse.children[index]:
        yield from descendants(parse, token.index)


def ancestors(parse: Parse, index: int) -> Iterator[Token]:
    """Governors from the nearest up to the root."""
    token = parse.tokens[index]
    while token.head != token.index:
        token = parse.tokens[token.head]
        yield token


def prepositions(parse: Parse, index: int) -> Iterator[tuple[Token, Token]]:
    """Prepositional phrases of a token as (preposition, its object); an agent's "by" is among them, what a "not" right
    before it leaves out ("to elders, not to the general") is not."""
    for prep in children(parse, index, ("prep", "agent", "dative")):
        if _is_left_out(parse, prep):
            continue
        for inner in children(parse, prep.index, ("pobj", "pcomp", "prep")):
            if inner.dep == "prep":
                yield from ((inner, obj) for obj in children(parse, inner.index, ("pobj", "pcomp")))
            else:
                yield prep, inner


def _is_left_out(parse: Parse, preposition: Token) -> bool:
    before = parse.tokens[max(0, preposition.index - 1)]
    return before.lower == "not" and parse.tokens[before.head].pos == "ADP"


def is_absolute(parse: Parse, preposition: Token) -> bool:
    """ "With the UN doing nothing": who does what beside the clause takes no part in it."""
    objects = children(parse, preposition.index, ("pobj",))
    doing = [t for obj in objects for t in children(parse, obj.index, ("acl",)) if t.index == t.head + 1]
    doing += [t for t in children(parse, preposition.index, ("pcomp",)) if child(parse, t.index, "nsubj") is not None]
    return preposition.lower == "with" and any(t.tag == "VBG" for t in doing)


def takes_office(parse: Parse, verb: int, assuming: Mapping[str, Collection[str]]) -> bool:
    """ "took office", "took over", "assumed command": verbs with the nouns and particles that make them so."""
    words = assuming.get(parse.tokens[verb].lemma, ())
    return any(t.lower in words for t in children(parse, verb, ("dobj", "prt")))


_WHEN = {"when", "once", "if", "unless", "until", "while"}


def is_passive(parse: Parse, index: int) -> bool:
    """A passive verb, or a bare participle ("talks mediated by Norway", "were held, accused of spying")."""
    token = parse.tokens[index]
    if child(parse, index, "auxpass", "nsubjpass"):
        return True
    if token.tag != "VBN" or child(parse, index, "aux", "nsubj") is not None:
        return False
    if token.dep in {"advcl", "conj"} and any(t.lower in _WHEN for t in children(parse, index, ("advmod", "mark"))):
        return True  # "when appointed minister, he …"
    if child(parse, index, "dobj") is not None:
        return False
    if token.dep == "conj":  # "was held, accused of spying"
        return is_passive(parse, token.head)
    return token.dep in {"acl", "amod", "advcl", "acomp", "oprd", "xcomp"}  # "stands accused"


def is_negated(parse: Parse, index: int) -> bool:
    return any(
        t.dep == "neg"
        or (t.lower in {"never", "neither", "nor", "no"} and t.dep in {"neg", "advmod", "det", "preconj"})
        or (t.lower == "longer" and any(t.lower == "no" for t in parse.children[t.index]))
        for t in children(parse, index)
    )


def verb_lemma(parse: Parse, index: int) -> str:
    """The verb with its particle: "step down"."""
    particle = child(parse, index, "prt")
    lemma = parse.tokens[index].lemma
    return f"{lemma} {particle.lower}" if particle else lemma


def is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()


def past_acronym(parse: Parse, index: int) -> int:
    """The token after a bracketed acronym that begins at ``index``: "the Chief of the Defence Forces (CDF), …"."""
    behind = index + 3
    return behind if behind < len(parse.tokens) and _is_acronym(parse, index) else index


def before_acronym(parse: Parse, end: int) -> int:
    """The end of a title whose acronym ends at ``end``: "National Security Adviser (NSA) Ali Demir"."""
    return end - 3 if end > 3 and _is_acronym(parse, end - 3) else end


def _is_acronym(parse: Parse, index: int) -> bool:
    bracketed = [token.text for token in parse.tokens[index : index + 3]]
    return bracketed[::2] == ["(", ")"] and bracketed[1].isupper()


def for_clause(parse: Parse, verb: int) -> Token | None:
    """The clause of "called for Chad to leave", "pushed hard for Chad to leave"."""
    for clause in children(parse, verb, ("advcl", "ccomp", "xcomp")):
        mark = child(parse, clause.index, "mark")
        if mark is None or mark.lower != "for" or child(parse, clause.index, "nsubj", "nsubjpass") is None:
            continue
        between = parse.tokens[verb + 1 : mark.index]
        if all(t.dep == "advmod" and t.head == verb for t in between):
            return clause
    return None


def counted_by(parse: Parse, noun: Token, measures: Collection[str]) -> Token:
    """Of "two days of talks" the days, for the talks; any other noun itself."""
    link = parse.tokens[noun.head]
    measure = parse.tokens[link.head]
    counted = noun.dep == "pobj" and link.lower == "of" and measure.lemma in measures
    return measure if counted else noun
