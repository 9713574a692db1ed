"""The maker's own digital signature under minutes, or under a paper made on site.

    paper = await maker_signing.ready(inspection_id, written, seen, actor)
    await maker_signing.sign(inspection_id, written, seen, passphrase, actor)

The paper has its number and its hand signatures already; the certificate's signature (PAdES) goes
over them. Only the officer who made the paper signs it so, at the desk or on a phone with a signal.
With a token in his own computer it is signed_outside.py.
"""

from uuid import UUID

import msgspec

from backend.core import access_log, clock
from backend.core.actors import Actor, at_the_server
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.documents import content_hash, public_checks
from backend.documents.signing import service as signing
from backend.fieldwork.inspections import on_site as site_papers
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.inspections import site_file_faults, site_file_views
from backend.fieldwork.papers import of_inspections, on_site, stored_files
from backend.fieldwork.papers.stored_files import SitePaper
from backend.fieldwork.queries import site_paper_files as queries
from backend.fieldwork.rules import site_files as rules
from backend.fieldwork.texts.inspections import refusal
from backend.force.accounts import service as accounts
from backend.ledger import service as ledger
from schemas.core.problems import Text
from schemas.documents.papers import PaperContent
from schemas.fieldwork import site_paper_files as acts
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.words import ActType, FileKind

FIELD = "NguoiLap"
"""The name of the signature's field in the PDF."""


async def find(inspection_id: UUID, written: UUID, actor: Actor) -> SitePaper:
    """Return minutes in force, or a paper in its last writing, of an inspection in sight.

    Raises NotFound; RefusedAct if another writing took its place.
    """
    view = await inspections.inspection_view(inspection_id, actor)
    if view.minutes is not None and view.minutes.id == written:
        return of_inspections.site_paper(view)
    paper = next((one for one in view.documents if one.written == written), None)
    if paper is not None:
        return on_site.site_paper(await site_papers.find(paper.id, actor))
    known = await queries.written(inspection_id, written)
    if known is None:
        raise NotFound(what="document")
    raise refused(rules.signing_fault(known, actor.officer_id) or "site_paper_replaced")


def refused(code: str) -> RefusedAct:
    """Make the error for a refusal that is known before anything is laid out."""
    why = refusal(code)
    return RefusedAct(code=why.code, text=why.text)


async def ready(inspection_id: UUID, written: UUID, seen: str, actor: Actor) -> SitePaper:
    """Return the paper that this officer may sign now, just as it was seen.

    Raises NotFound, RefusedAct.
    """
    paper = await find(inspection_id, written, actor)
    if why := await site_file_faults.of_signing(inspection_id, written, actor):
        raise refused(why)
    if rules.seen(paper.content_sha256, paper.signatures) != seen:
        raise refused("site_paper_changed")
    return paper


async def signable(inspection_id: UUID, written: UUID, actor: Actor) -> acts.SignableView:
    """Tell whether the reader may sign a paper as its maker, and with what. Raises NotFound, RefusedAct."""
    paper = await find(inspection_id, written, actor)
    code = await site_file_faults.of_signing(inspection_id, written, actor)
    on_phone = actor.face == "phone"
    certificate = next(
        (
            row
            for row in await signing.list_of(actor.officer_id)
            if row.kind != "outside" and signing.standing(row, clock.now()) == "valid"
        ),
        None,
    )
    content = paper.content
    return acts.SignableView(
        written=written,
        form=content.form,
        form_name=public_checks.form_names(content.form, content.version),
        number=content.number,
        seen=rules.seen(paper.content_sha256, paper.signatures),
        content_mark=content.short_hash or content_hash.mark(paper.content_sha256),
        may_sign=code is None,
        why=refusal(code).text if code else None,
        certificate=certificate.subject if certificate else None,
        certificate_until=certificate.valid_to if certificate else None,
        files=await site_file_views.of_inspection(inspection_id),
        code_needed=on_phone and not await accounts.confirmed_phone(actor),
    )


