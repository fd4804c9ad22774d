"""Where officials are, told by "be" alone: "Chad's president is in Paris"."""

from collections.abc import Iterable

from kg.extract.arguments import Arguments
from kg.language import Kind, Mention, Parse, Token
from kg.language.syntax import child, children, prepositions


def is_stay(parse: Parse, token: Token) -> bool:
    """ "Is in Paris", "was at war": where or how somebody is."""
    alone = token.lemma == "be" and token.pos == "AUX" and token.dep not in {"aux", "auxpass"}
    behind = parse.tokens[token.index + 1 : token.index + 2]
    return alone and any(t.dep == "prep" and t.head == token.index and t.lower in {"in", "at"} for t in behind)


def is_abroad(arguments: Arguments, verb: int, subjects: Iterable[int], place: Mention | None) -> bool:
    """Whether they are officials in another state than their own; not "is in hospital in Paris", "is popular in Paris"."""
    parse = arguments.parse
    link = next((p for p, _ in prepositions(parse, verb) if p.index > verb), None)
    if link is None or place is None or place.state is None or child(parse, verb, "attr", "acomp") is not None:
        return False
    if any(t.pos == "NOUN" for t in parse.tokens[link.index : place.first]):
        return False
    own = [_state_of_post(arguments, i) for i in subjects]
    return all(state is not None and state != place.state for state in own)


def _state_of_post(arguments: Arguments, index: int) -> str | None:
    """ISO code of the state whose post is told beside a name or used alone: "Sudan's minister, Ali Demir", "Ali Demir of
    Mali"."""
    document, parse = arguments.document, arguments.parse
    mention = arguments.mention(index)
    if mention is None or mention.kind is not Kind.PERSON:
        return None
    spans = {*range(mention.first, mention.last), index}
    beside = spans | {t.index for i in spans for t in children(parse, i, ("appos", "compound"))}
    posts = {document.title_at[i] for i in beside} - {-1}
    owners = {owner for at in posts if (owner := document.titles[at].owner) is not None}
    if posts and any(t.lower == "of" for t in parse.tokens[mention.last : mention.last + 1]):
        owners.add(mention.last + 1)
    named = (m for m in document.mentions if m.state and m.kind is Kind.STATE and owners & {*range(m.first, m.last)})
    return next((m.state for m in named), None)
