"""What kind of organisation a name is of: by reference data, else by its last word."""

from collections.abc import Collection, Sequence

from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Token
from kg.language.syntax import ancestors, children, prepositions


class OrganisationKinds:
    """Lookup in the knowledge of organisations."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._known = knowledge.organisations.kinds_by_name
        self._organs = knowledge.organisations.named_organs
        self._by_noun = knowledge.organisations.kinds_by_noun
        self._offices = knowledge.groups.offices

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

    def whose_office(self, noun: Mention, document: Document) -> Mention | None:
        """ "The president's office said", "his office denied it": the one it is of, who speaks and acts through it."""
        token = document.parse.tokens[noun.head]
        owners = children(document.parse, token.index, ("poss",)) if token.lemma in self._offices else []
        mentions = (document.mentions[at] for t in owners if (at := document.mention_at[t.index]) >= 0)
        return next((m for m in mentions if m.kind is Kind.PERSON), None)

    def is_named_otherwise(self, noun: Token, document: Document) -> bool:
        """ "Central Africa's political bloc", "the Contadora group": told by its own words, not the one named last."""
        beside = children(document.parse, noun.index, ("poss", "compound", "nmod"))
        named = (t for t in beside if t.pos == "PROPN" and t.text[0].isupper())
        return any(document.mention_at[t.index] < 0 or t.dep == "poss" for t in named)

    def apposed(self, noun: Mention, document: Document) -> Mention | None:
        """ "The main rebel group, Forces for Defence of Democracy"; "Ahrar al-Sham, the main rebel group"."""
        apposed = [t.index for t in children(document.parse, noun.head, ("appos",))]
        token = document.parse.tokens[noun.head]
        apposed += [token.head] if token.dep == "appos" else []
        named = (document.mentions[at] for i in apposed if (at := document.mention_at[i]) >= 0)
        return next((m for m in named if m.kind is Kind.ORGANISATION and m.form is Form.NAME), None)


def foremost(named: Sequence[Mention], document: Document) -> Mention | None:
    """Of those named before "the group" the last; the one that stands above it: "the Front, linked to the League, left"."""
    if not named:
        return None
    above = {t.index for t in ancestors(document.parse, named[-1].head)}
    return next((m for m in named if m.head in above), named[-1])
