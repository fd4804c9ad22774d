"""The whole way from sources to a store, as one function; the command line and Python users call the same.

All sources are read first and kept aside: how many articles there are, and which carry another one's words, is known only
then. What is read of each article waits in the store until who is who is known across all of them, so that each graph is
written once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal

from kg.articles import Article, FieldMap, Problem, read_sources
from kg.articles.spool import Spool
from kg.graph import Store
from kg.graph.reading import Reading
from kg.identify import identify
from kg.knowledge import load_knowledge
from kg.reader import DEFAULT_MODEL, Reader, Unread, extraction_by
from kg.survey import Survey
from kg.workers import Job, Workers

__all__ = ["DEFAULT_MODEL", "Reader", "Step", "Summary", "build"]

_TOGETHER = 16
"""Articles that are kept in one transaction."""


@dataclass(slots=True)
class Summary:
    """What a build did. ``copies`` of the articles carry the words of another; ``problems`` lists all that was left out
    and why."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    copies: int = 0
    roles: int = 0
    events: int = 0
    statements: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def articles(self) -> int:
        return self.added + self.replaced + self.unchanged


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build is: ``done`` articles ``of`` so many have been found, read or written; ``of`` is 0 while that is not
    known."""

    stage: Literal["finding", "reading", "writing"]
    article: str
    done: int
    of: int


def build(
    sources: Sequence[str],
    store: Store,
    *,
    fields: FieldMap | None = None,
    model: str = DEFAULT_MODEL,
    knowledge: Sequence[Path] = (),
    reader: Reader | None = None,
    keep_text: bool = True,
    jobs: int = 1,
    progress: Callable[[Step, Summary], None] = lambda step, summary: None,
) -> Summary:
    """Read ``sources`` and put each article's graph into ``store``; articles that it has unchanged are skipped.

    Bad input is listed in the summary and never stops the rest. ``reader`` is one loaded before, in place of
    ``model`` and ``knowledge``; without it, ``jobs`` processes read (a script that asks for several needs
    the guard ``if __name__ == "__main__"``, as multiprocessing says). ``progress`` is told of each step with the summary
    so far.

    Raises:
        KnowledgeError, ModelError, StoreError: nothing can be built at all.
    """
    known = reader.knowledge if reader else load_knowledge(tuple(knowledge))
    extraction = reader.extraction if reader else extraction_by(known, model)
    summary = Summary()
    job = Job(model, tuple(knowledge), keep_text)
    found: Spool[Article] = Spool()
    fresh: Spool[Reading] = Spool()
    is_empty = not store.articles() and not store.waiting
    with closing(found), closing(fresh), Workers(job, jobs, reader) as workers:
        for item in read_sources(sources, fields):
            if isinstance(item, Problem):
                summary.problems.append(item)
            else:
                found.add(item)
                if is_empty:  # all will have to be read
                    workers.expect(len(found))
                progress(Step("finding", item.key, len(found), 0), summary)
        survey = Survey(found, store, extraction)
        summary.unchanged, summary.copies = survey.unchanged, survey.copies
        for group in _groups(_left_in(workers.read(survey.wanted()), summary)):
            store.put_aside(group)
            for reading in group:
                fresh.add(reading)
                _count(reading, summary, survey)
                progress(Step("reading", reading.key, summary.articles, len(found)), summary)
        written = lambda article, done, of: progress(Step("writing", article, done, of), summary)  # noqa: E731
        identify(store, known, workers, fresh, written)
    return summary


def _count(reading: Reading, summary: Summary, survey: Survey) -> None:
    summary.roles += reading.roles
    summary.events += reading.events
    summary.statements += reading.statements
    if reading.key in survey.replaced:
        summary.replaced += 1
    else:
        summary.added += 1


def _left_in(read: Iterable[Reading | Unread], summary: Summary) -> Iterator[Reading]:
    """What could be read; the rest is told among the problems, and so are copies of it, which come later."""
    unread: dict[str | None, str] = {}
    for each in read:
        if isinstance(each, Unread):
            unread[each.article.key] = each.reason
            summary.problems.append(each.problem)
        elif each.copy_of in unread:
            summary.problems.append(Problem(each.facts().article.id, unread[each.copy_of]))
            summary.copies -= 1
        else:
            yield each


def _groups(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while group := list(islice(readings, _TOGETHER)):
        yield group
