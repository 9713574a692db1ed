"""Goods that nobody claims, or whose owner nobody knows (Law Art 126.4, 126.5). Pure.

The owner is called twice in the media and at the office. A waiting time runs from the second notice.
Then the goods are confiscated (MQĐ14). The law has two times, a month and a year. We read them as: a
month if the owner is known, a year if not. By the other reading the month is enough in both cases, so
less than a month is refused, and less than a year for an unknown owner needs a reason.
"""

from datetime import date
from uuid import UUID

from backend.casework.rules import warning
from backend.casework.rules.facts import Exhibit, Facts
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.law.rules.spans import months_after
from backend.ledger.handlers import Refuse
from schemas.casework.acts import notices as case_notices
from schemas.casework.words import ExhibitState
from schemas.core.problems import Text

NOTICES = 2
WAITING_MONTHS = {"known": 1, "unknown": 12}
"""Months from the second notice, by whether the owner is known."""
_HELD = (ExhibitState.SEIZED, ExhibitState.SOLD_EARLY)


def notice_fault(content: case_notices.OwnerNotified, facts: Facts) -> Refuse | None:
    """Return why the notice is not given about these goods now, or None."""
    found = [facts.exhibits[one] for one in content.exhibits if one in facts.exhibits]
    if len(found) != len(set(content.exhibits)) or any(one.state not in _HELD for one in found):
        return refusal("case_exhibit")
    if any(len(one.notices) != content.notice - 1 for one in found):
        return refusal("case_notice_order", number=content.notice)
    before = [notice.notified_on for one in found for notice in one.notices]
    if before and content.notified_on < max(before):
        return refusal("case_dates", Text(vi="trước lần thứ nhất", en="before the first notice"))
    return warning.unless(content.despite, _early(content, found))


def _early(content: case_notices.OwnerNotified, found: list[Exhibit]) -> Text | None:
    """Warn of a first notice while a decision still holds the goods."""
    held = [one.until for one in found if one.until is not None]
    if content.notice > 1 or not held or content.notified_on > max(held):
        return None
    day = formats.day(max(held))
    return Text(
        vi=f"còn thời hạn tạm giữ đến hết ngày {day} (khoản 4 Điều 126 Luật Xử lý vi phạm hành chính)",
        en=f"the seizure lasts until the end of {day} (Law on Handling Administrative Violations Art 126.4)",
    )


def waits(
    facts: Facts, ids: list[UUID], on: date, *, despite: str | None, harmful: str | None
) -> Refuse | None:
    """Return why these goods are not confiscated on this day as unclaimed or ownerless, or None.

    `harmful`: why they are banned or harmful, so that nobody waits (Art 126.5).
    """
    if harmful is not None:
        return None
    goods = [facts.exhibits[one] for one in ids if one in facts.exhibits]
    if any(len(one.notices) < NOTICES for one in goods):
        return refusal("case_notice_missing")
    if not goods:
        return None
    seconds = [one.notices[-1] for one in goods]
    first = max(months_after(one.notified_on, WAITING_MONTHS["known"]) for one in seconds)
    if on <= first:
        return refusal("case_notice_waits", day=formats.day(first))
    last = max(months_after(one.notified_on, WAITING_MONTHS[one.owner]) for one in seconds)
    return None if on > last else warning.unless(despite, _year(last))


def _year(last: date) -> Text:
    day = formats.day(last)
    return Text(
        vi=f"không rõ chủ sở hữu, chưa hết 01 năm từ thông báo lần hai (hết ngày {day}; điểm b khoản 4 Điều 126 Luật "
        "Xử lý vi phạm hành chính)",
        en=f"the owner is unknown, and the year from the second notice lasts until the end of {day} (Law on Handling "
        "Administrative Violations Art 126.4 b)",
    )
