"""What keeps a file from being decided or closed. Pure.

Goods of signed minutes that nobody entered, goods without an end, sale money that nobody received,
a fine raised after its end, an annulled decision that no other followed.
"""

from collections import Counter

from backend.casework.rules import annulling, exhibit_guards, minuted
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import SEIZABLE
from backend.casework.texts.cases import refusal
from backend.casework.texts.execution import unpaid
from backend.law import form_facts
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, CaseState, ExhibitState


def unentered(facts: Facts, context: GuardContext | None = None) -> Refuse | None:
    """Refuse to end or decide a case while goods that signed minutes seized are not entered.

    Asked while goods can be entered (Law Arts 125, 126). Seizure minutes on a phone that no case
    took block as well.
    """
    if context is not None and context.seizures_on_site:
        return refusal("case_seizure_on_site", number=", ".join(context.seizures_on_site))
    if facts.state not in SEIZABLE:
        return None
    known = {one.content.document_id for one in facts.events if one.type == CaseAct.EXHIBITS_SEIZED}
    left = (
        one
        for one in facts.papers.values()
        if one.form in form_facts.seizing()
        and one.stands
        and _asked_about(facts, one)
        and one.id not in known
        and minuted.rows(one.fields)
        and not _by_another_form(facts, one)
        and not _spoken_of(facts, one)
    )
    paper = next(left, None)
    if paper is None:
        return None
    code = "case_seizure_unentered" if paper.form == "MBB15" else "case_minutes_goods_unentered"
    return refusal(code, number=paper.number or "?")


def _asked_about(facts: Facts, paper: Paper) -> bool:
    """Tell whether these minutes are asked about: in a decided case only later seizures are.

    Earlier minutes were asked about when the case was decided.
    """
    if facts.decided_on is None:
        return True
    return paper.form == "MBB15" and (paper.issued_on or facts.decided_on) >= facts.decided_on


def _spoken_of(facts: Facts, paper: Paper) -> bool:
    """Tell whether verification minutes say what is wrong in these minutes (Law Art 58.8)."""
    return paper.form == "MBB01" and any(
        one.form == "MBB05"
        and one.stands
        and one.fields.get("violation_minutes_number") == paper.number
        for one in facts.papers.values()
    )


def _by_another_form(facts: Facts, paper: Paper) -> bool:
    """Tell whether a paper of another form entered all its rows.

    This is an annexed list (BK), or the other kind of minutes.
    """
    entered: Counter[tuple[str, ...]] = Counter()
    for event in facts.events:
        content = event.content
        if not isinstance(content, case_exhibit_acts.ExhibitsSeized):
            continue
        if facts.papers[content.document_id].form != paper.form:
            entered.update(exhibit_guards.key_of(one) for one in content.exhibits)
    return not Counter(exhibit_guards.key(row) for row in minuted.rows(paper.fields)) - entered


def without_end(facts: Facts, context: GuardContext | None = None) -> Refuse | None:
    """Refuse to close a file until each seized thing has its end (Law Art 126).

    Confiscated goods need one too.
    """
    if open_minutes := unentered(facts, context):
        return open_minutes
    if facts.undecided:
        return refusal("case_exhibits_open", count=len(facts.undecided))
    left = len(facts.without_end)
    return refusal("case_confiscated_open", count=left) if left else None


def unconfiscated(facts: Facts) -> Refuse | None:
    """Refuse to end an execution while goods that the decision confiscates are only held (Law Art 81)."""
    chosen = facts.sanction or facts.remedy
    held = (ExhibitState.SEIZED, ExhibitState.SOLD_EARLY)
    found = [
        facts.exhibits[one]
        for one in (chosen.confiscated if chosen else ())
        if one in facts.exhibits
    ]
    left = sum(one.state in held for one in found)
    return refusal("case_exhibits_open", count=left) if left else None


def due_back(facts: Facts) -> Refuse | None:
    """Refuse to end while goods are held whose seizure a resolved complaint annulled."""
    left = exhibit_guards.due_back(facts, facts.to_return)
    return refusal("case_goods_due_back") if left else None


def archiving(facts: Facts, context: GuardContext) -> Refuse | None:
    """Return why a file is not archived yet, or None."""
    waiting = next((one.filed.by for one in facts.complaints.values() if one.open), None)
    if waiting is not None:
        return refusal("case_complaint_open", name=waiting)
    if facts.state == CaseState.ANNULLED and (due := _no_other(facts, context)):
        return due
    owed = facts.fine - facts.paid
    if facts.state == CaseState.EXECUTED and owed > 0:
        return refusal("case_not_done", unpaid(owed))
    sold = any(
        isinstance(one.content, case_exhibit_acts.ExhibitsDisposed)
        and one.content.disposition == ExhibitState.SOLD
        for one in facts.events
    )
    if sold and not any(one.kind == "sale_proceeds" for one in facts.payments):
        return refusal("case_sale_money")
    return without_end(facts, context)


def _no_other(facts: Facts, context: GuardContext) -> Refuse | None:
    """Refuse if a decision annulled for a fault in its making was not made anew.

    Verification minutes by another than the archiving officer, which say what remains, are enough
    (Decree 118/2021 Art 13.3).
    """
    annulled = facts.annulled
    if annulled is None or annulled.ground in annulling.NO_OTHER_FOLLOWS:
        return None
    ended = facts.papers.get(annulled.by)
    since = ended.issued_on if ended else None
    verified = any(
        one.form == "MBB05"
        and one.stands
        and one.issued_by != context.officer_id
        and (since is None or (one.issued_on is not None and one.issued_on >= since))
        for one in facts.papers.values()
    )
    return None if verified else refusal("case_annulled_open")
