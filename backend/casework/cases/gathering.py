"""Gathers what guards need from outside a case, one function per question. Judges nothing."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.acts.declaring import Ask
from backend.casework.acts.index import ACTS
from backend.casework.cases import (
    against_papers,
    chair_changes,
    competence,
    filed_known,
    last_days,
    left_office,
    limits,
    predecessors,
    provided,
    reliefs,
    reserved,
    seals,
    statutes,
)
from backend.casework.clocks import telling
from backend.casework.derived import authority
from backend.casework.queries import cases as queries
from backend.casework.queries import offices as office_queries
from backend.casework.rules import recording, violators
from backend.casework.rules.facts import Facts
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotFound
from backend.documents import forms
from backend.fieldwork.inspections import on_site
from backend.force.queries import scans as scan_queries
from backend.force.units import service as units
from backend.law.errors import OrderFault
from backend.law.sanctions import service as sanctions
from backend.ledger.bounds import forms as bounds
from schemas.casework.words import CaseAct
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, ClockState
from schemas.law.sanctions import ExplanationRight


def form_fault(facts: Facts, document_id: UUID, now: datetime) -> Text | None:
    """Return the faults of a paper's fields as one line, or None if form and bounds are satisfied."""
    paper = facts.papers.get(document_id)
    if paper is None:
        return None
    found = forms.validate(paper.form, paper.form_version, paper.fields)
    found += bounds.findings(paper.fields, now)
    return forms.in_one_line(paper.form, paper.form_version, found)


_RUNNING = (
    ClockState.RUNNING,
    ClockState.HALF,
    ClockState.LAST_DAY,
    ClockState.MISSED,
    ClockState.LAPSED,
)
_FEW = 3
"""PRACTICE B6: in a unit of three or fewer the second person comes from the parent unit."""


@dataclass(frozen=True)
class Asked:
    """An act that guards ask about. The case exists already, unless the act opens one."""

    case_id: UUID
    kind: CaseAct
    content: Any
    facts: Facts
    actor: Actor
    path: UnitPath | None
    now: datetime


async def _scan_known(case_id: UUID, content: Any) -> bool:
    """Tell whether the scan that an act names was stored, for this very paper."""
    row = await scan_queries.named(content.scan_id, case_id)
    said = (content.document_id, content.sha256, content.size, content.media_type)
    return row is not None and said == (row.subject_id, row.sha256, row.size, row.media_type)


async def _small_unit(unit_id: UUID, actor: Actor) -> bool:
    """Tell whether the second person must come from above, the unit being small, but does not."""
    standing = await units.standing(unit_id)
    if standing is None or standing[0].level == 1 or actor.unit.level < standing[0].level:
        return False
    return await office_queries.serving_in(unit_id) <= _FEW


async def _of_scan(one: Asked) -> dict[str, Any]:
    return {"scan_known": await _scan_known(one.case_id, one.content)}


async def _of_file_known(one: Asked) -> dict[str, Any]:
    return {"file_known": await filed_known.is_known(one.case_id, one.content, one.facts)}


async def _of_rights(one: Asked) -> dict[str, Any]:
    if one.path is None:
        return {}
    signs = predecessors.unit_signs(one.facts, one.content.document_id)
    return {"heads": authority.heads(one.path, one.actor), "unit_signs": signs}


async def _of_unit(one: Asked) -> dict[str, Any]:
    return {
        "small_unit": await _small_unit(
            one.facts.succeeded_by or one.facts.opening.unit_id, one.actor
        )
    }


def _running(one: Asked) -> list[Clock]:
    return [clock for clock in telling.clocks_of(one.facts, one.now) if clock.state in _RUNNING]


async def _of_time(one: Asked) -> dict[str, Any]:
    return {"due": limits.ends(one.facts, _running(one))}


async def _of_time_to_decide(one: Asked) -> dict[str, Any]:
    return {"due": limits.ends_of_deciding(one.facts, one.content.document_id, _running(one))}


async def _of_minutes_on_site(one: Asked) -> dict[str, Any]:
    against = ACTS[one.kind].against or violators.meant
    who = against(one.content, one.facts)
    return {"minutes_on_site": await against_papers.minutes_on_site(one.facts, who)}


async def _of_findings(one: Asked) -> dict[str, Any]:
    return {"found_on_site": await against_papers.found_on_site(one.facts)}


async def _of_form(one: Asked) -> dict[str, Any]:
    outdated = await against_papers.outdated_by(one.facts, one.content, one.now)
    return {"form_outdated": outdated}


async def _of_seizures_on_site(one: Asked) -> dict[str, Any]:
    return {"seizures_on_site": await against_papers.seizures_on_site(one.facts)}


async def _of_differences(one: Asked) -> dict[str, Any]:
    return {"differs": await against_papers.differs(one.kind, one.facts, one.content)}


