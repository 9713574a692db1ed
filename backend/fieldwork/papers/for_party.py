"""Papers that a phone numbered, for the party that holds a copy: found by the public code alone.

Nothing here asks who reads. The callers do: the desk by the reader's scope, the public page by the
second code (backend/casework/party_copies).
"""

from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.fieldwork.inspections import clocks, document_views, on_site
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import of_inspections, stored_files
from backend.fieldwork.papers import on_site as papers_on_site
from backend.fieldwork.papers.stored_files import SitePaper
from backend.fieldwork.queries import site_paper_codes as queries
from backend.force.units import service as units
from schemas.core.vocabulary import Role

_NOBODY = UUID(int=0)


class ForParty(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with its one file."""

    document_id: UUID
    """The paper's id; of minutes, the act that wrote them."""
    paper: SitePaper


async def find(code: str) -> ForParty | None:
    """Return the paper with this code; None if there is none, or if other minutes took its place."""
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
            return ForParty(document_id=one.id, paper=papers_on_site.site_paper(laid_out))
    view = await inspections.inspection_view(inspection_id, await _of_its_unit(inspection_id))
    if view.minutes is None or view.minutes.code != code:
        return None
    return ForParty(document_id=view.minutes.id, paper=of_inspections.site_paper(view))


async def pdf(found: ForParty) -> bytes:
    """Return the paper's file. Not inside a transaction. Raises PaperTooLong, Unavailable."""
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
