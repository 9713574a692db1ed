"""A paper that its signer signs with a token elsewhere: the file to sign, what comes back, giving up.

The page is outside.html; each group gives the paper and enters it.
"""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell.forms import read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.scan.scan_upload import read_scan
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.documents.signing import service as signing
from backend.force.accounts import service as accounts
from backend.ledger.service import Outcome, Refused

Again = Callable[..., Awaitable[Response[Any]]]
"""Shows the page again: `status`, and `wrong` or `errors`."""


async def registered(actor: Actor) -> bool:
    """Tell whether the officer has a certificate in force, so that a signature is known as theirs."""
    held = await signing.list_of(actor.officer_id)
    return any(signing.standing(row, clock.now()) == "valid" for row in held)


def to_sign(data: bytes, name: str) -> Response[bytes]:
    """Return the bytes to be signed."""
    disposition = f"attachment; filename=\"to-sign.pdf\"; filename*=UTF-8''{quote(name)}"
    return Response(
        data, media_type="application/pdf", headers={"content-disposition": disposition}
    )


async def sent(
    request: AnyRequest,
    again: Again,
    take: Callable[[bytes], Awaitable[Outcome | bool | None]],
    address: str,
) -> Response[Any]:
    """Enter the signed file as the issued paper; `take` returns nothing if it was entered before.

    No code is asked for: the signature of the officer's own key is a second factor, once. A file
    that was entered before proves nothing about who sends it now.
    """
    try:
        outcome = await take(await read_scan(request))
    except DomainError as error:
        if error.status not in (409, 422, 503):
            raise
        return await again(status=error.status, wrong=told(request, error))
    if isinstance(outcome, Refused):
        return await again(status=409, wrong=getattr(outcome.text, language_of(request)))
    if outcome:  # anybody at this desk can download an issued paper and send it again
        await accounts.confirmed_by_key(actor_of(request))
    return Redirect(f"{address}?done=signed", status_code=303)


async def given_up(
    request: AnyRequest,
    again: Again,
    give_up: Callable[[str], Awaitable[Outcome]],
    address: str,
) -> Response[Any]:
    """Void the number on the signer's copy, with a reason."""
    reason, language = (await read_form(request)).text("reason"), language_of(request)
    if not 3 <= len(reason) <= 2000:
        return await again(status=422, errors={"reason": say(language, "paper.reason_needed")})
    async with transaction():
        outcome = await give_up(reason)
    if isinstance(outcome, Refused):
        return await again(status=409, wrong=getattr(outcome.text, language))
    return Redirect(f"{address}?done=given_up", status_code=303)
