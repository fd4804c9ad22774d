"""Posts by somebody else's post: "his Turkish counterpart", "her predecessor", "appointed B to replace A"."""

from collections.abc import Iterator

from kg.extract.claims import Evidence, RoleClaim
from kg.extract.role_patterns import PROPOSING, RolePatterns
from kg.language import Form, Kind, Mention, Title, Token
from kg.language.syntax import ancestors, children, conjuncts, is_negated, is_passive, prepositions

_BY_ANOTHER = {"counterpart": "current", "predecessor": "former", "successor": "current"}
"""Nouns for who has the same post as somebody else, with the status that they say."""
_AT_THE_TOP = {"head", "helm", "top"}
"""Where one replaces another in a post that is told in other words than the other's title."""


class RolesByAnother(RolePatterns):
    """Roles that the post of another person tells of."""

    def find(self) -> Iterator[RoleClaim]:
        yield from self._counterparts()
        yield from self._successors()
        yield from self._put_in_place()

    def _counterparts(self) -> Iterator[RoleClaim]:
        """ "his Turkish counterpart, Ali Demir": the post of "his", of the other state; "his predecessor, Jan Novak"."""
        for token in self._tokens:
            status = _BY_ANOTHER.get(token.lemma)
            if status is None:
                continue
            like = next(
                (m for t in children(self._parse, token.index, ("poss",)) if (m := self._arguments.mention(t.index))),
                None,
            )
            state = next(
                (
                    m
                    for t in children(self._parse, token.index, ("amod", "compound", "nmod"))
                    if (m := self._arguments.mention(t.index)) and m.kind is Kind.STATE
                ),
                None,
            )
            if token.lemma == "counterpart":
                like = self._joined_before(token) or like or self._subject_above(token)
            person = self._person_behind(token)
            if token.lemma == "counterpart" and like and person and not state:
                yield from self._counterparts_of(token, like, person)
            if not like or not person or (token.lemma == "counterpart" and not state):
                continue
            if token.lemma != "counterpart":
                like = self._appointed_before(token) or like
            evidence = Evidence(token.sentence, token.begin, token.end, f"role.{token.lemma}", 0.85)
            if token.lemma == "counterpart" and state:
                yield RoleClaim(person.index, "", "state", state.index, state.state, status, evidence, like=like.index)
            else:
                yield RoleClaim(person.index, "", "any", None, None, status, evidence, like=like.index)

    def _person_behind(self, token: Token) -> Mention | None:
        """ "His counterpart, President Ana Reyes": whoever is named next, a comma and titles apart."""
        begin = token.index + 1
        if begin < len(self._tokens) and self._tokens[begin].text == ",":
            begin += 1
            if token.dep == "pobj" and self._speaks_behind(begin):
                return None  # "met his Chinese counterpart, minister Ali Demir said"
        title = next((t for t in self._document.titles if t.first == begin), None)
        near = range(begin, min(begin + 1 if title is None else title.last + 1, len(self._tokens)))
        return next((self._person_at[i] for i in near if i in self._person_at), None)

    def _speaks_behind(self, begin: int) -> bool:
        """Whether who is named behind a comma is the subject of the sentence's own verb."""
        sentence = self._parse.sentences[self._tokens[begin].sentence]
        behind = self._tokens[begin : sentence.last]
        subject = next((t for t in behind if t.pos == "PROPN" and t.dep not in {"compound", "nmod"}), None)
        return subject is not None and subject.dep == "nsubj" and self._tokens[subject.head].dep == "ROOT"

    def _counterparts_of(self, token: Token, like: Mention, person: Mention) -> Iterator[RoleClaim]:
        """ "His counterparts Ali Demir of Turkey and Jan Novak of Poland"."""
        people = conjuncts(self._parse, person.head) if token.tag == "NNS" else [person.head]
        for named in (self._person_at.get(i) or self._arguments.mention(i) for i in people):
            if named is None or named.last + 1 >= len(self._tokens) or self._tokens[named.last].lower != "of":
                continue
            state = self._arguments.mention(named.last + 1)
            if state is not None and state.kind is Kind.STATE and named.kind is Kind.PERSON:
                evidence = Evidence(token.sentence, token.begin, token.end, "role.counterpart", 0.85)
                yield RoleClaim(
                    named.index, "", "state", state.index, state.state, "current", evidence, like=like.index
                )

    def _joined_before(self, counterpart: Token) -> Mention | None:
        """ "Talks between Ali Demir and his counterpart": whoever stands before the "and"."""
        words = self._tokens
        at = next((t.index for t in children(self._parse, counterpart.index, ("poss",)) if t.tag == "PRP$"), 0)
        return self._person_at.get(at - 2) if at > 1 and words[at - 1].lower == "and" else None

    def _subject_above(self, counterpart: Token) -> Mention | None:
        """ "Ali Demir spoke beside Kenyan counterpart Jan Novak": whose counterpart it is without "his"."""
        verb = next((t for t in ancestors(self._parse, counterpart.index) if t.pos == "VERB"), None)
        subjects = [] if verb is None else self._arguments.surface_subjects(verb.index)
        people = [p for i in subjects if i < counterpart.index for p in self._people_of(i)]
        return people[0] if len(people) == 1 else None

    def _appointed_before(self, token: Token) -> Mention | None:
        """Who was given a post earlier in the sentence, and so has a predecessor: "appointed B …, after his …"."""
        first = self._parse.sentences[token.sentence].first
        verbs = [
            t for t in self._tokens[first : token.index] if t.lemma in self._words.appointing_verbs and t.pos == "VERB"
        ]
        people = [p for verb in verbs for p in self._appointees(verb)]
        return next((p for p in people if p.last <= token.index), None)

    def _successors(self) -> Iterator[RoleClaim]:
        """ "appointed B to replace him", "B will succeed A": B is designate of A's post."""
        for token in self._tokens:
            if token.lemma not in self._words.replacing_verbs or token.pos != "VERB":
                continue
            replaced = [p for i in self._arguments.objects(token.index) for p in self._people_of(i)]
            governor = self._tokens[token.head]
            appointed = governor.lemma in self._words.appointing_verbs and token.dep in {"xcomp", "advcl", "ccomp"}
            people = [
                p
                for i in (
                    self._arguments.objects(governor.index) if appointed else self._arguments.subjects(token.index)
                )
                for p in self._people_of(i)
            ]
            behind = self._named_behind(token)
            if behind is not None:
                people = [p for i in behind for p in self._people_of(i)]
            if (chosen := self._chosen_before(token)) is not None:
                people, appointed = [chosen], True
            status = "designate" if appointed or self._is_future(token) else "current"
            phrases = prepositions(self._parse, token.index)
            elsewhere = any(obj.lemma in _AT_THE_TOP for link, obj in phrases if link.lower == "at")
            above = bool(people and replaced and self._is_above(people[0], replaced[0]))
            yield from self._given_up(token, people, replaced, by_subject=not (behind or elsewhere or above))
            if not appointed and not elsewhere and (behind or above or not people):
                yield from self._put_out(token, replaced)
            told = elsewhere or self._title_behind(token) is not None or self._appointed_above(token) is not None
            for person in people[:1]:
                for like in replaced[:1]:
                    apart = told or above or self._has_moved(like)
                    if like.index != person.index and not apart:
                        yield self._like(token, person, like, status)

    def _put_in_place(self) -> Iterator[RoleClaim]:
        """ "Appointed B in his place", "naming B as her successor"."""
        for token in self._tokens:
            link = self._tokens[token.head]
            verb = self._tokens[link.head]
            if token.lemma not in self._words.replacing_nouns or token.dep != "pobj" or link.lower not in {"as", "in"}:
                continue
            if verb.lemma not in self._words.appointing_verbs or verb.pos != "VERB":
                continue
            owners = [
                m for t in children(self._parse, token.index, ("poss",)) if (m := self._arguments.mention(t.index))
            ]
            done_to = is_passive(self._parse, verb.index)
            given = (self._arguments.subjects if done_to else self._arguments.objects)(verb.index)
            people = [p for i in given for p in self._people_of(i)]
            for person, like in zip(people[:1], owners[:1], strict=False):
                yield self._like(token, person, like, "designate")

    def _put_out(self, verb: Token, replaced: list[Mention]) -> Iterator[RoleClaim]:
        """Of "the president has replaced Finance Minister Ken Mensah (with Jan Novak)" Ken Mensah, whoever follows him;
        not of "will be replaced", "replaced him at the talks"."""
        left_out = any(link.lower == "at" for link, _ in prepositions(self._parse, verb.index))
        helped = any(t.tag in {"MD", "TO"} for t in children(self._parse, verb.index, ("aux",)))
        done = verb.tag in {"VBD", "VBN"} and not helped and not is_negated(self._parse, verb.index)
        if done and not left_out:
            for holder in replaced[:1]:
                yield self._like(verb, holder, holder, "former")

    def _named_behind(self, verb: Token) -> list[int] | None:
        """Of "the prime minister replaced the finance minister with Ana Quispe" Ana Quispe, whom he put in his place; of
        "replaced Jan Novak with him" him, of "replaced him with his deputy" nobody. None where nobody is put there."""
        anchors = (verb.index, *self._arguments.objects(verb.index))
        behind = [obj for i in anchors for link, obj in prepositions(self._parse, i) if link.lower == "with"]
        titled = [obj for obj in behind if self._is_somebody(obj)]
        behind += [t for obj in titled for t in children(self._parse, obj.index, ("appos",))]
        found = [o.index for o in behind if o.pos == "PROPN" or (o.pos == "PRON" and self._people_of(o.index))]
        return found if found or titled else None

    def _is_somebody(self, noun: Token) -> bool:
        """ "(With) his deputy", "his predecessor", "a colonel"; not "(with) effect from Monday"."""
        one = any(t.lower in {"a", "an"} for t in children(self._parse, noun.index, ("det",)))
        return one or noun.lemma in _BY_ANOTHER or self._document.title_at[noun.index] >= 0

    def _chosen_before(self, infinitive: Token) -> Mention | None:
        """Of "his selection of Howard Baker to replace Donald Regan" Baker, whatever verb the parser hangs it on."""
        name_end = infinitive.index - 2
        if name_end < 0 or self._tokens[name_end + 1].lower != "to" or name_end not in self._person_at:
            return None
        chosen = self._person_at[name_end]
        first = self._parse.sentences[infinitive.sentence].first
        nouns = {t.lemma for t in self._tokens[first : chosen.first]}
        return chosen if nouns.intersection(self._words.choosing_nouns) else None

    def _given_up(
        self, token: Token, people: list[Mention], replaced: list[Mention], by_subject: bool
    ) -> Iterator[RoleClaim]:
        """The post that both have had: "A succeeds B as head of the junta", "appointed A as minister, replacing B"."""
        title, appointed = self._title_behind(token), self._appointed_above(token)
        above = self._tokens[token.head]
        chosen = token.dep in {"xcomp", "advcl"} and above.lemma in self._words.appointing_verbs
        infinitive = any(t.lower == "to" for t in children(self._parse, token.index, ("aux",)))
        to_come = is_passive(self._parse, token.index) and (infinitive or self._is_future(token))
        to_come |= infinitive and above.lemma in PROPOSING  # "was nominated to replace Jan Novak as minister"
        if title is not None:
            status = "designate" if chosen or self._is_future(token) else None
            for person in people[:1]:
                yield self._claim(person, title, "role.successor", 0.8, status, token)
            for like in replaced[:1]:  # who is "to be replaced" holds it still
                yield self._claim(like, title, "role.successor", 0.8, "current" if to_come else "former", token)
        elif appointed is not None:
            for like in replaced[:1]:
                yield self._like(token, like, appointed, "former")
        elif by_subject and not to_come and not self._is_future(token) and token.tag != "VB":
            subjects = (self._arguments.mention(i) for i in self._arguments.subjects(token.index))
            for holder in [m for m in subjects if m is not None and m.kind is Kind.PERSON][:1]:
                for like in replaced[:1]:
                    yield self._like(token, like, holder, "former")

    def _has_moved(self, replaced: Mention) -> bool:
        """ "Replaced Jan Novak, who is now minister of trade", "who was named head of the bank", whose new post is not the
        one that another took over."""
        clauses = children(self._parse, replaced.head, ("relcl",))
        named = any(c.lemma in self._words.appointing_verbs and is_passive(self._parse, c.index) for c in clauses)
        return named or any(
            t.lower == "now" for clause in clauses for t in children(self._parse, clause.index, ("advmod",))
        )

    def _is_above(self, person: Mention, replaced: Mention) -> bool:
        """ "The president will replace the prime minister": by another, where both are told by different posts; where the
        other is told by name, "President Demir replaced Finance Minister Novak", only whoever leads the state."""
        own, other = self._title_of(person), self._title_of(replaced)
        if own is None or other is None or own.text.lower() == other.text.lower():
            return False
        leading = self._words.leading
        leads = own.text.lower() in leading and other.text.lower() not in leading
        return leads or (replaced.title is not None and replaced.form is Form.NOMINAL)

    def _title_of(self, person: Mention) -> Title | None:
        titles = self._document.titles
        if person.title is not None and person.form is Form.NOMINAL:
            return titles[person.title]
        return next((t for t in titles if t.last in {person.first, person.first - 1}), None)

    def _like(self, token: Token, person: Mention, like: Mention, status: str) -> RoleClaim:
        """The post of another: ``person`` has had it or has it, ``like`` is who is known to have it."""
        evidence = Evidence(token.sentence, token.begin, token.end, "role.successor", 0.8)
        return RoleClaim(person.index, "", "any", None, None, status, evidence, like=like.index)

    def _title_behind(self, token: Token) -> Title | None:
        anchors = (token.index, *(t.index for t in children(self._parse, token.index, ("dobj",))))
        phrases = (phrase for i in anchors for phrase in prepositions(self._parse, i))
        behind = [obj.index for prep, obj in phrases if prep.lower == "as"]
        return next((title for index in behind for title in self._joined_titles(index)), None)

    def _appointed_above(self, token: Token) -> Mention | None:
        """Who is appointed by the verb that "replacing …" hangs on."""
        governor = self._tokens[token.head]
        if token.tag != "VBG" or token.dep != "advcl" or governor.lemma not in self._words.appointing_verbs:
            return None
        return next(iter(self._appointees(governor)), None)
