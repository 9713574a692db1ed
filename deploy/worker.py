"""`./hientruong worker`: one worker process, counted together with the web processes of its machine."""

import asyncio

import asyncpg

from backend import role_queries
from backend import settings as backend_settings
from backend.health.processes import WORKER
from deploy import allocator, counting
from deploy.failures import Failure


def worker() -> None:
    """Work until SIGTERM or Ctrl-C; settings come from the environment. Raises Failure behind a pooler."""
    allocator.settle()
    asyncio.run(_check_session(backend_settings.load().session_database_url))
    counting.join(WORKER)
    # Only now: metrics are made when their modules are imported.
    from backend.jobs.run import main as work
    from deploy import start_check

    start_check.demand(backend_settings.load())
    work()


async def _check_session(dsn: str) -> None:
    """Notifications reach a session, and a pooler gives it away. One that does not answer yet is waited for later."""
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
