"""What a build has to do: which articles the store has not, or has otherwise than they are now, and which of all articles
carry another one's words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from pyoxigraph import NamedNode

from kg.articles import Article
from kg.articles.copies import Printed, copies
from kg.graph import Store
from kg.graph.reading import Extraction, Reading
from kg.graph.vocabulary import ARTICLE
from kg.workers import ToRead


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the store has of an article, or has put aside of it."""

    node: NamedNode
    waits: bool
    state: tuple[str, NamedNode] | None
    copy_of: str | None
    printed: Printed


class Survey:
    """Compares articles ``found`` with a store. Which are copies depends on all articles together: one that is there can
    become a copy of one that comes in, and is changed then as well."""

    def __init__(self, found: Iterable[Article], store: Store, extraction: Extraction) -> None:
        self._found = found
        self._store = store
        self._run = extraction.iri
        self._stored = _stored(store)
        printed = {key: stored.printed for key, stored in self._stored.items()}
        digests: dict[str, str] = {}
        for article in found:
            printed[article.key] = Printed(article.key, article.published, article.fingerprint)
            digests[article.key] = article.digest
        self._copies = copies(printed.values())
        self._now = digests
        self.copies = sum(key in self._copies for key in digests)
        self.unchanged = sum(self._is_unchanged(key, digest) for key, digest in digests.items())
        self.replaced = frozenset(self._stored)

    def wanted(self) -> Iterator[ToRead]:
        """What is to be read, in the order of the articles, copies behind all others; of those that the store alone has,
        with their texts, what other articles change."""
        for copied in (False, True):
            for article in self._found:
                source = self._copies.get(article.key)
                if (source is not None) is copied and not self._is_unchanged(article.key, article.digest):
                    yield ToRead(article, source)
        for key, stored in self._stored.items():
            source = self._copies.get(key)
            if key not in self._now and source != stored.copy_of:
                reading = self._store.waiting[stored.node] if stored.waits else self._store.reading(stored.node)
                if reading.text is not None:
                    yield ToRead(reading.facts().article, source)

    def _is_unchanged(self, key: str, digest: str) -> bool:
        stored = self._stored.get(key)
        if stored is None:
            return False
        return stored.state == (digest, self._run) and stored.copy_of == self._copies.get(key)


def _stored(store: Store) -> dict[str, _Stored]:
    found = {_key(node): _written(store, node) for node in store.articles()}
    found |= {reading.key: _waiting(node, reading) for node, reading in store.waiting.items()}
    return dict(sorted(found.items()))


def _waiting(node: NamedNode, reading: Reading) -> _Stored:
    day = date.fromisoformat(reading.published) if reading.published else None
    printed = Printed(reading.key, day, reading.fingerprint)
    return _Stored(node, True, (reading.digest, reading.extraction.iri), reading.copy_of, printed)


def _written(store: Store, node: NamedNode) -> _Stored:
    source = store.value(node, "kg:copyOf", node)
    day = store.value(node, "schema:datePublished", node)
    printed = Printed(_key(node), date.fromisoformat(day) if day else None, store.fingerprint(node))
    copy_of = None if source is None else _key(NamedNode(source))
    return _Stored(node, False, store.state_of(node), copy_of, printed)


def _key(article: NamedNode) -> str:
    return unquote(article.value.removeprefix(ARTICLE))
