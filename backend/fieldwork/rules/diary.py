"""What line of the work diary an act of an inspection writes, and who confirms it. Pure.

Circular 22/2021/TT-BCT M12, Circular 27/2020/TT-BCT Art 14.2.
"""

from datetime import date, datetime
from typing import Any

import msgspec

from backend.core import formats, local_time, scope
from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role
from schemas.fieldwork.acts import TeamMember
from schemas.fieldwork.decisions import DecisionInForce
from schemas.fieldwork.diary import DiaryLine

_NOTES = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
_LENGTHS = {"assigned_by": 200, "signer": 200, "content": 1000, "place": 300, "time": 100}
"""Of the form NK."""


def writes(act_type: str) -> bool:
    """Tell whether acts of this type write a line."""
    return _told(act_type) is not None


def _told(act_type: str) -> Any:
    group, _, verb = act_type.partition(".")
    return _SAID.get(group, {}).get(verb)


def ends(act_type: str) -> bool:
    """Tell whether the act ends the inspection on site, so that its line has a result."""
    return _told(act_type) is _submitted


def is_entered_once(act_type: str) -> bool:
    """Tell whether only the first act of this type writes a line: what was typed is then only mended."""
    return _told(act_type) is _by_hand


def line_of(
    act_type: str, content: Any, decision: DecisionInForce, made_at: datetime, at: datetime
) -> DiaryLine:
    """Return the line that an accepted act writes. `decision` is as in force after the act.

    Raises TypeError for an act that writes none.
    """
    told = _told(act_type)
    said: dict[str, Any] = {
        "entered_on": local_time.day_of(at),
        "assigned_by": _paper("Quyết định kiểm tra", decision.number, decision.issued_on),
        "signer": f"{decision.issuer_name}, {decision.issuer_title}",
        "subject": decision.subject.name,
        "place": decision.place,
        "time": formats.moment(made_at),
        "members": [],
        **told(content, decision),
    }
    for name, longest in _LENGTHS.items():
        said[name] = said[name][:longest]
    return DiaryLine(**said)


def _paper(what: str, number: str, day: date) -> str:
    return f"{what} số {number} ngày {formats.day(day)}"


def _team(team: list[TeamMember]) -> list[str]:
    return [
        f"{one.full_name}"
        + (f", số hiệu {one.officer_number}" if one.officer_number else "")
        + (" (Trưởng Đoàn)" if one.leader else "")
        for one in team
    ]


def _decided(_content: Any, decision: DecisionInForce) -> dict[str, Any]:
    return {
        "content": "Kiểm tra: " + "; ".join(decision.contents),
        "time": f"Từ {formats.day(decision.start_on)}, {decision.duration_days} ngày làm việc",
        "members": _team(decision.team),
    }


def _by_hand(content: Any, decision: DecisionInForce) -> dict[str, Any]:
    said = _decided(content, decision)
    return said | {"content": f"{said['content']} (quyết định ký trên bản giấy)"}


def _changed(what: str) -> Any:
    def told(content: Any, _decision: DecisionInForce) -> dict[str, Any]:
        team = getattr(content, "team", None)
        days = getattr(content, "duration_days", None)
        until = f" Tổng thời hạn {days} ngày làm việc." if days else ""
        number = getattr(content, "number", None)
        day = getattr(content, "issued_on", None)
        paper = {"assigned_by": _paper(what, number, day)} if number and day else {}
        return {
            "content": f"{what}: {content.reason}{until}",
            "members": _team(team) if team else [],
            **paper,
        }

    return told


def _announced(_content: Any, _decision: DecisionInForce) -> dict[str, Any]:
    return {"content": "Công bố quyết định và bắt đầu kiểm tra"}


def _submitted(_content: Any, _decision: DecisionInForce) -> dict[str, Any]:
    return {"content": "Kết thúc kiểm tra tại chỗ, trình hồ sơ"}


def _discarded(content: Any, _decision: DecisionInForce) -> dict[str, Any]:
    return {"content": "Không tiến hành kiểm tra", "result": content.reason[:1000]}


_SAID: dict[str, dict[str, Any]] = {
    "decision": {
        "issued": _decided,
        "hand_signed": _by_hand,
        "amended": _changed("Quyết định sửa đổi, bổ sung"),
        "extended": _changed("Quyết định kéo dài thời hạn kiểm tra"),
        "withdrawn": _changed("Hủy bỏ quyết định"),
        "lapsed": _changed("Quyết định hết hiệu lực"),
    },
    "inspection": {
        "announced": _announced,
        "submitted": _submitted,
        "discarded": _discarded,
    },
}
"""By the two parts of the act's name: what it says of its own, over what every line has."""


def ended(line: DiaryLine, violations: int | None) -> DiaryLine:
    """Return the line of an inspection that ended, with its result from the violations in its minutes."""
    result = f"Biên bản ghi nhận {violations} vi phạm"
    if violations is None:
        result = "Chưa có biên bản kiểm tra"
    elif violations == 0:
        result = "Biên bản không ghi nhận vi phạm"
    return msgspec.structs.replace(line, result=result)


def may_confirm(actor: Actor, path: UnitPath) -> bool:
    """Tell whether the officer is a leader of the line's unit, or of one above it.

    Form M12 has the leader of the unit (lãnh đạo đơn vị) sign. A team's leader leads the team as a supervisor would, as
    for its plans, because many teams have no other head in the system.
    """
    if actor.has(Role.SUPERVISOR) and scope.covers(actor, path):
        return True
    return actor.has(Role.TEAM_LEADER) and actor.unit.unit_id == path.unit_id


def may_note(actor: Actor, path: UnitPath, officers: list[Any]) -> bool:
    """Tell whether the officer may write beside a line: who is on its team, and leaders of its unit."""
    own = actor.officer_id in officers and actor.has(*_NOTES)
    return own or may_confirm(actor, path)
