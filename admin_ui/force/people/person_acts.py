"""Acts about an officer. Each has a page of its own that says what follows, then a button."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.people import post_lines, present
from admin_ui.force.people.person_forms import DECISION, FORMS
from admin_ui.shell.choosing.sources import administered_units
from admin_ui.shell.confirming import confirming
from admin_ui.shell.formats import short_date
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.fields import Field, Values, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.casework.issued_documents import scans
from backend.casework.issued_documents.scans import ScanWrong
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import service as accounts
from backend.force.accounts.service import OfficerView, Second, possible_acts
from backend.ledger.service import Outcome, Refused
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.force import acts

_PURPOSE = (
    Field("purpose", "choice", "people.purpose"),
    Field("reason", "area", "people.reason", required=False, longest=2000, shortest=3),
)
_PICKED = frozenset({"card_id", "position_id", "rank_id", "purpose"})
_STEPS_UP = frozenset(
    {
        "correct",
        "enrol",
        "give-role",
        "emergency",
        "take-role",
        "give-position",
        "end-position",
        "give-rank",
        "withdraw-rank",
        "issue-card",
        "suspend-card",
        "restore-card",
        "revoke-card",
        "move",
        "disable",
        "reinstate",
    }
)
_BY_DECISION = frozenset({"give-position", "end-position"})
_BY = {"give-role": "role", "give-position": "title_vi"}
"""The field on which it rests whether a second person confirms such an act."""
_TODAY = frozenset({"valid_from", "valid_to", "issued_on", "suspended_on", "revoked_on"})


def _fields(act: str) -> tuple[Field, ...]:
    if act in FORMS:
        return FORMS[act].fields
    return _PURPOSE if act == "enrol" else ()


async def _choices(
    request: AnyRequest, act: str, view: OfficerView
) -> dict[str, list[tuple[str, str]]]:
    language = language_of(request)
    translate = partial(say, language)
    return {
        "unit_id": await administered_units(actor_of(request), language),
        "role": [
            (role, translate(f"domain.role_{role}")) for role in possible_acts.roles_for(act, view)
        ],
        "card_id": [(str(card.id), card.number) for card in possible_acts.cards_for(act, view)],
        "position_id": [
            (str(each.id), _position(each, language)) for each in view.positions if each.is_open
        ],
        "code": [
            (one, f"{one} {translate(f'people.rank_{one}')}") for one in possible_acts.ranks()
        ],
        "rank_id": [(str(one.id), post_lines.rank(one, language)) for one in view.ranks],
        "hours": [(str(n), translate("people.emergency_for", count=n)) for n in range(1, 5)],
        "purpose": [
            (each, translate(f"people.purpose_{each}")) for each in possible_acts.enrolments(view)
        ],
    }


def _position(each: Any, language: str) -> str:
    """Return a position as a list shows it, with its end if it has one."""
    named = f"{getattr(each.title, language)}, {getattr(each.unit, language)}"
    if each.valid_to is None:
        return named
    return f"{named} ({say(language, 'people.valid_to')} {short_date(each.valid_to, language)})"


def _shown(act: str, second: Second) -> list[Field]:
    """Return the fields above those of a decision; what nobody reads is not asked for."""
    fields = _fields(act)
    if act == "enrol" and second == "never":
        fields = _PURPOSE[:1]
    shown = [field for field in fields if field not in DECISION]
    if (act == "give-role" and second == "never") or (act in _BY and second == "sometimes"):
        return [field for field in shown if field.name != "reason"]
    return [_read_by_second(field) if second == "always" else field for field in shown]


def _alone(act: str) -> list[str]:
    """Return what one administrator gives alone, roles or titles, folded as only-when.js folds what is chosen."""
    if act == "give-role":
        return [role.value for role in possible_acts.roles_alone()]
    return possible_acts.titles_alone() if act in _BY else []


def _decision(act: str, second: Second) -> list[Field]:
    """Return the fields of the decision by which a position is given or ends."""
    if act not in _BY_DECISION or second == "never":
        return []
    return [field._replace(required=second == "always") for field in DECISION]


def _read_by_second(field: Field) -> Field:
    """Return a field as it is where a second person reads it in any case."""
    if field.name != "reason":
        return field
    return field._replace(required=True, hint="people.second_reads")


def _first_values(
    act: str, view: OfficerView, choices: dict[str, list[tuple[str, str]]]
) -> dict[str, str]:
    """Return what the form begins with: today, and what there is only one of."""
    if act == "correct":
        return {
            "full_name": view.row.full_name,
            "officer_number": view.row.officer_number or "",
        }
    today = clock.today().isoformat()
    first = {field.name: today for field in _fields(act) if field.name in _TODAY}
    picked = _PICKED | {"role"} if act == "take-role" else _PICKED
    only = {name: options[0][0] for name, options in choices.items() if len(options) == 1}
    return first | {name: value for name, value in only.items() if name in picked}


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
    choices = await _choices(request, act, view)
    second = await accounts.second_of(actor_of(request), view, act)
    return page(
        request,
        "force/people/act.html",
        status=status,
        act=act,
        row=view.row,
        view=view,
        name=f"{act}-again" if act == "enrol" and view.row.enrolled else act,
        present=present.line(act, view, language_of(request), clock.today()),
        fields=_shown(act, second),
        titles=possible_acts.titles() if act == "give-position" else (),
        decision=_decision(act, second),
        by=_BY.get(act, "") if second == "sometimes" else "",
        alone=_alone(act),
        for_second=[field for field in _fields(act) if field.name == "reason"],
        grave=act in FORMS and FORMS[act].grave,
        choices=choices,
        form=form or Form.filled(_first_values(act, view, choices)),
        errors=errors or {},
        wrong=wrong,
        possible=act in possible_acts.possible(view),
        second=second,
    )


@get("/desk/people/{officer_id:uuid}/{act:str}", include_in_schema=False)
async def show_act(
    request: AnyRequest, officer_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Show what follows from the act, and its fields."""
    if act in _STEPS_UP:
        confirming.require(request)
    return await _show(request, act, await _open(request, officer_id, act))


