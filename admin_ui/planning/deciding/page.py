"""From an item of a plan to the draft of its inspection decision, in one step: the form is filled, a team suggested."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.decision_papers.drafting import address
from admin_ui.fieldwork.inspection_decisions import decision_form
from admin_ui.fieldwork.inspection_decisions.party_chosen import (
    by_field,
    candidates_of,
    chosen,
    form_page,
)
from admin_ui.planning.items.page import ONE, seen
from admin_ui.shell.formats import short_date
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.submissions import ONCE
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Refused
from backend.planning.teams import suggesting as teams
from schemas.planning.views import ItemView, PlanView, TeamSuggestion

_DECISION = f"{ONE}/decision"
_TEAM = 3
"""Members ticked when the form opens, the leader not counted: at least two officers (Ordinance 11/2016 Art 23)."""


@get(_DECISION, include_in_schema=False)
async def new_decision(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[Any]:
    """Show the form of the decision, filled from the item. Raises NotFound."""
    plan, item, suggested = await _item(request, plan_id, item_id)
    if not item.may_decide:
        return Redirect(f"/desk/plans/{plan_id}/items/{item_id}", status_code=303)
    return await _form_page(request, _filled(plan, item, suggested), {}, item, suggested)


@post(_DECISION, opt=ONCE, include_in_schema=False)
async def draft_decision(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[Any]:
    """Search the register, or save the draft of the item's decision, depending on the button. Raises NotFound."""
    form, actor, language = await read_form(request), actor_of(request), language_of(request)
    _, item, suggested = await _item(request, plan_id, item_id)
    if not item.may_decide:
        return Redirect(f"/desk/plans/{plan_id}/items/{item_id}", status_code=303)
    if form.text("step") == "find":
        return await _form_page(request, form, {}, item, suggested)
    async with transaction():
        candidates = await candidates_of(request)
        order, errors = decision_form.read(form, await chosen(form, actor), language, candidates)
    if order is None or errors:
        return await _form_page(request, form, errors, item, suggested)
    order = msgspec.structs.replace(order, plan_item_id=item_id)
    async with transaction():
        document_id, outcome = await papers.draft(order, actor)
    if isinstance(outcome, Refused):
        async with transaction():
            faults = await papers.faults(order, actor)
        wrong = by_field(faults, language) or {"issuer": getattr(outcome.text, language)}
        return await _form_page(request, form, wrong, item, suggested)
    return Redirect(f"{address(document_id)}?done=saved", status_code=303)


async def _item(
    request: AnyRequest, plan_id: UUID, item_id: UUID
) -> tuple[PlanView, ItemView, list[TeamSuggestion]]:
    actor = actor_of(request)
    async with transaction():
        plan, item = await seen(plan_id, item_id, actor)
        suggested = await teams.suggested_team(item_id, actor) if item.may_decide else []
    return plan, item, suggested


def _filled(plan: PlanView, item: ItemView, suggested: list[TeamSuggestion]) -> Form:
    """Return the form as it opens: subject, place and contents of the item, its team or the one suggested first."""
    subject, row = item.item.subject, item.row
    here = [one for one in suggested if not one.away]
    leader = item.item.leader_id or next(
        (one.officer.officer_id for one in here if one.may_lead), None
    )
    others = [one.officer.officer_id for one in here if one.officer.officer_id != leader]
    members = item.item.member_ids or others[:_TEAM]
    today = clock.today()
    base = decision_form.empty(today)
    values: dict[str, list[str]] = {
        "legal_bases": [base.text("legal_bases")],
        "ground": ["planned"],
        "proposal": [_cited(plan)],
        "contents": ["\n".join(item.item.contents)],
        "place": [item.item.address],
        "duration_days": [base.text("duration_days")],
        "start_on": [max(today, row.first_day).isoformat()],
        "leader_id": [str(leader or "")],
        "member_ids": [str(one) for one in members],
    }
    if subject is not None:
        values |= {
            "subject": [str(subject.subject_id or "")],
            "subject_name": [subject.name],
            "subject_kind": [subject.kind.value],
            "subject_address": [item.item.address],
            "tax_code": [subject.tax_code or ""],
            "registration_number": [subject.registration_number or ""],
            "representative": [subject.representative or ""],
            "representative_title": [subject.representative_title or ""],
            "phone": [subject.phone or ""],
        }
    return Form(values)


def _cited(plan: PlanView) -> str:
    """Return how the decision cites the plan on which it rests (Ordinance 11/2016 Art 19.2)."""
    row = plan.row
    day = short_date(row.issued_on, "vi")
    return f"Kế hoạch số {row.number} ngày {day} của {row.unit_name.vi}: {row.title}"[:500]


async def _form_page(
    request: AnyRequest,
    form: Form,
    errors: dict[str, str],
    item: ItemView,
    suggested: list[TeamSuggestion],
) -> Response[str]:
    place = f"/desk/plans/{item.row.plan_id}/items/{item.row.id}"
    return await form_page(
        request,
        form,
        errors,
        template="planning/deciding/decision.html",
        again=False,
        proposing=False,
        back=place,
        lost=[],
        address=f"{place}/decision",
        item=item,
        suggested=suggested,
    )


HANDLERS = [new_decision, draft_decision]
