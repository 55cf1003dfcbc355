"""What all records have in common: text in NFC, lists, what empty means, and an id that is the file's name."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

from stories.text import clean, unstorable

T = TypeVar("T")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise PydanticCustomError("not-text", "must be text")
    text = clean(value)
    bad = unstorable(text)
    if bad:
        raise PydanticCustomError("control-character", "holds {character}", {"character": f"U+{ord(bad.group()):04X}"})
    return text


def _words(value: Any) -> Any:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [] if value is None else _list(value)


def _list(value: Any) -> Any:
    if not isinstance(value, list):
        raise PydanticCustomError("not-list", "must be a list")
    return value


@dataclass(frozen=True)
class EmptyIs:
    """An empty field of the file stands for this value."""

    value: Any

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Put the value in the place of nothing."""
        return no_info_before_validator_function(lambda given: given or self.value, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Let editors accept the empty field."""
        return {"anyOf": [handler(schema), {"enum": ["", None]}]}


_TYPED = {"type": ["string", "number", "boolean", "null"]}
"""What an editor takes a text for that stands without quotes: `12` for a number. We read all of them as typed."""
_TYPED_WORDS = {"type": ["array", *_TYPED["type"]], "items": _TYPED}

Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_TYPED)]
Words = Annotated[list[Text], BeforeValidator(_words), WithJsonSchema(_TYPED_WORDS)]
"""A short list of words or ids; `a, b` on one line is accepted too."""
Rows = Annotated[list[T], BeforeValidator(_list), EmptyIs([])]
"""A list of rows, or of texts that may hold commas."""
DATE = "date"
Date = Annotated[Text, DATE]
"""A date as typed: YYYY-MM-DD where it is known to the day."""


class Part(BaseModel):
    """A piece of a record. Frozen; keys that we do not know are not kept here but stay in the file."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Record(Part):
    """One file of the library. `id` is the file's name without its ending; it is not written inside."""

    id: SkipJsonSchema[str] = Field(default="", exclude=True)


@cache
def part_in(model: type[Part], name: str) -> type[Part] | None:
    """Return the model of the rows or the piece that the field holds, or None where it holds texts."""
    return _part_in(model.model_fields[name].annotation)


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for argument in get_args(annotation) if (part := _part_in(argument))), None)
