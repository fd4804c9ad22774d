"""Whom a pronoun cannot mean: those whom its own clause sets apart from it."""

from collections.abc import Callable, Mapping

from kg.extract.quoted import Quoted
from kg.knowledge.words import GroupsFile
from kg.language import Document, Form, Kind, Mention, Token
from kg.language.quotations import QUOTATION_MARKS
from kg.language.syntax import ancestors, children, conjuncts, descendants, is_passive

_SUBJECTS = ("nsubj", "nsubjpass")
_SAID = {"ccomp", "parataxis"}
_BELOW = _SAID | {"dobj", "dative", "xcomp", "attr", "oprd", "prep"}
"""What hangs below a verb on the other side of its subject."""
_REFLEXIVE = {"himself", "herself", "itself"}
_COMPANY = {"along", "together", "like", "unlike", "with"}
_DASHES = {"-", "–", "—", ";"}
_LONGEST_QUOTE = 120
_HE, _SHE = {"he", "him", "his"}, {"she", "her", "hers"}
_ITS = {"its", "their"}
_UPON = {"on", "against"}
_UP_TO = {"until", "till", "before"}


class Disjoint:
    """Lookup in one document. ``of`` maps mentions to entities as far as they are known; ``meant`` gives the entity of a
    speaker who is a pronoun."""

    def __init__(
        self,
        document: Document,
        of: Mapping[int, int],
        quoted: Quoted,
        meant: Callable[[Mention], int | None],
        groups: GroupsFile,
    ) -> None:
        self._document = document
        self._of = of
        self._quoted = quoted
        self._meant = meant
        self._against_others, self._killings = groups.against_others, groups.killings
        self._governing = set(groups.governing)

    def from_pronoun(self, pronoun: Mention) -> set[int | None]:
        """The entities that the pronoun does not mean."""
        return (
            self._named_below(pronoun)
            | self._quoters(pronoun)
            | self._rivals(pronoun)
            | self._of_the_other_gender(pronoun)
            | self.acting_against(pronoun)
            | self._outliving(pronoun)
        )

    def _outliving(self, pronoun: Mention) -> set[int | None]:
        """Of "Khamenei vowed revenge in response to his killing" Khamenei, who lives to act."""
        parse, at = self._document.parse, self._document.mention_at
        token = parse.tokens[pronoun.head]
        noun = parse.tokens[token.head]
        before = parse.tokens[noun.head].lower in _UP_TO  # "led the force until his killing"
        if token.dep != "poss" or noun.lemma not in self._killings or before:
            return set()
        verbs = [t for t in ancestors(parse, noun.index) if t.pos in {"VERB", "AUX"} and not is_passive(parse, t.index)]
        named = (at[i if parse.tokens[i].tag != "WP" else v.head] for v in verbs for i in self._subjects(v.index))
        return {self._of.get(i) for i in named if i >= 0} - {None}

    def _of_the_other_gender(self, pronoun: Mention) -> set[int | None]:
        """Of "she praised his visit" whoever "she" is."""
        sentence, word = self._document.parse.tokens[pronoun.head].sentence, pronoun.name.lower()
        others = _SHE if word in _HE else _HE if word in _SHE else set()
        tokens = self._document.parse.tokens
        beside = (m for m in self._document.mentions if tokens[m.head].sentence == sentence and m.form is Form.PRONOUN)
        return {self._of.get(m.index) for m in beside if m.name.lower() in others} - {None}

    def acting_against(self, pronoun: Mention) -> set[int | None]:
        """Of "Belarus violated its airspace", "the president of Chad expelled its envoy", "Chad accused its government" Belarus
        and Chad."""
        parse, at = self._document.parse, self._document.mention_at
        token = parse.tokens[pronoun.head]
        noun = parse.tokens[token.head]
        link = parse.tokens[noun.head]
        upon = link.dep == "prep" and link.lower in _UPON
        verb = parse.tokens[link.head] if upon else link
        done_to = token.dep == "poss" and token.lower in _ITS and (upon or noun.dep == "dobj")
        charged = verb.lemma == "accuse" and noun.lemma in self._governing
        if not done_to or not (charged or verb.lemma in self._against_others):
            return set()
        acts = self._subjects(verb.index)
        acts = acts or (self._subjects(verb.head) if charged and verb.dep == "advcl" else [])  # "…, accusing its"
        acts += [
            t.index for i in acts for t in children(parse, i, ("amod", "poss"))
        ]  # "an Israeli strike killed its …"
        acting = {self._of.get(at[i]) for i in acts if at[i] >= 0} - {None}
        mentions = self._document.mentions
        states = {m.state for m in mentions if self._of.get(m.index) in acting and m.state is not None}
        return acting | {self._of.get(m.index) for m in mentions if m.kind is Kind.STATE and m.reference in states}

    def _quoters(self, pronoun: Mention) -> set[int | None]:
        """Who speaks in the quotation that the pronoun stands in, and would say "I"."""
        verb = self._quoted.verb_at(pronoun.begin, pronoun.end)
        if verb is None or self._quoted.is_told(pronoun.begin, pronoun.end):
            return set()
        parse, at = self._document.parse, self._document.mention_at
        below = (t for t in parse.children[verb.index] if t.dep == "nsubj")
        subjects = [t.index for t in below if self._quoted.verb_at(t.begin, t.end) is None]
        named = (self._document.mentions[at[i]] for s in subjects for i in descendants(parse, s) if at[i] >= 0)
        return {self._of.get(m.index) or self._meant(m) for m in named}

    def _objects_of_opening(self, pronoun: Token) -> set[int]:
        """Of "Congratulating Ali on his election, he …" Ali, whom "he" congratulates."""
        parse = self._document.parse
        opening = (t for t in children(parse, pronoun.head, ("advcl",)) if t.tag == "VBG" and t.index < pronoun.index)
        return {t.index for clause in opening for t in children(parse, clause.index, ("dobj",))}

    def _company(self, pronoun: Token) -> set[int]:
        """Of "Along with Ali and Jan, he …" Ali and Jan, with whom "he" is."""
        parse = self._document.parse
        opening = (t for t in children(parse, pronoun.head, ("prep",)) if t.index < pronoun.index)
        beside = (t for t in opening if t.lower in _COMPANY or parse.tokens[t.index - 1].lower in _COMPANY)
        return {i for link in beside for i in descendants(parse, link.index)}

    def _named_below(self, pronoun: Mention) -> set[int | None]:
        """Entities that the pronoun's own clause or quotation names, which as its subject it cannot mean (Principle C
        of binding theory, Chomsky 1981): "It condemns Japan", '"… with President Reagan …", he said'."""
        parse = self._document.parse
        token = parse.tokens[pronoun.head]
        if token.dep not in _SUBJECTS:
            return set()
        apart = (
            token.index > 0 and parse.tokens[token.index - 1].text in _DASHES
        )  # "… annoyed many - he told them to go"
        below = {
            i
            for inner in parse.children[token.head]
            if inner.dep in _BELOW and (inner.index > token.head or (inner.dep in _SAID and not apart))
            for i in descendants(parse, inner.index)
            if not self._is_in_relative_clause(i, token.head)
        }
        below |= self._objects_of_opening(token) | self._company(token)
        quoted = self._quoted_before(token)  # '"The president wants it," he said': none would call himself so
        below |= quoted
        subjects = (i for clause in self._told_of(token, quoted) for i in self._subjects(clause.index))
        below -= {i for subject in subjects for i in descendants(parse, subject)}
        return {
            self._of[m.index]
            for i in below
            if (at := self._document.mention_at[i]) >= 0
            and (m := self._document.mentions[at]).index in self._of
            and (m.form in {Form.NAME, Form.METONYM} or (i in quoted and m.form is Form.NOMINAL))
            and not self._is_modifier(m)
            and not self._is_said_of_pronoun(m)
        }

    def _told_of(self, pronoun: Token, quoted: set[int]) -> list[Token]:
        """Of 'Ali Demir pledged to "support Chad", he said' the pledge, which is not quoted: "he" may be Demir."""
        clauses = children(self._document.parse, pronoun.head, ("ccomp",)) if quoted else []
        return [t for t in clauses if t.index < min(quoted) and self._quoted.is_saying(t)]

    def _is_in_relative_clause(self, index: int, verb: int) -> bool:
        """ "The US said it would act after the capture of Ali Demir, whom Washington accused": the same may be named."""
        between = (t for t in ancestors(self._document.parse, index) if t.index > verb)
        return any(t.dep == "relcl" for t in between)

    def _is_modifier(self, mention: Mention) -> bool:
        """ "It criticised the Reagan plan" may be Reagan's own party."""
        return self._document.parse.tokens[mention.head].dep in {"amod", "compound"}

    def _is_said_of_pronoun(self, mention: Mention) -> bool:
        """ "He accused Ali while he, Mr. Demir, was working": who "he" is."""
        parse = self._document.parse
        token = parse.tokens[mention.head]
        return token.dep == "appos" and parse.tokens[token.head].tag == "PRP"

    def _quoted_before(self, token: Token) -> set[int]:
        """Tokens of the quotation that ends right before the clause of a pronoun: '"…", he said'."""
        parse = self._document.parse
        i = token.index - 1
        while i >= 0 and parse.tokens[i].text in {",", "?", "!"}:
            i -= 1
        if i < 0 or parse.tokens[i].text not in QUOTATION_MARKS:
            return set()
        first = max(
            (j for j in range(max(0, i - _LONGEST_QUOTE), i) if parse.tokens[j].text in QUOTATION_MARKS), default=i
        )
        return set(range(first, i))

    def _rivals(self, pronoun: Mention) -> set[int | None]:
        """The subjects of the same verb, whom an object pronoun cannot mean: "Ali met him", "Chad recalled its envoy from
        Mali, accusing it of …"."""
        parse, at = self._document.parse, self._document.mention_at
        token = parse.tokens[pronoun.head]
        verb = next((t for t in ancestors(parse, token.index) if t.pos == "VERB"), None)
        if verb is None or token.dep not in {"dobj", "pobj", "dative"} or token.lower in _REFLEXIVE:
            return set()
        subjects = self._subjects(verb.index)
        if not subjects and verb.dep == "advcl" and verb.tag == "VBG":
            subjects = self._subjects(verb.head)
        elif not subjects and verb.dep == "conj":
            subjects = self._subjects(verb.head)  # "Ali praised Jan and thanked him"
        elif not subjects and verb.dep in {"xcomp", "advcl"}:
            subjects = [t.index for t in children(parse, verb.head, ("dobj",))]
        elif verb.dep == "relcl" and any(parse.tokens[i].tag == "WP" for i in subjects):
            subjects = [verb.head, parse.tokens[verb.head].head]  # "the king, a monarch who received him"
        return {self._of.get(at[i]) for subject in subjects for i in conjuncts(parse, subject) if at[i] >= 0}

    def _subjects(self, verb: int) -> list[int]:
        return [t.index for t in children(self._document.parse, verb, _SUBJECTS)]
