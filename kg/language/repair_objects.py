"""Mends what an object is and what hangs on it, where the statistical parser is known to get it wrong."""

from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.language.document import Token
from kg.language.tree import governors

_DATED = {*day_name, *month_name} - {""}
_NAMING = {"call", "term", "dub"}
_RELATIVE = {"which", "whom", "who", "that"}
_UNWELCOME = {"persona", "personae", "personas"}
_DECLARING = {"declare", "pronounce", "proclaim"}
_GOVERNING = {"authorities", "government", "regime", "junta"}
_GOVERNED = {"nsubj", "nsubjpass", "dobj", "pobj"}
_QUOTES = {'"', "“", "'", "‘"}
_ENDS = {".", "?", "!"}
_FARTHEST = 15
"""Words between the verb and what somebody is declared, at most."""
_SHORT = 2
_SPANS = {"minute", "hour", "day", "week", "month", "year"}
_STEPS = {"step", "measure", "move", "action"}
_MEETING = {"meet", "receive", "visit", "host", "see"}
_MEETINGS = {"meeting", "summit", "conference", "session", "gathering", "talk"}
_PLACES = {
    "airport",
    "palace",
    "station",
    "port",
    "border",
    "residence",
    "office",
    "hotel",
    "headquarters",
    "base",
    "hospital",
} | {name.lower() for name in (*day_name, *month_name) if name}
"""By what nobody stands who has done something there or then."""
_DEEDS = {"killing", "murder", "assassination", "arrest", "abduction", "kidnapping", "detention", "execution", "death"}
_MOVED = {
    "from": {"expulsion", "withdrawal", "removal", "recall", "deportation", "evacuation", "pullout", "repatriation"},
    "to": {"note", "letter", "message"},
}
_MET = {"official", "president", "minister", "premier", "leader", "counterpart", "ambassador", "envoy", "negotiator"}
_HAD_WITH = {"tie", "relation", "talk", "meeting", "link", "cooperation", "agreement", "deal", "negotiation", "dispute"}
"""What one has with officials: "discussed ties with Chad's leaders" may be had with anybody."""


def with_repaired_names_given(tokens: Sequence[Token]) -> list[Token]:
    """ "Agreed what they called a truce", "condemned what it called an attack": the object is the truce, the attack, which
    the clause only gives a name to."""
    repaired = list(tokens)
    objects = {t.head: t for t in tokens if t.dep == "oprd" and t.pos in {"NOUN", "PROPN"}}
    whats = {t.head for t in tokens if t.dep == "dobj" and t.lower == "what"}
    for token in tokens:
        noun, above = objects.get(token.index), tokens[token.head]
        if token.lemma not in _NAMING or token.index not in whats or noun is None or noun.index < token.index:
            continue
        if token.dep == "ccomp" and above.pos == "VERB":
            repaired[noun.index] = replace(noun, dep="dobj", head=above.index)
        elif token.dep == "pcomp":
            repaired[noun.index] = replace(noun, dep="pobj", head=above.index)
        else:
            continue
        repaired[token.index] = replace(token, dep="relcl", head=noun.index)
        for behind in tokens:
            if behind.head == token.index and behind.dep == "prep" and behind.index > noun.index:
                repaired[behind.index] = replace(behind, head=above.index if token.dep == "ccomp" else noun.index)
    return repaired


def with_repaired_company(tokens: Sequence[Token]) -> list[Token]:
    """ "Discussed the resumption of talks with Ali Demir", "the plan with officials": with a person one discusses a thing,
    whatever it is."""
    repaired = list(tokens)
    for name in tokens:
        token = tokens[name.head]
        noun = tokens[token.head]
        if token.lower != "with" or name.dep != "pobj" or noun.pos != "NOUN":
            continue
        if not _is_titled(tokens, name) and (name.lemma not in _MET or noun.lemma in _HAD_WITH):
            continue
        above = [noun, *governors(tokens, noun)]
        verb = next((t for t in above if t.dep not in {"pobj", "prep", "dobj"} or t.pos == "VERB"), noun)
        if verb.lemma == "discuss":
            repaired[token.index] = replace(token, head=verb.index)
    return repaired


