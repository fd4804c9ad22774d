"""What a word says of its own happening: by its auxiliaries, its negation, its modifiers, a clause that hangs on it."""

from calendar import day_name

from kg.extract import clauses
from kg.extract.arguments import Arguments
from kg.extract.claims import Modality
from kg.extract.cues import effects
from kg.extract.presuppositions import Presuppositions
from kg.knowledge import Knowledge
from kg.language import Token
from kg.language.syntax import child, children, is_negated, prepositions

_WEEKDAYS = frozenset(day_name)
_FINITE = {"VBD", "VBZ", "VBP"}
UNREAL = {Modality.PLANNED, Modality.POSSIBLE}


class OwnModality:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge, presuppositions: Presuppositions) -> None:
        self._parse = arguments.parse
        self._effects = effects(knowledge.speech.modality)
        self._say = knowledge.speech.say
        self._scheduled = knowledge.speech.nominal.scheduled
        self._nearly = knowledge.speech.nominal.nearly
        self._collapsing = knowledge.speech.nominal.collapsing
        self._announcing = knowledge.groups.announcing_verbs
        self._presuppositions = presuppositions

    def of(self, token: Token) -> Modality | None:
        """What the word's own auxiliaries, negation and modifiers say."""
        index = token.index
        if token.pos in {"NOUN", "PROPN"}:
            if clauses.is_denied_to_be(self._parse, token):
                return Modality.DENIED
            for modifier in children(self._parse, index, ("amod", "acl", "compound", "det", "relcl")):
                if modifier.tag == "VBG" and modifier.lemma in self._scheduled and self._has_weekday(modifier):
                    return Modality.PLANNED  # "at talks starting on Monday"
                apart = modifier.tag == "VBG" or child(self._parse, modifier.index, "nsubj") is not None
                to_act = modifier.dep == "acl" and clauses.is_infinitive(self._parse, modifier)
                to_act = to_act and child(self._parse, modifier.index, "dobj") is not None
                aimed = modifier.lemma == "aim" and any(
                    p.lower == "at" for p, _ in prepositions(self._parse, modifier.index)
                )
                convened = modifier.lemma == "call" and modifier.tag == "VBN"  # "talks called to end the war"
                if to_act or aimed or convened or (modifier.dep == "acl" and apart):
                    continue  # "talks aimed at peace", "protests asking him to go", "a pact to consider trade", "warned that it would fail"
                effect = (
                    Modality.DENIED
                    if modifier.dep == "det" and modifier.lower == "no"
                    else self._effects.get(modifier.lower if modifier.dep == "amod" else modifier.lemma)
                )
                if effect is Modality.PLANNED and self._collapses(token):
                    return Modality.DENIED
                if effect in {Modality.PLANNED, Modality.POSSIBLE, Modality.DENIED} and modifier.dep != "relcl":
                    return effect
                if modifier.dep in {"acl", "relcl"} and (told := self._of_clause(token, modifier)) is not None:
                    return told
            return None
        if clauses.is_condition(self._parse, token) or clauses.is_subjunctive(self._parse, token):
            return Modality.POSSIBLE
        if token.lemma in self._announcing and clauses.has_condition(self._parse, token):
            return Modality.POSSIBLE  # "announced sanctions if it did not yield"
        if token.tag in {"VBZ", "VBP"} and clauses.is_to_follow(self._parse, token):
            return Modality.PLANNED  # "came three weeks before Chad holds an election"
        if is_negated(self._parse, index) and (later := self._not_until(token)) is not None:
            return later
        if is_negated(self._parse, index) and self._is_regretted(index):
            return Modality.HAPPENED
        nouns = children(self._parse, index, ("nsubj", "nsubjpass", "dobj"))
        if is_negated(self._parse, index) or any(self._is_none(t) for t in nouns):
            return Modality.DENIED
        subjects = children(self._parse, index, ("nsubj", "nsubjpass"))
        if any(word.lower == "neither" for t in subjects for word in children(self._parse, t.index)):
            return Modality.DENIED
        for auxiliary in children(self._parse, index, ("aux",)):
            word = auxiliary.lower
            if word in clauses.WILL:
                return Modality.PLANNED
            if word in {"would", "'d"} and self._has_aux(index, "have"):
                return Modality.POSSIBLE  # "would have dismissed him": it has not come to it
            if word in {"would", "'d"} and auxiliary.tag == "MD":
                willed = self._is_reported(token) or self._has_day(token)
                return Modality.PLANNED if willed and not self._has_terms(token) else Modality.POSSIBLE
            if auxiliary.tag == "MD":
                return Modality.POSSIBLE
        if any(t.lower in self._nearly and t.index == index - 1 for t in children(self._parse, index, ("advmod",))):
            return Modality.DENIED
        adverbs = {t.lower for t in children(self._parse, index, ("advmod",))}
        if any(self._effects.get(adverb) is Modality.POSSIBLE for adverb in adverbs):
            return Modality.POSSIBLE
        if token.dep == "conj" and child(self._parse, index, "nsubj", "nsubjpass", "aux") is None:
            governor = self._parse.tokens[token.head]
            if token.tag == "VB" and clauses.is_to_do(self._parse, governor):
                return Modality.PLANNED  # "is to arrive on Monday and hold talks"
            alike = {governor.tag, self._form(governor)} & {token.tag, self._form(token)}
            shared = self.of(governor) if governor.pos == "VERB" and alike else None
            links = {t.lower for t in children(self._parse, governor.index, ("cc",))}
            told_apart = shared is Modality.DENIED and token.tag in _FINITE and not links & {"or", "nor"}
            return None if told_apart else shared  # "poses no threat and supports the talks"
        return None

    def _has_terms(self, verb: Token) -> bool:
        """ "Said it would only accept a truce if Chad withdrew"."""
        only = any(t.lower == "only" for t in children(self._parse, verb.index, ("advmod",)))
        return only and clauses.has_condition(self._parse, verb)

    def _collapses(self, plan: Token) -> bool:
        """ "The summit planned for Monday collapsed"."""
        verb = self._parse.tokens[plan.head]
        return plan.dep == "nsubj" and verb.lemma in self._collapsing and not is_negated(self._parse, verb.index)

    def _form(self, verb: Token) -> str:
        """The tag of a verb, that of an infinitive for the passive of "would serve it and be deported"."""
        passive = child(self._parse, verb.index, "auxpass")
        return "VB" if passive is not None and passive.tag == "VB" else verb.tag

    def _is_regretted(self, verb: int) -> bool:
        """ "Should not have been arrested", as he was."""
        auxiliaries = {t.lower for t in children(self._parse, verb, ("aux",))}
        return bool(auxiliaries & {"should", "ought"}) and self._has_aux(verb, "have")

    def _is_none(self, noun: Token) -> bool:
        """ "No willingness", "little interest"; "a little help" is some."""
        words = {t.lower for t in children(self._parse, noun.index, ("det", "amod"))}
        return "no" in words or ("little" in words and noun.tag == "NN" and not words & {"a", "the", "some", "this"})

    def _has_aux(self, verb: int, lemma: str) -> bool:
        return any(t.lemma == lemma for t in children(self._parse, verb, ("aux",)))

    def _of_clause(self, noun: Token, verb: Token) -> Modality | None:
        """ "a meeting that could take place in May", "talks to be held in Doha"."""
        if not self._presuppositions.tells_of_happening(verb, noun):
            return None
        if verb.dep == "acl":
            proposed = self._effects.get(self._parse.tokens[noun.head].lemma) is Modality.POSSIBLE
            of_it = child(self._parse, verb.index, "dobj") is None  # not in "a threat to impose tariffs"
            return Modality.PLANNED if clauses.is_infinitive(self._parse, verb) and of_it and not proposed else None
        subject = child(self._parse, verb.index, "nsubj", "nsubjpass")
        relative = subject is not None and subject.tag.startswith("W")
        own = self.of(verb) if relative else None
        if relative and own is None and verb.tag in {"VBZ", "VBP"} and verb.lemma in self._scheduled:
            return Modality.PLANNED  # "the visit, which starts on Friday"
        return own if own in UNREAL else None

    def _not_until(self, verb: Token) -> Modality | None:
        """ "Will not take place until May" is to come, "did not resign until May" has happened."""
        phrases = prepositions(self._parse, verb.index)
        if not any(link.lower in {"until", "till"} and self._is_day(day.index) for link, day in phrases):
            return None
        done = any(t.lower == "did" for t in children(self._parse, verb.index, ("aux",)))
        return Modality.HAPPENED if done else Modality.PLANNED

    def _is_day(self, index: int) -> bool:
        return clauses.is_time(self._parse, index)

    def _has_weekday(self, verb: Token) -> bool:
        beside = children(self._parse, verb.index, ("npadvmod", "dobj"))
        beside += [day for link, day in prepositions(self._parse, verb.index) if link.lower == "on"]
        return any(day.text in _WEEKDAYS for day in beside)

    def _has_day(self, verb: Token) -> bool:
        """ "Would host them later in the evening", "on Tuesday the two would sign it": told as to come, not as supposed."""
        beside = {t.index for t in children(self._parse, verb.index, ("npadvmod", "advmod"))}
        beside |= {t.index for _, t in prepositions(self._parse, verb.index)}
        return any(map(self._is_day, beside)) and not clauses.has_condition(self._parse, verb)

    def _is_reported(self, token: Token) -> bool:
        while token.dep in {"conj", "ccomp", "xcomp"} and token.head != token.index:
            governor = self._parse.tokens[token.head]
            if token.dep == "ccomp" and governor.lemma in self._say:
                return True
            token = governor
        return False
