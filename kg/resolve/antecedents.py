"""What a pronoun stands for: the mention before it that fits, by recency and grammatical role."""

from collections.abc import Mapping

from kg.extract.quoted import Quoted
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Title, Token
from kg.language.syntax import ancestors, children, conjuncts, descendants, prepositions
from kg.resolve import own_sentence, things
from kg.resolve.disjoint import Disjoint
from kg.resolve.genders import Genders
from kg.resolve.governments import OUGHT
from kg.resolve.plural_pronouns import PluralPronouns

_SUBJECTS, _WHO = ("nsubj", "nsubjpass"), {"WP", "WDT"}
_CENTRAL = {"ROOT", "parataxis"}
_FURTHEST = 3
"""How many sentences back a pronoun may look."""
_SHE = {"she", "her", "hers"}
_OWNING = {"his": "he", "her": "she"}
_REASONS = {"on", "for", "over", "of"}
_AFTER = {"after", "following"}


class Antecedents:
    """Antecedents in one document. ``of`` maps mentions to entities and ``members`` entities to mentions, both as far
    as they are known when they are asked."""

    def __init__(
        self,
        document: Document,
        of: Mapping[int, int],
        members: Mapping[int, list[Mention]],
        genders: Genders,
        knowledge: Knowledge,
    ) -> None:
        self._document, self._of, self._members = document, of, members
        self._genders, self._say = genders, knowledge.speech.say
        self.quoted = Quoted(document.parse, self._say)
        speech = knowledge.speech
        self._judging, self._punishing, self._backing = speech.judging, speech.punishing, speech.backing
        self._leaving = knowledge.frames.verbs_by_type["departure"]
        self._replacing = {*knowledge.titles.replacing_verbs, *knowledge.titles.replacing_nouns}
        self._papers, self._words = knowledge.speech.for_organisations, knowledge.speech.nominal.words
        self._accords = knowledge.frames.words["accord"] | knowledge.speech.nominal.means
        self._bodies = knowledge.groups.speaking_bodies
        self._plural = PluralPronouns(document, knowledge)
        self.organisation = self._plural.organisation
        self._asked: set[int] = set()
        self._disjoint = Disjoint(document, of, self.quoted, self._meant, knowledge.groups)

    def person(self, pronoun: Mention) -> Mention | None:
        """Whom "he" or "she" means."""
        left = own_sentence.followed(self._document, pronoun, self._of, self._leaving, self._replacing)
        if (continued := left or self._going_on(pronoun) or self._owning_subject(pronoun)) is not None:
            return continued
        if same := self._object_before(pronoun) or own_sentence.beside(self._document, pronoun, self._of):
            return same
        if own_sentence.follows_unnamed_speaker(self._document, pronoun, self._say, self._of):
            return None
        people = [
            m
            for m in self._document.mentions
            if m.kind is Kind.PERSON and m.index in self._of and m.form is not Form.PRONOUN
        ]
        fitting = [m for m in people if self._fits(pronoun, m)]
        upon = self._judged_by_verb(pronoun)
        if judged := [m for m in fitting if m.index in upon]:
            return judged[-1]
        women = [
            m
            for m in fitting
            if pronoun.name.lower() in _SHE and self._genders.is_woman(self._members[self._of[m.index]])
        ]  # "Ms Reyes" rather than somebody of whom nothing is told
        found = (
            self._subject_behind(pronoun, some) or self._owner_before(pronoun, some) or self._best(pronoun, some)
            for some in (women, fitting)
        )
        best = next(filter(None, found), None)
        return None if best is not None and self._is_of_nobody(pronoun, best) else best

    def _is_of_nobody(self, pronoun: Mention, best: Mention) -> bool:
        """ "The reception for the commander of the militia, when he visited Chad": one whom nobody names stands nearer, in
        its sentence, than whoever was told of in another."""
        tokens = self._document.parse.tokens
        here = tokens[pronoun.head].sentence
        told_here = tokens[best.head].sentence == here and best.form is not Form.NOMINAL
        clause = tokens[tokens[pronoun.head].head]
        if told_here or tokens[pronoun.head].dep not in _SUBJECTS or clause.dep != "advcl":
            return not told_here and own_sentence.goes_on_with_unnamed(self._document, pronoun)
        before = [m for m in self._document.mentions if m.begin < pronoun.begin and tokens[m.head].sentence == here]
        people = [m for m in before if m.kind is Kind.PERSON]
        unnamed = people[-1] if people else None
        return unnamed is not None and unnamed.title is not None and unnamed.index not in self._of

    def _object_before(self, pronoun: Mention) -> Mention | None:
        """Of "Ali said Ana dismissed Jan and replaced him" Jan, to whom both verbs do something."""
        parse = self._document.parse
        token = parse.tokens[pronoun.head]
        verb = parse.tokens[token.head]
        if token.dep != "dobj" or verb.dep != "conj" or children(parse, verb.index, _SUBJECTS):
            return None
        at = (self._document.mention_at[t.index] for t in children(parse, verb.head, ("dobj",)))
        named = (self._document.mentions[i] for i in at if i >= 0)
        people = (m for m in named if m.kind is Kind.PERSON and m.index in self._of)
        return next((m for m in people if self._fits(pronoun, m)), None)

    def _fits(self, pronoun: Mention, person: Mention) -> bool:
        return self._genders.fit(pronoun.name, self._members[self._of[person.index]])

    def _owner_before(self, pronoun: Mention, candidates: list[Mention]) -> Mention | None:
        """ "The spokesman said that during Wang's visit he will meet …": whose it is that opens the pronoun's clause."""
        parse = self._document.parse
        token = parse.tokens[pronoun.head]
        openings = (t for t in children(parse, token.head, ("prep",)) if t.index < token.index)
        inside = (i for t in openings for i in descendants(parse, t.index) if parse.tokens[i].dep == "poss")
        at = {self._document.mention_at[i] for i in inside} if token.dep in _SUBJECTS else set()
        return next((m for m in candidates if m.index in at), None)

    def _going_on(self, pronoun: Mention) -> Mention | None:
        """The "he" before who was the subject, of this sentence or of the one before, if nobody is named since: "He
        offered to go, but she refused, he said" (the centre continues; Grosz, Joshi and Weinstein 1995)."""
        parse, mentions = self._document.parse, self._document.mentions
        token = parse.tokens[pronoun.head]
        if token.dep not in _SUBJECTS or self.quoted.verb_at(pronoun.begin, pronoun.end) is not None:
            return None
        before = [
            m
            for m in mentions
            if m.begin < pronoun.begin
            and m.name.lower() == pronoun.name.lower()
            and m.index in self._of
            and token.sentence - parse.tokens[m.head].sentence <= 1
            and parse.tokens[m.head].dep in _SUBJECTS
            and self.quoted.verb_at(m.begin, m.end) is None
        ]
        if not before:
            return None
        here = [m for m in before if parse.tokens[m.head].sentence == token.sentence]
        central = [m for m in before if parse.tokens[parse.tokens[m.head].head].dep in _CENTRAL]
        if here:
            return here[0] if parse.tokens[here[0].head].head != token.head else None
        first = parse.sentences[token.sentence].first
        named = any(
            first <= m.first < pronoun.first and m.kind is Kind.PERSON and m.form is not Form.PRONOUN for m in mentions
        )
        return central[-1] if central and not named else None

    def _owning_subject(self, pronoun: Mention) -> Mention | None:
        """Of "he said his government was ready" the "he"."""
        parse, mentions = self._document.parse, self._document.mentions
        wanted = _OWNING.get(pronoun.name.lower())
        if wanted is None or parse.tokens[pronoun.head].dep != "poss":
            return None
        verbs = [t for t in ancestors(parse, pronoun.head) if t.pos in {"VERB", "AUX"}]
        if self._judged_by_verb(pronoun):
            return None  # "he congratulated him on his election"
        subjects = (i for verb in verbs for i in self._subjects(verb.index) if i < pronoun.head)
        at = (self._document.mention_at[i] for i in subjects if parse.tokens[i].lower == wanted)
        return next((mentions[i] for i in at if i >= 0 and mentions[i].index in self._of), None)

    def _subject_behind(self, pronoun: Mention, candidates: list[Mention]) -> Mention | None:
        """ "In his speech, Ali Demir said …", "Asked if he would come, Ali Demir said …": the subject of a sentence that
        opens with a phrase or clause of the pronoun's."""
        parse = self._document.parse
        token = parse.tokens[pronoun.head]
        governors = list(ancestors(parse, token.index))
        wanted = {"poss": {"prep", "advcl", "advmod"}, "nsubj": {"advcl"}, "nsubjpass": {"advcl"}}.get(token.dep, set())
        verb = next((g for g in governors if g.pos in {"VERB", "AUX"} and g.dep in {"ROOT", "ccomp"}), None)
        phrase = next((g for g in governors if verb is not None and g.head == verb.index and g.dep in wanted), None)
        first = parse.sentences[token.sentence].first
        opens = phrase is not None and min(descendants(parse, phrase.index)) == first
        if verb is None or not opens or any(first <= m.first < pronoun.first for m in candidates):
            return None  # "in Ana Soto's letter to her counterpart, …" it is hers
        subjects = self._subjects(verb.index)
        return next((m for m in candidates if m.head in subjects and m.first > pronoun.first), None)

    def unnamed(self, mention: Mention) -> Mention | None:
        """ "The Turkish foreign minister … the minister": one without a name, told of right before by a longer title."""
        document, parse = self._document, self._document.parse
        title = None if mention.title is None else document.titles[mention.title]
        if title is None or title.owner is not None or not title.definite:
            return None
        noun = parse.tokens[mention.head]
        if any(link.lower == "of" for link, _ in prepositions(parse, noun.index)):
            return None  # "the leader of the small state"
        before = (m for m in document.mentions if m.begin < mention.begin and m.index in self._of)
        titled = [m for m in before if m.form is Form.NOMINAL and m.title is not None]
        alike = [m for m in titled if document.titles[m.title or 0].text.lower().endswith(title.text.lower())]
        return next((m for m in reversed(alike) if noun.sentence - parse.tokens[m.head].sentence < _FURTHEST), None)

    def thing(self, pronoun: Mention) -> Mention | None:
        """The state or organisation that "it" means; of "Chad's envoy said Mali violated its airspace" Chad as well."""
        if (threatened := things.threatened(self._document, pronoun)) is not None:
            return threatened
        if (judged := self._judged_before(pronoun)) is not None:
            return judged
        issuer = things.issuer(self._document, pronoun, self._papers)
        if issuer and issuer.index in self._of:
            return issuer
        of_another = bool(self._disjoint.acting_against(pronoun))
        named = [
            m
            for m in self._document.mentions
            if m.kind in {Kind.STATE, Kind.ORGANISATION}
            and m.index in self._of
            and m.form not in {Form.ADJECTIVE, Form.DEMONYM, Form.PRONOUN}
            and (of_another or not m.inner)
        ]
        own = own_sentence.subject_pronoun(self._document, pronoun, self._of)
        own = own or own_sentence.owner_above(self._document, pronoun, self._of)
        if own is None and not of_another:
            own = own_sentence.owner_of_act(self._document, pronoun, self._of)
        if own is not None:
            return own
        elsewhere = (things.takes_up_object, things.is_expletive, things.is_of_other_subject, things.is_subject_above)
        others = any(is_other(self._document, pronoun) for is_other in elsewhere)
        others = others or things.is_of_unnamed_body(self._document, pronoun, self._bodies)
        if others or things.calls_for(self._document, pronoun, self._accords):
            return None
        behind = self._subject_behind(pronoun, named) if self._owns(pronoun) else None
        speaks = self.quoted.says(self._document.parse.tokens[pronoun.head])
        best = behind or self._best(pronoun, self._outside_quotation(pronoun, named) if speaks else named)
        return None if best is not None and speaks and not self._went_before(best, pronoun) else best

    def _outside_quotation(self, speaker: Mention, named: list[Mention]) -> list[Mention]:
        """'"… the Chad issue," it said': nobody of whom it says so."""
        verb = self._document.parse.tokens[speaker.head].head
        around = ((m, self.quoted.verb_at(m.begin, m.end)) for m in named)
        return [m for m, said in around if said is None or said.index != verb]

    def _went_before(self, mention: Mention, pronoun: Mention) -> bool:
        """Whether "it" that speaks goes on with somebody: the subject of the sentence before; it may be a report else."""
        parse = self._document.parse
        first, here = parse.tokens[mention.head].sentence, parse.tokens[pronoun.head].sentence
        between = [t for t in parse.tokens if first < t.sentence < here and t.dep in _SUBJECTS]
        acts = [t for t in between if parse.tokens[t.head].dep == "ROOT"]
        told = {t.sentence for t in acts if t.lower == "it"}
        above = mention.index in self._embedding_subjects(pronoun)  # "Chad, which said it recalled its envoy"
        return above or (self.is_subject(mention) and len(told) == max(0, here - first - 1))

    def _owns(self, pronoun: Mention) -> bool:
        return self._document.parse.tokens[pronoun.head].dep == "poss"

    def _judged_before(self, pronoun: Mention) -> Mention | None:
        """Of "condemned Chad, saying it should withdraw" Chad, not who speaks."""
        parse = self._document.parse
        auxiliaries = {t.lower for t in children(parse, parse.tokens[pronoun.head].head, ("aux",))}
        if auxiliaries.isdisjoint(OUGHT):
            return None
        named = (
            self._document.mentions[at]
            for i in self._plural.acted_upon(pronoun)
            if (at := self._document.mention_at[i]) >= 0
        )
        return next((m for m in named if m.kind is Kind.STATE and m.index in self._of), None)

    def _best(self, pronoun: Mention, candidates: list[Mention]) -> Mention | None:
        """Among mentions before the pronoun: the first subject of its sentence, else of the nearest one before."""
        parse = self._document.parse
        here = parse.tokens[pronoun.head].sentence
        paragraph = parse.sentences[here].paragraph
        barred = self._disjoint.from_pronoun(pronoun)
        above = self._embedding_subjects(pronoun)
        said = self.quoted.verb_at(pronoun.begin, pronoun.end)
        quoting = None if said is None else said.index
        scored = []
        for candidate in candidates:
            token = parse.tokens[candidate.head]
            distance = here - token.sentence
            if candidate.first >= pronoun.first or distance > _FURTHEST or self._of[candidate.index] in barred:
                continue
            told = self.quoted.verb_at(
                candidate.begin, candidate.end
            )  # "…, as Ali Demir said," Jan Novak said. He added …
            subject = self.is_subject(candidate) and (told is None or told.index == quoting)
            far = parse.sentences[token.sentence].paragraph < paragraph - 1
            scored.append(
                (
                    -distance - (2 if far else 0),
                    candidate.index in above,
                    subject,
                    subject and self._goes_on_speaking(pronoun, candidate),
                    -candidate.index if subject else candidate.index - len(candidates) * 10,
                    candidate,
                )
            )
        return max(scored, key=lambda item: item[:5])[5] if scored else None

    def _goes_on_speaking(self, pronoun: Mention, speaker: Mention) -> bool:
        """ "The men whom Ali Demir sent have left, Jan Novak said. He added …": Novak, in whose words Demir is."""
        verbs = [self._document.parse.tokens[self._document.parse.tokens[m.head].head] for m in (pronoun, speaker)]
        goes_on = [
            t.lemma in self._say
            or any(x.lemma in self._say for x in children(self._document.parse, t.index, ("xcomp",)))
            for t in verbs
        ]
        return all(goes_on) and verbs[1].dep == "ROOT"

    def _embedding_subjects(self, pronoun: Mention) -> set[int]:
        """Who the subject of the nearest clause around the pronoun's own is, or whose: "A said that Chad's aim was clear when
        it …"."""
        parse = self._document.parse
        if told := own_sentence.charged(self._document, pronoun):
            return told
        own = next((g for g in ancestors(parse, pronoun.head) if g.pos in {"VERB", "AUX"}), None)
        if own is not None and self._owns(pronoun):
            beside = self._judged_person(own, pronoun) or own_sentence.right_before(self._document, pronoun)
            if beside := beside or self._subjects_beside(own, pronoun):
                return beside
        if own is None or not self._is_in_subject_of(own, pronoun) or own.dep not in {"ccomp", "advcl", "relcl"}:
            return set()
        for governor in (g for g in ancestors(parse, own.index) if g.pos in {"VERB", "AUX"}):
            whose = governor.head if governor.dep == "relcl" else None  # "Hun Sen, who said he would go"
            subjects = [
                i if whose is None or parse.tokens[i].tag not in _WHO else whose for i in self._subjects(governor.index)
            ]
            if pronoun.kind is Kind.ORGANISATION:
                subjects += [t.index for i in subjects for t in children(parse, i, ("poss",))]
            found = {at for i in subjects if (at := self._document.mention_at[i]) >= 0}
            if found or (found := own_sentence.acted_against(self._document, governor, own)):
                return found
        return set()

    def _is_in_subject_of(self, verb: Token, pronoun: Mention) -> bool:
        """ "It attacked", "its forces attacked"."""
        parse = self._document.parse
        subjects = self._subjects(verb.index)
        return any(pronoun.head == i or parse.tokens[pronoun.head].head == i for i in subjects)

    def _judged_by_verb(self, pronoun: Mention) -> set[int]:
        """Whom the verb above a "his" judges: "congratulated him on his election"."""
        parse = self._document.parse
        verb = next((t for t in ancestors(parse, pronoun.head) if t.pos in {"VERB", "AUX"}), None)
        return self._judged_person(verb, pronoun) if verb is not None and self._owns(pronoun) else set()

    def _judged_person(self, verb: Token, pronoun: Mention) -> set[int]:
        """Of "congratulated Ana Soto on her appointment" Soto, of "backed Chad in its war" Chad."""
        parse = self._document.parse
        link = parse.tokens[pronoun.first - 1]
        aside = parse.tokens[link.head].dep == "pobj"  # "blamed Chad for the raid on its embassy"
        reason = link.lower in _REASONS or (
            verb.lemma in self._punishing and link.lower in _AFTER and link.dep == "prep"
        )
        judged = verb.lemma in self._judging and reason and not aside
        if not judged and not (verb.lemma in self._backing and link.lower == "in"):
            return set()
        objects = (t.index for t in parse.children[verb.index] if t.dep == "dobj" and t.index < pronoun.first)
        named = {at for i in objects if (at := self._document.mention_at[i]) >= 0}
        # of "congratulated him on his election" whoever "him" is
        entities = {self._of[at] for at in named if at in self._of}
        return named | {m.index for m in self._document.mentions if self._of.get(m.index) in entities}

    def _subjects_beside(self, verb: Token, pronoun: Mention) -> set[int]:
        """Of "Ali said Jan had told them on his visit" Jan, the subject of the clause that "his" is in."""
        parse = self._document.parse
        subjects = self._subjects(verb.index)
        before = [i for i in subjects if pronoun.head not in descendants(parse, i) and i < pronoun.head]
        if verb.dep == "relcl":  # "met Jan, who submitted his resignation"
            before = [verb.head if parse.tokens[i].tag in _WHO else i for i in before]
        found = {at for i in before if (at := self._document.mention_at[i]) >= 0}
        named = ((at, self._document.mentions[at]) for at in found)
        return {at for at, m in named if m.form in {Form.NAME, Form.METONYM} or m.kind is Kind.STATE}

    def _meant(self, speaker: Mention) -> int | None:
        """Of '"He should go," she said' the entity of "she", who comes behind and is not known yet."""
        pronoun = speaker.form is Form.PRONOUN and speaker.kind is Kind.PERSON
        if not pronoun or speaker.index in self._asked:
            return None  # who speaks in what "he" says is asked once, though it be "he" again
        self._asked.add(speaker.index)
        found = self.person(speaker)
        self._asked.remove(speaker.index)
        return None if found is None else self._of.get(found.index)

    def is_subject(self, mention: Mention) -> bool:
        token = self._document.parse.tokens[mention.head]
        if token.dep in _SUBJECTS:
            return mention.kind is not Kind.PERSON or not self._has_joined_person(mention)
        if any(self._document.parse.tokens[t.head].dep in _SUBJECTS for t in self._titles_of(mention)):
            return True  # "the President of Chad Ali Demir", whom the parser takes for the object of "of"
        head = self._document.parse.tokens[token.head]
        if token.dep == "conj" and head.dep in _SUBJECTS and self._document.title_at[head.index] >= 0:
            return mention.form is Form.NAME  # "Deputy Prime Minister and Foreign Minister Ali Demir"
        if token.dep == "pobj" and head.lower == "from":  # "a statement from Ali Demir"
            words = self._document.parse.tokens[head.head]
            return words.dep in _SUBJECTS and words.lemma in self._words
        return token.dep == "appos" and self._document.parse.tokens[token.head].dep in _SUBJECTS

    def _titles_of(self, mention: Mention) -> list[Title]:
        of_person = mention.kind is Kind.PERSON and mention.form is Form.NAME
        return [t for t in self._document.titles if of_person and t.last == mention.first]

    def _has_joined_person(self, mention: Mention) -> bool:
        """Neither of "Ali and Jan met …" is the "he" of what follows more than anybody else."""
        parse = self._document.parse
        joined = (self._document.mention_at[i] for i in conjuncts(parse, mention.head)[1:])
        return any(at >= 0 and self._document.mentions[at].kind is Kind.PERSON for at in joined)

    def _subjects(self, verb: int) -> list[int]:
        return [t.index for t in children(self._document.parse, verb, _SUBJECTS)]
