"""What the guards of an act need from outside the case: gathered by asking the other slices, judged by nobody here."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend import clock, scan_queries, scope
from backend.actors import Actor, UnitPath
from backend.bounds import forms as bounds
from backend.cases import (
    against_papers,
    authority,
    carrying_out,
    competence,
    goods,
    limits,
    predecessors,
    queries,
    recording,
    violators,
)
from backend.cases.facts import Facts
from backend.cases.world import InspectionSeen, World
from backend.deadlines import rules as deadline_rules
from backend.deadlines import service as deadlines
from backend.deadlines import store as clock_store
from backend.documents import forms
from backend.errors import NotFound
from backend.inspections import on_site
from backend.ledger.canonical import ParsedAct
from backend.numbering import service as numbering
from backend.sanctions import service as sanctions
from backend.sanctions.errors import OrderFault
from backend.units import service as units
from schemas import case_acts as a
from schemas import case_execution_acts as x
from schemas import case_side_acts as s
from schemas.acts import DecisionSubject
from schemas.case_words import DocumentState
from schemas.deadlines import Clock, ClockState
from schemas.problems import Text
from schemas.sanctions import Computation, ExplanationRight, SanctionOrder

_RUNNING = (
    ClockState.RUNNING,
    ClockState.HALF,
    ClockState.LAST_DAY,
    ClockState.MISSED,
    ClockState.LAPSED,
)
_FEW = 3
"""PRACTICE B6: of a unit of three or fewer the second person is the parent's."""
_TIMED = (
    *(a.ExplanationRequested, a.ExplanationReceived, a.ExplanationWaived),
    *(a.SanctionImposed, a.RemedyOrdered, a.VerificationOrdered),
    *(x.EnforcementOrdered, x.ExecutionLapsed),
)
"""Acts whose guards ask which time is over."""
_AGAINST_PAPERS = (
    *(a.ViolationRecorded, a.ExplanationRequested, a.ExplanationReceived, a.ExplanationWaived),
    *(s.ExhibitsSeized, s.DocumentFinalised),
)
"""Acts that are compared with a paper, or whose paper is with the law."""


def today(now: datetime) -> date:
    """The day in Vietnam."""
    return deadline_rules.day_of(now)


def clocks_of(facts: Facts, now: datetime) -> list[Clock]:
    """The clocks of a case as they stand."""
    return deadlines.clocks(clock_store.facts_of(facts.events), facts.opening.rule_set, now)


async def world(
    facts: Facts | None, parsed: ParsedAct, actor: Actor, path: UnitPath | None
) -> World:
    """Everything that guards may ask about an act, as it is now."""
    now = clock.now()
    content = parsed.content
    given: dict[str, Any] = {
        "now": now,
        "today": today(now),
        "officer_id": actor.officer_id,
        "rule_set": deadlines.rule_set_at(today(now)),
    }
    inspection = getattr(content, "inspection_id", None) or (facts and facts.inspection_id)
    if isinstance(content, a.CaseOpened | a.DecisionLinked | s.DocumentAdopted) and inspection:
        await queries.hold_inspection(inspection)
    if isinstance(content, a.CaseOpened):
        given["same_violator"] = await _same_violator(content)
    if isinstance(content, _ASK_FOR_INSPECTION) and inspection:
        seen = await _inspection(inspection, parsed.act.record.id, actor)
        given |= {"inspection": seen, "begin_by": limits.begin_by(facts, seen)}
    if isinstance(content, a.PlanItemEntered):
        party = content.party
        given["planned_same"] = tuple(
            await queries.planned_same(party.subject_id, party.name, content.year, content.contents)
        )
    if isinstance(content, s.DocumentScanned):
        given["scan_known"] = await _scan_known(parsed.act.record.id, content)
    if isinstance(content, s.DocumentDiscarded) and path is not None:
        given["heads"] = authority.heads(path, actor)
        given["unit_signs"] = _unit_signs(facts, content.document_id)
    if isinstance(content, s.DocumentCompared) and facts is not None:
        given["small_unit"] = await _small_unit(facts.opening.unit_id, actor)
    if facts is not None:
        if isinstance(content, _TIMED):
            running = [one for one in clocks_of(facts, now) if one.state in _RUNNING]
            given["due"] = limits.ends(facts, content, running)
        if isinstance(content, _ASK_FOR_MINUTES):
            given["minutes_on_site"] = await against_papers.minutes_on_site(facts, content)
            closes = isinstance(content, a.CaseClosed)
            given["found_on_site"] = closes and await against_papers.found_on_site(facts)
        if isinstance(content, _ON_FORMS):
            given["form_outdated"] = await against_papers.outdated_by(facts, content, now)
        given["seizures_on_site"] = await against_papers.seizures_on_site(facts, content)
        given |= await _judged(facts, parsed, actor, now, path)
    return World(**given)


_ON_FORMS = (s.DocumentDrafted, s.DocumentFinalised, s.DocumentIssued, s.DocumentPrinted)
_ASK_FOR_MINUTES = (a.ViolationRecorded, a.SanctionImposed, a.CaseClosed, *_ON_FORMS)
"""Acts whose guards ask whether other violation minutes lie on a phone."""


