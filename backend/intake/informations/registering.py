"""Takes information in: at the desk, and from the inbox of the public form.

    done = await registering.register(asked, actor)

Runs in the caller's transaction. Who informed and the text are sealed first (backend/intake/secrecy/sealing.py): plain
words of an informant reach neither an act nor a row.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.force.numbers import service as numbering
from backend.force.units import service as units
from backend.intake.informations import heading, routing
from backend.intake.queries import informations as queries
from backend.intake.queries import secrets as secret_queries
from backend.intake.queries.secrets import Sealing
from backend.intake.rules.facts import Information
from backend.intake.rules.routing import Handled
from backend.intake.secrecy import sealing
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome
from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.intake import acts
from schemas.intake.acts import About, Matter, Order
from schemas.intake.secrets import Account, Informant, Sealed
from schemas.intake.words import Channel, InformationAct, Nature, SecretKind

SERIES = {Nature.TIP: "TT", Nature.DENUNCIATION: "TC", Nature.COMPLAINT: "KN"}
"""The sequence of each register: thông tin, tố cáo, khiếu nại."""
_NOBODY = Informant()


class Registering(Wire):
    """What an officer enters of an information that came in.

    `informant` and `account` are sealed, and not kept as typed.
    """

    nature: Nature
    source: InformationSource
    channel: Channel
    received_at: datetime
    matter: Matter
    informant: Informant = _NOBODY
    account: str = ""
    informant_secret: bool = True
    wants_answer: bool = True
    unit_id: UUID | None = None
    """Null: the officer's own unit. Without effect for information about officers."""
    named_officers: list[UUID] = msgspec.field(default_factory=list)
    of_unnamed_officer: bool = False
    """It is about an officer, and nobody here knows who: it is for the auditors of the nation alone."""
    collaborator: str | None = None
    order: Order | None = None
    about: About | None = None
    link: str | None = None
    """Where the media said it, as text."""
    several_places: bool = False
    """Of an order: see schemas.intake.acts.Registered."""


class Received(Wire):
    """What the worker takes from the inbox of the public form: sealed already, and not yet written for the work."""

    id: UUID
    """The row of the inbox; the information is registered once for it."""
    received_at: datetime
    unit_id: UUID
    nature: Nature
    matter: Matter
    """The summary is the service's own sentence ("Phản ánh qua cổng …"), until an officer writes one."""
    sealed: list[Sealed]
    identity_known: bool
    wants_answer: bool
    named_officers: list[UUID] = msgspec.field(default_factory=list)
    of_unnamed_officer: bool = False


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of registering: the record, its number, and the door's outcome."""

    id: UUID
    number: str
    unit_id: UUID
    outcome: Outcome


async def register(
    asked: Registering,
    actor: Actor,
    *,
    information_id: UUID | None = None,
    earlier: Sequence[str] = (),
) -> Done:
    """Register information that an officer took in. A refusal is in the outcome.

    A phone makes the record's id itself, and may bring accounts that were sealed `earlier` than the last one.
    Raises NotFound (unit, officer), InformantsKeyMissing.
    """
    sealed: list[Sealed] = [sealing.seal_account(Account(text=one)) for one in earlier]
    if not asked.informant.anonymous or asked.informant.note:
        sealed.append(sealing.seal_informant(asked.informant))
    if asked.account.strip():
        sealed.append(sealing.seal_account(Account(text=asked.account.strip())))
    own = actor.unit.unit_1 if asked.of_unnamed_officer else actor.unit.unit_id
    unit_id = await unit_for(asked.named_officers, asked.unit_id or own)
    return await _record(
        information_id or new_id(),
        sealed,
        actor,
        unit_id=unit_id,
        nature=asked.nature,
        source=asked.source,
        channel=asked.channel,
        received_at=asked.received_at,
        matter=asked.matter,
        identity_known=not asked.informant.anonymous,
        informant_secret=asked.informant_secret,
        wants_answer=asked.wants_answer,
        named_officers=asked.named_officers,
        of_unnamed_officer=asked.of_unnamed_officer,
        collaborator=asked.collaborator or None,
        order=asked.order,
        about=asked.about,
        link=asked.link or None,
        by_head=await _by_head(unit_id, asked, actor),
        several_places=asked.several_places,
    )


