"""Articles that break off: teasers, captions and pages cut in the middle of a sentence are read as far as they go."""

import pytest
from test_events import MODALITIES, NOTHING_SAID
from test_parties import PARTIES
from test_people_and_posts import POSTS

from kg.articles.article import Record
from kg.articles.read import to_article
from kg.pipeline import Reader

TEXTS = sorted({row[0] for row in (*PARTIES, *POSTS, *MODALITIES, *NOTHING_SAID)})


@pytest.mark.parametrize("part", [0.3, 0.5, 0.8, 1.0])
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(part: float, reader: Reader) -> None:
    cut = []
    for text in TEXTS:
        words = text.split()
        cut.append(" ".join(words[: max(1, round(part * len(words)))]).rstrip(".,;"))
    records = (Record("test", f"{n}", f"{n}", text, {"title": "A headline"}) for n, text in enumerate(cut))
    for facts in reader.facts([to_article(record) for record in records]):
        end = len(facts.article.text)
        spans = [(e.begin, e.end) for fact in (*facts.roles, *facts.events) for e in fact.evidence]
        assert all(0 <= first < last <= end for first, last in spans), facts.article.text
