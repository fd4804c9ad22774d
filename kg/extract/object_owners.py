"""Whose the object of a verb is: "rejected North Korea's demand", "expressed China's support"."""

from kg.extract.arguments import Arguments
from kg.extract.frames import Indexed
from kg.knowledge import Knowledge
from kg.language import Form, Kind, Mention, Token
from kg.language.syntax import ancestors, children, conjuncts, prepositions


class ObjectOwners:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._parse = arguments.parse
        self._arguments = arguments
        self._against_others = knowledge.groups.against_others
        self._sent = knowledge.groups.sent
        self._bestowed = knowledge.groups.bestowed

    def of(self, index: int) -> list[Mention]:
        """The possessor or state adjective of an object: "rejected North Korea's demand"."""
        sent = self._arguments.mention(index)
        if sent is not None and sent.form is Form.NOMINAL and self._parse.tokens[index].lemma in self._sent:
            return [sent]  # "received the delegation", told of before
        found = []
        apposed = [
            t.index for t in children(self._parse, index, ("appos",)) if self._arguments.document.title_at[t.index] >= 0
        ]
        owned = (index, *apposed)
        if self._parse.tokens[index].lemma in self._sent:  # "a delegation led by Ali Demir"
            led = (t.index for t in children(self._parse, index, ("acl",)) if t.lemma in {"lead", "head"})
            heads = (o.index for i in led for link, o in prepositions(self._parse, i) if link.lower == "by")
            found += [m for i in heads for m in self._arguments.parties(i)]
        beside = (t.index for i in owned for t in children(self._parse, i, ("poss", "amod", "compound", "nmod")))
        for modifier in (self._parse.tokens[j] for i in beside for j in conjuncts(self._parse, i)):
            mention = self._arguments.mention(modifier.index)
            if mention is not None and any(mention.first <= i < mention.last for i in owned):
                own = mention.kind is Kind.PERSON or mention.form is Form.NAME
                # the state in "Peru's ambassador, Ali Demir", in "Thai police"
                mention = self._arguments.innermost(modifier.index) if own else mention
            if (
                mention
                and mention.kind in {Kind.STATE, Kind.ORGANISATION, Kind.PERSON}
                and (mention.form is not Form.PRONOUN or self._is_of_another(modifier))
                # "NATO troops", known by the name in it
                and (mention.reference is not None or not mention.first <= index < mention.last)
            ):
                found.append(mention)
            if modifier.lower == "whose":  # "Fiji, whose membership was suspended"
                clause = next((t for t in ancestors(self._parse, modifier.index) if t.dep == "relcl"), None)
                found += [] if clause is None else self._arguments.parties(clause.head, deep=False)
        return found

    def gives(self, owner: Mention, index: int) -> bool:
        """ "His US visa was cancelled", "US aid was cut": by the state that gives such things, if nobody else is told to do
        it."""
        beside = self._parse.tokens[owner.head].dep in {"amod", "compound", "nmod"}
        return beside and owner.kind is Kind.STATE and self._parse.tokens[index].lemma in self._bestowed

    def spoken_for(self, objects: tuple[int, ...], indexed: Indexed) -> list[Mention]:
        """Whose act it is where the subject only speaks of another's: "expressed China's support"."""
        if not indexed.objects or indexed.frame.object_owner != "none":
            return []
        owners = [o.index for i in objects for o in children(self._parse, i, ("poss",))]
        told = {Form.NAME, Form.METONYM}
        mentions = [m for o in owners if (m := self._arguments.mention(o)) is not None and m.form in told]
        return [m for m in mentions if m.kind in {Kind.STATE, Kind.ORGANISATION, Kind.PERSON}]

    def _is_of_another(self, pronoun: Token) -> bool:
        """ "Belarus violated its airspace", that of another state; "its troops were deployed", by who is not its subject."""
        owned = self._parse.tokens[pronoun.head]
        verb = self._parse.tokens[owned.head]
        apart = owned.dep == "nsubjpass" or verb.lemma in self._against_others
        return pronoun.lower in {"its", "their"} and apart
