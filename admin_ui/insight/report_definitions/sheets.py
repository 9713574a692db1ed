"""A definition as fields of a form (`part_1_row_2_figure`), and back; rows and parts that are added, moved, taken away.

What is typed is kept as it is typed until it is whole: a sheet is the loose form of a definition, texts throughout.
A row without words and without a figure is no row. Without a script the page adds and moves lines by its buttons.
"""

from typing import Any

import msgspec

from admin_ui.insight.report_definitions.outline import PARTIES
from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from schemas.insight.report_definitions import (
    FigureFilter,
    ReportDefinition,
    ReportTable,
)
from schemas.insight.words import ColumnKind, RowsBy
from schemas.law.catalogue import ViolationField

HEAD = ("code", "title_vi", "title_en", "period", "limit", "valid_from", "note")
SOURCES = ("source_vi", "source_en", "check_vi", "check_en")
_PART = (
    *("kind", "id", "title_vi", "title_en", "by", "filters"),
    *("note_vi", "note_en", "help_vi", "help_en", "required"),
)
_ROW = ("label_vi", "label_en", "figure", "indent", "filters")
_COLUMN = ("kind", "label_vi", "label_en")
SPARE = {"column": 1, "figure": 2, "recipient": 2}
"""Empty lines that a form shows below those that are filled."""
_MOST = {"row": 200, "column": 8, "figure": 20, "recipient": 20}
_MOST_PARTS = 40
_MOST_IN_ALL = 600
"""Rows of all parts that a form holds: a few more than a definition may have, so that it can be made shorter."""

Line = dict[str, str]


class Part(msgspec.Struct):
    """One part as it is typed."""

    said: Line
    rows: list[Line]
    columns: list[Line]
    figures: list[str]


class Sheet(msgspec.Struct):
    """A definition as it is typed."""

    head: Line
    levels: list[str]
    recipients: list[Line]
    parts: list[Part]


def read(form: Form) -> Sheet:
    """Return the sheet that a form holds."""
    parts: list[Part] = []
    for at in range(1, _count(form, "parts", _MOST_PARTS) + 1):
        parts.append(_part(form, f"part_{at}", _MOST_IN_ALL - _rows_of(parts)))
    recipients = _lines(form, "recipient", ("name", "levels"), _MOST["recipient"])
    return Sheet(
        head={name: form.text(name) for name in (*HEAD, *SOURCES)},
        levels=form.all("levels"),
        recipients=[one for one in recipients if one["name"]],
        parts=parts,
    )


def _rows_of(parts: list[Part]) -> int:
    return sum(len(one.rows) for one in parts)


def _part(form: Form, key: str, room: int) -> Part:
    figures = _lines(form, f"{key}_figure", ("code",), _MOST["figure"])
    columns = _lines(form, f"{key}_column", _COLUMN, _MOST["column"])
    said = {name: form.text(f"{key}_{name}") for name in _PART}
    said["kind"] = "text" if said["kind"] == "text" else "table"
    return Part(
        said=said,
        rows=_lines(form, f"{key}_row", _ROW, min(_MOST["row"], room)),
        columns=[one for one in columns if any(one.values())],
        figures=[one["code"] for one in figures if one["code"]],
    )


def _lines(form: Form, key: str, names: tuple[str, ...], most: int) -> list[Line]:
    count = _count(form, f"{key}s", most)
    return [
        {name: " ".join(form.all(f"{key}_{at}_{name}")) for name in names}
        for at in range(1, count + 1)
    ]


def _count(form: Form, name: str, most: int) -> int:
    said = form.text(name)
    return min(most, int(said)) if said.isascii() and said.isdigit() and len(said) < 5 else 0


def of(definition: ReportDefinition) -> Sheet:
    """Return the sheet of a definition as it stands."""
    said = definition
    return Sheet(
        head={
            "code": said.code,
            **_both("title", said.title),
            "period": str(said.period),
            "limit": said.limit or "",
            "valid_from": said.valid_from.isoformat(),
            "note": "",
            **_both("source", said.source),
            **_both("check", said.check),
        },
        levels=[str(one) for one in said.levels],
        recipients=[
            {"name": one.name, "levels": " ".join(map(str, one.levels))} for one in said.recipients
        ],
        parts=[
            _of_table(one) if isinstance(one, ReportTable) else _of_text(one) for one in said.parts
        ],
    )


