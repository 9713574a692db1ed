"""Copies for the party, handed over from the phone: a second code, its prints, and to whom it went.

The paper is named by its public code. The desk has the same on /desk/copies/<code>, by the same
services. Nothing here is cached: a second code is shown once.
"""

from typing import Any
from urllib.parse import quote

from litestar import Request, Response, get, post
from litestar.params import FromPath, JSONBody
from litestar.status_codes import HTTP_200_OK

from backend.casework.party_copies import service as party_copies
from backend.core.actors import Actor
from schemas.casework.party_copies import (
    AskCopy,
    CopiesPage,
    CopyHanded,
    CopyHandover,
    HandCopy,
    PrintCopy,
)

MAX_BYTES = 8 * 1024
AnyRequest = Request[Actor, Any, Any]
_COPIES = "/copies/{code:str}"
_NOT_KEPT = {"cache-control": "no-store"}


@get(_COPIES, operation_id="getCopies")
async def get_copies(request: AnyRequest, code: FromPath[str]) -> CopiesPage:
    """Tell which second codes and copies the party of a paper got. The reading is recorded.

    404: no paper in sight has this code, or the server has not received its number yet.
    """
    return await party_copies.page(code, request.user, _address(request))


@post(
    _COPIES,
    operation_id="giveCopy",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def give_copy(
    request: AnyRequest, code: FromPath[str], data: JSONBody[AskCopy]
) -> Response[CopyHanded]:
    """Give a second code, shown this once: 90 days, five wrong tries.

    Sent again after a lost answer with the same id, it gives another code in place of the one that nobody saw. 403
    `not_allowed`, 404, 409 `copy_in_use`: another code is in use than the one named in `replaces`.
    """
    handed = await party_copies.give(code, request.user, _address(request), data)
    return Response(handed, headers=_NOT_KEPT)


@post(
    f"{_COPIES}/print",
    operation_id="printCopy",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
    media_type="application/pdf",
)
async def print_copy(
    request: AnyRequest, code: FromPath[str], data: JSONBody[PrintCopy]
) -> Response[bytes]:
    """Return the A4 print, or a slip of 58 or 80 mm (as PDF, or as PNG for printer apps), with the second code.

    Only to the officer who was given the ticket, for half an hour. 404 `copy_print_over`, 409 `paper_too_long`.
    """
    made = await party_copies.handout(code, data, request.user, _address(request))
    disposition = f"attachment; filename*=UTF-8''{quote(made.name)}"
    return Response(
        made.data,
        media_type=made.media_type,
        headers=_NOT_KEPT | {"content-disposition": disposition},
    )


@post(
    f"{_COPIES}/handed",
    operation_id="handCopy",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def hand_copy(
    request: AnyRequest, code: FromPath[str], data: JSONBody[HandCopy]
) -> CopyHandover:
    """Record that the copy was handed over: when by the phone's clock, how, to whom. A repeat changes nothing.

    403 `not_allowed`, 404, 409 `handover_differs`.
    """
    return await party_copies.hand_over(code, data, request.user, _address(request))


def _address(request: AnyRequest) -> str:
    return request.client.host if request.client else ""


HANDLERS = [get_copies, give_copy, print_copy, hand_copy]
