"""The register of delegations: entered by the clerk from the scan, confirmed by a second person, ended."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.delegations import lines, printing
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, total_shown
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.casework.issued_documents import scans
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid, NotAllowed
from backend.force.delegations import service as delegations
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.force import delegations as acts
from schemas.force.delegations import DelegatedKind, DelegationEnd

_PLACE = "/desk/delegations"
_ONE = f"{_PLACE}/{{delegation_id:uuid}}"
_NO_FORM = Form({})


@get(_PLACE, include_in_schema=False)
async def list_delegations(request: AnyRequest) -> Response[str]:
    """List the delegations of the reader's unit and below, newest first. Raises NotAllowed."""
    actor = actor_of(request)
    try:
        after = UUID(request.query_params.get("after", ""))
    except ValueError:
        after = None
    rows = await delegations.page(actor, after)
    numbers = await cases.numbers_of(row.case_id for row in rows)
    language, may_enter = language_of(request), delegations.may_enter(actor)
    shown = rows[: delegations.PAGE]
    place = Place(_PLACE, {}, after=str(after or ""))
    following = place.following(str(shown[-1].id) if len(rows) > len(shown) else None)
    return page(
        request,
        "force/delegations/list.html",
        list=Listing(
            caption=say(language, "delegations.title"),
            heading=say(language, "delegations.between"),
            columns=lines.columns(language),
            lines=lines.lines(shown, language, place, numbers),
            empty=Empty(
                say(language, "delegations.none"),
                f"{_PLACE}/new" if may_enter else "",
                say(language, "delegations.enter"),
            ),
            total=total_shown(language, len(shown), place.first, following),
            first=place.first,
            following=following,
            stacked=True,
        ),
        may_enter=may_enter,
    )


@get(f"{_PLACE}/new", include_in_schema=False)
async def new_delegation(request: AnyRequest) -> Response[str]:
    """Show the form for the content of a signed decision. Raises NotAllowed, ConfirmationNeeded."""
    if delegations.may_enter(actor_of(request)):
        confirming.require(request)
    return await _form(request, Form({}), {})


async def _form(
    request: AnyRequest, form: Form, errors: dict[str, str], *, status: int = 200, wrong: str = ""
) -> Response[str]:
    actor = actor_of(request)
    if not delegations.may_enter(actor):
        raise NotAllowed
    return page(
        request,
        "force/delegations/new.html",
        status=status,
        form=form,
        errors=errors,
        wrong=wrong,
        pairs=await delegations.pairs(actor),
        kinds=list(DelegatedKind),
    )


