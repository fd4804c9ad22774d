"""Mends who is given what: "gave Mali a week", "lent Greece 86bn euros"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.language.document import Token

_TERMS = {"hour", "day", "week", "month"}
_GIVING = {"give", "lend", "loan", "grant", "sell", "pay", "send", "offer", "award", "promise", "owe"}


def with_repaired_amounts_given(tokens: Sequence[Token]) -> list[Token]:
    """ "Lent Greece 86bn euros", "sold Syria 36 jets": the name between the verb and the number is who receives them."""
    repaired = list(tokens)
    objects = [t for t in tokens if t.dep == "dobj" and tokens[t.head].lemma in _GIVING and t.index > t.head]
    for noun in objects:
        behind = tokens[noun.head + 1 : noun.index]
        amount = next((t for t in behind if t.text[0].isdigit() or t.pos == "NUM"), None)
        name = behind[: amount.index - noun.head - 1] if amount is not None else ()
        if name and all(t.pos == "PROPN" for t in name) and name[-1].dep in {"compound", "nmod"}:
            repaired[name[-1].index] = replace(name[-1], dep="dative", head=noun.head)
    return repaired


def with_repaired_terms_given(tokens: Sequence[Token]) -> list[Token]:
    """ "Chad gave Mali a week to withdraw": what is given is the week, and Mali receives it; "gave Mali until Friday to
    withdraw": what it has until then for."""
    repaired = list(tokens)
    if not any(t.lemma == "give" for t in tokens):
        return repaired
    objects = {t.head: t for t in tokens if t.dep == "dobj" and t.pos == "PROPN"}
    for term in tokens:
        given, whom = tokens[term.head], objects.get(term.head)
        if (
            term.dep == "npadvmod"
            and term.lemma in _TERMS
            and given.lemma == "give"
            and whom
            and whom.index < term.index
        ):
            repaired[term.index] = replace(term, dep="dobj")
            repaired[whom.index] = replace(whom, dep="dative")
    until = {t.head: t.index for t in tokens if t.dep == "prep" and t.lower in {"until", "till"}}
    to = {t.head for t in tokens if t.dep == "aux" and t.lower == "to"}
    for verb in (tokens[i] for i in sorted(to) if tokens[i].dep == "advcl"):
        given = tokens[verb.head]
        if given.lemma == "give" and given.index < until.get(given.index, -1) < verb.index:
            repaired[verb.index] = replace(verb, dep="xcomp")
    return repaired
