"""Papers of decisions at the desk: drafted, looked at, previewed, given up, listed, read.

Signing is in issuing.py, signing by hand in by_hand.py.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import access_log, keyset
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.core.keyset import Listed
from backend.documents import content_hash, contents, forms, previewing
from backend.documents import service as documents
from backend.documents.desk_papers import shown
from backend.documents.issuing import PaperNotReady
from backend.fieldwork.decision_papers import around, changing, filling, issuing, telling
from backend.fieldwork.decision_papers import hand_signed as hand_signed
from backend.fieldwork.decision_papers import outside as outside
from backend.fieldwork.decision_papers import plan_drafting as plans
from backend.fieldwork.decision_papers import sealing as sealing
from backend.fieldwork.decision_papers.at_the_door import file as signed_file
from backend.fieldwork.decision_papers.by_hand import compare as compare
from backend.fieldwork.decision_papers.by_hand import scan_of as scan_of
from backend.fieldwork.decision_papers.by_hand import take_scan as take_scan
from backend.fieldwork.decision_papers.deciding import Decided as Decided
from backend.fieldwork.decision_papers.deciding import as_draft
from backend.fieldwork.decision_papers.deciding import decided as decided
from backend.fieldwork.decision_papers.dispatching import against as against_dispatch
from backend.fieldwork.decision_papers.dispatching import dispatch as dispatch
from backend.fieldwork.decision_papers.filling import standard_bases as standard_bases
from backend.fieldwork.decision_papers.group import seen
from backend.fieldwork.decision_papers.issuing import sign as sign
from backend.fieldwork.decision_papers.kept_numbers import KeptNumber as KeptNumber
from backend.fieldwork.decision_papers.kept_numbers import void as void_number
from backend.fieldwork.decision_papers.kept_numbers import waiting as kept
from backend.fieldwork.decision_papers.proposal_pdf import pdf as proposal_pdf
from backend.fieldwork.decision_papers.proposing import propose as propose
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.decision_papers import NamedPaper
from backend.fieldwork.rules import decision_changes as change_rules
from backend.fieldwork.rules import desk_papers as rules
from backend.fieldwork.rules.desk_papers import DECISION
from backend.ledger import service as ledger
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.decision_changes import DecisionLapsed
from schemas.fieldwork.decision_papers import DecisionPaperRow, DecisionPaperView
from schemas.fieldwork.decisions import DecisionChange, DecisionFault, IssueDecision, TeamCandidate
from schemas.fieldwork.words import ActType, PaperState

__all__ = [
    "against_dispatch",
    "compare",
    "count_open",
    "discard",
    "dispatch",
    "draft",
    "draft_change",
    "faults",
    "kept",
    "laid_out_so",
    "lapse",
    "last_of",
    "listing",
    "may_draft",
    "of_inspection",
    "pdf",
    "plans",
    "preview",
    "proposal_pdf",
    "propose",
    "qr",
    "read",
    "record_of",
    "scan_of",
    "sign",
    "signed_file",
    "standard_bases",
    "take_scan",
    "team_candidates",
    "void_number",
]

PAGE_SIZE = 50


async def team_candidates(actor: Actor) -> list[TeamCandidate]:
    """Return the officers whom this drafter can name to a team. Raises NotAllowed."""
    if not rules.drafts(actor):
        raise NotAllowed
    return await read_queries.team_candidates(actor)


async def draft(
    order: IssueDecision, actor: Actor, document_id: UUID | None = None
) -> tuple[UUID, ledger.Outcome]:
    """Record a draft, or rewrite the one with this id; returns its id and the outcome.

    Joins the caller's transaction. Raises NotAllowed, NotFound.
    """
    if not rules.drafts(actor):
        raise NotAllowed
    if document_id is None:
        document_id, inspection_id, path = new_id(), new_id(), actor.unit
    else:
        paper = await seen(document_id, actor)
        inspection_id, path = paper.inspection_id, paper.path
        if paper.order is not None:  # a form that is saved again does not know the item
            order = msgspec.structs.replace(order, plan_item_id=paper.order.plan_item_id)
    filled = await filling.filled(order, await filling.signer_of(actor, path), actor)
    content = acts.PaperDrafted(
        document_id=document_id,
        form=DECISION,
        form_version=filled.version,
        fields=filled.fields,
        order=order,
    )
    return document_id, await issuing.record_draft(inspection_id, content, actor)


async def faults(order: IssueDecision, actor: Actor) -> list[DecisionFault]:
    """Return what would prevent this officer, or the unit's head, from signing such a decision."""
    signer = await filling.signer_of(actor, actor.unit)
    return (await filling.filled(order, signer, actor)).faults


