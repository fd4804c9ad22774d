"""How many people an attack has killed and injured, where the sentence gives the numbers."""

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.times import NUMBERS
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import children

_JOINED = ("conj", "advcl", "relcl", "acl")


class Casualties:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._killing = set(knowledge.groups.killing_verbs)
        self._injuring = set(knowledge.groups.injuring_verbs)

    def of(self, trigger: int) -> tuple[int | None, int | None]:
        """(killed, injured) told by the trigger, the verb whose subject it is, or the verbs joined to either."""
        killed = injured = None
        for verb in self._verbs(trigger):
            if verb.lemma in self._killing:
                killed = killed or self._number(verb)
            elif verb.lemma in self._injuring:
                injured = injured or self._number(verb)
        return killed, injured

    def _verbs(self, trigger: int) -> Iterator[Token]:
        token = self._parse.tokens[trigger]
        governor = self._parse.tokens[token.head]
        anchors = [token]
        if token.dep in {"nsubj", "conj"} or (token.dep == "pobj" and governor.lower in {"in", "during", "by"}):
            anchors.append(governor if governor.pos == "VERB" else self._parse.tokens[governor.head])
        for anchor in anchors:
            yield anchor
            yield from children(self._parse, anchor.index, _JOINED)

    def _number(self, verb: Token) -> int | None:
        """The number of those whom a verb is done to: "at least 37 people", "seven", "1,200 civilians"."""
        for index in self._arguments.objects(verb.index):
            for token in (*children(self._parse, index, ("nummod",)), self._parse.tokens[index]):
                word = token.lower.replace(",", "")
                if word.isascii() and word.isdigit():
                    return int(word)
                if token.pos == "NUM" and word in NUMBERS:
                    return NUMBERS[word]
        return None
