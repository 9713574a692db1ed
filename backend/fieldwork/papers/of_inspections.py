"""The minutes in force of an inspection as PDF, with their signatures.

They are laid out from the view that their reader has.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import public_checks
from backend.documents.layout import wording
from backend.fieldwork.inspections import clocks
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import issued_on
from backend.fieldwork.papers.on_site import place_in
from backend.fieldwork.papers.stored_files import LaidOut, SitePaper, file_of
from schemas.documents.papers import Letterhead, PaperContent, PaperSignature
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.words import InspectionState

_SUBMITTED = frozenset(
    {InspectionState.SUBMITTED, InspectionState.APPROVED, InspectionState.REFUSED}
)


async def pdf(inspection_id: UUID, actor: Actor, address: str | None) -> LaidOut:
    """Return the file of the minutes in force, after recording in the access log that they were read.

    Must not be called inside a transaction. Raises NotFound if the inspection is out of scope or
    has no minutes; PaperTooLong, Unavailable.
    """
    async with transaction():
        view = await inspections.read(inspection_id, actor, "print", address)
    made = await file_of(site_paper(view))
    paper = content(view)
    name = f"{paper.form} {paper.number or view.decision.number}".replace("/", "-")
    return LaidOut(file_name=f"{name}.pdf", pdf=made)


def site_paper(view: InspectionView) -> SitePaper:
    """Return the minutes in force with what their file shows. Raises NotFound if there are none.

    Numbered minutes are final; those of older phones, which have no number by an act, once they are submitted.
    """
    written = view.minutes
    if written is None:
        raise NotFound(what="minutes")
    hands = [item.id for item in view.signatures if item.in_force]
    return SitePaper(
        inspection_id=view.id,
        unit_id=view.unit_id,
        written=written.id,
        maker_id=written.officer_id,
        number=written.paper_number,
        content=content(view),
        content_sha256=written.content_sha256,
        signatures=hands,
        final=written.code is not None or (bool(hands) and view.state in _SUBMITTED),
    )


def content(view: InspectionView) -> PaperContent:
    """Return what is printed. Minutes that nobody has signed are marked as a draft.

    Minutes of older phones have no code and eight characters of the hash. Raises NotFound if there are no
    minutes.
    """
    written = view.minutes
    if written is None:
        raise NotFound(what="minutes")
    signatures = [
        PaperSignature(role=item.role, name=item.name, drawing=item.drawing, refusal=item.refusal)
        for item in view.signatures
        if item.in_force
    ]
    issuer = str(written.fields.get("agency") or view.unit_name_vi)
    day = issued_on.of_minutes(written.fields)
    return PaperContent(
        form=written.form,
        version=written.form_version,
        fields=written.fields,
        letterhead=Letterhead(
            superior=None,
            issuer=issuer,
            place=place_in(view.decision.place),
        ),
        number=written.paper_number or written.fields.get("number") or None,
        issued_on=day,
        signatures=signatures,
        short_hash=written.content_mark,
        code=written.code,
        verify_url=public_checks.qr_url(written.code) if written.code else None,
        statement=public_checks.statement(
            written.code,
            written.form,
            written.paper_number,
            day,
            issuer,
            written.content_sha256,
        ),
        clock=_clock(view),
        draft=not signatures,
    )


def _clock(view: InspectionView) -> str | None:
    """Return the line about the clock of the phone on which the minutes in force were written."""
    written = view.minutes.id if view.minutes else None
    act = next((one for one in view.acts if one.id == written), None)
    if act is None:
        return None
    said = clocks.of_paper(act.clock, act.verdicts.get("time"))
    return wording.clock_of(said.kind, said.off_s)
