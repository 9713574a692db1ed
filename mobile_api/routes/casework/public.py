"""The public's face in JSON: whether a paper is valid, by its code. Needs no account and no token.

The page for people is /verify/<code>.
"""

from typing import Any

from litestar import Request, Response, Router, get
from litestar.params import FromPath

from backend.casework.issued_documents import service as issued_documents
from mobile_api.problems import EXCEPTION_HANDLERS
from schemas.documents.signatures import PublicDocument

PREFIX = "/api/public/v1"
_HEADERS = {
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
}


@get("/documents/{code:str}", opt={"public": True}, operation_id="getPublicDocument")
async def get_public_document(
    request: Request[Any, Any, Any], code: FromPath[str]
) -> Response[PublicDocument]:
    """Return what anybody may know about a paper.

    This is state, number, day, issuer, hash of the file, level of its signature. 404
    `document_unknown` for a code of no paper; 429 `too_many_lookups`.
    """
    address = request.client.host if request.client else ""
    return Response(await issued_documents.find_public(code, address), headers=_HEADERS)


ROUTER = Router(
    path=PREFIX,
    exception_handlers=EXCEPTION_HANDLERS,
    route_handlers=[get_public_document],
)
