"""Reads plain news text as people have it: headline, byline, dates, dateline and furniture around the story."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.articles.article import Span
from kg.articles.dates import date_in, is_date_line

_HEADER_LINES = 12
_LONGEST_HEADLINE = 180
_LEAST_HEADLINE = 3
_DATELINE_BLOCKS = 4
"""How many paragraphs (captions, a lead) may stand before the dateline."""
_BYLINE = re.compile(r"^\s*(?:[Bb]y|BY):?\s+(?:(?:[A-Z][\w.'’-]*,?|and|de|van|von|al|bin)(?:\s+|$)){1,8}(?:[|,/-].*)?$")
_NAMES = re.compile(r"^\s*by:?\s+(.*?)\s*(?:[|/].*|,.*\b(?:correspondent|editor|reporter|writer)\b.*)?$", re.IGNORECASE)
_MARKS = re.compile(r"#{1,6} ")
_FURNITURE = re.compile(
    r"""^\s*(?:
        latest(\s+see\s+more)? | see\s+(also|more)\b.{0,60} | read\s+(more|also|next|full)\b.* | more\s+on\s+this\s+story.* | related\s+(articles|stories|news|topics)?.{0,60}
      | (share|tweet|print|e-?mail|comment|comments|like|save|listen|follow(\s+us)?|subscribe|sign\s+up|log\s?in|menu|home|search|advertisement|sponsored|tags?|topics?|news|world|politics|video|photos?)\b[^.!?]{0,60}
      | (copyright|©|\(c\))\s?.* | all\s+rights\s+reserved.* | (photo|image|picture|file\s+photo|illustration)\s*(credit|by|:).{0,120}
      | follow\s+us\s+on\b.* | subscribe\s+to\b.* | click\s+here\b.* | \d+\s+(comments?|shares?|views?) | (reporting|editing|additional\s+reporting|writing)\s+by\b.*
      | https?://\S+ | [\W\d_]+
    )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:(?:,?\s+|/)\d{{4}})?"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽẠ-Ỹ"
