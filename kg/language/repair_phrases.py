"""Mends what a phrase hangs on, where the statistical parser is known to get it wrong and word order tells."""

from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Token
from kg.language.tree import governors

_NAMING = {"hold", "term", "label", "brand", "call", "deem"}
_NAME = 6
"""Words that a name has before its last one, at most."""
_LONGEST_CHAIN = 5
"""Nouns with "of" between them, at most: "the head of the Bank of Chad"."""
_LEAST_TITLED = 3
"""Words of a name with a title before it, at least."""
_NEVER_PARTICLES = {"on", "upon", "with", "for", "from", "into", "of", "against", "to"}
_JUDGING = {
    "denounce",
    "condemn",
    "criticise",
    "criticize",
    "decry",
    "slam",
    "dismiss",
    "reject",
    "describe",
    "hail",
    "praise",
    "welcome",
}
_PREPOSITIONAL = {"call", "insist", "rely", "agree", "embark"}
_ATTACKS = {"attack", "strike", "airstrike", "raid", "assault", "offensive", "ambush", "bombing"}
_NEIGHBOURS = {"state", "country", "neighbour", "neighbor", "republic", "kingdom"}
_NEIGHBOURING = {"neighbouring", "neighboring"}
_BORDERS = {"border", "frontier"}
_DECISIONS = {"decision", "plan", "pledge", "promise", "refusal", "vow", "intention", "commitment"}
_HEADING = {"head", "lead"}
_NOUNS = {"NOUN", "PROPN"}
_POSTS = {"chief", "head", "commander", "minister", "secretary", "director", "governor", "chairman", "leader"}
_COURTS = {"court", "jail", "prison"}
_OF_NOUNS = {"nsubj", "nsubjpass", "dobj", "pobj"}
_DAYS = {*day_name, *month_name}


def with_repaired_leaders(tokens: Sequence[Token]) -> list[Token]:
    """ "A delegation from the Arab Emirates (UAE) headed by Minister Ali Demir": who is headed is the delegation, not the
    state that it is from."""
    repaired = list(tokens)
    for token in tokens:
        state, link = tokens[token.head], tokens[tokens[token.head].head]
        body = tokens[link.head]
        headed = token.dep == "acl" and token.tag == "VBN" and token.lemma in _HEADING
        if (
            headed
            and (state.pos, state.dep) == ("PROPN", "pobj")
            and link.lower in {"from", "of"}
            and body.pos == "NOUN"
        ):
            repaired[token.index] = replace(token, head=body.index)
    return repaired


def with_repaired_bare_prepositions(tokens: Sequence[Token]) -> list[Token]:
    """ "Granted asylum to five officers holed up in Lima", "called on President Said", "rebels loyal to Ali Demir attacked":
    what stands behind a preposition without an object is its object, though the parser makes it the subject of the
    participle behind, or the verb's."""
    repaired = list(tokens)
    with_object = {t.head for t in tokens if t.dep in {"pobj", "pcomp", "prep"}}
    subjects = {(t.head, t.index) for t in tokens if t.dep == "nsubj"}
    for token in (t for t in tokens if t.dep in {"nsubj", "dobj"}):
        verb = tokens[token.head]
        link = _before_phrase(tokens, token)
        participle = (
            token.dep == "nsubj"
            and verb.index == token.index + 1
            and verb.tag in {"VBN", "VBD"}
            and verb.dep == "advcl"
        )
        with_verb = link.dep == "prt" and verb.lemma in _PREPOSITIONAL
        if not (link.dep == "prep" or with_verb) or link.index in with_object:
            continue
        if participle:
            repaired[token.index] = replace(token, dep="pobj", head=link.index)
            repaired[verb.index] = replace(verb, dep="acl", head=token.index)
        elif token.dep == "nsubj" and any((verb.index, i) in subjects for i in {link.head, tokens[link.head].head}):
            repaired[token.index] = replace(token, dep="pobj", head=link.index)
        elif token.dep == "dobj" and link.head == verb.index and link.lower in _NEVER_PARTICLES:
            repaired[token.index] = replace(token, dep="pobj", head=link.index)
            repaired[link.index] = replace(link, dep="prep", pos="ADP", tag="IN")
    return repaired


