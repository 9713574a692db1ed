"""How the workspace shows a paper of a case: what it says, what it rests on, what was rewritten since the last look."""

from datetime import datetime
from typing import Any

from admin_ui.approvals.review import content
from admin_ui.approvals.review.content import Changed, Content, Elsewhere, Fact
from admin_ui.casework.issued_documents import submitted
from admin_ui.casework.issued_documents.in_short import in_short
from admin_ui.documents.lines import between
from admin_ui.shell.formats import money
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of
from admin_ui.shell.words import Language, say
from backend.approvals.reading.service import Submission
from backend.approvals.reviewing.service import LookedAt
from backend.casework.cases import service as cases
from backend.core.errors import NotFound
from backend.documents import service as documents
from schemas.casework.views import CaseView, PaperView
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind


async def of_case(
    request: AnyRequest, facts: Submission, before: LookedAt | None
) -> Content | None:
    """Return a paper of a case as the workspace shows it; None if the case is out of this reader's sight."""
    subject, actor, language = facts.subject, actor_of(request), language_of(request)
    if subject.item_id is None:
        return None
    try:
        case_id, _, paper = await cases.paper(subject.item_id, actor)
        view = await cases.read_paper(case_id, actor, "review", address_of(request))
    except NotFound:
        return None
    schema = documents.get_form(paper.form, paper.form_version)
    return content.by_fields(
        submitted.places_of(paper, language),
        context={
            "case": view,
            "in_short": in_short(schema, paper.fields, language),
            "beside": [one for one in view.papers if one.id != paper.id],
        },
        side="casework/issued_documents/_reviewed.html",
        facts=_facts(view, language),
        changed=_changed(view, paper, before.looked_at, language) if before else [],
        elsewhere=[
            Elsewhere(
                say(language, "paper.open_preview"), f"/desk/documents/{paper.id}/preview.pdf"
            )
        ],
    )


def _facts(view: CaseView, language: Language) -> list[Fact]:
    values = [one.value for one in view.exhibits]
    goods = [say(language, "reviewed.goods_lines", count=len(values))] if values else []
    worth = [one for one in values if one is not None]
    if worth and len(worth) == len(values):
        goods.append(money(sum(worth), language))
    return [
        Fact(say(language, "paper.party"), view.party.name if view.party else "–"),
        Fact(say(language, "reviewed.violations"), str(len(view.violations))),
        *([Fact(say(language, "reviewed.goods"), " · ".join(goods))] if goods else []),
    ]


def _drafts(view: CaseView, paper: PaperView) -> list[tuple[datetime, dict[str, Any]]]:
    """Return the drafts of the paper, oldest first, each with when it was saved."""
    return [
        (line.received_at, line.content)
        for line in view.story
        if line.type == CaseAct.DOCUMENT_DRAFTED and line.content["document_id"] == str(paper.id)
    ]


def _changed(
    view: CaseView, paper: PaperView, looked_at: datetime, language: Language
) -> list[Changed]:
    """Compare the paper with the draft that was there when the reader looked last."""
    earlier = [said for at, said in _drafts(view, paper) if at <= looked_at]
    if not earlier:
        return []
    before = earlier[-1]["fields"]
    found = between(paper.form, paper.form_version, before, paper.fields, language)
    return [Changed(*one) for one in found]


def register() -> None:
    """Register how papers of cases are reviewed; done by the router."""
    content.register(RecordKind.CASE, of_case)
