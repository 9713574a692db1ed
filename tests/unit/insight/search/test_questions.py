"""What somebody types becomes a question of whole words and beginnings; it is never an operator."""

import pytest

from backend.insight.rules.search import asking, marking
from backend.insight.rules.search.indexing import Place, Said
from schemas.insight.search import TextKind

MEANT = {"nguye": ["nguyen"], "ho": ["ho", "hoa"], "h": [f"h{n}" for n in range(21)]}
"""Words of records that begin so, as they are known before records are looked at."""


@pytest.mark.parametrize(
    ("typed", "whole", "drivers"),
    [
        ("Gạo hoa", "'gao' & 'hoa':*", "'gao'"),
        ("Gạo hoa ", "'gao' & 'hoa'", "'gao' & 'hoa'"),
        ("g", "'g':*", None),
        ("gao nguye", "'gao' & 'nguye':*", "'gao' & 'nguyen'"),
        ("gao ho", "'gao' & 'ho':*", "'gao' & ('ho' | 'hoa')"),
        ("gao h", "'gao' & 'h':*", "'gao'"),
        ("12345 nguye", "'12345':* & 'nguye':*", "'12345':*"),
        ("12/QĐ", "'12' & 'qd':*", "'12'"),
        ("123", "'123':*", None),
        ("1234", "'1234':*", "'1234':*"),
        ("hòa hoà", "'hoa' & 'hoa':*", "'hoa'"),
        ("gao & !hoa | (x:* <-> 'y')", "'gao' & 'hoa' & 'x' & 'y'", "'gao' & 'hoa' & 'x' & 'y'"),
    ],
)
def test_a_question_is_read(typed: str, whole: str, drivers: str | None) -> None:
    question = asking.read(typed)
    assert question.whole() == whole
    meant = {term: MEANT.get(term.word, []) for term in question.terms}
    assert question.drivers(meant) == drivers


def test_a_place_and_tags_narrow_it() -> None:
    question = asking.read("gao ", "Ba Đình")
    assert question.whole() == "'gao' & 'ba':B & 'dinh':B"
    assert question.named() == "'gao':A"


def test_a_second_try_takes_each_word_as_a_beginning() -> None:
    loose = asking.read("ngu van 12 a ").looser()
    assert loose is not None
    assert loose.whole() == "'ngu':* & 'van':* & '12' & 'a'"
    assert loose.looser() is None


@pytest.mark.parametrize("typed", ["a" * 201, "a" * 1_000_000, "a " * 13])
def test_too_much_is_refused_and_not_cut(typed: str) -> None:
    with pytest.raises(asking.SearchTooLong):
        asking.read(typed)


@pytest.mark.parametrize("typed", ["%", "…", "'''", "\u0301\u0301", "@!#"])
def test_marks_alone_are_no_question(typed: str) -> None:
    with pytest.raises(asking.SearchWithoutWords):
        asking.read(typed)


def test_nothing_typed_asks_for_nothing() -> None:
    assert asking.read("  ").empty


def marks(text: str, typed: str) -> str:
    return "".join(
        f"[{one.text}]" if one.hit else one.text
        for one in marking.marked(text, asking.read(typed).terms)
    )


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Công ty Gạo Hoà Trắng", "gao hòa", "Công ty [Gạo Hoà] Trắng"),
        ("Trắng Hoa Gạo", "gao tra", "[Trắng] Hoa [Gạo]"),
        ("12345/BB-VPHC", "234", "1[234]5/BB-VPHC"),
        ("25.000.000 đồng", "25000", "[25.000.000] đồng"),
        ("Đường 30 Tháng 4", "duong 4", "[Đường] 30 Tháng [4]"),
        ("<b>Gạo</b>", "gao", "<b>[Gạo]</b>"),
    ],
)
def test_the_words_that_match_are_marked_as_they_are_written(
    text: str, typed: str, shown: str
) -> None:
    assert marks(text, typed) == shown


def test_an_excerpt_shows_where_the_other_words_stand() -> None:
    terms = asking.read("mau rượu vang ").terms
    said = [
        Said(Place.NAME, TextKind.PARTY, "Trần Văn Mẫu"),
        Said(
            Place.TEXT,
            TextKind.MINUTES,
            "x " * 200 + "trên kệ có rượu vang không nhãn " + "y " * 200,
        ),
        Said(Place.TEXT, TextKind.COMMENT, "rượu"),
    ]
    known = marking.fitted("Trần Văn Mẫu", terms)
    what, pieces = marking.excerpt(said, terms, known)
    text = "".join(one.text for one in pieces)
    assert what is TextKind.MINUTES
    assert [one.text for one in pieces if one.hit] == ["rượu vang"]
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) < 180
    assert marking.excerpt(said, terms[:1], known) == (None, [])


def test_the_best_hits_come_first() -> None:
    rows = [
        ("Trần Mẫu", "7"),
        ("Gạo Hoa", "1"),
        ("Gạo Hòa", "2"),
        ("Trần Mẫu", "Gạo hoa"),
        ("Công ty Hoa Gạo", "3"),
    ]
    terms = asking.read("Gạo Hoa").terms
    best = sorted(rows, key=lambda row: marking.rank(row[0], row[1], "Gạo Hoa", terms))
    assert best[:2] == [("Gạo Hoa", "1"), ("Trần Mẫu", "Gạo hoa")]
    assert best[2:] == [("Công ty Hoa Gạo", "3"), ("Gạo Hòa", "2"), ("Trần Mẫu", "7")]
