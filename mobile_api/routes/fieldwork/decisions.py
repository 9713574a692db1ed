"""Decisions on a head's phone, and what an officer needs to propose one.

The person is the officer of the bearer token, the device the one of the session; a device that is
revoked or not approved has no token that lives. Passphrases and codes are used once and kept
nowhere.
"""

from typing import Annotated, Any
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.params import FromPath, JSONBody, QueryParameter
from litestar.status_codes import HTTP_200_OK

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.fieldwork.decision_papers import on_phone as decisions
from backend.ledger import service as ledger
from schemas.fieldwork.proposals import (
    DecisionOnPhone,
    DecisionsToSign,
    ProposalChoices,
    RefuseDecision,
    ReturnProposal,
    SignDecision,
    SignedDecision,
)

MAX_BYTES = 16 * 1024
AnyRequest = Request[Actor, Any, Any]


@get("/proposal-choices", operation_id="getProposalChoices")
async def get_choices(request: AnyRequest) -> ProposalChoices:
    """Return whom this officer can name to a team, so that a proposal can be written without a signal.

    403 `not_allowed`: officers who do not inspect.
    """
    async with transaction():
        return await decisions.choices(request.user)


@get("/decisions", operation_id="listDecisionsToSign")
async def list_waiting(request: AnyRequest) -> DecisionsToSign:
    """Return the drafts that wait for this head's signature. 403 `not_allowed`: not a head."""
    async with transaction():
        return await decisions.waiting(request.user)


@get("/decisions/{document_id:uuid}", operation_id="getDecision")
async def get_decision(request: AnyRequest, document_id: FromPath[UUID]) -> DecisionOnPhone:
    """Return a decision's paper as this officer would sign it now. The reading is recorded."""
    return await _read(request, document_id)


@get(
    "/decisions/{document_id:uuid}/preview.pdf",
    operation_id="getDecisionPreview",
    media_type="application/pdf",
)
async def get_preview(
    request: AnyRequest,
    document_id: FromPath[UUID],
    fields_hash: Annotated[str, QueryParameter(pattern="^[0-9a-f]{64}$")],
) -> Response[bytes]:
    """Return the paper with this content as it would be signed, marked as a draft.

    The number, the day's code and the signature come with signing; all else is the same. The
    reading is recorded. 409 `paper_not_ready`: the content is another one now.
    """
    async with transaction():
        data = await decisions.preview(document_id, fields_hash, request.user, _address(request))
    return Response(
        data,
        media_type="application/pdf",
        headers={"content-disposition": "attachment", "cache-control": "no-store"},
    )


@post(
    "/decisions/{document_id:uuid}/sign",
    operation_id="signDecision",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def sign(
    request: AnyRequest, document_id: FromPath[UUID], data: JSONBody[SignDecision]
) -> SignedDecision:
    """Sign and issue exactly the content with this hash, with the officer's certificate.

    Repeating the request is safe: it gets the decision that was signed, with the same number. 403
    `confirmation_needed` (send `code`) or `not_allowed`, 404 `no_certificate`, 409
    `paper_not_ready`, `paper_being_signed`, `inspection_step_first`, `inspection_unheard` (send
    `unheard`) or `adhoc_plan_needed` (send `emergency`), 422 `passphrase_wrong`, `code_wrong`, `code_used_up`,
    `certificate_refused` or `decision_not_issuable`, 429 `passphrase_tries` or `too_many_tries`.
    """
    return await decisions.sign(document_id, data, request.user, _address(request))


@post(
    "/decisions/{document_id:uuid}/return",
    operation_id="returnProposal",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def send_back(
    request: AnyRequest, document_id: FromPath[UUID], data: JSONBody[ReturnProposal]
) -> DecisionOnPhone:
    """Send a proposal back to its officer with comments. 409: the code of the refused act."""
    async with transaction():
        outcome = await decisions.send_back(document_id, data.comments, request.user)
    return await _after(outcome, request, document_id)


@post(
    "/decisions/{document_id:uuid}/refuse",
    operation_id="refuseDecision",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def refuse(
    request: AnyRequest, document_id: FromPath[UUID], data: JSONBody[RefuseDecision]
) -> DecisionOnPhone:
    """Refuse a proposal, or give a draft up, for good. 403 `not_allowed`, 409 `paper_not_ready`."""
    async with transaction():
        outcome = await decisions.refuse(document_id, data.reason, request.user)
    return await _after(outcome, request, document_id)


async def _read(request: AnyRequest, document_id: UUID) -> DecisionOnPhone:
    async with transaction():
        return await decisions.read(document_id, request.user, _address(request))


async def _after(
    outcome: ledger.Outcome | None, request: AnyRequest, document_id: UUID
) -> DecisionOnPhone:
    """Raise a refusal after the transaction that keeps it; else show the paper as it is now."""
    if outcome is not None:
        ledger.unwrap(outcome)
    return await _read(request, document_id)


def _address(request: AnyRequest) -> str:
    return request.client.host if request.client else ""


HANDLERS = [get_choices, list_waiting, get_decision, get_preview, sign, send_back, refuse]
