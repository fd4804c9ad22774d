"""Wire copy is read once: whoever carries the words is a source of the same facts, and nothing is counted twice."""

import json
from datetime import date
from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from test_graph import exported

from kg.api import KnowledgeGraph
from kg.articles.copies import Printed, copies, fingerprint
from kg.graph import Store
from kg.pipeline import Reader, build

STORY = [
    "Georgian Foreign Minister Tamaz Iremadze resigned on Sunday in protest at a law on foreign agents that parliament "
    "adopted last week.",
    "The European Union condemned the law and may suspend talks on membership, a spokeswoman told reporters in Brussels.",
    "Tens of thousands of people marched in Tbilisi on Saturday, and police detained dozens of them near parliament.",
    "US Secretary of State Daniel Whitfield warned that Washington would impose sanctions on officials of the ruling party.",
]
OTHER = [
    "Kenyan President Daniel Mwangi opened a railway between Nairobi and the port of Mombasa on Tuesday afternoon.",
    "Ugandan Prime Minister Ruth Nakato said that the line would be extended to Kampala within three years from now.",
    "Engineers of both countries had worked on the line for six years, and it cost more than four billion dollars.",
]


def printed(key: str, sentences: list[str], day: int | None = 20) -> Printed:
    return Printed(key, None if day is None else date(2024, 5, day), fingerprint(" ".join(sentences)))


def test_whole_and_cut_copies_are_found_and_the_longest_is_the_source() -> None:
    whole, cut = printed("whole", STORY), printed("cut", STORY[:3])
    edited = printed("edited", [STORY[0].replace("resigned", "stepped down"), *STORY[1:]])
    assert copies([cut, whole, printed("other", OTHER)]) == {"cut": "whole"}
    assert copies([whole, edited]) in ({"edited": "whole"}, {"whole": "edited"})


def test_what_only_shares_sentences_is_no_copy() -> None:
    later = printed("later", [STORY[0], *OTHER])
    assert copies([printed("whole", STORY), later]) == {}


def test_the_same_words_at_another_time_are_another_article() -> None:
    assert copies([printed("then", STORY, 1), printed("now", STORY, 20)]) == {}
    assert copies([printed("then", STORY, None), printed("now", STORY, 20)]) == {"then": "now"}


def test_short_texts_are_copies_only_when_they_are_the_same() -> None:
    one, other = ["Iremadze met Rebane in Tbilisi."], ["Iremadze met Rebane in Tallinn."]
    assert copies([printed("a", one), printed("b", other)]) == {}
    assert copies([printed("a", one), printed("b", one)]) == {"b": "a"}


@given(st.permutations([("a", 4), ("b", 3), ("c", 3), ("d", 4)]))
def test_the_order_makes_no_difference(order: list[tuple[str, int]]) -> None:
    assert copies(printed(key, STORY[:length]) for key, length in order) == {"b": "a", "c": "a", "d": "a"}


def write(path: Path, **articles: list[str]) -> str:
    lines = [
        {"id": key, "date": "2024-05-20", "publisher": key.title(), "text": "\n\n".join(sentences)}
        for key, sentences in articles.items()
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


def test_copies_give_no_facts_and_are_named(reader: Reader, tmp_path: Path) -> None:
    source = write(tmp_path / "wire.jsonl", agency=STORY, gazette=STORY[:3])
    with KnowledgeGraph(Store(":memory:", write=True)) as graph:
        assert build([source], graph.store, reader=reader).copies == 1
        assert [(row["source_id"], row["copy_id"], row["publisher"]) for row in graph.query("copies")] == [
            ("agency", "gazette", "Gazette")
        ]
        assert {row["article_id"] for row in graph.query("roles")} == {"agency"}
        assert not graph.validate()


def test_any_order_of_builds_gives_the_same_graph(reader: Reader, tmp_path: Path) -> None:
    """A longer telling that comes in late takes the facts over from the cut one that was there."""
    files = [
        write(tmp_path / "a.jsonl", gazette=STORY[:3]),
        write(tmp_path / "b.jsonl", agency=STORY),
        write(tmp_path / "c.jsonl", nairobi=OTHER),
    ]
    graphs = set()
    for order in permutations(files):
        with Store(":memory:") as store:
            for file in order:
                build([file], store, reader=reader)
            graphs.add(exported(store, "nquads"))
            assert build(files, store, reader=reader).unchanged == 3
    assert len(graphs) == 1


def test_a_source_that_changes_gives_its_copy_back(reader: Reader, tmp_path: Path) -> None:
    with Store(":memory:") as store:
        build([write(tmp_path / "a.jsonl", agency=STORY, gazette=STORY[:3])], store, reader=reader)
        summary = build([write(tmp_path / "a.jsonl", agency=OTHER)], store, reader=reader)
        assert summary.replaced == 2
        told = exported(store, "nquads")
    with Store(":memory:") as store:
        build([write(tmp_path / "a.jsonl", agency=OTHER, gazette=STORY[:3])], store, reader=reader)
        assert exported(store, "nquads") == told
