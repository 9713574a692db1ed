"""The bounds as data: which place of which act, from where to where, and why.

docs/ledger/bounds.md is printed from it. Bounds of acts of inspections, people and cases are
declared with the acts (backend/*/acts) and added by backend/registry.py. Here are those of the
catalogue and of the installation.

There are two kinds of lines. Some exclude what the law or the calendar makes impossible: no
violation under Law 15/2012 before it was in force, nothing that happened tomorrow. Others exclude
what is surely mistyped: a meeting in 9999. Legal terms that can be extended or excused are not
bounds but clocks (backend/law/deadlines). A paper signed outside is entered with its own date,
however late (PRACTICE B8); therefore the edges reach far into the past.
"""

from dataclasses import dataclass
from datetime import date

from backend.core import geodesy
from backend.ledger.bounds.edges import Edge, Fixed, Today

LAW_IN_FORCE = date(2013, 7, 1)
"""Law 15/2012/QH13 on Handling Administrative Violations: no act under it is older (L 141.1)."""
FORCE_FOUNDED = date(1957, 7, 3)
"""The first market-surveillance bodies (Decree 290-TTg): no position or unit is older."""
INDEPENDENCE = date(1945, 9, 2)
"""No paper of this State is older."""
MOST_MONEY = 999_999_999_999
"""The largest amount of đồng that papers can write in words. The largest fine in this field is a
thousandth of it."""
COORDINATE = {
    "latitude_e7": geodesy.MOST_LATITUDE_E7,
    "longitude_e7": geodesy.MOST_LONGITUDE_E7,
}
MOST_ACCURACY_MM = 20_000_000_000
"""Half the earth's circumference, in mm: no measurement is worse."""


@dataclass(frozen=True)
class Line:
    """One place: its types of act, its pointer, the edges, and the reason.

    The reason is shown to the officer who typed the value.
    """

    acts: str
    pointer: str
    least: tuple[Edge, ...]
    most: tuple[Edge, ...]
    why_vi: str
    why_en: str
    when: tuple[str, str] | None = None
    """If set, the line applies only if this field has this value."""

    @property
    def kinds(self) -> list[str]:
        """The types of act as a list."""
        return self.acts.split()


def _line(
    acts: str,
    pointer: str,
    least: Edge | tuple[Edge, ...] | None,
    most: Edge | tuple[Edge, ...] | None,
    why: tuple[str, str],
    when: tuple[str, str] | None = None,
) -> Line:
    def many(edge: Edge | tuple[Edge, ...] | None) -> tuple[Edge, ...]:
        return () if edge is None else edge if isinstance(edge, tuple) else (edge,)

    return Line(acts, pointer, many(least), many(most), *why, when)


LAW = Fixed(LAW_IN_FORCE)
MONEY = Fixed(MOST_MONEY)
ZERO = Fixed(0)

HAPPENED = ("việc đã xảy ra, từ ngày Luật XLVPHC có hiệu lực", "it has happened, since Law 15/2012")
AHEAD = ("việc sắp tới, từ hôm nay", "it lies ahead, from today")
SIGNED = (
    "theo văn bản đã ký, kể cả khi nhập sau ngày đó",
    "as the signed paper has it, also where it is entered after that day",
)
SLIP = ("ngoài khoảng này là gõ nhầm", "outside this it is a slip of the keyboard")
BORN = ("người đang sống, đã sinh", "a living person, born")
IN_WORDS = ("số tiền viết được bằng chữ", "an amount that can be written in words")
ORDER = ("theo thứ tự các mốc thời gian", "in the order in which things happen")
PLACE = ("tọa độ trên mặt đất", "coordinates on the earth")
CLOCK = ("theo đồng hồ của vệ tinh hoặc của máy", "by the satellites' clock or the device's")
DECIDED = ("từ ngày ra quyết định đến hôm nay", "from the day of the decision until today")
CARRIED = (
    "từ lần nộp tiền, thi hành cuối cùng đến hôm nay",
    "from the last payment or measure until today",
)
COMPLY = ("Luật XLVPHC, Điều 73.1", "Law 15/2012, article 73.1")
INTEREST = ("Luật XLVPHC, Điều 78.1: 0,05% mỗi ngày", "Law 15/2012, article 78.1: 0.05 % a day")
GAIN = ("không quá số lợi bất hợp pháp phải nộp", "not more than the illicit gain to be paid")

SOLD = ("không quá tiền bán tang vật đã ghi", "not more than was recorded of the sale")


def bound(
    pointer: str,
    least: Edge | tuple[Edge, ...] | None,
    most: Edge | tuple[Edge, ...] | None,
    why: tuple[str, str],
    when: tuple[str, str] | None = None,
) -> Line:
    """Make a line for an act that is declared elsewhere. The caller sets its type."""
    return _line("", pointer, least, most, why, when)


TABLE: tuple[Line, ...] = (
    _line("violation.published", "/valid_from", LAW, Today(366), HAPPENED),
    _line("violation.published violation.withdrawn", "/valid_to", LAW, Today(30 * 366), SLIP),
    _line("violation.proposed", "/publish/valid_from", LAW, Today(366), HAPPENED),
    *(
        _line("violation.proposed", f"/{kind}/valid_to", LAW, Today(30 * 366), SLIP)
        for kind in ("publish", "withdraw")
    ),
)

BY_THE_SYSTEM: dict[str, str] = {
    "rules.moved /changes/*/before": "computed by the clocks; the door compares it",
    "rules.moved /changes/*/after": "computed by the clocks; the door compares it",
    "ledger.restored /outside/size": "read from a signed checkpoint",
    "ledger.restored /outside/made_at": "read from a signed checkpoint",
    "ledger.restored /other_logs/*/size": "read from a signed checkpoint",
    "ledger.restored /other_logs/*/made_at": "read from a signed checkpoint",
    "ledger.restored /held/size": "read from a signed checkpoint",
    "ledger.restored /held/made_at": "read from a signed checkpoint",
    "ledger.restored /entries": "counted by the system",
    "ledger.restored /lost": "counted by the system",
    "ledger.restored /era_before": "counted by the system",
    "ledger.restored /era_after": "counted by the system",
    "ledger.restored /numbers/of_officers": "counted by the system",
    "ledger.restored /numbers/of_units": "counted by the system",
    "ledger.restored /numbers/sequences": "counted by the system",
    "ledger.restored /numbers/years/*": "the server's day",
    "ledger.restored /objects/without_rows": "counted by the system",
    "ledger.restored /objects/adopted": "counted by the system",
    "ledger.restored /objects/without_objects": "counted by the system",
}
"""Places that nobody types, and where their values come from."""
