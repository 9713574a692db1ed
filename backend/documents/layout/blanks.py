"""Blanks in place of missing values, so that an incomplete draft can be laid out."""

from typing import Any

Schema = dict[str, Any]
BLANK = "……………"
"""A blank within a sentence. After a label, the typesetter draws its own blank."""
_TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
}


def completed(node: Schema, value: Any) -> Any:
    """Return fields with all that the form requires, at any depth. Missing values are blanks.

    Values of a wrong type become blanks too, and unknown fields are left out: a draft need not be
    valid to be laid out.
    """
    if not isinstance(value, _TYPES[node["type"]]):
        return blank(node)
    if isinstance(value, dict):
        parts = node["properties"]
        missing = {name: blank(parts[name]) for name in node.get("required", [])}
        given = {
            name: completed(parts[name], inner) for name, inner in value.items() if name in parts
        }
        return missing | {name: inner for name, inner in given.items() if inner is not None}
    if isinstance(value, list):
        return [completed(node["items"], row) for row in value]
    return value


def blank(node: Schema) -> Any:
    """Return the blank for a missing field."""
    match node["type"]:
        case "object":
            return completed(node, {})
        case "array":
            return []
        case "string":
            return BLANK
    return None
