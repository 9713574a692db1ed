"""Opening a case in one of four ways: a proposal, a plan, an inspection, a file.

A proposal or a file may rest on informations (`?information=<id>`): they are named by the case's first act.

The number is taken in the same transaction as the first act, so a refused case uses up no number.
"""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.acts import choices as case_choices
from admin_ui.casework.acts.fields import Shape, offered, shapes
from admin_ui.casework.acts.index import OPENINGS
from admin_ui.casework.acts.initial_values import flat, initial_form, with_more_rows
from admin_ui.casework.acts.reading import Choices
from admin_ui.casework.recording import known_party
from admin_ui.casework.recording.page import at_field, read_content
from admin_ui.shell.again import again
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told as told_of
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.casework.drafting.service import completing
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Conflict, NotAllowed, NotFound
from backend.fieldwork.inspections import service as inspections
from backend.intake.informations import service as informations
from backend.law.catalogue import service as catalogue
from backend.ledger.service import Refused
from schemas.casework.acts.parts import CaseOfficer
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.words import CaseAct, CaseOfficerRole
from schemas.fieldwork.inspections import InspectionView, UnitChoice

_NEW = "/desk/cases/new"


class NotOpened(Exception):
    """The one door refused the first act. Rolls back everything that was begun for it, the number too."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.code)
        self.refused = refused


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """One way of opening a case: everything that its page needs except the values."""

    name: str
    kind: CaseAct
    fields: tuple[Shape, ...]
    choices: Choices
    beside: completing.Beside
    units: list[UnitChoice]
    lost: list[tuple[date, date]]
    """The periods that restores lost. A case from one of them is opened again under its own number."""


def _workers_only(actor: Actor) -> None:
    if not cases.may_open(actor):
        raise NotAllowed


@get(_NEW, include_in_schema=False)
async def choose_way(request: AnyRequest) -> Response[str]:
    """Show the ways."""
    actor = actor_of(request)
    _workers_only(actor)
    ways = [way for way, (kind, _) in OPENINGS.items() if cases.may_start(kind, actor)]
    plans = cases.may_start(CaseAct.PLAN_ITEM_ENTERED, actor)
    intake = informations.may_register(actor)
    return page(request, "casework/recording/new.html", ways=ways, plans=plans, intake=intake)


async def _way(request: AnyRequest, name: str) -> Way:
    """Read one way of opening a case. Raises NotFound for an unknown way, NotAllowed."""
    actor = actor_of(request)
    _workers_only(actor)
    if name not in OPENINGS:
        raise NotFound(what="way")
    kind, fields = OPENINGS[name]
    if not cases.may_start(kind, actor):
        raise NotAllowed
    async with transaction():
        given = await cases.choices_for(None, actor)
        units = await inspections.units_in_scope(actor)
    asked = shapes(CASE_CONTENTS[kind], fields)
    behaviours = await catalogue.rows() if offered("behaviours", asked) else []
    return Way(
        name=name,
        kind=kind,
        fields=asked,
        choices=case_choices.choices_of(None, given, behaviours, None, language_of(request)),
        beside=completing.Beside(view=None, inspections=given.inspections),
        units=units,
        lost=await again.lost(),
    )


@get(_NEW + "/{way:str}", include_in_schema=False)
async def ask_opening(request: AnyRequest, way: FromPath[str]) -> Response[Any]:
    """Show the form of one way; with `?inspection=`, filled from that inspection.

    Items of plans were typed here once; they are in the plans themselves.
    """
    if way == "plan":
        return Redirect("/desk/plans", status_code=303)
    asked = await _way(request, way)
    filled = await _filled(request, asked)
    own = {"unit_id": [str(actor_of(request).unit.unit_id)]}
    form = initial_form(asked.fields, asked.choices, clock.now(), own | filled)
    return _page(request, asked, form)


async def _filled(request: AnyRequest, way: Way) -> dict[str, list[str]]:
    """Return values from the inspection, its party and its team, or from the informations that it rests on."""
    rests = [one for one in request.query_params.getall("information", []) if _is_id(one)]
    if rests and way.name in _REST:
        async with transaction():
            grounds = await informations.grounds([UUID(one) for one in rests], actor_of(request))
        return {"information": rests, "basis": [grounds.basis]}
    wanted = request.query_params.get("inspection", "")
    if wanted not in dict(way.choices.lists["inspections"]):
        return {}
    async with transaction():
        view = await inspections.read(
            UUID(wanted), actor_of(request), "case_opening", address_of(request)
        )
        others = await cases.sisters.of_inspection(UUID(wanted))
    known = {"inspection_id": [wanted], "officers": _team(view)}
    # If the inspection has a case already, this one is about another violator: the officer types
    # that party.
    return known if others else known | flat("", {"party": _party(view)})


def _team(view: InspectionView) -> list[str]:
    return [str(one.officer_id) for one in view.decision.team]


def _party(view: InspectionView) -> dict[str, Any]:
    subject: dict[str, Any] = msgspec.to_builtins(view.decision.subject)
    return subject


def _page(
    request: AnyRequest,
    way: Way,
    form: Form,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
    typed: again.Typed = again.NOTHING,
) -> Response[str]:
    return page(
        request,
        "casework/recording/opening.html",
        lost=way.lost,
        typed=typed,
        status=status,
        way=way,
        fields=way.fields,
        choices=way.choices,
        known=known_party.options(form),
        units=[(str(unit.id), unit_name(unit, request)) for unit in way.units],
        officers=[
            (key, f"{one['full_name']}, {one['title']}")
            for key, one in way.choices.officers.items()
        ],
        form=form,
        errors=errors or {},
        refused=refused,
    )


@post(_NEW + "/{way:str}", opt=ONCE, include_in_schema=False)
async def do_open(request: AnyRequest, way: FromPath[str]) -> Response[Any]:
    """Open the case, or show the form again with what is wrong."""
    asked = await _way(request, way)
    form, language = await read_form(request), language_of(request)
    step = form.text("step")
    if step.startswith("more:"):
        more = with_more_rows(form, asked.fields, step.removeprefix("more:"), clock.now())
        return _page(request, asked, more, typed=await again.read(form, language))
    form, unknown = await known_party.read(form, actor_of(request), language)
    before = await again.read(form, language)
    if before.errors or unknown:
        return _page(request, asked, form, unknown | before.errors, status=422, typed=before)
    # `opening` holds what only the server knows. It takes a number, which a fault below gives back
    # by rolling back.
    translate = partial(say, language)
    try:
        async with transaction():
            opening = await cases.opening(
                actor_of(request),
                *await _members(form, asked),
                unit_id=_unit(form, asked),
                again=before.said,
            )
            content, errors = await read_content(
                form,
                asked.kind,
                asked.fields,
                asked.choices,
                asked.beside,
                translate,
                opening=msgspec.to_builtins(opening),
                **await completing.given_by_inspection(
                    asked.kind, form.text("inspection_id"), asked.beside
                ),
                **await _rests_on(form, asked, actor_of(request)),
            )
            if content is None:
                raise _Faulty(errors)
            case_id, outcome = await cases.start(actor_of(request), asked.kind, content)
            if isinstance(outcome, Refused):
                raise NotOpened(outcome)
    except _Faulty as fault:
        return _page(request, asked, form, fault.errors, status=422, typed=before)
    except NotOpened as fault:
        told = at_field(form, fault.refused, language)
        return _page(request, asked, form, **told, status=409, typed=before)
    except Conflict as error:
        if before.said is None:
            raise
        said = told_of(request, error)
        return _page(request, asked, form, refused=said, status=409, typed=before)
    return Redirect(f"/desk/cases/{case_id}?done={asked.kind}", status_code=303)


_REST = ("proposal", "file")
"""Ways whose first act may name informations."""


async def _rests_on(form: Form, way: Way, actor: Actor) -> dict[str, Any]:
    """Return what the first act says of the informations that it rests on. Raises NotFound for one out of sight."""
    named = [UUID(one) for one in dict.fromkeys(form.all("information")) if _is_id(one)]
    if way.name not in _REST or not named:
        return {}
    grounds = await informations.grounds(named, actor)
    said: dict[str, Any] = {"information_ids": [str(one) for one in grounds.ids]}
    return said | ({"ordered": True} if grounds.ordered and way.name == "proposal" else {})


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


class _Faulty(Exception):
    """The form has faults. Raised to roll back the transaction, so that the number taken is free again."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(*errors)
        self.errors = errors


def _unit(form: Form, way: Way) -> UUID | None:
    """Return the chosen unit if it is in sight; otherwise None, which means the actor's own unit."""
    return next((unit.id for unit in way.units if str(unit.id) == form.text("unit_id")), None)


async def _members(form: Form, way: Way) -> list[CaseOfficer]:
    chosen = [one for one in dict.fromkeys(form.all("officers")) if one in way.choices.officers]
    return [await cases.as_officer(UUID(one), CaseOfficerRole.MEMBER) for one in chosen]


HANDLERS = [choose_way, ask_opening, do_open]
