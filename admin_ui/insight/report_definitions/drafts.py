"""A draft of a definition: what it changes, what it gives on an old period, and its answer by a second person."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.insight.report_definitions import outline
from admin_ui.insight.statistics.told import READERS
from admin_ui.shell import formats, typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.accounts import service as accounts
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.figures import definitions as figures
from backend.insight.report_definitions import filling, laying_out, workbook
from backend.insight.report_definitions import service as definitions
from backend.insight.report_definitions.service import Draft, Kept
from backend.insight.report_definitions.workbook import Book, Cell, Table
from backend.insight.rules import periods
from backend.insight.rules.periods import Period
from backend.ledger.service import Refused
from schemas.insight.report_definitions import ReportDefinition, ReportText
from schemas.law.periods import PeriodKind

_ONE = "/desk/report-definitions/{code:str}/drafts/{draft_id:uuid}"
_EARLIEST = 2000
"""Year of the first day that is tried: a period before it, or a year before, is one too."""


class Tried(NamedTuple):
    """What a draft gives on an old period, beside what the version in force gives."""

    unit: UnitView
    period: Period
    through: int
    tables: list[tuple[Table, Table | None, bool]]
    """Each of the draft with the same of the version in force, and whether both give the same."""
    gone: list[Table]
    """Those that only the version in force has."""


@get(_ONE, include_in_schema=False)
async def show_draft(
    request: AnyRequest, code: FromPath[str], draft_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Response[Any]:
    """Show a draft; with a period in the address, try it. Raises NotAllowed, NotFound."""
    return await _show(request, code, draft_id, done=done == "drafted")


async def _show(
    request: AnyRequest,
    code: str,
    draft_id: UUID,
    *,
    done: bool = False,
    errors: dict[str, str] | None = None,
    wrong: str = "",
    typed_reason: str = "",
    status: int = 200,
) -> Response[Any]:
    actor, language = actor_of(request), language_of(request)
    definitions.require(actor)
    errors = errors or {}
    async with transaction():
        kept, draft = await _found(code, draft_id)
        before = _before(kept, draft)
        units = await _tried_on(actor)
        tried = await _tried(request, draft, before, units, errors)
        names = await accounts.names_of((draft.drafted_by, draft.answered_by))
        codes = outline.behaviours(draft.said.definition)
        named = await outline.named_behaviours(
            codes | (outline.behaviours(before) if before else set())
        )
    known = figures.in_force(max(draft.said.definition.valid_from, clock.today()))
    return page(
        request,
        "insight/report_definitions/draft.html",
        status=status,
        kept=kept,
        draft=draft,
        before=before,
        changes=outline.differences(before, draft.said.definition, known, language, named),
        tried=tried,
        written=_written,
        units=_options(units, language),
        asked=request.query_params,
        today=clock.today(),
        any_days=draft.said.definition.period is PeriodKind.DAYS,
        names=names,
        own=draft.drafted_by == actor.officer_id,
        done=done,
        errors=errors,
        wrong=wrong,
        typed_reason=typed_reason,
    )


async def _tried_on(actor: Actor) -> list[UnitView]:
    """Return the units on whose figures a draft is tried.

    Administrators read no statistics. A draft of their own, of one behaviour, one day and one team, would tell them a
    case; so they try it on the whole force.
    """
    units = await units_service.covered(actor)
    return units if actor.has(*READERS) else units[:1]


async def _found(code: str, draft_id: UUID) -> tuple[Kept, Draft]:
    kept = await definitions.kept(code)
    draft = next((one for one in kept.drafts if one.id == draft_id), None)
    if draft is None:
        raise NotFound(what="draft")
    return kept, draft


def _before(kept: Kept, draft: Draft) -> ReportDefinition | None:
    """Return the version that the draft would follow, or followed."""
    older = [one for one in kept.versions if draft.version is None or one.number < draft.version]
    return older[-1].definition if older else None


def _options(units: list[UnitView], language: Language) -> list[tuple[str, str]]:
    least = min((one.level for one in units), default=1)
    return [
        (str(one.id), "\u2003" * (one.level - least) + getattr(one.name, language)) for one in units
    ]


async def _tried(
    request: AnyRequest,
    draft: Draft,
    before: ReportDefinition | None,
    units: list[UnitView],
    errors: dict[str, str],
) -> Tried | None:
    query, language = request.query_params, language_of(request)
    if not query.get("until"):
        return None
    unit = next((one for one in units if str(one.id) == query.get("unit", "")), units[0])
    kind = draft.said.definition.period
    since, until = (query.get(one, "") for one in ("since", "until"))
    for name, text in (("since", since if kind is PeriodKind.DAYS else ""), ("until", until)):
        if text and _day(text) is None:
            errors[name] = say(language, "repdef.day_needed")
    last = _day(until)
    if errors or last is None:
        return None
    period = _period(kind, _day(since) or last, last)
    told = await _filled(request, draft.said.definition, unit, period)
    through, tables = told
    old = (await _filled(request, before, unit, period))[1] if before else {}
    return Tried(
        unit=unit,
        period=period,
        through=through,
        tables=[(one, old.get(part), one == old.get(part)) for part, one in tables.items()],
        gone=[one for part, one in old.items() if part not in tables],
    )


async def _filled(
    request: AnyRequest, definition: ReportDefinition, unit: UnitView, period: Period
) -> tuple[int, dict[str, Table]]:
    through, filled = await filling.fill(
        definition, unit.id, period.first, period.last, actor_of(request)
    )
    known = figures.in_force(period.last)
    return through, laying_out.tables(definition, filled, known, language_of(request))


def _day(text: str) -> date | None:
    """Return a day of the force's time, around which every period is one; None for other text."""
    day = typed.day_or_none(text)
    return day if day and _EARLIEST <= day.year <= clock.today().year + 1 else None


