"""A decision on delegation, or on its end, as PDF for the head's signature. Nothing is recorded."""

from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath

from admin_ui.shell import typed
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of
from backend.casework.cases import service as cases
from backend.casework.delegation_papers import service as papers
from backend.core.errors import Invalid, NotAllowed
from backend.force.delegations import service as delegations
from schemas.force.delegations import DelegatedKind


class DelegationIncomplete(Invalid):
    """The paper needs both people, a kind, its content and its days."""

    code = "delegation_incomplete"
    text_vi = "Để in quyết định, hãy chọn hai người, loại, nội dung giao quyền và các ngày."
    text_en = (
        "To print the decision, choose both people, the kind, what is delegated, and the days."
    )


@post("/desk/delegations/print", include_in_schema=False, status_code=200)
async def print_given(request: AnyRequest) -> Response[Any]:
    """Lay out MQĐ34, MQĐ35, MQĐ36 or QĐ-GQ from the form. Raises NotAllowed, DelegationIncomplete."""
    actor, form = actor_of(request), await read_form(request)
    if not delegations.may_enter(actor):
        raise NotAllowed
    pair = next(
        (
            one
            for one in await delegations.pairs(actor)
            if f"{one.giver.id}:{one.receiver.id}" == form.text("pair")
        ),
        None,
    )
    since, powers = typed.day_or_none(form.text("valid_from")), form.text("content")
    if pair is None or since is None or len(powers) < 3 or not form.text("functions"):
        raise DelegationIncomplete
    number = form.text("case_number")
    if number and await cases.id_of(number, actor) is None:
        raise DelegationIncomplete
    wanted = papers.Wanted(
        kinds=[kind for kind in DelegatedKind if kind in form.all("kinds")],
        powers=powers[:3000],
        functions=form.text("functions")[:500],
        valid_from=since,
        valid_to=typed.day_or_none(form.text("valid_to")),
        reason=form.text("reason")[:2000],
        case_name=f"Vụ việc số {number}" if number else None,
    )
    return _file(await papers.giving(pair, wanted, actor))


@post("/desk/delegations/{delegation_id:uuid}/print-end", include_in_schema=False, status_code=200)
async def print_end(request: AnyRequest, delegation_id: FromPath[UUID]) -> Response[Any]:
    """Lay out MQĐ37 for a delegation. Raises NotAllowed, NotFound, DelegationIncomplete."""
    actor, form = actor_of(request), await read_form(request)
    if not delegations.may_enter(actor):
        raise NotAllowed
    row = await delegations.find(delegation_id, actor)
    on, reason = typed.day_or_none(form.text("on")), form.text("reason")
    if on is None or len(reason) < 3 or not form.text("functions"):
        raise DelegationIncomplete
    functions = form.text("functions")[:500]
    return _file(await papers.ending(row, on, reason[:2000], functions, actor))


def _file(data: bytes) -> Response[bytes]:
    return Response(
        data,
        media_type="application/pdf",
        headers={"content-disposition": 'inline; filename="quyet-dinh.pdf"'},
    )


HANDLERS = [print_given, print_end]
