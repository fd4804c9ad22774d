"""Who does what a verb tells that has no subject of its own: conjoined verbs, infinitives, participles (control; Chomsky
1981, chapter 2.4)."""

from typing import TYPE_CHECKING

from kg.extract import clauses
from kg.extract.commands import Commands
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import ancestors, child, children, conjuncts, is_passive, prepositions

if TYPE_CHECKING:
    from kg.extract.arguments import Arguments

_WHEN = {"after", "before", "since", "while", "upon", "besides", "despite", "without"}
_REPELLING = {"intercept", "down", "repel", "repulse", "destroy", "detect", "spot"}
_ON_PHONE = {
    "congratulate",
    "thank",
    "discuss",
    "convey",
    "inform",
    "brief",
    "wish",
    "voice",
    "express",
    "raise",
    "offer",
    "complain",
    "protest",
}
"""What one calls somebody up for, and does oneself."""
_OVER = {"over", "about", "at"}
_ACCUSATIONS = {"accusation", "allegation", "charge", "suspicion"}


class Control:
    """Lookup in one document."""

    def __init__(self, arguments: "Arguments", knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._parse = arguments.parse
        self._say = knowledge.speech.say
        self._firsts = knowledge.speech.nominal.firsts
        self._requests = knowledge.frames.words["demand"] - {"claim"}
        self._receiving = knowledge.groups.receiving_verbs
        self._uncovering = knowledge.groups.uncovering_verbs
        self._protesting = {*knowledge.groups.protesting_verbs, *knowledge.frames.words["demand"]}
        self._crowds = knowledge.groups.people
        self._private = knowledge.groups.private
        self._charging = knowledge.speech.charging
        self._judging = knowledge.speech.judging
        self._telling = knowledge.speech.say | (knowledge.speech.judging - knowledge.speech.punishing)
        self._expressing = knowledge.speech.expressing
        self._commands = Commands(arguments, knowledge)
        self._object_control = knowledge.groups.object_control
        self._relying = knowledge.groups.relying

    def subjects(self, verb: int) -> list[int]:
        """Head tokens of the subject that a verb has from the words above it."""
        token = self._parse.tokens[verb]
        if token.head == verb:
            return []
        governor = self._parse.tokens[token.head]
        helped = child(self._parse, verb, "auxpass" if token.dep == "ccomp" else "aux") is not None
        past = helped if token.dep == "ccomp" else token.tag in {"VBD", "VBN"} and not helped
        if token.dep in {"xcomp", "ccomp"} and governor.lemma in self._say and past:
            return []  # "strikes that they said killed two", "said more than ten were injured": others than who speaks
        if token.dep == "advcl" and token.lemma in self._say and self._is_told_by_note(token, governor):
            return []  # "was handed a note stating …"
        if token.dep in {"advcl", "acl"} and token.lemma in self._charging and (charged := self._charged_object(token)):
            return charged
        if token.dep == "advcl" and token.tag == "VBG" and (crowd := self._crowd_before(token)):
            return crowd
        if token.dep == "advcl" and token.tag == "VBG" and (apart := self._beside(token) or self._answering(token)):
            return apart
        telling = token.dep == "advcl" and token.tag == "VBG" and token.lemma in self._telling
        if telling and (told := self._told_by(token)):
            return told
        if (copula := clauses.first_to_act(self._parse, token, self._firsts)) is not None:
            return self._arguments.surface_subjects(copula.index)
        if token.dep in {"acl", "relcl"}:
            if (
                token.tag == "VBN"
                and governor.dep == "ROOT"
                and token.dep == "acl"
                and child(self._parse, verb, "agent") is None
            ):
                return conjuncts(self._parse, governor.index)  # a headless sentence: "Demir, 47, served as …"
            if token.tag == "VBG":  # not those behind it: "soldiers arresting the chief, General Amin, and ten others"
                owners = []
                if self._parse.tokens[governor.head].lemma in _REPELLING and governor.dep == "dobj":
                    return [governor.index]  # "reported intercepting drones targeting the base"
                if governor.lemma in self._crowds and self._members(governor) == [governor.index]:
                    return [governor.index]  # "prohibited workers heading to Kuwait"
                if governor.dep == "oprd":  # "called Ali Demir a puppet seeking to oust him"
                    return self._arguments.objects(governor.head)
                if governor.lemma in self._private:
                    return [governor.index]  # "Chad's allies, blasting the strike", who are not Chad
                if not self._arguments.parties(governor.index, deep=False):
                    owners = self._subjects_of_noun_governor(governor, tells=True)  # "issued a declaration demanding …"
                return owners or [i for i in self._members(governor) if i < verb]
            if token.tag == "VB" and governor.lemma not in self._requests:  # "a call to demonstrate": others are to
                return self._subjects_of_noun_governor(governor)
            return []
        if token.dep in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "aux", "prep", "acomp"}:
            beside = token.dep == "pcomp" and governor.lower in _WHEN  # "told reporters after meeting Ali Demir"
            if governor.lower == "for" and token.dep == "pcomp" and (blamed := self._blamed_in_words(governor)):
                return blamed
            if governor.lower in _OVER and token.dep == "pcomp" and child(self._parse, verb, "dobj") is None:
                return self._told_of_act(governor)
            if governor.pos == "ADP":
                governor = self._above_addition(self._parse.tokens[governor.head])
                if governor.dep == "npadvmod" or governor.pos == "ADV":
                    # "came a day after holding talks", "stopped short of leaving"
                    governor = self._parse.tokens[governor.head]
            # "warned Chad, saying …": who warns, says
            beside |= token.dep == "advcl" and token.tag == "VBG" and not self._goes_on(governor, token)
            clause = token.dep in {"xcomp", "ccomp", "advcl", "pcomp"} and not beside
            if clause and clauses.is_infinitive(self._parse, token) and (relied := self._relied_on(governor)):
                return relied
            if clause and self._commands.is_to_own_forces(governor):
                done_to = is_passive(self._parse, verb)  # "ordered his troops to be redeployed"
                giver = [] if done_to else self._arguments.surface_subjects(governor.index)
                return [*giver, *self._arguments.objects(governor.index)]
            on_phone = governor.lemma == "call" and token.lemma in _ON_PHONE
            if clause and governor.lemma in self._object_control and not on_phone:
                controlled = self._arguments.objects(governor.index)
                if controlled:
                    return controlled
            noun = self._parse.tokens[governor.head] if governor.dep == "acl" else governor
            if noun.lemma in _ACCUSATIONS and token.dep == "pcomp":
                return self._accused(noun)
            if governor.pos in {"VERB", "AUX", "ADJ", "ADV"}:
                return (
                    self._arguments.surface_subjects(governor.index)
                    if not is_passive(self._parse, governor.index) or token.dep == "conj" or token.dep == "xcomp"
                    else self._arguments.subjects(governor.index) or self._arguments.surface_subjects(governor.index)
                )
            if governor.pos in {"NOUN", "PROPN"} and token.dep == "pcomp":
                return self._subjects_of_noun_governor(governor)
        return []

    def _relied_on(self, governor: Token) -> list[int]:
        """ "Cannot rely on Chad to disarm them", "waited for Chad to act": Chad is to."""
        link = self._relying.get(governor.lemma)
        behind = (o for p, o in prepositions(self._parse, governor.index) if p.lower == link)
        return [i for o in behind for i in conjuncts(self._parse, o.index)]

    def _told_of_act(self, link: Token) -> list[int]:
        """ "Lodged a protest with Chad over shelling": those who are told of it shell, not who protests."""
        objects = (t.index for t in children(self._parse, link.head, ("dobj",)))
        phrases = (phrase for i in (link.head, *objects) for phrase in prepositions(self._parse, i))
        return [o.index for p, o in phrases if p.lower in {"with", "to", "against"} and o.index < link.index]

    def _blamed_in_words(self, link: Token) -> list[int]:
        """ "Expressed dissatisfaction with Chad, gratitude to Chad, for allowing it": Chad allows it."""
        verb = self._parse.tokens[link.head]
        verb = self._parse.tokens[verb.head] if verb.dep == "dobj" else verb
        anchors = [verb.index, *(t.index for t in children(self._parse, verb.index, ("dobj",)))]
        phrases = (phrase for i in anchors for phrase in prepositions(self._parse, i))
        blamed = [o.index for p, o in phrases if p.lower in {"with", "at", "against", "to"} and o.index < link.index]
        return blamed if verb.lemma in self._expressing else []

    def _crowd_before(self, participle: Token) -> list[int]:
        """ "Declared a curfew after thousands gathered in the capital, demanding his resignation": those demand it."""
        if participle.lemma not in self._protesting:
            return []
        clauses = children(self._parse, participle.head, ("advcl",))
        between = [participle.head, *(c.index for c in clauses if participle.head < c.index < participle.index)]
        subjects = [t.index for i in reversed(between) for t in children(self._parse, i, ("nsubj",))]
        return [i for i in subjects[:1] if self._parse.tokens[i].lemma in self._crowds]

    def _charged_object(self, participle: Token) -> list[int]:
        """ "Captured a tanker off Chad, accused of smuggling": what was captured is; "a case against Chad, accused of
        smuggling": Chad is."""
        objects = children(self._parse, participle.head, ("dobj",))
        behind = participle.tag == "VBN" and participle.index > participle.head
        if found := [t.index for t in objects if behind and t.index < participle.index]:
            return found
        before = self._parse.tokens[max(0, participle.index - 2) : participle.index]
        named = [t.text for t in before[-1:]] == [","] and before[0].pos == "PROPN"
        return [before[0].index] if behind and named else []

    def _is_told_by_note(self, participle: Token, verb: Token) -> bool:
        note = child(self._parse, verb.index, "dobj")
        return note is not None and note.index == participle.index - 1 and is_passive(self._parse, verb.index)

    def _beside(self, participle: Token) -> list[int]:
        """ "…, with most members, including Peru, recognising it": who does it beside the clause."""
        for preposition, obj in prepositions(self._parse, participle.head):
            opens = preposition.lower == "with" and self._parse.tokens[preposition.index - 1].text == ","
            between = self._parse.tokens[obj.index : participle.index]
            if (
                opens
                and participle.head < obj.index < participle.index
                and all(t.pos != "VERB" or t.lower == "including" for t in between)
            ):
                return self._members(obj)
        return []

    def _answering(self, participle: Token) -> list[int]:
        """ "Said Chad accused him, reproaching Chad for it": nobody reproaches himself, who spoke does."""
        clause = self._parse.tokens[participle.head]
        said = self._parse.tokens[clause.head]
        objects = [self._arguments.mention(t.index) for t in children(self._parse, participle.index, ("dobj",))]
        subjects = [self._arguments.mention(i) for i in self._arguments.surface_subjects(clause.index)]
        same = any(a and b and a.reference and a.reference == b.reference for a in objects for b in subjects)
        tells = same and clause.dep == "ccomp" and said.lemma in self._say
        return self._arguments.surface_subjects(said.index) if tells else []

    def _members(self, noun: Token) -> list[int]:
        """Those that are joined, or of "most members, including Peru and Chad" those that are named."""
        named = [o for p, o in prepositions(self._parse, noun.index) if p.lower == "including"]
        return [i for o in named or [noun] for i in conjuncts(self._parse, o.index)]

    def _above_addition(self, noun: Token) -> Token:
        """ "In addition to leaving Mali, France will …": the verb beside which it is told."""
        above = self._parse.tokens[self._parse.tokens[noun.head].head]
        return above if noun.lemma == "addition" else noun

    def _told_by(self, participle: Token) -> list[int]:
        """Who speaks on: "Ali said that Kenya will come, adding that …"."""
        comma = self._parse.tokens[participle.index - 1].text == ","
        above = (
            t for t in ancestors(self._parse, participle.index) if t.lemma in self._say and t.index != participle.head
        )
        speaker = next((t for t in above if t.pos == "VERB" and t.index < participle.head), None)
        return self._arguments.surface_subjects(speaker.index) if comma and speaker is not None else []

    def _goes_on(self, verb: Token, participle: Token) -> bool:
        """ "accused Chad of shelling a town, killing two": one who is accused of it does both."""
        between = self._parse.tokens[verb.index : participle.index]
        return any(t.dep == "pcomp" and t.tag == "VBG" for t in between) and participle.lemma not in self._say

    def _accused(self, noun: Token) -> list[int]:
        """Who does what an accusation tells: "accusations against Iran of arming rebels"; not who accuses."""
        made = [t.index for t in children(self._parse, noun.index, ("acl",)) if t.tag == "VBN"]
        anchors = (noun.index, *made)  # "accusations made by Chad against Iran of arming rebels"
        return [o.index for i in anchors for prep, o in prepositions(self._parse, i) if prep.lower == "against"]

    def _subjects_of_noun_governor(self, noun: Token, tells: bool = False) -> list[int]:
        """Whose plan, threat or decision it is ("Iran's threat to close …", "issued a demand to …"); where it tells
        what follows, never that of whom it only reached ("quoted a decree appointing …", "received a note seeking …")."""
        owner = child(self._parse, noun.index, "poss")
        if owner is not None:
            return [owner.index]
        governor = self._parse.tokens[noun.head]
        received = governor.lemma in self._receiving
        links = {"by", "from"} if received or tells else {"by"}  # "on a warrant from Peru seeking …"
        anchors = (noun.index, governor.index) if received else (noun.index,)
        sent = [obj.index for i in anchors for prep, obj in prepositions(self._parse, i) if prep.lower in links]
        if sent or (received and tells):  # "received a note from Peru seeking …"
            return sent[:1]
        of_whom = [obj.index for prep, obj in prepositions(self._parse, noun.index) if prep.lower == "of"][:1]
        if noun.dep == "dobj" and governor.pos == "VERB":
            several = any(self._parse.tokens[i].tag == "NNS" for i in of_whom)
            if not tells and (several or any(self._arguments.parties(i, deep=False) for i in of_whom)):
                return of_whom  # "welcomed the decision of Chad to leave", "of three states to leave"
            if governor.lemma in self._object_control and self._arguments.parties(noun.index):
                return [noun.index]  # "accused forces of firing"
            if governor.lemma in self._judging | self._uncovering:
                return []  # "criticised the attempt to oust him", "foiled a plot to attack"
            return self._arguments.surface_subjects(governor.index)
        return of_whom
