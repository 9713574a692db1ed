"""The one table as it is drawn: what a row asks stands among its details, and opens on words of its own."""

import re

from admin_ui.shell.listing.table import Act, Column, Empty, Line, Listing, Mark
from admin_ui.shell.render import ENVIRONMENT
from admin_ui.shell.words import CATALOGUES

PAGE = ENVIRONMENT.from_string(
    '{% import "shell/macros/table.html" as table with context %}'
    "{% call(line) table.listing(list) %}<form id='of-{{ line.key }}'></form>{% endcall %}"
)


def drawn(*lines: Line, compact: bool = False) -> str:
    shown = Listing(
        caption="Danh sách",
        heading="Văn bản",
        columns=[Column("Số", "s")],
        lines=lines,
        empty=Empty("Chưa có gì."),
        compact=compact,
    )
    words = CATALOGUES["vi"]
    return PAGE.render(list=shown, t=lambda key, **_: words[key], lang="vi")


def test_a_row_that_asks_opens_on_its_words_and_the_form_is_among_its_details() -> None:
    html = drawn(
        Line("a", "Quyết định", cells=("1",), form="Hủy số này"),
        Line("b", "Biên bản", cells=("2",)),
    )
    assert re.search(r"<summary><span class=\"says\">Hủy số này</span>", html)
    assert html.count("<details") == 1, "only where there is something to open"
    [details] = re.findall(r'<tr role="row" class="more">(.*?)</tr>', html, re.DOTALL)
    assert "<form id='of-a'>" in details


def test_a_row_with_something_unanswered_stands_open() -> None:
    assert "<details open>" in drawn(Line("a", "x", cells=("1",), form="Chọn", open=True))
    assert "<details open>" not in drawn(Line("a", "x", cells=("1",), more=(("Tên", "Nội dung"),)))


def test_a_list_in_a_column_says_so_and_long_acts_get_their_room() -> None:
    act = Act("Lập hồ sơ vụ việc", "/desk/cases/new", "Hộ Một")
    html = drawn(
        Line("a", "x", cells=("1",), acts=[act], marks=[Mark("Khác", "bad")]), compact=True
    )
    assert 'class="list-frame compact"' in html
    assert 'class="acts-head wide"' in html
    assert '<span class="mark bad">Khác</span>' in html


def test_an_empty_list_says_what_to_do() -> None:
    assert "Chưa có gì." in drawn()