def _both(name: str, text: Any) -> Line:
    return {f"{name}_vi": text.vi if text else "", f"{name}_en": text.en if text else ""}


def _of_text(part: Any) -> Part:
    said = {"kind": "text", "id": part.id, "required": "yes" if part.required else ""}
    said |= _both("title", part.title) | _both("help", part.help)
    return Part(said=said, rows=[], columns=[], figures=[])


def _of_table(part: ReportTable) -> Part:
    said = {"kind": "table", "id": part.id, "by": str(part.by), "filters": codes(part.filters)}
    return Part(
        said=said | _both("title", part.title) | _both("note", part.note),
        rows=[
            _both("label", one.label)
            | {"figure": one.figure or "", "indent": str(one.indent), "filters": codes(one.filters)}
            for one in part.rows
        ],
        columns=[_both("label", one.label) | {"kind": str(one.kind)} for one in part.columns],
        figures=list(part.figures),
    )


def codes(filters: FigureFilter) -> str:
    """Return the codes of a filter as they are typed: fields, behaviours and kinds of party in one line."""
    return ", ".join([*filters.fields, *filters.behaviours, *map(str, filters.parties)])


def filter_of(text: str) -> dict[str, list[str]]:
    """Return the filter that a line of codes says; what is no field and no kind of party is a behaviour."""
    found: dict[str, list[str]] = {"fields": [], "behaviours": [], "parties": []}
    for one in dict.fromkeys(text.replace(",", " ").replace(";", " ").split()):
        if one in set(ViolationField):
            found["fields"].append(one)
        elif one in PARTIES:
            found["parties"].append(one)
        else:
            found["behaviours"].append(one)
    return {name: values for name, values in found.items() if values}


def raw(sheet: Sheet) -> dict[str, Any]:
    """Return what a sheet says, as msgspec.convert(…, ReportDefinition) reads it."""
    head = sheet.head
    day = typed.day_or_none(head["valid_from"])
    found: dict[str, Any] = {
        "code": head["code"],
        "title": _text(head, "title"),
        "period": head["period"],
        "levels": [int(one) for one in sheet.levels if one in "1234" and one],
        "parts": [_raw_part(one) for one in sheet.parts],
        "recipients": [
            {
                "name": one["name"],
                "levels": [int(each) for each in one["levels"].split() if each in "1234"],
            }
            for one in sheet.recipients
            if one["name"]
        ],
        "valid_from": day.isoformat() if day else "",
    }
    found |= {"limit": head["limit"]} if head["limit"] else {}
    return found | _optional(head, "source") | _optional(head, "check")


def _text(said: Line, name: str) -> Line:
    return {"vi": said.get(f"{name}_vi", ""), "en": said.get(f"{name}_en", "")}


def _optional(said: Line, name: str) -> dict[str, Line]:
    text = _text(said, name)
    return {name: text} if text["vi"] or text["en"] else {}


def _raw_part(part: Part) -> dict[str, Any]:
    said = part.said
    found: dict[str, Any] = {"id": said["id"], "title": _text(said, "title")}
    if said["kind"] == "text":
        return (
            {"type": "text", "required": said.get("required") == "yes"}
            | found
            | _optional(said, "help")
        )
    found |= {"type": "table", "by": said["by"], "filters": filter_of(said["filters"])}
    if said["by"] == RowsBy.FIGURE:
        found["rows"] = [_raw_row(one) for one in part.rows if one["label_vi"] or one["figure"]]
        found["columns"] = [
            {"kind": one["kind"], "label": _text(one, "label")}
            for one in part.columns
            if one["kind"]
        ]
    else:
        found["figures"] = [one for one in part.figures if one]
    return found | _optional(said, "note")


def _raw_row(row: Line) -> dict[str, Any]:
    indent = row["indent"] if row["indent"] in ("0", "1", "2", "3") else "0"
    found: dict[str, Any] = {"label": _text(row, "label"), "indent": int(indent)}
    filters = filter_of(row["filters"])
    found |= {"filters": filters} if filters else {}
    return found | ({"figure": row["figure"]} if row["figure"] else {})


