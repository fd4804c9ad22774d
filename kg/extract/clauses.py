"""What the form of a clause says of it: whether it is finite, in the past, judged, or tells when something else is."""

from collections.abc import Collection, Iterable

from kg.language import Parse, Token
from kg.language.syntax import ancestors, child, children, is_negated, is_passive, prepositions, verb_lemma

WILL = {"will", "shall", "wo", "'ll"}
"""Auxiliaries that tell what is ahead."""
NOT_BEFORE = {"until", "till", "before"}
_BESIDE = {"before", "after", "when", "while", "as", "once", "until", "till", "since"}
"""Words that open a clause which tells when the verb's event is."""
_CONDITIONALS = {"if", "unless", "whether"}
_TOPIC = {"on", "about", "concerning", "regarding", "over"}
_MAKING = {"make"}
_SEEING = {"see", "watch", "witness", "hear", "picture", "photograph", "film"}
_BARE = {"VB", "VBP"}
_OF_ONE = {"he", "she", "it"}
_QUESTIONS = {"why", "how", "when", "where", "who"}
_NOT_CHOSEN = {("instead", "of"), ("rather", "than")}
_MOST_ABOVE = 6
_CALLING = {"call", "label", "brand", "term", "dub", "deem"}
_DESCRIBING = {
    "describe",
    "denounce",
    "condemn",
    "brand",
    "label",
    "characterise",
    "characterize",
    "regard",
    "interpret",
    "dismiss",
}
_BEING = {"be", "become"}
_GATHERINGS = {"rally", "march"}
_ADDRESSING = {"address", "greet", "campaign"}
_PRESENT = {"VBZ", "VBP"}


def is_finite(parse: Parse, verb: Token) -> bool:
    return any(t.tag in {"VBD", *_PRESENT} for t in (verb, *children(parse, verb.index, ("aux", "auxpass"))))


def is_to_do(parse: Parse, copula: Token) -> bool:
    """ "Is to visit", "was to include"."""
    below = child(parse, copula.index, "xcomp")
    return copula.lemma == "be" and below is not None and is_infinitive(parse, below)


def is_infinitive(parse: Parse, verb: Token) -> bool:
    return any(t.lower == "to" for t in children(parse, verb.index, ("aux",)))


def is_perfect(parse: Parse, verb: Token) -> bool:
    """ "After having held talks"."""
    return any(t.lower == "having" for t in children(parse, verb.index, ("aux",)))


def is_judged(parse: Parse, token: Token) -> bool:
    """ "Holding talks is not easy": a gerund that is judged, not told, unless in the past."""
    gerund = parse.tokens[token.head] if token.dep == "dobj" else token
    judging = parse.tokens[gerund.head]
    auxiliaries = children(parse, judging.index, ("aux",))
    general = judging.tag in _PRESENT or any(t.tag == "MD" for t in auxiliaries)
    return gerund.dep == "csubj" and gerund.tag == "VBG" and judging.lemma == "be" and general


def is_called(parse: Parse, noun: Token) -> bool:
    """ "Calling it an attack on Serbs", "an act of aggression", "described it as an attack": a name for something else."""
    if noun.dep == "pobj" and parse.tokens[noun.head].lower == "of":
        noun = parse.tokens[parse.tokens[noun.head].head]
        if noun.lemma != "act":
            return False
    link = parse.tokens[noun.head]
    if noun.dep == "oprd":
        return link.lemma in _CALLING
    return noun.dep == "pobj" and link.lower == "as" and parse.tokens[link.head].lemma in _DESCRIBING


def is_time(parse: Parse, index: int) -> bool:
    """Whether a token is part of a day, a month or an hour."""
    return any(e.first <= index < e.last and e.label in {"DATE", "TIME"} for e in parse.entities)


def is_denied_to_be(parse: Parse, noun: Token) -> bool:
    """ "There will not be a meeting"."""
    there = child(parse, noun.head, "expl")
    return noun.dep == "attr" and there is not None and there.lower == "there" and is_negated(parse, noun.head)


