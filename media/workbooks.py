"""What children that read workbooks and tables share: limits, measuring an archive, cells as JSON says them.

A small file can hold a sheet of gigabytes: DEFLATE makes a thousand from one (RFC 1951), and the
reader lays a sheet out as the whole rectangle between its outermost cells. So an archive's own table
of contents is measured first, and each child has limits on memory and processor time.
"""

import os
import resource
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

MOST_PARTS = 500
MOST_SHEETS = 20
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins a compound file ([MS-CFB]): an old .xls, or a workbook behind a password ([MS-OFFCRYPTO])."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY = 1024 * 1024
"""Bytes of a compound file in which its directory is looked for, from either end."""


class Fault(Exception):
    """Why nothing is read: a stable code, and where it is in the sheet if that is known."""

    def __init__(self, code: str, row: int | None = None, column: int | None = None) -> None:
        self.told = {"fault": code, "row": row, "column": column}
        super().__init__(code)


def limit(memory_bytes: int, cpu_seconds: int) -> None:
    """Limit this process for the rest of its life, and let others go first."""
    for what, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 32),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.setpriority(os.PRIO_PROCESS, 0, max(os.getpriority(os.PRIO_PROCESS, 0), 10))


def measure(file: BinaryIO, most_unpacked: int) -> None:
    """Return if the file is a workbook whose parts may be unpacked. Raises Fault."""
    began = file.read(8)
    if began == _COMPOUND:
        raise Fault("encrypted" if _is_encrypted(file) else "not_xlsx")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as book:
            parts = book.infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError):
        raise Fault("damaged" if began.startswith(b"PK\x03\x04") else "not_xlsx") from None
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > most_unpacked:
        raise Fault("too_big")
    if any(one.flag_bits & 1 for one in parts):
        raise Fault("encrypted")
    names = {one.filename.lower() for one in parts}
    if any("vbaproject" in name for name in names):
        raise Fault("macros")
    if "xl/workbook.xml" not in names:
        raise Fault("not_xlsx")


def _is_encrypted(file: BinaryIO) -> bool:
    size = file.seek(0, os.SEEK_END)
    for start in (0, max(0, size - _DIRECTORY)):
        file.seek(start)
        if _ENCRYPTED in file.read(_DIRECTORY):
            return True
    return False


def shown(sheets: Sequence[Any]) -> list[int]:
    """Return the places of the visible worksheets. Raises Fault if a workbook has too many sheets."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if len(sheets) > MOST_SHEETS:
        raise Fault("too_many_sheets")
    return [
        number
        for number, about in enumerate(sheets)
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible
    ]


def cell(value: Any) -> Any:
    """Return a cell as JSON says it: a text, a whole number, a day, or nothing."""
    if isinstance(value, str):
        return text(value) or None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return value if abs(value) < 10**18 else str(value)
    if isinstance(value, float):
        whole = abs(value) < 10**15 and value == int(value)
        return int(value) if whole else repr(value)
    if isinstance(value, date):  # a datetime is one too
        day = value.date() if isinstance(value, datetime) else value
        return {"day": day.isoformat()}
    return str(value) if isinstance(value, (time, timedelta)) else None


def text(value: str) -> str:
    """Return a text without the letter NUL, which a workbook writes as `_x0000_` and no database keeps."""
    return value.replace("\0", "").strip()


def letter(place: int) -> str:
    """Return the letters of one of the first 702 columns, from 0."""
    return (chr(64 + place // 26) if place > 25 else "") + chr(65 + place % 26)
