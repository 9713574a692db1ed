"""Turns errors of the database or the network into domain errors: try again later, or ask differently.

Three kinds have a domain error. Every other error is our own fault and is logged as one.
"""

import errno

import asyncpg
from asyncpg.exceptions import _base

from backend.core.committing import StandbyAwaited
from backend.core.errors import DomainError, Invalid, Unavailable

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
    asyncpg.InternalClientError,  # see backend/core/database.py: the server's last message came to an idle connection
    asyncpg.ReadOnlySQLTransactionError,  # a server that became a standby: the next connection finds the primary
    asyncpg.OutOfMemoryError,
    asyncpg.PostgresIOError,
    OSError,  # ConnectionError and TimeoutError are kinds of it
)
_OUR_FAULT = (_base.DataError, asyncpg.ProtocolError)
"""Subclasses of the above that are no outages: a value that does not fit its parameter, an answer
that does not fit the protocol. Trying again does not help."""


class StorageFull(Unavailable):
    """A disk of ours is full.

    What was acknowledged is kept, and the same request succeeds once there is room.
    """

    code = "storage_full"
    text_vi = "Máy chủ tạm thời hết chỗ lưu trữ nên chưa ghi nhận được. Hãy giữ dữ liệu trên máy và thử lại sau."
    text_en = "The server has no storage left at present, so this was not recorded. Keep it and try again later."


class TextInvalid(Invalid):
    """Text that PostgreSQL cannot hold (U+0000).

    Nobody types it, and the same request never succeeds.
    """

    code = "text_invalid"
    status = 400
    text_vi = "Nội dung có ký tự không được phép. Hãy xóa ký tự lạ rồi thử lại."
    text_en = "The text contains a character that is not allowed. Remove it and try again."


def as_domain_error(error: BaseException) -> DomainError | None:
    """Return the domain error for an error, or None if it is our own fault.

    It is StorageFull for a full disk, Unavailable for an outage of database or network, and
    TextInvalid for text that cannot be stored. An error that is Unavailable already is returned as
    it is.
    """
    if isinstance(error, Unavailable):
        return error
    if isinstance(error, asyncpg.CharacterNotInRepertoireError):
        return TextInvalid()
    if isinstance(error, asyncpg.DiskFullError) or getattr(error, "errno", None) == errno.ENOSPC:
        return StorageFull()
    if isinstance(error, _OUTAGES) and not isinstance(error, _OUR_FAULT):
        return Unavailable()
    return None


def waited_in_vain(error: BaseException) -> bool:
    """Tell whether the database took so long that the next query of the same request would time out too."""
    return isinstance(error, (TimeoutError, StandbyAwaited))
