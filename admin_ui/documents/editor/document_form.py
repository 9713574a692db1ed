"""A paper's fields as a form of the desk: made from the JSON Schema, and read back into fields.

Inputs are named by JSON Pointers into the fields, so a fault found by the server appears at its
input. A hidden input gives the number of rows of each list of groups. Buttons that send the whole
form add and remove rows, so no script is needed. Empty inputs are left out of the fields; the
validation by the paper's form then says what is missing. Times are typed in Vietnam time (UTC+7)
and stored in UTC.
"""

from datetime import datetime
from typing import Any

from admin_ui.shell import typed
from admin_ui.shell.formats import number
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.core.local_time import VIETNAM
from backend.documents import service as documents

Schema = dict[str, Any]
Fields = dict[str, Any]
Node = dict[str, Any]
COUNT = "rows:"
"""Prefix of the hidden input that gives the number of rows of a list; the list's pointer follows."""
MOST_ROWS = 500
LONG = 400
"""Texts that may be longer than this get an area of several lines."""


def read(schema: Schema, form: Form, before: Fields, *, whole: bool = False) -> Fields:
    """Return the fields of a posted form; hidden ones are taken over from `before`.

    `whole` keeps empty rows, to show the form again.
    """
    fields: Fields = _same_moments(schema, _object(schema, "", form, whole=whole), before)
    hidden = {name for name, node in schema["properties"].items() if node.get("x-hidden")}
    return fields | {name: before[name] for name in hidden & before.keys()}


def _object(schema: Schema, at: str, form: Form, *, whole: bool) -> Fields:
    found: Fields = {}
    required = schema.get("required", [])
    for name, node in schema["properties"].items():
        value = _value(node, at + documents.pointer(name), form, whole=whole)
        empty = value is None or (value in ({}, []) and not whole)
        if value == "":
            empty = name not in required or not _may_be_empty(node)
        if not empty and not node.get("x-hidden"):
            found[name] = value
    return found


def _may_be_empty(node: Schema) -> bool:
    """Tell whether an empty text is a valid value: somebody was asked for a statement and made none."""
    return not any(node.get(key) for key in ("minLength", "enum", "format", "pattern"))


def _value(node: Schema, at: str, form: Form, *, whole: bool) -> Any:
    kind = node["type"]
    if kind == "object":
        return _object(node, at, form, whole=whole) or None
    if kind == "array" and "properties" in node["items"]:
        rows = [
            _object(node["items"], at + documents.pointer(row), form, whole=whole)
            for row in range(_count(form, at))
        ]
        return [row for row in rows if row or whole]
    if kind == "array":
        return [line.strip() for line in form.text(at).split("\n") if line.strip()]
    return _scalar(node, form.text(at))


def _count(form: Form, at: str) -> int:
    text = form.text(COUNT + at)
    return min(int(text), MOST_ROWS) if text.isdecimal() and len(text) < 5 else 0


def _scalar(node: Schema, text: str) -> Any:
    match node["type"]:
        case "boolean":
            return {"yes": True, "no": False}.get(text)
        case "integer":
            return _whole(text)
    if node.get("format") == "date-time" and text:
        return _utc(text)
    if node.get("format") == "date" and text:
        return _day(text)
    return text


def _whole(text: str) -> int | str:
    """Return the number, or the text unchanged if it is none; validation then reports it."""
    try:
        number = typed.whole(text)
    except ValueError:
        return text
    return text if number is None else number


def _day(text: str) -> str:
    """Return a day as papers keep it; text that is none unchanged, so that validation reports it."""
    found = typed.day_or_none(text)
    return text if found is None else found.isoformat()


def _utc(text: str) -> str:
    try:
        return typed.utc(text).isoformat(timespec="seconds").replace("+00:00", "Z")
    except ValueError:
        return text


def _same_moments(node: Schema, new: Any, old: Any) -> Any:
    """Keep times that the officer did not change exactly as stored.

    The input shows only minutes, so seconds and offset would be lost otherwise.
    """
    if node.get("format") == "date-time" and isinstance(old, str) and isinstance(new, str):
        return old if _local(old) == _local(new) else new
    if isinstance(new, dict) and isinstance(old, dict):
        inner = node["properties"]
        return {name: _same_moments(inner[name], part, old.get(name)) for name, part in new.items()}
    if isinstance(new, list) and isinstance(old, list):
        before = [*old, *([None] * (len(new) - len(old)))]
        return [
            _same_moments(node["items"], part, was)
            for part, was in zip(new, before[: len(new)], strict=True)
        ]
    return new


