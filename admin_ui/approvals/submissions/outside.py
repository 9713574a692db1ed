"""What goes to an authority outside the force, and its answer: forms, the package, the scans."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.approvals import records
from admin_ui.approvals.submissions.read import Read
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of
from admin_ui.shell.scan.scan_upload import read_scan
from admin_ui.shell.words import Language, say
from backend.approvals.outside import service as files
from backend.approvals.reading import service as reading
from backend.approvals.reading.service import Asked, Panel
from backend.core.database import transaction
from backend.core.errors import Invalid
from schemas.approvals import submissions as acts

_ONE = "/desk/submissions/{submission_id:uuid}"
_NAME, _NUMBER, _TEXT = 200, 80, 5000


def sent(form: Form, shown: str, step: int, language: Language) -> Read:
    """Read the letter to an authority outside. The one door finds whether the package is there."""
    reader = Reader(form, partial(say, language))
    reader.text("to", say(language, "submission.body_to"), most=_NAME, required=True)
    reader.text("number", say(language, "submission.letter_number"), most=_NUMBER, required=True)
    day = reader.day("sent_on", say(language, "submission.sent_on"))
    package = form.text("package") or None
    if package is not None and not _is_hash(package):
        reader.tell("package", say(language, "submission.package_unknown"))
    if reader.errors or day is None:
        return Read(None, reader.errors)
    content = acts.SentOutside(
        step=step,
        to=form.text("to"),
        sent_on=day,
        number=form.text("number"),
        package=package,
        shown=shown,
    )
    return Read(content, {})


async def answered(
    request: AnyRequest, form: Form, seen: Panel, step: Asked | None, shown: str, number: int
) -> Read:
    """Read the answer of an authority outside, then store its scan, which the act names.

    What is missing is said before the file is stored. Raises NotFound, NotAllowed, Unavailable.
    """
    language = language_of(request)
    reader = Reader(form, partial(say, language))
    approved = form.text("approved")
    if approved not in ("yes", "no"):
        reader.tell("approved", say(language, "submission.answered_needed"))
    reader.text("number", say(language, "submission.answer_number"), most=_NUMBER, required=True)
    reader.text("signer", say(language, "submission.answer_signer"), most=_NAME, required=True)
    day = reader.day("decided_on", say(language, "submission.decided_on"))
    text = form.text("text")
    if approved == "no" and len(text) < 3:
        reader.tell("text", say(language, "submission.answer_text_needed"))
    elif len(text) > _TEXT:
        reader.tell("text", say(language, "submission.field_long", most=_TEXT))
    if reader.errors or day is None:
        return Read(None, reader.errors)
    if step is None or "outside_answer" not in seen.permitted:
        scan_id = UUID(int=0)  # the one door refuses it, with its reason; nothing is stored
    else:
        try:
            scan = await files.take_scan(
                seen.found.facts.id, await read_scan(request), actor_of(request)
            )
        except Invalid as error:
            return Read(None, {"scan": getattr(error.text, language)})
        scan_id = scan.id
    content = acts.OutsideAnswered(
        step=number,
        approved=approved == "yes",
        number=form.text("number"),
        decided_on=day,
        signer=form.text("signer"),
        scan_id=scan_id,
        text=text,
        shown=shown,
    )
    return Read(content, {})


def _is_hash(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


@post(f"{_ONE}/package", include_in_schema=False)
async def make_package(request: AnyRequest, submission_id: FromPath[UUID]) -> Response[Any]:
    """Make a package and keep it, then go back to the letter. Raises NotFound, NotAllowed.

    Raises ConfirmationNeeded too, because the whole file may leave with it.
    """
    actor, form = actor_of(request), await read_form(request)
    seen = await reading.panel(submission_id, actor)
    confirming.require(request)
    whole = form.text("whole") == "yes"
    subject = seen.found.facts.subject
    enclosed = await records.enclosed(subject, actor, address_of(request), whole=whole)
    kept = await files.keep(submission_id, enclosed, actor)
    back = f"/desk/submissions/{submission_id}/send_outside?package={kept.sha256}"
    return Redirect(back, status_code=303)


@get(f"{_ONE}/files/{{file_id:uuid}}", include_in_schema=False)
async def take_file(
    request: AnyRequest, submission_id: FromPath[UUID], file_id: FromPath[UUID]
) -> Response[bytes]:
    """Send a package or a scanned answer as it is kept, as an attachment. The reading is recorded.

    Raises NotFound, ConfirmationNeeded.
    """
    confirming.require(request)
    async with transaction():
        file, data, name = await files.read(
            submission_id, file_id, actor_of(request), address_of(request)
        )
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=file.media_type, headers=headers)


HANDLERS = [make_package, take_file]
