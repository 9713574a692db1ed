"""Lay out any paper except decisions from the JSON Schema of its form, group by group.

`body` is for older versions: the newest of every form says its own layout (`x-body`, prescribed).
`field` also prints what stands beyond such a form.
"""

from typing import Any

from backend.documents.layout import parts, references, wording
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.values import Schema, applies, label, ordered, said

Fields = dict[str, Any]
FRAME = frozenset({"agency", "number", "legal_bases", "recipients", "signer", "to"})
"""Fields printed in the head, among the bases or at the foot of every paper, not in its body."""
_IN_TITLE = frozenset({"purpose", "about", "heading"})
_TABLES = frozenset({"exhibit", "sealed_item"})
_OF_PEOPLE = frozenset({"title", "position", "occupation", "capacity", "address"})
_CLOSING = frozenset(
    {
        "pages",
        "copies",
        "read_back",
        "copy_given",
        "ended_at",
        "subject_unsigned",
        "witness_unsigned",
    }
)
_WIDE = 3
"""Rows with at least this many short columns, counting the row number, become a table."""


def body(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Lay out the body of minutes, a letter or a list."""
    opened = _opening(sheet, schema, fields)
    skipped = FRAME | opened | _CLOSING | _IN_TITLE
    number = 0
    for group in schema["x-groups"]:
        inside = [(name, node) for name, node in fields_of(schema, group) if name not in skipped]
        if not any(has_line(schema, name, fields) for name, _ in inside):
            continue
        number += 1
        heading = group["label"]["vi"]
        sheet.heading(f"{number}. {heading}")
        for name, node in inside:
            field(sheet, node, fields.get(name), required=name in schema["required"], under=heading)
    if schema["x-layout"] in {"minutes", "list"}:
        _close(sheet, schema, fields)


def fields_of(schema: Schema, group: Schema) -> list[tuple[str, Schema]]:
    """Return the fields of a part in their order."""
    return [(name, node) for name, node in ordered(schema) if node["x-group"] == group["key"]]


def has_line(schema: Schema, name: str, fields: Fields) -> bool:
    """Tell whether a field has a line: it was filled in, or the form requires it."""
    return fields.get(name) not in (None, "", []) or name in schema["required"]


def _opening(sheet: Sheet, schema: Schema, fields: Fields) -> frozenset[str]:
    """Print the usual opening of minutes; return the fields that it contains."""
    if schema["x-layout"] != "minutes":
        return frozenset()
    sheet.text(
        f"Hôm nay, hồi {wording.moment_of(fields['started_at'])}, tại {fields['place']}."
        if fields.get("started_at")
        else f"Tại {fields.get('place', '')}."
    )
    rests = references.rests_on(schema, fields)
    if rests:
        sheet.text(f"Căn cứ {'; '.join(rests)}.")
    return frozenset({"started_at", "place", *references.told_by(rests, schema, fields)})


def _close(sheet: Sheet, schema: Schema, fields: Fields) -> None:
    """Print the closing formula of minutes and lists."""
    if schema["x-layout"] == "minutes" and {"pages", "copies"} <= fields.keys():
        for line in parts.closing(fields, "người có tên nêu trên"):
            sheet.text(line)
    elif "pages" in fields:
        copies = (
            f", được lập thành {wording.count(fields['copies'])} bản" if "copies" in fields else ""
        )
        sheet.text(
            f"{wording.capitalised(_kind(schema))} gồm {wording.count(fields['pages'])} tờ{copies}."
        )


def _kind(schema: Schema) -> str:
    return " ".join(str(schema["x-title"]["vi"]).split()[:2])


def field(sheet: Sheet, node: Schema, value: Any, *, required: bool, under: str = "") -> None:
    """Lay out one field of any kind. An optional field that was not filled in has no line.

    `under` is the heading above it: a party with the same label is not announced twice.
    """
    if value in (None, "", []) and not required:
        return
    if node["type"] == "object":
        _object(sheet, node, value or {}, under=label(node) == under)
    elif node["type"] == "array":
        _list(sheet, node, value or [])
    else:
        sheet.said(label(node), said(node, value))


def _object(sheet: Sheet, node: Schema, value: Fields, *, under: bool) -> None:
    match node.get("x-part"):
        case "party":
            if not under:
                sheet.text(f"{label(node)}:")
            parts.party(sheet, node, value)
        case _ if {"name", "title"} <= node["properties"].keys():
            parts.people(sheet, label(node), [value])
        case _:
            sheet.text(f"{label(node)}:")
            _lines(sheet, node, value)


def _lines(sheet: Sheet, node: Schema, value: Fields) -> None:
    for name, inner in ordered(node):
        if applies(inner, value) and not inner.get("x-not-printed"):
            field(sheet, inner, value.get(name), required=name in node.get("required", []))


def _list(sheet: Sheet, node: Schema, rows: list[Any]) -> None:
    item = node["items"]
    if not rows:
        sheet.field(label(node), None)
    elif item["type"] != "object":
        sheet.text(f"{label(node)}:")
        for row in rows:
            sheet.item(str(row))
    elif node.get("x-part") in _TABLES or {"name", "unit", "quantity"} <= item["properties"].keys():
        sheet.text(f"{label(node)}:")
        parts.exhibits(sheet, rows, label(node))
    elif "name" in item["properties"] and item["properties"].keys() & _OF_PEOPLE:
        parts.people(sheet, label(node), rows)
    elif _is_table(item):
        sheet.text(f"{label(node)}:")
        parts.any_table(sheet, node, rows)
    else:
        sheet.text(f"{label(node)}:")
        for at, row in enumerate(rows, 1):
            sheet.text(("i", f"{label(item)} {at}"))
            _lines(sheet, item, row)


def _is_table(item: Schema) -> bool:
    """Tell whether rows become a table: their cells are short."""
    cells = [inner for _, inner in ordered(item)]
    return len(cells) >= _WIDE - 1 and not any(inner.get("x-multiline") for inner in cells)
