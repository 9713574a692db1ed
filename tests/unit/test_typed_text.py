"""What somebody typed or pasted is kept as it reads, whatever nobody sees in it."""

import pytest

from backend.core import typed_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Cửa hàng Năm \n", "Cửa hàng Năm"),
        ("Cu\u031b\u0309a", "Cửa"),
        ("Cu\u200b\u031b\u0309a", "Cửa"),
        ("\u202e Năm \u200b", "Năm"),
        ("\ufeff\u00a0Năm\u3000\u0000", "Năm"),
        ("một\r\nhai\tba", "một\nhai\tba"),
    ],
)
def test_text_is_trimmed_and_composed_once_what_nobody_sees_is_gone(typed: str, kept: str) -> None:
    assert typed_text.clean(typed) == kept
    assert typed_text.clean(kept) == kept


def test_a_flood_of_letters_that_nobody_types_is_cleaned_and_not_remembered() -> None:
    every = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    assert typed_text.clean(f"\u200b{every}\n") == typed_text.clean(every)
    assert len(typed_text._SHOWN) <= typed_text._REMEMBERED
