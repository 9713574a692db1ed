"""Decisions on a head's phone: what waits, the paper, its preview, sign, send back, refuse.

The rules, the passphrase, its limit on tries, the number and the signature are those of the desk
(service.py, issuing.py); only the way to them is the phone's. Every function needs the officer's
session on an enrolled device, which the route has checked.
"""

from datetime import timedelta
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor, at_the_server
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.issuing import PaperNotReady
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import filling, issuing, service
from backend.fieldwork.decision_papers.group import seen
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries import proposals as proposal_queries
from backend.fieldwork.queries.decision_papers import WaitingDraft
from backend.fieldwork.queries.proposals import ShownProposal
from backend.fieldwork.rules import desk_papers as rules
from backend.force.accounts import service as accounts
from backend.ledger import service as ledger
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.fieldwork import proposals as views
from schemas.fieldwork.words import ActType, PaperState

MOST = 50
SHOWN_FOR = timedelta(days=90)
"""How long a phone keeps its officer's proposals; changes are kept as long."""
_STATES: dict[PaperState, views.ProposalState] = {
    PaperState.DRAFT: "proposed",
    PaperState.PRINTED: "numbered",
    PaperState.AWAITING: "signed",
    PaperState.SENT_BACK: "signed",
    PaperState.SIGNED: "signed",
    PaperState.DISCARDED: "refused",
}


async def waiting(actor: Actor) -> views.DecisionsToSign:
    """Return the drafts that this head may sign, the longest waiting first. Raises NotAllowed."""
    if not actor.has(Role.SUPERVISOR):
        raise NotAllowed
    found = [one for one in await queries.drafts(actor, MOST) if rules.may_sign(one, actor)]
    return views.DecisionsToSign(rows=[_to_sign(one) for one in found])


def _to_sign(paper: WaitingDraft) -> views.DecisionToSign:
    title = documents.get_form(paper.form, forms.newest(paper.form))["x-title"]
    return views.DecisionToSign(
        id=paper.id,
        form=paper.form,
        title=Text(vi=title["vi"], en=title["en"]),
        subject_name=paper.subject_name,
        place=paper.place,
        drafted_by_name=paper.drafted_by_name,
        drafted_at=paper.drafted_at,
        proposed=paper.proposed,
    )


async def read(document_id: UUID, actor: Actor, address: str | None) -> views.DecisionOnPhone:
    """Return a paper in sight with its proposal; logs the access. Raises NotFound."""
    paper = await service.read(document_id, actor, address)
    proposal = await proposal_queries.shown(document_id)
    return views.DecisionOnPhone(
        paper=paper,
        proposal=view_of(proposal) if proposal else None,
        certificate=await _certificate(actor),
        code_needed=not await accounts.confirmed_phone(actor),
    )


async def _certificate(actor: Actor) -> views.Certificate:
    """Return whether the server has a certificate that can sign for the officer now."""
    now = clock.now()
    rows = await signing.list_of(actor.officer_id)
    able = {one.kind for one in rows if signing.standing(one, now) == "valid"}
    if able - {"outside"}:
        return "ready"
    if able:
        return "elsewhere"
    return "ended" if rows else "none"


async def preview(document_id: UUID, fields_hash: str, actor: Actor, address: str | None) -> bytes:
    """Lay out the content with this hash as it would be signed, marked as a draft; logs the access.

    Raises NotFound, and PaperNotReady if the content is another one now.
    """
    return await service.preview(document_id, actor, address, fields_hash)


