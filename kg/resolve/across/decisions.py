"""What a person has decided about identity: these two are the same, these two are not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Two keys of entities of one kind. A key is a name ("john-smith"), a name with a state ("john-smith.GB") or a
    name in one article ("john-smith.article-7")."""

    kind: str
    one: str
    other: str
    verdict: Literal["same", "different"]


class Bearer(Protocol):
    """Whatever decisions can be about."""

    @property
    def keys(self) -> frozenset[str]: ...

    @property
    def weight(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions as pairs of positions in a list."""

    same: tuple[tuple[int, int], ...] = ()
    different: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions that hold; the order in which they were taken makes no difference."""

    decisions: frozenset[Decision] = field(default_factory=frozenset)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key for d in self.decisions for key in (d.one, d.other))

    def of(self, kind: str, bearers: Sequence[Bearer]) -> Decided:
        """The decisions about entities of a kind, for those that ``bearers`` has."""
        named: dict[str, list[int]] = {}
        wanted = {key for d in self.decisions if d.kind == kind for key in (d.one, d.other)}
        for i, bearer in enumerate(bearers):
            for key in bearer.keys & wanted:
                named.setdefault(key, []).append(i)
        same: set[tuple[int, int]] = set()
        different: set[tuple[int, int]] = set()
        for decision in self.decisions:
            if decision.kind != kind:
                continue
            some, others = named.get(decision.one, []), named.get(decision.other, [])
            if decision.verdict == "different":
                different |= {(min(a, b), max(a, b)) for a in some for b in others if a != b}
            elif some and others:
                a = max(some, key=lambda i: (bearers[i].weight, -i))
                b = max(others, key=lambda i: (bearers[i].weight, -i))
                same.add((min(a, b), max(a, b)))
        return Decided(tuple(sorted(same)), frozenset(different))
