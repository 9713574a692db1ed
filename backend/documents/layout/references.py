"""What a paper refers to: its legal bases and earlier papers, each named once."""

from typing import Any

from backend.documents.layout import wording
from backend.documents.layout.values import Schema, label

Fields = dict[str, Any]
_ALSO = ("proposal", "explanation")
"""Fields that name a paper with its number and day in one text."""


def bases(schema: Schema, fields: Fields) -> list[str]:
    """Return the legal bases in their order.

    For a decision, papers that its fields name but its bases do not are added.
    """
    found = list(fields.get("legal_bases", []))
    if schema["x-layout"] != "decision":
        return found
    for name, title in papers(schema):
        number, on = fields.get(f"{name}_number"), fields.get(f"{name}_date")
        if number and not _in(found, number):
            found.append(named(title, number, on))
    for name in _ALSO:
        if (text := fields.get(name)) and not _in(found, text):
            found.append(text)
    delegation = fields.get("signer", {}).get("delegation")
    if delegation and not _in(found, delegation):
        whole = "về việc" in delegation
        found.append(delegation if whole else f"{delegation} về việc giao quyền")
    return found


def papers(schema: Schema) -> list[tuple[str, str]]:
    """Return the papers to which a form refers by number and date: stem of the fields, and title."""
    fields = schema["properties"]
    return [
        (name.removesuffix("_number"), label(node).removesuffix(" số"))
        for name, node in fields.items()
        if name.endswith("_number") and f"{name.removesuffix('_number')}_date" in fields
    ]


def named(title: str, number: str | None, on: str | None) -> str:
    """Name a paper: Quyết định kiểm tra số 48010007/QĐ-KT ngày 04 tháng 01 năm 2026."""
    day = f" {wording.day_of(on)}" if on else ""
    return f"{title} số {number}{day}" if number else title


def rests_on(schema: Schema, fields: Fields) -> list[str]:
    """Name the earlier papers that were filled in."""
    return [
        named(title, fields[f"{name}_number"], fields.get(f"{name}_date"))
        for name, title in papers(schema)
        if fields.get(f"{name}_number")
    ]


def told_by(said: list[str], schema: Schema, fields: Fields) -> set[str]:
    """Return the fields that the bases already contain. They need no line of their own."""
    told = {
        name
        for name, node in schema["properties"].items()
        if node["type"] == "string" and fields.get(name) and _in(said, str(fields[name]))
    }
    return told | {f"{name}_date" for name, _ in papers(schema) if f"{name}_number" in told}


def _in(said: list[str], text: str) -> bool:
    return any(text.rstrip(".;") in basis for basis in said)
