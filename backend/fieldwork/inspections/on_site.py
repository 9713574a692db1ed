"""Single papers made on site: for the paper's own page, its PDF, and the case that adopts it."""

from uuid import UUID

import msgspec

from backend.core import access_log
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.inspections import clocks, document_views
from backend.fieldwork.queries import documents as document_queries
from schemas.fieldwork.paper_views import FieldDocumentView


class OnSite(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with its inspection and unit."""

    inspection_id: UUID
    unit_id: UUID
    unit_name: str
    superior_name: str | None
    paper: FieldDocumentView
    clock: clocks.OfPaper | None
    """The clock of the phone that wrote the version in force; None if written at the desk."""


async def find(document_id: UUID, actor: Actor) -> OnSite:
    """Return a paper made on site. Raises NotFound if it does not exist or is out of scope."""
    row = await document_queries.find(actor, document_id)
    if row is None:
        raise NotFound(what="document")
    papers = await document_views.of_inspection(row.inspection_id)
    paper = next(paper for paper in papers if paper.id == document_id)
    return OnSite(
        inspection_id=row.inspection_id,
        unit_id=row.unit_id,
        unit_name=row.unit_name,
        superior_name=row.superior_name,
        paper=paper,
        clock=await clocks.of_act(paper.written),
    )


async def numbers(inspection_id: UUID, form: str) -> dict[UUID, str]:
    """Return the numbers of the inspection's closed papers on this form, by the paper's id.

    A paper is closed once it has a number. For guards of a case that already belongs to the
    inspection, without a scope check: they show no more than a number.
    """
    return {one.id: one.number or "" for one in await closed(inspection_id, form)}


async def closed(inspection_id: UUID, form: str) -> list[FieldDocumentView]:
    """Return the same papers whole. Guards compare whom they name, but show only a number."""
    papers = await document_views.of_inspection(inspection_id)
    return [one for one in papers if one.form == form and one.number is not None]


async def read(document_id: UUID, actor: Actor, how: str, address: str | None) -> OnSite:
    """Return a paper to a person, and record in the access log that they read it.

    `how` says in which form they read it. Raises NotFound like find().
    """
    found = await find(document_id, actor)
    await access_log.record(actor, f"document.{how}", found.inspection_id, address=address)
    return found
