"""What a package for an authority outside encloses of an inspection: the decision, the evidence package."""

from backend.approvals.outside import service as outside
from backend.approvals.outside.service import Enclosed
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.exchange.evidence_export import service as evidence_export
from backend.fieldwork.decision_papers import service as papers
from schemas.approvals.submissions import Submitted


async def enclosed(
    subject: Submitted, actor: Actor, address: str | None, whole: bool
) -> list[Enclosed]:
    """Return the decision's preview, with the hash of its content at its foot, and the evidence.

    Raises NotFound, NotAllowed if the officer may not export evidence, PackageTooLarge, Unavailable.
    """
    found: list[Enclosed] = []
    if subject.item_id is not None:
        async with transaction():
            paper = await papers.preview(subject.item_id, actor, address)
        found.append(Enclosed(name="01-noi-dung-trinh.pdf", data=paper))
    if whole:
        package = await evidence_export.package(subject.record_id, actor, address)
        data = await outside.gathered(package.chunks)
        found.append(Enclosed(name="02-ho-so-kiem-tra.zip", data=data))
    return found
