"""The conditions of issuing an inspection decision. Pure; each fault names its article of law.

Sources: Ordinance 11/2016/UBTVQH13 on market surveillance (Arts 19, 21, 22, 23); Circular
27/2020/TT-BCT (Art 15).
"""

from datetime import date
from uuid import UUID

from backend.law.rules.counting import Calendar, add_working_days
from schemas.core.problems import Text
from schemas.fieldwork.decisions import DecisionFault, IssueDecision, TeamCandidate

MIN_TEAM = 2
NORMAL_DAYS = 3
"""Working days on site that a decision may give (Ordinance 11/2016 Art 22.2.a)."""
COMPLEX_DAYS = 5
"""Working days in all after an extension in writing, in a complex matter (Art 22.2.b; see decision_changes.py)."""
START_WITHIN_WORKING_DAYS = 5
AT_ONCE_WORKING_DAYS = 1
"""What "at once" allows an ad-hoc decision to state as its beginning: the law names no days. A rule of the force."""


def last_start(issued_on: date, calendar: Calendar) -> date:
    """Return the last day on which a planned inspection may start (Art 19.3)."""
    return add_working_days(issued_on, START_WITHIN_WORKING_DAYS, calendar)


def begins_by(issued_on: date, calendar: Calendar, *, at_once: bool) -> date:
    """Return the last day on which an inspection begins in time: an ad-hoc one on the day of its issue (Art 19.3)."""
    return issued_on if at_once else last_start(issued_on, calendar)


def rank(may: bool, deputy: bool) -> int:
    """Rank one of an officer's titles. The officer issues under the title with the lowest rank.

    First come titles that may issue: a head's, then that of a deputy with a delegation. Then titles
    that may not: a deputy's, whose fault is the missing delegation, before any other.
    """
    if may:
        return 1 if deputy else 0
    return 2 if deputy else 3


def fault(field: str, vi: str, en: str) -> DecisionFault:
    """Return a fault of a decision at this field of its form, in both languages."""
    return DecisionFault(field=field, text=Text(vi=vi, en=en))


def faults(
    order: IssueDecision,
    team: dict[UUID, TeamCandidate],
    issued_on: date,
    calendar: Calendar,
    *,
    issued_before: bool = False,
) -> list[DecisionFault]:
    """Return every fault that prevents issuing, in the order of the form.

    `team` holds the officers who can be named, by id.
    """
    found: list[DecisionFault] = []
    if not order.subject.name.strip():
        found.append(
            fault(
                "subject",
                "Chưa nêu tổ chức, cá nhân được kiểm tra.",
                "The inspected party is missing.",
            )
        )
    if not order.place.strip():
        found.append(fault("place", "Chưa nêu địa điểm kiểm tra.", "The place is missing."))
    if not [text for text in order.legal_bases if text.strip()]:
        found.append(
            fault(
                "legal_bases",
                "Quyết định phải có căn cứ ban hành (khoản 2 Điều 19 Pháp lệnh 11/2016/UBTVQH13).",
                "A decision states its legal bases (Ordinance 11/2016 Art 19.2).",
            )
        )
    if not [text for text in order.contents if text.strip()]:
        found.append(
            fault(
                "contents",
                "Quyết định phải có nội dung kiểm tra (khoản 2 Điều 19 Pháp lệnh 11/2016/UBTVQH13).",
                "A decision states what is inspected (Ordinance 11/2016 Art 19.2).",
            )
        )
    if not 1 <= order.duration_days <= (COMPLEX_DAYS if issued_before else NORMAL_DAYS):
        found.append(
            fault(
                "duration_days",
                f"Thời hạn tại nơi kiểm tra từ 1 đến {NORMAL_DAYS} ngày làm việc. Vụ việc phức tạp thì gia hạn "
                f"bằng văn bản, tổng không quá {COMPLEX_DAYS} ngày làm việc (khoản 2 Điều 22 Pháp lệnh "
                "11/2016/UBTVQH13).",
                f"The time on site is 1 to {NORMAL_DAYS} working days. In a complex matter it is extended in "
                f"writing, to {COMPLEX_DAYS} in all (Ordinance 11/2016 Art 22.2).",
            )
        )
    if order.ground == "ad_hoc" and order.start_on > add_working_days(
        issued_on, AT_ONCE_WORKING_DAYS, calendar
    ):
        found.append(
            fault(
                "start_on",
                "Quyết định kiểm tra đột xuất phải được thực hiện ngay sau khi ban hành (khoản 3 Điều 19 Pháp lệnh "
                "11/2016/UBTVQH13).",
                "An ad-hoc decision is carried out at once after its issue (Ordinance 11/2016 Art 19.3).",
            )
        )
    elif not issued_on <= order.start_on <= last_start(issued_on, calendar):
        found.append(
            fault(
                "start_on",
                "Phải bắt đầu trong 5 ngày làm việc kể từ ngày ban hành (khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13).",
                "It starts within 5 working days of its issue (Ordinance 11/2016 Art 19.3).",
            )
        )
    found.extend(team_faults(order, team))
    return found


