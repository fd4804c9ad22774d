"""Which mentions are of armed forces: "the rebels" of a named army of them, "the rebel group"."""

from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Token
from kg.language.nominals import state_of
from kg.language.syntax import prepositions


class Forces:
    """Lookup in one document."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self._document = document
        self._knowledge = knowledge

    def named_before(self, mention: Mention) -> Mention | None:
        """ "The rebels": the armed group that the article has named last; of "rebels from the Afar Front" the Front."""
        inside = [o.index for p, o in prepositions(self._document.parse, mention.head) if p.lower in {"from", "of"}]
        own = [self._document.mentions[at] for i in inside if (at := self._document.mention_at[i]) >= 0]
        if found := [m for m in own if m.kind is Kind.ORGANISATION and m.form is Form.NAME]:
            return found[0]
        named = [m for m in self._document.mentions if m.begin < mention.begin and self.is_force(m)]
        return named[-1] if named else None

    def is_force(self, mention: Mention) -> bool:
        """The name of an armed group."""
        kinds = self._knowledge.organisations.names_by_kind["armed-group"]
        words = self._knowledge.groups.force_names
        named = mention.kind is Kind.ORGANISATION and mention.form is Form.NAME
        unknown = mention.reference is None and mention.name.lower().split()[-1] in words
        return named and (mention.reference in kinds or unknown)

    def state_risen_in(self, mention: Mention) -> str | None:
        """Of "the rebels" the state whose revolt the article tells of, else the one in which the places of their sentence
        are, or of one before that tells of them."""
        parse, mentions = self._document.parse, self._document.mentions
        states = {i: m.state for m in mentions if m.kind is Kind.STATE for i in range(m.first, m.last)}
        revolts = [t for t in parse.tokens[: mention.first] if t.lemma in self._knowledge.groups.uprisings]
        risen = (
            state for t in reversed(revolts) if (state := state_of(parse, t, states.get, ("in", "of"))) is not None
        )
        if (state := next(risen, None)) is not None:
            return state
        here = parse.tokens[mention.head].sentence
        around = {
            m.state
            for m in mentions
            if m.kind is Kind.PLACE
            and m.state
            and parse.tokens[m.head].sentence == here
            # not "the ambassador in Washington"
            and self._document.title_at[m.head] < 0
        }
        return around.pop() if len(around) == 1 else None

    def is_armed(self, noun: Token) -> bool:
        """ "The rebel group": no United Nations."""
        parse = self._document.parse
        before = (t for t in parse.children[noun.index] if t.dep in {"compound", "amod"})
        return any(t.lemma in self._knowledge.groups.non_state or t.lower in {"armed", "militant"} for t in before)