def with_repaired_judgements(tokens: Sequence[Token]) -> list[Token]:
    """ "Denounced as illegal the arrest of Ali Demir", "as a crime Serbia's attack": behind what something is called by
    an active verb of judging without an object stands the object, though the parser takes both for one phrase."""
    repaired = list(tokens)
    for link in tokens:
        verb = tokens[link.head]
        above = tokens[tokens[verb.head].head]
        told = link.lower == "as" and verb.dep == "acl" and verb.tag == "VB" and above.lemma in _JUDGING
        if told and any(t.head == link.index and t.pos == "ADJ" for t in tokens[link.index :]):
            repaired[link.index] = replace(link, head=above.index)  # "described the decision to expel him as wrong"
        if link.lower != "as" or link.index != verb.index + 1 or verb.lemma not in _JUDGING:
            continue
        below = {t.dep: t for t in tokens if t.head == verb.index and t.index < verb.index}
        if "auxpass" in below or (verb.tag == "VBN" and "aux" not in below):
            continue
        nouns = [t for t in tokens[link.index :] if t.head == link.index and t.dep == "pobj"]
        if not nouns:
            continue
        first = tokens[link.index + 1]
        inside = (t for t in tokens[first.index + 1 : nouns[-1].index] if t.head == nouns[-1].index)
        quality = first.pos == "ADJ" and any(t.pos in {"DET", "PROPN"} or t.dep == "poss" for t in inside)
        if quality or len(nouns) > 1:
            repaired[nouns[-1].index] = replace(nouns[-1], dep="dobj", head=verb.index)
        if quality:
            repaired[first.index] = replace(first, dep="amod", head=link.index)
    return repaired


def with_repaired_holders(tokens: Sequence[Token]) -> list[Token]:
    """ "Presidents Rojas of Chile, Silva of Brazil and Vidal of Peru": a list, though the parser has an apposition."""
    repaired = list(tokens)
    of_state = {t.head for t in tokens if t.lower == "of" and t.dep == "prep"}
    joined = {t.head for t in tokens if t.dep == "conj" and t.index in of_state}
    for token in tokens:
        apposed = token.dep == "appos" and token.pos == "PROPN" and tokens[token.head].pos == "PROPN"
        if apposed and {token.index, token.head} <= of_state and token.index in joined:
            repaired[token.index] = replace(token, dep="conj")
    return repaired


def with_repaired_appositions(tokens: Sequence[Token]) -> list[Token]:
    """ "The head of the Navy, Juan Salvador, …": a name set off behind another name after "of" is whom the noun before
    "of" calls so; behind a common noun, where that is a post: "the chief of army staff, Juan Salvador"."""
    repaired = list(tokens)
    for token in tokens:
        owner = tokens[token.head]
        if not (token.dep == "appos" and token.pos == "PROPN" and owner.pos in _NOUNS and owner.dep == "pobj"):
            continue
        link = tokens[owner.head]
        for _ in range(_LONGEST_CHAIN):
            if tokens[link.head].dep == "pobj" and tokens[tokens[link.head].head].lower == "of":
                link = tokens[tokens[link.head].head]  # "the head of the Bank of Chad, Ali Demir"
        noun = tokens[link.head]
        one = link.lower == "of" and noun.tag in {"NN", "NNP"} and noun.index < link.index < owner.index < token.index
        one = one and (owner.pos == "PROPN" or noun.lemma in _POSTS)
        listed = any(t.head in {token.index, owner.index} and t.dep in {"cc", "conj"} for t in tokens[link.index :])
        if one and not listed and any(t.text == "," for t in tokens[owner.index : token.index]):
            repaired[token.index] = replace(token, head=noun.index)
    return repaired


def with_repaired_plurals(tokens: Sequence[Token]) -> list[Token]:
    """ "US strikes against targets have intensified": what is a subject or object and has no subject itself is a noun."""
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass"}}
    return [
        replace(token, pos="NOUN", tag="NNS")
        if token.tag == "VBZ" and token.dep in _OF_NOUNS and token.index not in with_subject
        else token
        for token in tokens
    ]