def is_seen_doing(parse: Parse, token: Token, above: Token) -> bool:
    """ "Can be seen meeting the minister", who has met him."""
    return token.dep == "xcomp" and token.tag == "VBG" and above.lemma in _SEEING and is_passive(parse, above.index)


def is_no_protest(parse: Parse, noun: Token, say: frozenset[str]) -> bool:
    """ "Recalled its envoy in protest": why it did; "told supporters at a rally", "addressed a rally", "told a rally":
    where one speaks to one's own."""
    link = parse.tokens[noun.head]
    if noun.dep == "pobj" and link.lower == "in" and child(parse, noun.index, "det", "poss", "amod") is None:
        return True
    spoken = link.lower == "at" and parse.tokens[link.head].lemma in say | _ADDRESSING
    against = any(p.lower == "against" for p, _ in prepositions(parse, noun.index))
    addressed = noun.dep in {"dobj", "dative"} and link.lemma in {*_ADDRESSING, "tell"}
    return noun.lemma in _GATHERINGS and not against and (spoken or addressed)


def is_asked(parse: Parse, verb: Token) -> bool:
    """ "Asked why he had refused" takes it that he had."""
    words = children(parse, verb.index, ("advmod", "mark", "dobj", "nsubj", "attr"))
    return any(t.lower in _QUESTIONS for t in words)


def is_reason_asked(parse: Parse, verb: Token) -> bool:
    """ "Demanded an explanation as to why he was arrested", "wants to know why Chad attacked"."""
    if verb.dep not in {"ccomp", "pcomp"}:
        return False
    asked = any(t.lower == "why" for t in children(parse, verb.index, ("advmod",)))
    return asked and (verb.tag == "VBD" or any(t.tag == "VBD" for t in children(parse, verb.index, ("auxpass", "aux"))))


def is_on_agenda(parse: Parse, noun: Token, agendas: Collection[str]) -> bool:
    """ "His agenda includes talks with the president"."""
    verb = parse.tokens[noun.head]
    subject = child(parse, verb.index, "nsubj")
    return noun.dep == "dobj" and verb.lemma == "include" and subject is not None and subject.lemma in agendas


def is_any(parse: Parse, token: Token) -> bool:
    """ "Any attack will be answered"."""
    noun = parse.tokens[token.head] if token.dep == "conj" else token
    return any(t.lower == "any" for t in children(parse, noun.index, ("det",)))


def is_called_off(parse: Parse, noun: Token, calling_off: Collection[str]) -> bool:
    """ "Cancelled the talks planned for May"."""
    verb = parse.tokens[noun.head]
    named = noun.pos in {"NOUN", "PROPN"} and noun.dep in {"dobj", "nsubjpass"}
    done_to = named and verb_lemma(parse, verb.index) in calling_off
    unsure = any(t.tag == "MD" or t.dep == "neg" or t.lower == "to" for t in children(parse, verb.index))
    return done_to and not unsure


def is_contrast(parse: Parse, verb: Token) -> bool:
    """ "…, while Chad supports it": told beside the clause, not of its time."""
    begin = next(iter(children(parse, verb.index, ("mark",))), verb)
    return parse.tokens[begin.index - 1].text == "," and is_finite(parse, verb)


def is_contrast_in_past(parse: Parse, verb: Token) -> bool:
    """ "It would wait, while Chad called for more": what was said is to come, what is told beside it is over."""
    marks = {t.lower for t in children(parse, verb.index, ("mark",))}
    to_come = any(t.tag == "MD" for t in children(parse, verb.head, ("aux",)))
    return verb.tag == "VBD" and "while" in marks and to_come and is_contrast(parse, verb)


def is_time_told(parse: Parse, verb: Token) -> bool:
    """ "This week, when Ali Demir visits Rome": a clause that only tells when."""
    words = children(parse, verb.index, ("advmod",))
    return verb.dep == "relcl" and verb.tag != "VBD" and any(t.lower == "when" for t in words)


def is_to_come(parse: Parse, verb: Token) -> bool:
    """ "Will not raise it": told of what is ahead."""
    return any(t.lower in WILL for t in children(parse, verb.index, ("aux",)))


