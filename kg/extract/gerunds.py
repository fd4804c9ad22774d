"""What a preposition does to the gerund behind it: "no sign of leaving", "barred for lying", "decided against going"."""

from collections.abc import Callable
from typing import NamedTuple

from kg.extract.arguments import Arguments
from kg.extract.claims import Modality
from kg.extract.cues import MOST_LEVELS
from kg.extract.doubts import NONE, Doubts
from kg.extract.own_modality import UNREAL
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import ancestors, child, children

_AIMING = {"on", "to", "about", "against", "toward", "towards"}
"""Prepositions before a gerund that tells of an aim or a topic."""


class Told(NamedTuple):
    """What is said of the happening; None where nothing is: "a mechanism for resolving the dispute"."""

    modality: Modality | None


class Gerunds:
    """Lookup in one document; ``own`` tells what a word says of its own happening, ``effect_of`` what it does to what a
    preposition below it has."""

    def __init__(
        self,
        arguments: Arguments,
        knowledge: Knowledge,
        doubts: Doubts,
        own: Callable[[Token], Modality | None],
        effect_of: Callable[[Token, Token], Modality | None],
    ) -> None:
        self._parse = arguments.parse
        self._nominal = knowledge.speech.nominal
        self._judging = knowledge.speech.judging
        self._doubts = doubts
        self._own = own
        self._effect_of = effect_of

    def told(self, gerund: Token, link: Token, during: bool) -> Told | None:
        """What the preposition and what it hangs on tell; None where the words above it decide. ``during`` something that
        was held, it has happened."""
        above = self._parse.tokens[link.head]
        if gerund.dep != "pcomp":
            return None
        if link.lower == "with" and child(self._parse, gerund.index, "nsubj") is not None:
            discussed = above.lemma in self._nominal.open_about  # "discussed with Chad expanding the pact"
            # "talks failed with Chad refusing to sign"
            return Told(Modality.POSSIBLE if discussed else self._shared_by(above))
        if link.lower == "for" and above.lemma in self._nominal.means:
            return Told(Modality.HAPPENED if during else None)  # "a mechanism for resolving the dispute"
        given = self._parse.tokens[above.head].lemma in self._nominal.given
        if link.lower == "for" and above.lemma in self._nominal.reasons and above.dep == "dobj" and given:
            return Told(Modality.HAPPENED)  # "gave no reason for sacking him"
        if link.lower == "of" and self._doubts.is_of_none(link):
            return Told(Modality.DENIED)  # "showed no sign of leaving"
        if link.lower == "of" and self._doubts.is_wanted(link):
            return Told(Modality.POSSIBLE)  # "the importance of holding elections"
        if link.lower == "after":
            return Told(self._shared_by(above))  # "refuses to go after losing the election"
        if link.lower == "for" and self._is_answered(link):
            return Told(Modality.HAPPENED)  # "was barred from holding office for disregarding the court"
        means = self._as_means(above) if link.lower == "by" else None
        return means or self._as_aim(gerund, link, above)

    def _shared_by(self, verb: Token) -> Modality:
        own = self._own(verb) if verb.pos in {"VERB", "AUX"} else None
        return own if own is not None and own in UNREAL else Modality.HAPPENED

    def _is_answered(self, link: Token) -> bool:
        """Whether "for" tells what somebody is punished or thanked for."""
        return any(t.lemma in self._nominal.answering for t in list(ancestors(self._parse, link.index))[:MOST_LEVELS])

    def _as_means(self, aim: Token) -> Told | None:
        if (own := self._own(aim)) is not None:
            return Told(own)  # "did not answer by expelling the envoy"
        tried = self._parse.tokens[aim.head]
        if aim.dep == "acl" and self._doubts.is_turned_down(tried):
            return Told(Modality.POSSIBLE)  # "rejected a plan to end the row by leaving"
        if aim.dep == "xcomp" and tried.tag == "VBD" and tried.lemma in self._nominal.trying:
            return Told(self._own(tried) or Modality.HAPPENED)  # "tried to end the row by apologising"
        return None

    def _as_aim(self, gerund: Token, link: Token, above: Token) -> Told | None:
        """ "Focused on winning", "no intent on leaving"."""
        aiming = link.lower in _AIMING and above.lemma != "addition"
        by_whom = child(self._parse, gerund.index, "nsubj")  # "in protest against Chad hosting …"
        if gerund.tag != "VBG" or not aiming or by_whom is not None:
            return None
        if link.lower == "on" and above.lemma in self._judging:
            return Told(Modality.HAPPENED)  # "congratulated him on winning"
        none = above.pos == "NOUN" and any(t.lower in NONE for t in children(self._parse, above.index, ("det",)))
        none = none or self._effect_of(above, link) is Modality.DENIED  # "decided against attacking"
        return Told(Modality.DENIED if none else Modality.POSSIBLE)
