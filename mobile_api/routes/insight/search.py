"""The one search, for the officer who asks from a phone: the desk's own service, in the same scope."""

from typing import Annotated, Any

from litestar import Request, get
from litestar.params import QueryParameter

from backend.core import looks
from backend.core.actors import Actor
from backend.insight.search import service as search
from mobile_api.zipping import ZIPPED
from schemas.insight.search import Found

_MOST = 2000
"""Letters of a question that are read at all: of more than the search takes it says so in words."""


@get("/search", operation_id="search", middleware=[ZIPPED])
async def get_search(
    request: Request[Actor, Any, Any],
    q: Annotated[str, QueryParameter(max_length=_MOST)] = "",
) -> Found:
    """Return the first records of every kind in the officer's scope that have all words of `q`, as somebody types.

    What is shown of a hit says which letters matched. A space behind the last word says that it is finished. 422
    `search_too_long` or `search_without_words`; 429 `too_many_looks`: ask again after Retry-After.
    """
    looks.admit(request.user.officer_id)
    address = request.client.host if request.client else None
    return await search.typed(request.user, q, address=address)
