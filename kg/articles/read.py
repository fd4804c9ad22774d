"""The reading stage as one function: sources in, articles and problems out."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.articles.article import Article, FieldMap, Problem, Record
from kg.articles.copies import fingerprint
from kg.articles.dates import date_in
from kg.articles.formats import records
from kg.articles.language import other_language
from kg.articles.newstext import read_news_text
from kg.articles.sources import RawFile, open_sources
from kg.articles.spool import Spool


def read_sources(sources: Sequence[str], fields: FieldMap | None = None) -> Iterator[Article | Problem]:
    """Read every article behind ``sources`` (files, folders, globs, ``-``).

    Bad input gives a Problem and never stops the rest. The same article met twice is read once; different
    articles of one id keep it, and are told apart in their keys by their content.
    """
    seen: dict[str, str] = {}
    for file in open_sources(sources):
        if isinstance(file, Problem):
            yield file
            continue
        for item in _in_file(file, fields or FieldMap()):
            if isinstance(item, Problem):
                yield item
                continue
            if seen.get(item.key, item.digest) != item.digest:
                item = _told_apart(item)
            if item.key not in seen:
                seen[item.key] = item.digest
                yield item


def _in_file(file: RawFile, fields: FieldMap) -> Iterator[Article | Problem]:
    """Articles and problems of one file; several different articles of one id are told apart."""
    found: Spool[Article | Problem] = Spool()
    texts: dict[str, str] = {}
    shared: set[str] = set()
    for record in records(file, fields):
        item = record if isinstance(record, Problem) else to_article(record)
        if isinstance(item, Article) and isinstance(record, Record):
            if texts.setdefault(item.key, _short(item.text)) != _short(item.text):
                shared.add(item.key)
            if (problem := problem_of(record, item)) is not None:
                item = problem
        found.add(item)
    for item in found:
        yield _told_apart(item) if isinstance(item, Article) and item.key in shared else item
    found.close()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _told_apart(article: Article) -> Article:
    return replace(article, key=f"{article.key}.{article.digest[:8]}")


def problem_of(record: Record, article: Article) -> Problem | None:
    """Why an article is left out; None where it is not."""
    if not article.paragraphs:
        return Problem(record.where, "has no text that tells a story")
    if (code := other_language(article.text)) is not None:
        return Problem(record.where, f"is not in English (it looks like '{code}'), which is all that kg reads")
    return None


def to_article(record: Record) -> Article:
    """Read the text of a record as news; what the record itself says of title, date and author comes first."""
    given = record.fields
    news = read_news_text(record.text, given.get("title"))
    digest = hashlib.sha256(repr((record.id, record.text, sorted(given.items()))).encode()).hexdigest()
    return Article(
        key=record.key,
        id=record.id,
        text=record.text,
        paragraphs=news.paragraphs,
        headline=news.headline,
        author=given.get("author") or news.author,
        published=(date_in(given["date"]) if "date" in given else None) or news.published,
        place=news.place,
        url=given.get("url"),
        publisher=given.get("publisher"),
        digest=digest,
        fingerprint=fingerprint(" ".join(record.text[span.begin : span.end] for span in news.paragraphs)),
        headline_span=news.headline_span,
    )
