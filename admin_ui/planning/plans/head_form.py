"""The form of a plan's head: its values, the act that they mean, and errors by field."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option, Reader
from schemas.planning.acts import PlanDrafted, UnitTask
from schemas.planning.words import PlanKind

_LONG = {"aim": 5000, "means": 5000, "reporting": 5000, "budget_note": 500}
_LINES = {"basis": (3, 500), "contents": (3, 500), "partners": (1, 200)}
"""Shortest and longest line."""
_MOST_LINES = 30


def empty(kind: PlanKind, year: int, unit_id: UUID, say: Callable[..., str]) -> Form:
    """Return the form as it opens: the yearly ones for the next year, with the period of Art 5.1.

    A yearly plan is called by its year; a thematic one by its subject, which is to be typed.
    """
    begins = year if kind is PlanKind.THEMATIC or kind is PlanKind.FOREIGN else year + 1
    last = date(begins, 12, 31)
    if kind is PlanKind.PERIODIC:
        last = date(begins, 11, 14)
    values = {
        "year": str(begins),
        "first_day": date(begins, 1, 1).isoformat(),
        "last_day": last.isoformat(),
        "unit_id": str(unit_id),
    }
    if kind in (PlanKind.PERIODIC, PlanKind.ORIENTATION):
        values["title"] = say(f"plans.title_{kind}", year=begins)
    return Form({name: [value] for name, value in values.items()})


def of_head(head: PlanDrafted) -> Form:
    """Return the form with a head as it was written."""
    values = {
        "title": head.title,
        "year": str(head.year),
        "first_day": head.first_day.isoformat(),
        "last_day": head.last_day.isoformat(),
        "unit_id": str(head.unit_id),
        "basis": "\n".join(head.basis),
        "aim": head.aim,
        "contents": "\n".join(head.contents),
        "budget_vnd": "" if head.budget_vnd is None else str(head.budget_vnd),
        "budget_note": head.budget_note,
        "means": head.means,
        "partners": "\n".join(head.partners),
        "reporting": head.reporting,
        "agency": head.agency or "",
        "number": head.number or "",
        "issued_on": head.issued_on.isoformat() if head.issued_on else "",
        **{f"task_{one.unit_id}": one.task for one in head.unit_tasks},
    }
    return Form({name: [value] for name, value in values.items()})


def read(
    form: Form,
    kind: PlanKind,
    unit_id: UUID | None,
    units: Sequence[Option],
    tasked: Sequence[UUID],
    say: Callable[..., str],
) -> tuple[PlanDrafted | None, dict[str, str]]:
    """Return the head, or None and the errors by field. `unit_id`: of a plan that exists, else one of `units`."""
    reader = Reader(form, say)
    reader.text("title", say("plans.head_title"), least=3, most=500, required=True)
    unit = unit_id
    if unit is None and (picked := reader.picked("unit_id", say("plans.unit"), units)):
        unit = UUID(picked)
    year = form.text("year")
    if not (len(year) == 4 and year.isascii() and year.isdecimal() and year >= "2016"):
        reader.tell("year", say("plans.error_year"))
    first, last = reader.days(
        ("first_day", say("plans.head_first_day")), ("last_day", say("plans.head_last_day"))
    )
    for name, most in _LONG.items():
        reader.text(name, say(f"plans.head_{name}"), most=most)
    told = {
        name: reader.lines(
            name, say(f"plans.head_{name}"), most=_MOST_LINES, least_each=least, most_each=most
        )
        for name, (least, most) in _LINES.items()
    }
    budget = reader.money("budget_vnd", say("plans.head_budget"), required=False)
    tasks = _tasks(reader, tasked)
    issued_on = _foreign(reader) if kind is PlanKind.FOREIGN else None
    if reader.errors or unit is None or first is None or last is None:
        return None, reader.errors
    foreign = kind is PlanKind.FOREIGN
    return PlanDrafted(
        kind=kind,
        unit_id=unit,
        year=int(year),
        title=form.text("title"),
        first_day=first,
        last_day=last,
        basis=told["basis"],
        aim=form.text("aim"),
        contents=told["contents"],
        budget_vnd=budget,
        budget_note=form.text("budget_note"),
        means=form.text("means"),
        partners=told["partners"],
        unit_tasks=tasks,
        reporting=form.text("reporting"),
        agency=form.text("agency") if foreign else None,
        number=form.text("number") if foreign else None,
        issued_on=issued_on,
    ), {}


def _tasks(reader: Reader, tasked: Sequence[UUID]) -> list[UnitTask]:
    found = []
    for unit_id in tasked:
        label = reader.translate("plans.head_tasks")
        said = reader.text(f"task_{unit_id}", label, least=3, most=2000)
        if said:
            found.append(UnitTask(unit_id=unit_id, task=said))
    return found


def _foreign(reader: Reader) -> date | None:
    say = reader.translate
    reader.text("agency", say("plans.head_agency"), most=200, required=True)
    reader.text("number", say("plans.head_number"), most=80, required=True)
    return reader.day("issued_on", say("plans.head_issued_on"))