async def _of_differences_by_catalogue(one: Asked) -> dict[str, Any]:
    found = await against_papers.differs(one.kind, one.facts, one.content, by_catalogue=True)
    return {"differs": found}


async def _of_provided(one: Asked) -> dict[str, Any]:
    return {"unprovided": await provided.unprovided(one.facts, one.content.document_id)}


async def _hearing(recorded: Any, book: str) -> ExplanationRight:
    return await against_papers.hearing(
        recorded.party.kind, recorded.violations, recorded.recorded_at, book
    )


async def _of_hearing_in_act(one: Asked) -> dict[str, Any]:
    return {"hearing": await _hearing(one.content, one.facts.book)}


async def _of_versions(one: Asked) -> dict[str, Any]:
    paper = one.facts.papers.get(one.content.document_id)
    return {
        "versions_stand": await against_papers.versions_stand(
            paper, one.content.violations, one.facts.book
        )
    }


async def _of_hearing(one: Asked) -> dict[str, Any]:
    facts, recorded = one.facts, one.facts.recorded
    if recorded is None:
        return {}
    over = against_papers.time_to_explain_over(recorded.recorded_at, one.now)
    return {
        "hearing": await _hearing(recorded, facts.book),
        "minutes_fresh": against_papers.handed_over_lately(facts, one.now),
        "hearing_over": recording.without_clock(facts, granted=recorded.explanation_right) and over,
        "withdrawal_over": over,
    }


async def _of_time_to_ask(one: Asked) -> dict[str, Any]:
    recorded = one.facts.recorded
    if recorded is None:
        return {}
    over = against_papers.time_to_ask_over(recorded.recorded_at, one.content.mode, one.now)
    return {"withdrawal_over": over}


async def _of_fields(one: Asked) -> dict[str, Any]:
    facts, document_id = one.facts, one.content.document_id
    paper = facts.papers.get(document_id)
    return {
        "form_fault": form_fault(facts, document_id, one.now),
        "warning": against_papers.warned_by(facts, document_id),
        "rows_fault": await _rows_fault(facts, document_id),
        "hearing": await _hearing_denied(facts, document_id),
        "instalments_sum": reliefs.wrong_sum(facts, paper) if paper else None,
    }


async def _of_instalments(one: Asked) -> dict[str, Any]:
    return dict(reliefs.instalments(one.facts, one.content))


async def _of_postponement(one: Asked) -> dict[str, Any]:
    return {"relief": reliefs.postponement(one.facts, one.content)}


async def _of_seizure_days(one: Asked) -> dict[str, Any]:
    return {"seizure": limits.seizure_decided(one.facts, one.content)}


async def _of_extension_days(one: Asked) -> dict[str, Any]:
    return {"seizure": limits.seizure_extended(one.facts, one.content, one.now)}


async def _of_complaint_time(one: Asked) -> dict[str, Any]:
    resolve_by = limits.resolve_by(one.facts, one.content.complaint_id, one.now)
    complain_by = last_days.to_complain(one.facts, one.content, resolve_by)
    return {"resolve_by": resolve_by, "complain_by": complain_by}


async def _of_partial_days(one: Asked) -> dict[str, Any]:
    return {"partial_by": last_days.to_stop(one.facts, one.content)}


async def _of_change_days(one: Asked) -> dict[str, Any]:
    return {"change_by": last_days.to_change(one.facts, one.content)}


async def _of_sanction(one: Asked) -> dict[str, Any]:
    """Compute the sanction anew, by this installation's laws, and check the signer's competence."""
    case_id, facts, content, path = one.case_id, one.facts, one.content, one.path
    try:
        computation = sanctions.compute(content.order)
    except OrderFault:
        return {"computation": None}
    pinned = facts.recorded is not None
    if not await against_papers.behaviours_as_published(content.order, facts, pinned=pinned):
        return {"computation": None}
    return {
        "computation": (computation.hash, computation.total_vnd),
        "competence": await competence.of_entry(
            case_id, facts, content.document_id, path, computation
        ),
        "statute": await statutes.of_case(facts, content.decided_on)
        if pinned
        else statutes.of_order(content.order),
        "on_spot": limits.on_spot(facts, content, computation.total_vnd),
        "warning": against_papers.warned(facts, content.order),
        "differs": await against_papers.differs(one.kind, facts, content, computation),
    }


async def _of_verification(one: Asked) -> dict[str, Any]:
    return {"unverified": limits.unverified(one.facts, one.content, one.now)}


async def _of_statute(one: Asked) -> dict[str, Any]:
    on = limits.judged_on(one.facts, one.content)
    return {"statute": await statutes.of_case(one.facts, on)}


async def _of_competence(one: Asked) -> dict[str, Any]:
    document_id = one.content.document_id
    fault = await competence.of_entry(one.case_id, one.facts, document_id, one.path, None)
    return {"competence": fault}


