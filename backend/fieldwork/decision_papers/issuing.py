"""Signs or prints the paper of a decision (docs/decisions/0014, backend/documents/desk_papers/issuing.py).

With the signed paper the decision is issued in the same transaction: both or neither.
"""

from typing import NamedTuple
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotAllowed, NotFound, RefusedAct
from backend.documents import contents
from backend.documents import service as documents
from backend.documents.desk_papers import issuing as desk_issuing
from backend.documents.desk_papers.issuing import File, Issuing, Steps
from backend.documents.issuing import PaperNotReady, Produced
from backend.fieldwork.decision_papers import adhoc_plans, changing, filling, steps_first, telling
from backend.fieldwork.decision_papers.filling import Filled
from backend.fieldwork.decision_papers.group import GROUP
from backend.fieldwork.inspections import issue, plan_judging
from backend.fieldwork.inspections.issue import DecisionNotIssuable, Office
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import DeskPaper, NamedPaper
from backend.fieldwork.queries.inspection_rows import IssuingOfficer
from backend.fieldwork.rules import desk_papers as rules
from backend.force.delegations import service as delegations
from backend.force.numbers import service as numbering
from backend.ledger import reading as ledger_reading
from backend.ledger import service as ledger
from backend.parties import service as parties
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.adhoc_plans import Emergency
from schemas.fieldwork.words import ActType, PaperState

_ISSUING = Issuing(GROUP)


class Reasons(NamedTuple):
    """Why a signer goes on where a rule lets him only with a reason; UNSET where none is given or needed."""

    unheard: str | UnsetType = UNSET
    """Why advice that has time left is not waited for."""
    emergency: Emergency | UnsetType = UNSET
    """Why no plan precedes an ad-hoc decision."""


def reasons(unheard: str | None, emergency: Emergency | None) -> Reasons:
    """Return what a signer gave."""
    return Reasons(unheard or UNSET, emergency or UNSET)


class Reserved(desk_issuing.Reserved[DeskPaper, Filled], frozen=True, kw_only=True):
    """What transaction 1 determined, for the steps after it."""

    needed: Reasons
    """Those of the signer's reasons that are needed."""


async def record(inspection_id: UUID, kind: ActType, content: Wire, actor: Actor) -> ledger.Outcome:
    """Record an act about a paper, in the caller's transaction."""
    parsed = ledger.desk_act(RecordKind.INSPECTION, inspection_id, kind, content, actor)
    return await ledger.record(parsed, actor)


async def record_draft(
    inspection_id: UUID, content: acts.PaperDrafted, actor: Actor
) -> ledger.Outcome:
    """Record a draft of a paper, in the caller's transaction."""
    return await record(inspection_id, ActType.PAPER_DRAFTED, content, actor)


async def sign(
    document_id: UUID,
    fields_hash: str,
    passphrase: str | None,
    actor: Actor,
    unheard: str | None = None,
    emergency: Emergency | None = None,
) -> UUID:
    """Number, lay out, sign, store and enter the paper as this officer's; returns its inspection's id.

    With a passphrase the decision is issued; with None the paper is printed. `unheard`: why the signer does not wait
    for advice that has time left; `emergency`: why no plan precedes an ad-hoc decision. Opens its transactions
    itself; see Issuing.sign().

    Raises NotFound, NotAllowed, PaperNotReady if it is not as the signer saw it,
    DecisionNotIssuable with every fault, PaperPrepared, PaperBeingSigned, what opening the certificate raises,
    Unavailable, RefusedAct.
    """
    said = reasons(unheard, emergency)

    async def enter_file(kept: Reserved, code: str, file: Produced) -> None:
        office = (kept.signer.office, kept.signer.officer)
        await enter(kept.number, office, printed_as(kept, code, file), file.level, actor)

    steps = Steps(
        look=lambda: look(document_id, fields_hash, actor, said),
        reserve=lambda: reserve(document_id, fields_hash, actor, said),
        enter=enter_file,
    )
    return (await _ISSUING.sign(document_id, passphrase, actor, steps)).paper.inspection_id


def printed_as(kept: Reserved, code: str, file: File) -> acts.PaperPrinted:
    """Return what the act says of the paper and its file."""
    return acts.PaperPrinted(
        **desk_issuing.printed_as(kept, code, file),
        issuer_title=kept.signer.title_vi,
        unheard=kept.needed.unheard,
        emergency=kept.needed.emergency,
    )


class Looked(NamedTuple):
    """A draft that may be signed now."""

    paper: DeskPaper
    filled: Filled
    needed: Reasons
    """Those of the signer's reasons that are needed."""


async def look(document_id: UUID, fields_hash: str, actor: Actor, said: Reasons) -> Looked:
    """Return a draft that this officer may sign now, and lock it with the signer's delegations. Raises as sign() says.

    A step of its submission that decides, and has no answer, is waited for; one that advises, too,
    unless the signer says why not. An ad-hoc decision without its plan needs the reason of an emergency.
    """
    if await queries.find(actor, document_id) is None:
        raise NotFound(what="document")
    paper = await queries.lock(document_id)
    await delegations.hold(actor.officer_id)
    if paper is None or paper.state is not PaperState.DRAFT:
        raise PaperNotReady
    if not rules.may_sign(paper, actor):
        raise NotAllowed
    silent = await steps_first.require(paper.inspection_id, document_id, said.unheard)
    if why := await plan_judging.fault(paper, said.emergency):
        raise RefusedAct(code=why.code, text=why.text)
    unplanned = await plan_judging.needed(paper)
    filled = await as_signed(paper, actor.officer_id, actor)
    if filled.faults:
        raise DecisionNotIssuable(filled.faults)
    if filled.fields_hash != fields_hash:
        raise PaperNotReady
    needed = Reasons(said.unheard if silent else UNSET, said.emergency if unplanned else UNSET)
    return Looked(paper, filled, needed)


