"""Reads the knowledge folder into one immutable value, with the user's own folders merged in.

A folder given by the user has the same layout as ``kg/knowledge`` (``en/frames.yaml`` …); its lists are
appended to the shipped ones and its frames replace shipped frames of the same id.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from kg.knowledge import schema, words
from kg.knowledge.frame_schema import FramesFile

ROOT = Path(__file__).parent
Model = TypeVar("Model", bound=BaseModel)
_FOR_ALL_LANGUAGES: dict[str, type[BaseModel]] = {"names": schema.NamesFile}
_FILES: dict[str, type[BaseModel]] = {
    "states": schema.StateNamesFile,
    "organisations": schema.OrganisationsFile,
    "places": schema.PlacesFile,
    "titles": schema.TitlesFile,
    "leaders": schema.LeadersFile,
    "ranks": schema.RanksFile,
    "speech": words.SpeechFile,
    "groups": words.GroupsFile,
    "frames": FramesFile,
}


class KnowledgeError(Exception):
    """A knowledge file is missing, unreadable or does not fit its schema."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything declarative that extraction needs for one language. ``digest`` names this very content."""

    language: str
    reference: schema.States
    states: schema.StateNamesFile
    organisations: schema.OrganisationsFile
    places: schema.PlacesFile
    titles: schema.TitlesFile
    leaders: schema.LeadersFile
    ranks: schema.RanksFile
    speech: words.SpeechFile
    groups: words.GroupsFile
    frames: FramesFile
    names: schema.NamesFile
    digest: str

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Knowledge) and self.digest == other.digest


class _Loader(yaml.CSafeLoader):
    """YAML with the 1.2 reading of booleans: "on" and "no" are words, as people who write prepositions expect; a key told
    twice, of which YAML 1.2 allows none and the library takes the last, is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        told = Counter(key.value for key, _ in node.value)
        for key, _ in node.value:
            if told[key.value] > 1:
                raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' stands here twice", key.start_mark)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@lru_cache(maxsize=4)
def load_knowledge(extra: tuple[Path, ...] = (), language: str = "en") -> Knowledge:
    """Load the shipped knowledge and the folders in ``extra``.

    Raises:
        KnowledgeError: a file does not fit its schema; the message names file, field and reason.
    """
    folders = (ROOT, *extra)
    digest = hashlib.sha256()
    values: dict[str, Any] = {}
    for name, model in _FILES.items():
        paths = [folder / language / f"{name}.yaml" for folder in folders]
        values[name] = _validated(model, _merged([p for p in paths if p.exists()], digest), paths[-1])
    for name, model in _FOR_ALL_LANGUAGES.items():
        paths = [folder / f"{name}.yaml" for folder in folders]
        values[name] = _validated(model, _merged([p for p in paths if p.exists()], digest), paths[-1])
    for folder in extra:
        if not any((folder / f"{name}.yaml").exists() for name in (*_FOR_ALL_LANGUAGES, *_in(language))):
            raise KnowledgeError(f"{folder}: no knowledge file here; expected for instance {language}/frames.yaml")
    reference_path = ROOT / "states.json"
    content = reference_path.read_bytes()
    digest.update(content)
    reference = _validated(schema.States, json.loads(content), reference_path)
    return Knowledge(language=language, reference=reference, digest=digest.hexdigest()[:16], **values)


def _in(language: str) -> list[str]:
    return [f"{language}/{name}" for name in _FILES]


def _merged(paths: Sequence[Path], digest: "hashlib._Hash") -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for path in paths:
        content = path.read_bytes()
        digest.update(content)
        try:
            merged = _merge(merged, yaml.load(content, Loader=_Loader) or {})  # noqa: S506 (a safe loader)
        except yaml.YAMLError as error:
            raise KnowledgeError(f"{path}: not YAML: {error}") from error
    return merged


def _merge(base: Any, more: Any) -> Any:
    if isinstance(base, dict) and isinstance(more, dict):
        return base | {key: _merge(base[key], value) if key in base else value for key, value in more.items()}
    if isinstance(base, list) and isinstance(more, list):
        replaced = {item["id"] for item in more if isinstance(item, dict) and "id" in item}
        return [item for item in base if not (isinstance(item, dict) and item.get("id") in replaced)] + more
    return more


def _validated(model: type[Model], value: Any, path: Path) -> Model:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise KnowledgeError(f"{path}: {where}: {first['msg']}") from error
