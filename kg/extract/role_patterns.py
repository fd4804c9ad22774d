"""What all ways of reading a post have in common: the claim itself, whose post it is, since when until when."""

from collections.abc import Iterator

from kg.extract.arguments import Arguments
from kg.extract.claims import Evidence, RoleClaim
from kg.extract.times import times_in
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Title, Token
from kg.language.syntax import children, conjuncts, prepositions

PROPOSING = {"nominate", "designate", "propose"}
"""Verbs after which nobody holds a post yet."""


class RolePatterns:
    """Shared state and steps; its subclasses read posts beside names and by verbs. ``claimed`` are the indices of
    the titles that have found their holder."""

    def __init__(self, document: Document, knowledge: Knowledge, arguments: Arguments, claimed: set[int]) -> None:
        self._document = document
        self._parse = document.parse
        self._tokens = document.parse.tokens
        self._arguments = arguments
        self._words = knowledge.titles
        self._firsts = knowledge.speech.nominal.firsts
        self._people = [m for m in document.mentions if m.kind is Kind.PERSON and m.form is Form.NAME]
        self._person_at = {i: m for m in self._people for i in range(m.first, m.last)}
        self._claimed = claimed

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
            owner, state = self._organisation_before(title)
        if owner is None:
            owner, state = self._state_behind(person)
        if owner is None and title.needs_owner and (superior := self._superior(title)) not in {None, person.index}:
            owner = superior
        private = title.text.split()[-1].lower() in self._words.private_service
        if private and owner is not None and self._document.mentions[owner].kind is Kind.PERSON:
            owner = None  # "his lawyer"
        since, until = self._tenure(title, verb)
        evidence = Evidence(self._tokens[title.head].sentence, title.begin, title.end, rule, confidence)
        return RoleClaim(
            person.index,
            title.text,
            title.kind,
            owner,
            state,
            status or self._ended(until) or title.status,
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

    def _organisation_before(self, title: Title) -> tuple[int | None, str | None]:
        """ "Rwandan Patriotic Front (RPF) Secretary General …"."""
        end = title.first
        if end > 2 and self._tokens[end - 1].text == ")" and self._tokens[end - 3].text == "(":
            end -= 3
        mention = self._arguments.mention(end - 1) if end else None
        if mention and mention.kind is Kind.ORGANISATION and mention.last == end and mention.form is Form.NAME:
            return mention.index, mention.state
        return None, None

    def _state_behind(self, person: Mention) -> tuple[int | None, str | None]:
        """ "President Ali Demir of Turkey", "of oil-rich Chad", "of regional power Nigeria"."""
        if person.last + 1 < len(self._tokens) and self._tokens[person.last].lower == "of":
            named = (obj.index for link, obj in prepositions(self._parse, person.head) if link.index == person.last)
            mentions = (self._arguments.mention(i) for i in (person.last + 1, *named))
            found = next((m for m in mentions if m is not None and m.kind is Kind.STATE), None)
            between = self._tokens[person.last : found.first] if found is not None else ()
            if found is not None and all(t.text.islower() or t.pos == "PUNCT" for t in between):
                return found.index, found.state
        return None, None

    def _superior(self, title: Title) -> int | None:
        """ "A spokesman for President Ali Demir", "an adviser to Ali Demir": whose he is."""
        for link, obj in prepositions(self._parse, title.head):
            if link.index == title.last and link.lower in {"for", "to", "of"}:
                mention = self._arguments.mention(obj.index)
                if mention is not None and mention.kind is Kind.PERSON and mention.form is Form.NAME:
                    return mention.index
        return None

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
            between = self._tokens[title.last : time.first - 1]
            if verb is None and any(t.pos == "VERB" or (t.pos == "ADP" and t.lower != "of") for t in between):
                continue  # "the visit of Prime Minister Ali Demir to Chad from April 1"
            before = self._tokens[time.first - 1].lower
            if before in {"since", "from", "between"}:
                since = time.value
            elif before in {"until", "till"} or (before == "to" and since):
                until = time.value
        if since and not until:
            until = self._until(since, sentence.first, inside)
        return since, until

    def _ended(self, until: str | None) -> str | None:
        """ "Chad's president from 2010 to 2014" was that, unless the day is still to come."""
        published = self._document.article.published
        past = until is not None and (published is None or until < published.isoformat()[: len(until)])
        return "former" if past else None

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

    def _people_of(self, index: int) -> list[Mention]:
        """Who stands there; of "finance minister Jan Novak" Jan Novak, though the parser has the title as the head."""
        mention = self._arguments.mention(index)
        if mention is None:
            at = self._document.title_at[index]
            named = self._person_at.get(self._document.titles[at].last) if at >= 0 else None
            return [] if named is None else [named]
        if mention.kind is Kind.GROUP:  # "two generals, Ali Demir and Jan Novak"
            beside = children(self._parse, index, ("appos",))
            return [p for t in beside for i in conjuncts(self._parse, t.index) if (p := self._person_at.get(i))]
        if mention.kind is Kind.PERSON and (mention.form is not Form.NOMINAL or index == mention.head):
            apposed = (self._person_at.get(t.index) for t in children(self._parse, index, ("appos",)))
            return [next((p for p in apposed if p is not None), mention)]
        return []

    def _joined_titles(self, index: int) -> Iterator[Title]:
        for joined in conjuncts(self._parse, index):
            at = self._document.title_at[joined]
            if at >= 0 and not self._document.titles[at].plural and self._document.titles[at].kind != "occupation":
                yield self._document.titles[at]

    def _is_future(self, token: Token) -> bool:
        return any(t.tag == "MD" for t in children(self._parse, token.index, ("aux",)))

    def _is_of_superior(self, title: Title) -> bool:
        """ "Aide to the Turkish president Ali Demir": the post is that of whom the named person serves."""
        before = self._tokens[max(0, title.first - len(("aide", "to", "the", "Turkish"))) : title.first]
        links = (t.index for t in before if t.lower == "the" and t.index > 1)
        served = any(
            self._tokens[i - 1].lower == "to" and self._tokens[i - 2].lemma in self._words.aides for i in links
        )
        return served and self._tokens[title.head].text.islower()

    def _is_relative(self, title: Title) -> bool:
        """ "the president's wife": the title belongs to somebody else."""
        after = self._tokens[title.last : title.last + 2]
        return (bool(after) and after[0].tag == "POS") or any(t.lemma in self._words.relatives for t in after[:1])

    def _appointees(self, verb: Token) -> list[Mention]:
        """Who is given a post; also where the parser takes name and post for one: "appointed Marco Silva minister"."""
        objects = self._arguments.objects(verb.index)
        found = list(dict.fromkeys(p for i in objects for p in self._people_of(i)))
        titles = [self._document.titles[at] for i in objects if (at := self._document.title_at[i]) >= 0]
        before = [self._person_at.get(title.first - 1) for title in titles if title.first - 1 > verb.index]
        return found or [person for person in before if person is not None]
