"""What filling a form takes, whatever it is filled from: legal bases, days in words, empty fields. Pure."""

import re
from datetime import date
from typing import Any

Fields = dict[str, Any]
_SLOT = re.compile(r"\{([a-z_.]+)\}")
_DELEGATION = "Văn bản giao quyền xử phạt"
"""How a form names a delegation that is typed by number alone."""


def in_words(value: date) -> str:
    """Return a day in a paper's words.

    Days below 10 have a leading zero, and so have January and February (Decree 30/2020 App. I,
    II.4.b).
    """
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def without_nothing(value: Any, schema: Fields) -> Any:
    """Return the fields without empty ones, and without those that the schema lacks.

    False and 0 are values, not empty.
    """
    if isinstance(value, dict):
        inner = schema.get("properties", {})
        kept = {
            name: without_nothing(part, inner[name])
            for name, part in value.items()
            if name in inner
        }
        return {name: part for name, part in kept.items() if part not in (None, {}, [])}
    if isinstance(value, list):
        items = schema.get("items", {})
        rows = (without_nothing(part, items) for part in value)
        return [row for row in rows if row not in (None, {}, "")]
    if isinstance(value, str):
        return value[: schema.get("maxLength", len(value))].strip() or None
    return value


def bases(schema: dict[str, Any], fields: dict[str, Any]) -> list[str]:
    """Return the legal bases in the form's own order, without those whose slot nothing fills."""
    found = [_slotted(one["text"], fields) for one in schema.get("x-bases", [])]
    return [text for text in found if text]


def _slotted(text: str, fields: dict[str, Any]) -> str | None:
    for name in _SLOT.findall(text):
        value: Any = fields
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if not value:
            return None
        text = text.replace("{" + name + "}", _said(str(value)))
    if text.startswith(f"{_DELEGATION} Quyết định "):  # the register cites it whole
        text = text.removeprefix(f"{_DELEGATION} ")
    return text.replace(" ngày ngày ", " ngày ")


def _said(value: str) -> str:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return in_words(date.fromisoformat(value))
    return value
