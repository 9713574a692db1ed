"""Parses bytes into acts: strict parsing, and a hash over the RFC 8785 form of exactly what came.

Never re-encode a struct to hash it: a field that the struct drops or fills with a default would
change the hash. The parsed JSON is canonicalised as it came, including the signature. The device's
signature covers the same form without `signature`.
"""

import hashlib
import json
import unicodedata
from datetime import datetime
from typing import Any

import msgspec

from backend.core.canonical_json import canonical, canonical_ascii
from schemas.core.base import Wire
from schemas.core.content_types import MAX_SAFE_INTEGER
from schemas.ledger.acts import CONTENTS, Act

_FIRST_YEAR, _LAST_YEAR = 1970, 2999
"""Years that a time in an act may have. A wrong clock is no reason to refuse evidence, even if it
fell back to its epoch. No phone's clock leaves these years, and beyond them databases and calendars
overflow."""

MAX_DEPTH = 40
"""JSON nested deeper than this is refused before it can exhaust the stack. None of our forms comes
near it."""


class Malformed(msgspec.Struct, frozen=True, kw_only=True):
    """An element that is not a well-formed act.

    It is kept as text and refused as `act_malformed`, with the place and the reason.
    """

    act_id: str | None
    where: str
    why: str
    text: str

    @property
    def id_text(self) -> str | None:
        """The id as it came; None if it has none."""
        return self.act_id

    @property
    def act_hash(self) -> bytes:
        """SHA-256 of the text, by which a repeat is recognised."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).digest()


class ParsedAct(msgspec.Struct, frozen=True, kw_only=True):
    """A well-formed act. Whether it may happen is not decided yet."""

    act: Act
    content: Wire
    raw: dict[str, Any]
    text: str
    act_hash: bytes
    signed_bytes: bytes
    """What the device signed: the RFC 8785 form of all but the signature."""

    @property
    def id_text(self) -> str | None:
        """The id as text."""
        return str(self.act.id)


class _Fault(Exception):
    def __init__(self, where: str, why: str) -> None:
        super().__init__(why)
        self.where = where
        self.why = why


class Duplicate(dict[str, Any]):
    """A JSON object that had the same key twice."""


class _Float:
    """A number with a fraction or an exponent."""

    def __init__(self, literal: str) -> None:
        self.literal = literal


def parse_json(body: bytes) -> Any:
    """Parse JSON so that duplicate keys and floats can still be found.

    Raises ValueError if the bytes are not JSON.
    """

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        return made if len(made) == len(items) else Duplicate(made)

    def constant(name: str) -> Any:
        raise ValueError(f"{name} is not JSON")

    try:
        return json.loads(
            body.decode("utf-8"),
            object_pairs_hook=pairs,
            parse_float=_Float,
            parse_constant=constant,
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def canonical_form(said: Any) -> bytes | None:
    """Return the RFC 8785 form of what parse_json() gave; None if it is outside our profile of JSON."""
    try:
        _check(said, "", 0)
    except _Fault:
        return None
    return canonical(said)


def parse_act(raw: Any) -> ParsedAct | Malformed:
    """Parse one element of `acts`.

    Never raises: a fault is returned with its place (a JSON Pointer).
    """
    try:
        _check(raw, "", 0)
        if not isinstance(raw, dict):
            raise _Fault("", "an act is an object")
        act = _convert(raw, Act, "")
        kind = CONTENTS.get(act.type)
        if kind is None:
            raise _Fault("/type", f"no act has the type {act.type!r}")
        content = _convert(raw["content"], kind, "/content")
        _check_times(act, "")
        _check_times(content, "/content")
        signed, data = _canonical_forms(raw)
    except _Fault as fault:
        return Malformed(act_id=_id_of(raw), where=fault.where, why=fault.why, text=_as_text(raw))
    return ParsedAct(
        act=act,
        content=content,
        raw=raw,
        text=data.decode(),
        act_hash=hashlib.sha256(data).digest(),
        signed_bytes=signed,
    )


def _canonical_forms(raw: dict[str, Any]) -> tuple[bytes, bytes]:
    """Return the canonical form without the signature, and the whole form, encoding only once.

    `signature` and `type` are the last keys in canonical order, so the signature is inserted before
    `type`. `Act` has already checked that the envelope has exactly its own keys.
    """
    rest = canonical({key: value for key, value in raw.items() if key != "signature"})
    tail = b',"type":' + canonical_ascii(raw["type"]) + b"}"
    middle = b',"signature":' + canonical_ascii(raw["signature"])
    return rest, rest[: -len(tail)] + middle + tail


def _convert(value: Any, kind: Any, base: str) -> Any:
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `$")
        where = path.rstrip("`").replace(".", "/").replace("[", "/").replace("]", "")
        raise _Fault(base + where, message) from error


def _check_times(value: Any, where: str) -> None:
    """Check that every time in an act, at any depth, has an offset and a year within the bounds.

    Raises _Fault.
    """
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise _Fault(where, "a time needs its offset; write UTC with Z (RFC 3339)")
        if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            raise _Fault(where, "a time outside 1970 to 2999")
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            _check_times(getattr(value, name), f"{where}/{name}")


def _check(value: Any, where: str, depth: int) -> None:
    """Refuse JSON that our profile does not allow. Raises _Fault."""
    if depth > MAX_DEPTH:
        raise _Fault(where, "nested too deeply")
    if isinstance(value, str):
        _check_text(value, where)
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int):
        if abs(value) > MAX_SAFE_INTEGER:
            raise _Fault(where, "an integer beyond 2^53 - 1")
    elif isinstance(value, dict):
        if isinstance(value, Duplicate):
            raise _Fault(where, "a key stands twice")
        for key, item in value.items():
            _check_text(key, where)
            _check(item, f"{where}/{key}", depth + 1)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _check(item, f"{where}/{index}", depth + 1)
    else:
        raise _Fault(where, "a floating-point number: acts hold integers only")


def _check_text(value: str, where: str) -> None:
    if "\x00" in value:  # PostgreSQL's text cannot hold it
        raise _Fault(where, "a NUL character")
    if value.isascii():
        return
    if not unicodedata.is_normalized("NFC", value):
        raise _Fault(where, "text that is not in Unicode NFC")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise _Fault(where, "a lone surrogate") from error


def _id_of(raw: Any) -> str | None:
    value = raw.get("id") if isinstance(raw, dict) else None
    return value if isinstance(value, str) and len(value) <= 64 and value.isascii() else None


def _as_text(raw: Any) -> str:
    def other(value: Any) -> Any:
        return value.literal if isinstance(value, _Float) else str(value)

    text = json.dumps(raw, default=other, ensure_ascii=True, sort_keys=True)
    return text[:300_000]
