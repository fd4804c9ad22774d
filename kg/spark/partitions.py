"""What is done to one partition of rows, in a Python worker of Spark: each function takes pandas frames and gives pandas
frames of its schema. Values of kg travel pickled in a binary column."""

import hashlib
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pandas as pd
from pyoxigraph import RdfFormat, parse

from kg.articles.article import Record
from kg.articles.read import problem_of, to_article
from kg.graph.reading import Reading
from kg.graph.vocabulary import article_name
from kg.graph.writer import nquads
from kg.reader import Unread
from kg.resolve.across import (
    Canonical,
    Careers,
    EventProfile,
    Identifier,
    Identity,
    OrganisationProfile,
    Profile,
    event_profiles,
    group_events,
    tellings_of,
    with_tellings,
)
from kg.workers import Job, ToRead, Workshop

Frames = Iterator[pd.DataFrame]

ARTICLES = "key string, digest string, words string, published date, fingerprint binary, article binary, source string, problem string"
READINGS = "key string, copy_of string, digest string, run string, roles int, events int, statements int, reading binary, source string, problem string"
PROFILES = "name string, profile binary, blocks array<string>"
NAMES = "kind string, article string, index int, key string, name string, leads array<string>"
TOLD = "block string, place string, number int, told binary"
TELLINGS = "article string, telling binary"
GRAPHS = "key string, nquads string"
QUADS = "subject string, predicate string, object string, datatype string, graph string"


@lru_cache(maxsize=2)
def workshop(job: Job) -> Workshop:
    """One a process, so that model and knowledge are loaded once a worker."""
    return Workshop(job)


def articles(frames: Frames) -> Frames:
    """Rows of a source (``source.FIELDS``) to ``ARTICLES``; those that are left out say why."""
    for frame in frames:
        yield _frame(ARTICLES, [_article(row) for row in frame.to_dict("records")])


def _article(row: dict[str, Any]) -> tuple[Any, ...]:
    text = row["text"] or ""
    name = row["id"] and row["id"].strip()
    name = name or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    where = f"{row['source']}, {name}"
    if not text.strip():
        return (name, "", "", None, b"", b"", where, "has no text")
    given = {field: row[field].strip() for field in ("title", "date", "url", "author", "publisher") if row[field]}
    record = Record(where, name, name, text, {field: value for field, value in given.items() if value})
    article = to_article(record)
    problem = problem_of(record, article)
    words = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    kept = (article.key, article.digest, words, article.published, article.fingerprint, pickle.dumps(article))
    return (*kept, where, None if problem is None else problem.reason)


def readings(frames: Frames, job: Job) -> Frames:
    """Articles (key, article, copy_of) to ``READINGS``; those that cannot be read say why."""
    for frame in frames:
        articles = zip(frame["key"], frame["article"], frame["copy_of"], strict=True)
        items = [ToRead(replace(_loaded(article), key=key), of) for key, article, of in articles]
        yield _frame(READINGS, [_reading(*each) for each in zip(items, workshop(job).read(items), strict=True)])


def _reading(item: ToRead, read: Reading | Unread) -> tuple[Any, ...]:
    article = item.article
    if isinstance(read, Unread):
        return (article.key, item.copy_of, "", "", 0, 0, 0, b"", article.id, read.reason)
    counts = (read.roles, read.events, read.statements)
    kept = (read.digest, read.extraction.iri.value, *counts, pickle.dumps(read))
    return (article.key, item.copy_of, *kept, article.id, None)


def profiles(frames: Frames, job: Job) -> Frames:
    """Readings to ``PROFILES``: the bearers of names in this partition."""
    gathered = Identifier(workshop(job).knowledge)
    for frame in frames:
        for pickled in frame["reading"]:
            gathered.add(_loaded(pickled).facts())
    yield _frame(PROFILES, [(_name(p), pickle.dumps(p), []) for p in (*gathered.people(), *gathered.organisations())])


def merged(frame: pd.DataFrame, job: Job) -> pd.DataFrame:
    """All profiles of one name to one, with its blocks."""
    found: list[Any] = list(map(_loaded, frame["profile"]))
    first = found[0]
    for other in found[1:]:
        first.merge(other)
    blocks = sorted(Identifier(workshop(job).knowledge).blocks(first))
    return _frame(PROFILES, [(_name(first), pickle.dumps(first), blocks)])


