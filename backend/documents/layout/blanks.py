"""What stands where a form wants something that is not there yet: a draft is looked at long before it is whole."""

from typing import Any

Schema = dict[str, Any]
BLANK = "……………"
"""Stands within a sentence; behind a label the typesetter draws a blank of its own."""
_TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
}


def completed(node: Schema, value: Any) -> Any:
    """Return fields in which everything that the form requires is there, at any depth, if only as a blank.

    What is of another kind than the form wants is a blank too, and what the form does not know is left out: a draft
    need not be valid to be looked at.
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
    """Return what stands for a field that is not there."""
    match node["type"]:
        case "object":
            return completed(node, {})
        case "array":
            return []
        case "string":
            return BLANK
    return None
