"""What kind of organisation a name is of: by reference data, else by its last word."""

from collections.abc import Collection

from kg.knowledge import Knowledge
from kg.language import Document, Kind, Mention
from kg.language.syntax import children, prepositions


class OrganisationKinds:
    """Lookup in the knowledge of organisations."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._known = knowledge.organisations.kinds_by_name
        self._organs = knowledge.organisations.named_organs
        self._by_noun = knowledge.organisations.kinds_by_noun

    def may_be(self, mention: Mention, kinds: Collection[str]) -> bool:
        """Whether a mention may be of one of these kinds; of one whose kind nothing tells all may be."""
        own = self._known.get(mention.reference or "") or self._by_noun.get(mention.name.lower().split()[-1])
        return not own or not own.isdisjoint(kinds)

    def is_organ(self, mention: Mention) -> bool:
        """ "Foreign Ministry", which every state has."""
        return mention.reference is None and mention.name.lower() in self._organs

    def named_in_full(self, organ: Mention, document: Document) -> Mention | None:
        """Of "the German Foreign Ministry … the Foreign Ministry" the first, if no other state's was told of before; of
        "Germany's Foreign Ministry" behind it as well, if none was."""
        name = organ.name.lower()
        if organ.state is not None or not self.is_organ(organ):
            return None
        others = [m for m in document.mentions if m.kind is Kind.ORGANISATION and m.state is not None]
        fuller = [m for m in others if f" {m.name.lower()}".endswith(f" {name}")]
        told = [m for m in fuller if m.begin < organ.begin] or fuller
        return told[-1] if len({m.state for m in told}) == 1 else None

    def is_of_noun(self, organ: Mention, document: Document) -> bool:
        """ "The small nation's Foreign Ministry", whichever nation that is."""
        owners = children(document.parse, organ.head, ("poss",))
        return self.is_organ(organ) and any(t.pos == "NOUN" for t in owners)

    def is_own(self, noun: Mention, document: Document) -> bool:
        """ "His own security agency", "the department for art": not one that was named before."""
        own = any(t.lower == "own" for t in children(document.parse, noun.head, ("amod",)))
        return own or any(link.lower == "for" for link, _ in prepositions(document.parse, noun.head))
