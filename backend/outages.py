"""Which errors mean that a part of ours does not answer now, so that the same request may succeed later."""

import asyncpg

from backend.errors import DomainError, Unavailable

_OUTAGES = (
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.LockNotAvailableError,
    asyncpg.QueryCanceledError,
    asyncpg.InterfaceError,
    OSError,  # ConnectionError and TimeoutError are kinds of it
)


def as_domain_error(error: BaseException) -> DomainError | None:
    """Unavailable where `error` is an outage of the database or the network; else None."""
    return Unavailable() if isinstance(error, _OUTAGES) else None
