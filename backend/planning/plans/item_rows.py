"""Items as lists show them, and where the next page of such a list begins."""

from datetime import date
from uuid import UUID

from backend.core import clock, keyset
from backend.core.errors import Invalid
from backend.planning.queries import item_lists
from backend.planning.rules import carried_out
from schemas.core.problems import Text
from schemas.planning.views import ItemRow


def item_row(one: item_lists.Listed, overlapping_items: int = 0) -> ItemRow:
    """Return an item as lists show it."""
    return ItemRow(
        id=one.id,
        plan_id=one.plan_id,
        plan_kind=one.plan_kind,
        plan_title=one.plan_title,
        plan_number=one.plan_number,
        year=one.year,
        state=one.state,
        late=carried_out.is_late(one.state, one.last_day, clock.today()),
        subject_name=one.subject_name,
        criterion=one.criterion,
        address=one.address,
        area=one.area,
        first_day=one.first_day,
        last_day=one.last_day,
        unit_id=one.unit_id,
        unit_name=Text(vi=one.unit_name_vi, en=one.unit_name_en),
        was_unit_name=Text(vi=one.was_vi, en=one.was_en or one.was_vi) if one.was_vi else None,
        leader_name=one.leader_name,
        inspection_id=one.inspection_id,
        decision_number=one.decision_number,
        reason=one.reason,
        overlaps=overlapping_items,
    )


def after(cursor: str | None) -> tuple[date, UUID] | None:
    """Return where the next page of items begins. Raises Invalid."""
    if not cursor:
        return None
    day, item_id = keyset.read(cursor, str, UUID)
    try:
        return date.fromisoformat(day), item_id
    except ValueError as error:
        raise Invalid(code="cursor_invalid") from error


def next_of(found: list[item_lists.Listed], limit: int) -> str | None:
    """Return the cursor of the page after these items, of which one more than a page was asked for."""
    if len(found) <= limit:
        return None
    return keyset.write(found[limit - 1].last_day.isoformat(), found[limit - 1].id)
