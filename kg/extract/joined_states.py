"""The further states that "and" joins inside one party's phrase: "Hungarian and Romanian officials"."""

from typing import TYPE_CHECKING

from kg.language import Form, Kind, Mention
from kg.language.syntax import children, conjuncts, prepositions

if TYPE_CHECKING:
    from kg.extract.arguments import Arguments


class JoinedStates:
    """Lookup in one document; ``governing`` are words for who governs, of whom "in" tells the state."""

    def __init__(self, arguments: "Arguments", governing: frozenset[str]) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._governing = governing

    def of(self, index: int, mention: Mention) -> list[Mention]:
        """The further states of "Hungarian and Romanian officials", "envoys from France and Italy", "authorities in Mali
        and Niger", "Thai and Malaysian police"."""
        own_organ = mention.kind is Kind.ORGANISATION and self._follows_adjective(mention)
        if not own_organ and (mention.kind is not Kind.STATE or mention.form is not Form.NOMINAL):
            return []
        modifiers = children(self._parse, index, ("amod", "compound", "nmod"))
        joined = [i for m in modifiers for i in conjuncts(self._parse, m.index)]
        joined += [
            i
            for prep, obj in prepositions(self._parse, index)
            if prep.lower
            in ({"of", "from", "in"} if self._parse.tokens[index].lower in self._governing else {"of", "from"})
            for i in conjuncts(self._parse, obj.index)
        ]
        if mention.title is not None and (owner := self._arguments.document.titles[mention.title].owner) is not None:
            joined += conjuncts(self._parse, owner)
        found = {
            m.reference: m
            for i in joined
            if (m := self._arguments.mention(i) or self._arguments.innermost(i))
            and (m.kind is Kind.STATE or (m.kind is Kind.ORGANISATION and m.reference is not None))
        }
        inner = {m.reference: m for i in joined if (m := self._arguments.innermost(i)) and m.kind is Kind.STATE}
        return [m for iso, m in (found | inner).items() if iso not in {mention.reference, mention.state}]

    def beside(self, noun: int, modifier: int) -> list[Mention]:
        """The further states of "Armenian and Azerbaijani soldiers", "the Armenia-Azerbaijan dialogue"."""
        tokens = self._parse.tokens
        joined = conjuncts(self._parse, modifier)[1:] if tokens[noun].tag == "NNS" else []
        joined += [
            t.index for t in children(self._parse, modifier, ("compound", "nmod")) if tokens[t.index + 1].text == "-"
        ]
        mentions = (self._arguments.mention(i) for i in joined)
        return [m for m in mentions if m is not None and m.kind is Kind.STATE]

    def _follows_adjective(self, mention: Mention) -> bool:
        """ "Thai and (Malaysian police)", "Thai and (ASEAN troops)": of another state too, whose adjective "and" joins to
        the name."""
        before = self._arguments.mention(mention.first - 2) if mention.first > 1 else None
        joined = self._parse.tokens[mention.first - 1].lower == "and"
        return joined and before is not None and before.kind is Kind.STATE and before.form is Form.ADJECTIVE
