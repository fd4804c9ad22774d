"""kg explain: what one fact rests on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.api import KnowledgeGraph
from kg.cli.explain import _RULES, describe
from kg.cli.main import main
from kg.graph import Store
from kg.knowledge import load_knowledge
from kg.query import QueryError
from kg.query.explain import explain

TEXT = "President Ali Demir of Turkey met King Idris of Libya in Ankara. He denied accusing Greece of spying."


def kg(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "demir.txt").write_text(TEXT, encoding="utf-8")
    path = str(folder / "store")
    assert kg("build", str(folder / "demir.txt"), "--store", path, "--quiet").exit_code == 0
    return path


def test_an_event_shows_its_sentence_its_rule_and_the_words_behind_each_party(store: str) -> None:
    result = kg("explain", f"event.{TEXT.index('met')}-meeting", "--store", store)
    assert result.exit_code == 0, result.output
    shown = " ".join(result.output.split())
    assert "President Ali Demir of Turkey met King Idris of Libya in Ankara." in shown
    assert "meeting.meet: frame of meeting (CONSULT): meet" in shown
    assert "actor Ali Demir ← “Ali Demir” (name, 10-19)" in shown and "place Ankara" in shown


def test_the_word_that_denies_and_the_pronoun_are_shown(store: str) -> None:
    with Store(store) as opened:
        explanation = explain(opened, f"event.{TEXT.index('accusing')}-accusation")
    (reading,) = explanation.readings
    assert ("modality", "denied") in explanation.details
    assert reading.cue is not None and reading.cue[0] == "denied"
    assert {(r.words, r.form, r.who) for r in reading.read_from} >= {("He", "pronoun", "Ali Demir")}


def test_json_has_offsets_into_the_article(store: str) -> None:
    value = json.loads(kg("explain", f"event.{TEXT.index('met')}-meeting", "--store", store, "-f", "json").output)
    (reading,) = value["readings"]
    assert TEXT[reading["begin"] : reading["end"]] == "met"
    assert all(TEXT[r["begin"] : r["end"]] == r["words"] for r in reading["read_from"])


def test_a_post_is_explained_by_its_iri(examples: KnowledgeGraph) -> None:
    (row,) = examples.query("SELECT ?tenure { ?tenure a kg:Tenure } ORDER BY ?tenure LIMIT 1")
    explanation = explain(examples.store, row["tenure"])
    assert explanation.kind == "post" and explanation.readings[0].rule.startswith("role.")
    assert "holder" in {r.part for r in explanation.readings[0].read_from}


def test_an_unknown_and_an_ambiguous_name_are_refused_in_words(store: str, examples: KnowledgeGraph) -> None:
    result = kg("explain", "no-such-fact", "--store", store)
    assert result.exit_code == 1 and "no fact is named no-such-fact" in result.output
    with pytest.raises(QueryError, match="several facts"):
        explain(examples.store, "-meeting")


def test_every_rule_of_the_examples_is_described_in_words(examples: KnowledgeGraph) -> None:
    knowledge = load_knowledge()
    rules = {row["rule"] for row in examples.query("SELECT DISTINCT ?rule { ?evidence kg:rule ?rule }")}
    assert all(describe(rule, knowledge) for rule in rules)
    assert {rule for rule in rules if rule.startswith("role.")} & set(_RULES)


def test_knowledge_of_ones_own_is_used_and_explained(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "frames.yaml").write_text(
        """frames:
  - id: support.mollify
    type: support
    plover: SUPPORT
    verbs: [mollify]
    examples: ["France mollified Mali."]
    near_misses: ["The soup mollified him."]
""",
        encoding="utf-8",
    )
    article = tmp_path / "a.txt"
    article.write_text("France has mollified Mali since May.", encoding="utf-8")
    plain = json.loads(kg("extract", str(article), "-f", "json").output)
    own = json.loads(kg("extract", str(article), "-f", "json", "--knowledge", str(tmp_path)).output)
    assert not plain[0]["events"]
    assert [(e["type"], e["evidence"][0]["rule"]) for e in own[0]["events"]] == [("support", "support.mollify")]


def test_an_event_of_two_articles_shows_both(tmp_path: Path) -> None:
    texts = {
        "one": "French Foreign Minister Luc Garnier met German Foreign Minister Anna Weiss in Paris on Monday.",
        "two": "German Foreign Minister Anna Weiss met French Foreign Minister Luc Garnier in Paris on Monday.",
    }
    records = [{"id": name, "date": "2014-04-08", "text": text} for name, text in texts.items()]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert kg("build", str(tmp_path / "a.jsonl"), "--store", str(tmp_path / "store"), "--quiet").exit_code == 0
    shown = json.loads(
        kg("explain", f"{texts['one'].index('met')}-meeting", "--store", str(tmp_path / "store"), "-f", "json").output
    )
    assert shown["articles"] == ["one", "two"]
    assert [(each["article"], each["sentence"]) for each in shown["readings"]] == list(texts.items())
