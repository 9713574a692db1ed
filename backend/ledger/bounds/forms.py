"""The bounds of fields of papers, by the field's name, on every form that has it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from backend.ledger.bounds import texts
from backend.ledger.bounds.edges import At, Fixed, Frame, Later, Made, Now, Today, Value
from backend.ledger.bounds.rules import Fault, outside
from backend.ledger.bounds.table import INDEPENDENCE, LAW_IN_FORCE, Line
from schemas.core.problems import Text

_LAW = (Fixed(LAW_IN_FORCE),)
_PERSON = (Fixed(date(1900, 1, 1)),)
_SOON = (Later(Now(1440), Made(1)),)
"""A phone's clock may be a day ahead of the server's. What a phone's own clock made is judged by
the verdict on its time."""

_PAST = ("đã có từ trước", "it is of an earlier day")
_LATER = ("trong vòng một năm", "within a year")
_TERM = ("trong vòng mười năm", "within ten years")
_WRITTEN = (
    "lúc lập biên bản, theo đồng hồ của máy",
    "when the minutes were made, by the device's clock",
)


def _past(name: str, least: tuple[Fixed, ...]) -> Line:
    return Line("", f"/{name}", least, (Today(1),), *_PAST)


FIELDS: dict[str, Line] = {
    **{name: _past(name, _PERSON) for name in ("birth_date", "id_date", "registration_date")},
    **{
        name: _past(name, (Fixed(INDEPENDENCE),))
        for name in (
            "decision_date",
            "parent_date",
            "inspection_minutes_date",
            "violation_minutes_date",
            "file_date",
            "verification_minutes_date",
            "seizure_minutes_date",
            "seal_minutes_date",
            "suspension_date",
            "extension_date",
            "hearing_minutes_date",
            "licence_minutes_date",
            "postponement_date",
            "seizure_date",
            "second_notice_on",
            "plan_date",
        )
    },
    **{
        name: _past(name, _LAW) for name in ("ended_on", "detected_on", "entered_on", "received_on")
    },
    **{
        name: Line("", f"/{name}", _LAW, _SOON, *_WRITTEN)
        for name in ("found_on", "started_at", "ended_at", "copy_received_at")
    },
    "appointment_at": Line(
        "",
        "/appointment_at",
        (At("/started_at"),),
        (At("/started_at", 60),),
        "sau khi lập, trong 60 ngày",
        "after the minutes, within 60 days",
    ),
    **{
        name: Line("", f"/{name}", _LAW, (Today(366),), *_LATER)
        for name in (
            "effective_on",
            "from_on",
            "until_on",
            "custody_until",
            "start_on",
            "expected_start",
            "expected_end",
            "valid_from",
            "ends_from",
            "lifted_at",
            "due_on",
            "held_until",
        )
    },
    **{name: _past(name, _LAW) for name in ("delegated_on", "held_from")},
    "valid_to": Line("", "/valid_to", _LAW, (Today(3660),), *_TERM),
}
"""Fields with days and moments. The ranges of numbers are in the form itself."""


def faults(fields: Mapping[str, Any], *, now: datetime, made_at: datetime) -> list[Fault]:
    """Return every field outside its bounds, in the order of the fields.

    A value that is no day at all is the form's own fault.
    """
    frame = Frame(now=now, made_at=made_at, content=_Moments(fields))
    found = []
    for pointer, name, value in _dated(fields):
        fault = outside(FIELDS[name], pointer, value, frame)
        if fault:
            found.append(fault)
    return found


def findings(fields: Mapping[str, Any], now: datetime) -> list[tuple[str, Text]]:
    """Return the same faults in the shape of a form's own: JSON Pointer and text.

    `now` is the server's clock.
    """
    return [(one.pointer, texts.of_field(one)) for one in faults(fields, now=now, made_at=now)]


class _Moments(Mapping[str, Any]):
    """The fields, with their days and moments parsed, for edges that another field sets."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> Any:
        value = self._fields[name]
        return read(value) if name in FIELDS else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


def _dated(node: Any, at: str = "") -> Iterator[tuple[str, str, Value]]:
    if isinstance(node, Mapping):
        for name, part in node.items():
            here = f"{at}/{name.replace('~', '~0').replace('/', '~1')}"  # RFC 6901 §4
            value = read(part) if name in FIELDS else None
            if value is not None:
                yield here, name, value
            yield from _dated(part, here)
    elif isinstance(node, list):
        for row, part in enumerate(node):
            yield from _dated(part, f"{at}/{row}")


def read(text: Any) -> Value | None:
    """Parse a day or an aware moment in the format of forms; None for everything else."""
    if not isinstance(text, str):
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
