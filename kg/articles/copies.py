"""Which articles carry another one's words: wire copy, syndicated pieces, the same page fetched twice.

An article is a copy when nearly all of its words stand in a longer one of the same days, in the same order: what is
shared is measured on runs of words (shingles; Broder, "On the resemblance and containment of documents", 1997), of which
a fixed quarter is kept. Containment, not resemblance: outlets cut wire stories, and a cut one resembles its source by
half and says nothing that the source does not.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_RUN = 6
"""Words of a shingle."""
_KEPT = 4
"""One shingle of this many is kept."""
_SHORT = 40
"""Words of a text that is compared as a whole: it has too few shingles to judge by."""
_CONTAINED = 0.85
_DAYS = 3
_COMMON = 50
"""Articles, none a copy of another, that share a shingle which then tells nothing: a byline, an appeal to subscribe."""
_MULTIPLIER = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Printed:
    """What is needed of an article to tell whether it is a copy."""

    key: str
    published: date | None
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Shared:
    """An article with the number of its shingles, and those of them that other articles have too."""

    key: str
    published: date | None
    size: int
    shingles: list[int]


def fingerprint(text: str) -> bytes:
    """The shingles of a text that are kept, as 64-bit numbers in order; one for the whole of a short text."""
    import numpy as np  # takes a while to load, and questions need it not

    words = _WORD.findall(text.lower())
    if not words:
        return b""
    numbers = np.fromiter((zlib.crc32(word.encode()) for word in words), np.uint64, len(words))
    run = min(_RUN, len(words)) if len(words) >= _SHORT else len(words)
    with np.errstate(over="ignore"):
        mixed = np.zeros(len(words) - run + 1, np.uint64)
        for i in range(run):
            mixed = (mixed ^ numbers[i : i + len(mixed)]) * np.uint64(_MULTIPLIER)
            mixed ^= mixed >> np.uint64(29)
    kept = mixed if run == len(words) else mixed[mixed % np.uint64(_KEPT) == 0]
    return np.unique(kept).astype("<u8").tobytes()


def copies(articles: Iterable[Printed]) -> dict[str, str]:
    """The keys of copies, each with that of the article that has its words. It depends on the set of articles alone: the
    longest is the source, of several the first published."""
    import numpy as np

    told = [(article, np.frombuffer(article.fingerprint, "<u8")) for article in articles if article.fingerprint]
    shared = _shared([own for _, own in told])
    return copies_among(Shared(a.key, a.published, len(own), _among(own, shared)) for a, own in told)


def copies_among(articles: Iterable[Shared]) -> dict[str, str]:
    """As ``copies``, from the shingles that each article shares with any other."""
    ordered = sorted(
        (article for article in articles if article.shingles),
        key=lambda a: (-a.size, a.published or date.max, a.key),
    )
    holders: defaultdict[int, list[int]] = defaultdict(list)
    found: dict[str, str] = {}
    for number, article in enumerate(ordered):
        source = _source(article, holders, ordered)
        if source is not None:
            found[article.key] = source.key
            continue
        for shingle in article.shingles:
            if len(holders[shingle]) <= _COMMON:
                holders[shingle].append(number)
    return found


def _shared(prints: "Sequence[Shingles]") -> "Shingles":
    """The shingles that more than one article has, sorted."""
    import numpy as np

    every = np.sort(np.concatenate([np.empty(0, "<u8"), *prints]))
    return np.unique(every[1:][every[1:] == every[:-1]])


def _among(own: "Shingles", shared: "Shingles") -> list[int]:
    if not len(shared):
        return []
    places = shared.searchsorted(own).clip(max=len(shared) - 1)
    return [int(shingle) for shingle in own[shared[places] == own]]


def _source(article: Shared, holders: dict[int, list[int]], ordered: list[Shared]) -> Shared | None:
    """The article before it that has most of its shingles, and enough of them."""
    telling = [shingle for shingle in article.shingles if len(holders[shingle]) <= _COMMON]
    if len(telling) < _CONTAINED * article.size:
        return None
    found = Counter(number for shingle in telling for number in holders[shingle])
    enough = [(-count, number) for number, count in found.items() if count >= _CONTAINED * article.size]
    near = (ordered[number] for _, number in sorted(enough))
    return next((other for other in near if _are_near(article.published, other.published)), None)


def _are_near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= _DAYS
