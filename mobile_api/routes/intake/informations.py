"""An officer registers, by phone, an information that came in on site.

Who informed and what was said come sealed, as the phone keeps them. No answer has them, opened or sealed.
"""

from typing import Any
from uuid import UUID

from litestar import Request, put
from litestar.params import FromPath, JSONBody
from litestar.status_codes import HTTP_200_OK

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.intake.from_phones import service as from_phones
from schemas.intake.from_phones import (
    PIECE_BYTES,
    AttachmentProgress,
    InformationTaken,
    RegisterInformation,
)

MAX_BYTES = 2 * 1024 * 1024
"""All that a phone lets an officer register: eight accounts of 20,000 letters, each of six bytes as JSON may write it,
sealed and in base64, and every field full. Nothing that the phone took is too large here. Photographs come apart."""
AnyRequest = Request[Actor, Any, Any]


@put(
    "/informations/{information_id:uuid}",
    operation_id="registerInformation",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def register_information(
    request: AnyRequest, information_id: FromPath[UUID], data: JSONBody[RegisterInformation]
) -> InformationTaken:
    """Register an information under the phone's id (UUIDv7). The head of the unit is notified at once.

    A repeat gets the first answer. 409 with the reason of the one door, or `information_differs`; 422
    `sealed_unreadable`; 503 `secret_unreadable`: it was sealed to a key that the server lacks now.
    """
    async with transaction():
        return await from_phones.register(information_id, data, request.user)


@put(
    "/informations/{information_id:uuid}/attachments/{attachment_id:uuid}/{n:int}",
    operation_id="putInformationAttachment",
    status_code=HTTP_200_OK,
    request_max_body_size=PIECE_BYTES,
)
async def put_attachment(
    request: AnyRequest,
    information_id: FromPath[UUID],
    attachment_id: FromPath[UUID],
    n: FromPath[int],
) -> AttachmentProgress:
    """Send piece `n` (from 0, 512 KiB each, the last one shorter) of a photograph that was announced.

    `X-Sha256` is the piece's. With the last one the photograph is sealed beside the information. Pieces that the
    answer does not name are to be sent (again). 404; 422 `piece_wrong` (again), `attachment_unreadable` (for good).
    """
    data = await request.body()
    sha256 = request.headers.get("x-sha256", "")
    async with transaction():
        return await from_phones.receive(
            information_id, attachment_id, n, data, sha256, request.user
        )


HANDLERS = [register_information, put_attachment]
