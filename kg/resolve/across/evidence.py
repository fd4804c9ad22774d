"""What speaks for and against two profiles being one person's."""

from datetime import date

from kg.resolve.across.person_names import NameComparer, Relation
from kg.resolve.across.profiles import PostKey, Profile, Seen

_NEAR_DAYS = 180
"""Two posts that exclude each other do so when they are seen this near to each other."""
_WITHIN_A_YEAR = 3
_RANKING = ("deputy", "vice", "shadow", "assistant", "first", "former")


class Evidence:
    """Compares profiles by name, state, posts, organisations, company and time."""

    def __init__(self, comparer: NameComparer, family_first: frozenset[str]) -> None:
        self.comparer = comparer
        self._family_first = family_first

    def relation(self, one: Profile, other: Profile) -> Relation:
        return self.comparer.relation(one.form, other.form, self.is_family_first(one, other))

    def is_family_first(self, *profiles: Profile) -> bool:
        return any(p.states & self._family_first for p in profiles)

    def conflict(self, one: Profile, other: Profile) -> bool:
        """The two cannot be one person: other states or posts at one time, other middle names or generations."""
        if shared_posts(one, other):
            return self.comparer.clash(one.form, other.form) or self._are_father_and_son(one, other)
        if one.state and other.state and one.state != other.state:
            return True
        if self.comparer.clash(one.form, other.form):
            return True
        return self._exclude_each_other(one, other) and len(one.company & other.company) < 2

    def _exclude_each_other(self, one: Profile, other: Profile) -> bool:
        apart = one.groups and other.groups and not one.groups & other.groups
        return bool(apart) and days_between(one.days, other.days) <= _NEAR_DAYS

    def _are_father_and_son(self, one: Profile, other: Profile) -> bool:
        """Two names in one post at other times, of which one has a "Jr" or a forename more."""
        if not (one.is_full and other.is_full):
            return False
        if one.form.generation != other.form.generation:
            return not _nearness(one, other)
        partial = self.relation(one, other) is Relation.PARTIAL
        return partial and not self._leaves_out_forenames(one, other)

    def _leaves_out_forenames(self, one: Profile, other: Profile) -> bool:
        if one.article_keys & other.article_keys or one.form.patronymic or other.form.patronymic:
            return False
        return self.comparer.drops_forenames(one.form, other.form) or _nearness(one, other) == _WITHIN_A_YEAR

    def score(self, one: Profile, other: Profile) -> int:
        """How much speaks for two full names being one person's; 0 where it is not enough."""
        relation = self.relation(one, other)
        if relation is Relation.NONE:
            return 0
        near = _nearness(one, other)
        posts = 3 if shared_posts(one, other) else 0
        state = 3 if one.state and one.state == other.state else 1 if one.states & other.states else 0
        around = min(2, len(one.company & other.company)) + bool(one.organisations & other.organisations)
        weight = state + posts + around + near
        if relation is Relation.SAME:
            return 4 + weight + (one.form.exact == other.form.exact)
        if one.article_keys & other.article_keys and not posts:
            return 0  # one article that writes both means two
        needed: int | bool
        if relation is Relation.PARTIAL:
            needed = posts and self._leaves_out_forenames(one, other)
        elif one.form.generation != other.form.generation:
            needed = posts and near  # one "Jr" makes another person
        elif relation is Relation.CLOSE or self.is_family_first(one, other):
            needed = posts  # one vowel makes another name
        elif self.comparer.is_loose(one.form, other.form):
            needed = posts or (state >= 3 and around)
        else:
            needed = state >= 3 or posts or (state and around >= 2)
        return 2 + weight if needed else 0

    def partial_score(self, part: Profile, whole: Profile) -> int:
        """How much speaks for a surname (or initials and surname) being that of a person of full name."""
        if not self._are_near(part, whole):
            return 0
        shared = bool(shared_posts(part, whole))
        by_forename = shared and self.comparer.has_forename(part.form, whole.form)
        if self.relation(part, whole) is not Relation.PARTIAL and not by_forename:
            return 0
        around = min(2, len(part.company & whole.company))
        exact = part.form.words[-1].folded == whole.form.words[-1].folded
        if part.posts and whole.posts and not shared and not (around and exact):
            return 0  # President Reagan is not the chief of staff Donald Regan, whoever stands around them
        initials = any(w.is_initial for w in part.form.words)
        return 1 + (4 + _nearness(part, whole) if shared else 0) + 2 * around + initials + exact

    def _are_near(self, part: Profile, whole: Profile) -> bool:
        return bool(part.states & whole.states or part.organisations & whole.organisations)


def shared_posts(one: Profile, other: Profile) -> set[tuple[str, str]]:
    """Posts of the first that the second has too, in full or in a short form ("minister" of defence)."""
    return {
        (post, owner)
        for post, owner in one.posts
        if owner
        for other_post, other_owner in other.posts
        if owner == other_owner and _same_post(post, other_post)
    }


def _same_post(one: str, other: str) -> bool:
    if one == other:
        return True
    some, others = set(one.split()), set(other.split())
    ranks = [{w for w in words if w in _RANKING} for words in (some, others)]
    return ranks[0] == ranks[1] and (some <= others or others <= some)


def _nearness(one: Profile, other: Profile) -> int:
    """How near in time two profiles are seen in a post that both have; 0 beyond five years or where no day is known."""
    gaps = [
        days_between(seen, other_seen)
        for (post, owner), seen in _seen_in_posts(one).items()
        for (other_post, other_owner), other_seen in _seen_in_posts(other).items()
        if owner and owner == other_owner and _same_post(post, other_post)
    ]
    if not gaps:
        return 0
    return _WITHIN_A_YEAR if min(gaps) <= 366 else 2 if min(gaps) <= 5 * 366 else 0


def _seen_in_posts(profile: Profile) -> dict[PostKey, Seen]:
    """When somebody was seen serving in each post; a surname's day is that of its article."""
    if profile.is_full or profile.days is None:
        return profile.served
    return dict.fromkeys(profile.posts, profile.days)


def days_between(one: Seen | None, other: Seen | None) -> int:
    """Days between two spans; 0 where they overlap or a day is not known."""
    if one is None or other is None:
        return 0
    if one.last < other.first:
        return (date.fromisoformat(other.first) - date.fromisoformat(one.last)).days
    if other.last < one.first:
        return (date.fromisoformat(one.first) - date.fromisoformat(other.last)).days
    return 0
