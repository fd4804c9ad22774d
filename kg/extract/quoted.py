"""Who speaks in a quotation: the words beside it tell, and it goes on speaking for whole sentences."""

from functools import cached_property

from kg.articles import Span
from kg.language import Parse, Sentence, Token
from kg.language.quotations import quotations
from kg.language.syntax import is_passive

_INTRODUCING = {":", ","}
_GOES_ON = {",", "!", "?"}
"""What a quotation ends with whose sentence goes on: '"Now!" he said'."""


class Quoted:
    """The quotations of one document and the verbs that tell who speaks in them."""

    def __init__(self, parse: Parse, say: frozenset[str]) -> None:
        self._parse = parse
        self._say = say

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        return quotations(self._parse)

    def verb_at(self, begin: int, end: int) -> Token | None:
        """The verb of saying for the quotation around these characters."""
        quotation = next((q for q in self.spans if q.begin <= begin and end <= q.end), None)
        return None if quotation is None else self._verbs.get(quotation)

    def is_told(self, begin: int, end: int) -> bool:
        """Whether the quotation around these characters goes on with the words of who tells it: 'said that "his aim …"'."""
        quotation = next((q for q in self.spans if q.begin <= begin and end <= q.end), None)
        return quotation is not None and self._parse.text[: quotation.begin - 1].rstrip().endswith(" that")

    def verb_of(self, sentence: Sentence) -> Token | None:
        """The verb of saying outside, where a whole sentence, with a mark before or behind it, is quoted."""
        return self.verb_at(min(sentence.begin + 1, sentence.end - 1), max(sentence.end - 1, sentence.begin + 1))

    def says(self, subject: Token) -> bool:
        """Whether a word is the subject of a verb of saying."""
        verb = self._parse.tokens[subject.head]
        return subject.dep == "nsubj" and verb.pos == "VERB" and verb.lemma in self._say

    def is_saying(self, verb: Token) -> bool:
        return verb.pos == "VERB" and verb.lemma in self._say

    def told_by(self, verb: Token) -> Span | None:
        """The quotation that a verb of saying tells who speaks in, if it goes over more than the verb's sentence."""
        sentence = self._parse.sentences[verb.sentence]
        spans = (q for q, each in self._verbs.items() if each.index == verb.index)
        return next((q for q in spans if q.begin < sentence.begin or sentence.end < q.end), None)

    @cached_property
    def _verbs(self) -> dict[Span, Token]:
        found: dict[Span, Token] = {}
        before: Span | None = None
        for quotation in self.spans:
            verb = self._beside(quotation)
            if verb is None and before is not None and self._goes_on(before, quotation):
                verb = found.get(before)
            if verb is not None:
                found[quotation] = verb
            before = quotation
        return found

    def _beside(self, quotation: Span) -> Token | None:
        """The verb of saying that introduces the quotation; else one behind it, in the sentence where it ends or, where
        its last mark asks for one, in the next."""
        sentences, text = self._parse.sentences, self._parse.text
        first = next((s for s in sentences if s.end > quotation.begin), None)
        last = next((s for s in reversed(sentences) if s.begin < quotation.end), None)
        if last is None or first is None:
            return None
        before = next(reversed(self._saying(first, first.begin, quotation.begin)), None)
        introduced = text[: quotation.begin - 1].rstrip()[-1:] in _INTRODUCING
        if before is not None and introduced:
            return before
        ended = text[quotation.end - 1] not in _GOES_ON
        behind = None if ended else next(iter(self._saying(last, quotation.end, last.end)), None)
        if behind is None and not ended and last.index + 1 < len(sentences):
            following = sentences[last.index + 1]
            if following.begin - quotation.end <= 2 and following.paragraph == last.paragraph:
                behind = next(iter(self._saying(following, following.begin, following.end)), None)
        return behind or before

    def _saying(self, sentence: Sentence, begin: int, end: int) -> list[Token]:
        inside = self._parse.tokens[sentence.first : sentence.last]
        verbs = (t for t in inside if begin <= t.begin < end and t.lemma in self._say and t.pos == "VERB")
        return [t for t in verbs if not is_passive(self._parse, t.index)]

    def _goes_on(self, before: Span, quotation: Span) -> bool:
        """'"We agree," the minister said. "It is time."': with nothing but who speaks in between."""
        sentences = [s for s in self._parse.sentences if before.end <= s.end and s.begin <= quotation.begin]
        return len(sentences) <= 2 and len({s.paragraph for s in sentences}) == 1
