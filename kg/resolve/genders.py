"""Which pronouns and honorifics agree with a person: by the words before the names, or because it is a known leader;
never by what a forename sounds like."""

from collections.abc import Iterable

from kg.knowledge import Knowledge
from kg.language import Document, Mention
from kg.resolve.leaders import women
from kg.resolve.names import bare, slug

_HE = {"he", "him", "his", "himself"}
_SHE = {"she", "her", "hers", "herself"}
_BEFORE = 3


class Genders:
    """Agreement in one document."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self._tokens = document.parse.tokens
        self._male = set(knowledge.titles.male)
        self._female = set(knowledge.titles.female)
        self._women = women(knowledge)
        self._known: dict[int, tuple[bool, bool]] = {}

    def fit(self, pronoun: str, members: Iterable[Mention]) -> bool:
        """Whether a pronoun may mean the person with these mentions."""
        male, female = self._told(members)
        if pronoun.lower() in _HE:
            return male or not female
        return female or not male if pronoun.lower() in _SHE else True

    def clash(self, mention: Mention, members: Iterable[Mention]) -> bool:
        """ "Mrs Howard" is not "Mr Howard"."""
        (male, female), (other_male, other_female) = self._told([mention]), self._told(members)
        return (female and other_male and not other_female) or (male and other_female and not other_male)

    def couples(self, people: Iterable[Mention]) -> set[str]:
        """Surnames that a man and a woman of the article share: "Mr Howard" and "Mrs Howard"."""
        told: dict[str, set[bool]] = {}
        for mention in people:
            male, female = self._told([mention])
            if male != female:
                told.setdefault(mention.name.split()[-1], set()).add(male)
        return {surname for surname, both in told.items() if len(both) > 1}

    def is_woman(self, members: Iterable[Mention]) -> bool:
        return self._told(members)[1]

    def _told(self, members: Iterable[Mention]) -> tuple[bool, bool]:
        """Whether words before the mentions tell a man, and whether they tell a woman."""
        man = woman = False
        for member in members:
            male, female = self._told_by(member)
            man, woman = man or male, woman or female
        return man, woman

    def _told_by(self, member: Mention) -> tuple[bool, bool]:
        found = self._known.get(member.index)
        if found is None:
            words = {
                token.lower.strip(".")
                for token in self._tokens[max(0, member.first - _BEFORE) : member.first]
                if token.sentence == self._tokens[member.first].sentence
            }
            female = bool(words & self._female) or slug(bare(member.name)) in self._women
            found = self._known[member.index] = bool(words & self._male), female
        return found
