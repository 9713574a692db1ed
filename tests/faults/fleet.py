"""Sixteen phones in the field that never give up, as real ones do.

Each photograph is an act and bytes. A phone remembers its upload's address and what the server
acknowledged of it, asks where to go on after every cut, and is done with a photograph only when it
holds a receipt for its act and one for its bytes.
"""

import asyncio
import base64
import hashlib
import io
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import httpx
from PIL import Image

from deploy.data_folder import DataFolder
from deploy.demo import accounts, contents
from deploy.demo.codes import Codes
from deploy.demo.demo_data import DECISIONS
from deploy.demo.phone import API, Phone, Refused
from deploy.demo.uploads import PATH, UploadRefused
from deploy.servers import Servers
from tests.faults.system import System
from tests.faults.witness import Witness

PHONES = 16
_CHUNK_BYTES = 48 * 1024  # several requests a photograph: a kill may fall between any two
_OCTETS = "application/offset+octet-stream"
_LOST_CONTACT = (httpx.TransportError, Refused, UploadRefused, TimeoutError)


@dataclass
class Photograph:
    """One photograph, and how far the server said it is."""

    id: str
    data: bytes
    url: str | None = None
    acknowledged: int = 0
    """The highest offset that an answer named: the server may never say less again."""

    @property
    def sha256(self) -> str:
        """Of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


def base_picture(seed: int) -> bytes:
    """A JPEG of noise: about as large for its pixels as a camera's, and quickly decoded."""
    noise = random.Random(seed).randbytes(400 * 300)
    out = io.BytesIO()
    Image.frombytes("L", (400, 300), noise).convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


def photograph(chance: random.Random, base: bytes) -> Photograph:
    """A new one of 50 to 200 kB: the base with comment segments (JPEG marker FFFE) of its own."""
    extra = chance.randbytes(max(0, chance.randrange(50_000, 200_000) - len(base)))
    parts = [extra[start : start + 60_000] for start in range(0, len(extra), 60_000)] or [b"x"]
    comments = b"".join(b"\xff\xfe" + (len(part) + 2).to_bytes(2, "big") + part for part in parts)
    return Photograph(str(uuid4()), base[:2] + comments + base[2:])


@dataclass
class FieldPhone:
    """A phone, the inspection that it works on, and everything that it was told."""

    phone: Phone
    inspection_id: str
    chance: random.Random
    witness: Witness
    patience: float = 120.0
    taken: list[Photograph] = field(default_factory=list)

    async def take(self, base: bytes) -> None:
        """One photograph, until both receipts are there. The two ways run side by side."""
        photo = self.shoot(base)
        await asyncio.gather(self.send(), self.bring(photo))

    async def take_bytes_first(self, base: bytes, count: int) -> None:
        """So many photographs whose bytes are stored before the server hears of their acts; then
        the acts, all at once."""
        photos = [self.shoot(base) for _ in range(count)]
        for photo in photos:
            await self._stubbornly(lambda photo=photo: self._carry(photo))
        for photo in photos:
            await self._stubbornly(lambda photo=photo: self._is_stored(photo))
        await self.send()

    def shoot(self, base: bytes) -> Photograph:
        """A photograph and its act, both still on the phone."""
        photo = photograph(self.chance, base)
        content = contents.photo(photo.id, photo.data, "image/jpeg", None, None)
        self.phone.write(self.inspection_id, "photo.taken", content)
        self.taken.append(photo)
        return photo

    async def send(self) -> None:
        """Acts, until each has its receipt."""
        await self._stubbornly(self._send)

    async def bring(self, photo: Photograph) -> None:
        """Bytes, until they have their receipt."""
        await self._stubbornly(lambda: self._bring(photo))

    async def _send(self) -> None:
        await self.phone.send()
        assert not self.phone.outbox.refused, self.phone.outbox.refused
        if self.phone.outbox.waiting:
            raise TimeoutError  # told as retryable: it goes on waiting, and is sent again

    async def _bring(self, photo: Photograph) -> None:
        await self._carry(photo)
        await self.phone.wait_for_bytes(photo.id, photo.data, seconds=15)

    async def _is_stored(self, photo: Photograph) -> None:
        await self.phone.call("GET", f"{urlsplit(photo.url or '').path.removeprefix(API)}/receipt")

    async def _carry(self, photo: Photograph) -> None:
        """Bytes to the spool, from where the server stands."""
        client = self.phone.client
        if photo.url is None:
            photo.url = await self.phone.tus.create(
                photo.data, {"photo_id": photo.id, "sha256": photo.sha256, "filetype": "image/jpeg"}
            )
        assert photo.url.startswith(str(client.base_url).rstrip("/") + PATH)
        offset = await self._stands(photo)
        while offset < len(photo.data):
            piece = photo.data[offset : offset + _CHUNK_BYTES]
            answer = await client.patch(
                photo.url, content=piece, headers=self._headers(offset, piece)
            )
            if answer.status_code != 204:
                raise TimeoutError  # busy, unavailable, elsewhere: the witness judges it
            offset = self._acknowledged(photo, answer)

    async def _stands(self, photo: Photograph) -> int:
        assert photo.url is not None
        answer = await self.phone.client.head(photo.url, headers={"Tus-Resumable": "1.0.0"})
        if answer.status_code not in (200, 204):
            raise TimeoutError
        return self._acknowledged(photo, answer)

    def _acknowledged(self, photo: Photograph, answer: httpx.Response) -> int:
        """The offset that an answer names. Less than was acknowledged before is a loss."""
        offset = int(answer.headers["Upload-Offset"])
        if offset < photo.acknowledged:
            self.witness.wrong.append(f"{photo.acknowledged} bytes acknowledged, {offset} there")
        photo.acknowledged = offset
        return offset

    def _headers(self, offset: int, piece: bytes) -> dict[str, str]:
        named = {
            "Tus-Resumable": "1.0.0",
            "Upload-Offset": str(offset),
            "Content-Type": _OCTETS,
        }
        if self.chance.random() < 0.5:
            digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
            named["Upload-Checksum"] = f"sha256 {digest}"
        return named

    async def _stubbornly(self, attempt: Callable[[], Awaitable[None]]) -> None:
        deadline = time.monotonic() + self.patience
        while True:
            try:
                return await attempt()
            except _LOST_CONTACT as error:
                if isinstance(error, httpx.TransportError):
                    self.witness.cut += 1
                if time.monotonic() > deadline:
                    raise
                await asyncio.sleep(0.2 + 0.3 * self.chance.random())


