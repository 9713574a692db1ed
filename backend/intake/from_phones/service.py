"""Registers what officers took in on site, and takes the photographs that come after it.

    done = await from_phones.register(information_id, asked, actor)
    there = await from_phones.receive(information_id, attachment_id, 0, data, sha256, actor)

The phone sealed who informed and what was said, so that its disk and its files hold them sealed. What reaches the
ledger is what the desk writes: sealed anew under the key in use, with keyed hashes that only this server makes
(decision 0063). Opening within registering is no look: nobody reads it. All runs in the caller's transaction.
"""

import asyncio
import base64
import binascii
import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from backend.core import clock, keys, typed_text
from backend.core.actors import Actor, at_the_server
from backend.core.errors import Invalid, NotFound
from backend.core.informants_key import SecretUnreadable
from backend.intake.from_phones.errors import (
    AttachmentUnreadable,
    InformationDiffers,
    PieceWrong,
    SealedUnreadable,
)
from backend.intake.informations import events, registering
from backend.intake.informations.registering import Registering
from backend.intake.queries import arrivals as queries
from backend.intake.queries import secrets as secret_queries
from backend.intake.queries.arrivals import Arrival
from backend.intake.secrecy import sealing
from backend.intake.texts import from_phones as texts
from backend.ledger import reading as ledger_reading
from backend.ledger import service as ledger
from media.sniff import HEAD_BYTES, sniff
from schemas.casework.words import InformationSource
from schemas.core.ids import is_version_7
from schemas.core.vocabulary import RecordKind
from schemas.intake import acts
from schemas.intake.from_phones import (
    PIECE_BYTES,
    AttachmentProgress,
    InformationTaken,
    OwnInformation,
    RegisterInformation,
    SealedText,
)
from schemas.intake.secrets import Account, Informant
from schemas.intake.words import Channel, InformationAct, SecretKind

SHOWN_FOR = timedelta(days=90)
"""How long a phone lists what its officer registered; changes are kept as long."""
_Told = TypeVar("_Told", Informant, Account)
_Said = TypeVar("_Said")


async def register(
    information_id: UUID, asked: RegisterInformation, actor: Actor
) -> InformationTaken:
    """Register it under the phone's id; a repeat is answered as the first time.

    Texts are cleaned as those typed at the desk: a mark that turns the direction of a text would be on every page that
    names a party, and on its papers.

    Raises RefusedAct with the reason of the one door, SealedUnreadable, SecretUnreadable, NotFound (an id of
    another record, an officer), InformationDiffers, InformantsKeyMissing.
    """
    if not is_version_7(information_id):
        raise Invalid(code="id_not_uuid7", text=texts.ID_NOT_UUID7)
    asked = _clean(asked)
    await queries.lock_id(information_id)
    if await queries.registered(information_id) is not None:
        return await _again(information_id, asked, actor)
    if await ledger_reading.is_begun(information_id):
        raise NotFound(what="information")
    at_server = at_the_server(actor)
    done = await registering.register(
        _registering(asked),
        at_server,
        information_id=information_id,
        earlier=_accounts(asked.sealed)[:-1],
    )
    ledger.unwrap(done.outcome)
    announced = [(one.id, one.key_id, one.sha256, one.size) for one in asked.attachments]
    if not await queries.announce(information_id, actor.officer_id, announced):
        raise InformationDiffers
    return await _taken(information_id, actor)


async def receive(
    information_id: UUID, attachment_id: UUID, n: int, data: bytes, sha256: str, actor: Actor
) -> AttachmentProgress:
    """Take one piece of a photograph; with the last one it is sealed beside the information.

    Sending a piece again changes nothing. If all are here and are not what was announced, they are dropped and asked
    for anew. Raises NotFound, PieceWrong, AttachmentUnreadable, SecretUnreadable, RefusedAct.
    """
    arrival = await queries.lock(attachment_id, information_id, actor.officer_id)
    if arrival is None:
        raise NotFound(what="attachment")
    if arrival.taken_at is not None:
        return AttachmentProgress(id=attachment_id, received=[], taken=True)
    whole, rest = divmod(arrival.size, PIECE_BYTES)
    count = whole + (rest > 0)
    wanted = PIECE_BYTES if n < whole else rest
    if not 0 <= n < count or len(data) != wanted or hashlib.sha256(data).hexdigest() != sha256:
        raise PieceWrong
    await queries.put_piece(attachment_id, n, data)
    here = await queries.pieces_of(attachment_id)
    if len(here) < count:
        return AttachmentProgress(id=attachment_id, received=here, taken=False)
    sealed = b"".join(await queries.bytes_of(attachment_id))
    if hashlib.sha256(sealed).hexdigest() != arrival.sha256:
        await queries.drop_pieces(attachment_id)
        return AttachmentProgress(id=attachment_id, received=[], taken=False)
    await _take(arrival, sealed, actor)
    return AttachmentProgress(id=attachment_id, received=[], taken=True)


