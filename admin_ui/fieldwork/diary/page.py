"""The work diary (NK): lines by unit, month and officer; the leader confirms them, others note beside them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.fieldwork.diary import asked as asking
from admin_ui.fieldwork.diary import lines
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, query_of, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import total_shown
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan import comparing
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.diary import service as diary
from backend.fieldwork.inspections import service as inspections
from backend.intake.informations import service as informations
from backend.ledger.service import Accepted, Refused
from schemas.core.vocabulary import RecordKind

_ADDRESS = "/desk/diary"
_DONE = frozenset({"confirmed", "noted", "nothing"})
_TOLD = (RecordKind.INFORMATION, RecordKind.INSPECTION)
"""Records that not every reader of the diary may open."""
_SEVERAL = 2
"""Units from which on a row says its own."""


@get(_ADDRESS, include_in_schema=False)
async def show_diary(
    request: AnyRequest,
    unit: FromQuery[str] = "",
    month: FromQuery[str] = "",
    officer: FromQuery[str] = "",
    waiting: FromQuery[str] = "",
    after: FromQuery[str] = "",
    done: FromQuery[str] = "",
    count: FromQuery[str] = "",
) -> Response[str]:
    """Show a page of the diary. Raises NotAllowed, Invalid."""
    actor, language = actor_of(request), language_of(request)
    given = _given({"unit": unit, "month": month, "officer": officer, "waiting": waiting})
    found = await diary.page(actor, asking.filters(given), after or None)
    told = {
        kind: {one.record_id for one in found.rows if one.record_kind == kind} for kind in _TOLD
    }
    async with transaction():
        seen = set(await informations.numbers_of(told[RecordKind.INFORMATION], actor))
        seen |= await inspections.in_sight(told[RecordKind.INSPECTION], actor)
    units = [(str(one.id), getattr(one.name, language)) for one in await diary.units_of(actor)]
    officers = [(str(ident), name) for ident, name in await diary.officers_of(actor)]
    months = _months(clock.today(), month if asking.filters(given).from_on else "")
    place = Place(_ADDRESS, given, after=after)
    days = lines.days(found.rows, language, given, seen, one_unit=len(units) < _SEVERAL)
    following = place.following(found.next)
    total = total_shown(language, len(found.rows), place.first, following)
    names = {"unit": dict(units), "month": dict(months), "officer": dict(officers)}
    return page(
        request,
        "fieldwork/diary/list.html",
        days=days,
        bar=lines.bar(place, language, days, total, names),
        waiting=found.waiting,
        below=any(row.may_confirm and not row.own_unit for row in found.rows),
        given=given,
        query=query_of(given),
        months=months,
        units=units,
        officers=officers,
        first=place.first,
        following=following,
        done=done if done in _DONE else "",
        count=count if count.isascii() and count.isdigit() and len(count) < 3 else "0",
    )


def _given(sent: Mapping[str, str]) -> dict[str, str]:
    """Return the filters that an address or a form carries, so that a reader comes back to the same lines."""
    return {name: sent[name] for name in asking.FIELDS if sent.get(name)}


def _months(today: date, asked: str) -> list[tuple[str, str]]:
    """Return this month and the 23 before it, and the one that is asked for if it is another."""
    first = today.year * 12 + today.month - 1
    months = [divmod(first - back, 12) for back in range(24)]
    found = {f"{year:04}-{month + 1:02}": f"{month + 1:02}/{year:04}" for year, month in months}
    if asked:
        found.setdefault(asked, f"{asked[5:]}/{asked[:4]}")
    return list(found.items())


@post(f"{_ADDRESS}/confirm", include_in_schema=False)
async def confirm(request: AnyRequest) -> Response[Any]:
    """Confirm the lines of one day as the page showed them: all that wait, or the ticked ones.

    The days are folded, so that lines of another may be ticked without having been seen: a button is for its own day.
    Raises NotFound, TooManyLines.
    """
    form, actor = await read_form(request), actor_of(request)
    whole, day = form.text("whole"), form.text("day")
    asked = form.all("shown" if whole else "line")
    seen = [_seen(one) for one in asked if one.endswith(f":{whole or day}")]
    async with transaction():
        outcomes = await diary.confirm(actor, [one for one in seen if one is not None])
    done = sum(isinstance(one, Accepted) for one in outcomes)
    told = {"done": "confirmed" if done else "nothing", "count": str(done)}
    query = urlencode(_given(dict(form.pairs())) | told)
    return Redirect(f"{_ADDRESS}?{query}", status_code=303)


def _seen(text: str) -> tuple[UUID, str] | None:
    ident, _, rest = text.partition(":")
    found, line = typed.identifier(ident), rest.partition(":")[0]
    return (found, line[:64]) if found is not None and len(line) == 64 else None


@get(f"{_ADDRESS}/{{line_id:uuid}}/note", include_in_schema=False)
async def ask_note(request: AnyRequest, line_id: FromPath[UUID]) -> Response[str]:
    """Show one line with its notes, and ask for another. Raises NotFound."""
    return await _note_page(request, line_id, _given(request.query_params))


@post(f"{_ADDRESS}/{{line_id:uuid}}/note", opt=ONCE, include_in_schema=False)
async def add_note(request: AnyRequest, line_id: FromPath[UUID]) -> Response[Any]:
    """Write a note beside the line, which itself stays. Raises NotFound."""
    form, language = await read_form(request), language_of(request)
    given, text = _given(dict(form.pairs())), typed.reason(form.text("note"))
    if text is None:
        errors = {"note": say(language, "diary.note_needed")}
        return await _note_page(request, line_id, given, form, status=422, errors=errors)
    async with transaction():
        outcome = await diary.note(actor_of(request), line_id, text)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _note_page(request, line_id, given, form, status=409, wrong=wrong)
    return Redirect(f"{_ADDRESS}?{urlencode(given | {'done': 'noted'})}", status_code=303)


async def _note_page(
    request: AnyRequest,
    line_id: UUID,
    given: dict[str, str],
    form: Form | None = None,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    row = await diary.read(actor_of(request), line_id)
    return page(
        request,
        "fieldwork/diary/note.html",
        status=status,
        row=row,
        given=given,
        back=f"{_ADDRESS}?{urlencode(given)}" if given else _ADDRESS,
        typed=form.text("note") if form else "",
        wrong=wrong,
        errors=errors or {},
        already=request.query_params.get("done") == "already",
    )


@get(f"{_ADDRESS}/diary.pdf", include_in_schema=False)
async def print_diary(
    request: AnyRequest,
    unit: FromQuery[str] = "",
    month: FromQuery[str] = "",
    officer: FromQuery[str] = "",
    waiting: FromQuery[str] = "",
) -> Response[bytes]:
    """Send the lines on the form NK. The copy is recorded. Raises NotAllowed, NotFound, TooManyLines."""
    given = {"unit": unit, "month": month, "officer": officer, "waiting": waiting}
    filters = asking.filters(given)
    async with transaction():
        data = await diary.printed(actor_of(request), filters, address_of(request))
    return comparing.shown(data, "application/pdf", "nhat-ky-cong-tac.pdf")


HANDLERS = [show_diary, confirm, ask_note, add_note, print_diary]
