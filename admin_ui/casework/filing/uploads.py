"""Uploads of the desk by tus 1.0.0, with the desk's session and its token against forged requests.

Extensions: creation, checksum, expiration, termination. Source: tus.io/protocols/resumable-upload.
This module handles HTTP; backend/fieldwork/evidence decides what may be written where, as for
phones. An upload belongs to the officer, so that a later sign-in goes on with it. Its metadata name
the case (`case_id`) and the file's own name (`filename`).

Problems are JSON with a code and a text in both languages, because a script reads them.
"""

from collections.abc import Callable
from email.utils import format_datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import HttpMethod, Response, route
from litestar.params import FromPath

from admin_ui.shell.render import AnyRequest, actor_of
from backend.casework.filing import service as filing
from backend.core import refusing
from backend.core.database import transaction
from backend.core.errors import DomainError, NotSignedIn
from backend.fieldwork.errors import (
    BadUpload,
    OffsetDiffers,
    UploadStalled,
    WrongContentType,
    WrongVersion,
)
from backend.fieldwork.evidence import service as evidence

MOUNT = "/desk/uploads"
_VERSION = "1.0.0"
_EXTENSIONS = "creation,checksum,expiration,termination"
_OCTETS = "application/offset+octet-stream"

Answer = Response[None]


def _told(_request: AnyRequest, error: Exception) -> Response[bytes]:
    """Return a problem as JSON, with the headers that tus asks for."""
    if not isinstance(error, DomainError):
        raise error
    refusing.answer(error.problem_code, of_act=False)
    headers = {"Tus-Resumable": _VERSION}
    if isinstance(error, WrongVersion):
        headers["Tus-Version"] = _VERSION
    if isinstance(error, OffsetDiffers):
        headers["Upload-Offset"] = str(error.detail["offset"])
    if isinstance(error, UploadStalled):
        headers["Connection"] = "close"  # the rest of that body is not read
    body = {
        "code": error.problem_code,
        "text": {"vi": error.text.vi, "en": error.text.en},
        "retryable": error.retryable,
    }
    return Response(
        msgspec.json.encode(body),
        status_code=error.status,
        media_type="application/problem+json",
        headers=headers,
    )


_PROBLEMS: dict[int | type[Exception], Callable[..., Any]] = {
    DomainError: _told,
    NotSignedIn: _told,
}


@route(MOUNT, http_method=[HttpMethod.OPTIONS], include_in_schema=False)
async def abilities() -> Answer:
    """Return what this mount supports (tus §OPTIONS)."""
    return Response(
        None,
        status_code=204,
        headers={
            "Tus-Resumable": _VERSION,
            "Tus-Version": _VERSION,
            "Tus-Extension": _EXTENSIONS,
            "Tus-Max-Size": str(evidence.FILED_BYTES),
            "Tus-Checksum-Algorithm": ",".join(evidence.CHECKSUM_ALGORITHMS),
        },
    )


@route(
    MOUNT,
    http_method=[HttpMethod.POST],
    exception_handlers=_PROBLEMS,
    include_in_schema=False,
)
async def begin(request: AnyRequest) -> Answer:
    """Begin an upload for a case in which the officer may file. Raises NotFound, NotAllowed, BadUpload."""
    _check_version(request)
    length = _natural(request, "upload-length")
    if length is None:  # a browser knows the size of a file
        raise BadUpload(where="Upload-Length")
    metadata = request.headers.get("upload-metadata", "")
    actor = actor_of(request)
    async with transaction():
        await filing.require_filing(_case_of(metadata), actor)
    started = await evidence.create(actor, length=length, metadata=metadata)
    return _reached(201, started, {"Location": f"{MOUNT}/{started.id}"})


def _case_of(metadata: str) -> UUID:
    try:
        return UUID(evidence.metadata(metadata).get("case_id", ""))
    except ValueError:
        raise BadUpload(where="Upload-Metadata: case_id") from None


@route(
    f"{MOUNT}/{{upload_id:uuid}}",
    http_method=[HttpMethod.HEAD],
    exception_handlers=_PROBLEMS,
    include_in_schema=False,
)
async def look(request: AnyRequest, upload_id: FromPath[UUID]) -> Answer:
    """Return how many bytes are here. Raises NotFound, UploadGone."""
    _check_version(request)
    found = await evidence.look(actor_of(request), upload_id)
    headers = {"Upload-Length": str(found.length), "Upload-Metadata": found.metadata}
    return _reached(200, found, headers)


@route(
    f"{MOUNT}/{{upload_id:uuid}}",
    http_method=[HttpMethod.PATCH],
    exception_handlers=_PROBLEMS,
    include_in_schema=False,
    request_max_body_size=None,
)
async def go_on(request: AnyRequest, upload_id: FromPath[UUID]) -> Answer:
    """Write the body at the upload's offset. Raises NotFound, OffsetDiffers and others."""
    _check_version(request)
    if request.headers.get("content-type") != _OCTETS:
        raise WrongContentType
    offset = _natural(request, "upload-offset")
    if offset is None:
        raise BadUpload(where="Upload-Offset")
    checksum = request.headers.get("upload-checksum")
    write = evidence.Write(
        offset=offset,
        coming=_natural(request, "content-length"),
        checksum=None if checksum is None else evidence.checksum(checksum),
    )
    body = evidence.body_of(request.receive, write.coming)
    try:
        reached = await evidence.append(actor_of(request), upload_id, write, body)
    except evidence.BodyStalled as error:
        raise UploadStalled from error
    except evidence.BodyCut as error:
        raise BadUpload(code="upload_cut", where="body") from error
    return _reached(204, reached, {})


@route(
    f"{MOUNT}/{{upload_id:uuid}}",
    http_method=[HttpMethod.DELETE],
    exception_handlers=_PROBLEMS,
    include_in_schema=False,
)
async def give_up(request: AnyRequest, upload_id: FromPath[UUID]) -> Answer:
    """End an unfinished upload. Raises NotFound, UploadFinished."""
    _check_version(request)
    await evidence.terminate(actor_of(request), upload_id)
    return Response(None, status_code=204, headers={"Tus-Resumable": _VERSION})


def _check_version(request: AnyRequest) -> None:
    if request.headers.getall("tus-resumable", []) != [_VERSION]:
        raise WrongVersion


def _natural(request: AnyRequest, name: str) -> int | None:
    text = request.headers.get(name)
    return None if text is None else evidence.natural(text, name.title())


def _reached(status: int, found: evidence.Progress, headers: dict[str, str]) -> Answer:
    headers |= {"Tus-Resumable": _VERSION, "Upload-Offset": str(found.offset)}
    if found.expires_at is not None:
        moment = found.expires_at.replace(microsecond=0)
        headers["Upload-Expires"] = format_datetime(moment, usegmt=True)  # RFC 9110, 5.6.7
    return Response(None, status_code=status, headers=headers)


HANDLERS = [abilities, begin, look, go_on, give_up]
"""The mount's handlers."""
