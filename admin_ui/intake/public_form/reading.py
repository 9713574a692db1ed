"""Reads a posted report as it streams in: texts first, then photographs, none of which is ever whole on a disk.

A photograph is held in memory until it is complete, and sealed until the report is kept. What is too large or too many
is read on and dropped, so that the texts, which come before it in the form, can be shown again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from litestar.exceptions import InternalServerException
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from admin_ui.shell.forms import Form, clean
from admin_ui.shell.render import AnyRequest
from backend.intake.public_form import service as public_form
from backend.intake.public_form.service import Photograph

_MOST_TEXT: Final = 64 * 1024
_MOST_FIELDS: Final = 80
_MOST_NAME: Final = 200
_MOST_READ: Final = 120_000_000
"""Bytes of one request. Who sends more is not read to the end."""
_SECONDS: Final = 300.0
_HELD_AT_ONCE: Final = 96_000_000
"""Bytes of photographs, sealed ones too, that one process holds for all who are sending."""

_held = 0


class Unreadable(Exception):
    """What was sent is no form of this page."""


@dataclass
class Sent:
    """What arrived: the texts, the sealed photographs, and what is wrong with photographs."""

    values: dict[str, list[str]] = field(default_factory=dict)
    photographs: list[Photograph] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    """Words of the area, without `public_form.error_`, and the name of the file."""
    chose_photographs: bool = False

    @property
    def form(self) -> Form:
        """Return the texts, as the other forms of the desk have them."""
        return Form(self.values)

    def fault(self, what: str, name: str = "") -> None:
        """Note a fault once."""
        if (what, name) not in self.faults:
            self.faults.append((what, name))


@dataclass
class _Part:
    """One part of the form while it arrives."""

    disposition: bytes = b""
    name: str = ""
    file_name: str | None = None
    data: bytearray = field(default_factory=bytearray)
    dropped: bool = False
    whole: bool = False


class _Parts:
    """The parser's callbacks: a list of parts, of which the last may be incomplete."""

    def __init__(self, boundary: bytes, take: Any) -> None:
        self.done: list[_Part] = []
        self._now = _Part()
        self._header, self._value = bytearray(), bytearray()
        self._take = take
        self._count = 0
        self.parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": lambda data, start, end: self._header.extend(data[start:end]),
                "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_finished,
                "on_part_data": lambda data, start, end: self._take(self._now, data[start:end]),
                "on_part_end": self._end,
            },
        )

    @property
    def unfinished(self) -> _Part | None:
        """Return a part that broke off."""
        return None if self._now.whole or not self._now.name else self._now

    def _begin(self) -> None:
        self._count += 1
        if self._count > _MOST_FIELDS:
            raise Unreadable
        self._now = _Part()

    def _header_end(self) -> None:
        if len(self._header) + len(self._value) > 4096:
            raise Unreadable
        if self._header.lower() == b"content-disposition":
            self._now.disposition = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def _headers_finished(self) -> None:
        _, options = parse_options_header(self._now.disposition)
        self._now.name = options.get(b"name", b"").decode("utf-8", "replace")[:_MOST_NAME]
        if b"filename" in options:
            said = options[b"filename"].decode("utf-8", "replace").replace("\\", "/")
            self._now.file_name = clean(said.rpartition("/")[2])[:_MOST_NAME]

    def _end(self) -> None:
        self._now.whole = True
        self.done.append(self._now)


@asynccontextmanager
async def read(request: AnyRequest, *, keep: bool) -> AsyncIterator[Sent]:
    """Read a report. `keep` False: photographs are dropped, because this one will not be taken anyway.

    Its photographs count against the memory of all until the block ends. Raises Unreadable if it is no form of this
    page.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not 1 <= len(boundary) <= 70:
        raise Unreadable
    sent, room = Sent(), _Room()
    try:
        parts = _Parts(boundary, lambda part, data: _take(part, data, sent, room, keep=keep))
        try:
            async with asyncio.timeout(_SECONDS):
                await _fill(parts, sent, room, request.stream())
        except (TimeoutError, InternalServerException):  # the latter: the sender is gone
            sent.fault("photo_broken")
        except FormParserError as error:
            if not sent.values:
                raise Unreadable from error
            sent.fault("photo_broken")
        if parts.unfinished is not None:
            sent.fault("photo_broken")
        yield sent
    finally:
        room.give_back()


async def _fill(parts: _Parts, sent: Sent, room: "_Room", chunks: AsyncIterator[bytes]) -> None:
    count = 0
    async for chunk in chunks:
        count += len(chunk)
        if count > _MOST_READ:
            sent.fault("photo_busy")
            return
        parts.parser.write(chunk)
        while parts.done:
            part = parts.done.pop(0)
            if part.file_name is None:
                text = clean(part.data.decode("utf-8", "replace"))
                sent.values.setdefault(part.name, []).append(text)
            elif part.name == "photographs" and not part.dropped and (part.data or part.file_name):
                await _finish(part, sent, room)


async def _finish(part: _Part, sent: Sent, room: "_Room") -> None:
    """Seal a photograph, which goes on taking as much room as before, or drop it."""
    name = part.file_name or "?"
    sent.chose_photographs = True
    if public_form.picture_type(bytes(part.data[: public_form.HEAD_BYTES])) is None:
        sent.fault("photo_kind", name)
        room.give_back(len(part.data))
    elif len(sent.photographs) >= public_form.MOST_PHOTOGRAPHS:
        sent.fault("photo_many")
        room.give_back(len(part.data))
    else:
        sent.photographs.append(await public_form.seal_photograph(bytes(part.data)))


class _Room:
    """What one request holds of the memory that all share."""

    def __init__(self) -> None:
        self.mine = 0
        self.texts = 0

    def take(self, count: int) -> bool:
        """Take some bytes; False if there is no room."""
        global _held
        if _held + count > _HELD_AT_ONCE:
            return False
        _held += count
        self.mine += count
        return True

    def give_back(self, count: int | None = None) -> None:
        """Give back some bytes, or all."""
        global _held
        count = self.mine if count is None else min(count, self.mine)
        _held -= count
        self.mine -= count


def _take(part: _Part, data: bytes, sent: Sent, room: _Room, *, keep: bool) -> None:
    """Add some bytes to a part, unless they are too many."""
    if part.file_name is None:
        room.texts += len(data)
        if room.texts > _MOST_TEXT:
            raise Unreadable
        part.data.extend(data)
        return
    if part.dropped or part.name != "photographs":
        part.dropped = True
        return
    sent.chose_photographs = True
    too_large = len(part.data) + len(data) > public_form.MOST_BYTES
    if keep and not too_large and room.take(len(data)):
        part.data.extend(data)
        return
    if keep:
        sent.fault("photo_size" if too_large else "photo_busy", part.file_name if too_large else "")
    room.give_back(len(part.data))
    part.data.clear()
    part.dropped = True
