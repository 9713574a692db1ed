"""The clerk puts the agency's digital seal on a signed paper of a record."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.documents.record_papers.paths import LIST, address
from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from admin_ui.shell.scan import sealing as shared
from admin_ui.shell.scan.scan_upload import MOST_BODY
from admin_ui.shell.scan.sealing import Shown
from backend.core.database import transaction
from backend.documents.record_papers import service as papers

_PAPER = f"{LIST}/{{document_id:uuid}}/seal"


async def _show(
    request: AnyRequest, document_id: UUID, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    actor = actor_of(request)
    seen = await papers.sealing.waits(document_id, actor)
    async with transaction():
        view = await papers.read(document_id, actor, address_of(request))
    shown = Shown(
        address=address(document_id),
        form=view.row.form,
        title=view.row.title,
        number=view.row.number,
        issued_on=view.row.issued_on,
        signer=f"{view.signer_title} {view.signer_name}".strip(),
        sha256=view.sha256,
        against=seen.against,
    )
    return shared.show(request, seen, shown, status=status, wrong=wrong)


@get(_PAPER, include_in_schema=False)
async def ask_seal(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Show what is sealed, with which certificate, and ask for its passphrase. Raises NotFound, NotAllowed."""
    await papers.sealing.waits(document_id, actor_of(request))
    confirming.require(request)  # now: the page of the code cannot carry a file
    return await _show(request, document_id)


@post(_PAPER, include_in_schema=False)
async def seal(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Seal with a key that is here. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    await papers.sealing.waits(document_id, actor)
    return await shared.seal(
        request,
        partial(_show, request, document_id),
        lambda certificate, secret: papers.sealing.seal(document_id, certificate, secret, actor),
        address(document_id),
    )


@get(f"{_PAPER}/to-sign.pdf", include_in_schema=False)
async def to_seal(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send the signed file that the clerk's token is to seal. The download is recorded.

    Raises NotFound, NotAllowed, RefusedAct.
    """
    return shared.to_seal(
        *await papers.sealing.download(document_id, actor_of(request), address_of(request))
    )


@post(f"{_PAPER}/outside", include_in_schema=False, request_max_body_size=MOST_BODY)
async def send_sealed(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter a file that was sealed elsewhere. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    await papers.sealing.waits(document_id, actor)
    return await shared.send(
        request,
        partial(_show, request, document_id),
        lambda data: papers.sealing.take(document_id, data, actor),
        address(document_id),
    )


HANDLERS = [ask_seal, seal, to_seal, send_sealed]
