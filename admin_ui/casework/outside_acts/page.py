"""The queue for the catalogue: acts outside it that cases used, and a keeper's answer to each."""

import re
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.acts import choices as case_choices
from admin_ui.casework.outside_acts import lines
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.outside_queue import service as outside_queue
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.law.catalogue import service as catalogue
from backend.ledger.service import Accepted
from schemas.law.catalogue import OutsideAnswer

_ALL = "/desk/catalogue/outside"
_ONE = f"{_ALL}/{{case_id:uuid}}/{{code:str}}"
_CODE = re.compile(r"ND[0-9]{2,3}[A-Z]*(-[0-9a-z]+){1,5}")
_LEAST, _MOST = 3, 2000


@get(_ALL, include_in_schema=False)
async def show_queue(request: AnyRequest) -> Response[Any]:
    """Show what waits for the catalogue, and what was answered. Raises NotAllowed."""
    found, language = await outside_queue.queue(actor_of(request)), language_of(request)
    shown = partial(lines.of, language=language, opens_cases=found.opens_cases)
    return page(
        request,
        "casework/outside_acts/queue.html",
        waiting=shown(found.waiting, answered=False),
        answered=shown(found.answered, answered=True),
    )


@get(_ONE, include_in_schema=False)
async def show_outside(
    request: AnyRequest, case_id: FromPath[UUID], code: FromPath[str]
) -> Response[Any]:
    """Show one act with what two people read in its decree. Raises NotAllowed, NotFound."""
    return await _one(request, case_id, code, Form({}))


async def _one(
    request: AnyRequest,
    case_id: UUID,
    code: str,
    form: Form,
    errors: dict[str, str] | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    actor = actor_of(request)
    line = await outside_queue.one(actor, case_id, code)
    language = language_of(request)
    return page(
        request,
        "casework/outside_acts/one.html",
        status=status,
        line=line,
        form=form,
        errors=errors or {},
        wrong=wrong,
        keeper=catalogue.may_publish(actor),
        opens_cases=outside_queue.opens_cases(actor),
        remedy_names=case_choices.remedy_words(language),
        answers=[(str(each), say(language, f"outside.answer_{each}")) for each in OutsideAnswer],
    )


@post(_ONE, include_in_schema=False)
async def answer_outside(
    request: AnyRequest, case_id: FromPath[UUID], code: FromPath[str]
) -> Response[Any]:
    """Propose the act for the catalogue, or say that it is there already or not taken in.

    Raises NotAllowed, NotFound.
    """
    actor, language = actor_of(request), language_of(request)
    if not catalogue.may_publish(actor):
        raise NotAllowed
    form = await read_form(request)
    line = await outside_queue.one(actor, case_id, code)
    answer, known, day, errors = _read(form, language)
    if errors or answer is None:
        return await _one(request, case_id, code, form, errors, status=422)
    reason = form.text("reason")
    proposal: UUID | None = None
    async with transaction():
        if answer is OutsideAnswer.PROPOSED and day is not None and known is not None:
            proposal, outcome = await outside_queue.propose(actor, line, known, day, reason)
        else:
            outcome = await outside_queue.settle(actor, line, answer, known, reason)
    if not isinstance(outcome, Accepted):
        wrong = getattr(outcome.text, language)
        return await _one(request, case_id, code, form, wrong=wrong, status=409)
    if proposal is not None:
        return Redirect(
            f"/desk/catalogue/{known}/proposals/{proposal}?done=proposed", status_code=303
        )
    return Redirect(_ALL, status_code=303)


def _read(
    form: Form, language: str
) -> tuple[OutsideAnswer | None, str | None, date | None, dict[str, str]]:
    """Read the answer, the catalogue's code and its first day, and the faults by field."""
    reader = Reader(form, partial(say, language))
    answer = reader.member("answer", say(language, "outside.answer"), OutsideAnswer)
    code = reader.text("code", say(language, "outside.code"), most=40) or None
    if answer in (OutsideAnswer.PROPOSED, OutsideAnswer.KNOWN) and not _CODE.fullmatch(code or ""):
        reader.tell("code", say(language, "outside.code_needed"))
    day = None
    if answer is OutsideAnswer.PROPOSED:
        day = reader.day("valid_from", say(language, "catalogue.valid_from"))
    reader.text("reason", say(language, "outside.reason"), least=_LEAST, most=_MOST, required=True)
    return answer, None if answer is OutsideAnswer.DECLINED else code, day, reader.errors


HANDLERS = [show_queue, show_outside, answer_outside]
