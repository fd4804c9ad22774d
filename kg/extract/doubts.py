"""Words that leave open, give up or want what hangs on them: "did not rule out talks", "no sign of leaving"."""

from collections.abc import Mapping

from kg.extract.arguments import Arguments
from kg.extract.claims import Modality
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import child, children, is_negated, is_passive

NONE = {"no", "any", "little"}
_PRESENT = {"is", "are", "'s", "'re"}


class Doubts:
    """Lookup in one document; ``effects`` are those of the words above an event, by lemma."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge, effects: Mapping[str, Modality]) -> None:
        self._parse = arguments.parse
        self._nominal = knowledge.speech.nominal
        self._effects = effects

    def is_left_open(self, verb: Token) -> bool:
        """ "Has not ruled out an attack", "refused to rule it out", "was too late to prevent it"."""
        names = {verb.lemma, *(f"{verb.lemma} {t.lower}" for t in children(self._parse, verb.index, ("prt",)))}
        above = self._parse.tokens[verb.head]
        refused = verb.dep == "xcomp" and self._effects.get(above.lemma) is Modality.DENIED
        negated = is_negated(self._parse, verb.index) or (verb.dep == "xcomp" and is_negated(self._parse, above.index))
        negated = negated or any(t.lower == "too" for t in children(self._parse, above.index, ("advmod",)))
        return bool(names & self._nominal.left_open) and (refused or negated)

    def is_no_plan(self, noun: Token) -> bool:
        """ "Dropped plans to expel him", "does not have any intention of leaving", "a foiled plot"; "did not drop plans" is
        another thing."""
        verb = self._parse.tokens[noun.head]
        if any(self._effects.get(t.lower) is Modality.DENIED for t in children(self._parse, noun.index, ("amod",))):
            return True
        if noun.pos != "NOUN" or noun.dep not in {"dobj", "nsubjpass"}:
            return False
        negated = is_negated(self._parse, verb.index)
        return not negated if verb.lemma in self._nominal.given_up else negated and noun.dep == "dobj"

    def is_turned_down(self, plan: Token) -> bool:
        """ "Rejected a plan to end the dispute"."""
        verb = self._parse.tokens[plan.head]
        return plan.dep in {"dobj", "nsubjpass"} and self._effects.get(verb.lemma) is Modality.DENIED

    def is_unconfirmed(self, event: Token, verb: Token) -> bool:
        """ "Could not confirm the meeting"."""
        told = event.dep in {"dobj", "nsubjpass"} and verb.lemma in self._nominal.confirming
        return told and is_negated(self._parse, verb.index)

    def of_telling(self, token: Token, above: Token) -> Modality | None:
        """ "Rumours that Chad attacked" leave it possible; that they "are false", or that "it is not true", denies it."""
        mark = child(self._parse, token.index, "mark")
        if token.dep not in {"ccomp", "acl", "csubj", "relcl"} or mark is None or mark.lower != "that":
            return None
        verb = self._parse.tokens[above.head] if above.pos == "NOUN" else above
        said = child(self._parse, verb.index, "acomp")
        negated = is_negated(self._parse, verb.index)
        if said is not None and (said.lower in self._nominal.untrue or (said.lower == "true" and negated)):
            return None if negated and said.lower != "true" else Modality.DENIED
        told = (
            above.pos == "NOUN"
            and above.lemma in self._nominal.told
            and self._effects.get(verb.lemma) is not Modality.DENIED
            and not (above.lemma == "doubt" and self._is_none(above))
        )
        return Modality.POSSIBLE if told else None

    def is_of_none(self, link: Token) -> bool:
        """ "No sign of", unlike "any sign of"."""
        if self.is_wanted(link):
            return False  # "no obligation of negotiating", which may be done all the same
        return self._is_none(self._parse.tokens[link.head])

    def _is_none(self, noun: Token) -> bool:
        """ "No doubt", "little hope"."""
        words = children(self._parse, noun.index, ("det", "amod"))
        return any(t.lower in NONE - {"any"} for t in words)

    def of_scruples(self, verb: Token) -> Modality:
        """ "Would not hesitate to attack", "did not hesitate to attack"; who hesitates may do so yet."""
        if not is_negated(self._parse, verb.index):
            return Modality.POSSIBLE
        ahead = any(t.tag == "MD" for t in children(self._parse, verb.index, ("aux",)))
        return Modality.PLANNED if ahead else Modality.HAPPENED

    def is_owed(self, verb: Token) -> bool:
        """ "Is obliged to negotiate"; who "was obliged to leave" has left. "Does not have to leave", which one may yet do."""
        if verb.lemma in self._nominal.needed and is_negated(self._parse, verb.index):
            return True
        present = any(t.lower in _PRESENT for t in children(self._parse, verb.index, ("auxpass", "aux")))
        return verb.lemma in self._nominal.owed and present and is_passive(self._parse, verb.index)

    def is_wanted(self, link: Token) -> bool:
        return self._parse.tokens[link.head].lemma in self._nominal.wanted

    def is_unproven(self, token: Token, noun: Token) -> bool:
        """ "There was no evidence that Chad attacked", "did not find any sign of an attack"; not "no doubt that …"."""
        hangs = token.dep in {"acl", "prep"} or (token.dep == "relcl" and child(self._parse, token.index, "mark"))
        return bool(hangs and noun.lemma in self._nominal.evidence) and any(
            t.lower in NONE for t in children(self._parse, noun.index, ("det", "amod"))
        )
