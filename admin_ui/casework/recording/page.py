"""One page for every act of a case: its meaning, its form, and a confirmation if it is irrevocable.

The form comes from the act's description (casework/acts/). If `ledger.record` (the one door)
refuses, the reason is shown above the form, with the rule and its article. The form keeps what the
officer typed.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.acts import choices as case_choices
from admin_ui.casework.acts import prefill as case_prefill
from admin_ui.casework.acts import reckoned
from admin_ui.casework.acts import story as case_story
from admin_ui.casework.acts.fields import Shape, offered, shapes
from admin_ui.casework.acts.index import FORMS
from admin_ui.casework.acts.initial_values import initial_form, with_hidden, with_more_rows
from admin_ui.casework.acts.reading import MOST_ROWS, Choices, Reading, whole
from admin_ui.casework.cases import next_steps
from admin_ui.casework.cases.page import inspection_of
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.casework.drafting.service import completing, prefilling
from backend.core import clock
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound
from backend.law.catalogue import service as catalogue
from backend.ledger.service import Refused
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.law.catalogue import Violation


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The form of an act in one case: everything that its page needs except the values."""

    view: CaseView
    kind: CaseAct
    fields: Sequence[Shape]
    choices: Choices
    beside: completing.Beside
    behaviours: list[Violation]


async def _asked(request: AnyRequest, case_id: UUID, act: str) -> Asked:
    """Read the case and the act's form.

    Raises NotFound for a case out of sight or an act without a form here.
    """
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await cases.view(case_id, actor)
        if act not in FORMS:
            raise NotFound(what="act")
        kind = CaseAct(act)
        async with at_once() as ask:
            choosing = ask(cases.choices_for(case_id, actor))
            inspecting = ask(inspection_of(view, actor))
        await cases.opened(view, actor, "act", address_of(request))
    given, inspection = choosing.result(), inspecting.result()
    fields = shapes(CASE_CONTENTS[kind], FORMS[kind].fields)
    behaviours = await catalogue.rows_of(view.rule_set) if offered("behaviours", fields) else []
    choices = case_choices.choices_of(view, given, behaviours, inspection, language)
    if about := completing.about(kind, view):
        choices.fixed["document_id"] = str(about)
    beside = completing.Beside(view=view, inspections=given.inspections)
    return Asked(
        view=view, kind=kind, fields=fields, choices=choices, beside=beside, behaviours=behaviours
    )


@get("/desk/cases/{case_id:uuid}/acts/{act:str}", include_in_schema=False)
async def ask_act(
    request: AnyRequest, case_id: FromPath[UUID], act: FromPath[str]
) -> Response[str]:
    """Show the act's form, filled from the case, or say why the act is not possible now."""
    asked = await _asked(request, case_id, act)
    if cases.binds(asked.kind):
        confirming.require(request)
    if act not in asked.view.possible:
        why = asked.view.withheld.get(act)
        return page(
            request,
            "casework/recording/not_now.html",
            status=409,
            view=asked.view,
            act=act,
            why=why,
            answered=reckoned.answered(asked.view),
        )
    paper = typed.identifier(request.query_params.get("paper", ""))
    filled = case_prefill.filled(asked.kind, asked.view, asked.behaviours, paper)
    filled |= case_prefill.chosen_file(
        asked.view, typed.identifier(request.query_params.get("file", ""))
    )
    form = initial_form(asked.fields, asked.choices, clock.now(), filled)
    return _page(request, asked, form)


_BY_WRITING = (CaseAct.EXPLANATION_RECEIVED,)
"""Acts that rest on a party's own writing as well as on a paper of the case."""


def _page(
    request: AnyRequest,
    asked: Asked,
    form: Form,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
    law: str = "",
) -> Response[str]:
    named = typed.identifier(form.text("document_id"))
    paper = cases.needed_papers.ground(asked.kind, asked.view.papers, named)
    lacking = asked.choices.lacking(asked.fields)
    groups = cases.needed_papers.waited_for(asked.kind, asked.view.papers)
    fields = [one.forms for one in lacking if one.kind == "paper" and one.forms]
    groups += [forms for forms in fields if forms not in groups]
    missing = [form for group in groups for form in group]
    sheets = asked.kind in _BY_WRITING and bool(asked.choices.lists.get("sheets"))
    return page(
        request,
        "casework/recording/act.html",
        status=status,
        view=asked.view,
        act=str(asked.kind),
        fields=asked.fields,
        choices=asked.choices,
        form=with_hidden(form, asked.fields, clock.now()),
        held=prefilling.held(asked.kind, paper),
        missing=missing,
        needs="" if len(missing) < 2 else "one_of" if len(groups) == 1 else "each_of",
        nothing_to_change=asked.kind in next_steps.CHANGING
        and not next_steps.decisions_in_force(asked.view),
        unsigned=next_steps.decisions_begun(asked.view, language_of(request)),
        by_writing=asked.kind in _BY_WRITING,
        by_sheet=sheets,
        papers_first=next_steps.papers_first(asked.view, asked.kind, missing, language_of(request)),
        no_paper=asked.view.barred.get(CaseAct.DOCUMENT_DRAFTED),
        lacking=[one for one in lacking if not (one.kind == "paper" and one.forms)],
        errors=errors or {},
        refused=refused,
        law=law,
        answered=reckoned.answered(asked.view),
        remedy_names=case_choices.remedy_words(language_of(request)),
        action=f"/desk/cases/{asked.view.id}/acts/{asked.kind}",
    )


