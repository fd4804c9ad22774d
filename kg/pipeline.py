"""The whole way from sources to a store, as one function; the command line and Python users call the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.articles import Article, FieldMap, Problem, read_sources
from kg.graph import Store
from kg.graph.vocabulary import article_iri
from kg.identify import identify
from kg.knowledge import load_knowledge
from kg.reader import DEFAULT_MODEL, Reader, extraction_by
from kg.workers import Job, graphs

__all__ = ["DEFAULT_MODEL", "Reader", "Summary", "build"]


@dataclass(slots=True)
class Summary:
    """What a build did. ``problems`` lists all that was left out and why."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    roles: int = 0
    events: int = 0
    statements: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def articles(self) -> int:
        return self.added + self.replaced + self.unchanged


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
    progress: Callable[[str, Summary], None] = lambda article, summary: None,
) -> Summary:
    """Read ``sources`` and put each article's graph into ``store``; articles that it has unchanged are skipped.

    Bad input is listed in the summary and never stops the rest. ``reader`` is one loaded before, in place of
    ``model`` and ``knowledge``; without it, ``jobs`` processes read (a script that asks for several needs
    the guard ``if __name__ == "__main__"``, as multiprocessing says). ``progress`` is told the key of each article and the
    summary so far.

    Raises:
        KnowledgeError, ModelError, StoreError: nothing can be built at all.
    """
    known = reader.knowledge if reader else load_knowledge(tuple(knowledge))
    extraction = reader.extraction if reader else extraction_by(known, model)
    summary = Summary()
    present: dict[str, bool] = {}

    def wanted() -> Iterator[Article]:
        for item in read_sources(sources, fields):
            if isinstance(item, Problem):
                summary.problems.append(item)
                continue
            state = store.state_of(article_iri(item.key))
            if state == (item.digest, extraction.iri):
                summary.unchanged += 1
                progress(item.key, summary)
            else:
                present[item.key] = state is not None
                yield item

    job = Job(model, tuple(knowledge), keep_text)
    for graph in graphs(wanted(), job, jobs, reader):
        store.replace(article_iri(graph.key), graph.nquads)
        if present.pop(graph.key):
            summary.replaced += 1
        else:
            summary.added += 1
        summary.roles += graph.roles
        summary.events += graph.events
        summary.statements += graph.statements
        progress(graph.key, summary)
    identify(store, known)
    return summary
