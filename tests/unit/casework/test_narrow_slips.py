"""Slips of 58 and 80 mm: as wide as the paper, read by a scanner as the printer's dots show them."""

import io
import subprocess
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from pypdf import PdfReader

from backend.casework.party_copies import cover, narrow
from backend.documents.layout import drawing
from deploy import node
from tests.support import wire

_ADDRESS = "https://hientruong.dms.gov.vn/verify/7K2M-9QXT-4B8D-HW3N-CJ5R-0VYF-6ZPA"
_STATEMENT = "0" * 230
_SLIP = cover.Slip(
    superior="Cục Quản lý và Phát triển thị trường trong nước",
    unit="Chi cục Quản lý thị trường thành phố Hà Nội",
    title="Quyết định kiểm tra việc chấp hành pháp luật trong sản xuất, kinh doanh",
    number="0123/QĐ-KT-QLTTHN",
    day="28/11/2026",
    party="Công t** T** M** Đ** H**",
    giver="Nguyễn Hoài An",
    given="29/11/2026",
    qr=drawing.qr_signed(_ADDRESS, _STATEMENT),
    address=_ADDRESS,
    code=_ADDRESS[-34:],
    second_code="WWWW-MMMM-WWWW",
    until="27/02/2027",
    tries="5",
    days="90",
    files=[],
    appointment="08:30 05/12/2026, tại trụ sở Đội Quản lý thị trường số 1",
)
_DECODE = """
import { readFileSync } from 'node:fs'; import decodeQR from 'qr/decode.js';
const [width, height] = process.argv.slice(-2).map(Number);
console.log(decodeQR({ width, height, data: new Uint8Array(readFileSync(0)) }));
"""


def scanned(picture: Image.Image) -> str:
    """What a scanner reads off paper on which each dot is black or white, and nothing between."""
    dots = picture.convert("L").point(lambda grey: 255 if grey > 127 else 0).convert("RGBA")
    node.npm_ci(wire.FOLDER, root=wire.ROOT)
    words = [*node.find(wire.ROOT).node, "--input-type=module", "-e", _DECODE]
    sizes = [str(dots.width), str(dots.height)]
    read = subprocess.run(
        [*words, *sizes], input=dots.tobytes(), capture_output=True, cwd=wire.FOLDER, check=True
    )
    return read.stdout.decode().strip()


@pytest.mark.parametrize("paper", [58, 80])
def test_a_slip_is_as_wide_as_the_paper_and_says_what_it_is_for(paper: int, tmp_path: Path) -> None:
    roll = narrow.ROLLS[paper]
    pdf = tmp_path / "slip.pdf"
    pdf.write_bytes(narrow.compose(_SLIP, roll, picture=False))
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    sizes = next(line.split() for line in told.splitlines() if line.startswith("Page size:"))
    assert abs(float(sizes[2]) / 72 * 25.4 - paper) < 0.1
    assert "Pages:           1" in told
    said = " ".join(PdfReader(pdf).pages[0].extract_text().split())
    for line in (
        "0123/QĐ-KT-QLTTHN",
        "Ngày 28/11/2026",
        "CHI CỤC QUẢN LÝ THỊ TRƯỜNG",
        "Công t** T** M** Đ** H**",
        "7K2M-9QXT-4B8D-HW3N CJ5R-0VYF-6ZPA",
        "WWWW-MMMM-WWWW",
        "27/02/2027 (90 ngày)",
        "LỊCH HẸN",
        "08:30 05/12/2026",
        "không phải bản sao",
    ):
        assert line in said, said


@pytest.mark.long
@pytest.mark.parametrize(("paper", "head"), [(58, 384), (80, 576)])
def test_its_code_is_read_as_the_dots_of_the_printer_show_it(
    paper: int, head: int, tmp_path: Path
) -> None:
    """Pixel for dot on the print head; and the PDF as a driver of 203 dpi sets it."""
    roll = narrow.ROLLS[paper]
    pdf = tmp_path / "slip.pdf"
    pdf.write_bytes(narrow.compose(_SLIP, roll, picture=False))
    picture = Image.open(io.BytesIO(narrow.compose(_SLIP, roll, picture=True)))
    assert picture.width == head
    printed = subprocess.run(
        ["pdftoppm", "-r", "203.2", "-png", "-singlefile", pdf], capture_output=True, check=True
    ).stdout
    whole = f"{_ADDRESS}#{_STATEMENT}"
    assert scanned(picture) == whole
    assert scanned(Image.open(io.BytesIO(printed))) == whole


def test_a_code_for_a_camera_is_at_least_25_mm_wide_on_every_roll() -> None:
    for qr in (drawing.qr("https://a.vn/verify/7K2M"), _SLIP.qr, drawing.qr("x" * 650)):
        for roll in narrow.ROLLS.values():
            dots = narrow.qr_dots(qr, roll)
            modules = int(qr.split('viewBox="0 0 ')[1].split()[0])
            assert dots % modules == 0  # so that no dot is half black
            assert 25 * 8 <= dots <= roll.head * 8


def test_a_slip_without_an_appointment_names_none() -> None:
    bare = msgspec.structs.replace(_SLIP, appointment="")
    pdf = narrow.compose(bare, narrow.ROLLS[58], picture=False)
    assert "HẸN" not in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
