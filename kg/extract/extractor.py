"""The extraction stage as one object: knowledge compiled once, documents in, claims out."""

from kg.extract.claims import Claims
from kg.extract.events import EventFinder
from kg.extract.frames import FrameIndex
from kg.extract.roles import RoleFinder
from kg.extract.statements import StatementFinder
from kg.knowledge import Knowledge
from kg.language import Document


class Extractor:
    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._frames = FrameIndex(knowledge)

    def extract(self, document: Document) -> Claims:
        """All claims of a document, in text order."""
        return Claims(
            roles=tuple(RoleFinder(document, self._knowledge).find()),
            events=tuple(EventFinder(document, self._knowledge, self._frames).find()),
            statements=tuple(StatementFinder(document, self._knowledge).find()),
        )
