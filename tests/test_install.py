"""The wheel in an empty environment outside the checkout, and the demo as a newcomer runs it."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_wheel_works_outside_the_checkout(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"), str(ROOT)],
        check=True,
        capture_output=True,
    )
    [wheel] = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements" / "run.txt")], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    kg = str(tmp_path / "env" / "bin" / "kg")
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run(*args: str) -> str:
        return subprocess.run([kg, *args], cwd=tmp_path, env=clean, check=True, capture_output=True, text=True).stdout

    run("build", str(ROOT / "examples" / "articles"))
    assert "Tamaz Iremadze" in run("query", "people")
    assert "who-met-whom" in run("query", "--list")
    run("view", "-o", "graph.html")
    assert (tmp_path / "graph.html").stat().st_size > 100_000
    assert run("export").startswith("@prefix")
    run("validate")
