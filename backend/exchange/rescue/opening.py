"""Decrypting rescue files, in a thread: age v1 (age-encryption.org/v1), the server's X25519 key.

In such a stream every 64 KiB are authenticated before they are output, and the last piece is marked
as the last. A cut or altered file is therefore detected, and never trusted in part. Nothing is
recorded before a whole file was read once to its end.
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
"""A header for one recipient has about 200 bytes.

The library would read one of gigabytes into memory.
"""

_one_at_a_time = asyncio.Lock()
"""Two large manifests together would need too much memory on a small machine."""


class Opened(NamedTuple):
    """A complete file: its manifest, and the measured hash of each photograph."""

    manifest: Manifest
    hashes: list[str]


async def read(path: Path) -> Opened:
    """Read a file to its end without storing it. Raises RescueUnreadable, RescueKeyMissing."""
    async with _one_at_a_time:
        return await asyncio.to_thread(_open, path, Reader)


async def unpack(path: Path, plain: BinaryIO) -> Opened:
    """Read a file as read() does, and write the photographs' bytes one after another to `plain`."""
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
    manifest = reader.end()
    return Opened(manifest, reader.hashes[: len(manifest.photos)])


def _check_header(path: Path) -> None:
    with path.open("rb") as encrypted:
        head = encrypted.read(_MAX_HEADER_BYTES)
    if not head.startswith(_FIRST_LINE):
        raise RescueUnreadable("rescue_not_age")
    if _LAST_LINE not in head:
        raise RescueUnreadable("rescue_damaged")
