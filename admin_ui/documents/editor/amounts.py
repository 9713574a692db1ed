"""The words of a sum, for a field that papers write in words too (Decree 30/2020; forms with `x-money: words`)."""

from litestar import MediaType, Response, get

from admin_ui.shell import typed
from admin_ui.shell.render import AnyRequest
from backend.documents import service as documents


@get("/desk/in-words", include_in_schema=False)
async def in_words(request: AnyRequest) -> Response[str]:
    """Return the words of the sum `dong` of the address as plain text; empty if it is no sum."""
    try:
        amount = typed.whole(request.query_params.get("dong", ""))
    except ValueError:
        amount = None
    return Response(documents.in_words(amount), media_type=MediaType.TEXT)


HANDLERS = [in_words]
