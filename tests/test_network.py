"""Ways between two and who is central, from events and statements that tie people together."""

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from kg.api import KnowledgeGraph
from kg.cli.main import main
from kg.graph import Store
from kg.pipeline import Reader, build

ARTICLES = {
    "2014-01-10": "French Foreign Minister Luc Garnier met German Foreign Minister Anna Weiss in Paris.",
    "2014-01-20": "Italian Foreign Minister Marta Bruni met German Foreign Minister Anna Weiss in Rome.",
    "2014-02-10": "German Foreign Minister Anna Weiss met Polish Foreign Minister Jan Kowal in Berlin.",
    "2015-03-10": "German Foreign Minister Anna Weiss met Polish Foreign Minister Jan Kowal in Warsaw.",
    "2015-04-10": "Polish Foreign Minister Jan Kowal criticised Czech Foreign Minister Petr Novak.",
    "2015-05-10": "Kenyan President Peter Otieno visited Kampala.",
}


@pytest.fixture(scope="module")
def store(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("network")
    records = [{"id": day, "date": day, "text": text} for day, text in ARTICLES.items()]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    with Store(folder / "store", write=True) as opened:
        build([str(folder / "a.jsonl")], opened, reader=reader)
    yield str(folder / "store")


def kg(store: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--store", store])


def test_the_shortest_way_has_a_sentence_for_each_step(store: str) -> None:
    shown = kg(store, "path", "Luc Garnier", "Petr Novak").output
    assert "1. Luc Garnier – Anna Weiss – Jan Kowal – Petr Novak" in shown
    assert all(ARTICLES[day] in shown for day in ("2014-01-10", "2014-02-10", "2015-03-10", "2015-04-10"))


def test_a_period_can_cut_a_way(store: str) -> None:
    result = kg(store, "path", "Luc Garnier", "Petr Novak", "--since", "2015")
    assert result.exit_code == 1 and "no way from Luc Garnier to Petr Novak" in result.stderr


def test_no_way_to_who_meets_nobody(store: str) -> None:
    assert kg(store, "path", "Luc Garnier", "Peter Otieno").exit_code == 1


@pytest.mark.parametrize(
    ("measure", "first"), [("betweenness", "Anna Weiss"), ("closeness", "Anna Weiss"), ("partners", "Anna Weiss")]
)
def test_who_is_central(measure: str, first: str, store: str) -> None:
    found = json.loads(kg(store, "rank", "--by", measure, "-f", "json").output)
    assert found[0]["name"] == first
    assert [each["score"] for each in found] == sorted((each["score"] for each in found), reverse=True)


def test_rank_in_a_period(store: str) -> None:
    found = json.loads(kg(store, "rank", "--until", "2014-01", "-f", "json").output)
    assert [each["name"] for each in found] == ["Anna Weiss", "Luc Garnier", "Marta Bruni"]


def test_a_day_that_is_none_is_refused(store: str) -> None:
    result = kg(store, "rank", "--since", "soon")
    assert result.exit_code == 2 and "soon: write it as 2014" in result.stderr


def test_python_gives_the_same(store: str) -> None:
    with KnowledgeGraph(store) as graph:
        [way] = graph.ways("Luc Garnier", "Petr Novak")
        assert [step.start.rpartition("/")[2] for step in way] == ["luc-garnier", "anna-weiss", "jan-kowal"]
        assert graph.rank("partners", until="2014-02")[0].name == graph.show("Anna Weiss").name