async def _by_head(unit_id: UUID, asked: Registering, actor: Actor) -> bool:
    """Tell whether who takes it in heads the unit that handles it."""
    standing = await units.standing(unit_id)
    if standing is None:
        return False
    handled = Handled(standing[0], asked.of_unnamed_officer)
    return await heading.is_head(handled, asked.named_officers, actor)


async def register_from_public(received: Received, actor: Actor) -> Done | None:
    """Register what came by the public form, as the service officer; None if it was registered before.

    `actor` is the service officer with the face "public". Raises NotFound (unit, officer).
    """
    if await queries.of_public(received.id) is not None:
        return None
    unit_id = await unit_for(received.named_officers, received.unit_id)
    about = About(against=received.matter.summary) if received.nature is Nature.COMPLAINT else None
    return await _record(
        new_id(),
        received.sealed,
        actor,
        unit_id=unit_id,
        nature=received.nature,
        source=InformationSource.TIP,
        channel=Channel.PUBLIC_FORM,
        received_at=received.received_at,
        matter=received.matter,
        identity_known=received.identity_known,
        informant_secret=True,
        wants_answer=received.wants_answer,
        named_officers=received.named_officers,
        of_unnamed_officer=received.of_unnamed_officer,
        about=about,
        public_id=received.id,
    )


async def register_part(information_id: UUID, content: acts.Registered, actor: Actor) -> Outcome:
    """Register a record that came of another one: forwarded to a unit, or a part of what was split."""
    written = ledger.desk_act(
        RecordKind.INFORMATION, information_id, InformationAct.REGISTERED, content, actor
    )
    return await ledger.record(written, actor)


async def unit_for(named_officers: Sequence[UUID], wanted: UUID) -> UUID:
    """Return which unit handles it: of information about officers the one above them. Raises NotFound."""
    if not named_officers:
        return wanted
    return (await routing.require_handled(named_officers)).path.unit_id


async def number_of(nature: Nature, unit_id: UUID) -> str:
    """Take the next number of a unit's register of this nature. Raises NotFound for a unit that is not in force."""
    code = await queries.unit_code(unit_id)
    if code is None:
        raise NotFound(what="unit")
    series, year = SERIES[nature], local_time.day_of(clock.now()).year
    issuer = numbering.Issuer(kind="unit", id=unit_id)
    taken = await numbering.take(issuer, series, year, new_id())
    return f"{numbering.unit_number_text(series, taken.number, code)}-{year}"


async def _record(
    information_id: UUID, sealed: Sequence[Sealed], actor: Actor, **said: Any
) -> Done:
    number = await number_of(said["nature"], said["unit_id"])
    content = acts.Registered(
        number=number,
        sealed=[sealing.ref(one) for one in sealed],
        **({"collaborator": None, "order": None, "origin": None, "about": None} | said),
    )
    outcome = await register_part(information_id, content, actor)
    if isinstance(outcome, Accepted):
        await keep(information_id, sealed, actor)
    return Done(id=information_id, number=number, unit_id=said["unit_id"], outcome=outcome)


async def copies(information_id: UUID, facts: Information) -> list[Sealed]:
    """Return the secrets of an information, each under a new id, for a record that comes of it.

    The ciphertexts are the same: nobody has to open them for that.
    """
    found: list[Sealed] = []
    for kind in SecretKind:
        for one in await secret_queries.of_kind(information_id, kind):
            named = facts.sealed.get(one.id)
            if named is not None:
                found.append(
                    Sealed(
                        id=new_id(),
                        kind=kind,
                        sealed=one.sealed,
                        hash=named.hash,
                        recipient=one.recipient,
                        matches=tuple(one.matches),
                        media_type=one.media_type,
                    )
                )
    return found


async def keep(information_id: UUID, sealed: Sequence[Sealed], actor: Actor) -> None:
    """Write sealed secrets beside their information, whose act names them."""
    kept = [
        Sealing(
            id=one.id,
            kind=one.kind,
            sealed=one.sealed,
            recipient=one.recipient,
            matches=one.matches,
            media_type=one.media_type,
        )
        for one in sealed
    ]
    await secret_queries.insert(information_id, kept, actor.officer_id)