def with_repaired_decisions(tokens: Sequence[Token]) -> list[Token]:
    """ "Welcomed the decision of Chad, to leave Mali": the infinitive behind the comma says what was decided."""
    repaired = list(tokens)
    helped = {t.head: t for t in tokens if t.dep == "aux" and t.lower == "to"}
    decided = {t.head: t for t in tokens if t.dep == "dobj" and t.lemma in _DECISIONS}
    for verb in tokens:
        noun = decided.get(verb.head)
        apart = verb.dep in {"advcl", "xcomp"} and verb.tag == "VB" and verb.index in helped
        if noun is None or not apart or not noun.index < verb.index:
            continue
        before = tokens[helped[verb.index].index - 1]
        if before.text == "," or before.head in {noun.index, noun.index + 1}:
            repaired[verb.index] = replace(verb, dep="acl", head=noun.index)
    return repaired


def with_repaired_courts(tokens: Sequence[Token]) -> list[Token]:
    """ "Took Chad to court over the river": a court that has no object is where somebody is taken, not courted."""
    repaired = list(tokens)
    with_object = {t.head for t in tokens if t.dep in {"dobj", "advmod"}}
    for link, place in pairwise(tokens):
        verb = tokens[place.head]
        courted = (
            link.lower == "to"
            and link.dep == "aux"
            and link.head == place.index
            and place.lemma in _COURTS
            and place.tag == "VB"
        )
        if courted and place.index not in with_object and verb.index < link.index:
            repaired[link.index] = replace(link, dep="prep", pos="ADP", tag="IN", head=verb.index)
            repaired[place.index] = replace(place, dep="pobj", pos="NOUN", tag="NN", head=link.index)
            for below in tokens:
                if below.head == place.index and below.index > place.index:
                    repaired[below.index] = replace(below, head=verb.index)
    return repaired


def with_repaired_attacks(tokens: Sequence[Token]) -> list[Token]:
    """ "Were killed in a strike on a school": "on" right behind an attack tells whom it was on, unless it is a day; so does
    "with" behind a border whose it is."""
    repaired = list(tokens)
    for before, token in pairwise(tokens):
        on_whom = token.lower in {"on", "against"} and before.lemma in _ATTACKS
        whose = token.lower == "with" and before.lemma in _BORDERS and _names_neighbour(tokens, token)
        if not (on_whom or whose) or token.dep != "prep" or before.pos != "NOUN":
            continue
        day = any(t.text in _DAYS for t in tokens[token.index + 1 : token.index + 3])
        if token.head != before.index and token not in governors(tokens, before) and not day:
            repaired[token.index] = replace(token, head=before.index)
    return repaired


def _names_neighbour(tokens: Sequence[Token], link: Token) -> bool:
    """ "With Niger", "with the tiny state"; not "with his counterpart", "with President Said"."""
    noun = next((t for t in tokens[link.index + 1 :] if t.dep == "pobj" and t.head == link.index), None)
    if noun is None:
        return False
    alone = not any(t.pos == "PROPN" for t in tokens[link.index + 1 : noun.index])
    return alone and (noun.pos == "PROPN" or noun.lemma in _NEIGHBOURS)


def _before_phrase(tokens: Sequence[Token], noun: Token) -> Token:
    """The word before all that stands before the noun and hangs on it."""
    before = tokens[max(0, noun.index - _NAME) : noun.index]
    return next((t for t in reversed(before) if noun not in governors(tokens, t)), noun)


def with_repaired_neighbours(tokens: Sequence[Token]) -> list[Token]:
    """ "Accused neighbouring Chad of a raid": an adjective, and no act."""
    repaired = list(tokens)
    for token, name in pairwise(tokens):
        if token.lower in _NEIGHBOURING and token.tag == "VBG" and name.head == token.index and name.dep == "dobj":
            repaired[name.index] = replace(name, dep="dobj" if token.dep == "xcomp" else token.dep, head=token.head)
            repaired[token.index] = replace(token, dep="amod", head=name.index, pos="ADJ", tag="JJ")
            for below in tokens[name.index + 1 :]:
                if below.head == token.index:
                    repaired[below.index] = replace(below, head=name.index)
    return repaired


