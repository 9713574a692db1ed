"""Visits with something to doubt: acts through the one door, and the worker's jobs done."""

import hashlib
from datetime import timedelta
from typing import Any
from uuid import uuid4

from backend.core import clock, database
from backend.core.settings import Settings
from backend.fieldwork.inspections import service as inspections
from deploy.demo import contents
from deploy.demo.seals import Json
from schemas.fieldwork.findings import FindingKind, FindingView
from schemas.fieldwork.inspections import InspectionView
from tests.support import factories, pictures
from tests.support.factories import Picture, Work
from tests.support.people import People, Person
from tests.support.workers import worker_of

SHOP = (210_285_110, 1_058_542_300)
"""The inspected address, in Hà Nội."""
METRE = 90
"""Of latitude, in 1e-7 degree: 1 m is 90 (1 degree is 111.2 km)."""


def north(metres: int, accuracy_mm: int = 8_000, **changed: Any) -> Json:
    """A fix so far north of the shop."""
    return contents.place(SHOP[0] + metres * METRE, SHOP[1], accuracy_mm, **changed)


def ago(**length: float) -> str:
    """A time of the phone's clock in the past."""
    return clock.rfc3339(clock.now() - timedelta(**length))


def scene(seed: int, size: tuple[int, int] = (640, 480), quality: int = 90) -> bytes:
    """A picture that no other seed resembles; of one seed, alike in any size and quality."""
    return pictures.as_jpeg(pictures.scene(seed, (640, 480)).resize(size), quality)


async def begun(people: People, **how: Any) -> Work:
    """Announced at the shop's address, without any position yet."""
    given = {"latitude_e7": SHOP[0], "longitude_e7": SHOP[1]}
    work = await factories.decided(people, **(given | how))
    decision = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(decision)})
    await work.act("inspection.announced", {"place": None})
    return work


async def begun_in_da_nang(people: People) -> Work:
    """As begun(), of another province."""
    return await begun(people, issuer=people.ho, leader=people.duyen, members=[people.dung])


async def photograph(
    work: Work, data: bytes, place: Json | None = None, way: str = "camera", **envelope: Any
) -> Picture:
    """One more photograph: its act, not yet its bytes."""
    photo_id = str(uuid4())
    content = contents.photo(photo_id, data, "image/jpeg", place, None) | {"way": way}
    await work.act("photo.taken", content, **envelope)
    picture = Picture(photo_id, data, hashlib.sha256(data).hexdigest())
    work.pictures.append(picture)
    return picture


async def done(settings: Settings) -> None:
    """Every job that waits is done."""
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


async def handed_in(work: Work, settings: Settings) -> None:
    """Minutes, signatures, submission, and the jobs after it."""
    await factories.write_minutes(work)
    await factories.submit(work)
    await done(settings)


async def seen(work: Work, person: Person) -> InspectionView:
    """The inspection as this person sees it at the desk."""
    return await inspections.inspection_view(work.id, person.actor("desk"))


async def doubts(work: Work, person: Person) -> dict[FindingKind, list[FindingView]]:
    """Its findings as this person sees them, by kind."""
    found: dict[FindingKind, list[FindingView]] = {}
    for item in (await seen(work, person)).findings:
        found.setdefault(item.kind, []).append(item)
    return found


exif = pictures.jpeg
"""A picture with what a camera writes: taken_at, position."""
