"""Who says that something has happened: the party whose words alone carry it."""

from kg.extract.arguments import Arguments
from kg.knowledge import Knowledge
from kg.language import Kind, Mention, Token
from kg.language.syntax import prepositions


class Attribution:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._say = set(knowledge.speech.say)
        self._not_speakers = set(knowledge.speech.not_speakers)

    def speaker(self, trigger: int) -> Mention | None:
        """The party whose words alone carry the event, or None where the narrator states it."""
        token = self._parse.tokens[trigger]
        while True:
            if found := self._according_to(token):
                return found
            if token.head == token.index:
                return None
            governor = self._parse.tokens[token.head]
            if (
                governor.lemma in self._say
                and governor.pos == "VERB"
                and token.dep in {"ccomp", "xcomp", "prep", "parataxis"}
                and self._carries(token, governor)
            ):
                return self.speaker_of(governor.index)
            token = governor

    def _carries(self, token: Token, governor: Token) -> bool:
        if token.dep == "ccomp" or (token.dep == "parataxis" and governor.index > token.index):
            return True
        if token.dep == "xcomp":
            return governor.lemma == "deny"
        if token.dep == "prep" and governor.lemma == "accuse":
            return token.lower == "of"
        return token.dep == "prep" and governor.lemma == "speak" and token.lower in {"about", "of"}

    def speaker_of(self, verb: int) -> Mention | None:
        """The subject of a verb of saying, if it is somebody of the story."""
        for index in self._arguments.subjects(verb):
            if self._parse.tokens[index].lemma in self._not_speakers:
                continue
            for mention in self._arguments.parties(index, deep=False):
                if mention.kind is not Kind.PLACE:
                    return mention
        return None

    def _according_to(self, token: Token) -> Mention | None:
        for preposition, obj in prepositions(self._parse, token.index):
            if preposition.lower == "to" and self._parse.tokens[preposition.head].lower == "according":
                parties = self._arguments.parties(obj.index, deep=False)
                return parties[0] if parties and self._parse.tokens[obj.index].lemma not in self._not_speakers else None
        return None
