"""The system log, for auditors: who read, searched, took copies, signed in and was refused, folded by day."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Response, get

from admin_ui.shell import tables, typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import clean
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.core import spreadsheets
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.force.units import service as units
from backend.operations.log import service as log

_ADDRESS = "/desk/log"
FIELDS = ("officer", "record", "kind", "unit", "since", "until")


@get(_ADDRESS, include_in_schema=False)
async def show_log(request: AnyRequest) -> Response[Any]:
    """Show one page of the log, newest first. All conditions are in the address. Raises NotAllowed."""
    return await _show(request)


async def _show(request: AnyRequest) -> Response[Any]:
    actor = actor_of(request)
    kinds = log.kinds_of(actor)
    if not kinds:
        raise NotAllowed
    asked = _asked(request)
    conditions, errors = _conditions(request, asked)
    cursor = request.query_params.get("after") or None
    found = None
    async with transaction():
        if not errors:
            try:
                found = await log.page(actor, conditions, cursor, address_of(request))
            except log.FilterWrong as wrong:
                errors[wrong.field] = getattr(wrong.text, language_of(request))
        mine = await units.covered(actor)
    language = language_of(request)
    given = {name: value for name, value in asked.items() if value}
    return page(
        request,
        "operations/log/log.html",
        status=422 if errors else 200,
        found=found,
        asked=asked,
        errors=errors,
        kinds=[(one, getattr(log.NAMES[one], language)) for one in kinds],
        units=[
            (
                str(one.id),
                f"{chr(0x2003) * (one.level - actor.unit.level)}{getattr(one.name, language)}",
            )
            for one in mine
        ],
        kind_names=log.NAMES,
        places={
            "inspection": "/desk/inspections/",
            "case": "/desk/cases/",
            "submission": "/desk/submissions/",
            "route": "/desk/routes/",
        },
        given=given,
        first=f"{_ADDRESS}?{urlencode(given)}" if cursor else None,
        following=f"{_ADDRESS}?{urlencode({**given, 'after': found.next})}"
        if found and found.next
        else None,
    )


@get(f"{_ADDRESS}/export", include_in_schema=False)
async def export_log(request: AnyRequest) -> Response[Any]:
    """Send the lines as a table. More than 100 ask for a one-time code first (B4). Raises NotAllowed, FilterWrong."""
    actor = actor_of(request)
    conditions, errors = _conditions(request, _asked(request))
    if errors:
        return await _show(request)
    if await log.needs_code(actor, conditions):
        confirming.require(request)
    kind: spreadsheets.Kind = "csv" if request.query_params.get("file") == "csv" else "xlsx"
    parts, name = await log.exported(actor, conditions, kind, address_of(request))
    return tables.sent(parts, name, kind)


def _asked(request: AnyRequest) -> dict[str, str]:
    return {name: clean(request.query_params.get(name, ""))[:200].strip() for name in FIELDS}


def _conditions(
    request: AnyRequest, asked: dict[str, str]
) -> tuple[log.Conditions, dict[str, str]]:
    errors: dict[str, str] = {}
    days: dict[str, date | None] = {"since": None, "until": None}
    for name in days:
        try:
            days[name] = typed.edge(asked[name]) if asked[name] else None
        except ValueError:
            errors[name] = say(language_of(request), "search.date_wrong")
    try:
        unit = UUID(asked["unit"]) if asked["unit"] else None
    except ValueError:
        unit = None
    conditions = log.Conditions(
        officer=asked["officer"],
        record=asked["record"],
        kind=asked["kind"],
        unit_id=unit,
        since=days["since"],
        until=days["until"],
    )
    return conditions, errors


HANDLERS = [show_log, export_log]
