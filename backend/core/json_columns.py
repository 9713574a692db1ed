"""Writes values into JSON columns, and reads them from the column's text."""

from typing import Any

import msgspec


def written(value: Any) -> str:
    """Encode a struct, or anything else that msgspec encodes, as JSON text."""
    return msgspec.json.encode(value).decode()


def written_or_none(value: Any) -> str | None:
    """Encode a value as JSON text; None stays NULL."""
    return None if value is None else written(value)


def read_or_none(text: str | None, kind: Any) -> Any:
    """Decode a value of this type; None if the column is NULL."""
    return None if text is None else msgspec.json.decode(text, type=kind)