_ASK_FOR_INSPECTION = (
    *(a.CaseOpened, a.DecisionLinked, a.DecisionExpired),
    *(a.SanctionImposed, a.CaseClosed),
)


async def _inspection(inspection_id: UUID, case_id: UUID, actor: Actor) -> InspectionSeen | None:
    condition, args = scope.inspections(actor, "i", 3)
    row = await queries.inspection_seen(inspection_id, case_id, condition, list(args))
    if row is None:
        return None
    decision = msgspec.json.decode(row["decision"])
    return InspectionSeen(
        id=row["id"],
        state=row["state"],
        team_size=row["team_size"],
        leader_card_valid=row["leader_card_valid"],
        no_conflict_declared=bool(decision["no_conflict_declared"]),
        other_case=row["other_case"],
        withdrawn=row["withdrawn"],
        issued_on=date.fromisoformat(decision["issued_on"]),
        start_on=date.fromisoformat(decision["start_on"]),
        subject=msgspec.convert(decision["subject"], DecisionSubject),
    )


async def _same_violator(content: a.CaseOpened) -> str | None:
    """The number of the inspection's case against the very violator of one that is to be opened."""
    who = violators.of_party(content.party)
    others = await against_papers.beside(content.inspection_id, content.opening.number)
    same = (one for one in others if violators.same(violators.of_party(one.party), who))
    return next((one.opening.number for one in same), None)


async def _scan_known(case_id: UUID, content: s.DocumentScanned) -> bool:
    """Whether the scan that an act names was stored, for this very paper."""
    row = await scan_queries.named(content.scan_id, case_id)
    said = (content.document_id, content.sha256, content.size, content.media_type)
    return row is not None and said == (
        *(row["subject_id"], row["sha256"], row["size"], row["media_type"]),
    )


async def _small_unit(unit_id: UUID, actor: Actor) -> bool:
    """Whether so few serve in the unit that the second person must be of one above it, and this officer is not."""
    standing = await units.standing(unit_id)
    if standing is None or standing[0].level == 1 or actor.unit.level < standing[0].level:
        return False
    return await queries.serving_in(unit_id) <= _FEW


async def _judged(
    facts: Facts, parsed: ParsedAct, actor: Actor, now: datetime, path: UnitPath | None
) -> dict[str, Any]:
    content, case_id = parsed.content, parsed.act.record.id
    if isinstance(content, _AGAINST_PAPERS):
        return await _against_papers(facts, content, now)
    if isinstance(content, carrying_out.Carrying):
        differs = await against_papers.differs(facts, content)
        return limits.of(facts, content, now) | {"differs": differs}
    match content:
        case a.SanctionImposed():
            found = await _sanction(case_id, facts, content, path)
            return found | {"unverified": limits.unverified(facts, content, now)}
        case a.RemedyOrdered():
            return {
                "statute": await _statute(facts, content.decided_on),
                "competence": await _competence(case_id, facts, content.document_id, path, None),
                "differs": await against_papers.differs(facts, content),
            }
        case s.DocumentIssued() | s.DocumentPrinted():
            return {"signing": await predecessors.signing(case_id, facts, content, actor, path)}
        case a.CrimeReferred() | a.CaseTransferred():
            return {"differs": await against_papers.differs(facts, content)}
        case x.DeadlineExtended():
            return {"extension": limits.extension(facts, content.rule, content.until, now)}
        case s.DocumentAdopted():
            return {
                "adopted": await _stands_on_site(facts, content, actor),
                "adopter": await queries.number_of_adopter(content.document_id, case_id),
            }
        case s.DocumentNumberVoided():
            return {"number_held": await _held(content)}
        case x.ExecutionCompleted() | x.CaseArchived():
            due_on = limits.fine_due_on(facts, clocks_of(facts, now))
            return {"fine_due_on": due_on, "numbers_waiting": await _waiting(facts)}
        case s.DocumentDrafted():
            return {"form_known": (content.form, content.form_version) in forms.known()}
        case _:
            return {}


async def _against_papers(facts: Facts, content: Any, now: datetime) -> dict[str, Any]:
    match content:
        case a.ViolationRecorded():
            return {
                "differs": await against_papers.differs(facts, content),
                "hearing": await against_papers.hearing(content),
                "versions_stand": await against_papers.versions_stand(content, facts),
            }
        case a.ExplanationRequested() | a.ExplanationReceived() | a.ExplanationWaived():
            return await _hearing(facts, content, now)
        case s.ExhibitsSeized():
            return {"differs": await against_papers.differs(facts, content)}
        case s.DocumentFinalised():
            return {
                "form_fault": form_fault(facts, content.document_id, now),
                "warning": against_papers.warned_by(facts, content.document_id),
                "rows_fault": await _rows_fault(facts, content.document_id),
                "hearing": await _hearing_denied(facts, content.document_id),
            }
        case _:
            return {}


