"""Queries of the public codes of papers that phones numbered. Written only by the one door."""

from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.fieldwork.tables.documents import SitePaperCode
from backend.fieldwork.tables.inspections import Inspection


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """The act from which a code follows, and its inspection."""

    inspection_id: UUID
    act_id: UUID


class UnitNames(msgspec.Struct, frozen=True, kw_only=True):
    """The unit that inspects, and the one above it as papers print it."""

    vi: str
    en: str
    superior: str | None


@compiled.one(Coded)
def find(code: str) -> Query:
    """Return where a code comes from, or None."""
    found = SitePaperCode.select(*rows.columns(Coded, SitePaperCode))
    return found.where(SitePaperCode.code == code)


@compiled.one(UnitNames)
def _letterhead(inspection_id: UUID) -> Query:
    unit = Inspection.unit_id._
    return Inspection.select(
        unit.name_vi.as_alias("vi"),
        unit.name_en.as_alias("en"),
        unit.parent_id._.name_vi.as_alias("superior"),
    ).where(Inspection.id == inspection_id)


async def letterhead(inspection_id: UUID) -> UnitNames:
    """Return the names for the head of an inspection's papers. Raises LookupError."""
    found = await _letterhead(inspection_id)
    if found is None:
        raise LookupError("a proven inspection has a row")
    return found


@compiled.value(UUID)
def _unit_of(inspection_id: UUID) -> Query:
    return Inspection.select(Inspection.unit_id).where(Inspection.id == inspection_id)


async def unit_of(inspection_id: UUID) -> UUID:
    """Return the unit of an inspection. Raises LookupError."""
    found = await _unit_of(inspection_id)
    if found is None:
        raise LookupError("a paper with a code has an inspection")
    return found
