"""Whose the acts are that somebody complains of or welcomes: "anger over Chad's raid", "concern about the arrests in Chad"."""

from kg.extract.arguments import Arguments
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import children, conjuncts, prepositions

_FELT_ABOUT = {"over", "about", "at"}
_ACTING = {Kind.STATE, Kind.ORGANISATION, Kind.PERSON}


class ActOwners:
    """Those behind the acts told of in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._of_rulers, self._light = knowledge.groups.of_rulers, knowledge.groups.light_verbs

    def of(self, act: int) -> list[Mention]:
        """ "Iran's proposal", "a proposal by Iran and Chad", "a proposal made by Iran"."""
        by = (obj for link, obj in prepositions(self._parse, act) if link.lower == "by")
        return self._first([*children(self._parse, act, ("poss",)), *by]) or self._makers(act)

    def _makers(self, act: int) -> list[Mention]:
        """ "The remarks made by Iran", "the remarks Iran made"."""
        made = [t.index for t in children(self._parse, act, ("acl",)) if t.tag == "VBN"]
        told = [t.index for t in children(self._parse, act, ("relcl",)) if t.lemma in self._light]
        by = [obj for i in made for link, obj in prepositions(self._parse, i) if link.lower == "by"]
        return self._first([*by, *(t for i in told for t in children(self._parse, i, ("nsubj",)))])

    def _first(self, named: list[Token]) -> list[Mention]:
        """The first of the nouns that names somebody, with all whom it joins: "by the British and French ministers"."""
        for token in named:
            owner = self._arguments.mention(token.index)
            if owner is None or owner.form is Form.PRONOUN or owner.kind not in _ACTING:
                continue
            joined = [m for i in conjuncts(self._parse, token.index) for m in self._arguments.parties(i, deep=False)]
            others = (m for m in joined if m.form is not Form.PRONOUN and m.kind in _ACTING)
            return list({m.index: m for m in (owner, *others)}.values())
        return []

    def judged_by(self, verb: Token) -> list[Mention]:
        """Those whom a verb blames or backs without naming them as its object; not Chad in "anger over the war in Chad"."""
        nouns = children(self._parse, verb.index, ("dobj",))
        phrases = [phrase for t in (verb, *nouns) for phrase in prepositions(self._parse, t.index)]
        about = [obj for link, obj in phrases if link.lower in _FELT_ABOUT]
        owners = [owner for act in about for owner in self.of(act.index)]
        owners += [maker for act in nouns for maker in self._makers(act.index)]
        return owners or [m for act in (*nouns, *about) for m in self._rulers(act, phrases)]

    def _rulers(self, act: Token, of_verb: list[tuple[Token, Token]]) -> list[Mention]:
        """ "The arrests in Chad", "the crackdown on nomads in Chad"; not "the arrest of Malians by rebels in Chad"."""
        if act.lemma not in self._of_rulers:
            return []
        own = [*prepositions(self._parse, act.index)]
        below = [phrase for _, obj in own for phrase in prepositions(self._parse, obj.index)]
        behind = [*own, *below, *(phrase for phrase in of_verb if phrase[0].index == act.index + 1)]
        if any(link.lower == "by" for link, _ in (*behind, *of_verb)):
            return []
        where = [obj.index for link, obj in behind if link.lower == "in"]
        return [m for i in where for m in self._arguments.parties(i) if m.kind is Kind.STATE]
