"""The place that a noun phrase names: "the capital of Chad", "its embassy in Madrid", "Iraq's Basra province"."""

from typing import TYPE_CHECKING

from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention
from kg.language.syntax import children, prepositions

if TYPE_CHECKING:
    from kg.extract.arguments import Arguments

REGIONS = {"state", "province", "region", "district", "county"}
_TOLD_APART = ("det", "poss", "amod", "compound", "nmod", "nummod", "appos")


class Places:
    """Lookup in one document."""

    def __init__(self, arguments: "Arguments", knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._country = knowledge.groups.country
        self._causes = knowledge.speech.nominal.causes
        self._seats = knowledge.groups.seats
        self._missions = knowledge.groups.missions

    def of(self, index: int) -> Mention | None:
        """The place that a noun phrase names."""
        mention = self._arguments.mention(index)
        if mention and mention.form in {Form.NAME, Form.METONYM} and (mention.kind in {Kind.PLACE, Kind.STATE}):
            return self._town_before(index) or mention
        if mention and mention.kind is Kind.PERSON and mention.form is Form.NAME:
            return None  # "a summit of President Ali Demir of Chad"
        if mention and mention.form is Form.NOMINAL and mention.head != index:  # "its ambassador in Madrid"
            inside = (m for m in self._arguments.document.mentions if m.first <= index < m.last and m.form is Form.NAME)
            return next((m for m in inside if m.kind is Kind.PLACE), None)
        lemma = self._parse.tokens[index].lemma
        if lemma in self._causes:
            return None  # "in the wake of the invasion of Chad"
        if self._parse.tokens[index].tag == "NN" and not children(self._parse, index, _TOLD_APART):
            return None  # "in favour of Chad", "in support of Mali"
        country = lemma in self._country and lemma not in REGIONS  # "the Red Sea nation"
        for inner in children(self._parse, index, ("appos",) if country else ("compound", "poss", "appos")):
            found = self._arguments.mention(inner.index)
            state = inner.dep == "appos" or lemma in REGIONS  # "its ally China", "Iraq's Basra province"
            if found and found.kind in {Kind.PLACE, Kind.STATE if state else None} and found.form is Form.NAME:
                return found
        for preposition, obj in prepositions(self._parse, index):
            if preposition.lower in ({"in", "near"} if lemma in self._missions else {"of", "in", "near"}):
                return self.of(obj.index)
        return self._state_of(index) if lemma in self._seats else None

    def _state_of(self, seat: int) -> Mention | None:
        """Of "the Sudanese capital", "Sudan's capital" Sudan, unless the town is named: "the Sudanese capital, Khartoum"."""
        if any(self._arguments.mention(t.index) for t in children(self._parse, seat, ("appos",))):
            return None
        owners = children(self._parse, seat, ("amod", "compound", "poss"))
        found = (self._arguments.mention(t.index) for t in owners)
        return next((m for m in found if m is not None and m.kind is Kind.STATE), None)

    def _town_before(self, region: int) -> Mention | None:
        """ "In La Paz, Bolivia" where the parser puts the town below the state."""
        before = (
            t.index for t in children(self._parse, region, ("nmod",)) if self._parse.tokens[t.index + 1].text == ","
        )
        return next((m for i in before if (m := self._arguments.mention(i)) and m.kind is Kind.PLACE), None)
