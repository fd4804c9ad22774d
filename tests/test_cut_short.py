"""Teasers, captions and pages that begin or end in the middle of a sentence are read as far as they go."""

import pytest
from test_events import MODALITIES, NOTHING_SAID
from test_parties import PARTIES
from test_people_and_posts import POSTS

from kg.articles.article import Record
from kg.articles.read import to_article
from kg.pipeline import Reader

TEXTS = sorted({row[0] for row in (*PARTIES, *POSTS, *MODALITIES, *NOTHING_SAID)})


@pytest.mark.parametrize(("begin", "end"), [(0, 0.3), (0, 0.5), (0, 0.8), (0, 1), (0.2, 1), (0.5, 1)])
def test_a_text_that_is_cut_is_read_as_far_as_it_goes(begin: float, end: float, reader: Reader) -> None:
    cut = []
    for text in TEXTS:
        words = text.split()
        cut.append(" ".join(words[round(begin * len(words)) : max(1, round(end * len(words)))]).rstrip(".,;"))
    records = (Record("test", f"{n}", f"{n}", text, {"title": "A headline"}) for n, text in enumerate(cut))
    for facts in reader.facts([to_article(record) for record in records]):
        length = len(facts.article.text)
        spans = [(e.begin, e.end) for fact in (*facts.roles, *facts.events) for e in fact.evidence]
        assert all(0 <= first < last <= length for first, last in spans), facts.article.text
