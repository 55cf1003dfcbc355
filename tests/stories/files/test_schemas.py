"""What an editor is told about the files, by the JSON Schemas beside them."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from stories.errors import CannotWrite
from stories.files.library import MODELS, read_library
from stories.files.places import SAMPLE
from stories.files.saving import create_record
from stories.files.schemas import FOLDER, schema_texts, write_schemas
from tests.stories.files.faults import FAULTS

FILES = sorted(SAMPLE.rglob("*.yaml"))


def named_schema(path: Path) -> dict[str, Any]:
    """Return the schema that the first line of the file names, where it says it is."""
    named = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    schema: dict[str, Any] = json.loads((path.parent / named).read_text(encoding="utf-8"))
    return schema


def errors(path: Path, loader: Any) -> list[str]:
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return [error.message for error in Draft202012Validator(named_schema(path)).iter_errors(tree)]


@pytest.mark.parametrize("name", sorted(schema_texts()))
def test_every_schema_is_one(name: str) -> None:
    schema = json.loads(schema_texts()[name])
    Draft202012Validator.check_schema(schema)
    assert "id" not in schema["properties"]
    assert schema.get("additionalProperties", True) is True


def test_every_kind_of_file_has_a_schema() -> None:
    assert set(schema_texts()) == {f"{model.__name__.lower()}.json" for model in MODELS.values()}


def test_the_schemas_of_the_sample_are_up_to_date() -> None:
    """Run `write_schemas(SAMPLE)` when the models have changed."""
    written = {path.name: path.read_text(encoding="utf-8") for path in (SAMPLE / FOLDER).iterdir()}
    assert written == schema_texts()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader], ids=["as text", "as an editor reads it"])
def test_every_file_of_the_sample_fits_its_schema(path: Path, loader: Any) -> None:
    assert errors(path, loader) == []


@pytest.mark.parametrize("kind", ["stories", "concepts", "applications", "interviews", "questions"])
def test_a_new_file_fits_its_schema_and_can_be_checked_at_once(kind: str, sample_copy: Path) -> None:
    made = create_record(read_library(sample_copy), kind, "새 기록", {})
    for loader in (yaml.BaseLoader, yaml.SafeLoader):
        assert errors(sample_copy / kind / f"{made}.yaml", loader) == []


def test_what_storybank_reads_as_typed_is_no_fault_in_an_editor() -> None:
    schema = json.loads(schema_texts()["story.json"])
    for fault in FAULTS:
        if fault.name.startswith("ok_") and "utf16" not in fault.name:
            tree = yaml.safe_load(fault.content.decode("utf-8-sig").replace("2019-13-45", "x"))
            plain = json.loads(json.dumps(tree, default=str))
            assert not list(Draft202012Validator(schema).iter_errors(plain)), fault.name


@pytest.mark.parametrize(
    "tree",
    [
        {"action": {"a": "b"}},
        {"claims": "가"},
        {"claims": ["가"]},
        {"claims": [{"status": "sure"}]},
        {"skills": [["a"]]},
    ],
)
def test_what_storybank_cannot_read_is_marked_in_an_editor(tree: dict[str, Any]) -> None:
    schema = json.loads(schema_texts()["story.json"])
    assert list(Draft202012Validator(schema).iter_errors(tree))


def test_schemas_that_are_the_same_are_left_alone_and_old_ones_are_renewed(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    story, concept = tmp_path / FOLDER / "story.json", tmp_path / FOLDER / "concept.json"
    concept.write_text("{}", encoding="utf-8")
    before = story.stat()
    write_schemas(tmp_path)
    assert (story.stat().st_ino, story.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert concept.read_text(encoding="utf-8") == schema_texts()["concept.json"]


def test_a_file_in_the_place_of_the_folder_of_schemas_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("", encoding="utf-8")
    with pytest.raises(CannotWrite):
        write_schemas(tmp_path)
