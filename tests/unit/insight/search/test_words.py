"""Words as they are compared: without case and diacritics, wherever a tone mark is set, numbers by any part."""

import unicodedata
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.insight.rules.search import folding, indexing
from backend.insight.rules.search.indexing import Place, Said
from schemas.insight.search import TextKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("thuỷ sản", "thủy sản"),
        ("khoẻ", "khỏe"),
        ("Đường cát ĐỎ", "duong cat do"),
        ("Nguyễn Thị Ưởng", "nguyen thi uong"),
        ("NGHIÊNG NGHIỆT", "nghieng nghiet"),
        ("25.000.000 đ", "25000000 d"),
        ("ﬁlm ＡＢＣ", "film abc"),
    ],
)
def test_these_are_the_same_words_however_their_letters_are_composed(one: str, other: str) -> None:
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, one)  # type: ignore[arg-type]  # one of its forms
        assert folding.folded(written) == folding.folded(other)
        assert [word.folded for word in folding.words(written)] == folding.folded(other)


def test_each_word_knows_the_letters_that_it_stands_for() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Số 12, đường Hoà Bình (Đống Đa)")  # type: ignore[arg-type]
        pieces = [text[word.begin : word.end] for word in folding.words(text)]
        assert [unicodedata.normalize("NFC", one) for one in pieces] == [
            *("Số", "12", "đường", "Hoà", "Bình", "Đống", "Đa")
        ]


def test_a_number_is_parted_from_letters_and_kept_with_its_ends() -> None:
    assert folding.folded("MQĐ02-12345/BB-VPHC") == ["mqd", "02", "12345", "bb", "vphc"]
    assert indexing.kept_of("12345") == ["12345", "2345", "345"]
    assert indexing.kept_of("02") == ["02"]
    assert len(indexing.kept_of("9" * 500)) == 22, "and no text makes it grow"


def test_a_word_is_kept_once_for_each_place() -> None:
    said = [
        Said(Place.NAME, TextKind.PARTY, "Gạo Hoa"),
        Said(Place.WHERE, TextKind.ADDRESS, "ngõ Gạo, ngõ Gạo"),
        Said(Place.TEXT, TextKind.MINUTES, "gạo"),
    ]
    assert indexing.vector(said, ["@q20264"]) == "'gao':1A,2B,4D 'hoa':1A 'ngo':2B '@q20264':1"


def test_no_text_can_have_a_tag() -> None:
    said = [Said(Place.TEXT, TextKind.COMMENT, "@q20264 '@u':1 \\' & | ! <-> \0")]
    kept = indexing.vector(indexing.fitting(said), [])
    assert kept == "'0264':4D '1':4D '20264':4D '264':4D 'q':4D 'u':4D"


def test_no_more_is_kept_than_is_searched() -> None:
    said = [Said(Place.TEXT, TextKind.PAPER, f"{n} " + "a" * 50_000) for n in range(10)]
    kept = indexing.fitting(said)
    assert sum(len(one.text) for one in kept) == indexing.MOST_LETTERS
    again = [
        Said(Place.NAME, TextKind.PARTY, " Gạo \n Hoa "),
        Said(Place.NAME, TextKind.PARTY, "Gạo Hoa"),
    ]
    assert [one.text for one in indexing.fitting(again)] == ["Gạo Hoa"]


def test_a_record_bears_its_month_its_quarter_and_its_year_in_vietnam() -> None:
    new_year = datetime(2025, 12, 31, 17, tzinfo=UTC)
    assert indexing.time_tags(new_year) == ["@m202601", "@q20261", "@y2026"]
    before = new_year - timedelta(seconds=1)
    assert indexing.time_tags(before) == ["@m202512", "@q20254", "@y2025"]


def test_spans_go_back_month_by_month_and_then_in_longer_strides() -> None:
    spans = indexing.spans_back(date(2026, 11, 30), 4)
    tags = ["@m202611", "@m202610", "@q20263", "@q20262", "@q20261", "@y2025", "@y2024", "@y2023"]
    assert [one.tag for one in spans] == tags
    january = indexing.spans_back(date(2026, 1, 1), 3)
    tags = ["@m202601", "@q20254", "@q20253", "@q20252", "@q20251", "@y2024"]
    assert [one.tag for one in january] == tags
    assert spans[0].end == datetime(2026, 11, 30, 17, tzinfo=UTC)
    assert january[1].end == datetime(2025, 12, 31, 17, tzinfo=UTC)


def test_quarters_go_back_over_the_end_of_a_year() -> None:
    tags = [one.tag for one in indexing.quarters_back(date(2026, 2, 1), 3)]
    assert tags == ["@q20261", "@q20254", "@q20253"]


@given(day=st.dates(date(1990, 1, 1), date(2100, 1, 1)), years=st.integers(1, 30))
def test_spans_leave_no_gap_and_shorter_ones_are_all_of_a_longer(day: date, years: int) -> None:
    spans = indexing.spans_back(day, years)
    for newer, older in pairwise(spans):
        assert older.first + older.months == newer.first
    for span in spans:
        parts = span.shorter or [span]
        assert sum(one.months for one in parts) == span.months
        assert [one.end for one in parts] == sorted((one.end for one in parts), reverse=True)
        assert parts[0].end == span.end
        assert parts[-1].first == span.first
