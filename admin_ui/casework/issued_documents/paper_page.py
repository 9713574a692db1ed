"""What every page of a paper shows: the paper, its case, earlier drafts, and what the reader may do."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Response

from admin_ui.approvals.submissions import panel as approval_panel
from admin_ui.casework.acts import reckoned
from admin_ui.documents.lines import grouped, lines
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language
from backend.casework.approving import service as approving
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents.service import sealing
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.documents import service as documents
from backend.ledger.service import Refused
from schemas.casework.next_steps import PaperPermitted
from schemas.casework.views import CaseView, PaperView, StoryLine
from schemas.casework.words import CaseAct, DocumentState

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
            "groups": grouped(lines(self.schema, self.paper.fields, language)),
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


@dataclass
class Asked:
    """What a paper's page shows besides the paper: its submission, and what goes with it."""

    approval: dict[str, Any] | None
    """What the panel of the submission shows; None if there is none in sight."""
    together: approving.Together
    """The paper that this one goes with, and its own lists and annexes."""
    planned: approving.Planned | None
    """By which steps a draft would go if this reader submitted it now, with names."""
    hand: drafting.by_hand.Standing | None
    """Of a paper that is signed by hand."""


async def look(request: AnyRequest, document_id: UUID, how: str = "page") -> Seen:
    """Read a paper in the reader's sight, with its case. The reading is recorded as `how`.

    Also used if the page is shown again after a form was posted, because that answer shows just as
    much. Raises NotFound.
    """
    async with transaction():
        return await look_in(request, document_id, how)


async def look_in(request: AnyRequest, document_id: UUID, how: str = "page") -> Seen:
    """Do the same in the caller's transaction, which remembers what was read before. Raises NotFound."""
    case_id, paper = await _in_sight(document_id, actor_of(request))
    return await _seen(request, case_id, paper, how)


async def look_with_its_submission(request: AnyRequest, document_id: UUID) -> tuple[Seen, Asked]:
    """Return what look() does, with what the paper's page shows of its submission. Raises NotFound."""
    actor = actor_of(request)
    async with transaction():
        case_id, paper = await _in_sight(document_id, actor)
        async with at_once() as ask:
            seeing = ask(_seen(request, case_id, paper, "page"))
            panel = ask(_panel(request, case_id, paper.id))
            beside = ask(approving.together(case_id, paper.id, actor))
            draft = paper.state == DocumentState.DRAFT
            planned = ask(approving.planned(case_id, paper.id, actor)) if draft else None
            hand = ask(drafting.by_hand.standing(paper.id, actor)) if paper.hand else None
    seen = seeing.result()
    return seen, Asked(
        approval=_of_its_page(seen, panel.result()),
        together=beside.result(),
        planned=planned.result() if planned else None,
        hand=hand.result() if hand else None,
    )


async def _in_sight(document_id: UUID, actor: Actor) -> tuple[UUID, PaperView]:
    case_id, _, paper = await cases.paper(document_id, actor)
    return case_id, paper


async def _seen(request: AnyRequest, case_id: UUID, paper: PaperView, how: str) -> Seen:
    actor = actor_of(request)
    async with at_once() as ask:
        case = ask(cases.read_paper(case_id, actor, how, address_of(request)))
        may_sign = ask(drafting.may_sign(case_id, paper, actor))
    if how in ("page", "sign"):
        await drafting.list_signing.opened(paper, actor)
    schema = documents.get_form(paper.form, paper.form_version)
    return Seen(request, case.result(), paper, schema, may_sign.result())


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
    """Return what the panel of the paper's submission shows, in the caller's transaction; None if none is in sight.

    `signing`: on the page where one signs. There, and where the page's own button leads to it, the
    panel's buttons come second.
    """
    found = await _panel(seen.request, seen.case.id, seen.paper.id)
    return _of_its_page(seen, found, signing=signing)


def _of_its_page(
    seen: Seen, found: dict[str, Any] | None, *, signing: bool = False
) -> dict[str, Any] | None:
    if found is None:
        return None
    own = signing or (seen.permitted.ready and seen.permitted.sign)
    said = {"sign": None} if own else {}
    return found | said | {"quiet": own}


async def _panel(request: AnyRequest, case_id: UUID, document_id: UUID) -> dict[str, Any] | None:
    subject = await approving.subject_of(case_id, document_id)
    return await approval_panel.of_subject(request, subject) if subject else None
