"""Mends what the statistical parser is known to get wrong and word order tells."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.language.document import Token


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
