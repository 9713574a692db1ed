"""What may be a scan, by its bytes alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.documents.rules import scans as scan_rules
from tests.support import scans

WHOLE = {"PDF": scans.pdf(), "JPEG": scans.jpeg()}


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_file_is_taken(kind: str) -> None:
    assert scan_rules.fault(WHOLE[kind]) is None


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.99])
def test_a_file_whose_end_is_missing_is_refused(kind: str, kept: float) -> None:
    data = WHOLE[kind]
    cut = data[: int(len(data) * kept)]
    if kind == "PDF":  # the marker of the end in its last kilobyte is all that is asked of a PDF
        cut = cut.replace(b"%%EOF", b"%%xxx")
    assert scan_rules.fault(cut) == "scan_truncated"


def test_a_camera_s_small_picture_does_not_pass_for_the_end_of_a_cut_photograph() -> None:
    whole = scans.jpeg()
    small = b"\xff\xe1" + (len(whole) + 2).to_bytes(2, "big") + whole
    with_small = whole[:2] + small + whole[2:]
    assert scan_rules.fault(with_small) is None
    assert scan_rules.fault(with_small[:-40]) == "scan_truncated"
    assert scan_rules.fault(whole + b"appended by a phone" * 100) is None


@pytest.mark.parametrize("name", scans.hostile())
def test_what_is_neither_pdf_nor_jpeg_is_refused_whatever_it_is_called(name: str) -> None:
    assert scan_rules.fault(scans.hostile()[name]) == "scan_wrong_kind"


def test_a_pdf_that_holds_no_page_is_told_as_such() -> None:
    empty = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
    assert scan_rules.fault(empty) == "scan_no_page"


def test_nothing_and_too_much_are_refused() -> None:
    assert scan_rules.fault(b"") == "scan_empty"
    most = scans.pdf() + bytes(scan_rules.MOST_BYTES)
    assert scan_rules.fault(most) == "scan_too_large"
    fits = scans.jpeg()
    fits += bytes(scan_rules.MOST_BYTES - len(fits))
    assert scan_rules.fault(fits) is None


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_it_fail(tail: bytes) -> None:
    for head in (b"", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0", b"%PDF-1.7", b"\xff\xd8\xff\xda"):
        scan_rules.fault(head + tail)
