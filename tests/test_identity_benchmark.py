"""The benchmark of identity keeps its bars: B-cubed F1 of .95 with a precision of .98."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("identity", BENCHMARKS / "identity.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["articles.txt", "held-out.txt"])
def test_one_official_is_one_node(name: str, benchmark: ModuleType) -> None:
    articles, marked = benchmark.read_marked((BENCHMARKS / "identity" / name).read_text(encoding="utf-8").splitlines())
    facts, identity = benchmark.identified(articles)
    found = [(m.who, benchmark.found_of(m, facts[m.article], identity)) for m in marked]
    precision, recall = benchmark.b_cubed(found)
    assert precision >= 0.98
    assert benchmark.f1(precision, recall) >= 0.95


def test_b_cubed_of_one_wrong_join_and_one_wrong_parting(benchmark: ModuleType) -> None:
    found = [("a", "1"), ("a", "1"), ("b", "1"), ("c", "2"), ("c", "3")]
    precision, recall = benchmark.b_cubed(found)
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert recall == pytest.approx((1 + 1 + 1 + 1 / 2 + 1 / 2) / 5)
