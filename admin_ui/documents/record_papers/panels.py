"""The panel of a record's papers, for the pages of plans and of information.

found = await panels.of_record(request, RecordKind.PLAN, plan_id)        # in the page's handler

{% import "documents/record_papers/_panel.html" as record_papers with context %}
{{ record_papers.panel(found) }}                                        # in its template
"""

from uuid import UUID

from admin_ui.shell.render import AnyRequest, actor_of
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents.record_papers import service as papers
from backend.documents.record_papers.service import OfRecord
from schemas.core.vocabulary import RecordKind


async def of_record(request: AnyRequest, kind: RecordKind, record_id: UUID) -> OfRecord | None:
    """Do what shown() does, in a transaction of its own."""
    async with transaction():
        return await shown(request, kind, record_id)


async def shown(request: AnyRequest, kind: RecordKind, record_id: UUID) -> OfRecord | None:
    """Return the papers of a record for its page; None if this reader sees none of them.

    Joins the caller's transaction. A kind of record that nobody registered has no papers.
    """
    try:
        return await papers.of_record(kind, record_id, actor_of(request))
    except (NotFound, LookupError):
        return None
