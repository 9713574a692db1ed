"""Forms described as data: their fields, read by the one reader."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option, Reader, Translate

Kind = str
"""One of: text, area, date, money, choice, boxes."""


class Field(NamedTuple):
    """One field. `word` is the key of its label; the page supplies the choices."""

    name: str
    kind: Kind
    word: str
    required: bool = True
    longest: int = 200
    shortest: int = 1
    hint: str = ""
    """The key of a sentence under the label."""
    rows: int = 4
    """Lines that an area shows."""
    source: str = ""
    """Where a long list is searched (admin_ui/shell/choosing/sources.py): `units?rule=administered`."""
    suggests: str = ""
    """Of a text: the id of the page's datalist that offers what is often typed."""


REASON = Field("reason", "area", "people.reason", longest=2000, shortest=3)

Values = dict[str, Any]
Errors = dict[str, str]
Choices = Mapping[str, list[Option]]
"""What a field may be chosen from, by its name."""


def read(
    fields: tuple[Field, ...], form: Form, choices: Choices, translate: Translate
) -> tuple[Values, Errors]:
    """Read every field. A value is text, a date, a sum, a UUID, a list or None; an error is a whole sentence."""
    reader = Reader(form, translate)
    values = {one.name: value(one, reader, choices.get(one.name, [])) for one in fields}
    return values, reader.errors


def value(field: Field, reader: Reader, options: list[Option]) -> Any:
    """Read one field."""
    label, known = reader.translate(field.word), {option for option, _ in options}
    match field.kind:
        case "date":
            return reader.day(field.name, label, required=field.required)
        case "money":
            return reader.money(field.name, label, required=field.required)
        case "choice":
            chosen = reader.picked(field.name, label, options, required=field.required)
            return None if chosen is None else _identity(chosen)
        case "boxes":
            return reader.several(field.name, label, known, required=field.required)
        case _:
            return (
                reader.text(
                    field.name,
                    label,
                    least=field.shortest,
                    most=field.longest,
                    required=field.required,
                )
                or None
            )


def _identity(text: str) -> UUID | str:
    try:
        return UUID(text)
    except ValueError:
        return text
