"""What verbs say of an event that a noun names: that it comes about, then or there ("the meeting was held in Lima")."""

from kg.knowledge import Knowledge
from kg.language import Parse, Token
from kg.language.syntax import child, children, is_passive

_ANOTHER = {"one", "ones", "that", "those"}


class ComingAbout:
    """Lookup in one parse."""

    def __init__(self, parse: Parse, knowledge: Knowledge) -> None:
        nominal = knowledge.speech.nominal
        self.verbs = {*nominal.occurring, *nominal.scheduled, *nominal.produced}
        self._of_itself = {*nominal.occurring, *nominal.scheduled}
        self._parse = parse

    def is_told_by(self, clause: Token) -> bool:
        """ "a meeting of the leaders, held on Monday"; not "his election by the council formed in May", nor "a pact
        similar to the one signed in May"."""
        done_to = is_passive(self._parse, clause.index) or clause.lemma in self._of_itself  # not "that will consider …"
        return clause.lemma in self.verbs and done_to and self._parse.tokens[clause.head].lower not in _ANOTHER

    def verbs_below(self, copula: Token) -> list[int]:
        """ "Is due to take place in Rome": the verb that tells where and when."""
        said = child(self._parse, copula.index, "acomp") if copula.lemma == "be" else None
        return [] if said is None else [t.index for t in children(self._parse, said.index, ("xcomp",))]
