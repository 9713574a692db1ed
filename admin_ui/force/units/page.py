"""Units: the tree of present and closed ones, one with what is below it; creating, renaming and closing one."""

from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.units import lines, restructuring, showing
from admin_ui.shell.choosing.sources import administered_units, units_above, units_for_new
from admin_ui.shell.formats import number
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.fields import REASON, Errors, Field, Values, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.units import service as units
from backend.force.units.service import Change, UnitView
from backend.ledger.service import Outcome, Refused
from schemas.force.acts import UnitCreated

_NAMES = (
    Field("name_vi", "text", "people.unit_name_vi"),
    Field("name_en", "text", "people.unit_name_en"),
)
_FIELDS: dict[str, tuple[Field, ...]] = {
    "new": (
        Field("parent_id", "choice", "people.unit_parent", source="units?rule=for-new"),
        Field("kind", "choice", "people.unit_kind"),
        Field(
            "code", "text", "people.unit_code", longest=8, shortest=2, hint="people.unit_code_hint"
        ),
        *_NAMES,
        Field("valid_from", "date", "people.valid_from"),
    ),
    "rename": (*_NAMES, REASON),
    **restructuring.FIELDS,
}


@get("/desk/units", include_in_schema=False)
async def list_units(request: AnyRequest) -> Response[Any]:
    """Show the scope's units as a tree; closed ones follow separately."""
    rows = await units.list_administered(actor_of(request))
    return page(
        request,
        "force/units/units.html",
        list=lines.listing([row for row in rows if row.valid_to is None], language_of(request)),
        closed=[row for row in rows if row.valid_to is not None],
        names={row.id: row.name for row in rows},
        done=request.query_params.get("done", "") in _FIELDS,
    )


class _Unit(NamedTuple):
    """A unit with what is around it, as its page and the form that closes it show it."""

    unit: UnitView
    above: UnitView | None
    """None if it is out of the scope, or there is none."""
    below: list[UnitView]
    """In force, directly below."""

    @property
    def officers(self) -> int:
        return self.unit.officers or 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody and no unit is left in it, so that it may be closed."""
        return not self.officers and not self.below


async def _around(request: AnyRequest, unit: UnitView) -> _Unit:
    rows = await units.list_administered(actor_of(request))
    return _Unit(
        unit=next((one for one in rows if one.id == unit.id), unit),
        above=next((one for one in rows if one.id == unit.parent_id), None),
        below=[one for one in rows if one.parent_id == unit.id and one.valid_to is None],
    )


def _left(of: _Unit, language: Language) -> str:
    """Return what of a unit has to leave before it is closed; nothing of what is not there."""
    which = "both" if of.officers and of.below else "units" if of.below else "officers"
    return say(
        language,
        f"people.unit_left_{which}",
        officers=number(of.officers, language),
        units=number(len(of.below), language),
    )


@get("/desk/units/{unit_id:uuid}", include_in_schema=False)
async def show_unit(request: AnyRequest, unit_id: FromPath[UUID]) -> Response[Any]:
    """Show one unit, what is below it, and what can be done with it. Raises NotAllowed, NotFound."""
    unit = await units.get_administered(actor_of(request), unit_id)
    of = await _around(request, unit)
    return page(
        request,
        "force/units/unit.html",
        of=of,
        waits=await units.waiting_ask(unit_id),
        left_said=_left(of, language_of(request)),
        list=lines.listing(of.below, language_of(request)),
    )


_KINDS = ("industry_department", "department", "team")


async def _choices(request: AnyRequest, unit: UnitView | None) -> dict[str, list[tuple[str, str]]]:
    below = (await _around(request, unit)).below if unit else []
    actor, language = actor_of(request), language_of(request)
    known = await administered_units(actor, language)
    others = [each for each in known if unit is None or each[0] != str(unit.id)]
    parents = units_above(actor, unit.id, language) if unit else units_for_new(actor, language)
    return {
        "parent_id": await parents,
        **dict.fromkeys(("successor_id", "into_id", "rest_id", "part_id"), others),
        "kind": [(each, say(language, f"people.kind_{each}")) for each in _KINDS],
        **await restructuring.choices(actor, unit, below),
    }


def _fields(act: str, unit: UnitView | None) -> tuple[Field, ...]:
    """Return an act's fields; what may lie above this unit is searched among those alone."""
    return tuple(
        field._replace(source=f"units?rule=above&of={unit.id}")
        if unit and field.name == "parent_id"
        else field
        for field in _FIELDS[act]
    )


