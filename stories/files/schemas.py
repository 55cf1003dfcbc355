"""JSON Schemas from the models, so that editors complete and check the files."""

import json
from pathlib import Path

from stories.files import disk
from stories.files.formats import KEY
from stories.files.library import MODELS

FOLDER = "schemas"
_VERSION = {"description": "파일 형식의 번호 / the version of the file's format", "type": ["integer", "string", "null"]}


def schema_texts() -> dict[str, str]:
    """Return the text of each schema file by its name (story.json, ...)."""
    texts = {}
    for model in MODELS.values():
        schema = model.model_json_schema(mode="validation")
        schema["properties"] = {KEY: _VERSION, **schema["properties"]}
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        texts[f"{model.__name__.lower()}.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return texts


def write_schemas(library: Path) -> None:
    """Write the schemas into the library; one that is the same already is left alone. Raises CannotWrite."""
    for name, text in schema_texts().items():
        path = library / FOLDER / name
        content = text.encode()
        try:
            was = path.read_bytes() if path.exists() else None
        except OSError as error:
            raise disk.cannot_write(path, error) from error
        if was is None:
            disk.create(path, content)
        elif was != content:
            disk.replace(path, content)
