"""The value that reading gives: one news article with the text that every offset refers to."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``text[begin:end]`` of an article's stored text (Unicode code points, as NIF 2.0 counts)."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    ``key`` names it in the graph, ``id`` is what users know it by. ``text`` is stored as read; ``paragraphs``
    are the spans of it that carry facts (no headline, byline, dateline or page furniture). ``published`` and
    ``place`` are None where the article does not say. ``digest`` is the SHA-256 of all that was read, ``fingerprint``
    what copies are found by (``kg.articles.copies``).
    """

    key: str
    id: str
    text: str
    paragraphs: tuple[Span, ...]
    headline: str | None = None
    author: str | None = None
    published: date | None = None
    place: str | None = None
    url: str | None = None
    publisher: str | None = None
    digest: str = ""
    fingerprint: bytes = b""
    headline_span: Span | None = None
    """Where the headline stands in ``text``; None where only a record's field has it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out of a build: where it is and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Which field of a JSON or CSV record holds what; several names are tried in turn."""

    id: tuple[str, ...] = ("id",)
    text: tuple[str, ...] = ("text", "body", "content", "maintext")
    title: tuple[str, ...] = ("title", "headline")
    date: tuple[str, ...] = ("date", "published", "date_publish", "datePublished", "pubDate")
    url: tuple[str, ...] = ("url", "link")
    author: tuple[str, ...] = ("author", "authors", "byline")
    publisher: tuple[str, ...] = ("publisher", "source", "source_domain", "sitename")


@dataclass(frozen=True, slots=True)
class Record:
    """What a file format yields before the text itself is read as news; ``where`` tells a user the place."""

    where: str
    key: str
    id: str
    text: str
    fields: dict[str, str] = field(default_factory=dict)
