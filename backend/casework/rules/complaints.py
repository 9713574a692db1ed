"""What happens to complaints and lawsuits, and what may happen next to each. Pure.

A complaint goes first to the officer who made the act, then to the direct superior, or to a court at
any step (Law on Complaints 02/2011 Art 7). A decision that a deputy signed is complained about to the head.
A complaint stops nothing by itself (Art 35; Law on Handling Administrative Violations Art 15.3).
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.rules import suspending
from backend.casework.rules.complaint_facts import Complaint, Round
from backend.casework.rules.document_guards import changed_by, stands
from backend.casework.rules.facts import Facts
from backend.casework.rules.filed import filed, own_report
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.core.local_time import day_of
from backend.law.sanctions import engine as sanctions
from backend.ledger.handlers import Refuse
from schemas.casework.acts import complaints as case_complaint_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct

SECOND = 2


def _may_be_resolved(one: Complaint) -> bool:
    """Tell whether it is being resolved; one from before acceptance was kept waits for no acceptance.

    Only then is an act suspended because of it (Law on Complaints Art 35).
    """
    return one.open and (one.now.accepted or one.filed.about is None)


NEXT: dict[CaseAct, Callable[[Complaint], bool]] = {
    CaseAct.COMPLAINT_ACCEPTED: lambda one: one.open and not one.now.accepted,
    CaseAct.COMPLAINT_REFUSED: lambda one: one.open,
    CaseAct.COMPLAINT_RESOLVED: _may_be_resolved,
    CaseAct.COMPLAINT_RESULT_SENT: lambda one: one.now.resolved and not one.now.sent,
    CaseAct.COMPLAINT_APPEALED: lambda one: one.level < SECOND and not one.filed.lawsuit,
    CaseAct.EXECUTION_SUSPENDED: _may_be_resolved,
}
"""Whether an act is one of the next about a complaint; the guards ask more."""


def take(complaints: dict[UUID, Complaint], content: Any) -> None:
    """Change what is known of the complaint that an accepted act is about."""
    if isinstance(content, case_complaint_acts.ComplaintFiled):
        complaints[content.complaint_id] = Complaint(content)
        return
    now = complaints[content.complaint_id].now
    match content:
        case case_complaint_acts.ComplaintAccepted():
            now.accepted, now.last_on = True, content.accepted_on
            now.resolver, now.resolver_name = content.resolver, content.name
        case case_complaint_acts.ComplaintRefused():
            now.refused = True
        case case_complaint_acts.ComplaintResolved():
            now.resolved, now.last_on = True, content.resolved_on
            now.resolver = content.resolver or now.resolver
            now.resolver_name = content.name or now.resolver_name
            now.changes = content.result != "keep" if content.result else content.upheld
        case case_complaint_acts.ComplaintResultSent():
            now.sent, now.last_on = True, content.sent_on
        case case_complaint_acts.ComplaintAppealed():
            again = Round(last_on=day_of(content.filed_at))
            complaints[content.complaint_id].rounds.append(again)


def seen(view: CaseView, kind: CaseAct | None = None) -> list[Complaint]:
    """List the complaints that a case's view tells of; with `kind` those that it may be about next."""
    found: dict[UUID, Complaint] = {}
    for line in view.story:
        struct = case_complaint_acts.CONTENTS.get(line.type)
        if struct is not None and line.content:
            take(found, msgspec.convert(line.content, struct))
    return [one for one in found.values() if kind is None or NEXT[kind](one)]


def unready(facts: Facts, kind: CaseAct, complaint_id: UUID) -> Refuse | None:
    """Return why this is not the next act about the complaint, or None."""
    found = facts.complaints.get(complaint_id)
    return None if found is not None and NEXT[kind](found) else refusal("case_complaint")


def out_of_order(facts: Facts, complaint_id: UUID, *days: date | None) -> Refuse | None:
    """Refuse days before those of the acts that come first: the filing, the acceptance, the result.

    Later time limits run from them; an early day would end a complainant's time (Law on Complaints
    Arts 27, 28, 32, 33).
    """
    last = facts.complaints[complaint_id].last_on
    for day in (one for one in days if one is not None):
        if day < last:
            return refusal("case_complaint_order", day=formats.day(last))
        last = day
    return None


def resolved_against(facts: Facts, document_id: UUID) -> bool:
    """Tell whether a complaint or lawsuit against this paper had a result that changes it."""
    against = (one for one in facts.complaints.values() if one.filed.against == document_id)
    return any(each.changes for one in against for each in one.rounds)


def unnamed(content: case_complaint_acts.ComplaintFiled) -> Refuse | None:
    """Refuse a complaint that names neither a paper nor an act."""
    named = content.against is not None or content.what
    return None if named else refusal("case_complaint_what")


