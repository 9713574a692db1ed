"""Decrypting: age v1 (age-encryption.org/v1) to the server's X25519 key, a piece at a time, in a thread of its own.

Every 64 KiB of such a stream are authenticated before they are given out, and the last piece says that it is the last:
a cut or altered file is told, never half believed. Nothing is recorded before a whole file was read once to its end.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyrage

from backend.core import keys
from backend.exchange.rescue.container import Manifest, Reader
from backend.exchange.rescue.errors import RescueKeyMissing, RescueUnreadable

_FIRST_LINE = b"age-encryption.org/v1\n"
_LAST_LINE = b"\n--- "
_MAX_HEADER_BYTES = 64 * 1024
"""A header for one recipient has about 200 bytes; the library would read one of gigabytes into memory."""

_one_at_a_time = asyncio.Lock()
"""Two large manifests at once are more than a small machine should hold."""


class Opened(NamedTuple):
    """A whole file: its manifest, and the measured hash of each photograph."""

    manifest: Manifest
    hashes: list[str]


async def read(path: Path) -> Opened:
    """Read a file to its end, keeping nothing. Raises RescueUnreadable, RescueKeyMissing."""
    async with _one_at_a_time:
        return await asyncio.to_thread(_open, path, Reader)


async def unpack(path: Path, plain: BinaryIO) -> Opened:
    """read(), and write the photographs' bytes one after the other into `plain`."""
    async with _one_at_a_time:
        return await asyncio.to_thread(_open, path, lambda: Reader(plain.write))


def _open(path: Path, reader: Callable[[], Reader]) -> Opened:
    identities = keys.current().rescue_identities()
    if not identities:
        raise RescueKeyMissing
    _check_header(path)
    return _decrypt(path, reader(), identities)


def _decrypt(path: Path, reader: Reader, identities: list[Any]) -> Opened:
    with path.open("rb") as encrypted:
        try:
            pyrage.decrypt_io(encrypted, reader, identities)
        except pyrage.DecryptError as error:
            raise RescueUnreadable("rescue_other_recipient") from error
        except OSError as error:
            if error.errno is not None:
                raise  # our own disk
            raise RescueUnreadable("rescue_damaged") from error
    return Opened(reader.end(), reader.hashes)


def _check_header(path: Path) -> None:
    with path.open("rb") as encrypted:
        head = encrypted.read(_MAX_HEADER_BYTES)
    if not head.startswith(_FIRST_LINE):
        raise RescueUnreadable("rescue_not_age")
    if _LAST_LINE not in head:
        raise RescueUnreadable("rescue_damaged")
