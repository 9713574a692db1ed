"""Where a paper's submission shows the paper, and which of its fields a comment can name."""

from typing import Any

from admin_ui.approvals import records
from admin_ui.approvals.records import Attached, Place
from admin_ui.documents.lines import lines
from admin_ui.shell.words import Language, say
from backend.casework.approving import service as approving
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.documents import service as documents
from schemas.approvals.submissions import Submitted
from schemas.casework.views import PaperView
from schemas.core.vocabulary import RecordKind


def _address(subject: Submitted) -> str:
    return f"/desk/documents/{subject.item_id}"


def _signing(subject: Submitted) -> str:
    return f"{_address(subject)}/sign"


async def places(subject: Submitted, actor: Actor, language: Language) -> list[Place]:
    """Return the fields of the paper, filled-in parts of them too; none if the paper is out of sight."""
    if subject.item_id is None:
        return []
    try:
        _, _, paper = await cases.paper(subject.item_id, actor)
    except NotFound:
        return []
    return places_of(paper, language)


def places_of(paper: PaperView, language: Language) -> list[Place]:
    """Return the fields of a paper, filled-in parts of them too."""
    schema = documents.get_form(paper.form, paper.form_version)
    said = {at: (label, value) for at, label, value in lines(schema, paper.fields, language)}
    whole = (documents.pointer(one) for one in _in_order(schema))
    return [
        Place(at, label, value, anchor=f"f-{at}")
        for name in whole
        for at, (label, value) in _parts(name, schema, said, language).items()
    ]


def _in_order(schema: dict[str, Any]) -> list[str]:
    order = sorted(schema["properties"].items(), key=lambda one: one[1].get("x-order", 0))
    return [name for name, part in order if not part.get("x-hidden")]


def _parts(
    name: str, schema: dict[str, Any], said: dict[str, tuple[str, str]], language: Language
) -> dict[str, tuple[str, str]]:
    """Return a field with what it says, and of a group or a list its filled-in parts."""
    label = documents.label(schema["x-form"], schema["x-version"], name, language)
    inner = {at: one for at, one in said.items() if at == name or at.startswith(f"{name}/")}
    return {name: (label, "")} | inner


async def _attachments(subject: Submitted, actor: Actor, language: Language) -> list[Attached]:
    """Return the lists and annexes of the paper; none if the case is out of sight."""
    if subject.item_id is None:
        return []
    try:
        found = await approving.together(subject.record_id, subject.item_id, actor)
    except NotFound:
        return []
    return [
        Attached(
            title=": ".join(part for part in (getattr(one.title, language), one.named) if part),
            state=say(language, f"paper.state_{one.state}"),
            address=f"/desk/documents/{one.id}",
        )
        for one in found.annexes
    ]


async def _sees(subject: Submitted, actor: Actor) -> bool:
    return await cases.sees(subject.record_id, actor)


def register() -> None:
    """Register how papers of cases are shown; done by the router."""
    records.register(
        RecordKind.CASE,
        address=_address,
        places=places,
        signing=_signing,
        sees=_sees,
        attachments=_attachments,
    )
