"""Who stands in what an act concerns without being concerned by it: "signed in Ethiopia's capital", "aid for Chad"."""

from collections.abc import Collection, Iterable

from kg.language import Form, Kind, Mention, Parse
from kg.language.syntax import ancestors, prepositions

BORDERS = {"border", "frontier"}
"""Nouns for the line that parts two states."""


def is_beside_agreement(parse: Parse, mention: Mention, wars: Collection[str]) -> bool:
    """ "Agreed to reopen the Kasumbalesa crossing", "to keep the agency", "negotiated a truce in the Liberian civil war"."""
    token = parse.tokens[mention.head]
    if mention.form is Form.ADJECTIVE and parse.tokens[token.head].lemma in wars:
        return True
    if mention.kind is Kind.ORGANISATION and mention.form is Form.NOMINAL and not mention.unnamed:
        return True
    if is_beyond_border(parse, mention) and any(t.lower in {"near", "along"} for t in ancestors(parse, token.index)):
        return True  # "a truce in a town near the border with Chad"
    return token.dep == "compound" and mention.kind is not Kind.STATE and mention.reference is None


def is_whose_capital(parse: Parse, mention: Mention) -> bool:
    """ "Signed in Ethiopia's capital", "in the Iraqi capital": where, not with whom."""
    token = parse.tokens[mention.head]
    token = parse.tokens[token.head] if token.dep == "conj" else token
    return token.dep in {"poss", "amod", "compound"} and parse.tokens[token.head].lemma == "capital"


def is_beyond_border(parse: Parse, mention: Mention) -> bool:
    """ "Attacked a post near the border with Chad"."""
    return any(above.lemma in BORDERS and above.dep == "pobj" for above in ancestors(parse, mention.head))


def is_helped(parse: Parse, mention: Mention, helps: Collection[str]) -> bool:
    """ "Appealed for aid for Chad", of which nobody asks Chad; ``helps`` are nouns for aid."""
    link = parse.tokens[parse.tokens[mention.head].head]
    return link.lower in {"for", "to"} and parse.tokens[link.head].lemma in helps


def given_in(parse: Parse, around: Iterable[int], helps: Collection[str]) -> list[int]:
    """The aid of "pledged 200 million euros in aid to Chad", behind which stands whom it is for."""
    return [o.index for i in around for link, o in prepositions(parse, i) if link.lower == "in" and o.lemma in helps]