async def _held(content: s.DocumentNumberVoided) -> bool:
    there = await numbering.held(content.document_id)
    issuer = numbering.Issuer(kind=content.issuer_kind, id=content.issuer_id)
    named = numbering.Number(
        issuer=issuer, form=content.form, year=content.year, number=content.number
    )
    return there is not None and there.number == named


async def _waiting(facts: Facts) -> tuple[str, ...]:
    states = (DocumentState.DRAFT, DocumentState.CONTENT_READY)
    open_ones = [one for one in facts.papers.values() if one.state in states]
    return tuple([one.form for one in open_ones if await numbering.held(one.id)])


async def _stands_on_site(facts: Facts, content: s.DocumentAdopted, actor: Actor) -> bool:
    """Whether the inspection's own record says of the paper what the act says."""
    try:
        found = await on_site.find(content.document_id, actor)
    except NotFound:
        return False
    paper = found.paper
    return (
        facts.inspection_id == content.inspection_id == found.inspection_id
        and paper.number == content.number
        and paper.officer_id == content.written_by
        and (paper.form, paper.form_version) == (content.form, content.form_version)
        and paper.fields == content.fields
    )


async def _competence(
    case_id: UUID,
    facts: Facts,
    document_id: UUID,
    path: UnitPath | None,
    computation: Computation | None,
) -> Text | None:
    paper = facts.papers.get(document_id)
    if paper is None or path is None:
        return None
    judged = goods.reckoned_with(facts, paper, computation) if computation else None
    return await competence.entry_fault(case_id, path, paper, judged)


async def _sanction(
    case_id: UUID, facts: Facts, content: a.SanctionImposed, path: UnitPath | None
) -> dict[str, Any]:
    """Reckon anew, by this installation's laws, and ask whether the title of who signed reaches so far."""
    try:
        computation = sanctions.compute(content.order)
    except OrderFault:
        return {"computation": None}
    pinned = facts.recorded is not None
    if not await against_papers.behaviours_as_published(content.order, pinned=pinned):
        return {"computation": None}
    party = facts.party
    on_spot = None
    if facts.recorded is None and party is not None:
        fault = sanctions.no_minutes_fault(
            computation.total_vnd, party.kind, content.decided_on, by_device=content.by_device
        )
        on_spot = limits.said(fault)
    return {
        "computation": (computation.hash, computation.total_vnd),
        "competence": await _competence(case_id, facts, content.document_id, path, computation),
        "statute": await _statute(facts, content.decided_on)
        if pinned
        else _statute_of(content.order),
        "on_spot": on_spot,
        "warning": against_papers.warned(facts, content.order),
        "differs": await against_papers.differs(facts, content, computation),
    }


async def _hearing(facts: Facts, content: Any, now: datetime) -> dict[str, Any]:
    recorded = facts.recorded
    if recorded is None:
        return {}
    return {
        "hearing": await against_papers.hearing(recorded),
        "minutes_fresh": against_papers.handed_over_lately(facts, now),
        "hearing_over": recording.without_clock(facts, recorded)
        and against_papers.time_to_explain_over(recorded, now),
        "withdrawal_over": against_papers.time_to_ask_over(recorded, content.mode, now)
        if isinstance(content, a.ExplanationRequested)
        else against_papers.time_to_explain_over(recorded, now),
    }


async def _hearing_denied(facts: Facts, document_id: UUID) -> ExplanationRight | None:
    """The right that violation minutes deny while the decree gives it; None for all others."""
    paper = facts.papers.get(document_id)
    if paper is None or not against_papers.denies_hearing(paper):
        return None
    found = await against_papers.hearing_on(paper)
    return found if found.exists else None


async def _rows_fault(facts: Facts, document_id: UUID) -> Text | None:
    paper = facts.papers.get(document_id)
    return await against_papers.rows_fault(paper) if paper else None


async def _statute(facts: Facts, on: date) -> Text | None:
    if facts.recorded is None:
        return None
    for one in facts.recorded.violations:
        row = await sanctions.behaviour(one.code, one.ended_on)
        returned = facts.crime_declined_on is not None
        if fault := sanctions.statute_fault(row, one.ended_on, on, returned=returned):
            return limits.said(fault)
    return None


def _statute_of(order: SanctionOrder) -> Text | None:
    """The same of an order without minutes: its acts name their own days."""
    for one in order.acts:
        if fault := sanctions.statute_fault(one.behaviour, one.acted_on, order.decided_on):
            return limits.said(fault)
    return None


def _unit_signs(facts: Facts | None, document_id: UUID) -> bool:
    paper = facts.papers.get(document_id) if facts else None
    if paper is None:
        return False
    issuer: str = forms.load(paper.form, paper.form_version).get("x-issuer", "unit")
    return issuer == "unit"


def form_fault(facts: Facts, document_id: UUID, now: datetime) -> Text | None:
    """What is wrong with a paper's fields, as one line of labels; None where they satisfy form and bounds."""
    paper = facts.papers.get(document_id)
    if paper is None:
        return None
    found = forms.validate(paper.form, paper.form_version, paper.fields)
    found += bounds.findings(paper.fields, now)
    return forms.in_one_line(paper.form, paper.form_version, found)
