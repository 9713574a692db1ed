"""Signing a paper on its page: with the officer's key here, with a token elsewhere, or by hand."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, as_typed
from admin_ui.shell.problems import told
from admin_ui.shell.reasons import Again
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.errors import DomainError, NotAllowed
from backend.force.accounts import service as accounts

_SHOWN = (403, 409, 422, 429, 503)
"""Errors that the page of the paper shows itself."""


class Papers(Protocol):
    """What a group's service of papers has."""

    def laid_out_so(self, document_id: UUID, fields_hash: str, actor: Actor, /) -> Awaitable[bool]:
        """Tell whether this officer has signed or printed the paper with this very content."""


class Chosen(NamedTuple):
    """How the officer signs."""

    on_paper: bool
    elsewhere: bool
    passphrase: str | None
    """Of the officer's key; None if it is not used."""
    fields_hash: str
    """The content that was seen."""

    def errors(self, request: AnyRequest) -> dict[str, str]:
        """Return what is lacking, by field."""
        if self.passphrase == "":
            return {"passphrase": say(language_of(request), "paper.passphrase_needed")}
        return {}


async def chosen(request: AnyRequest, form: Form) -> Chosen:
    """Return what the form of _steps.html says."""
    on_paper, elsewhere = form.text("by_hand") == "yes", form.text("outside") == "prepare"
    passphrase = None if on_paper or elsewhere else await as_typed(request, "passphrase")
    return Chosen(on_paper, elsewhere, passphrase, form.text("fields_hash"))


async def signed(
    request: AnyRequest,
    place: tuple[str, UUID],
    how: Chosen,
    papers: Papers,
    act: tuple[Callable[[], Awaitable[object]], Callable[[], Awaitable[object]]],
    again: Again,
) -> Response[Any]:
    """Sign, print or prepare the paper, and lead to its page or to that of the prepared file.

    `place` is where the group's pages are, and the paper; `act` signs or prints it, and prepares it to
    be signed elsewhere. Raises NotAllowed, and what its page does not show.
    """
    sign, prepare = act
    address = f"{place[0]}/{place[1]}"
    if how.passphrase is None:
        # The passphrase of the officer's key is a second factor; a mere button is not.
        confirming.require(request)
    actor = actor_of(request)
    try:
        if how.elsewhere:
            await prepare()
            return Redirect(f"{address}/outside", status_code=303)
        await sign()
    except NotAllowed:
        raise
    except DomainError as error:
        if error.status not in _SHOWN:
            raise
        if await papers.laid_out_so(place[1], how.fields_hash, actor):
            return Redirect(f"{address}?done=signed", status_code=303)
        return await again(status=error.status, wrong=told(request, error))
    if how.passphrase is not None:
        await accounts.confirmed_by_key(actor)
    done = "printed" if how.on_paper else "signed"
    return Redirect(f"{address}?done={done}", status_code=303)
