"""Items of a plan from a workbook: uploaded, previewed, confirmed.

    import_id = await importing.upload(plan_id, "ke-hoach.xlsx", data, actor)
    seen = await importing.preview(import_id, actor)
    count = await importing.confirm(import_id, seen.sha256, actor)

What was read of the file waits in a table, bound to its officer, its plan and its SHA-256, until it is confirmed or a
day has passed. Rows are judged again at each preview and at the confirmation: units and officers may have changed.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.core.sheets.cells import below
from backend.core.sheets.headings import HEADINGS_WITHIN, Headings, folded
from backend.force.units import service as units
from backend.force.units.service import UnitView
from backend.planning.comparing import service as comparing
from backend.planning.importing import reading
from backend.planning.importing.errors import (
    HeadingsMissing,
    ImportChanged,
    ImportHasFaults,
    PlanClosed,
    WorkbookUnreadable,
)
from backend.planning.plans import judging, service
from backend.planning.plans import reading as plans
from backend.planning.queries import imports as queries
from backend.planning.queries import sheets
from backend.planning.queries.imports import StoredImport
from backend.planning.rules import sheet_items
from backend.planning.rules.sheet_columns import COLUMNS as COLUMNS
from backend.planning.rules.sheet_columns import EXAMPLE as EXAMPLE
from backend.planning.rules.sheet_columns import SHEET, Column
from backend.planning.rules.sheet_items import Known, Result
from media.sheets import Sheet, SheetFault
from schemas.core.ids import new_id
from schemas.planning.imports import ImportedRow, ImportPreview
from schemas.planning.views import OverlapRow, PlanView
from schemas.planning.words import PlanKind

MOST_BYTES = reading.MOST_BYTES
KEPT = timedelta(days=1)
"""How long an upload waits for its confirmation."""
_NAME = 200


async def upload(plan_id: UUID, file_name: str, data: bytes, actor: Actor) -> UUID:
    """Read a workbook and keep its rows; nothing is in the plan yet. Not to be called inside transaction().

    An upload for the same plan that the officer did not confirm is replaced. Raises NotFound, NotAllowed,
    WorkbookUnreadable, HeadingsMissing.
    """
    async with transaction():
        await _plan(plan_id, actor)
    sheet = await reading.read(data)
    headings = SHEET.find(_texts(sheet))
    if headings is None:
        raise HeadingsMissing
    if len(below(SHEET, reading.cells(sheet), headings)) > judging.MOST:
        raise WorkbookUnreadable(SheetFault("too_many_rows"))
    import_id, now = new_id(), clock.now()
    async with transaction():
        await queries.forget_old(now - KEPT)
        await queries.forget(plan_id, actor.officer_id)
        await queries.insert(
            import_id,
            plan_id,
            actor.officer_id,
            _plain(file_name),
            hashlib.sha256(data).hexdigest(),
            msgspec.json.encode(sheet).decode(),
            now,
        )
    return import_id


async def preview(import_id: UUID, actor: Actor) -> ImportPreview:
    """Return what an upload would bring. Raises NotFound: also for another officer's, and after a day."""
    stored, plan = await _stored(import_id, actor)
    if stored.sheet is None:
        return _shown(stored, plan, None, Result([], [], stored.items or 0), (), [])
    sheet, headings = _read(stored)
    found = await _judged(stored, sheet, headings, plan, actor)
    items = [item for _, item in found.items]
    overlaps = await comparing.overlaps_of(plan, items, actor)
    return _shown(stored, plan, sheet, found, headings.unknown, overlaps)


async def confirm(import_id: UUID, sha256: str, actor: Actor) -> int:
    """Bring all rows into the plan, in the caller's transaction; returns how many.

    Raises NotFound, PlanClosed, ImportChanged if it is not what was previewed or was confirmed before, ImportHasFaults,
    RefusedAct.
    """
    stored, plan = await _stored(import_id, actor)
    if not plan.may.edit:
        raise PlanClosed
    if stored.sheet is None or stored.sha256 != sha256:
        raise ImportChanged
    sheet, headings = _read(stored)
    found = await _judged(stored, sheet, headings, plan, actor)
    if found.faults or not found.items:
        raise ImportHasFaults
    items = [item for _, item in found.items]
    if not await queries.confirm(import_id, sha256, clock.now(), len(items)):
        raise ImportChanged
    await service.set_items(plan.row.id, items, actor, source=stored.file_name)
    return len(items)


async def _plan(plan_id: UUID, actor: Actor) -> PlanView:
    plan = await plans.view(plan_id, actor)
    if not plan.may.edit:
        raise NotAllowed
    return plan