async def _of_signing(one: Asked) -> dict[str, Any]:
    why = await predecessors.signing(one.case_id, one.facts, one.content, one.actor, one.path)
    return {"signing": why}


async def _of_extension(one: Asked) -> dict[str, Any]:
    content = one.content
    return {"extension": limits.extension(one.facts, content.rule, content.until, one.now)}


async def _of_moved_rules(one: Asked) -> dict[str, Any]:
    return {"moved": tuple(limits.moved(one.facts, one.now))}


async def _of_adoption(one: Asked) -> dict[str, Any]:
    document_id = one.content.document_id
    return {
        "adopted": await _stands_on_site(one.facts, one.content, one.actor),
        "adopter": await queries.number_of_adopter(document_id, one.case_id),
    }


async def _of_number(one: Asked) -> dict[str, Any]:
    return {"number_held": await reserved.held(one.content)}


async def _of_fine(one: Asked) -> dict[str, Any]:
    return {"fine_due_on": limits.fine_due_on(one.facts, telling.clocks_of(one.facts, one.now))}


async def _of_chair_change(one: Asked) -> dict[str, Any]:
    return {"relief": await chair_changes.doubt(one.facts, one.content)}


async def _of_numbers(one: Asked) -> dict[str, Any]:
    return {"numbers_waiting": await reserved.waiting(one.facts)}


async def _of_known_forms(one: Asked) -> dict[str, Any]:
    return {"form_known": (one.content.form, one.content.form_version) in forms.known()}


GATHERED: dict[Ask, Callable[[Asked], Awaitable[dict[str, Any]]]] = {
    Ask.SCAN: _of_scan,
    Ask.SEAL: seals.gathered,
    Ask.FILE_KNOWN: _of_file_known,
    Ask.RIGHTS: _of_rights,
    Ask.SMALL_UNIT: _of_unit,
    Ask.TIME: _of_time,
    Ask.TIME_TO_DECIDE: _of_time_to_decide,
    Ask.MINUTES_ON_SITE: _of_minutes_on_site,
    Ask.FOUND_ON_SITE: _of_findings,
    Ask.FORM_AGE: _of_form,
    Ask.SEIZURES_ON_SITE: _of_seizures_on_site,
    Ask.DIFFERENCES: _of_differences,
    Ask.DIFFERENCES_BY_CATALOGUE: _of_differences_by_catalogue,
    Ask.PROVIDED: _of_provided,
    Ask.HEARING_OF_ACT: _of_hearing_in_act,
    Ask.VERSIONS: _of_versions,
    Ask.HEARING: _of_hearing,
    Ask.TIME_TO_ASK: _of_time_to_ask,
    Ask.FIELDS: _of_fields,
    Ask.POSTPONEMENT: _of_postponement,
    Ask.INSTALMENTS: _of_instalments,
    Ask.SEIZURE_DAYS: _of_seizure_days,
    Ask.EXTENSION_DAYS: _of_extension_days,
    Ask.COMPLAINT_TIME: _of_complaint_time,
    Ask.COMPLAINT_MAKER: left_office.gathered,
    Ask.PARTIAL_DAYS: _of_partial_days,
    Ask.CHANGE_DAYS: _of_change_days,
    Ask.SANCTION: _of_sanction,
    Ask.UNVERIFIED: _of_verification,
    Ask.STATUTE: _of_statute,
    Ask.COMPETENCE: _of_competence,
    Ask.SIGNING: _of_signing,
    Ask.EXTENSION: _of_extension,
    Ask.MOVED_RULES: _of_moved_rules,
    Ask.ADOPTED: _of_adoption,
    Ask.HELD_NUMBER: _of_number,
    Ask.FINE_DUE: _of_fine,
    Ask.CHAIR_CHANGE: _of_chair_change,
    Ask.NUMBERS_WAITING: _of_numbers,
    Ask.FORM_KNOWN: _of_known_forms,
}
"""Asked in this order. A later answer replaces an earlier one of the same name."""


async def _stands_on_site(facts: Facts, content: Any, actor: Actor) -> bool:
    """Tell whether the inspection's own record says the same of the paper as the act."""
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


async def _hearing_denied(facts: Facts, document_id: UUID) -> ExplanationRight | None:
    """Return the right to explain that minutes deny although the decree gives it, or None."""
    paper = facts.papers.get(document_id)
    if paper is None or not against_papers.denies_hearing(paper):
        return None
    found = await against_papers.hearing_on(paper, facts.book)
    return found if found.exists else None


async def _rows_fault(facts: Facts, document_id: UUID) -> Text | None:
    paper = facts.papers.get(document_id)
    return await against_papers.rows_fault(paper, facts.book) if paper else None
