"""Where a paper's submission shows the paper, and which of its fields a comment can name."""

from admin_ui.approvals import records
from admin_ui.approvals.records import Place
from admin_ui.shell.words import Language
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import service as documents
from schemas.approvals.submissions import Submitted
from schemas.core.vocabulary import RecordKind


def _address(subject: Submitted) -> str:
    return f"/desk/documents/{subject.item_id}"


def _signing(subject: Submitted) -> str:
    return f"{_address(subject)}/sign"


async def _places(subject: Submitted, actor: Actor, language: Language) -> list[Place]:
    """Return the fields of the paper by pointer and label; none if the paper is out of sight."""
    if subject.item_id is None:
        return []
    try:
        _, _, paper = await cases.paper(subject.item_id, actor)
    except NotFound:
        return []
    schema = documents.get_form(paper.form, paper.form_version)
    order = sorted(schema["properties"].items(), key=lambda one: one[1].get("x-order", 0))
    return [
        (at, documents.label(paper.form, paper.form_version, at, language))
        for name, part in order
        if not part.get("x-hidden")
        for at in [documents.pointer(name)]
    ]


def register() -> None:
    """Register how papers of cases are shown; done by the router."""
    records.register(RecordKind.CASE, address=_address, places=_places, signing=_signing)