def with_repaired_second_subjects(tokens: Sequence[Token]) -> list[Token]:
    """ "Members of the club, a body linked to the UN, investigated …": of two subjects of a verb the second, set off by
    commas behind an article, is an apposition to the first; of "Demir, who met his counterpart Mr Novak, left" to whom the
    relative clause of the first has as object."""
    repaired = list(tokens)
    subjects = defaultdict(list)
    for token in tokens:
        if token.dep in {"nsubj", "nsubjpass"}:
            subjects[token.head].append(token)
    for verb, found in subjects.items():
        before = [t for t in found if t.index < verb]
        if len(before) < 2:
            continue
        first, second = before[0], before[-1]
        begin = min(
            (t.index for t in tokens[first.index : second.index] if t.head == second.index), default=second.index
        )
        noun = tokens[begin - 1]
        relative = tokens[noun.head]
        if noun.dep == "dobj" and relative.dep == "relcl" and relative.head == first.index and second.pos == "PROPN":
            repaired[second.index] = replace(second, dep="appos", head=noun.index)
            continue
        article = tokens[second.index - 1]
        set_off = tokens[article.index - 1].text == "," and tokens[verb - 1].text == ","
        if article.lower in {"a", "an", "the"} and set_off and second.pos == "NOUN":
            repaired[second.index] = replace(second, dep="appos", head=first.index)
    return repaired


def with_repaired_small_clauses(tokens: Sequence[Token]) -> list[Token]:
    """ "Mali holds Chad responsible", "termed its sanctions illegal": whom one holds to be something is the object, not the
    subject of a clause."""
    repaired = list(tokens)
    for adjective in (t for t in tokens if t.dep == "ccomp" and t.pos == "ADJ"):
        verb = tokens[adjective.head]
        if verb.lemma not in _NAMING:
            continue
        between = tokens[verb.index + 1 : adjective.index]
        subject = next((t for t in between if t.dep == "nsubj" and t.head == adjective.index), None)
        if subject is not None:
            repaired[subject.index] = replace(subject, dep="dobj", head=verb.index)
            repaired[adjective.index] = replace(adjective, dep="oprd")
    named = {t.head for t in tokens if t.dep == "dobj" and t.pos == "PROPN"}
    for noun in (t for t in tokens if t.dep == "dobj" and t.pos == "NOUN" and t.head in named):
        if tokens[noun.head].lemma in _NAMING and noun.index > noun.head:
            repaired[noun.index] = replace(noun, dep="oprd")  # "called Jan Novak a puppet"
    return repaired


def with_repaired_shifts(tokens: Sequence[Token]) -> list[Token]:
    """ "Denounced as a crime Serbia's raid": what is said to be something is the object behind it, and no apposition."""
    repaired = list(tokens)
    with_object = {t.head for t in tokens if t.dep == "dobj"}
    for noun in tokens:
        called = tokens[noun.head]
        link = tokens[called.head]
        verb = tokens[link.head]
        if noun.dep != "appos" or called.dep != "pobj" or link.lower != "as" or verb.pos != "VERB":
            continue
        begin = min([noun.index, *(t.index for t in tokens if t.head == noun.index and t.dep in {"poss", "det"})])
        begin = min([begin, *(t.index for t in tokens if t.head == begin and t.dep in {"compound", "det"})])
        if begin == called.index + 1 < noun.index and verb.index not in with_object:
            repaired[noun.index] = replace(noun, dep="dobj", head=verb.index)
    return repaired


