"""Issuing an inspection decision (QĐ-KT).

The form, the look at the whole before it stands, the act.
"""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui import confirming, decision_form
from admin_ui.formats import HOUR_ZONE
from admin_ui.forms import Form, read_form
from admin_ui.render import AnyRequest, actor_of, language_of, page
from admin_ui.submissions import ONCE
from admin_ui.words import say
from backend import clock
from backend.actors import Actor
from backend.database import transaction
from backend.directory import service as directory
from backend.errors import NotFound
from backend.inspections import issue as decisions
from schemas.decisions import DecisionFault, IssueDecision, SubjectRow, TeamCandidate
from schemas.vocabulary import SubjectKind

_ADDRESS = "/desk/inspections/new"


@get(_ADDRESS, include_in_schema=False)
async def new_decision(request: AnyRequest) -> Response[str]:
    """Show the form as it opens."""
    confirming.require(request)
    today = clock.now().astimezone(HOUR_ZONE).date()
    return await _form_page(request, decision_form.empty(today), {})


@post(_ADDRESS, opt=ONCE, include_in_schema=False)
async def issue_decision(request: AnyRequest) -> Response[Any]:
    """Search the register, look at the whole, or issue: as the pressed button says."""
    form, actor = await read_form(request), actor_of(request)
    step = form.text("step")
    if step in {"find", "change"}:
        return await _form_page(request, form, {})
    language = language_of(request)
    async with transaction():
        team = await decisions.team_candidates(actor)
        chosen = await _chosen(form, actor)
        order, errors = decision_form.read(form, chosen, language)
        faults = await decisions.check_decision(order, actor) if order else []
    errors |= _by_field(faults, language)
    if order is None or errors:
        return await _form_page(request, form, errors)
    if step != "confirm":
        return page(
            request,
            "decisions/confirm.html",
            order=order,
            team=_named(order, team),
            pairs=[pair for pair in form.pairs() if pair[0] != "step"],
        )
    confirming.require(request)
    async with transaction():
        if order.subject.subject_id is None:
            added = await directory.add(actor, order.subject)
            named = msgspec.structs.replace(order.subject, subject_id=added.id)
            order = msgspec.structs.replace(order, subject=named)
        issued = await decisions.issue_decision(order, actor)
    return Redirect(f"/desk/inspections/{issued.inspection_id}?done=issued", status_code=303)


async def _form_page(request: AnyRequest, form: Form, errors: dict[str, str]) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        team = await decisions.team_candidates(actor)
        subjects = await directory.search(actor, form.text("find")[:200])
        chosen = await _chosen(form, actor)
    if chosen and chosen.id not in {row.id for row in subjects}:
        subjects = [chosen, *subjects]
    return page(
        request,
        "decisions/new.html",
        status=422 if errors else 200,
        form=form,
        errors=errors,
        subjects=[(str(row.id), _subject_said(row)) for row in subjects],
        kinds=[(kind.value, say(language, f"domain.subject_{kind}")) for kind in SubjectKind],
        team=team,
    )


async def _chosen(form: Form, actor: Actor) -> SubjectRow | None:
    """The party chosen from the register.

    None where a new one is typed, or the choice is out of scope.
    """
    try:
        return await directory.get(actor, UUID(form.text("subject")))
    except (ValueError, NotFound):
        return None


def _subject_said(row: SubjectRow) -> str:
    code = f" · {row.tax_code}" if row.tax_code else ""
    return f"{row.name}{code} · {row.address}"


def _named(order: IssueDecision, team: list[TeamCandidate]) -> list[TeamCandidate]:
    by_id = {candidate.officer_id: candidate for candidate in team}
    return [by_id[officer] for officer in (order.leader_id, *order.member_ids)]


def _by_field(faults: list[DecisionFault], language: str) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.field, []).append(getattr(fault.text, language))
    return {field: " ".join(sentences) for field, sentences in said.items()}


HANDLERS = [new_decision, issue_decision]
