"""Whose act it is that somebody judges by a noun alone: "Chad expelled the envoy. Mali condemned the move"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import StatementClaim
from kg.extract.claims import Modality, Participant
from kg.knowledge import Knowledge
from kg.language import HEADLINE, Token
from kg.language.syntax import children
from kg.resolve.coreference import Coreference
from kg.resolve.resolved import Resolved, is_bare, with_guessed

_JUDGING = {"accusation", "support", "rejection"}
_UNDECIDED = {"accusation", "support", "protest", "conflict", "trial"}
"""Types that "the decision" and "the move" do not take up."""
_DESCRIBING = ("prep", "acl", "relcl", "appos", "conj")
_FURTHEST = 2
"""How many sentences before it the act may be told."""


class JudgedActs:
    """Lookup in one document; ``acts_for`` gives the states and organisations that a person or organisation acts for."""

    def __init__(
        self,
        coreference: Coreference,
        statements: Sequence[StatementClaim],
        acts_for: dict[int, frozenset[int]],
        knowledge: Knowledge,
    ) -> None:
        self._coreference = coreference
        self._parse = coreference.document.parse
        self._statements = statements
        self._acts_for = acts_for
        self._nouns = knowledge.frames.nouns_by_type
        words = knowledge.groups.one_event
        self._decisions, self._named_by, self._sayings = words.decisions, words.named_by, words.sayings

    def with_target(self, judgement: Resolved, told: Sequence[Resolved]) -> Resolved:
        """The judgement with those whose act it is as its targets, where it names none; ``told`` are the events before it."""
        actors = {entity for entity, part in judgement.participants if part == "actor"}
        if judgement.claim.type not in _JUDGING or not actors or len(actors) < len(judgement.participants):
            return judgement
        judged = children(self._parse, judgement.claim.trigger, ("dobj", "nsubjpass"))
        noun = next((t for t in judged if self._is_alone(t)), None)
        open_to = [act for act in told if judgement.claim.type != "rejection" or self._is_put_to(act, actors)]
        owners = [] if noun is None else self._owners(noun, open_to)
        if noun is None or not owners or any(self._is_of(owner, actor) for owner in owners for actor in actors):
            return judgement
        named = [Participant(self._mention_before(noun, owner), "target") for owner in owners]
        targets = tuple((owner, "target") for owner in owners)
        return replace(
            judgement,
            claim=with_guessed(judgement.claim, named),
            participants=(*judgement.participants, *targets),
        )

    def _mention_before(self, noun: Token, owner: int) -> int:
        """Where the text names an owner last: what leads back to the sentence that tells of the act."""
        members = self._coreference.members(owner)
        return next((m.index for m in reversed(members) if m.first < noun.index), members[0].index)

    def _is_alone(self, noun: Token) -> bool:
        """ "The move"; not "the move to expel him", "the attack on Gulu"."""
        return is_bare(noun, self._parse) and not children(self._parse, noun.index, _DESCRIBING)

    def _is_put_to(self, act: Resolved, actors: set[int]) -> bool:
        """Whether those who reject it are those it was put to; not Mali where "the AU appealed to Chad"."""
        targets = [entity for entity, part in act.participants if part == "target"]
        return not targets or any(self._is_of(target, actor) for target in targets for actor in actors)

    def _owners(self, noun: Token, told: Sequence[Resolved]) -> list[int]:
        """Of the last act that the noun may name those who do it; of "the move" none where several act right before it."""
        if noun.lemma in self._sayings:
            return self._speaker(noun)
        alike = [r for r in told if self._may_be(noun, r) and r.claim.modality is not Modality.DENIED]
        if not alike:
            return []
        owners = [[entity for entity, part in r.participants if part == "actor"] for r in alike]
        if noun.lemma in self._decisions and any(each != owners[-1] for each in owners):
            return []
        return owners[-1]

    def _may_be(self, noun: Token, act: Resolved) -> bool:
        trigger = self._parse.tokens[act.claim.trigger]
        if trigger.index >= noun.index or not self._is_near(trigger, noun):
            return False
        if noun.lemma in self._decisions:
            return act.claim.type not in _UNDECIDED
        names = self._nouns[act.claim.type] | set(self._named_by.get(act.claim.type, ()))
        return noun.lemma in names or noun.lower in names

    def _speaker(self, noun: Token) -> list[int]:
        before = [s for s in self._statements if s.trigger < noun.index]
        speakers = [(self._parse.tokens[s.trigger], self._coreference.entity(s.speaker)) for s in before]
        return [e for token, e in speakers if e is not None and self._is_near(token, noun)][-1:]

    def _is_near(self, earlier: Token, noun: Token) -> bool:
        first, last = (self._parse.sentences[t.sentence] for t in (earlier, noun))
        same = (first.paragraph == HEADLINE) == (last.paragraph == HEADLINE)
        return same and noun.sentence - earlier.sentence <= _FURTHEST

    def _is_of(self, owner: int, actor: int) -> bool:
        return owner == actor or owner in self._acts_for.get(actor, ()) or actor in self._acts_for.get(owner, ())