async def is_registered(information_id: UUID, actor: Actor) -> bool:
    """Tell whether the actor registered it by phone; who registers it at this moment is waited for.

    Nobody else does so until the caller's transaction ends.
    """
    await queries.lock_id(information_id)
    return information_id in await registered_among([information_id], actor)


async def registered_among(information_ids: Sequence[UUID], actor: Actor) -> set[UUID]:
    """Return those of these ids under which the actor registered an information by phone."""
    return set(await queries.registered_among(list(information_ids), actor.officer_id))


async def own(actor: Actor) -> list[OwnInformation]:
    """List what the actor registered by phone and still sees, the newest first; nothing of what is sealed."""
    found = await queries.own(actor, clock.now() - SHOWN_FOR)
    return [OwnInformation(**msgspec.structs.asdict(one)) for one in found]


async def _take(arrival: Arrival, sealed: bytes, actor: Actor) -> None:
    """Seal a photograph beside its information, name it in an act, and forget its pieces."""
    try:
        data = await asyncio.to_thread(keys.current().informants.open, sealed)
    except SecretUnreadable as error:
        raise _unreadable(arrival.key_id, AttachmentUnreadable()) from error
    kind = sniff(data[:HEAD_BYTES])
    if kind is None or len(data) > sealing.MOST_BYTES:
        raise AttachmentUnreadable
    kept = await asyncio.to_thread(sealing.seal_attachment, data, kind, secret_id=arrival.id)
    content = acts.Supplemented(sealed=[sealing.ref(kept)], reason=texts.CAME_WITH)
    at_server = at_the_server(actor)
    act = ledger.desk_act(
        RecordKind.INFORMATION,
        arrival.information_id,
        InformationAct.SUPPLEMENTED,
        content,
        at_server,
    )
    ledger.unwrap(await ledger.record(act, at_server))
    await registering.keep(arrival.information_id, [kept], at_server)
    await queries.taken(arrival.id, clock.now())
    await queries.drop_pieces(arrival.id)


async def _again(
    information_id: UUID, asked: RegisterInformation, actor: Actor
) -> InformationTaken:
    """Answer what is registered already. Raises NotFound if not by this officer's phone, InformationDiffers."""
    known = await queries.registered(information_id)
    mine = known is not None and known.registered_by == actor.officer_id
    if known is None or not mine or known.channel is not Channel.APP:
        raise NotFound(what="information")
    story = await events.story_of(information_id)
    first = story.events[0].content if story else None
    if not isinstance(first, acts.Registered):
        raise NotFound(what="information")
    sent = {(one.id, one.sha256) for one in asked.attachments}
    here = await queries.arrivals_of(information_id, actor.officer_id)
    same = _open_part(_registering(asked, sealed=False)) == _open_part(_clean(first))
    if not same or {(one.id, one.sha256) for one in here} != sent:
        raise InformationDiffers
    if not await _told_the_same(information_id, first, asked):
        raise InformationDiffers
    return await _taken(information_id, actor)


def _open_part(said: Registering | acts.Registered) -> tuple[Any, ...]:
    """Return what an act says openly of what the phone sent, but for the time: a draft's is set right."""
    return (
        *(said.nature, said.source, said.matter, said.informant_secret, said.wants_answer),
        *(set(said.named_officers), said.of_unnamed_officer, said.collaborator or None),
        *(said.order, said.several_places, said.about, said.link or None),
    )


