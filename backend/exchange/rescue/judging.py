"""Whose rescue file it is, and whether this supervisor may import it; before anything is recorded."""

import asyncio
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.exchange.rescue.container import Manifest
from backend.exchange.rescue.errors import RescueForeign, RescueUnreadable
from backend.exchange.rescue.opening import Opened
from backend.exchange.rescue.vouching import Told, told_in
from backend.exchange.rules.rescue import Summary
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.filing import service as filing
from backend.force.accounts import service as accounts
from backend.force.accounts.service import KnownDevice
from backend.intake.from_phones import service as from_phones
from backend.ledger import reading as ledger_reading
from backend.ledger import service as ledger
from backend.ledger.canonical import Malformed, ParsedAct, parse_json
from schemas.core.vocabulary import Role
from schemas.fieldwork.acts import PhotoTaken
from schemas.fieldwork.filing import DocumentFiled


class Judged(NamedTuple):
    """A file that may be imported: its officer, and its acts in the order in which they were made."""

    manifest: Manifest
    hashes: list[str]
    officer: Actor
    devices: dict[UUID, KnownDevice]
    acts: list[ParsedAct | Malformed]
    signed: frozenset[UUID]
    """Ids of acts that are signed by the device that they name."""
    named: dict[UUID, UUID]
    """Photographs and documents that an act of this officer names, with the device of that act."""
    documents: frozenset[UUID]
    """Which of these are documents obtained on site, which may be larger than photographs."""
    informations: list[Told]
    """In the manifest's order."""

    @property
    def device(self) -> KnownDevice:
        """The device on which the file was written."""
        return self.devices[self.manifest.device_id]

    def is_named(self, photo_id: UUID) -> bool:
        """Tell whether an act of this officer names the photograph."""
        return photo_id in self.named


def check_supervisor(actor: Actor) -> None:
    """Raise NotAllowed if the officer is not a supervisor."""
    if not actor.has(Role.SUPERVISOR):
        raise NotAllowed


async def judge(opened: Opened, supervisor: Actor) -> Judged:
    """Judge an opened file for a supervisor.

    Raises NotAllowed, RescueForeign, and RescueUnreadable for acts of several officers or an
    unknown device.
    """
    check_supervisor(supervisor)
    manifest = opened.manifest
    officer = await accounts.speaker(manifest.officer_id)
    if officer is None or not scope.covers(supervisor, officer.unit):
        raise RescueForeign
    acts = await asyncio.to_thread(_parse, manifest)
    wanted = {act.act.device_id for act in acts if isinstance(act, ParsedAct)} | {
        manifest.device_id
    }
    devices = await accounts.known_devices(
        officer.officer_id, [each for each in wanted if each is not None]
    )
    if manifest.device_id not in devices:
        raise RescueUnreadable("rescue_device_unknown")
    named = _named(acts, devices, manifest.device_id)
    ids = [photo.photo_id for photo in manifest.photos]
    told = await evidence.announced_among(officer.officer_id, ids)
    documents = await filing.announced_among(officer.officer_id, ids)
    return Judged(
        manifest=manifest,
        hashes=opened.hashes,
        officer=officer,
        devices=devices,
        acts=acts,
        signed=await asyncio.to_thread(_signed, acts, devices),
        named=dict.fromkeys(told | documents, manifest.device_id) | named,
        documents=documents | _documents(acts),
        informations=await asyncio.to_thread(told_in, manifest, devices[manifest.device_id]),
    )


async def summarise(judged: Judged) -> Summary:
    """Return the counts that a supervisor sees before deciding to import.

    An information about an officer is in none of them: whom it is about may be the supervisor.
    """
    photos = judged.manifest.photos
    parsed = [act.act.id for act in judged.acts if isinstance(act, ParsedAct)]
    hashes = [photo.sha256 for photo in photos]
    stored = await evidence.stored_among(judged.officer.officer_id, hashes)
    shown = [one for one in judged.informations if not one.about_officer]
    known = await from_phones.registered_among([one.id for one in shown], judged.officer)
    pairs = zip(photos, judged.hashes, strict=True)
    return Summary(
        made_at=_moment(judged.manifest.made_at),
        acts=len(judged.acts),
        known_acts=len(await ledger_reading.known_among(parsed)),
        unsigned_acts=len(judged.acts) - len(judged.signed),
        photos=len(photos),
        photo_bytes=sum(photo.size for photo in photos),
        stored_photos=sum(photo.sha256 in stored for photo in photos),
        damaged_photos=sum(photo.sha256 != measured for photo, measured in pairs),
        unnamed_photos=sum(not judged.is_named(photo.photo_id) for photo in photos),
        device_revoked=judged.device.revoked,
        access_ended=judged.officer.access_ended,
        informations=sum(one.draft is None for one in shown),
        drafts=sum(one.draft is not None for one in shown),
        known_informations=len(known),
        unsigned_informations=sum(not one.vouched for one in shown),
    )


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo and 1970 < found.year < 3000 else None


def _parse(manifest: Manifest) -> list[ParsedAct | Malformed]:
    """Return the acts in the order of their device's log.

    Malformed ones come last, to be kept and refused. Raises RescueUnreadable if an act names
    another officer.
    """
    acts = []
    for raw in manifest.acts:
        try:
            element = parse_json(bytes(raw))
        except ValueError:
            element = bytes(raw).decode(errors="replace")
        if isinstance(element, dict) and element.get("officer_id") not in (
            None,
            str(manifest.officer_id),
        ):
            raise RescueUnreadable("rescue_mixed")
        acts.append(ledger.parse(element))
    return sorted(acts, key=_place)


def _place(act: ParsedAct | Malformed) -> tuple[bool, int]:
    return (True, 0) if isinstance(act, Malformed) else (False, act.act.seq or 0)


def _signed(acts: list[ParsedAct | Malformed], devices: dict[UUID, KnownDevice]) -> frozenset[UUID]:
    found = set()
    for parsed in acts:
        if isinstance(parsed, Malformed) or parsed.act.device_id is None:
            continue
        device = devices.get(parsed.act.device_id)
        if device is not None and ledger_reading.is_signed(parsed, device.public_key):
            found.add(parsed.act.id)
    return frozenset(found)


def _named(
    acts: list[ParsedAct | Malformed], devices: dict[UUID, KnownDevice], otherwise: UUID
) -> dict[UUID, UUID]:
    named = {}
    for parsed in acts:
        if isinstance(parsed, Malformed):
            continue
        device_id = parsed.act.device_id
        known = device_id if device_id in devices and device_id is not None else otherwise
        if isinstance(parsed.content, PhotoTaken):
            named[parsed.content.photo_id] = known
        elif isinstance(parsed.content, DocumentFiled):
            named[parsed.content.file_id] = known
    return named


def _documents(acts: list[ParsedAct | Malformed]) -> set[UUID]:
    return {
        one.content.file_id
        for one in acts
        if isinstance(one, ParsedAct) and isinstance(one.content, DocumentFiled)
    }
