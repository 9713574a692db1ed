"""The clerk puts the agency's digital seal on a signed paper of a case."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.casework.issued_documents.page import address
from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from admin_ui.shell.scan import sealing as shared
from admin_ui.shell.scan.scan_upload import MOST_BODY
from admin_ui.shell.scan.sealing import Shown
from backend.casework.cases import service as cases
from backend.casework.issued_documents.service import sealing
from backend.core.database import transaction

_PAPER = "/desk/documents/{document_id:uuid}/seal"


async def _show(
    request: AnyRequest, document_id: UUID, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    actor = actor_of(request)
    seen = await sealing.waits(document_id, actor)
    async with transaction():
        case_id, _, _ = await cases.paper(document_id, actor)
        await cases.read_paper(case_id, actor, "seal", address_of(request))
    paper = seen.paper
    shown = Shown(
        address=address(document_id),
        form=paper.form,
        title=paper.title,
        number=paper.number,
        issued_on=paper.issued_on,
        signer=" ".join(one for one in (paper.issuer_title, paper.issuer_name) if one),
        sha256=paper.sha256,
        against=sealing.words(seen.against) if seen.against else None,
    )
    return shared.show(request, seen, shown, status=status, wrong=wrong)


@get(_PAPER, include_in_schema=False)
async def ask(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Show what is sealed, with which certificate, and ask for its passphrase. Raises NotFound, NotAllowed."""
    await sealing.waits(document_id, actor_of(request))
    confirming.require(request)  # now: the page of the code cannot carry a file
    return await _show(request, document_id)


@post(_PAPER, include_in_schema=False)
async def seal(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Seal with a key that is here. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    await sealing.waits(document_id, actor)
    return await shared.seal(
        request,
        partial(_show, request, document_id),
        lambda certificate, secret: sealing.seal(document_id, certificate, secret, actor),
        address(document_id),
    )


@get(f"{_PAPER}/to-sign.pdf", include_in_schema=False)
async def to_sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send the signed file that the clerk's token is to seal. The download is recorded.

    Raises NotFound, NotAllowed, RefusedAct.
    """
    return shared.to_seal(
        *await sealing.download(document_id, actor_of(request), address_of(request))
    )


@post(f"{_PAPER}/outside", include_in_schema=False, request_max_body_size=MOST_BODY)
async def send(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter a file that was sealed elsewhere. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    await sealing.waits(document_id, actor)
    return await shared.send(
        request,
        partial(_show, request, document_id),
        lambda data: sealing.take(document_id, data, actor),
        address(document_id),
    )


HANDLERS = [ask, seal, to_sign, send]
