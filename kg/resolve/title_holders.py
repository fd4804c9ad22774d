"""Who "the foreign minister" and "the Moldovan leader" are: the person to whom the article gives such a title."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract import RoleClaim
from kg.knowledge import Knowledge
from kg.language import Document, Form, Kind, Mention, Title
from kg.language.syntax import ancestors, child, children, prepositions
from kg.resolve.leaders import state_led, state_of_leader_named
from kg.resolve.names import bare, post_key

_NEAR = 4
"""How many sentences after a title used alone its holder may be named."""
_OWNERS = {Kind.STATE, Kind.ORGANISATION, Kind.PLACE}
_SUBJECTS = {"nsubj", "nsubjpass"}
_DEPUTIES = ("vice ", "deputy ")


def _told(document: Document, roles: Sequence[RoleClaim], holders: Mapping[int, int]) -> Iterator[tuple[Title, int]]:
    """The titles with their holders; of "the ministers of Chad and Niger, A and B" each holder's with its owner, of
    "President A of Chad" with the owner behind the name."""
    for title in document.titles:
        owned = [r for r in roles if r.evidence.begin == title.begin and r.owner is not None]
        paired = owned if title.plural else []
        for role in paired:
            owner = None if role.owner is None else document.mentions[role.owner].head
            yield replace(title, text=role.title, owner=owner, plural=False), role.person
        if title.begin in holders and not paired:
            behind = next((document.mentions[r.owner].head for r in owned if r.owner is not None), title.owner)
            yield replace(title, owner=behind if title.owner is None else title.owner), holders[title.begin]


class TitleHolders:
    """Lookup in one document. ``roles`` are what the article tells of posts, ``holders`` maps where a title begins to the
    mention of the person it stands with."""

    def __init__(
        self,
        document: Document,
        roles: Sequence[RoleClaim],
        holders: Mapping[int, int],
        knowledge: Knowledge,
        home_state: str | None,
    ) -> None:
        self._document = document
        self._home_state = home_state
        self._holders = holders
        self.told = list(_told(document, roles, holders))
        """The titles that stand with a name, each with the mention of the person."""
        self._knowledge = knowledge
        self._removed = frozenset(knowledge.titles.removed)
        self._parts = frozenset(knowledge.places.head_nouns)
        self._leading = tuple(knowledge.titles.leading)

    def of(self, mention: Mention) -> Mention | None:
        """The person with whom the title stands, else the one who was given such a title before."""
        title = self._document.titles[mention.title] if mention.title is not None else None
        if title is None:
            return None
        if title.begin in self._holders:
            return self._document.mentions[self._holders[title.begin]]
        before = self._document.parse.tokens[title.first - 1].lower if title.first else ""
        if before in {"a", "an", "another"} or self._is_local(title) or self._is_of_described_nation(title):
            return None  # "a spokesman" is none named elsewhere
        candidates = [
            (
                self._is_same_post(title, other),
                not self._is_long_gone(self._document.mentions[person]),
                self._is_named_beside(title, self._document.mentions[person]),
                bool(self._states(title)) and self._states(title) == self._states(other),
                other.begin < title.begin,
                self._was_subject(title, self._document.mentions[person]),
                self._is_at_home(title, other),
                other.begin if other.begin < title.begin else -other.begin,  # the last before, the first behind
                person,
            )
            for other, person in self.told
            if self._names(title, other) and not self._acts_upon(title, self._document.mentions[person])
        ]
        if candidates:
            return self._document.mentions[max(candidates)[-1]]
        if head := self._only_head(title):
            return head
        return self._only_leader(title) if self._head(title) == "leader" else self._known_leader(title)

    def _only_head(self, title: Title) -> Mention | None:
        """Of "the NATO chief" the Secretary General of NATO whom the article has named before."""
        bodies = self._bodies(title)
        if not bodies or title.text.lower() not in self._knowledge.titles.headed or self._is_former(title):
            return None
        heads = {
            self._document.mentions[person].name.split()[-1]: person
            for other, person in self.told
            if other.begin < title.begin
            and self._bodies(other) == bodies
            and other.text.lower() in self._knowledge.titles.heading
            and other.status == title.status
        }
        return self._document.mentions[next(iter(heads.values()))] if len(heads) == 1 else None

    def _bodies(self, title: Title) -> set[str]:
        """The organisations whose post it is, by what they are known as."""
        named = (m for m in self._owners(title) if m.kind is Kind.ORGANISATION and m.form is Form.NAME)
        return {m.reference or m.name for m in named}

    def _known_leader(self, title: Title) -> Mention | None:
        """Of "Burkina Faso's president" the one whom the article names without any title, and who leads it at the time."""
        published, states = self._document.article.published, self._states(title)
        if published is None or len(states) != 1 or not self.leads(title.text.lower()) or self._is_former(title):
            return None
        named = (m for m in self._document.mentions if m.kind is Kind.PERSON and m.form is Form.NAME and " " in m.name)
        year = published.year
        return next((m for m in named if {state_of_leader_named(bare(m.name), year, self._knowledge)} == states), None)

    def _is_long_gone(self, holder: Mention) -> bool:
        """ "During the administration of President Alan Garcia", who led Peru years before: "the president" is another."""
        published, name = self._document.article.published, bare(holder.name)
        if published is None or name not in self._knowledge.leaders.states_by_name:
            return False
        return state_of_leader_named(name, published.year, self._knowledge) is None

    def _is_local(self, title: Title) -> bool:
        """ "The island's president", of a part of a state."""
        owner = child(self._document.parse, title.head, "poss")
        return owner is not None and owner.pos == "NOUN" and owner.lemma in self._parts

    def _is_of_described_nation(self, title: Title) -> bool:
        """ "The West African nation's foreign minister", of whichever that is."""
        parse = self._document.parse
        owner = child(parse, title.head, "poss")
        if owner is None or owner.lemma not in self._knowledge.groups.country:
            return False
        return any(t.pos in {"ADJ", "PROPN"} for t in children(parse, owner.index, ("amod", "compound")))

    def _is_named_beside(self, title: Title, holder: Mention) -> bool:
        """ "Hun Sen might ask for help, and the premier should …": who is named before the title in its sentence."""
        document = self._document
        sentence = document.parse.tokens[title.head].sentence
        name = holder.name.split()[-1]
        here = (m for m in document.mentions if m.kind is Kind.PERSON and m.form is Form.NAME and m.begin < title.begin)
        return any(m.name.split()[-1] == name and document.parse.tokens[m.head].sentence == sentence for m in here)

    def _is_at_home(self, title: Title, other: Title) -> bool:
        """ "The president" of a story from Juba is South Sudan's, though America's was named since, a few sentences before."""
        tokens = self._document.parse.tokens
        near = tokens[title.head].sentence - tokens[other.head].sentence <= _NEAR
        return near and not self._states(title) and self._states(other) == {self._home_state}

    def _was_subject(self, title: Title, holder: Mention) -> bool:
        """ "The PM met Prime Minister Suga. The PM also …": who acted in the sentence before, by name or by title."""
        tokens = self._document.parse.tokens
        if tokens[title.head].dep not in _SUBJECTS:
            return False
        acted = [
            m
            for m in self._document.mentions
            if m.kind is Kind.PERSON
            and tokens[m.head].sentence == tokens[title.head].sentence - 1
            and tokens[m.head].dep in _SUBJECTS
            and tokens[tokens[m.head].head].dep == "ROOT"
        ]
        named = (m if m.form is Form.NAME else self.of(m) for m in acted)
        return any(m is not None and m.name.split()[-1] == holder.name.split()[-1] for m in named)

    def _acts_upon(self, title: Title, holder: Mention) -> bool:
        """ "Minister Jan Novak met the minister of Chad": another one than he."""
        parse = self._document.parse
        verb = next((t for t in ancestors(parse, title.head) if t.pos == "VERB"), None)
        done_to = parse.tokens[title.head].dep in {"dobj", "pobj"} and verb is not None and title.owner is not None
        acting = children(parse, verb.index, _SUBJECTS) if done_to and verb is not None else []
        return any(t.index == holder.head for t in acting)

    def _names(self, title: Title, other: Title) -> bool:
        """Whether a title used alone may be that of who was told to have the other."""
        same = self._is_same_post(title, other)
        whose = title.needs_owner and title.owner is not None  # "the head of Chad" is no head of its cabinet
        if other.begin > title.begin and (title.needs_owner or self._is_far(title, other)):
            return False  # "the foreign minister" is hardly one who is named paragraphs later
        if self._is_former(title) != self._is_former(other):
            return False
        if title.status == "acting" and other.status != "acting":
            return False  # "the interim president" is not the one before
        if not same and title.text.lower() == "minister" and other.text.lower().startswith("prime"):
            return False  # "the minister" is no prime minister
        if not same and (self._head(title) != self._head(other) or len(title.text.split()) > 1 or whose):
            return False
        return self._may_be_one(title, other)

    def _is_far(self, title: Title, other: Title) -> bool:
        tokens = self._document.parse.tokens
        return tokens[other.head].sentence - tokens[title.head].sentence > _NEAR

    def _only_leader(self, title: Title) -> Mention | None:
        """Of "the Moldovan leader" the president or premier of Moldova that the article names, if it names one; of "the
        former Moldovan leader" one who was."""
        state, former = self._states(title), self._is_former(title)
        leaders = {
            self._document.mentions[person].name.split()[-1]: person
            for other, person in self.told
            if state
            and self._states(other) == state
            and self.leads(other.text.lower())
            and self._is_former(other) is former
        }
        return self._document.mentions[next(iter(leaders.values()))] if len(leaders) == 1 else None

    def leads(self, title: str) -> bool:
        """Whether who has a title leads a state."""
        return title.endswith(self._leading) and not title.startswith(_DEPUTIES)

    def _is_same_post(self, title: Title, other: Title) -> bool:
        """ "The PM" and "Prime Minister", "the defence minister" and "Minister of Defence"."""
        return post_key(title.text, self._knowledge) == post_key(other.text, self._knowledge)

    def _head(self, title: Title) -> str:
        return self._document.parse.tokens[title.head].lower

    @staticmethod
    def _is_former(title: Title) -> bool:
        return title.status == "former"

    def _may_be_one(self, title: Title, other: Title) -> bool:
        """No two states: "the Foreign Minister of Armenia" is not the one of Russia; and no state's president is that
        of a council, or of a region."""
        if self._was_removed(title) and not self._was_removed(other):
            return False
        one, another = ({m.kind for m in self._owners(t)} & _OWNERS for t in (title, other))
        one = one or ({Kind.STATE} if self._is_of_country(title) else set())
        if one and another and not one & another:
            return False
        if one == {Kind.ORGANISATION} and not another and other.begin > title.begin:
            return False  # "the president of the Commission met President Ali Demir"
        return len(self._states(title) | self._states(other)) <= 1

    def _is_of_country(self, title: Title) -> bool:
        """ "The leader of the small West African state"."""
        led = (o for link, o in prepositions(self._document.parse, title.head) if link.lower == "of")
        return title.owner is None and any(noun.lemma in self._knowledge.groups.country for noun in led)

    def _owners(self, title: Title) -> list[Mention]:
        """The mentions that say whose post it is."""
        return [m for m in self._document.mentions if title.owner is not None and m.first <= title.owner < m.last]

    def _states(self, title: Title) -> set[str]:
        """The states that the title's own words tell, else that of a known leader of its holder's name."""
        told = {m.state for m in self._owners(title) if m.kind is Kind.STATE and m.state}
        if told or title.begin not in self._holders:
            return told
        name = bare(self._document.mentions[self._holders[title.begin]].name)
        published = self._document.article.published
        if published is not None and (led := state_led(name, title.text, published.year, self._knowledge)):
            return {led}
        joined = self._joined_before(title) if title.owner is None else None
        return set() if joined is None else self._states(joined)

    def _joined_before(self, title: Title) -> Title | None:
        """The title that one shares its owner with: "Palau's president, Ana Reyes, and state minister, Joe Kim"."""
        tokens = self._document.parse.tokens
        for other in self._document.titles:
            holder = self._holders.get(other.begin)
            if other.last > title.first or holder is None:
                continue
            between = [t.lower for t in tokens[max(other.last, self._document.mentions[holder].last) : title.first]]
            if between in (["and"], [",", "and"], [","]):
                return other
        return None

    def _was_removed(self, title: Title) -> bool:
        """ "the deposed president", who is no "former president" of another sentence."""
        words = self._document.parse.tokens[title.first : title.last]
        return any(word.lower in self._removed for word in words)
