"""From acts to facts: what each accepted act of a case changes. Pure."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any
from uuid import UUID

import msgspec

from backend.canonical_json import sha256_hex
from backend.cases import amending, by_hand, dividing, rules, undoing
from backend.cases.acts.index import ACTS
from backend.cases.facts import Event, Facts, Paper, Sheet, Thing
from backend.cases.states import Effect
from schemas import case_acts as a
from schemas import case_execution_acts as x
from schemas import case_side_acts as s
from schemas.case_words import ByHand, CaseAct, CaseState, DocumentState, ExhibitState


def fold(events: Iterable[Event]) -> Facts | None:
    """The facts after these accepted acts, in order; None where there are none."""
    facts: Facts | None = None
    for event in events:
        facts = take(facts, event)
    return facts


def take(facts: Facts | None, event: Event) -> Facts:
    """The facts after one more accepted act. `facts` itself is changed and returned."""
    if facts is None:
        opening = event.content.opening
        first = rules.step(None, event.type).next
        if first is None:
            raise ValueError(f"no case begins with {event.type}")
        facts = Facts(first, opening, event.received_at, officers=list(opening.officers))
    else:
        if event.type == CaseAct.CASE_ARCHIVED:
            facts.before_archive = facts.state
        facts.state = state_after(facts, event.type, event.content)
    facts.events.append(event)
    _note(event.content, facts, event)
    return facts


def state_after(facts: Facts, kind: CaseAct, content: Any) -> CaseState:
    """The state that an accepted act leads to."""
    cell = rules.step(facts.state, kind)
    if cell.effect is not Effect.TAKES:
        return facts.state
    leads_to = ACTS[kind].leads_to
    chosen = leads_to(facts, content) if leads_to else None
    return chosen or cell.next or facts.state


@singledispatch
def _note(content: Any, facts: Facts, event: Event) -> None:
    """What an act leaves behind beside the state; nothing for most."""


@_note.register
def _(content: a.InformationReceived, facts: Facts, _event: Event) -> None:
    facts.information, facts.party = content, content.party


@_note.register
def _(content: a.PlanItemEntered, facts: Facts, _event: Event) -> None:
    facts.plan_item, facts.party = content, content.party


@_note.register
def _(content: a.InspectionProposed, facts: Facts, _event: Event) -> None:
    facts.proposal, facts.party = content, content.party


@_note.register
def _(content: a.CaseOpened, facts: Facts, _event: Event) -> None:
    facts.party = content.party
    facts.inspection_id, facts.inspection_number = content.inspection_id, content.decision_number


@_note.register
def _(content: a.DecisionLinked, facts: Facts, _event: Event) -> None:
    facts.inspection_id, facts.inspection_number = content.inspection_id, content.decision_number


@_note.register
def _(content: a.VerificationAssigned | a.VerificationOrdered, facts: Facts, _event: Event) -> None:
    known = {one.officer_id for one in facts.officers}
    facts.officers += [one for one in content.officers if one.officer_id not in known]


@_note.register
def _(content: s.OfficersAssigned, facts: Facts, _event: Event) -> None:
    facts.officers = list(content.officers)


@_note.register
def _(content: a.ViolationRecorded, facts: Facts, _event: Event) -> None:
    facts.recorded, facts.party = content, content.party


@_note.register
def _(content: a.ExplanationReceived, facts: Facts, _event: Event) -> None:
    facts.explanations.append(content)


@_note.register
def _(content: a.SanctionImposed, facts: Facts, event: Event) -> None:
    facts.sanction, facts.on_spot = content, event.type == CaseAct.SANCTION_IMPOSED_ON_SPOT


@_note.register
def _(content: a.RemedyOrdered, facts: Facts, _event: Event) -> None:
    facts.remedy = content


@_note.register
def _(content: a.CrimeDeclined, facts: Facts, _event: Event) -> None:
    facts.crime_declined_on = content.returned_on


@_note.register
def _(content: x.DecisionDelivered, facts: Facts, _event: Event) -> None:
    facts.delivered_on = content.delivered_on
    _move(facts, content.document_id, DocumentState.DELIVERED)


@_note.register
def _(content: x.PaymentReceived, facts: Facts, _event: Event) -> None:
    facts.payments.append(content)


@_note.register
def _(content: x.FineReduced, facts: Facts, _event: Event) -> None:
    facts.reductions.append(content)


@_note.register
def _(content: x.InstalmentsGranted, facts: Facts, _event: Event) -> None:
    facts.instalments = content


@_note.register
def _(content: x.RemedyCarriedOut, facts: Facts, _event: Event) -> None:
    facts.remedies_done.add(content.remedy)


@_note.register
def _(content: x.ComplaintFiled, facts: Facts, _event: Event) -> None:
    facts.complaints[content.complaint_id] = False


@_note.register
def _(content: x.ComplaintResolved, facts: Facts, _event: Event) -> None:
    facts.complaints[content.complaint_id] = True


@_note.register
def _(content: x.ExecutionCompleted, facts: Facts, _event: Event) -> None:
    facts.executed_on = content.completed_on


@_note.register
def _(content: x.DecisionAnnulled, facts: Facts, _event: Event) -> None:
    """What the decision said and what was granted under it is no more; what was paid stays paid."""
    facts.annulled = content
    facts.sanction = facts.remedy = facts.instalments = None
    facts.on_spot, facts.reductions, facts.remedies_done = False, [], set()
    facts.delivered_on = facts.executed_on = None


@_note.register
def _(content: x.DecisionDueAgain, facts: Facts, event: Event) -> None:
    """The right violator stands for the wrong one; for him the violation is told with these minutes."""
    if content.party is None or facts.recorded is None:
        return
    facts.party, facts.righted = content.party, event.number
    facts.recorded = msgspec.structs.replace(
        facts.recorded, party=content.party, recorded_at=content.recorded_at
    )


@_note.register
def _(content: x.CaseArchived, facts: Facts, _event: Event) -> None:
    facts.archived_on = content.archived_on
    facts.reopening_asked_by = None


@_note.register
def _(_content: x.CaseReopeningAsked, facts: Facts, event: Event) -> None:
    facts.reopening_asked_by = event.officer_id


@_note.register
def _(_content: x.CaseReopened, facts: Facts, _event: Event) -> None:
    facts.archived_on = facts.reopening_asked_by = None


@_note.register
def _(content: s.ExhibitsSeized, facts: Facts, _event: Event) -> None:
    for exhibit in content.exhibits:
        facts.things[exhibit.exhibit_id] = Thing(
            content=exhibit,
            position=len(facts.things) + 1,
            state=ExhibitState.SEIZED,
            keeper=content.keeper,
            place=content.place,
            seized_at=content.seized_at,
        )


@_note.register
def _(content: s.SeizureDecided | s.SeizureExtended, facts: Facts, _event: Event) -> None:
    for one in content.exhibits:
        facts.things[one].until = content.until
        if isinstance(content, s.SeizureDecided):
            facts.things[one].purpose = content.purpose


@_note.register
def _(content: s.ExhibitsSealed, facts: Facts, _event: Event) -> None:
    for number, one in enumerate(content.exhibits):
        facts.things[one].seal = content.seals[min(number, len(content.seals) - 1)]


@_note.register
def _(content: s.ExhibitsUnsealed, facts: Facts, _event: Event) -> None:
    for one in content.exhibits:
        facts.things[one].seal = None


@_note.register
def _(content: s.ExhibitsMoved, facts: Facts, _event: Event) -> None:
    for one in content.exhibits:
        facts.things[one].keeper, facts.things[one].place = content.keeper, content.place
        if facts.things[one].state == ExhibitState.TRANSFERRED:  # back from the prosecution bodies
            thing = facts.things[one]
            thing.state = ExhibitState.SOLD_EARLY if thing.sold_early else ExhibitState.SEIZED


@_note.register
def _(content: s.ExhibitsDivided, facts: Facts, _event: Event) -> None:
    dividing.divide(content, facts)


@_note.register
def _(content: s.ExhibitsDisposed, facts: Facts, _event: Event) -> None:
    for one in content.exhibits:
        facts.things[one].state = content.disposition
        facts.things[one].sold_early |= content.disposition == ExhibitState.SOLD_EARLY


@_note.register
def _(content: s.ExhibitsDestroyed, facts: Facts, _event: Event) -> None:
    for one in content.exhibits:
        facts.things[one].state = ExhibitState.DESTROYED


@_note.register
def _(content: s.SheetsFiled, facts: Facts, event: Event) -> None:
    _file(facts, event, content.title, content.sheets)


@_note.register
def _(content: s.DocumentDrafted, facts: Facts, event: Event) -> None:
    before = facts.papers.get(content.document_id)
    facts.papers[content.document_id] = Paper(
        id=content.document_id,
        form=content.form,
        form_version=content.form_version,
        state=DocumentState.DRAFT,
        fields=content.fields,
        fields_hash=sha256_hex(content.fields),
        drafted_by=event.officer_id,
        drafted_at=before.drafted_at if before else event.received_at,
        replaces=content.replaces,
    )


@_note.register
def _(content: s.DocumentFinalised, facts: Facts, _event: Event) -> None:
    _move(facts, content.document_id, DocumentState.CONTENT_READY)


@_note.register
def _(content: s.DocumentReopened, facts: Facts, _event: Event) -> None:
    _move(facts, content.document_id, DocumentState.DRAFT)


@_note.register
def _(content: s.DocumentDiscarded, facts: Facts, _event: Event) -> None:
    _move(facts, content.document_id, DocumentState.DISCARDED)


@_note.register
def _(content: s.DocumentIssued, facts: Facts, event: Event) -> None:
    paper = facts.papers[content.document_id]
    paper.number, paper.issued_on = content.number, content.issued_on
    paper.issued_by, paper.state = event.officer_id, DocumentState.SIGNED
    paper.issuer_title = content.issuer_title
    if content.signature_level == by_hand.NO_SIGNATURE:
        paper.hand = ByHand.OLDER
    _file(facts, event, content.form, content.pages)


@_note.register
def _(content: s.DocumentPrinted, facts: Facts, event: Event) -> None:
    by_hand.printed(facts, content, event)


@_note.register
def _(content: s.DocumentScanned, facts: Facts, event: Event) -> None:
    by_hand.scanned(facts, content, event)


@_note.register
def _(content: s.DocumentCompared, facts: Facts, _event: Event) -> None:
    by_hand.compared(facts, content)


@_note.register
def _(content: s.DocumentAdopted, facts: Facts, event: Event) -> None:
    facts.papers[content.document_id] = Paper(
        id=content.document_id,
        form=content.form,
        form_version=content.form_version,
        state=DocumentState.SIGNED,
        fields=content.fields,
        fields_hash=sha256_hex(content.fields),
        drafted_by=event.officer_id,
        drafted_at=event.received_at,
        number=content.number,
        issued_on=content.issued_on,
        issued_by=content.written_by or event.officer_id,
        adopted=True,
    )
    _file(facts, event, content.form, content.pages)


@_note.register
def _(content: s.DocumentDelivered, facts: Facts, _event: Event) -> None:
    _move(facts, content.document_id, DocumentState.DELIVERED)


@_note.register
def _(content: s.DocumentCancelled, facts: Facts, _event: Event) -> None:
    _move(facts, content.document_id, DocumentState.CANCELLED)
    facts.papers[content.document_id].cancelled_by = content.by
    if content.amendment_ends and undoing.amends(facts, content.document_id):
        amending.unamend(facts)
    undoing.undo(facts, content)


@_note.register
def _(content: s.DocumentReplaced, facts: Facts, _event: Event) -> None:
    _move(facts, content.document_id, DocumentState.REPLACED)
    facts.papers[content.document_id].replaced_by = content.by


@_note.register
def _(content: s.DocumentAmended, facts: Facts, _event: Event) -> None:
    facts.papers[content.document_id].amended_by.append(content.by)
    amending.apply(facts, content)


def _move(facts: Facts, document_id: UUID, state: DocumentState) -> None:
    facts.papers[document_id].state = state
    facts.papers[document_id].handed_over |= state == DocumentState.DELIVERED


def _file(facts: Facts, event: Event, title: str, sheets: int) -> None:
    """The next sheet numbers, by order of receipt; never given again (Circular 27/2020 Art 26)."""
    content = event.content
    facts.sheets.append(
        Sheet(
            first=facts.last_sheet + 1,
            last=facts.last_sheet + sheets,
            title=title,
            number=content.number,
            issued_on=content.issued_on,
            document_id=content.document_id,
            act_id=event.act_id,
        )
    )
