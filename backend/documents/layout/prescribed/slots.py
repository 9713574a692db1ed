"""Texts of a form with slots: `{violation_minutes_number}`, `{violator|named|cap}`, `[[ … ]]`.

A slot is a dotted path of fields and, after bars, how to say the value. A part in double brackets
is left out if a slot inside it was not filled in. Elsewhere a missing value is a blank.
"""

import re
from collections.abc import Callable
from typing import Any

from backend.documents.layout import wording
from backend.documents.layout.blanks import BLANK
from backend.documents.layout.prescribed import people
from backend.documents.layout.prescribed.conditions import filled
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.layout.values import Schema, money, said, words
from backend.law.rules import decree_citations

SLOT = re.compile(r"\{([a-z_0-9.]+)((?:\|[a-z_]+)*)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_OF_ROW: dict[str, Callable[[int], str]] = {
    "at": str,
    "ordinal": lambda at: _ORDINALS[at - 1] if at <= len(_ORDINALS) else str(at),
}
"""Slots for the place of the row: its number, and "nhất", "hai" after "lần thứ"."""
_ABOUT = "về việc giao quyền"
_CITING = "provision"
"""Fields of this name hold a place in a decree as the catalogue cites it; a paper cites in full."""


class SlotUnknown(ValueError):
    """A form's text has a slot or a filter that there is not: a fault of the form's file."""


def _rows(value: Any) -> str:
    return "; ".join(str(one) for one in value) if value else BLANK


def _delegation(value: Any) -> str:
    text = str(value).strip().rstrip(";.")
    return text if _ABOUT in text else f"{text} {_ABOUT} xử phạt vi phạm hành chính"


_OF_PARTY: dict[str, Callable[[dict[str, Any]], str]] = {
    "named": people.named,
    "acting": people.acting,
    "capacity": people.capacity,
    "kind": people.kind,
    "title": people.title,
}
_OF_VALUE: dict[str, Callable[[Any], str]] = {
    "money": money,
    "words": words,
    "count": wording.count,
    "plain": str,
    "rows": _rows,
    "delegation": _delegation,
    "day": lambda value: wording.day_of(str(value)).removeprefix("ngày "),
    "clock": lambda value: wording.moment_of(str(value)),
}
_OF_TEXT: dict[str, Callable[[str], str]] = {
    "cap": wording.capitalised,
    "low": lambda text: text[:1].lower() + text[1:],
    "mid": people.mid,
    "upper": str.upper,
}
_MOMENT = "moment"
"""Like `clock`, but a place to write hour and day in where there is none yet: on a receipt."""
_SHEETS = "sheets"
"""The sheets that the paper has, counted by the typesetter; what was typed is not read."""
FILTERS = frozenset({*_OF_PARTY, *_OF_VALUE, *_OF_TEXT, _MOMENT, _SHEETS})


def expand(text: str, scope: Scope) -> str:
    """Fill the slots of a text. Raises SlotUnknown."""
    kept = _OPTIONAL.sub(lambda part: part[1] if all_filled(part[1], scope) else "", text)
    return _filled_in(kept, scope)


def all_filled(text: str, scope: Scope) -> bool:
    """Tell whether every slot of a text has a value."""
    return all(
        path in _OF_ROW or filters == f"|{_SHEETS}" or filled(scope.value(path))
        for path, filters in SLOT.findall(text)
    )


def paths(text: str) -> list[str]:
    """Return the fields that a text names, for the check of a form's file."""
    return [path for path, _ in SLOT.findall(text) if path not in _OF_ROW]


def _filled_in(text: str, scope: Scope) -> str:
    done, end = "", 0
    for slot in SLOT.finditer(text):
        done += text[end : slot.start()]
        value = _said(slot[1], [one for one in slot[2].split("|") if one], scope)
        if done.endswith("ngày "):  # a day brings its own "ngày"
            value = value.removeprefix("ngày ")
        if value != wording.SHEETS:
            value = value.replace(wording.SHEETS, "")
        done, end = done + value, slot.end()
    return done + text[end:]


def _said(path: str, filters: list[str], scope: Scope) -> str:
    if path in _OF_ROW:
        return _OF_ROW[path](scope.at)
    if filters == [_SHEETS]:
        return wording.SHEETS
    value: Any = scope.value(path)
    text: str | None = None
    for name in filters:
        if name in _OF_PARTY:
            text = _OF_PARTY[name](_party(value, scope.node(path)))
        elif name == _MOMENT:
            text = wording.moment_of(str(value))
        elif name in _OF_VALUE:
            text = _OF_VALUE[name](value) if filled(value) or value == 0 else BLANK
        elif name in _OF_TEXT:
            text = _OF_TEXT[name](_plain(path, value, scope) if text is None else text)
        else:
            raise SlotUnknown(f"{path}|{name}")
    return _plain(path, value, scope) if text is None else text


def _party(value: Any, node: Schema | None) -> dict[str, Any]:
    """Return a party as the filters read it; minutes of inspections state its kind alone (BB-KT).

    Of several people (those harmed) it is the kind that all have; both words if somebody's is not told.
    """
    if node and node["type"] == "array":
        kinds = {row.get("kind") for row in value or []}
        return {"kind": (kinds.pop() if len(kinds) == 1 else None) or "unknown"}
    if node and node["type"] == "string":
        return {"kind": value or "unknown"}
    found: dict[str, Any] = value or {}
    return found


def _plain(path: str, value: Any, scope: Scope) -> str:
    node = scope.node(path)
    if node is None:
        raise SlotUnknown(path)
    if not filled(value) and value != 0:
        return wording.NO_DAY if node.get("format") == "date" else BLANK
    if isinstance(value, list):
        return _rows(value)
    text = said(node, value) or BLANK
    return decree_citations.in_full(text) if path.split(".")[-1] == _CITING else text
