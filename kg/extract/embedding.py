"""What the words above an event do to it: "plans to visit", "denied shelling", "talks aimed at", from the nearest up."""

from kg.extract import clauses
from kg.extract.arguments import Arguments
from kg.extract.claims import Modality
from kg.extract.commands import Commands
from kg.extract.cues import MOST_LEVELS, effects
from kg.extract.doubts import Doubts
from kg.extract.gerunds import Gerunds
from kg.extract.own_modality import UNREAL, OwnModality
from kg.extract.presuppositions import Presuppositions
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import child, children, is_negated, verb_lemma

_LINKING = {
    "xcomp",
    "ccomp",
    "pcomp",
    "acl",
    "advcl",
    "dobj",
    "pobj",
    "attr",
    "nsubj",
    "nsubjpass",
    "conj",
    "prep",
    "appos",
    "relcl",
    "oprd",
    "acomp",
    "agent",
    "dative",
    "parataxis",
}
_CAUSES = {"according", "following", "since", "despite"}
"""Prepositions before an event that is behind whatever the verb tells."""
_BESIDE = {"at", "during", "in", "within", "after", "before", "until", "till"}
"""Prepositions before an event that goes on while, before or after the verb's does, whatever the verb tells."""
_DECIDING = {"agree", "decide"}
_HOLDING = {"consider"}
_INTO = {"to", "in", "into"}


