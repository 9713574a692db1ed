"""Finds the acting officer by the bearer token.

Every route without `opt={"public": True}` needs one. Nothing is cached: a session that was signed
out, a disabled officer and a revoked device are refused from the next request on, by every process.
The address decides nothing (a pattern of excluded paths once let `/cases/1/health` through). A
route declares that it is public, and a test lists those that do.
"""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from backend.core.errors import NotSignedIn
from backend.force.accounts import service as accounts


async def signed_in(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """Put the Actor into `request.user`.

    Raises NotSignedIn if the token is missing or no longer valid.
    """
    if handler.opt.get("public"):
        return
    token = bearer_token(connection.headers.get("authorization", ""))
    actor = await accounts.find_mobile_actor(token) if token else None
    if actor is None:
        raise NotSignedIn
    connection.scope["user"] = actor
    connection.state["actor"] = actor


def bearer_token(header: str) -> str | None:
    """Return the token of an Authorization header (RFC 6750 §2.1); None for any other scheme."""
    scheme, _, token = header.partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token or len(token) > 200:
        return None
    return token
