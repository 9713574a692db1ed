"""What every page of a paper shows: the paper, its case, earlier drafts, and what the reader may do."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Response

from admin_ui.approvals.submissions import panel as approval_panel
from admin_ui.casework.acts import reckoned
from admin_ui.documents.lines import lines
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language
from backend.casework.approving import service as approving
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents.service import sealing
from backend.documents import service as documents
from backend.ledger.service import Refused
from schemas.casework.next_steps import PaperPermitted
from schemas.casework.views import CaseView, PaperView, StoryLine
from schemas.casework.words import CaseAct

FAMILIES = ("before", "minutes", "search", "exhibits", "decision", "execution")
"""Families of forms, by the stage of the case as officers look for them. A paper that amends,
corrects or cancels another one (family `change`) is begun from the page of that other paper.
"""


@dataclass
class Seen:
    """A paper as one reader sees it."""

    request: AnyRequest
    case: CaseView
    paper: PaperView
    schema: dict[str, Any]
    may_sign: bool

    @property
    def permitted(self) -> PaperPermitted:
        """Return what the reader may do with the paper now."""
        return cases.paper_steps.permitted(self.case, self.paper, may_sign=self.may_sign)

    @property
    def drafts(self) -> list[StoryLine]:
        """Return every draft of the paper, oldest first."""
        return [
            line
            for line in self.case.story
            if line.type == CaseAct.DOCUMENT_DRAFTED
            and line.content["document_id"] == str(self.paper.id)
        ]

    @property
    def related(self) -> list[PaperView]:
        """Return the papers that this one changes, and those that change it."""
        mine = self.paper
        return [
            other
            for other in self.case.papers
            if other.id != mine.id and (mine.replaces == other.id or other.replaces == mine.id)
        ]

    @property
    def may_seal(self) -> bool:
        """Tell whether the reader is a clerk who may put the agency's digital seal on it."""
        return sealing.may_seal(self.paper, self.case.possible)

    @property
    def entered_again(self) -> bool:
        """Tell whether a restore lost the paper and it was entered again as it had been signed."""
        return any(
            line.content.get("restored") and line.content["document_id"] == str(self.paper.id)
            for line in self.case.story
        )

    def context(self) -> dict[str, Any]:
        """Return what the templates need."""
        language = language_of(self.request)
        return {
            "view": self.case,
            "paper": self.paper,
            "schema": self.schema,
            "title": getattr(self.paper.title, language),
            "drafts": self.drafts,
            "related": self.related,
            "entered_again": self.entered_again,
            "lines": lines(self.schema, self.paper.fields, language),
            "may_sign": self.may_sign,
            "may_seal": self.may_seal,
            "permitted": self.permitted,
            "checks": [getattr(note, language) for note in documents.notes(self.schema)],
            "about_forms": self._changing(),
        }

    def _changing(self) -> list[str]:
        """Return the forms that may change this paper: those for decisions (Decree 118/2021 Arts 13, 14).

        Minutes are not changed by a decision: verification minutes say what is wrong in them (Law Art
        58.8).
        """
        if self.schema["x-layout"] != "decision":
            return []
        return [form for form in documents.families()["change"] if form != self.paper.form]


async def look(request: AnyRequest, document_id: UUID, how: str = "page") -> Seen:
    """Read a paper in the reader's sight, with its case. The reading is recorded as `how`.

    Also used if the page is shown again after a form was posted, because that answer shows just as
    much. Raises NotFound.
    """
    actor = actor_of(request)
    case_id, _, paper = await cases.paper(document_id, actor)
    case = await cases.read_paper(case_id, actor, how, address_of(request))
    if how in ("page", "sign"):
        await drafting.list_signing.opened(paper, actor)
    schema = documents.get_form(paper.form, paper.form_version)
    may_sign = await drafting.may_sign(case_id, paper, actor)
    return Seen(request, case, paper, schema, may_sign)


def families(language: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the forms that can be begun, by family: (key of its name, [(form, title)])."""
    return [
        (
            f"paper.family_{name}",
            [
                (form, documents.get_form(form, drafting.version_of(form))["x-title"][language])
                for form in documents.families()[name]
            ],
        )
        for name in FAMILIES
    ]


def refused(request: AnyRequest, outcome: Refused, back: str) -> Response[str]:
    """Show why `ledger.record` (the one door) refused, with a link back."""
    text = getattr(outcome.text, language_of(request))
    return page(
        request,
        "casework/issued_documents/refused.html",
        status=409,
        text=text,
        back=back,
        law=reckoned.address(outcome.code),
    )


async def gain_kept(seen: Seen) -> int:
    """Return the recorded illicit gain that this decision leaves with the violator, in đồng.

    0 for other papers.
    """
    actor = actor_of(seen.request)
    return await drafting.sanction_views.gain_kept(seen.case.id, seen.paper, actor)


async def decided_elsewhere(seen: Seen) -> list[Any]:
    """Return decisions of other cases on the same matter; none if this paper decides nothing."""
    actor = actor_of(seen.request)
    return await drafting.decided_elsewhere(seen.case.id, actor, paper=seen.paper)


async def approval(seen: Seen, *, signing: bool = False) -> dict[str, Any] | None:
    """Return what the panel of the paper's submission shows; None if there is none in sight.

    `signing`: on the page where one signs. There, and where the page's own button leads to it, the
    panel's buttons come second.
    """
    subject = await approving.subject_of(seen.case.id, seen.paper.id)
    found = await approval_panel.of_subject(seen.request, subject) if subject else None
    if found is None:
        return None
    said = {"sign": None} if signing else {}
    return found | said | {"quiet": signing or (seen.permitted.ready and seen.permitted.sign)}


async def together(seen: Seen) -> approving.Together:
    """Return the paper that this one goes with, and its own lists and annexes."""
    return await approving.together(seen.case.id, seen.paper.id, actor_of(seen.request))


async def planned(seen: Seen) -> approving.Planned | None:
    """Return by which steps the draft would go if this reader submitted it now, with names."""
    return await approving.planned(seen.case.id, seen.paper.id, actor_of(seen.request))