def with_repaired_meetings(tokens: Sequence[Token]) -> list[Token]:
    """ "A meeting in Lusaka of rebel leaders": of whom it is, not of which leaders Lusaka is."""
    repaired = list(tokens)
    for token in tokens:
        if token.lower != "of":
            continue
        town, members = tokens[token.head], tokens[token.index + 1 : token.index + 1 + _FARTHEST]
        meeting = tokens[tokens[town.head].head]
        if town.pos != "PROPN" or town.dep != "pobj" or meeting.lemma not in _MEETINGS:
            continue
        held = next((t for t in members if t.head == token.index and t.dep == "pobj"), None)
        if held is not None and held.tag == "NNS":
            repaired[token.index] = replace(token, head=meeting.index)
    return repaired


def with_repaired_behind_dates(tokens: Sequence[Token]) -> list[Token]:
    """ "Will discuss it on 12 April with Ali Demir": what stands behind a date tells of the verb."""
    repaired = list(tokens)
    for token in tokens:
        day = tokens[token.head]
        link = tokens[day.head]
        dated = token.lower == "with" and day.dep == "pobj" and day.text in _DATED and link.lower in {"on", "in"}
        if dated and tokens[link.head].pos == "VERB":
            repaired[token.index] = replace(token, head=link.head)
    return repaired


def _is_titled(tokens: Sequence[Token], name: Token) -> bool:
    """A name with two words in capitals before it: "President Ali Demir", not "Iran"."""
    before = [t for t in tokens[max(0, name.index - _SHORT) : name.index] if t.head == name.index]
    return name.pos == "PROPN" and len(before) == _SHORT and all(t.text[0].isupper() for t in before)


def with_repaired_relative_objects(tokens: Sequence[Token]) -> list[Token]:
    """ "Rebels whom Chad accused Niger of arming": a relative pronoun before a verb that has an object behind it is that of
    the gerund behind the object, where it has none."""
    repaired = list(tokens)
    objects = {t.head for t in tokens if t.dep == "dobj" and t.index > t.head}
    for pronoun in tokens:
        if pronoun.lower not in _RELATIVE or pronoun.dep != "dobj" or pronoun.head not in objects:
            continue
        links = (t for t in tokens if t.dep == "prep" and t.lower in {"of", "for"} and t.head == pronoun.head)
        gerunds = [t for link in links for t in tokens if t.dep in {"pcomp", "pobj"} and t.head == link.index]
        for gerund in gerunds[:1]:
            if gerund.tag == "VBG" and gerund.index not in objects:
                repaired[pronoun.index] = replace(pronoun, head=gerund.index)
    return repaired


def with_repaired_relative_clauses(tokens: Sequence[Token]) -> list[Token]:
    """ "Was followed by Chad which later announced …": "which" right behind a name tells of it."""
    repaired = list(tokens)
    for noun, pronoun in pairwise(tokens):
        verb = tokens[pronoun.head]
        told = pronoun.lower == "which" and pronoun.dep in {"nsubj", "nsubjpass"} and noun.pos == "PROPN"
        if told and verb.dep == "advcl" and verb.index > pronoun.index and noun.dep == "pobj":
            repaired[verb.index] = replace(verb, dep="relcl", head=noun.index)
    return repaired


def with_repaired_agents(tokens: Sequence[Token]) -> list[Token]:
    """ "Was killed by the army and fighters from the militia": "from" right behind the last agent tells of that one."""
    repaired = list(tokens)
    for link in tokens:
        noun = tokens[link.index - 1]
        agent = tokens[noun.head] if noun.dep == "conj" else noun
        by = tokens[agent.head]
        if link.lower == "from" and link.dep == "prep" and by.dep == "agent" and by.head == link.head and link.index:
            repaired[link.index] = replace(link, head=noun.index)
    return repaired


