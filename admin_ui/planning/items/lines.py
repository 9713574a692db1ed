"""Items of plans as rows of their list: every cell as text."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import short_period
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark, Order, Tone
from admin_ui.shell.unit_names import short_name, unit_column
from admin_ui.shell.words import Language, say
from schemas.planning.views import ItemRow
from schemas.planning.words import ItemState

TONES = {
    ItemState.DECIDED: "accent",
    ItemState.RUNNING: "accent",
    ItemState.DONE: "good",
    ItemState.NOT_DONE: "warn",
    ItemState.REMOVED: "bad",
}
"""The colour of a state's mark on the item's page; the others have none."""


def mark(row: ItemRow, language: Language) -> tuple[str, str]:
    """Return the colour and the text of the mark of an item's state."""
    if row.late:
        return "bad", say(language, "planitems.state_late")
    return TONES.get(row.state, ""), say(language, f"planitems.state_{row.state}")


def unit_of(row: ItemRow, language: Language) -> str:
    """Return which unit inspects, and which did when the plan was made, if that ended."""
    now = str(getattr(row.unit_name, language))
    if row.was_unit_name is None:
        return now
    return say(language, "planitems.was", unit=now, was=getattr(row.was_unit_name, language))


def columns(
    language: Language, *, of_plan: bool, wide: bool, order: Order | None = None
) -> list[Column]:
    """Return the columns behind who is inspected. `of_plan`: of one plan, whose name stands above."""
    words = partial(say, language)
    plan = () if of_plan else (Column(words("plans.plan"), "l", spare=True, phone=False),)
    return [
        Column(words("planitems.days"), "l", order=order),
        Column(words("plans.state"), "l"),
        Column(words("plans.unit"), unit_column(language, wide=wide), wraps=True),
        Column(words("planitems.leader"), "m", spare=True),
        *plan,
        Column(words("planitems.decision_short"), "l", phone=False),
    ]


def lines(
    rows: Sequence[ItemRow],
    language: Language,
    place: Place | None = None,
    units: Mapping[UUID, str] | None = None,
    *,
    of_plan: bool = False,
) -> list[Line]:
    """Return items as rows. `place`: of their own list, to which they lead back."""
    return [_line(one, language, place, units or {}, of_plan) for one in rows]


def listing(rows: Sequence[ItemRow], language: Language) -> Listing:
    """Return the items of one plan as a part of its page."""
    return Listing(
        caption=say(language, "plans.part_items"),
        heading=say(language, "planitems.subject"),
        columns=columns(language, of_plan=True, wide=False),
        lines=lines(rows, language, of_plan=True),
        empty=Empty(""),
    )


def _line(
    row: ItemRow,
    language: Language,
    place: Place | None,
    units: Mapping[UUID, str],
    of_plan: bool,
) -> Line:
    key, plan = f"item-{row.id}", f"/desk/plans/{row.plan_id}"
    href = f"{plan}/items/{row.id}"
    said = mark(row, language)[1]
    risk: Tone = "late" if row.late else ""
    inspected = row.inspection_id is not None and row.decision_number is not None
    marks = []
    if row.overlaps:
        marks.append(Mark(say(language, "planitems.overlap_mark"), "warn", f"{plan}/overlaps"))
    if row.was_unit_name is not None:
        was = short_name(row.was_unit_name, language)
        marks.append(Mark(say(language, "planitems.was_mark", was=was)))
    decision = Cell()
    if inspected:
        decision = Cell(row.decision_number or "", f"/desk/inspections/{row.inspection_id}")
    return Line(
        key=key,
        title=row.subject_name or row.criterion or "",
        href=place.record(href, key) if place else href,
        about=row.address or "",
        marks=marks,
        cells=(
            short_period(row.first_day, row.last_day),
            Cell(said, tone=risk, whole=row.reason or ""),
            Cell(
                units.get(row.unit_id) or short_name(row.unit_name, language),
                whole=unit_of(row, language),
            ),
            row.leader_name or "",
            *(() if of_plan else (Cell(row.plan_number or row.plan_title, plan),)),
            decision,
        ),
    )
