"""One page for every act of an information: its meaning, its form, and a confirmation if it ends something."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.acts.fields import Shape, shapes
from admin_ui.casework.acts.initial_values import flat, initial_form, with_hidden, with_more_rows
from admin_ui.casework.acts.reading import Choices
from admin_ui.intake.acts import asking
from admin_ui.intake.acts import story as stories
from admin_ui.intake.acts.describing import Described
from admin_ui.intake.acts.index import DESCRIBED
from admin_ui.shell import late
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.intake.informations import service as informations
from backend.ledger.service import Outcome, Refused
from schemas.core.base import Wire
from schemas.intake.acts import INFORMATION_CONTENTS, Amended, Classified, Forwarded
from schemas.intake.views import InformationView
from schemas.intake.words import InformationAct

_PLACE = "/desk/informations/{information_id:uuid}/acts/{act:str}"
_NAMED = "named_officers"
_OFFICERS = (_NAMED, "of_unnamed_officer")
"""Fields of the rare information that is about an officer; folded until one of them says something."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The form of an act of one information: everything that its page needs except the values."""

    view: InformationView
    described: Described
    fields: tuple[Shape, ...]
    choices: Choices

    @property
    def action(self) -> str:
        """Return where the form is sent."""
        return f"/desk/informations/{self.view.id}/acts/{self.described.wire}"

    @property
    def wide(self) -> bool:
        """Tell whether a part of the form is a grid, which needs the width of the page."""
        return any(one.in_grid for shape in self.fields for one in (shape, *shape.sub))


async def _asked(request: AnyRequest, information_id: UUID, act: str, form: Form) -> Asked:
    """Read the information and the act's form. Raises NotFound for one out of sight, or without a form here."""
    actor, language = actor_of(request), language_of(request)
    if act not in set(InformationAct) or not DESCRIBED[InformationAct(act)].fields:
        raise NotFound(what="act")
    kind = InformationAct(act)
    async with transaction():
        view = await informations.read(information_id, actor, address_of(request))
        choices = await asking.choices_for(view, kind, form, actor, language)
    described = DESCRIBED[kind]
    if described.binds:
        confirming.require(request)
    return Asked(
        view=view,
        described=described,
        fields=shapes(INFORMATION_CONTENTS[kind], described.fields),
        choices=choices,
    )


