"""Who "them" are to whom those speak that meet them: "met with the ministers of Chad, asking them to wait"."""

from kg.language import Form, Mention
from kg.language.syntax import children, conjuncts, prepositions
from kg.resolve.coreference import Coreference

_MET = {"with", "to"}


def those_addressed(coreference: Coreference, mention: Mention) -> list[int] | None:
    """The entities that the verb above names in its object or behind "with": of "met with the premier and the president,
    asking them to wait" those two; none where the pronoun is no object of such a participle."""
    document = coreference.document
    parse, pronoun = document.parse, document.parse.tokens[mention.head]
    asking = parse.tokens[pronoun.head]
    if mention.form is not Form.PRONOUN or (pronoun.dep, asking.dep, asking.tag) != ("dobj", "advcl", "VBG"):
        return None
    met = [t.index for t in children(parse, asking.head, ("dobj",))]
    met += [o.index for link, o in prepositions(parse, asking.head) if link.lower in _MET]
    people = [i for noun in met if noun < asking.index for i in conjuncts(parse, noun)]
    found = (coreference.entity(at) for i in people if (at := document.mention_at[i]) >= 0)
    return list(dict.fromkeys(entity for entity in found if entity is not None)) or None
