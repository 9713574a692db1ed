"""How the value of a field is printed, by the field's part of the JSON Schema."""

from typing import Any

from backend.core import formats
from backend.documents.layout import wording
from backend.documents.layout.amounts import LARGEST, chosen, in_words
from backend.documents.layout.blanks import BLANK

Schema = dict[str, Any]


def money(amount: int | None) -> str:
    """Write an amount in figures: "7.500.000 đồng"."""
    return f"{BLANK if not _sayable(amount) else formats.grouped(amount or 0)} đồng"


def words(amount: int | None) -> str:
    """Write an amount in words."""
    return in_words(amount or 0, chosen.get()) if _sayable(amount) else BLANK


def money_and_words(amount: int | None) -> str:
    """Write an amount in figures and words, as decisions on money do."""
    return f"{money(amount)} (Bằng chữ: {words(amount)})"


def _sayable(amount: int | None) -> bool:
    return amount is not None and 0 <= amount <= LARGEST


def said(node: Schema, value: Any) -> str | None:
    """Return a plain value as text; None if there is none, which the paper prints as a blank."""
    if value in (None, "", BLANK):
        return None
    match node["type"]:
        case "boolean":
            return "Có" if value else "Không"
        case "integer":
            return _number(node, value)
    if "x-choices" in node:
        names = {choice["value"]: choice["label"]["vi"] for choice in node["x-choices"]}
        return str(names.get(value, value))
    match node.get("format"):
        case "date":
            return wording.day_of(value)
        case "date-time":
            return wording.moment_of(value)
    return str(value)


def _number(node: Schema, value: int) -> str:
    match node.get("x-money"):
        case "words":
            return money_and_words(value)
        case "figures":
            return money(value)
    return f"{wording.count(value)} {node.get('x-unit', '')}".strip()


def short(node: Schema, value: Any) -> str:
    """Return a value as text for a cell of a table: dates as 05/01/2026, no value as empty text."""
    if node.get("format") == "date" and value and value.count("-") == 2:
        return "/".join(reversed(value.split("-")))
    return said(node, value) or ""


def applies(node: Schema, beside: dict[str, Any]) -> bool:
    """Tell whether a line applies: `x-when` names another field and the values for which it does."""
    when = node.get("x-when")
    return when is None or beside.get(when["field"]) in when["in"]


def ordered(node: Schema) -> list[tuple[str, Schema]]:
    """Return an object's fields in the order of the paper."""
    found: dict[str, Schema] = node.get("properties", {})
    return sorted(found.items(), key=lambda item: item[1].get("x-order", 10_000))


def label(node: Schema) -> str:
    """Return the label of a field on the paper."""
    return str(node.get("x-label", {}).get("vi", ""))
