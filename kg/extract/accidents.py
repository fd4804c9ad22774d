"""What kills without being an attack: crashes, floods and fires, and protests that turn violent."""

from kg.knowledge import Knowledge
from kg.language import Parse, Token
from kg.language.syntax import ancestors, child, children, prepositions

_BLASTS = {"explosion", "blast"}


class Accidents:
    """Lookup in one document. ``violent`` are words that tell of force wherever they stand."""

    def __init__(self, parse: Parse, knowledge: Knowledge, violent: frozenset[str]) -> None:
        self._parse = parse
        self._violent = violent
        self._accidents = knowledge.groups.accidents
        self._hazards = knowledge.groups.hazards
        self._protests = knowledge.frames.nouns_by_type["protest"]

    def killed(self, trigger: int, subjects: tuple[int, ...], objects: tuple[int, ...], by_nobody: bool) -> bool:
        """Whether an accident, or a protest, is what the word at ``trigger`` tells the toll of."""
        verb = self._parse.tokens[trigger]
        causes = [self._parse.tokens[i] for i in subjects]
        burnt = any(self._is_blaze(t) or self.is_mishap(t) for t in causes)
        told = by_nobody and self._is_told_around(verb, objects)
        return told or burnt or self._is_left_by_protest(trigger) or self._comes_of_accident(verb)

    def _is_told_around(self, verb: Token, objects: tuple[int, ...]) -> bool:
        """ "Were killed when a fire broke out": an accident is named in the sentence, or in the one before where that
        tells of no attack."""
        for sentence in (s for s in (verb.sentence, verb.sentence - 1) if s >= 0):
            bounds = self._parse.sentences[sentence]
            tokens = self._parse.tokens[bounds.first : bounds.last]
            if any(self.is_mishap(t) for t in tokens):
                return True
            if any(t.lemma in self._violent and t.index not in objects for t in tokens):
                return False
            if any(t.lemma in self._accidents or self._is_blaze(t) for t in tokens):
                return True
        return False

    def is_mishap(self, noun: Token) -> bool:
        """ "An explosion at an ammunition depot", "a gas blast"."""
        if noun.lemma not in _BLASTS:
            return False
        where = [o for p, o in prepositions(self._parse, noun.index) if p.lower in {"at", "in"}]
        beside = [t for n in (noun, *where) for t in children(self._parse, n.index, ("compound",))]
        return any(t.lemma in self._hazards for t in (*where, *beside))

    def _is_left_by_protest(self, trigger: int) -> bool:
        """ "Protests that have left 26 dead and 500 injured", "protests in which dozens were killed"."""
        verb = self._parse.tokens[trigger]
        if verb.dep in {"acl", "relcl"} and self._parse.tokens[verb.head].lemma in self._protests:
            return True  # where the parser hangs "injured" on the protests
        leaving = next((t for t in ancestors(self._parse, trigger) if t.lemma == "leave"), None)
        if leaving is None:
            return False
        subjects = [t.index for t in children(self._parse, leaving.index, ("nsubj",))]
        subjects += [leaving.head] if leaving.dep == "relcl" else []
        return any(self._parse.tokens[i].lemma in self._protests for i in subjects)

    def _comes_of_accident(self, verb: Token) -> bool:
        """ "The plane crashed, killing ten"."""
        return verb.dep == "advcl" and verb.tag == "VBG" and self._parse.tokens[verb.head].lemma in self._accidents

    def _is_blaze(self, noun: Token) -> bool:
        """ "A fire broke out", "in a fire"; not "under fire", "opened fire"."""
        return (
            noun.lemma == "fire" and noun.dep in {"nsubj", "pobj"} and child(self._parse, noun.index, "det") is not None
        )
