"""Which organisations the short names stand for that an article gives in brackets."""

from kg.language import Document, Form, Kind
from kg.resolve.names import bare, slug


def acronyms_in_brackets(document: Document) -> dict[str, str]:
    """ "Rwandan Patriotic Front (RPF)": from the key of the short name to that of the full one; the other way round where
    only the short one is known. What an article calls so is that: the EC of "the Election Commission (EC)" is no
    European Community."""
    found = dict[str, str]()
    for mention in document.mentions:
        if mention.kind is not Kind.ORGANISATION or mention.form is not Form.NAME or mention.inner:
            continue
        bracket = document.parse.tokens[mention.last : mention.last + 3]
        if [token.text for token in bracket[::2]] != ["(", ")"] or not bracket[1].text.isupper():
            continue
        full, at = slug(bare(mention.name)), document.mention_at[bracket[1].index]
        key, known = mention.reference or full, document.mentions[at].reference if at >= 0 else None
        if mention.reference is None and known is not None and _have_a_word_in_common(full, known):
            found[full] = known
            continue
        found[slug(bracket[1].text)] = key
        if known is not None and known != key and not _is_told_in_full(document, known):
            found[known] = key
    return found


def _have_a_word_in_common(key: str, name: str) -> bool:
    return bool(set(key.split("-")) & set(slug(name).split("-")))


def _is_told_in_full(document: Document, reference: str) -> bool:
    mentions = (m for m in document.mentions if m.reference == reference)
    return any(not m.name.isupper() for m in mentions)