async def sign(
    document_id: UUID, asked: views.SignDecision, actor: Actor, address: str
) -> views.SignedDecision:
    """Sign and issue the content with this hash; a repeat gets the decision that was signed.

    The paper and its hash are the key of the request: whatever was signed with them is answered
    again, without another number. Opens its transactions itself. Raises what
    accounts.confirm_phone() and service.sign() raise.
    """
    if (done := await _signed(document_id, asked, actor, repeated=True)) is not None:
        return done
    async with transaction():
        paper = await queries.find(actor, document_id)
    if paper is None:
        raise NotFound(what="document")
    if paper.state is not PaperState.DRAFT:
        raise PaperNotReady
    if not rules.may_sign(paper, actor):
        raise NotAllowed
    await accounts.confirm_phone(actor, asked.code, address)
    signer = at_the_server(actor)
    try:
        said = (asked.unheard, asked.emergency)
        await service.sign(document_id, asked.fields_hash, asked.passphrase, signer, *said)
    except DomainError:
        # Two taps at once: the slower one finds the paper signed.
        if (done := await _signed(document_id, asked, actor, repeated=True)) is not None:
            return done
        raise
    done = await _signed(document_id, asked, actor, repeated=False)
    if done is None:
        raise LookupError(f"paper {document_id} was signed and is not there")
    return done


async def _signed(
    document_id: UUID, asked: views.SignDecision, actor: Actor, *, repeated: bool
) -> views.SignedDecision | None:
    """Return the decision if this officer signed it with this very content."""
    async with transaction():
        paper = await queries.find(actor, document_id)
    same = paper is not None and paper.fields_hash == asked.fields_hash
    if paper is None or not same or paper.issued_by != actor.officer_id:
        return None
    if paper.state is not PaperState.SIGNED or paper.signature_level is None:
        return None
    return views.SignedDecision(
        document_id=paper.id,
        inspection_id=paper.inspection_id,
        number=paper.number or "",
        code=paper.code or "",
        signed_at=paper.issued_at or clock.now(),
        repeated=repeated,
    )


async def send_back(document_id: UUID, comments: str, actor: Actor) -> ledger.Outcome | None:
    """Send a proposal back to its officer, in the caller's transaction.

    None for a repeat, which changes nothing. Raises NotFound.
    """
    paper = await seen(document_id, actor)
    before = await proposal_queries.find(document_id)
    if before and (before.remarks, before.returned_by) == (comments, actor.officer_id):
        return None
    content = views.DecisionReturned(document_id=document_id, comments=comments)
    head = at_the_server(actor)
    return await issuing.record(paper.inspection_id, ActType.DECISION_RETURNED, content, head)


async def refuse(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome | None:
    """Give a draft up as its head, in the caller's transaction.

    None for a repeat, which changes nothing. Raises NotFound, NotAllowed, PaperNotReady.
    """
    paper = await seen(document_id, actor)
    if not rules.heads(paper, actor):
        raise NotAllowed
    if paper.state is PaperState.DISCARDED:
        return None
    if paper.state is not PaperState.DRAFT:
        raise PaperNotReady
    return await service.discard(document_id, reason, at_the_server(actor))


async def choices(actor: Actor) -> views.ProposalChoices:
    """Return whom this officer can name to a team. Raises NotAllowed."""
    return views.ProposalChoices(
        team=await service.team_candidates(actor), legal_bases=filling.standard_bases()
    )


async def of_officer(officer_id: UUID, document_id: UUID | None = None) -> list[views.ProposalView]:
    """Return an officer's own proposals, for the phone: the latest, or this one alone."""
    found = await proposal_queries.of_officer(
        officer_id, document_id, clock.now() - SHOWN_FOR, MOST
    )
    return [view_of(one) for one in found]


def view_of(row: ShownProposal) -> views.ProposalView:
    """Return a proposal as phones show it. Pure."""
    state = _STATES[row.state]
    if state == "proposed" and row.remarks is not None:
        state = "returned"
    by, at, remarks = {
        "returned": (row.returned_by_name, row.returned_at, row.remarks),
        "refused": (row.discarded_by_name, row.discarded_at, row.discard_reason),
        "numbered": (row.issuer_name, row.issued_at, None),
        "signed": (row.issuer_name, row.issued_at, None),
    }.get(state, (None, None, None))
    return views.ProposalView(
        document_id=row.document_id,
        record_id=row.inspection_id,
        state=state,
        proposed=row.proposed,
        proposed_by=row.proposed_by,
        proposed_by_name=row.proposed_by_name,
        proposed_at=row.proposed_at,
        remarks=remarks,
        answered_by_name=by,
        answered_at=at,
        number=row.number if state == "signed" else None,
    )
