"""Calendar dates in the lines around a story: "8 April 2014 14:53 (UTC+04:00)", "Monday September 9 2024"."""

import re
from datetime import date
from functools import lru_cache

_NOISE = re.compile(r"\((?:UTC|GMT|[A-Z]{2,4})?[^)]*\)|\b(?:UTC|GMT|BST|EST|EDT|CET|MSK)\b(?:[+-]\d{1,2}(?::\d{2})?)?")
_LABEL = re.compile(r"^\W*(?:published|posted|updated|last\s+updated|date|on)\b[:\s]*", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"""^\W*(?:\d{1,2}:\d{2},?\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,.]+)?
        (?: \d{1,2}(?:st|nd|rd|th)?[\s.-]+[A-Z][a-z]{2,8}\.?[\s,-]+\d{4}
          | [A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,\s*|\s+)\d{4}
          | \d{4}-\d{2}-\d{2} | \d{1,2}[./]\d{1,2}[./]\d{4} )
        (?:[T,\s|-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)?[\s\w:+|.,/-]{0,20}$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_date_line(line: str) -> bool:
    """Whether the line is a calendar date and nothing else (a time, a zone and a label may stand with it)."""
    return len(line) < 80 and bool(_DATE_LINE.match(_bare(line)))


def date_in(text: str) -> date | None:
    """The day that ``text`` names; None unless day, month and year are all there."""
    return _parse(_bare(text).strip(" .,|-"))


def _bare(text: str) -> str:
    return _LABEL.sub("", _NOISE.sub("", text)).strip()


@lru_cache(maxsize=4096)
def _parse(text: str) -> date | None:
    iso = re.match(r"\d{4}-\d{2}-\d{2}", text)
    if iso:
        try:
            return date.fromisoformat(iso[0])
        except ValueError:
            return None
    import dateparser  # slow to import

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY", "RETURN_AS_TIMEZONE_AWARE": False}
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date() if found else None
