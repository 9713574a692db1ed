"""Where the submission of an information's paper shows the paper, and what of it a comment can name."""

from typing import Any
from uuid import UUID

from admin_ui.approvals import records
from admin_ui.approvals.records import Place
from admin_ui.approvals.submissions import panel
from admin_ui.documents.lines import lines
from admin_ui.documents.record_papers import beside
from admin_ui.documents.record_papers.beside import Beside
from admin_ui.documents.record_papers.paths import address
from admin_ui.shell.render import AnyRequest
from admin_ui.shell.words import Language
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import service as documents
from backend.documents.record_papers import service as papers
from backend.intake.informations import service as informations
from schemas.approvals.submissions import Submitted
from schemas.core.vocabulary import RecordKind


def _address(subject: Submitted) -> str:
    return address(subject.item_id or subject.record_id)


def _signing(subject: Submitted) -> str:
    return f"{_address(subject)}#sign"


async def _places(subject: Submitted, actor: Actor, language: Language) -> list[Place]:
    """Return the filled-in fields of the paper; none if it is out of sight."""
    try:
        form, version, fields = await papers.content(subject.item_id or subject.record_id, actor)
    except NotFound:
        return []
    return places_of(form, version, fields, language)


def places_of(form: str, version: int, fields: dict[str, Any], language: Language) -> list[Place]:
    """Return the filled-in fields of a paper."""
    schema = documents.get_form(form, version)
    return [
        Place(at, label, value, anchor=f"f-{at}")
        for at, label, value in lines(schema, fields, language)
    ]


async def approval(request: AnyRequest, record_id: UUID, document_id: UUID) -> Beside | None:
    """Return the approval of a paper, for its page, in the caller's transaction; None if it was not submitted."""
    subject = await informations.paper_subject(record_id, document_id)
    found = await panel.of_subject(request, subject) if subject else None
    return Beside("intake/informations/_approval.html", found) if found else None


def register() -> None:
    """Register how papers of informations are shown; done by the router."""
    records.register(
        RecordKind.INFORMATION,
        address=_address,
        places=_places,
        signing=_signing,
        sees=informations.sees_paper,
    )
    beside.register(RecordKind.INFORMATION, approval)
