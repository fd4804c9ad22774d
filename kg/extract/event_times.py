"""When: the time that belongs to one event among those of its sentence."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile

from kg.extract.arguments import ELSEWHEN, Arguments
from kg.extract.claims import Modality, Time
from kg.extract.clauses import is_time
from kg.extract.coming_about import ComingAbout
from kg.extract.times import Direction, times_in
from kg.knowledge import Knowledge
from kg.language import Kind, Sentence, Token
from kg.language.syntax import ancestors, child, children, counted_by, descendants

_BEHIND = {"follow", "precede"}
_FIRST = {"first", "only"}
_NEWS = timedelta(days=14)
"""How far back what news tells anew may be dated."""
_NOW = timedelta(days=7)
"""How far back what goes on now may be dated."""
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_APART = {"after", "before"}
_REASONS = {"over", "following"}
_WILL = {"will", "would", "wo", "'ll"}
_DEADLINES = {"by", "before", "until", "till"}
_APART_IN_TIME = ELSEWHEN | {"against", "from"}
"""Prepositions of what was before: "protested against the arrest", "came home from the summit"."""
_SHARED_TIME = {"xcomp", "pcomp", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "attr", "acl", "agent", "conj"}


class EventTimes:
    """Lookup in one document."""

    def __init__(self, arguments: Arguments, knowledge: Knowledge) -> None:
        self._scheduled = knowledge.speech.nominal.scheduled
        nominal = knowledge.speech.nominal
        self._coming_about = ComingAbout(arguments.parse, knowledge)
        self._standing = nominal.standing
        self._agreeing = knowledge.frames.verbs_by_type["agreement"]
        self._say = knowledge.speech.say
        self._causes = nominal.causes
        self._judged = knowledge.speech.judging
        self._in_words = self._judged - knowledge.speech.punishing
        self._measures = knowledge.groups.measures
        self._day = arguments.document.article.published
        self._parse = arguments.parse
        self._arguments = arguments

    def of(self, trigger: int, consumed: frozenset[int], sentence: Sentence, modality: Modality) -> Time | None:
        """The time attached nearest to the trigger: below it, below its object, then below the verbs above it."""
        if (year := self._year_before(self._parse.tokens[trigger])) is not None:
            return year
        told = self._time_told(trigger, consumed, sentence, modality)
        signed = consumed if self._parse.tokens[trigger].lemma in self._agreeing else frozenset()
        years = (self._year_before(self._parse.tokens[i]) for i in sorted(signed))  # not "the 1997 constitution"
        return told or next(filter(None, years), None)

    def _time_told(self, trigger: int, consumed: frozenset[int], sentence: Sentence, modality: Modality) -> Time | None:
        to_come = modality in {Modality.PLANNED, Modality.POSSIBLE}
        was_due = to_come and self._was_due(trigger)
        to_come |= modality is Modality.DENIED and self._is_willed(trigger)
        told_after = (
            not to_come or self._is_gone_for(trigger) or (modality is Modality.POSSIBLE and self._is_past(trigger))
        )
        direction = Direction.NEAR if was_due else self._direction(trigger) if told_after else Direction.AHEAD
        times = times_in(self._parse, sentence, self._day, direction)
        own = consumed | {trigger}
        times = [t for t in times if not self._is_of_another(t, own) and not self._is_deadline(t, to_come)]
        times = [t for t in times if not self._is_of_answer(t, trigger) and not self._is_over(t, trigger)]
        if not times:
            return None
        token = self._parse.tokens[trigger]
        above = [time for time in times if token.dep in {"relcl", "advcl"} and time.first <= token.head < time.last]
        if above and any(t.tag in {"WDT", "WP"} for t in self._parse.children[trigger]):
            times.remove(above[0])  # "an attack on Saturday, which was criticised"
        elif above:
            return above[0]  # "in 1988, when Armenia made …"
        if token.dep == "ccomp" and token.head > trigger:
            between = [time for time in times if trigger < time.first and time.last <= token.head]
            between = [time for time in between if not self._is_in_clause_below(time, trigger)]
            if between:
                return between[0]  # "… on Tuesday, state media reported"
        for anchor in self._time_anchors(trigger, consumed, to_come):
            inside = set(self._arguments.clause_tokens(anchor))
            if self._parse.tokens[anchor].pos in {"NOUN", "PROPN"}:  # "the talks held on Monday"
                clauses = (self._parse.tokens[i] for i in descendants(self._parse, anchor))
                told = (c for c in clauses if self._is_of_event(c, trigger))
                inside |= {i for clause in told for i in self._arguments.clause_tokens(clause.index)}
            else:
                inside -= self._of_subjects(anchor, trigger)
            words = {i for i in inside if self._parse.tokens[i].pos != "PUNCT"}
            if found := [time for time in times if words.intersection(range(time.first, time.last))]:
                return found[0]
        return None

    def _is_of_event(self, clause: Token, trigger: int) -> bool:
        """ "The talks that begin on Monday"; not "talks with Ali Demir, who begins his term on Monday"."""
        if clause.dep not in {"acl", "relcl"}:
            return False
        told_of = self._arguments.mention(clause.head)
        somebody = told_of is not None and told_of.kind is Kind.PERSON
        return clause.head == trigger or (self._coming_about.is_told_by(clause) and not somebody)

    def _is_over(self, time: Time, verb: int) -> bool:
        """ "Is investigating the murder of Ali Demir on January 1", which was long before."""
        token = self._parse.tokens[verb]
        now = token.tag == "VBG" and any(t.tag in {"VBZ", "VBP"} for t in children(self._parse, verb, ("aux",)))
        return now and self._is_before(time, _NOW)

    def _is_before(self, time: Time, span: timedelta) -> bool:
        """Whether a time lies so long before the day of publication; not where that is unknown."""
        return self._day is not None and time.value < (self._day - span).isoformat()[: len(time.value)]

    def _is_ahead(self, time: Time) -> bool:
        return self._day is not None and time.value > self._day.isoformat()[: len(time.value)]

    def _is_deep(self, noun: Token) -> bool:
        """Whether a noun is told of another noun: "the breach of a pact"."""
        link = self._parse.tokens[noun.head]
        beside = link.lower in {"at", "in", "on", "during"}  # "signed a pact on Monday at talks mediated by Togo"
        return noun.dep == "pobj" and not beside and self._parse.tokens[link.head].pos in {"NOUN", "PROPN"}

    def _is_given_to(self, noun: Token) -> bool:
        """ "Granted bail on Monday to three activists arrested in Lima"."""
        link = self._parse.tokens[noun.head]
        return link.lower == "to" and noun.dep == "pobj" and link.dep in {"dative", "prep"}

    def _is_in_clause_below(self, time: Time, verb: int) -> bool:
        """ "Visited a tomb of those who died in 1988, he said"."""
        above = takewhile(lambda t: t.index != verb, ancestors(self._parse, time.first))
        return any(t.dep == "relcl" or (t.dep == "acl" and t.tag == "VBN") for t in above)

    def _of_subjects(self, verb: int, trigger: int) -> set[int]:
        """ "Demir, in power since 2017, has promised to go": what tells of the subject says nothing of when it acts."""
        subjects = children(self._parse, verb, ("nsubj", "nsubjpass"))
        inside = (descendants(self._parse, t.index) for t in subjects)
        return {i for below in inside if trigger not in below for i in below}

    def _year_before(self, noun: Token) -> Time | None:
        """ "its 1951 treaty", "signed a 2007 pact"; "2000 attacks" are no year's."""
        numbers = children(self._parse, noun.index, ("nummod",)) if noun.tag in {"NN", "NNP"} else []
        years = (n for n in numbers if _YEAR.fullmatch(n.text))
        return next((Time(n.text, n.index, n.index + 1) for n in years), None)

    def _direction(self, trigger: int) -> Direction:
        """Behind us after a verb in the past; ahead of us for what is scheduled: "begins a visit on Tuesday"."""
        verbs = (t for t in [self._parse.tokens[trigger], *ancestors(self._parse, trigger)] if t.pos in {"VERB", "AUX"})
        for verb in verbs:
            forms = {verb.tag, *(t.tag for t in children(self._parse, verb.index, ("aux", "auxpass")))}
            if forms <= {"VBZ", "VBP"} and verb.lemma in self._scheduled:
                own = verb.index in {trigger, self._parse.tokens[trigger].head}
                return Direction.AHEAD if own else Direction.NEAR
            if forms & {"VBD", "VBZ", "VBP", "MD"}:
                return Direction.BACK if "VBD" in forms and "MD" not in forms else Direction.NEAR
        return Direction.NEAR

    def _is_willed(self, verb: int) -> bool:
        """ "Said that he would not come on Tuesday", which is still ahead."""
        return any(t.tag == "MD" and t.lower in _WILL for t in children(self._parse, verb, ("aux",)))

    def _is_past(self, verb: int) -> bool:
        """ "Was allegedly kidnapped", of which not the time is open."""
        helped = {t.tag for t in children(self._parse, verb, ("aux", "auxpass"))}
        return "VBD" in {self._parse.tokens[verb].tag, *helped} and "MD" not in helped

    def _is_gone_for(self, noun: int) -> bool:
        """ "Arrived on Monday for (two days of) talks": the day is that of a journey that is over."""
        counted = counted_by(self._parse, self._parse.tokens[noun], self._measures)
        link = self._parse.tokens[counted.head]
        return link.lower == "for" and self._parse.tokens[link.head].tag == "VBD"

    def _was_due(self, verb: int) -> bool:
        """ "Were due to meet on Sunday", which may be over."""
        token = self._parse.tokens[verb]
        while token.dep in {"xcomp", "acomp"}:
            token = self._parse.tokens[token.head]
            auxiliaries = children(self._parse, token.index, ("auxpass",))
            if (token.tag == "VBD" and token.lemma == "be") or any(t.tag == "VBD" for t in auxiliaries):
                return True
        return False

    def _is_deadline(self, time: Time, to_come: bool) -> bool:
        """ "by October" and "an April 1 deadline" tell when something is to be done, not when it was promised."""
        behind = [t.lower for t in self._parse.tokens[time.last : time.last + 1]]
        by = time.first > 0 and self._parse.tokens[time.first - 1].lower in _DEADLINES
        of = [t.lower for t in self._parse.tokens[max(0, time.first - 2) : time.first]] == ["deadline", "of"]
        return behind == ["deadline"] or of or (by and not to_come)

    def _is_of_another(self, time: Time, own: frozenset[int]) -> bool:
        """A time that tells when something else was: "following Saturday's elections", "welcomed Tuesday's vote"."""
        since = self._parse.tokens[time.first - 1] if time.first else None
        if since is not None and since.lower == "since" and since.head not in own:
            return True  # "Demir, in power since 2017, has promised to go"
        if self._is_since_then(time, own) or self._is_behind(time, own) or self._is_long_ago(time, own):
            return True
        if self._is_of_judged_act(time, own):
            return True
        last = self._parse.tokens[time.last - 1]
        last = self._parse.tokens[last.head] if last.dep == "case" else last
        if last.dep == "nummod" and time.first <= last.head < time.last:
            last = self._parse.tokens[last.head]  # "the June 24 elections"
        noun = self._parse.tokens[last.head]
        if last.dep in {"poss", "compound", "nmod"} and noun.index not in own and not is_time(self._parse, noun.index):
            return True  # "welcomed Tuesday's vote", "would respect a January deal"; not "on Tuesday night"
        to = any(t.tag == "TO" for t in self._parse.tokens[time.last : time.last + 1])
        if last.dep == "npadvmod" and noun.index not in own and noun.pos == "NOUN" and to:
            return True  # "acted after its decision last month to leave"
        for governor in ancestors(self._parse, time.first):
            if governor.pos in {"VERB", "AUX"}:
                if self._is_other_clause(governor, own):
                    return True
                # "rejected a request for Ali Demir to visit", "accepted an invitation to meet on February 20"
                asked = governor.dep in {"acl", "advcl"} and governor.tag == "VB" and governor.index not in own
                asked = asked and (child(self._parse, governor.index, "nsubj") is not None or self._is_ahead(time))
                return asked or governor.lower in ELSEWHEN or self._is_inside_reason(time, governor)
            if governor.lower in ELSEWHEN and governor.index < time.first - 1:
                return True
        return False

    def _is_other_clause(self, verb: Token, own: frozenset[int]) -> bool:
        """ "Held talks, the first since Chad pulled out in January"."""
        mark = child(self._parse, verb.index, "mark")
        apart = verb.dep == "advcl" and mark is not None and mark.lower in _APART | {"since"}
        return apart and own.isdisjoint({*descendants(self._parse, verb.index), verb.index})

    def _is_of_answer(self, time: Time, trigger: int) -> bool:
        """ "Applied in September in the wake of the invasion": when something answers an event, unless told behind it."""
        above = list(ancestors(self._parse, trigger))
        verb = next((t.index for t in above if t.pos in {"VERB", "AUX"}), trigger)
        answers = any(t.lemma in self._causes for t in takewhile(lambda t: t.index != verb, above))
        return answers and verb != trigger and not verb < trigger < time.first

    def _is_inside_reason(self, time: Time, verb: Token) -> bool:
        """ "Lodged a protest over shelling on Friday", "closed the border following the clash on Friday": with no comma
        between, the day is of the shelling, of the clash."""
        for reason in children(self._parse, verb.index, ("prep",)):
            between = self._parse.tokens[reason.index : time.first]
            if (
                reason.lower in _REASONS
                and verb.index < reason.index < time.first
                and all(t.text != "," for t in between)
            ):
                return True
        return False

    def _is_since_then(self, time: Time, own: frozenset[int]) -> bool:
        """ "His first visit since 2004"."""
        since = self._parse.tokens[time.first - 1]
        if since.lower != "since":
            return False
        nouns = {t.index for t in ancestors(self._parse, since.index)} | own
        nouns |= {t.index for i in nouns for t in children(self._parse, i, ("attr",))}
        return any(t.lower in _FIRST for i in nouns for t in children(self._parse, i, ("amod",)))

    def _is_long_ago(self, time: Time, own: frozenset[int]) -> bool:
        """ "Slammed a vote granting amnesty to the killers of 15 opponents 30 years ago", "the first to visit Mali since Ali
        Demir 16 years ago": with another act or "since" in between."""
        words = [t.lower for t in self._parse.tokens[time.first : time.last]]
        between = self._parse.tokens[max(own) + 1 : time.first]
        apart = any(t.pos == "VERB" or t.lower == "since" for t in between)
        return words[-1:] == ["ago"] and bool({"years", "decades"} & {*words}) and apart

    def _is_of_judged_act(self, time: Time, own: frozenset[int]) -> bool:
        """ "Has condemned (condemns) the attack on the centre in 1994": these go with no year that is over, and the news of
        a judgement, "condemned the murder of Ali in January", with no day or month long before it."""
        if not _YEAR.fullmatch(time.value):
            return self._is_before(time, _NEWS) and self._is_behind_judged(time, own)
        judging = [i for i in own if self._parse.tokens[i].lemma in self._judged]
        perfect = (
            t
            for t in map(self._parse.tokens.__getitem__, judging)
            if t.tag == "VBN" and child(self._parse, t.index, "dobj") is not None
        )
        auxiliaries = {a.tag for t in perfect for a in children(self._parse, t.index, ("aux",)) if a.lemma == "have"}
        return bool(auxiliaries & {"VBZ", "VBP"}) or any(self._parse.tokens[i].tag == "VBZ" for i in judging)

    def _is_behind_judged(self, time: Time, own: frozenset[int]) -> bool:
        verbs = (t for i in own if (t := self._parse.tokens[i]).lemma in self._in_words and t.pos == "VERB")
        objects = (child(self._parse, t.index, "dobj") for t in verbs)
        return any(o is not None and o.index < time.first for o in objects)

    def _is_behind(self, time: Time, own: frozenset[int]) -> bool:
        """ "His visit to Chad followed one to Mali in May"."""
        subjects = (self._parse.tokens[i] for i in own if self._parse.tokens[i].dep == "nsubj")
        return any(self._parse.tokens[t.head].lemma in _BEHIND and time.first > t.head for t in subjects)

    def _time_anchors(self, trigger: int, consumed: frozenset[int], to_come: bool) -> Iterator[int]:
        """The trigger, its object, and the verbs above that share its clause."""
        yield trigger
        yield from sorted(consumed)
        token = self._parse.tokens[trigger]
        if token.dep == "advcl" and token.tag == "VBG" and child(self._parse, trigger, "nsubj") is None:
            yield token.head  # "began an exercise on Tuesday, drawing a protest"
            return
        while token.dep in _SHARED_TIME and token.head != token.index and token.lower not in _APART_IN_TIME:
            above = self._parse.tokens[token.head]
            if token.dep == "acl" and above.dep in {"nsubj", "nsubjpass"}:
                return  # "two men arrested at the border were released on Monday"
            if token.dep == "acl" and token.tag == "VB" and to_come:
                return  # "slammed on Monday the decision to shut schools"
            if token.dep == "acl" and token.tag == "VBN" and (self._is_deep(above) or self._is_given_to(above)):
                return  # "imposed sanctions on Monday for the breach of a pact signed with Chad"
            marks = {t.lower for t in children(self._parse, token.index, ("mark",))}
            if token.dep == "conj" and token.pos == "VERB" and (token.tag != above.tag or marks & _APART):
                return  # "will meet them on Thursday and has promised to wait", "…, the day after they met"
            if token.dep == "xcomp" and to_come and above.tag == "VBD":
                return  # "pledged on Monday to send aid"
            if token.dep == "prep" and above.lemma in self._say:
                return  # "said on Tuesday of his decision to go"
            token = above
            if token.pos == "VERB" and token.lemma in self._judged and self._parse.tokens[trigger].pos == "NOUN":
                return  # "slammed on Sunday the seizure of a ship"
            told = self._parse.tokens[trigger].pos == "NOUN" and token.lemma not in self._coming_about.verbs
            if told and not to_come and token.pos == "VERB" and self._is_willed(token.index):
                return  # "will review on Tuesday the resignation of Ali Demir"
            lasting = self._parse.tokens[trigger].lemma in self._standing
            if lasting and token.pos == "VERB" and token.lemma not in self._coming_about.verbs:
                return  # "the treaty expires in 2026"
            if token.pos in {"VERB", "AUX"}:
                yield token.index
                yield from self._coming_about.verbs_below(token)
            if token.pos in {"VERB", "AUX"} and self._parse.tokens[trigger].pos == "NOUN":
                return
