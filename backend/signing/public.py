"""What anybody may learn of a paper, by its code alone: whether it holds, and how to recognise the file.

A code has 140 random bits, so it is found by who holds the paper and by nobody else; an unknown one and a malformed
one are answered by the same words after the same look-up. Names of parties are masked. Readings are not recorded: a
citizen who checks a fine is nobody's business.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from typing import Any

from backend.documents import forms
from backend.errors import NotFound, TooMany
from backend.settings import Settings
from backend.signing import queries, rules
from schemas.problems import Text
from schemas.signatures import PublicDocument, PublicState

_NO_CODE = "-"
"""Looked up in place of what cannot be a code, so that both take the same way."""

_STATES: dict[PublicState, Text] = {
    "valid": Text(vi="Văn bản có hiệu lực", en="This document is in force"),
    "replaced": Text(vi="Văn bản đã được thay thế", en="This document was replaced by another"),
    "cancelled": Text(vi="Văn bản đã bị hủy bỏ", en="This document was cancelled"),
    "void": Text(
        vi="Văn bản không có giá trị: số văn bản đã hủy",
        en="This document is void: its number was voided",
    ),
}


class DocumentUnknown(NotFound):
    """No paper has this code, or it cannot be one: the two are never told apart."""

    code = "document_unknown"
    text_vi = "Không có văn bản nào mang mã này. Hãy kiểm tra lại từng ký tự trên văn bản."
    text_en = "No document has this code. Compare it with the paper, letter by letter."


class TooManyLookups(TooMany):
    """More from one address than people type."""

    code = "too_many_lookups"
    text_vi = "Tra cứu quá nhiều lần từ địa chỉ này. Hãy đợi một phút rồi thử lại."
    text_en = "Too many look-ups from this address. Wait a minute, then try again."


class Buckets:
    """How often an address may ask: `burst` at once, then `per_minute`; in the memory of one process.

    In memory, because a row for every stranger's request would be the cheaper attack. Several web processes allow
    several times as much, which harms nobody: what protects a code is its length.
    """

    def __init__(
        self,
        burst: int = 30,
        per_minute: int = 30,
        addresses: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._burst = burst
        self._per_second = per_minute / 60
        self._most = addresses
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> bool:
        """Take one turn; False where there is none left."""
        now = self._clock()
        left, at = self._left.pop(address, (float(self._burst), now))
        left = min(float(self._burst), left + (now - at) * self._per_second)
        allowed = left >= 1
        self._left[address] = (left - 1 if allowed else left, now)
        while len(self._left) > self._most:
            self._left.popitem(last=False)
        return allowed


_buckets = Buckets()
_public_url = "http://127.0.0.1:8000"


def start(settings: Settings) -> None:
    """Take the public address, and begin with full buckets."""
    global _buckets, _public_url
    _buckets = Buckets()
    _public_url = settings.public_url


def qr_url(code: str) -> str:
    """The address that a paper's QR code holds."""
    return rules.verify_url(_public_url, code)


def neighbourhood(address: str) -> str:
    """Whom a limit is for: an IPv4 address, or the /64 that a household has of IPv6."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address):
        return parsed.exploded[:19]
    return str(parsed)


def admit(address: str) -> None:
    """Count a look-up. Raises TooManyLookups."""
    if not _buckets.take(neighbourhood(address)):
        raise TooManyLookups(minutes=1)


async def find_public(typed: str, address: str) -> PublicDocument:
    """What the public may know of the paper with this code, however it was typed.

    Raises DocumentUnknown, TooManyLookups.
    """
    admit(address)
    row = await queries.find_by_code(rules.read_code(typed) or _NO_CODE)
    if row is None:
        raise DocumentUnknown
    return _view(row)


def _view(row: Any) -> PublicDocument:
    state = _state(row)
    level = row["signature_level"]
    return PublicDocument(
        code=row["code"],
        state=state,
        state_text=_STATES[state],
        form=row["form"],
        form_name=form_names(row["form"], row["form_version"]),
        number=row["number"],
        issued_on=row["issued_on"],
        issuer_name=row["issuer_name"],
        issuer_title=row["issuer_title"],
        issuer_unit=Text(vi=row["unit_vi"], en=row["unit_en"]),
        sha256=row["sha256"],
        size=row["size"],
        signature_level=level,
        signature_text=rules.LEVEL_WORDS.get(level),
        signer_name=row["signer_name"],
        party_name=rules.masked(row["party_name"]) if row["party_name"] else None,
        replaced_by=row["replaced_by"],
        cancelled_by=row["cancelled_by"],
    )


def _state(row: Any) -> PublicState:
    if row["state"] == "discarded" or row["number_void"]:
        return "void"
    if row["cancelled_by"]:
        return "cancelled"
    if row["state"] in ("replaced", "cancelled"):
        found: PublicState = row["state"]
        return found
    return "valid"


def form_names(form: str, version: int) -> Text:
    """What a kind of paper is called; its code where the form is not here."""
    try:
        schema = forms.load(form, version)
    except forms.FormUnknown:
        return Text(vi=form, en=form)
    names = schema.get("x-title", {})
    title = schema.get("title", form)
    return Text(vi=names.get("vi", title), en=names.get("en", title))
