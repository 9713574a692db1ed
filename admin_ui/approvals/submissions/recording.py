"""Records one answer to a submission, for the page of the answer and for the workspace."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar
from uuid import UUID

import msgspec

from admin_ui.approvals.submissions import answering
from admin_ui.approvals.submissions.read import Read
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from backend.approvals.reading import service as reading
from backend.approvals.reading.service import Asked
from backend.approvals.submissions import service as submissions
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.ledger.service import Outcome, Refused
from schemas.approvals.words import StepKind

AskedStep = TypeVar("AskedStep", bound=Asked)
_KINDS = {
    "opinion": frozenset({StepKind.OPINION, StepKind.LEGAL_CHECK}),
    "agree": frozenset({StepKind.AGREE}),
    "approve": frozenset({StepKind.APPROVE}),
}


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an answer. With `status` 303 it is recorded; else nothing is."""

    status: int = 303
    wrong: str = ""
    """Why it was refused, in the reader's words."""
    errors: dict[str, str] = {}
    """What is wrong with the form, by field."""


async def record(
    request: AnyRequest,
    submission_id: UUID,
    what: str,
    form: Form,
    read: Read | None = None,
    first: Callable[[], Awaitable[None]] | None = None,
) -> Tried:
    """Record one answer, in a transaction of its own. Raises NotFound, ConfirmationNeeded.

    `read`: what the form says, if the caller has read it. `first`: what must hold beside the one door's rules; it
    raises a DomainError.
    """
    actor, language = actor_of(request), language_of(request)
    outcome: Outcome | None = None
    try:
        async with transaction():
            held = await reading.to_answer(submission_id, actor)
            confirmed(request, what, held.permitted)
            if first is not None:
                await first()
            if read is None:
                step = step_of(held.steps, what)
                read = answering.read(what, form, step, language, held.sheet.questions)
            if read.content is not None:
                outcome = await submissions.answer(submission_id, read.content, actor)
                if what in answering.BINDS and not isinstance(outcome, Refused):
                    confirming.require(request)  # the step may have opened since the page was read
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return Tried(status=error.status, wrong=told(request, error))
    if outcome is None:
        return Tried(status=422, errors=read.errors)
    if isinstance(outcome, Refused):
        return Tried(status=409, wrong=getattr(outcome.text, language))
    return Tried()


def confirmed(request: AnyRequest, what: str, permitted: frozenset[str]) -> None:
    """Raise ConfirmationNeeded if a binding answer would be taken; others the one door refuses, with its reason."""
    if what in answering.BINDS and what in permitted:
        confirming.require(request)


def step_of(steps: Sequence[AskedStep], what: str) -> AskedStep | None:
    """Return the step that an operation is about: the reader's own, else the one that waits."""
    wanted = _KINDS.get(what)
    own = next((one for one in steps if one.mine and (not wanted or one.kind in wanted)), None)
    return own or next((one for one in steps if one.current), None)
