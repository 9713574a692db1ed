"""What may happen to a paper of the desk about a decision, and by whom. Pure.

Practice B3: a sheet signed by hand is in force from its signing; somebody who neither drafted nor
signed it nor sent its scan compares the scan with what was printed.
"""

from typing import Protocol
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role
from schemas.fieldwork.decisions import DecisionChange, IssueDecision
from schemas.fieldwork.words import InspectionState, PaperState

DECISION = "QĐ-KT"
AMENDS, EXTENDS = "QĐ-SĐBSKT", "QĐ-KDGH"
PLAN = "PA"
FORMS = frozenset({DECISION, AMENDS, EXTENDS, PLAN})
"""The forms of papers about a decision: itself, those that change it, and the plan before an ad-hoc one."""
_DRAFTS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
_COMPARES = (Role.CLERK, Role.SUPERVISOR)
IN_FORCE = (PaperState.SIGNED, PaperState.AWAITING, PaperState.SENT_BACK)
"""The states of a paper that somebody signed."""


class Paper(Protocol):
    """What these rules read of a paper."""

    @property
    def state(self) -> PaperState:
        """How far it is."""

    @property
    def path(self) -> UnitPath:
        """The unit that drafted it, with those above."""

    @property
    def drafted_by(self) -> UUID:
        """Who drafted it last."""

    @property
    def issued_by(self) -> UUID | None:
        """Who signed or printed it; None for a draft."""

    @property
    def scanned_by(self) -> UUID | None:
        """Who sent the scan that stands; None without one."""

    @property
    def signature_level(self) -> str | None:
        """PAdES level; None for a draft, and for one signed by hand."""

    @property
    def sealed_sha256(self) -> str | None:
        """Hash of the file with the agency's seal; None without one."""

    @property
    def order(self) -> IssueDecision | None:
        """What a decision was filled from."""

    @property
    def change(self) -> DecisionChange | None:
        """What one that changes a decision was filled from."""


def drafts(actor: Actor) -> bool:
    """Tell whether the officer may begin a paper: everyone who inspects, and heads."""
    return actor.has(*_DRAFTS)


def lists(actor: Actor) -> bool:
    """Tell whether the officer can see papers about decisions at all."""
    return actor.has(*_DRAFTS, Role.CLERK, Role.AUDITOR, Role.LEGAL)


def heads(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer is a head of the paper's unit or of one above it."""
    return actor.has(Role.SUPERVISOR) and scope.covers(actor, paper.path)


def may_return(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may send the draft back: a head, or a legal officer who did not draft it."""
    legal = actor.has(Role.LEGAL) and paper.drafted_by != actor.officer_id
    checks = legal and scope.covers(actor, paper.path)
    return paper.state is PaperState.DRAFT and (checks or heads(paper, actor))


def may_edit(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may rewrite the draft: who drafted it, or a head."""
    own = paper.drafted_by == actor.officer_id and drafts(actor)
    return paper.state is PaperState.DRAFT and (own or heads(paper, actor))


def may_sign(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may sign the draft or print it. The office is judged apart."""
    return paper.state is PaperState.DRAFT and heads(paper, actor)


def may_discard(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may give the paper up: a draft, or what was printed and never came back."""
    printed = paper.state is PaperState.PRINTED and heads(paper, actor)
    return may_edit(paper, actor) or printed


def may_scan(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may send the scan of the signed sheet.

    The first comes from who signed, because it puts the decision in force in that name. A better
    one may come from any head or clerk.
    """
    if paper.state is PaperState.PRINTED:
        return paper.issued_by == actor.officer_id
    clerk = actor.has(*_COMPARES) and scope.covers(actor, paper.path)
    return paper.state is PaperState.SENT_BACK and (clerk or paper.issued_by == actor.officer_id)


def may_compare(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer is the second person who compares the scan."""
    own = actor.officer_id in (paper.drafted_by, paper.issued_by, paper.scanned_by)
    able = actor.has(*_COMPARES) and scope.covers(actor, paper.path)
    return paper.state is PaperState.AWAITING and able and not own


def named_team(paper: Paper) -> list[UUID]:
    """Return whom the paper names to the team, its leader first; nobody if it leaves the team as it is."""
    source = paper.order or paper.change
    if source is None or source.leader_id is None:
        return []
    return list(dict.fromkeys([source.leader_id, *(source.member_ids or [])]))


def is_over(paper: Paper, inspection: InspectionState | None) -> bool:
    """Tell whether nothing goes out of the paper any more: its decision was withdrawn, or lapsed.

    The paper that withdraws it goes out all the same.
    """
    withdraws = paper.change is not None and paper.change.withdraws
    return inspection is InspectionState.DISCARDED and not withdraws


def seal_fault(paper: Paper, inspection: InspectionState | None) -> str | None:
    """Return why the paper gets no digital seal, as the end of a code; None if it may.

    An officer must have signed its file here. On a sheet signed by hand the seal is ink.
    """
    if paper.state is PaperState.DISCARDED or is_over(paper, inspection):
        return "cancelled"
    if paper.state is PaperState.DRAFT:
        return "unsigned"
    if paper.signature_level is None:
        return "ink"
    return "twice" if paper.sealed_sha256 is not None else None


def dispatch_fault(paper: Paper, inspection: InspectionState | None) -> str | None:
    """Return why the paper is not dispatched, as a code; None if it may be."""
    if paper.state not in IN_FORCE:
        return "paper_not_signed"
    return "paper_withdrawn" if is_over(paper, inspection) else None


def dispatches(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer enters how the paper went out: a clerk or a head of its unit, or above."""
    return actor.has(*_COMPARES) and scope.covers(actor, paper.path)
