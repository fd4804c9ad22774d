"""Mends who the subject is behind what a sentence opens with, where the statistical parser is known to get it wrong."""

from calendar import day_name, month_name
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kg.language.document import Token
from kg.language.repair_clauses import FINITE, PAST
from kg.language.tree import governors

_MONTHS = set(month_name) - {""}
_DAYS = {*day_name, *_MONTHS}
_ACRONYM = 3
"""Letters of an acronym at least."""
_NOUN_BEHIND = 6
"""Words from "after" to the noun behind it."""
_TIMES = {"day", "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend"}


def with_repaired_openings(tokens: Sequence[Token]) -> list[Token]:
    """ "Nauru severed ties": the name that a sentence begins with, right before a finite verb without a subject, is no day
    on which it was done; nor is it in "Nauru trained officers" what the trained officers are about."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    for token, verb in pairwise(tokens):
        opens = token.index == 0 or tokens[token.index - 1].sentence != token.sentence
        if not opens or token.pos != "PROPN" or token.text in _DAYS:
            continue
        noun = tokens[verb.head]
        if verb.index in with_subject - {noun.index}:
            continue
        if token.dep == "npadvmod" and token.head == verb.index and verb.tag in PAST:
            repaired[token.index] = replace(token, dep="nsubj")
        elif verb.dep == "amod" and verb.lower.endswith("ed") and noun.dep == "ROOT" and noun.pos == "NOUN":
            repaired[token.index] = replace(token, dep="nsubj", head=verb.index)
            repaired[verb.index] = replace(verb, dep="ROOT", head=verb.index, pos="VERB", tag="VBD")
            repaired[noun.index] = replace(noun, dep="dobj", head=verb.index)
    return repaired


def with_repaired_compounded_subjects(tokens: Sequence[Token]) -> list[Token]:
    """ "The Houthis form part of it", ""…," IGAD said": a name right before a finite verb without a subject is that, no part
    of the verb."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    for name, verb in pairwise(tokens):
        told = verb.pos == "VERB" and verb.tag in FINITE and verb.dep == "ROOT" and verb.index not in with_subject
        acronym = name.dep == "aux" and name.text.isupper() and len(name.text) >= _ACRONYM
        compound = name.dep == "compound" and name.pos == "PROPN"
        if told and name.head == verb.index and (acronym or compound):
            repaired[name.index] = replace(name, dep="nsubj", pos="PROPN", tag="NNP")
    return repaired


def with_repaired_afters_told(tokens: Sequence[Token]) -> list[Token]:
    """ "Denmark will leave after the government, under Ali Demir, told it to": a verb joined by no "and" is what is told
    behind "after", whose noun is its subject."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    joining = {t.head for t in tokens if t.dep == "cc"}
    for link in (t for t in tokens if t.lower == "after" and t.dep == "prep"):
        verb = tokens[link.head]
        noun = next((t for t in tokens[link.index : link.index + _NOUN_BEHIND] if t.dep == "pobj"), None)
        told = next((t for t in tokens[link.index :] if t.dep == "conj" and t.head == verb.index), None)
        if noun is None or noun.head != link.index or told is None or told.tag not in PAST:
            continue
        if told.index in with_subject or verb.index in joining or tokens[told.index - 1].text != ",":
            continue
        repaired[link.index] = replace(link, dep="mark", head=told.index)
        repaired[noun.index] = replace(noun, dep="nsubj", head=told.index)
        repaired[told.index] = replace(told, dep="advcl")
        for token in tokens[noun.index : told.index]:
            if token.head == verb.index and token.dep in {"prep", "punct"}:
                repaired[token.index] = replace(token, head=noun.index)
    return repaired


def with_repaired_dates(tokens: Sequence[Token]) -> list[Token]:
    """ "On 4 May 2021 President Ali Mutua met …": the date that a sentence begins with ends before the name, which is the
    subject of the verb that has none."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    for link in tokens:
        opens = link.index == 0 or tokens[link.index - 1].sentence != link.sentence
        verb = tokens[link.head]
        if not opens or link.pos != "ADP" or verb.tag not in PAST or verb.index in with_subject:
            continue
        dated = list(takewhile(lambda t: t.tag == "CD" or t.text in _MONTHS, tokens[link.index + 1 :]))
        months = [t for t in dated if t.text in _MONTHS]
        behind = tokens[dated[-1].index + 1] if dated else link
        subject = next((t for t in tokens[behind.index : verb.index] if t.dep == "pobj" and t.head == link.index), None)
        above = {t.index for t in governors(tokens, verb)}
        if len(months) != 1 or subject is None or subject.pos not in {"NOUN", "PROPN"}:
            continue
        if above & {subject.index, *(t.index for t in dated)}:
            continue  # the verb hangs on them: the parse would go round
        for token in dated:
            repaired[token.index] = replace(token, dep="nummod", head=months[0].index)
        repaired[months[0].index] = replace(months[0], dep="pobj", head=link.index)
        repaired[subject.index] = replace(subject, dep="nsubj", head=verb.index)
    return repaired


