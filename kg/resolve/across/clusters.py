"""Disjoint sets that refuse to join members that cannot be together."""

from collections.abc import Callable


class Clusters:
    def __init__(self, size: int, cannot: Callable[[int, int], bool]) -> None:
        self._of = list(range(size))
        self._members = {i: [i] for i in range(size)}
        self._cannot = cannot

    def of(self, member: int) -> int:
        """The number of the member's cluster: that of its least member."""
        return self._of[member]

    def members(self, member: int) -> list[int]:
        return self._members[self._of[member]]

    def all(self) -> list[list[int]]:
        return [sorted(self._members[cluster]) for cluster in sorted(self._members)]

    def join(self, one: int, other: int) -> bool:
        """Join the clusters of two members if no two of theirs exclude each other; whether they are together now."""
        first, second = sorted((self._of[one], self._of[other]))
        if first == second:
            return True
        if any(self._cannot(min(a, b), max(a, b)) for a in self._members[first] for b in self._members[second]):
            return False
        self.force(one, other)
        return True

    def force(self, one: int, other: int) -> None:
        """Join the clusters of two members whatever speaks against it."""
        first, second = sorted((self._of[one], self._of[other]))
        if first == second:
            return
        moved = self._members.pop(second)
        self._members[first] += moved
        for member in moved:
            self._of[member] = first
