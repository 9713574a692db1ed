"""What a chair decided later on their own decision, as our own papers and acts of that kind. Pure.

The authority that decided on the violation postpones, reduces or divides its fine (Law Arts 76, 77, 79), suspends its
execution for signs of a crime (Art 62.2), and amends, corrects or annuls it (Decree 118/2021 Arts 13.2, 14). Each
such decision means acts of ours, so it has their effects and there is no second rule about them.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from backend.casework.rules import handed
from backend.casework.rules.contradictions import folded
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.filed import filed
from backend.casework.texts.cases import refusal
from backend.casework.texts.execution import money
from backend.core import formats
from backend.law.rules import stopping
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


class Change(NamedTuple):
    """The form that such a decision has, always in one version, and what of it is said."""

    form: tuple[str, int]
    needs: frozenset[str] = frozenset()
    may_say: frozenset[str] = frozenset()


CHANGES: dict[str, Change] = {
    "postponed": Change(("MQĐ03", 1), frozenset({"until"})),
    "reduced": Change(("MQĐ04", 1), frozenset({"by"})),
    "instalments": Change(("MQĐ05", 1), frozenset({"schedule"})),
    "crime": Change(("MQĐ31", 1)),
    "partial": Change(
        (stopping.FORM, 1), frozenset({"why", "on", "proof"}), frozenset({"successor"})
    ),
    "amended": Change(("MQĐ38", 2), may_say=frozenset({"total", "goods_changed", "confiscated"})),
    "corrected": Change(("MQĐ39", 1), may_say=frozenset({"total"})),
    "annulled": Change(("MQĐ40", 2), frozenset({"ground"})),
}
"""By what the chair decided."""
_SAID = tuple(sorted({name for one in CHANGES.values() for name in one.needs | one.may_say}))
CHANGING = frozenset({"amended", "corrected", "annulled"})
"""Changes of the decision itself; the others are about its execution."""
CORRECTS_A_SLIP = Text(
    vi="đính chính chỉ sửa sai sót về kỹ thuật soạn thảo, không đổi mức phạt đã quyết định (Điều 14 Nghị định "
    "118/2021/NĐ-CP)",
    en="a correction mends slips of drafting and decides no other fine (Decree 118/2021 Art 14)",
)

Meant = tuple[CaseAct, Any]


def meant(content: case_handed_acts.ChairChanged, facts: Facts) -> list[Meant]:
    """Return the acts of ours that the chair's decision amounts to, in order."""
    paper, why = content.document_id, content.reason
    if (about := facts.decision_id) is None:
        return []
    match content.change:
        case "postponed":
            postponed = case_execution_acts.ExecutionPostponed(
                document_id=paper, until=content.until or content.decided_on, reason=why
            )
            return [(CaseAct.EXECUTION_POSTPONED, postponed)]
        case "reduced":
            less = case_execution_acts.FineReduced(
                document_id=paper, by=content.by or 0, reason=why
            )
            return [(CaseAct.FINE_REDUCED, less)]
        case "instalments":
            parts = case_execution_acts.InstalmentsGranted(
                document_id=paper, schedule=content.schedule or [], reason=why
            )
            return [(CaseAct.INSTALMENTS_GRANTED, parts)]
        case "crime":
            suspected = case_execution_acts.CrimeSuspected(
                document_id=paper, suspended_on=content.decided_on, reason=why
            )
            return [(CaseAct.CRIME_SUSPECTED, suspected)]
        case "partial" if content.why is not None:
            stops = case_execution_acts.ExecutionPartial(
                document_id=paper,
                why=content.why,
                on=content.on or content.decided_on,
                sheet=content.proof,
                successor=content.successor,
                alone=content.alone,
            )
            return [(CaseAct.EXECUTION_PARTIAL, stops)]
        case "partial":
            return []
        case "amended" | "corrected":
            other = case_side_acts.DocumentAmended(
                document_id=about,
                by=paper,
                reason=why,
                total=content.total,
                confiscated=(content.confiscated or []) if content.goods_changed else None,
                with_effects=True,
            )
            return [(CaseAct.DOCUMENT_AMENDED, other)]
        case "annulled":
            return list(_annulled(content, about))


def _annulled(content: case_handed_acts.ChairChanged, about: UUID) -> Iterator[Meant]:
    if content.ground is None:
        return
    yield (
        CaseAct.DOCUMENT_CANCELLED,
        case_side_acts.DocumentCancelled(
            document_id=about,
            by=content.document_id,
            reason=content.reason,
            with_effects=True,
            amendment_ends=True,
        ),
    )
    yield (
        CaseAct.DECISION_ANNULLED,
        case_execution_acts.DecisionAnnulled(
            document_id=about,
            by=content.document_id,
            ground=content.ground,
            reason=content.reason,
        ),
    )


