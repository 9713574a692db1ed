"""What may happen to a paper of the desk about a decision, and by whom. Pure.

What is the same for every paper of the desk is in backend/documents/rules/desk_papers.py.
"""

from typing import Protocol
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor
from backend.documents.rules import desk_papers
from backend.documents.rules.desk_papers import IN_FORCE as IN_FORCE
from backend.documents.rules.desk_papers import dispatches as dispatches
from backend.documents.rules.desk_papers import heads as heads
from backend.documents.rules.desk_papers import may_compare as may_compare
from backend.documents.rules.desk_papers import may_scan as may_scan
from schemas.core.vocabulary import Role
from schemas.fieldwork.decisions import DecisionChange, IssueDecision
from schemas.fieldwork.words import InspectionState, PaperState

DECISION = "QĐ-KT"
AMENDS, EXTENDS = "QĐ-SĐBSKT", "QĐ-KDGH"
PLAN = "PA"
FORMS = frozenset({DECISION, AMENDS, EXTENDS, PLAN})
"""The forms of papers about a decision: itself, those that change it, and the plan before an ad-hoc one."""
_DRAFTS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)


class Paper(desk_papers.Paper, Protocol):
    """What these rules read of a paper."""

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


def may_return(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may send the draft back: a head, or a legal officer who did not draft it."""
    legal = actor.has(Role.LEGAL) and paper.drafted_by != actor.officer_id
    checks = legal and scope.covers(actor, paper.path)
    return paper.state == PaperState.DRAFT and (checks or heads(paper, actor))


def may_edit(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may rewrite the draft: who drafted it, or a head."""
    own = paper.drafted_by == actor.officer_id and drafts(actor)
    return paper.state == PaperState.DRAFT and (own or heads(paper, actor))


def may_sign(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may sign the draft or print it. The office is judged apart."""
    return paper.state == PaperState.DRAFT and heads(paper, actor)


def may_discard(paper: Paper, actor: Actor) -> bool:
    """Tell whether the officer may give the paper up: a draft, or what was printed and never came back."""
    printed = paper.state == PaperState.PRINTED and heads(paper, actor)
    return may_edit(paper, actor) or printed


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
    """Return why the paper gets no digital seal, as the end of a code; None if it may."""
    return "cancelled" if is_over(paper, inspection) else desk_papers.seal_fault(paper)


def dispatch_fault(paper: Paper, inspection: InspectionState | None) -> str | None:
    """Return why the paper is not dispatched, as a code; None if it may be."""
    if paper.state not in IN_FORCE:
        return "paper_not_signed"
    return "paper_withdrawn" if is_over(paper, inspection) else None
