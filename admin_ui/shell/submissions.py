"""Answers a form that was recorded already with what it made, and records nothing again.

For handlers with `opt=ONCE`, whose forms contain `forms.once()`. A form counts as sent again if its
id, address, fields and files are the same. The id alone does not suffice: a page restored from the
browser's memory still has the old id, but new text typed into it, or another file chosen in it, is
meant to be recorded.
"""

import hashlib
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Response, get
from litestar.datastructures import UploadFile
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.shell.problems import domain_problem
from admin_ui.shell.render import AnyRequest, actor_of
from backend.core import submissions
from backend.core.errors import NotFound
from backend.core.submissions import SentAlready
from backend.ledger import reading as ledger_reading
from schemas.core.vocabulary import RecordKind

ONCE = {"once": True}
FIELD = "once"
_SENT = "/desk/sent"
_CHUNK_BYTES = 1024 * 1024
_PAPER = "/desk/decisions/of/{}"
"""Leads to the last paper of a record, which may have no inspection yet."""
_PAGES = {
    RecordKind.INSPECTION: "/desk/inspections/{}",
    RecordKind.CASE: "/desk/cases/{}",
    RecordKind.PLAN: "/desk/plans/{}",
    RecordKind.INFORMATION: "/desk/informations/{}",
    RecordKind.REPORT: "/desk/reports/{}",
    RecordKind.SAMPLE: "/desk/samples/{}",
    RecordKind.PARTY: "/desk/parties/register/{}",
    RecordKind.PARTY_LIKENESS: "/desk/likeness/{}",
    RecordKind.PARTY_IMPORT: "/desk/parties/imports/{}",
    RecordKind.PEOPLE_IMPORT: "/desk/people/imports/{}",
    RecordKind.ROUTE: "/desk/routes/{}",
    RecordKind.ABSENCE: "/desk/absences",
    RecordKind.FIGURES: "/desk/figures",
    RecordKind.REPORT_DEFINITION: "/desk/report-definitions",
    RecordKind.DIARY: "/desk/diary/{}/note",
}


async def answer_again(request: AnyRequest) -> Response[Any] | None:
    """Show what the first sending recorded; None if this is the first.

    Raises SentAlready if its record has no page.
    """
    submissions.forget()
    if request.method in ("GET", "HEAD") or not request.route_handler.opt.get(FIELD):
        return None
    form, what = await _form_of(request)
    ids = submissions.begin(form, request.state["actor"].officer_id, what)
    request.state[FIELD] = (form, what)
    return await _shown(ids)


async def _shown(ids: list[UUID]) -> Response[Any] | None:
    made = await ledger_reading.first_of(ids) if ids else None
    if made is None:
        return None
    record, act_type = made
    place = _PAPER if act_type.startswith("paper.") else _PAGES.get(record.kind)
    if place is None:
        raise SentAlready
    return Redirect(f"{place.format(record.id)}?done=already", status_code=303)


@get(_SENT + "/{form:uuid}", include_in_schema=False)
async def show_sent(
    request: AnyRequest, form: FromPath[UUID], what: FromQuery[str]
) -> Response[Any]:
    """Show what the reader's form recorded when it was sent as `what`. Raises SentAlready, NotFound."""
    shown = await _shown(submissions.ids_of(form, actor_of(request).officer_id, what))
    if shown is None:
        raise NotFound(what="form")
    return shown


def to_sent(request: AnyRequest, error: SentAlready) -> Response[Any]:
    """Show the first record, not a problem, if a second press of the button overlapped with the first."""
    form, what = request.state.get(FIELD) or (None, "")
    if form is None:
        return domain_problem(request, error)
    return Redirect(f"{_SENT}/{form}?{urlencode({'what': what})}", status_code=303)


async def _form_of(request: AnyRequest) -> tuple[UUID | None, str]:
    """Return the form's id, and what was sent: the address and a hash of the fields and of the files' bytes.

    If there are several ids, the last one counts: a page that carried the form may put its own
    before it.
    """
    sent = list((await request.form()).multi_items())
    fields = [(n, value.replace("\r\n", "\n")) for n, value in sent if isinstance(value, str)]
    files = [(n, await _hash(value)) for n, value in sent if isinstance(value, UploadFile)]
    chosen = [(n, f"sha256:{found}") for n, found in files if found]
    typed = sorted([one for one in fields if one[0] not in (FIELD, "csrf_token")] + chosen)
    what = f"{request.url.path} {hashlib.sha256(urlencode(typed).encode()).hexdigest()}"
    named = [value for name, value in fields if name == FIELD]
    try:
        return (UUID(named[-1]) if named else None), what
    except ValueError:
        return None, what


async def _hash(file: UploadFile) -> str:
    """Return the SHA-256 of a file's bytes, and leave it to be read again; empty if none was chosen."""
    digest, size = hashlib.sha256(), 0
    while chunk := await file.read(_CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
    await file.seek(0)
    return digest.hexdigest() if size else ""
