"""Words of the offices that a step waits for, in both languages."""

from schemas.core.problems import Text
from schemas.core.vocabulary import Role

ROLES: dict[str, Text] = {
    Role.INSPECTOR: Text(vi="Kiểm soát viên", en="Inspector"),
    Role.TEAM_LEADER: Text(vi="Trưởng Đoàn kiểm tra", en="Team leader"),
    Role.SUPERVISOR: Text(vi="Người có thẩm quyền", en="Supervisor"),
    Role.AUDITOR: Text(vi="Kiểm tra nội bộ", en="Auditor"),
    Role.ADMINISTRATOR: Text(vi="Quản trị hệ thống", en="Administrator"),
    Role.CLERK: Text(vi="Văn thư", en="Clerk"),
    Role.LEGAL: Text(vi="Pháp chế", en="Legal officer"),
}


def office_words(kind: str, name: str, unit: Text) -> Text:
    """Return an office in words. `kind` is `head`, `role` or `title`; `name` that of role or title."""
    if kind == "head":
        return Text(vi=f"Người đứng đầu {unit.vi}", en=f"Head of {unit.en}")
    if kind == "role" and name in ROLES:
        return Text(vi=f"{ROLES[name].vi} {unit.vi}", en=f"{ROLES[name].en}, {unit.en}")
    return Text(vi=f"{name} {unit.vi}", en=f"{name}, {unit.en}")
