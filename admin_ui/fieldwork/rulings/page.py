"""A supervisor's rulings on a submitted revision: approve, return with remarks, refuse.

Each has a page of its own. The address and the form carry the revision that the supervisor looked
at. The page refuses any other, and `ledger.record` (the one door) compares again. A ruling thus
applies to exactly what the supervisor saw.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.fieldwork.comments.comments import comment_line
from admin_ui.fieldwork.comments.remarks import Remarks, picks, read_remarks, targets
from admin_ui.fieldwork.inspections import inspection_page
from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Outcome, Refused
from schemas.fieldwork.inspections import InspectionView

REASON_LENGTH = range(3, 2001)


def _address(inspection_id: UUID) -> str:
    return f"/desk/inspections/{inspection_id}"


async def _seen(
    request: AnyRequest, inspection_id: UUID, revision: str
) -> tuple[InspectionView, Response[str] | None]:
    """Read the record.

    The answer is set if the revision that the supervisor looked at is not the one that waits.
    """
    view = await view_for(request, inspection_id, "ruling")
    supervisor_only(request)
    confirming.require(request)
    if view.permitted.rule and view.revision == revision:
        return view, None
    said = "inspection.seen_other_said" if view.permitted.rule else "inspection.nothing_waits"
    return view, conflict(request, view, say(language_of(request), said))


def supervisor_only(request: AnyRequest) -> None:
    """Raise NotAllowed for a reader who may see a record but never rules on any."""
    if not inspections.next_steps.may_rule(actor_of(request)):
        raise NotAllowed


def conflict(request: AnyRequest, view: InspectionView, text: str) -> Response[str]:
    """Show why the ruling was not possible, who ruled what and when, and a link back."""
    context = inspection_page.context(view, language_of(request))
    return page(request, "fieldwork/rulings/conflict.html", status=409, text=text, **context)


async def answer(
    request: AnyRequest, inspection_id: UUID, outcome: Outcome, done: str
) -> Response[Any]:
    """Redirect to the record, or show why `ledger.record` (the one door) refused."""
    if isinstance(outcome, Refused):
        view = await view_for(request, inspection_id, "ruling")
        language = language_of(request)
        said = getattr(outcome.text, language)
        return conflict(request, view, said)
    return Redirect(f"{_address(inspection_id)}?done={done}", status_code=303)


@get("/desk/inspections/{inspection_id:uuid}/approve", include_in_schema=False)
async def ask_approve(
    request: AnyRequest, inspection_id: FromPath[UUID], revision: FromQuery[str] = ""
) -> Response[str]:
    """Ask before approving. The page names the hash of what is approved."""
    view, other = await _seen(request, inspection_id, revision)
    return other or page(request, "fieldwork/rulings/approve.html", view=view)


@post("/desk/inspections/{inspection_id:uuid}/approve", include_in_schema=False)
async def approve(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Approve the revision that the form names."""
    form = await read_form(request)
    if inspections.next_steps.may_rule(
        actor_of(request)
    ):  # for others the one door refuses, with its reason
        confirming.require(request)
    async with transaction():
        outcome = await inspections.approve(inspection_id, _hash_of(form), actor_of(request))
    return await answer(request, inspection_id, outcome, "approved")


@get("/desk/inspections/{inspection_id:uuid}/return", include_in_schema=False)
async def ask_return(
    request: AnyRequest, inspection_id: FromPath[UUID], revision: FromQuery[str] = ""
) -> Response[str]:
    """Show rows for remarks on fields and photographs."""
    view, other = await _seen(request, inspection_id, revision)
    return other or _return_page(request, view, Remarks.empty())


@post("/desk/inspections/{inspection_id:uuid}/return", include_in_schema=False)
async def return_for_correction(
    request: AnyRequest, inspection_id: FromPath[UUID]
) -> Response[Any]:
    """Add rows, show the confirmation, or return the revision, depending on the button."""
    form = await read_form(request)
    revision = _hash_of(form)
    view, other = await _seen(request, inspection_id, revision)
    if other:
        return other
    language = language_of(request)
    remarks = read_remarks(form, view, language)
    if form.text("step") == "more":
        return _return_page(request, view, remarks.with_more_rows())
    if picked := form.text("pick"):
        return _return_page(request, view, remarks.with_pick(picked))
    if remarks.errors:
        return _return_page(request, view, remarks, status=422)
    if form.text("step") != "confirm":
        lines = [comment_line(view, item, language) for item in remarks.comments]
        return page(
            request,
            "fieldwork/rulings/return_confirm.html",
            view=view,
            lines=lines,
            remarks=remarks,
        )
    async with transaction():
        outcome = await inspections.return_for_correction(
            inspection_id, revision, remarks.comments, actor_of(request)
        )
    return await answer(request, inspection_id, outcome, "returned")


def _return_page(
    request: AnyRequest, view: InspectionView, remarks: Remarks, status: int = 200
) -> Response[str]:
    found = targets(view, language_of(request))
    return page(
        request,
        "fieldwork/rulings/return.html",
        status=status,
        view=view,
        remarks=remarks,
        targets=found,
        picks=picks(found),
    )


@get("/desk/inspections/{inspection_id:uuid}/refuse", include_in_schema=False)
async def ask_refuse(
    request: AnyRequest, inspection_id: FromPath[UUID], revision: FromQuery[str] = ""
) -> Response[str]:
    """Ask for the reason of a refusal."""
    view, other = await _seen(request, inspection_id, revision)
    return other or page(
        request, "fieldwork/rulings/refuse.html", view=view, reason="", errors={}, confirm=False
    )


@post("/desk/inspections/{inspection_id:uuid}/refuse", include_in_schema=False)
async def refuse(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Show the confirmation or the form again, or record the final refusal."""
    form = await read_form(request)
    revision, reason = _hash_of(form), form.text("reason")
    view, other = await _seen(request, inspection_id, revision)
    if other:
        return other
    errors = reason_errors(request, reason)
    if errors or form.text("step") != "confirm":
        return page(
            request,
            "fieldwork/rulings/refuse.html",
            status=422 if errors else 200,
            view=view,
            reason=reason,
            errors=errors,
            confirm=not errors and form.text("step") != "correct",
        )
    async with transaction():
        outcome = await inspections.refuse(inspection_id, revision, reason, actor_of(request))
    return await answer(request, inspection_id, outcome, "refused")


def reason_errors(request: AnyRequest, reason: str) -> dict[str, str]:
    """Check the length of a reason as the act's content does, and return the errors by field."""
    if len(reason) in REASON_LENGTH:
        return {}
    return {"reason": say(language_of(request), "inspection.reason_needed")}


def _hash_of(form: Form) -> str:
    """Return the form's revision; a hash of zeros if it is no hash, which the one door then finds to differ."""
    sent = form.text("revision")
    return sent if len(sent) == 64 and set(sent) <= set("0123456789abcdef") else "0" * 64


HANDLERS = [ask_approve, approve, ask_return, return_for_correction, ask_refuse, refuse]
