"""Full text: finds what is there and nothing else, in step with the store, from the command line and from SPARQL."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.api import KnowledgeGraph
from kg.cli.main import main
from kg.graph import Store
from kg.graph.fulltext import FullText
from kg.pipeline import Reader, build
from kg.query import run_query

TEXTS = {
    "one": "Turkish Foreign Minister Mevlüt Çelik met Greek Foreign Minister Nikos Pappas in Athens.",
    "two": "Greek Foreign Minister Nikos Pappas criticised the cease-fire.",
}


def write(folder: Path, texts: dict[str, str]) -> Path:
    path = folder / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": text}) for name, text in texts.items()), encoding="utf-8")
    return path


def found(store: Store, words: str) -> set[str]:
    with FullText(store) as index:
        index.sync()
        return {hit.text for hit in index.find(words)}


def test_words_in_any_case_without_accents_and_phrases(reader: Reader, tmp_path: Path) -> None:
    with Store(":memory:") as store:
        build([str(write(tmp_path, TEXTS))], store, reader=reader)
        assert found(store, "celik athens") == {TEXTS["one"]}
        assert found(store, "mevlut") == {TEXTS["one"], "Mevlüt Çelik"}
        assert found(store, '"foreign minister nikos"') == set(TEXTS.values())
        assert found(store, '"minister foreign"') == set()
        assert found(store, "cease-fire") == {TEXTS["two"]}
        assert found(store, "papp* NOT criticised") == {TEXTS["one"], "Nikos Pappas"}


def test_the_index_keeps_in_step(reader: Reader, tmp_path: Path) -> None:
    with Store(tmp_path / "store", write=True) as store:
        build([str(write(tmp_path, TEXTS))], store, reader=reader)
        with FullText(store) as index:
            assert index.sync() == 0  # the build has done it
        build([str(write(tmp_path, {"two": "Spain recalled its ambassador from Chile."}))], store, reader=reader)
        assert found(store, "criticised") == set()
        assert found(store, "ambassador") == {"Spain recalled its ambassador from Chile."}
        assert found(store, "athens") == {TEXTS["one"], "Athens"}


def test_a_lost_index_is_made_again(reader: Reader, tmp_path: Path) -> None:
    with Store(tmp_path / "store", write=True) as store:
        build([str(write(tmp_path, TEXTS))], store, reader=reader)
    (tmp_path / "store" / "find.sqlite").unlink()
    with Store(tmp_path / "store") as store:
        assert found(store, "celik athens") == {TEXTS["one"]}


def _words(text: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return set(re.findall(r"[^\W_]+", plain))


def test_every_word_of_the_examples_finds_the_sentences_that_have_it(examples: KnowledgeGraph) -> None:
    query = "SELECT DISTINCT ?s ?t { GRAPH ?g { ?s a nif:Sentence ; nif:anchorOf ?t } }"
    sentences = {s.value: _words(t.value) for s, t in run_query(examples.store, query).rows or ()}  # type: ignore[union-attr]
    words = sorted({word for words in sentences.values() for word in words})[::25]
    with FullText(examples.store) as index:
        index.sync()
        for word in words:
            hits = {hit.node for hit in index.find(f'"{word}"', kinds=("sentence",))}
            assert hits == {node for node, has in sentences.items() if word in has}, word


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(max_size=30))
def test_any_words_can_be_asked_for(words: str, examples: KnowledgeGraph) -> None:
    examples.find(words)


def test_from_sparql(examples: KnowledgeGraph) -> None:
    query = """SELECT DISTINCT ?name { GRAPH ?g { ?person a foaf:Person ; foaf:name ?name }
        FILTER(kg:find(?person, "iremadze")) }"""
    assert {row["name"] for row in examples.query(query)} == {"Tamaz Iremadze"}
    assert examples.query("SELECT ?p { ?p a foaf:Person FILTER(kg:find(?p)) }") == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_on_the_command_line(form: str, examples: KnowledgeGraph) -> None:
    result = CliRunner().invoke(main, ["find", "Iremadze", "Vilnius", "-f", form, "--store", examples.store.path])
    assert result.exit_code == 0 and "Georgian Deputy Defence Minister Tamaz Iremadze met" in result.stdout