def ground_faults(order: IssueDecision) -> list[DecisionFault]:
    """Return why the paper lacks its ground (Ordinance 11/2016 Art 20, Circular 27/2020 Art 13.2).

    A decision rests on the plan, or on verified information, an officer's proposal or a written request.
    """
    if (order.proposal or "").strip():
        return []
    if order.ground == "planned":
        return [
            fault(
                "proposal",
                "Quyết định kiểm tra theo kế hoạch phải nêu kế hoạch đã phê duyệt hoặc ban hành (khoản 1 Điều 20 "
                "Pháp lệnh 11/2016/UBTVQH13).",
                "A planned decision names the plan on which it rests (Ordinance 11/2016 Art 20.1).",
            )
        ]
    return [
        fault(
            "proposal",
            "Quyết định kiểm tra đột xuất phải nêu căn cứ: thông tin đã thẩm tra, xác minh, đề xuất của công chức hoặc "
            "văn bản yêu cầu (khoản 2 Điều 20 Pháp lệnh 11/2016/UBTVQH13).",
            "An ad-hoc decision names its ground: verified information, an officer's proposal or a written request "
            "(Ordinance 11/2016 Art 20.2).",
        )
    ]


def team_faults(order: IssueDecision, team: dict[UUID, TeamCandidate]) -> list[DecisionFault]:
    """Return every fault of the team alone (Ordinance 11/2016 Art 23, Circular 27/2020 Art 15)."""
    found: list[DecisionFault] = []
    named = {order.leader_id, *order.member_ids}
    if len(named) < MIN_TEAM:
        found.append(
            fault(
                "member_ids",
                "Đoàn kiểm tra phải có ít nhất 2 công chức (Điều 23 Pháp lệnh 11/2016/UBTVQH13).",
                "A team has at least 2 officers (Ordinance 11/2016 Art 23).",
            )
        )
    if named - set(team):
        found.append(
            fault(
                "member_ids",
                "Có người không thuộc đơn vị của bạn hoặc không còn làm nhiệm vụ.",
                "Somebody named is not of your unit, or no longer on duty.",
            )
        )
    leader = team.get(order.leader_id)
    if leader and (leader.card_expires_on is None or leader.card_expires_on < order.start_on):
        found.append(
            fault(
                "leader_id",
                "Trưởng Đoàn phải có Thẻ kiểm tra thị trường còn hiệu lực (Điều 23 Pháp lệnh 11/2016/UBTVQH13).",
                "The leader holds a valid inspection card (Ordinance 11/2016 Art 23).",
            )
        )
    if not order.no_conflict_declared:
        found.append(
            fault(
                "no_conflict_declared",
                "Phải xác nhận không ai trong Đoàn có vợ, chồng, con, bố, mẹ, anh, chị, em ruột của mình hoặc của vợ, "
                "chồng là đối tượng kiểm tra hoặc giữ chức vụ lãnh đạo, quản lý tại đó (khoản 3 Điều 23 Pháp lệnh "
                "11/2016/UBTVQH13).",
                "Confirm that no spouse, child, parent or sibling of anybody on the team, or of their spouse, is the "
                "party or manages it (Ordinance 11/2016 Art 23.3).",
            )
        )
    return found