@post(f"{_PLACE}/new", include_in_schema=False, request_max_body_size=MOST_BODY)
async def enter_delegation(request: AnyRequest) -> Response[Any]:
    """Store the scan, then enter the complete decision. Raises NotAllowed, ConfirmationNeeded."""
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    if not delegations.may_enter(actor):
        raise NotAllowed
    confirming.require(request)
    content, receiver, errors = await _read(request, form, actor)
    if content is None or receiver is None:
        return await _form(request, form, errors, status=422)
    try:
        scan = await scans.of_officer(receiver, await read_scan(request), actor)
    except Invalid as error:
        said = {"scan": getattr(error.text, language)}
        return await _form(request, form, said, status=422)
    content |= {"scan_id": scan.id, "scan_sha256": scan.sha256}
    async with transaction():
        outcome = await delegations.act(receiver, acts.DelegationGiven(**content), actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        if outcome.code == "delegation_term":
            return await _form(request, form, {"without_end": said}, status=409)
        return await _form(request, form, {}, status=409, wrong=said)
    return Redirect(f"{_PLACE}/{content['delegation_id']}?done=given", status_code=303)


_FIELDS = (
    *("number", "decided_on", "summary", "pair", "kinds", "content"),
    *("case_number", "valid_from", "valid_to", "without_end"),
)
"""Fields in the order of the form; errors are shown in the same order."""


async def _read(
    request: AnyRequest, form: Form, actor: Actor
) -> tuple[dict[str, Any] | None, UUID | None, dict[str, str]]:
    """Read the form into the content of the act, still without the scan, and the receiver's id.

    Both are None if something is missing or wrong; the errors then say what.
    """
    language = language_of(request)
    reader = Reader(form, partial(say, language))

    def wrong(name: str, key: str) -> None:
        reader.tell(name, say(language, f"delegations.{key}"))

    number, summary, powers = (form.text(name) for name in ("number", "summary", "content"))
    without_end = form.text("without_end")
    for name, key, right in (
        ("number", "number_needed", 1 <= len(number) <= 60),
        ("summary", "summary_needed", 3 <= len(summary) <= 500),
        ("content", "content_long", not powers or 3 <= len(powers) <= 3000),
        ("without_end", "without_end_long", not without_end or 3 <= len(without_end) <= 2000),
    ):
        if not right:
            wrong(name, key)
    days = {
        name: reader.day(name, say(language, f"delegations.{name}"), required=name != "valid_to")
        for name in ("decided_on", "valid_from", "valid_to")
    }
    kinds = [kind for kind in DelegatedKind if kind in form.all("kinds")]
    if not kinds:
        wrong("kinds", "kind_needed")
    chosen = [
        one
        for one in await delegations.pairs(actor)
        if f"{one.giver.id}:{one.receiver.id}" == form.text("pair")
    ]
    if not chosen:
        wrong("pair", "pair_needed")
    case_number, case_id = form.text("case_number"), None
    if case_number:
        case_id = await cases.id_of(case_number, actor)
        if case_id is None:
            wrong("case_number", "case_unknown")
    if reader.errors:
        return None, None, {name: reader.errors[name] for name in _FIELDS if name in reader.errors}
    giver, receiver = chosen[0].giver, chosen[0].receiver
    content = {
        "delegation_id": new_id(),
        "number": number,
        "summary": summary,
        **days,
        "giver_id": giver.id,
        "giver_title": giver.title_vi,
        "receiver_title": receiver.title_vi,
        "kinds": kinds,
        "standing": case_id is None,
        "case_id": case_id,
        "content": powers or None,
        "without_end": without_end or None,
    }
    return content, receiver.id, {}


@get(_ONE, include_in_schema=False)
async def delegation(request: AnyRequest, delegation_id: FromPath[UUID]) -> Response[str]:
    """Show one decision and what can be done with it. Raises NotAllowed, NotFound."""
    return await _show(request, delegation_id)


async def _show(
    request: AnyRequest,
    delegation_id: UUID,
    form: Form = _NO_FORM,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    actor = actor_of(request)
    row = await delegations.find(delegation_id, actor)
    numbers = await cases.numbers_of([row.case_id])
    return page(
        request,
        "force/delegations/one.html",
        status=status,
        row=row,
        case_number=numbers.get(row.case_id) if row.case_id else None,
        permitted=delegations.permitted(row, actor),
        grounds=list(DelegationEnd),
        may_enter=delegations.may_enter(actor),
        form=form,
        wrong=wrong,
        errors=errors or {},
        done=request.query_params.get("done", ""),
    )


@post(f"{_ONE}/confirm", include_in_schema=False)
async def confirm_delegation(request: AnyRequest, delegation_id: FromPath[UUID]) -> Response[Any]:
    """Confirm that what was entered agrees with the scan. Raises NotAllowed, NotFound, ConfirmationNeeded."""
    confirming.require(request)
    return await _act(
        request, delegation_id, acts.DelegationConfirmed(delegation_id=delegation_id), "confirmed"
    )


@post(f"{_ONE}/end", include_in_schema=False)
async def end_delegation(request: AnyRequest, delegation_id: FromPath[UUID]) -> Response[Any]:
    """End the delegation from a day on, with the reason. Raises NotAllowed, NotFound, ConfirmationNeeded."""
    confirming.require(request)
    form, language = await read_form(request), language_of(request)
    reader = Reader(form, partial(say, language))
    ground = reader.member("ground", say(language, "delegations.end_ground"), DelegationEnd)
    number = reader.text("by_number", say(language, "delegations.end_number"), most=60)
    decided_on = reader.day(
        "by_decided_on", say(language, "delegations.end_decided_on"), required=False
    )
    on = reader.day("on", say(language, "delegations.end_on"))
    reason = reader.text(
        "reason", say(language, "delegations.end_reason"), least=3, most=2000, required=True
    )
    if reader.errors or on is None or ground is None:
        return await _show(request, delegation_id, form, status=422, errors=reader.errors)
    content = acts.DelegationEnded(
        delegation_id=delegation_id,
        on=on,
        reason=reason,
        ground=ground,
        by_number=number or None,
        by_decided_on=decided_on,
    )
    return await _act(request, delegation_id, content, "ended", form)


async def _act(
    request: AnyRequest, delegation_id: UUID, content: Any, done: str, form: Form = _NO_FORM
) -> Response[Any]:
    actor = actor_of(request)
    row = await delegations.find(delegation_id, actor)
    async with transaction():
        outcome = await delegations.act(row.receiver_id, content, actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _show(request, delegation_id, form, status=409, wrong=said)
    return Redirect(f"{_PLACE}/{delegation_id}?done={done}", status_code=303)


HANDLERS = [
    *printing.HANDLERS,
    list_delegations,
    new_delegation,
    enter_delegation,
    delegation,
    confirm_delegation,
    end_delegation,
]
