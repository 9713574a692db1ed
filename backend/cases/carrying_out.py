"""Acts that carry a decision out, or hold and return goods, say what their signed paper says. Pure.

The paper is about this case's decision and party, and names its amount, its days and its goods: a paper of another
case, or the same paper with other numbers, changes nothing here (Law on Handling Administrative Violations Arts 76,
77, 79, 125).
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from backend.cases import goods
from backend.cases.contradictions import folded
from backend.cases.delivering import made_on
from backend.cases.dividing import wholes
from backend.cases.facts import Facts, Paper
from backend.cases.signed import Difference, holds, party_differs, said_day, same
from backend.deadlines.rules import day_of
from backend.sanctions.spans import months_after
from schemas import case_execution_acts as x
from schemas import case_side_acts as s
from schemas.case_words import DeliveryMode, SeizurePurpose
from schemas.problems import Text
from schemas.vocabulary import SubjectKind

Carrying = (
    x.FineReduced
    | x.ExecutionPostponed
    | x.InstalmentsGranted
    | s.SeizureDecided
    | s.SeizureExtended
    | s.ExhibitsDisposed
    | s.ExhibitsMoved
    | x.DecisionDelivered
)
"""Acts that are judged here."""
POSTPONED_MONTHS = 3
"""A fine is postponed for so long at most (Art 76.3)."""
POSTPONED_FROM = {SubjectKind.INDIVIDUAL: 2_000_000}
POSTPONED_FROM_OTHERS = 100_000_000
"""The least fine in đồng that is postponed at all: of an individual, of an organisation (Art 76.1)."""
SEIZED_MONTHS = 1
"""A decision on the form's first version, which names no purpose, holds goods for so long at most (Art 125.8)."""
PURPOSES = {
    SeizurePurpose.VERIFY: "xác minh tình tiết",
    SeizurePurpose.VALUATION: "định giá tang vật",
    SeizurePurpose.PREVENT: "ngăn chặn hành vi",
    SeizurePurpose.SECURE: "bảo đảm thi hành",
}
"""Purposes of a seizure as differences name them."""


def differences(content: object, paper: Paper, facts: Facts) -> list[Difference]:
    """Everything in which such an act says otherwise than its paper, or its paper is another case's."""
    return [one for one in _all(content, paper, facts) if one is not None]


def _all(content: object, paper: Paper, facts: Facts) -> Iterator[Difference | None]:
    if not isinstance(content, Carrying) or paper.id == facts.decision_id:
        return
    fields = paper.fields
    if isinstance(content, s.ExhibitsDisposed) and paper.form != "MQĐ24":
        return
    if isinstance(content, s.ExhibitsMoved):
        yield from _custody(paper, content)
        return
    yield from party_differs(fields, facts.party)
    about = _about(content, facts)
    if about is not None:
        yield same("/decision_number", fields.get("decision_number"), about.number)
        yield same("/decision_date", said_day(fields.get("decision_date")), about.issued_on)
    match content:
        case x.DecisionDelivered() if content.mode == DeliveryMode.REFUSED:
            yield same("/started_at", made_on(paper), content.delivered_on)
        case x.FineReduced():
            yield same("/amount", fields.get("amount"), content.by)
        case x.ExecutionPostponed():
            yield same("/until_on", said_day(fields.get("until_on")), content.until)
        case x.InstalmentsGranted():
            yield from _parts(fields.get("instalments") or [], content)
        case s.SeizureDecided() | s.SeizureExtended():
            yield same("/until_on", said_day(fields.get("until_on")), content.until)
            if isinstance(content, s.SeizureDecided) and holds(paper, "/purpose"):
                yield same("/purpose", _purpose(fields.get("purpose")), _purpose(content.purpose))
            yield _goods(paper, facts, content.exhibits)


def _custody(paper: Paper, content: s.ExhibitsMoved) -> Iterator[Difference | None]:
    """Sealing minutes name who keeps the goods, and where."""
    keeper, place = (
        (paper.fields.get("keeper") or {}).get("name"),
        paper.fields.get("custody_place"),
    )
    if keeper:
        yield same("/keeper/name", keeper, content.keeper)
    if place:
        yield same("/custody_place", place, content.place)