def paper(content: case_handed_acts.ChairChanged, facts: Facts, event: Event) -> Paper:
    """Return the chair's later decision as a paper of the case, with what it says."""
    about = facts.papers[facts.decision_id] if facts.decision_id else None
    fields: dict[str, Any] = {
        "agency": content.place,
        "reason": content.reason,
        "effective_on": content.decided_on.isoformat(),
    }
    if about is not None and about.issued_on is not None:
        fields |= {
            "decision_number": about.number,
            "decision_date": about.issued_on.isoformat(),
        }
    fields |= _said(content, facts)
    return handed.kept(
        CHANGES[content.change].form,
        content.document_id,
        fields,
        event,
        number=content.number,
        issued_on=content.decided_on,
        title=content.chair,
        replaces=facts.decision_id if content.change in CHANGING else None,
    )


def _said(content: case_handed_acts.ChairChanged, facts: Facts) -> dict[str, Any]:
    """Return what the decision says, under the names that the fields of its form have."""
    match content.change:
        case "postponed":
            until = content.until.isoformat() if content.until else None
            return {"from_on": content.decided_on.isoformat(), "until_on": until}
        case "reduced":
            return {"amount": content.by}
        case "instalments":
            rows = [
                {"amount": one.amount, "until_on": one.due_on.isoformat()}
                for one in content.schedule or []
            ]
            return {"amount": sum(row["amount"] for row in rows), "instalments": rows}
        case "amended":
            fine = {} if content.total is None else {"total_fine": content.total}
            if not content.goods_changed:
                return fine
            named = handed.goods(facts, content.confiscated or [])
            return fine | {"confiscation_changed": True, "exhibits": named}
        case "partial":
            return {"ground": content.why, "fine_stopped": max(0, facts.fine - facts.paid)}
        case "annulled":
            return {"scope": "whole", "ground": content.ground}
        case _:
            return {}


def fault(content: case_handed_acts.ChairChanged, facts: Facts, officer_id: UUID) -> Refuse | None:
    """Return why there is no such decision of the chair to record here, or None.

    What contradicts the law is no such reason: it is the chair's decision, and only warns.
    """
    if facts.chair is None or facts.chair.document_id != facts.decision_id:
        return refusal("case_chair_decision_none")
    stopped = content.change == "partial" and facts.partial is not None
    if stopped or _known(content, facts):
        return refusal("case_recorded_already")
    if why := _content_fault(content, facts):
        return why
    if content.sheet in _sheets(facts) or content.sheet == content.proof:
        return refusal("case_chair_sheet_taken", sheet=content.sheet)
    if handed.filed_before_sent(content.sheet, facts):
        return refusal("case_chair_sheet", sheet=content.sheet)
    if content.proof is not None and (
        why := filed(content.proof, content.alone, facts, officer_id)
    ):
        return why
    return filed(content.sheet, content.alone, facts, officer_id)


def _known(content: case_handed_acts.ChairChanged, facts: Facts) -> bool:
    """Tell whether this decision was recorded already, however its number is typed."""
    said = (CHANGES[content.change].form[0], _plain(content.number), content.decided_on)
    return content.document_id in facts.papers or any(
        one.elsewhere and (one.form, _plain(one.number or ""), one.issued_on) == said
        for one in facts.papers.values()
    )


def _plain(number: str) -> str:
    return folded(number).replace(" ", "")


def _sheets(facts: Facts) -> set[int]:
    """Return the sheets from which another decision of the chair was recorded."""
    kinds = (case_handed_acts.ChairDecided, case_handed_acts.ChairChanged)
    return {one.content.sheet for one in facts.events if isinstance(one.content, kinds)}


def _confiscable(facts: Facts) -> set[UUID]:
    """Return the exhibits that the chair can confiscate now: those without an end, and those confiscated before."""
    chosen = facts.sanction or facts.remedy
    left = (*facts.undecided, *facts.without_end)
    return {*(chosen.confiscated if chosen else ()), *(one.content.exhibit_id for one in left)}


def _content_fault(content: case_handed_acts.ChairChanged, facts: Facts) -> Refuse | None:
    """Refuse what no decision of this kind says, and what no case can hold."""
    change = CHANGES[content.change]
    said = {name for name in _SAID if getattr(content, name) not in (None, [], False)}
    if not change.needs <= said or not said <= change.needs | change.may_say:
        return refusal("case_chair_change")
    if content.confiscated and not content.goods_changed:
        return refusal("case_chair_change")
    if not set(content.confiscated or ()) <= _confiscable(facts):
        return refusal("case_exhibit")
    if content.total is not None and facts.sanction is None:
        return refusal("case_chair_no_fine")
    of_fine = content.change in ("postponed", "reduced", "instalments", "partial")
    if of_fine and facts.sanction is None:
        return refusal("case_chair_no_fine")
    left = facts.fine - facts.paid
    if content.by is not None and content.by > left:
        return refusal("case_overpaid", money(left), left=formats.grouped(left))
    return None
