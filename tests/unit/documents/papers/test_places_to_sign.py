"""Where places to sign stand: never alone on a page, and their titles in lines of about one length."""

import pytest

from backend.documents.rendering import render
from tests.unit.documents.papers import specimens
from tests.unit.documents.papers.specimens import paper, squeezed


@pytest.mark.parametrize(
    ("form", "first", "last"),
    [
        ("BB-KT", "CÁ NHÂN ĐƯỢC KIỂM TRA", "THÀNH VIÊN ĐOÀN KIỂM TRA"),
        ("MBB05", "NGƯỜI LẬP BIÊN BẢN", "NGƯỜI CHỨNG KIẾN"),
        ("MBB28", "BÊN NHẬN BÀN GIAO", "BÊN BÀN GIAO"),
        ("MQĐ16", "Nơi nhận:", "ĐỘI TRƯỞNG"),
        ("MQĐ40", "Nơi nhận:", "PHÓ CHI CỤC TRƯỞNG"),
    ],
)
def test_signatures_have_words_of_the_paper_on_their_page(form: str, first: str, last: str) -> None:
    """A page of signatures alone could be put behind another text; rows of them stay together."""
    _, _, found = specimens.rendered(form)
    page = squeezed(next(one for one in found[1:] if squeezed(first) in squeezed(one)))
    assert len(page.partition(squeezed(first))[0]) > 30
    assert squeezed(last) in page


def test_no_last_word_of_a_title_stands_alone() -> None:
    """NGƯỜI ĐẠI DIỆN CỦA TỔ CHỨC VI PHẠM is longer than half a page is wide."""
    fields = specimens.fields_of("MBB01")
    company = {
        "kind": "organisation",
        "name": "Công ty TNHH Sao Mai",
        "representative_name": "Lê Na",
    }
    found = specimens.pages(render(paper("MBB01", fields=fields | {"violator": company})))
    lines = [" ".join(line.split()) for page in found for line in page.split("\n")]
    assert "TỔ CHỨC VI PHẠM" in lines
