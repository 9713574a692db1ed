"""From rows to what a reader is told. What he may not see of the other side is not in the row already."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import local_time
from backend.fieldwork.queries import findings as queries
from backend.fieldwork.texts import findings as texts
from schemas.fieldwork.findings import FindingKind, FindingOther, FindingView


def is_hidden(row: Any) -> bool:
    """Tell whether the other side is out of this reader's scope."""
    return bool(row["has_other"]) and row["other_inspection_id"] is None


def shown_numbers(row: Any) -> dict[str, int]:
    """The numbers as this reader sees them: none of what a hidden picture or position was measured by.

    A distance would do to find a hidden picture's hash bit by bit, with a series of made pictures.
    """
    return {} if is_hidden(row) else queries.numbers_of(row)


def view(row: Any) -> FindingView:
    """One finding."""
    hidden, numbers = is_hidden(row), shown_numbers(row)
    kind = FindingKind(row["kind"])
    here = row["other_inspection_id"] == row["inspection_id"]
    return FindingView(
        id=row["id"],
        kind=kind,
        photo_id=row["photo_id"],
        act_id=row["act_id"],
        text=texts.sentence(kind, numbers, hidden=hidden, here=here),
        see=texts.how_to_see(kind, hidden=hidden),
        numbers=numbers,
        other=_other(row) if row["has_other"] else None,
        found_at=_day(row["found_at"]) if hidden else row["found_at"],
        weight=row["weight"],
        weighed_by_name=row["weighed_by_name"],
        weighed_at=row["weighed_at"],
        reason=row["reason"],
    )


def _other(row: Any) -> FindingOther:
    visible = row["other_inspection_id"] is not None
    return FindingOther(
        visible=visible,
        photo_id=row["other_photo_id"],
        inspection_id=row["other_inspection_id"],
        decision_number=row["decision_number"],
        subject_name=row["subject_name"],
        made_at=row["other_made_at"],
    )


def _day(moment: datetime) -> datetime:
    """The beginning of the day in Vietnam: the minute would tell when the hidden one came in."""
    return moment.astimezone(local_time.SINCE_1975).replace(
        hour=0, minute=0, second=0, microsecond=0
    )


def views(rows: Iterable[Any]) -> list[FindingView]:
    """As a reader sees them, newest last. However many are hidden of one thing, he is told that there are: one."""
    shown: list[FindingView] = []
    hidden: dict[tuple[str, UUID], Any] = {}
    for row in rows:
        if not is_hidden(row):
            shown.append(view(row))
            continue
        thing = (row["kind"], row["subject_id"])
        if thing not in hidden or _rank(row) > _rank(hidden[thing]):
            hidden[thing] = row
    shown.extend(view(row) for row in hidden.values())
    return sorted(shown, key=lambda item: (item.found_at, item.id))


def _rank(row: Any) -> tuple[bool, float, float, UUID]:
    """The one that was weighed last stands for all, else the oldest: so that one more changes nothing that is seen."""
    weighed = row["weighed_at"]
    return (
        weighed is not None,
        weighed.timestamp() if weighed else 0.0,
        -row["found_at"].timestamp(),
        row["id"],
    )
