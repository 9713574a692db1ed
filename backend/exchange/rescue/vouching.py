"""Informations in a rescue file, and whether the device that wrote the file vouches for them.

An information is no act, so no act's signature tells who took it in. Anybody can encrypt a file to the server:
without the device's signature a stranger could register informations under an officer's name.
"""

from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.exchange.rescue.container import Draft, Manifest, SealedAttachment, SealedInformation
from backend.force.accounts.service import KnownDevice
from backend.ledger import reading as ledger_reading
from backend.ledger.canonical import parse_json
from schemas.intake.from_phones import RegisterInformation

PURPOSES: dict[Draft | None, str] = {
    None: "register-information",
    "answered": "keep-draft",
    "unanswered": "keep-unanswered-draft",
}
"""What the device signs begins with it, so that no other signature of the device counts here, and no draft is taken
for what its officer registered."""
_MOST_BYTES = 512 * 1024
"""As large as the phone may send it."""


class Told(NamedTuple):
    """One information of the file."""

    id: UUID
    asked: RegisterInformation | None
    """What the phone would send; None if it cannot be read."""
    vouched: bool
    draft: Draft | None
    """Its officer never registered it."""
    attachments: list[SealedAttachment]
    """Those whose bytes are in the file."""

    @property
    def about_officer(self) -> bool:
        """Tell whether it is about an officer, of which only those above that officer may know.

        A draft whose officer has not said so goes to the auditors of the nation like one about an officer. That it is
        in the file may be told: most drafts are so.
        """
        asked = self.asked
        if asked is None:
            return False
        unnamed = asked.about_unnamed_officer and self.draft != "unanswered"
        return bool(asked.named_officers) or unnamed


def told_in(manifest: Manifest, device: KnownDevice) -> list[Told]:
    """Return the informations of a file. `device` is the one that wrote it."""
    attached: dict[UUID, list[SealedAttachment]] = {one.id: [] for one in manifest.informations}
    for each in manifest.attachments:
        attached[each.information_id].append(each)
    return [_told(one, attached[one.id], manifest, device) for one in manifest.informations]


def _told(
    one: SealedInformation,
    attachments: list[SealedAttachment],
    manifest: Manifest,
    device: KnownDevice,
) -> Told:
    raw = bytes(one.asked)
    try:
        said = parse_json(raw) if len(raw) <= _MOST_BYTES else None
        asked = msgspec.convert(said, RegisterInformation, strict=True)
    except (ValueError, msgspec.ValidationError):
        return Told(one.id, None, False, one.draft, attachments)
    statement = {
        "purpose": PURPOSES[one.draft],
        "device_id": str(manifest.device_id),
        "officer_id": str(manifest.officer_id),
        "id": str(one.id),
        "asked": said,
    }
    vouched = ledger_reading.has_said(device.public_key, one.signature, statement)
    return Told(one.id, asked, vouched, one.draft, attachments)
