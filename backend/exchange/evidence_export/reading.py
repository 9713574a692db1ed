"""Opens a package that may be hostile, made to mislead or hang its reader.

Part of kiem-tra.py (checker.py). Nothing in a package is trusted. So nothing is unpacked to disk,
and nothing is read past a bound. Anything that tools may read in two ways (a name twice in a ZIP, a
key twice in an object) is a fault. It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

# From here on it is a part of kiem-tra.py.
MOST_NAMES = 500_000
"""More files than any inspection has: an act has at most six."""
MOST_TEXT = 64 * 2**20
"""Most bytes of a file that is not an original. The largest is inspection.json."""
MOST_ORIGINAL = 2**30
"""Most bytes of an original. Servers accept 64 MiB unless configured otherwise."""
MOST_TIMES = 200
"""How many times its packed size a file may have. The server does not compress; a package that was
compressed again reaches 50."""
CHUNK = 2**20
WRONG_SHAPE = (
    *(KeyError, TypeError, ValueError, AttributeError, IndexError),
    *(RecursionError, OverflowError),
)
"""What Python raises if a value does not have the shape that the server writes."""
NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError)
"""What it raises if a ZIP or a file in it is unreadable: broken, encrypted, of unknown compression."""


class Unreadable(Exception):
    """There is no package that could be checked. This says nothing about whether it fits."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Require each key once: if there are two, one tool reads the first and another the last."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(text: str) -> Any:
    raise ValueError(f"no number: {text}")


def parsed(data: bytes) -> Any:
    """Parse UTF-8 JSON with each key once. Raises ValueError otherwise, also if nested too deeply."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
        json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair has no UTF-8
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


class Package:
    """A package in a folder or a ZIP, and the findings about it so far."""

    def __init__(self, where: Path) -> None:
        """Open it without unpacking. Raises Unreadable if there is no package."""
        self.faults: list[str] = []
        self.unchecked: list[str] = []
        self.remarks: list[str] = []
        self._root = where
        self._zip: zipfile.ZipFile | None = None
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._read: dict[str, str] = {}
        try:
            listed = self._listed_zip() if where.is_file() else self._listed_folder()
        except (*NO_ZIP, *WRONG_SHAPE) as error:
            raise Unreadable(
                f"không mở được, hoặc không phải ZIP / cannot be opened, or is no ZIP: {where} ({error})"
            ) from None
        if "manifest.json" not in listed:
            raise Unreadable(f"không phải gói kiểm chứng / not a verification package: {where}")
        self.names = listed

    def _listed_zip(self) -> set[str]:
        self._zip = zipfile.ZipFile(self._root)
        entries = self._zip.infolist()
        _bound(len(entries))
        packed = self._root.stat().st_size
        if sum(entry.file_size for entry in entries) > MOST_TIMES * packed:
            raise ValueError("it would unpack to a multiple of itself")
        for entry in entries:
            if entry.filename.endswith("/") and not entry.file_size:
                continue
            if entry.filename in self._entries:
                self.faults.append(
                    f"tên có hai lần trong ZIP / a name twice in the ZIP: {entry.filename}"
                )
            self._entries[entry.filename] = entry
        return set(self._entries)

    def _listed_folder(self) -> set[str]:
        if not self._root.is_dir():
            raise Unreadable(f"không có gì ở đó / nothing is there: {self._root}")
        found: set[str] = set()
        for path in self._root.rglob("*"):
            if not path.is_dir():
                found.add(path.relative_to(self._root).as_posix())
                _bound(len(found))
        return found

    def _open(self, name: str) -> IO[bytes]:
        if self._zip is None:
            path = self._root / name
            if not path.is_file():
                raise OSError("no plain file")
            return path.open("rb")
        return self._zip.open(self._entries[name])

    def _chunks(self, name: str, most: int) -> Iterator[bytes]:
        """Yield a file in pieces. Both the size stated in the ZIP and the actual size are checked."""
        entry, left = self._entries.get(name), most
        if entry is not None and (
            entry.file_size > most
            or (entry.file_size > CHUNK and entry.file_size > MOST_TIMES * entry.compress_size)
        ):
            raise ValueError("too large")
        with self._open(name) as file:
            while piece := file.read(CHUNK):
                left -= len(piece)
                if left < 0:
                    raise ValueError("too large")
                yield piece

    def _cannot(self, name: str, error: BaseException) -> None:
        line = f"không đọc được tệp / cannot be read: {name} ({error})"
        if line not in self.faults:
            self.faults.append(line)

    def read(self, name: str) -> bytes:
        """Return a file that is not an original.

        If missing or too large: note a fault, return no bytes.
        """
        if name not in self.names:
            self.faults.append(f"thiếu tệp / missing: {name}")
            return b""
        try:
            return b"".join(self._chunks(name, MOST_TEXT))
        except (*NO_ZIP, ValueError, MemoryError) as error:
            self._cannot(name, error)
            return b""

    def digest(self, name: str, most: int = MOST_ORIGINAL) -> str:
        """Return the SHA-256 of a file of any size, reading it once.

        If it is missing, note a fault.
        """
        if name not in self.names:
            self.faults.append(f"thiếu tệp / missing: {name}")
            return ""
        if name not in self._read:
            found = hashlib.sha256()
            try:
                for piece in self._chunks(name, most):
                    found.update(piece)
                self._read[name] = found.hexdigest()
            except (*NO_ZIP, ValueError) as error:
                self._cannot(name, error)
                self._read[name] = ""
        return self._read[name]

    def text(self, name: str) -> str:
        """Return a file as text. If it is none, note a fault and return no text."""
        try:
            return self.read(name).decode("utf-8")
        except ValueError as error:
            self._cannot(name, error)
            return ""

    def json(self, name: str) -> dict[str, Any]:
        """Return the JSON object in a file. If there is none, note a fault and return an empty one."""
        value = self.any_json(name)
        if isinstance(value, dict):
            return value
        if value is not None:
            self.faults.append(f"không phải một đối tượng JSON / no JSON object: {name}")
        return {}

    def any_json(self, name: str) -> Any:
        """Return any JSON value in a file. If there is none, note a fault and return None."""
        data = self.read(name)
        try:
            return parsed(data) if data else None
        except ValueError as error:
            self.faults.append(f"không phải JSON / no JSON: {name} ({error})")
            return None

    def must(self, holds: Any, vi: str, en: str) -> None:
        """Note a fault unless a condition holds."""
        if not holds:
            self.faults.append(f"{vi} / {en}")


def _bound(names: int) -> None:
    if names > MOST_NAMES:
        raise ValueError("too many files")