def to_sign(view: InspectionView, actor: Actor) -> set[UUID]:
    """Return which writings of an inspection the reader made and may sign, for links to the page."""
    signed = {one.written for one in view.paper_files if one.kind is FileKind.SIGNED}
    mine = {
        one.written
        for one in view.documents
        if one.officer_id == actor.officer_id and one.number is not None
    }
    minutes = view.minutes
    if minutes is not None and minutes.officer_id == actor.officer_id and minutes.paper_number:
        mine.add(minutes.id)
    return mine - signed


async def preview(inspection_id: UUID, written: UUID, actor: Actor, address: str | None) -> bytes:
    """Return the pages that the maker would sign; logs the access.

    Raises NotFound, RefusedAct if this officer may not sign them, PaperTooLong.
    """
    paper = await find(inspection_id, written, actor)
    if why := await site_file_faults.of_signing(inspection_id, written, actor):
        raise refused(why)
    async with transaction():
        await access_log.record(actor, "document.preview", inspection_id, address=address)
    return await stored_files.laid_out(as_signed(paper, actor))


async def sign(
    inspection_id: UUID, written: UUID, seen: str, passphrase: str, actor: Actor
) -> None:
    """Sign a paper with the maker's certificate on this server; opens its transactions itself.

    Raises NotFound, RefusedAct if it is not as it was seen or may not be signed by this officer now,
    PaperTooLong, what opening the certificate raises, Unavailable. Then nothing is entered.
    """
    paper = await ready(inspection_id, written, seen, actor)
    opened = await signing.open_certificate(actor.officer_id, passphrase)
    content = as_signed(paper, actor)
    pages = await stored_files.laid_out(content)
    reason, place = _reason(content), content.letterhead.place
    made = await signing.sign_pdf(pages, opened, reason, place, FIELD)
    await enter(paper, made.data, str(made.level), opened.facts.fingerprint, actor)


async def sign_on_phone(
    inspection_id: UUID, written: UUID, asked: acts.SignSitePaper, actor: Actor, address: str
) -> None:
    """Sign a paper from a phone, as sign() does; a repeat changes nothing.

    A phone's session lasts for weeks, so a one-time code is asked besides the passphrase, as for a
    decision (decision_papers/on_phone.py). Raises what sign() and accounts.confirm_phone() raise.
    """
    if await signed_so(inspection_id, written, actor):
        return
    await ready(inspection_id, written, asked.seen, actor)
    await accounts.confirm_phone(actor, asked.code, address)
    await sign(inspection_id, written, asked.seen, asked.passphrase, actor)


async def enter(
    paper: SitePaper,
    data: bytes,
    level: str,
    certificate: str,
    actor: Actor,
    *,
    outside: bool = False,
) -> None:
    """Store a signed file and record it as the paper's. Raises RefusedAct, Unavailable."""
    kept = await stored_files.stored(paper, data, certificate)
    act = acts.SitePaperSigned(
        **msgspec.structs.asdict(kept),
        signature_level=level,
        signer=actor.full_name,
        outside=outside,
        device_id=actor.device_id,
    )
    # The server makes the act, also for a phone: what a phone makes itself bears its own signature.
    maker = at_the_server(actor)
    async with transaction():
        outcome = await stored_files.record(paper, ActType.SITE_PAPER_SIGNED, act, maker)
    ledger.unwrap(outcome)


async def signed_so(inspection_id: UUID, written: UUID, actor: Actor) -> bool:
    """Tell whether this officer has signed the paper: a repeated press of the button is no fault."""
    known = await queries.written(inspection_id, written)
    return known is not None and known.signed and known.maker_id == actor.officer_id


def as_signed(paper: SitePaper, actor: Actor) -> PaperContent:
    """Return what is printed when the maker signs: the foot says whose signature the file bears."""
    said = f"Tệp PDF có chữ ký số của người lập: {actor.full_name}."
    return msgspec.structs.replace(paper.content, seal=said)


def _reason(content: PaperContent) -> str:
    name: Text = public_checks.form_names(content.form, content.version)
    return f"Người lập ký {name.vi} số {content.number}"
