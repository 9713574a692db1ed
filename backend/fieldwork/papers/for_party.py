"""Papers that a phone numbered, for the party that holds a copy: found by the public code alone.

Nothing here asks who reads. The callers do: the desk by the reader's scope, the public page by the
second code (backend/casework/party_copies).
"""

from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.inspections import clocks, document_views, on_site
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import of_inspections, stored_files
from backend.fieldwork.papers import on_site as papers_on_site
from backend.fieldwork.papers.stored_files import SitePaper, StoredFile
from backend.fieldwork.queries import site_paper_codes as queries
from backend.fieldwork.queries import site_paper_files as file_queries
from backend.force.units import service as units
from schemas.core.vocabulary import Role

_NOBODY = UUID(int=0)


class ForParty(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with its one file."""

    document_id: UUID
    """The paper's id; of minutes, the act that wrote them."""
    inspection_id: UUID
    form: str
    version: int
    number: str | None
    content_sha256: str
    paper: SitePaper | None
    """None for minutes that others replaced: they have the file that was handed out, and get no other."""
    stored: StoredFile | None = None


def _of(document_id: UUID, paper: SitePaper) -> ForParty:
    return ForParty(
        document_id=document_id,
        inspection_id=paper.inspection_id,
        form=paper.content.form,
        version=paper.content.version,
        number=paper.content.number,
        content_sha256=paper.content_sha256,
        paper=paper,
    )


async def find(code: str) -> ForParty | None:
    """Return the paper with this code, also minutes that others replaced; None if there is no file of it."""
    found = await queries.find(code)
    if found is None:
        return None
    inspection_id = found.inspection_id
    for one in await document_views.of_inspection(inspection_id):
        if one.code == code:
            unit, unit_id = (
                await queries.letterhead(inspection_id),
                await queries.unit_of(inspection_id),
            )
            laid_out = on_site.OnSite(
                inspection_id=inspection_id,
                unit_id=unit_id,
                unit_name=unit.vi,
                superior_name=unit.superior,
                paper=one,
                clock=await clocks.of_act(one.written),
            )
            return _of(one.id, papers_on_site.site_paper(laid_out))
    view = await inspections.inspection_view(inspection_id, await _of_its_unit(inspection_id))
    if view.minutes is not None and view.minutes.code == code:
        return _of(view.minutes.id, of_inspections.site_paper(view))
    old = await file_queries.of_replaced(inspection_id, found.act_id)
    if old is None:
        return None
    return ForParty(
        document_id=old.written_id,
        inspection_id=inspection_id,
        form=old.form,
        version=old.form_version,
        number=old.number_text,
        content_sha256=old.content_sha256,
        paper=None,
        stored=old,
    )


async def pdf(found: ForParty) -> bytes:
    """Return the paper's file. Not inside a transaction.

    Raises NotFound if it has none, PaperTooLong, Unavailable.
    """
    if found.stored is not None:
        return await stored_files.bytes_of(found.stored)
    if found.paper is None:
        raise NotFound(what="file")
    return await stored_files.file_of(found.paper)


async def _of_its_unit(inspection_id: UUID) -> Actor:
    """Return a reader who sees this inspection and can do nothing: nobody's account."""
    return Actor(
        officer_id=_NOBODY,
        username="",
        full_name="",
        roles=frozenset({Role.SUPERVISOR}),
        unit=await units.path_of(await queries.unit_of(inspection_id)),
        session_id=None,
        face="job",
    )
