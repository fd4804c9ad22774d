"""Which events of different articles are one: the same type and modality on the same day, with parties and places that
agree. An event without a day stays its article's own."""

import pickle
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from types import TracebackType

from kg.resolve.across.clusters import Clusters
from kg.resolve.facts import Entity

_BETWEEN = {"meeting", "call", "negotiation", "agreement", "cooperation", "conflict"}
"""Types whose parties have no sides: who is called actor by one article may be the target in the other."""
_OF_ONE = {"appointment", "departure", "election", "legislation", "trial", "award"}
"""Types of which one party has hardly two a day."""

_SEVERAL = """
SELECT day, profile FROM events WHERE day IN (SELECT day FROM events GROUP BY day HAVING COUNT(*) > 1)
ORDER BY day, rowid
"""


@dataclass(frozen=True, slots=True)
class EventProfile:
    """An event as one article tells it, in terms of entities across articles.

    ``parties`` are references with their part; ``reach`` are the parties and the states they act for; ``where`` is
    the place and the states it is in; ``title`` is what people call the event.
    """

    article: str
    begin: int
    type: str
    modality: str
    day: str
    claimed_by: str
    parties: frozenset[tuple[str, str]]
    reach: frozenset[str]
    where: frozenset[str]
    label: str
    title: str
    place: Entity | None
    published: str

    @property
    def who(self) -> frozenset[str]:
        return frozenset(party for party, _ in self.parties)

    @property
    def signature(self) -> tuple[object, ...]:
        return (tuple(sorted(self.parties)), tuple(sorted(self.where)), self.label.lower())

    @property
    def block(self) -> str | None:
        """What it has in common with all that may be the same event; None where nothing may."""
        whole = len(self.day) == len("2014-04-07")
        return repr((self.type, self.modality, self.day, self.claimed_by)) if whole else None

    @property
    def order(self) -> tuple[str, str, int]:
        """The earliest telling names the event."""
        return self.published or "9999", self.article, self.begin


class EventDays:
    """Events that may be one by day, type, modality and claimant; kept on disk, for there are more of them than memory
    holds. A context manager."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # a file of its own that ends with it
        self._database.execute("CREATE TABLE events (day TEXT, profile BLOB)")
        self._database.execute("BEGIN")

    def __enter__(self) -> "EventDays":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, events: Iterable[EventProfile]) -> None:
        """Take events in; those without a day are nobody else's."""
        rows = ((e.block, pickle.dumps(e, pickle.HIGHEST_PROTOCOL)) for e in events if e.block is not None)
        self._database.executemany("INSERT INTO events VALUES (?, ?)", rows)

    def __iter__(self) -> Iterator[list[EventProfile]]:
        """The events of each day that has several."""
        self._database.execute("CREATE INDEX IF NOT EXISTS by_day ON events (day)")
        rows = self._database.execute(_SEVERAL)
        for _, day in groupby(rows, key=lambda row: row[0]):
            yield [pickle.loads(profile) for _, profile in day]  # noqa: S301 (written by this process)


def group_events(days: Iterable[list[EventProfile]]) -> list[list[EventProfile]]:
    """Tellings of one event each, the earliest first; only events that several articles tell."""
    found = (group for day in days for group in _grouped(day))
    return sorted((sorted(g, key=lambda e: e.order) for g in found), key=lambda g: g[0].order)


def _grouped(day: list[EventProfile]) -> list[list[EventProfile]]:
    alike: defaultdict[tuple[object, ...], list[EventProfile]] = defaultdict(list)
    for event in day:
        alike[event.signature].append(event)
    groups = [alike[s] for s in sorted(alike, key=repr)]
    # An article that tells two events alike means two; which of them others tell, nobody knows.
    groups = [g for g in groups if len({e.article for e in g}) == len(g)]
    firsts = [group[0] for group in groups]

    def cannot(one: int, other: int) -> bool:
        own, others = {e.article for e in groups[one]}, {e.article for e in groups[other]}
        return bool(own & others) or not _may_be_one(firsts[one], firsts[other])

    clusters = Clusters(len(groups), cannot)
    near: defaultdict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(firsts):
        for party in event.reach:
            near[party].append(i)
    pairs = sorted({(a, b) for block in near.values() for a in block for b in block if a < b and not cannot(a, b)})
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        partners[a].add(b)
        partners[b].add(a)
    for a, b in sorted(pairs, key=lambda pair: (-len(firsts[pair[0]].who & firsts[pair[1]].who), pair)):
        rivals = any(cannot(c, b) for c in partners[a] - {b}) or any(cannot(c, a) for c in partners[b] - {a})
        if not rivals:
            clusters.join(a, b)
    merged = [[event for i in members for event in groups[i]] for members in clusters.all()]
    return [m for m in merged if len(m) > 1 and _is_told_enough(m[0])]


def _is_told_enough(event: EventProfile) -> bool:
    """Enough is known to tell it from another event of its kind on that day."""
    return len(event.parties) > 1 or bool(event.parties and (event.where or event.type in _OF_ONE))


def _may_be_one(one: EventProfile, other: EventProfile) -> bool:
    if one.where and other.where and not one.where & other.where:
        return False
    if one.label and other.label and one.label.lower() != other.label.lower():
        return False
    if not (one.who <= other.reach and other.who <= one.reach) and not (one.who <= other.who or other.who <= one.who):
        return False
    if one.type in _BETWEEN:
        return len(one.who & other.who) > 0
    parts = dict(one.parties)
    return bool(one.who & other.who) and all(parts.get(party, part) == part for party, part in other.parties)
