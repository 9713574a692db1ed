"""A party is registered and corrected."""

from contextlib import suppress
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.parties.editing import form as party_form
from admin_ui.parties.editing.form import Choices
from admin_ui.parties.register.lines import PLACE
from admin_ui.shell import late, places
from admin_ui.shell.choosing.sources import (
    commune_options,
    old_commune_options,
    party_option,
    unit_choices,
)
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Option, Reader
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.typed import counted, identifier
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.units import service as units_service
from backend.ledger.service import Outcome, Refused
from backend.parties import reading, recording
from backend.parties import service as parties
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import (
    MOST_IDENTIFIERS,
    MOST_REPRESENTATIVES,
    PartyCorrected,
    PartyDetails,
)
from schemas.parties.views import PartyView
from schemas.parties.words import IdentifierKind, PartySource, Sex

ONE = f"{PLACE}/{{party_id:uuid}}"
_MORE = {
    "number": (party_form.NUMBERS, MOST_IDENTIFIERS),
    "person": (party_form.PEOPLE, MOST_REPRESENTATIVES),
}
"""The buttons that add a row: of which list, and how many it may have."""


def address(party_id: UUID) -> str:
    """Return the URL of a party's page."""
    return f"{PLACE}/{party_id}"


@get(f"{PLACE}/new", include_in_schema=False)
async def new_party(request: AnyRequest) -> Response[str]:
    """Show the empty form. Raises NotAllowed."""
    _require(request)
    form = party_form.of_details(None).with_values({"unit": str(actor_of(request).unit.unit_id)})
    return await _form_page(request, form, None)


@post(f"{PLACE}/new", opt=ONCE, include_in_schema=False)
async def register(request: AnyRequest) -> Response[Any]:
    """Register the party. Raises NotAllowed."""
    _require(request)
    return await _taken(request, None)


@get(f"{ONE}/edit", include_in_schema=False)
async def edit(request: AnyRequest, party_id: FromPath[UUID]) -> Response[Any]:
    """Show the form with what is known. Raises NotAllowed, NotFound."""
    view = await _view(request, party_id)
    return await _form_page(request, party_form.of_details(view.details), view)


@post(f"{ONE}/edit", opt=ONCE, include_in_schema=False)
async def correct(request: AnyRequest, party_id: FromPath[UUID]) -> Response[Any]:
    """Say anew what is known. Raises NotAllowed, NotFound."""
    return await _taken(request, await _view(request, party_id))


def _require(request: AnyRequest) -> None:
    if not reading.keeps(actor_of(request)):
        raise NotAllowed


async def _view(request: AnyRequest, party_id: UUID) -> PartyView:
    async with transaction():
        view = await reading.view(party_id, actor_of(request))
        if not view.may_keep:
            raise NotAllowed
        if request.method == "GET":
            await reading.note_opened(
                [view.id], actor_of(request), "party.form", address_of(request)
            )
    return view


async def _choices(request: AnyRequest, form: Form) -> Choices:
    """Return what the lists offer; of the register only what is chosen or typed."""
    actor, chosen, typed = actor_of(request), form.text("main_party"), form.text("main_party.typed")
    rows = await parties.search(actor, typed[:200]) if typed else []
    known = identifier(chosen)
    if known is not None and all(one.id != known for one in rows):
        with suppress(NotFound):
            rows = [await parties.get(actor, known), *rows]
    return Choices(
        communes=commune_options(),
        old_communes=old_commune_options(),
        parties=[party_option(one) for one in rows],
    )


async def _units(request: AnyRequest) -> list[Option]:
    units = await units_service.covered(actor_of(request))
    return unit_choices(units, language_of(request))


async def _taken(request: AnyRequest, view: PartyView | None) -> Response[Any]:
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    if form.text("step") in _MORE:
        return await _form_page(request, _with_a_row(form), view)
    translate = partial(say, language)
    async with transaction():
        choices, units = await _choices(request, form), await _units(request)
    details, errors = party_form.read(form, choices, translate, view.details if view else None)
    reader = Reader(form, translate)
    unit = None if view else reader.picked("unit", say(language, "party.unit"), units)
    renamed_on = reader.day("renamed_on", say(language, "party.renamed_on"), required=False)
    reason = reader.text("reason", say(language, "party.reason"), most=2000)
    errors |= reader.errors
    if details is None or errors:
        return await _form_page(request, form, view, errors=errors, status=422)
    async with transaction():
        party_id, outcome = await _recorded(
            request, details, view, UUID(unit) if unit else None, renamed_on, reason
        )
    if isinstance(outcome, Refused):
        if view and late.is_told(outcome.code):
            async with transaction():
                view = await reading.view(view.id, actor)
            form = late.opened_now(form, late.mark_of(view.details))
        said = getattr(outcome.text, language)
        return await _form_page(request, form, view, refused=said, status=409)
    return Redirect(
        f"{address(party_id)}?done={'corrected' if view else 'registered'}", status_code=303
    )


async def _recorded(
    request: AnyRequest,
    details: PartyDetails,
    view: PartyView | None,
    unit: UUID | None,
    renamed_on: Any,
    reason: str,
) -> tuple[UUID, Outcome]:
    actor, mark = actor_of(request), (await read_form(request)).text(late.FIELD)
    if view is None:
        own = unit or actor.unit.unit_id
        return await recording.register(details, own, PartySource.REGISTER, actor)
    content = PartyCorrected(party=details, renamed_on=renamed_on, reason=reason)
    return view.id, await recording.correct(view.id, content, mark, actor)


def _with_a_row(form: Form) -> Form:
    """Return the form with one row more of the list that its button names."""
    name, most = _MORE[form.text("step")]
    return form.with_values({name: str(len(_rows(form, name, most)) + 1)})


def _rows(form: Form, name: str, most: int) -> range:
    shown = counted(form.text(name))
    return range(1 if shown is None else min(most, shown))


async def _form_page(
    request: AnyRequest,
    form: Form,
    view: PartyView | None,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)
    async with transaction():
        choices = await _choices(request, form)
        units = [] if view else await _units(request)
    translate = partial(say, language)
    return page(
        request,
        "parties/editing/form.html",
        status=status,
        view=view,
        form=form,
        base=form.text(late.FIELD) or (late.mark_of(view.details) if view else ""),
        errors=errors or {},
        refused=refused,
        kinds=[(one.value, translate(f"party.kind_{one}")) for one in SubjectKind],
        number_kinds=[(one.value, translate(f"party.kind_{one}")) for one in IdentifierKind],
        sexes=[(one.value, translate(f"party.sex_{one}")) for one in Sex],
        provinces=list(places.PROVINCES.items()),
        communes=choices.communes,
        old_communes=choices.old_communes,
        parties=choices.parties,
        units=units if len(units) > 1 else [],
        added=form.text("step"),
        most=_MORE,
        number_rows=_rows(form, *_MORE["number"]),
        people_rows=_rows(form, *_MORE["person"]),
        address=f"{address(view.id)}/edit" if view else f"{PLACE}/new",
        back=address(view.id) if view else PLACE,
        back_said=view.details.name if view else translate("party.register"),
    )


HANDLERS = [new_party, register, edit, correct]
