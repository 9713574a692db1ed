"""Acts about an execution or about seized goods must say what their signed paper says. Pure.

The paper is about this case's decision and party, and names its amount, its days and its goods. A
paper of another case, or the same paper with other numbers, changes nothing here (Law on Handling
Administrative Violations Arts 76, 77, 79, 125).
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from backend.casework.rules import exhibit_guards
from backend.casework.rules.contradictions import folded
from backend.casework.rules.dividing import wholes
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.signed import Difference, party_differs, said_day, same
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.core.local_time import day_of
from backend.law.rules import stopping
from backend.law.rules.spans import months_after
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, ExhibitState, SeizurePurpose
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind

POSTPONED_MONTHS = 3
"""A fine is postponed for this long at most (Art 76.3)."""
POSTPONED_FROM = {SubjectKind.INDIVIDUAL: 2_000_000}
POSTPONED_FROM_OTHERS = 100_000_000
"""The least fine in đồng that is postponed at all: individuals, organisations (Art 76.1)."""
SEIZED_MONTHS = 1
"""A decision on the form's first version names no purpose. It holds goods for this long at most
(Art 125.8)."""
PURPOSES = {
    SeizurePurpose.VERIFY: "xác minh tình tiết",
    SeizurePurpose.VALUATION: "định giá tang vật",
    SeizurePurpose.PREVENT: "ngăn chặn hành vi",
    SeizurePurpose.SECURE: "bảo đảm thi hành",
}
"""Purposes of a seizure, in the words that a refusal shows."""


def about_differs(paper: Paper, facts: Facts, about: Paper | None) -> Iterator[Difference | None]:
    """Yield differences if the paper is about another party, or another decision than `about`.

    `about` is None if the paper is about no decision of the case.
    """
    fields = paper.fields
    yield from party_differs(fields, facts.party)
    if about is not None:
        yield same("/decision_number", fields.get("decision_number"), about.number)
        yield same("/decision_date", said_day(fields.get("decision_date")), about.issued_on)


def until_differs(paper: Paper, until: date) -> Difference | None:
    """Return the difference if the paper runs to another day."""
    return same("/until_on", said_day(paper.fields.get("until_on")), until)


def the_decision(facts: Facts) -> Paper | None:
    """Return the decision on the violation, which papers of its execution are about."""
    return facts.papers.get(facts.decision_id) if facts.decision_id else None


def holding(facts: Facts, ids: list[UUID], deciding: CaseAct) -> Paper | None:
    """Return the newest decision, entered by this kind of act, that holds any of these exhibits."""
    return next(
        (
            facts.papers.get(event.content.document_id)
            for event in reversed(facts.events)
            if event.type == deciding and wholes(facts, event.content.exhibits) & wholes(facts, ids)
        ),
        None,
    )


def goods_differ(paper: Paper, facts: Facts, ids: list[UUID]) -> Difference | None:
    """Return the difference if the paper's rows do not name exactly these exhibits.

    A paper that extends another may leave its rows out.
    """
    if not paper.fields.get("exhibits"):
        return None
    named = exhibit_guards.listed(facts, paper)
    known = len(paper.fields["exhibits"]) == len(named)
    if known and named == set(ids):
        return None
    rows = "; ".join(str(row.get("name") or "–") for row in paper.fields["exhibits"])
    return Difference("/exhibits", rows, exhibit_guards.names(facts, ids, "–"))


def postponed_fault(
    facts: Facts, content: case_execution_acts.ExecutionPostponed, on: date | None = None
) -> Text | None:
    """Return why a fine cannot be postponed so, or None.

    Counted is the fine as imposed, not what a reduction left of it (Art 76.1). The months run from
    the first decision to postpone. A second decision, a month later say, continues the same
    postponement and gives no new three months (Art 76.3). `on` is the day of a paper that is yet to be signed.
    """
    kind = facts.party.kind if facts.party else SubjectKind.INDIVIDUAL
    least = POSTPONED_FROM.get(kind, POSTPONED_FROM_OTHERS)
    if kind == SubjectKind.HOUSEHOLD:
        least = POSTPONED_FROM[SubjectKind.INDIVIDUAL]
    if facts.sanction is None or facts.sanction.total < least:
        return Text(
            vi=f"tiền phạt dưới {formats.money(least, 'vi')}",
            en=f"the fine is under {formats.money(least, 'en')}",
        )
    signed_on = postponed_since(facts, content, on)
    if signed_on and content.until > months_after(signed_on, POSTPONED_MONTHS):
        return Text(vi="quá 03 tháng", en="more than 3 months")
    return None


def postponed_since(
    facts: Facts, content: case_execution_acts.ExecutionPostponed, on: date | None = None
) -> date | None:
    """Return the day of the first decision to postpone the fine, this one included.

    `on` is its day, if it is yet to be signed.
    """
    earlier = [
        one.content
        for one in facts.events
        if isinstance(one.content, case_execution_acts.ExecutionPostponed)
    ]
    papers = [facts.papers.get(one.document_id) for one in (*earlier, content)]
    days = [one.issued_on for one in papers if one and one.issued_on]
    return min(days, default=on)


def partial_fault(
    facts: Facts, content: case_execution_acts.ExecutionPartial, context: GuardContext
) -> Refuse | None:
    """Return why the fine does not stop so, or None (Law Art 75; Decree 118/2021 Art 19).

    The death paper, judgment or notice is filed. MQĐ17 states what goes on. If the decision has
    only a fine, nothing goes on, and there is no such decision.
    """
    goes_on = bool(facts.remedies) or any(
        one.state == ExhibitState.CONFISCATED for one in facts.exhibits.values()
    )
    if facts.partial is not None:
        return refusal("case_recorded_already")
    if content.document_id is not None and (
        missing := stands(facts, content.document_id, stopping.FORM)
    ):
        return missing
    if content.sheet is None:
        return refusal("case_partial_proof")
    if why := filed(content.sheet, content.alone, facts, context.officer_id):
        return why
    if content.document_id is None:
        return refusal("case_paper_missing", form=stopping.FORM) if goes_on else None
    stop = stopping.Stop(
        cause=content.why,
        signed_on=facts.papers[content.document_id].issued_on or context.today,
        last=context.partial_by,
        execute_by=context.last_day("D18"),
        excused=content.late is not None,
    )
    return stopped_fault(stop)


_STOPPED: dict[stopping.Why, str] = {
    "cause_not_provided": "case_partial_cause",
    "lapsed": "case_partial_lapsed",
    "late": "case_partial_late",
}


def stopped_fault(stop: stopping.Stop) -> Refuse | None:
    """Return the refusal of a decision that stops a fine, by the rule of the law; or None."""
    why = stopping.fault(stop)
    return refusal(_STOPPED[why]) if why else None


def seizure_fault(facts: Facts, content: case_exhibit_acts.SeizureDecided) -> Text | None:
    """Return why a decision that names no purpose cannot hold goods so long, or None.

    A decision that names one is judged in backend/casework/cases/limits.py.
    """
    since = seized_since(facts, content.exhibits) or content.decided_on
    if content.purpose is None and content.until > months_after(since, SEIZED_MONTHS):
        return Text(vi="quá 01 tháng", en="more than a month")
    return None


def seized_since(facts: Facts, ids: list[UUID]) -> date | None:
    """Return the day (Vietnam's) on which the first of these exhibits was seized.

    The time limit runs from it (Art 125.8).
    """
    days = (day_of(facts.exhibits[one].seized_at) for one in ids if one in facts.exhibits)
    return min(days, default=None)


def same_receipt(facts: Facts, content: case_execution_acts.PaymentReceived) -> bool:
    """Tell whether this receipt was entered already for the same kind of money.

    One receipt may cover a fine and its interest.
    """
    said = (content.kind, folded(content.receipt_number))
    return any((one.kind, folded(one.receipt_number)) == said for one in facts.payments)


def purpose(said: object) -> str | None:
    """Return the purpose for which goods are held, in the paper's words."""
    return next((name for one, name in PURPOSES.items() if one == said), None)
