"""Mends what the statistical parser is known to get wrong and word order tells."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.language.document import Token

_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def with_repaired_roots(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """ "The spokesman, Ali Demir, called on …": a sentence whose only verb the parser takes for a participle of its
    subject; sentences of news have a finite verb."""
    repaired = list(tokens)
    for first, last in sentences:
        inside = tokens[first:last]
        root = next((t for t in inside if t.head == t.index), None)
        if (
            root is None
            or root.pos not in {"NOUN", "PROPN"}
            or any(t.tag in _FINITE and t.dep != "acl" for t in inside)
        ):
            continue
        verb = _taken_for_participle(tokens, inside, root)
        if verb is None:
            continue
        for token in inside:
            if token.index == verb.index:
                repaired[token.index] = replace(token, dep="ROOT", head=token.index, tag="VBD")
            elif token.index == root.index:
                repaired[token.index] = replace(token, dep="nsubj", head=verb.index)
            elif token.head == root.index and token.index > verb.index:
                repaired[token.index] = replace(token, head=verb.index)
    return repaired


def _taken_for_participle(tokens: Sequence[Token], inside: Sequence[Token], root: Token) -> Token | None:
    """A participle behind a comma, on the subject or its apposition, that has an object or a clause and no agent."""
    for token in inside:
        holder = tokens[token.head]
        if (
            token.tag not in {"VBN", "VBD"}
            or token.dep != "acl"
            or tokens[token.index - 1].text != ","
            or not (holder.index == root.index or (holder.dep == "appos" and holder.head == root.index))
        ):
            continue
        below = {t.dep for t in inside if t.head == token.index}
        if "agent" not in below and below & {"dobj", "ccomp", "xcomp", "advcl", "dative", "prep", "prt"}:
            return token
    return None


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
