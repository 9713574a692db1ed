"""Registering an information while a citizen is on the line: one form, nothing lost at any step.

What was said and who says it are sealed by the service before anything is written. Nothing of the form is kept in the
browser's storage: a form whose session ended goes through the sign-in like every other (shell/kept.py).
"""

from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.casework.acts.index import OPENINGS
from admin_ui.intake.acts.asking import NotRecorded
from admin_ui.intake.registering import reading
from admin_ui.intake.registering.reading import MOST_SUSPECTS, SUSPECT
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.core.local_time import VIETNAM
from backend.force import colleagues
from backend.force.colleagues import Colleague
from backend.intake.informations import registering
from backend.intake.informations import service as informations
from backend.ledger.service import Refused
from backend.parties import service as parties
from schemas.casework.words import InformationSource
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.decisions import SubjectRow
from schemas.intake.words import Channel, Nature
from schemas.intake.words import Field as Matters

_PLACE = "/desk/informations/new"
_CHANNELS = [one for one in Channel if one not in (Channel.PUBLIC_FORM, Channel.APP)]
"""Those by which something comes to a desk; the others come by themselves."""
_FOUND = 10


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a button of the form looked up: parties for one row, or officers."""

    row: int | None = None
    parties: list[SubjectRow] = msgspec.field(default_factory=list)
    officers: list[Colleague] | None = None


async def _page(
    request: AnyRequest,
    form: Form,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
    found: Found | None = None,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    if not informations.may_register(actor):
        raise NotAllowed
    looked = found or Found()
    named = [one for one in map(typed.identifier, form.all("named")) if one is not None]
    return page(
        request,
        "intake/registering/register.html",
        status=status,
        form=form,
        errors=errors or {},
        refused=refused,
        sources=_options(InformationSource, "informations.source", language),
        natures=_options(Nature, "taking.nature", language),
        channels=_options(_CHANNELS, "case_story.is_channel", language),
        kinds=_options(SubjectKind, "domain.subject", language),
        fields=_options(Matters, "case_story.is_fields", language),
        count=reading.rows(form),
        looked=looked.row,
        found=looked.parties,
        officers=looked.officers,
        named=await colleagues.named(named[: reading.MOST_NAMED]),
        takes_files=cases.may_open(actor) and cases.may_start(OPENINGS["file"][0], actor),
    )


def _options(values: Any, word: str, language: Language) -> list[tuple[str, str]]:
    return [(str(one.value), say(language, f"{word}_{one.value}")) for one in values]


@get(_PLACE, include_in_schema=False)
async def ask_information(request: AnyRequest) -> Response[str]:
    """Show the form. Raises NotAllowed."""
    nature = request.query_params.get("nature", "")
    started = nature if nature in set(Nature) else Nature.TIP.value
    values = {
        "source": ["tip"] if nature else [],
        "nature": [started],
        "channel": [Channel.PHONE.value],
        "received_at": [f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"],
        "informant_secret": ["yes"],
        "wants_answer": ["yes"],
        "suspects": ["1"],
    }
    return await _page(request, Form({name: value for name, value in values.items() if value}))


@post(_PLACE, opt=ONCE, include_in_schema=False)
async def register(request: AnyRequest) -> Response[Any]:
    """Look something up and show the form again, or register; depending on the button. Raises NotAllowed."""
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    if not informations.may_register(actor):
        raise NotAllowed
    step = _step(form)
    if step:
        changed, found = await _looked_up(request, form, step)
        return await _page(request, changed, found=found)
    asked, errors = reading.read(form, language)
    if asked is None:
        return await _page(request, form, errors=errors, status=422)
    try:
        async with transaction():
            done = await registering.register(asked, actor)
            if isinstance(done.outcome, Refused):
                raise NotRecorded(done.outcome)
    except NotRecorded as fault:
        said = getattr(fault.refused.text, language)
        return await _page(request, form, refused=said, status=409)
    if await informations.sees(done.id, actor):
        return Redirect(f"/desk/informations/{done.id}?done=intake.registered", status_code=303)
    return page(request, "intake/registering/above.html", number=done.number)


def _step(form: Form) -> str:
    """Return which button was pressed; empty for the one that registers.

    Enter presses the first one. A name in the search of officers is searched for by it, and by the last button if it
    was not yet: what was typed there is never left out in silence.
    """
    step, officer = form.text("step"), form.text("officer")
    if step not in ("", "enter"):
        return step
    asked = form.text("about_officer") == "yes" and officer
    unsearched = officer != form.text("searched")
    return "officer" if asked and (step == "enter" or unsearched) else ""


async def _searched(form: Form, values: dict[str, list[str]]) -> tuple[Form, Found]:
    """Search officers. Pressed again with the same words, Enter takes the only one whom they name."""
    found = await colleagues.search(form.text("officer"))
    again = form.text("step") == "enter" and form.text("searched") == form.text("officer")
    if again and len(found) == 1:
        named = dict.fromkeys([*values.get("named", []), str(found[0].id)])
        values["named"] = list(named)[: reading.MOST_NAMED]
        values["officer"] = values["searched"] = [""]
        return Form(values), Found()
    values["searched"] = [form.text("officer")]
    return Form(values), Found(officers=found)


async def _looked_up(request: AnyRequest, form: Form, step: str) -> tuple[Form, Found]:
    """Return the form after one of its small buttons, and what that found."""
    what, _, about = step.partition(":")
    values = {name: list(form.all(name)) for name, _ in form.pairs() if name != "step"}
    count = reading.rows(form)
    match what:
        case "more":
            values["suspects"] = [str(min(count + 1, MOST_SUSPECTS))]
        case "drop" if (row := _row(about, count)) is not None:
            _drop(values, row, count)
        case "find" if (row := _row(about, count)) is not None:
            name = form.text(f"suspects.{row}.name")
            rows = await parties.search(actor_of(request), name, _FOUND) if len(name) > 1 else []
            return Form(values), Found(row=row, parties=rows)
        case "take":
            await _take(request, values, about, count)
        case "officer":
            return await _searched(form, values)
        case "name" if about not in values.get("named", []):
            values["named"] = [*values.get("named", []), about][: reading.MOST_NAMED]
            values["officer"] = values["searched"] = [""]
        case "unname":
            values["named"] = [one for one in values.get("named", []) if one != about]
    return Form(values), Found()


def _row(text: str, count: int) -> int | None:
    row = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else -1
    return row if 0 <= row < count else None


def _drop(values: dict[str, list[str]], row: int, count: int) -> None:
    for at in range(row, count):
        for name in SUSPECT:
            values[f"suspects.{at}.{name}"] = values.get(f"suspects.{at + 1}.{name}", [""])
    values["suspects"] = [str(max(1, count - 1))]


async def _take(request: AnyRequest, values: dict[str, list[str]], about: str, count: int) -> None:
    """Put a party of the register into its row. Raises NotFound for one out of sight."""
    text, _, ident = about.partition(":")
    row, party_id = _row(text, count), typed.identifier(ident)
    if row is None or party_id is None:
        return
    party = await parties.get(actor_of(request), party_id)
    known = {
        "subject_id": str(party.id),
        "kind": party.kind,
        "name": party.name,
        "tax_code": party.tax_code or "",
        "address": party.address,
    }
    values |= {f"suspects.{row}.{name}": [text] for name, text in known.items()}


HANDLERS = [ask_information, register]
