"""Which profiles are one person's: candidates by sound, links by evidence, the strongest first.

Nothing depends on the order of articles: profiles, candidates and links are each put in an order of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.resolve.across.clusters import Clusters
from kg.resolve.across.decisions import Decisions
from kg.resolve.across.evidence import Evidence, shared_posts
from kg.resolve.across.person_names import Relation
from kg.resolve.across.profiles import Profile

_MARGIN = 1
"""A link counts as ambiguous when another one, to somebody else, has at least its score less this."""
_ENOUGH, _ENOUGH_ALONE = 3, 2
"""Least score that ties a surname to a full name, and to the only one in the state that has it."""


def group_people(profiles: list[Profile], evidence: Evidence, decisions: Decisions) -> list[list[Profile]]:
    """Profiles of one person each, in the order of their first profile."""
    return _People(profiles, evidence, decisions).grouped()


def blocks(profile: Profile, evidence: Evidence) -> set[str]:
    """Keys of which two profiles share one whenever one of them can have a say in whether the other is somebody's:
    profiles that no chain of keys connects can be grouped apart from each other."""
    comparer, form = evidence.comparer, profile.form
    sounds = {*comparer.surnames(form, False), *comparer.surnames(form, True)}
    found = {f"{sound}|{where}" for sound in sounds for where in profile.states | profile.organisations}
    found |= {f"={profile.key}", *in_posts(profile, sounds)}
    return found | {*comparer.keys(form), *in_posts(profile, comparer.forenames(form))} if form.is_full else found


def in_posts(profile: Profile, sounds: Iterable[str]) -> list[str]:
    """Keys that names share which have a sound and a post in common."""
    return [f"{sound}|{post}|{owner}" for sound in sounds for post, owner in sorted(profile.posts) if owner]


class _People:
    def __init__(self, profiles: list[Profile], evidence: Evidence, decisions: Decisions) -> None:
        self._profiles = profiles
        self._evidence = evidence
        self._decided = decisions.of("person", profiles)
        self._clusters = Clusters(len(profiles), self._cannot)

    def grouped(self) -> list[list[Profile]]:
        for one, other in self._decided.same:
            self._clusters.force(one, other)
        full = [i for i, p in enumerate(self._profiles) if p.form.is_full]
        self._link(self._links(full))
        parts = [i for i, p in enumerate(self._profiles) if not p.form.is_full]
        self._attach(parts, full)
        self._link_mononyms(parts, full)
        return [[self._profiles[i] for i in members] for members in self._clusters.all()]

    def _cannot(self, one: int, other: int) -> bool:
        if (one, other) in self._decided.different:
            return True
        return self._evidence.conflict(self._profiles[one], self._profiles[other])

    # ---- full names

    def _links(self, full: list[int]) -> dict[tuple[int, int], int]:
        comparer = self._evidence.comparer
        blocks: defaultdict[str, list[int]] = defaultdict(list)
        for i in full:
            profile = self._profiles[i]
            for key in (*comparer.keys(profile.form), *in_posts(profile, comparer.surnames(profile.form, False))):
                blocks[key].append(i)
        links: dict[tuple[int, int], int] = {}
        for one, other in _pairs(blocks.values()):
            if (one, other) not in links:
                links[one, other] = self._evidence.score(self._profiles[one], self._profiles[other])
        return {pair: score for pair, score in links.items() if score}

    def _link(self, links: dict[tuple[int, int], int]) -> None:
        of: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for (one, other), score in links.items():
            of[one].append((score, other))
            of[other].append((score, one))
        for (one, other), score in sorted(links.items(), key=lambda item: (-item[1], item[0])):
            if not self._rivals(one, other, score, of) and not self._rivals(other, one, score, of):
                self._clusters.join(one, other)

    def _rivals(self, one: int, other: int, score: int, of: dict[int, list[tuple[int, int]]]) -> bool:
        """Somebody else whom ``one`` may be as well."""
        return any(
            rival != other
            and rival_score >= score - _MARGIN
            and self._cannot(rival, other)
            and not self._cannot(one, rival)
            for rival_score, rival in of[one]
        )

    # ---- surnames and initials

    def _attach(self, parts: list[int], full: list[int]) -> None:
        index: defaultdict[str, list[int]] = defaultdict(list)
        comparer = self._evidence.comparer
        for i in full:
            profile = self._profiles[i]
            for sound in comparer.surnames(profile.form, self._evidence.is_family_first(profile)):
                for where in profile.states | profile.organisations:
                    index[f"{sound}|{where}"].append(i)
            for key in in_posts(profile, comparer.forenames(profile.form)):
                index[key].append(i)
        present: defaultdict[str, set[int]] = defaultdict(set)
        for i in full:
            for article in self._profiles[i].article_keys:
                present[article].add(i)
        found = [(part, self._best(part, index, present)) for part in parts]
        for part, whole in found:
            if whole is not None:
                self._clusters.force(part, whole)

    def _best(self, part: int, index: dict[str, list[int]], present: dict[str, set[int]]) -> int | None:
        """The person whose surname this is: of whom most speaks for it, and clearly more than of any other."""
        profile = self._profiles[part]
        if len(self._clusters.members(part)) > 1:
            return None  # decided by hand
        sounds = self._evidence.comparer.surnames(profile.form, self._evidence.is_family_first(profile))
        places = profile.states | profile.organisations
        keys = [f"{sound}|{where}" for sound in sounds for where in places] + in_posts(profile, sounds)
        candidates = {i for key in keys for i in index.get(key, ())}
        beside = {self._clusters.of(i) for article in profile.article_keys for i in present.get(article, ())}
        best: dict[int, tuple[int, int]] = {}
        for i in sorted(candidates):
            cluster = self._clusters.of(i)
            score = self._evidence.partial_score(profile, self._profiles[i])
            if score and cluster not in beside and not self._is_kept_out(part, i):
                best[cluster] = max(best.get(cluster, (0, 0)), (score, -i))
        ranked = sorted(best.values(), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[1][0] >= ranked[0][0] - _MARGIN):
            return None
        only_one = len(ranked) == 1 and profile.state is not None and ranked[0][0] >= _ENOUGH_ALONE
        return -ranked[0][1] if only_one or ranked[0][0] >= _ENOUGH else None

    def _is_kept_out(self, part: int, whole: int) -> bool:
        """Somebody has decided so, or another post or state of the person speaks against it; who has the post itself
        may have had others."""
        members = self._clusters.members(whole)
        if any((min(part, m), max(part, m)) in self._decided.different for m in members):
            return True
        if shared_posts(self._profiles[part], self._profiles[whole]):
            return self._cannot(part, whole)
        return any(self._cannot(part, m) for m in members)

    def _link_mononyms(self, parts: list[int], full: list[int]) -> None:
        """People known by one name: the same name in the same post, where no full name in that state has it."""
        comparer = self._evidence.comparer
        taken = {
            (sound, where)
            for i in full
            for sound in comparer.surnames(self._profiles[i].form, True)
            for where in self._profiles[i].states
        }
        blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for i in parts:
            profile = self._profiles[i]
            for sound in comparer.surnames(profile.form, False):
                for where in profile.states | profile.organisations:
                    if len(self._clusters.members(i)) == 1 and (sound, where) not in taken:
                        blocks[sound, where].append(i)
        for _, block in sorted(blocks.items()):
            firsts: list[int] = []
            for i in block:
                known = next((first for first in firsts if self._is_same_mononym(first, i)), None)
                if known is None:
                    firsts.append(i)
                else:
                    self._clusters.force(known, i)

    def _is_same_mononym(self, one: int, other: int) -> bool:
        first, second = self._profiles[one], self._profiles[other]
        if self._evidence.relation(first, second) < Relation.SPELLING or self._cannot(min(one, other), max(one, other)):
            return False
        return bool(shared_posts(first, second)) or len(first.company & second.company) > 1


def _pairs(blocks: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        members = sorted(set(block))
        for at, one in enumerate(members):
            for other in members[at + 1 :]:
                yield one, other
