"""Whose ministry it is where it sits or which envoys it deals with: "the Foreign Ministry in Islamabad"."""

from collections.abc import Collection

from kg.language import Document, Kind, Mention
from kg.language.syntax import conjuncts, prepositions


def state_seated_in(document: Document, organ: Mention) -> str | None:
    """ISO code of the state of the place right behind it: "the Foreign Ministry in Islamabad", not "the fee
    regime in Islamabad"."""
    tokens = document.parse.tokens
    spoken_for = tokens[organ.head].dep == "compound" and tokens[organ.head].head == organ.last
    behind = organ.last + spoken_for  # "a Foreign Office spokesman in London"
    for link, seat in prepositions(document.parse, behind - 1):
        if organ.kind is Kind.ORGANISATION and link.lower == "in" and link.index == behind:
            at = document.mention_at[seat.index]
            return document.mentions[at].state if at >= 0 else None
    return None


def state_of_host(document: Document, organ: Mention, envoys: Collection[str]) -> str | None:
    """ISO code of the state that the envoys are posted to whom it summons, expels or asks: "asked the Lebanese ambassador to
    Bahrain to leave"."""
    parse = document.parse
    noun = parse.tokens[organ.head]
    if noun.dep != "nsubj":
        return None
    verbs = conjuncts(parse, noun.head)
    for envoy in parse.tokens[organ.last : parse.sentences[noun.sentence].last - 1]:
        handled = envoy.head in verbs and envoy.dep in {"dobj", "nsubj", "dative"}
        apposed = envoy.dep == "appos" and parse.tokens[envoy.head].head in verbs
        if envoy.lemma.lower() not in envoys or not (handled or apposed):
            continue
        if parse.tokens[envoy.index + 1].lower in {"to", "in"}:  # a mention of the envoy may span the host's name
            behind = {envoy.index + 2, envoy.index + 3}
            return next((m.state for m in document.mentions if m.first in behind and m.state), None)
    return None
