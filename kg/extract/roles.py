"""Finds who holds which post: titles before and after names, appositions, verbs of holding and appointing."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import Arguments
from kg.extract.claims import Evidence, RoleClaim, Time
from kg.extract.times import times_in
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Title, Token
from kg.language.syntax import children, conjuncts, is_negated, is_passive, prepositions

_RELATIVES = {
    "wife",
    "husband",
    "son",
    "daughter",
    "brother",
    "sister",
    "mother",
    "father",
    "widow",
    "cousin",
    "nephew",
    "uncle",
    "aunt",
    "spouse",
    "partner",
    "family",
}
_BECOMING = {"be": "current", "become": "current", "remain": "current"}
_APPOINTING = {
    "appoint",
    "name",
    "elect",
    "re-elect",
    "reelect",
    "nominate",
    "designate",
    "reappoint",
    "make",
    "install",
}
_REPLACING = {"replace", "succeed"}
_SERVING = {"serve", "act", "work"}


class RoleFinder:
    """Finds the roles of one document."""

    def __init__(self, document: Document, knowledge: Knowledge) -> None:
        self._document = document
        self._parse = document.parse
        self._tokens = document.parse.tokens
        self._arguments = Arguments(document, knowledge)
        self._people = [m for m in document.mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
        self._person_at = {i: m for m in self._people for i in range(m.first, m.last)}
        self._honorifics = {h.strip(".").lower() for h in knowledge.titles.honorifics}
        self._holding = knowledge.titles.holding_verbs
        self._bodies = set(knowledge.titles.held_bodies)
        self._claimed: set[int] = set()

    def find(self) -> list[RoleClaim]:
        claims = [
            *self._before_names(),
            *self._paired(),
            *self._after_names(),
            *self._set_off_before(),
            *self._by_dependency(),
            *self._by_verbs(),
            *self._counterparts(),
            *self._successors(),
        ]
        return [claim for claim in claims if claim is not None]

    # ---- beside the name

    def _before_names(self) -> Iterator[RoleClaim]:
        """ "Russian Deputy Foreign Minister Sergei Ryabkov"; titles joined by "and" both count."""
        for person in self._people:
            end = self._front(person)
            for title in self._titles_ending_at(end):
                if title.plural:
                    for index in conjuncts(self._parse, person.head):
                        if holder := self._person_at.get(index):
                            yield self._claim(holder, title, "role.title_before_name", 0.9)
                else:
                    yield self._claim(person, title, "role.title_before_name", 0.95)

    def _front(self, person: Mention) -> int:
        """The first token of the rank and the honorifics before a name."""
        first = person.first
        if person.rank:
            begin = self._parse.text.rfind(person.rank, 0, person.begin)
            while first > 0 and self._tokens[first - 1].begin >= begin:
                first -= 1
        while first > 0 and self._tokens[first - 1].text.strip(".").lower() in self._honorifics:
            first -= 1
        return first

    def _titles_ending_at(self, end: int) -> Iterator[Title]:
        """The title right before ``end`` and those joined to it."""
        chain: list[Title] = []
        title = self._title_ending_at(end)
        while title:
            chain.append(title)
            joined = title.first > 0 and self._tokens[title.first - 1].lower == "and"
            title = self._title_ending_at(title.first - 1) if joined else None
        owner = next((t.owner for t in reversed(chain) if t.owner is not None), None)
        yield from (t if t.owner is not None else replace(t, owner=owner) for t in chain)

    def _title_ending_at(self, end: int) -> Title | None:
        return next((t for t in self._document.titles if t.last == end and t.kind != "occupation"), None)

    def _after_names(self) -> Iterator[RoleClaim]:
        """ "Valery Gerasimov, Chief of the General Staff and First Deputy Minister, …"."""
        for person in self._people:
            i = person.last
            if i + 1 >= len(self._tokens) or self._tokens[i].text not in {",", "(", "-", "–", "--", "—"}:
                continue
            i += 1
            if self._tokens[i].pos == "NUM" and i + 1 < len(self._tokens) and self._tokens[i + 1].text == ",":
                i += 2  # an age
            previous: Title | None = None
            while title := self._title_from(i):
                if (
                    title.index in self._claimed
                    or self._is_followed_by_name(title)
                    or title.plural
                    or self._is_relative(title)
                ):
                    break
                if previous is not None and title.owner is None:
                    title = replace(title, owner=previous.owner)
                yield self._claim(person, title, "role.apposition_after_name", 0.9)
                previous, i = title, title.last
                if i + 1 < len(self._tokens) and self._tokens[i].lower in {"and", ","}:
                    i += 1 + (self._tokens[i + 1].lower == "and")
                else:
                    break

    def _paired(self) -> Iterator[RoleClaim]:
        """ "Russian and Chinese foreign ministers, Ivan Orlov and Wang Lei": the first state with the first name."""
        for title in self._document.titles:
            if not title.plural or title.last + 1 >= len(self._tokens) or self._tokens[title.last].text != ",":
                continue
            first = self._person_at.get(title.last + 1)
            people = [p for i in conjuncts(self._parse, first.head) if (p := self._person_at.get(i))] if first else []
            owners = self._owners_of_plural(title)
            if len(people) > 1 and len(people) == len(owners):
                for person, owner in zip(people, owners, strict=True):
                    yield self._claim(person, replace(title, owner=owner.head), "role.paired", 0.85)

    def _owners_of_plural(self, title: Title) -> list[Mention]:
        """The states of "Russian and Chinese ministers" or "the ministers of Russia and China", in text order."""
        if title.owner is None:
            return []
        head = self._tokens[title.owner]
        joined = {i for t in (head, self._tokens[head.head]) for i in conjuncts(self._parse, t.index)} | {title.owner}
        states = [
            m
            for m in self._document.mentions
            if m.kind is Kind.STATE and m.form is not Form.NOMINAL and m.head in joined
        ]
        return sorted(states, key=lambda m: m.first)

    def _title_from(self, start: int) -> Title | None:
        """A title that begins at ``start``, give or take an article."""
        if start < len(self._tokens) and self._tokens[start].lower in {"the", "a", "an", "who", "then"}:
            start += 1
        return next((t for t in self._document.titles if t.first == start and t.kind != "occupation"), None)

    def _is_followed_by_name(self, title: Title) -> bool:
        """The title of the next name in a list: "X, Foreign Minister Y"."""
        i = title.last
        while i < len(self._tokens) and self._tokens[i].text.strip(".").lower() in self._honorifics:
            i += 1
        return any(self._front(p) == title.last for p in self._people)

    def _set_off_before(self) -> Iterator[RoleClaim]:
        """ "Chile's foreign minister, Pablo Errazuriz, …"."""
        for title in self._document.titles:
            if (
                title.index in self._claimed
                or title.plural
                or title.kind == "occupation"
                or title.last + 1 >= len(self._tokens)
            ):
                continue
            if self._tokens[title.last].text not in {",", ":"} or self._is_relative(title):
                continue
            for person in self._people:
                inner = next(iter(self._titles_ending_at(self._front(person))), None)
                begin = inner.first if inner else self._front(person)
                if begin == title.last + 1 and (title.definite or title.owner is not None or title.status != "current"):
                    yield self._claim(person, title, "role.apposition_before_name", 0.85)

    def _by_dependency(self) -> Iterator[RoleClaim]:
        """Appositions that the parser finds where commas do not tell."""
        for title in self._document.titles:
            head = self._tokens[title.head]
            if title.index in self._claimed or title.plural or title.kind == "occupation" or head.dep != "appos":
                continue
            person = self._person_at.get(head.head)
            if person and not self._is_relative(title) and abs(title.first - person.last) < 6:
                yield self._claim(person, title, "role.apposition_parsed", 0.8)

    def _is_relative(self, title: Title) -> bool:
        """ "the president's wife": the title belongs to somebody else."""
        after = self._tokens[title.last : title.last + 2]
        return (bool(after) and after[0].tag == "POS") or any(t.lemma in _RELATIVES for t in after[:1])

    # ---- by verbs

    def _by_verbs(self) -> Iterator[RoleClaim]:
        for token in self._tokens:
            if token.pos not in {"VERB", "AUX"} or is_negated(self._parse, token.index):
                continue
            if token.lemma in _BECOMING:
                yield from self._attributes(token)
            elif token.lemma in _SERVING:
                yield from self._served(token)
            elif token.lemma in _APPOINTING:
                yield from self._appointed(token)
            elif token.lemma in self._holding:
                yield from self._held(token)

    def _attributes(self, token: Token) -> Iterator[RoleClaim]:
        """ "X is / became the head of …"."""
        modals = {t.lower for t in children(self._parse, token.index, ("aux",)) if t.tag == "MD"}
        if modals - {"will", "'ll"}:
            return  # "he would be a good president"
        for attribute in children(self._parse, token.index, ("attr",)):
            for title in self._joined_titles(attribute.index):
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

    def _appointed(self, token: Token) -> Iterator[RoleClaim]:
        """ "President A appointed B (as) prime minister", "B was elected president"."""
        heads = [t.index for t in children(self._parse, token.index, ("oprd", "attr", "xcomp"))]
        heads += [obj.index for prep, obj in prepositions(self._parse, token.index) if prep.lower in {"as", "to"}]
        if is_passive(self._parse, token.index):
            heads += [t.index for t in children(self._parse, token.index, ("dobj",))]
        people = [p for i in self._arguments.objects(token.index) for p in self._people_of(i)]
        status = "designate" if self._is_future(token) or token.lemma in {"nominate", "designate"} else "current"
        heads += [t.head for p in people for t in self._document.titles if t.first == p.last and t.head not in heads]
        for head in dict.fromkeys(heads):
            for title in self._joined_titles(head):
                for person in people:
                    if not self._person_at.get(title.last):
                        yield self._claim(
                            person,
                            title,
                            "role.appointed",
                            0.85,
                            status if title.status == "current" else title.status,
                            token,
                        )

    def _held(self, token: Token) -> Iterator[RoleClaim]:
        """ "X, who commands the Japanese squadron"."""
        if is_passive(self._parse, token.index):
            return
        for obj in children(self._parse, token.index, ("dobj",)):
            mention = self._arguments.mention(obj.index)
            if (
                obj.lemma not in self._bodies
                and obj.lower not in self._bodies
                and not (mention and mention.kind is Kind.ORGANISATION)
            ):
                continue
            past = token.tag in {"VBD", "VBN"} and any(
                t.lower in {"had", "previously", "once", "formerly"} for t in children(self._parse, token.index)
            )
            for person in self._holders(token.index):
                yield self._holding_claim(person, token, obj, mention, "former" if past else "current")

    def _holding_claim(
        self, person: Mention, token: Token, obj: Token, mention: Mention | None, status: str
    ) -> RoleClaim:
        head = self._holding[token.lemma]
        evidence = Evidence(token.sentence, token.begin, obj.end, "role.holding_verb", 0.8)
        if mention and mention.kind is Kind.ORGANISATION:
            return RoleClaim(
                person.index, head, "organisation", mention.index, mention.state, status, evidence, needs_owner=True
            )
        states = [
            m
            for i in self._parse.children[obj.index]
            if (m := self._arguments.mention(i)) and m.kind in {Kind.STATE, Kind.ORGANISATION}
        ]
        owner = states[0] if states else mention
        title = f"{head} of the {obj.text}"
        return RoleClaim(
            person.index,
            title,
            "state",
            owner.index if owner else None,
            owner.state if owner else None,
            status,
            evidence,
        )

    def _is_future(self, token: Token) -> bool:
        return any(t.tag == "MD" for t in children(self._parse, token.index, ("aux",)))

    def _holders(self, verb: int) -> list[Mention]:
        subjects = self._arguments._surface_subjects(verb)
        return [p for i in subjects for p in self._people_of(i)]

    def _people_of(self, index: int) -> list[Mention]:
        mention = self._arguments.mention(index)
        if mention and mention.kind is Kind.PERSON and (mention.form is not Form.NOMINAL or index == mention.head):
            apposed = next(
                (
                    self._person_at[t.index]
                    for t in children(self._parse, index, ("appos",))
                    if t.index in self._person_at
                ),
                None,
            )
            return [apposed or mention]
        return []

    def _joined_titles(self, index: int) -> Iterator[Title]:
        for joined in conjuncts(self._parse, index):
            at = self._document.title_at[joined]
            if at >= 0 and not self._document.titles[at].plural and self._document.titles[at].kind != "occupation":
                yield self._document.titles[at]

    # ---- by another's post

    def _counterparts(self) -> Iterator[RoleClaim]:
        """ "his Turkish counterpart, Ali Demir": the post of "his", of the other state."""
        for token in self._tokens:
            if token.lemma != "counterpart":
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
            near = range(token.index + 1, min(token.index + 3, len(self._tokens)))
            person = next((self._person_at[i] for i in near if i in self._person_at), None)
            if like and state and person:
                evidence = Evidence(token.sentence, token.begin, token.end, "role.counterpart", 0.85)
                yield RoleClaim(
                    person.index, "", "state", state.index, state.state, "current", evidence, like=like.index
                )

    def _successors(self) -> Iterator[RoleClaim]:
        """ "appointed B to replace him", "B will succeed A": B is designate of A's post."""
        for token in self._tokens:
            if token.lemma not in _REPLACING or token.pos != "VERB" or is_passive(self._parse, token.index):
                continue
            replaced = [
                m
                for i in self._arguments.objects(token.index)
                if (m := self._arguments.mention(i)) and m.kind is Kind.PERSON
            ]
            governor = self._tokens[token.head]
            appointed = governor.lemma in _APPOINTING and token.dep in {"xcomp", "advcl", "ccomp"}
            people = [
                p
                for i in (
                    self._arguments.objects(governor.index) if appointed else self._arguments.subjects(token.index)
                )
                for p in self._people_of(i)
            ]
            status = "designate" if appointed or self._is_future(token) else "current"
            for person in people[:1]:
                for like in replaced[:1]:
                    if like.index != person.index:
                        evidence = Evidence(token.sentence, token.begin, token.end, "role.successor", 0.8)
                        yield RoleClaim(person.index, "", "any", None, None, status, evidence, like=like.index)

    # ---- shared

    def _claim(
        self,
        person: Mention,
        title: Title,
        rule: str,
        confidence: float,
        status: str | None = None,
        verb: Token | None = None,
    ) -> RoleClaim:
        self._claimed.add(title.index)
        owner, state = self._owner(title)
        if owner is None:
            owner, state = self._state_behind(person)
        since, until = self._tenure(title, verb)
        evidence = Evidence(self._tokens[title.head].sentence, title.begin, title.end, rule, confidence)
        return RoleClaim(
            person.index,
            title.text,
            title.kind,
            owner,
            state,
            status or title.status,
            evidence,
            since=since,
            until=until,
            needs_owner=title.needs_owner,
        )

    def _owner(self, title: Title) -> tuple[int | None, str | None]:
        """The mention that owns the post, and its state where one is known."""
        if title.owner is None:
            return None, None
        mention = self._inner_state(title.owner) or self._arguments.mention(title.owner)
        if mention is None or (mention.title == title.index):
            nominal = next(
                (m for m in self._document.mentions if m.first <= title.owner < m.last and m.title != title.index), None
            )
            mention = nominal
        return (mention.index, mention.state) if mention else (None, None)

    def _state_behind(self, person: Mention) -> tuple[int | None, str | None]:
        """ "President Ali Demir of Turkey"."""
        if person.last + 1 < len(self._tokens) and self._tokens[person.last].lower == "of":
            mention = self._arguments.mention(person.last + 1)
            if mention and mention.kind is Kind.STATE:
                return mention.index, mention.state
        return None, None

    def _inner_state(self, token: int) -> Mention | None:
        """The state inside a longer name that is part of the title: "… of the Armed Forces of Russia"."""
        return next(
            (m for m in self._document.mentions if m.inner and m.kind is Kind.STATE and m.first <= token < m.last), None
        )

    def _tenure(self, title: Title, verb: Token | None) -> tuple[str | None, str | None]:
        """ "since 2012", "from 1999 to 2008" beside the title or its verb."""
        sentence = self._parse.sentences[self._tokens[title.head].sentence]
        since = until = None
        inside = range(title.last, min(title.last + 8, sentence.last))
        for time in times_in(self._parse, sentence, self._document.article.published):
            if time.first not in inside:
                continue
            before = self._tokens[time.first - 1].lower
            if before in {"since", "from"}:
                since = time.value
            elif before in {"until", "till"} or (before == "to" and since):
                until = time.value
        if since and not until:
            until = self._until(since, sentence.first, inside)
        return since, until

    def _until(self, since: str, first: int, inside: range) -> str | None:
        for i in inside:
            token = self._tokens[i]
            if (
                token.text.isdigit()
                and len(token.text) == 4
                and self._tokens[i - 1].lower in {"to", "until", "and", "-"}
                and token.text >= since[:4]
            ):
                return token.text
        return None


__all__ = ["RoleFinder", "Time"]