def changed_rows(fields: Fields, step: str) -> Fields:
    """Change the rows of a list as a button says: `add:/goods` adds one, `drop:/goods/2` removes that one."""
    what, _, at = step.partition(":")
    parent, _, last = at.rpartition("/")
    if what == "add" and isinstance(rows := documents.value_at(fields, at), list):
        rows.append({})
    elif what == "drop" and (place := typed.counted(last)) is not None:
        rows = documents.value_at(fields, parent)
        if isinstance(rows, list) and place < len(rows):
            del rows[place]
    return fields


def groups(
    schema: Schema, fields: Fields, errors: dict[str, str], language: Language
) -> list[Node]:
    """Return the form's groups, each with its inputs in the form's order."""
    nodes = _nodes(schema, "", fields, errors, language)
    found: list[Node] = []
    for group in schema.get("x-groups", [{"key": None, "label": {"vi": "", "en": ""}}]):
        inside = [one for one in nodes if group["key"] in (None, one["group"])]
        found.append(
            {"label": group["label"][language], "key": group["key"] or "all", "nodes": inside}
        )
    return [one for one in found if one["nodes"]]


def _nodes(
    schema: Schema, at: str, fields: Fields, errors: dict[str, str], language: Language
) -> list[Node]:
    ordered = sorted(schema["properties"].items(), key=lambda item: item[1].get("x-order", 10_000))
    return [
        _node(name, node, at, fields, errors, language, name in schema.get("required", []))
        for name, node in ordered
        if not node.get("x-hidden") and _shown(node, name, fields)
    ]


def _shown(node: Schema, name: str, fields: Fields) -> bool:
    """Tell whether a field is shown. One that another field rules out is not, unless it has a value."""
    when = node.get("x-when")
    chosen = fields.get(when["field"]) if when else None
    return when is None or chosen is None or chosen in when["in"] or bool(fields.get(name))


def _node(
    name: str,
    node: Schema,
    at: str,
    fields: Fields,
    errors: dict[str, str],
    language: Language,
    required: bool,
) -> Node:
    here = at + documents.pointer(name)
    value = fields.get(name)
    made: Node = {
        "at": here,
        "label": node.get("x-label", {}).get(language, name),
        "hint": node.get("x-hint", {}).get(language, ""),
        "error": errors.get(here, ""),
        "required": required,
        "group": node.get("x-group"),
        "maxlength": node.get("maxLength", ""),
        "unit": node.get("x-unit", ""),
    }
    match node["type"]:
        case "object":
            inner = value if isinstance(value, dict) else {}
            return made | {"kind": "object", "nodes": _nodes(node, here, inner, errors, language)}
        case "array" if "properties" in node["items"]:
            given = value if isinstance(value, list) else []
            rows = [
                {
                    "at": here + documents.pointer(number),
                    "nodes": _nodes(
                        node["items"],
                        here + documents.pointer(number),
                        row if isinstance(row, dict) else {},
                        errors,
                        language,
                    ),
                }
                for number, row in enumerate(given)
            ]
            return made | {
                "kind": "rows",
                "rows": rows,
                "full": len(rows) >= node.get("maxItems", MOST_ROWS),
            }
        case "array":
            lines = value if isinstance(value, list) else []
            inside = [said for where, said in errors.items() if where.startswith(f"{here}/")]
            return made | {
                "kind": "lines",
                "value": "\n".join(str(line).replace("\n", " ") for line in lines),
                "error": made["error"] or " ".join(inside),
            }
        case "boolean":
            options = [("yes", say(language, "paper.yes")), ("no", say(language, "paper.no"))]
            chosen = {True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else ""
            return made | {"kind": "choice", "options": options, "value": chosen}
        case "integer":
            shown = number(value, "vi") if isinstance(value, int) else value or ""
            words = documents.in_words(value) if node.get("x-money") == "words" else None
            money = bool(node.get("x-money"))
            return made | {"kind": "number", "value": shown, "money": money, "words": words}
    return made | _text(node, value, language)


def _text(node: Schema, value: Any, language: Language) -> Node:
    text = "" if value is None else str(value)
    if "x-choices" in node:
        options = [(one["value"], one["label"][language]) for one in node["x-choices"]]
        return {"kind": "choice", "options": options, "value": text}
    match node.get("format"):
        case "date":
            return {"kind": "date", "value": text}
        case "date-time":
            return {"kind": "moment", "value": _local(text)}
    long = node.get("x-multiline") or node.get("maxLength", 0) > LONG
    return {"kind": "area" if long else "text", "value": text}


def _local(text: str) -> str:
    """Convert to the value of a date-and-time input; text that is no time stays unchanged."""
    try:
        moment = datetime.fromisoformat(text)
        return f"{moment.astimezone(VIETNAM):%Y-%m-%dT%H:%M}" if moment.tzinfo else text
    except (ValueError, OverflowError):
        return text