@post(
    "/desk/people/{officer_id:uuid}/{act:str}",
    include_in_schema=False,
    request_max_body_size=MOST_BODY,
)
async def do_act(
    request: AnyRequest, officer_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Record the act, or ask for it if a second person must confirm.

    If `ledger.record` (the one door) refuses, the reason is shown above the form. Acts that give or
    take the power to act require a one-time code again: an unattended desk must not suffice
    (PRACTICE B4).
    """
    actor = actor_of(request)
    if act in _STEPS_UP:
        confirming.require(request)
    language = language_of(request)
    view = await _open(request, officer_id, act)
    if view.himself:
        raise NotAllowed(code="own_account")
    form = await read_form(request)
    choices = await _choices(request, act, view)
    values, errors = read(_fields(act), form, choices, partial(say, language))
    if errors:
        return await _show(request, act, view, status=422, form=form, errors=errors)
    if act == "enrol":
        return await _enrol(request, view, form, values)
    content = FORMS[act].content(values) if act in FORMS else None
    if content is not None and await accounts.second_needed(actor, officer_id, content):
        return await _ask(request, act, view, form, content, values)
    async with transaction():
        if content is None:
            outcome = await accounts.unlock(actor, officer_id)
        else:
            outcome = await accounts.change(actor, officer_id, content)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _show(request, act, view, status=409, form=form, wrong=wrong)
    gone = act == "move" and not await _still_mine(request, officer_id)
    target = "/desk/people" if gone else f"/desk/people/{officer_id}"
    return Redirect(f"{target}?done={act}", status_code=303)


async def _enrol(
    request: AnyRequest, view: OfficerView, form: Form, values: Values
) -> Response[Any]:
    """Issue first credentials immediately, but only to an officer who can do little.

    Otherwise record a request that a second person must confirm.
    """
    actor, officer_id = actor_of(request), view.row.id
    if await accounts.enrolment_needs_second(actor, officer_id):
        if missing := _missing(request, _PURPOSE, values, "reason"):
            return await _show(request, "enrol", view, status=422, form=form, errors=missing)
        reset = acts.ResetAsked(ask_id=new_id(), purpose=values["purpose"], reason=values["reason"])
        return await _recorded(request, "enrol", view, form, reset)
    async with transaction():
        outcome, issued = await accounts.issue_enrolment(actor, officer_id, "first")
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language_of(request))
        return await _show(request, "enrol", view, status=409, form=form, wrong=wrong)
    back = f"/desk/people/{officer_id}"
    shown = page(
        request,
        "force/people/issued.html",
        name=view.row.full_name,
        back=back,
        issued=issued,
        coded=False,
    )
    shown.headers["cache-control"] = "no-store"
    return shown


def _missing(
    request: AnyRequest, fields: tuple[Field, ...], values: Values, *names: str
) -> dict[str, str]:
    """Return errors for fields that a second person must be able to read but that are empty."""
    translate = partial(say, language_of(request))
    words = {field.name: field.word for field in fields}
    return {
        name: translate("asks.missing_for_second", field=translate(words[name]))
        for name in names
        if not values.get(name)
    }


async def _ask(
    request: AnyRequest, act: str, view: OfficerView, form: Form, content: Wire, values: Values
) -> Response[Any]:
    """Record a request for what one administrator may not do alone.

    A request about a head's position carries the decision and its scan.
    """
    needed = ("number", "decided_on") if act in _BY_DECISION else ("reason",)
    missing = _missing(request, _fields(act), values, *needed)
    if missing or not isinstance(content, acts.PositionGiven | acts.PositionEnded):
        if missing:
            return await _show(request, act, view, status=422, form=form, errors=missing)
        asked = accounts.new_ask(content, values["reason"])
        return await _recorded(request, act, view, form, asked)
    try:
        scan = await scans.of_officer(view.row.id, await read_scan(request), actor_of(request))
    except ScanWrong as error:
        errors = {"scan": getattr(error.text, language_of(request))}
        return await _show(request, act, view, status=422, form=form, errors=errors)
    if isinstance(content, acts.PositionEnded):
        end = acts.PositionEndAsked(
            ask_id=new_id(),
            position_id=content.position_id,
            valid_to=content.valid_to,
            number=values["number"],
            decided_on=values["decided_on"],
            scan_id=scan.id,
            scan_sha256=scan.sha256,
        )
        return await _recorded(request, act, view, form, end)
    asked = acts.PositionAsked(
        ask_id=new_id(),
        position_id=content.position_id,
        unit_id=content.unit_id,
        title_vi=content.title_vi,
        title_en=content.title_en,
        valid_from=content.valid_from,
        number=values["number"],
        decided_on=values["decided_on"],
        scan_id=scan.id,
        scan_sha256=scan.sha256,
        reason=values["reason"] or "",
    )
    return await _recorded(request, act, view, form, asked)


async def _recorded(
    request: AnyRequest, act: str, view: OfficerView, form: Form, asked: Any
) -> Response[Any]:
    async with transaction():
        outcome: Outcome = await accounts.ask(actor_of(request), view.row.id, asked)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language_of(request))
        return await _show(request, act, view, status=409, form=form, wrong=wrong)
    return Redirect(f"/desk/asks/{asked.ask_id}?done=asked", status_code=303)


async def _still_mine(request: AnyRequest, officer_id: UUID) -> bool:
    try:
        await accounts.get_officer(actor_of(request), officer_id)
    except NotFound:
        return False
    return True


HANDLERS = [show_act, do_act]
