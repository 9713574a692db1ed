"""Acts and asks about people, as one phrase of a sentence: "vai trò Người có thẩm quyền"."""

from datetime import date
from typing import Any

from backend.core import formats
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.access_acts import EmergencyAsked

_ROLES: dict[Role, Text] = {
    Role.INSPECTOR: Text(vi="Kiểm soát viên", en="inspector"),
    Role.TEAM_LEADER: Text(vi="Trưởng Đoàn kiểm tra", en="team leader"),
    Role.SUPERVISOR: Text(vi="Người có thẩm quyền", en="supervisor"),
    Role.AUDITOR: Text(vi="Kiểm tra nội bộ", en="auditor"),
    Role.ADMINISTRATOR: Text(vi="Quản trị hệ thống", en="administrator"),
    Role.CLERK: Text(vi="Văn thư", en="clerk"),
    Role.LEGAL: Text(vi="Pháp chế", en="legal officer"),
}
_RESETS: dict[str, Text] = {
    "first": Text(vi="kích hoạt tài khoản", en="account activation"),
    "password": Text(vi="cấp lại mật khẩu", en="a new password"),
    "one_time_code": Text(vi="cấp lại mã xác thực (OTP)", en="new one-time codes"),
    "both": Text(
        vi="cấp lại cả mật khẩu và mã xác thực (OTP)", en="a new password and new one-time codes"
    ),
}


LINK = Text(vi="cấp đường dẫn dùng một lần", en="a one-time link")
FIELD_LINK = Text(
    vi="cấp đường dẫn chỉ mở cho việc hiện trường, vì sau bốn giờ chưa có người thứ hai xác nhận",
    en="a link for field work only, because no second person confirmed within four hours",
)


OBJECTED = Text(
    vi="khóa tài khoản, vì thủ trưởng báo đơn vị không có người này",
    en="disabling the account, because a head reported that there is no such person in the unit",
)


def role_name(given: Role) -> Text:
    """Return a role by its name alone, where the words before it say that it is one."""
    return _ROLES[given]


def role(given: Role) -> Text:
    """Return a role as a phrase."""
    return Text(vi=f"vai trò {_ROLES[given].vi}", en=f"the role {_ROLES[given].en}")


def reset(purpose: str) -> Text:
    """Return what a reset gives, as a phrase."""
    return _RESETS[purpose]


def move(unit: Text) -> Text:
    """Return a move to a unit as a phrase."""
    return Text(vi=f"chuyển đến {unit.vi}", en=f"a move to {unit.en}")


def position(title_vi: str, title_en: str, unit: Text, valid_from: date) -> Text:
    """Return a position in a unit from a day on, as a phrase."""
    named = position_name(title_vi, title_en, unit, valid_from)
    return Text(vi=f"chức vụ {named.vi}", en=f"the position {named.en}")


def position_name(title_vi: str, title_en: str, unit: Text, day: date) -> Text:
    """Return a position in a unit from a day on, where the words before it say that it is one."""
    from_day = formats.day(day)
    return Text(
        vi=f"{title_vi}, {unit.vi}, từ {from_day}", en=f"{title_en}, {unit.en}, from {from_day}"
    )


def registered(full_name: str) -> Text:
    """Return the phrase of a new officer with a name that another has already."""
    return Text(
        vi=f"ghi tên công chức mới trùng họ tên «{full_name}»",
        en=f"a new officer who bears the name {full_name} as well",
    )


def renamed(old: str, new: str) -> Text:
    """Return the phrase of a correction, with both names if they differ: papers bear the new one."""
    if old == new:
        return Text(vi="sửa số hiệu", en="a correction of the number")
    return Text(vi=f"sửa họ tên «{old}» thành «{new}»", en=f"a change of name from {old} to {new}")


def _card(what: Text, on: date) -> Text:
    return Text(vi=f"{what.vi} từ {formats.day(on)}", en=f"{what.en} on {formats.day(on)}")


def _of_card(content: Any) -> Text | None:
    """Return the phrase of an act about an inspection card or a certificate.

    These get notices because without a card in force nobody inspects, and without a certificate
    nobody signs.
    """
    match content:
        case acts.CardIssued():
            return _card(Text(vi="cấp thẻ kiểm tra", en="a new inspection card"), content.issued_on)
        case acts.CardSuspended():
            said = Text(vi="tạm đình chỉ thẻ kiểm tra", en="suspending an inspection card")
            return _card(said, content.suspended_on)
        case acts.CardRestored():
            return Text(
                vi="cho sử dụng lại thẻ kiểm tra", en="giving an inspection card back into use"
            )
        case acts.CardRevoked():
            said = Text(vi="thu hồi thẻ kiểm tra", en="withdrawing an inspection card")
            return _card(said, content.revoked_on)
        case acts.CertificateRevoked():
            return Text(vi="thu hồi chứng thư số", en="withdrawing a certificate")
        case _:
            return None


def of(content: Any, unit: Text) -> Text | None:
    """Return the phrase of an act or an ask; None if nobody gets a notice of it.

    `unit` is where a move or position leads.
    """
    match content:
        case acts.RoleAsked() | acts.RoleGiven():
            return role(content.role)
        case acts.ResetAsked():
            return reset(content.purpose)
        case acts.MoveAsked() | acts.OfficerMoved():
            return move(unit)
        case acts.PositionAsked() | acts.PositionGiven():
            return position(content.title_vi, content.title_en, unit, content.valid_from)
        case EmergencyAsked():
            named = role_name(Role(content.role))
            return Text(
                vi=f"quyền khẩn cấp {named.vi} trong {content.hours} giờ",
                en=f"emergency access as {named.en} for {content.hours} h",
            )
        case acts.ReinstateAsked() | acts.OfficerReinstated():
            return Text(vi="mở lại tài khoản", en="reinstating the account")
        case acts.OfficerDisabled():
            return Text(vi="khóa tài khoản", en="disabling the account")
        case acts.RoleTaken():
            return Text(
                vi=f"thôi {role(content.role).vi}", en=f"taking away {role(content.role).en}"
            )
        case acts.PositionEnded() | acts.PositionEndAsked():
            return Text(
                vi=f"thôi chức vụ từ {formats.day(content.valid_to)}",
                en=f"the end of a position on {formats.day(content.valid_to)}",
            )
        case acts.OfficerCorrected():
            return Text(vi="sửa họ tên hoặc số hiệu", en="a correction of name or number")
        case _:
            return _of_card(content)
