"""What can be a name: every Vietnamese spelling, and nothing that only looks like one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.force.rules import names

_VIETNAMESE = "aăâeêioôơuưybcdđghklmnpqrstvx"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_WORD = st.lists(
    st.builds(
        lambda letter, tone: letter + tone, st.sampled_from(_VIETNAMESE), st.sampled_from(_TONES)
    ),
    min_size=1,
    max_size=6,
).map(lambda letters: unicodedata.normalize("NFC", "".join(letters)).capitalize())


@given(st.lists(_WORD, min_size=1, max_size=5).map(" ".join))
def test_every_word_of_vietnamese_letters_can_be_a_name(name: str) -> None:
    assert names.name_fault(name) in (None, "name_title")


@given(st.characters(categories=("L", "N", "P", "S", "C", "M")))
def test_a_letter_of_another_script_is_in_no_name(letter: str) -> None:
    kept = unicodedata.normalize("NFD", letter.casefold())
    ours = all(
        unicodedata.name(each, "").startswith("LATIN")
        or unicodedata.combining(each)
        or each in "'’-"
        for each in kept
    )
    assert ours or names.name_fault(f"Lê {letter}a") == "name_letters"


@pytest.mark.parametrize("name", ["Phạm Cúc Trường", "Đỗ Đôi Trương", "H'Hen Niê", "Y Ƀlô"])
def test_a_name_that_is_like_a_title_without_its_marks_is_a_name(name: str) -> None:
    assert names.name_fault(name) is None


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (
            "Lò Văn Ðức",
            "Lò Văn Đức",
        ),  # the Icelandic letter of old fonts (TCVN3, VNI) that were converted
        ("Vừ A ðà", "Vừ A đà"),
        ("KʼBrơi", "K'Brơi"),  # the letter apostrophe, as the language's keyboards write it
        ("H‘Hen Niê", "H'Hen Niê"),
        ("H`Hen Niê", "H'Hen Niê"),
        ("H’Hen Niê", "H'Hen Niê"),
        ("Hồ\u2011Thị", "Hồ-Thị"),  # the hyphen that breaks no line, as out of a word processor
    ],
)
def test_another_sign_for_the_same_letter_is_taken_as_ours(typed: str, stored: str) -> None:
    """An honest name is not refused over what nobody can see on the screen, nor stored in two ways."""
    assert names.tidy(typed) == stored
    assert names.name_fault(names.tidy(typed)) is None


@pytest.mark.parametrize("number", ["01-QLTT0001", "HN 12/3", "7", "ĐN.4"])
def test_a_number_is_letters_and_digits_and_what_joins_them(number: str) -> None:
    assert names.number_fault(number) is None


@pytest.mark.parametrize("number", ["-", "01-QLТТ0001", "7)", "7  1", " 7", "７"])
def test_a_number_of_anything_else_is_none(number: str) -> None:
    assert names.number_fault(number) == "officer_number_letters"
