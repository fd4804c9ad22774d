"""Which state a leader leads whom the article names by title alone: "President Reagan"."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.knowledge import Knowledge
from kg.knowledge.schema import LEADER
from kg.resolve.names import slug

_NUMBERED = {"jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
_JOINED_INITIALS = re.compile(r"^([A-Z])([A-Z])(?= )")
_PRESENT = 9999
_MOST_YEARS = 30
"""How long before or after their time leaders may still be news by title."""
_NEAR = 5
"""How long before or after their time ministers are news by title and full name."""
_SURE_NAMES = 2
"""How many words of a name must be known for further ones to be middle names."""


@dataclass(frozen=True, slots=True)
class _Leader:
    state: str
    names: tuple[str, ...]
    since: int
    until: int
    family_first: bool

    def is_named(self, words: list[str]) -> bool:
        """Whether the words are this name or the family name alone."""
        if len(words) == 1:
            return words[0] == (self.names[0] if self.family_first else self.names[-1])
        if words[-1] not in self.names:
            return False
        known = [word for word in words if word in self.names or self._is_initial(word)]
        return len(known) == len(words) or (len(known) >= _SURE_NAMES and words[0] == self.names[0])

    def _is_initial(self, word: str) -> bool:
        return len(word) == 1 and any(name.startswith(word) for name in self.names[:-1])

    def years_from(self, year: int | None) -> int:
        """How many years off the leader's time a year is."""
        return 0 if year is None else max(self.since - year, year - self.until, 0)


def state_led(name: str, title: str, year: int | None, knowledge: Knowledge) -> str | None:
    """ISO code of the state that the person of this name leads, or is minister of; of namesakes in several states the one
    whose time is nearest to the year, None where that leaves a doubt."""
    words = _words(name)
    is_leader = title.lower() in knowledge.leaders.titles
    called = _called(title, knowledge)
    found = [leader for leader in called.get(words[-1], ()) if leader.is_named(words)]
    if not found and len(words) > _SURE_NAMES:  # "Óscar Arias Sánchez", with his mother's name
        words = words[:-1]
        found = [leader for leader in called.get(words[-1], ()) if set(words) == set(leader.names)]
    nearest = min((leader.years_from(year) for leader in found), default=0)
    near = [leader for leader in found if leader.years_from(year) == nearest]
    if not is_leader:  # of whom there are many, some with the same names
        near = [leader for leader in near if nearest <= (_NEAR if set(words) == set(leader.names) else 0)]
    states = {leader.state for leader in near if nearest <= _MOST_YEARS}
    if not states and not is_leader and called and len(words) > 1:
        # "Defence Secretary Gotabaya Rajapaksa", who was president later
        states = {leader.state for leader in _leaders(knowledge).get(words[-1], ()) if set(words) == set(leader.names)}
    return states.pop() if len(states) == 1 else None


def _called(title: str, knowledge: Knowledge) -> Mapping[str, list[_Leader]]:
    """Whom the title may stand before."""
    if title.lower() in knowledge.leaders.titles:
        return _leaders(knowledge)
    return _ministers(knowledge) if set(knowledge.leaders.minister_words) & set(title.lower().split()) else {}


def has_left_office(name: str, title: str, state: str, year: int | None, knowledge: Knowledge) -> bool:
    """Whether the leader of a state that bears this name left office before the year: "President Carter" in 1987."""
    if year is None or title.lower() not in knowledge.leaders.titles:
        return False
    words = _words(name)
    found = [leader for leader in _leaders(knowledge).get(words[-1], ()) if leader.is_named(words)]
    terms = [leader for leader in found if leader.state == state]
    return bool(terms) and all(leader.until < year for leader in terms)


def state_of_leader_named(name: str, year: int | None, knowledge: Knowledge) -> str | None:
    """ISO code of the state that the person of this name leads in the year, without any title: "Putin offered …"; or is
    minister of, by forename and family name.

    A full name must agree to the last word; None where leaders of two states bear it or the year is unknown.
    """
    words = _words(name)
    if year is None:
        return None
    tables = (_leaders(knowledge), _ministers(knowledge)) if len(words) > 1 else (_leaders(knowledge),)
    for table in tables:
        found = [leader for leader in table.get(words[-1], ()) if leader.years_from(year) == 0]
        states = {leader.state for leader in found if leader.is_named(words) and set(words) <= set(leader.names)}
        if states:
            return states.pop() if len(states) == 1 else None
    return None


@lru_cache(maxsize=4)
def women(knowledge: Knowledge) -> frozenset[str]:
    """Slugs of the full names of the leaders and ministers who are women, in every spelling."""
    listed = set(knowledge.leaders.women)
    told = (names for names in knowledge.leaders.spellings() if names[0] in listed)
    return frozenset(slug(name) for names in told for name in names if " " in name)


def _words(name: str) -> list[str]:
    """Of "Ferdinand Marcos Jr." the first two, of "Elizabeth II" the first; of "KP Sharma Oli" the initials too."""
    words = slug(_JOINED_INITIALS.sub(r"\1 \2", name)).split("-")
    return [word for word in words if word not in _NUMBERED] or words


@lru_cache(maxsize=4)
def _leaders(knowledge: Knowledge) -> Mapping[str, list[_Leader]]:
    """Leaders by each word of their names."""
    return _by_word(knowledge.leaders.leaders, knowledge)


@lru_cache(maxsize=4)
def _ministers(knowledge: Knowledge) -> Mapping[str, list[_Leader]]:
    """Ministers by each word of their names."""
    return _by_word(knowledge.leaders.ministers, knowledge)


def _by_word(lists: Mapping[str, list[str]], knowledge: Knowledge) -> Mapping[str, list[_Leader]]:
    found: dict[str, list[_Leader]] = defaultdict(list)
    for state, lines in lists.items():
        for line in lines:
            match = re.match(LEADER, line)
            assert match is not None  # the schema has checked it
            since = int(match["since"])
            until = int(match["until"]) if match["until"] else _PRESENT if match["open"] else since
            for spelling in match["names"].split("/"):
                words = _words(spelling)
                leader = _Leader(state, tuple(words), since, until, state in knowledge.leaders.family_first)
                for word in set(words):
                    found[word].append(leader)
    return dict(found)
