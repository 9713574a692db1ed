"""The form of a plan's head: its values, the act that they mean, and errors by field."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from schemas.planning.acts import PlanDrafted, UnitTask
from schemas.planning.words import PlanKind

_LONG = {"aim": 5000, "means": 5000, "reporting": 5000, "budget_note": 500}
_LINES = {
    "basis": (3, 500, "lines"),
    "contents": (3, 500, "lines"),
    "partners": (1, 200, "partners"),
}
"""Shortest and longest line, and the key of the sentence that says so."""
_MOST_LINES = 30


def empty(kind: PlanKind, year: int, unit_id: UUID) -> Form:
    """Return the form as it opens: the yearly ones for the next year, with the period of Art 5.1."""
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


def lines(form: Form, name: str) -> list[str]:
    """Return the lines of a text area that hold something."""
    return [line.strip() for line in form.text(name).split("\n") if line.strip()]


def read(
    form: Form,
    kind: PlanKind,
    unit_id: UUID | None,
    tasked: Sequence[UUID],
    say: Callable[..., str],
) -> tuple[PlanDrafted | None, dict[str, str]]:
    """Return the head, or None and the errors by field. `unit_id`: of a plan that exists."""
    errors: dict[str, str] = {}
    year = int(form.text("year")) if form.text("year").isdecimal() else 0
    first, last = (typed.day_or_none(form.text(name)) for name in ("first_day", "last_day"))
    unit = unit_id or typed.identifier(form.text("unit_id"))
    if not 3 <= len(form.text("title")) <= 500:
        errors["title"] = say("plans.error_title")
    if unit is None:
        errors["unit_id"] = say("plans.error_unit")
    if not 2016 <= year <= 2999:
        errors["year"] = say("plans.error_year")
    for name, day in (("first_day", first), ("last_day", last)):
        if day is None:
            errors[name] = say("plans.error_day")
    if first and last and last < first:
        errors["last_day"] = say("plans.error_order")
    _check_texts(form, say, errors)
    budget = _budget(form, say, errors)
    tasks = _tasks(form, tasked, say, errors)
    issued_on = _foreign(form, say, errors) if kind is PlanKind.FOREIGN else None
    if errors or unit is None or first is None or last is None:
        return None, errors
    foreign = kind is PlanKind.FOREIGN
    return PlanDrafted(
        kind=kind,
        unit_id=unit,
        year=year,
        title=form.text("title"),
        first_day=first,
        last_day=last,
        basis=lines(form, "basis"),
        aim=form.text("aim"),
        contents=lines(form, "contents"),
        budget_vnd=budget,
        budget_note=form.text("budget_note"),
        means=form.text("means"),
        partners=lines(form, "partners"),
        unit_tasks=tasks,
        reporting=form.text("reporting"),
        agency=form.text("agency") if foreign else None,
        number=form.text("number") if foreign else None,
        issued_on=issued_on,
    ), {}


def _check_texts(form: Form, say: Callable[..., str], errors: dict[str, str]) -> None:
    for name, most in _LONG.items():
        if len(form.text(name)) > most:
            errors[name] = say("plans.error_long", most=most)
    for name, (shortest, longest, key) in _LINES.items():
        found = lines(form, name)
        if len(found) > _MOST_LINES or not all(shortest <= len(one) <= longest for one in found):
            errors[name] = say(f"plans.error_{key}")


def _budget(form: Form, say: Callable[..., str], errors: dict[str, str]) -> int | None:
    try:
        return typed.whole(form.text("budget_vnd"))
    except ValueError:
        errors["budget_vnd"] = say("plans.error_money")
        return None


def _tasks(
    form: Form, tasked: Sequence[UUID], say: Callable[..., str], errors: dict[str, str]
) -> list[UnitTask]:
    found = []
    for unit_id in tasked:
        said = form.text(f"task_{unit_id}")
        if said and not 3 <= len(said) <= 2000:
            errors[f"task_{unit_id}"] = say("plans.error_task")
        elif said:
            found.append(UnitTask(unit_id=unit_id, task=said))
    return found


def _foreign(form: Form, say: Callable[..., str], errors: dict[str, str]) -> date | None:
    if not 1 <= len(form.text("agency")) <= 200:
        errors["agency"] = say("plans.error_agency")
    if not 1 <= len(form.text("number")) <= 80:
        errors["number"] = say("plans.error_number")
    issued_on = typed.day_or_none(form.text("issued_on"))
    if issued_on is None:
        errors["issued_on"] = say("plans.error_day")
    return issued_on
