"""Papers of records at the desk: listed, read, previewed, downloaded; the names that pages call.

owners.py       what a group registers             adapter.py    the acts, for its record handler
submitting.py   a finalised paper, for its looker
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.core import access_log, clock, database, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed
from backend.documents import content_hash, contents, previewing, public_checks, rendering
from backend.documents import service as documents
from backend.documents.desk_papers import shown
from backend.documents.drafts import Drafted
from backend.documents.drafts import of as drafts_of
from backend.documents.issuing import PaperNotReady
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import NamedPaper
from backend.documents.record_papers import (
    dispatching,
    drafting,
    judging,
    kept_numbers,
    owners,
    signers,
)
from backend.documents.record_papers import outside as outside
from backend.documents.record_papers import sealing as sealing
from backend.documents.record_papers.by_hand import compare as compare
from backend.documents.record_papers.by_hand import scan_of as scan_of
from backend.documents.record_papers.by_hand import take_scan as take_scan
from backend.documents.record_papers.dispatching import against as against_dispatch
from backend.documents.record_papers.dispatching import dispatch as dispatch
from backend.documents.record_papers.drafting import begin as begin
from backend.documents.record_papers.drafting import discard as discard
from backend.documents.record_papers.drafting import draft as draft
from backend.documents.record_papers.drafting import finalise as finalise
from backend.documents.record_papers.drafting import reopen as reopen
from backend.documents.record_papers.issuing import sign as sign
from backend.documents.record_papers.kept_numbers import KeptNumber as KeptNumber
from backend.documents.record_papers.kept_numbers import void as void_number
from backend.documents.record_papers.kept_numbers import waiting as kept
from backend.documents.record_papers.owners import Owned, Owner
from backend.documents.record_papers.signers import Signer
from backend.documents.rules import record_papers as rules
from backend.ledger import reading as ledger_reading
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.documents.record_papers import (
    RecordPaperAct,
    RecordPaperRow,
    RecordPaperState,
    RecordPaperView,
)

__all__ = [
    "KeptNumber",
    "OfRecord",
    "against_dispatch",
    "begin",
    "compare",
    "content",
    "discard",
    "dispatch",
    "draft",
    "drafts",
    "finalise",
    "kept",
    "laid_out_so",
    "of_record",
    "outside",
    "pdf",
    "preview",
    "qr",
    "read",
    "reopen",
    "scan_of",
    "sealing",
    "sign",
    "submitted_forms",
    "take_scan",
    "void_number",
    "waiting",
]

_SENT_WITHIN = timedelta(days=30)
"""For so long a signed paper that nobody sent is listed; a report may be handed over without it."""
_WAITS = [str(one) for one in rules.OPEN]


class OfRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The papers of one record, for the panel on its page."""

    kind: RecordKind
    record_id: UUID
    rows: list[RecordPaperRow]
    """Oldest first."""
    may_begin: list[tuple[str, Text]]
    """The forms on which this reader may begin a paper, with their titles."""


async def of_record(kind: RecordKind, record_id: UUID, actor: Actor) -> OfRecord:
    """Return the papers of a record in sight. Raises NotFound."""
    owner, owned = await drafting.in_sight(kind, record_id, actor)
    offered = [form for form in owner.forms if await owner.may_draft(owned, form, actor)]
    return OfRecord(
        kind=kind,
        record_id=record_id,
        rows=[_row(one) for one in await queries.of_record(record_id)],
        may_begin=[(form, _newest_title(form)) for form in offered],
    )


def submitted_forms(kind: RecordKind) -> frozenset[str]:
    """Return the forms whose papers go to approval once they are finalised, of this kind of record."""
    return owners.of(kind).submits


async def content(document_id: UUID, actor: Actor) -> tuple[str, int, dict[str, Any]]:
    """Return form, version and fields of a paper in sight, for the places that a comment names. Raises NotFound."""
    paper, _, _ = await drafting.seen(document_id, actor)
    return paper.form, paper.form_version, paper.fields


