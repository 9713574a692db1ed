"""Counting tries at a signing key's passphrase, so that nobody guesses it at an unattended desk.

It works as for sign-in (backend/force/accounts/sign_in.py). A try is charged as a failure in a
separate transaction *before* the key is opened, and taken back if it was right. So a thousand
concurrent tries cannot slip past, and a crash counts as a failure. Tries are counted per officer
and certificate: a key belongs to one officer, and nobody else can lock it for them.
"""

from datetime import timedelta
from uuid import UUID

import structlog

from backend.core import clock
from backend.core.database import transaction
from backend.documents.queries import signing as queries
from backend.documents.signing.errors import PassphraseTries

_LOG = structlog.get_logger(__name__)
MOST_FAILURES = 5
WINDOW = timedelta(minutes=15)


async def charge(officer_id: UUID, certificate_id: UUID) -> int:
    """Count this try as a failure until it proves right.

    Raises PassphraseTries with the minutes to wait.
    """
    now = clock.now()
    async with transaction():
        failed = await queries.failures(officer_id, certificate_id, now - WINDOW)
        limited = len(failed) >= MOST_FAILURES
        charged = None if limited else await queries.insert_failure(officer_id, certificate_id)
    if charged is None:
        until = failed[-MOST_FAILURES] + WINDOW
        _LOG.warning(
            "passphrase_tries", officer_id=str(officer_id), certificate_id=str(certificate_id)
        )
        minutes = max(1, -int((now - until).total_seconds() // 60))
        raise PassphraseTries(minutes=minutes, retry_at=clock.rfc3339(until))
    return charged


async def take_back(charged: int) -> None:
    """Take back a charge: the passphrase was right, or was not tried."""
    async with transaction():
        await queries.delete_failure(charged)


async def forget_old() -> None:
    """Delete failures that no longer count. Called by a job."""
    async with transaction():
        await queries.delete_failures_before(clock.now() - 2 * WINDOW)