def changed(sheet: Sheet, asked: str) -> str:
    """Do what a button asks: `add:table`, `up:2`, `drop:2`, `more:2`, `insert:2:5`, `raise:2:5`, `remove:2:5`.

    Returns the id of the field that the page goes on with. What is asked wrongly changes nothing.
    """
    act, *rest = asked.split(":")
    if act == "add" and len(sheet.parts) < _MOST_PARTS:
        sheet.parts.append(_empty("text" if rest == ["text"] else "table"))
        return f"part_{len(sheet.parts)}_title_vi"
    places = [int(one) for one in rest if one.isascii() and one.isdigit() and len(one) < 5]
    if not places or not 1 <= places[0] <= len(sheet.parts):
        return ""
    at = places[0] - 1
    if act in ("more", "insert") and _is_full(sheet, at):
        return ""
    if len(places) == 1:
        return _part_changed(sheet, act, at)
    return _row_changed(sheet.parts[at], act, at, places[1] - 1)


def _is_full(sheet: Sheet, at: int) -> bool:
    """Tell whether a part has room for no further row or figure: what is read back would lack it."""
    part = sheet.parts[at]
    if part.said["by"] != RowsBy.FIGURE:
        return len(part.figures) >= _MOST["figure"]
    return len(part.rows) >= _MOST["row"] or _rows_of(sheet.parts) >= _MOST_IN_ALL


def _part_changed(sheet: Sheet, act: str, at: int) -> str:
    parts = sheet.parts
    if act == "up" and at > 0:
        parts[at - 1], parts[at] = parts[at], parts[at - 1]
        return f"part_{at}_title_vi"
    if act == "drop":
        del parts[at]
        return f"part_{min(at + 1, len(parts))}_title_vi"
    if act == "more":
        part = parts[at]
        if part.said["by"] == RowsBy.FIGURE:
            part.rows.append(dict.fromkeys(_ROW, ""))
            return f"part_{at + 1}_row_{len(part.rows)}_label_vi"
        part.figures.append("")
        return f"part_{at + 1}_figure_{len(part.figures)}_code"
    return ""


def _row_changed(part: Part, act: str, at: int, row: int) -> str:
    if not 0 <= row < len(part.rows):
        return ""
    if act == "insert":
        part.rows.insert(row, dict.fromkeys(_ROW, ""))
    elif act == "remove":
        del part.rows[row]
        row = min(row, len(part.rows) - 1)
    elif act == "raise" and row > 0:
        part.rows[row - 1], part.rows[row] = part.rows[row], part.rows[row - 1]
        row -= 1
    return f"part_{at + 1}_row_{row + 1}_label_vi" if row >= 0 else ""


def _empty(kind: str) -> Part:
    said = dict.fromkeys(_PART, "") | {"kind": kind, "by": str(RowsBy.FIGURE)}
    rows = [dict.fromkeys(_ROW, "")] if kind == "table" else []
    return Part(said=said, rows=rows, columns=[], figures=[])


def empty(today: str) -> Sheet:
    """Return the sheet of a new definition: one table of the period."""
    head = dict.fromkeys((*HEAD, *SOURCES), "") | {"valid_from": today}
    table = _empty("table")
    table.columns.append(dict.fromkeys(_COLUMN, "") | {"kind": str(ColumnKind.PERIOD)})
    return Sheet(head=head, levels=[], recipients=[], parts=[table])


def padded(sheet: Sheet) -> Sheet:
    """Return the sheet with a few empty lines to write into below those that are filled."""
    for part in sheet.parts:
        part.columns += _spare("column", len(part.columns), _COLUMN)
        figures = [one for one in part.figures if one]
        part.figures = figures + [""] * len(_spare("figure", len(figures), ("code",)))
    sheet.recipients += _spare("recipient", len(sheet.recipients), ("name", "levels"))
    return sheet


def _spare(kind: str, filled: int, names: tuple[str, ...]) -> list[Line]:
    return [dict.fromkeys(names, "") for _ in range(min(SPARE[kind], _MOST[kind] - filled))]
