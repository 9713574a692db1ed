"""Where the slots of a form's texts find their values: the paper's fields, and the row at hand."""

from dataclasses import dataclass, replace
from typing import Any

from backend.documents.layout.values import Schema

ROW = "row"
"""The first part of a path that begins in the row of an `each` block."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The fields of a paper with their schema and, inside an `each` block, one row of a list."""

    schema: Schema
    fields: dict[str, Any]
    row: Any = None
    row_schema: Schema | None = None
    at: int = 0
    """Which row it is, from 1."""

    def value(self, path: str) -> Any:
        """Return the value at a dotted path; None if there is none."""
        first, *rest = path.split(".")
        node: Any = self.row if first == ROW else self.fields.get(first)
        for part in rest:
            node = node.get(part) if isinstance(node, dict) else None
        return node

    def node(self, path: str) -> Schema | None:
        """Return the schema at a dotted path; None if the form has no such field."""
        first, *rest = path.split(".")
        node = self.row_schema if first == ROW else self.schema["properties"].get(first)
        for part in rest:
            node = node.get("properties", {}).get(part) if node else None
        return node

    def rows(self, path: str) -> list["Scope"]:
        """Return one scope for each row of a list."""
        node = self.node(path)
        items = node["items"] if node else None
        return [
            replace(self, row=row, row_schema=items, at=at)
            for at, row in enumerate(self.value(path) or [], 1)
        ]
