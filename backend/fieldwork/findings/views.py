"""Turns rows of findings into views for one reader.

The query has already left out what the reader may not see of the other inspection.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.core import local_time
from backend.fieldwork.queries.findings import SeenFinding
from backend.fieldwork.texts import findings as texts
from schemas.fieldwork.findings import FindingKind, FindingOther, FindingView


def is_hidden(row: SeenFinding) -> bool:
    """Tell whether the other photograph or position is out of this reader's scope."""
    return row.has_other and row.other_inspection_id is None


def shown_numbers(row: SeenFinding) -> dict[str, int]:
    """Return the numbers that this reader may see; none if the other side is hidden.

    With the distances of a series of made-up pictures somebody could work out the perceptual hash
    of a hidden picture bit by bit.
    """
    return {} if is_hidden(row) else row.numbers


def view(row: SeenFinding) -> FindingView:
    """One finding."""
    hidden, numbers = is_hidden(row), shown_numbers(row)
    here = row.other_inspection_id == row.inspection_id
    return FindingView(
        id=row.id,
        kind=row.kind,
        photo_id=row.photo_id,
        act_id=row.act_id,
        text=texts.sentence(row.kind, numbers, hidden=hidden, here=here),
        see=texts.how_to_see(row.kind, hidden=hidden),
        numbers=numbers,
        other=_other(row) if row.has_other else None,
        found_at=_day(row.found_at) if hidden else row.found_at,
        weight=row.weight,
        weighed_by_name=row.weighed_by_name,
        weighed_at=row.weighed_at,
        reason=row.reason,
    )


def _other(row: SeenFinding) -> FindingOther:
    visible = row.other_inspection_id is not None
    return FindingOther(
        visible=visible,
        photo_id=row.other_photo_id,
        inspection_id=row.other_inspection_id,
        decision_number=row.decision_number,
        subject_name=row.subject_name,
        made_at=row.other_made_at,
    )


def _day(moment: datetime) -> datetime:
    """Return the start of the day in Vietnam.

    The exact time would reveal when the hidden photograph or position came in.
    """
    return moment.astimezone(local_time.SINCE_1975).replace(
        hour=0, minute=0, second=0, microsecond=0
    )


def views(rows: Iterable[SeenFinding]) -> list[FindingView]:
    """Return the findings as the reader sees them, newest last.

    Findings of one kind about one subject whose other sides are hidden are shown as a single one,
    so that the reader does not learn how many there are.
    """
    shown: list[FindingView] = []
    hidden: dict[tuple[FindingKind, UUID], SeenFinding] = {}
    for row in rows:
        if not is_hidden(row):
            shown.append(view(row))
            continue
        thing = (row.kind, row.subject_id)
        if thing not in hidden or _rank(row) > _rank(hidden[thing]):
            hidden[thing] = row
    shown.extend(view(row) for row in hidden.values())
    return sorted(shown, key=lambda item: (item.found_at, item.id))


def _rank(row: SeenFinding) -> tuple[bool, float, float, UUID]:
    """Sort key that picks the one hidden finding to show: the last weighed, or else the oldest.

    A further hidden finding then changes nothing that the reader sees.
    """
    weighed = row.weighed_at
    return (
        weighed is not None,
        weighed.timestamp() if weighed else 0.0,
        -row.found_at.timestamp(),
        row.id,
    )