async def _show(
    request: AnyRequest,
    act: str,
    unit: UnitView | None,
    form: Form,
    errors: Errors | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    of = await _around(request, unit) if unit else None
    return page(
        request,
        "force/units/unit_act.html",
        status=status,
        act=act,
        unit=unit,
        of=of,
        left_said=_left(of, language_of(request)) if of else "",
        fields=_fields(act, unit),
        choices=await _choices(request, unit),
        form=form,
        errors=errors or {},
        wrong=wrong,
    )


def _first(act: str, unit: UnitView | None) -> Form:
    if act == "rename" and unit is not None:
        return Form.filled({"name_vi": unit.name.vi, "name_en": unit.name.en})
    day = clock.today().isoformat()
    return Form.filled({"valid_from": day, "valid_to": day})


@get("/desk/units/new", include_in_schema=False)
async def show_new(request: AnyRequest) -> Response[Any]:
    """Show the form that creates a unit below one of the scope."""
    return await _show(request, "new", None, _first("new", None))


@post("/desk/units/new", include_in_schema=False)
async def create(request: AnyRequest) -> Response[Any]:
    """Create a unit."""
    return await _do(request, "new", None)


@get("/desk/units/{unit_id:uuid}/{act:str}", include_in_schema=False)
async def show_act(
    request: AnyRequest, unit_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Show what follows from renaming or closing, and the fields."""
    unit = await _open(request, unit_id, act)
    return await _show(request, act, unit, _first(act, unit))


@post("/desk/units/{unit_id:uuid}/{act:str}", include_in_schema=False)
async def do_act(request: AnyRequest, unit_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Rename or close the unit."""
    return await _do(request, act, await _open(request, unit_id, act))


async def _open(request: AnyRequest, unit_id: UUID, act: str) -> UnitView:
    unit = await units.get_administered(actor_of(request), unit_id)
    if act not in _FIELDS or act == "new":
        raise NotFound(what="act")
    return unit


async def _do(request: AnyRequest, act: str, unit: UnitView | None) -> Response[Any]:
    language = language_of(request)
    form = await read_form(request)
    choices = await _choices(request, unit)
    translate = partial(say, language)
    values, errors = read(_FIELDS[act], form, choices, translate)
    code = values.get("code")
    if code and not (code.isascii() and code.isdigit()):
        errors["code"] = translate("people.error_code")
    if errors:
        return await _show(request, act, unit, form, errors, status=422)
    if act in restructuring.FIELDS and unit is not None:
        change = await restructuring.change(act, unit.id, values, errors, language)
        if change is None:
            return await _show(request, act, unit, form, errors, status=422)
        if form.text("confirmed"):
            return await _ask(request, act, unit, form, change)
        return await _confirm(request, act, unit, form, change)
    async with transaction():
        outcome = await _outcome(request, unit, values)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _show(request, act, unit, form, wrong=wrong, status=409)
    return Redirect(f"/desk/units?done={act}", status_code=303)


async def _ask(
    request: AnyRequest, act: str, unit: UnitView, form: Form, change: Change
) -> Response[Any]:
    """Ask for a restructuring; a second administrator confirms it."""
    async with transaction():
        outcome, ask_id = await units.ask(actor_of(request), unit.id, change)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language_of(request))
        return await _show(request, act, unit, form, wrong=wrong, status=409)
    return Redirect(f"/desk/unit-asks/{ask_id}?done=asked", status_code=303)


async def _confirm(
    request: AnyRequest, act: str, unit: UnitView, form: Form, change: Change
) -> Response[Any]:
    """Show what a restructuring touches, and whether it is to be asked for; or why it cannot be."""
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        why = await units.objection(actor, unit.id, change)
    if why is not None:
        wrong = getattr(why.text, language)
        return await _show(request, act, unit, form, wrong=wrong, status=409)
    preview = await units.preview(actor, unit.id, change)
    return page(
        request,
        "force/units/unit_confirm.html",
        act=act,
        unit=unit,
        it=await showing.shown(unit, change, preview, language),
        pairs=[*restructuring.carried(act, form), ("confirmed", "yes")],
    )


async def _outcome(request: AnyRequest, unit: UnitView | None, values: Values) -> Outcome:
    actor = actor_of(request)
    if unit is None:
        return await units.create(actor, UnitCreated(**values))
    return await units.rename(
        actor, unit.id, values["name_vi"], values["name_en"], values["reason"]
    )


HANDLERS = [list_units, show_new, create, show_unit, show_act, do_act]
