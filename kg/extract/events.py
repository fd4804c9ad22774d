"""Finds events: a word triggers a frame, its syntax fills the parts, the frame's conditions decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.arguments import Arguments
from kg.extract.claims import EventClaim, Evidence, Modality, Participant, Time
from kg.extract.conditions import Candidate, Conditions
from kg.extract.factuality import Factuality
from kg.extract.frames import FrameIndex, Indexed
from kg.extract.times import times_in
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Sentence, Token
from kg.language.syntax import ancestors, child, children, conjuncts, descendants, is_passive, prepositions

_LOCATIVE = {"in", "at", "near", "outside", "inside", "aboard", "around", "across", "throughout", "off", "along"}
_PARTIES = {"actor", "target", "mediator", "host"}
_NOBODY = {"i", "we", "you", "this", "that", "there", "one", "nobody", "nothing", "what"}
"""Subjects that name no party: a speaker's "I", "this"."""
_CONTENT_TYPES = {"agreement", "demand", "threat", "rejection"}
_SHARED_TIME = {"xcomp", "pcomp", "prep", "pobj", "dobj", "nsubj", "nsubjpass", "attr", "acl", "agent", "conj"}
_CONTENT_LINKS = {"xcomp", "ccomp", "conj", "advcl", "dobj", "pobj", "prep", "pcomp", "acl", "nsubjpass", "nsubj"}
_TOPIC = {"on", "about", "concerning", "regarding", "over"}


@dataclass(frozen=True, slots=True)
class _Match:
    indexed: Indexed
    candidate: Candidate
    consumed: frozenset[int]
    specific: bool