def mark_beside(parse: Parse, verb: Token) -> str | None:
    """The word that opens a clause which tells when: "after", "while"."""
    marks = (t.lower for t in children(parse, verb.index, ("mark", "advmod")))
    return next((mark for mark in marks if mark in _BESIDE), None)


def is_told(parse: Parse, verb: Token, governor: Token) -> bool:
    """Whether a clause is in the past by itself, as "would pay, as Chad has demanded" is and "would react if they attacked"
    is not."""
    auxiliaries = children(parse, verb.index, ("aux", "auxpass"))
    if mark_beside(parse, verb) == "as" and any(t.lemma == "have" for t in auxiliaries):
        return True
    shifted = any(t.lower in {"would", "'d"} for t in children(parse, governor.index, ("aux",)))
    # "said it would act after troops had fired", "since troops had fired"
    shifted = shifted and mark_beside(parse, verb) not in {"after", "since"}
    return not shifted and any(t.tag == "VBD" for t in (verb, *auxiliaries))


def is_told_beside(parse: Parse, verb: Token, governor: Token) -> bool:
    """ "Plans to go after two ministers resigned": what the clause tells has happened."""
    mark = mark_beside(parse, verb)
    return verb.dep == "advcl" and mark is not None and mark not in NOT_BEFORE and is_told(parse, verb, governor)


def is_first_to_act(parse: Parse, noun: Token, firsts: Collection[str]) -> bool:
    """ "Became the first minister to visit Chad", which he has done, and which is no post."""
    inside = [noun, *(o for p, o in prepositions(parse, noun.index) if p.lower == "of")]
    acts = [t for n in inside for t in children(parse, n.index, ("acl", "relcl"))]
    acts += children(parse, noun.head, ("xcomp", "advcl"))
    return noun.dep in {"attr", "acomp"} and any(first_to_act(parse, act, firsts) is not None for act in acts)


def first_to_act(parse: Parse, act: Token, firsts: Collection[str]) -> Token | None:
    """The copula of "was the first head of government to visit Chad", whatever the parser hangs the visit on."""
    noun = parse.tokens[act.head]
    inside = [o for p, o in prepositions(parse, noun.index) if p.lower == "of"]  # "one of the first leaders to visit"
    if noun.dep == "pobj" and parse.tokens[noun.head].lower == "of":
        inside = [noun]
        noun = parse.tokens[parse.tokens[noun.head].head]
    if noun.lemma in _BEING:
        noun = child(parse, noun.index, "attr", "acomp") or noun
    copula = parse.tokens[noun.head]
    nouns = (noun, *inside) if noun.pos == "NUM" else (noun,)
    beside = [t for n in nouns for t in children(parse, n.index, ("amod", "advmod"))]
    words = [t for b in beside for t in (b, *children(parse, b.index, ("amod", "advmod")))]
    named = noun.lower in firsts or any(t.lower in firsts or t.tag in {"JJS", "RBS"} for t in words)
    said = noun.dep in {"attr", "acomp"} and copula.lemma in _BEING
    return copula if named and said and is_infinitive(parse, act) else None


def joined_infinitives(parse: Parse, clauses: Iterable[Token]) -> list[Token]:
    """The deporting of "threatened to arrest and deport Ali Demir", whose object is that of both."""
    bare = [c for c in clauses if is_infinitive(parse, c) and child(parse, c.index, "dobj") is None]
    return [t for c in bare for t in children(parse, c.index, ("conj",)) if t.tag == "VB" and t.index == c.index + 2]


def is_inserted(parse: Parse, verb: Token) -> bool:
    """ "Italy, he said, had agreed": a clause that stands between commas inside the one that it tells."""
    ends = parse.tokens[verb.index + 1 : verb.index + 2]
    goes_on = any(t.index > verb.index and t.dep != "punct" for t in children(parse, verb.head))
    inside = (verb.index < verb.head or goes_on) and child(parse, verb.index, "nsubj") is not None
    return verb.dep == "parataxis" and inside and any(t.text in {",", '"', "”"} for t in ends)


