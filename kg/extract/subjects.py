"""The subjects of a verb by its form: its own, those of a relative clause, of a gerund with "by", of the words above."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.extract.control import Control
from kg.knowledge import Knowledge
from kg.language import Kind, Mention, Token
from kg.language.syntax import PASSIVE_SUBJECTS, SUBJECTS, child, children, conjuncts, prepositions

if TYPE_CHECKING:
    from kg.extract.arguments import Arguments

RELATIVE = {"who", "which", "that", "whom", "whose"}
_SAID_BY_TEXTS = {"accusation", "demand", "support", "rejection"}
"""Types of acts that a text does for whoever adopts it; what else it does, "bans exports", the adopting tells."""
_WHERE = {"in", "inside", "at", "near"}


class Subjects:
    """Lookup in one document."""

    def __init__(
        self, arguments: "Arguments", knowledge: Knowledge, holders: Mapping[int, Mention], owners: frozenset[int]
    ) -> None:
        self._arguments = arguments
        self._owners = owners
        self._parse = arguments.parse
        self._holders = holders
        self._control = Control(arguments, knowledge)
        self._say = knowledge.speech.say
        self._texts = knowledge.groups.texts
        self._issuing = knowledge.groups.issuing
        acts = (knowledge.frames.verbs_by_type[kind] for kind in _SAID_BY_TEXTS)
        self._in_words = knowledge.speech.expressing.union(*acts)
        self._tolls = {*knowledge.groups.killing_verbs, *knowledge.groups.injuring_verbs}

    def of(self, verb: int) -> list[int]:
        """Head tokens of the subjects that a verb has by its form, each of several joined on its own."""
        if by := self._agents_of_gerund(verb):
            return by
        own = children(self._parse, verb, (*SUBJECTS, *PASSIVE_SUBJECTS))
        if own:
            subject = own[-1]
            if subject.lower in RELATIVE and (subject.pos == "PRON" or subject.tag[:1] in {"W", "I"}):
                return self._relative_heads(verb)
            # "what Chad is doing is attacking Niger"
            if subject.dep == "csubj" and subject.lower == "doing" and child(self._parse, subject.index, "nsubj"):
                return self.of(subject.index)
            return self._joined(subject.index)
        return self._control.subjects(verb)

    def _agents_of_gerund(self, verb: int) -> list[int]:
        """ "Over shelling by Pakistani forces"."""
        if self._parse.tokens[verb].tag != "VBG" or self._parse.tokens[verb].dep != "pcomp":
            return []
        agents = (o for prep, o in prepositions(self._parse, verb) if prep.lower == "by" and o.pos in {"NOUN", "PROPN"})
        return [i for agent in agents for i in conjuncts(self._parse, agent.index)]

    def _joined(self, index: int) -> list[int]:
        """A subject and those joined to it, also where they hang on its holder's name: "President of A Ali Demir and
        President of B Jan Novak"."""
        joined = [
            *self._joined_before(index),
            *(i for i in conjuncts(self._parse, index) if i == index or not self._is_body(i)),
        ]
        holder = self._holders.get(self._arguments.document.title_at[index])
        return joined if holder is None else list(dict.fromkeys([*joined, *conjuncts(self._parse, holder.head)[1:]]))

    def _is_body(self, index: int) -> bool:
        """The ministry of "Ali Demir, Permanent Secretary, Ministry of Finance, said"."""
        mention = self._arguments.mention(index)
        return mention is not None and mention.kind is Kind.ORGANISATION and mention.index in self._owners

    def _joined_before(self, index: int) -> list[int]:
        """The first of two names of which the parser makes one: "Ali Demir and State Councillor Wei Min spoke"."""
        own = self._arguments.mention(index)
        if own is None or own.kind is not Kind.PERSON:
            return []
        first = self._parse.sentences[self._parse.tokens[index].sentence].first
        named = ((i, self._arguments.mention(i)) for i in range(first, own.first) if child(self._parse, i, "cc"))
        return [
            i for i, m in named if m is not None and m.kind is Kind.PERSON and m.head == i and self._modifies(i, index)
        ]

    def _modifies(self, inner: int, noun: int) -> bool:
        token = self._parse.tokens[inner]
        while token.dep in {"nmod", "compound"} and token.index != noun:
            token = self._parse.tokens[token.head]
        return token.index == noun

    def _named_before_relative(self, verb: int, head: Token) -> int | None:
        """ "Opposition from Chad which accused them": whom the relative pronoun stands right behind, where nobody acts under
        the noun that the parser hangs its clause on."""
        pronoun = child(self._parse, verb, *SUBJECTS)
        if pronoun is None or self._arguments.mention(head.index) is not None or head.pos != "NOUN":
            return None
        named = self._arguments.mention(pronoun.index - 1)
        sender = None if named is None else self._parse.tokens[self._parse.tokens[named.head].head]
        owned = sender is not None and sender.lower in {"from", "by"} and sender.head == head.index
        return named.head if named is not None and owned and named.kind in {Kind.STATE, Kind.ORGANISATION} else None

    def among_those(self, those: Token) -> list[int]:
        """Of "Ali Demir was among those who criticised him" Demir."""
        link = self._parse.tokens[those.head]
        above = self._parse.tokens[link.head]
        verb = above if above.pos == "AUX" else self._parse.tokens[above.head]
        told = those.lower == "those" and link.lower in {"of", "among"} and verb.lemma == "be"
        return self.of(verb.index) if told else []

    def _is_of_one(self, verb: int) -> bool:
        """Whether a verb's form says that one alone acts."""
        words = (self._parse.tokens[verb], *children(self._parse, verb, ("aux", "auxpass")))
        return any(word.tag == "VBZ" or word.lower == "was" for word in words)

    def _relative_heads(self, verb: int) -> list[int]:
        token = self._parse.tokens[verb]
        while token.dep == "conj" or (token.dep == "ccomp" and self._parse.tokens[token.head].lemma in self._say):
            token = self._parse.tokens[token.head]  # "strikes that they said killed two"
        if token.dep not in {"relcl", "acl"}:
            return []
        head = self._parse.tokens[token.head]
        if token.lemma in self._tolls and head.dep == "pobj" and self._parse.tokens[head.head].lower in _WHERE:
            return []  # "the raid on a camp inside Chad, which killed ten": Chad did not
        while head.dep == "conj" and self._parse.tokens[head.head].pos == "PROPN":
            head = self._parse.tokens[head.head]
        if (nearer := self._named_before_relative(verb, head)) is not None:
            return [nearer]
        if told := self.among_those(head):
            return told
        issued = self._parse.tokens[head.head]
        speaks = token.lemma in self._in_words and head.lemma in self._texts and head.dep == "dobj"
        if speaks and issued.lemma in self._issuing:
            return self.of(issued.index)  # "adopted a resolution that condemned the coup"
        joined = conjuncts(self._parse, head.index)
        if head.index < verb:  # "the chief, who had opposed the coup, and an admiral were detained"
            joined = [i for i in joined if i < verb]
        if len(joined) > 1 and self._is_of_one(verb):
            return joined[-1:]  # "between China and Taiwan, which is holding an election"
        it = child(self._parse, head.head, "nsubj") if head.dep == "attr" else None
        if it is not None and it.lower == "it":
            return joined  # "it was Castro and Obama who agreed"
        behind = self._parse.tokens[joined[-1] + 1]
        # "Qatar and Oman, which mediated …": the comma parts the clause from the last of them
        return joined if behind.text == "," and token.head in joined else [token.head]