def known_early(content: case_complaint_acts.ComplaintFiled, facts: Facts) -> Refuse | None:
    """Refuse a day on which the complainant knew of a paper that did not exist yet.

    The time to complain runs from it (Law on Complaints Art 9).
    """
    paper = facts.papers.get(content.against) if content.against else None
    if paper is None or paper.issued_on is None or content.known_on is None:
        return None
    early = content.known_on < paper.issued_on
    return refusal("case_complaint_known", day=formats.day(paper.issued_on)) if early else None


def wrong_resolver(
    facts: Facts, content: case_complaint_acts.ComplaintAccepted, context: GuardContext
) -> Refuse | None:
    """Refuse acceptance by an authority that may not resolve this complaint.

    See the Law on Complaints Art 7, and Arts 17 to 20 for the head over a deputy and for who holds the office now.
    """
    fault = _resolver_of(facts, content.complaint_id, content.resolver)
    return fault or (refusal("case_complaint_maker_left") if context.maker_left else None)


def _resolver_of(facts: Facts, complaint_id: UUID, resolver: str) -> Refuse | None:
    one = facts.complaints[complaint_id]
    lawsuit, by_deputy = one.filed.lawsuit, of_deputy(one, facts)
    return resolver_fault(resolver, lawsuit=lawsuit, level=one.level, by_deputy=by_deputy)


def of_deputy(one: Complaint, facts: Facts) -> bool:
    """Tell whether a deputy signed the paper that is complained about."""
    paper = facts.papers.get(one.filed.against) if one.filed.against else None
    return paper is not None and sanctions.is_deputy(paper.issuer_title or "")


def other_resolver(
    facts: Facts, content: case_complaint_acts.ComplaintResolved, context: GuardContext
) -> Refuse | None:
    """Refuse the result of an authority that may not resolve the complaint, or of an officer who left the office since.

    The act names that authority if another one accepted the complaint. See wrong_resolver().
    """
    accepted = facts.complaints[content.complaint_id].now
    if context.maker_left:
        return refusal("case_complaint_maker_gone", name=accepted.resolver_name or "–")
    if content.resolver is None:
        return None if content.name is None else refusal("case_complaint_resolver_name")
    if content.resolver != accepted.resolver and content.name is None:
        return refusal("case_complaint_resolver_name")
    return _resolver_of(facts, content.complaint_id, content.resolver)


def resolver_fault(resolver: str, *, lawsuit: bool, level: int, by_deputy: bool) -> Refuse | None:
    """Return why this authority may not resolve a complaint, or None (Law on Complaints Art 7)."""
    if lawsuit:
        right, code = {"court"}, "case_complaint_court"
    elif level == SECOND:
        right, code = {"superior"}, "case_complaint_superior"
    elif by_deputy:
        right, code = {"head"}, "case_complaint_head"
    else:
        right, code = {"maker", "head"}, "case_complaint_first"
    return None if resolver in right else refusal(code)


def late_fault(filed_on: date, last: date | None, *, hindered: bool = False) -> Refuse | None:
    """Refuse a complaint after the last day to complain, or to complain a second time.

    Time of a hindrance does not count, whose end nobody entered (Law on Complaints Arts 9, 11, 33).
    """
    if last is None or filed_on <= last or hindered:
        return None
    return refusal("case_complaint_late", day=formats.day(last))


def filed_late(facts: Facts, complaint_id: UUID, context: GuardContext) -> Refuse | None:
    """Refuse to accept a first complaint that was filed after its time (Law on Complaints Arts 9, 11)."""
    one = facts.complaints[complaint_id]
    if one.level == SECOND or one.filed.lawsuit:
        return None
    filed_on, hindered = day_of(one.filed.filed_at), one.filed.hindered is not None
    return late_fault(filed_on, context.complain_by, hindered=hindered)


