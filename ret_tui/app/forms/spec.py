"""A form as data: what each field of a `Fields` model is, and how typed text becomes its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum, auto
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.words import Word

Options = Sequence[Choice] | Callable[[], Sequence[Choice]]
Prefer = Literal["past", "future", "nearest"]


class Kind(Enum):
    """How a field is filled in."""

    LINE = auto()
    PROSE = auto()
    DATE = auto()
    TIME = auto()
    NUMBER = auto()
    CHOICE = auto()
    CHOICES = auto()
    PICK = auto()


@dataclass(frozen=True)
class Section:
    """A part of a form: its title and the names of its fields."""

    title: str
    fields: tuple[str, ...]

    def __init__(self, title: str, *fields: str) -> None:
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "fields", fields)


@dataclass(frozen=True)
class FieldSpec:
    """One field: its name in the model, the Dutch label and hint, and how it is filled in.

    `optional` says that it may be empty; `options` are given for a choice; `prefer` is for dates without a year.
    """

    name: str
    label: str
    hint: str
    kind: Kind
    optional: bool
    base: type
    default: object = None
    options: Options = ()
    suggestions: tuple[str, ...] = ()
    prefer: Prefer = "nearest"
    limits: str = field(default="", compare=False)
    """Dutch sentence about what a number must be."""


YES_NO = (Choice(True, "Ja"), Choice(False, "Nee"))
FEW = 7
"""Choices up to this many are all shown; more are picked from a list."""


def specs(
    model: type[Any],
    names: Sequence[str],
    *,
    options: Mapping[str, Options] | None = None,
    prefer: Mapping[str, Prefer] | None = None,
) -> dict[str, FieldSpec]:
    """Describe these fields of a `Fields` model.

    Raises:
        KeyError: the model has no such field.
        TypeError: the form knows no way to fill in this type.
    """
    given, wishes = options or {}, prefer or {}
    found: dict[str, FieldSpec] = {}
    for name in names:
        found[name] = _spec(model, name, given.get(name), wishes.get(name))
    return found


def _spec(model: type[Any], name: str, options: Options | None, prefer: Prefer | None) -> FieldSpec:
    info = model.model_fields[name]
    base, optional, marks = _unwrap(info.annotation, list(info.metadata))
    default = None if info.is_required() else info.get_default(call_default_factory=True)
    kind, choices = _kind(base, marks, options)
    suggestions: tuple[str, ...] = ()
    if kind is Kind.LINE and options is not None:
        suggestions = tuple(choice.label for choice in (options() if callable(options) else options))
    return FieldSpec(
        name=name,
        label=info.title or name,
        hint=info.description or "",
        kind=kind,
        optional=optional or isinstance(default, list),
        base=base,
        default=default,
        options=choices,
        suggestions=suggestions,
        prefer=prefer or ("past" if name == "birth_date" else "nearest"),
        limits=_limits(marks),
    )


def _unwrap(annotation: Any, marks: list[Any]) -> tuple[type, bool, list[Any]]:
    """The bare type, whether it may be None, and everything that was annotated."""
    optional = False
    while True:
        origin = get_origin(annotation)
        if origin in (Union, UnionType):
            parts = [part for part in get_args(annotation) if part is not NoneType]
            optional = len(parts) < len(get_args(annotation))
            annotation = parts[0]
        elif origin is Annotated:
            annotation, *more = get_args(annotation)
            marks = marks + more
        else:
            return annotation, optional, marks


def _kind(base: Any, marks: list[Any], options: Options | None) -> tuple[Kind, Options]:
    if get_origin(base) is list:
        (inner,) = get_args(base)
        return Kind.CHOICES, options or _words(inner)
    if base is bool:
        return Kind.CHOICE, YES_NO
    if isinstance(base, type) and issubclass(base, Word):
        choices = options or _words(base)
        few = not callable(choices) and len(choices) <= FEW
        return (Kind.CHOICE if few else Kind.PICK), choices
    if base is UUID:
        return Kind.PICK, options or ()
    if base is str:
        return (Kind.PROSE if _is_prose(marks) else Kind.LINE), ()
    for kind, types in ((Kind.DATE, date), (Kind.TIME, time), (Kind.NUMBER, (int, float))):
        if isinstance(base, type) and issubclass(base, types) and not issubclass(base, datetime):
            return kind, ()
    raise TypeError(f"no way to fill in {base!r}")


def _words(words: Any) -> tuple[Choice, ...]:
    return tuple(Choice(word, word.label) for word in words)


def _is_prose(marks: list[Any]) -> bool:
    from ret_tui.domain.base import Prose

    return any(mark in marks for mark in get_args(Prose)[1:])


def _limits(marks: list[Any]) -> str:
    lowest = next((mark.ge for mark in marks if hasattr(mark, "ge")), None)
    highest = next((mark.le for mark in marks if hasattr(mark, "le")), None)
    if lowest is not None and highest is not None:
        return f"Typ een getal van {lowest} tot en met {highest}."
    return "Typ een getal." if lowest is None else f"Typ een getal van {lowest} of hoger."


def read(spec: FieldSpec, typed: object, today: date) -> object:
    """The value that was typed or chosen; None for an empty field.

    Raises:
        InvalidInput: it cannot be understood; says what to type and carries the field.
    """
    if spec.kind is Kind.CHOICES:
        return list(typed) if isinstance(typed, (list, tuple)) else []
    chosen = spec.kind in (Kind.CHOICE, Kind.PICK)
    value = typed if chosen else _read_text(spec, str(typed or ""), today)
    if value is None and not spec.optional:
        raise InvalidInput(_ask_for(spec), spec.name)
    return value


def _read_text(spec: FieldSpec, typed: str, today: date) -> object:
    from ret_tui.domain.text import tidy

    text = tidy(typed).text
    if not text.strip():
        return None
    if spec.kind is Kind.PROSE:
        return text
    text = text.strip()
    if spec.kind is Kind.DATE:
        from ret_tui.domain.dates import parse_date

        return parse_date(text, today, spec.prefer, spec.name)
    if spec.kind is Kind.TIME:
        from ret_tui.domain.dates import parse_time

        return parse_time(text, spec.name)
    if spec.kind is Kind.NUMBER:
        try:
            return spec.base(text.replace(",", ".") if spec.base is float else text)
        except ValueError as error:
            raise InvalidInput(spec.limits, spec.name) from error
    return text


def _ask_for(spec: FieldSpec) -> str:
    if spec.kind in (Kind.CHOICE, Kind.PICK):
        return "Kies een van de antwoorden."
    if spec.kind is Kind.NUMBER:
        return spec.limits
    return f"Vul in: {spec.label[:1].lower()}{spec.label[1:]}."


def write(spec: FieldSpec, value: object) -> object:
    """A value as it stands in its field: text for fields to type in, the value itself for choices."""
    if spec.kind in (Kind.CHOICE, Kind.PICK):
        return value
    if spec.kind is Kind.CHOICES:
        return tuple(value) if isinstance(value, (list, tuple)) else ()
    if value is None:
        return ""
    if spec.kind is Kind.DATE and isinstance(value, date):
        from ret_tui.domain.dates import short_date

        return short_date(value)
    if spec.kind is Kind.TIME and isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value)


def echo(spec: FieldSpec, value: object) -> str:
    """What was understood, said in full; empty when the field itself says it."""
    if spec.kind is Kind.DATE and isinstance(value, date):
        from ret_tui.domain.dates import long_date

        return long_date(value)
    return ""


def check(model: type[Any], spec: FieldSpec, value: object) -> object:
    """Hold a value against the rules of the model and return it as the model keeps it.

    Raises:
        InvalidInput: it breaks a rule; carries the field.
    """
    from pydantic import ValidationError

    blank = model.model_construct()
    try:
        model.__pydantic_validator__.validate_assignment(blank, spec.name, value)
    except InvalidInput as fault:
        raise InvalidInput(fault.message, spec.name) from fault
    except ValidationError as fault:
        text = (
            spec.limits if spec.kind is Kind.NUMBER else "Deze waarde past hier niet. Kies of typ een andere."
        )
        raise InvalidInput(text, spec.name) from fault
    return getattr(blank, spec.name)
