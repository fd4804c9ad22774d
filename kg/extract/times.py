"""Expressions of time in sentences, resolved against the day of publication to ISO 8601 days, months, years."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from kg.extract.claims import Time
from kg.language import Parse, Sentence

_MONTHS = {
    m: i
    for i, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for m in names.split()
}
_DAYS = {d: i for i, d in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))}
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
}
_M = "(?P<month>" + "|".join(sorted((n for n in _MONTHS), key=len, reverse=True)) + r")\b\.?"
_TO_DAY = r"(?:\s*(?:-|–|to|and)\s*\d{1,2}(?:st|nd|rd|th)?)?"
"""The end of "4-6 May", "from 4 to 6 May"; a stretch of days is told by its first."""
_DATED = rf"(?:the\s+)?(?:{_M.replace('?P<month>', '?:')}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_M.replace('?P<month>', '?:')})"
"""What stands behind the weekday of "Thursday, March 19"."""
_EXPRESSION = re.compile(
    rf"""\b(?:
        (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
      | (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?{_TO_DAY}\s+(?:of\s+)?{_M}(?:,?\s+(?:(?P<y1>[12]\d{{3}})|(?:of\s+)?(?P<near1>last|this|next)\s+year))?
      | {_M.replace("month", "month2")}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?{_TO_DAY}\b(?!\s*(?:people|percent|%))(?:,?\s+(?:(?P<y2>[12]\d{{3}})|(?:of\s+)?(?P<near2>last|this|next)\s+year))?
      | {_M.replace("month", "month3")}(?:,?\s+(?:of\s+)?(?:(?P<y3>[12]\d{{3}})|(?P<near3>last|this|next)\s+year))?
      | (?P<near>last|next|this)\s+(?P<unit>year|month)
      | (?:(?P<near_day>last|next|this)\s+)?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?!,?\s+{_DATED})
      | (?P<word>yesterday|today|tomorrow|tonight)
      | the\s+(?P<previous>day\s+before|previous\s+day)
      | (?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{{1,3}})\s+(?P<units>day|month|year)s?\s+(?P<way>ago|earlier|later|before(?=\s*(?:[,.;:)]|$)))
      | (?<=in\s)(?P<year>[12]\d{{3}})\b(?!\s*(?:people|men|troops|soldiers|%|percent|votes|miles|km))
      | (?<=since\s)(?P<year_since>[12]\d{{3}})\b | (?<=from\s)(?P<year_from>[12]\d{{3}})\b | (?<=until\s)(?P<year_until>[12]\d{{3}})\b
      | (?:(?<=early\s)|(?<=late\s)|(?<=mid\s)|(?<=mid-)|(?<=spring\s)|(?<=summer\s)|(?<=autumn\s)|(?<=winter\s)|(?<=of\s))(?P<year_part>[12]\d{{3}})\b(?!\s*(?:people|men|troops|soldiers|%|percent|votes|miles|km))
      | (?<=between\s)(?P<year_between>[12]\d{{3}})\b(?=\s+and\s+[12]\d{{3}}\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND = re.compile(r"\b(?:since|earlier|earlier on|last)\s+$", re.IGNORECASE)
"""What stands before a day or month that lies behind us: "since Monday", "earlier on Saturday", "last December"."""
_DATES = (("month", "d1", "y1", "near1"), ("month2", "d2", "y2", "near2"), ("month3", None, "y3", "near3"))
"""The groups of an expression that give month, day, year and the year as seen from the day of publication."""
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_HALF_YEAR = timedelta(days=183)
_MONTH = timedelta(days=31)


class Direction(Enum):
    """Where an expression that fits several days is looked for, as seen from the day of publication."""

    BACK = "back"
    NEAR = "near"
    AHEAD = "ahead"


def times_in(
    parse: Parse, sentence: Sentence, published: date | None, direction: Direction = Direction.NEAR
) -> list[Time]:
    """Times of a sentence in text order; bare weekdays, days and months are looked for in ``direction``.

    Expressions that need a day of publication which is not known are left out.
    """
    text = parse.text[sentence.begin : sentence.end]
    begins = [token.begin for token in parse.tokens[sentence.first : sentence.last]]
    return list(_times(text, begins, sentence, published, direction))


def _times(
    text: str, begins: list[int], sentence: Sentence, published: date | None, direction: Direction
) -> Iterator[Time]:
    for match in _expressions(text):
        if match["month3"] and not match["y3"] and not match["near3"] and not _is_month(text, match):
            continue
        behind = _BEHIND.search(text[: match.start()])
        value = _value(match, published, Direction.BACK if behind else direction)
        if value:
            first = sentence.first + bisect_left(begins, sentence.begin + match.start())
            last = sentence.first + bisect_left(begins, sentence.begin + match.end())
            yield Time(value, first, last)


@lru_cache(maxsize=256)
def _expressions(text: str) -> tuple[re.Match[str], ...]:
    """Each event of a sentence asks for its times."""
    return tuple(_EXPRESSION.finditer(text))


def _is_month(text: str, match: re.Match[str]) -> bool:
    """A month without day and year: "May" is one after "in", "since", "last" and the like, others unless a name
    follows ("Jan Kowal")."""
    if not match["month3"][0].isupper():
        return False
    if re.search(
        r"\b(?:in|since|until|by|last|next|early|late|this|of|for|from|to)\s+$", text[: match.start()], re.IGNORECASE
    ):
        return True
    named = re.match(r"\s+[A-Z][a-z]", text[match.end() :])
    return match["month3"].lower() != "may" and not named


def _value(match: re.Match[str], published: date | None, direction: Direction) -> str | None:
    groups = match.groupdict()
    if groups["iso"]:
        return str(groups["iso"])
    if year := next(
        (
            groups[name]
            for name in ("year", "year_since", "year_from", "year_until", "year_part", "year_between")
            if groups[name]
        ),
        None,
    ):
        return str(year)
    for month, day, stated, near in _DATES:
        if groups[month]:
            number = _MONTHS[groups[month].lower()]
            year = groups[stated]
            if groups[near] and published:  # "in January last year"
                year = str(published.year + _SHIFTS[groups[near].lower()])
            return _calendar(number, int(groups[day]) if day else None, year, published, direction)
    if published is None:
        return None
    return _relative(groups, published, direction)


def _calendar(
    month: int, day: int | None, year: str | None, published: date | None, direction: Direction
) -> str | None:
    if year is None and published is None:
        return None
    if year is not None or published is None:
        number = int(year or 0)
    else:
        number = _nearest_year(month, day, published, direction)
    try:
        found = date(number, month, day or 1)
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


def _nearest_year(month: int, day: int | None, published: date, direction: Direction) -> int:
    """A day without a year is the nearest one, behind us where that is over a month ahead of what has happened, ahead
    of us where what is still to come would be over a month ago; a bare month is the last one, or the next for what is to come."""
    if day is None:
        if direction is Direction.AHEAD:
            return published.year + (month < published.month)
        return published.year - (month > published.month)
    try:
        this = date(published.year, month, day)
    except ValueError:
        return published.year
    if direction is Direction.AHEAD:
        return published.year + (published - this > _MONTH)
    if this - published > (_MONTH if direction is Direction.BACK else _HALF_YEAR):
        return published.year - 1
    return published.year + (published - this > _HALF_YEAR and direction is Direction.NEAR)


def _relative(groups: dict[str, str | None], published: date, direction: Direction) -> str | None:
    if groups["weekday"]:
        near, ahead = (groups["near_day"] or "").lower(), direction is Direction.AHEAD
        return _weekday(_DAYS[groups["weekday"].lower()], near, published, ahead).isoformat()
    if groups["word"]:
        shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[groups["word"].lower()]
        return (published + timedelta(days=shift)).isoformat()
    if groups["previous"]:
        return (published - timedelta(days=1)).isoformat()
    if groups["near"] and groups["unit"]:
        shift = _SHIFTS[groups["near"].lower()]
        return str(published.year + shift) if groups["unit"].lower() == "year" else _month(published, shift)
    # "two days later" counts from a day of the story, whatever that is
    if groups["count"] and groups["units"] and groups["way"] and groups["way"].lower() != "later":
        count = NUMBERS.get(groups["count"].lower()) or int(groups["count"])
        return _shifted(published, -count, groups["units"].lower())
    return None


def _weekday(day: int, near: str, published: date, to_come: bool) -> date:
    back = (published.weekday() - day) % 7
    ahead = (day - published.weekday()) % 7
    if near == "next" or (to_come and near != "last"):
        return published + timedelta(days=ahead or (7 if near == "next" else 0))
    return published - timedelta(days=back or (7 if near == "last" else 0))


def _shifted(published: date, count: int, unit: str) -> str:
    if unit == "day":
        return (published + timedelta(days=count)).isoformat()
    return str(published.year + count) if unit == "year" else _month(published, count)


def _month(published: date, shift: int) -> str:
    months = published.year * 12 + published.month - 1 + shift
    return f"{months // 12:04d}-{months % 12 + 1:02d}"
