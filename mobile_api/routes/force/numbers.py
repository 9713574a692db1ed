"""Numbers reserved for a phone, for minutes that are signed without a signal."""

from typing import Any

from litestar import Request, post
from litestar.params import JSONBody
from litestar.status_codes import HTTP_200_OK

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.numbers import service as numbering
from schemas.force.numbers import NumberBlock, OrderNumbers

MAX_BYTES = 4 * 1024


@post(
    "/number-blocks",
    operation_id="postNumberBlocks",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def post_number_blocks(
    request: Request[Actor, Any, Any], data: JSONBody[OrderNumbers]
) -> NumberBlock:
    """Reserve numbers of MBB01, MBB15 or MBB26 for this officer on this phone.

    They also come by sync (`number_block`). While at least half of a block is unused, the same
    block is returned. Closed blocks (device revoked, year over) are removed by sync.
    """
    me = await accounts.describe_self(request.user.officer_id)
    async with transaction():
        return await numbering.reserve_for_phone(
            request.user, me.officer_number, data.form, data.year
        )
