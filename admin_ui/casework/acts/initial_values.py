"""Initial values of the forms of a case: fixed ones, values that the case carries, values from a paper."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from admin_ui.casework.acts.fields import Shape
from admin_ui.casework.acts.reading import MOST_ROWS, Choices
from admin_ui.shell.formats import number
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import rows_of
from backend.core.local_time import VIETNAM
from schemas.core.ids import new_id


def initial_form(
    shapes: Iterable[Shape],
    choices: Choices,
    now: datetime,
    filled: Mapping[str, list[str]] | None = None,
) -> Form:
    """Return the form as it opens: initial values and what the case carries, overridden by `filled`."""
    values: dict[str, list[str]] = {}
    _fill(shapes, "", choices, now, dict(filled or {}), values)
    return Form({**values, **(filled or {})})


def _fill(
    shapes: Iterable[Shape],
    prefix: str,
    choices: Choices,
    now: datetime,
    filled: dict[str, list[str]],
    values: dict[str, list[str]],
) -> None:
    for shape in shapes:
        at = f"{prefix}{shape.name}"
        if shape.kind == "group":
            _fill(shape.sub, f"{at}.", choices, now, filled, values)
        elif shape.kind == "rows":
            count = rows_of(Form(filled), at, MOST_ROWS)
            values[at] = [str(count)]
            for row in range(count):
                _fill(shape.sub, f"{at}.{row}.", choices, now, filled, values)
        elif shape.name in choices.fixed:
            values[at] = [choices.fixed[shape.name]]
        elif shape.initial:
            values[at] = [_initial_value(shape.initial, now)]
        elif shape.kind == "paper" and len(choices.of(shape)) == 1 and shape.forms:
            values[at] = [choices.of(shape)[0][0]]


def _initial_value(initial: str, now: datetime) -> str:
    local = now.astimezone(VIETNAM)
    match initial:
        case "today":
            return local.date().isoformat()
        case "now":
            return f"{local:%Y-%m-%dT%H:%M}"
        case "new":
            return str(new_id())
        case _:
            return initial


def with_more_rows(form: Form, shapes: Iterable[Shape], at: str, now: datetime) -> Form:
    """Return the form with one more row of a list and everything else unchanged."""
    shape = next((one for one in shapes if one.name == at and one.kind == "rows"), None)
    if shape is None:
        return form
    values = {name: form.all(name) for name, _ in form.pairs()}
    count = rows_of(form, at, MOST_ROWS)
    values[at] = [str(min(count + 1, MOST_ROWS))]
    fresh: dict[str, list[str]] = {}
    _fill(shape.sub, f"{at}.{count}.", Choices(), now, {}, fresh)
    return Form({**fresh, **values})


def with_hidden(form: Form, shapes: Iterable[Shape], now: datetime) -> Form:
    """Return a form that is shown again, with the initial values of fields that were hidden when it was sent."""
    values = {name: form.all(name) for name, _ in form.pairs()}
    hidden = {
        one.name: [_initial_value(one.initial, now)]
        for one in shapes
        if one.only_when and one.initial and one.name not in values
    }
    return Form({**hidden, **values})


def flat(prefix: str, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Flatten a content, or part of one, into fields of a form."""
    found: dict[str, list[str]] = {}
    for name, value in values.items():
        at = f"{prefix}{name}"
        if isinstance(value, Mapping):
            found |= flat(f"{at}.", value)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            found[at] = [str(len(value))]
            for row, one in enumerate(value):
                found |= flat(f"{at}.{row}.", one)
        elif isinstance(value, list):
            found[at] = ["\n".join(str(one) for one in value)]
        elif isinstance(value, bool):
            found[at] = ["yes"] if value else []
        elif isinstance(value, int):
            found[at] = [number(value, "vi")]
        elif value is not None:
            found[at] = [str(value)]
    return found
