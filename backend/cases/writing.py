"""What an accepted act of a case writes into the read tables: from its facts, in the transaction of the entry."""

from typing import Any
from uuid import UUID

import msgspec

from backend.actors import UnitPath
from backend.cases import document_queries, hand_queries, queries, receipts, recording, undoing
from backend.cases.facts import Event, Facts
from backend.numbering import service as numbering
from media import keys
from schemas import case_acts as a
from schemas import case_execution_acts as x
from schemas import case_side_acts as s


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


async def open_case(case_id: UUID, path: UnitPath, facts: Facts) -> None:
    """The row of a new case."""
    await queries.insert(
        case_id,
        path.as_tuple(),
        path.unit_id,
        facts.opening.number,
        facts.state,
        facts.opening.rule_set,
        facts.lead.officer_id,
        facts.opened_at,
    )


async def write(
    case_id: UUID, path: UnitPath, facts: Facts, event: Event, *, sheets_before: int
) -> None:
    """Everything that the tables say of the case after this act."""
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
        behaviours=_json([one.code for one in facts.recorded.violations] if facts.recorded else []),
        recorded_at=facts.recorded.recorded_at if facts.recorded else None,
        sanctioned_on=facts.sanction.decided_on if facts.sanction else None,
        decision_number=decision.number if decision else None,
        fine=facts.fine,
        paid=facts.paid,
        exhibits_held=len(facts.held),
        executed_at=facts.executed_on,
        archived_at=facts.archived_on,
        sheets=facts.last_sheet,
    )
    await _officers(case_id, facts, event)
    await _exhibits(case_id, facts, event)
    await receipts.write(case_id, event.content)
    await _paper(case_id, path, facts, event)
    if facts.last_sheet > sheets_before:
        await queries.insert_sheet(case_id, facts.sheets[-1], event.received_at)


def _known(facts: Facts) -> a.Party | None:
    """Whom lists and searches name: where the recorded minutes did not know him, who was found out since (MBB05)."""
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


async def _officers(case_id: UUID, facts: Facts, event: Event) -> None:
    named = isinstance(
        event.content, a.VerificationAssigned | a.VerificationOrdered | s.OfficersAssigned
    )
    if named or len(facts.events) == 1:
        roles = {one.officer_id: str(one.role) for one in facts.officers}
        await queries.set_officers(case_id, list(roles.items()))


async def _exhibits(case_id: UUID, facts: Facts, event: Event) -> None:
    content = event.content
    match content:
        case s.ExhibitsSeized():
            touched = [one.exhibit_id for one in content.exhibits]
        case (
            s.SeizureDecided()
            | s.SeizureExtended()
            | s.ExhibitsSealed()
            | s.ExhibitsUnsealed()
            | s.ExhibitsMoved()
            | s.ExhibitsDisposed()
            | s.ExhibitsDestroyed()
        ):
            touched = content.exhibits
        case s.ExhibitsDivided():
            touched = [*content.exhibits, content.part_id]
        case s.DocumentCancelled():
            touched = undoing.held_by(facts, content.document_id)
        case _:
            return
    rows = []
    for one in touched:
        thing = facts.things[one]
        rows.append(
            (
                one,
                thing.position,
                str(thing.state),
                _json(thing.content),
                thing.keeper,
                thing.place,
                thing.seal,
                thing.seized_at,
                thing.until,
            )
        )
    await queries.put_exhibits(case_id, rows)


def _object_key(path: UnitPath, content: s.DocumentIssued | s.DocumentPrinted) -> str:
    """Where its PDF lies (backend/papers/storing.py): named as originals are, by unit, id and what it is."""
    return str(keys.original(path.unit_id, content.document_id, content.sha256))


async def _paper(case_id: UUID, path: UnitPath, facts: Facts, event: Event) -> None:
    content, at, by = event.content, event.received_at, event.officer_id
    match content:
        case s.DocumentDrafted():
            paper = facts.papers[content.document_id]
            await document_queries.put_draft(
                paper.id, case_id, content, _json(paper.fields), paper.fields_hash, by, at
            )
        case s.DocumentIssued():
            standing = await queries.standing(by, content.issued_on)
            await document_queries.set_issued(
                content.document_id,
                content,
                by,
                at,
                standing["full_name"],
                facts.party.name if facts.party else None,
                _object_key(path, content),
                facts.sheets[-1].first,
            )
        case s.DocumentPrinted() | s.DocumentScanned() | s.DocumentCompared():
            await _by_hand(path, facts, event)
        case s.DocumentAdopted():
            paper = facts.papers[content.document_id]
            await document_queries.insert_adopted(
                case_id,
                content,
                _json(paper.fields),
                paper.fields_hash,
                by,
                at,
                facts.sheets[-1].first,
            )
        case s.DocumentDelivered() | x.DecisionDelivered():
            await document_queries.set_delivered(content.document_id, content.delivered_on)
        case s.DocumentCancelled():
            await document_queries.set_taken_back(content.document_id, "cancelled", content.by)
        case s.DocumentReplaced():
            await document_queries.set_taken_back(content.document_id, "replaced", content.by)
        case s.DocumentNumberVoided():
            await numbering.void_held(content.document_id, content.reason, event.act_id)
        case s.DocumentFinalised() | s.DocumentReopened() | s.DocumentDiscarded():
            if isinstance(content, s.DocumentDiscarded):
                given = facts.papers[content.document_id].hand is not None
                void = numbering.void_used if given else numbering.void_held
                await void(content.document_id, content.reason, event.act_id)
                if facts.papers[content.document_id].restored:
                    await document_queries.let_go(content.document_id)
            state = facts.papers[content.document_id].state
            await document_queries.set_state(content.document_id, state)
        case _:
            pass


async def _by_hand(path: UnitPath, facts: Facts, event: Event) -> None:
    """A paper that is signed by hand: numbered without effect, scanned, compared."""
    content, at, by = event.content, event.received_at, event.officer_id
    if isinstance(content, s.DocumentPrinted):
        by = content.signed_by or by
        standing = await queries.standing(by, content.issued_on)
        name, party = standing["full_name"], facts.party.name if facts.party else None
        await hand_queries.set_printed(content, by, at, name, party, _object_key(path, content))
        return
    paper = facts.papers[content.document_id]
    first_sheet = next((one.first for one in facts.sheets if one.document_id == paper.id), None)
    await hand_queries.set_standing(paper.id, str(paper.state), str(paper.hand), first_sheet)
    if isinstance(content, s.DocumentScanned):
        await hand_queries.set_scanned(content, by, at)
    else:
        await hand_queries.set_compared(content, by, at)