def is_made_to(parse: Parse, verb: Token) -> bool:
    """ "The raid made him leave"."""
    governor = parse.tokens[verb.head]
    return verb.dep == "ccomp" and verb.tag == "VB" and governor.lemma in _MAKING and governor.index < verb.index


def is_ordered_done(parse: Parse, verb: Token) -> bool:
    """ "Ordered him expelled"."""
    return parse.tokens[verb.head].lemma == "order" and _is_done_below(parse, verb)


def is_had_done(parse: Parse, verb: Token) -> bool:
    """ "Had him expelled", "would rather have him be expelled"."""
    governor = parse.tokens[verb.head]
    return governor.lemma == "have" and governor.index < verb.index and _is_done_below(parse, verb)


def _is_done_below(parse: Parse, verb: Token) -> bool:
    bare = all(t.lower == "be" for t in children(parse, verb.index, ("aux", "auxpass", "mark")))
    return verb.dep == "ccomp" and verb.tag == "VBN" and bare


def is_told_of(parse: Parse, verb: Token) -> bool:
    """ "(Forces) said to be attacking", "are said to be attacking"."""
    alone = verb.tag == "VBN" and child(parse, verb.index, "aux") is None
    return alone or is_passive(parse, verb.index)


def is_seen_to(parse: Parse, verb: Token) -> bool:
    """ "The talks saw Chad sign the treaty"."""
    governor = parse.tokens[verb.head]
    return verb.dep == "ccomp" and verb.tag in _BARE and governor.lemma in _SEEING and governor.index < verb.index


def is_subjunctive(parse: Parse, verb: Token) -> bool:
    """ "directed that talks be held", "insisted that he resign", "suggested he leave", "a demand that he leave";
    not "Chad and Niger hold talks, he said", nor "made him leave"."""
    if is_made_to(parse, verb) or is_seen_to(parse, verb):
        return False
    mark = child(parse, verb.index, "mark")
    auxiliaries = children(parse, verb.index, ("aux", "auxpass"))
    bare = verb.tag == "VB" or any(t.tag == "VB" and t.dep == "auxpass" for t in auxiliaries)
    finite = any(t.tag in {"VBD", "VBZ", "VBP", "MD", "TO"} for t in auxiliaries)
    subjects = children(parse, verb.index, ("nsubj",))
    of_one = any((t.lower in _OF_ONE or t.tag == "NNP") and not children(parse, t.index, ("conj",)) for t in subjects)
    bare = bare or (verb.tag == "VBP" and of_one)  # "a demand that Chad hold talks"
    if mark is None and verb.tag in {"VB", "VBP"} and of_one and not auxiliaries and verb.dep == "ccomp":
        return True
    that = (mark is not None and mark.lower == "that") or (
        verb.tag == "VB" and any(t.lower == "that" for t in children(parse, verb.index, ("dobj",)))
    )  # "a proposal that he hand over power", where the parser has a relative clause
    return verb.dep in {"ccomp", "acl", "relcl"} and that and bare and not finite


def is_condition(parse: Parse, verb: Token) -> bool:
    """ "If they attacked", "whether they will attack", "had they attacked", "as long as they attack"."""
    mark, subject = child(parse, verb.index, "mark"), child(parse, verb.index, "nsubj", "nsubjpass")
    inverted = subject is not None and any(
        t.lower in {"had", "should"} and t.index < subject.index for t in children(parse, verb.index, ("aux",))
    )
    as_long_as = mark is not None and mark.lower == "as" and parse.tokens[mark.index - 1].lower == "long"
    marked = as_long_as or (mark is not None and mark.lower in _CONDITIONALS)
    first = parse.tokens[verb.head]
    if verb.dep == "conj" and mark is None and verb.tag in {"VBP", "VBZ"} and first.index < verb.index:
        return is_condition(parse, first)  # "if a deal is reached and both agree"
    return marked or (inverted and verb.dep == "advcl")


def is_to_follow(parse: Parse, verb: Token) -> bool:
    """ "… before Chad holds an election"."""
    mark = child(parse, verb.index, "mark")
    return verb.dep == "advcl" and mark is not None and mark.lower in {"before", "until", "till"}


