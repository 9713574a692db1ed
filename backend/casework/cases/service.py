"""Cases: what people do with them and see of them.

All acts go through `ledger.record`, the one door.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.cases import again as entering_again
from backend.casework.cases import choices as case_choices
from backend.casework.cases import events, handler, in_sight, preflight, told, unheard, views
from backend.casework.cases import sisters as sisters
from backend.casework.cases.again import CASES
from backend.casework.cases.listing import PAGE_SIZE as PAGE_SIZE
from backend.casework.cases.listing import listing as listing
from backend.casework.cases.listing import page as page
from backend.casework.cases.listing import total as total
from backend.casework.cases.of_party import Named as Named
from backend.casework.cases.of_party import of_party as of_party
from backend.casework.cases.predecessors import Signed as Signed
from backend.casework.cases.predecessors import signer_of as signer_of
from backend.casework.derived import adopting, authority, next_steps
from backend.casework.derived import effects as effects
from backend.casework.derived import needed_papers as needed_papers
from backend.casework.derived import paper_steps as paper_steps
from backend.casework.derived.deciding import binds as binds
from backend.casework.queries import by_hand as hand_queries
from backend.casework.queries import cases as queries
from backend.casework.queries import offices as office_queries
from backend.casework.queries import reading as read_queries
from backend.casework.queries import worklists as list_queries
from backend.casework.queries.by_hand import HandPaper
from backend.casework.queries.reading import Filters as Filters
from backend.casework.queries.reading import SeenCase
from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.rules import amending, righting
from backend.casework.rules import choices as choices
from backend.casework.rules import licence_terms as licence_terms
from backend.casework.rules import my_work as my_work
from backend.casework.rules.facts import Facts
from backend.core import access_log, clock, keys, keyset, local_time, remembering, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.core.keyset import Listed
from backend.fieldwork.inspections import views as inspection_views
from backend.force.numbers import service as numbering
from backend.law.deadlines import service as deadlines
from backend.ledger import service as ledger
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.next_steps import NextSteps, OnSiteLine
from schemas.casework.views import CaseChoices, CaseRow, CaseView, PaperView
from schemas.casework.words import CaseAct, CaseOfficerRole
from schemas.core.base import Wire
from schemas.core.entered_again import EnteredAgain
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.fieldwork.inspections import InspectionView, UnitChoice
from schemas.fieldwork.paper_views import FieldDocumentView

said_again = entering_again.said


async def opening(
    actor: Actor,
    *more: case_parts.CaseOfficer,
    unit_id: UUID | None = None,
    again: EnteredAgain | None = None,
) -> case_parts.Opening:
    """Build the head of a first act: case number, unit, officers, rule set. The actor leads the case.

    Takes a number inside the caller's transaction, so a case that is not recorded rolls it back. `again`: a restore
    lost the case, and it keeps its number. Raises NotFound, RefusedAct if it may not bear that number, Conflict if
    it is taken.
    """
    now = clock.now()
    day = local_time.day_of(now)
    unit = unit_id or actor.unit.unit_id
    code = await office_queries.unit_code(unit)
    if code is None:
        raise NotFound(what="unit")
    if again is None:
        issuer = numbering.Issuer(kind="unit", id=unit)
        taken = await numbering.take(issuer, CASES, day.year, new_id())
        number = f"{numbering.unit_number_text(CASES, taken.number, code)}-{day.year}"
    else:
        number = await entering_again.opened_as(unit, code, again, new_id())
    own = await as_officer(actor.officer_id, CaseOfficerRole.LEAD)
    others = [one for one in more if one.officer_id != actor.officer_id]
    return case_parts.Opening(
        number=number,
        unit_id=unit,
        rule_set=deadlines.rule_set_at(day),
        officers=[own, *others],
        again=again,
    )


async def as_officer(officer_id: UUID, role: CaseOfficerRole) -> case_parts.CaseOfficer:
    """Return an officer as acts name them, with today's title. Raises NotFound."""
    row = await office_queries.officer_on_day(officer_id, clock.today())
    if row is None:
        raise NotFound(what="officer")
    return case_parts.CaseOfficer(
        officer_id=officer_id, full_name=row.full_name, title=row.title_vi, role=role
    )


async def start(actor: Actor, kind: CaseAct, content: Wire) -> tuple[UUID, ledger.Outcome]:
    """Record a new case's first act. A refusal is in the outcome."""
    case_id = new_id()
    written = ledger.desk_act(RecordKind.CASE, case_id, kind, content, actor)
    return case_id, await ledger.record(written, actor)


async def act(
    case_id: UUID, kind: CaseAct, content: Wire, actor: Actor, opened: ledger.Opened | None = None
) -> ledger.Outcome:
    """Record one more act of a case in sight. Raises NotFound; a refusal is in the outcome."""
    if await in_sight.case(case_id, actor) is None:
        raise NotFound(what="case")
    written = ledger.desk_act(RecordKind.CASE, case_id, kind, content, actor)
    return await ledger.record(written, actor, opened)


