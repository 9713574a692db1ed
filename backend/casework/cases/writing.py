"""Writes an accepted act of a case into the read tables, in the transaction of its entry.

The rows are written from the case's facts.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.acts.declaring import Written
from backend.casework.acts.index import ACTS
from backend.casework.cases import receipts
from backend.casework.queries import by_hand as hand_queries
from backend.casework.queries import cases as queries
from backend.casework.queries import dispatches as dispatch_queries
from backend.casework.queries import documents as document_queries
from backend.casework.queries import offices as office_queries
from backend.casework.queries import outside as outside_queries
from backend.casework.rules import outside, owed, recording
from backend.casework.rules.facts import Event, Facts, Paper
from backend.core.actors import UnitPath
from backend.core.json_columns import written
from backend.force.numbers import service as numbering
from media import keys
from schemas.casework.acts.outside import OutsideConfirmed, OutsideStated
from schemas.casework.acts.parts import Party
from schemas.casework.words import CaseAct


async def open_case(case_id: UUID, path: UnitPath, facts: Facts) -> None:
    """Insert the row of a new case."""
    await queries.insert(
        case_id,
        path,
        facts.opening.number,
        facts.state,
        facts.rule_set,
        facts.lead.officer_id,
        facts.opened_at,
    )


async def write(
    case_id: UUID, path: UnitPath, facts: Facts, event: Event, *, sheets_before: int
) -> None:
    """Write everything that the tables say of the case after this act."""
    party = _known(facts)
    decision = facts.papers.get(facts.decision_id) if facts.decision_id else None
    await queries.write(
        case_id,
        state=facts.state,
        at=event.received_at,
        lead_id=facts.lead.officer_id,
        inspection_id=facts.inspection_id,
        subject_id=party.subject_id if party else None,
        subject_name=party.name if party else None,
        tax_code=party.tax_code if party else None,
        identity=party.identity_number if party else None,
        address=party.address if party else None,
        behaviours=written(
            [one.code for one in facts.recorded.violations] if facts.recorded else []
        ),
        recorded_at=facts.recorded.recorded_at if facts.recorded else None,
        sanctioned_on=facts.sanction.decided_on if facts.sanction else None,
        decision_number=decision.number if decision else None,
        only_warned=owed.only_warned(facts),
        fine=facts.fine,
        paid=facts.paid,
        exhibits_held=len(facts.held),
        executed_at=facts.executed_on,
        lapsed_on=_lapsed_on(facts),
        archived_at=facts.archived_on,
        sheets=facts.last_sheet,
    )
    await _officers(case_id, facts, event)
    await receipts.write(case_id, event.content)
    await _outside(case_id, path, facts, event)
    for one in (event, *(one for one in facts.events if one.meant and one.number == event.number)):
        await _exhibits(case_id, facts, one)
        await _paper(case_id, path, facts, one)
    if facts.last_sheet > sheets_before:
        await queries.insert_folio_entry(case_id, facts.folio[-1], event.received_at)


def _lapsed_on(facts: Facts) -> date | None:
    """Return the day from which the execution of the decision is time-barred, or None."""
    lapsed, annulled = facts.last(CaseAct.EXECUTION_LAPSED), facts.last(CaseAct.DECISION_ANNULLED)
    if lapsed is None or (annulled is not None and annulled.number > lapsed.number):
        return None
    day: date = lapsed.content.lapsed_on
    return day


def _known(facts: Facts) -> Party | None:
    """Return the party that lists and searches name.

    If the recorded minutes did not know the violator, this is the person who was found out since
    (MBB05).
    """
    party, paper = facts.party, recording.named_later(facts)
    if party is None or paper is None:
        return party
    said = paper.fields["violator"]
    return msgspec.structs.replace(
        party,
        subject_id=None,
        name=said["name"],
        tax_code=said.get("tax_code") or said.get("enterprise_code") or None,
        identity_number=said.get("id_number") or None,
        address=said.get("address") or party.address,
    )


async def _outside(case_id: UUID, path: UnitPath, facts: Facts, event: Event) -> None:
    """Write the acts that the catalogue does not have: they wait there to be taken in."""
    said_now = isinstance(event.content, OutsideStated | OutsideConfirmed)
    if facts.recorded is None or not (said_now or event.number == facts.recorded_in):
        return
    known = outside.statements(facts)
    for one in facts.recorded.violations:
        if one.outside is None:
            continue
        said = known.get(one.code)
        second = said.confirmed if said else None
        await outside_queries.write(
            case_id,
            path,
            code=one.code,
            name=one.name,
            legal_basis=one.legal_basis,
            decree=one.outside.decree,
            field=str(one.outside.field),
            statement=msgspec.json.encode(said.content).decode() if said else None,
            stated=(said.event.officer_id, said.event.received_at) if said else None,
            confirmed=(second.officer_id, second.received_at) if second else None,
            recorded_at=facts.recorded.recorded_at,
        )


async def _officers(case_id: UUID, facts: Facts, event: Event) -> None:
    if ACTS[event.type].names_officers or len(facts.events) == 1:
        roles = {one.officer_id: str(one.role) for one in facts.officers}
        await queries.set_officers(case_id, list(roles.items()))


async def _exhibits(case_id: UUID, facts: Facts, event: Event) -> None:
    touches = ACTS[event.type].touches
    if touches is None:
        return
    touched = touches(event.content, facts)
    rows = []
    for one in touched:
        exhibit = facts.exhibits[one]
        rows.append(
            (
                one,
                exhibit.position,
                str(exhibit.state),
                written(exhibit.content),
                exhibit.keeper,
                exhibit.place,
                exhibit.seal,
                exhibit.seized_at,
                exhibit.until,
            )
        )
    await queries.put_exhibits(case_id, rows)


@dataclass(frozen=True)
class Change:
    """An act about a paper, as its row is written."""

    case_id: UUID
    path: UnitPath
    facts: Facts
    event: Event

    @property
    def content(self) -> Any:
        """What the act says."""
        return self.event.content

    @property
    def paper(self) -> Paper:
        """The paper as it is after the act."""
        return self.facts.papers[self.content.document_id]

    @property
    def party(self) -> str | None:
        """The name of the case's party."""
        return self.facts.party.name if self.facts.party else None

    @property
    def object_key(self) -> str:
        """Where its PDF is stored, named as originals are: by unit, id and hash.

        See backend/casework/issued_documents/storing.py.
        """
        return str(keys.original(self.path.unit_id, self.content.document_id, self.content.sha256))


