"""Many workers look at the same things from different ends at once: each finding stands once, and none is lost."""

import asyncio
from uuid import UUID

import asyncpg
import pytest

from backend.core import database
from backend.core.limits import Limits
from backend.core.settings import Settings
from backend.fieldwork.findings import searching
from schemas.fieldwork.findings import FindingKind
from tests.integration.fieldwork.findings.visits import (
    ago,
    begun,
    doubts,
    handed_in,
    north,
    photograph,
    scene,
)
from tests.support import factories
from tests.support.people import People


@pytest.mark.usefixtures("pool")
async def test_jobs_that_find_the_same_from_both_ends_at_once(
    people: People, settings: Settings
) -> None:
    works = [await begun(people) for _ in range(4)]
    photos = []
    for number, work in enumerate(works):
        minutes = 60 - number
        place = north(number * 20_000, fixed_at=ago(minutes=minutes))
        await work.act("place.fixed", place, made_at=ago(minutes=minutes))
        for seed in range(3):
            picture = await photograph(work, scene(seed, (64, 48)), None, "file")
            photos.append(UUID(picture.photo_id))

    async def again(look: object, subject: UUID) -> None:
        """As the worker does with jobs that crossed."""
        while True:
            try:
                await look(subject, settings.findings)  # type: ignore[operator]
            except asyncpg.DeadlockDetectedError:
                continue
            return

    jobs = [(searching.in_photo, photo) for photo in photos]
    jobs += [(searching.in_inspection, work.id) for work in works]
    await asyncio.gather(*(again(look, subject) for look, subject in jobs * 2))
    kinds = await database.fetch(
        "SELECT kind, count(*) FROM findings WHERE gone_since IS NULL GROUP BY kind"
    )
    told = {row["kind"]: row["count"] for row in kinds}
    assert told["same_bytes"] == 3 * 4 * 3
    assert told["from_gallery"] == 12
    assert told["too_fast"] == 6


async def test_what_comes_while_a_job_looks_is_looked_at_by_the_next(
    people: People, settings: Settings, app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await begun(people)
    look = searching.in_inspection

    async def slowly(inspection_id: UUID, limits: Limits) -> None:
        """Just after it looked, and before it ends, a position comes and with it another submission."""
        monkeypatch.setattr("backend.fieldwork.findings.searching.in_inspection", look)
        await look(inspection_id, limits)
        await work.act("place.fixed", north(0, mocked=True))
        await factories.submit(work)

    monkeypatch.setattr("backend.fieldwork.findings.searching.in_inspection", slowly)
    await handed_in(work, settings)
    assert set(await doubts(work, people.giang)) == {FindingKind.PLACE_MOCKED}