def _period(kind: PeriodKind, first: date, last: date) -> Period:
    """Return the period of this kind in which a day lies; of any days the two that were asked."""
    if kind is PeriodKind.DAYS:
        return Period(kind=kind, first=min(first, last), last=last)
    try:
        return periods.containing(kind, last)
    except ValueError:  # between the nine months of two years
        return periods.containing(kind, date(last.year, 9, 14))


def _written(cell: Cell, language: Language) -> str:
    if cell.value is None:
        return "–"
    if cell.unit in ("days", "percent"):
        return formats.fixed(cell.value, 1, language)
    return formats.number(cell.value, language)


@get(f"{_ONE}/workbook", include_in_schema=False)
async def try_as_workbook(
    request: AnyRequest, code: FromPath[str], draft_id: FromPath[UUID]
) -> Response[Any]:
    """Send what a draft gives on an old period as XLSX, marked as no report. Raises NotAllowed, NotFound."""
    actor, language = actor_of(request), language_of(request)
    definitions.require(actor)
    async with transaction():
        kept, draft = await _found(code, draft_id)
        units = await _tried_on(actor)
        tried = await _tried(request, draft, None, units, {})
    if tried is None:
        raise NotFound(what="period")
    said = draft.said.definition
    days = (formats.short_date(one, language) for one in (tried.period.first, tried.period.last))
    book = Book(
        title=getattr(said.title, language),
        unit=getattr(tried.unit.name, language),
        lines=[
            say(language, "repdef.tried_mark"),
            say(language, "repdef.tried_period", first=next(days), last=next(days)),
            say(language, "repdef.tried_through", through=formats.number(tried.through, language)),
        ],
        tables=[one for one, _, _ in tried.tables],
        texts=[
            (getattr(one.title, language), "") for one in said.parts if isinstance(one, ReportText)
        ],
    )
    name = f"{kept.code}-{tried.period.last.isoformat()}.xlsx"
    return Response(
        await workbook.written(book, language),
        media_type=workbook.MEDIA_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@post(f"{_ONE}/{{answer:str}}", opt=ONCE, include_in_schema=False)
async def answer_draft(
    request: AnyRequest, code: FromPath[str], draft_id: FromPath[UUID], answer: FromPath[str]
) -> Response[Any]:
    """Publish another's draft, or decline it with the reason. Raises NotAllowed, NotFound, ConfirmationNeeded.

    A published version is what the whole force reports by, so a second factor is asked as for a signature.
    """
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    definitions.require(actor)
    if answer not in ("publish", "decline"):
        raise NotFound(what="answer")
    if answer == "publish":
        confirming.require(request)
    errors = {}
    reason = typed.reason(form.text("reason"))
    if answer == "publish" and not form.ticked("looked"):
        errors["looked"] = say(language, "repdef.looked_needed")
    if answer == "decline" and reason is None:
        errors["reason"] = say(language, "repdef.reason_needed")
    if errors:
        typed_reason = form.text("reason")
        return await _show(
            request, code, draft_id, errors=errors, typed_reason=typed_reason, status=422
        )
    async with transaction():
        if answer == "publish":
            outcome = await definitions.publish(code, draft_id, actor)
        else:
            outcome = await definitions.decline(code, draft_id, reason or "", actor)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _show(request, code, draft_id, wrong=wrong, status=409)
    done = "published" if answer == "publish" else "declined"
    return Redirect(f"/desk/report-definitions/{code}?done={done}", status_code=303)


HANDLERS = [show_draft, try_as_workbook, answer_draft]
