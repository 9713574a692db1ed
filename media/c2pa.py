"""Finds out whether a file has a C2PA manifest (Content Credentials), and which program claims to have made it.

Only the manifest's presence is reported, and the name that the claim gives its program. Nothing is
verified: that takes certificates and a list of trusted parties, and is the task of a separate
program. What is found here is therefore no evidence for or against anybody.

Where manifests lie: C2PA 2.1, appendix A. Their boxes: ISO/IEC 19566-5 (JUMBF).
"""

import struct
from collections.abc import Iterator
from typing import IO, Any, Literal, Protocol

_MAX_STORE = 4 * 1024 * 1024
"""How much of a manifest store is read. It holds thumbnails, and may hold anything."""
_MAX_PIECES = 10_000
"""How many segments, chunks or boxes of a file are stepped over."""
_MAX_TEXT = 100

_STORE, _CLAIM = b"c2pa", b"c2cl"
_UUID_END = bytes.fromhex("00110010800000aa00389b71")  # of every JUMBF content type of C2PA
_HEIC_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


class Openable(Protocol):
    """A file that can be opened for reading as often as needed: a path, or an open file given to a decoder."""

    def open(self, mode: Literal["rb"], /) -> IO[bytes]:
        """Return a new reader with a position of its own."""


def look(source: Openable, kind: str) -> dict[str, Any]:
    """Look into a file of a known kind.

    Never raises: a damaged container counts as having no manifest. The result has `present`, and
    `claim_generator` if the claim names one.
    """
    within = {
        "image/jpeg": _in_jpeg,
        "image/png": _in_png,
        "image/webp": _in_webp,
        "image/heic": _in_heic,
    }
    try:
        with source.open("rb") as file:
            for store in within[kind](file):
                if _type_of(store, 8) == _STORE:
                    generator = _generator(store)
                    return {"present": True} | ({"claim_generator": generator} if generator else {})
    except (OSError, struct.error, ValueError, IndexError):
        return {"present": False}
    return {"present": False}


def _in_jpeg(file: IO[bytes]) -> Iterator[bytes]:
    """APP11 segments whose identifier is `JP`.

    A box longer than a segment continues in the next one, which repeats its number and its header.
    """
    boxes: dict[bytes, bytearray] = {}
    file.seek(2)
    for _ in range(_MAX_PIECES):
        head = file.read(4)
        if len(head) < 4:
            break
        marker, length = struct.unpack(">HH", head)
        if marker < 0xFFC0 or marker in (0xFFD9, 0xFFDA):
            break
        if marker != 0xFFEB:
            file.seek(length - 2, 1)
            continue
        body = file.read(length - 2)
        if body[:2] == b"JP" and body[12:16] == b"jumb":
            box = boxes.setdefault(body[2:4], bytearray())
            header = 16 if body[8:12] == b"\0\0\0\1" else 8
            if len(box) < _MAX_STORE:
                box += body[8:] if not box else body[8 + header :]
    yield from map(bytes, boxes.values())


def _in_png(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(8)
    for _ in range(_MAX_PIECES):
        length, name = struct.unpack(">I4s", file.read(8))
        if name == b"caBX":
            yield file.read(min(length, _MAX_STORE))
            return
        file.seek(length + 4, 1)


def _in_webp(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(12)
    for _ in range(_MAX_PIECES):
        name, length = struct.unpack("<4sI", file.read(8))
        if name == b"C2PA":
            yield file.read(min(length, _MAX_STORE))
            return
        file.seek(length + length % 2, 1)


def _in_heic(file: IO[bytes]) -> Iterator[bytes]:
    """A top-level `uuid` box: version and flags, a purpose that ends with a zero, an offset, the
    store."""
    at = 0
    for _ in range(_MAX_PIECES):
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        header = 8
        if length == 1:
            length, header = struct.unpack(">Q", file.read(8))[0], 16
        if name == b"uuid" and file.read(16) == _HEIC_UUID:
            body = file.read(_MAX_STORE)[4:]
            purpose, _, rest = body.partition(b"\0")
            if purpose == b"manifest":
                yield rest[8:]
                return
        if length < header:
            return
        at += length


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(type, begin and end of the content) of each box in data[start:end]."""
    for _ in range(_MAX_PIECES):
        if start + 8 > end:
            return
        length, name = struct.unpack_from(">I4s", data, start)
        header = 8
        if length == 1:
            length, header = struct.unpack_from(">Q", data, start + 8)[0], 16
        stop = end if length == 0 else min(start + length, end)
        if stop < start + header:
            return
        yield name, start + header, stop
        start = stop


def _type_of(data: bytes, content: int) -> bytes | None:
    """Return the content type, as four letters, of the superbox whose content begins here.

    None if it is not one of C2PA's.
    """
    found = data[content + 8 : content + 24]
    said = data[content + 4 : content + 8] == b"jumd" and found[4:] == _UUID_END
    return found[:4] if said else None


def _generator(store: bytes) -> str | None:
    """Return what the claim of the last manifest says about the program that made it.

    The last manifest is the active one.
    """
    name, begin, end = next(_boxes(store, 0, len(store)))
    manifests = [box for box in _boxes(store, begin, end) if box[0] == b"jumb"]
    if name != b"jumb" or not manifests:
        return None
    for kind, start, stop in _boxes(store, *manifests[-1][1:]):
        if kind == b"jumb" and _type_of(store, start) == _CLAIM:
            for inner, first, last in _boxes(store, start, stop):
                if inner == b"cbor":
                    return _said_in(store[first:last])
    return None


def _said_in(claim: bytes) -> str | None:
    """Return `claim_generator`, or in version 2 the name in `claim_generator_info`.

    The keys are searched for as bytes, with the length that CBOR (RFC 8949) writes before them.
    What lies between them is not parsed.
    """
    plain = claim.find(b"\x6fclaim_generator")
    if plain >= 0:
        return _cbor_text(claim, plain + 16)
    info = claim.find(b"\x74claim_generator_info")
    name = claim.find(b"\x64name", info) if info >= 0 else -1
    return _cbor_text(claim, name + 5) if name >= 0 else None


def _cbor_text(data: bytes, at: int) -> str | None:
    """Return the CBOR text string (major type 3) that begins here, shortened; None for anything else."""
    head = data[at]
    if 0x60 <= head < 0x78:
        start, length = at + 1, head - 0x60
    elif head == 0x78:
        start, length = at + 2, data[at + 1]
    elif head == 0x79:
        start, length = at + 3, int.from_bytes(data[at + 1 : at + 3], "big")
    else:
        return None
    text = data[start : start + length].decode("utf-8", "replace")
    return "".join(c for c in text if c.isprintable()).strip()[:_MAX_TEXT] or None