def with_joined_holders(tokens: Sequence[Token], states: Sequence[tuple[int, int]]) -> list[Token]:
    """ "President Said of Somalia and Ethiopian Prime Minister Ahmed": whom "and" joins to a person's state is joined to
    the person. ``states`` are the first token and the end of known states' names."""
    repaired = list(tokens)
    for first, last in states:
        link = tokens[first - 1] if first else None
        if link is None or link.lower != "of" or last + _LEAST_TITLED >= len(tokens) or tokens[last].lower != "and":
            continue
        end = next((i for i in range(last + 1, len(tokens)) if not tokens[i].text[0].isupper()), len(tokens))
        person, other = tokens[link.head], tokens[end - 1]
        titled = end - last - 1 >= _LEAST_TITLED and tokens[person.index - 1].pos == "PROPN"
        joined = other.dep == "conj" and other.head == person.index
        if not titled or joined or person.pos != "PROPN" or other.pos != "PROPN":
            continue
        if other in governors(tokens, person):  # the parser has the other way round
            repaired[person.index] = replace(person, dep=other.dep, head=other.head)
        repaired[other.index] = replace(other, dep="conj", head=person.index)
        repaired[last] = replace(tokens[last], head=person.index)
        repaired[last - 1] = replace(tokens[last - 1], dep="pobj", head=link.index)
        for token in tokens[last + 1 : end - 1]:
            if token.head not in range(last + 1, end):
                repaired[token.index] = replace(token, dep="compound", head=other.index)
    return repaired


def with_joined_halves(tokens: Sequence[Token], states: Sequence[tuple[int, int]]) -> list[Token]:
    """ "North and South Korea": both do what Korea does, though the parser has the first describe it."""
    repaired = list(tokens)
    for (first, end), (second, last) in pairwise(states):
        half = tokens[first]
        noun = tokens[half.head]
        joined = end - first == 1 and second == end + 1 and tokens[end].lower == "and"
        if not joined or half.dep != "nmod" or noun.index not in range(second + 1, last):
            continue
        repaired[first] = replace(half, dep=noun.dep, head=noun.head)
        repaired[noun.index] = replace(noun, dep="conj", head=first)
        repaired[second] = replace(tokens[second], dep="compound", head=noun.index)
    return repaired


def with_repaired_links_of_time(tokens: Sequence[Token]) -> list[Token]:
    """ "It comes (a day) after Ali Demir, the leader, told reporters …": "after" opens the clause behind it, and what stands
    before it is not what was told."""
    repaired = list(tokens)
    objects = {t.head: t for t in tokens if t.dep in {"pobj", "pcomp", "prep"}}
    subjects = {t.head: t for t in tokens if t.dep in {"nsubj", "nsubjpass"}}
    for link in (t for t in tokens if t.dep == "prep" and t.lower in {"after", "before"}):
        before = tokens[link.head]
        before = tokens[before.head] if before.dep == "npadvmod" else before
        verb, told = tokens[before.head], objects.get(link.index)
        subject = subjects.get(verb.index, told)
        if before.dep != "ccomp" or before.index not in subjects or subject is None or (told or subject) != subject:
            continue
        if before.index < link.index < subject.index < verb.index and subject.pos in {"PROPN", "NOUN"}:
            above = before.index if verb.head == verb.index else verb.head
            repaired[before.index] = replace(before, dep=verb.dep, head=above)
            repaired[verb.index] = replace(verb, dep="advcl", head=before.index)
            repaired[link.index] = replace(link, dep="mark", head=verb.index)
            repaired[subject.index] = replace(subject, dep="nsubj", head=verb.index)
    return repaired


def with_repaired_objects_told(tokens: Sequence[Token]) -> list[Token]:
    """ "Restored deposed President Ali Demir to power": a participle right behind a verb, with nothing between, describes
    the verb's object."""
    repaired = list(tokens)
    objects = {t.head: t for t in tokens if t.dep == "dobj"}
    for verb, told in pairwise(tokens):
        described = objects.get(told.index)
        bare = told.tag == "VBN" and told.dep == "xcomp" and told.head == verb.index and verb.pos == "VERB"
        if not bare or described is None or verb.index in objects or described.index < told.index:
            continue
        for below in tokens:
            if below.head == told.index and below.index > described.index:
                repaired[below.index] = replace(below, head=verb.index)
        repaired[described.index] = replace(described, head=verb.index)
        repaired[told.index] = replace(told, dep="amod", head=described.index)
    return repaired
