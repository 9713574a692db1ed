"""What the agency's digital signature shows, and where (Decree 30/2020, Appendix I, II.8)."""

import io
import json
import struct
import zlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from backend.documents import contents, forms, rendering
from backend.documents.rules import signing as rules
from backend.documents.signing import opening, seal_pictures
from backend.documents.signing.errors import SealPictureWrong
from deploy.demo import ca

NAME = "Bùi Hương Giang"
AT = datetime(2026, 11, 28, 17, 0, 3, tzinfo=UTC)
MM = 72 / 25.4


class Signer:
    """As papers name a signer."""

    full_name, title_vi, unit_code = NAME, "Chi cục trưởng", "01"
    unit_name, superior_name = "Chi cục Hà Nội thử", "Cục thử"


@cache
def paper(*, electronically: bool) -> bytes:
    version = forms.newest("MQĐ24")
    example = Path(__file__).parents[1] / "examples" / f"MQĐ24.{version}.json"
    said = json.loads(example.read_text())
    filled = contents.Filled("MQĐ24", version, said.get("fields", said))
    content = contents.content(
        filled, Signer(), number="1/QĐ-TL", now=AT, signed_electronically=electronically
    )
    return rendering.render(content)


def png(width: int = 20, height: int = 20, colours: int = 6) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0)
    rows = (b"\0" + b"\xc8\0\0\xff" * width) * height
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    )


def test_without_a_picture_the_name_and_the_time_are_in_the_blank_corner_of_the_first_page() -> (
    None
):
    shown = seal_pictures.shown(paper(electronically=True), NAME, "Chi cục Hà Nội thử", AT, None)
    said = PdfReader(io.BytesIO(shown.picture)).pages[0].extract_text()
    assert "Chi cục Hà Nội thử" in said
    assert "2026-11-29T00:00:03+07:00" in said  # ISO 8601, Vietnam's time zone
    assert shown.page == 0
    left, bottom, right, top = shown.box
    assert (right, top) <= (596, 842)
    assert bottom >= 842 - 20 * MM, "our papers leave 20 mm above blank"
    assert left > 595 / 4


@pytest.mark.parametrize("electronically", [True, False])
def test_a_picture_covers_a_third_of_the_signature_on_its_left_in_its_true_size(
    electronically: bool,
) -> None:
    pdf = paper(electronically=electronically)
    place = seal_pictures.signature_place(pdf, NAME)
    assert place is not None
    shown = seal_pictures.shown(pdf, NAME, "Chi cục", AT, (png(), 36))
    left, bottom, right, top = shown.box
    assert shown.page == place.page
    assert (right - left, top - bottom) == pytest.approx((36 * MM, 36 * MM), abs=1)
    assert (right - place.left) / (place.right - place.left) == pytest.approx(1 / 3, abs=0.02)
    assert bottom < (place.bottom + place.top) / 2 < top
    [_, over] = seal_pictures.allowed(pdf, NAME)
    assert over.left <= left
    assert over.right >= right


def test_where_no_signature_is_found_the_words_are_shown() -> None:
    shown = seal_pictures.shown(paper(electronically=False), "Ai khác", "Chi cục", AT, (png(), 36))
    assert shown.page == 0
    assert "Chi cục" in PdfReader(io.BytesIO(shown.picture)).pages[0].extract_text()


@pytest.mark.parametrize(
    ("data", "mm"),
    [
        (b"", 36),
        (b"\xff\xd8\xff\xe0", 36),
        (b"\x89PNG\r\n\x1a\n", 36),
        (png()[:60], 36),
        (png(colours=2), 36),  # no transparent ground
        (png(4000, 1), 36),
        (png() + b"\0" * 500_000, 36),
        (png(), 5),
        (png(), 0),
    ],
)
def test_other_pictures_are_refused(data: bytes, mm: int) -> None:
    with pytest.raises(SealPictureWrong):
        seal_pictures.require(data, mm)


def test_a_picture_with_a_transparent_ground_is_taken() -> None:
    seal_pictures.require(png(), 36)


def test_a_certificate_seals_only_for_the_unit_that_it_names_and_while_it_is_valid() -> None:
    pair = ca.issue("CHI CỤC HÀ NỘI THỬ", None)
    facts = opening.facts_of(_der(pair))

    def why(unit: str, *, otherwise: bool = False, now: datetime | None = None) -> str | None:
        return rules.unit_objection(
            facts,
            unit_name=unit,
            named_otherwise=otherwise,
            now=now or facts.valid_from,
        )

    assert why("Chi cục  Hà Nội thử") is None  # letters and blanks do not matter
    assert why("Chi cục Đà Nẵng thử") == "certificate_other_body"
    assert why("Chi cục Đà Nẵng thử", otherwise=True) is None
    assert why("Chi cục Hà Nội thử", now=datetime(2099, 1, 1, tzinfo=UTC)) == "certificate_expired"


def _der(pair: ca.Pair) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return pair.certificate.public_bytes(Encoding.DER)