def with_repaired_sides(tokens: Sequence[Token]) -> list[Token]:
    """ "Left the pact in solidarity with Mali": "with" behind "in" and a bare noun tells of the noun."""
    repaired = list(tokens)
    for link, noun, side in zip(tokens, tokens[1:], tokens[2:], strict=False):
        bare = link.lower == "in" and noun.dep == "pobj" and noun.head == link.index and noun.text.islower()
        if bare and side.lower == "with" and side.dep == "prep" and side.head in {link.head, tokens[link.head].head}:
            repaired[side.index] = replace(side, head=noun.index)
    return repaired


def with_repaired_unwelcome(tokens: Sequence[Token]) -> list[Token]:
    """ "Declared two envoys (of Chad) 'persona non grata' over the row": the envoys are the object, "persona" what they are
    declared, and what follows tells of the verb."""
    repaired = list(tokens)
    for said, non, grata in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if said.lower not in _UNWELCOME or non.lower != "non":
            continue
        end = said.index - (tokens[said.index - 1].text in _QUOTES)
        declared = next((t for t in reversed(tokens[max(0, end - _FARTHEST) : end]) if t.lemma in _DECLARING), None)
        inside = [] if declared is None else tokens[declared.index + 1 : end]
        if declared is None or not inside or any(t.pos == "AUX" or t.text in _ENDS for t in inside):
            continue  # "was declared persona non grata"
        objects = [t for t in inside if t.dep == "dobj" and t.head == declared.index]
        holder = objects[0] if objects else inside[-1]
        for outer in governors(tokens, holder):
            if not declared.index < outer.index < end:
                break
            holder = outer
        repaired[holder.index] = replace(holder, dep="dobj", head=declared.index)
        repaired[said.index] = replace(said, dep="oprd", head=declared.index, pos="NOUN", tag="NN")
        words = {said.index, non.index, grata.index}
        last = inside[-1]
        above = next((t for t in governors(tokens, said) if t.index not in words), said)
        if last.index != holder.index and last.head in words:  # "staff of the embassy and the office persona …"
            repaired[last.index] = replace(last, dep="conj", head=above.index if above in inside else holder.index)
        for token in tokens[declared.index + 1 :]:
            if token.index in {non.index, grata.index}:
                repaired[token.index] = replace(token, dep="compound", head=said.index)
            elif token.head in words and token.index not in {holder.index, said.index, last.index}:
                behind = token.index > grata.index
                repaired[token.index] = replace(token, head=declared.index if behind else last.index)
    return repaired


def with_repaired_infinitives(tokens: Sequence[Token]) -> list[Token]:
    """ "A plot to carry out attacks", "a call for troops to be sent": an infinitive behind a noun is no relative clause,
    unless it has a pronoun. "Took steps to ease it": the steps do, and are no means to it. "Called him to voice concern":
    what stands behind "to" is a verb."""
    opened = {t.head: t.index for t in tokens if t.dep == "aux" and t.lower == "to"}
    told = {t.head for t in tokens if t.tag[:1] == "W"}
    repaired = []
    for token in tokens:
        before = tokens[opened[token.index] - 1] if opened.get(token.index) else token
        if token.dep == "relcl" and token.tag in {"VB", "VBN"} and token.index in opened.keys() - told:
            token = replace(token, dep="acl")
        elif token.dep == "advcl" and before.lemma in _STEPS and before.dep == "dobj" and before.head == token.head:
            token = replace(token, dep="acl", head=before.index)
        repaired.append(token)
    for to, verb in pairwise(tokens):
        noun = tokens[verb.head]
        named = to.tag == "TO" and to.dep == "aux" and verb.tag == "NN" and verb.dep == "compound"
        if named and noun.index == verb.index + 1 and noun.dep in {"oprd", "xcomp", "attr"}:
            repaired[to.index] = replace(to, head=verb.index)
            repaired[verb.index] = replace(verb, pos="VERB", tag="VB", dep="xcomp", head=noun.head)
            repaired[noun.index] = replace(noun, dep="dobj", head=verb.index)
    return repaired


