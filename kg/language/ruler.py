"""The attribute ruler of a spaCy pipeline with a memory. Most of its patterns are of one token and ask only for its word,
tag and dependency; which of them match is looked up after the first time, and not tried anew for each token of each text.
What it does is the same."""

from typing import TYPE_CHECKING, Any

from spacy.attrs import IDS
from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Match = tuple[int, int, int, int]
"""Number of the rule, name of the match, first token, end."""
_MOST = 200_000
"""Kinds of tokens that are remembered."""


def remember(pipeline: "Language") -> None:
    """Give the pipeline's attribute ruler, if it has one, a memory."""
    if "attribute_ruler" in pipeline.pipe_names:
        ruler: Any = pipeline.get_pipe("attribute_ruler")
        ruler.match = _Memory(ruler).match


class _Memory:
    def __init__(self, ruler: Any) -> None:
        self._strings = ruler.vocab.strings
        self._of_one, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._known: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}
        asked: set[Any] = set()
        for number, rule in enumerate(ruler.patterns):
            one = [pattern for pattern in rule["patterns"] if _is_of_one_token(pattern)]
            rest = [pattern for pattern in rule["patterns"] if not _is_of_one_token(pattern)]
            for matcher, patterns in ((self._of_one, one), (self._others, rest)):
                if patterns:
                    matcher.add(self._strings.add(str(number)), patterns)
            asked |= {attribute for pattern in one for attribute in pattern[0]}
        self._asked = sorted(asked)

    def match(self, doc: "Doc") -> list[Match]:
        """The matches of all rules, later rules later, as ``AttributeRuler.match`` gives them."""
        found: list[Match] = []
        for i, row in enumerate(doc.to_array(self._asked).tolist() if self._asked else ()):
            key = tuple(row) if isinstance(row, list) else (row,)
            rules = self._known.get(key)
            if rules is None:
                rules = self._matched(self._of_one(doc[i : i + 1], allow_missing=True))
                if len(self._known) < _MOST:
                    self._known[key] = rules
            found.extend((number, name, i, i + 1) for number, name in rules)
        if len(self._others):
            matches = self._others(doc, allow_missing=True)
            found.extend((int(self._strings[name]), name, first, end) for name, first, end in matches)
        return sorted(found)

    def _matched(self, matches: list[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
        return tuple(sorted((int(self._strings[name]), name) for name, _, _ in matches))


def _is_of_one_token(pattern: list[dict[str, Any]]) -> bool:
    return len(pattern) == 1 and all(attribute in IDS for attribute in pattern[0])