async def _told_the_same(
    information_id: UUID, first: acts.Registered, asked: RegisterInformation
) -> bool:
    """Tell whether who informed and what was said are what was registered; opened in memory, and shown to nobody.

    An officer who mended what somebody had brought in meanwhile would otherwise be told that it is registered. Without
    the key nothing can be compared, and it counts as the same.
    """
    kept: dict[str, list[bytes]] = {SecretKind.INFORMANT: [], SecretKind.ACCOUNT: []}
    try:
        for ref in first.sealed:
            one = await secret_queries.find(ref.id, information_id)
            if one is not None and one.kind in kept:
                kept[one.kind].append(keys.current().informants.open(one.sealed))
        told = _registering(asked)
        accounts = _accounts(asked.sealed)
    except SecretUnreadable:
        return True
    except SealedUnreadable:
        return False
    who = told.informant
    return (
        [_clean(msgspec.json.decode(one, type=Account)).text for one in kept[SecretKind.ACCOUNT]],
        [_clean(msgspec.json.decode(one, type=Informant)) for one in kept[SecretKind.INFORMANT]],
    ) == (accounts, [who] if not who.anonymous or who.note else [])


async def _taken(information_id: UUID, actor: Actor) -> InformationTaken:
    known = await queries.registered(information_id)
    if known is None:
        raise RuntimeError("an information that was registered and is not there")
    here = await queries.arrivals_of(information_id, actor.officer_id)
    return InformationTaken(
        id=information_id,
        number=known.number,
        registered_at=known.registered_at,
        attachments=[
            AttachmentProgress(
                id=one.id,
                received=await queries.pieces_of(one.id),
                taken=one.taken_at is not None,
            )
            for one in here
        ],
    )


def _registering(asked: RegisterInformation, *, sealed: bool = True) -> Registering:
    """Return it as the desk enters it, opened in memory. Raises SealedUnreadable, SecretUnreadable.

    `sealed` False: without who informed and what was said.
    """
    texts_sent = asked.sealed if sealed else []
    accounts, informants = (
        _accounts(texts_sent),
        [one for one in texts_sent if one.kind == "informant"],
    )
    return Registering(
        nature=asked.nature,
        source=asked.source,
        channel=Channel.APP,
        received_at=asked.received_at,
        matter=asked.matter,
        informant=_opened(informants[-1], Informant) if informants else Informant(),
        account=accounts[-1] if accounts else "",
        informant_secret=asked.informant_secret,
        wants_answer=asked.wants_answer,
        named_officers=list(asked.named_officers),
        of_unnamed_officer=asked.about_unnamed_officer,
        collaborator=asked.collaborator,
        order=asked.order,
        about=asked.about,
        link=asked.link,
        several_places=asked.several_places and asked.source is InformationSource.ORDER,
    )


def _accounts(sealed: Sequence[SealedText]) -> list[str]:
    found = [_opened(one, Account).text for one in sealed if one.kind == "account"]
    return [one for one in found if one]


def _opened(one: SealedText, kind: type[_Told]) -> _Told:
    """Open a sealed text. Raises SealedUnreadable; SecretUnreadable if it was sealed to a key that is not here."""
    try:
        plain = keys.current().informants.open(base64.b64decode(one.sealed, validate=True))
        return _clean(msgspec.json.decode(plain, type=kind))
    except SecretUnreadable as error:
        raise _unreadable(one.key_id, SealedUnreadable()) from error
    except (binascii.Error, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SealedUnreadable from error


def _unreadable(key_id: str, damaged: Invalid) -> Exception:
    """Return why something does not open: it is damaged, or the key that it was sealed to is not here (any more).

    Without the key the phone keeps it and tries again: the operator can bring the key back.
    """
    return damaged if keys.current().informants.knows(key_id) else SecretUnreadable()


def _clean(said: _Said) -> _Said:
    """Return it with every text in it cleaned. What is too short then, the one door refuses."""
    made: _Said = _cleaned(said)
    return made


def _cleaned(said: Any) -> Any:
    if type(said) is str:
        return typed_text.clean(said)
    if isinstance(said, list):
        return [_cleaned(one) for one in said]
    if isinstance(said, msgspec.Struct):
        texts_of = {name: _cleaned(getattr(said, name)) for name in said.__struct_fields__}
        return msgspec.structs.replace(said, **texts_of)
    return said
