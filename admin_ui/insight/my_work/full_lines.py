"""The lists of one sort of work, each as a Listing: what its kind says that no other does."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from admin_ui.casework.cases import lines as case_lines
from admin_ui.insight.my_work import inspection_lines as inspected
from admin_ui.shell.formats import moment, number
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Act, Column, Line, Mark
from admin_ui.shell.words import Language, say
from backend.fieldwork.inspections.service import AskedWithdrawal, UnknownRow
from schemas.casework.views import CaseRow
from schemas.fieldwork.inspections import DraftRow, HeldRow, InspectionRow, QueueRow, UnopenedRow


class Table(NamedTuple):
    """How a list of one sort is drawn."""

    columns: Callable[[Language], list[Column]]
    line: Callable[[Any, Language, datetime], Line]


def _waiting_columns(language: Language, *own: Column) -> list[Column]:
    words = partial(say, language)
    photos = Column(words("queue.photos"), "xs", number=True, spare=True)
    return inspected.columns(language, Column(words("queue.since"), "s"), *own, photos)


def _draft(row: DraftRow, language: Language, now: datetime) -> Line:
    it = row.inspection
    own = (inspected.waits(row.waiting_since, now, language), inspected.photos(it))
    return inspected.line(it, language, *own)


def _revision_columns(language: Language) -> list[Column]:
    return _waiting_columns(language, Column(say(language, "queue.what_changed"), "l"))


def _revision(row: QueueRow, language: Language, now: datetime) -> Line:
    words, it = partial(say, language), row.inspection
    marks = [Mark(words("inspection.not_executed"), "warn")] if row.form == "BB-KKT" else []
    changed = words("queue.first_time")
    if row.times_returned:
        marks.append(Mark(words("queue.returned_times", count=row.times_returned)))
        parts = ", ".join(words(f"queue.changed_{one}") for one in row.changed)
        changed = parts or words("queue.changed_none")
    own = (inspected.waits(row.waiting_since, now, language), changed, inspected.photos(it))
    return inspected.line(it, language, *own, marks=marks)


def _held_columns(language: Language) -> list[Column]:
    return _waiting_columns(language, Column(say(language, "queue.state"), "l", phone=False))


def _held(row: HeldRow, language: Language, now: datetime) -> Line:
    it = row.inspection
    own = (
        inspected.waits(row.held_since, now, language),
        inspected.state(it, language),
        inspected.photos(it),
    )
    return inspected.line(it, language, *own, anchor="#held")


def _asked_columns(language: Language) -> list[Column]:
    words = partial(say, language)
    return inspected.columns(
        language,
        Column(words("queue.since"), "s"),
        Column(words("opinions.ask_reason"), "xl"),
        Column(words("opinions.ask_by"), "m", spare=True),
    )


def _asked(row: AskedWithdrawal, language: Language, now: datetime) -> Line:
    it = row.inspection
    since = inspected.waits(row.asked_at, now, language)
    found = inspected.line(it, language, since, row.reason, row.asked_by_name)
    details = (("opinions.ask_reason", row.reason), ("opinions.ask_by", row.asked_by_name))
    return found._replace(more=[(say(language, key), said) for key, said in details])


def _unopened_columns(language: Language) -> list[Column]:
    return inspected.columns(language, Column(say(language, "queue.approved"), "l", wraps=True))


def _unopened(row: UnopenedRow, language: Language, now: datetime) -> Line:
    said = inspected.waits(row.approved_at, now, language)
    since = said._replace(text=say(language, "queue.approved_since", since=said.text))
    return inspected.line(row.inspection, language, since)


def opening(line: Line, row: UnopenedRow, language: Language) -> Line:
    """Return the row of an inspection without a case with the way to open one, if the reader may."""
    it = row.inspection
    href = f"/desk/cases/new/inspection?inspection={it.id}"
    about = f"{it.subject_name}, {it.decision_number}"
    return line._replace(acts=[Act(say(language, "queue.open_case"), href, about)])


def _unknown_columns(language: Language) -> list[Column]:
    words = partial(say, language)
    return [
        Column(words("queue.since"), "s"),
        Column(words("unknown.who"), "l"),
        Column(words("unknown.what"), "xl"),
    ]


def _unknown(row: UnknownRow, language: Language, now: datetime) -> Line:
    words = partial(say, language)
    counted = words(
        "unknown.counted", acts=number(row.acts, language), photos=number(row.photos, language)
    )
    made = words("unknown.steps_only")
    if row.first_made_at:
        spans = [moment(one, language) for one in (row.first_made_at, row.last_made_at)]
        made = " – ".join(spans)
    types = "; ".join(words(f"domain.act_{one}") for one in row.types)
    units = ", ".join(getattr(one, language) for one in row.units)
    details = (
        ("unknown.who", f"{', '.join(row.officers)} ({units})" if units else ""),
        ("unknown.made", made),
        ("unknown.what", f"{counted}: {types}" if types else counted),
    )
    return Line(
        key=f"unknown-{row.record_id}",
        title=row.told.subject or words("unknown.unnamed"),
        href=f"/desk/unknown/{row.record_id}",
        about=" · ".join(
            one for one in (row.told.number or words("unknown.no_number"), row.told.address) if one
        ),
        cells=(inspected.waits(row.since, now, language), ", ".join(row.officers), counted),
        more=[(words(key), said) for key, said in details if said],
    )


_CASES = Place("/desk/cases", {})


def _case_columns(language: Language) -> list[Column]:
    return [one._replace(order=None) for one in case_lines.columns(language, _CASES, wide=True)]


def _case(row: CaseRow, language: Language, now: datetime) -> Line:
    return case_lines.lines([row], language, now, _CASES, {}, {})[0]


def _mine(row: InspectionRow, language: Language, _now: datetime) -> Line:
    return inspected.usual(row, language)


TABLES: dict[str, Table] = {
    "drafts": Table(_waiting_columns, _draft),
    "asked": Table(_asked_columns, _asked),
    "inspections": Table(_revision_columns, _revision),
    "held": Table(_held_columns, _held),
    "unknown": Table(_unknown_columns, _unknown),
    "unopened": Table(_unopened_columns, _unopened),
    "cases": Table(_case_columns, _case),
    "mine": Table(inspected.usual_columns, _mine),
}
"""By the name in the address of the list."""


def lines(
    name: str, rows: Sequence[Any], language: Language, now: datetime, *, opens: bool
) -> list[Line]:
    """Return the rows of a list. `opens`: the reader may open cases."""
    table = TABLES[name]
    found = [table.line(row, language, now) for row in rows]
    if name == "unopened" and opens:
        return [opening(line, row, language) for line, row in zip(found, rows, strict=True)]
    return found
