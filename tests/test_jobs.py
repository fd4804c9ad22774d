"""Several processes read as one does: the same bytes, in bounded steps, and with a word when one of them is ended."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import EXAMPLES
from test_graph import exported

from kg import workers
from kg.api import KnowledgeGraph
from kg.graph import Store, StoreError
from kg.pipeline import build


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Forty articles, some of them alike but for a name."""
    file = tmp_path / "many.jsonl"
    names = ["Levan Meskhi", "Nino Kobidze", "Giorgi Abashidze", "Tamar Lomidze"]
    lines = [
        {"id": f"a{n}", "date": f"2015-03-{n % 28 + 1:02}", "text": f"Georgian Defence Minister {names[n % 4]} met King Omar of Jordan in Amman on Monday, article {n}."}
        for n in range(40)
    ]  # fmt: skip
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def test_processes_give_the_same_bytes(many: Path, tmp_path: Path) -> None:
    def built(name: str, jobs: int) -> bytes:
        with Store(tmp_path / name, write=True) as store:
            told: list[str] = []
            summary = build(
                [str(EXAMPLES), str(many)],
                store,
                jobs=jobs,
                progress=lambda step, so_far: told.append(step.article) if step.stage == "reading" else None,
            )
            assert summary.added == len(told) == len(store.articles()) and not summary.problems
            return exported(store, "nquads")

    assert built("one", 1) == built("two", 2)


def test_few_articles_start_no_process(
    monkeypatch: pytest.MonkeyPatch, examples: KnowledgeGraph, tmp_path: Path
) -> None:
    monkeypatch.setattr(workers.Workers, "_in_processes", lambda *_: pytest.fail("not worth it"))
    with Store(tmp_path / "store", write=True) as store:
        build([str(EXAMPLES)], store, jobs=4)
        assert exported(store, "nquads") == exported(examples, "nquads")


def test_a_process_that_is_ended_is_told_and_the_next_build_goes_on(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_read", _ended)
    with Store(tmp_path / "store", write=True) as store:
        with pytest.raises(StoreError, match="ended from outside"):
            build([str(many)], store, jobs=2)
        monkeypatch.undo()
        assert build([str(many)], store, jobs=1).articles == 40


def _ended(articles: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
def test_ctrl_c_stops_and_says_how_to_go_on(many: Path, tmp_path: Path) -> None:
    lines = map(json.loads, (many.read_text(encoding="utf-8") * 150).splitlines())
    numbered = (line | {"id": f"b{n}", "text": f"{line['text']} {n}"} for n, line in enumerate(lines))
    many.write_text("\n".join(map(json.dumps, numbered)), encoding="utf-8")
    store = tmp_path / "store"
    command = [sys.executable, "-m", "kg", "build", str(many), "--store", str(store), "--jobs", "2"]
    # A shell starts what runs in the background deaf to ctrl-C; this one hears it wherever the tests run.
    hears = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)  # noqa: E731
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=hears)
    while sum(file.stat().st_size for file in store.glob("waiting.sqlite*")) < 1_000_000:
        assert process.poll() is None
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130 and "the same command goes on from there" in said
    assert "Traceback" not in said
    with Store(store) as opened:
        assert 0 < len(opened.waiting) < 6000 and not opened.articles()
    end = time.monotonic() + 20
    while subprocess.run(["pgrep", "-g", str(process.pid)], capture_output=True).returncode == 0:
        assert time.monotonic() < end, "no process is left behind"
        time.sleep(0.2)
