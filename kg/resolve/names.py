"""Keys and comparisons of names and titles."""

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile

from kg.knowledge import Knowledge

_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ARABIC_ARTICLES = ("al-", "el-")
_AMERICAN = {"defence": "defense", "labour": "labor", "programme": "program", "organisation": "organization"}


@lru_cache(maxsize=16_384)
def slug(text: str) -> str:
    """A stable ASCII name for an IRI: "Najmaddin Sadıqov" → "najmaddin-sadiqov"; other scripts are kept."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "unnamed"


def bare(name: str) -> str:
    """A name without its article and possessive ending."""
    return re.sub(r"(?:'s|')$", "", _ARTICLES.sub("", name)).strip()


def name_words(name: str) -> list[str]:
    """The words of a name, forenames of two or more initials as one: "K P Sharma", "K.P. Sharma" as "KP Sharma"."""
    words = bare(name).split()
    initials = list(takewhile(lambda word: re.fullmatch(r"[A-Z]\.?(?:[A-Z]\.?)*", word), words[:-1]))
    letters = "".join(initials).replace(".", "")
    return [letters, *words[len(initials) :]] if len(letters) > 1 else words


def without_article(name: str) -> str:
    """ "al-Tamimi" and "Al-Tamimi" are also called "Tamimi"."""
    return name[len(_ARABIC_ARTICLES[0]) :] if name.lower().startswith(_ARABIC_ARTICLES) else name


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
