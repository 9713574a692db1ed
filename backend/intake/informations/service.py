"""Informations as pages and other groups use them.

    page = await informations.page(actor, Filters(state="received"))
    view = await informations.read(information_id, actor, address)
    outcome = await informations.act(information_id, acts.Closed(reason="…"), actor)

Every function runs in the caller's transaction. Acts that begin other records (forwarded, split) have functions of
their own: forward(), split(). What is sealed is opened by backend/intake/opening/service.py alone.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

import msgspec

from backend.casework.cases import service as cases
from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import Invalid, NotFound
from backend.documents.rules import scans as scan_rules
from backend.documents.scans import ScanWrong
from backend.fieldwork.inspections import service as inspections
from backend.force.queries import officer_names
from backend.force.units import service as units
from backend.intake.informations import approving, events, handler, papers, registering, views
from backend.intake.informations.listing import COLUMN as COLUMN
from backend.intake.informations.listing import PAGE as PAGE
from backend.intake.informations.listing import SIMILAR as SIMILAR
from backend.intake.informations.listing import Filters as Filters
from backend.intake.informations.listing import board as board
from backend.intake.informations.listing import figures as figures
from backend.intake.informations.listing import listed as listed
from backend.intake.informations.listing import may_count as may_count
from backend.intake.informations.listing import may_register as may_register
from backend.intake.informations.listing import page as page
from backend.intake.informations.listing import sees_any as sees_any
from backend.intake.informations.listing import total as total
from backend.intake.informations.suggesting import suggestions as suggestions
from backend.intake.informations.verifying import candidates as candidates
from backend.intake.informations.verifying import named_in as named_in
from backend.intake.queries import informations as queries
from backend.intake.queries.lists import MOST_COUNTED as MOST_COUNTED
from backend.intake.rules import line
from backend.intake.secrecy import sealing
from backend.ledger import service as ledger
from backend.ledger.opened import Opened, mark_of
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.approvals.submissions import Submitted
from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.intake import acts, proceedings
from schemas.intake.acts import INFORMATION_CONTENTS, Matter, Origin, Verifier
from schemas.intake.secrets import Sealed
from schemas.intake.views import InformationView
from schemas.intake.words import InformationAct, Linked, Nature

TYPES: dict[type[Wire], InformationAct] = {
    kind: InformationAct(name) for name, kind in INFORMATION_CONTENTS.items()
}


async def view(information_id: UUID, actor: Actor) -> InformationView:
    """Return one information as its page shows it. Raises NotFound, also out of sight."""
    async with at_once() as ask:
        sight, there = (
            ask(queries.in_sight(information_id, actor)),
            ask(handler.present(information_id)),
        )
    state, story = there.result(), await events.story_of(information_id)
    if sight.result() is None or state is None or story is None:
        raise NotFound(what="information")
    return await views.whole(state, story, actor)


async def read(information_id: UUID, actor: Actor, address: str | None) -> InformationView:
    """Return one information for a person to read, and log the access. Raises NotFound."""
    found = await view(information_id, actor)
    await opened(found, actor, address)
    return found


async def opened(seen: InformationView, actor: Actor, address: str | None) -> None:
    """Log that a person reads an information; after all that its page asks, as each write makes all be read again."""
    await access_log.record(actor, "information.page", seen.id, address=address)


async def require_sight(information_id: UUID, actor: Actor) -> None:
    """Raise NotFound for an information that does not exist or is out of sight."""
    if await queries.in_sight(information_id, actor) is None:
        raise NotFound(what="information")


async def id_of(number: str, actor: Actor) -> UUID | None:
    """Find the information in sight with this number."""
    found = await queries.numbered(number.strip(), actor)
    return found.id if found else None


async def numbers_of(ids: Iterable[UUID], actor: Actor) -> dict[UUID, str]:
    """Return the numbers of those of these informations that are in sight, in the order given."""
    asked = list(dict.fromkeys(ids))
    if not asked:
        return {}
    found = {one.id: one.number for one in await queries.all_in_sight(asked, actor)}
    return {one: found[one] for one in asked if one in found}


async def of_record(record_id: UUID, actor: Actor) -> dict[UUID, str]:
    """Return the numbers of the informations in sight that are linked to a case or an inspection."""
    linked = [one.information_id for one in await queries.linked_to(record_id)]
    return await numbers_of(linked, actor)


async def said_of(record_ids: Sequence[UUID], actor: Actor) -> dict[UUID, str]:
    """Return the words of the information in sight on which each record rests: its summary, never a secret."""
    return await queries.said_of(record_ids, actor) if record_ids else {}


async def paper_subject(information_id: UUID, document_id: UUID) -> Submitted | None:
    """Return as what a paper of an information is submitted for approval; None if it never is."""
    return await approving.subject_of(information_id, document_id)


async def sees_paper(subject: Submitted, actor: Actor) -> bool:
    """Tell whether an officer sees a paper that was submitted: also who answers a step of its approval."""
    document_id = subject.item_id or subject.record_id
    return await papers.OWNER.of_paper(subject.record_id, document_id, actor) is not None


async def sees(information_id: UUID, actor: Actor) -> bool:
    """Tell whether an information is in sight. Nothing of it is read."""
    return await queries.in_sight(information_id, actor) is not None


class Grounds(msgspec.Struct, frozen=True, kw_only=True):
    """Informations on which a proposal or a file rests, as the first act of a case names them."""

    ids: list[UUID]
    ordered: bool
    """By one of them a superior has one party inspected at several places: the result is reported (Arts 13.4, 20.2)."""
    basis: str
    """In Vietnamese, for the proposal: their numbers, and nothing of what they say."""


async def grounds(information_ids: Sequence[UUID], actor: Actor) -> Grounds:
    """Return informations in sight as grounds. Raises NotFound for one that is not."""
    found = []
    for one in information_ids:
        await require_sight(one, actor)
        facts = await events.facts_of(one)
        if facts is None:
            raise NotFound(what="information")
        found.append(facts)
    numbers = ", ".join(one.number for one in found)
    return Grounds(
        ids=[one.id for one in found],
        ordered=any(one.reports_to_superior for one in found),
        basis=f"Thông tin số {numbers}.",
    )


async def act(
    information_id: UUID, content: Wire, actor: Actor, opened: Opened | None = None
) -> Outcome:
    """Record one more act of an information in sight. Raises NotFound; a refusal is in the outcome."""
    await require_sight(information_id, actor)
    if isinstance(content, acts.Merged):
        await queries.lock_in_order([information_id, content.into])
    if isinstance(content, acts.Withdrawn):
        facts = await events.facts_of(information_id)
        formal = facts is not None and facts.nature is not Nature.TIP
        content = msgspec.structs.replace(content, awaits_decision=formal)
    return await _record(information_id, content, actor, opened)


async def amend(information_id: UUID, content: acts.Amended, actor: Actor, mark: str) -> Outcome:
    """Write what the information is about again, from a form that was opened with what this marks. Raises NotFound."""

    async def now() -> str:
        facts = await events.facts_of(information_id)
        return mark_of(facts.matter) if facts else ""

    opened = Opened(mark=mark, made=mark_of(content.matter), now=now)
    return await act(information_id, content, actor, opened)


async def _record(
    information_id: UUID, content: Wire, actor: Actor, opened: Opened | None = None
) -> Outcome:
    kind = TYPES[type(content)]
    written = ledger.desk_act(RecordKind.INFORMATION, information_id, kind, content, actor)
    return await ledger.record(written, actor, opened)


class AttachmentTooLarge(Invalid):
    """A scan or photograph that is sealed beside an information has at most 12 MB."""

    code = "attachment_too_large"
    text_vi = "Tệp lớn hơn 12 MB. Hãy quét lại ở 300 dpi, thang xám, hoặc chia thành nhiều tệp."
    text_en = (
        "The file is larger than 12 MB. Scan it again at 300 dpi, in grey, or in several files."
    )


def scan_sealed(data: bytes, *, names_informant: bool) -> Sealed:
    """Seal a scan or photograph that an officer brings: a PDF or a JPEG. Raises ScanWrong, AttachmentTooLarge.

    One that names who informed, e.g. their letter, is opened as who informed: verifiers do not open it.
    """
    if len(data) > sealing.MOST_BYTES:
        raise AttachmentTooLarge(code=AttachmentTooLarge.code)
    if wrong := scan_rules.fault(data):
        raise ScanWrong(wrong)
    kind = scan_rules.media_type(data) or scan_rules.PDF
    return sealing.seal_attachment(data, f"{kind}{line.NAMING}" if names_informant else kind)


async def supplement(
    information_id: UUID, sealed: Sequence[Sealed], reason: str, actor: Actor
) -> Outcome:
    """Add what the informant told later, sealed already. Raises NotFound."""
    content = acts.Supplemented(sealed=[sealing.ref(one) for one in sealed], reason=reason)
    outcome = await act(information_id, content, actor)
    if isinstance(outcome, Accepted):
        await registering.keep(information_id, sealed, actor)
    return outcome


async def verifiers(officer_ids: Sequence[UUID]) -> list[Verifier]:
    """Return officers as an assignment names them. Raises NotFound."""
    names = await officer_names.of(officer_ids)
    if set(names) != set(officer_ids):
        raise NotFound(what="officer")
    return [Verifier(officer_id=one, full_name=names[one]) for one in officer_ids]


async def classify(
    information_id: UUID,
    nature: Nature,
    reason: str,
    actor: Actor,
    *,
    named_officers: Sequence[UUID] = (),
    about: acts.About | None = None,
    of_unnamed_officer: bool = False,
) -> Outcome:
    """Say that it is of another nature: it gets a number in that register. Raises NotFound."""
    await require_sight(information_id, actor)
    state = await handler.hold(information_id)
    if state is None:
        raise NotFound(what="information")
    unit_id = await registering.unit_for(named_officers, state.path.unit_id)
    content = acts.Classified(
        nature=nature,
        number=await registering.number_of(nature, unit_id),
        unit_id=unit_id,
        reason=reason,
        named_officers=list(named_officers),
        about=about,
        of_unnamed_officer=of_unnamed_officer,
    )
    return await _record(information_id, content, actor)


async def forward(
    information_id: UUID,
    to_unit_id: UUID,
    reason: str,
    actor: Actor,
    *,
    document_id: UUID | None = None,
) -> tuple[Outcome, UUID | None]:
    """Send it on to the unit that is competent, where it is a record of its own (Art 9.3). Raises NotFound.

    Returns the outcome and the new record. Its source there is the transfer of another unit; who informed goes with it
    and stays sealed.
    """
    await require_sight(information_id, actor)
    new = new_id()
    content = acts.Forwarded(
        to_unit_id=to_unit_id,
        to_unit=(await units.name_of(to_unit_id)).vi[:200],
        new_id=new,
        reason=reason,
        document_id=document_id,
    )
    outcome = await _record(information_id, content, actor)
    if isinstance(outcome, Refused):
        return outcome, None
    begun = await _begin(
        information_id, new, to_unit_id, actor, how="forwarded", source=InformationSource.TRANSFER
    )
    return begun if isinstance(begun, Refused) else outcome, new


async def split(
    information_id: UUID, parts: Sequence[Matter], reason: str, actor: Actor
) -> tuple[Outcome, list[UUID]]:
    """Divide an information that says several things: each part goes on as a record of its own. Raises NotFound."""
    await require_sight(information_id, actor)
    state = await handler.hold(information_id)
    if state is None:
        raise NotFound(what="information")
    unit_id, ids = state.path.unit_id, [new_id() for _ in parts]
    outcome = await _record(information_id, acts.Split(parts=ids, reason=reason), actor)
    if isinstance(outcome, Refused):
        return outcome, []
    for ident, matter in zip(ids, parts, strict=True):
        begun = await _begin(information_id, ident, unit_id, actor, how="split", matter=matter)
        if isinstance(begun, Refused):
            return begun, []
    return outcome, ids


async def _begin(
    information_id: UUID,
    new: UUID,
    unit_id: UUID,
    actor: Actor,
    *,
    how: str,
    source: InformationSource | None = None,
    matter: Matter | None = None,
) -> Outcome:
    """Register what came of an information, with the same secrets."""
    facts = await events.facts_of(information_id)
    if facts is None:
        raise NotFound(what="information")
    sealed = await registering.copies(information_id, facts)
    content = acts.Registered(
        number=await registering.number_of(facts.nature, unit_id),
        unit_id=unit_id,
        nature=facts.nature,
        source=source or facts.source,
        channel=facts.channel,
        received_at=clock.now() if source else facts.received_at,
        matter=matter or facts.matter,
        identity_known=facts.identity_known,
        informant_secret=facts.informant_secret,
        wants_answer=facts.wants_answer,
        sealed=[sealing.ref(one) for one in sealed],
        named_officers=facts.named_officers,
        order=facts.order,
        origin=Origin(
            how="forwarded" if how == "forwarded" else "split",
            information_id=information_id,
            number=facts.number,
        ),
        about=facts.about,
        of_unnamed_officer=facts.of_unnamed_officer,
        several_places=facts.several_places,
    )
    by_the_system = msgspec.structs.replace(actor, face="job")
    outcome = await registering.register_part(new, content, by_the_system)
    if isinstance(outcome, Accepted):
        await registering.keep(new, sealed, actor)
    return outcome


async def link(
    information_id: UUID, kind: Linked, number: str, reason: str, actor: Actor
) -> Outcome:
    """Link it with a case, an inspection or another information in sight, by its number. Raises NotFound."""
    found = await _numbered(kind, number.strip(), actor)
    if found is None:
        raise NotFound(what=kind)
    content = acts.LinkMade(kind=kind, record_id=found, number=number.strip(), reason=reason)
    return await act(information_id, content, actor)


async def _numbered(kind: Linked, number: str, actor: Actor) -> UUID | None:
    match kind:
        case Linked.CASE:
            return await cases.id_of(number, actor)
        case Linked.INSPECTION:
            found = await queries.inspection_numbered(number)
            return found if found and await inspections.sees(found, actor) else None
        case Linked.INFORMATION:
            return await id_of(number, actor)


async def merge(information_id: UUID, number: str, reason: str, actor: Actor) -> Outcome:
    """Let it go up in another information in sight, by that one's number. Raises NotFound."""
    into = await id_of(number, actor)
    if into is None:
        raise NotFound(what="information")
    return await act(
        information_id, acts.Merged(into=into, number=number.strip(), reason=reason), actor
    )


async def grant(information_id: UUID, asked_by: UUID, actor: Actor) -> Outcome:
    """Let an officer outside the line look at who informed, for a day (practice B6). Raises NotFound."""
    content = proceedings.IdentityGranted(asked_by=asked_by, until=clock.now() + line.GRANTED_FOR)
    return await act(information_id, content, actor)
