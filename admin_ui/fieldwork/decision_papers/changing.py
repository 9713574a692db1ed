"""Drafting a decision that changes an inspection's decision, and ending one that lapsed."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.decision_papers.drafting import address
from admin_ui.fieldwork.inspection_decisions.decision_form import leader_of
from admin_ui.fieldwork.inspection_decisions.party_chosen import candidates_of
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Option, Reader, lines
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Refused
from schemas.fieldwork.acts import DecisionIssued
from schemas.fieldwork.decisions import DecisionChange

_CHANGE = "/desk/inspections/{inspection_id:uuid}/change"
_LAPSE = "/desk/inspections/{inspection_id:uuid}/lapse"


@get(_CHANGE, include_in_schema=False)
async def ask_change(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[str]:
    """Show the form, filled from the decision as it is. Raises NotFound."""
    return await _form_page(request, inspection_id, None, {})


@post(_CHANGE, opt=ONCE, include_in_schema=False)
async def change(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Save the draft of the decision that makes the change. Raises NotFound, NotAllowed."""
    form, language = await read_form(request), language_of(request)
    actor = actor_of(request)
    async with transaction():
        view = await inspections.inspection_view(inspection_id, actor)
        candidates = await candidates_of(request)
    wanted, errors = _read(form, view.decision, language, candidates)
    if wanted is None:
        return await _form_page(request, inspection_id, form, errors)
    async with transaction():
        document_id, outcome = await papers.draft_change(inspection_id, wanted, actor)
    if isinstance(outcome, Refused):
        wrong = {"issuer": getattr(outcome.text, language)}
        return await _form_page(request, inspection_id, form, wrong)
    return Redirect(f"{address(document_id)}?done=saved", status_code=303)


@post(_LAPSE, opt=ONCE, include_in_schema=False)
async def lapse(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Record that the decision lapsed. Raises NotFound."""
    form, language = await read_form(request), language_of(request)
    reason = typed.reason(form.text("lapse_reason"))
    if reason is None:
        wrong = {"lapse_reason": say(language, "paper.reason_needed")}
        said = form.text("lapse_reason")
        return await _form_page(request, inspection_id, None, wrong, said)
    confirming.require(request)
    async with transaction():
        outcome = await papers.lapse(inspection_id, reason, actor_of(request))
    if isinstance(outcome, Refused):
        wrong = {"lapse_reason": getattr(outcome.text, language)}
        return await _form_page(request, inspection_id, None, wrong, reason)
    return Redirect(f"/desk/inspections/{inspection_id}", status_code=303)


def _read(
    form: Form, before: DecisionIssued, language: Language, candidates: Sequence[Option]
) -> tuple[DecisionChange | None, dict[str, str]]:
    """Return what the form changes, or None and the errors by field. What is as before is no change."""
    reader = Reader(form, partial(say, language))
    errors = reader.errors
    if form.text("withdraws") == "yes":
        why = typed.reason(form.text("withdraw_reason"))
        if why is None:
            return None, {"withdraw_reason": say(language, "paper.reason_needed")}
        return DecisionChange(reason=why, withdraws=True), {}
    reason, contents = typed.reason(form.text("reason")), lines(form, "contents")
    if reason is None:
        errors["reason"] = say(language, "paper.reason_needed")
    if not contents or not all(3 <= len(line) <= 2000 for line in contents) or len(contents) > 30:
        errors["contents"] = say(language, "decision.lines_wrong")
    days = form.text("duration_days")
    if days not in {"1", "2", "3", "4", "5"}:
        errors["duration_days"] = say(language, "decision.days_wrong")
    place = form.text("place")
    if not 1 <= len(place) <= 500:
        errors["place"] = say(language, "decision.too_long" if place else "qdkt.place_needed")
    leader = leader_of(reader, candidates)
    if errors or reason is None or leader is None:
        return None, errors
    ids = (typed.identifier(value) for value in form.all("member_ids"))
    members = [one for one in ids if one is not None and one != leader]
    team = {one.officer_id for one in before.team}
    led = next(one.officer_id for one in before.team if one.leader)
    other = leader != led or {leader, *members} != team
    return DecisionChange(
        reason=reason,
        contents=contents if contents != before.contents else None,
        place=place if place != before.place else None,
        leader_id=leader if other else None,
        member_ids=members if other else None,
        no_conflict_declared=form.ticked("no_conflict_declared"),
        duration_days=int(days) if int(days) != before.duration_days else None,
    ), {}


def _filled(before: DecisionIssued) -> Form:
    leader = next(str(one.officer_id) for one in before.team if one.leader)
    return Form(
        {
            "place": [before.place],
            "contents": ["\n".join(before.contents)],
            "duration_days": [str(before.duration_days)],
            "leader_id": [leader],
            "member_ids": [str(one.officer_id) for one in before.team if not one.leader],
        }
    )


async def _form_page(
    request: AnyRequest,
    inspection_id: UUID,
    form: Form | None,
    errors: dict[str, str],
    lapse_reason: str = "",
) -> Response[str]:
    actor = actor_of(request)
    async with transaction():
        view = await inspections.read(inspection_id, actor, "change", address_of(request))
        candidates = await candidates_of(request)
    return page(
        request,
        "fieldwork/decision_papers/change.html",
        status=422 if errors else 200,
        view=view,
        form=form or _filled(view.decision),
        candidates=candidates,
        errors=errors,
        lapse_reason=lapse_reason,
    )


HANDLERS = [ask_change, change, lapse]