async def _stored(import_id: UUID, actor: Actor) -> tuple[StoredImport, PlanView]:
    stored = await queries.find(import_id, actor.officer_id)
    old = stored is not None and stored.sheet and stored.uploaded_at < clock.now() - KEPT
    if stored is None or old:
        raise NotFound(what="import")
    return stored, await plans.view(stored.plan_id, actor)


def _read(stored: StoredImport) -> tuple[Sheet, Headings[Column]]:
    sheet = msgspec.json.decode(stored.sheet or "", type=Sheet)
    headings = SHEET.find(_texts(sheet))
    if headings is None:
        raise HeadingsMissing
    return sheet, headings


def _texts(sheet: Sheet) -> list[tuple[int, list[str]]]:
    return [
        (number, [one if isinstance(one, str) else "" for one in row])
        for number, row in reading.cells(sheet, HEADINGS_WITHIN)
    ]


async def _judged(
    stored: StoredImport, sheet: Sheet, headings: Headings[Column], plan: PlanView, actor: Actor
) -> Result:
    def identify(row: int) -> UUID:
        return _derived(stored.id, row)

    rows = reading.cells(sheet)
    place = headings.places.get(Column.TAX_CODE)
    codes = {
        str(cells[place]).replace(" ", "")
        for _, cells in rows
        if place is not None and place < len(cells) and cells[place]
    }
    known = await _known(plan, sorted(codes), actor)
    return sheet_items.items_of(rows, headings, known, identify, reading.spoilt(sheet))


async def _known(plan: PlanView, codes: Sequence[str], actor: Actor) -> Known:
    inside = await _units_below(plan.row.unit_id)
    by_name: dict[str, set[UUID]] = {}
    for one in inside:
        for name in (one.code, one.name.vi, one.name.en):
            by_name.setdefault(folded(name), set()).add(one.id)
    people: dict[str, set[UUID]] = {}
    for officer in await sheets.officers_of([one.id for one in inside]):
        for called in (officer.officer_number, officer.username, officer.full_name):
            if called:
                people.setdefault(folded(called), set()).add(officer.id)
    return Known(
        first_day=plan.row.first_day,
        last_day=plan.row.last_day,
        own_unit=plan.row.unit_id,
        units=_several(by_name),
        officers=_several(people),
        subjects=await sheets.registered(codes, actor),
        there=frozenset([sheet_items.twin_of(*one) for one in await sheets.there(plan.row.id)]),
        foreign=plan.row.kind is PlanKind.FOREIGN,
    )


async def _units_below(unit_id: UUID) -> list[UnitView]:
    """Return a unit and those below it, in force; a tree lists parents before children."""
    found: dict[UUID, UnitView] = {}
    for one in await units.list_tree():
        if one.valid_to is None and (one.id == unit_id or one.parent_id in found):
            found[one.id] = one
    return list(found.values())


def _several(found: Mapping[str, set[UUID]]) -> dict[str, tuple[UUID, ...]]:
    return {name: tuple(sorted(ids)) for name, ids in found.items()}


def _derived(import_id: UUID, row: int) -> UUID:
    """Return the id of a row's item: the same whenever it is judged; a UUIDv7 of the upload's time."""
    seed = hashlib.sha256(import_id.bytes + row.to_bytes(4)).digest()
    value = import_id.int >> 80 << 80 | int.from_bytes(seed[:10])
    value = value & ~(0xF << 76) | 0x7 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def _most(plan: PlanView) -> int:
    foreign = plan.row.kind is PlanKind.FOREIGN
    return judging.MOST_FOREIGN if foreign else judging.MOST


def _plain(file_name: str) -> str:
    name = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(one for one in name if one.isprintable())[:_NAME] or "xlsx"


def _shown(
    stored: StoredImport,
    plan: PlanView,
    sheet: Sheet | None,
    found: Result,
    unknown: tuple[str, ...],
    overlaps: list[OverlapRow],
) -> ImportPreview:
    return ImportPreview(
        id=stored.id,
        plan_id=plan.row.id,
        plan_title=plan.row.title,
        file_name=stored.file_name,
        sha256=stored.sha256,
        sheet=sheet.sheet if sheet else "",
        hidden=sheet.hidden if sheet else [],
        others=sheet.others if sheet else [],
        uploaded_at=stored.uploaded_at,
        rows=found.rows,
        good=[ImportedRow(row=row, item=item) for row, item in found.items],
        faults=found.faults,
        unknown=list(unknown),
        counting=found.counting,
        overlaps=overlaps,
        room=_most(plan) - plan.row.items,
        confirmed_at=stored.confirmed_at,
        may_confirm=plan.may.edit,
    )
