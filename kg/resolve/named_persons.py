"""Plurals that stand for persons named before, whatever they have done: "the presidents", "the two leaders"."""

from collections.abc import Iterable

from kg.language import Document, Form, Kind, Mention
from kg.language.syntax import children, descendants
from kg.resolve.coreference import Coreference

_PAIR = 2
_NEAR = 3
"""How many sentences before "the two leaders" both may be named."""


def are_any(coreference: Coreference, mention: Mention) -> bool:
    """ "Arrested two men": some of whom nothing was told yet."""
    before = children(coreference.document.parse, mention.head, ("det", "predet", "poss", "nummod"))
    return bool(before) and all(t.dep == "nummod" for t in before)


def holders_of(coreference: Coreference, persons: Iterable[int], office: str) -> list[int]:
    """Those whose title, as the article tells it, is that office: no prime minister is one of "the ministers"."""
    titles = {p: coreference.titles_of(p) for p in persons}
    ends = (office, f"{office}s")
    return [p for p, told in titles.items() if any(t.endswith(ends) and t != f"prime {office}" for t in told)]


def is_pair_with(coreference: Coreference, persons: list[int], office: str) -> bool:
    """ "President Ali Demir and his counterpart, Jan Novak": two of whom one has the office, and the other no other one."""
    untitled = [p for p in persons if not coreference.titles_of(p)]
    return len(persons) == _PAIR and len(untitled) == 1 and len(holders_of(coreference, persons, office)) == 1


def named_by(document: Document, token: int) -> int:
    """The mention at a noun; of "his counterpart, Jan Novak" that of the name; -1 where there is none."""
    apposed = (document.mention_at[t.index] for t in children(document.parse, token, ("appos",)))
    persons = (at for at in apposed if at >= 0 and document.mentions[at].kind is Kind.PERSON)
    return next((at for at in persons if document.mentions[at].form is Form.NAME), document.mention_at[token])


def holders_named(coreference: Coreference, mention: Mention, sentences: Iterable[int], office: str) -> list[int]:
    """ "President Ali Demir and President Jan Novak are in Rome. The presidents …": those of one sentence."""
    parse = coreference.document.parse
    beside = children(parse, mention.head, ("amod", "compound", "poss", "nummod", "relcl", "acl", "prep"))
    if beside or parse.tokens[mention.head - 1].lower != "the":
        return []
    found = (holders_of(coreference, _named_in(coreference, number), office) for number in sentences)
    return next((holders for holders in found if len(holders) >= _PAIR), [])


def two_leaders_named(coreference: Coreference, mention: Mention, sentences: Iterable[int]) -> list[int]:
    """ "President Ali Demir flew to Paris. President Jan Novak spoke. The two leaders signed it": the two of them, if the
    sentences right before name two and no third."""
    parse = coreference.document.parse
    inside = {parse.tokens[i].lower for i in (*descendants(parse, mention.head), mention.head - 1)}
    if not inside & {"two", "both"}:
        return []
    found: list[int] = []
    for number in list(sentences)[:_NEAR]:
        found += [e for e in _named_in(coreference, number) if coreference.is_leader(e) and e not in found]
        if len(found) >= _PAIR:
            break
    return found if len(found) == _PAIR else []


def _named_in(coreference: Coreference, sentence: int) -> list[int]:
    """The persons whom a sentence names, in text order."""
    document = coreference.document
    persons = (m for m in document.mentions if m.kind is Kind.PERSON and m.form is Form.NAME)
    named = (coreference.entity(m.index) for m in persons if document.parse.tokens[m.head].sentence == sentence)
    return [entity for entity in dict.fromkeys(named) if entity is not None]
