"""Documents of others that a team obtained on site: their byte receipts."""

from typing import Any
from uuid import UUID

from litestar import Request, get
from litestar.params import FromPath

from backend.core.actors import Actor
from backend.fieldwork.filing import service as filing
from schemas.core.receipts import FileReceipt


@get("/filed/{file_id:uuid}/receipt", operation_id="getFiledReceipt")
async def get_filed_receipt(
    request: Request[Actor, Any, Any], file_id: FromPath[UUID]
) -> FileReceipt:
    """Return the byte receipt of a document: its bytes are in the object store and were read back.

    404 `receipt_pending` until then.
    """
    return await filing.receipt(file_id, request.user)
