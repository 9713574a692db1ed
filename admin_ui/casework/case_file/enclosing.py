"""What a package for an authority outside encloses of a case: the paper as it would be signed, the whole file."""

from backend.approvals.outside.service import Enclosed
from backend.casework.case_file import service as case_file
from backend.casework.issued_documents import service as issued_documents
from backend.core.actors import Actor
from schemas.approvals.submissions import Submitted


async def enclosed(
    subject: Submitted, actor: Actor, address: str | None, whole: bool
) -> list[Enclosed]:
    """Return the paper's preview, with the hash of its content at its foot, and the file if wanted.

    Raises NotFound, NotAllowed for a clerk who wants the whole file, Unavailable.
    """
    found: list[Enclosed] = []
    if subject.item_id is not None:
        paper = await issued_documents.preview(subject.item_id, actor, address)
        found.append(Enclosed(name="01-noi-dung-trinh.pdf", data=paper))
    if whole:
        file = await case_file.make(subject.record_id, actor, address)
        found.append(Enclosed(name="02-ho-so.pdf", data=file.pdf))
    return found
