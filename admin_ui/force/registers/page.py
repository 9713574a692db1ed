"""Registers of numbers of a unit: where they begin, and numbers set aside for an outage."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.force.registers import lines
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.unit_names import unit_options
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.registers import service as registers
from backend.ledger.service import Outcome, Refused

_PLACE = "/desk/registers"
_UNIT = f"{_PLACE}/{{unit_id:uuid}}"
_ACTS = ("open", "set-aside")


@get(_PLACE, include_in_schema=False)
async def list_registers(
    request: AnyRequest, unit: FromQuery[str] = "", done: FromQuery[str] = ""
) -> Response[Any]:
    """Show the registers of this year of one unit, and what is set aside. Raises NotAllowed, NotFound."""
    actor, language = actor_of(request), language_of(request)
    found = await registers.in_sight(actor)
    try:
        unit_id = UUID(unit) if unit else actor.unit.unit_id
    except ValueError:
        raise NotFound(what="unit") from None
    seen = await registers.seen(actor, unit_id)
    return page(
        request,
        "force/registers/registers.html",
        units=found,
        unit_options=unit_options(found, language_of(request)),
        seen=seen,
        list=lines.of_unit(seen, language),
        officers=lines.of_officers(seen, dict(seen.of_officers), language),
        ranges=lines.ranges(seen, language),
        done=done if done in ("opened", "aside", "back") else "",
    )


async def _ask(
    request: AnyRequest,
    unit_id: UUID,
    act: str,
    form: Form | None = None,
    *,
    errors: dict[str, str] | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    language = language_of(request)
    seen = await registers.seen(actor_of(request), unit_id)
    if act not in _ACTS or not (seen.may_open if act == "open" else seen.may_set_aside):
        raise NotFound(what="act")
    chosen = form.text("form") if form else request.query_params.get("form", "")
    return page(
        request,
        "force/registers/act.html",
        status=status,
        seen=seen,
        act=act,
        chosen=next((row for row in seen.rows if row.form == chosen), None),
        options=[
            (row.form, f"{lines.name(row.form, language)} ({row.symbol})")
            for row in seen.rows
            if act == "open" or row.aside
        ]
        + (_of_officers(seen, language) if act == "open" else []),
        most=registers.MOST_SET_ASIDE,
        typed={name: form.text(name)[:2000] for name in ("form", "officer", "number", "reason")}
        if form
        else {"form": chosen},
        errors=errors or {},
        wrong=wrong,
    )


@get(f"{_UNIT}/{{act:str}}", include_in_schema=False)
async def ask(request: AnyRequest, unit_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Say what follows from opening a register or setting numbers aside, and ask for both. Raises NotFound."""
    await registers.seen(actor_of(request), unit_id)
    confirming.require(request)
    return await _ask(request, unit_id, act)


@post(f"{_UNIT}/{{act:str}}", include_in_schema=False)
async def do(request: AnyRequest, unit_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Open the register, or set its next numbers aside. It cannot be undone. Raises NotFound."""
    actor, language = actor_of(request), language_of(request)
    seen = await registers.seen(actor, unit_id)
    confirming.require(request)
    form = await read_form(request)
    most = registers.MOST_SET_ASIDE if act == "set-aside" else registers.MOST_OPENED
    number, reason = _whole(form.text("number"), most), typed.reason(form.text("reason"))
    errors = {}
    if number is None:
        errors["number"] = say(language, f"registers.number_needed_{act.replace('-', '_')}")
    if reason is None:
        errors["reason"] = say(language, "paper.reason_needed")
    officer_id: UUID | None = None
    if act == "open" and form.text("form") in dict(seen.of_officers):
        officer_id = await registers.officer_of(actor, unit_id, form.text("officer").strip())
        if officer_id is None:
            errors["officer"] = say(language, "registers.officer_needed")
    if errors or number is None or reason is None:
        return await _ask(request, unit_id, act, form, errors=errors, status=422)
    async with transaction():
        outcome: Outcome
        if act == "open":
            outcome = await registers.open_register(
                actor, unit_id, form.text("form"), number, reason, officer_id
            )
        elif act == "set-aside":
            outcome = await registers.set_numbers_aside(
                actor, unit_id, form.text("form"), number, reason
            )
        else:
            raise NotFound(what="act")
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _ask(request, unit_id, act, form, wrong=wrong, status=409)
    done = "opened" if act == "open" else "aside"
    return Redirect(f"{_PLACE}?unit={unit_id}&done={done}", status_code=303)


def _of_officers(seen: registers.Registers, language: Language) -> list[tuple[str, str]]:
    own = say(language, "registers.of_officer")
    return [
        (form, f"{lines.name(form, language)} ({symbol}), {own}")
        for form, symbol in seen.of_officers
    ]


def _whole(text: str, most: int) -> int | None:
    """Return a whole number from 1 to `most`; None if it is not one."""
    plain = text.replace(".", "").strip()
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 9:
        return None
    return int(plain) if 1 <= int(plain) <= most else None


async def _range(
    request: AnyRequest,
    unit_id: UUID,
    range_id: UUID,
    form: Form | None = None,
    *,
    errors: dict[str, str] | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    seen, one, rows = await registers.range_seen(actor_of(request), unit_id, range_id)
    ticked = form.all("number") if form else []
    return page(
        request,
        "force/registers/range.html",
        status=status,
        seen=seen,
        one=one,
        list=lines.of_range(rows, ticked, language_of(request), voids=seen.may_set_aside),
        reason=form.text("reason")[:2000] if form else "",
        errors=errors or {},
        wrong=wrong,
    )


@get(f"{_UNIT}/ranges/{{range_id:uuid}}", include_in_schema=False)
async def show_range(
    request: AnyRequest, unit_id: FromPath[UUID], range_id: FromPath[UUID]
) -> Response[Any]:
    """Show a range number by number, to be printed and accounted for. Raises NotAllowed, NotFound."""
    return await _range(request, unit_id, range_id)


@post(f"{_UNIT}/ranges/{{range_id:uuid}}", include_in_schema=False)
async def give_back(
    request: AnyRequest, unit_id: FromPath[UUID], range_id: FromPath[UUID]
) -> Response[Any]:
    """Void the ticked numbers, for good, with the reason and a code. Raises NotAllowed, NotFound."""
    actor, language = actor_of(request), language_of(request)
    await registers.range_seen(actor, unit_id, range_id)
    confirming.require(request)
    form = await read_form(request)
    numbers = [one for one in (_whole(text, 9_999_999) for text in form.all("number")) if one]
    reason, errors = typed.reason(form.text("reason")), {}
    if not numbers or len(numbers) > registers.MOST_SET_ASIDE:
        errors["number"] = say(language, "registers.numbers_needed")
    if reason is None:
        errors["reason"] = say(language, "paper.reason_needed")
    if not form.ticked("sure"):
        errors["sure"] = say(language, "registers.sure_needed")
    if errors or reason is None:
        return await _range(request, unit_id, range_id, form, errors=errors, status=422)
    async with transaction():
        outcome = await registers.give_numbers_back(actor, unit_id, range_id, numbers, reason)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _range(request, unit_id, range_id, form, wrong=wrong, status=409)
    return Redirect(f"{_PLACE}/{unit_id}/ranges/{range_id}", status_code=303)


HANDLERS = [list_registers, ask, do, show_range, give_back]
