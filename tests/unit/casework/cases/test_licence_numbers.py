"""A decision names a licence of the register, however either was typed, and never another licence."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from backend.casework.rules import licence_numbers

LETTERS = some.text("ABCDEGHKLMNPQSTUVXYĐ", min_size=1, max_size=4)
DIGITS = some.text("0123456789", min_size=1, max_size=6)
NUMBERS = some.one_of(
    some.builds("{}/GP-{}".format, DIGITS, LETTERS),
    some.builds("{}/{}/GP-{}".format, DIGITS, DIGITS, LETTERS),
    some.builds("{}/{}".format, DIGITS, LETTERS),
    some.builds("GP{}".format, DIGITS),
    DIGITS,
)
HYPHENS = some.sampled_from("-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d")
FORMS = some.sampled_from(["NFC", "NFD"])
GLUE = some.sampled_from(
    [
        "",
        "-",
        "/",
        ".",
        ":",
        "_",
        " - ",
        " / ",
        "\u2011",
        " \u2013 ",
        " ",
        ",",
        "(",
        "\u00ad",
        "-\n",
    ]
)


@given(NUMBERS, HYPHENS, FORMS, FORMS, some.booleans(), some.sampled_from(["", " ", "\u00a0"]))
def test_a_licence_is_known_whatever_hyphens_spaces_and_letters_it_is_typed_with(
    number: str, hyphen: str, one: str, other: str, small: bool, space: str
) -> None:
    typed = number.replace("-", f"{space}{hyphen}{space}").replace("/", f"{space}/{space}")
    typed = typed.lower() if small else typed
    text = unicodedata.normalize(one, f"Giấy phép số {typed} do Sở cấp")
    assert licence_numbers.names(text, unicodedata.normalize(other, number))
    assert licence_numbers.names(text, unicodedata.normalize(other, typed))


@given(DIGITS, FORMS)
def test_the_word_for_number_may_stand_before_it_without_a_space(number: str, form: str) -> None:
    text = unicodedata.normalize(form, f"GP Số{number}")
    assert licence_numbers.names(text, number)
    assert not licence_numbers.names(text, f"1{number}")


@given(NUMBERS, GLUE, some.one_of(DIGITS, LETTERS))
def test_a_number_is_never_found_in_a_longer_one(number: str, glue: str, more: str) -> None:
    """Whatever joins it with what follows: `12/GP-SCT.2`, `12/GP-SCT - 2`; and with what stands before."""
    assume(more != number)
    if glue not in (" ", ",", "(") or more[0].isdigit():
        assert not licence_numbers.names(f"GP số {number}{glue}{more}", number)
    if glue not in (" ", ":", "(", ","):
        assert not licence_numbers.names(f"GP số {more}{glue}{number}", number)


@given(NUMBERS, NUMBERS)
def test_a_number_is_never_another(one: str, other: str) -> None:
    assert licence_numbers.names(f"GP số {other}.", one) is (one == other)


@given(some.text(max_size=40), some.text(max_size=12))
def test_no_typing_breaks_it_and_what_is_folded_stays_so(text: str, number: str) -> None:
    once = licence_numbers.folded(text)
    assert licence_numbers.folded(once) == once
    assert not licence_numbers.names(text, "  ")
    if licence_numbers.names(text, number):
        assert any(one.isalnum() for one in number)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("GP bán lẻ rượu số 12/GP-SCT", "Giấy phép 12/GP\u2011SCT ngày 10/02/2026", True),
        ("GP bán lẻ rượu", "GP  bán lẻ RƯỢU", True),
        ("GP 01234", "Số01234", True),
        ("GP số 12/GP-SCT ngày 10/02/2026", "GP số 13/GP-SCT ngày 10/02/2026", False),
        ("GP số 12/GP-SCT", "GP số 12/GP-SCT.2", False),
        ("GP số 7 năm 2026", "GP số 8 năm 2026", False),
        ("GP bán lẻ rượu", "GP bán buôn rượu", False),
    ],
)
def test_two_texts_name_the_same_licence_only_if_one_has_a_number_of_the_other(
    one: str, other: str, same: bool
) -> None:
    assert licence_numbers.same(one, other) is same
    assert licence_numbers.same(other, one) is same


@pytest.mark.parametrize(
    ("text", "number", "same"),
    [
        ("GP \u2013 bán lẻ rượu \u2013 12/GP-SCT", "12/GP-SCT", True),
        ("12/GP-SCT - Sở Công Thương cấp", "12/GP-SCT", True),
        ("12/GP-SCT; 13/GP-SCT.", "12/GP-SCT", True),
        ("12/GP-SCT; 13/GP-SCT.", "13/GP-SCT", True),
        ("Số: 01234", "01234", True),
        ("Số.77", "77", True),
        ("GP 01234", "01234", True),
        ("12/GP - SCT", "12/GP", False),
        ("B - 12/GP-SCT", "12/GP-SCT", False),
        ("GP số 5, thời hạn 12 tháng", "12", False),
        ("GP số 5 cấp tháng 10/2026", "10/2026", False),
        ("GP số 5 ngày 20 12 2020", "2012", False),
        ("12/GP-SCT 2 tháng", "12/GP-SCT2", False),
        ("điểm 12 - GP số 99/GP-SCT", "12-GP", False),
        ("sốt12/GP", "t12/GP", False),
    ],
)
def test_what_stands_around_a_number_tells_whether_it_is_whole(
    text: str, number: str, same: bool
) -> None:
    assert licence_numbers.names(text, number) is same
