"""One readable key a cluster, and the keys that lead to it.

A person of full name has the name as key ("najmaddin-sadigov"). Namesakes are told apart by state
("john-smith.GB"), and where that does not do by an article ("john-smith.article-7"); so is who has a surname only.
A cluster's key is always one that one of its members could have alone, so that all keys it may have had while fewer
articles were known are among those of its members: each of them leads to the cluster, whatever the order of builds.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.resolve.names import slug

Ref = tuple[str, str]
"""A kind and a key of that kind."""


class Named(Protocol):
    """What a key needs to know of a profile."""

    key: str
    state: str | None
    names: Counter[str]
    sightings: list[tuple[str, int]]

    @property
    def is_full(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Canonical:
    """The key and the name of an entity across articles."""

    key: str
    name: str


def canonical(clusters: Sequence[Sequence[Named]]) -> tuple[list[Canonical], dict[str, tuple[str, ...]]]:
    """The canonical key and name of each cluster, and old keys with the keys that they lead to."""
    profiles: Counter[str] = Counter(p.key for cluster in clusters for p in cluster if p.is_full)
    plain: defaultdict[str, set[int]] = defaultdict(set)
    for i, cluster in enumerate(clusters):
        for profile in cluster:
            if profile.is_full:
                plain[profile.key].add(i)
    contested = {key for key, owners in plain.items() if len(owners) > 1}
    holders: defaultdict[str, set[int]] = defaultdict(set)
    handed_out = [
        {key for profile in cluster for key in _handed_out(profile, contested, profiles)} for cluster in clusters
    ]
    for i, keys in enumerate(handed_out):
        for key in keys:
            holders[key].add(i)
    found = [_canonical(cluster, holders, contested) for cluster in clusters]
    old: dict[str, tuple[str, ...]] = {}
    for key, owners in holders.items():
        leads = tuple(sorted({found[i].key for i in owners}))
        if leads != (key,):
            old[key] = leads
    return found, old


def _handed_out(profile: Named, contested: set[str], profiles: Counter[str]) -> list[str]:
    """The keys that it has, or may have had in a build of fewer articles."""
    keys = [profile.key] if profile.is_full else []
    if profile.state and (not profile.is_full or profiles[profile.key] > 1):
        keys.append(f"{profile.key}.{profile.state}")
    if not profile.is_full or profile.key in contested:
        keys += sorted(f"{profile.key}.{article}" for article, _ in profile.sightings)
    return keys


def _canonical(cluster: Sequence[Named], holders: dict[str, set[int]], contested: set[str]) -> Canonical:
    """The plainest key that is nobody else's, for the name that most articles use."""
    shown = [p for p in cluster if p.is_full] or list(cluster)
    weight: Counter[str] = Counter()
    for profile in shown:
        weight[profile.key] += len(profile.sightings)
    main = min(weight, key=lambda key: (-weight[key], key))
    shown = [p for p in shown if p.key == main]
    candidates = [main] if shown[0].is_full and main not in contested else []
    candidates += sorted(f"{main}.{p.state}" for p in shown if p.state)
    candidates += sorted(f"{main}.{article}" for p in shown for article, _ in p.sightings)
    key = next((key for key in candidates if len(holders.get(key, ())) == 1), candidates[-1])
    names: Counter[str] = Counter()
    for profile in shown:
        names.update(profile.names)
    name = min(names, key=lambda name: (slug(name) != main, -names[name], name))
    return Canonical(key, name)
