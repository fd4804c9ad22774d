"""The clause below a verb: whether it is of the kind that a frame asks for."""

from kg.extract.arguments import Arguments
from kg.extract.clauses import is_finite, is_infinitive, is_subjunctive
from kg.knowledge.frame_schema import Frame
from kg.language import Form, Kind, Token
from kg.language.syntax import child, children, for_clause, is_negated, is_passive

_ADDRESSING = {"on", "upon", "to"}
_QUOTES = {'"', "“", "``", "'", "‘"}
_FUTURE = {"will", "would", "'ll", "'d", "to"}


class Complements:
    """Clausal complements in one document."""

    def __init__(self, arguments: Arguments) -> None:
        self._arguments = arguments
        self._parse = arguments.parse

    def fits(self, token: Token, lemma: str, frame: Frame) -> bool:
        """Whether the clauses below a verb are what the frame asks for, and none of those that it refuses."""
        clauses = self.clauses(token)
        felt = is_passive(self._parse, token.index)  # "was honoured to visit"
        small = child(self._parse, token.index, "oprd") is not None  # "called him a liar"
        told = small or any(t.dep == "ccomp" or t.tag == "VBG" or felt for t in clauses)
        if lemma in frame.without_clause and told:
            return False
        if lemma in frame.without_quotation and any(self._is_quoted(t) for t in clauses):
            return False
        if lemma in frame.future_clause and any(self._is_told(t) for t in clauses):
            return False
        if lemma in frame.without_negated and any(is_negated(self._parse, t.index) for t in clauses):
            return False
        infinitives = [t for t in clauses if is_infinitive(self._parse, t)]
        refused = clauses if frame.complement == "any" else infinitives
        if frame.not_complement and any(t.lemma in frame.not_complement for t in refused):
            return False
        if any(a in frame.not_complement_modals for t in clauses for a in self._auxiliaries(t)):
            return False
        wanted = frame.verb_complements.get(lemma)
        if wanted is not None and not any(t.lemma in wanted and self._auxiliaries(t) & _FUTURE for t in clauses):
            return False
        if frame.complement is None:
            return True
        found = self._of_kind(token, frame, clauses, infinitives)
        return any(not frame.complement_lemmas or t.lemma in frame.complement_lemmas for t in found)

    def _of_kind(self, token: Token, frame: Frame, clauses: list[Token], infinitives: list[Token]) -> list[Token]:
        if frame.complement == "any":
            return [t for t in clauses if t.dep in {"ccomp", "pcomp"} or t in infinitives]
        if frame.complement == "must":
            bidden = (t for t in clauses if "must" in self._auxiliaries(t) or is_subjunctive(self._parse, t))
            return [t for t in bidden if t.dep == "ccomp" and self._obliges_another(t)]
        if (
            frame.complement == "infinitive"
            or child(self._parse, token.index, "dobj")
            or is_passive(self._parse, token.index)
        ):
            return infinitives
        bare = [t for t in clauses if t.tag == "VB" and t not in infinitives and not self._auxiliaries(t)]
        # "helped Haiti fight cholera"; not "told him Chad would fight"
        return [t for t in [*infinitives, *bare] if child(self._parse, t.index, "nsubj")]

    def clauses(self, token: Token) -> list[Token]:
        """Complement clauses, those behind a preposition too: "committed to opening …"."""
        direct = children(self._parse, token.index, ("xcomp", "ccomp"))
        addressed = any(t.lower in _ADDRESSING for t in children(self._parse, token.index, ("prep",)))
        if addressed:  # "called on the president to resign"
            direct += [t for t in children(self._parse, token.index, ("advcl",)) if is_infinitive(self._parse, t)]
        if (asked := for_clause(self._parse, token.index)) is not None and asked not in direct:
            direct.append(asked)
        return direct + [
            c
            for p in children(self._parse, token.index, ("prep",))
            if p.lower == "to"
            for c in children(self._parse, p.index, ("pcomp",))
        ]

    def _is_quoted(self, clause: Token) -> bool:
        begin = min(self._arguments.clause_tokens(clause.index))
        return bool(_QUOTES & {t.text for t in self._parse.tokens[max(0, begin - 1) : begin + 1]})

    def _auxiliaries(self, verb: Token) -> set[str]:
        return {t.lower for t in children(self._parse, verb.index, ("aux",))}

    def _is_told(self, clause: Token) -> bool:
        """ "Agreed that he had lost": a finite clause of what is or was, not of what is to be done."""
        modal = any(t.tag == "MD" for t in children(self._parse, clause.index, ("aux",)))
        return clause.dep == "ccomp" and is_finite(self._parse, clause) and not modal

    def _obliges_another(self, clause: Token) -> bool:
        """ "Sudan must return it", not "it must rain", "we must act" or "his country must act"."""
        perfect = "have" in self._auxiliaries(clause)
        return not perfect and any(
            m.form is not Form.PRONOUN and not (m.kind is Kind.STATE and self._is_owned(i))
            for i in self._arguments.subjects(clause.index)
            for m in self._arguments.parties(i)
        )

    def _is_owned(self, noun: int) -> bool:
        return any(t.tag == "PRP$" for t in children(self._parse, noun, ("poss",)))