async def out_of_bounds(
    case_id: UUID, kind: CaseAct, content: Wire, actor: Actor
) -> ledger.Refused | None:
    """Check an act against its bounds before it is confirmed and recorded. Raises NotFound."""
    _, facts = await facts_of(case_id, actor)
    why = told.outside(facts, kind, content, clock.now())
    return ledger.Refused(code=why.code, text=why.text, detail=why.detail) if why else None


async def draft(
    case_id: UUID,
    form: str,
    version: int,
    fields: dict[str, Any],
    actor: Actor,
    *,
    document_id: UUID | None = None,
    replaces: UUID | None = None,
    opened: ledger.Opened | None = None,
) -> tuple[UUID, ledger.Outcome]:
    """Record a paper's fields: a new draft, or a new text of an existing one. Raises NotFound."""
    document = document_id or new_id()
    content = case_side_acts.DocumentDrafted(
        document_id=document, form=form, form_version=version, fields=fields, replaces=replaces
    )
    return document, await act(case_id, CaseAct.DOCUMENT_DRAFTED, content, actor, opened)


async def facts_of(case_id: UUID, actor: Actor) -> tuple[SeenCase, Facts]:
    """Return the case's row and facts if the actor may see it. Raises NotFound."""
    record = await in_sight.case(case_id, actor)
    facts = await events.facts_of(case_id) if record is not None else None
    if record is None or facts is None:
        raise NotFound(what="case")
    return record, facts


async def sees(case_id: UUID, actor: Actor) -> bool:
    """Tell whether a case is in the actor's scope. Nothing of it is read."""
    return await in_sight.sees(case_id, actor)


async def require_sight(case_id: UUID, actor: Actor) -> None:
    """Raise NotFound for a case that does not exist or is out of scope."""
    await facts_of(case_id, actor)


@remembering.once
async def view(case_id: UUID, actor: Actor) -> CaseView:
    """Return a case with everything that its page shows. Raises NotFound, also out of scope."""
    record, facts = await facts_of(case_id, actor)
    return await views.whole(record, facts, actor, clock.now())


async def read(case_id: UUID, actor: Actor, how: str, address: str | None) -> CaseView:
    """Return the whole case for a person to read, and log the access to the case. Raises NotFound."""
    found = await view(case_id, actor)
    await opened(found, actor, how, address)
    return found


async def opened(seen: CaseView, actor: Actor, how: str, address: str | None) -> None:
    """Log that a person reads a case. Where the page asks for more, after that: each write makes all be read again."""
    await access_log.record(actor, f"case.{how}", seen.id, address=address)


async def read_paper(case_id: UUID, actor: Actor, how: str, address: str | None) -> CaseView:
    """Return the whole case for reading one of its papers, and log that access. Raises NotFound."""
    found = await view(case_id, actor)
    await access_log.record(actor, f"document.{how}", case_id, address=address)
    return found


def ahead(view: CaseView, on_site: list[FieldDocumentView]) -> NextSteps:
    """Return what the reader may do next. `on_site`: papers of the inspection in their sight."""
    return next_steps.ahead(view, on_site, clock.today())


def papers_on_site(view: CaseView, on_site: list[FieldDocumentView]) -> list[OnSiteLine]:
    """Return the papers of the inspection, each with whether and how this case may take it in."""
    return adopting.lines(view, on_site)


async def adopt(
    view: CaseView,
    paper: FieldDocumentView,
    inspection_id: UUID,
    sheets: int,
    actor: Actor,
    said: dict[str, Any] | None = None,
) -> tuple[ledger.Outcome, CaseAct | None]:
    """Take a paper in; return the outcome, and the act that follows, if allowed. Raises NotFound without a number."""
    content = adopting.content(paper, inspection_id, sheets, said)
    outcome = await act(view.id, CaseAct.DOCUMENT_ADOPTED, content, actor)
    return outcome, adopting.follows(view, paper)


async def paper(document_id: UUID, actor: Actor) -> tuple[UUID, str, PaperView]:
    """Return (case, case number, paper) for a paper of a case in sight. Raises NotFound."""
    row = await in_sight.paper(document_id, actor)
    if row is None:
        raise NotFound(what="document")
    return row.case_id, row.case_number, views.paper(row)


async def require_issuable(
    case_id: UUID,
    document_id: UUID,
    actor: Actor,
    before: Signed | None = None,
    despite: str | None = None,
) -> None:
    """Lock the case. Raises RefusedAct if the paper may not be issued; see handler.issue_objection()."""
    if why := await handler.issue_objection(case_id, document_id, actor, before, despite):
        raise RefusedAct(code=why.code, text=why.text)


async def before_signing(
    case_id: UUID, document_id: UUID, actor: Actor
) -> tuple[Text | None, Text | None]:
    """Return in words why this officer may not issue this paper now, and of what a rule that is not certain warns.

    A legal warning alone keeps nobody from signing: it asks for a reason. Only then it is judged a second time.
    """
    why = await handler.issue_objection(case_id, document_id, actor)
    if why is None or why.code != "case_legal_warning":
        return (why.text if why else None), None
    further = await handler.issue_objection(case_id, document_id, actor, despite="–")
    return (further.text if further else None), why.text


