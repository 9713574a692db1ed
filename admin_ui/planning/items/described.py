"""Items and their changes in words."""

from typing import Any
from uuid import UUID

from admin_ui.shell.formats import short_date
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.force.units import service as units
from backend.planning.readers import service as readers
from schemas.planning.views import FieldChange, ItemChange

Line = tuple[str, str, str]
"""Label of a field, what it said before, what it says now."""


Described = tuple[ItemChange, list[Line]]
"""A change of an item with the fields that differ."""


async def changes(rows: list[ItemChange], language: Language) -> list[Described]:
    """Return changes with the fields that differ, in the reader's language."""
    ids = {one for row in rows for field in row.fields for one in _ids(field.before, field.after)}
    names = {one: getattr(name, language) for one, name in (await units.names_of(ids)).items()}
    names |= await readers.names_of(ids - names.keys())
    return [(row, _lines(row.fields, names, language)) for row in rows]


def _lines(fields: list[FieldChange], names: dict[UUID, str], language: Language) -> list[Line]:
    return [
        (
            _label(one.field, language),
            _said(one.before, names, language),
            _said(one.after, names, language),
        )
        for one in fields
    ]


def _label(field: str, language: Language) -> str:
    name = field.removeprefix("subject.")
    for key in (f"planitems.{name}", f"planitems.field_{name}"):
        if key in CATALOGUES[language]:
            return say(language, key)
    return name


def _said(value: Any, names: dict[UUID, str], language: Language) -> str:
    match value:
        case None | "" | []:
            return ""
        case list():
            return "; ".join(_said(one, names, language) for one in value)
        case dict():
            return "; ".join(
                said for one in value.values() if (said := _said(one, names, language))
            )
        case str():
            identity = _uuid(value)
            if identity is not None:
                return names.get(identity, "…")
            try:
                return (
                    short_date(value, language) if len(value) == 10 and value[4] == "-" else value
                )
            except ValueError:
                return value
    return str(value)


def _ids(*values: Any) -> set[UUID]:
    flat = [part for one in values for part in (one if isinstance(one, list) else [one])]
    return {found for one in flat if isinstance(one, str) and (found := _uuid(one)) is not None}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) == 36 else None
    except ValueError:
        return None
