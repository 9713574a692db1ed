"""Signing in on a phone, staying signed in, signing out."""

from typing import Any

from litestar import Request, delete, post
from litestar.params import JSONBody
from litestar.status_codes import HTTP_200_OK

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotSignedIn
from backend.exchange.sync.service import handshake
from backend.force.accounts import service as accounts
from backend.force.accounts.service import Tokens
from schemas.force.sessions import Refresh, SessionAnswer, SignIn

MAX_BYTES = 16 * 1024
PUBLIC = {"public": True}


@post("/sessions", opt=PUBLIC, operation_id="signIn", request_max_body_size=MAX_BYTES)
async def sign_in(request: Request[Any, Any, Any], data: JSONBody[SignIn]) -> SessionAnswer:
    """Sign in with password and one-time code on a device. An unknown device is enrolled.

    401 `credentials_wrong` or `code_used`, 403 `officer_disabled`, `device_revoked` or
    `device_pending` (its text names who approves it), 409 `device_key_mismatch`, 422
    `device_key_invalid`, 429 `too_many_tries`.
    """
    proof = await accounts.prove(
        data.username, data.password, data.otp, address_of(request), phone=data.device
    )
    async with transaction():
        said = accounts.said_at_sign_in(data.device.id, data.username, data.otp)
        pending = await accounts.admit_device(proof.officer_id, data.device, said)
        if pending is None:
            tokens = await accounts.begin_mobile_session(
                proof.officer_id, data.device.id, address_of(request) or None
            )
            return await _answer(tokens)
    raise pending  # after the commit, which keeps that the device waits and who was notified


@post(
    "/sessions/refresh",
    opt=PUBLIC,
    operation_id="refreshSession",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def refresh(data: JSONBody[Refresh]) -> SessionAnswer:
    """Exchange a refresh token for a new pair. A repeat within 30 s gets the same answer.

    401 `not_signed_in` for a token that is no longer valid. A token that is used again later ends
    its whole session.
    """
    async with transaction():
        tokens = await accounts.refresh_mobile_session(data.refresh_token)
        answer = await _answer(tokens) if tokens else None
    if answer is None:  # raised after the commit, so that a session ended by a reuse stays ended
        raise NotSignedIn
    return answer


@delete("/sessions/current", operation_id="signOut")
async def sign_out(request: Request[Actor, Any, Any]) -> None:
    """End this session. Its tokens are invalid immediately. Unsent acts stay on the phone."""
    async with transaction():
        await accounts.end_mobile_session(request.user, address_of(request) or None)


def address_of(request: Request[Any, Any, Any]) -> str:
    """Return the caller's address as the server saw it.

    A proxy's headers count only if uvicorn is configured to trust it.
    """
    return request.client.host if request.client else ""


async def _answer(tokens: Tokens) -> SessionAnswer:
    contact = await handshake(tokens.officer_id, tokens.device_id)
    return SessionAnswer(
        access_token=tokens.access_token,
        refresh_token=tokens.refresh_token,
        expires_at=tokens.expires_at,
        officer=await accounts.describe_self(tokens.officer_id),
        anchor=contact.anchor,
        epoch=contact.epoch,
        server_keys=contact.server_keys,
        last_seq=contact.last_seq,
        last_hash=contact.last_hash,
        public_url=contact.public_url,
    )


HANDLERS = [sign_in, refresh, sign_out]
