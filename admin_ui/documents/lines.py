"""Every filled-in field of a paper as a page shows it: where it is, what it is called, what it says."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from admin_ui.shell.field_values import DRAFTED, worded
from admin_ui.shell.words import Language
from backend.documents import service as documents

_EXCERPT = 60
"""Letters of a part that no page shows otherwise."""


class Line(NamedTuple):
    """One field."""

    at: str
    """JSON Pointer (RFC 6901)."""
    label: str
    value: str


def lines(schema: dict[str, Any], fields: dict[str, Any], language: Language) -> list[Line]:
    """Return every filled-in field, in the form's order."""
    form, version = schema["x-form"], schema["x-version"]
    return [
        Line(
            at,
            documents.label(form, version, at, language),
            worded(documents.schema_at(form, version, at), value, language, DRAFTED),
        )
        for at, value in _leaves(schema, fields, "")
    ]


def between(
    form: str, version: int, older: dict[str, Any], newer: dict[str, Any], language: Language
) -> list[tuple[str, str, str]]:
    """Return the fields in which two drafts differ: label, before, after, in words."""
    schema = documents.get_form(form, version)
    found = []
    for one in documents.differences(form, version, older, newer):
        node = schema["properties"].get(one.pointer.split("/")[1], {})
        label = documents.label(form, version, one.pointer, language)
        if node.get("x-hidden"):
            found.append((label, (one.before or "")[:_EXCERPT], (one.after or "")[:_EXCERPT]))
            continue
        was, now_is = (
            worded(documents.schema_at(form, version, one.pointer), value, language, DRAFTED)
            for value in (one.before, one.after)
        )
        found.append((label, was, now_is))
    return found


def _leaves(node: dict[str, Any], value: Any, at: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        inner = sorted(node.get("properties", {}).items(), key=lambda one: one[1].get("x-order", 0))
        for name, part in inner:
            if name in value and not part.get("x-hidden"):
                yield from _leaves(part, value[name], at + documents.pointer(name))
    elif isinstance(value, list):
        for row, part in enumerate(value):
            yield from _leaves(node.get("items", {}), part, at + documents.pointer(row))
    else:
        yield at, value
