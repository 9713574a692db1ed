"""The clerk puts the agency's digital seal on a signed paper of a case."""

from uuid import UUID

from admin_ui.casework.issued_documents.page import address
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from admin_ui.shell.scan import sealing as shared
from admin_ui.shell.scan.sealing import Shown
from backend.casework.cases import service as cases
from backend.casework.issued_documents.service import sealing
from backend.core.database import transaction


async def _shown(request: AnyRequest, document_id: UUID, seen: sealing.Waits) -> Shown:
    actor = actor_of(request)
    async with transaction():
        case_id, _, _ = await cases.paper(document_id, actor)
        await cases.read_paper(case_id, actor, "seal", address_of(request))
    paper = seen.paper
    return Shown(
        address=address(document_id),
        form=paper.form,
        title=paper.title,
        number=paper.number,
        issued_on=paper.issued_on,
        signer=" ".join(one for one in (paper.issuer_title, paper.issuer_name) if one),
        sha256=paper.sha256,
        against=sealing.words(seen.against) if seen.against else None,
    )


HANDLERS = shared.handlers("/desk/documents", _shown, sealing)
