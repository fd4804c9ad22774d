"""Who has their own forces act: "ordered the army to withdraw"."""

from typing import TYPE_CHECKING

from kg.knowledge import Knowledge
from kg.language import Form, Token
from kg.language.syntax import children

if TYPE_CHECKING:
    from kg.extract.arguments import Arguments


class Commands:
    """Lookup in one document."""

    def __init__(self, arguments: "Arguments", knowledge: Knowledge) -> None:
        self._arguments = arguments
        self._commanding = knowledge.groups.commanding_verbs
        self._commanded = knowledge.frames.words["commanded"]

    def is_to_own_forces(self, verb: Token) -> bool:
        """Whether what a verb orders is done by who orders it: "ordered its troops to go"; not "ordered Iraqi troops to"."""
        if verb.lemma not in self._commanding:
            return False
        objects = children(self._arguments.parse, verb.index, ("dobj", "nsubj"))
        forces = [t for t in objects if t.index > verb.index and t.lemma in self._commanded]
        parties = [m for t in forces for m in self._arguments.parties(t.index, deep=False)]
        own = (m.form is Form.PRONOUN or (m.form is Form.NOMINAL and m.state is None) for m in parties)
        return bool(forces) and all(own)
