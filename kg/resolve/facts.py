"""What an article says, in terms of entities: the value that the graph is made from."""

from dataclasses import dataclass

from kg.articles import Article
from kg.extract import Evidence
from kg.extract.claims import Modality
from kg.language import Form, Kind, Sentence


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something of an article.

    ``key`` names it across articles. ``state`` is the ISO code of the state it is, belongs to or acts for;
    ``organisation`` is the index of the organisation that a person acts for.
    """

    index: int
    kind: Kind
    key: str
    name: str
    also: tuple[str, ...]
    rank: str | None = None
    state: str | None = None
    organisation: int | None = None
    named: bool = True
    """False for groups without a name of their own: "Afghan rebels"."""


@dataclass(frozen=True, slots=True)
class Role:
    """A person's tenure of a post. ``owner`` is the entity whose post it is, None where nobody says."""

    person: int
    title: str
    post: str
    owner: int | None
    status: str
    since: str | None
    until: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    type: str
    plover: str
    participants: tuple[tuple[int, str], ...]
    date: str | None
    place: int | None
    modality: Modality
    claimed_by: int | None
    label: str | None
    evidence: tuple[Evidence, ...]
    killed: int | None = None
    injured: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """``begin`` to ``end`` are the characters of what is said; ``claims`` are the events it alone carries."""

    speaker: int
    about: tuple[int, ...]
    begin: int
    end: int
    claims: tuple[int, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Link:
    """A mention or title in the text: its characters, its class and the entity it refers to."""

    begin: int
    end: int
    kind: str
    entity: int | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention that a fact was read from: its index in evidence, its characters, and the entity it refers to; None
    for plurals that stand for several."""

    mention: int
    begin: int
    end: int
    form: Form
    entity: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    roles: tuple[Role, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    references: tuple[Reference, ...] = ()
    copy_of: str | None = None
    """The key of the article whose words this one carries; its facts are that one's."""


def of_copy(article: Article, source: str) -> Facts:
    """What an article says by itself that carries the words of another: nothing."""
    return Facts(article, (), (), (), (), (), (), copy_of=source)
