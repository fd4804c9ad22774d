"""The knowledge files: they fit their schema, every frame matches its examples and none of its near misses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.knowledge import KnowledgeError, load_knowledge
from kg.knowledge.cities import city_of
from kg.knowledge.frame_schema import Commitment, Frame
from kg.resolve import Facts

FRAMES = load_knowledge().frames.frames
RULES = [*FRAMES, *load_knowledge().frames.commitments]


@pytest.mark.parametrize("frame", RULES, ids=lambda f: f.id)
def test_frame_matches_its_examples(frame: Frame | Commitment, facts_of: Callable[..., Facts]) -> None:
    missed = [text for text in frame.examples if frame.type not in {e.type for e in facts_of(text).events}]
    assert not missed


@pytest.mark.parametrize("frame", RULES, ids=lambda f: f.id)
def test_frame_lets_its_near_misses_go(frame: Frame | Commitment, facts_of: Callable[..., Facts]) -> None:
    wrong = [
        text for text in frame.near_misses if any(v.rule == frame.id for e in facts_of(text).events for v in e.evidence)
    ]
    assert not wrong


def test_towns_are_those_of_the_city_table() -> None:
    towns = load_knowledge().places.towns
    unknown = [(town, state) for state, known in towns.items() for town in known if city_of(town, state) is None]
    assert not unknown


def test_frame_ids_are_unique() -> None:
    ids = [frame.id for frame in RULES]
    assert len(ids) == len(set(ids))


def test_a_folder_of_ones_own_adds_to_the_shipped_knowledge(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "organisations.yaml").write_text(
        "organisations:\n  - {name: Order of the Heron, kind: body}\n", encoding="utf-8"
    )
    names = {o.name for o in load_knowledge((tmp_path,)).organisations.organisations}
    assert {"Order of the Heron", "United Nations"} <= names
    assert load_knowledge((tmp_path,)).digest != load_knowledge().digest


def test_prepositions_named_on_stay_words(tmp_path: Path) -> None:
    assert "on" in load_knowledge().places.locative or "on" in {p for f in FRAMES for p in f.parts}
    assert not any(isinstance(key, bool) for f in FRAMES for key in f.parts)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("frames: [{id: x}]\n", "frames"),
        ("frames: [\n", "not YAML"),
        ("frames: [{id: x, type: visit, id: y}]\n", "'id' stands here twice"),
        ("ranks: 3\n", "frames.yaml"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_in_words(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "frames.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        load_knowledge((tmp_path,))


def test_a_woman_who_is_no_leader_listed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "leaders.yaml").write_text("women: [Ana Nobody]\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="no leader or minister: Ana Nobody"):
        load_knowledge((tmp_path,))


def test_a_folder_without_knowledge_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no knowledge file"):
        load_knowledge((tmp_path,))