async def signing_warning(case_id: UUID, document_id: UUID, actor: Actor) -> Text | None:
    """Return what a rule that is not certain says against this officer's signature, or None."""
    why = await handler.issue_objection(case_id, document_id, actor)
    return why.text if why and why.code == "case_legal_warning" else None


foreseen = preflight.foreseen
refusal_of = preflight.refusal_of
unheard_objection = unheard.of_document
unheard_steps = unheard.steps_of_document


async def unit_of(case_id: UUID) -> UUID:
    """Lock the case and return its unit; the caller has checked scope. Raises NotFound."""
    row = await queries.lock(case_id)
    if row is None:
        raise NotFound(what="case")
    return row.unit_id


async def informant(
    case_id: UUID, actor: Actor, address: str | None
) -> tuple[str | None, str | None]:
    """Return an informant's words and name, from before informations were records, and log the access.

    Raises NotFound, NotAllowed.
    """
    record, facts = await facts_of(case_id, actor)
    if not views.may_see_informant(facts, record.path, actor):
        raise NotAllowed
    await access_log.record(actor, "case.informant", case_id, address=address)
    sealed = await read_queries.informant(case_id)
    bound = b"informant:" + case_id.bytes
    name = None if sealed is None else keys.current().unseal(sealed, bound).decode()
    return (facts.information.content if facts.information else None), name


async def choices_for(case_id: UUID | None, actor: Actor) -> CaseChoices:
    """List the choices in a case's forms; `case_id` is None for a new case. Raises NotFound."""
    row, facts = await facts_of(case_id, actor) if case_id else (None, None)
    return await case_choices.of(facts, actor, row.path if row else None)


async def amended_by(
    case_id: UUID, about: UUID | None, by: UUID | None, actor: Actor
) -> dict[str, Any]:
    """Return the fine and the goods as the paper `by` amends them; nobody types these. Raises NotFound."""
    _, facts = await facts_of(case_id, actor)
    paper = facts.papers.get(by) if by else None
    said = amending.said_by(facts, about, paper) if about and paper else amending.Amended()
    return said._asdict() | {"with_effects": True}


async def violator_of(case_id: UUID, by: UUID | None, actor: Actor) -> dict[str, Any]:
    """Return the violator that the minutes `by` name after an annulment for a wrong party. Raises NotFound."""
    _, facts = await facts_of(case_id, actor)
    paper = facts.papers.get(by) if by else None
    said = righting.named_by(paper) if paper and righting.due(facts) else None
    return {"party": msgspec.to_builtins(said) if said else None}


async def numbers_of(case_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Map case ids to numbers, for delegations in the reader's sight; opening one checks scope."""
    named = [one for one in case_ids if one is not None]
    return {row.id: row.number for row in await queries.numbers_of(named)} if named else {}


def may_open(actor: Actor) -> bool:
    """Tell whether this officer may open cases at all."""
    return actor.has(Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)


def may_start(kind: CaseAct, actor: Actor) -> bool:
    """Tell whether this officer may open a case by this act; a plan needs the authority."""
    return may_open(actor) and authority.may_begin(kind, actor)


def may_open_from(inspection: InspectionView, actor: Actor) -> bool:
    """Tell whether the officer may open a case from this inspection in its present state."""
    return inspection.state in choices.OPENS and may_open(actor)


async def waiting(
    actor: Actor, cursor: str | None = None, limit: int = PAGE_SIZE
) -> Listed[CaseRow]:
    """List the cases whose next step is this officer's, the soonest clock first, and count them.

    For an officer with the authority: cases of their unit that wait for a decision. For others: cases that they
    lead and that wait for work. Raises Invalid for a cursor that this list did not make.
    """
    after = keyset.read(cursor, datetime, datetime, UUID) if cursor else None
    found = await list_queries.waiting(actor, after, limit + 1)
    return keyset.listed(
        found,
        await list_queries.count_waiting(actor),
        limit,
        views.row,
        lambda row: (row.next_due_at or keyset.FOREVER, row.opened_at, row.id),
    )


async def units_in_scope(actor: Actor) -> list[UnitChoice]:
    """List the units to which a search of cases can be narrowed. Raises NotAllowed if no cases are in sight."""
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    return await inspection_views.units_in_scope(actor)


async def id_of(number: str, actor: Actor) -> UUID | None:
    """Find the case in sight that bears this number."""
    return await read_queries.id_of(actor, number)


async def signed_by_hand(
    actor: Actor, after: tuple[datetime, UUID] | None, limit: int
) -> tuple[list[HandPaper], dict[str, int]]:
    """List papers in sight, signed by hand and not compared, and their number by kind. Raises NotAllowed."""
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    return (
        await hand_queries.waiting(actor, after, limit),
        await hand_queries.count_waiting(actor),
    )


async def hand_overdue(actor: Actor, printed_before: datetime) -> int:
    """Count papers in sight, signed by hand, printed before this and not compared. Raises NotAllowed."""
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    return await hand_queries.count_overdue(actor, printed_before)