def _name(profile: Any) -> str:
    return repr((type(profile).__name__, profile.identity))


def grouped(frame: pd.DataFrame, job: Job) -> pd.DataFrame:
    """Profiles that chains of blocks connect to ``NAMES``: who is who among them, and the keys that lead to them."""
    found = sorted(map(_loaded, frame["profile"]), key=lambda profile: profile.identity)
    people = [profile for profile in found if isinstance(profile, Profile)]
    organisations = [profile for profile in found if isinstance(profile, OrganisationProfile)]
    identity = Identifier(workshop(job).knowledge).grouped(people, organisations)
    rows: list[tuple[Any, ...]] = [
        ("", article, index, name.key, name.name, [])
        for article, named in identity.entities.items()
        for index, name in named.items()
    ]
    rows += [(kind, "", 0, key, "", list(leads)) for (kind, key), leads in identity.leads.items()]
    return _frame(NAMES, rows)


def told(frames: Frames, job: Job) -> Frames:
    """Readings with names to ``TOLD``: events by what they have in common with those that may be the same, and, without
    a block, the careers of the partition."""
    careers = Careers(workshop(job).knowledge)
    for frame in frames:
        rows: list[tuple[Any, ...]] = []
        for pickled, names in zip(frame["reading"], frame["names"], strict=True):
            facts = _loaded(pickled).facts()
            identity = _identity(facts.article.key, names)
            careers.add(facts, identity)
            for number, event in enumerate(event_profiles(facts, identity)):
                if event.block is not None:
                    rows.append((event.block, article_name(facts.article.key), number, pickle.dumps(event)))
        yield _frame(TOLD, rows)
    yield _frame(TOLD, [(None, "", 0, pickle.dumps(careers))])


def same_events(frame: pd.DataFrame) -> pd.DataFrame:
    """Events of one block to ``TELLINGS``: those that several articles tell."""
    ordered = frame.sort_values(["place", "number"])
    day: list[EventProfile] = [_loaded(event) for event in ordered["told"]]
    told = (telling for group in group_events([day]) for telling in tellings_of(group)) if len(day) > 1 else ()
    return _frame(TELLINGS, [(ref[0], pickle.dumps((ref, common))) for ref, common in told])


def graphs(frames: Frames, job: Job) -> Frames:
    """Readings with names and tellings to ``GRAPHS``."""
    knowledge = workshop(job).knowledge
    for frame in frames:
        found = []
        for pickled, names, tellings in zip(frame["reading"], frame["names"], frame["tellings"], strict=True):
            reading: Reading = _loaded(pickled)
            identity = with_tellings(_identity(reading.key, names), map(_loaded, _listed(tellings)))
            graph = nquads(reading.facts(), reading.extraction, knowledge, reading.text is not None, identity)
            found.append((reading.key, graph.removesuffix("\n")))
        yield _frame(GRAPHS, found)


def quads(frames: Frames) -> Frames:
    """Lines of N-Quads to ``QUADS``: IRIs and lexical forms; ``datatype`` is null where the object is an IRI."""
    for frame in frames:
        found = parse("\n".join(frame["value"]), format=RdfFormat.N_QUADS)
        yield _frame(QUADS, [_row(quad) for quad in found])


def _row(quad: Any) -> tuple[Any, ...]:
    datatype = getattr(quad.object, "datatype", None)
    ends = (quad.object.value, None if datatype is None else datatype.value, quad.graph_name.value)
    return (quad.subject.value, quad.predicate.value, *ends)


def _identity(article: str, names: Any) -> Identity:
    named = {int(row["index"]): Canonical(row["key"], row["name"]) for row in _listed(names)}
    return Identity({article: named})


def _listed(values: Any) -> Iterable[Any]:
    return () if values is None or isinstance(values, float) else values


def _loaded(pickled: bytes) -> Any:
    return pickle.loads(pickled)  # noqa: S301 (written by another worker of this build)


def _frame(schema: str, rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    columns = [part.split()[0] for part in schema.split(", ")]
    return pd.DataFrame(rows, columns=columns, dtype=object)
