"""Who "I" and "we" are: whoever speaks in the quotation that they stand in, and the state or organisation spoken for."""

from collections.abc import Mapping

from kg.extract import Claims
from kg.extract.quoted import Quoted
from kg.language import Document, Kind, Mention
from kg.resolve.governments import Governments


class FirstPerson:
    """Lookup in one document, whose other mentions are resolved. ``of`` maps mentions to entities and ``members``
    entities to mentions."""

    def __init__(
        self,
        document: Document,
        claims: Claims,
        quoted: Quoted,
        governments: Governments,
        of: Mapping[int, int],
        members: Mapping[int, list[Mention]],
    ) -> None:
        self._mentions = document.mentions
        self._quoted = quoted
        self._governments = governments
        self._of = of
        self._members = members
        self._speakers = {claim.trigger: document.mentions[claim.speaker] for claim in reversed(claims.statements)}
        self._posts = [(role.person, role.owner) for role in claims.roles if role.owner is not None]

    def meant(self, pronoun: Mention) -> Mention | str | None:
        """Of "I" the speaker; of "we" the state that the speaker leads or acts for, as an ISO code, or the organisation;
        None outside quotations, and where nobody knows for whom the speaker speaks."""
        verb = self._quoted.verb_at(pronoun.begin, pronoun.end)
        speaker = None if verb is None else self._speakers.get(verb.index)
        if speaker is None or speaker.index not in self._of:
            return None
        kind = self._members[self._of[speaker.index]][0].kind
        if pronoun.kind is Kind.PERSON:
            return speaker if kind is Kind.PERSON else None
        if kind is not Kind.PERSON:
            return speaker
        return self._governments.state_led(speaker) or self._organisation_of(speaker)

    def _organisation_of(self, speaker: Mention) -> Mention | None:
        own = self._of[speaker.index]
        owners = (self._mentions[owner] for person, owner in self._posts if self._of.get(person) == own)
        return next((m for m in owners if m.kind is Kind.ORGANISATION and m.index in self._of), None)
