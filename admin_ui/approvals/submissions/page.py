"""The page of a submission, and a page for each answer to it.

The address and the form of an answer carry the hash that its maker looked at; `ledger.record` (the
one door) compares it with what is submitted and with what is there.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.approvals import queue, records, titles
from admin_ui.approvals.submissions import answering, outside, panel, recording
from admin_ui.approvals.submissions.read import Read
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY
from admin_ui.shell.words import say
from backend.approvals.reading import service as reading
from backend.approvals.reading.service import Panel
from backend.approvals.submissions import service as submissions
from backend.core.database import transaction
from backend.core.errors import NotFound

_ONE = "/desk/submissions/{submission_id:uuid}"
_ROW = ("from", "show")
"""What a form carries that leads back into the row of what waits (admin_ui/approvals/review)."""
_NAMING = frozenset({"return", "supplement"})
"""Whose forms name places of the subject."""


@get(_ONE, include_in_schema=False)
async def show(
    request: AnyRequest,
    submission_id: FromPath[UUID],
    done: FromQuery[str] = "",
    content: FromQuery[str] = "",
) -> Response[Any]:
    """Show a submission: what it is, where it waits, what happened. Raises NotFound.

    `content`: go on to the record's own page, where the panel is beside what it is about, if the reader sees it.
    """
    if content:
        found = await submissions.find(submission_id, actor_of(request))
        own = await records.own_page(found.facts.subject, actor_of(request))
        if own is not None:
            return Redirect(own, status_code=303)
    async with transaction():
        seen = await reading.panel(submission_id, actor_of(request))
        approval = await panel.context(request, seen)
        await reading.opened(seen, actor_of(request), address_of(request))
    return page(
        request,
        "approvals/submissions/submission.html",
        approval=approval,
        title=titles.of(seen.found.facts, language_of(request)),
        said_above=_said_above(seen),
        done=f"submission.done_{done}" if done in reading.OPERATIONS else "",
    )


def _said_above(seen: Panel) -> set[str]:
    """Return what the panel shows of what was written, which the story below it does not repeat."""
    answers = [one for step in seen.steps for one in (step.answer, *step.former) if one]
    return {seen.found.facts.note, *(one.text for one in answers)}


@get(f"{_ONE}/{{what:str}}", include_in_schema=False)
async def ask(
    request: AnyRequest,
    submission_id: FromPath[UUID],
    what: FromPath[str],
    shown: FromQuery[str] = "",
    package: FromQuery[str] = "",
    at: FromQuery[str] = "",
) -> Response[str]:
    """Show the form of one answer, and what it means. Raises NotFound, ConfirmationNeeded.

    `at`: the place that was picked on the record's page. `from=review`: the reader goes through what waits, and
    goes on there.
    """
    seen = await _seen(request, submission_id, what)
    if what in answering.SHOWS:
        await reading.opened(seen, actor_of(request), address_of(request))
    filled = Form({"shown": [shown or seen.found.facts.shown], "package": [package]})
    filled = filled.with_values({one: request.query_params.get(one, "") for one in _ROW})
    rows, turned_to = answering.with_row([("", "")], at) if at else (None, None)
    return await _form(request, seen, what, filled, rows=rows, turned_to=turned_to)


@post(f"{_ONE}/{{what:str}}", include_in_schema=False, request_max_body_size=MOST_BODY)
async def answer(
    request: AnyRequest, submission_id: FromPath[UUID], what: FromPath[str]
) -> Response[Any]:
    """Record one answer. Raises NotFound, ConfirmationNeeded."""
    form, actor = await read_form(request), actor_of(request)
    if form.text("more") or form.text("pick"):
        seen = await _seen(request, submission_id, what)
        rows, turned_to = answering.with_row(answering.rows_of(form), form.text("pick"))
        return await _form(request, seen, what, form, rows=rows, turned_to=turned_to)
    read = await _read_outside(request, submission_id, what, form)
    row = await _row(request, form)
    tried = await recording.record(request, submission_id, what, form, read)
    if tried.status != 303:
        now = await reading.panel(submission_id, actor)
        return await _form(
            request,
            now,
            what,
            form,
            status=tried.status,
            wrong=tried.wrong,
            errors=tried.errors,
        )
    if row is not None:
        async with transaction():
            onward = await queue.onward(actor, row, submission_id, form.text("show"))
        return Redirect(onward, status_code=303)
    return Redirect(f"/desk/submissions/{submission_id}?done={what}", status_code=303)


async def _row(request: AnyRequest, form: Form) -> list[UUID] | None:
    """Return what waits for a reader who goes through it; None for others."""
    if form.text("from") != "review":
        return None
    async with transaction():
        return await queue.waiting(actor_of(request), form.text("show"))


async def _read_outside(
    request: AnyRequest, submission_id: UUID, what: str, form: Form
) -> Read | None:
    """Read the answer of an authority outside, whose scan is stored outside of any transaction; None of others."""
    if what != "outside_answer":
        _known(what)
        return None
    seen = await _seen(request, submission_id, what)
    step = recording.step_of(seen.steps, what)
    named = answering.hash_of(form), answering.number_of(form, step)
    return await outside.answered(request, form, seen, step, *named)


def _known(what: str) -> None:
    if what not in reading.OPERATIONS:
        raise NotFound(what="submission")


async def _seen(request: AnyRequest, submission_id: UUID, what: str) -> Panel:
    _known(what)
    async with transaction():
        seen = await reading.panel(submission_id, actor_of(request))
    recording.confirmed(request, what, seen.permitted)
    return seen


async def _form(
    request: AnyRequest,
    seen: Panel,
    what: str,
    form: Form,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
    rows: list[tuple[str, str]] | None = None,
    turned_to: int | None = None,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    step, refused = recording.step_of(seen.steps, what), bool(wrong or errors)
    own_already = what == "take_over" and step is not None and step.mine and not refused
    closed = what not in seen.permitted and not (own_already or refused)
    if closed:
        wrong = say(language, "submission.not_now")
    context = await panel.context(request, seen, to_name=what in _NAMING)
    files = context["files"] if what == "send_outside" else []
    colleagues = await reading.colleagues(seen.found.facts.id, actor) if what == "hand_on" else []
    return page(
        request,
        "approvals/submissions/answer.html",
        status=status,
        **{name: context[name] for name in ("panel", "facts", "texts", "agrees")},
        title=titles.of(seen.found.facts, language),
        back=f"{queue.ROW}/{seen.found.facts.id}"
        if form.text("from") == "review"
        else records.address(seen.found.facts.subject),
        row=[(one, form.text(one)) for one in _ROW if form.text(one)],
        what=what,
        shown=form.text("shown"),
        step=step,
        form=form,
        wrong=wrong,
        closed=closed,
        own_already=own_already,
        errors=errors or {},
        rows=rows or answering.rows_of(form),
        turned_to=turned_to,
        last=context["story"][0] if wrong and context["story"] else None,
        places=list(context["places"].values()),
        checks={code: reading.CHECKS[code] for code in seen.sheet.questions},
        sheet_version=seen.sheet.version,
        packages=[one for one in files if one.package],
        has_file=seen.found.context.covers and records.has_file(seen.found.facts.subject),
        colleagues=[
            (str(one.id), f"{one.name} – {one.title}" if one.title else one.name)
            for one in colleagues
        ],
        language=language,
    )


HANDLERS = [show, ask, answer, *outside.HANDLERS]
