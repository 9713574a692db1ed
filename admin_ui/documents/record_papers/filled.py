"""What a record filled in of its paper, as a page shows it: the parts of it with their text and their tables.

    parts = filled.parts(schema, view.fields, language)

Who signs reads here what the print says; single values stand among what was typed (documents/lines.py). A long
table ends early and says so: the preview has all of it.
"""

from typing import Any, NamedTuple

from admin_ui.shell.field_values import DRAFTED, worded
from admin_ui.shell.words import Language

MOST_ROWS = 60
"""Rows of all tables together; the page stays one that a phone opens at once."""
_COLUMNS = range(1, 9)
"""Of a table of figures: its part has `head_1` to `head_8`, its rows `value_1` to `value_8`."""


class Part(NamedTuple):
    """One part of the paper."""

    title: str
    text: list[str]
    heads: list[str]
    """Of the columns; the first may have no name."""
    rows: list[list[str]]
    left: int
    """Rows that the page leaves out."""


def single(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the form without the lists that its record fills in."""
    kept = {name: one for name, one in schema["properties"].items() if not _listed(one)}
    return schema | {"properties": kept}


def _listed(node: dict[str, Any]) -> bool:
    return bool(node.get("x-from-record")) and node["type"] == "array"


def parts(schema: dict[str, Any], fields: dict[str, Any], language: Language) -> list[Part]:
    """Return the lists that the record filled in, in the order of the form; what is empty is left out."""
    found: list[Part] = []
    figures: dict[str, Any] = next(
        (one for one in schema.get("x-body", []) if "figures" in one), {}
    )
    for name, node in schema["properties"].items():
        value = fields.get(name)
        if not _listed(node) or not value or name == figures.get("rows"):
            continue
        label = node["x-label"][language]
        if name == figures.get("figures"):
            found += _figures(value, fields.get(figures["rows"]) or [])
        elif node["items"]["type"] == "object":
            found.append(_table(label, node["items"], value, language))
        else:
            found.append(Part(label, [str(one) for one in value], [], [], 0))
    return _shortened(found)


def _figures(told: list[dict[str, Any]], rows: list[dict[str, Any]]) -> list[Part]:
    """Return the parts of a report as its print numbers them, each with the rows that name it by its place."""
    found = []
    for place, one in enumerate(told, 1):
        given = [at for at in _COLUMNS if one.get(f"head_{at}")]
        table = [
            [str(row.get("row", "")), *(str(row.get(f"value_{at}") or "") for at in given)]
            for row in rows
            if given and row.get("part") == place
        ]
        text = [line for line in (one.get("text") or "").splitlines() if line.strip()]
        heads = ["", *(one[f"head_{at}"] for at in given)]
        found.append(Part(f"{place}. {one.get('title', '')}", text, heads, table, 0))
    return found


def _table(
    title: str, item: dict[str, Any], value: list[dict[str, Any]], language: Language
) -> Part:
    """Return a list of the record as a table; a column that nothing stands in is left out."""
    ordered = sorted(item["properties"].items(), key=lambda one: one[1].get("x-order", 0))
    columns = [
        (name, node)
        for name, node in ordered
        if any(row.get(name) not in (None, "") for row in value)
    ]
    return Part(
        title,
        [],
        [node["x-label"][language] for _, node in columns],
        [
            [worded(node, row.get(name), language, DRAFTED) for name, node in columns]
            for row in value
        ],
        0,
    )


def _shortened(whole: list[Part]) -> list[Part]:
    room, found = MOST_ROWS, []
    for one in whole:
        shown = one.rows[:room]
        room -= len(shown)
        found.append(one._replace(rows=shown, left=len(one.rows) - len(shown)))
    return found
