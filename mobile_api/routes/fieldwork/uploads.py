"""Uploads by tus 1.0.0.

Extensions: creation, creation-with-upload, creation-defer-length, checksum, expiration,
termination, concatenation.

Source: tus.io/protocols/resumable-upload. This module handles HTTP; backend/fieldwork/evidence
decides what may be written where. Bytes pass through one buffer at a time, and no transaction is
open while a phone sends.
"""

from collections.abc import AsyncIterator, Callable
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from uuid import UUID

from litestar import HttpMethod, Request, Response, Router, get, route
from litestar.datastructures import MutableScopeHeaders
from litestar.params import FromPath
from litestar.types import Message, Scope

from backend.core.actors import Actor
from backend.fieldwork.errors import (
    BadUpload,
    OffsetDiffers,
    UploadIsFinal,
    UploadStalled,
    WrongContentType,
    WrongVersion,
)
from backend.fieldwork.evidence import service as evidence
from mobile_api import problems
from mobile_api.routes.fieldwork.upload_concat import partials_of
from schemas.core.receipts import ByteReceipt

PATH = "/uploads"
MOUNTED = "/api/mobile/v1/uploads"
"""Where the router is mounted in the application."""
_VERSION = "1.0.0"
_EXTENSIONS = "creation,creation-with-upload,creation-defer-length,checksum,expiration,termination,concatenation"
_OCTETS = "application/offset+octet-stream"

AnyRequest = Request[Actor, Any, Any]
Answer = Response[None]


@route(
    ["/", "/{upload_id:uuid}"],
    http_method=["OPTIONS"],
    opt={"public": True},
    include_in_schema=False,
)
async def get_abilities() -> Answer:
    """Return what this server supports (tus §OPTIONS). Needs no token and no version."""
    return Response(
        None,
        status_code=204,
        headers={
            "Tus-Version": _VERSION,
            "Tus-Extension": _EXTENSIONS,
            "Tus-Max-Size": str(evidence.max_upload_bytes()),
            "Tus-Checksum-Algorithm": ",".join(evidence.CHECKSUM_ALGORITHMS),
        },
    )


@route("/", http_method=[HttpMethod.POST], include_in_schema=False, request_max_body_size=None)
async def create_upload(request: AnyRequest) -> Answer:
    """Begin an upload, or join partial ones.

    A body of the tus content type is its first part (creation-with-upload).
    """
    if _method(request) != "POST":
        raise BadUpload(where="X-HTTP-Method-Override")
    _check_version(request)
    concat, coming = _one(request, "upload-concat"), _natural(request, "content-length")
    with_upload = _one(request, "content-type") == _OCTETS and coming != 0
    partials = None
    if concat is not None:
        host, mount = request.headers.get("host", ""), request.url.path.rstrip("/")
        partials = partials_of(concat, host=host, mount=mount)
    if concat is not None and partials is not None:
        started = await _join(request, concat, partials, with_upload)
    else:
        started = await evidence.create(
            request.user,
            length=_length(request),
            metadata=_one(request, "upload-metadata") or "",
            partial=concat is not None,
        )
        if with_upload and started.offset == 0:
            write = evidence.Write(offset=0, coming=coming, checksum=_checksum(request))
            started = await _append(request, started.id, write)
    headers = {"Location": f"{request.url.path.rstrip('/')}/{started.id}"}
    if with_upload or started.offset > 0:
        headers["Upload-Offset"] = str(started.offset)
    return _answer(201, started, headers)


async def _join(
    request: AnyRequest, concat: str, partials: list[UUID], with_upload: bool
) -> evidence.Progress:
    if with_upload:
        raise UploadIsFinal
    if {"upload-length", "upload-defer-length"} & set(request.headers):
        raise BadUpload(where="Upload-Length")
    metadata = _one(request, "upload-metadata") or ""
    return await evidence.join(request.user, concat=concat, partials=partials, metadata=metadata)


@route(
    "/{upload_id:uuid}",
    http_method=[
        HttpMethod.HEAD,
        HttpMethod.PATCH,
        HttpMethod.DELETE,
        HttpMethod.POST,
    ],
    include_in_schema=False,
    request_max_body_size=None,
)
async def use_upload(request: AnyRequest, upload_id: FromPath[UUID]) -> Answer:
    """Handle HEAD, PATCH or DELETE, also if the request names the method in X-HTTP-Method-Override."""
    method = _method(request)
    uses: dict[str, Callable[..., Any]] = {"HEAD": _look, "PATCH": _patch, "DELETE": _delete}
    if method not in uses:
        raise BadUpload(where="X-HTTP-Method-Override")
    _check_version(request)
    answer: Answer = await uses[method](request, upload_id)
    return answer