def _page(
    request: AnyRequest,
    asked: Asked,
    form: Form,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    lacks_decision = asking.lacks_decision(asked.described.wire, asked.choices)
    return page(
        request,
        "intake/acts/act.html",
        status=status,
        view=asked.view,
        described=asked.described,
        fields=asking.without_decision(asked.fields, errors or {})
        if lacks_decision
        else asked.fields,
        wide=asked.wide,
        choices=asked.choices,
        lacks_decision=lacks_decision,
        exception_open=bool(errors or refused or request.method == "POST"),
        papers_at=asking.papers_at(asked.view),
        about_officers=_OFFICERS if asked.described.wire is InformationAct.CLASSIFIED else (),
        nobody=() if asked.choices.lists["colleagues"] or _NAMED in (errors or {}) else (_NAMED,),
        officers_open=bool(asked.choices.lists["colleagues"])
        or any(form.text(name) for name in (*_OFFICERS, "officer"))
        or any(name in (errors or {}) for name in _OFFICERS),
        form=with_hidden(form, asked.fields, clock.now()),
        errors=errors or {},
        refused=refused,
        action=asked.action,
    )


@get(_PLACE, include_in_schema=False)
async def ask_act(
    request: AnyRequest, information_id: FromPath[UUID], act: FromPath[str]
) -> Response[str]:
    """Show the act's form, filled from the information, or say that it is not possible now."""
    asked = await _asked(request, information_id, act, Form({}))
    if asked.described.wire not in asked.view.possible:
        return page(
            request,
            "intake/acts/not_now.html",
            status=409,
            view=asked.view,
            described=asked.described,
        )
    async with transaction():
        known = await asking.filled_from(asked.view, asked.described.wire, actor_of(request))
    base = late.mark_of(asked.view.matter) if act == InformationAct.AMENDED else ""
    filled = (
        {late.FIELD: [base]} | flat("", known) | {"named_officers": known.get("named_officers", [])}
    )
    return _page(request, asked, initial_form(asked.fields, asked.choices, clock.now(), filled))


@post(_PLACE, opt=ONCE, include_in_schema=False)
async def do_act(
    request: AnyRequest, information_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Add a row, search officers, correct, ask for confirmation, or record the act, depending on the button."""
    form, language = await read_form(request), language_of(request)
    asked = await _asked(request, information_id, act, form)
    step = form.text("step")
    if step.startswith("more:"):
        more = with_more_rows(form, asked.fields, step.removeprefix("more:"), clock.now())
        return _page(request, asked, more)
    # Enter presses the first button: with a name that nobody searched for yet, it searches.
    searches = step == "enter" and form.text("officer") not in ("", form.text("searched"))
    if searches or step in ("correct", "find"):
        return _page(request, asked, form)
    kind = asked.described.wire
    content, errors = asking.content_of(
        form, asked.view, kind, asked.fields, asked.choices, language
    )
    if content is None:
        return _page(request, asked, form, errors, status=422)
    warning = asking.warning(content)
    if (asked.described.sure or warning) and step != "sure":
        return _sure(request, asked, form, content, warning)
    try:
        async with transaction():
            outcome = await _recorded(information_id, content, form, actor_of(request))
            if isinstance(outcome, Refused):
                raise asking.NotRecorded(outcome)
    except asking.NotRecorded as fault:
        said = getattr(fault.refused.text, language)
        at = str(fault.refused.detail.get("where", "")).strip("/").replace("/", ".")
        if at in dict(form.pairs()):
            return _page(request, asked, form, {at: said}, status=409)
        if late.is_told(fault.refused.code):
            asked = await _asked(request, information_id, act, form)
            form = late.opened_now(form, late.mark_of(asked.view.matter))
        return _page(request, asked, form, refused=said, status=409)
    if not await informations.sees(information_id, actor_of(request)):
        return Redirect("/desk/informations?done=above", status_code=303)
    return Redirect(f"/desk/informations/{information_id}?done={kind}", status_code=303)


async def _recorded(information_id: UUID, content: Wire, form: Form, actor: Actor) -> Outcome:
    """Record it; what begins another record, or takes a number, by its own function of the service."""
    match content:
        case Forwarded():
            outcome, _ = await informations.forward(
                information_id,
                content.to_unit_id,
                content.reason,
                actor,
                document_id=content.document_id,
            )
            return outcome
        case Classified():
            return await informations.classify(
                information_id,
                content.nature,
                content.reason,
                actor,
                named_officers=content.named_officers,
                about=content.about,
                of_unnamed_officer=content.of_unnamed_officer,
            )
        case Amended():
            return await informations.amend(information_id, content, actor, form.text(late.FIELD))
        case _:
            return await informations.act(information_id, content, actor)


def _sure(
    request: AnyRequest, asked: Asked, form: Form, content: Wire, warning: str
) -> Response[str]:
    """Ask for confirmation. Shows the act as the timeline will tell it, and carries everything that was typed.

    `warning` is the key of what the law asks for and the form does not have; empty if there is nothing.
    """
    builtins = msgspec.to_builtins(content)
    sentence, detail = stories.tell(asked.described.wire, builtins, language_of(request))
    return page(
        request,
        "intake/acts/sure.html",
        view=asked.view,
        described=asked.described,
        sentence=sentence,
        detail=detail,
        warning=warning,
        pairs=[pair for pair in form.pairs() if pair[0] != "step"],
        action=asked.action,
    )


HANDLERS = [ask_act, do_act]
