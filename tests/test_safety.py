"""A store loses nothing: killed builds, full disks, backups."""

import gzip
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import EXAMPLES
from killed import begun_build
from test_graph import exported

from kg.cli.main import main
from kg.graph import Store
from kg.pipeline import Reader, build

KILLS = 50
LONGEST = 300
"""Seconds that one undisturbed build of the examples may take."""


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def whole(reader: Reader) -> bytes:
    """The graph of the examples, built in peace."""
    with Store(":memory:") as store:
        build([str(EXAMPLES)], store, reader=reader)
        return exported(store, "nquads")


def articles_of(store: Store) -> dict[str, bytes]:
    return {article.value: store.state_of(article)[0].encode() for article in store.articles()}  # type: ignore[index]


@pytest.mark.slow
def test_a_build_that_is_killed_again_and_again_completes_to_the_same_bytes(
    reader: Reader, whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))  # where the server of forks finds what it loads
    chance = random.Random(5)
    path = tmp_path / "store"
    seen = 0
    begun_build(tmp_path / "first").join(LONGEST)  # the server is up
    begun = time.monotonic()
    undisturbed = begun_build(tmp_path / "undisturbed")
    undisturbed.join(LONGEST)
    assert undisturbed.exitcode == 0
    took = time.monotonic() - begun  # on this machine, as busy as it is, so that kills fall inside a build
    for number in range(KILLS):
        if number % 5 == 0:
            path = tmp_path / f"store-{number}"  # from the beginning again, so that kills fall everywhere
        process = begun_build(path)
        time.sleep(chance.uniform(0.01, took))
        process.kill()
        process.join()
        if not (path / "kg-store.json").exists():
            continue
        with Store(path, write=True) as store:
            for article in store.articles():
                assert store.reading(article).key in article.value
                assert store.value(article, "kg:extractedBy", article) is not None
            seen += bool(store.articles() or store.waiting)
    assert seen > KILLS // 4, "the kills fell before anything was stored"
    for each in sorted(tmp_path.glob("store-*")):
        with Store(each, write=True) as store:
            build([str(EXAMPLES)], store, reader=reader)
            assert exported(store, "nquads") == whole


@pytest.mark.slow
@pytest.mark.parametrize("kilobytes", [30, 100, 300])
def test_a_full_disk_is_told_in_words_and_nothing_is_lost(
    kilobytes: int, reader: Reader, whole: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "store"

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    command = [sys.executable, "-m", "kg", "build", str(EXAMPLES), "--store", str(path), "--quiet"]
    done = subprocess.run(command, check=False, preexec_fn=small_disk, capture_output=True, text=True)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert f"kg: {path}" in done.stderr and "cannot be" in done.stderr
    with Store(path, write=True) as store:
        build([str(EXAMPLES)], store, reader=reader)
        assert exported(store, "nquads") == whole


def test_a_second_build_is_told_who_has_the_store(reader: Reader, tmp_path: Path) -> None:
    with Store(tmp_path / "store", write=True):
        result = kg("build", str(EXAMPLES), "--store", str(tmp_path / "store"))
    assert result.exit_code == 1 and f"in use by process {os.getpid()}" in result.stderr


def test_a_writer_is_not_told_of_one_that_is_gone(tmp_path: Path) -> None:
    with Store(tmp_path / "store", write=True):
        pass
    with Store(tmp_path / "store"):
        result = kg("build", str(EXAMPLES), "--store", str(tmp_path / "store"))
    assert result.exit_code == 1 and "in use by another kg process" in result.stderr


def test_a_backup_comes_back_as_it_was(reader: Reader, whole: bytes, tmp_path: Path) -> None:
    with Store(tmp_path / "store", write=True) as store:
        build([str(EXAMPLES)], store, reader=reader)
    file = tmp_path / "news.nq.gz"
    assert kg("backup", str(file), "--store", str(tmp_path / "store")).exit_code == 0
    first = file.read_bytes()
    assert kg("backup", str(file), "--store", str(tmp_path / "store")).exit_code == 0
    assert file.read_bytes() == first
    assert kg("restore", str(file), "--store", str(tmp_path / "again")).exit_code == 0
    with Store(tmp_path / "again", write=True) as store:
        assert exported(store, "nquads") == whole
        summary = build([str(EXAMPLES)], store, reader=reader)
        assert summary.added == summary.replaced == 0
    assert "Iremadze" in kg("find", "Iremadze", "--store", str(tmp_path / "again")).stdout


def test_what_is_no_backup_is_refused(reader: Reader, tmp_path: Path) -> None:
    plain, other = tmp_path / "plain.nq", tmp_path / "other.nq.gz"
    plain.write_text("<a> <b> <c> .\n", encoding="utf-8")
    other.write_bytes(gzip.compress(b"# kg store, schema 1\n"))
    assert "cannot be read" in kg("restore", str(plain), "--store", str(tmp_path / "a")).stderr
    assert "has schema 1" in kg("restore", str(other), "--store", str(tmp_path / "b")).stderr
    result = kg("backup", str(tmp_path / "no" / "folder"), "--store", str(tmp_path / "none"))
    assert result.exit_code == 1