async def _look(request: AnyRequest, upload_id: UUID) -> Answer:
    found = await evidence.look(request.user, upload_id)
    headers = {"Upload-Offset": str(found.offset), "Cache-Control": "no-store"}
    if found.length is None:
        headers["Upload-Defer-Length"] = "1"
    else:
        headers["Upload-Length"] = str(found.length)
    if found.metadata:
        headers["Upload-Metadata"] = found.metadata
    if found.concat:
        headers["Upload-Concat"] = found.concat
    return _answer(200, found, headers)


async def _patch(request: AnyRequest, upload_id: UUID) -> Answer:
    if _one(request, "content-type") != _OCTETS:
        raise WrongContentType
    offset = _natural(request, "upload-offset")
    if offset is None:
        raise BadUpload(where="Upload-Offset")
    write = evidence.Write(
        offset=offset,
        coming=_natural(request, "content-length"),
        length=_natural(request, "upload-length"),
        checksum=_checksum(request),
    )
    reached = await _append(request, upload_id, write)
    return _answer(204, reached, {"Upload-Offset": str(reached.offset)})


async def _delete(request: AnyRequest, upload_id: UUID) -> Answer:
    await evidence.terminate(request.user, upload_id)
    return Response(None, status_code=204)


async def _append(
    request: AnyRequest, upload_id: FromPath[UUID], write: evidence.Write
) -> evidence.Progress:
    body: AsyncIterator[bytes] = evidence.body_of(request.receive, write.coming)
    try:
        return await evidence.append(request.user, upload_id, write, body)
    except evidence.BodyStalled as error:
        raise UploadStalled from error
    except evidence.BodyCut as error:
        raise BadUpload(code="upload_cut", where="body") from error


@get("/{upload_id:uuid}/receipt", operation_id="getUploadReceipt")
async def get_upload_receipt(request: AnyRequest, upload_id: FromPath[UUID]) -> ByteReceipt:
    """Return the byte receipt: the bytes are in the object store and were read back.

    404 `receipt_pending` until then.
    """
    return await evidence.upload_receipt(upload_id, request.user)


def _method(request: AnyRequest) -> str:
    """Return the method that is meant: X-HTTP-Method-Override replaces the actual one (tus)."""
    override = _one(request, "x-http-method-override")
    return request.method if override is None else override.upper()


def _check_version(request: AnyRequest) -> None:
    if request.headers.getall("tus-resumable", []) != [_VERSION]:
        raise WrongVersion


def _one(request: AnyRequest, name: str) -> str | None:
    """Return a header that may occur once.

    Twice is 400: two parties on the way could each rely on another of them.
    """
    values = request.headers.getall(name, [])
    if len(values) > 1:
        raise BadUpload(where=name.title())
    return values[0] if values else None


def _natural(request: AnyRequest, name: str) -> int | None:
    text = _one(request, name)
    return None if text is None else evidence.natural(text, name.title())


def _length(request: AnyRequest) -> int | None:
    """Return Upload-Length, or None with Upload-Defer-Length: 1.

    Anything but exactly one of them is 400.
    """
    length = _natural(request, "upload-length")
    deferred = _one(request, "upload-defer-length")
    if deferred not in (None, "1") or (length is None) == (deferred is None):
        raise BadUpload(where="Upload-Length")
    return length


def _checksum(request: AnyRequest) -> Any:
    header = _one(request, "upload-checksum")
    return None if header is None else evidence.checksum(header)


def _answer(status: int, reached: evidence.Progress, headers: dict[str, str]) -> Answer:
    if reached.expires_at is not None:
        headers["Upload-Expires"] = _http_date(reached.expires_at)
    return Response(None, status_code=status, headers=headers)


def _http_date(moment: datetime) -> str:
    """RFC 9110 §5.6.7."""
    return format_datetime(moment.replace(microsecond=0), usegmt=True)


async def name_the_version(message: Message, scope: Scope) -> None:
    """Name the tus version in every answer below our path (tus §Tus-Resumable).

    This includes answers that no handler of ours gave: 401, 404 and 405. For the application's
    `before_send`.
    """
    if message["type"] == "http.response.start" and scope["path"].startswith(MOUNTED):
        MutableScopeHeaders.from_message(message)["Tus-Resumable"] = _VERSION


def _with_tus_headers(render: Callable[..., Response[bytes]]) -> Callable[..., Response[bytes]]:
    """Add tus headers to a refusal."""

    def rendered(request: AnyRequest, error: Exception) -> Response[bytes]:
        response = render(request, error)
        if isinstance(error, WrongVersion):
            response.headers["Tus-Version"] = _VERSION
        if isinstance(error, UploadStalled):
            response.headers["Connection"] = "close"  # the rest of that body is not read
        if isinstance(error, OffsetDiffers):
            response.headers["Upload-Offset"] = str(error.detail["offset"])
        response.headers["Cache-Control"] = "no-store"
        return response

    return rendered


ROUTER = Router(
    path=PATH,
    route_handlers=[get_abilities, create_upload, use_upload, get_upload_receipt],
    exception_handlers={
        kind: _with_tus_headers(render) for kind, render in problems.EXCEPTION_HANDLERS.items()
    },
)