_CITY = rf"[{_CAPITAL}][\w.'’-]*(?:[ /][{_CAPITAL}][\w.'’-]*){{0,3}}"
_TOWN = rf"[{_CAPITAL}][\w.'’-]*(?:[ ][{_CAPITAL}][\w.'’-]*)?"
"""In small letters at most two words: longer ones begin sentences ("Deputy Prime Minister – Minister of …")."""
_AGENCY = r"(?:\((?:[A-Z][^()]{1,40}|[\w-]+\.[a-z.]{2,6}|dpa)\)|/[^/\n]{2,40}/)"
_SHORT_AGENCY = r"\((?:[A-Z][A-Za-z]{1,11}|dpa)\)"
_DASH = r"(?:--|[-–—_])"
_LABELS = r"(?i:BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|ANALYSIS|OPINION|COMMENT|EDITORIAL|FACTBOX|TIMELINE|EXPLAINER|LIVE|NEWS|INTERVIEW|VIDEO|PHOTOS|NOTE|CORRECTION|SPECIAL REPORT)"
_DATELINE = re.compile(
    rf"""^\s*(?:
        (?P<a>{_CITY}(?:,\s+{_CITY})?)(?:,|(?<=\.))\s+(?P<day_a>{_DAY})(?:\.?\s+{_AGENCY}\.?\s*(?:{_DASH}|:)?|(?:,\s+[{_CAPITAL}]{{2,6}})?\s*{_DASH}|\.\s)\s*
      | (?P<b>{_CITY}(?:,\s+{_CITY})?)\s+{_AGENCY}\s*{_DASH}\s*
      | (?P<c>(?!{_LABELS}\b)[{_CAPITAL}][{_CAPITAL}.'’ -]{{2,30}}(?:,\s+{_CITY})?)\s*(?:--|–|—|\s-|:)\s+
      | (?P<e>{_CITY},\s+{_CITY})\s*(?:--|–|—)(?:\s+|(?=["“'‘]?[{_CAPITAL}]))
      | (?P<f>(?!{_LABELS}\b){_TOWN})\s+{_DASH}\s+(?=["“'‘]?[{_CAPITAL}])
      | (?P<h>[{_CAPITAL}][{_CAPITAL}.'’ -]{{2,30}})\s+{_SHORT_AGENCY}\s+(?=["“'‘]?[{_CAPITAL}])
      | (?P<day_g>{_DAY})\s*\((?P<g>{_CITY})\)\s*{_DASH}\s*
      | (?P<d>[{_CAPITAL}][{_CAPITAL}.'’ -]{{2,30}}(?:,\s+{_CITY})?),\s+(?P<day_d>{_DAY})\s*{_DASH}?\s*
    )""",
    re.VERBOSE,
)
_DATELINE_WITHIN = re.compile(
    rf"(?!{_LABELS}\b)[{_CAPITAL}][{_CAPITAL}.'’ -]{{2,30}}(?:,\s+{_CITY})?\s+{_DASH}\s+(?=[\"“'‘]?[{_CAPITAL}])"
)
"""The dateline of a further story in a digest, where a colon would be a speaker's."""
_PLACE_AND_DATE = re.compile(rf"^\s*(?P<place>{_CITY}),\s+(?P<date>{_DAY})\s*$")
_PARTED = re.compile(r"\n[ \t]*(?:\n|$)")
_ACRONYM_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
"""What a headline may end with: "Cuba Resumes Ties with U.S."."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class NewsText:
    """What the text of an article says of itself, and the spans of the story proper."""

    paragraphs: tuple[Span, ...]
    headline: str | None
    author: str | None
    published: date | None
    place: str | None
    headline_span: Span | None


@dataclass(frozen=True, slots=True)
class _Header:
    end: int
    headline: str | None
    author: str | None
    published: date | None
    place: str | None
    headline_span: Span | None


def read_news_text(text: str, title: str | None = None) -> NewsText:
    """Tell the story from what surrounds it. ``title`` is the headline where a record gives it."""
    lines = list(_lines(text))
    header = _read_header(text, lines, title)
    place, dated = None, None
    story: list[Span] = []
    for block in _blocks(text, [line for line in lines if line.begin >= header.end]):
        if (
            len(story) < _DATELINE_BLOCKS
            and place is None
            and (dateline := _DATELINE.match(text[block.begin : block.end]))
            and dateline.end() < block.end - block.begin
        ):
            place = next(dateline[name] for name in "abcdefgh" if dateline[name]).strip()
            place = place.rstrip(".") if place.count(".") == 1 else place  # "MOSCOW. May 2", "WASHINGTON, D.C."
            day = dateline["day_a"] or dateline["day_d"] or dateline["day_g"]
            dated = date_in(day) if day else None
            block = Span(block.begin + dateline.end(), block.end)
        elif story and (again := _DATELINE_WITHIN.match(text[block.begin : block.end])):
            block = Span(block.begin + again.end(), block.end)
        story.append(block)
    return NewsText(
        tuple(story),
        title or header.headline,
        header.author,
        header.published or dated,
        place or header.place,
        header.headline_span,
    )


def _lines(text: str) -> Iterator[Span]:
    """Lines without the white space around them; empty lines are kept, as they part paragraphs."""
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        begin = position + line.index(stripped) if stripped else position
        yield Span(begin, begin + len(stripped))
        position += len(line) + 1


def _read_header(text: str, lines: Sequence[Span], title: str | None) -> _Header:
    headline, author, place, before, after, end = title, None, None, None, None, 0
    span: Span | None = None
    filled = [line for line in lines if line.end > line.begin]
    if len(filled) == 1:
        return _Header(0, title, None, None, None, None)
    for line in filled[:_HEADER_LINES]:
        words = text[line.begin : line.end]
        filed = None if is_date_line(words) else _PLACE_AND_DATE.match(words)
        if is_date_line(words) or filed:
            place = filed["place"] if filed else place
            found = date_in(filed["date"] if filed else words)
            before, after = (before, after or found) if headline else (found, after)
        elif _BYLINE.match(words) and (name := _NAMES.match(words)):
            author = name[1]
        elif _same(words, headline) or _FURNITURE.match(words):
            pass
        elif (headline is None or (title is None and len(headline.split()) < _LEAST_HEADLINE)) and _may_be_headline(
            words, alone=_PARTED.match(text, line.end) is not None
        ):
            span = _without_marks(text, line)  # Markdown's heading
            headline = text[span.begin : span.end]  # a first line of a word or two is the name of a section
        else:
            break
        end = line.end + 1
    return _Header(end, headline, author, after or before, place, span)


def _without_marks(text: str, line: Span) -> Span:
    """A heading without the marks that Markdown sets before it."""
    words = text[line.begin : line.end]
    return Span(line.end - len(words.lstrip("# ")), line.end) if _MARKS.match(words) else line


def _same(words: str, headline: str | None) -> bool:
    """The headline once more; with a full stop that the headline has not, it is the first sentence of the story."""
    if headline is None or (words.endswith(".") and not headline.endswith(".")):
        return False
    return words.casefold().strip(" .#") == headline.casefold().strip(" .#")


def _may_be_headline(words: str, *, alone: bool) -> bool:
    """ "DIPLOMACY: Egypt to host a summit" with nothing below it has a topic before its colon, a paragraph its place."""
    ended = _SENTENCE_END.search(words) and not _ACRONYM_END.search(words)
    short = len(words) <= _LONGEST_HEADLINE and not ended
    filed = _DATELINE.match(words)
    return short and (filed is None or (alone and filed["c"] is not None and filed[0].rstrip().endswith(":")))


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs: blank lines part them, and so do lines that each end a sentence; furniture is left out."""
    block: list[Span] = []
    for line in [*lines, Span(0, 0)]:
        words = text[line.begin : line.end]
        if block and (not words or _FURNITURE.match(words) or _ends_paragraph(text, block[-1], lines)):
            yield Span(block[0].begin, block[-1].end)
            block = []
        if words and not _FURNITURE.match(words) and not is_date_line(words):
            block.append(line)


def _ends_paragraph(text: str, line: Span, lines: Sequence[Span]) -> bool:
    """A line that ends a sentence ends the paragraph, unless the text is hard-wrapped."""
    widest = max(other.end - other.begin for other in lines)
    wrapped = widest <= 100 and len(lines) > 4
    return bool(_SENTENCE_END.search(text[line.begin : line.end])) and not wrapped