@post("/desk/cases/{case_id:uuid}/acts/{act:str}", opt=ONCE, include_in_schema=False)
async def do_act(request: AnyRequest, case_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Add a row, correct, ask for confirmation, or record the act, depending on the button."""
    asked = await _asked(request, case_id, act)
    if cases.binds(asked.kind):
        confirming.require(request)
    form, language = await read_form(request), language_of(request)
    step = form.text("step")
    if step.startswith("more:"):
        more = with_more_rows(form, asked.fields, step.removeprefix("more:"), clock.now())
        return _page(request, asked, more)
    if step == "correct":
        return _page(request, asked, form)
    named = {name: typed.identifier(form.text(name)) for name in ("document_id", "by")}
    given = await completing.given(asked.view, asked.kind, named, MOST_ROWS, actor_of(request))
    given |= await completing.given_by_inspection(
        asked.kind, form.text("inspection_id"), asked.beside
    )
    content, errors = await read_content(
        form,
        asked.kind,
        asked.fields,
        asked.choices,
        asked.beside,
        partial(say, language),
        **given,
    )
    if content is None:
        return _page(request, asked, form, errors, status=422)
    if outside := await cases.out_of_bounds(case_id, asked.kind, content, actor_of(request)):
        return _page(request, asked, form, **at_field(form, outside, language), status=409)
    if FORMS[asked.kind].sure and step != "sure":
        return _sure(request, asked, form, content)
    async with transaction():
        outcome = await cases.act(case_id, asked.kind, content, actor_of(request))
    if isinstance(outcome, Refused):
        again = reckoned.address(outcome.code, asked.view, asked.kind)
        told = at_field(form, outcome, language)
        return _page(request, asked, form, **told, status=409, law=again)
    return Redirect(f"/desk/cases/{case_id}?done={asked.kind}", status_code=303)


async def read_content(
    form: Form,
    kind: CaseAct,
    fields: Sequence[Shape],
    choices: Choices,
    beside: completing.Beside,
    translate: Any,
    **given: Any,
) -> tuple[Wire | None, dict[str, str]]:
    """Return the content that a form describes, completed with `given`; or None and the faults by field."""
    reading = Reading(form, choices, translate)
    values = reading.values(fields) | given
    if reading.errors:
        return None, reading.errors
    sheets = {"sheet", *(one.name for one in fields if one.choices == "sheets")} & values.keys()
    values |= {name: int(values[name]) if values[name] else None for name in sheets}
    try:
        values = await completing.completed(kind, values, beside)
        return whole(CASE_CONTENTS[kind], values), {}
    except completing.NeitherKnown as row:
        return None, {f"violations.{row.place}.code": translate("cases.error_code_or_outside")}
    except NotFound:  # the behaviour was not in force on that day
        return None, {
            "violations": translate("cases.error_other", field=translate("case_fields.code"))
        }
    except msgspec.ValidationError as fault:
        at = str(fault).rpartition("$.")[2].rstrip("`").partition("[")[0].partition(".")[0]
        known = next((one for one in fields if one.name == at), fields[0])
        said = translate("cases.error_other", field=translate(f"case_fields.{known.word}"))
        return None, {known.name: said}


_ANSWERS = {
    "case_another_party": "another_party",
    "case_party_other": "another_party",
    "case_receipt_elsewhere": "again",
}
"""Codes of refusals that a reason can overcome, with the field in which the officer types it."""


def at_field(form: Form, refused: Refused, language: Language) -> dict[str, Any]:
    """Place a refusal at the field that it names, if the page has it; otherwise above the form."""
    said = getattr(refused.text, language)
    named = _ANSWERS.get(refused.code, str(refused.detail.get("where", "")))
    at = named.strip("/").replace("/", ".")
    return {"errors": {at: said}} if at in dict(form.pairs()) else {"refused": said}


def _sure(request: AnyRequest, asked: Asked, form: Form, content: Wire) -> Response[str]:
    """Ask for confirmation. Shows the act as the story will tell it, and carries everything that was typed."""
    language = language_of(request)
    builtins = msgspec.to_builtins(content)
    told = case_story.teller(asked.view, language).tell(asked.kind, builtins)
    return page(
        request,
        "casework/recording/sure.html",
        view=asked.view,
        act=str(asked.kind),
        told=told,
        pairs=[pair for pair in form.pairs() if pair[0] != "step"],
        action=f"/desk/cases/{asked.view.id}/acts/{asked.kind}",
    )


HANDLERS = [ask_act, do_act]
