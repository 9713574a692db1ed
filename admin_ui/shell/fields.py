"""Typed fields of short forms: reads and checks them, and describes each error in a sentence."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from admin_ui.shell import typed
from admin_ui.shell.forms import Form

Kind = str
"""One of: text, area, date, choice."""


class Field(NamedTuple):
    """One field. `word` is the key of its label; the page supplies the choices."""

    name: str
    kind: Kind
    word: str
    required: bool = True
    longest: int = 200
    shortest: int = 1
    hint: str = ""


REASON = Field("reason", "area", "people.reason", longest=2000, shortest=3)

Values = dict[str, Any]
Errors = dict[str, str]


def read(
    fields: tuple[Field, ...],
    form: Form,
    choices: Mapping[str, list[tuple[str, str]]],
    translate: Callable[..., str],
) -> tuple[Values, Errors]:
    """Read every field. A value is text, a date, a UUID or None; an error is a whole sentence."""
    values: Values = {}
    errors: Errors = {}
    for field in fields:
        text = form.text(field.name)
        label = translate(field.word)
        if not text:
            values[field.name] = None
            if field.required:
                errors[field.name] = translate("people.error_missing", field=label)
        elif field.kind == "date":
            values[field.name] = typed.day_or_none(text)
            if values[field.name] is None:
                errors[field.name] = translate("people.error_date", field=label)
        elif field.kind == "choice":
            known = text in {value for value, _ in choices.get(field.name, [])}
            values[field.name] = _identity(text) if known else None
            if not known:
                errors[field.name] = translate("people.error_choice", field=label)
        else:
            values[field.name] = text
            if not field.shortest <= len(text) <= field.longest:
                errors[field.name] = translate(
                    "people.error_length", field=label, least=field.shortest, most=field.longest
                )
    return values, errors


def _identity(text: str) -> UUID | str:
    try:
        return UUID(text)
    except ValueError:
        return text
