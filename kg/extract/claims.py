"""What an article claims, in terms of its mentions. Whom the mentions refer to is decided by ``kg.resolve``."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Modality(StrEnum):
    HAPPENED = "happened"
    PLANNED = "planned"
    DENIED = "denied"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the text says it: sentence index, the characters of the words that do, the rule that read them.

    ``mentions`` are the indices of the mentions that the rule gave parts to; ``cue`` are the characters of the word
    that makes an event planned, possible or denied.
    """

    sentence: int
    begin: int
    end: int
    rule: str
    confidence: float
    mentions: tuple[int, ...] = ()
    cue: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A day, month or year in ISO 8601 (``2014-04-07``, ``2014-04``, ``2014``) and the tokens that name it."""

    value: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """A person holds a post.

    ``person`` and ``owner`` are mention indices. ``like`` is a mention whose post is meant instead of a title:
    "his counterpart", "to replace him". ``kind`` is whose posts such titles are: state, organisation, any.
    """

    person: int
    title: str
    kind: str
    owner: int | None
    owner_state: str | None
    status: str
    evidence: Evidence
    like: int | None = None
    since: str | None = None
    until: str | None = None
    needs_owner: bool = False
    """The title alone is a common word ("leader"): no post unless somebody owns it."""


def former_first(roles: Iterable[RoleClaim]) -> list[RoleClaim]:
    """So that of two who are told to have one title, "Ali replaced Jan as the minister", the present holder comes last."""
    return sorted(roles, key=lambda role: role.status != "former")


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention's part in an event: actor, target, mediator or host."""

    mention: int
    part: str


@dataclass(frozen=True, slots=True)
class EventClaim:
    """``label`` names an event that has a name of its own ("Nagorno-Karabakh conflict"); such events merge by it."""

    type: str
    plover: str
    participants: tuple[Participant, ...]
    time: Time | None
    place: int | None
    modality: Modality
    speaker: int | None
    least: int
    trigger: int
    evidence: Evidence
    label: str | None = None
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """An act of saying; ``begin`` to ``end`` are the characters of what is said."""

    speaker: int
    about: tuple[int, ...]
    begin: int
    end: int
    trigger: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claims:
    roles: tuple[RoleClaim, ...]
    events: tuple[EventClaim, ...]
    statements: tuple[StatementClaim, ...]
