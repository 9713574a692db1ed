"""The plan before an ad-hoc decision: its form, saved as a paper to be signed before the decision."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.adhoc_plans import plan_form
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Refused
from schemas.fieldwork.decision_papers import DecisionPaperView
from schemas.fieldwork.words import PaperState

LIST = "/desk/decisions"
_PLAN = f"{LIST}/{{document_id:uuid}}/plan"


async def _decision(request: AnyRequest, document_id: UUID) -> DecisionPaperView:
    async with transaction():
        return await papers.read(document_id, actor_of(request), address_of(request))


def _waits(view: DecisionPaperView, request: AnyRequest) -> bool:
    """Tell whether the decision is an ad-hoc draft whose plan may still be written, also by the reader."""
    if view.row.state is not PaperState.DRAFT or view.order is None:
        return False
    signed = any(one.in_force for one in view.plans)
    return view.order.ground == "ad_hoc" and not signed and papers.may_draft(actor_of(request))


@get(_PLAN, include_in_schema=False)
async def ask_plan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Show the form, filled from the plan's draft or from the proposal. Raises NotFound."""
    view = await _decision(request, document_id)
    if not _waits(view, request):
        return Redirect(f"{LIST}/{document_id}", status_code=303)
    if view.plans:
        plan = (await _decision(request, view.plans[0].id)).plan
        form = plan_form.of_plan(plan) if plan else plan_form.empty(None)
    else:
        proposal = await papers.plans.proposal_of(document_id)
        form = plan_form.empty(proposal.proposed if proposal else None)
    return _form_page(request, view, form, {})


@post(_PLAN, opt=ONCE, include_in_schema=False)
async def save_plan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Save the draft of the plan, or rewrite it. Raises NotFound, NotAllowed."""
    view = await _decision(request, document_id)
    if not _waits(view, request):
        return Redirect(f"{LIST}/{document_id}", status_code=303)
    form, language = await read_form(request), language_of(request)
    plan, errors = plan_form.read(form, language)
    if plan is None:
        return _form_page(request, view, form, errors)
    before = view.plans[0].id if view.plans else None
    async with transaction():
        saved, outcome = await papers.plans.draft_plan(document_id, plan, actor_of(request), before)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return _form_page(request, view, form, {}, status=409, wrong=wrong)
    return Redirect(f"{LIST}/{saved}?done=saved", status_code=303)


def _form_page(
    request: AnyRequest,
    view: DecisionPaperView,
    form: Form,
    errors: dict[str, str],
    *,
    status: int | None = None,
    wrong: str = "",
) -> Response[str]:
    return page(
        request,
        "fieldwork/adhoc_plans/plan.html",
        status=status or (422 if errors else 200),
        view=view,
        form=form,
        errors=errors,
        wrong=wrong,
        rows=range(1, plan_form.ROWS + 1),
    )


HANDLERS = [ask_plan, save_plan]
