"""Keys and comparisons of names and titles."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from kg.knowledge import Knowledge
from kg.language import Mention, Parse

_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ARABIC_ARTICLES = ("al-", "el-")
_SON_OF = {"bin", "ibn", "ben", "bint", "ould"}
_PARTICLES = {"De", "Del", "Della", "Di", "Da", "Do", "Dos", "Das", "Du", "La", "Le", "Van", "Von", "Der", "Den", "Ter"}
"""Small words of surnames, in capitals where a sentence begins with them."""
_LONG_NAME = 6
_ALIKE = 75
"""Hundredths of a given name's letters that another spelling of it keeps."""
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d"})
_AMERICAN = {"defence": "defense", "labour": "labor", "programme": "program", "organisation": "organization"}


@lru_cache(maxsize=16_384)
def slug(text: str) -> str:
    """A stable ASCII name for an IRI: "Najmaddin Sadıqov" → "najmaddin-sadiqov"; other scripts are kept."""
    return re.sub(r"[^\w]+", "-", without_accents(text).lower()).strip("-_") or "unnamed"


@lru_cache(maxsize=16_384)
def without_accents(text: str) -> str:
    """ "Sadıqov" → "Sadiqov"."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=16_384)
def bare(name: str) -> str:
    """A name without its article and possessive ending."""
    return re.sub(r"(?:'s|')$", "", _ARTICLES.sub("", name)).strip()


def name_words(name: str) -> list[str]:
    """The words of a name without accents, forenames of two or more initials as one: "K P Sharma", "K.P. Sharma" as "KP
    Sharma"."""
    words = without_accents(bare(name)).split()
    words = [
        word.lower() if word in _PARTICLES else word for word in words
    ]  # "Del Rosario said", of "Albert del Rosario"
    initials = list(takewhile(lambda word: re.fullmatch(r"[A-Z]\.?(?:[A-Z]\.?)*", word), words[:-1]))
    letters = "".join(initials).replace(".", "")
    return [letters, *words[len(initials) :]] if len(letters) > 1 else words


def without_article(name: str) -> str:
    """ "al-Tamimi" and "Al-Tamimi" are also called "Tamimi"."""
    return name[len(_ARABIC_ARTICLES[0]) :] if name.lower().startswith(_ARABIC_ARTICLES) else name


def may_reign_as(name: str, full: list[str]) -> bool:
    """Whether a king may be called so: not by the name of the father in "Salman bin Hamad al-Khalifa"."""
    return full[0] == name or (full[-1] == name and (len(full) == 1 or full[-2].lower() not in _SON_OF))


def is_short_for(short: list[str], long: list[str]) -> bool:
    """Whether the words of a name may be the shorter form of another's: the surname alone, initials, another spelling."""
    if [w.lower() for w in short] == [w.lower() for w in long]:
        return True
    if len(short) == 1:
        alone = without_article(short[0]).lower()
        fathers = {word for son_of, word in pairwise(long) if son_of.lower() in _SON_OF}  # "Hussein bin Abdullah"
        return len(long) > 1 and any(without_article(word).lower() == alone for word in long if word not in fathers)
    if len(short) == len(long) and sorted(short) == sorted(long):
        return True  # "Mobutu Sese Seko", "Sese Seko Mobutu"
    if 1 < len(short) < len(long) and long[: len(short)] == short:
        return True  # "Osman Salah", of "Osman Salah Mohammed", whose last name is his grandfather's
    if len(short) > len(long) or short[-1] != long[-1]:
        return False
    if len(short) == len(long) and _is_spelled_otherwise(short[0], long[0]):
        return short[1:] == long[1:]
    given, behind = long[0], long[len(long) - len(short) - 1]
    if short[0].rstrip(".") == given[: len(short[0].rstrip("."))] and (
        short[0] == given or len(short[0].rstrip(".")) == 1
    ):
        return set(short[1:]) <= set(long[1:])
    # The surnames alone; but behind "bin" stands the name of the father, who is somebody else.
    return len(short) < len(long) and long[-len(short) :] == short and behind.lower() not in _SON_OF


def _is_spelled_otherwise(one: str, other: str) -> bool:
    """ "Aleksandr" and "Alexander" before one surname; not "Martin" and "Martina"."""
    longest = min(len(one), len(other)) >= _LONG_NAME and one[0] == other[0]
    one_gender = (one[-1] == "a") == (other[-1] == "a")
    return longest and one_gender and fuzz.ratio(one.lower(), other.lower()) >= _ALIKE


def surname(name: str) -> str:
    return name.split()[-1]


def post_key(title: str, knowledge: Knowledge) -> str:
    """One key for the ways to say a post: "Defence Minister", "Minister of Defense" → "minister of defense"."""
    plain = re.sub(r"\b(\w)\.(?=\w\b)|(?<=\b\w)\.", r"\1", title.lower().replace("’", "'"))  # "U.N." is "UN"
    words = [_AMERICAN.get(w, w) for w in re.findall(r"[\w'-]+", plain) if w not in {"the"}]
    text = " ".join(words)
    same = knowledge.titles.same
    if text in same:
        return same[text]
    match = re.fullmatch(
        r"(?P<front>(?:deputy |vice |assistant |acting |first )*)(?P<what>[\w' -]+?) (?P<head>minister|secretary|adviser|advisor)",
        text,
    )
    if match and match["what"].removeprefix("shadow ") not in {
        "prime",
        "vice",
        "deputy",
        "assistant",
        "acting",
        "junior",
        "home",
        "permanent",
        "general",
        "first",
        "press",
        "private",
        "cabinet",
        "chief",
        "senior",
    }:
        plain = f"{match['what']} {match['head']}"
        text = match["front"] + same.get(plain, f"{match['head']} of {match['what']}")
    text = re.sub(r"^((?:deputy |vice |first )*minister) (?:for|of) (?:the )?", r"\1 of ", text)
    return same.get(text, text)


def is_told_since(holder: int, named: Mapping[int, Sequence[Mention]], mention: Mention, parse: Parse) -> bool:
    """ "Leader Kim Jong-un spoke. Kim Jong-nam died. Kim's face …": right before a surname a namesake is told of, and not
    the holder of a post. ``named`` are the mentions of each who may be meant."""
    here = parse.tokens[mention.head].sentence
    near = {
        entity
        for entity, members in named.items()
        for m in members
        if m.index < mention.index and 0 <= here - parse.tokens[m.head].sentence <= 1
    }
    return bool(near) and holder not in near
