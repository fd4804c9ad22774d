"""Careers across articles: intervals that the evidence supports, who came before whom, and what contradicts itself."""

import json
from collections.abc import Callable, Iterator

import pytest

from kg.graph import Store
from kg.pipeline import Reader, build
from kg.query.entities import find_entity
from kg.query.profile import Post, profile
from kg.query.run import QueryError

ARTICLES = {
    "2009-03-02": "Chilean Defence Minister Pablo Soto visited Lima.",
    "2010-06-01": "Chile's defence minister, Pablo Soto, said that talks would follow.",
    "2011-02-03": "Chilean Defence Minister Elena Rojas met Peruvian Defence Minister Juan Vega in Arica.",
    "2011-05-09": "Former Chilean Defence Minister Pablo Soto criticised the treaty.",
    "2012-01-10": "Chilean Defence Minister Elena Rojas resigned on Monday.",
    "2012-01-12": "Chilean President Rosa Diaz appointed Marco Silva defence minister on Tuesday, a day after his predecessor, Elena Rojas, resigned.",
    "2015-01-05": "Kenyan Foreign Minister Peter Otieno arrived in Addis Ababa.",
    "2015-03-05": "Kenyan Foreign Minister Grace Wanjiru arrived in Kampala.",
    "2015-05-05": "Kenyan Foreign Minister Peter Otieno spoke in Nairobi.",
    "1999-04-01": "Ghanaian President Kofi Mensah opened the dam.",
    "2004-04-01": "Ghanaian President Yaw Boateng opened the school.",
    "2010-04-01": "Ghanaian President Kofi Mensah closed the port.",
    "2016-04-01": "Nigerian ambassador Ada Obi met Nigerian ambassador Femi Ojo in Accra.",
}


@pytest.fixture(scope="module")
def store(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("careers") / "articles.jsonl"
    records = [{"id": day, "date": day, "text": text} for day, text in ARTICLES.items()]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    with Store(":memory:") as opened:
        build([str(path)], opened, reader=reader)
        yield opened


@pytest.fixture(scope="module")
def post_of(store: Store) -> Callable[[str], Post]:
    def find(name: str) -> Post:
        [post] = profile(store, find_entity(store, name)).posts
        return post

    return find


def test_first_and_last_seen_and_over_by(post_of: Callable[[str], Post]) -> None:
    post = post_of("Pablo Soto")
    assert (post.first_seen, post.last_seen, post.over_by) == ("2009-03-02", "2010-06-01", "2011-05-09")
    assert post.statuses == ("current", "former") and post.articles == 3


def test_who_came_before_by_the_order_of_sightings(post_of: Callable[[str], Post]) -> None:
    assert post_of("Elena Rojas").before == ("Pablo Soto",)


def test_who_came_before_as_an_article_says(post_of: Callable[[str], Post]) -> None:
    assert post_of("Marco Silva").before == ("Elena Rojas (stated)",)
    assert post_of("Elena Rojas").after == ("Marco Silva (stated)",)


def test_two_holders_in_turns_contradict_each_other(post_of: Callable[[str], Post]) -> None:
    [told] = post_of("Peter Otieno").contradictions
    assert "Grace Wanjiru and Peter Otieno, both minister of foreign affairs of Kenya" in told
    assert told.endswith("2015-01-05 to 2015-05-05")
    assert post_of("Grace Wanjiru").before == ()


def test_a_second_term_contradicts_nothing(post_of: Callable[[str], Post]) -> None:
    assert post_of("Kofi Mensah").contradictions == ()
    assert post_of("Kofi Mensah").before == ("Yaw Boateng",)
    assert post_of("Yaw Boateng").before == ("Kofi Mensah",)


def test_posts_of_many_holders_contradict_nothing(post_of: Callable[[str], Post]) -> None:
    assert post_of("Ada Obi").contradictions == () and post_of("Ada Obi").before == ()


def test_a_state_has_all_its_posts(store: Store) -> None:
    posts = [post.label for post in profile(store, find_entity(store, "CL")).posts]
    assert "Elena Rojas: minister of defense of Chile" in posts and "Rosa Diaz: president of Chile" in posts
    assert not any("Peru" in label for label in posts)


def test_an_event_is_shown_with_its_sentences(store: Store) -> None:
    rojas = profile(store, find_entity(store, "person:elena-rojas"))
    [meeting] = [event for event in rojas.events if event.label.startswith("meeting")]
    shown = profile(store, find_entity(store, meeting.event))
    assert [each.sentence for each in shown.evidence] == [ARTICLES["2011-02-03"]]
    assert ("place", "Arica") in {(d.property, d.value) for d in shown.details}
    assert "Juan Vega" in [each.name for each in rojas.associates]


def test_names_that_mean_nothing_or_several_are_refused_in_words(store: Store) -> None:
    with pytest.raises(QueryError, match="did you mean Pablo Soto"):
        find_entity(store, "Pavlo Sotto")
    with pytest.raises(QueryError, match="several are named a"):
        find_entity(store, "a")
