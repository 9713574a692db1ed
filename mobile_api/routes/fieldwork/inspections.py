"""Lets a phone read inspections and forms, and synchronise."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Request, Response, get
from litestar.params import FromPath, HeaderParameter, QueryParameter

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import forms
from backend.exchange.sync import service as sync_service
from backend.fieldwork.decision_papers import service as decision_papers
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.inspections.service import Filters
from backend.force.accounts import service as accounts
from mobile_api.zipping import ZIPPED
from schemas.exchange.sync import SyncPage
from schemas.fieldwork.inspections import InspectionPage, InspectionView
from schemas.force.phone_facts import HEADER


@get("/sync", operation_id="getSync", middleware=[ZIPPED])
async def get_sync(
    request: Request[Actor, Any, Any],
    cursor: Annotated[str | None, QueryParameter(max_length=300)] = None,
    unsent: Annotated[int | None, QueryParameter(ge=0, le=1_000_000)] = None,
    said: Annotated[str | None, HeaderParameter(name=HEADER)] = None,
) -> SyncPage:
    """Return all that this officer must have on the phone; with a cursor, what changed since.

    410 `cursor_expired`. `unsent`: how many acts and photographs the server has not stored yet. The
    desk then sees which officers must come into a signal. The header says more of the phone
    (PhoneFacts); one that cannot be read is passed over.
    """
    actor = request.user
    if actor.device_id is None:
        raise NotFound
    await accounts.note_phone(actor, said, unsent)
    return await sync_service.sync(actor, actor.device_id, cursor)


@get("/inspections", operation_id="listInspections")
async def list_inspections(
    request: Request[Actor, Any, Any],
    cursor: Annotated[str | None, QueryParameter(max_length=300)] = None,
    in_state: Annotated[str | None, QueryParameter(name="state", max_length=20)] = None,
) -> InspectionPage:
    """Return a page of 50 inspections in the reader's scope, newest first."""
    filters = Filters(states=(in_state,) if in_state else ())
    address = request.client.host if request.client else None
    return await inspections.search(request.user, filters, cursor, address=address)


@get("/inspections/{inspection_id:uuid}", operation_id="getInspection")
async def get_inspection(
    request: Request[Actor, Any, Any], inspection_id: FromPath[UUID]
) -> InspectionView:
    """Return a whole inspection, with what the server has of every photograph.

    The reading is recorded.
    """
    address = request.client.host if request.client else None
    async with transaction():
        return await inspections.read(inspection_id, request.user, "phone", address)


@get(
    "/inspections/{inspection_id:uuid}/decision-papers/{document_id:uuid}/file",
    operation_id="getDecisionPaperFile",
    media_type="application/octet-stream",
)
async def get_decision_paper_file(
    request: Request[Actor, Any, Any], inspection_id: FromPath[UUID], document_id: FromPath[UUID]
) -> Response[bytes]:
    """Return the signed file of a decision's paper: a PDF, or the scan of a sheet signed by hand.

    Its hash, size and type are those that the inspection names. The reading is recorded.
    """
    address = request.client.host if request.client else None
    found = await decision_papers.signed_file(inspection_id, document_id, request.user, address)
    return Response(
        found.data,
        media_type=found.media_type,
        headers={"content-disposition": "attachment", "cache-control": "no-store"},
    )


@get("/forms/{form:str}/{version:int}", operation_id="getForm")
async def get_form(form: FromPath[str], version: FromPath[int]) -> dict[str, Any]:
    """Return a version of a form as JSON Schema 2020-12, with labels in both languages under `x-label`."""
    try:
        return forms.sent(form, version)
    except forms.FormUnknown as error:
        raise NotFound(what="form") from error
