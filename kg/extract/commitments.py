"""Commitments: who says that it will do something to another side threatens or promises it (CAMEO 03 and 13)."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.arguments import Arguments
from kg.extract.clauses import is_told_of
from kg.extract.match import Match
from kg.knowledge.frame_schema import Commitment
from kg.language import Form, Token
from kg.language.syntax import child, children, conjuncts, is_negated

_INTENDING = {"will", "would", "shall", "'ll", "wo", "'d", "may", "to"}
_CONDITIONS = {"if", "unless"}


@dataclass(frozen=True, slots=True)
class Committed:
    """A commitment found: its kind, the act that it is to, the word that makes it."""

    kind: Commitment
    act: Match
    trigger: int


class CommitmentFinder:
    """Finds commitments among the matches of a sentence."""

    def __init__(self, arguments: Arguments, kinds: Iterable[Commitment]) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._kinds = list(kinds)

    def find(self, matches: list[Match]) -> list[Committed]:
        """At most one commitment for each word that makes one; its condition makes none of a kind that a word makes."""
        found: dict[int, Committed] = {}
        threats = {match.candidate.trigger for match in matches if match.indexed.frame.type == "threat"}
        for match in matches:
            frame, verb = match.indexed.frame, self._parse.tokens[match.candidate.trigger].lemma
            for kind in self._kinds:
                is_act = frame.plover in kind.acts and frame.type not in kind.not_types and verb not in kind.not_verbs
                if is_act and (trigger := self._made_by(match, kind, threats)) is not None:
                    found.setdefault(trigger, Committed(kind, match, trigger))
        told = {(e.act.candidate.trigger, e.kind.type) for e in found.values() if not e.kind.conditional}
        return [e for e in found.values() if not e.kind.conditional or (e.trigger, e.kind.type) not in told]

    def _made_by(self, match: Match, kind: Commitment, threats: set[int]) -> int | None:
        """The word that commits to the act; the act's own verb where only a condition makes it a commitment, and no verb
        above it threatens: "warned that it would act if"."""
        act = self._first_of(match.candidate.trigger)
        if not match.candidate.is_verb or child(self._parse, act.index, "neg") is not None:
            return None
        auxiliaries = {t.lower for t in children(self._parse, act.index, ("aux",))}
        intends = auxiliaries & _INTENDING
        if not intends or "have" in auxiliaries:  # "are confirmed to have died"
            return None
        if kind.conditional:
            told = any(part == "actor" for _, part in match.candidate.parties)
            apart = told and "to" not in intends and act.head not in threats
            return act.index if apart and self._has_condition(act) else None
        governor = self._parse.tokens[act.head]
        if is_negated(self._parse, governor.index):
            return None  # "does not intend to dissolve parliament"
        if act.dep == "xcomp" and is_told_of(self._parse, governor):
            return None  # "are said to be attacking Chad", who say nothing
        if governor.index == act.index or governor.lemma not in kind.words or act.dep not in {"xcomp", "ccomp"}:
            return None
        return governor.index if act.dep == "xcomp" or self._is_own(act, governor) else None

    def _first_of(self, trigger: int) -> Token:
        """The first of joined verbs: "will close the border and expel diplomats"."""
        token = self._parse.tokens[trigger]
        while token.dep == "conj" and self._parse.tokens[token.head].pos == "VERB":
            token = self._parse.tokens[token.head]
        return token

    def _has_condition(self, act: Token) -> bool:
        clauses = children(self._parse, act.index, ("advcl",))
        marks = (child(self._parse, clause.index, "mark") for clause in clauses)
        return any(mark is not None and mark.lower in _CONDITIONS for mark in marks)

    def _is_own(self, act: Token, governor: Token) -> bool:
        """Whether who speaks is who acts: "Iran announced that it will …"."""
        speakers = {m.index for i in self._arguments.subjects(governor.index) for m in self._arguments.parties(i)}
        for subject in self._arguments.subjects(act.index):
            for joined in conjuncts(self._parse, subject):
                mention = self._arguments.mention(joined)
                if mention is not None and (mention.form is Form.PRONOUN or mention.index in speakers):
                    return True
        return False
