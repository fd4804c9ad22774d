"""Posts by verbs and by somebody else's post: "was appointed …", "who heads …", "his Turkish counterpart"."""

from collections.abc import Iterator

from kg.extract.claims import Evidence, RoleClaim
from kg.extract.clauses import is_first_to_act
from kg.extract.role_patterns import RolePatterns
from kg.language import Form, Kind, Mention, Title, Token
from kg.language.syntax import ancestors, child, children, conjuncts, is_negated, is_passive, prepositions, takes_office

_BY_ANOTHER = {"counterpart": "current", "predecessor": "former", "successor": "current"}
"""Nouns for who has the same post as somebody else, with the status that they say."""
_AT_THE_TOP = {"head", "helm", "top"}
"""Where one replaces another in a post that is told in other words than the other's title."""
_WHEN = {"when", "once", "until", "before"}
_BECOMING = {"be", "become", "remain"}
_PROPOSING = {"nominate", "designate", "propose"}


class VerbRoles(RolePatterns):
    """Roles that a verb or the post of another person tells of."""

    def find(self) -> Iterator[RoleClaim]:
        yield from self._by_verbs()
        yield from self._counterparts()
        yield from self._successors()

    def _by_verbs(self) -> Iterator[RoleClaim]:
        for token in self._tokens:
            if token.pos not in {"VERB", "AUX"} or is_negated(self._parse, token.index):
                continue
            if token.lemma in _BECOMING:
                yield from self._attributes(token)
            elif token.lemma in self._words.serving_verbs:
                yield from self._served(token)
            elif token.lemma in self._words.appointing_verbs:
                yield from self._appointed(token)
            elif takes_office(self._parse, token.index, self._words.assuming_verbs):
                yield from self._assumed(token)
            elif token.lemma in self._words.leaving_verbs:
                yield from self._left(token)
            elif token.lemma in self._words.holding_verbs and child(self._parse, token.index, "xcomp") is None:
                yield from self._held(token)

    def _attributes(self, token: Token) -> Iterator[RoleClaim]:
        """ "X is / became the head of …"."""
        modals = {t.lower for t in children(self._parse, token.index, ("aux",)) if t.tag == "MD"}
        if modals - {"will", "'ll"}:
            return  # "he would be a good president"
        for attribute in children(self._parse, token.index, ("attr",)):
            acted = is_first_to_act(self._parse, attribute, self._firsts)
            for title in self._joined_titles(attribute.index):
                if acted and (title.owner is None or title.text.lower() == "leader"):
                    continue  # "became the first head of government to visit Libya", "the first Greek leader to …"
                for person in self._holders(token.index):
                    status = (
                        "former"
                        if token.lemma == "be" and token.tag == "VBD" and title.status == "current"
                        else title.status
                    )
                    if modals:
                        status = "designate"
                    yield self._claim(person, title, f"role.{token.lemma}", 0.85, status, token)

    def _served(self, token: Token) -> Iterator[RoleClaim]:
        """ "X served as deputy governor of the central bank from 2009 to 2014 and as ambassador"."""
        heads = [obj.index for prep, obj in prepositions(self._parse, token.index) if prep.lower == "as"]
        heads += [
            obj.index
            for prep in children(self._parse, token.index, ("prep",))
            for joined in children(self._parse, prep.index, ("conj",))
            if joined.lower == "as"
            for obj in children(self._parse, joined.index, ("pobj",))
        ]
        past = token.tag == "VBD" or token.tag == "VBN"
        for head in heads:
            for title in self._joined_titles(head):
                for person in self._holders(token.index):
                    yield self._claim(person, title, "role.serve_as", 0.9, "former" if past else title.status, token)

    def _left(self, token: Token) -> Iterator[RoleClaim]:
        """ "X resigned as deputy first minister in 2017"."""
        if self._is_future(token) or token.tag == "VB":
            return
        for prep, obj in prepositions(self._parse, token.index):
            if prep.lower == "as":
                for title in self._joined_titles(obj.index):
                    for person in self._holders(token.index):
                        yield self._claim(person, title, f"role.{token.lemma}", 0.85, "former", token)

    def _appointed(self, token: Token) -> Iterator[RoleClaim]:
        """ "President A appointed B (as) prime minister", "B was elected president"."""
        heads = [t.index for t in children(self._parse, token.index, ("oprd", "attr", "xcomp"))]
        heads += [obj.index for prep, obj in prepositions(self._parse, token.index) if prep.lower in {"as", "to"}]
        if is_passive(self._parse, token.index):
            heads += [t.index for t in children(self._parse, token.index, ("dobj",))]
        people = self._appointees(token)
        hoped = token.dep == "xcomp" and any(t.lower == "to" for t in children(self._parse, token.index, ("aux",)))
        helpers = children(self._parse, token.index, ("aux", "auxpass"))
        proposed = [t.tag for t in helpers] == ["VB"]  # "recommended that she be appointed"
        to_come = hoped or proposed or self._is_future(token) or token.lemma in _PROPOSING
        status = "designate" if to_come else "current"
        heads += [t.head for p in people for t in self._document.titles if t.first == p.last and t.head not in heads]
        titles = list(dict.fromkeys(t for head in dict.fromkeys(heads) for t in self._joined_titles(head)))
        people = [p for p in people if p.title not in {t.index for t in titles}]  # a post is nobody who is given it
        paired = self._is_respective(token) and len(titles) == len(people)
        for number, title in enumerate(titles):
            for person in [people[number]] if paired else people:
                if not self._person_at.get(title.last):
                    given = status if title.status == "current" else title.status
                    yield self._claim(person, title, "role.appointed", 0.85, given, token)

    def _is_respective(self, verb: Token) -> bool:
        """ "Ali and Jan were appointed minister of finance and of labour, respectively"."""
        sentence = self._parse.sentences[verb.sentence]
        return any(t.lower == "respectively" for t in self._tokens[verb.index : sentence.last])

    def _appointees(self, verb: Token) -> list[Mention]:
        """Who is given a post; also where the parser takes name and post for one: "appointed Marco Silva minister"."""
        objects = self._arguments.objects(verb.index)
        found = [p for i in objects for p in self._people_of(i)]
        titles = [self._document.titles[at] for i in objects if (at := self._document.title_at[i]) >= 0]
        before = [self._person_at.get(title.first - 1) for title in titles if title.first - 1 > verb.index]
        return found or [person for person in before if person is not None]

    def _assumed(self, token: Token) -> Iterator[RoleClaim]:
        """ "X took office as president", "X assumed command as chief of staff", "when X takes office as president"."""
        marks = {t.lower for t in children(self._parse, token.index, ("advmod", "mark"))}
        awaited = token.tag in {"VBZ", "VBP"} and bool(marks & _WHEN)
        to_come = self._is_future(token) or token.tag == "VB" or awaited
        for prep, obj in prepositions(self._parse, token.index):
            for title in self._joined_titles(obj.index) if prep.lower == "as" else ():
                for person in self._holders(token.index):
                    status = "designate" if to_come and title.status == "current" else title.status
                    yield self._claim(person, title, "role.assumed", 0.85, status, token)

    def _held(self, token: Token) -> Iterator[RoleClaim]:
        """ "X, who commands the Japanese squadron"."""
        for obj in (self._tokens[i] for i in self._arguments.objects(token.index)):
            mention = self._arguments.mention(obj.index)
            if (
                obj.lemma not in self._words.held_bodies
                and obj.lower not in self._words.held_bodies
                and not (mention and mention.kind is Kind.ORGANISATION)
            ):
                continue
            accused = token.dep == "pcomp" and self._tokens[token.head].lower == "of"
            if accused and not (mention and mention.form is Form.NAME):
                continue  # "is accused of leading a criminal organisation"
            past = token.tag in {"VBD", "VBN"} and any(
                t.lower in {"had", "previously", "once", "formerly"} for t in children(self._parse, token.index)
            )
            to_come = self._is_future(token) or token.tag == "VB"
            status = "former" if past else "designate" if to_come else "current"
            for person in (p for i in self._arguments.subjects(token.index) for p in self._people_of(i)):
                yield self._holding_claim(person, token, obj, mention, status)

    def _holding_claim(
        self, person: Mention, token: Token, obj: Token, mention: Mention | None, status: str
    ) -> RoleClaim:
        head = self._words.holding_verbs[token.lemma]
        begin, end = min(token.begin, obj.begin), max(token.end, obj.end)
        evidence = Evidence(token.sentence, begin, end, "role.holding_verb", 0.8)
        if mention and mention.kind is Kind.ORGANISATION:
            return RoleClaim(
                person.index, head, "organisation", mention.index, mention.state, status, evidence, needs_owner=True
            )
        states = [
            m
            for t in self._parse.children[obj.index]
            if (m := self._arguments.mention(t.index)) and m.kind in {Kind.STATE, Kind.ORGANISATION}
        ]
        owner = states[0] if states else mention
        title = f"{head} of the {obj.text}"
        return RoleClaim(
            person.index,
            title,
            "organisation" if owner is None and obj.lemma in self._words.own_bodies else "state",
            owner.index if owner else None,
            owner.state if owner else None,
            status,
            evidence,
        )

    def _holders(self, verb: int) -> list[Mention]:
        subjects = self._arguments.surface_subjects(verb)
        return [p for i in subjects for p in self._people_of(i)]

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
            if behind:
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

    def _put_out(self, verb: Token, replaced: list[Mention]) -> Iterator[RoleClaim]:
        """Of "the president has replaced Finance Minister Ken Mensah (with Jan Novak)" Ken Mensah, whoever follows him;
        not of "will be replaced", "replaced him at the talks"."""
        left_out = any(link.lower == "at" for link, _ in prepositions(self._parse, verb.index))
        helped = any(t.tag in {"MD", "TO"} for t in children(self._parse, verb.index, ("aux",)))
        done = verb.tag in {"VBD", "VBN"} and not helped and not is_negated(self._parse, verb.index)
        if done and not left_out:
            for holder in replaced[:1]:
                yield self._like(verb, holder, holder, "former")

    def _named_behind(self, verb: Token) -> list[int]:
        """Of "the prime minister replaced the finance minister with Ana Quispe" Ana Quispe, whom he put in his place; of
        "replaced Jan Novak with him" him."""
        anchors = (verb.index, *self._arguments.objects(verb.index))
        behind = (obj for i in anchors for link, obj in prepositions(self._parse, i) if link.lower == "with")
        return [obj.index for obj in behind if obj.pos == "PROPN" or (obj.pos == "PRON" and self._people_of(obj.index))]

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
        to_come |= infinitive and above.lemma in _PROPOSING  # "was nominated to replace Jan Novak as minister"
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
