"""Numbers that a scrape asks for: one that cannot be had leaves the others as they are."""

import asyncio
from collections.abc import Mapping

from backend.core import database
from backend.operations.health import gauges
from backend.operations.health.gauges import Asked


async def _breaks() -> float:
    raise OSError("no such part")


async def _never_answers() -> float:
    await asyncio.Event().wait()
    return 0.0


async def _by_kind() -> Mapping[str, float]:
    return {"left": 1.0, "right": 2.0}


async def _seven() -> float:
    return 7.0


async def _unknown() -> None:
    return None


async def test_a_number_that_cannot_be_had_leaves_the_others() -> None:
    text = await gauges.text(
        [
            Asked("breaks", "h", _breaks),
            Asked("never_answers", "h", _never_answers, seconds=0.2),
            Asked("by_kind", "h", _by_kind, "kind"),
            Asked("unknown", "h", _unknown),
            Asked("seven", "h", _seven),
        ]
    )
    lines = text.decode().splitlines()
    assert "seven 7.0" in lines
    assert 'by_kind{kind="right"} 2.0' in lines
    assert not [line for line in lines if line.startswith(("breaks", "never_answers", "unknown"))]
    assert 'hientruong_gauge_failed{gauge="breaks"} 1.0' in lines
    assert 'hientruong_gauge_failed{gauge="never_answers"} 1.0' in lines
    assert 'hientruong_gauge_failed{gauge="unknown"} 0.0' in lines


async def test_jobs_that_wait_and_that_are_held_are_told_by_job(pool: None) -> None:
    await database.execute(
        "INSERT INTO pgqueuer (priority, status, entrypoint, execute_after) VALUES "
        "(0, 'queued', 'protect_photo', now() - interval '5 minutes'), (0, 'failed', 'protect_photo', now()), "
        "(0, 'failed', 'place_photo', now())"
    )
    lines = (await gauges.text()).decode().splitlines()
    assert 'hientruong_queue_jobs{job="protect_photo"} 1.0' in lines
    assert 'hientruong_held_jobs{job="protect_photo"} 1.0' in lines
    assert 'hientruong_held_jobs{job="place_photo"} 1.0' in lines
    assert 'hientruong_held_jobs{job="make_preview"} 0.0' in lines
