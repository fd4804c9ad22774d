"""Posts of those whom a story's first sentence tells of by title alone, and whom the next one names: "Sudan's foreign minister
is in Egypt. Ali Demir arrived on Friday"."""

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.claims import RoleClaim
from kg.extract.role_patterns import RolePatterns
from kg.knowledge import Knowledge
from kg.language import HEADLINE, Document, Form, Kind, Mention, Title
from kg.language.syntax import child, conjuncts

_OPENING = 2
"""Sentences with which a story begins: one that tells of an official, and one that names him."""
_FULL_NAME = 2
"""Words of a name at least, by which somebody is told of for the first time."""
_RULE, _CONFIDENCE = "role.named_next", 0.65


class RolesNamedNext(RolePatterns):
    """Roles that the order of the first two sentences tells of."""

    def __init__(self, document: Document, knowledge: Knowledge, arguments: Arguments, claimed: set[int]) -> None:
        super().__init__(document, knowledge, arguments, claimed)
        self._offices = {*knowledge.leaders.minister_words, *knowledge.titles.leading}
        self._led = knowledge.leaders.states_by_name

    def find(self) -> Iterator[RoleClaim]:
        sentences = [s for s in self._parse.sentences if s.paragraph != HEADLINE][:_OPENING]
        if len(sentences) < _OPENING:
            return
        title, person = self._title_told(sentences[0].index), self._named(sentences[1].index)
        if title is None or person is None or self._has_another_holder(title):
            return
        known = self._led.get(person.name)  # one who leads another state needs no title
        if known is None or self._owner(title)[1] in known:
            yield self._claim(person, title, _RULE, _CONFIDENCE)

    def _title_told(self, sentence: int) -> Title | None:
        """The post of a state that is the subject of the sentence, without a name."""
        for mention in self._document.mentions:
            token = self._tokens[mention.head]
            alone = mention.kind is Kind.PERSON and mention.form is Form.NOMINAL and mention.title is not None
            if not alone or token.sentence != sentence or token.dep not in {"nsubj", "nsubjpass"}:
                continue
            title = self._document.titles[mention.title or 0]
            main = self._tokens[token.head].dep == "ROOT" and len(conjuncts(self._parse, token.index)) == 1
            office = bool({title.text.lower(), *title.text.lower().split()} & self._offices)
            if main and office and not title.plural and title.status == "current" and self._owner(title)[1]:
                return title
        return None

    def _named(self, sentence: int) -> Mention | None:
        """Who stands first in the sentence, as its subject, by a full name and nothing else, for the first time."""
        first = self._parse.sentences[sentence].first
        person = next((p for p in self._people if p.first == first), None)
        if person is None or person.last - person.first < _FULL_NAME:
            return None
        token = self._tokens[person.head]
        behind = [t.text for t in self._tokens[person.last : person.last + 1]]
        told = child(self._parse, person.head, "appos", "relcl", "acl") or behind in ([","], ["("])
        before = any(p.name.split()[-1] == person.name.split()[-1] and p.first < first for p in self._people)
        subject = token.dep == "nsubj" and len(conjuncts(self._parse, person.head)) == 1
        return person if subject and not told and not before and not self._has_title(person) else None

    def _has_title(self, person: Mention) -> bool:
        """Whether the article tells a post of the person anywhere."""
        surname = person.name.split()[-1]
        named = [p for p in self._people if p.name.split()[-1] == surname]
        beside = {i for p in named for i in (p.first - 1, p.first - 2, p.last, p.last + 1, p.last + 2)}
        return any(beside & set(range(title.first, title.last)) for title in self._document.titles)

    def _has_another_holder(self, title: Title) -> bool:
        """Whether the article names one with the same title somewhere."""
        claimed = (self._document.titles[i] for i in self._claimed)
        return any(other.text.lower() == title.text.lower() for other in claimed)