async def reserve(document_id: UUID, fields_hash: str, actor: Actor, said: Reasons) -> Reserved:
    """Transaction 1: judge again, store the draft as it is signed, and reserve a number for it."""
    paper, filled, needed = await look(document_id, fields_hash, actor, said)
    if paper.fields_hash != fields_hash:
        drafted = acts.PaperDrafted(
            document_id=document_id,
            form=paper.form,
            form_version=filled.version,
            fields=filled.fields,
            order=paper.order,
            change=paper.change,
            plan=paper.plan,
        )
        ledger.unwrap(await record_draft(paper.inspection_id, drafted, actor))
    who = numbering.Issuer(kind="unit", id=filled.officer.unit_id)
    now = clock.now()
    number = await _ISSUING.reserve(paper, who, fields_hash, now, actor)
    symbol = documents.get_form(paper.form, filled.version)["x-symbol"]
    text = numbering.unit_number_text(symbol, number.number, filled.unit_code)
    return Reserved(
        paper=paper,
        filled=contents.Filled(paper.form, filled.version, filled.fields),
        fields_hash=filled.fields_hash,
        signer=filled,
        number=number,
        text=text,
        at=now,
        needed=needed,
    )


async def enter(
    number: numbering.Number,
    office: tuple[Office, IssuingOfficer],
    printed: acts.PaperPrinted,
    level: str | None,
    actor: Actor,
) -> None:
    """Transaction 2: check paper, signer and number again, then enter it, and what it means.

    A reason that is needed no more, because the advice came meanwhile, is not entered.
    """
    said = Reasons(printed.unheard, printed.emergency)
    paper, filled, needed = await look(printed.document_id, printed.fields_hash, actor, said)
    printed = msgspec.structs.replace(printed, **needed._asdict())
    if (filled.office, filled.officer) != office:
        raise PaperNotReady  # the signer's title or unit on the paper changed meanwhile
    await _ISSUING.enter(paper, number, printed, level, actor)
    if level is not None:
        await put_in_force(paper, printed, filled.legal_bases, actor)


async def said_at_print(paper: NamedPaper) -> str:
    """Return the reason that was given when a sheet was printed to be signed by hand; or nothing."""
    printed = await ledger_reading.of_types(paper.inspection_id, (ActType.PAPER_PRINTED,))
    said = [
        one.content.get("unheard", "")
        for one in printed
        if one.content["document_id"] == str(paper.id)
    ]
    return said[-1] if said else ""


async def as_signed(paper: DeskPaper, signer_id: UUID, actor: Actor) -> Filled:
    """Return the draft as this officer would sign it today."""
    if paper.change is not None:
        return await changing.filled(paper.change, paper.inspection_id, signer_id, actor)
    if paper.plan is not None:
        return await adhoc_plans.filled(paper.plan, paper.inspection_id, signer_id, actor)
    async with at_once() as ask:
        filling_in = ask(filling.filled(paper.decided, signer_id, actor))
        plan = ask(queries.first_of(paper.inspection_id, rules.PLAN))
    filled = filling_in.result()
    against = plan_judging.against(plan.result(), filled.fields)
    return msgspec.structs.replace(filled, faults=[*filled.faults, *against])


async def put_in_force(
    paper: DeskPaper,
    printed: acts.PaperPrinted,
    legal_bases: list[str],
    actor: Actor,
) -> None:
    """Record what a signed paper means, in the caller's transaction. Raises RefusedAct, PrintedOver.

    A decision begins the inspection; a party that the register does not have is entered with it.
    One that changes a decision changes the inspection. A plan means nothing but that it was issued.
    """
    inspection_id, numbered = paper.inspection_id, (printed.number, printed.issued_on)
    await telling.signed(paper.id)
    if paper.plan is not None:
        await telling.in_force(paper, numbered, [], actor)
        return
    if paper.change is not None:
        team = await telling.team_of(inspection_id)
        kind, content = await changing.effect(paper.change, inspection_id, printed, actor)
        ledger.unwrap(await record(inspection_id, kind, content, actor))
        joined = [one for one in (paper.change.leader_id, *(paper.change.member_ids or [])) if one]
        await telling.in_force(paper, numbered, team, actor, set(joined) - set(team))
        return
    order = paper.decided
    await changing.require_team([order.leader_id, *order.member_ids], actor)
    if order.subject.subject_id is None:
        added = await parties.add(actor, order.subject, order.latitude_e7, order.longitude_e7)
        subject = msgspec.structs.replace(order.subject, subject_id=added.id)
        order = msgspec.structs.replace(order, subject=subject)
    await issue.record_decision(
        order,
        actor,
        issue.Numbered(
            inspection_id=inspection_id,
            decision_id=printed.document_id,
            number=printed.number,
            day=printed.issued_on,
            legal_bases=legal_bases,
            issuer_name=printed.issuer_name,
            issuer_title=printed.issuer_title,
            paper=printed.document_id,
        ),
    )
    await telling.in_force(paper, numbered, [order.leader_id, *order.member_ids], actor)