def not_late(
    content: case_complaint_acts.ComplaintRefused, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse to turn a first complaint down as late that was filed in time (Law on Complaints Arts 9, 11).

    How long something hindered the complainant is not reckoned, so such a refusal is not judged.
    """
    one, last = facts.complaints[content.complaint_id], context.complain_by
    if (
        content.why != "late"
        or last is None
        or one.level == SECOND
        or one.filed.hindered is not None
    ):
        return None
    if day_of(one.filed.filed_at) > last:
        return None
    return refusal("case_complaint_in_time", day=formats.day(last))


FORM_OF = {"amend": "MQĐ38", "annul_part": "MQĐ38", "annul": "MQĐ40"}
"""The decision that a result needs; to keep the act needs none (Law on Complaints Art 31.2 h)."""
_ALSO = {"amend": ("MQĐ39",), "annul_part": ("MQĐ40",)}
"""Other decisions that may have such a result: a correction, a part that is cancelled."""


STATING = ("BC", "ĐX", "MQĐ38", "MQĐ39", "MQĐ40")
"""Papers of the case that may state the result of a first complaint."""


def unproved(content: Any, facts: Facts, context: GuardContext) -> Refuse | None:
    """Refuse what no filed paper states. It is in writing (Law on Complaints Arts 27, 31, 40)."""
    if content.sheet is None:
        return refusal("case_complaint_filed")
    return filed(content.sheet, content.alone, facts, context.officer_id)


def result_unproved(
    content: case_complaint_acts.ComplaintResolved, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a result that neither a filed paper nor one of the case in force states.

    A paper that changes another must change the one complained about. What a direct superior or a
    court decided is in no paper of the case: it is filed (Law on Complaints Arts 7, 40).
    """
    one = facts.complaints[content.complaint_id]
    if content.document_id is not None:
        if why := _stated_by(content.document_id, content.result, one.filed.against, facts):
            return why
        if content.sheet is None and one.level < SECOND and not one.filed.lawsuit:
            return own_report(content, facts, context.officer_id)
    return unproved(content, facts, context)


def _stated_by(
    document_id: UUID, result: str | None, against: UUID | None, facts: Facts
) -> Refuse | None:
    form = FORM_OF.get(result or "")
    forms = (form, *_ALSO.get(result or "", ())) if form else STATING
    if why := stands(facts, document_id, *forms):
        return why
    paper = facts.papers[document_id]
    changed = changed_by(facts, paper)
    if changed is None or changed.id == against:
        return None
    return refusal("case_paper_not_named", by=f"{paper.form} số {paper.number}")


def unclear(content: case_complaint_acts.ComplaintResolved) -> Refuse | None:
    """Refuse a result that is not said, or contradicts whether the complaint was upheld."""
    if content.result is None:
        return refusal("case_complaint_result")
    return (
        None if content.upheld == (content.result != "keep") else refusal("case_complaint_result")
    )


def given_back(facts: Facts, content: case_complaint_acts.ComplaintResolved) -> set[UUID]:
    """Return the held exhibits that go back, as the resolution annuls what holds them.

    That is the seizure's minutes or decision, or its extension once the time before it is over.
    """
    one = facts.complaints[content.complaint_id].filed
    if content.result != "annul" or one.about not in ("seizure", "extension"):
        return set()
    held = {each.content.exhibit_id for each in facts.held}
    return held & _held_by(facts, one.against)


def _held_by(facts: Facts, paper: UUID | None) -> set[UUID]:
    """Return the exhibits that a paper seized or holds; all, if the complaint names no paper."""
    if paper is None:
        return set(facts.exhibits)
    found: set[UUID] = set()
    for event in facts.events:
        if getattr(event.content, "document_id", None) != paper:
            continue
        match event.content:
            case case_exhibit_acts.ExhibitsSeized():
                found |= {one.exhibit_id for one in event.content.exhibits}
            case case_exhibit_acts.SeizureDecided() | case_exhibit_acts.SeizureExtended():
                found |= set(event.content.exhibits)
    parts = {ident for ident, one in facts.exhibits.items() if one.part_of in found}
    return found | parts


def suspends(
    facts: Facts, content: case_execution_acts.ExecutionSuspended, context: GuardContext
) -> Refuse | None:
    """Refuse a suspension for a complaint that does not run, or longer than its time to resolve.

    See the Law on Complaints Art 35.
    """
    if content.ground != "complaint":
        return None
    if content.complaint_id is None:
        return refusal("case_complaint")
    if why := unready(facts, CaseAct.EXECUTION_SUSPENDED, content.complaint_id):
        return why
    return suspending.longer_fault(content.until, context.resolve_by)


ACCEPT_DAYS = 10
"""Days to accept or refuse a complaint (Law on Complaints Art 27)."""


def second_early(
    facts: Facts, content: case_complaint_acts.ComplaintAppealed, context: GuardContext
) -> Refuse | None:
    """Refuse a second complaint before the first has its result, or its time is over (Art 33).

    An authority that lets the time to accept the first one pass keeps nothing from its superior by that.
    """
    one = facts.complaints[content.complaint_id]
    now = one.now
    over = context.resolve_by is None or context.today > context.resolve_by
    late = now.accepted and over
    ignored = context.today > day_of(one.filed.filed_at) + timedelta(days=ACCEPT_DAYS)
    unheard = ignored and not now.accepted and not now.refused
    return None if now.resolved or late or unheard else refusal("case_complaint_early")
