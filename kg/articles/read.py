"""The reading stage as one function: sources in, articles and problems out."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.articles.article import Article, FieldMap, Problem, Record
from kg.articles.dates import date_in
from kg.articles.formats import records
from kg.articles.language import other_language
from kg.articles.newstext import read_news_text
from kg.articles.sources import open_sources


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
        found = list(records(file, fields or FieldMap()))
        shared = _shared_keys([record for record in found if isinstance(record, Record)])
        for record in found:
            if isinstance(record, Problem):
                yield record
                continue
            article = to_article(record)
            if article.key in shared or seen.get(article.key, article.digest) != article.digest:
                article = replace(article, key=f"{article.key}.{article.digest[:8]}")
            if not article.paragraphs:
                yield Problem(record.where, "has no text that tells a story")
            elif (code := other_language(article.text)) is not None:
                yield Problem(record.where, f"is not in English (it looks like '{code}'), which is all that kg reads")
            elif article.key not in seen:
                seen[article.key] = article.digest
                yield article


def _shared_keys(found: list[Record]) -> set[str]:
    """Keys that several different records of one file have."""
    texts: dict[str, set[str]] = {}
    for record in found:
        texts.setdefault(record.key, set()).add(record.text)
    return {key for key, different in texts.items() if len(different) > 1}


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
        headline_span=news.headline_span,
    )