class Drafts(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as it is, with its drafts, the oldest first."""

    form: str
    version: int
    fields: dict[str, Any]
    drafts: list[Drafted]


async def drafts(document_id: UUID, actor: Actor) -> Drafts:
    """Return a paper in sight and its drafts, for a page that logs its reading. Raises NotFound."""
    paper, _, _ = await drafting.seen(document_id, actor)
    acts = await ledger_reading.of_types(paper.record_id, [RecordPaperAct.DRAFTED])
    return Drafts(
        form=paper.form,
        version=paper.form_version,
        fields=paper.fields,
        drafts=drafts_of(acts, document_id),
    )


_AT_ONCE = 20
"""Papers whose records are read together: a statement has at most 1664 columns."""


async def waiting(actor: Actor) -> list[RecordPaperRow]:
    """List papers in sight that wait for somebody, the longest waiting first, 200 at most.

    Among them those signed in the last 30 days that went to nobody yet.

    Raises NotAllowed for officers who see no papers.
    """
    if not actor.has(*(one for one in Role if one is not Role.ADMINISTRATOR)):
        raise NotAllowed
    since = clock.now() - _SENT_WITHIN
    listed = await queries.waiting(scope.record_papers(actor), _WAITS, since)
    found = []
    for at in range(0, len(listed), _AT_ONCE):
        some = listed[at : at + _AT_ONCE]
        async with database.at_once() as ask:
            owned = [
                ask(owners.of(one.record_kind).of_paper(one.record_id, one.id, actor))
                for one in some
            ]
        found += [_row(one) for one, it in zip(some, owned, strict=True) if it.result()]
    return found


async def read(document_id: UUID, actor: Actor, address: str | None) -> RecordPaperView:
    """Return a paper in sight to a person; logs the access. Raises NotFound."""
    paper, owner, owned = await drafting.seen(document_id, actor)
    await access_log.record(actor, "paper.page", paper.record_id, address=address)
    draft_or_final = paper.state in (RecordPaperState.DRAFT, RecordPaperState.FINAL)
    async with database.at_once() as ask:
        signing = ask(signers.shown(owned, owner, paper.form, actor, clock.today(), paper.fields))
        hindering = ask(_against(paper, owner, owned, actor))
        drafting_of = ask(owner.may_draft(owned, paper.form, actor))
        drafted = ask(queries.drafters(paper.id, paper.record_id))
        sent = ask(dispatching.sent(paper.id))
        kept_number = ask(kept_numbers.waits_with(paper.id)) if draft_or_final else None
        may_seal = ask(sealing.may_seal(paper, actor))
    signer, against = signing.result(), hindering.result()
    drafts, drafters = drafting_of.result(), drafted.result()
    schema = _schema(paper)
    named = (
        (signer.full_name, signer.office.title)
        if draft_or_final
        else (paper.issuer_name or "", paper.issuer_title or "")
    )
    return RecordPaperView(
        row=_row(paper),
        record_title=owned.title,
        record_opens=owned.opens,
        form_version=paper.form_version,
        fields=paper.fields,
        fields_hash=paper.fields_hash,
        content_mark=content_hash.mark(_content_sha256(paper)),
        signer_name=named[0],
        signer_title=named[1],
        findings=judging.findings(paper) if paper.state is RecordPaperState.DRAFT else [],
        against=against,
        **shown.signed(paper, paper),
        secret_recipient=rules.secret_recipient(schema, paper.fields),
        sent=sent.result(),
        kept_number=kept_number.result() if kept_number else None,
        may_edit=rules.may_edit(paper, actor, drafts),
        may_finalise=rules.may_edit(paper, actor, drafts),
        may_reopen=rules.may_reopen(paper, actor, drafts),
        may_sign=paper.state is RecordPaperState.FINAL and against is None,
        may_discard=rules.may_discard(paper, actor, drafts),
        may_scan=rules.may_scan(paper, actor),
        may_compare=rules.may_compare(paper, actor, drafters),
        may_seal=may_seal.result(),
        may_dispatch=dispatching.may_dispatch(paper, actor),
    )


async def _against(paper: NamedPaper, owner: Owner, owned: Owned, actor: Actor) -> Text | None:
    """Return why the reader cannot sign a finalised paper; None for a paper in another state."""
    if paper.state is not RecordPaperState.FINAL:
        return None
    own = await signers.of(owned, owner, paper.form, actor, clock.today())
    why = await judging.against(owned, owner, paper, own, actor)
    return why.text if why is not None else None


async def preview(
    document_id: UUID,
    actor: Actor,
    address: str | None,
    fields_hash: str | None = None,
    typed: dict[str, Any] | None = None,
) -> bytes:
    """Lay a draft or a finalised paper out as it would be signed, marked as a draft; logs the access.

    With a hash, only that content. `typed`: as if it said this, and nothing is saved. Raises NotFound,
    PaperNotReady, Invalid for more text than one file takes, TooManyPreviews. Call it outside of any transaction.
    """
    paper, owner, owned = await drafting.seen(document_id, actor)
    await access_log.record(actor, "paper.preview", paper.record_id, address=address)
    if fields_hash is not None and paper.fields_hash != fields_hash:
        raise PaperNotReady
    today = clock.today()
    fields = paper.fields if typed is None else typed
    signer: Signer = await signers.shown(owned, owner, paper.form, actor, today, fields)
    filled = contents.Filled(paper.form, paper.form_version, fields)
    try:
        return await previewing.laid_out(contents.content(filled, signer, draft=True), actor)
    except rendering.PaperTooLarge as error:
        raise Invalid from error


async def pdf(
    document_id: UUID, actor: Actor, address: str | None, *, signed_only: bool = False
) -> tuple[bytes, str]:
    """Return a numbered paper in sight as it was laid out, with the agency's seal if it has one, and a file name.

    `signed_only`: the officer's own file, without the seal. Logs the access. Raises NotFound,
    Unavailable.
    """
    paper, _, _ = await drafting.seen(document_id, actor)
    return await shown.pdf(paper, paper.record_id, actor, address, signed_only=signed_only)


async def qr(document_id: UUID, actor: Actor) -> str:
    """Return the address for checking a numbered paper, as a QR code in SVG. Raises NotFound."""
    paper, _, _ = await drafting.seen(document_id, actor)
    return shown.qr(paper)


async def laid_out_so(document_id: UUID, fields_hash: str, actor: Actor) -> bool:
    """Tell whether this officer has signed or printed the paper with this very content."""
    return shown.laid_out_so(await queries.named(document_id), fields_hash, actor)


def _content_sha256(paper: NamedPaper) -> str:
    return content_hash.of(paper.form, paper.form_version, paper.fields)


def _schema(paper: NamedPaper) -> dict[str, Any]:
    return documents.get_form(paper.form, paper.form_version)


def _newest_title(form: str) -> Text:
    return public_checks.form_names(form, documents.newest(form))


def _row(paper: NamedPaper) -> RecordPaperRow:
    return RecordPaperRow(
        **shown.row(paper, paper),
        title=public_checks.form_names(paper.form, paper.form_version),
        record_kind=paper.record_kind,
        record_id=paper.record_id,
        about=paper.about,
    )
