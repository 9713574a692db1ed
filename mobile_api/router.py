"""Everything under /api/mobile/v1: one guard, one form of problems.

No answer shows what a failover would undo.
"""

from typing import Any

from litestar import Request, Response, Router

from backend.core import durable
from mobile_api.guards import signed_in
from mobile_api.problems import EXCEPTION_HANDLERS
from mobile_api.routes.casework.party_copies import HANDLERS as COPY_HANDLERS
from mobile_api.routes.casework.party_lookup import look_up_party
from mobile_api.routes.exchange.acts import post_acts
from mobile_api.routes.exchange.offline_data import get_reference
from mobile_api.routes.fieldwork.decisions import HANDLERS as DECISION_HANDLERS
from mobile_api.routes.fieldwork.documents import get_document_pdf
from mobile_api.routes.fieldwork.filed import get_filed_receipt
from mobile_api.routes.fieldwork.inspections import (
    get_decision_paper_file,
    get_form,
    get_inspection,
    get_sync,
    list_inspections,
)
from mobile_api.routes.fieldwork.paper_signatures import (
    get_paper_file,
    get_paper_signature,
    post_paper_signature,
)
from mobile_api.routes.fieldwork.photos import ROUTER as PHOTOS
from mobile_api.routes.fieldwork.uploads import ROUTER as UPLOADS
from mobile_api.routes.force.notices import post_notices_read
from mobile_api.routes.force.numbers import post_number_blocks
from mobile_api.routes.force.sessions import HANDLERS as SESSION_HANDLERS
from mobile_api.routes.insight.search import get_search
from mobile_api.routes.intake.informations import HANDLERS as INFORMATION_HANDLERS

PREFIX = "/api/mobile/v1"


async def _begin(_request: Request[Any, Any, Any]) -> None:
    durable.begin()


async def _settle(answer: Response[Any]) -> Response[Any]:
    """Wait until the standbys have what was read.

    Raises StandbyAwaited, which is answered instead.
    """
    await durable.settle()
    return answer


ROUTER = Router(
    path=PREFIX,
    guards=[signed_in],
    before_request=_begin,
    after_request=_settle,
    exception_handlers=EXCEPTION_HANDLERS,
    route_handlers=[
        *SESSION_HANDLERS,
        post_acts,
        get_sync,
        list_inspections,
        get_inspection,
        get_decision_paper_file,
        get_form,
        get_document_pdf,
        get_filed_receipt,
        get_paper_signature,
        post_paper_signature,
        get_paper_file,
        *DECISION_HANDLERS,
        *COPY_HANDLERS,
        *INFORMATION_HANDLERS,
        get_reference,
        get_search,
        look_up_party,
        post_notices_read,
        post_number_blocks,
        UPLOADS,
        PHOTOS,
    ],
)
