"""What a page of an inspection shows of its submissions, and the files that wait before and after it."""

from typing import Any
from uuid import UUID

from admin_ui.approvals import records
from admin_ui.approvals.submissions import panel
from admin_ui.documents.lines import lines
from admin_ui.fieldwork.comments.remarks import targets
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import Language
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.documents import service as documents
from backend.fieldwork.approving import service as approving
from backend.fieldwork.decision_papers import service as decision_papers
from backend.fieldwork.inspections import service as inspections
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.inspections import InspectionView

_ON_THE_PAGE = frozenset(
    {"agree", "approve", "return", "supplement", "refuse", "withdraw", "reopen"}
)
"""Answers that the inspection's own page takes, or that an inspection has not."""
RULED = frozenset({"opinion-agree", "opinion-supplement", "opinion-verify", "opinion-take-over"})
"""What was just done on a file, after which the next one is offered."""


async def of_inspection(request: AnyRequest, view: InspectionView) -> list[dict[str, Any]]:
    """Return the panels of the draft that was proposed last, and of the file. Joins no transaction.

    A reader who rules on the page itself is offered advice, handing on and taking over here.
    """
    subjects = [approving.draft_of(view.id, view.drafts[-1].id)] if view.drafts else []
    if view.file is not None:
        subjects = [approving.file_of(view.id)]
    places = _of_view(view, language_of(request))
    async with at_once() as ask:
        found = [ask(panel.of_subject(request, one, places)) for one in subjects]
    shown = [one for task in found if (one := task.result()) is not None]
    for one in shown:
        one["quiet"] = True
        if view.permitted.draft or view.permitted.file:
            one["buttons"] = [name for name in one["buttons"] if name not in _ON_THE_PAGE]
    return shown


async def of_paper(
    request: AnyRequest, inspection_id: UUID, document_id: UUID
) -> dict[str, Any] | None:
    """Return the panel of a decision's paper, on whose page the signature is what is asked for."""
    subject = approving.decision_of(inspection_id, document_id)
    found = await panel.of_subject(request, subject)
    return found | {"quiet": True, "sign": None} if found else None


async def waiting(
    request: AnyRequest, view: InspectionView, done: str | None
) -> inspections.Neighbours | None:
    """Return the files that wait for this reader beside this one; None where nothing is ruled on."""
    if not (view.permitted.file or done in RULED):
        return None
    return await inspections.neighbours(view, actor_of(request))


def _address(subject: Submitted) -> str:
    if subject.kind is SubmittedKind.INSPECTION_DECISION and subject.item_id is not None:
        return f"/desk/decisions/{subject.item_id}"
    return f"/desk/inspections/{subject.record_id}"


def _signing(subject: Submitted) -> str | None:
    decision = subject.kind is SubmittedKind.INSPECTION_DECISION
    return f"{_address(subject)}#sign" if decision else None


async def _places(subject: Submitted, actor: Actor, language: Language) -> list[records.Place]:
    """Return the fields and photographs that a remark can be about, as submissions name them."""
    try:
        if subject.kind is SubmittedKind.INSPECTION_DECISION and subject.item_id is not None:
            form, version, fields = await decision_papers.said(subject.item_id, actor)
            return places_of(form, version, fields, language)
        view = await inspections.inspection_view(subject.record_id, actor)
    except NotFound:
        return []  # an adviser of another unit sees the submission alone
    return _of_view(view, language)


def places_of(
    form: str, version: int, fields: dict[str, Any], language: Language
) -> list[records.Place]:
    """Return the filled-in fields of a decision's paper."""
    said = lines(documents.get_form(form, version), fields, language)
    return [records.Place(*line) for line in said if line.value]


def _of_view(view: InspectionView, language: Language) -> list[records.Place]:
    found = reversed(list(targets(view, language).values()))
    return [one.place for group in found for one in group]


async def _sees(subject: Submitted, actor: Actor) -> bool:
    return await inspections.sees(subject.record_id, actor)


records.register(
    RecordKind.INSPECTION,
    address=_address,
    places=_places,
    signing=_signing,
    sees=_sees,
)
