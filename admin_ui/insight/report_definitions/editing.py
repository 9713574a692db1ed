"""The editor of a definition's next version: its rows, columns, figures, filters, texts, recipients and levels."""

from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.insight.report_definitions import naming, outline, sheets
from admin_ui.insight.report_definitions.sheets import Sheet
from admin_ui.shell import typed
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.insight.figures import definitions as figures
from backend.insight.report_definitions import service as definitions
from backend.law.report_limits import service as limits
from backend.ledger.service import Refused
from schemas.insight.report_definitions import ReportDefinition
from schemas.insight.words import ColumnKind, RowsBy
from schemas.law.periods import PeriodKind

_PLACE = "/desk/report-definitions"
_RESERVED = frozenset({"new"})
"""The address of the form for a new one."""


@get(f"{_PLACE}/new", include_in_schema=False)
async def show_new(request: AnyRequest) -> Response[str]:
    """Show the form of a new definition, empty or filled from another (`like`). Raises NotAllowed, NotFound."""
    definitions.require(actor_of(request))
    sheet = sheets.empty(clock.today().isoformat())
    if like := request.query_params.get("like"):
        async with transaction():
            sheet = sheets.of((await definitions.kept(like)).newest)
        new = {"code": "", "title_vi": "", "title_en": "", "valid_from": clock.today().isoformat()}
        sheet.head |= new
    return await _form(request, None, sheet)


@get(f"{_PLACE}/{{code:str}}/edit", include_in_schema=False)
async def show_edit(request: AnyRequest, code: FromPath[str]) -> Response[str]:
    """Show the form of the next version, filled from the newest one. Raises NotAllowed, NotFound."""
    definitions.require(actor_of(request))
    async with transaction():
        newest = (await definitions.kept(code)).newest
    sheet = sheets.of(newest)
    sheet.head["valid_from"] = max(newest.valid_from, clock.today()).isoformat()
    return await _form(request, code, sheet)


@post(f"{_PLACE}/new", opt=ONCE, include_in_schema=False)
async def draft_new(request: AnyRequest) -> Response[Any]:
    """Draft a new definition, or do what a button of its form asks. Raises NotAllowed."""
    return await _draft(request, None)


@post(f"{_PLACE}/{{code:str}}/edit", opt=ONCE, include_in_schema=False)
async def draft_version(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Draft the next version, or do what a button of its form asks. Raises NotAllowed, NotFound."""
    return await _draft(request, code)


async def _draft(request: AnyRequest, code: str | None) -> Response[Any]:
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    definitions.require(actor)
    async with transaction():
        known = {one.code for one in await definitions.everything()}
    if code is not None and code not in known:
        raise NotFound(what="report definition")
    sheet = sheets.read(form)
    unknown = naming.coded(sheet, _figures(sheet), language)
    if asked := form.text("do"):
        onward = sheets.changed(sheet, asked)
        return await _form(request, code, sheet, onward=onward, opened=_opened(onward, asked))
    sheet.head["code"] = code or naming.code_of(sheet.head["title_vi"], known | _RESERVED)
    naming.name_parts(sheet)
    errors = unknown | _errors(sheet, language)
    said = None if errors else _read(sheet, language, errors)
    if said is None:
        return await _form(request, code, sheet, errors=errors, status=422)
    async with transaction():
        wrong = await definitions.wrong(said)
        if wrong is None:
            draft_id, outcome = await definitions.draft(said, sheet.head["note"], actor)
    if wrong is not None:
        return await _form(request, code, sheet, wrong=getattr(wrong, language), status=422)
    if isinstance(outcome, Refused):
        told = getattr(outcome.text, language)
        return await _form(request, code, sheet, wrong=told, status=409)
    return Redirect(f"{_PLACE}/{said.code}/drafts/{draft_id}?done=drafted", status_code=303)


def _figures(sheet: Sheet) -> naming.Figures:
    """Return the figures of its first day, by which they are judged."""
    day = typed.day_or_none(sheet.head["valid_from"])
    return figures.in_force(max(day or clock.today(), clock.today()))


def _opened(onward: str, asked: str) -> str:
    """Return the number of the part that a button changed or asked to see."""
    place = onward.split("_")[1:2] or asked.split(":")[1:2]
    return place[0] if place and place[0].isdigit() else ""


def _errors(sheet: Sheet, language: Language) -> dict[str, str]:
    errors = {}
    if not 3 <= len(sheet.head["note"]) <= 2000:
        errors["note"] = say(language, "repdef.note_needed")
    if sheet.head["period"] not in set(PeriodKind):
        errors["period"] = say(language, "repdef.period_needed")
    if typed.day_or_none(sheet.head["valid_from"]) is None:
        errors["valid_from"] = say(language, "repdef.day_needed")
    if not sheet.levels:
        errors["levels"] = say(language, "repdef.levels_needed")
    if not sheet.parts:
        errors["parts"] = say(language, "repdef.parts_needed")
    return errors


def _read(sheet: Sheet, language: Language, errors: dict[str, str]) -> ReportDefinition | None:
    """Return what the sheet says; None with the field that no definition can hold."""
    try:
        return msgspec.convert(sheets.raw(sheet), ReportDefinition, strict=False)
    except msgspec.ValidationError as error:
        _, _, at = str(error).partition("`$.")
        part = at.partition("parts[")[2].partition("]")[0]
        if part.isdigit():
            key = f"part_{int(part) + 1}_title_vi"
            name = sheet.parts[int(part)].said["title_vi"]
            errors[key] = say(language, "repdef.part_wrong", part=name or str(int(part) + 1))
        else:
            errors["title_vi"] = say(language, "repdef.head_wrong")
        return None


async def _form(
    request: AnyRequest,
    code: str | None,
    sheet: Sheet,
    *,
    errors: dict[str, str] | None = None,
    wrong: str = "",
    onward: str = "",
    opened: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)

    def said(prefix: str, values: Any) -> list[tuple[str, str]]:
        return [(str(one), say(language, f"{prefix}{one}")) for one in values]

    known = _figures(sheet)
    others = []
    if code is None:
        async with transaction():
            others = await definitions.everything()
    behaviours = [naming.behaviours(part) for part in sheet.parts]
    async with transaction():
        named = await outline.named_behaviours({code for one in behaviours for code in one})
    wrong_parts = {one.split("_")[1] for one in errors or {} if one.startswith("part_")}
    return page(
        request,
        "insight/report_definitions/edit.html",
        status=status,
        code=code,
        likes=[(one.code, getattr(one.newest.title, language)) for one in others],
        sheet=sheets.padded(naming.shown(sheet, known, language)),
        figures=[getattr(one.name, language) for one in known.values()],
        filters=list(naming.filter_words(language).values()),
        periods=said("statistics.period_", PeriodKind),
        limits=[(one.id, getattr(one.label, language)) for one in limits.limits()],
        levels=said("routes.level_", (1, 2, 3)),
        by=said("statistics.rows_", RowsBy),
        kinds=said("repdef.column_", ColumnKind),
        indents=said("repdef.indent_", range(4)),
        errors=errors or {},
        wrong=wrong,
        onward=onward,
        named=[[(code, named[code]) for code in one if code in named] for one in behaviours],
        opened=wrong_parts or {opened or "1"},
    )


HANDLERS = [show_new, show_edit, draft_new, draft_version]
