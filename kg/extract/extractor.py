"""The extraction stage as one object: knowledge compiled once, documents in, claims out."""

from kg.extract.arguments import Arguments
from kg.extract.attribution import Attribution
from kg.extract.claims import Claims, former_first
from kg.extract.events import EventFinder
from kg.extract.factuality import Factuality
from kg.extract.frames import FrameIndex
from kg.extract.roles import find_roles
from kg.extract.statements import StatementFinder
from kg.knowledge import Knowledge
from kg.language import Document


class Extractor:
    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._frames = FrameIndex(knowledge)

    def extract(self, document: Document) -> Claims:
        """All claims of a document, in text order."""
        roles = find_roles(document, self._knowledge)
        titles = {title.begin: title.index for title in document.titles if not title.plural}
        told = (r for r in former_first(roles) if r.evidence.begin in titles)
        holders = {titles[r.evidence.begin]: document.mentions[r.person] for r in told}
        owners = frozenset(r.owner for r in roles if r.owner is not None)
        arguments = Arguments(document, self._knowledge, holders, owners)
        shared = (arguments, Factuality(arguments, self._knowledge), Attribution(arguments, self._knowledge))
        return Claims(
            roles=tuple(roles),
            events=tuple(EventFinder(document, self._knowledge, self._frames, *shared).find()),
            statements=tuple(StatementFinder(document, self._knowledge, *shared).find()),
        )