class EventFinder:
    """Finds the events of one document."""

    def __init__(self, document: Document, knowledge: Knowledge, frames: FrameIndex, arguments: Arguments) -> None:
        self._document = document
        self._parse = document.parse
        self._frames = frames
        self._arguments = arguments
        self._conditions = Conditions(self._arguments, knowledge)
        self._factuality = Factuality(self._arguments, knowledge)
        self._light = set(knowledge.groups.light_verbs)
        self._agent_parts = dict(knowledge.groups.agent_parts)

    def find(self) -> list[EventClaim]:
        return [claim for sentence in self._parse.sentences for claim in self._in_sentence(sentence)]

    def _in_sentence(self, sentence: Sentence) -> Iterator[EventClaim]:
        matches: list[_Match] = []
        for token in self._parse.tokens[sentence.first : sentence.last]:
            if best := self._best(token):
                matches.append(best)
        nouns = {match.candidate.trigger for match in matches if not match.candidate.is_verb}
        matches = [match for match in matches if not (match.candidate.is_verb and self._is_carried(match.candidate.trigger, nouns))]
        consumed = {i for match in matches for i in match.consumed}
        contents = {match.candidate.trigger for match in matches if match.indexed.frame.type in _CONTENT_TYPES and match.candidate.is_verb}
        for match in matches:
            if match.candidate.trigger not in consumed and not self._is_content(match.candidate.trigger, contents):
                yield self._claim(match, sentence)

    def _is_content(self, trigger: int, contents: set[int]) -> bool:
        """Whether the act is what another event agrees on, demands, threatens or refuses ("agreed to share …")."""
        token = self._parse.tokens[trigger]
        clause = False
        while token.head != token.index and token.dep in _CONTENT_LINKS:
            below, token = token, self._parse.tokens[token.head]
            clause = clause or below.dep in {"xcomp", "ccomp", "acl"}
            if token.index in contents:
                return clause or below.dep in {"dobj", "nsubjpass"} or (below.dep == "prep" and below.lower in {"for", "to", "on", "of"})
            if below.dep in {"nsubj", "nsubjpass"} and below.index != trigger:
                break
        return False

    def _is_carried(self, verb: int, nouns: set[int]) -> bool:
        """A participle whose agent the noun above it has taken over: "talks mediated by Norway"."""
        token = self._parse.tokens[verb]
        return token.dep == "acl" and token.lemma in self._agent_parts and token.head in nouns

    def _best(self, token: Token) -> _Match | None:
        """The most specific frame that fits at a token: with named objects, then with a complement, then any."""
        found = list(self._matches(token))
        found.sort(key=lambda m: (not m.specific, m.indexed.frame.complement is None, "negated" not in m.indexed.frame.require, m.indexed.order))
        return found[0] if found else None

    def _matches(self, token: Token) -> Iterator[_Match]:
        if token.pos == "VERB" and token.dep not in {"aux", "auxpass", "amod", "compound"}:
            for lemma, indexed in self._frames.verbs(self._parse, token):
                if match := self._match_verb(token, lemma, indexed):
                    yield match
        if (token.pos in {"NOUN", "PROPN"} or token.tag == "VBG") and token.dep not in {"compound", "nmod", "ROOT", "conj", "aux", "advcl"}:
            mention = self._arguments.mention(token.index)
            if mention is not None and mention.form in {Form.NAME, Form.METONYM} or self._is_topic(token):
                return
            for indexed in self._frames.nouns(self._parse, token):
                if match := self._match_noun(token, indexed):
                    yield match
        elif token.pos == "ADJ":
            for indexed in self._frames.adjectives(token):
                if match := self._match_adjective(token, indexed):
                    yield match

    def _is_topic(self, token: Token) -> bool:
        """A noun that another noun is about tells of no event: "resolutions on the withdrawal"."""
        preposition = self._parse.tokens[token.head]
        return token.dep == "pobj" and preposition.lower in _TOPIC and self._parse.tokens[preposition.head].pos in {"NOUN", "PROPN"}

    # ---- verbs

    def _match_verb(self, token: Token, lemma: str, indexed: Indexed) -> _Match | None:
        frame = indexed.frame
        objects = tuple(self._arguments.objects(token.index))
        nouns = [self._parse.tokens[i] for i in objects]
        if " " in lemma and not nouns:
            nouns = [obj for prep, obj in prepositions(self._parse, token.index) if prep.lower == lemma.split()[-1]]
        if any(n.lemma in frame.not_with_clause and children(self._parse, n.index, ("acl", "ccomp")) for n in nouns):
            return None
        lemmas = {n.lemma for n in nouns} | {n.lower for n in nouns} | {f"{m.lower} {n.lemma}" for n in nouns for m in children(self._parse, n.index, ("compound", "amod"))}
        if (indexed.objects and not lemmas & indexed.objects) or lemmas & set(frame.not_objects):
            return None
        if lemma in frame.verb_objects and not lemmas & set(frame.verb_objects[lemma]):
            return None
        if lemma in frame.transitive and not objects:
            return None
        if any(m.lower in frame.not_compounds for n in nouns for m in children(self._parse, n.index, ("compound", "amod"))):
            return None
        if frame.with_words and not self._has_words(token, frame.with_words):
            return None
        if not self._complement_fits(token, indexed):
            return None
        if lemma in frame.needs_post and not self._has_post(token):
            return None
        subjects = tuple(self._arguments.subjects(token.index))
        if any(self._parse.tokens[i].lower in _NOBODY for i in subjects):
            return None
        parties = [(m, frame.verb_parts.get(lemma, frame.subject)) for i in subjects for m in self._arguments.parties(i)]
        place = None
        if frame.object == "place":
            place = next((p for i in objects if (p := self._arguments.place(i))), None)
            if place is None:
                return None
        elif frame.object in _PARTIES:
            parties += [(m, frame.object) for i in objects for m in self._arguments.parties(i)]
        elif indexed.objects:  # the receiver beside the named object: "was awarded the medal"
            receivers = [i for i in objects if not {self._parse.tokens[i].lemma, self._parse.tokens[i].lower} & indexed.objects]
            parties += [(m, "target") for i in receivers for m in self._arguments.parties(i, deep=False)]
        anchors = [token.index, *(objects if indexed.objects else ())]
        more, found_place = self._from_prepositions(anchors, indexed, token.index)
        parties += more
        if indexed.objects:
            parties += [(m, "target") for i in objects for m in self._owners(i)] if frame.object == "none" and frame.id.startswith(("sanction", "rejection", "concession", "agreement.accept")) else []
        candidate = Candidate(token.index, True, subjects, objects, _distinct(parties), place or found_place)
        if not self._conditions.hold(list(frame.require), candidate) or not self._enough(candidate, indexed):
            return None
        consumed = frozenset(n.index for n in nouns if n.lemma in indexed.objects or n.lower in indexed.objects)
        return _Match(indexed, candidate, consumed, bool(indexed.objects))

    def _has_words(self, token: Token, words: list[str]) -> bool:
        sentence = self._parse.sentences[token.sentence]
        return any(t.lemma in words for t in self._parse.tokens[sentence.first : sentence.last])

    def _complement_fits(self, token: Token, indexed: Indexed) -> bool:
        frame = indexed.frame
        clauses = children(self._parse, token.index, ("xcomp", "ccomp", "advcl"))
        infinitives = [t for t in clauses if t.tag == "VB" and any(a.lower == "to" for a in children(self._parse, t.index, ("aux",)))]
        if frame.not_complement and any(t.lemma in frame.not_complement for t in clauses):
            return False
        if frame.not_complement_modals and any(a.lower in frame.not_complement_modals for t in clauses for a in children(self._parse, t.index, ("aux",))):
            return False
        if frame.complement is None:
            return True
        if frame.complement == "any":
            fits = [t for t in clauses if t.dep == "ccomp" or t in infinitives]
        else:
            fits = infinitives
            if frame.complement == "infinitive-object":
                inner = [t for t in infinitives if child(self._parse, t.index, "nsubj")]
                fits = infinitives if child(self._parse, token.index, "dobj") or is_passive(self._parse, token.index) else inner
        if frame.complement_lemmas:
            fits = [t for t in fits if t.lemma in frame.complement_lemmas]
        return bool(fits)

    def _has_post(self, token: Token) -> bool:
        """Whether a title is in the clause other than in its participants' own names."""
        return any(
            self._document.title_at[t.index] >= 0
            for t in children(self._parse, token.index, ("oprd", "attr", "xcomp", "ccomp", "dobj"))
        ) or any(self._document.title_at[obj.index] >= 0 for prep, obj in prepositions(self._parse, token.index) if prep.lower in {"as", "to"})

    # ---- nouns and adjectives

    def _match_noun(self, token: Token, indexed: Indexed) -> _Match | None:
        frame = indexed.frame
        modifiers = children(self._parse, token.index, ("compound", "amod", "nmod"))
        if any(m.lower in frame.not_compounds or m.lemma in frame.not_compounds for m in modifiers):
            return None
        if any(t.lemma in frame.not_head_of for t in ancestors(self._parse, token.index) if t.index == token.head and token.dep == "compound"):
            return None
        parties = [(m, frame.subject) for i in self._noun_subjects(token) for m in self._arguments.parties(i)]
        for modifier in modifiers:
            mention = self._arguments.mention(modifier.index)
            joined = [mention, *(self._arguments.mention(i) for i in self._hyphened(modifier))]
            parties += [(m, frame.subject) for m in joined if m is not None and m.kind in {Kind.STATE, Kind.ORGANISATION}]
            parties += [(m, frame.subject) for i in conjuncts(self._parse, modifier.index)[1:] if (m := self._arguments.mention(i)) and m.kind in {Kind.STATE, Kind.ORGANISATION}]
        more, place = self._from_prepositions([token.index], indexed, token.index)
        parties += more + self._from_participles(token, indexed)
        place = place or self._place_below(token.index)
        candidate = Candidate(token.index, False, tuple(self._noun_subjects(token)), (), _distinct(parties), place)
        if not self._conditions.hold(list(frame.require), candidate) or not self._enough(candidate, indexed):
            return None
        return _Match(indexed, candidate, frozenset(), False)

    def _hyphened(self, modifier: Token) -> list[int]:
        """Both parts of "Armenia-Azerbaijan"."""
        return [t.index for t in children(self._parse, modifier.index, ("compound", "nmod", "amod"))]

    def _noun_subjects(self, token: Token) -> list[int]:
        """The possessor, or the subject of a light verb over the noun ("paid a visit")."""
        owner = child(self._parse, token.index, "poss")
        if owner is not None:
            return conjuncts(self._parse, owner.index)
        governor = self._parse.tokens[token.head]
        if governor.lemma in self._light and token.dep in {"dobj", "nsubjpass"}:
            return self._arguments.subjects(governor.index)
        if token.dep == "pobj" and governor.lower in {"on", "during", "in"} and governor.dep == "prep":
            verb = self._parse.tokens[governor.head]
            return self._arguments.subjects(verb.index) if verb.pos == "VERB" and token.lemma in {"visit", "trip", "tour"} else []
        return []

    def _from_participles(self, token: Token, indexed: Indexed) -> list[tuple[Mention, str]]:
        """Agents of participles and relative clauses on the noun: "talks mediated by Norway, hosted by Oman"."""
        found: list[tuple[Mention, str]] = []
        for participle in children(self._parse, token.index, ("acl", "relcl")):
            part = self._agent_parts.get(participle.lemma)
            if part and is_passive(self._parse, participle.index):
                for index in self._arguments.subjects(participle.index):
                    found += [(m, part) for m in self._arguments.parties(index)]
                    found += [(m, part) for prep, obj in prepositions(self._parse, index) if prep.lower == "through" for m in self._arguments.parties(obj.index)]
        return found

    def _match_adjective(self, token: Token, indexed: Indexed) -> _Match | None:
        verb = self._parse.tokens[token.head]
        if token.dep not in {"acomp", "conj"} or verb.pos not in {"AUX", "VERB"} or not children(self._parse, token.index, ("xcomp", "ccomp")):
            return None
        subjects = tuple(self._arguments.subjects(verb.index))
        parties = _distinct([(m, indexed.frame.subject) for i in subjects for m in self._arguments.parties(i)])
        candidate = Candidate(token.index, True, subjects, (), parties, None)
        if not self._conditions.hold(list(indexed.frame.require), candidate) or not self._enough(candidate, indexed):
            return None
        return _Match(indexed, candidate, frozenset(), False)

    # ---- shared

    def _owners(self, index: int) -> list[Mention]:
        """The possessor or state adjective of an object: "rejected North Korea's demand"."""
        found = []
        for modifier in children(self._parse, index, ("poss", "amod", "compound", "nmod")):
            mention = self._arguments.mention(modifier.index)
            if mention and mention.kind in {Kind.STATE, Kind.ORGANISATION, Kind.PERSON} and mention.form is not Form.PRONOUN:
                found.append(mention)
        return found

    def _from_prepositions(self, anchors: list[int], indexed: Indexed, trigger: int) -> tuple[list[tuple[Mention, str]], Mention | None]:
        parties: list[tuple[Mention, str]] = []
        place: Mention | None = None
        for anchor in anchors:
            for preposition, obj in prepositions(self._parse, anchor):
                word = preposition.lower
                part = indexed.frame.parts.get(word)
                if preposition.dep == "agent" and part is None:
                    continue
                if part == "place" or (part is None and word in _LOCATIVE):
                    place = place or self._arguments.place(obj.index)
                if part in _PARTIES:
                    mentions = [m for i in conjuncts(self._parse, obj.index) for m in self._arguments.parties(i)]
                    if not mentions and word in {"in", "on", "at", "into", "near", "against"} and (found := self._arguments.place(obj.index)):
                        mentions = [found] if found.kind is Kind.STATE else []
                        place = place or found
                    parties += [(m, str(part)) for m in mentions]
                elif part == "place" and place and place.kind is Kind.STATE and indexed.frame.type == "visit":
                    parties.append((place, "target"))
        return parties, place

    def _enough(self, candidate: Candidate, indexed: Indexed) -> bool:
        named = indexed.frame.type == "conflict" and self._label(self._parse.tokens[candidate.trigger]) is not None
        return named or len(candidate.parties) >= indexed.frame.least

    def _claim(self, match: _Match, sentence: Sentence) -> EventClaim:
        frame, candidate = match.indexed.frame, match.candidate
        token = self._parse.tokens[candidate.trigger]
        modality = self._factuality.modality(candidate.trigger)
        if "negated" in frame.require and modality is Modality.DENIED:
            modality = Modality.HAPPENED
        time = self._time(candidate.trigger, match.consumed, sentence, modality)
        published = self._document.article.published
        if time and published and modality is Modality.HAPPENED and time.value > published.isoformat():
            modality = Modality.PLANNED
        speaker = self._factuality.speaker(candidate.trigger)
        place = candidate.place or self._place_around(candidate.trigger)
        participants = tuple(Participant(m.index, part) for m, part in candidate.parties)
        evidence = Evidence(sentence.index, token.begin, token.end, frame.id, self._confidence(candidate, modality))
        return EventClaim(frame.type, frame.plover, participants, time, None if place is None else place.index, modality,
                          None if speaker is None else speaker.index, frame.least, candidate.trigger, evidence,
                          self._label(token) if frame.type == "conflict" else None)  # fmt: skip

    def _label(self, token: Token) -> str | None:
        """The proper name of a named conflict: "Nagorno-Karabakh conflict"."""
        first = token.index
        while first > 0 and self._parse.tokens[first - 1].head == token.index and self._parse.tokens[first - 1].dep in {"compound", "amod"} \
                and (self._parse.tokens[first - 1].text[0].isupper()):  # fmt: skip
            first -= 1
            while first > 1 and self._parse.tokens[first - 1].text == "-":
                first -= 2
        return self._parse.text[self._parse.tokens[first].begin : token.end] if first < token.index else None

    def _place_below(self, noun: int) -> Mention | None:
        """The first place anywhere in a noun phrase: "a summit planned for June in Lima"."""
        for index in sorted(descendants(self._parse, noun)):
            token = self._parse.tokens[index]
            if token.dep == "prep" and token.lower in _LOCATIVE:
                for obj in children(self._parse, index, ("pobj",)):
                    if place := self._arguments.place(obj.index):
                        return place
        return None

    def _place_around(self, trigger: int) -> Mention | None:
        """A place in the clause of the governing verb: "signed an accord after talks in Algiers"."""
        for governor in [self._parse.tokens[trigger], *ancestors(self._parse, trigger)]:
            for preposition, obj in prepositions(self._parse, governor.index):
                if preposition.lower in _LOCATIVE and preposition.dep == "prep" and (place := self._arguments.place(obj.index)):
                    return place
            if governor.pos == "VERB":
                break
        return None

    def _time(self, trigger: int, consumed: frozenset[int], sentence: Sentence, modality: Modality) -> Time | None:
        """The time attached nearest to the trigger: below it, below its object, then below the verbs above it."""
        future = modality in {Modality.PLANNED, Modality.POSSIBLE}
        times = times_in(self._parse, sentence, self._document.article.published, future)
        if not times:
            return None
        token = self._parse.tokens[trigger]
        if token.dep in {"relcl", "advcl"} and (above := [time for time in times if time.first <= token.head < time.last]):
            return above[0]  # "in 1988, when Armenia made …"
        if token.dep == "ccomp" and token.head > trigger:
            between = [time for time in times if trigger < time.first and time.last <= token.head]
            if between:
                return between[0]  # "… on Tuesday, state media reported"
        for anchor in self._time_anchors(trigger, consumed):
            inside = set(descendants(self._parse, anchor)) if self._parse.tokens[anchor].pos in {"NOUN", "PROPN"} else set(self._arguments.clause_tokens(anchor))
            found = [time for time in times if any(i in inside for i in range(time.first, time.last))]
            if found:
                return found[0]
        return None

    def _time_anchors(self, trigger: int, consumed: frozenset[int]) -> Iterator[int]:
        """The trigger, its object, and the verbs above that share its clause."""
        yield trigger
        yield from sorted(consumed)
        token = self._parse.tokens[trigger]
        if token.dep == "advcl" and token.tag == "VBG" and child(self._parse, trigger, "nsubj") is None:
            yield token.head  # "began an exercise on Tuesday, drawing a protest"
            return
        while token.dep in _SHARED_TIME and token.head != token.index:
            token = self._parse.tokens[token.head]
            if token.pos in {"VERB", "AUX"}:
                yield token.index
            if token.pos in {"VERB", "AUX"} and self._parse.tokens[trigger].pos == "NOUN":
                return

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


def _distinct(parties: list[tuple[Mention, str]]) -> tuple[tuple[Mention, str], ...]:
    seen: dict[int, tuple[Mention, str]] = {}
    for mention, part in parties:
        if part in _PARTIES:
            seen.setdefault(mention.index, (mention, part))
    return tuple(seen.values())
