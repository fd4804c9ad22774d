"""Nouns whose event a sentence takes as given: negating or doubting the sentence leaves it standing (Karttunen 1973,
"Presuppositions of compound sentences"): "the pact will not harm trade", "to brief him on the visit last week"."""

from kg.extract.arguments import Arguments
from kg.knowledge import Knowledge
from kg.language import Kind, Token
from kg.language.syntax import ancestors, child, children, prepositions, verb_lemma

_DEFINITE = {"the", "this", "that", "these", "those"}
_SIGNINGS = {"signing", "conclusion", "ratification"}
_WHILE = {"at", "during"}
_MEANT = {"intend", "mean", "design"}
_OWNERS = ("amod", "compound", "nmod")


class Presuppositions:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        words = knowledge.speech.nominal
        self._planned = knowledge.speech.modality.planned | knowledge.speech.modality.possible
        self._arguments = arguments
        self._parse = arguments.parse
        self._past = words.past
        self._coming = words.coming
        self._causes = words.causes
        self._bearing = words.bearing
        self._ending = words.ending
        self._eves = words.eves
        self._occurring = words.occurring
        self._produced = words.produced
        self._presupposing = words.presupposing
        self._answering = words.answering
        self._standing = words.standing
        self._scheduled_acts = words.scheduled_acts
        self._foretelling = words.foretelling
        self._supposed = words.supposed
        self._open_acts = words.open_acts
        self._open_about = words.open_about

    def is_past(self, noun: Token) -> bool:
        """ "the visit last week", "last month's attack", "the recent talks"."""
        return bool(self._times(noun) & self._past)

    def is_coming(self, noun: Token) -> bool:
        """ "next week's visit", "on the eve of the visit", "ahead of the visit", "ahead of the signing of a pact", "the visit
        to be paid", "the visit is on hold"."""
        behind = self._parse.tokens[noun.index + 1 : noun.index + 4]
        if [t.lower for t in behind[:2]] == ["to", "be"] and behind[-1].tag == "VBN":
            return behind[-1].lemma in self._produced
        link = self._parse.tokens[noun.head]
        before = self._parse.tokens[link.head]
        hyphened = "".join(t.lower for t in self._parse.tokens[max(0, before.index - 2) : before.index + 1])  # "run-up"
        eve = bool({before.lower, hyphened} & self._eves)
        on_the_eve = noun.dep == "pobj" and link.lower in {"of", "to"} and eve
        held = noun.dep == "nsubj" and any(o.lower == "hold" for _, o in prepositions(self._parse, noun.head))
        foretold = noun.dep == "dobj" and noun.lemma in self._foretelling.get(link.lemma, ())
        announced = foretold and child(self._parse, link.index, "oprd") is None  # not "called the visit a success"
        signed = noun.dep == "pobj" and link.lower == "of" and before.lemma in _SIGNINGS and self.is_coming(before)
        return on_the_eve or signed or held or announced or bool(self._times(noun) & self._coming)

    def is_done(self, noun: Token) -> bool:
        """ "The sanctions imposed on Peru", "the talks with Peru, which began last week": a clause tells that it has come
        about."""
        participles = (t for t in children(self._parse, noun.index, ("acl",)) if t.tag == "VBN")
        produced = [t for t in participles if t.lemma in self._produced - self._planned]
        behind = (noun.index, *(obj.index for _, obj in prepositions(self._parse, noun.index)))
        begun = [t for i in behind for t in children(self._parse, i, ("relcl",)) if t.tag == "VBD"]
        produced += [t for t in begun if t.lemma in self._occurring]
        return any(not children(self._parse, t.index, ("aux", "neg")) for t in produced)

    def is_cause(self, noun: Token) -> bool:
        """ "in retaliation for the attack", "in the wake of the talks", "condemned for its attack", "weighs sanctions over
        its attack", "the impact of the attack"."""
        link = self._parse.tokens[noun.head]
        governor = self._parse.tokens[link.head].lemma
        answered = link.lower == "for" and governor in self._presupposing | self._answering
        borne = link.lower in {"of", "to", "in"} and governor in self._bearing
        told = (answered or borne or link.lower == "over") and self.is_definite(noun)
        coming_of = link.lower == "from" and self._parse.tokens[link.head].pos == "NOUN"  # "the smoke from the attacks"
        told = told or (coming_of and self.is_told_act(noun))
        right_before = self._parse.tokens[link.index - 1].lemma  # "in retaliation for", whatever the parser hangs it on
        return noun.dep == "pobj" and (bool({governor, right_before} & self._causes) or told)

    def is_taken_decision(self, noun: Token) -> bool:
        """ "Condemned its decision to raid the embassy", "after its decision to leave": a decision that others answer has
        been carried out, as one that is only announced has not."""
        link = self._parse.tokens[noun.head]
        if noun.lemma != "decision":
            return False
        if noun.dep == "dobj":
            return link.lemma in self._presupposing | self._answering
        cause = self._parse.tokens[link.head].lemma in self._causes
        return noun.dep == "pobj" and (link.lower in {"after", "following", "over", "despite", "since"} or cause)

    def _times(self, noun: Token) -> set[str]:
        beside = children(self._parse, noun.index, ("amod", "npadvmod", "poss", "advmod", "nummod"))
        article = child(self._parse, noun.index, "det")
        if article is not None:  # "said earlier the summit would be held"
            beside = [t for t in beside if t.index > article.index]
        words = [*beside, *(t for b in beside for t in children(self._parse, b.index, ("amod", "advmod")))]
        return {t.lower for t in words}

    def is_standing(self, noun: Token) -> bool:
        """A state of affairs that is there until it ends, once it has come about: "the sanctions", "the pact"."""
        return noun.lemma in self._standing and self.is_definite(noun)

    def is_told_act(self, noun: Token) -> bool:
        """ "Its strikes should not affect the deal": acts that are told before they are done only as plans ("the visit
        should help") apart, whatever is said of a definite one has it happen."""
        return noun.lemma not in self._scheduled_acts and self.is_definite(noun)

    def is_definite(self, noun: Token) -> bool:
        for beside in children(self._parse, noun.index, ("det", "poss", *_OWNERS)):
            if beside.dep == "poss" or (beside.dep == "det" and beside.lower in _DEFINITE):
                return True
            mention = self._arguments.mention(beside.index) if beside.dep in _OWNERS else None
            if mention is not None and mention.kind in {Kind.STATE, Kind.ORGANISATION}:
                return True
        return False

    def tells_of_happening(self, verb: Token, noun: Token) -> bool:
        """Whether a verb says of the event that its noun names that it comes about: "the talks will resume"."""
        done_to = noun.dep != "nsubj" or noun.head != verb.index  # not "the meeting agreed to wait"
        if verb.lemma in _MEANT and noun.dep == "nsubjpass" and child(self._parse, verb.index, "xcomp") is not None:
            return False  # "the visit was intended to help"
        produced = done_to and bool({verb.lemma, verb_lemma(self._parse, verb.index)} & self._produced)
        return produced or (verb.lemma in self._occurring and noun.lemma not in self._standing)

    def is_produced(self, noun: Token) -> bool:
        """Whether anything above it says that it comes about: "wants the agreement to be signed"."""
        above = ancestors(self._parse, noun.index)
        return any(t.pos in {"VERB", "AUX"} and self.tells_of_happening(t, noun) for t in above)

    def is_topic(self, noun: Token) -> bool:
        """What is discussed, mentioned or answered is there: "to discuss the attack", "responded to the sanctions"."""
        verb = self._spoken_of_by(noun)
        if verb is None:
            return False
        # "comment on threats by Chad"
        by = any(link.lower == "by" for link, _ in prepositions(self._parse, noun.index))
        ended = verb.lemma in self._ending and noun.lemma not in self._scheduled_acts  # "decided to end attacks"
        return ended or (verb.lemma in self._presupposing and (by or self.is_definite(noun)))

    def is_supposed(self, noun: Token) -> bool:
        """ "In the event of an attack"."""
        link = self._parse.tokens[noun.head]
        above = self._parse.tokens[link.head]
        supposed = noun.dep == "pobj" and link.lower == "of" and above.lemma in self._supposed
        return supposed and self._parse.tokens[above.head].lower == "in"

    def is_open(self, noun: Token) -> bool:
        """ "Discussed the release of prisoners", "the conditions for their release": what is not done yet."""
        above = self._spoken_of_by(noun)
        return above is not None and noun.lemma in self._open_acts and above.lemma in self._open_about

    def _spoken_of_by(self, noun: Token) -> Token | None:
        """The word whose object a noun is, behind a preposition or not: "discuss the attack", "respond to the attack"."""
        above = self._parse.tokens[noun.head]
        if noun.dep == "pobj":
            return None if above.lower in _WHILE else self._parse.tokens[above.head]
        return above if noun.dep in {"dobj", "nsubjpass"} else None

    def is_subject(self, noun: Token) -> bool:
        """The subject of a finite verb that says something else of it than that it happens."""
        verb = self._parse.tokens[noun.head]
        if noun.dep not in {"nsubj", "nsubjpass"} or verb.pos not in {"VERB", "AUX"}:
            return False
        auxiliaries = children(self._parse, verb.index, ("aux", "auxpass"))
        finite = any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in (verb, *auxiliaries))
        complement = child(self._parse, verb.index, "xcomp")
        begun = complement is not None and complement.lemma in self._occurring  # "failed to take place"
        return finite and not begun and not self.tells_of_happening(verb, noun)
