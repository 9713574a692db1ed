"""How a value is written into a column of JSON, and read out of its text."""

from typing import Any

import msgspec


def written(value: Any) -> str:
    """A struct, or anything that msgspec encodes, as JSON text."""
    return msgspec.json.encode(value).decode()


def written_or_none(value: Any) -> str | None:
    """The same; None stays NULL."""
    return None if value is None else written(value)


def read_or_none(text: str | None, kind: Any) -> Any:
    """A value of this type; None where the column is NULL."""
    return None if text is None else msgspec.json.decode(text, type=kind)
