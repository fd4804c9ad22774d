"""Whom a verb is done to: its direct objects, the subjects of its passive, those a relative clause or "one of those" is of."""

from collections.abc import Set

from kg.extract.subjects import RELATIVE, Subjects
from kg.language import Document, Form, Kind, Token
from kg.language.syntax import PASSIVE_SUBJECTS, child, children, conjuncts, is_excepted, is_passive


class Objects:
    """Lookup in one document. ``say`` are the verbs of saying."""

    def __init__(self, document: Document, subjects: Subjects, say: Set[str]) -> None:
        self._document = document
        self._parse = document.parse
        self._subjects = subjects
        self._say = say

    def of(self, verb: int, done_to: bool) -> list[int]:
        """Head tokens of the logical objects of a verb; ``done_to``: of a passive."""
        token = self._parse.tokens[verb]
        if done_to:
            if token.dep in {"acl", "amod"} and not child(self._parse, verb, *PASSIVE_SUBJECTS):
                return (
                    self._subjects.of(verb)
                    or self._subjects.among_those(self._parse.tokens[token.head])
                    or [self._named(token.head)]
                )
            direct = [t.index for t in children(self._parse, verb, ("dobj", "oprd"))]
            return self._subjects.of(verb) + [i for d in direct for i in conjuncts(self._parse, d)]
        found = [
            i
            for t in self._direct(verb)
            if t.pos != "ADP" and not is_excepted(self._parse, t.index)
            for i in conjuncts(self._parse, t.index)
        ]
        if not found and token.dep == "relcl" and child(self._parse, verb, "nsubj"):
            relative = child(self._parse, verb, "dobj")
            if (relative is not None and relative.lower in RELATIVE) or self._is_of_head(token):
                found = [token.head]
        return [self._antecedent(i) for i in found or self._adjacent(verb)]

    def _named(self, noun: int) -> int:
        """Of "Hezbollah, a Lebanese group backed by Iran" Hezbollah."""
        token = self._parse.tokens[noun]
        called = token.dep == "appos" and self._parse.tokens[token.head].pos == "PROPN"
        at = self._document.mention_at[token.head] if called else -1
        return token.head if at >= 0 and self._document.mentions[at].kind is Kind.ORGANISATION else noun

    def _is_of_head(self, verb: Token) -> bool:
        """ "The pact (that) Chad signed with Mali": the noun right before a clause without an object of its own."""
        subject, noun = child(self._parse, verb.index, "nsubj"), self._parse.tokens[verb.head]
        if subject is None or subject.lower in RELATIVE or verb.lemma in self._say or noun.pos != "NOUN":
            return False
        own = children(self._parse, verb.index, ("dobj", "ccomp", "xcomp", "advmod"))
        return not own and not is_passive(self._parse, verb.index)

    def _direct(self, verb: int) -> list[Token]:
        """Those of "gave Chad a week" as well, which the parser takes for when it was given."""
        found = list(children(self._parse, verb, ("dobj", "dative")))
        if not found:  # "named Ali Demir, a former minister, as envoy"
            found = [t for t in children(self._parse, verb, ("oprd",)) if t.pos == "PROPN"]
        given = found and all(t.dep == "dative" and t.pos != "ADP" for t in found)
        return found + (list(children(self._parse, verb, ("npadvmod",))) if given else [])

    def _adjacent(self, verb: int) -> list[int]:
        """A person's name right behind a verb is its object, whatever the parser makes of what follows."""
        token = self._parse.tokens[verb]
        if (
            token.tag not in {"VBD", "VB", "VBZ", "VBN"}
            or token.lemma in self._say
            or verb + 1 >= len(self._parse.tokens)
        ):
            return []
        title = self._document.title_at[verb + 1]
        start = (
            self._document.titles[title].last
            if title >= 0 and self._document.titles[title].first == verb + 1
            else verb + 1
        )
        at = self._document.mention_at[start] if start < len(self._parse.tokens) else -1
        mention = None if at < 0 else self._document.mentions[at]
        if (
            mention is None
            or mention.kind is not Kind.PERSON
            or mention.form is not Form.NAME
            or mention.first != start
        ):
            return []
        return [mention.head] if self._parse.tokens[mention.head].head != verb else []

    def _antecedent(self, index: int) -> int:
        token = self._parse.tokens[index]
        if token.lower in RELATIVE:
            verb = self._parse.tokens[token.head]
            if verb.dep in {"pcomp", "pobj"}:  # "rebels whom Chad accused Niger of arming"
                verb = self._parse.tokens[self._parse.tokens[verb.head].head]
            return verb.head if verb.dep == "relcl" else index
        return index
