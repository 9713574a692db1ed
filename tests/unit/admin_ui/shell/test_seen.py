"""A page is without characters that make it read differently from the printed paper."""

import unicodedata

from admin_ui.shell.render import seen

MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""All that have the property Bidi_Control (Unicode Standard Annex 9, section 2)."""
LINES = "\t\n\r"


def test_control_characters_and_marks_of_direction_alone_are_left_out() -> None:
    controls = {
        chr(code)
        for code in range(0x80)
        if unicodedata.category(chr(code)) == "Cc" and chr(code) not in LINES
    }
    for one in controls | set(MARKS):
        assert seen(f"Hộ{one}Minh") == "HộMinh", ascii(one)
    everything = "".join(map(chr, range(0x3000)))
    assert set(everything) - set(seen(everything)) == controls | set(MARKS)


def test_a_page_without_them_is_the_same() -> None:
    page = f"<p>Hộ kinh doanh Nguyễn Thị Lan{LINES}“50 %”</p>\u200d"
    assert seen(page) == page
