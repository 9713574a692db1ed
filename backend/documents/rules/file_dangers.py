"""What is dangerous about a filed document, told by searching its bytes. Pure; nothing is run.

No parser of a format is used, and nothing is unpacked but the object streams of a PDF, by zlib,
within bounds. What cannot be searched is said too (`unsearched`), and is not shown. A file is never
refused for a danger: it may be what the violator sent (DESIGN 5.1). Officers read the sentence.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final, Literal, get_args

from backend.documents.rules import file_kinds as kinds

Danger = Literal[
    "archive",
    "bomb",
    "encrypted",
    "macros",
    "pdf_action",
    "pdf_attachment",
    "pdf_media",
    "pdf_script",
    "polyglot",
    "program",
    "truncated",
    "unsearched",
    "web_page",
    "wrong_ending",
]
DANGERS: Final[tuple[str, ...]] = get_args(Danger)
SEARCHED_BYTES = 64_000_000
"""A larger file is not searched whole. Only sound and moving pictures are so large in this trade."""
_TAIL_BYTES = 1_048_576
_MOST_ENTRIES = 20_000
_MOST_STREAMS = 4_000
_MOST_INFLATED = 64_000_000
_STREAM_BYTES, _STREAM_INFLATED = 2_000_000, 8_000_000
_BOMB_RATIO, _BOMB_BYTES = 100, 200_000_000


def _named(*names: str) -> re.Pattern[bytes]:
    """Return a pattern of PDF names, each letter plain or as #xx (ISO 32000-1, 7.3.5)."""

    def letter(one: str) -> str:
        code = f"{ord(one):02x}"
        return f"(?:{one}|#{''.join(f'[{x}{x.upper()}]' if x.isalpha() else x for x in code)})"

    found = "|".join("".join(map(letter, name)) for name in names)
    return re.compile(f"/(?:{found})(?![A-Za-z0-9#])".encode())


_STREAMS = _named("ObjStm")
_AROUND = 2_000
"""Bytes before the name of its type in which an object stream must begin; its dictionary has twice as many."""
_NUMBERED = re.compile(rb"\d\s+\d+\s+\Z")
_HEAD = re.compile(rb"obj\s*<<([\s/\w\[\].+-]*)>>\s*stream\r?\n")
_FILTER = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])(?!\w)")
_NAMES: tuple[tuple[Danger, re.Pattern[bytes]], ...] = (
    ("pdf_script", _named("JavaScript", "JS", "XFA")),
    ("pdf_action", _named("Launch", "SubmitForm", "ImportData", "GoToE")),
    ("pdf_attachment", _named("EmbeddedFile", "EmbeddedFiles", "Filespec")),
    ("pdf_media", _named("RichMedia", "Movie", "Sound", "Rendition", "3D")),
    ("encrypted", _named("Encrypt")),
)
"""ISO 32000-1: 12.6.4 (actions), 7.11.4 (embedded files), 13 (multimedia), 7.6 (encryption)."""
_ARCHIVES = frozenset(
    {kinds.ZIP, "application/vnd.rar", "application/x-7z-compressed", "application/gzip"}
)
_ENDS = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND"}
_INNER = (b".zip", b".rar", b".7z", b".gz", b".exe", b".js", b".vbs", b".scr", b".bat", b".lnk")


def found(data: bytes, size: int, kind: str, name: str) -> tuple[str, ...]:
    """Return every danger of a file, in order.

    `data` are all its bytes, or of a file larger than SEARCHED_BYTES its head and its tail.
    """
    all_of_it = len(data) >= size
    told = set(_by_kind(data, kind, all_of_it=all_of_it))
    if _is_polyglot(data, kind):
        told.add("polyglot")
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    fitting = kinds.ENDINGS.get(kind)
    if ending and _is_wrong(ending, kind, fitting):
        told.add("wrong_ending")
    if not all_of_it and kind not in kinds.AUDIO | kinds.VIDEO | kinds.PICTURES:
        told.add("unsearched")
    return tuple(one for one in DANGERS if one in told)


def _is_wrong(ending: str, kind: str, fitting: frozenset[str] | None) -> bool:
    if fitting is not None:
        return ending not in fitting
    known = frozenset().union(*kinds.ENDINGS.values())
    return kind in (kinds.TEXT, kinds.UNKNOWN) and ending in known - {"txt", "xml", "bin"}


def _by_kind(data: bytes, kind: str, *, all_of_it: bool) -> Iterator[Danger]:
    if kind == kinds.PDF:
        yield from _of_pdf(data, all_of_it=all_of_it)
    elif kind == kinds.OLE:
        yield from _of_ole(data)
    elif kind == kinds.ZIP or kind in kinds.OFFICE.values():
        yield from _of_zip(data, kind)
    elif kind in _ARCHIVES:
        yield "archive"
    elif kind == kinds.PROGRAM:
        yield "program"
    elif kind == kinds.HTML:
        yield "web_page"
    elif kind in _ENDS and _ENDS[kind] not in data[-_TAIL_BYTES:]:
        yield "truncated"


