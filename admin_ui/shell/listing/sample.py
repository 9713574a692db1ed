"""A table with made-up rows, for the page that shows the desk's style: every state that a list can be in."""

from typing import NamedTuple

from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import (
    Act,
    Cell,
    Column,
    Empty,
    Line,
    Listing,
    Mark,
    Pick,
    totalled,
)
from admin_ui.shell.words import Language, say

PATH = "/desk/style"
_TEXT = "Cửa hàng bán mỹ phẩm không rõ nguồn gốc, nhãn phụ ghi sai tên tổ chức chịu trách nhiệm về hàng hóa"
_DAYS = ("29/11/2026", "16/11/2026", "02/10/2026", "05/01/2026")


class Samples(NamedTuple):
    """The lists that the page shows."""

    full: Listing
    stacked: Listing
    """Softer words below the titles, of which long ones have a second line."""
    acting: Listing
    """Rows that can be chosen, have details, and end in what can be done."""
    narrowed: Listing
    """Conditions without a row."""
    nothing: Listing


def samples(language: Language, order: str = "") -> Samples:
    """Return the lists in the reader's language. `order` turns the first one round, as its heading does."""
    said = "day" if order == "day" else ""
    place = Place(PATH, {"state": "open", "unit": "1"}, said)
    both = place.chips(
        ("state", say(language, "cases.state"), say(language, "cases.state_decision_due")),
        ("unit", say(language, "cases.unit"), "Đội 1"),
    )
    columns = [
        Column(say(language, "cases.head_clock"), "l"),
        Column(say(language, "cases.state"), "xl"),
        Column(say(language, "cases.head_money"), "s", number=True, spare=True),
        Column(say(language, "cases.unit"), "xs"),
        Column(
            say(language, "cases.opened"),
            "s",
            phone=False,
            order=place.ordering("day", "-day", falling=True),
        ),
    ]
    rows = [_line(number, language) for number in range(4)]
    full = Listing(
        caption=say(language, "cases.newest_first"),
        heading=say(language, "cases.case"),
        columns=columns,
        lines=list(reversed(rows)) if said else rows,
        empty=_empty(language),
        total=totalled(language, "cases.total", 1_234),
        chips=both,
        clear=PATH,
        first=PATH,
        following=f"{PATH}?after=x",
    )
    stacked = full._replace(
        lines=[one._replace(key=f"stacked-{one.key}") for one in rows[:3]],
        columns=[one._replace(order=None) for one in columns],
        chips=(),
        first="",
        following="",
        stacked=True,
    )
    acting = full._replace(
        lines=[_acting(one, number, language) for number, one in enumerate(rows[:2])],
        columns=[one._replace(order=None) for one in columns],
        total=totalled(language, "cases.total", 10_001),
        chips=both[:1],
        first="",
        following="",
    )
    none = totalled(language, "cases.total", 0)
    narrowed = full._replace(lines=[], total=none, first="", following="")
    return Samples(full, stacked, acting, narrowed, narrowed._replace(chips=()))


def _empty(language: Language) -> Empty:
    return Empty(say(language, "cases.none_yet"), PATH, say(language, "cases.new"))


def _line(number: int, language: Language) -> Line:
    rest = (
        Cell(say(language, "listing.sample_late"), tone="late"),
        Cell(say(language, "listing.sample_soon"), tone="soon"),
        Cell(say(language, "listing.sample_rest")),
        Cell(),
    )
    names = (
        "Hộ kinh doanh Vải sợi Ngõ Tơ",
        _TEXT,
        "Công ty TNHH Bánh kẹo Gạch Mẫu 19",
        "Phan Văn Thử",
    )
    return Line(
        key=f"sample-{number}",
        title=names[number],
        href=f"{PATH}#sample-{number}",
        about=f"0101000{number}/VV-2026 · Số 8 Ngõ Tơ, phường Mẫu Đơn, thành phố Hà Nội",
        marks=[Mark(say(language, "informations.urgent"), "bad")] if number == 1 else [],
        cells=(
            rest[number],
            say(language, "cases.state_decision_due"),
            ("", "1.500.000", "30.000.000", "500.000")[number],
            f"Đội {number + 1}",
            _DAYS[number],
        ),
    )


def _acting(line: Line, number: int, language: Language) -> Line:
    return line._replace(
        key=f"acting-{number}",
        pick=Pick("row", str(number), line.title, disabled=number == 1),
        more=((say(language, "cases.case"), line.title), (say(language, "cases.unit"), line.about)),
        acts=(Act(say(language, "common.next_page"), PATH, line.title),),
    )
