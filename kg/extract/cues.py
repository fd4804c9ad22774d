"""The words that make an event planned, possible or denied: what each does, and which of them it was."""

from functools import lru_cache

from kg.extract.claims import Modality
from kg.knowledge.words import ModalityWords
from kg.language import Parse, Token
from kg.language.syntax import ancestors, children

MOST_LEVELS = 8
"""How many words above an event are asked."""


@lru_cache(maxsize=4)
def effects(words: ModalityWords) -> dict[str, Modality]:
    """What a word above an event does to its factuality; the last of these lists that has it counts."""
    lists = (
        (Modality.HAPPENED, words.happened),
        (Modality.POSSIBLE, words.possible),
        (Modality.PLANNED, words.planned),
        (Modality.DENIED, words.denied),
    )
    return {word: modality for modality, listed in lists for word in listed}


class Cues:
    """Lookup in one document."""

    def __init__(self, parse: Parse, words: ModalityWords) -> None:
        self._parse = parse
        self._effects = effects(words)

    def of(self, trigger: int, modality: Modality) -> tuple[int, int] | None:
        """The characters of the word that makes the event at ``trigger`` what it is; None where it has happened."""
        if modality is Modality.HAPPENED:
            return None
        for token in [self._parse.tokens[trigger], *ancestors(self._parse, trigger)][: MOST_LEVELS + 1]:
            if token.index != trigger and self._effects.get(token.lemma) is modality:
                return token.begin, token.end
            for word in children(self._parse, token.index):
                says = word.tag == "MD" or word.dep in {"neg", "mark"} or word.lower == "no"
                if says or (word.dep in {"amod", "advmod", "aux", "acl"} and self._may_do(word, modality)):
                    return word.begin, word.end
                for time in children(self._parse, word.index, ("amod",)):  # "next week's visit"
                    if word.dep in {"poss", "npadvmod"} and self._may_do(time, modality):
                        return time.begin, time.end
        return None

    def _may_do(self, word: Token, modality: Modality) -> bool:
        return modality in {self._effects.get(word.lower), self._effects.get(word.lemma)}
