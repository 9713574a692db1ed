"""Rescue files in tests (docs/exchange/rescue.md), as the phone writes them, and bringing them in
at the desk."""

import hashlib
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pyrage

from deploy.demo.browser import Browser
from deploy.demo.outbox import utc_now
from deploy.demo.seals import DeviceKey, Json
from tests.support.factories import Picture

MAGIC = b"hientruong-rescue 1\n"


@dataclass
class Pack:
    """The content of one file. Change any part of it before seal()."""

    officer_id: str
    device_id: str
    acts: list[Json]
    photos: list[tuple[Json, bytes]]
    informations: list[Json] = field(default_factory=list)
    attachments: list[tuple[Json, bytes]] = field(default_factory=list)

    @classmethod
    def of(cls, acts: list[Json], pictures: list[Picture], record_id: UUID | str) -> "Pack":
        """The unsent acts of a log and these photographs, all from one officer and device."""
        photos = [
            (
                {
                    "photo_id": picture.photo_id,
                    "record_id": str(record_id),
                    "sha256": hashlib.sha256(picture.data).hexdigest(),
                    "size": len(picture.data),
                    "media_type": "image/jpeg",
                },
                picture.data,
            )
            for picture in pictures
        ]
        return cls(acts[0]["officer_id"], acts[0]["device_id"], acts, photos)

    def tell(
        self,
        ident: UUID,
        asked: Json,
        files: dict[str, bytes],
        key: DeviceKey,
        draft: str | None = None,
    ) -> None:
        """Add an information with its sealed photographs, for which the holder of this key vouches.

        `draft`: that nobody registered, "answered" or "unanswered" of whether it is about an officer.
        """
        purposes = {"answered": "keep-draft", "unanswered": "keep-unanswered-draft"}
        said = {
            "purpose": purposes[draft] if draft else "register-information",
            "device_id": self.device_id,
            "officer_id": self.officer_id,
            "id": str(ident),
            "asked": asked,
        }
        entry = {"id": str(ident), "asked": asked, "signature": key.sign(said)}
        self.informations.append(entry | ({"draft": draft} if draft else {}))
        self.attachments += [
            (
                {
                    "id": one,
                    "information_id": str(ident),
                    "sha256": hashlib.sha256(file).hexdigest(),
                    "size": len(file),
                },
                file,
            )
            for one, file in files.items()
        ]

    def manifest(self) -> Json:
        """The JSON that precedes the photographs."""
        told: Json = {"format": 1}
        if self.informations:
            told = {
                "format": 2,
                "informations": self.informations,
                "attachments": [entry for entry, _ in self.attachments],
            }
        return told | {
            "made_at": utc_now(),
            "device_id": self.device_id,
            "officer_id": self.officer_id,
            "unit_id": None,
            "epoch": str(uuid4()),
            "acts": self.acts,
            "photos": [entry for entry, _ in self.photos],
        }

    def plain(self, manifest: Json | None = None) -> bytes:
        """The framed content before encryption."""
        return framed(
            msgspec.json.encode(manifest or self.manifest()),
            b"".join(data for _, data in (*self.photos, *self.attachments)),
        )


def framed(manifest: bytes, photos: bytes = b"") -> bytes:
    """Magic, length, manifest, bytes."""
    return MAGIC + f"{len(manifest):010}\n".encode() + manifest + photos


def seal(plain: bytes, recipient: str) -> bytes:
    """Encrypt to an age recipient."""
    return pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(recipient)])


def recipient_of(server_keys: list[Any]) -> str:
    """The rescue recipient among the keys that the server sends at sign-in."""
    [key] = [key for key in server_keys if key["use"] == "rescue"]
    return str(key["public_key"])


async def put(desk: Browser, data: bytes, name: str = "hientruong-an.htrescue.age") -> Any:
    """Send a file as the page's script does; return the answer without following it."""
    await desk.open("/desk/rescue")
    token = desk.form("/desk/rescue").find("csrf_token")
    assert token is not None
    return await desk._client.post(
        "/desk/rescue",
        content=data,
        headers={
            "content-type": "application/octet-stream",
            "cookie": "; ".join(f"{key}={value}" for key, value in desk.cookies.items()),
            "x-csrf-token": token.value,
            "x-file-name": name,
        },
    )


async def bring(desk: Browser, data: bytes, *, phone_gone: bool = False) -> str:
    """Look at a file and bring it in; return the address of its page."""
    answer = await put(desk, data)
    assert answer.status_code == 303, answer.text[:3000]
    address = str(answer.headers["location"])
    await desk.open(address)
    form = desk.form(address)
    if phone_gone:
        form.fill("phone_gone", "yes")
    await desk.submit(form)
    return address
