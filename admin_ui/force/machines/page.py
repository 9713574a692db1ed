"""Accounts of machines: the list, asking for one, one account with its keys and its use, and what is done with it."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.machines import lines
from admin_ui.shell import typed
from admin_ui.shell.choosing.sources import administered_units
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.reading.fields import REASON, Errors, Field, Values, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.machines import service as machines
from backend.ledger.service import Outcome, Refused
from schemas.core.ids import new_id
from schemas.force.machine_acts import MachineAsked

_LIST = "/desk/machines"
_ONE = _LIST + "/{account_id:uuid}"
_PAGE = 50
_NEW = (
    Field("name", "text", "machines.name", hint="machines.name_hint"),
    Field("purpose", "area", "machines.purpose", longest=2000, shortest=3),
    Field("unit_id", "choice", "machines.unit", source="units?rule=administered"),
    Field("owner", "text", "machines.owner_username", longest=63, hint="machines.owner_hint"),
    Field("permissions", "boxes", "machines.permissions"),
    Field("networks", "area", "machines.networks", longest=1000, hint="machines.networks_hint"),
    Field("expires_on", "date", "machines.expires_on", hint="machines.expires_hint"),
)
_OWNER = _NEW[3]
_ACTS = ("confirm", "decline", "key", "owner", "revoke")
_OVERLAP = Field("overlap", "choice", "machines.overlap", hint="machines.overlap_hint")


@get(_LIST, include_in_schema=False)
async def list_machines(request: AnyRequest) -> Response[Any]:
    """List the accounts of the scope, the newest first, fifty a page."""
    after = request.query_params.get("after", "")
    rows, more = await machines.listing(actor_of(request), after or None, _PAGE)
    place = Place(_LIST, {}, after=after)
    return page(
        request,
        "force/machines/machines.html",
        list=lines.listing(rows, language_of(request), place, place.following(more)),
    )


async def _choices(request: AnyRequest) -> dict[str, list[tuple[str, str]]]:
    language = language_of(request)
    return {
        "unit_id": await administered_units(actor_of(request), language),
        "permissions": [
            (one, say(language, f"machines.reads_{one}")) for one in ("figures", "catalogue")
        ],
    }


async def _form(
    request: AnyRequest, form: Form, errors: Errors, wrong: str = "", status: int = 200
) -> Response[Any]:
    return page(
        request,
        "force/machines/new.html",
        status=status,
        fields=_NEW,
        owner=form.text("owner"),
        choices=await _choices(request),
        form=form,
        errors=errors,
        wrong=wrong,
    )


@get(_LIST + "/new", include_in_schema=False)
async def show_new(request: AnyRequest) -> Response[Any]:
    """Show the form that asks for an account."""
    machines.require(actor_of(request))
    return await _form(request, Form.filled({}), {})


@post(_LIST + "/new", include_in_schema=False)
async def ask(request: AnyRequest) -> Response[Any]:
    """Ask for an account. A second administrator confirms it."""
    actor, language = actor_of(request), language_of(request)
    machines.require(actor)
    form = await read_form(request)
    values, errors = read(_NEW, form, await _choices(request), partial(say, language))
    networks = _networks(values, errors, language)
    owner_id = await _owner(request, values, errors, language)
    if errors or owner_id is None:
        return await _form(request, form, errors, status=422)
    content = MachineAsked(
        account_id=new_id(),
        name=values["name"],
        purpose=values["purpose"],
        owner_id=owner_id,
        permissions=sorted(values["permissions"]),
        networks=networks,
        expires_on=values["expires_on"],
    )
    async with transaction():
        outcome = await machines.ask(actor, values["unit_id"], content)
    if isinstance(outcome, Refused):
        return await _form(request, form, {}, getattr(outcome.text, language), 409)
    return Redirect(f"{_LIST}/{content.account_id}?done=asked", status_code=303)


def _networks(values: Values, errors: Errors, language: Language) -> list[str]:
    typed = (values.get("networks") or "").replace(",", "\n").split()
    found = [machines.network(one) for one in typed]
    if "networks" not in errors and (None in found or len(found) > 20):
        errors["networks"] = say(language, "machines.networks_wrong")
    return list(dict.fromkeys(one for one in found if one is not None))


async def _owner(
    request: AnyRequest, values: Values, errors: Errors, language: Language
) -> UUID | None:
    username = (values.get("owner") or "").strip().lower()
    if not username:
        return None
    found = await machines.owner_named(actor_of(request), username)
    if found is None:
        errors["owner"] = say(language, "machines.owner_unknown")
    return found


@get(_ONE, include_in_schema=False)
async def show_machine(request: AnyRequest, account_id: FromPath[UUID]) -> Response[Any]:
    """Show an account: what it may, from where, until when, its keys and its use."""
    return await _show(request, account_id)


async def _show(
    request: AnyRequest, account_id: UUID, *, key: str = "", status: int = 200
) -> Response[Any]:
    language, today = language_of(request), clock.today()
    view = await machines.get(actor_of(request), account_id)
    row = view.row
    return page(
        request,
        "force/machines/machine.html",
        status=status,
        row=row,
        state=lines.state(row, today),
        unit=row.unit_vi if language == "vi" else row.unit_en,
        marks=lines.marks(row, language, today),
        stops_on=view.stops_on,
        may_answer=view.may_answer,
        keys=lines.keys(view.keys, language, clock.now()),
        days=lines.days(view.days, language),
        key=key,
        done=request.query_params.get("done", ""),
    )


@get(_ONE + "/uses", include_in_schema=False)
async def show_uses(request: AnyRequest, account_id: FromPath[UUID]) -> Response[Any]:
    """List every request of an account that was let in, the newest first, fifty a page."""
    after = request.query_params.get("after", "")
    row, rows, more = await machines.uses(actor_of(request), account_id, after or None, _PAGE)
    place = Place(f"{_LIST}/{account_id}/uses", {}, after=after)
    return page(
        request,
        "force/machines/uses.html",
        row=row,
        list=lines.uses(rows, language_of(request), place, place.following(more)),
    )


def _fields(act: str) -> tuple[Field, ...]:
    if act == "key":
        return (_OVERLAP,)
    return (_OWNER, REASON) if act == "owner" else (REASON,)


def _overlaps(language: Language) -> dict[str, list[tuple[str, str]]]:
    return {
        "overlap": [
            (str(days), say(language, f"machines.overlap_{days}")) for days in machines.OVERLAP_DAYS
        ]
    }


async def _act_form(
    request: AnyRequest,
    account_id: UUID,
    act: str,
    form: Form,
    errors: Errors,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    view = await machines.get(actor_of(request), account_id)
    return page(
        request,
        "force/machines/act.html",
        status=status,
        act=act,
        row=view.row,
        fields=_fields(act)[act == "owner" :],
        owner=form.text("owner") if act == "owner" else None,
        choices=_overlaps(language_of(request)),
        form=form,
        errors=errors,
        wrong=wrong,
    )


@get(_ONE + "/{act:str}", include_in_schema=False)
async def show_act(
    request: AnyRequest, account_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Show what follows from an act, and its form. Needs a second factor."""
    if act not in _ACTS:
        raise NotFound(what="act")
    await machines.get(actor_of(request), account_id)
    confirming.require(request)
    return await _act_form(request, account_id, act, Form.filled({"overlap": "7"}), {})


