"""The names that stand beside a noun as what it is called: "regional power Nigeria", "a group calling itself M23"."""

from collections.abc import Iterator

from kg.language import Parse, Token
from kg.language.syntax import child, children, prepositions


def names_of(parse: Parse, noun: int) -> Iterator[int]:
    """Head tokens of the names of a noun: right behind it, "the regional body, ECOWAS", or told by a participle."""
    marked = noun + 1 < len(parse.tokens) and parse.tokens[noun + 1].text == ","
    for name in children(parse, noun, ("appos",)):
        if all(t.pos in {"PROPN", "DET", "ADP", "CCONJ"} for t in parse.tokens[noun + 1 + marked : name.index]):
            yield name.index
    acting = parse.tokens[noun].dep in {"nsubj", "nsubjpass"}
    for participle in children(parse, noun, ("acl",)) if acting else ():
        yield from _called(parse, participle)


def _called(parse: Parse, participle: Token) -> Iterator[int]:
    """ "Calling itself M23", "called M23", "known as M23"."""
    if participle.lemma in {"call", "name", "dub"} and (name := child(parse, participle.index, "oprd", "xcomp")):
        yield name.index
    if participle.lemma == "know":
        yield from (obj.index for link, obj in prepositions(parse, participle.index) if link.lower == "as")