async def draft_change(
    inspection_id: UUID,
    change: DecisionChange,
    actor: Actor,
    document_id: UUID | None = None,
) -> tuple[UUID, ledger.Outcome]:
    """Record the draft of a decision that changes an inspection's, or rewrite the one with this id.

    Returns its id and the outcome. Joins the caller's transaction. Raises NotAllowed, NotFound.
    """
    if not rules.drafts(actor):
        raise NotAllowed
    inspection = await read_queries.find(actor, inspection_id)
    if inspection is None:
        raise NotFound(what="inspection")
    signer = await filling.signer_of(actor, inspection.path)
    filled = await changing.filled(change, inspection_id, signer, actor)
    content = acts.PaperDrafted(
        document_id=document_id or new_id(),
        form=change_rules.form_of(change),
        form_version=filled.version,
        fields=filled.fields,
        change=change,
    )
    return content.document_id, await issuing.record_draft(inspection_id, content, actor)


async def lapse(inspection_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Record that a decision lapsed: the inspection did not begin in time. Raises NotFound."""
    if await read_queries.find(actor, inspection_id) is None:
        raise NotFound(what="inspection")
    content = DecisionLapsed(reason=reason)
    outcome = await issuing.record(inspection_id, ActType.DECISION_LAPSED, content, actor)
    if isinstance(outcome, ledger.Accepted):
        await telling.ended(inspection_id, reason, actor)
    return outcome


def may_draft(actor: Actor) -> bool:
    """Tell whether the officer may draft decisions."""
    return rules.drafts(actor)


async def laid_out_so(document_id: UUID, fields_hash: str, actor: Actor) -> bool:
    """Tell whether this officer has signed or printed the paper with this very content."""
    return shown.laid_out_so(await queries.find(actor, document_id), fields_hash, actor)


async def discard(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Give a draft up, or what was printed and is not in force; in the caller's transaction.

    Raises NotFound.
    """
    paper = await seen(document_id, actor)
    content = acts.PaperDiscarded(document_id=document_id, reason=reason)
    outcome = await issuing.record(paper.inspection_id, ActType.PAPER_DISCARDED, content, actor)
    if isinstance(outcome, ledger.Accepted):
        await telling.given_up(paper, reason, actor)
    return outcome


async def record_of(document_id: UUID, actor: Actor) -> UUID:
    """Return the record of a paper in sight. Raises NotFound."""
    return (await seen(document_id, actor)).inspection_id


async def read(document_id: UUID, actor: Actor, address: str | None) -> DecisionPaperView:
    """Return a paper in sight to a person; logs the access. Raises NotFound."""
    paper = await seen(document_id, actor)
    await access_log.record(actor, "paper.page", paper.inspection_id, address=address)
    beside = await around.read(paper, actor)
    filled = beside.filled
    return DecisionPaperView(
        row=_row(paper),
        form_version=filled.version if filled else paper.form_version,
        fields=filled.fields if filled else paper.fields,
        fields_hash=filled.fields_hash if filled else paper.fields_hash,
        content_mark=content_hash.mark(
            content_hash.of(paper.form, filled.version, filled.fields)
            if filled
            else content_hash.of(paper.form, paper.form_version, paper.fields)
        ),
        signer_name=filled.full_name if filled else paper.issuer_name or "",
        signer_title=filled.title_vi if filled else paper.issuer_title or "",
        order=paper.order,
        change=paper.change,
        plan=paper.plan,
        plans=beside.plans,
        plan_needed=beside.plan_needed,
        emergency=paper.order.emergency if filled and paper.order else paper.emergency,
        faults=filled.faults if filled else [],
        waits_first=beside.waits_first,
        unheard=beside.unheard,
        **shown.signed(paper, paper),
        dispatches=beside.dispatches,
        former_members=beside.former_members,
        may_edit=rules.may_edit(paper, actor),
        may_sign=rules.may_sign(paper, actor),
        may_discard=rules.may_discard(paper, actor),
        may_scan=rules.may_scan(paper, actor),
        may_compare=beside.may_compare,
        may_seal=beside.may_seal,
        may_dispatch=beside.may_dispatch,
        kept_number=beside.kept_number,
    )


async def said(document_id: UUID, actor: Actor) -> tuple[str, int, dict[str, Any]]:
    """Return form, version and fields of a paper in sight, for a page that logs its reading. Raises NotFound."""
    paper = await seen(document_id, actor)
    if paper.state is not PaperState.DRAFT:
        return paper.form, paper.form_version, paper.fields
    filled = await as_draft(paper, actor)
    return paper.form, filled.version, filled.fields


async def preview(
    document_id: UUID, actor: Actor, address: str | None, fields_hash: str | None = None
) -> bytes:
    """Lay a draft out as it would be signed, marked as a draft; logs the access.

    With a hash, only that content. Raises NotFound, PaperNotReady, TooManyPreviews.
    """
    paper = await seen(document_id, actor)
    await access_log.record(actor, "paper.preview", paper.inspection_id, address=address)
    filled = await as_draft(paper, actor)
    if fields_hash is not None:
        same = paper.state is PaperState.DRAFT and filled.fields_hash == fields_hash
        if not same:
            raise PaperNotReady
    written = contents.Filled(paper.form, filled.version, filled.fields)
    return await previewing.laid_out(contents.content(written, filled, draft=True), actor)


async def pdf(
    document_id: UUID, actor: Actor, address: str | None, *, signed_only: bool = False
) -> tuple[bytes, str]:
    """Return a numbered paper as it was laid out, with the agency's seal if it has one, and a file name.

    `signed_only`: the officer's own file, without the seal. Logs the access. Officers of the
    inspection's team may read it, too. Raises NotFound, Unavailable.
    """
    paper = await queries.find(actor, document_id) or await _of_team(document_id, actor)
    return await shown.pdf(paper, paper.inspection_id, actor, address, signed_only=signed_only)


async def _of_team(document_id: UUID, actor: Actor) -> NamedPaper:
    """Return a paper of an inspection in sight. Raises NotFound."""
    row = await queries.named(document_id)
    if row is None or await read_queries.find(actor, row.inspection_id) is None:
        raise NotFound(what="document")
    return row


async def qr(document_id: UUID, actor: Actor) -> str:
    """Return the address for checking a numbered paper, as a QR code in SVG. Raises NotFound."""
    return shown.qr(await seen(document_id, actor))


async def listing(actor: Actor, cursor: str | None, *, open_only: bool) -> Listed[DecisionPaperRow]:
    """Return a page of papers in sight, the latest change first. Raises Invalid for a bad cursor.

    `open_only`: those that wait for a signature, a scan or a comparison. Raises NotAllowed.
    """
    rows, following = await listed(actor, cursor, open_only=open_only)
    return Listed(rows=rows, count=await queries.count_open(actor), next=following)


def may_list(actor: Actor) -> bool:
    """Tell whether papers about decisions are for this officer."""
    return rules.lists(actor)


async def listed(
    actor: Actor, cursor: str | None, *, open_only: bool, limit: int = PAGE_SIZE
) -> tuple[list[DecisionPaperRow], str | None]:
    """Return a page of papers as listing() does, and the cursor of the next one."""
    if not rules.lists(actor):
        raise NotAllowed
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    found = await queries.page(actor, open_only, after, limit + 1)
    shown = found[:limit]
    more = len(found) > limit
    following = keyset.write(shown[-1].updated_at, shown[-1].id) if more else None
    return [_row(one) for one in shown], following


async def count_open(actor: Actor) -> int:
    """Count the papers in sight that wait for somebody."""
    return await queries.count_open(actor)


async def of_inspection(inspection_id: UUID) -> list[DecisionPaperRow]:
    """Return the papers of an inspection, oldest first. The caller has checked that it is in sight."""
    return [_row(one) for one in await queries.of_inspection(inspection_id)]


async def last_of(inspection_id: UUID, actor: Actor) -> UUID:
    """Return the paper in sight that was drafted last in this record. Raises NotFound."""
    drafted = await queries.of_inspection(inspection_id)
    for one in reversed(drafted):
        if await queries.find(actor, one.id) is not None:
            return one.id
    raise NotFound(what="document")


def _row(paper: NamedPaper) -> DecisionPaperRow:
    title = documents.get_form(paper.form, forms.newest(paper.form))["x-title"]
    return DecisionPaperRow(
        **shown.row(paper, paper),
        title=Text(vi=title["vi"], en=title["en"]),
        inspection_id=paper.inspection_id,
        subject_name=paper.subject_name,
        place=paper.place,
    )
