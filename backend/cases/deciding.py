"""Which acts of a case decide, and which papers state such a decision: pure.

The others of who has the authority arrange the work, or enter a paper that was judged when it was signed.
"""

from dataclasses import dataclass
from typing import Any

from backend.cases.facts import Facts
from backend.documents import form_facts
from schemas import case_side_acts as s
from schemas.case_words import CaseAct as A
from schemas.case_words import ExhibitState


@dataclass(frozen=True)
class Decision:
    """Something that only who holds the power decides."""

    papers: frozenset[str] = frozenset()
    """Forms that state it: one that such a head signed is entered by whoever has the role."""
    form: str = "MQĐ02"
    """A form of the kind of delegation under which a deputy decides it."""


_REPORTS = frozenset(form_facts.of_kind("report"))
_ENFORCING = "MQĐ07"

DECISIONS: dict[A, Decision] = {
    A.PROPOSAL_REJECTED: Decision(form="PA"),
    A.SANCTION_DECLINED: Decision(_REPORTS),
    A.CASE_TRANSFERRED: Decision(_REPORTS | {"MQĐ33"}),
    A.CASE_CLOSED: Decision(_REPORTS),
    A.DEADLINE_EXTENDED: Decision(_REPORTS),
    A.EXECUTION_SUSPENDED: Decision(frozenset({"MQĐ31"})),
    A.EXECUTION_RESUMED: Decision(),
    A.EXECUTION_LAPSED: Decision(),
    A.ENFORCEMENT_ORDERED: Decision(
        frozenset({"MQĐ06", "MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11"}), form=_ENFORCING
    ),
    A.COMPLAINT_RESOLVED: Decision(_REPORTS | frozenset(form_facts.of_kind("change"))),
}
"""No sanction (Law Art 65), handing on, closing, extending, what stops an execution or lets it lapse, enforcement, the
answer to a complaint, and no inspection where one was proposed."""
_BINDING = frozenset(DECISIONS) | {
    A.CASE_REOPENED,
    A.CRIME_REFERRED,
    A.DECISION_ANNULLED,
    A.DECISION_DUE_AGAIN,
    A.DECISION_EXPIRED,
    A.EXHIBITS_DESTROYED,
    A.SANCTION_PUBLISHED,
}


def binds(kind: A) -> bool:
    """Whether an act approves or decides, so that a one-time code is asked for before it (practice B4)."""
    return kind in _BINDING


_GOODS_OUT = Decision(frozenset({"MQĐ33"}))


def decision_of(kind: A, content: Any, facts: Facts) -> Decision | None:
    """What an act decides; None where it only arranges or enters.

    That a sanction is made public is carried out where its signer named it (practice B13; Law Art 72), else decided.
    """
    if kind is A.SANCTION_PUBLISHED:
        return None if facts.sanction is not None and facts.sanction.publish else Decision()
    if isinstance(content, s.ExhibitsDisposed):
        return _GOODS_OUT if content.disposition == ExhibitState.TRANSFERRED else None
    return DECISIONS.get(kind)


def made_elsewhere(content: Any) -> bool:
    """Whether an act enters a decision that was signed elsewhere and filed by another hand (filed.py), not on the
    officer's own word."""
    return getattr(content, "sheet", None) is not None and getattr(content, "alone", None) is None