def _of_pdf(data: bytes, *, all_of_it: bool) -> Iterator[Danger]:
    if b"%%EOF" not in data[-2048:]:
        yield "truncated"
    inflated, fault = _object_streams(data)
    if fault is not None:
        yield fault
    if not all_of_it:
        yield "unsearched"
    for text in (data, inflated):
        yield from (danger for danger, pattern in _NAMES if pattern.search(text))


def _object_streams(data: bytes) -> tuple[bytes, Danger | None]:
    """Inflate the object streams of a PDF (ISO 32000-1, 7.5.7), in which its dictionaries may hide.

    Returns what was inflated, and `bomb` or `unsearched` if it is not all of it.
    """
    parts: list[bytes] = []
    total = 0
    fault: Danger | None = None
    for at, hit in enumerate(_STREAMS.finditer(data)):
        if at >= _MOST_STREAMS or total > _MOST_INFLATED:
            return b"\n".join(parts), "bomb"
        begin = _begin(data, hit.start())
        inflating = zlib.decompressobj()
        try:
            part = inflating.decompress(data[begin : begin + _STREAM_BYTES], _STREAM_INFLATED)
        except zlib.error:  # encrypted, or packed in another way
            part = b""
        if len(part) >= _STREAM_INFLATED:
            return b"\n".join(parts), "bomb"
        if not begin or not inflating.eof:
            fault = "unsearched"
        parts.append(part)
        total += len(part)
    return b"\n".join(parts), fault


def _begin(data: bytes, named_at: int) -> int:
    """Return where the bytes of the object stream begin whose type is named there.

    0 unless its dictionary is as every program writes it: nothing nested, no string, comment or escaped
    name, and packed once by zlib without parameters. Any other could mislead the search.
    """
    first = max(0, named_at - _AROUND)
    begun = data.rfind(b"obj", first, named_at)
    if begun < 0 or not _NUMBERED.search(data, max(first, begun - 30), begun):
        return 0
    head = _HEAD.match(data, begun, begun + 2 * _AROUND)
    if head is None or head[1].count(b"Filter") != 1 or head[1].count(b"Decode") != 1:
        return 0
    return head.end() if _FILTER.search(head[1]) else 0


def _of_ole(data: bytes) -> Iterator[Danger]:
    """Old Office files, and encrypted new ones: their streams have names in UTF-16 (MS-CFB 2.6)."""
    if any(name.encode("utf-16-le") in data for name in ("_VBA_PROJECT", "Macros", "VBA")):
        yield "macros"
    if "EncryptedPackage".encode("utf-16-le") in data:
        yield "encrypted"


def _entries(data: bytes) -> list[tuple[int, int, int, bytes]] | None:
    """Read the directory of a ZIP archive (APPNOTE 4.3.12). None if there is none that can be read."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if end < 0 or end + 22 > len(data):
        return None
    count, length = struct.unpack_from("<HI", data, end + 10)
    at = end - length
    entries: list[tuple[int, int, int, bytes]] = []
    for _ in range(min(count, _MOST_ENTRIES)):
        if at < 0 or data[at : at + 4] != b"PK\x01\x02" or at + 46 > len(data):
            return None
        flags = struct.unpack_from("<H", data, at + 8)[0]
        packed, unpacked, names, extra, comment = struct.unpack_from("<IIHHH", data, at + 20)
        entries.append((flags, packed, unpacked, data[at + 46 : at + 46 + names]))
        at += 46 + names + extra + comment
    return entries


def _of_zip(data: bytes, kind: str) -> Iterator[Danger]:
    entries = _entries(data)
    if entries is None:
        yield "truncated"
        entries = []
    if kind == kinds.ZIP:
        yield "archive"
    if any(flags & 1 for flags, _, _, _ in entries):
        yield "encrypted"
    names = [name.lower() for _, _, _, name in entries]
    if any(name.endswith(b"vbaproject.bin") or b"macrosheets/" in name for name in names):
        yield "macros"
    packed = sum(one for _, one, _, _ in entries)
    unpacked = sum(one for _, _, one, _ in entries)
    if unpacked > _BOMB_BYTES and unpacked > _BOMB_RATIO * max(packed, 1):
        yield "bomb"
    if kind == kinds.ZIP and sum(name.endswith(_INNER[:4]) for name in names) > 1:
        yield "bomb"
    if any(name.endswith(_INNER[4:]) for name in names):
        yield "program"


def _is_polyglot(data: bytes, kind: str) -> bool:
    """Tell whether a file is of a second kind too, by the places where readers look for it."""
    head, tail = data[:1024], data[-_TAIL_BYTES:]
    if kind != kinds.PDF and b"%PDF-" in head and kind != kinds.TEXT:
        return True
    zipped = kind == kinds.ZIP or kind in kinds.OFFICE.values()
    if not zipped and kind != kinds.UNKNOWN and b"PK\x05\x06" in tail and b"PK\x01\x02" in tail:
        return True
    if kind in kinds.PICTURES | kinds.AUDIO | kinds.VIDEO | {kinds.PDF, "image/gif"}:
        near = head.lower() + data[-4096:].lower()
        return any(page in near for page in (b"<script", b"<html", b"<!doctype html", b"<?php"))
    return False
