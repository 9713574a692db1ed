"""Drafts are looked at before they are whole: whatever is missing or wrong, the paper is set, as a draft."""

from typing import Any

import pytest

from backend.documents import forms
from backend.documents.layout.blanks import completed
from backend.documents.layout.page import document
from backend.documents.rendering import render
from tests.unit.documents.papers import specimens
from tests.unit.documents.papers.specimens import paper, signature, squeezed

KNOWN = sorted({form for form, _ in forms.known()})


def without(value: Any, name: str) -> Any:
    """Drop a key wherever it stands."""
    if isinstance(value, dict):
        return {key: without(inner, name) for key, inner in value.items() if key != name}
    return [without(inner, name) for inner in value] if isinstance(value, list) else value


def names(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(names(inner) for inner in value.values()))
    return set().union(*(names(inner) for inner in value)) if isinstance(value, list) else set()


@pytest.mark.sampled(one_in=6)
@pytest.mark.parametrize("form", KNOWN)
def test_a_draft_of_nothing_is_set(form: str) -> None:
    pdf = render(paper(form, fields={}, draft=True, number=None, issued_on=None))
    assert "DỰTHẢO" in squeezed(specimens.pages(pdf)[0])


@pytest.mark.parametrize("form", KNOWN)
def test_any_field_may_be_missing_or_of_the_wrong_kind(form: str) -> None:
    whole = specimens.fields_of(form)
    for name in names(whole):
        assert document(paper(form, fields=without(whole, name), verify_url=None))["blocks"]
    for wrong in ({"x": 1}, ["x", 2], "x", 7, True, None):
        fields = dict.fromkeys(whole, wrong)
        assert document(paper(form, fields=fields, verify_url=None))["blocks"]


def test_what_a_form_requires_is_a_blank_and_what_it_does_not_know_is_left_out() -> None:
    schema = forms.load("MQĐ20", 1)
    fields = completed(schema, {"reason": "Ngăn chặn", "keeper": {}, "stray": 1})
    assert fields["reason"] == "Ngăn chặn"
    assert set(fields["keeper"]) == {"name", "title"}
    assert fields["exhibits"] == []
    assert "stray" not in fields


def test_a_whole_paper_is_left_as_it_is() -> None:
    for form in KNOWN:
        whole = specimens.fields_of(form)
        assert completed(forms.load(form, forms.newest(form)), whole) == whole


def blocks_of(form: str, **given: Any) -> list[tuple[str, list[str]]]:
    laid_out = document(paper(form, **given))
    found = laid_out["signatures"] or [block for row in laid_out["cells"] for block in row if block]
    return [(block["title"], [person["name"] for person in block["people"]]) for block in found]


def test_everybody_who_is_named_has_a_place_until_hands_are_on_the_paper() -> None:
    roles = [title for title, _ in blocks_of("MBB01")]
    assert roles == [
        "CÁ NHÂN VI PHẠM",
        "NGƯỜI LẬP BIÊN BẢN",
        "ĐẠI DIỆN CHÍNH QUYỀN",
        "NGƯỜI CHỨNG KIẾN",
    ]
    own = signature("maker", "Đặng Thị Hường", drawing=None, note="Ký số", title="Kiểm soát viên")
    assert [title for title, _ in blocks_of("MBB01", signatures=[own])] == roles
    hand = signature("maker", "Đặng Thị Hường")
    assert [title for title, _ in blocks_of("MBB01", signatures=[hand])] == roles[:2]


def test_a_deputy_signs_for_the_head_whatever_he_was_given() -> None:
    fields = specimens.fields_of("MQĐ20")
    fields["signer"] = {"name": "Ngô Thị Bích Thủy", "title": "Phó Chi cục trưởng"}
    [(title, _)] = blocks_of("MQĐ20", fields=fields)
    assert title == "KT. CHI CỤC TRƯỞNG\nPHÓ CHI CỤC TRƯỞNG"
    fields["signer"]["delegation"] = "Quyết định số 48000012/QĐ-GQ"
    [(title, _)] = blocks_of("MQĐ20", fields=fields)
    assert title == "KT. CHI CỤC TRƯỞNG\nPHÓ CHI CỤC TRƯỞNG"
    fields["signer"]["title"] = "Đội phó"
    [(title, _)] = blocks_of("MQĐ20", fields=fields)
    assert title == "KT. ĐỘI TRƯỞNG\nĐỘI PHÓ"


def test_a_purpose_chosen_from_a_list_is_said_in_words_and_not_in_the_title() -> None:
    fields = specimens.fields_of("MQĐ20") | {"purpose": "verify"}
    laid_out = document(paper("MQĐ20", fields=fields))
    assert laid_out["about"] is None or "verify" not in laid_out["about"]
    assert "verify" not in str(laid_out["blocks"])
    assert "Để xác minh tình tiết" in str(laid_out["blocks"])


@pytest.mark.parametrize(
    ("form", "told"),
    [("MQĐ14", False), ("MQĐ33", False), ("MQĐ03", True), ("MQĐ21", True)]
    + [(form, True) for form in ("MQĐ38", "MQĐ39", "MQĐ40")],
)
def test_a_decision_tells_of_complaints_where_its_form_does(form: str, *, told: bool) -> None:
    blocks = str(document(paper(form, fields=specimens.fields_of(form)))["blocks"])
    assert ("có quyền khiếu nại hoặc khởi kiện hành chính" in blocks) is told
