"""Filing documents made elsewhere: their page in a case, and each document's own page and bytes.

Without the script the browser sends one file at a time with the form; with it files are dragged,
several at once, and sent by the resumable mount in uploads.py.
"""

from typing import Any
from urllib.parse import quote
from uuid import UUID

import msgspec
from litestar import Response, get, head, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from admin_ui.casework.filing import uploads
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import query_of
from admin_ui.shell.headers import SHOWN_BY_US, framed
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from admin_ui.shell.submissions import ONCE
from backend.casework.cases import service as cases
from backend.casework.filing import service as filing
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, Invalid, NotFound, RefusedAct
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.inspections import service as inspections
from backend.force.registers import incoming
from schemas.casework.words import CaseAct

_OF_CASE = "/desk/cases/{case_id:uuid}/filing"
_FILE = "/desk/filed/{file_id:uuid}"
PLAIN_BYTES = 50_000_000
"""The largest file that a form without the script may carry."""
_MOST_BODY = PLAIN_BYTES + 1_000_000
_PART = 1_048_576
_MOST_AT_ONCE = 100
_PLAYED = {**SHOWN_BY_US, "content-security-policy": "sandbox; default-src 'none'"}
"""Headers of what a player or a picture shows: nothing in it may load or run anything."""


@get(_OF_CASE, include_in_schema=False)
async def show_filing(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """Show where to drop files, what came and waits for its sheet number, and what is filed."""
    return await _page(request, case_id)


async def _page(
    request: AnyRequest, case_id: UUID, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    actor = actor_of(request)
    async with transaction():
        view = await cases.read(case_id, actor, "filing", address_of(request))
    return page(
        request,
        "casework/filing/filing.html",
        status=status,
        view=view,
        may=CaseAct.SHEETS_FILED in view.possible,
        waiting=[one for one in view.files if one.sheet is None and one.obtained is None],
        obtained=[one for one in view.files if one.sheet is None and one.obtained is not None],
        filed=[one for one in view.files if one.sheet is not None],
        on_the_way=await filing.on_the_way(case_id, actor),
        most=evidence.FILED_BYTES,
        plain_most=PLAIN_BYTES,
        mount=uploads.MOUNT,
        wrong=wrong,
    )


@post(_OF_CASE, include_in_schema=False, request_max_body_size=_MOST_BODY)
async def take_files(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Take complete uploads, or the file that the form carries, as files of the case."""
    actor = actor_of(request)
    form = await request.form()
    taken = 0
    try:
        sent = form.get("file")
        ids = [typed.identifier(str(one)) for one in form.getall("upload", [])][:_MOST_AT_ONCE]
        if isinstance(sent, UploadFile) and sent.filename:
            ids.append(await _plain(request, case_id, sent))
        for upload_id in ids:
            if upload_id is not None:
                await filing.keep(case_id, upload_id, actor)
                taken += 1
        if not taken:
            raise Invalid(code="file_missing", text=filing.NOTHING_CHOSEN)
    except DomainError as error:
        if error.status not in (404, 409, 413, 422, 503, 507):
            raise
        await cases.require_sight(case_id, actor)
        said = told(request, error)
        return await _page(request, case_id, status=error.status, wrong=said)
    return Redirect(f"/desk/cases/{case_id}/filing?done={taken}#waiting", status_code=303)


async def _plain(request: AnyRequest, case_id: UUID, sent: UploadFile) -> UUID:
    """Pass a file of the form on as an upload, so that there is one way into the store."""
    data = await sent.read(PLAIN_BYTES + 1)
    if len(data) > PLAIN_BYTES:
        raise Invalid(code="file_too_large", text=filing.TOO_LARGE_PLAIN)
    return await filing.whole_upload(case_id, sent.filename, data, actor_of(request))


@post(f"{_OF_CASE}/obtained", opt=ONCE, include_in_schema=False)
async def number_obtained(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Give sheet numbers to all that the team obtained on site; nothing is uploaded anew."""
    actor = actor_of(request)
    try:
        async with transaction():
            many = await filing.number_obtained(case_id, actor)
    except RefusedAct as error:
        said = told(request, error)
        return await _page(request, case_id, status=error.status, wrong=said)
    return Redirect(f"/desk/cases/{case_id}/filing?done={many}#filed", status_code=303)


def _to_register(actor: Actor, file_id: UUID, said: dict[str, Any]) -> str:
    """Return the address at which the clerk enters the document as incoming, filled as far as it is known."""
    names = {"sender": "sender", "symbol": "number", "dated": "issued_on", "subject": "title"}
    known = {name: str(said[key]) for name, key in names.items() if said.get(key)}
    return f"/desk/incoming?{query_of({'unit': str(actor.unit.unit_id), 'file': str(file_id)} | known)}"


@get(_FILE, include_in_schema=False)
async def show_file(request: AnyRequest, file_id: FromPath[UUID]) -> Response[str]:
    """Show a document as far as a browser can safely, and everything that is known of it."""
    actor = actor_of(request)
    async with transaction():
        found = await filing.find(file_id, actor)
        if found.kind == "inspection":
            return await _obtained(request, found)
        file = found.file
        view = await cases.read(found.record_id, actor, "filed", address_of(request))
    sheet = next((one for one in view.folio if one.file_id == file_id), None)
    act = next((x for x in view.story if x.content.get("file_id") == str(file_id)), None)
    lines = await incoming.of_file(file_id)
    enters = incoming.may_enter(actor) and not lines
    answer = page(
        request,
        "casework/filing/file.html",
        view=view,
        file=file,
        sheet=sheet,
        act=act,
        lines=lines,
        enter=_to_register(actor, file_id, act.content if act else {}) if enters else "",
        may=CaseAct.SHEETS_FILED in view.possible and sheet is None,
        inspection=None,
        numbered=[],
    )
    answer.headers.update(framed(plays=True))
    return answer


async def _obtained(request: AnyRequest, found: filing.Found) -> Response[str]:
    """Show a document of an inspection, to somebody who sees the inspection."""
    actor, said = actor_of(request), found.file.obtained
    view = await inspections.read(found.record_id, actor, "filed", address_of(request))
    known = await filing.cases_with(said, found.record_id, actor) if said else []
    answer = page(
        request,
        "casework/filing/file.html",
        view=None,
        file=found.file,
        sheet=None,
        act=None,
        may=False,
        inspection=view,
        numbered=known,
        lines=await incoming.of_file(found.file.id),
        enter="",
    )
    answer.headers.update(framed(plays=True))
    return answer


@get(f"{_FILE}/original", include_in_schema=False)
async def download(request: AnyRequest, file_id: FromPath[UUID]) -> Response[Any]:
    """Send the file as it came, always as an attachment. The reading is recorded. Raises NotFound."""
    confirming.require(request)
    opened = await filing.open_file(
        file_id, "filed.read", actor_of(request), address_of(request), request.headers
    )
    name = quote(opened.file.file_name, safe="")
    disposition = f"attachment; filename=\"document\"; filename*=UTF-8''{name}"
    return _stream(opened, "application/octet-stream", {"content-disposition": disposition})


@get(f"{_FILE}/shown", include_in_schema=False)
async def shown(request: AnyRequest, file_id: FromPath[UUID]) -> Response[Any]:
    """Send what our page shows: a PDF, a picture's preview, sound or a film. The reading is recorded.

    The media type is ours, one that no browser runs as a page, and the policy of the answer lets it
    load and run nothing. Raises NotFound for what is only downloaded.
    """
    actor, address = actor_of(request), address_of(request)
    file = (await filing.find(file_id, actor)).file
    match file.shown_as:
        case "picture":
            data = await filing.picture(file_id, actor, address)
            return Response(data, media_type="image/jpeg", headers=dict(_PLAYED))
        case "frame":
            data = await filing.whole(file_id, "filed.shown", actor, address)
            headers = {**SHOWN_BY_US, "content-disposition": 'inline; filename="document.pdf"'}
            return Response(data, media_type="application/pdf", headers=headers)
        case "audio" | "video":
            opened = await filing.open_file(file_id, "filed.shown", actor, address, request.headers)
            return _stream(opened, file.media_type, dict(_PLAYED))
        case "download":
            raise NotFound(what="a view of this file")


@head(f"{_FILE}/shown", include_in_schema=False)
async def shown_head(request: AnyRequest, file_id: FromPath[UUID]) -> Response[None]:
    """Answer players that first ask how long it is. Raises NotFound."""
    file = (await filing.find(file_id, actor_of(request))).file
    if file.shown_as not in ("audio", "video"):
        raise NotFound(what="a view of this file")
    headers = {**_PLAYED, "accept-ranges": "bytes", "content-length": str(file.size)}
    return Response(None, headers=headers | {"content-type": file.media_type})


def _stream(opened: filing.OpenFile, media_type: str, headers: dict[str, str]) -> Response[Any]:
    headers |= {
        "accept-ranges": "bytes",
        "content-length": str(opened.length),
        "etag": filing.etag(opened.file),
    }
    if opened.partial:
        last = opened.first + opened.length - 1
        headers["content-range"] = f"bytes {opened.first}-{last}/{opened.file.size}"
    return Stream(
        opened.chunks,
        status_code=206 if opened.partial else 200,
        media_type=media_type,
        headers=headers,
    )


@get(f"{_FILE}/receipt.json", include_in_schema=False)
async def receipt(request: AnyRequest, file_id: FromPath[UUID]) -> Response[bytes]:
    """Send the signed byte receipt. Raises NotFound."""
    data = msgspec.json.encode(
        await filing.receipt(file_id, actor_of(request), address_of(request))
    )
    disposition = f'attachment; filename="{file_id}.receipt.json"'
    return Response(
        data, media_type="application/json", headers={"content-disposition": disposition}
    )


HANDLERS = [
    *(show_filing, take_files, number_obtained, show_file, download, shown, shown_head, receipt),
    *uploads.HANDLERS,
]
"""Handlers for filed documents."""
