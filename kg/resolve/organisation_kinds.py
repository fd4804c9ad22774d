"""What kind of organisation a name is of: by reference data, else by its last word."""

from collections.abc import Collection

from kg.knowledge import Knowledge
from kg.language import Mention


class OrganisationKinds:
    """Lookup in the knowledge of organisations."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._known = knowledge.organisations.kinds_by_name
        self._by_noun = knowledge.organisations.kinds_by_noun

    def may_be(self, mention: Mention, kinds: Collection[str]) -> bool:
        """Whether a mention may be of one of these kinds; of one whose kind nothing tells all may be."""
        own = self._known.get(mention.reference or "") or self._by_noun.get(mention.name.lower().split()[-1])
        return not own or not own.isdisjoint(kinds)
