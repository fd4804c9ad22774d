"""What kind of organisation a name is of: by reference data, else by its last word."""

from collections.abc import Collection

from kg.knowledge import Knowledge
from kg.language import Mention


class OrganisationKinds:
    """Lookup in the knowledge of organisations."""

    def __init__(self, knowledge: Knowledge) -> None:
        organisations = knowledge.organisations
        self._known = {o.name: {str(o.kind)} for o in organisations.organisations}
        self._by_noun: dict[str, set[str]] = {}
        for kind, nouns in organisations.head_nouns.items():
            for noun in nouns:
                self._by_noun.setdefault(noun, set()).add(str(kind))

    def may_be(self, mention: Mention, kinds: Collection[str]) -> bool:
        """Whether a mention may be of one of these kinds; of one whose kind nothing tells all may be."""
        own = self._known.get(mention.reference or "") or self._by_noun.get(mention.name.lower().split()[-1])
        return not own or bool(own & set(kinds))