def with_repaired_phrase_openings(tokens: Sequence[Token]) -> list[Token]:
    """ "During talks in Doha, Chad and Niger agreed …", "In June, Chad, Niger and Mali agreed …": a name behind the first
    comma of what opens the sentence is the subject of the verb that has none, and not joined to the town or month."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl", "csubj"}}
    auxiliaries = {t.head: t for t in tokens if t.dep in {"aux", "auxpass"}}
    for link in tokens:
        verb = tokens[link.head]
        opens = link.index == 0 or tokens[link.index - 1].sentence != link.sentence
        finite = verb.tag in FINITE or (verb.index in auxiliaries and auxiliaries[verb.index].tag in FINITE)
        if not opens or link.dep != "prep" or verb.pos != "VERB" or not finite or verb.index in with_subject:
            continue
        inside = tokens[link.index : verb.index]
        commas = [t.index for t in inside if t.text == ","]
        behind = [t for t in inside if t.dep in {"conj", "appos"} and commas and t.head < commas[0] < t.index]
        goes_round = bool(behind) and behind[0] in governors(tokens, verb)  # "in Doha, rebels backed by …"
        listed = len(commas) == 1 or (behind and _is_list(tokens[behind[0].index : verb.index]))
        listed = listed or bool(behind and _is_introduced(tokens[commas[0] + 1 : verb.index], behind[0]))
        titled = _named_behind(tokens[behind[0].index + 1 : verb.index]) if behind and behind[0].pos == "NOUN" else None
        if titled is not None:
            repaired[titled.index] = replace(titled, dep="appos", head=behind[0].index)
        listed = listed or titled is not None
        if listed and behind and not goes_round and behind[0].pos in {"NOUN", "PROPN"}:
            passive = auxiliaries[verb.index].dep == "auxpass" if verb.index in auxiliaries else False
            repaired[behind[0].index] = replace(behind[0], dep="nsubjpass" if passive else "nsubj", head=verb.index)
    return repaired


def _is_list(tokens: Sequence[Token]) -> bool:
    """ "Chad, Niger and Mali (have)": nothing but names, the commas and "and" between them, auxiliaries and adverbs."""
    between = [t for t in tokens if t.pos not in {"AUX", "ADV", "DET"}]
    return all(t.pos == "PROPN" or t.lower in {",", "and"} for t in between) and between[-1].pos == "PROPN"


def _is_introduced(tokens: Sequence[Token], name: Token) -> bool:
    """ "Ali Demir, Chad's prime minister, (met)": a name, and between commas who it is."""
    named = list(takewhile(lambda t: t.index <= name.index, tokens))
    behind = [t for t in tokens if t.index > name.index and t.pos not in {"AUX", "ADV"}]
    told = any(t.dep == "appos" and t.head == name.index for t in behind)
    return told and all(t.pos == "PROPN" for t in named) and behind[0].text == "," and behind[-1].text == ","


def _named_behind(tokens: Sequence[Token]) -> Token | None:
    """ "(The Chadian minister), Jan Novak, (met)": nothing but a name between commas behind a title."""
    name = tokens[1:-1]
    between = len(name) > 0 and tokens[0].text == tokens[-1].text == ","
    return name[-1] if between and all(t.pos == "PROPN" for t in name) else None


def with_repaired_long_subjects(tokens: Sequence[Token]) -> list[Token]:
    """ "Leaders meeting in the capital Lima agreed": whoever stands before the participle agreed, and not the town."""
    repaired = list(tokens)
    subjects = {t.head: t for t in tokens if t.dep == "nsubj"}
    for participle in tokens:
        verb = tokens[participle.head]
        named, town = subjects.get(participle.index), subjects.get(verb.index)
        if participle.dep != "advcl" or participle.tag != "VBG" or named is None or town is None:
            continue
        before = tokens[town.index - 1]
        between = tokens[named.index + 1 : participle.index]
        inside = participle.index < town.index < verb.index and all(
            named.index <= t.head < participle.index for t in between
        )
        if (
            inside
            and before.dep in {"pobj", "prep"}
            and not any(t.text == "," for t in tokens[named.index : verb.index])
        ):
            repaired[named.index] = replace(named, head=verb.index)
            repaired[participle.index] = replace(participle, dep="acl", head=named.index)
            dep = "appos" if before.dep == "pobj" else "pobj"
            repaired[town.index] = replace(town, dep=dep, head=before.index)
    return repaired


def with_repaired_participial_openings(tokens: Sequence[Token]) -> list[Token]:
    """ "Responding to migrants from Chad, Mali's minister proposed …": what opens the sentence is no subject, and whoever
    stands behind its comma is no apposition to what it names."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "expl"}}
    for opening in tokens:
        verb = tokens[opening.head]
        if opening.dep != "csubj" or opening.tag != "VBG" or verb.tag not in PAST or verb.index in with_subject:
            continue
        behind = [t for t in tokens[opening.index : verb.index] if t.dep == "appos" and tokens[t.head].index < t.index]
        subject = next((t for t in behind if any(c.text == "," for c in tokens[t.head : t.index])), None)
        if subject is not None and not any(t.text == "," for t in tokens[subject.index : verb.index]):
            repaired[opening.index] = replace(opening, dep="advcl")
            repaired[subject.index] = replace(subject, dep="nsubj", head=verb.index)
    return repaired


