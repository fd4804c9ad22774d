"""The command line: what users type, what they read, how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import EXAMPLES

from kg.api import KnowledgeGraph
from kg.cli.main import _COMMANDS, main

README = Path(__file__).parent.parent / "README.md"


def kg(*args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=text)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cli") / "store")
    result = kg("build", str(EXAMPLES / "tbilisi-visit-2015.txt"), str(EXAMPLES / "wire-2024.jsonl"), "--store", path)
    assert result.exit_code == 0, result.output
    assert "5 articles" in result.output and "5 added" in result.output
    return path


def test_build_lists_what_was_left_out_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Spain recalled its ambassador from Chile.", encoding="utf-8")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    result = kg("build", str(tmp_path), str(tmp_path / "missing.txt"), "--store", str(tmp_path / "store"))
    assert result.exit_code == 3
    assert "bad.json: is not JSON" in result.output and "missing.txt: no such file" in result.output
    assert "1 articles" in result.output and "2 left out" in result.output


def test_build_of_nothing_fails(tmp_path: Path) -> None:
    result = kg("build", str(tmp_path / "missing"), "--store", str(tmp_path / "store"))
    assert result.exit_code == 1 and "nothing could be read" in result.output


def test_build_reads_standard_input(tmp_path: Path) -> None:
    result = kg("build", "-", "--store", str(tmp_path / "store"), text="Spain recalled its ambassador from Chile.")
    assert result.exit_code == 0 and "1 added" in result.output


def test_build_maps_fields(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"nr": 7, "story": "Spain recalled its ambassador from Chile."}), encoding="utf-8"
    )
    store = str(tmp_path / "store")
    assert (
        kg("build", str(tmp_path / "a.jsonl"), "--store", store, "--text-field", "story", "--id-field", "nr").exit_code
        == 0
    )
    assert '"7"' in kg("query", "articles", "--store", store, "--format", "json").output


def test_query_prints_json_and_csv(store: str) -> None:
    rows = json.loads(kg("query", "roles", "--store", store, "--format", "json").output)["results"]["bindings"]
    assert {"name", "title", "iso", "sentence"} <= set(rows[0])
    assert kg("query", "roles", "--store", store).output.startswith("article,article_id,person")


def test_query_prints_a_table(store: str) -> None:
    output = kg("query", "people", "--store", store, "--format", "table", "-p", "called=iremadze").output
    assert "Tamaz Iremadze" in output and "2 rows" in output


def table_of_roles(store: str, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    return kg("query", "roles", "--store", store, "--format", "table", "-p", "called=iremadze").output


def test_what_is_too_wide_for_a_table_is_printed_row_by_row(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = table_of_roles(store, 80, monkeypatch)
    lines = [line.split(maxsplit=1) for line in narrow.splitlines()]
    assert ["name", "Tamaz Iremadze"] in [[word.strip() for word in line] for line in lines]
    assert "sentence_begin" in narrow.splitlines()[-1] + narrow.splitlines()[-2]  # named as left out
    assert "person:" not in narrow and max(map(len, narrow.splitlines())) <= 80


def test_a_wide_terminal_has_every_column(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = table_of_roles(store, 400, monkeypatch)
    assert "sentence_begin" in wide.splitlines()[1] and "person:" in wide and "too wide" not in wide


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("query", "peple"), 2, "nearest: people"),
        (("query", "people", "-p", "nmae=x"), 2, "no parameter 'nmae'"),
        (("query", "people", "-p", "called"), 2, "NAME=VALUE"),
        (("query", "-e", "SELECT ?x WHERE { ?x }"), 1, "syntax error at line 1"),
        (("query", "missing.rq"), 2, "no such file"),
        (("query",), 2, "name of a saved query"),
        (("query", "people", "--format", "doc"), 2, "is not one of"),
        (("query", "people", "--format", "turtle"), 1, "gives rows"),
    ],
)
def test_wrong_questions_get_a_plain_answer(store: str, args: tuple[str, ...], code: int, said: str) -> None:
    result = kg(*args, "--store", store)
    assert result.exit_code == code and said in result.output
    assert "Traceback" not in result.output


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    for command in (("query", "people"), ("view",), ("export",), ("validate",)):
        result = kg(*command, "--store", str(tmp_path / "none"))
        assert result.exit_code == 1 and "kg build" in result.output


def test_query_list_describes_the_saved_ones() -> None:
    output = kg("query", "--list").output
    assert "who-met-whom" in output and "-p since=" in output


def test_extract_shows_facts_with_sentences() -> None:
    [facts] = json.loads(kg("extract", str(EXAMPLES / "tbilisi-visit-2015.txt"), "--format", "json").output)
    roles = {(r["person"], r["title"], r["of"]) for r in facts["roles"]}
    assert ("Tamaz Iremadze", "Deputy Defence Minister", "Georgia") in roles
    assert all(f["evidence"][0]["sentence"] for kind in ("roles", "events", "statements") for f in facts[kind])
    table = kg("extract", str(EXAMPLES / "tbilisi-visit-2015.txt"), "--format", "table").output
    assert "Roles" in table and "Iremadze" in table


def test_export_writes_a_file(store: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    assert kg("export", "--store", store, "-o", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("@prefix")


def test_validate_is_content(store: str) -> None:
    result = kg("validate", "--store", store)
    assert result.exit_code == 0 and "valid" in result.output


def test_every_command_is_in_the_readme_and_has_help() -> None:
    text = README.read_text(encoding="utf-8")
    for command in _COMMANDS:
        assert f"kg {command}" in text
        assert kg(command, "--help").exit_code == 0


def test_python_does_what_the_command_line_does(examples: KnowledgeGraph) -> None:
    import kg as package

    with package.build(EXAMPLES / "tbilisi-visit-2015.txt") as graph:
        assert graph.summary is not None and graph.summary.added == 1
        assert {r["name"] for r in graph.query("people")} >= {"Tamaz Iremadze"}
