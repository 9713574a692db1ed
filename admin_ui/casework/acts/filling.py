"""What a form of a case shows at first: starting values, what the case carries, and what a paper says already."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from admin_ui.casework.acts.fields import Shape
from admin_ui.casework.acts.reading import MOST_ROWS, Offer, rows_of
from admin_ui.shell.formats import number
from admin_ui.shell.forms import Form
from backend.core.local_time import VIETNAM
from schemas.core.ids import new_id


def first_form(
    shapes: Iterable[Shape],
    offer: Offer,
    now: datetime,
    filled: Mapping[str, list[str]] | None = None,
) -> Form:
    """The form as it opens: starting values, what the case carries, and `filled` over both."""
    values: dict[str, list[str]] = {}
    _start(shapes, "", offer, now, dict(filled or {}), values)
    return Form({**values, **(filled or {})})


def _start(
    shapes: Iterable[Shape],
    prefix: str,
    offer: Offer,
    now: datetime,
    filled: dict[str, list[str]],
    values: dict[str, list[str]],
) -> None:
    for shape in shapes:
        at = f"{prefix}{shape.name}"
        if shape.kind == "group":
            _start(shape.sub, f"{at}.", offer, now, filled, values)
        elif shape.kind == "rows":
            count = rows_of(Form(filled), at)
            values[at] = [str(count)]
            for row in range(count):
                _start(shape.sub, f"{at}.{row}.", offer, now, filled, values)
        elif shape.name in offer.fixed:
            values[at] = [offer.fixed[shape.name]]
        elif shape.start:
            values[at] = [_started(shape.start, now)]
        elif shape.kind == "paper" and len(offer.choices(shape)) == 1 and shape.forms:
            values[at] = [offer.choices(shape)[0][0]]


def _started(start: str, now: datetime) -> str:
    local = now.astimezone(VIETNAM)
    match start:
        case "today":
            return local.date().isoformat()
        case "now":
            return f"{local:%Y-%m-%dT%H:%M}"
        case "new":
            return str(new_id())
        case _:
            return start


def with_more_rows(form: Form, shapes: Iterable[Shape], at: str, now: datetime) -> Form:
    """The form with one more row of a list, nothing else changed."""
    shape = next((one for one in shapes if one.name == at and one.kind == "rows"), None)
    if shape is None:
        return form
    values = {name: form.all(name) for name, _ in form.pairs()}
    count = rows_of(form, at)
    values[at] = [str(min(count + 1, MOST_ROWS))]
    fresh: dict[str, list[str]] = {}
    _start(shape.sub, f"{at}.{count}.", Offer(), now, {}, fresh)
    return Form({**fresh, **values})


def flat(prefix: str, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """A content, or a part of it, as the fields of a form: what a paper says fills the page."""
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
