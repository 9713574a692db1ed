"""What a decision that changes an inspection decision may say, and the fields of its paper. Pure.

Sources: Ordinance 11/2016/UBTVQH13 Arts 22, 23; Circular 27/2020/TT-BCT Arts 15, 17.2.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from backend.core.actors import UnitPath
from backend.documents.rules.filling import bases, without_nothing
from backend.fieldwork.rules.decision_fields import Signer, named, party_of, without_prefix
from backend.fieldwork.rules.decisions import COMPLEX_DAYS, fault
from backend.fieldwork.rules.desk_papers import AMENDS, EXTENDS
from schemas.fieldwork.acts import TeamMember
from schemas.fieldwork.decisions import DecisionChange, DecisionFault, DecisionInForce
from schemas.fieldwork.words import InspectionState

Fields = dict[str, Any]


def form_of(change: DecisionChange) -> str:
    """Return the form of the decision that changes another: one that only extends has its own.

    One that takes the whole decision back is on the form of those that amend (docs/decisions/0030).
    """
    if change.withdraws:
        return AMENDS
    amends = (change.contents, change.place, change.leader_id)
    return AMENDS if any(one is not None for one in amends) else EXTENDS


def faults(change: DecisionChange, before: DecisionInForce) -> list[DecisionFault]:
    """Return every fault that prevents issuing, except for those of the team."""
    found: list[DecisionFault] = []
    if change.withdraws:
        return found
    amends = form_of(change) == AMENDS
    if not amends and change.duration_days is None:
        found.append(
            fault("contents", "Chưa nêu điều gì thay đổi.", "It does not say what changes.")
        )
    if amends and change.duration_days is not None:
        found.append(
            fault(
                "duration_days",
                "Gia hạn và sửa đổi, bổ sung là hai quyết định khác nhau: hãy soạn riêng.",
                "Extending the time and amending are two decisions: draft them apart.",
            )
        )
    if change.contents is not None and not [one for one in change.contents if one.strip()]:
        found.append(
            fault(
                "contents",
                "Quyết định phải có nội dung kiểm tra (khoản 2 Điều 19 Pháp lệnh 11/2016/UBTVQH13).",
                "A decision states what is inspected (Ordinance 11/2016 Art 19.2).",
            )
        )
    days = change.duration_days
    if days is not None and not before.duration_days < days <= COMPLEX_DAYS:
        found.append(
            fault(
                "duration_days",
                f"Gia hạn: tổng thời hạn tại nơi kiểm tra nhiều hơn {before.duration_days} và không quá "
                f"{COMPLEX_DAYS} ngày làm việc (Điều 22 Pháp lệnh 11/2016/UBTVQH13).",
                f"An extension: more than {before.duration_days} and at most {COMPLEX_DAYS} working days on site in "
                "all (Ordinance 11/2016 Art 22).",
            )
        )
    return found


def office_faults(signer: UnitPath, issuer: UnitPath) -> list[DecisionFault]:
    """Return why this unit's head does not change a decision: the issuer's unit is above it.

    Who issued it changes it, or who heads that unit by then, or the unit above (Ordinance 11/2016 Art 22.2.b;
    Circular 27/2020 Arts 15.2, 17.2).
    """
    if signer.level <= issuer.level or signer.as_tuple()[issuer.level - 1] != issuer.unit_id:
        return []
    return [
        fault(
            "issuer",
            "Quyết định do cấp trên ban hành: người đã ban hành, hoặc người đứng đầu đơn vị đó hay cấp trên, mới được "
            "sửa đổi, bổ sung, gia hạn (Điều 22 Pháp lệnh 11/2016/UBTVQH13; Điều 15, Điều 17 Thông tư 27/2020/TT-BCT).",
            "A unit above issued it: its issuer amends or extends it, or who heads that unit or one above (Ordinance "
            "11/2016 Art 22; Circular 27/2020 Arts 15, 17).",
        )
    ]


def withdrawal_faults(change: DecisionChange, state: InspectionState) -> list[DecisionFault]:
    """Return why the decision is not withdrawn: its team has announced it, or it ended before."""
    if not change.withdraws or state in (InspectionState.DECIDED, InspectionState.OPENED):
        return []
    return [
        fault(
            "reason",
            "Chỉ hủy bỏ được quyết định chưa công bố và còn hiệu lực; quyết định này đã công bố hoặc đã kết thúc. "
            "Sau khi công bố, cuộc kiểm tra kết thúc bằng biên bản.",
            "Only a decision in force that was not announced is withdrawn; this one was announced or ended. After the "
            "announcement minutes end the visit.",
        )
    ]


def fields(
    schema: Fields,
    change: DecisionChange,
    before: DecisionInForce,
    team: Sequence[TeamMember],
    signer: Signer,
    day: date,
    cited: str | None,
) -> Fields:
    """Return the fields of the paper. `team` is the new one; empty if it stays."""
    filled: Fields = {
        "agency": signer.unit,
        "decision_number": before.number,
        "decision_date": before.issued_on.isoformat(),
        "reason": change.reason,
        "executor": _executor(change, before),
        "effective_on": day.isoformat(),
        "recipients": _recipients(change, before),
        "signer": {
            "name": signer.name,
            "title": signer.title,
            "unit": signer.unit,
            "delegation": signer.delegation,
        },
    }
    if form_of(change) == EXTENDS:
        days = change.duration_days or before.duration_days
        filled |= {
            "days_before": before.duration_days,
            "days_added": days - before.duration_days,
            "days_in_all": days,
        }
    else:
        filled["changes"] = _changes(change, before, team)
    given = filled | {"signer": {"delegation": without_prefix(cited)}} if cited else filled
    filled["legal_bases"] = bases(schema, given)
    kept: Fields = without_nothing(filled, schema)
    return kept


def _changes(
    change: DecisionChange, before: DecisionInForce, team: Sequence[TeamMember]
) -> list[Fields]:
    """Return what changes, by the article of the paper that it changes."""
    if change.withdraws:
        return [{"article": WHOLE, "before": _named(before), "after": WITHDRAWN}]
    rows: list[Fields] = []
    if change.place is not None:
        rows.append({"article": "Điều 1 (địa điểm)", "before": before.place, "after": change.place})
    if change.contents is not None:
        was, now_is = "; ".join(before.contents), "; ".join(change.contents)
        rows.append({"article": "Điều 2 (nội dung)", "before": was, "after": now_is})
    if team:
        was, now_is = _people(before.team), _people(team)
        rows.append({"article": "Điều 3 (Đoàn kiểm tra)", "before": was, "after": now_is})
    return rows


WHOLE = "Toàn bộ quyết định"
"""What a withdrawal changes; the form QĐ-SĐBSKT prints "Hủy bỏ" for it."""
WITHDRAWN = "Hủy bỏ quyết định kiểm tra; không tiến hành kiểm tra theo quyết định này."
"""What stands on the paper in place of the decision that is taken back."""


def _executor(change: DecisionChange, before: DecisionInForce) -> str:
    """Return who carries it out: what was never announced binds the team alone."""
    if change.withdraws:
        return "Trưởng Đoàn kiểm tra và các thành viên Đoàn kiểm tra"
    return f"Trưởng Đoàn kiểm tra, các thành viên Đoàn kiểm tra và {named(before.subject)}"


def _recipients(change: DecisionChange, before: DecisionInForce) -> list[str]:
    """Return who gets it; a party is not told of an inspection that nobody announced to it."""
    if change.withdraws:
        return ["Đoàn kiểm tra (để thực hiện)"]
    return [f"{party_of(before.subject)} được kiểm tra (để chấp hành)"]


def _named(before: DecisionInForce) -> str:
    day = f"{before.issued_on:%d/%m/%Y}"
    return f"Quyết định kiểm tra số {before.number} ngày {day} đối với {before.subject.name}"


def _people(team: Sequence[TeamMember]) -> str:
    return "; ".join(
        f"{one.full_name}, {one.title}{' - Trưởng Đoàn' if one.leader else ''}" for one in team
    )