class Embedding:
    """Lookup in one document; ``own`` tells what words say of their own happening."""

    def __init__(
        self, arguments: Arguments, knowledge: Knowledge, presuppositions: Presuppositions, own: OwnModality
    ) -> None:
        words = knowledge.speech.modality
        self._parse = arguments.parse
        self._effects = effects(words)
        self._nominal = knowledge.speech.nominal
        self._say = knowledge.speech.say
        self._mental = knowledge.speech.mental
        self._telling = knowledge.speech.say | (knowledge.speech.judging - knowledge.speech.punishing) | {"rule out"}
        self._journeys = knowledge.groups.journeys
        self._hearsay = knowledge.speech.hearsay
        self._looking = knowledge.speech.looking
        self._sidelines = knowledge.groups.sidelines
        self._forces = knowledge.groups.forces
        self._meeting = knowledge.frames.verbs_by_type["meeting"]
        self._deeds = knowledge.frames.nouns_by_type["attack"]
        self._commands = Commands(arguments, knowledge)
        self.doubts = Doubts(arguments, knowledge, self._effects)
        self._presuppositions = presuppositions
        self._own = own.of
        self._gerunds = Gerunds(arguments, knowledge, self.doubts, own.of, self._effect_of)

    def modality(self, token: Token) -> Modality | None:
        """What the words above an event do to it, from the nearest up; it has happened where none does anything."""
        trigger, aside, during, attended = token.index, False, False, False
        if clauses.is_judged(self._parse, token):
            return None
        for _ in range(MOST_LEVELS):
            if token.head == token.index or token.dep not in _LINKING:
                break
            governor = self._parse.tokens[token.head]
            beside = governor.lower in _BESIDE | _CAUSES
            # "a meeting on the sidelines of the summit was cancelled"
            aside = aside or governor.lemma in self._sidelines
            attended = attended or (token.dep == "dobj" and governor.lemma in self._nominal.attending)
            attended = attended or (token.dep == "prep" and token.lower == "at")
            if governor.pos == "ADP" and token.dep == "pobj" and governor.index > 0 and not beside:
                # The noun right before a preposition, whatever verb the parser hangs the phrase on.
                before = self._parse.tokens[governor.index - 1]
                planned = (
                    self._effects.get(before.lemma) is Modality.PLANNED and before.lemma not in self._nominal.purposes
                )
                if before.pos == "NOUN" and planned:
                    return Modality.PLANNED
            if (
                token.dep == "acl"
                and governor.lemma in self._nominal.facts
                and not clauses.is_infinitive(self._parse, token)
            ):
                return Modality.HAPPENED  # "protested at the fact that he was arrested"
            if clauses.is_perfect(self._parse, token) and self._parse.tokens[governor.head].lemma not in self._hearsay:
                return Modality.HAPPENED  # "will fly home after having held talks"
            if token.dep == "advcl" and (shared := self._shared_by_clause(token, governor)) is not None:
                return shared
            spliced = token.dep == "ccomp" and token.tag == "VBD" and token.index < governor.index and aside is False
            if spliced and governor.lemma not in self._say | self._mental and clauses.is_finite(self._parse, governor):
                return Modality.HAPPENED  # "the two reached an agreement, the agreement calls for a truce"
            if (
                token.dep == "ccomp"
                and governor.lemma in self._nominal.learning
                and not clauses.is_asked(self._parse, token)
            ):
                return Modality.HAPPENED  # "was alarmed to learn that Chad has expelled him"
            if clauses.is_reason_asked(self._parse, token):
                return Modality.HAPPENED
            if clauses.is_told_beside(self._parse, token, governor):
                return Modality.HAPPENED  # "plans to reshuffle his cabinet after two ministers resigned"
            if token.dep == "prep" and self._parse.tokens[trigger].lemma in self._deeds and self._is_reason(token):
                return Modality.HAPPENED  # "will expel him over the use of its passports in the murder"
            if token.dep == "prep" and token.lower in _CAUSES and governor.pos in {"VERB", "AUX", "NOUN", "PROPN"}:
                return Modality.HAPPENED  # "met to discuss the crisis following the resignation"
            away = token.lower == "on" and token.index < trigger and self._parse.tokens[trigger].lemma in self._journeys
            if away and governor.pos == "PROPN":
                return Modality.HAPPENED  # "Ali Demir, on a visit to Chad, promised aid"
            decided = self._parse.tokens[governor.head].lemma in _DECIDING
            if token.lower == "after" and decided and clauses.is_infinitive(self._parse, governor):
                return Modality.HAPPENED  # "agreed to end the dispute after talks"
            if token.dep == "prep" and token.lower == "from" and governor.lemma in self._nominal.going:
                return Modality.HAPPENED  # "will head home from the summit"
            if token.dep == "prep" and token.lower in _INTO and governor.lower in self._nominal.awaiting:
                never = is_negated(self._parse, governor.index) or is_negated(self._parse, governor.head)
                return Modality.DENIED if never else Modality.POSSIBLE  # "(not) open to talks", "interested in holding"
            if token.dep == "prep" and (
                token.lower in _BESIDE
                or clauses.is_set_off_with(self._parse, token)
                or away
                or self._is_purpose(token, governor)
            ):
                shared = self._own(governor) if governor.pos in {"VERB", "AUX"} else None
                if shared in UNREAL:
                    return shared  # "will speak during a visit"
                ahead = token.lower in {"at", "during"} and clauses.is_to_come(self._parse, governor)
                if shared is Modality.DENIED and ahead:
                    return Modality.PLANNED  # "will not raise it at the summit"
                bound = (
                    governor.lemma in self._nominal.bound and self._parse.tokens[trigger].lemma not in self._journeys
                )
                lately = any(t.lower == "last" for t in children(self._parse, governor.index, ("advmod",)))
                if token.lower == "for" and (self._is_due(governor) or bound) and not lately:
                    going = self.modality(governor) if clauses.is_infinitive(self._parse, governor) else None
                    if going in {Modality.POSSIBLE, Modality.DENIED}:
                        return going  # "hoped to go to Rome for talks"
                    return Modality.PLANNED  # "is due in Rome for talks", "arrived in Rome for talks"
                during = during or token.lower == "during"
                aside = aside or governor.pos == "NOUN"  # "avoid a deadlock in the talks"
                token = governor
                if token.dep == "relcl" and clauses.is_finite(self._parse, token):
                    break  # "will charge him, who claimed after his arrest …"
                continue  # "discussed the plan at a meeting": the meeting is not what was discussed
            if (gerund := self._gerunds.told(token, governor, during)) is not None:
                return gerund.modality
            if clauses.is_infinitive(self._parse, token) and self._presuppositions.is_taken_decision(governor):
                return Modality.HAPPENED  # "condemned its decision to raid the embassy"
            if (copula := clauses.first_to_act(self._parse, token, self._nominal.firsts)) is not None:
                return self._own(copula) or Modality.HAPPENED
            tried = token.dep == "acl" and clauses.is_infinitive(self._parse, token) and governor.dep == "dobj"
            if tried and self._parse.tokens[governor.head].lemma in self._nominal.surviving:
                return Modality.DENIED  # "survived a bid to oust him"
            effect = self._from_governor(token, governor)
            if effect is Modality.DENIED and clauses.is_condition(self._parse, governor):
                return None  # "if they stopped arming rebels"
            if effect is Modality.PLANNED and self._is_condition(governor):
                return Modality.POSSIBLE
            if effect is Modality.DENIED and clauses.is_purpose(self._parse, governor) and not attended:
                return Modality.POSSIBLE  # "a plot to prevent him from taking office"
            supposed = token.index == trigger and token.dep in {"attr", "nsubj", "dobj", "nsubjpass"}
            if supposed and effect is None and self._is_supposed(token, governor):
                return Modality.POSSIBLE
            agreed = during and governor.lemma == "agree"  # "agreed a plan during talks": these have been held
            if effect is Modality.DENIED and attended:
                return None  # "prevented him from attending the summit", "from speaking at it"
            if effect is not None and not (agreed or (aside and effect is not Modality.PLANNED)):
                return effect
            if not aside and clauses.is_open_infinitive(self._parse, token) and not self._is_carried_out(governor):
                return self._of_journey(token, governor) if token.index == trigger else None
            token = governor
            if token.dep == "acl" and token.tag == "VBN":
                break  # "did not name two men killed in the raid"
            if token.dep == "ccomp" and self._is_nominal_of(trigger, token) and (stated := self._of_subject(token)):
                return stated
            if token.pos in {"VERB", "AUX"} and token.dep in {"ROOT", "relcl"}:
                if self._is_nominal_of(trigger, token):
                    return self._of_subject(token) or Modality.HAPPENED
                break
        return Modality.HAPPENED

    def _is_condition(self, governor: Token) -> bool:
        """ "If they decide to leave", "if Chad was prepared to leave"."""
        said = self._parse.tokens[governor.head] if governor.dep == "acomp" else governor
        return clauses.is_condition(self._parse, said)

    def _is_reason(self, link: Token) -> bool:
        """The "over" of "will expel him over its role in the murder", and what the parser hangs beside it."""
        return any(t.lower == "over" and t.index <= link.index for t in children(self._parse, link.head, ("prep",)))

    def _from_governor(self, token: Token, governor: Token) -> Modality | None:
        """What a governing word does to its clause: "plans to visit", "denied shelling", "preparations for"."""
        if self.doubts.is_unproven(token, governor):
            return Modality.POSSIBLE
        if (told := self.doubts.of_telling(token, governor)) is not None:
            return told
        if self.doubts.is_unconfirmed(token, governor):
            return Modality.POSSIBLE
        if any(does(self._parse, token) for does in (clauses.is_made_to, clauses.is_ordered_done, clauses.is_had_done)):
            return self._own(governor)
        if clauses.is_seen_doing(self._parse, token, governor) and not is_negated(self._parse, governor.index):
            return Modality.HAPPENED
        if clauses.is_on_agenda(self._parse, token, self._nominal.agendas):
            return Modality.PLANNED
        is_infinitive = clauses.is_infinitive(self._parse, token)
        if is_infinitive and self._commands.is_to_own_forces(governor):
            return Modality.PLANNED
        if is_infinitive and self.doubts.is_owed(governor):
            return Modality.POSSIBLE
        if is_infinitive and self._is_not_yet(governor):
            return Modality.DENIED
        if is_infinitive and governor.lemma in self._nominal.scruples:
            return self.doubts.of_scruples(governor)
        if is_infinitive and self._is_to_come(governor):
            supposed = any(clauses.is_condition(self._parse, t) for t in (governor, self._parse.tokens[governor.head]))
            return Modality.POSSIBLE if supposed else Modality.PLANNED
        if is_infinitive and governor.lemma in self._looking and token.dep == "xcomp":
            return Modality.DENIED if is_negated(self._parse, governor.index) else Modality.POSSIBLE
        if is_infinitive and governor.lemma in self._say | self._hearsay and clauses.is_told_of(self._parse, governor):
            past = any(t.lemma == "have" for t in children(self._parse, token.index, ("aux",)))
            return (
                Modality.POSSIBLE if past or token.tag == "VBG" else None
            )  # "is believed to have left", "to be leaving"
        if is_infinitive and governor.dep == "acomp":
            judged = self._of_judgement(self._parse.tokens[governor.head], governor)
            if judged is not None:
                return judged
        if governor.lemma in self._nominal.lacking and token.lower == "of":
            return Modality.DENIED  # "stopped short of leaving"
        if governor.pos in {"VERB", "AUX", "ADJ", "NOUN", "ADP", "SCONJ"}:
            effect = self._effect_of(governor, token)
            if (governor.lemma, token.lower) == ("agree", "with") or (governor.lemma, token.dep) == ("commit", "dobj"):
                return None  # "does not agree with the visit", "committed attacks"
            if governor.lemma == "tell" and token.dep == "prep":
                return self._own(governor)  # "was told of the attacks"
            if effect is Modality.DENIED and self.doubts.is_left_open(governor):
                return Modality.POSSIBLE
            if governor.lemma in self._nominal.purposes and token.dep == "prep" and token.lower == "of":
                effect = None  # "the aim of the visit"
            if token.dep in {"xcomp", "ccomp"} and token.tag == "VBG" and governor.lemma in self._nominal.open_about:
                return Modality.POSSIBLE  # "discussed expanding cooperation"
            if token.dep == "xcomp" and token.tag == "VBG" and governor.lemma in self._nominal.ceasing:
                return Modality.HAPPENED  # "stopped shelling", "should stop shelling", which goes on until then
            if effect is Modality.DENIED and governor.lemma in self._nominal.ceasing and self._is_going_on(token):
                return Modality.HAPPENED  # "to stop the rallies"
            if effect is Modality.DENIED and governor.pos == "NOUN" and governor.lemma == "stop":
                effect = None  # "the first stop of his tour"
            if token.dep in {"ccomp", "parataxis"} and governor.lemma in self._say and not is_infinitive:
                effect = effect if effect is Modality.DENIED else None
            if effect is Modality.POSSIBLE and token.dep == "dobj" and is_negated(self._parse, governor.index):
                return Modality.DENIED  # "will not seek conflict"
            if (
                token.dep in {"nsubj", "nsubjpass", "dobj"}
                and token.pos in {"NOUN", "PROPN"}
                and governor.pos == "VERB"
            ):
                proposed = governor.lemma in self._nominal.proposing and token.dep != "nsubj"
                effect = effect if effect is not Modality.POSSIBLE or proposed else None
            held = governor.lemma in _HOLDING  # "considers that the talks are over"
            if token.dep == "ccomp" and not is_infinitive and (held or clauses.is_asked(self._parse, token)):
                effect = None
            if token.dep in {"advcl", "conj", "relcl", "acl"} and not (token.dep == "acl" and is_infinitive):
                effect = None
            if governor.lemma == "due" and (governor.pos == "ADP" or (token.lower == "to" and token.pos != "VERB")):
                effect = None  # "due to the war"
            if effect is Modality.POSSIBLE and token.dep == "xcomp" and is_negated(self._parse, governor.index):
                return Modality.DENIED  # "did not want to leave"
            if effect is not None:
                negated = is_negated(self._parse, self._parse.tokens[governor.head].index) and governor.dep == "acomp"
                negated = negated or is_negated(self._parse, governor.index)
                negated = negated or self.doubts.is_no_plan(governor)
                if negated and effect in {Modality.PLANNED, Modality.HAPPENED}:
                    return Modality.DENIED
                return effect if effect is not Modality.HAPPENED else self._own(governor)
        if is_infinitive and governor.lemma == "be" and governor.pos == "AUX":
            said = child(self._parse, governor.index, "acomp")
            if said is not None and self._effects.get(said.lemma) in {Modality.POSSIBLE, Modality.DENIED}:
                return self._effects[said.lemma]  # "it is impossible to leave"
            if is_negated(self._parse, governor.index):
                return Modality.DENIED  # "was not present to welcome him"
            if said is not None and clauses.is_of_it(self._parse, governor):
                return self._of_judgement(governor, said)  # "it is important for Chad to leave"
            return self._of_judgement(governor, said) or Modality.PLANNED
        if token.dep in {"xcomp", "pcomp"} or token.dep == "dobj":
            return self._own(governor) if governor.pos in {"VERB", "AUX"} else None
        return None

    def _of_journey(self, purpose: Token, verb: Token) -> Modality | None:
        """ "Flew to Rome to meet Ali Demir": what one goes for is planned; "used his speech to accuse Chad": said is said; of
        other purposes nothing is told."""
        if purpose.lemma in self._telling and verb.lemma in self._nominal.taking_word:
            return self._own(verb) or Modality.HAPPENED
        if (
            purpose.dep != "advcl"
            or verb.lemma not in self._nominal.going
            or purpose.lemma not in self._nominal.gone_for
        ):
            return None
        return self._own(verb) or Modality.PLANNED

    def _is_to_come(self, above: Token) -> bool:
        """ "Was about to act"."""
        return above.lower == "about" and above.dep == "acomp"

    def _is_going_on(self, noun: Token) -> bool:
        """ "The attacks", "Turkish aggression" that one wants to stop."""
        bare = child(self._parse, noun.index, "det", "poss") is None
        several = noun.tag == "NNS" or (noun.tag == "NN" and bare)
        return noun.dep == "dobj" and several and self._presuppositions.is_definite(noun)

    def _is_not_yet(self, above: Token) -> bool:
        """ "Has yet to act"."""
        beside = children(self._parse, above.index, ("advmod",))
        return above.lemma in {"have", "be"} and any(t.lower == "yet" for t in beside)

    def _shared_by_clause(self, token: Token, governor: Token) -> Modality | None:
        """ "will act in kind, expelling the ambassador", "will not react until talks have been held"."""
        told = governor.dep == "ccomp" and self._parse.tokens[governor.head].lemma in self._say
        if told and token.tag == "VBG" and {token.lemma, verb_lemma(self._parse, token.index)} & self._telling:
            return None  # "announced that it would leave, complaining of …", "…, blaming Chad"
        mark = clauses.mark_beside(self._parse, token)
        if mark == "while" and clauses.is_contrast(self._parse, token):
            return None  # "it should wait, while Chad supports the plan"
        if (token.tag != "VBG" and mark is None) or clauses.is_told(self._parse, token, governor):
            return None  # "is likely to retaliate after it was accused"
        shared = self._own(governor)
        if shared in UNREAL:
            return shared
        to_come = any(t.tag == "MD" for t in children(self._parse, governor.index, ("aux",)))
        return Modality.POSSIBLE if shared is Modality.DENIED and mark in clauses.NOT_BEFORE and to_come else None

    def _is_supposed(self, noun: Token, verb: Token) -> bool:
        """ "If there is an attack"; not "if the attack is mentioned"."""
        unsaid = noun.pos in {"NOUN", "PROPN"} and not self._presuppositions.is_definite(noun)
        return unsaid and clauses.is_condition(self._parse, verb)

    def _is_purpose(self, link: Token, verb: Token) -> bool:
        """ "will travel to Rome for talks", "will host him for talks", "may lead to an attack"."""
        resulting = link.lower in _INTO and verb.lemma in self._nominal.resulting
        going = verb.lemma in self._nominal.going | self._meeting or self._is_due(verb)
        return resulting or (link.lower == "for" and going)

    def _is_due(self, copula: Token) -> bool:
        """ "Is due in Rome this week (for talks)"."""
        said = child(self._parse, copula.index, "acomp")
        return said is not None and self._effects.get(said.lower) is Modality.PLANNED

    def _is_nominal_of(self, trigger: int, verb: Token) -> bool:
        """Whether the trigger is a noun right below the verb, and so shares its factuality."""
        noun = self._parse.tokens[trigger]
        return (
            noun.pos in {"NOUN", "PROPN"}
            and noun.dep in {"nsubj", "nsubjpass", "dobj", "attr"}
            and noun.head == verb.index
        )

    def _of_subject(self, verb: Token) -> Modality | None:
        """What a verb's form says of the event that its noun names: "the meeting may be postponed". A copula's
        negation is of what is said of it: "the attack was not a surprise"."""
        own = self._own(verb)
        return None if own is Modality.DENIED and verb.pos == "AUX" else own

    def _effect_of(self, word: Token, below: Token | None = None) -> Modality | None:
        """The effect of a word, or of a verb with its adverb or the preposition below it: "look forward"."""
        if word.lower == "going" and child(self._parse, word.index, "xcomp") is None:
            return None  # "the talks are going well"
        if word.pos == "NOUN" and word.lemma in self._forces:
            return None  # "formed a force to arrest rebels"
        adverbs = children(self._parse, word.index, ("advmod", "prt"))
        adverbs += [t for t in (below,) if t is not None and t.dep == "prep"]  # "provides for a withdrawal"
        with_adverb = (self._effects.get(f"{word.lemma} {adverb.lower}") for adverb in adverbs)
        return next((e for e in with_adverb if e), self._effects.get(word.lemma) or self._effects.get(word.lower))

    def _of_judgement(self, copula: Token, said: Token | None) -> Modality | None:
        """ "Had been wrong to dismiss it" tells that it was done, "it was wrong to" does not."""
        if said is None or said.lower not in self._nominal.judged:
            return None
        own, subject = self._own(copula), child(self._parse, copula.index, "nsubj")
        somebody = subject is not None and subject.lower != "it"
        return own if own in UNREAL else (Modality.HAPPENED if somebody else Modality.POSSIBLE)

    def _is_carried_out(self, governor: Token) -> bool:
        """ "managed to seize", "was forced to resign": what is done to act or not is done to the act (implicatives,
        Karttunen 1971)."""
        return self._effect_of(governor) is Modality.HAPPENED
