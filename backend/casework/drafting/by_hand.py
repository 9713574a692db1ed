"""Papers signed by hand: what may be done with one, its scan, the comparison, and the list.

PRACTICE B3; the rules are in backend/casework/rules/by_hand.py. Printing itself is issuing without
a key: service.sign().
"""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.cases import paper_telling
from backend.casework.cases import service as cases
from backend.casework.derived import authority
from backend.casework.drafting import entering
from backend.casework.issued_documents import scans
from backend.casework.queries.by_hand import HandPaper
from backend.casework.rules import by_hand as rules
from backend.casework.rules import giving_up
from backend.core import clock, keyset
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.documents import service as documents
from backend.ledger import service as ledger
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import ByHand, CaseAct, DocumentState
from schemas.core.problems import Text

COMPARED_WITHIN = paper_telling.COMPARED_WITHIN
PAGE_SIZE = 50


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What this reader may do with a paper signed by hand, as far as is known before they try."""

    may_scan: bool
    may_replace: bool
    """The reader sent the scan that waits, and may replace it."""
    may_compare: bool
    may_enter: bool
    """It is a decision on the violation that was made elsewhere, and the reader may enter it with its
    scan, as its signer or as the unit's head. Of others their signer said what to enter."""
    enters: bool
    """It takes effect with its scan or its comparison, as its signer said when it was printed."""
    may_give_up: bool
    """It was printed and is not in force, and the reader may give it up with its number."""
    own: bool
    """The reader drafted or signed it or sent its scan, and so is not the second person."""
    due_at: datetime | None
    """When it must be compared (UTC); None if it waits for nothing."""
    overdue: bool


async def standing(document_id: UUID, actor: Actor) -> Standing:
    """Return what this reader may do with the paper. Raises NotFound."""
    case_id, _, view = await cases.paper(document_id, actor)
    record, facts = await cases.facts_of(case_id, actor)
    possible = set((await cases.view(case_id, actor)).possible)
    paper = facts.papers[document_id]
    path = record.path
    own = rules.own_hand(paper, actor.officer_id)
    waits = rules.may_scan(paper) or rules.may_compare(paper)
    due_at = view.issued_at + COMPARED_WITHIN if view.issued_at and waits else None
    return Standing(
        may_scan=rules.may_scan(paper) and CaseAct.DOCUMENT_SCANNED in possible,
        may_replace=rules.may_replace(paper, actor.officer_id)
        and CaseAct.DOCUMENT_SCANNED in possible,
        may_compare=rules.may_compare(paper) and not own and CaseAct.DOCUMENT_COMPARED in possible,
        may_enter=paper.said is None
        and paper.form in entering.FORMS
        and (paper.issued_by == actor.officer_id or authority.heads(path, actor)),
        enters=paper.said is not None,
        may_give_up=paper.state == DocumentState.PRINTED
        and CaseAct.DOCUMENT_DISCARDED in possible
        and giving_up.printed_fault(
            paper, facts, actor.officer_id, heads=authority.heads(path, actor)
        )
        is None,
        own=own,
        due_at=due_at,
        overdue=due_at is not None and due_at < clock.now(),
    )


async def take_scan(
    document_id: UUID, data: bytes, actor: Actor, choices: entering.Choices | None = None
) -> ledger.Outcome:
    """Store the scan of the signed sheet and enter it; opens its transactions itself.

    It takes effect here as its signer said when it was printed, unless that waits for the comparison
    (practice B3). With `choices` a decision on the violation that was made elsewhere is entered into its
    case in the same transaction: both or neither. Raises NotFound, ScanWrong, Unavailable, RefusedAct if
    the case could not take the decision.
    """
    scan = await scans.of_paper(document_id, data, actor)
    content = case_side_acts.DocumentScanned(
        document_id=document_id,
        scan_id=scan.id,
        sha256=scan.sha256,
        size=scan.size,
        media_type=scan.media_type,  # type: ignore[arg-type]  # one of the two, by the table's own check
    )
    async with transaction():
        case_id, _, _ = await cases.paper(document_id, actor)
        outcome = await cases.act(case_id, CaseAct.DOCUMENT_SCANNED, content, actor)
        if isinstance(outcome, ledger.Accepted):
            if choices is not None:
                await entering.enter(case_id, document_id, choices, actor)
            else:
                await entering.enter_what_may(case_id, document_id, actor)
        return outcome


async def compare(
    document_id: UUID, sha256: str, agrees: bool, reason: str | None, actor: Actor
) -> ledger.Outcome:
    """Record a second person's comparison with the scan of this hash, in the caller's transaction.

    What the paper means then takes effect, as far as it had to wait for this. Raises NotFound.
    """
    case_id, _, _ = await cases.paper(document_id, actor)
    content = case_side_acts.DocumentCompared(
        document_id=document_id, sha256=sha256, agrees=agrees, reason=reason
    )
    outcome = await cases.act(case_id, CaseAct.DOCUMENT_COMPARED, content, actor)
    if agrees and isinstance(outcome, ledger.Accepted):
        await entering.enter_what_may(case_id, document_id, actor)
    return outcome


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list. Times are UTC."""

    id: UUID
    case_id: UUID
    case_number: str
    title: Text
    number: str
    issued_on: date
    issuer_name: str | None
    party_name: str | None
    unit: Text
    hand: ByHand
    scanned: bool
    due_at: datetime
    overdue: bool


class WaitingPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page, oldest first.

    `next` is the cursor of the page after it, `counts` are numbers by kind.
    """

    rows: list[Waiting]
    next: str | None
    counts: dict[str, int]


async def waiting(actor: Actor, cursor: str | None, limit: int = PAGE_SIZE) -> WaitingPage:
    """List papers in sight that are signed by hand and not compared. Raises NotAllowed, Invalid.

    Invalid is for a cursor that this list did not make.
    """
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    found, counts = await cases.signed_by_hand(actor, after, limit + 1)
    now = clock.now()
    rows = [_line(row, now) for row in found[:limit]]
    last = found[limit - 1] if len(found) > limit else None
    return WaitingPage(
        rows=rows, next=keyset.write(last.issued_at, last.id) if last else None, counts=counts
    )


async def overdue(actor: Actor) -> int:
    """Count those in sight that wait longer than 48 hours, for the list of exceptions.

    Raises NotAllowed.
    """
    return await cases.hand_overdue(actor, clock.now() - COMPARED_WITHIN)


def _line(row: HandPaper, now: datetime) -> Waiting:
    title = documents.get_form(row.form, row.form_version)["x-title"]
    due_at = row.issued_at + COMPARED_WITHIN
    return Waiting(
        id=row.id,
        case_id=row.case_id,
        case_number=row.case_number,
        title=Text(**title),
        number=row.number,
        issued_on=row.issued_on,
        issuer_name=row.issuer_name,
        party_name=row.party_name,
        unit=Text(vi=row.unit_vi, en=row.unit_en),
        hand=row.hand,
        scanned=row.scan_id is not None,
        due_at=due_at,
        overdue=due_at < now,
    )