def with_repaired_objects(tokens: Sequence[Token]) -> list[Token]:
    """A second subject behind an active verb that has one before it, and no object, is its object."""
    below: defaultdict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.dep in {"nsubj", "dobj", "auxpass", "ccomp"} and token.head != token.index:
            below[token.head].append(token)
    repaired = list(tokens)
    for head, found in below.items():
        subjects = [t for t in found if t.dep == "nsubj"]
        if len(subjects) == 2 and len(found) == 2 and subjects[0].index < head < subjects[1].index:
            repaired[subjects[1].index] = replace(subjects[1], dep="dobj")
    return repaired


def with_repaired_names_met(tokens: Sequence[Token]) -> list[Token]:
    """ "Will meet today ministers Ali Demir and Jan Novak": a name with words of its own, behind a verb that has no object,
    tells no time."""
    with_object = {t.head for t in tokens if t.dep in {"dobj", "auxpass", "nsubjpass"}}
    described = {t.head for t in tokens if t.dep == "compound"}
    repaired = list(tokens)
    for token in tokens:
        verb = tokens[token.head]
        late = token.dep == "npadvmod" and token.pos == "PROPN" and token.index > verb.index and verb.lemma in _MEETING
        if late and verb.index not in with_object and token.index in described and token.text not in _DATED:
            repaired[token.index] = replace(token, dep="dobj")
    return repaired


def with_repaired_prepositions(tokens: Sequence[Token]) -> list[Token]:
    """ "Called for calm following a meeting": "following" with an object of a preposition is one."""
    governing = {t.head for t in tokens if t.dep == "pobj"}
    return [
        replace(token, dep="prep", pos="ADP", tag="IN")
        if token.lower == "following" and token.index in governing
        else token
        for token in tokens
    ]


def with_repaired_calls(tokens: Sequence[Token]) -> list[Token]:
    """ "Called a meeting": what nothing is called is the object of "call"."""
    repaired = list(tokens)
    called = {t.head for t in tokens if t.dep in {"dobj", "nsubjpass", "auxpass"} or t.tag == "WP"}
    for noun in (t for t in tokens if t.dep == "oprd" and t.pos == "NOUN"):
        verb = tokens[noun.head]
        if verb.lemma == "call" and verb.tag != "VBN" and verb.index < noun.index and verb.index not in called:
            repaired[noun.index] = replace(noun, dep="dobj")
    return repaired


def with_repaired_seats(tokens: Sequence[Token]) -> list[Token]:
    """ "Accused the authorities in Khartoum of theft": where they sit, not where they are accused."""
    repaired = list(tokens)
    named = {t.head for t in tokens if t.dep == "pobj" and t.pos == "PROPN"}
    for noun, link in pairwise(tokens):
        acted_upon = noun.dep in _GOVERNED and noun.lower in _GOVERNING
        if acted_upon and link.lower == "in" and link.index in named and link.head == noun.head:
            repaired[link.index] = replace(link, head=noun.index)
    return repaired


def with_repaired_bare_objects(tokens: Sequence[Token]) -> list[Token]:
    """ "Closed the road, bombing Mali": a name right behind a participle, no day, is what it is done to."""
    repaired = list(tokens)
    with_object = {t.head for t in tokens if t.dep == "dobj"}
    for verb, name in pairwise(tokens):
        bare = name.dep == "npadvmod" and name.head == verb.index and name.pos == "PROPN" and name.text not in _DATED
        if bare and verb.tag == "VBG" and verb.index not in with_object:
            repaired[name.index] = replace(name, dep="dobj")
    return repaired


