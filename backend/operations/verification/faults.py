"""Faults that keep verification from reading: reported as "not proven", never as tampering.

A check that fails says nothing about the evidence. Two kinds are distinguished. If the database is
gone, the run ends, because nothing more can be read in its snapshot. If our own code cannot read a
row, only the check of that row ends.
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from backend.operations.verification.findings import Report, Stop, Verdict

DATABASE_FAULTS = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,  # TimeoutError is one
)
"""After one of these the snapshot is gone, or its transaction accepts no more queries."""


@contextmanager
def unreadable(report: Report, where: str) -> Iterator[None]:
    """Turn an error of our code into a finding about `where`, and continue.

    DATABASE_FAULTS are raised.
    """
    try:
        yield
    except DATABASE_FAULTS:
        raise
    except Exception as error:
        report.detail(f"{where}\n{''.join(traceback.format_exception(error))}")
        report.add(
            Verdict.INCOMPLETE, where, f"it could not be checked ({type(error).__name__}: {error})"
        )


def database_gone(report: Report, error: BaseException) -> None:
    """Report, once, why the run ends here."""
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    report.add(Verdict.INCOMPLETE, "database", f"it could not be read on: {said}")
    if isinstance(error, asyncpg.UndefinedTableError | asyncpg.UndefinedColumnError):
        vi = f"cơ sở dữ liệu thiếu một phần mà phiên bản này đã tạo ({error})"
        en = f"the database lacks something that this version made in it ({error}): restore it from a backup"
    elif isinstance(error, asyncpg.InsufficientPrivilegeError):
        vi = f"vai trò của ứng dụng không được đọc một bảng ({error})"
        en = f"the application's role may not read a table ({error}): give the right back"
    else:
        vi = f"cơ sở dữ liệu không trả lời nữa ({said})"
        en = f"the database stopped answering ({said}): see that it runs, then verify again"
    report.stops.append(Stop(vi=vi, en=en))
