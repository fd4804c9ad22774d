"""Posts beside names: titles before them, appositions after them, titles set off by commas."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.arguments import Arguments
from kg.extract.claims import RoleClaim
from kg.extract.role_patterns import RolePatterns
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Title
from kg.language.syntax import ancestors, before_acronym, conjuncts, descendants, past_acronym

_JOINING = {"and", "-", "–", "—", "/"}
"""What stands between two posts of one person: "Deputy Prime Minister – Minister of Finance Murat Aliev"."""

_NEAR_TITLE = 4
"""Tokens from a plural title to the first state whose post it is, at most."""

_BEFORE_HONORIFICS = {"the", "most", "right"}


class NameRoles(RolePatterns):
    """Roles that stand beside the names of their holders."""

    def __init__(self, document: Document, knowledge: Knowledge, arguments: Arguments, claimed: set[int]) -> None:
        super().__init__(document, knowledge, arguments, claimed)
        self._honorifics = {h.strip(".").lower() for h in knowledge.titles.honorifics}
        nouns = knowledge.organisations.head_nouns
        self._spokespersons = set(knowledge.titles.exclusive["spokesperson"])
        self._organ_words = {*nouns["ministry"], *nouns["agency"], *nouns["body"]}

    def find(self) -> Iterator[RoleClaim]:
        """Claims in the order of certainty, so that a title goes to the nearest name."""
        yield from self._listed()
        yield from self._paired()
        yield from self._alternating()
        yield from self._each_of_a_state()
        yield from self._before_names()
        yield from self._after_names()
        yield from self._set_off_before()
        yield from self._by_dependency()

    def _listed(self) -> Iterator[RoleClaim]:
        """ "Signed by the foreign minister, Ana Reyes, and the finance minister, Ali Demir, …": of posts and names in turn
        each post is that of the name behind it, where the list begins with a post, or with one right before its name."""
        for title in self._document.titles:
            behind = self._person_at.get(title.first - 2) if self._tokens[title.first - 1].text == "," else None
            if title.index in self._claimed or (title.first and behind is not None and not self._has_own(behind)):
                continue
            pairs = list(self._pairs_from(title))
            for post, person in pairs if len(pairs) > 1 else ():
                for joined in self._titles_ending_at(post.last):
                    yield self._claim(person, joined, "role.listed", 0.85)

    def _pairs_from(self, title: Title | None) -> Iterator[tuple[Title, Mention]]:
        while title is not None and not title.plural and title.kind != "occupation":
            mark = title.last
            person = next((p for p in self._people if self._front(p) == mark + 1), None)
            if person is None or self._tokens[mark].text != "," or self._is_relative(title):
                return
            yield title, person
            i = person.last
            while i < len(self._tokens) and self._tokens[i].lower in {",", ";", "and"}:
                i += 1
            title = (self._title_from(i) or self._title_from(i + 1)) if i > person.last else None

    def _before_names(self) -> Iterator[RoleClaim]:
        """ "Russian Deputy Foreign Minister Sergei Ryabkov"; titles joined by "and" both count."""
        for person in self._people:
            end = self._front(person)
            for title in self._titles_ending_at(end):
                if (title.plural and title.index in self._claimed) or self._is_of_superior(title):
                    continue
                if title.plural:
                    joined = conjuncts(self._parse, person.head)
                    for index in joined if len(joined) > 1 else ():  # not "both ministers Demir met"
                        holder = self._person_at.get(index)
                        if holder is not None and (holder is person or not self._has_own(holder)):
                            yield self._claim(holder, title, "role.title_before_name", 0.9)
                else:
                    yield self._claim(person, title, "role.title_before_name", 0.95)

    def _has_own(self, person: Mention) -> bool:
        """Of "Presidents Ali Demir and Jan Novak and Prime Minister Ana Reyes" the last."""
        title = self._title_ending_at(self._front(person))
        return title is not None and not title.plural

    def _front(self, person: Mention) -> int:
        """The first token of the rank and the honorifics before a name."""
        first = person.first
        if person.rank:
            begin = self._parse.text.rfind(person.rank, 0, person.begin)
            while first > 0 and self._tokens[first - 1].begin >= begin:
                first -= 1
        while first > 0:
            word = first - 2 if self._tokens[first - 1].text == "." else first - 1  # "Amb", "."
            if word < 0 or self._tokens[word].text.strip(".").lower() not in self._honorifics:
                break
            first = word
        while 0 < first < person.first and self._tokens[first - 1].lower in _BEFORE_HONORIFICS:
            first -= 1  # "Prime Minister the Most Hon. Ali Demir"
        return first

    def _titles_ending_at(self, end: int) -> Iterator[Title]:
        """The title right before ``end`` and those joined to it."""
        chain: list[Title] = []
        title = self._title_ending_at(end) or self._title_ending_at(before_acronym(self._parse, end))
        while title:
            chain.append(title)
            joined = title.first > 0 and self._tokens[title.first - 1].lower in _JOINING
            beside = self._title_ending_at(title.first)  # "Foreign Minister Prince Faisal"
            title = self._title_ending_at(title.first - 1) if joined else beside
            if title and (
                self._is_served(title)
                or self._speaks_for(chain[-1], joined)
                or (joined and self._are_apart(title, chain[-1]))
            ):
                break
            if title and title.owner is not None and chain[-1].owner is not None and joined:
                break  # "Qatar's emir and Jordan's King Hussein"
        owner = next((t.owner for t in reversed(chain) if t.owner is not None), None)
        own = [t.owner is not None or self._organisation_before(t)[0] is not None for t in chain]
        yield from (t if is_own else replace(t, owner=owner) for t, is_own in zip(chain, own, strict=True))

    def _are_apart(self, one: Title, other: Title) -> bool:
        """ "A meeting between the President and Prime Minister Ali Demir"."""
        lists = [next((n for n, p in enumerate(self._words.apart) if t.text.lower() in p), None) for t in (one, other)]
        return None not in lists and lists[0] != lists[1]

    def _speaks_for(self, title: Title, joined: bool) -> bool:
        """ "Foreign Minister spokesman Ali Demir", who is no minister."""
        return not joined and self._tokens[title.head].lemma in self._spokespersons

    def _is_served(self, title: Title) -> bool:
        """ "Special Assistant to the President and spokesman Ali Demir", who is no president."""
        before = self._tokens[max(0, title.first - 2) : title.first]
        return any(t.lower == "to" for t in before[-1:]) or [t.lower for t in before] == ["to", "the"]

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
                    or self._speaks(title)
                    or self._is_of_other(person, title)
                    or self._is_of_another(title)
                ):
                    break
                body = self._body_behind(title)
                if body is not None:
                    title = replace(title, owner=body.head)
                elif previous is not None and title.owner is None:
                    title = replace(title, owner=previous.owner)
                yield self._claim(person, title, "role.apposition_after_name", 0.9)
                previous, i = title, body.last if body else title.last
                if i + 1 < len(self._tokens) and self._tokens[i].lower in {"and", ","}:
                    i += 1 + (self._tokens[i + 1].lower == "and")
                else:
                    break

    def _is_of_next(self, title: Title) -> bool:
        """ "Prime Minister of A Ali Demir, Prime Minister of B and EU Chairman, Jan Novak": what follows such a list is the
        name of whose titles these are."""
        i = title.last
        while i + 1 < len(self._tokens) and self._tokens[i].lower in {"and", "of"}:
            joined = next((t for t in self._document.titles if t.first <= i + 3 and t.first > i), None)
            if joined is None or joined.last >= len(self._tokens):
                return False
            i = joined.last
        return i > title.last and self._tokens[i].text == "," and any(self._front(p) == i + 1 for p in self._people)

    def _is_of_other(self, person: Mention, title: Title) -> bool:
        """ "Prime Minister Ali Demir, Deputy Prime Minister, Jan Novak and …": nobody is the deputy of himself."""
        own = self._title_ending_at(self._front(person))
        if own is None or own.plural:
            return False
        same = self._tokens[own.head].lemma == self._tokens[title.head].lemma
        set_off = title.last + 1 < len(self._tokens) and self._tokens[title.last].text == ","
        return self._is_of_next(title) or (same and set_off and title.last + 1 in self._person_at)

    def _speaks(self, title: Title) -> bool:
        """ "…, by Prime Minister Ivanov, a Treasury spokesman said": the subject of what follows, no apposition."""
        if title.last == len(self._tokens):
            return False
        head, verb = self._tokens[title.head], self._tokens[title.last]
        acts = head.dep in {"nsubj", "nsubjpass"} and head.head in {verb.index, verb.head}
        return acts and verb.pos in {"VERB", "AUX"}

    def _is_of_another(self, title: Title) -> bool:
        """ "Ali Demir, his vice president, Ana Reyes, and …", "Ali Demir, his deputy and four aides": a third one's title."""
        if self._tokens[title.first].lower not in {"his", "her", "their"}:
            return False
        behind = self._tokens[title.last : title.last + 2]
        counted = [t.lower for t in behind[:1]] == ["and"] and behind[-1].tag == "CD"
        return counted or ([t.text for t in behind[:1]] == [","] and title.last + 1 in self._person_at)

    def _paired(self) -> Iterator[RoleClaim]:
        """ "Russian and Chinese foreign ministers, Ivan Orlov and Wang Lei": the first state with the first name."""
        for title in self._document.titles:
            if not title.plural:
                continue
            owners = self._owners_of_plural(title)
            end = max([title.last, *(owner.last for owner in owners)])
            first = self._person_at.get(end + (self._tokens[end].text == ",")) if end + 1 < len(self._tokens) else None
            people = [p for i in conjuncts(self._parse, first.head) if (p := self._person_at.get(i))] if first else []
            if len(people) > 1 and len(people) == len(owners):
                for person, owner in zip(people, owners, strict=True):
                    yield self._claim(person, replace(title, owner=owner.head), "role.paired", 0.85)

    def _alternating(self) -> Iterator[RoleClaim]:
        """ "The presidents of Panama, Ali Demir, and Costa Rica, Ana Reyes": each state with the name behind it."""
        for title in (t for t in self._document.titles if t.plural):
            owner = next((m for m in self._states_from(title.first) if m.first >= title.head), None)
            pairs: list[tuple[Mention, Mention]] = []
            while owner is not None and self._tokens[min(owner.last, len(self._tokens) - 1)].text == ",":
                person = self._person_at_first(owner.last + 1)
                if person is None:
                    break
                pairs.append((person, owner))
                behind = [t.lower for t in self._tokens[person.last : person.last + 2]]
                start = person.last + (2 if behind == [",", "and"] else 1)
                owner = next((m for m in self._states_from(start) if m.first == start), None)
            if len(pairs) > 1:
                for person, state in pairs:
                    yield self._claim(person, replace(title, owner=state.head), "role.paired", 0.85)

    def _each_of_a_state(self) -> Iterator[RoleClaim]:
        """ "Presidents Ana Reyes of Panama, Ali Demir of Chad and …": each name with the state behind it."""
        for title in (t for t in self._document.titles if t.plural):
            pairs: list[tuple[Mention, Mention]] = []
            person = self._person_at_first(title.last)
            while person is not None and [t.lower for t in self._tokens[person.last : person.last + 1]] == ["of"]:
                start = person.last + 1
                state = next((m for m in self._states_from(start) if m.first == start), None)
                if state is None:
                    break
                pairs.append((person, state))
                joining = state.last
                while joining < len(self._tokens) and self._tokens[joining].lower in {",", "and"}:
                    joining += 1
                person = self._person_at_first(joining)
            for holder, state in pairs if len(pairs) > 1 else ():
                yield self._claim(holder, replace(title, owner=state.head), "role.paired", 0.85)

    def _states_from(self, start: int) -> list[Mention]:
        near = range(start, start + _NEAR_TITLE)
        return [m for m in self._document.mentions if m.kind is Kind.STATE and m.first in near and m.form is Form.NAME]

    def _person_at_first(self, first: int) -> Mention | None:
        return next((p for p in self._people if p.first == first), None)

    def _owners_of_plural(self, title: Title) -> list[Mention]:
        """The states of "Russian and Chinese ministers" or "the ministers of Russia and China", in text order."""
        if title.owner is None:
            return []
        head = self._tokens[title.owner]
        joined = {i for t in (head, self._tokens[head.head]) for i in conjuncts(self._parse, t.index)} | {title.owner}
        named = [m for m in self._document.mentions if m.kind is Kind.STATE and m.form is not Form.NOMINAL]
        states: list[Mention] = []
        for m in sorted(named, key=lambda m: m.first):
            follows = states and m.first == states[-1].last + 1 and self._tokens[m.first - 1].lower in {"and", ","}
            if m.head in joined or follows:
                states.append(m)
        before = {m.last: m for m in named}
        while states and self._tokens[states[0].first - 1].lower == "and" and states[0].first - 1 in before:
            states.insert(0, before[states[0].first - 1])  # "the Solomon Islands and Australian ministers"
        return states

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
            body = self._body_behind(title)
            title = replace(title, owner=body.head) if body else title
            mark = body.last if body else self._past_seat(past_acronym(self._parse, title.last))
            if self._tokens[mark].text not in {",", ":"} or self._is_relative(title):
                continue
            for person in self._people:
                inner = next(iter(self._titles_ending_at(self._front(person))), None)
                begin = inner.first if inner else self._front(person)
                styled = self._tokens[begin - 1].lower in {"the", "his", "her"}
                begin -= begin == mark + 2 and styled  # "…, the Reverend Ali Demir", "…, His Excellency Ali Demir"
                if inner is not None and self._are_of_two(title, inner):
                    continue
                if begin == mark + 1 and self._begins_clause(person, title):
                    continue
                if begin == mark + 1 and (
                    title.definite
                    or title.owner is not None
                    or title.status != "current"
                    or self._is_certain(title)
                    or self._holds_place(title)
                    or self._opens(title, person)
                ):
                    yield self._claim(person, title, "role.apposition_before_name", 0.85)

    def _begins_clause(self, person: Mention, title: Title) -> bool:
        """ "After talks with Chile's foreign minister, Ali Demir soon held …", "It was built by the president, Ali Demir
        said": he is the subject behind an opening phrase or clause."""
        name = self._tokens[person.head]
        verb = self._tokens[name.head]
        above = ancestors(self._parse, title.head)
        opening = (t for t in above if t.dep in {"prep", "ccomp"} and t.head == verb.index)
        between = self._tokens[person.last : verb.index]
        own = descendants(self._parse, name.index)  # "Ali Demir of Chad"
        near = all(t.text != "," and (t.pos in {"ADV", "AUX"} or t.index in own) for t in between)
        acts = name.dep in {"nsubj", "nsubjpass"} and verb.index >= person.last and near
        return acts and any(t.index < title.first for t in opening)

    def _are_of_two(self, title: Title, other: Title) -> bool:
        """ "Since Kurti became Kosovo's prime minister, Serbian Foreign Minister Ali Demir said …"."""
        owners = [None if t.owner is None else self._arguments.innermost(t.owner) for t in (title, other)]
        states = {m.reference for m in owners if m is not None and m.kind is Kind.STATE}
        return len(states) > 1

    def _body_behind(self, title: Title) -> Mention | None:
        """ "Permanent Secretary, Ministry of Foreign Affairs, …": the body of a post that only a comma joins to it."""
        if title.owner is not None or title.definite or title.last + 1 >= len(self._tokens):
            return None
        body = self._arguments.mention(title.last + 1) if self._tokens[title.last].text == "," else None
        named = body is not None and body.kind is Kind.ORGANISATION and body.form is Form.NAME
        if body is None or not named or body.first != title.last + 1 or body.last >= len(self._tokens):
            return None
        organ = {word.lower().rstrip(",") for word in body.name.split()} & self._organ_words
        return body if organ and self._tokens[body.last].text in {",", ".", ";", ")"} else None

    def _is_certain(self, title: Title) -> bool:
        """ "a spokesman for the army, Colonel Rohan Mehta": an article before the title, a body in it."""
        before = self._tokens[title.first - 1].lower if title.first else ""
        return before in {"a", "an"} and title.kind == "state" and title.last - title.first > 1

    def _holds_place(self, title: Title) -> bool:
        """ "They met governor of the Tyumen region, …", as if it were "the governor"."""
        return any(m.kind is Kind.PLACE and title.head < m.first < title.last for m in self._document.mentions)

    def _past_seat(self, index: int) -> int:
        """The token after where the holder is posted: "a spokesperson in New York, …", "commander of the troops in Mali, …"."""
        seat = self._arguments.mention(index + 1) if self._tokens[index].lower == "in" else None
        places = {Kind.PLACE, Kind.STATE}
        seated = seat is not None and seat.kind in places and seat.form is Form.NAME and seat.first == index + 1
        return seat.last if seat is not None and seated and seat.last < len(self._tokens) else index

    def _opens(self, title: Title, person: Mention) -> bool:
        """ "Director of Public Prosecutions, Ken Macdonald, …", not "President, Ken Macdonald said, is a title"."""
        sentence = self._parse.sentences[self._tokens[title.head].sentence]
        acts = person.last < sentence.last and self._tokens[person.last].pos in {"VERB", "AUX"}
        styled = self._front(person) < person.first  # "Foreign Minister, Hon Ali Demir has said"
        return title.first == sentence.first and (styled or not acts)

    def _by_dependency(self) -> Iterator[RoleClaim]:
        """Appositions that the parser finds where commas do not tell."""
        for title in self._document.titles:
            head = self._tokens[title.head]
            if title.index in self._claimed or title.plural or title.kind == "occupation" or head.dep != "appos":
                continue
            person = self._person_at.get(head.head)
            if person and self._is_of_other(person, title):
                continue
            if person and not self._is_relative(title) and abs(title.first - person.last) < 6:
                yield self._claim(person, title, "role.apposition_parsed", 0.8)
