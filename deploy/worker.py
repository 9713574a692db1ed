"""`./hientruong worker`: runs one worker, counted together with its machine's web processes."""

import asyncio

import asyncpg

from backend.core import settings as backend_settings
from backend.core.queries import role as role_queries
from backend.operations.health.processes import WORKER
from deploy import allocator, counting, workers
from deploy.failures import Failure


def worker() -> int:
    """Work until SIGTERM or Ctrl-C; returns the exit code.

    If run as root, a process of another user does the work. Settings come from the environment.
    Raises Failure behind a pooler.
    """
    settings = backend_settings.load()
    asyncio.run(_check_session(settings.session_database_url))
    ended = workers.work_parted(settings)
    if ended is not None:
        return ended
    allocator.settle()
    counting.join(WORKER)
    # Imported only now: metrics are created when their modules are imported.
    from admin_ui import exported_lists
    from admin_ui.parties.imports import known as party_places
    from backend import registry
    from backend.operations.jobs.run import main as work
    from deploy import start_check

    registry.open_all()  # a worker records acts too: steps that pass on, citizens' reports
    exported_lists.register()  # the pages' lists, which a worker writes into files
    party_places.register()  # the desk's table of communes, which rows of lists name
    start_check.demand(settings)
    work()
    return 0


async def _check_session(dsn: str) -> None:
    """Raise Failure behind a pooler: notifications belong to a session, which a pooler shares.

    A database that does not answer yet is waited for later.
    """
    try:
        connection = await asyncpg.connect(dsn, timeout=10)
        try:
            pooled = await role_queries.through_pooler(connection)
        finally:
            await connection.close()
    except (OSError, asyncpg.PostgresError):
        return
    if pooled:
        raise Failure(
            "địa chỉ cơ sở dữ liệu đi qua bộ gom kết nối; đặt HIENTRUONG_DIRECT_DATABASE_URL là địa chỉ"
            " của chính PostgreSQL",
            "the database's address leads through a connection pooler: set HIENTRUONG_DIRECT_DATABASE_URL to "
            "PostgreSQL's own",
        )
