"""`./hientruong jobs`: lists jobs that workers could not do, with the reason, and releases them.

A job is held after a bug of ours (backend/operations/jobs/trying.py). Releasing it loses nothing:
every job may be done twice. Jobs that wait because of an outage continue by themselves; they are
listed for information.
"""

import asyncio
from collections.abc import Sequence

from backend.core import database
from backend.core.settings import Settings
from backend.operations.queries import jobs as queries
from backend.operations.queries.jobs import HeldJob, WaitingJobs
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation
from deploy.same_version import same_version

_SHOWN = 100


def jobs(folder: DataFolder, release: Sequence[int] | None, *, all_of_them: bool) -> int:
    """List held jobs, or release them; 0 if none is held afterwards, 1 if some are.

    Raises Failure if none of the named jobs is held, or the database does not answer.
    """
    with installation(folder) as settings:
        return asyncio.run(_jobs(settings, release, all_of_them=all_of_them))


async def _jobs(settings: Settings, release: Sequence[int] | None, *, all_of_them: bool) -> int:
    await same_version(settings.session_database_url)
    await database.start(settings.session_database_url, size=2)
    try:
        if release is not None or all_of_them:
            freed = await queries.release(None if all_of_them else release)
            if release is not None and not freed:
                raise Failure(
                    "không có việc nào trong số này đang bị giữ; xem: hientruong jobs",
                    "none of these jobs is held; see: hientruong jobs",
                )
            print(f"{freed} việc được thử lại / {freed} let go again", flush=True)
        held = await queries.held(_SHOWN)
        for waiting in await queries.tried_again():
            print(_waits(waiting))
    finally:
        await database.stop()
    for row in held:
        print(_held(row))
    number = held[0].all_of_them if held else 0
    if number > len(held):
        print(f"… {number - len(held)}")
    print(f"{number} việc bị giữ / {number} held")
    if number:
        print(
            "Sửa nguyên nhân rồi: hientruong jobs --release MÃ … hoặc --release-all"
            " / mend the cause, then: hientruong jobs --release ID … or --release-all"
        )
    return 1 if number else 0


def _held(job: HeldJob) -> str:
    why = f"{job.kind or '?'}: {job.message or '?'}".splitlines()[0][:300]
    return f"{job.id}  {job.entrypoint}  {job.subject}  {job.held_since:%Y-%m-%dT%H:%M:%SZ}  {why}"


def _waits(jobs: WaitingJobs) -> str:
    why = (jobs.message or "?").splitlines()[0][:200]
    return (
        f"{jobs.entrypoint}: {jobs.number} chờ thử lại, nhiều nhất {jobs.tries} lần /"
        f" {jobs.number} wait for another try, at most {jobs.tries} made, next"
        f" {jobs.next:%Y-%m-%dT%H:%M:%SZ}: {why}"
    )
