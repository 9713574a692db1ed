"""What is done with an officer: every act has a page of its own that says what will follow, then a button."""

from functools import partial
from typing import Any, get_args
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.forms import Form, read_form
from admin_ui.pages.fields import Field, read
from admin_ui.pages.people import possible, unit_choices
from admin_ui.pages.person_forms import FORMS, PersonForm
from admin_ui.render import AnyRequest, actor_of, language_of, page
from admin_ui.words import say
from backend.accounts import service as accounts
from backend.accounts.service import OfficerView, Purpose
from backend.database import transaction
from backend.errors import NotAllowed, NotFound
from backend.ledger.service import Refused
from backend.units import service as units
from schemas.vocabulary import Role

_PURPOSE = (Field("purpose", "choice", "people.purpose"),)
_TODAY = frozenset({"valid_from", "valid_to", "issued_on", "suspended_on", "revoked_on"})


def _fields(act: str) -> tuple[Field, ...]:
    if act in FORMS:
        return FORMS[act].fields
    return _PURPOSE if act == "enrol" else ()


async def _choices(
    request: AnyRequest, act: str, view: OfficerView
) -> dict[str, list[tuple[str, str]]]:
    language = language_of(request)
    t = partial(say, language)
    live = [card for card in view.cards if card.revoked_on is None]
    if act in ("suspend-card", "restore-card"):
        live = [card for card in live if (card.suspended_on is None) == (act == "suspend-card")]
    held = set(view.row.roles)
    roles = [role for role in Role if (role in held) == (act == "take-role")]
    purposes = get_args(Purpose)[1:] if view.row.enrolled else ()
    return {
        "unit_id": await unit_choices(actor_of(request), language),
        "role": [(role, t(f"domain.role_{role}")) for role in roles],
        "card_id": [(str(card.id), card.number) for card in live],
        "position_id": [
            (str(each.id), f"{getattr(each.title, language)}, {getattr(each.unit, language)}")
            for each in view.positions
            if each.valid_to is None
        ],
        "purpose": [(each, t(f"people.purpose_{each}")) for each in (*purposes, "first")],
    }


def _first_values(act: str, view: OfficerView) -> dict[str, str]:
    if act == "correct":
        return {
            "full_name": view.row.full_name,
            "officer_number": view.row.officer_number or "",
        }
    today = units.today().isoformat()
    return {field.name: today for field in _fields(act) if field.name in _TODAY}


async def _open(request: AnyRequest, officer_id: UUID, act: str) -> OfficerView:
    view = await accounts.get_officer(actor_of(request), officer_id)
    if act not in FORMS and act not in ("enrol", "unlock"):
        raise NotFound(what="act")
    return view


async def _show(
    request: AnyRequest,
    act: str,
    view: OfficerView,
    *,
    status: int = 200,
    form: Form | None = None,
    errors: dict[str, str] | None = None,
    wrong: str = "",
) -> Response[Any]:
    return page(
        request,
        "people/act.html",
        status=status,
        act=act,
        row=view.row,
        view=view,
        fields=_fields(act),
        grave=act in FORMS and FORMS[act].grave,
        choices=await _choices(request, act, view),
        values=dict(form.pairs()) if form else _first_values(act, view),
        errors=errors or {},
        wrong=wrong,
        possible=act in possible(view),
    )


@get("/desk/people/{officer_id:uuid}/{act:str}", include_in_schema=False)
async def show_act(
    request: AnyRequest, officer_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """What will follow, and the fields."""
    return await _show(request, act, await _open(request, officer_id, act))


@post("/desk/people/{officer_id:uuid}/{act:str}", include_in_schema=False)
async def do_act(
    request: AnyRequest, officer_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Do it. What the one door refuses is told above the form, and nothing changed."""
    actor = actor_of(request)
    language = language_of(request)
    view = await _open(request, officer_id, act)
    if view.himself:
        raise NotAllowed(code="own_account")
    form = await read_form(request)
    choices = await _choices(request, act, view)
    values, errors = read(_fields(act), form, choices, partial(say, language))
    if errors:
        return await _show(request, act, view, status=422, form=form, errors=errors)
    issued = None
    async with transaction():
        if act == "enrol":
            outcome, issued = await accounts.issue_enrolment(actor, officer_id, values["purpose"])
        elif act == "unlock":
            outcome = await accounts.unlock(actor, officer_id)
        else:
            made: PersonForm = FORMS[act]
            outcome = await accounts.change(actor, officer_id, made.content(values))
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _show(request, act, view, status=409, form=form, wrong=wrong)
    if issued is not None:
        return page(
            request,
            "people/issued.html",
            row=view.row,
            issued=issued,
            purpose=values["purpose"],
            address=f"{request.url.scheme}://{request.url.netloc}{issued.path}",
        )
    gone = act == "move" and not await _still_mine(request, officer_id)
    target = "/desk/people" if gone else f"/desk/people/{officer_id}"
    return Redirect(f"{target}?done={act}", status_code=303)


async def _still_mine(request: AnyRequest, officer_id: UUID) -> bool:
    try:
        await accounts.get_officer(actor_of(request), officer_id)
    except NotFound:
        return False
    return True


HANDLERS = [show_act, do_act]
