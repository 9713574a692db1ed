"""Queries of uploaded workbooks. Only the officer who uploaded one sees it."""

from datetime import datetime
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw

from backend.core import compiled
from backend.core.compiled import Query
from backend.planning.tables.imports import PlanImport


class StoredImport(msgspec.Struct, frozen=True, kw_only=True):
    """An uploaded workbook; `sheet` is JSON text, None once it was confirmed."""

    id: UUID
    plan_id: UUID
    file_name: str
    sha256: str
    sheet: str | None
    uploaded_at: datetime
    confirmed_at: datetime | None
    items: int | None


async def insert(
    import_id: UUID,
    plan_id: UUID,
    officer_id: UUID,
    file_name: str,
    sha256: str,
    sheet: str,
    uploaded_at: datetime,
) -> None:
    """Insert a workbook whose rows wait."""
    await PlanImport.insert(
        PlanImport(
            id=import_id,
            plan_id=plan_id,
            officer_id=officer_id,
            file_name=file_name,
            sha256=sha256,
            sheet=sheet,
            uploaded_at=uploaded_at,
        )
    )


@compiled.one(StoredImport)
def find(import_id: UUID, officer_id: UUID) -> Query:
    """Return a workbook that this officer uploaded, or None."""
    query = PlanImport.select(
        *(PlanImport.id, PlanImport.plan_id, PlanImport.file_name, PlanImport.sha256),
        *(PlanImport.sheet, PlanImport.uploaded_at, PlanImport.confirmed_at, PlanImport.items),
    )
    return query.where(PlanImport.id == import_id).where(PlanImport.officer_id == officer_id)


@compiled.values(UUID)
def confirm(import_id: UUID, sha256: str, at: datetime, items: int) -> Query:
    """Mark a waiting workbook as confirmed, and let its rows go; returns its id, nothing if none waits."""
    done = PlanImport.update(
        {PlanImport.sheet: None, PlanImport.confirmed_at: at, PlanImport.items: items}
    )
    these = done.where(PlanImport.id == import_id).where(PlanImport.sha256 == sha256)
    return these.where(WhereRaw("confirmed_at IS NULL")).returning(PlanImport.id)


@compiled.write
def forget(plan_id: UUID, officer_id: UUID) -> Query:
    """Delete what this officer uploaded for this plan and did not confirm."""
    gone = PlanImport.delete().where(PlanImport.plan_id == plan_id)
    return gone.where(PlanImport.officer_id == officer_id).where(WhereRaw("confirmed_at IS NULL"))


@compiled.write
def forget_old(before: datetime) -> Query:
    """Delete what nobody confirmed before this moment."""
    gone = PlanImport.delete().where(PlanImport.uploaded_at < before)
    return gone.where(WhereRaw("confirmed_at IS NULL"))