def _about(content: Carrying, facts: Facts) -> Paper | None:
    """The decision that the paper of such an act is about; None where it is about none of this case."""
    match content:
        case s.SeizureDecided() | s.ExhibitsMoved():
            return None
        case x.DecisionDelivered() if content.mode != DeliveryMode.REFUSED:
            return None
        case s.SeizureExtended() | s.ExhibitsDisposed():
            return next(
                (
                    facts.papers.get(event.content.document_id)
                    for event in reversed(facts.events)
                    if isinstance(event.content, s.SeizureDecided)
                    and wholes(facts, event.content.exhibits) & wholes(facts, content.exhibits)
                ),
                None,
            )
        case _:
            return facts.papers.get(facts.decision_id) if facts.decision_id else None


def _parts(
    rows: list[dict[str, object]], content: x.InstalmentsGranted
) -> Iterator[Difference | None]:
    if len(rows) != len(content.schedule):
        yield Difference("/instalments", str(len(rows)), str(len(content.schedule)))
        return
    for number, (row, one) in enumerate(zip(rows, content.schedule, strict=True)):
        at = f"/instalments/{number}"
        yield same(f"{at}/amount", row.get("amount"), one.amount)
        yield same(f"{at}/until_on", said_day(row.get("until_on")), one.due_on)


def _goods(paper: Paper, facts: Facts, ids: list[UUID]) -> Difference | None:
    """The rows name these exhibits and no others; an extension may leave its rows out."""
    if not paper.fields.get("exhibits"):
        return None
    named = goods.listed(facts, paper)
    known = len(paper.fields["exhibits"]) == len(named)
    if known and named == set(ids):
        return None
    rows = "; ".join(str(row.get("name") or "–") for row in paper.fields["exhibits"])
    return Difference("/exhibits", rows, goods.names(facts, ids, "–"))


def postponed_fault(facts: Facts, content: x.ExecutionPostponed) -> Text | None:
    """Why a fine cannot be postponed so; the months run from the first decision to postpone it. The fine imposed is
    looked at, not what a reduction left of it (Art 76.1).

    A second one a month later is a postponement still, not a new three months (Art 76.3).
    """
    kind = facts.party.kind if facts.party else SubjectKind.INDIVIDUAL
    least = POSTPONED_FROM.get(kind, POSTPONED_FROM_OTHERS)
    if kind == SubjectKind.HOUSEHOLD:
        least = POSTPONED_FROM[SubjectKind.INDIVIDUAL]
    if facts.sanction is None or facts.sanction.total < least:
        money = f"{least:,}".replace(",", ".")
        return Text(vi=f"tiền phạt dưới {money} đồng", en=f"the fine is under {money} đồng")
    earlier = [one.content for one in facts.events if isinstance(one.content, x.ExecutionPostponed)]
    papers = [facts.papers.get(one.document_id) for one in (*earlier, content)]
    signed_on = min((one.issued_on for one in papers if one and one.issued_on), default=None)
    if signed_on and content.until > months_after(signed_on, POSTPONED_MONTHS):
        return Text(vi="quá 03 tháng", en="more than 3 months")
    return None


def _purpose(said: object) -> str | None:
    return next((name for one, name in PURPOSES.items() if one == said), None)


def seizure_fault(facts: Facts, content: s.SeizureDecided) -> Text | None:
    """Why a decision that names no purpose cannot hold goods so long; one that does is judged in limits.py."""
    since = seized_since(facts, content.exhibits) or content.decided_on
    if content.purpose is None and content.until > months_after(since, SEIZED_MONTHS):
        return Text(vi="quá 01 tháng", en="more than a month")
    return None


def seized_since(facts: Facts, ids: list[UUID]) -> date | None:
    """The day in Vietnam on which the first of these exhibits was seized: from it the time runs (Art 125.8)."""
    days = (day_of(facts.things[one].seized_at) for one in ids if one in facts.things)
    return min(days, default=None)


def same_receipt(facts: Facts, content: x.PaymentReceived) -> bool:
    """Whether this receipt was entered for the same kind of money: one receipt may cover a fine and its interest."""
    said = (content.kind, folded(content.receipt_number))
    return any((one.kind, folded(one.receipt_number)) == said for one in facts.payments)