@post(_ONE + "/{act:str}", include_in_schema=False)
async def send_act(
    request: AnyRequest, account_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Do it. A new key is shown on this answer, and never again."""
    if act not in _ACTS:
        raise NotFound(what="act")
    actor, language = actor_of(request), language_of(request)
    await machines.get(actor, account_id)
    confirming.require(request)
    form = await read_form(request)
    values, errors = read(_fields(act), form, _overlaps(language), partial(say, language))
    owner_id = await _owner(request, values, errors, language) if act == "owner" else None
    if errors:
        return await _act_form(request, account_id, act, form, errors, status=422)
    key, outcome = "", None
    async with transaction():
        if act == "key":
            outcome, key = await machines.make_key(actor, account_id, int(values["overlap"]))
        elif owner_id is not None:
            outcome = await machines.name_owner(actor, account_id, owner_id, values["reason"])
        else:
            outcome = await _done(act, request, account_id, values["reason"], form)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _act_form(request, account_id, act, form, {}, wrong, 409)
    if key:
        return await _show(request, account_id, key=key)
    return Redirect(f"{_LIST}/{account_id}?done={act}", status_code=303)


async def _done(
    act: str, request: AnyRequest, account_id: UUID, reason: str, form: Form
) -> Outcome:
    actor = actor_of(request)
    if act == "confirm":
        shown = typed.named(form.text("owner_id"))
        return await machines.confirm(actor, account_id, reason, shown)
    if act == "decline":
        return await machines.decline(actor, account_id, reason)
    return await machines.revoke(actor, account_id, reason)


HANDLERS = [list_machines, show_new, ask, show_machine, show_uses, show_act, send_act]
