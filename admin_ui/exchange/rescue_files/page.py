"""Rescue files: a supervisor brings in what a phone of the unit could not send.

A first page shows the content of a file, a second one brings it in. The supervisor thus sees whose
work it is and how much of it the server has already.
"""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.exchange.rescue_files import lines
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import CATALOGUES
from backend.exchange.rescue import service as rescue
from backend.exchange.rescue.errors import RescueUnreadable

_MOST_BYTES = 4 * 1024**3
"""Limit of a body, whatever the setting says. A form sent without a script is parsed before we can check it."""
_CHUNK_BYTES = 1024 * 1024
_RAW = "application/octet-stream"


@get("/desk/rescue", include_in_schema=False)
async def rescue_files(request: AnyRequest) -> Response[Any]:
    """Explain rescue files, offer the upload, and list the reader's last ones."""
    found = await rescue.list_mine(actor_of(request))
    return page(
        request,
        "exchange/rescue_files/rescue.html",
        list=lines.files(found, language_of(request)),
        max_bytes=rescue.max_bytes(),
    )


@post("/desk/rescue", include_in_schema=False, request_max_body_size=_MOST_BYTES)
async def upload_rescue(request: AnyRequest) -> Response[Any]:
    """Store a file and redirect to its content.

    The file is the body itself (sent by the page's script) or a form field.
    """
    rescue.check_supervisor(actor_of(request))
    chunks: AsyncIterator[bytes]
    if request.content_type[0] == _RAW:
        name, chunks = unquote(request.headers.get("x-file-name", "")), request.stream()
    else:
        sent = (await request.form()).get("file")
        if not isinstance(sent, UploadFile) or not sent.filename:
            raise RescueUnreadable("rescue_not_age")
        name, chunks = sent.filename, _parts(sent)
    address = address_of(request)
    file_id = await rescue.receive(actor_of(request), name, chunks, address)
    return Redirect(f"/desk/rescue/{file_id}", status_code=303)


async def _parts(sent: UploadFile) -> AsyncIterator[bytes]:
    while chunk := await sent.read(_CHUNK_BYTES):
        yield chunk


@get("/desk/rescue/{file_id:uuid}", include_in_schema=False)
async def rescue_file(request: AnyRequest, file_id: FromPath[UUID]) -> Response[Any]:
    """Show what the file holds and, after it was brought in, the result for each part. Raises NotFound."""
    file = await rescue.get(file_id, actor_of(request))
    language = language_of(request)
    words = CATALOGUES[language]
    results = file.result.acts if file.result else []
    names = {act.type: words.get(f"domain.act_{act.type}", act.type) for act in results if act.type}
    return page(
        request,
        "exchange/rescue_files/file.html",
        file=file,
        state=lines.state(file, language),
        acts=lines.acts(file, names, language),
        photos=lines.photos(file, language),
        informations=lines.informations(file, language),
    )


@post("/desk/rescue/{file_id:uuid}", include_in_schema=False)
async def bring_rescue(request: AnyRequest, file_id: FromPath[UUID]) -> Response[Any]:
    """Bring the file in. Repeating it only retries the parts that had failed temporarily."""
    address = address_of(request)
    form = await read_form(request)
    await rescue.bring(file_id, actor_of(request), address, with_drafts=form.ticked("phone_gone"))
    return Redirect(f"/desk/rescue/{file_id}", status_code=303)


HANDLERS = [rescue_files, upload_rescue, rescue_file, bring_rescue]
