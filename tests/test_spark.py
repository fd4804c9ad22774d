"""Spark gives the graphs of the local engine, byte for byte, of tables in any of its formats."""

import csv
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from conftest import EXAMPLES
from generated import short_articles
from pyoxigraph import RdfFormat, parse
from test_copies import OTHER, STORY

from kg.articles import Article, read_sources
from kg.cli.main import main
from kg.graph import Store
from kg.pipeline import build


def rows() -> list[dict[str, str]]:
    """The examples and invented articles as rows of a table, with what real tables have: copies, rows met twice, one id
    for two texts, rows without text, a language that is not read."""
    examples = [item for item in read_sources([str(EXAMPLES)]) if isinstance(item, Article)]
    found = [{"id": a.id, "title": a.headline or "", "date": str(a.published or ""), "text": a.text} for a in examples]
    found += short_articles(120, 40)
    found += [
        {"id": "agency", "date": "2024-05-20", "text": "\n\n".join(STORY)},
        {"id": "gazette", "date": "2024-05-21", "text": "\n\n".join(STORY[:3])},
        {"id": "twice", "date": "2024-05-20", "text": STORY[1]},
        {"id": "twice", "date": "2024-05-20", "text": STORY[1]},
        {"id": "shared", "date": "2024-05-20", "text": OTHER[0]},
        {"id": "shared", "date": "2024-05-20", "text": OTHER[1]},
        {"id": "empty", "text": " "},
        {"id": "swedish", "text": "Statsministern mötte utrikesministern i Stockholm på måndagen och sade att regeringen "
         "inte hade fattat något beslut om saken, men att det skulle komma under våren."},
    ]  # fmt: skip
    return found


def written(file: Path, table: list[dict[str, str]]) -> Path:
    columns = ("id", "title", "date", "text")
    if file.suffix == ".jsonl":
        file.write_text("".join(json.dumps(row) + "\n" for row in table), encoding="utf-8")
    elif file.suffix == ".csv":
        with file.open("w", newline="", encoding="utf-8") as output:
            writer = csv.DictWriter(output, columns)
            writer.writeheader()
            writer.writerows(table)
    else:
        import pyarrow as pa

        pq.write_table(pa.Table.from_pylist([{name: row.get(name) for name in columns} for row in table]), file)
    return file


def kg_on_spark(*arguments: str, patches: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A build on Spark. ``patches`` is a folder with a ``sitecustomize.py``, which Spark's workers run as well."""
    command = [sys.executable, "-m", "kg", "build", *arguments, "--engine", "spark", "--master", "local[2]"]
    patched = os.environ if patches is None else os.environ | {"PYTHONPATH": str(patches)}
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=600, env=patched)


def lines_of(folder: Path) -> list[str]:
    text = b"".join(gzip.decompress(part.read_bytes()) for part in sorted((folder / "nquads").glob("*.gz")))
    return sorted(f"{quad} ." for quad in parse(text, format=RdfFormat.N_QUADS))


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_spark_gives_the_bytes_of_the_local_engine(suffix: str, tmp_path: Path) -> None:
    table = rows() if suffix == ".jsonl" else rows()[::5]
    source = written(tmp_path / f"articles{suffix}", table)
    done = kg_on_spark(str(source), "--output", str(tmp_path / "out"))
    assert done.returncode == (3 if suffix == ".jsonl" else 0), done.stderr
    with Store(":memory:") as store:
        local = written(tmp_path / "local.jsonl", table)
        summary = build([str(local)], store)
        told = f"{summary.roles} roles, {summary.events} events, {summary.statements} statements"
        assert told in done.stderr and f"{len(summary.problems)} left out" in done.stderr
        assert lines_of(tmp_path / "out") == sorted(f"{quad} ." for quad in store.quads())
    quads = pq.read_table(tmp_path / "out" / "quads")
    assert quads.num_rows == len(lines_of(tmp_path / "out"))
    assert quads.column_names == ["subject", "predicate", "object", "datatype", "graph"]
    assert not (tmp_path / "out" / "_work").exists()
    if suffix == ".jsonl":
        assert summary.copies == 2 and "is not in English" in done.stderr and "has no text" in done.stderr


@pytest.mark.slow
def test_what_spark_cannot_read_is_told_in_words(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("id,words\n1,Iremadze met Rebane.\n", encoding="utf-8")
    for source, said in ((table, "--text-field"), (tmp_path / "none.jsonl", "Spark cannot read it")):
        done = kg_on_spark(str(source), "--output", str(tmp_path / "out"), "--quiet")
        assert done.returncode == 1 and said in done.stderr and "Traceback" not in done.stderr
    rows_of = written(tmp_path / "rows.jsonl", rows()[:2])
    done = kg_on_spark(str(rows_of), "--output", str(tmp_path / "out"), "--model", "en_none")
    assert done.returncode == 1 and "no spaCy pipeline 'en_none'" in done.stderr


BREAKS = """
from kg import reader

whole = reader.resolve

def resolve(document, claims, knowledge):
    if "{words}" in document.article.text:
        raise KeyError("broken")
    return whole(document, claims, knowledge)

reader.resolve = resolve
"""


@pytest.mark.slow
def test_an_article_that_breaks_a_rule_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BREAKS.format(words=STORY[0][:40]), encoding="utf-8")
    source = written(tmp_path / "rows.jsonl", [row for row in rows() if row["id"] in {"agency", "gazette", "twice"}])
    done = kg_on_spark(str(source), "--output", str(tmp_path / "out"), patches=tmp_path)
    assert done.returncode == 3 and "1 articles" in done.stderr and "copies" not in done.stderr.splitlines()[-1]
    for left_out in ("agency", "gazette"):  # the second carries the words of the first
        assert f"left out: {left_out}: kg failed on it (KeyError: 'broken'; kg/reader.py" in done.stderr
    assert any("article/twice" in line for line in lines_of(tmp_path / "out"))


def test_options_of_the_engines_are_not_mixed() -> None:
    runner = CliRunner()
    wrong = runner.invoke(main, ["build", str(EXAMPLES), "--engine", "spark"])
    assert wrong.exit_code == 2 and "--output DIR" in wrong.stderr
    wrong = runner.invoke(main, ["build", str(EXAMPLES), "--output", "out"])
    assert wrong.exit_code == 2 and "--engine spark" in wrong.stderr
