"""Papers made on a phone during the inspection, adopted into the case by one act each.

Each takes effect in the case with it: violations by MBB01, exhibits by MBB15, seals by MBB26. What the
paper does not say is asked here. If the case cannot take the effect, the form of that act opens, which
says why.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.cases.page import inspection_of
from admin_ui.casework.issued_documents.effect_form import EffectForm, effect_form
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.documents import service as documents
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
    return await _page(request, view, papers)


async def _page(
    request: AnyRequest,
    view: CaseView,
    papers: list[FieldDocumentView],
    refused: str = "",
    status: int = 200,
    form: Form | None = None,
    errors: dict[str, str] | None = None,
) -> Response[str]:
    lines = cases.papers_on_site(view, papers)
    ready = [one.paper for one in lines if one.standing == "ready"]
    asked = {one.id: await _asked(request, view, one) for one in ready}
    told_of = sorted(asked.values(), key=lambda one: len(one.choices.lists.get("behaviours", [])))
    return page(
        request,
        "casework/recording/adopt.html",
        status=status,
        view=view,
        lines=lines,
        titles={one.paper.form: documents.title(one.paper.form) for one in lines},
        asked=asked,
        choices=told_of[-1].choices if told_of else None,
        refused=refused,
        form=form or Form({}),
        errors=errors or {},
    )


async def _asked(request: AnyRequest, view: CaseView, paper: FieldDocumentView) -> EffectForm:
    return await effect_form(request, view, paper.form, paper.fields, f"{paper.id}.")


@post("/desk/cases/{case_id:uuid}/adopt", opt=ONCE, include_in_schema=False)
async def adopt(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Adopt one paper with its effect. If the case refuses that, go to the form of the act."""
    view, papers, inspection_id = await _on_site(request, case_id)
    form = await read_form(request)
    chosen = next((one for one in papers if str(one.id) == form.text("paper")), None)
    if chosen is None or inspection_id is None:
        return await _page(request, view, papers, status=422)
    actor, language = actor_of(request), language_of(request)
    answers, errors = (await _asked(request, view, chosen)).read(form, language)
    if errors:
        return await _page(request, view, papers, status=422, form=form, errors=errors)
    sheets = await on_site.sheets_of(chosen.id, actor, address_of(request), inspection_id)
    try:
        async with transaction():
            outcome, following = await drafting.taking_in.take_in(
                view, chosen, inspection_id, sheets, answers, actor
            )
    except (drafting.AnswerNeeded, RefusedAct) as error:
        said = told(request, error)
        return await _page(request, view, papers, refused=said, status=error.status, form=form)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _page(request, view, papers, refused=said, status=409, form=form)
    if following is None:
        return Redirect(f"/desk/cases/{view.id}?done={CaseAct.DOCUMENT_ADOPTED}", status_code=303)
    at = f"/desk/cases/{view.id}/acts/{following}?paper={chosen.id}&adopted=yes"
    return Redirect(at, status_code=303)


HANDLERS = [show_on_site, adopt]