def with_repaired_ways_back(tokens: Sequence[Token]) -> list[Token]:
    """ "Called its envoy back from Chad", "called home Ali Demir": where from and where to is said of the calling."""
    repaired = list(tokens)
    for link in tokens:
        way = tokens[link.head]
        verb = tokens[way.head]
        if link.dep == "prep" and way.lower in {"back", "home"} and way.pos == "ADV" and verb.pos == "VERB":
            repaired[link.index] = replace(link, head=verb.index)
    for verb, way in pairwise(tokens):
        if way.text in {"back", "home"} and verb.lemma in {"call", "summon", "order"} and way.dep == "compound":
            repaired[way.index] = replace(way, dep="advmod", head=verb.index)
    return repaired


def with_repaired_things_before_times(tokens: Sequence[Token]) -> list[Token]:
    """ "Dissolved Chad's parliament days after a coup": what is right before "days after" is the object, no kind of days."""
    repaired = list(tokens)
    with_object = {t.head for t in tokens if t.dep in {"dobj", "nsubjpass"}}
    for noun, days in pairwise(tokens):
        link = tokens[days.head]
        verb = tokens[link.head]
        before = days.dep == "npadvmod" and days.lemma in _SPANS and link.lower in {"after", "before"}
        if not before or noun.dep != "compound" or noun.head != days.index or verb.index in with_object:
            continue
        if verb.pos == "VERB" and verb.index < noun.index:
            repaired[noun.index] = replace(noun, dep="dobj", head=verb.index)
            for token in tokens[verb.index + 1 : noun.index]:
                if token.head == days.index:
                    repaired[token.index] = replace(token, head=noun.index)
    return repaired


def with_repaired_things_moved(tokens: Sequence[Token]) -> list[Token]:
    """ "The expulsion of envoys from Chad", "a note of protest to Chad": where from, or to, is said of the first noun."""
    repaired = list(tokens)
    for link in tokens:
        whom = tokens[link.head]
        of = tokens[whom.head]
        moved = tokens[of.head]
        told = link.dep == "prep" and whom.dep == "pobj" and of.lower == "of" and link.index > whom.index
        if told and moved.lemma in _MOVED.get(link.lower, ()):
            repaired[link.index] = replace(link, head=moved.index)
    return repaired


def with_repaired_welcomes(tokens: Sequence[Token]) -> list[Token]:
    """ "Was welcomed at the airport by Jan Novak": no airport by him, but who welcomed him."""
    repaired = list(tokens)
    passive = {t.head for t in tokens if t.dep == "auxpass"}
    done = {t.head for t in tokens if t.dep == "agent"}
    for link in (t for t in tokens if t.lower == "by" and t.dep == "prep"):
        place = tokens[link.head]
        verb = tokens[tokens[place.head].head]
        named = any(t.head == link.index and t.dep == "pobj" and t.pos == "PROPN" for t in tokens[link.index :])
        if place.dep == "pobj" and place.lemma in _PLACES and verb.index in passive - done and named:
            repaired[link.index] = replace(link, dep="agent", head=verb.index)
    return repaired


def with_repaired_victims(tokens: Sequence[Token]) -> list[Token]:
    """ "The killing in Istanbul of Jan Novak": of him, not his Istanbul."""
    repaired = list(tokens)
    for link in (t for t in tokens if t.lower == "of" and t.dep == "prep"):
        place = tokens[link.head]
        where = tokens[place.head]
        deed = tokens[where.head]
        in_town = place.pos == "PROPN" and place.dep == "pobj" and where.lower in {"in", "at", "near"}
        whom = any(t.head == link.index and t.dep == "pobj" and t.pos == "PROPN" for t in tokens[link.index :])
        if in_town and whom and deed.pos == "NOUN" and deed.lemma in _DEEDS:
            repaired[link.index] = replace(link, head=deed.index)
    return repaired
