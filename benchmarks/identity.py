"""How well names across articles are told to be one person's or one organisation's.

    python benchmarks/identity.py [--errors] [ARTICLES]

Every article of ``identity/articles.txt`` is read by itself, then all together are identified. B-cubed precision and
recall (Bagga and Baldwin 1998) are over all marked mentions; a mention that no entity was made of is alone. Labelled
pairs are all pairs of mentions that are one, and, as hard negatives, all pairs that are not one but share a word.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kg.articles.article import Record
from kg.articles.read import to_article
from kg.knowledge import load_knowledge
from kg.language import Kind
from kg.pipeline import Reader
from kg.resolve import Facts
from kg.resolve.across import Identifier, Identity
from kg.resolve.names import slug

ARTICLES = Path(__file__).parent / "identity" / "articles.txt"
_MARKED = re.compile(r"\[([^\]]+)\]\(([a-z0-9:-]+)\)")
_KINDS = {Kind.PERSON, Kind.ORGANISATION}


@dataclass(frozen=True)
class Marked:
    """A mention of an article, and who is meant by it."""

    article: int
    begin: int
    words: str
    who: str


def read_marked(lines: list[str]) -> tuple[list[tuple[str, str]], list[Marked]]:
    """Day and text of each article, and the mentions marked in them."""
    articles: list[tuple[str, str]] = []
    marked: list[Marked] = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        day, _, rest = line.strip().partition(" ")
        text = ""
        for words, who, other in _pieces(rest):
            if who:
                marked.append(Marked(len(articles), len(text), words, who))
            text += words or other
        articles.append((day, text))
    return articles, marked


def _pieces(text: str) -> list[tuple[str, str, str]]:
    """Marked words with who is meant, and the text in between."""
    found, at = [], 0
    for match in _MARKED.finditer(text):
        found += [("", "", text[at : match.start()]), (match[1], match[2], "")]
        at = match.end()
    return [*found, ("", "", text[at:])]


def identified(articles: list[tuple[str, str]]) -> tuple[list[Facts], Identity]:
    reader = Reader(load_knowledge())
    given = [
        to_article(Record(f"line {i}", f"a{i}", f"a{i}", text, {"date": day})) for i, (day, text) in enumerate(articles)
    ]
    facts = list(reader.facts(given))
    identifier = Identifier(reader.knowledge)
    for each in facts:
        identifier.add(each)
    return facts, identifier.entities()


def found_of(mention: Marked, facts: Facts, identity: Identity) -> str:
    """The key of the entity that a mention refers to; a key of its own where there is none."""
    end = mention.begin + len(mention.words)
    for link in facts.links:
        if link.entity is None or link.end <= mention.begin or link.begin >= end:
            continue
        entity = facts.entities[link.entity]
        if entity.kind in _KINDS:
            return f"{entity.kind.value}:{identity.of(facts.article.key, entity).key}"
    return f"none:{mention.article}-{mention.begin}"


def b_cubed(pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """Precision and recall of found against meant clusters, given (meant, found) of each mention."""
    both, meant, found = Counter(pairs), Counter(m for m, _ in pairs), Counter(f for _, f in pairs)
    precision = sum(both[pair] / found[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / meant[pair[0]] for pair in pairs) / len(pairs)
    return precision, recall


def labelled_pairs(marked: list[Marked]) -> list[tuple[int, int]]:
    """All pairs that are one, and those that are not but share a word."""
    words = [set(slug(m.words).split("-")) for m in marked]
    return [
        (a, b)
        for a, b in combinations(range(len(marked)), 2)
        if marked[a].who == marked[b].who or any(len(w) > 1 for w in words[a] & words[b])
    ]


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path, default=ARTICLES)
    parser.add_argument("--errors", action="store_true", help="list what was joined or parted wrongly")
    options = parser.parse_args()
    articles, marked = read_marked(options.articles.read_text(encoding="utf-8").splitlines())
    facts, identity = identified(articles)
    found = [found_of(m, facts[m.article], identity) for m in marked]
    precision, recall = b_cubed([(m.who, f) for m, f in zip(marked, found, strict=True)])
    pairs = labelled_pairs(marked)
    same = {(a, b) for a, b in pairs if marked[a].who == marked[b].who}
    joined = {(a, b) for a, b in pairs if found[a] == found[b]}
    clusters = Counter(m.who for m in marked)
    print(f"{len(articles)} articles, {len(marked)} mentions of {len(clusters)} persons and organisations")
    print(f"clusters of several mentions: {sum(n > 1 for n in clusters.values())}")
    print(f"labelled pairs: {len(pairs)}, of them {len(pairs) - len(same)} hard negatives")
    print(f"mentions without an entity: {sum(f.startswith('none:') for f in found)}")
    print(f"pairs   precision {len(same & joined) / len(joined):.3f}  recall {len(same & joined) / len(same):.3f}")
    print(f"B-cubed precision {precision:.3f}  recall {recall:.3f}  F1 {f1(precision, recall):.3f}")
    if options.errors:
        list_errors(marked, found, articles)
    return 0


def list_errors(marked: list[Marked], found: list[str], articles: list[tuple[str, str]]) -> None:
    of: defaultdict[str, defaultdict[str, list[Marked]]] = defaultdict(lambda: defaultdict(list))
    for mention, key in zip(marked, found, strict=True):
        of[f"parted {mention.who}"][key].append(mention)
        of[f"joined {key}"][mention.who].append(mention)
    for title, parts in sorted(of.items()):
        if len(parts) > 1:
            print(f"\n{title}")
            for part, mentions in sorted(parts.items()):
                for m in mentions if len(mentions) < 3 else mentions[:1]:
                    print(f"  {part}: {articles[m.article][0]} {articles[m.article][1]}")


if __name__ == "__main__":
    sys.exit(main())