def has_condition(parse: Parse, verb: Token) -> bool:
    """ "Announced sanctions if they attacked"."""
    return any(is_condition(parse, clause) for clause in children(parse, verb.index, ("advcl",)))


def is_open_infinitive(parse: Parse, token: Token) -> bool:
    """ "Met to discuss it": an infinitive below another word that says nothing of whether it comes about."""
    return is_infinitive(parse, token) and token.dep in {"advcl", "xcomp", "acl", "ccomp", "relcl"}


def is_purpose(parse: Parse, token: Token) -> bool:
    """ "Acted to prevent it", "a plot to prevent it"."""
    return is_infinitive(parse, token) and token.dep in {"advcl", "acl", "relcl"}


def is_left_undone(parse: Parse, token: Token) -> bool:
    """ "Instead of imposing sanctions", "rather than calling a meeting", "would rather leave than sign": what is named as
    not chosen."""
    if token.tag == "VB" and any(t.lower == "than" for t in children(parse, token.index, ("mark",))):
        return True
    for above in [token, *ancestors(parse, token.index)][:_MOST_ABOVE]:
        before = [t.lower for t in parse.tokens[max(0, above.index - 2) : above.index + 1]]
        if {tuple(before[-2:]), tuple(before[:2])} & _NOT_CHOSEN:
            return True
        if above.index != token.index and above.pos in {"VERB", "AUX"} and above.tag != "VBG":
            return False
    return False


def is_impersonal(parse: Parse, verb: Token) -> bool:
    """ "It is generally agreed that …": nobody in the story does so."""
    subject = child(parse, verb.index, "nsubjpass")
    clause = child(parse, verb.index, "ccomp", "xcomp", "csubj", "csubjpass")
    return subject is not None and subject.lower == "it" and clause is not None


def is_of_it(parse: Parse, copula: Token) -> bool:
    """ "It is important for Chad to leave"."""
    subject = child(parse, copula.index, "nsubj")
    return subject is not None and subject.lower == "it"


def is_set_off_with(parse: Parse, link: Token) -> bool:
    """ "Will meet on Saturday, with talks in Lima on Friday"."""
    return link.lower == "with" and parse.tokens[link.index - 1].text == ","


def is_named_after(parse: Parse, noun: Token) -> bool:
    """ "Won the Tour of Chad", which is no tour but a name."""
    before, behind = parse.tokens[max(0, noun.index - 1)], parse.tokens[noun.index + 1 :][:1]
    return noun.text[0].isupper() and before.text == "the" and [t.text for t in behind] == ["of"]


def is_topic(parse: Parse, token: Token) -> bool:
    """A noun that another noun is about tells of no event: "resolutions on the withdrawal"."""
    while token.dep == "conj" and parse.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = parse.tokens[token.head]
    preposition = parse.tokens[token.head]
    noun = parse.tokens[preposition.head]
    # "sanctions against Chad over its attack" answer one
    answered = preposition.lower == "over" and any(p.lower == "against" for p, _ in prepositions(parse, noun.index))
    # "Ali Demir, on a visit to Chad, said"
    beside = noun.pos == "PROPN" and parse.tokens[preposition.index - 1].text == ","
    about = noun.pos in {"NOUN", "PROPN"} and not beside
    return token.dep == "pobj" and preposition.lower in _TOPIC and about and not answered


def is_done_by_somebody(parse: Parse, noun: Token) -> bool:
    """ "A debate on the killing of two farmers by troops of Chad"."""
    article = child(parse, noun.index, "det")
    by = any(link.lower == "by" for link, _ in prepositions(parse, noun.index))
    return by and article is not None and article.lower == "the"


def are_for(parse: Parse, words: Iterable[int], nouns: Collection[str]) -> bool:
    """ "Claimed responsibility (for the assault)": whether what "for" names below the words is of these nouns."""
    named = (o for i in words for link, o in prepositions(parse, i) if link.lower == "for")
    return all(noun.lemma in nouns for noun in named)
