"""Which errors may be tried again, which cannot, and which are a fault of ours."""

import errno

import asyncpg
import pytest
from asyncpg.exceptions import _base

from backend.core.errors import Unavailable
from backend.core.outages import StorageFull, TextInvalid, as_domain_error


@pytest.mark.parametrize(
    "error",
    [
        asyncpg.CannotConnectNowError("starting up"),
        asyncpg.AdminShutdownError("terminating"),
        asyncpg.DeadlockDetectedError("deadlock"),
        asyncpg.QueryCanceledError("statement timeout"),
        asyncpg.InterfaceError("connection is closed"),
        asyncpg.InternalClientError(
            "cannot switch to state 12; another operation (2) is in progress"
        ),
        ConnectionRefusedError(),
        TimeoutError(),
    ],
)
def test_a_part_that_does_not_answer_may_be_asked_again(error: Exception) -> None:
    known = as_domain_error(error)
    assert isinstance(known, Unavailable)
    assert known.retryable


@pytest.mark.parametrize(
    "error", [asyncpg.DiskFullError("could not extend file"), OSError(errno.ENOSPC, "spool")]
)
def test_a_full_disk_is_told_as_one_and_may_be_tried_again(error: Exception) -> None:
    known = as_domain_error(error)
    assert isinstance(known, StorageFull)
    assert (known.status, known.retryable) == (503, True)


def test_text_that_cannot_be_stored_is_the_senders_to_mend() -> None:
    known = as_domain_error(asyncpg.CharacterNotInRepertoireError("invalid byte sequence: 0x00"))
    assert isinstance(known, TextInvalid)
    assert not known.retryable


@pytest.mark.parametrize(
    "error",
    [
        _base.DataError("value out of int64 range"),
        asyncpg.ProtocolError("unexpected data"),
        asyncpg.UniqueViolationError("duplicate key"),
        asyncpg.UndefinedColumnError("no such column"),
        ZeroDivisionError(),
    ],
)
def test_anything_else_is_a_fault_of_ours(error: Exception) -> None:
    assert as_domain_error(error) is None
