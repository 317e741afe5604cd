"""From a struct to the pydantic type that reads it out of a file: one definition for files, program and JSON Schema.

The structs are what the program works with. Pydantic tells everything that is wrong with a file at once, and is
imported only where a file is really read.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, fields
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter
from pydantic import create_model as create
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from factcheck.data.border import After, Before, Finite, Strict, Stripped

T = TypeVar("T")
S = TypeVar("S", bound=Struct)

_BOUNDS = ("ge", "gt", "le", "lt", "multiple_of", "pattern", "min_length", "max_length", "title", "description")


class _Shape(GenerateJsonSchema):
    """The schema of whatever has one: we only look for keys, and a type without a schema has none."""

    ignored_warning_kinds: set[JsonSchemaWarningKind] = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> dict[str, Any]:  # noqa: ARG002
        return {}


@lru_cache(maxsize=128)
def adapter_of(type_: Any) -> TypeAdapter[Any]:
    """Give what reads a type out of plain data; structs may stand anywhere in it."""
    return TypeAdapter(_typed(type_))


def shape_of(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    """Give the JSON schema of a type; parts of it that have none are left open."""
    return adapter.json_schema(schema_generator=_Shape)


def _typed(hint: Any) -> Any:
    """Put a model in the place of every struct of a type, and pydantic's notes in the place of ours."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        return Annotated[_model(hint), AfterValidator(_maker(hint))]
    if made_of := getattr(hint, "MADE_OF", None):
        return Annotated[_typed(made_of), AfterValidator(hint.checked)]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        base, *notes = arguments
        return Annotated[(_typed(base), *(known for note in notes for known in _notes(note)))]
    if origin is None or origin is Literal or not arguments:
        return hint
    typed = tuple(arguments[-1] if one is Ellipsis else _typed(one) for one in arguments)
    return Union[typed] if origin in (Union, types.UnionType) else origin[typed]  # noqa: UP007  # built at run time


def _notes(note: Any) -> Iterable[Any]:
    if isinstance(note, Meta):
        yield Field(**{name: value for name in _BOUNDS if (value := getattr(note, name)) is not None})
    elif isinstance(note, Before):
        takes = {"json_schema_input_type": note.takes} if note.takes is not None else {}
        yield BeforeValidator(note.function, **takes)
    elif isinstance(note, After):
        yield AfterValidator(note.function)
    elif isinstance(note, Stripped):
        yield StringConstraints(strip_whitespace=True)
    elif isinstance(note, Strict):
        yield Field(strict=True)
    elif isinstance(note, Finite):
        yield Field(allow_inf_nan=False)


@lru_cache(maxsize=128)
def _model(struct: type[Struct]) -> type[BaseModel]:
    hints = get_type_hints(struct, include_extras=True)
    closed = struct.__struct_config__.forbid_unknown_fields
    given: dict[str, Any] = {field.name: (_typed(hints[field.name]), _field(field)) for field in fields(struct)}
    config = ConfigDict(extra="forbid" if closed else "ignore", frozen=True, protected_namespaces=())
    return create(struct.__name__, __config__=config, __doc__=struct.__doc__, **given)


def _field(field: FieldInfo) -> Any:
    named: dict[str, Any] = {"alias": field.encode_name} if field.encode_name != field.name else {}
    if field.default is not NODEFAULT:
        # The struct fills in its own; this one is what the schema shows.
        plain = msgspec.to_builtins(field.default) if isinstance(field.default, Struct) else field.default
        return Field(default=plain, **named)
    if field.default_factory is not NODEFAULT:
        return Field(default_factory=cast("Callable[[], Any]", field.default_factory), **named)
    return Field(**named)


def _maker(struct: type[S]) -> Callable[[BaseModel], S]:
    """Give what makes the struct of its model; what the struct refuses (ValueError) is the model's mistake."""

    def make(model: BaseModel) -> S:
        return struct(**{name: getattr(model, name) for name in model.model_fields_set})

    return make