async def _draft(one: Change) -> None:
    paper, event = one.paper, one.event
    fields = written(paper.fields)
    await document_queries.put_draft(
        paper.id,
        one.case_id,
        one.content,
        fields,
        paper.fields_hash,
        event.officer_id,
        event.received_at,
    )


async def _state(one: Change) -> None:
    await document_queries.set_state(one.paper.id, one.paper.state)


async def _name(officer_id: UUID, day: date) -> str:
    found = await office_queries.officer_on_day(officer_id, day)
    if found is None:
        raise LookupError(f"no officer {officer_id}")
    return found.full_name


async def _issued(one: Change) -> None:
    content, event = one.content, one.event
    name = await _name(event.officer_id, content.issued_on)
    await document_queries.set_issued(
        content.document_id,
        content,
        event.officer_id,
        event.received_at,
        name,
        one.party,
        one.object_key,
        one.facts.folio[-1].first,
    )


async def _printed(one: Change) -> None:
    """Write the number of a paper to be signed by hand; it has no effect yet."""
    content, event = one.content, one.event
    by = content.signed_by or event.officer_id
    name = await _name(by, content.issued_on)
    await hand_queries.set_printed(content, by, event.received_at, name, one.party, one.object_key)


async def _by_hand(one: Change) -> None:
    paper = one.paper
    sheets = (sheet.first for sheet in one.facts.folio if sheet.document_id == paper.id)
    await hand_queries.set_standing(paper.id, str(paper.state), str(paper.hand), next(sheets, None))


async def _scanned(one: Change) -> None:
    await _by_hand(one)
    await hand_queries.set_scanned(one.content, one.event.officer_id, one.event.received_at)


async def _compared(one: Change) -> None:
    await _by_hand(one)
    await hand_queries.set_compared(one.content, one.event.officer_id, one.event.received_at)


async def _adopted(one: Change) -> None:
    paper, event = one.paper, one.event
    await document_queries.insert_adopted(
        one.case_id,
        one.content,
        written(paper.fields),
        paper.fields_hash,
        event.officer_id,
        event.received_at,
        one.facts.folio[-1].first,
    )


async def _handed(one: Change) -> None:
    """Write what another body made as a paper of the case; a file without minutes has none."""
    paper = one.facts.papers.get(one.content.document_id)
    if paper is not None:
        place = getattr(one.content, "place", None) or one.content.body
        sheet = getattr(one.content, "sheet", None) or one.facts.folio[-1].first
        fields = written(paper.fields)
        await document_queries.insert_handed(one.case_id, paper, fields, place, sheet)


async def _delivered(one: Change) -> None:
    await document_queries.set_delivered(one.content.document_id, one.content.delivered_on)


async def _discarded(one: Change) -> None:
    content, paper = one.content, one.paper
    void = numbering.void_held if paper.hand is None else numbering.void_used
    await void(content.document_id, content.reason, one.event.act_id)
    if paper.restored:
        await document_queries.let_go(content.document_id)
    await _state(one)


async def _cancelled(one: Change) -> None:
    await document_queries.set_cancelled(one.content.document_id, one.content.by)


async def _replaced(one: Change) -> None:
    await document_queries.set_replaced(one.content.document_id, one.content.by)


async def _number_voided(one: Change) -> None:
    await numbering.void_held(one.content.document_id, one.content.reason, one.event.act_id)


async def _dispatched(one: Change) -> None:
    await dispatch_queries.insert(one.content, one.event.act_id, one.event.officer_id)


async def _sealed(one: Change) -> None:
    await dispatch_queries.set_sealed(one.content, one.event.officer_id)


_WRITTEN: dict[Written, Callable[[Change], Awaitable[None]]] = {
    Written.DRAFT: _draft,
    Written.STATE: _state,
    Written.ISSUED: _issued,
    Written.PRINTED: _printed,
    Written.SCANNED: _scanned,
    Written.COMPARED: _compared,
    Written.ADOPTED: _adopted,
    Written.HANDED: _handed,
    Written.DELIVERED: _delivered,
    Written.DISCARDED: _discarded,
    Written.CANCELLED: _cancelled,
    Written.REPLACED: _replaced,
    Written.NUMBER_VOIDED: _number_voided,
    Written.DISPATCHED: _dispatched,
    Written.SEALED: _sealed,
}


async def _paper(case_id: UUID, path: UnitPath, facts: Facts, event: Event) -> None:
    if (writes := ACTS[event.type].writes) is not None:
        await _WRITTEN[writes](Change(case_id, path, facts, event))