@dataclass
class Fleet:
    """All phones of a run."""

    phones: list[FieldPhone]
    witness: Witness
    base: bytes

    @property
    def taken(self) -> list[Photograph]:
        """Every photograph, of all phones."""
        return [photo for phone in self.phones for photo in phone.taken]

    @property
    def receipted(self) -> int:
        """How many photographs have their byte receipt."""
        return sum(len(phone.phone.byte_receipts) for phone in self.phones)

    def a_receipted_one(self) -> tuple[FieldPhone, Photograph]:
        """A photograph that its phone may forget by now."""
        return next(
            (phone, photo)
            for phone in self.phones
            for photo in phone.taken
            if photo.id in phone.phone.byte_receipts
        )

    async def hold_more(self, photographs: int, seconds: float = 90) -> float:
        """Return when the phones hold so many byte receipts more, and after how many seconds.
        Raises TimeoutError."""
        began, goal = time.monotonic(), self.receipted + photographs
        async with asyncio.timeout(seconds):
            while self.receipted < goal:  # noqa: ASYNC110 - other processes are waited for
                await asyncio.sleep(0.02)
        return time.monotonic() - began

    @asynccontextmanager
    async def at_work(self, at_least: int) -> AsyncIterator[None]:
        """All photograph while the block lasts, and until there are so many; then each is brought
        to its end. Raises TimeoutError or a refusal where a phone had to give up."""
        over = asyncio.Event()

        async def one(phone: FieldPhone) -> None:
            while not (over.is_set() and len(self.taken) >= at_least):
                await phone.take(self.base)

        tasks = [asyncio.create_task(one(phone)) for phone in self.phones]
        try:
            yield
            over.set()
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def receipts(self) -> dict[str, dict[str, object]]:
        """Act receipts by act id, of all phones."""
        return {
            act: receipt for each in self.phones for act, receipt in each.phone.receipts.items()
        }


@asynccontextmanager
async def fleet(system: System, seed: int, count: int = PHONES) -> AsyncIterator[Fleet]:
    """Officers of the demonstration sign in on so many phones, each with a decision that waits."""
    witness, known = Witness(), {one.username: one for one in accounts.load(system.folder)}
    everybody = [name for paper in DECISIONS for name in (paper.leader, *paper.members)]
    async with AsyncExitStack() as open_lines:
        phones: list[FieldPhone] = []
        for number in range(count):
            name = everybody[number % len(everybody)]
            if number >= len(everybody):
                await _forget_codes(system.folder)
            client = await open_lines.enter_async_context(witness.client(system.url))
            phone = Phone(client, Codes(), name=f"{name} {number}")
            await phone.sign_in(known[name])
            await phone.sync()
            inspection = next(
                one for one in phone.all_held("inspection") if one["state"] == "decided"
            )
            chance = random.Random(f"{seed} {number}")
            phones.append(FieldPhone(phone, str(inspection["id"]), chance, witness))
        yield Fleet(phones, witness, base_picture(seed))


async def _forget_codes(folder: Path) -> None:
    """Let one-time codes be used again: a second phone need not wait 30 s."""
    connection = await asyncpg.connect(Servers(DataFolder(folder)).owner_dsn())
    try:
        await connection.execute("UPDATE credentials SET totp_step = 0")
    finally:
        await connection.close()
