"""The reading stage as one function: sources in, articles and problems out."""

import hashlib
from collections.abc import Iterator, Sequence

from kg.articles.article import Article, FieldMap, Problem, Record
from kg.articles.dates import date_in
from kg.articles.formats import records
from kg.articles.newstext import read_news_text
from kg.articles.sources import open_sources


def read_sources(sources: Sequence[str], fields: FieldMap | None = None) -> Iterator[Article | Problem]:
    """Read every article behind ``sources`` (files, folders, globs, ``-``).

    Bad input gives a Problem and never stops the rest. Of two records with one id, the second is a Problem
    unless it is the same article, which is then read once.
    """
    seen: dict[str, str] = {}
    for file in open_sources(sources):
        if isinstance(file, Problem):
            yield file
            continue
        for record in records(file, fields or FieldMap()):
            if isinstance(record, Problem):
                yield record
                continue
            article = to_article(record)
            if not article.paragraphs:
                yield Problem(record.where, "has no text that tells a story")
            elif article.key not in seen:
                seen[article.key] = article.digest
                yield article
            elif seen[article.key] != article.digest:
                yield Problem(record.where, f"another article has the id '{record.id}' already; give each its own")


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
    )
