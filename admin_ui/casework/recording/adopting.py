"""Papers made on a phone during the inspection, adopted into the case by one act each.

Afterwards the form of the act that rests on the paper opens, filled from it: violations from MBB01,
exhibits from MBB15, seals from MBB26.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.cases.page import inspection_of
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from backend.casework.cases import service as cases
from backend.core.database import transaction
from backend.fieldwork.papers import on_site
from backend.ledger.service import Refused
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.fieldwork.paper_views import FieldDocumentView


async def _on_site(
    request: AnyRequest, case_id: UUID
) -> tuple[CaseView, list[FieldDocumentView], UUID | None]:
    """Return the case, the papers of its inspection in the reader's sight, and the inspection's id.

    Raises NotFound.
    """
    actor = actor_of(request)
    async with transaction():
        view = await cases.read(case_id, actor, "adopt", address_of(request))
        inspection = await inspection_of(view, actor)
    return view, inspection.documents if inspection else [], view.inspection_id


@get("/desk/cases/{case_id:uuid}/adopt", include_in_schema=False)
async def show_on_site(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """List the papers made on site: adopted, ready to be adopted, or unfinished."""
    view, papers, _ = await _on_site(request, case_id)
    return _page(request, view, papers)


def _page(
    request: AnyRequest,
    view: CaseView,
    papers: list[FieldDocumentView],
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    return page(
        request,
        "casework/recording/adopt.html",
        status=status,
        view=view,
        lines=cases.papers_on_site(view, papers),
        refused=refused,
    )


@post("/desk/cases/{case_id:uuid}/adopt", opt=ONCE, include_in_schema=False)
async def adopt(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Adopt one paper, then go to the form of the act that rests on it."""
    view, papers, inspection_id = await _on_site(request, case_id)
    form = await read_form(request)
    chosen = next((one for one in papers if str(one.id) == form.text("paper")), None)
    if chosen is None or inspection_id is None:
        return _page(request, view, papers, status=422)
    actor = actor_of(request)
    sheets = await on_site.sheets_of(chosen.id, actor, address_of(request), inspection_id)
    async with transaction():
        outcome, following = await cases.adopt(view, chosen, inspection_id, sheets, actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return _page(request, view, papers, refused=said, status=409)
    if following is None:
        return Redirect(f"/desk/cases/{view.id}?done={CaseAct.DOCUMENT_ADOPTED}", status_code=303)
    at = f"/desk/cases/{view.id}/acts/{following}?paper={chosen.id}&adopted=yes"
    return Redirect(at, status_code=303)


HANDLERS = [show_on_site, adopt]
