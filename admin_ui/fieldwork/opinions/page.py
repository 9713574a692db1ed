"""A supervisor's opinions under the newer flow: on a draft, a file, a decision, or minutes beside.

The address and the form carry the hash of what the supervisor looked at. The page refuses any
other, and `ledger.record` (the one door) compares again. An opinion thus applies to exactly what
the supervisor saw.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Literal
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from msgspec import UNSET, UnsetType

from admin_ui.fieldwork.comments.comments import comment_line
from admin_ui.fieldwork.comments.remarks import Remarks, picks, read_remarks, targets
from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.fieldwork.rulings.page import answer, conflict, reason_errors
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.fieldwork.approving import service as approving
from backend.fieldwork.inspections.service import next_steps, opinions
from backend.ledger.service import Outcome
from schemas.core.problems import Text
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.remarks import Comment


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed, and the hash that it concerns."""

    seen: str
    proposal: UUID | UnsetType
    reason: str
    comments: list[Comment]


class _Way(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of opinion."""

    kind: Literal["confirm", "remarks", "reason"]
    of: Literal["draft", "file", "decision"]
    may: Callable[[InspectionView], bool]
    command: Callable[[UUID, _Said, Actor], Awaitable[Outcome]]


_WAYS: dict[str, _Way] = {
    "draft-approve": _Way(
        kind="confirm",
        of="draft",
        may=lambda view: view.permitted.draft,
        command=lambda one, said, actor: opinions.approve_draft(
            one, said.seen, actor, said.proposal
        ),
    ),
    "draft-return": _Way(
        kind="remarks",
        of="draft",
        may=lambda view: view.permitted.draft,
        command=lambda one, said, actor: opinions.return_draft(
            one, said.seen, said.comments, actor, said.proposal
        ),
    ),
    "agree": _Way(
        kind="confirm",
        of="file",
        may=lambda view: view.permitted.agree,
        command=lambda one, said, actor: opinions.agree(one, said.seen, actor),
    ),
    "supplement": _Way(
        kind="remarks",
        of="file",
        may=lambda view: view.permitted.file,
        command=lambda one, said, actor: opinions.ask_supplement(
            one, said.seen, said.comments, actor
        ),
    ),
    "verify": _Way(
        kind="reason",
        of="file",
        may=lambda view: view.permitted.file,
        command=lambda one, said, actor: opinions.order_verification(
            one, said.seen, said.reason, actor
        ),
    ),
    "take-over": _Way(
        kind="reason",
        of="file",
        may=lambda view: view.permitted.file,
        command=lambda one, said, actor: opinions.take_over(one, said.seen, said.reason, actor),
    ),
    "withdraw": _Way(
        kind="reason",
        of="decision",
        may=lambda view: view.permitted.withdraw,
        command=lambda one, said, actor: opinions.withdraw(one, said.reason, actor),
    ),
}
_ADDRESS = "/desk/inspections/{inspection_id:uuid}/opinion/{what:str}"
_BESIDE = "/desk/inspections/{inspection_id:uuid}/beside/{minutes_id:uuid}"


async def _begin(
    request: AnyRequest, inspection_id: UUID, what: str, seen: str, proposal: str
) -> tuple[InspectionView, _Way, Response[str] | None]:
    """Read the record; the answer is set if this reader cannot give this opinion on what they saw.

    Raises NotFound, NotAllowed.
    """
    way = _WAYS.get(what)
    if way is None:
        raise NotFound(what="opinion")
    view = await view_for(request, inspection_id, "opinion")
    actor = actor_of(request)
    if not next_steps.may_rule(actor) and not way.may(view):
        raise NotAllowed
    confirming.require(request)
    language = language_of(request)
    if not way.may(view):
        said = "opinions.bytes_first" if view.permitted.file else "opinions.nothing_to_say"
        return view, way, conflict(request, view, say(language, said))
    asked_anew = way.of == "draft" and proposal not in ("", _asked(view))
    if asked_anew or (way.of != "decision" and seen != current(view, way.of)):
        return view, way, conflict(request, view, say(language, "opinions.seen_other"))
    return view, way, None


def current(view: InspectionView, of: str) -> str | None:
    """Return the hash of the draft that waits, or of the file in its present state."""
    if of == "file":
        return view.file.file if view.file else None
    return next((draft.draft for draft in view.drafts if draft.waits), None)


def _asked(view: InspectionView) -> str:
    """Return the id of the act that now asks for an opinion; empty if none does."""
    return next((str(draft.id) for draft in view.drafts if draft.waits), "")


def _page(
    request: AnyRequest, view: InspectionView, what: str, way: _Way, status: int = 200, **more: Any
) -> Response[str]:
    draft = next((one for one in view.drafts if one.waits), None)
    submitted = view.submissions[-1].photos if view.submissions else []
    named = draft.photos if way.of == "draft" and draft else submitted
    found = targets(view, language_of(request)) if way.kind == "remarks" else {}
    context: dict[str, Any] = {
        "reason": "",
        "errors": {},
        "lines": [],
        "confirmed": False,
        "remarks": Remarks.empty(),
        "targets": found,
        "picks": picks(found),
        "draft": draft if way.of == "draft" else None,
        "photos": len(named),
        "aside": None,
        "unheard": [],
        "beside": sum(1 for one in view.beside if one.set_aside is None),
        "seen": current(view, way.of) or "",
        "proposal": _asked(view) if way.of == "draft" else "",
    }
    return page(
        request,
        "fieldwork/opinions/opinion.html",
        status=status,
        view=view,
        what=what,
        kind=way.kind,
        address=f"/desk/inspections/{view.id}/opinion/{what}",
        **(context | more),
    )


async def _unheard(view: InspectionView, what: str) -> list[Text]:
    """Return the advice that the route asks for first, and that was not given yet."""
    draft = next((one for one in view.drafts if one.waits), None)
    async with transaction():
        if what == "agree":
            return await approving.unheard(approving.file_of(view.id))
        if what == "draft-approve" and draft is not None:
            return await approving.unheard(approving.draft_of(view.id, draft.id))
    return []


async def _say_early(
    request: AnyRequest, view: InspectionView, what: str, form: Form, unheard: list[Text]
) -> Response[Any]:
    """Ask for the reason for not waiting, or record it with the ruling."""
    way, reason = _WAYS[what], form.text("reason")
    errors = reason_errors(request, reason)
    if errors:
        return _page(request, view, what, way, 422, unheard=unheard, reason=reason, errors=errors)
    seen, actor = form.text("seen"), actor_of(request)
    try:
        async with transaction():
            if what == "agree":
                outcome = await approving.agree(view.id, seen, reason, actor)
            else:
                proposal = UUID(_asked(view))
                outcome = await approving.approve_draft(view.id, proposal, seen, reason, actor)
    except RefusedAct as refused:
        return conflict(request, view, getattr(refused.text, language_of(request)))
    return await answer(request, view.id, outcome, f"opinion-{what}")


@get(_ADDRESS, include_in_schema=False)
async def ask_opinion(
    request: AnyRequest,
    inspection_id: FromPath[UUID],
    what: FromPath[str],
    seen: FromQuery[str] = "",
    proposal: FromQuery[str] = "",
    at: FromQuery[str] = "",
) -> Response[Any]:
    """Ask before anything is recorded. The page names the hash of what it is about.

    `at`: the photograph or field that was picked on the inspection's page.
    """
    view, way, other = await _begin(request, inspection_id, what, seen, proposal)
    if other:
        return other
    remarks = Remarks.empty().with_pick(at) if at else Remarks.empty()
    unheard = await _unheard(view, what)
    return _page(request, view, what, way, unheard=unheard, remarks=remarks)


@post(_ADDRESS, include_in_schema=False)
async def say_opinion(
    request: AnyRequest, inspection_id: FromPath[UUID], what: FromPath[str]
) -> Response[Any]:
    """Show the form again or the confirmation, or record the opinion, depending on the button."""
    form = await read_form(request)
    seen, proposal = form.text("seen"), form.text("proposal")
    view, way, other = await _begin(request, inspection_id, what, seen, proposal)
    if other:
        return other
    if unheard := await _unheard(view, what):
        return await _say_early(request, view, what, form, unheard)
    said, again = _read(request, view, what, way, form)
    if again is not None:
        return again
    async with transaction():
        outcome = await way.command(inspection_id, said, actor_of(request))
    return await answer(request, inspection_id, outcome, f"opinion-{what}")


def _read(
    request: AnyRequest, view: InspectionView, what: str, way: _Way, form: Form
) -> tuple[_Said, Response[str] | None]:
    """Return what was typed, and the page to show before it may be recorded, if any."""
    language, step = language_of(request), form.text("step")
    # _begin() has checked that this proposal is the one that waits. Pages of an older version do
    # not send it.
    asked = form.text("proposal") if way.of == "draft" else ""
    said = _Said(
        seen=form.text("seen"),
        proposal=UUID(asked) if asked else UNSET,
        reason=form.text("reason"),
        comments=[],
    )
    if way.kind == "confirm":
        return said, None
    if way.kind == "reason":
        errors = reason_errors(request, said.reason)
        if not errors and step == "confirm":
            return said, None
        shown = not errors and step != "correct"
        return said, _page(
            request,
            view,
            what,
            way,
            422 if errors else 200,
            reason=said.reason,
            errors=errors,
            confirmed=shown,
        )
    remarks = read_remarks(form, view, language)
    said = msgspec.structs.replace(said, comments=remarks.comments)
    if step == "more":
        return said, _page(request, view, what, way, remarks=remarks.with_more_rows())
    if picked := form.text("pick"):
        return said, _page(request, view, what, way, remarks=remarks.with_pick(picked))
    if remarks.errors:
        return said, _page(request, view, what, way, 422, remarks=remarks)
    if step == "confirm":
        return said, None
    lines = [comment_line(view, item, language) for item in remarks.comments]
    return said, _page(request, view, what, way, remarks=remarks, lines=lines)


async def _beside(request: AnyRequest, inspection_id: UUID, minutes_id: UUID) -> InspectionView:
    """Read the record, if these minutes are beside and not set aside yet. Raises NotFound, NotAllowed."""
    view = await view_for(request, inspection_id, "opinion")
    if not view.permitted.set_aside:
        raise NotAllowed
    open_ones = {one.minutes for one in view.beside if one.set_aside is None}
    if minutes_id not in open_ones:
        raise NotFound(what="minutes beside")
    return view


def _beside_page(
    request: AnyRequest, view: InspectionView, minutes_id: UUID, status: int = 200, **more: Any
) -> Response[str]:
    context: dict[str, Any] = {
        "reason": "",
        "errors": {},
        "confirmed": False,
        "seen": "",
        "proposal": "",
        "beside": 0,
        "unheard": [],
        "aside": next(one for one in view.beside if one.minutes == minutes_id),
        "draft": None,
    }
    return page(
        request,
        "fieldwork/opinions/opinion.html",
        status=status,
        view=view,
        what="set-aside",
        kind="reason",
        address=f"/desk/inspections/{view.id}/beside/{minutes_id}",
        **(context | more),
    )


@get(_BESIDE, include_in_schema=False)
async def ask_set_aside(
    request: AnyRequest, inspection_id: FromPath[UUID], minutes_id: FromPath[UUID]
) -> Response[str]:
    """Ask for the reason for setting aside minutes that are beside those in force."""
    return _beside_page(request, await _beside(request, inspection_id, minutes_id), minutes_id)


@post(_BESIDE, include_in_schema=False)
async def set_aside(
    request: AnyRequest, inspection_id: FromPath[UUID], minutes_id: FromPath[UUID]
) -> Response[Any]:
    """Set the minutes aside with the reason; possible only once."""
    form = await read_form(request)
    view = await _beside(request, inspection_id, minutes_id)
    reason, step = form.text("reason"), form.text("step")
    errors = reason_errors(request, reason)
    if errors or step != "confirm":
        shown = not errors and step != "correct"
        status = 422 if errors else 200
        return _beside_page(
            request, view, minutes_id, status, reason=reason, errors=errors, confirmed=shown
        )
    async with transaction():
        outcome = await opinions.set_aside(inspection_id, minutes_id, reason, actor_of(request))
    return await answer(request, inspection_id, outcome, "opinion-set-aside")


HANDLERS = [ask_opinion, say_opinion, ask_set_aside, set_aside]