def with_repaired_described_openings(tokens: Sequence[Token]) -> list[Token]:
    """ "In a statement issued on Monday, it claimed …": the participle tells of the statement, and is nothing claimed."""
    repaired = list(tokens)
    with_subject = {t.head for t in tokens if t.dep in {"nsubj", "nsubjpass", "aux", "auxpass"}}
    for noun, participle in pairwise(tokens):
        link, verb = tokens[noun.head], tokens[participle.head]
        told = participle.tag == "VBN" and participle.dep == "ccomp" and participle.index < verb.index
        opens = noun.dep == "pobj" and link.dep == "prep" and link.head == participle.index
        if told and opens and participle.index not in with_subject:
            repaired[participle.index] = replace(participle, dep="acl", head=noun.index)
            repaired[link.index] = replace(link, head=verb.index)
    return repaired


def with_repaired_days_that(tokens: Sequence[Token]) -> list[Token]:
    """ "On the day that Ali Demir spoke, he met the king": the opening tells when, not what "he met" says."""
    repaired = list(tokens)
    for day, that in pairwise(tokens):
        link, clause = tokens[day.head], tokens[that.head]
        opens = link.lower in {"on", "in"} and (link.index == 0 or tokens[link.index - 1].sentence != link.sentence)
        if not opens or day.lemma not in _TIMES or that.lower not in {"that", "when"}:
            continue
        if clause.dep == "ccomp" and that.index < clause.index < clause.head:
            repaired[clause.index] = replace(clause, dep="advcl")
    return repaired
