"""Writes values into JSON columns, and reads them from the column's text."""

from collections.abc import Iterable, Mapping
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


def decoded(rows: Iterable[Mapping[str, Any]], *names: str) -> list[dict[str, Any]]:
    """Rows with the JSON text of these columns decoded, for rows.many(). NULL stays None."""
    return [
        dict(row.items()) | {name: read_or_none(row[name], Any) for name in names} for row in rows
    ]
