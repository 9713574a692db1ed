"""The server's signed statement in a QR code, by the table that the phone's tests read as well."""

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import segno
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from backend.core import keys
from backend.core.key_ring import unb64url
from backend.documents import contents, forms
from backend.documents.layout import drawing
from backend.documents.rules import signing as rules
from backend.documents.rules import statements
from tests.architecture.tree import ROOT

TABLE: dict[str, Any] = json.loads(
    (ROOT / "tests" / "cases" / "statements.json").read_text(encoding="utf-8")
)


class Signer:
    """As papers name a signer."""

    full_name, title_vi, unit_code = "Bùi Hương Giang", "Chi cục trưởng", "01"
    unit_name, superior_name = "Chi cục Hà Nội thử", "Cục thử"


KEYS = {one["key_id"]: one["public_key"]["x"] for one in TABLE["keys"]}


def judged(scanned: str) -> tuple[str, str | None, statements.Statement | None]:
    """Judge as the phone does: verdict, code, what is stated."""
    address, _, fragment = scanned.partition("#")
    code = rules.read_code(address.partition("/verify/")[2])
    if code is None:
        return "no_paper", None, None
    if not fragment:
        return "plain", code, None
    try:
        said, before, signature = statements.unpack(fragment)
    except statements.Unreadable:
        return "unreadable", code, None
    if said.key_id not in KEYS:
        return "unknown_key", code, None
    key = Ed25519PublicKey.from_public_bytes(unb64url(KEYS[said.key_id]))
    try:
        key.verify(signature, statements.signed_bytes(code, before))
    except InvalidSignature:
        return "forged", code, None
    return "prepared" if said.before_signing else "genuine", code, said


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_a_scanned_code_is_judged_as_the_table_says(case: dict[str, Any]) -> None:
    verdict, code, said = judged(case["scanned"])
    assert (verdict, code) == (case["verdict"], case["code"])
    if case["said"]:
        assert said is not None
        stated = {
            "issued_on": said.issued_on.isoformat(),
            "content_mark": said.content_mark,
            "form": said.form,
            "number": said.number,
            "issuer": said.issuer,
        }
        assert stated == case["said"]


@pytest.mark.parametrize(
    ("how", "before_signing"),
    [
        ({"signed_electronically": True}, False),
        ({}, True),
        ({"signed_electronically": True, "signed_elsewhere": True}, True),
    ],
    ids=["signed here in one command", "printed for a pen", "taken away for a token"],
)
def test_a_file_that_leaves_before_it_is_signed_says_so(
    tmp_path: Path, how: dict[str, bool], before_signing: bool
) -> None:
    keys.create(tmp_path)
    keys.load(tmp_path)
    version = forms.newest("MQĐ24")
    filled = contents.Filled("MQĐ24", version, {})
    made = contents.content(
        filled, Signer(), number="1/QĐ-TL", code="7" * 28, now=datetime.now(UTC), **how
    )
    said, _, _ = statements.unpack(made.statement or "")
    assert said.before_signing is before_signing


@given(st.text(max_size=200))
def test_whatever_stands_behind_the_address_is_judged_and_never_breaks(text: str) -> None:
    assert judged(f"https://x/verify/{'7' * 28}#{text}")[0] in ("unreadable", "plain", "forged")


def test_the_code_is_readable_at_30_mm_with_the_longest_texts() -> None:
    # A module of 0.35 mm is read by a phone's camera at a hand's breadth (ISO/IEC 18004 asks the printer for 4 dots).
    said = statements.Statement(
        key_id="0" * 16,
        issued_on=date(2026, 11, 28),
        content_mark="0" * 16,
        form="QĐ-SĐBSKT",
        number="99999999/QĐ-SĐBSKT" + "x" * 40,
        issuer="CHI CỤC QUẢN LÝ THỊ TRƯỜNG " * 6,
    )
    text = statements.pack(statements.body(said), bytes(64))
    address = f"https://tracuu.quanlythitruong.gov.vn/verify/{rules.new_code()}"
    picture = drawing.qr_signed(address, text)
    side = int(picture.partition('viewBox="0 0 ')[2].partition(" ")[0])
    assert 30 / side >= 0.35
    # The plain code at the foot, which is 14 mm wide, stays as it was.
    plain = segno.make(address, error="m", micro=False).symbol_size(border=4)[0]
    assert 14 / plain >= 0.28
    assert io.BytesIO(picture.encode()).read(4) == b"<svg"
