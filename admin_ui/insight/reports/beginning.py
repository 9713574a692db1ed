"""A report begun by hand: a thematic one, or one of a period that the system did not begin."""

from datetime import date
from functools import partial
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.insight.reports.page import DRAFTERS, LIST, Options, address
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told as told_of
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.insight.report_definitions import service as definitions
from backend.insight.report_definitions.service import Kept
from backend.insight.reports import service
from backend.insight.rules import periods
from backend.ledger import service as ledger
from schemas.law.periods import PeriodKind

_NEW = f"{LIST}/new"


def _drafter(request: AnyRequest) -> Actor:
    actor = actor_of(request)
    if not actor.has(*DRAFTERS):
        raise NotAllowed
    return actor


async def _known(actor: Actor) -> list[Kept]:
    """Return what a unit of the officer's level may report now."""
    today = clock.today()
    async with transaction():
        found = await definitions.everything()
    return [
        one
        for one in found
        if (version := one.at(today)) is not None and actor.unit.level in version.definition.levels
    ]


@get(_NEW, include_in_schema=False)
async def choose(request: AnyRequest) -> Response[str]:
    """Show the form. Raises NotAllowed."""
    today = clock.today()
    known = await _known(_drafter(request))
    form = Form({}).with_values(
        {
            "definition": request.query_params.get("definition", ""),
            "first": today.replace(day=1).isoformat(),
            "last": today.isoformat(),
        }
    )
    return _page(request, known, form)


@post(_NEW, opt=ONCE, include_in_schema=False)
async def begin(request: AnyRequest) -> Response[Any]:
    """Begin the report and fill it; one that there is already is opened. Raises NotAllowed."""
    actor, form, language = _drafter(request), await read_form(request), language_of(request)
    known = await _known(actor)
    said, errors = _read(form, known, language)
    if said is None:
        return _page(request, known, form, errors=errors, status=422)
    code, first, last = said
    unit_id, title = actor.unit.unit_id, form.optional("title")
    async with transaction():
        there = await service.find(code, unit_id, first, last, actor)
    if there is not None:
        return Redirect(address(there), status_code=303)
    try:
        async with transaction():
            report_id, outcome = await service.begin(code, unit_id, first, last, actor, title)
            ledger.unwrap(outcome)
            ledger.unwrap(await service.fill(report_id, actor))
    except RefusedAct as refused:
        return _page(request, known, form, refused=told_of(request, refused), status=409)
    except NotFound:  # no version of it was in force then
        wrong = {"last": say(language, "reports.error_period")}
        return _page(request, known, form, errors=wrong, status=422)
    return Redirect(f"{address(report_id)}?done=begun", status_code=303)


def _read(
    form: Form, known: list[Kept], language: Language
) -> tuple[tuple[str, date, date] | None, dict[str, str]]:
    reader = Reader(form, partial(say, language))
    kept = next((one for one in known if one.code == form.text("definition")), None)
    if kept is None:
        reader.tell("definition", say(language, "reports.error_definition"))
    whole = kept is not None and kept.newest.period is not PeriodKind.DAYS
    labels = say(language, "reports.begin_first"), say(language, "reports.begin_last")
    first, last = None, None
    if whole:
        last = reader.day("last", labels[1])
    else:
        first, last = reader.days(("first", labels[0]), ("last", labels[1]))
    reader.text("title", say(language, "reports.begin_name"), least=3, most=500)
    if kept is None or last is None:
        return None, reader.errors
    if whole:
        try:
            period = periods.containing(kept.newest.period, last)
        except (ValueError, OverflowError):
            reader.tell("last", say(language, "reports.error_period"))
            return None, reader.errors
        first, last = period.first, period.last
    return (None if reader.errors or first is None else (kept.code, first, last)), reader.errors


def _page(
    request: AnyRequest,
    known: list[Kept],
    form: Form,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)
    known = sorted(known, key=lambda one: one.newest.period is not PeriodKind.DAYS)
    kinds: Options = [(one.code, _called(one, language)) for one in known]
    return page(
        request,
        "insight/reports/new.html",
        status=status,
        kinds=kinds,
        of_days=" ".join(one.code for one in known if one.newest.period is PeriodKind.DAYS),
        form=form,
        errors=errors or {},
        refused=refused,
    )


def _called(kept: Kept, language: Language) -> str:
    period = say(language, f"statistics.period_{kept.newest.period}")
    return f"{getattr(kept.newest.title, language)} – {period}"


HANDLERS = [choose, begin]
