"""Finds events: which of the frames that fit in a sentence tell of an event of their own, and how."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.extract.arguments import Arguments
from kg.extract.attribution import Attribution
from kg.extract.claims import EventClaim, Evidence, Modality, Participant
from kg.extract.commitments import CommitmentFinder, Committed
from kg.extract.conditions import Candidate
from kg.extract.conflicts import conflict_label
from kg.extract.cues import Cues
from kg.extract.event_places import EventPlaces
from kg.extract.event_times import EventTimes
from kg.extract.factuality import Factuality
from kg.extract.frames import FrameIndex
from kg.extract.match import Match
from kg.extract.matching import FrameMatcher
from kg.extract.tolls import Tolls
from kg.knowledge import Knowledge
from kg.language import HEADLINE, Document, Form, Kind, Mention, Sentence, Token
from kg.language.syntax import child, children, is_passive, prepositions

_CONTENT_TYPES = {"agreement", "demand", "threat", "rejection"}
_BEFORE = {"after", "following", "since", "despite"}
_FINITE = {"VBD", "VBZ", "VBP"}
_WHEN = {"when", "as", "after"}
_TALKS = {"meeting", "negotiation", "call"}
_STANCES = {"support", "rejection", "accusation", "demand", "agreement", "threat"}
_BETWEEN_JOINED = {"cc", "punct", "prt", "advmod"}
"""What stands between two verbs that share their object."""
_CONTENT_LINKS = {
    "appos",
    "xcomp",
    "ccomp",
    "conj",
    "advcl",
    "dobj",
    "pobj",
    "prep",
    "pcomp",
    "acl",
    "nsubjpass",
    "nsubj",
}


class EventFinder:
    """Finds the events of one document."""

    def __init__(
        self,
        document: Document,
        knowledge: Knowledge,
        frames: FrameIndex,
        arguments: Arguments,
        factuality: Factuality,
        attribution: Attribution,
    ) -> None:
        self._document = document
        self._parse = document.parse
        self._arguments = arguments
        self._matcher = FrameMatcher(arguments, knowledge, frames)
        self._commitments = CommitmentFinder(arguments, knowledge.frames.commitments)
        self._factuality = factuality
        self._cues = Cues(arguments.parse, knowledge.speech.modality)
        self._attribution = attribution
        self._places = EventPlaces(arguments, knowledge)
        self._times = EventTimes(arguments, knowledge)
        self._tolls = Tolls(arguments, knowledge)
        self._agent_parts = knowledge.groups.agent_parts
        self._answering = knowledge.speech.nominal.answering
        self._when_denied = knowledge.frames.when_denied

    def find(self) -> list[EventClaim]:
        return [
            claim
            for sentence in self._parse.sentences
            if sentence.paragraph != HEADLINE
            for claim in self._in_sentence(sentence)
        ]

    def _in_sentence(self, sentence: Sentence) -> Iterator[EventClaim]:
        matches: list[Match] = []
        for token in self._parse.tokens[sentence.first : sentence.last]:
            if best := self._matcher.best(token):
                matches.append(best)
        nouns = {match.candidate.trigger for match in matches if not match.candidate.is_verb}
        matches = [
            match
            for match in matches
            if not (match.candidate.is_verb and self._is_carried(match.candidate.trigger, nouns))
        ]
        matches = self._tolls.without_tolls(self._without_doubled(self._without_bare_verbs(matches)))
        consumed = {i for match in matches for i in match.consumed}
        contents = {match.candidate.trigger for match in matches if match.indexed.frame.type in _CONTENT_TYPES}
        committed = self._commitments.find(matches)
        promises = {m.candidate.trigger for m in matches if m.indexed.frame.type in {"agreement", "threat"}}
        replaced = {c.trigger for c in committed} & promises
        for match in matches:
            trigger = match.candidate.trigger
            if trigger in consumed | replaced or self._is_content(trigger, contents - replaced):
                continue
            modality = self._factuality.modality(trigger)
            if modality is not None and not (self._is_never_done(match, modality) or self._tolls.is_told(match)):
                yield self._claim(match, sentence, modality)
        for commitment in committed:
            yield from self._committed(commitment, sentence)

    def _is_never_done(self, match: Match, modality: Modality) -> bool:
        """ "Does not extradite its citizens": what one is not used to do, unlike what one does not recognise."""
        habit = any(t.lower in {"does", "do"} for t in children(self._parse, match.candidate.trigger, ("aux",)))
        return habit and modality is Modality.DENIED and match.indexed.frame.type not in _STANCES

    def _without_bare_verbs(self, matches: list[Match]) -> list[Match]:
        """ "the Russian-Ukrainian talks held in Istanbul": the noun tells more than a verb that names no subject; so it does
        in "gathered for a summit"."""
        nouns = {m.candidate.trigger: m for m in matches if not m.candidate.is_verb}

        def is_bare(match: Match) -> bool:
            told = (nouns[i] for i in match.consumed if i in nouns)
            verb = self._parse.tokens[match.candidate.trigger]
            alone = not match.candidate.subjects and not self._tolls.is_toll(verb)
            return alone and any(m.indexed.frame.type == match.indexed.frame.type and m.candidate.parties for m in told)

        told = self._with_purposes([match for match in matches if not is_bare(match)], nouns)
        return sorted(told, key=lambda match: match.candidate.trigger)

    def _with_purposes(self, matches: list[Match], nouns: Mapping[int, Match]) -> Iterator[Match]:
        """ "Gathered for a summit": the summit; "hosted him for a summit in Rome": by whom, of whom and where it was."""
        joined: set[int] = set()
        for match in sorted(matches, key=lambda m: not m.candidate.is_verb):
            meant = (o.index for p, o in prepositions(self._parse, match.candidate.trigger) if p.lower == "for")
            acts = [nouns[i] for i in meant if i in nouns and nouns[i].indexed.frame.type == match.indexed.frame.type]
            if not acts:
                if match.candidate.trigger not in joined:
                    yield match
            elif len(match.candidate.parties) > len(acts[0].candidate.parties):
                act = acts[0].candidate
                joined.add(act.trigger)
                place = act.place or self._places.below(act.trigger)
                yield match.joined(replace(act, place=place))

    def _without_doubled(self, matches: list[Match]) -> list[Match]:
        """ "Criticised and condemned the attack": two verbs that share their object tell of one act; so do "took to the
        streets, chanting slogans" and "expressing his joy, he commended it"."""
        verbs = {m.candidate.trigger: m for m in matches if m.candidate.is_verb}
        sanctions = (m for m in matches if m.indexed.frame.type == "sanction" and not m.candidate.is_verb)
        nouns = (self._parse.tokens[m.candidate.trigger] for m in sanctions)
        widened = {noun.head for noun in nouns if noun.dep == "dobj"}
        doubled: set[int] = set()
        for trigger, match in reversed(verbs.items()):
            token = self._parse.tokens[trigger]
            above = verbs.get(self._done_by(token))
            alone = all(part == "actor" for _, part in match.candidate.parties)
            if alone and above is not None and match.indexed.frame.type == above.indexed.frame.type != "attack":
                doubled.add(trigger)
                continue
            if match.indexed.frame.type == "sanction" and self._done_by(token) in widened:
                doubled.add(trigger)  # "widened its sanctions on Chad, imposing a ban on its oil"
                continue
            first = verbs.get(token.head) if token.dep == "conj" else None
            if (
                first is None
                or first.indexed.frame.type != match.indexed.frame.type
                or is_passive(self._parse, trigger) is not is_passive(self._parse, token.head)
                or child(self._parse, trigger, "nsubjpass") is not None
            ):
                continue
            same_form = token.tag == self._parse.tokens[token.head].tag
            between = {t.dep for t in children(self._parse, token.head) if token.head < t.index < trigger}
            told = match.candidate.objects or trigger in doubled
            if same_form and told and between <= _BETWEEN_JOINED:
                doubled.add(token.head)
        return [m for m in matches if m.candidate.trigger not in doubled]

    def _done_by(self, participle: Token) -> int:
        """The verb that a participle goes with: "left it, saying …", "left it by pulling out of …"; -1 for other words."""
        link = self._parse.tokens[participle.head]
        by = participle.dep == "pcomp" and link.lower == "by"
        told = participle.tag == "VBG" and (by or participle.dep == "advcl")
        return -1 if not told else link.head if by else link.index

    def _committed(self, commitment: Committed, sentence: Sentence) -> Iterator[EventClaim]:
        """The threat or promise, with the parties of the act."""
        trigger, kind = commitment.trigger, commitment.kind
        own = trigger == commitment.act.candidate.trigger
        modality = Modality.HAPPENED if own else self._factuality.modality(trigger)
        if modality is not None:
            act = self._claim(commitment.act, sentence, modality)
            token = self._parse.tokens[trigger]
            speaker = self._attribution.speaker(trigger)
            time = None if own else self._times.of(trigger, frozenset(), sentence, modality)
            evidence = replace(act.evidence, begin=token.begin, end=token.end, rule=kind.id)
            yield replace(
                act,
                type=kind.type,
                plover=kind.plover,
                trigger=trigger,
                time=time,
                modality=modality,
                speaker=None if speaker is None else speaker.index,
                evidence=evidence,
            )

    def _is_content(self, trigger: int, contents: set[int]) -> bool:
        """Whether the act is what another event agrees on, demands, threatens or refuses ("agreed to share …")."""
        token, clause = self._parse.tokens[trigger], False
        while token.head != token.index and token.dep in _CONTENT_LINKS:
            below, token = token, self._parse.tokens[token.head]
            if below.dep == "conj" and below.tag in _FINITE:
                return False  # "agreed to help but said that the minister had resigned"
            if below.dep == "prep" and below.lower in _BEFORE:
                return False  # "agreed to end it after talks"
            mark = child(self._parse, below.index, "mark")
            if below.dep == "advcl" and below.tag == "VBD" and mark is not None and mark.lower in _BEFORE | _WHEN:
                return False  # "asked them to be calm after Chad accused Niger"
            if below.dep == "prep" and below.lower == "for" and token.lemma in self._answering:
                return False  # "vowed revenge for the attack"
            clause = clause or below.dep in {"xcomp", "ccomp", "acl"}
            if token.index in contents:
                told = children(self._parse, token.index, ("dobj", "xcomp"))
                return (
                    clause
                    or below.dep in {"dobj", "nsubjpass"}
                    or self._is_bare_conjunct(below)  # "were urged to go, conduct an inquiry and …"
                    or (below.dep == "prep" and below.lower in {"for", "to", "of"})
                    or (below.lower == "on" and below.index > token.index and not told)  # not "gave it on a visit"
                    or self._is_price(below)
                )
            if below.dep in {"nsubj", "nsubjpass"} and below.index != trigger:
                break
        return False

    def _is_price(self, link: Token) -> bool:
        """ "Demanded it in exchange for the release of ten": what is offered has not been done either."""
        return link.lower == "in" and any(
            t.lemma in {"exchange", "return"} for t in children(self._parse, link.index, ("pobj",))
        )

    def _is_bare_conjunct(self, verb: Token) -> bool:
        """ "To go, conduct …", not "… and may conclude"."""
        return verb.dep == "conj" and verb.tag == "VB" and not children(self._parse, verb.index, ("aux",))

    def _is_carried(self, verb: int, nouns: set[int]) -> bool:
        """A participle whose agent the noun above it has taken over: "talks mediated by Norway"."""
        token = self._parse.tokens[verb]
        return token.dep == "acl" and token.lemma in self._agent_parts and token.head in nouns

    def _claim(self, match: Match, sentence: Sentence, modality: Modality) -> EventClaim:
        frame, candidate = match.indexed.frame, match.candidate
        token = self._parse.tokens[candidate.trigger]
        if {"negated", "negated-now"} & frame.require and modality is Modality.DENIED:
            modality = self._refused(token)
        if modality is Modality.HAPPENED and token.lemma in frame.verb_modality:
            modality = Modality(frame.verb_modality[token.lemma])
        time = self._times.of(candidate.trigger, match.consumed, sentence, modality)
        published = self._document.article.published
        if time and published and modality is Modality.HAPPENED and time.value > published.isoformat():
            if self._is_told_as_done(token):
                time = None  # "have agreed to talks on Aug. 23"
            else:
                modality = Modality.PLANNED
        if (
            time
            and published
            and modality is Modality.PLANNED
            and time.value < published.isoformat()[: len(time.value)]
        ):
            time = None  # what is still to come was not then
        speaker = self._attribution.speaker(candidate.trigger)
        if modality is Modality.HAPPENED and speaker is None and self._attribution.is_rumour(candidate.trigger):
            modality = Modality.POSSIBLE
        called = frame.type == "call"  # wherever those who call are
        place = candidate.place or (None if called else self._places.around(candidate.trigger))
        participants = tuple(Participant(m.index, part) for m, part in candidate.parties)
        if speaker is not None and frame.type in _TALKS and self._is_one_sided(candidate, speaker):
            participants = (Participant(speaker.index, "actor"), *participants)
        cue = self._cues.of(candidate.trigger, modality)
        killed, injured = self._tolls.counts(match) if frame.type == "attack" else (None, None)
        evidence = Evidence(
            sentence.index, token.begin, token.end, frame.id, self._confidence(candidate, modality), cue=cue
        )
        return EventClaim(
            frame.type,
            self._when_denied.get(frame.plover, frame.plover) if modality is Modality.DENIED else frame.plover,
            participants,
            time,
            None if place is None else place.index,
            modality,
            None if speaker is None else speaker.index,
            frame.least,
            candidate.trigger,
            evidence,
            conflict_label(self._arguments, token) if frame.type == "conflict" else None,
            killed,
            injured,
        )

    def _is_told_as_done(self, verb: Token) -> bool:
        """ "Agreed", "have agreed": what lies ahead then is a day of something else."""
        perfect = verb.tag == "VBN" and any(t.lemma == "have" for t in children(self._parse, verb.index, ("aux",)))
        return verb.pos == "VERB" and (verb.tag == "VBD" or perfect)

    def _is_one_sided(self, candidate: Candidate, speaker: Mention) -> bool:
        """ "The minister said that the talks with Chad had ended": his side's."""
        others = [m for m, _ in candidate.parties]
        named = {speaker.reference, speaker.state, speaker.name} - {None}
        apart = not any({m.reference, m.state, m.name} & named for m in others)
        alone = bool(others) and all(part == "target" for _, part in candidate.parties)
        return not candidate.is_verb and alone and apart and speaker.kind is not Kind.GROUP

    def _refused(self, verb: Token) -> Modality:
        """Whether a refusal ("will not agree") has been spoken: not where one "is expected to say" so."""
        said = self._parse.tokens[verb.head]
        spoken = verb.dep == "ccomp" and said.pos == "VERB" and said.index != verb.index
        modality = self._factuality.modality(said.index) if spoken else None
        return modality if modality in {Modality.PLANNED, Modality.POSSIBLE} else Modality.HAPPENED

    def _confidence(self, candidate: Candidate, modality: Modality) -> float:
        """Share of such events that are right, by what the reading of samples has shown to matter."""
        confidence = 0.85 if candidate.is_verb else 0.7
        forms = {m.form for m, _ in candidate.parties}
        if forms & {Form.PRONOUN, Form.NOMINAL}:
            confidence -= 0.1
        if not candidate.parties:
            confidence -= 0.1
        if modality is not Modality.HAPPENED:
            confidence -= 0.05
        return round(confidence, 2)
