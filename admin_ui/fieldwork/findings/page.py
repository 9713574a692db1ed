"""Weighing findings: the doubt is justified, needs an answer, or is dismissed with the reason.

The form carries the numbers that the page showed. `ledger.record` (the one door) compares them with
the finding's present numbers and refuses if they differ. A supervisor thus weighs exactly what they
saw.
"""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.fieldwork.rulings.page import REASON_LENGTH, answer, supervisor_only
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.onward import own_path
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.fieldwork.findings.service import needs_reason
from backend.fieldwork.inspections import service as inspections
from backend.ledger import service as ledger
from schemas.fieldwork.findings import FindingView, FindingWeight
from schemas.fieldwork.inspections import InspectionView

_SEVERAL = "/desk/inspections/{inspection_id:uuid}/findings/weigh"
_ADDRESS = "/desk/inspections/{inspection_id:uuid}/findings/{finding_id:uuid}/weigh"


async def _found(
    request: AnyRequest, inspection_id: UUID, finding_id: UUID
) -> tuple[InspectionView, FindingView]:
    """Read the record and the finding. Raises NotFound, NotAllowed."""
    view = await view_for(request, inspection_id, "finding")
    supervisor_only(request)
    found = next((item for item in view.findings if item.id == finding_id), None)
    if found is None:
        raise NotFound(what="finding")
    return view, found


def _form_page(
    request: AnyRequest,
    view: InspectionView,
    item: FindingView,
    *,
    weight: str = "",
    reason: str = "",
    seen: str | None = None,
    errors: dict[str, str] | None = None,
    confirm: bool = False,
) -> Response[str]:
    return page(
        request,
        "fieldwork/findings/weigh.html",
        status=422 if errors else 200,
        view=view,
        item=item,
        photos={photo.photo_id: photo for photo in view.photos},
        weights=list(FindingWeight),
        weight=weight,
        reason=reason,
        seen=msgspec.json.encode(item.numbers).decode() if seen is None else seen,
        errors=errors or {},
        confirm=confirm,
    )


@get(_ADDRESS, include_in_schema=False)
async def ask_weight(
    request: AnyRequest, inspection_id: FromPath[UUID], finding_id: FromPath[UUID]
) -> Response[str]:
    """Show the finding with its numbers, and ask for its weight."""
    view, found = await _found(request, inspection_id, finding_id)
    return _form_page(request, view, found)


@post(_ADDRESS, include_in_schema=False)
async def weigh(
    request: AnyRequest, inspection_id: FromPath[UUID], finding_id: FromPath[UUID]
) -> Response[Any]:
    """Show the confirmation, or record the weight."""
    form = await read_form(request)
    view, found = await _found(request, inspection_id, finding_id)
    weight, reason, seen = _weight(form), form.text("reason"), form.text("seen")
    errors = _errors(weight, reason, language_of(request))
    if errors or weight is None or form.text("step") != "confirm":
        return _form_page(
            request,
            view,
            found,
            weight=weight or "",
            reason=reason,
            seen=seen,
            errors=errors,
            confirm=not errors,
        )
    async with transaction():
        outcome = await inspections.weigh(
            inspection_id, finding_id, weight, reason, actor_of(request), seen=_numbers(seen)
        )
    return await answer(request, inspection_id, outcome, "weighed")


@post(_SEVERAL, include_in_schema=False)
async def weigh_several(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Weigh the ticked findings alike, with one reason: all of them, or none if one is refused. Raises NotFound."""
    form = await read_form(request)
    view = await view_for(request, inspection_id, "finding")
    supervisor_only(request)
    known = {str(one.id): one for one in view.findings}
    chosen = [known[one] for one in dict.fromkeys(form.all("finding")) if one in known]
    weight, reason, language = _weight(form), form.text("reason"), language_of(request)
    errors = {} if chosen else {"finding": say(language, "finding.none_chosen")}
    errors |= _errors(weight, reason, language)
    if errors or weight is None:
        return _several_page(request, view, form, errors)
    try:
        async with transaction():
            for one in chosen:
                seen = _numbers(form.text(f"seen-{one.id}"))
                outcome = await inspections.weigh(
                    inspection_id, one.id, weight, reason, actor_of(request), seen=seen
                )
                ledger.unwrap(outcome)
    except RefusedAct as refused:
        return _several_page(request, view, form, {"finding": told(request, refused)}, 409)
    back = own_path(form.text("back"))
    place = back if form.text("back") else f"/desk/inspections/{inspection_id}?done=weighed"
    return Redirect(f"{place}#findings", status_code=303)


def _several_page(
    request: AnyRequest,
    view: InspectionView,
    form: Form,
    errors: dict[str, str],
    status: int = 422,
) -> Response[str]:
    return page(
        request,
        "fieldwork/findings/several.html",
        status=status,
        view=view,
        weights=list(FindingWeight),
        weigh_form=form,
        weigh_errors=errors,
        weigh_back=own_path(form.text("back")) if form.text("back") else "",
    )


def _weight(form: Form) -> FindingWeight | None:
    chosen = form.text("weight")
    return FindingWeight(chosen) if chosen in set(FindingWeight) else None


def _errors(weight: FindingWeight | None, reason: str, language: Language) -> dict[str, str]:
    """Check the form as the act's content does, and return the errors by field."""
    if weight is None:
        return {"weight": say(language, "finding.choose_needed")}
    if not reason and needs_reason(weight):
        return {"reason": say(language, "finding.reason_needed")}
    if reason and len(reason) not in REASON_LENGTH:
        return {"reason": say(language, "finding.reason_long")}
    return {}


def _numbers(seen: str) -> dict[str, int]:
    """Return the numbers that the page showed.

    If they cannot be parsed, returns none; the one door then finds that the numbers differ.
    """
    try:
        return msgspec.json.decode(seen, type=dict[str, int])
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeEncodeError):
        return {}


HANDLERS = [ask_weight, weigh, weigh_several]
