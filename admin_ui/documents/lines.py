"""Every filled-in field of a paper as a page shows it: where it is, what it is called, what it says."""

from collections.abc import Iterable, Iterator
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


class Group(NamedTuple):
    """Fields that follow each other and belong to one part of the paper, such as one violator or one thing seized."""

    label: str
    """Empty of fields that stand for themselves."""
    lines: list[Line]


_OF = " – "
"""Between the name of a part and that of its field (documents.label)."""
UNREAD = ("/catalogue_version",)
"""What the server reckons with and no paper prints."""


def grouped(found: Iterable[Line]) -> list[Group]:
    """Return the fields by their parts, so that a page names each part once."""
    groups: list[Group] = []
    for one in found:
        if one.at.endswith(UNREAD):
            continue
        part, between_them, rest = one.label.partition(_OF)
        label = part if between_them else ""
        line = Line(one.at, rest or one.label, one.value)
        if groups and groups[-1].label == label:
            groups[-1].lines.append(line)
        else:
            groups.append(Group(label, [line]))
    return groups


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
