"""Posts by verbs: "was appointed …", "who heads …", "declared himself …"."""

from collections.abc import Iterator

from kg.extract.claims import Evidence, RoleClaim
from kg.extract.clauses import is_first_to_act
from kg.extract.role_patterns import PROPOSING, RolePatterns
from kg.language import Form, Kind, Mention, Title, Token
from kg.language.syntax import child, children, is_negated, is_passive, prepositions, takes_office

_WHEN = {"when", "once", "until", "before"}
_REFLEXIVE = {"himself", "herself"}
_BECOMING = {"be", "become", "remain"}


class VerbRoles(RolePatterns):
    """Roles that a verb tells of."""

    def find(self) -> Iterator[RoleClaim]:
        for token in self._tokens:
            if token.pos not in {"VERB", "AUX"} or is_negated(self._parse, token.index):
                continue
            if token.lemma in self._words.proclaiming_verbs:
                yield from self._proclaimed(token)
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
        if modals - {"will", "'ll"} or child(self._parse, token.index, "expl") is not None:
            return  # "he would be a good president", "he said there was no law and the president ruled"
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
        to_come = hoped or proposed or self._is_future(token) or token.lemma in PROPOSING
        status = "designate" if to_come else "current"
        heads += [t.head for p in people for t in self._document.titles if t.first == p.last and t.head not in heads]
        titles = list(dict.fromkeys(t for head in dict.fromkeys(heads) for t in self._joined_titles(head)))
        if self._is_respective(token):  # "as Head of Security and Chief of Staff, respectively"
            titles = self._listed(titles)
        people = [p for p in people if p.title not in {t.index for t in titles}]  # a post is nobody who is given it
        paired = self._is_respective(token) and len(titles) == len(people)
        # "appointed Ali Demir foreign minister and Jan Novak interior minister"
        placed = {p.index for p in people for title in titles if p.last == title.first}
        for number, title in enumerate(titles):
            own = [p for p in people if p.last == title.first] or [p for p in people if p.index not in placed]
            for person in [people[number]] if paired else own:
                if not self._person_at.get(title.last):
                    given = status if title.status == "current" else title.status
                    yield self._claim(person, title, "role.appointed", 0.85, given, token)
        yield from self._appointed_too(token, status)

    def _listed(self, titles: list[Title]) -> list[Title]:
        """The titles with those that "and" joins to the last, wherever the parser hangs them."""
        listed = list(titles)
        for title in self._document.titles:
            last = listed[-1].last if listed else -1
            if title.first == last + 1 and self._tokens[last].lower == "and" and not title.plural:
                listed.append(title)
        return listed

    def _appointed_too(self, token: Token, status: str) -> Iterator[RoleClaim]:
        """ "(Appointed A as foreign minister) and B as interior minister"."""
        links = [t for t in self._tokens if t.lower == "as" and t.dep == "prep" and t.index > token.index]
        for joined in children(self._parse, token.index, ("conj",)):
            person = self._person_at.get(joined.index)
            behind = [t for t in links if person is not None and t.index == person.last]
            for obj in (o for link in behind for o in children(self._parse, link.index, ("pobj",))):
                for title in self._joined_titles(obj.index):
                    if person is not None:
                        yield self._claim(person, title, "role.appointed", 0.8, status, token)

    def _is_respective(self, verb: Token) -> bool:
        """ "Ali and Jan were appointed minister of finance and of labour, respectively"."""
        sentence = self._parse.sentences[verb.sentence]
        return any(t.lower == "respectively" for t in self._tokens[verb.index : sentence.last])

    def _proclaimed(self, token: Token) -> Iterator[RoleClaim]:
        """ "X declared himself Venezuela's acting president"."""
        behind = [t.lower for t in self._tokens[token.index + 1 : token.index + 3]]
        if not behind or behind[0] not in _REFLEXIVE:
            return
        starts = {token.index + 2, token.index + 3}  # give or take "the", "as", "acting"
        for title in (t for t in self._document.titles if t.first in starts):
            for joined in self._joined_titles(title.head):
                for person in self._holders(token.index):
                    yield self._claim(person, joined, "role.proclaimed", 0.8, joined.status, token)

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
        """ "X, who commands the Japanese squadron"; not "headed back to the army"."""
        if token.lemma == "head" and children(self._parse, token.index, ("advmod",)):
            return
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
            if (mention is None or mention.form is Form.NOMINAL) and self._is_nobodys(obj):
                continue  # "a joint commission led by Ali Demir"
            past = token.tag in {"VBD", "VBN"} and any(
                t.lower in {"had", "previously", "once", "formerly"} for t in children(self._parse, token.index)
            )
            to_come = self._is_future(token) or token.tag == "VB"
            status = "former" if past else "designate" if to_come else "current"
            for person in (p for i in self._arguments.subjects(token.index) for p in self._people_of(i)):
                yield self._holding_claim(person, token, obj, mention, status)

    def _is_nobodys(self, body: Token) -> bool:
        """A body that only "a" introduces, of nobody that is named."""
        beside = [*children(self._parse, body.index, ("poss", "amod", "compound", "nmod")), *self._senders(body)]
        named = any(self._arguments.mention(t.index) is not None for t in beside)
        return not named and any(t.lower in {"a", "an"} for t in children(self._parse, body.index, ("det",)))

    def _senders(self, body: Token) -> list[Token]:
        """ "A delegation from Hamas"."""
        return [obj for link, obj in prepositions(self._parse, body.index) if link.lower in {"of", "from"}]

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
        beside = [*self._parse.children[obj.index], *self._senders(obj)]
        states = [
            m for t in beside if (m := self._arguments.mention(t.index)) and m.kind in {Kind.STATE, Kind.ORGANISATION}
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
