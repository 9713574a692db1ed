"""Papers made on site, for who asks for one of them: its own page, the case that adopts it, its PDF."""

from uuid import UUID

import msgspec

from backend.core import access_log
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.inspections import clocks, document_views
from backend.fieldwork.queries import documents as document_queries
from schemas.fieldwork.inspections import FieldDocumentView


class OnSite(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with the inspection and the unit that it is of."""

    inspection_id: UUID
    unit_name: str
    superior_name: str | None
    paper: FieldDocumentView
    clock: clocks.OfPaper | None
    """Which clock the writing in force was made by; None where it was entered at a desk."""


async def find(document_id: UUID, actor: Actor) -> OnSite:
    """A paper made on site. Raises NotFound where there is none, or its inspection is out of scope."""
    row = await document_queries.find(actor, document_id)
    if row is None:
        raise NotFound(what="document")
    papers = await document_views.of_inspection(row["inspection_id"])
    paper = next(paper for paper in papers if paper.id == document_id)
    return OnSite(
        inspection_id=row["inspection_id"],
        unit_name=row["unit_name"],
        superior_name=row["superior_name"],
        paper=paper,
        clock=await clocks.of_act(paper.written),
    )


async def numbers(inspection_id: UUID, form: str) -> dict[UUID, str]:
    """Papers of this form that were made on site and have their number: they are closed, and count. By id.

    For guards of a case that already belongs to the inspection: nobody sees more than a number.
    """
    return {one.id: one.number or "" for one in await closed(inspection_id, form)}


async def closed(inspection_id: UUID, form: str) -> list[FieldDocumentView]:
    """The same papers whole: guards compare whom they name, and show a number."""
    papers = await document_views.of_inspection(inspection_id)
    return [one for one in papers if one.form == form and one.number is not None]


async def read(document_id: UUID, actor: Actor, how: str, address: str | None) -> OnSite:
    """The same, taken by a person: that he read it is recorded. `how` says as what. Raises NotFound."""
    found = await find(document_id, actor)
    await access_log.record(actor, f"document.{how}", found.inspection_id, address=address)
    return found
