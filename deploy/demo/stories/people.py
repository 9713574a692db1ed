"""Officers and businesses of the living demonstration besides those of demo_data.py. All invented."""

from collections.abc import Iterator

from deploy.demo.demo_data import Business, Officer
from schemas.core.vocabulary import Role, SubjectKind

PROVINCES = ("01", "48", "79")
"""Hà Nội, Đà Nẵng and Hồ Chí Minh City, whose history is played."""
_FIELD = ("Kiểm soát viên thị trường", "Market inspector")
_HEAD = ("Đội trưởng", "Team head")
_DEPUTY = ("Phó Chi cục trưởng", "Deputy head of sub-department")
_CLERK = ("Văn thư", "Clerk")
_LAW = ("Chuyên viên pháp chế", "Legal officer")
_INSPECTOR, _LEADER, _SUPERVISOR = (
    (Role.INSPECTOR,),
    (Role.TEAM_LEADER, Role.INSPECTOR),
    (Role.SUPERVISOR,),
)


def _inspector(username: str, name: str, unit: str) -> Officer:
    return Officer(username, name, unit, _INSPECTOR, *_FIELD)


def _head(username: str, name: str, unit: str) -> Officer:
    return Officer(username, name, unit, _LEADER, *_HEAD)


OFFICERS = (
    _inspector("hn1.diep", "Phùng Ngọc Diệp", "0101"),
    _inspector("hn1.huy", "Nguyễn Quang Huy", "0101"),
    _inspector("hn2.khue", "Trần Minh Khuê", "0102"),
    _inspector("hn2.long", "Đinh Hải Long", "0102"),
    _head("hn3.thang", "Vương Đức Thắng", "0103"),
    _inspector("hn3.my", "Lê Trà My", "0103"),
    _inspector("hn3.nhan", "Bùi Trọng Nhân", "0103"),
    _inspector("hn3.oai", "Hà Công Oai", "0103"),
    _inspector("dn1.phong", "Đoàn Thanh Phong", "4801"),
    _inspector("dn1.quy", "Nguyễn Thị Quý", "4801"),
    _head("dn2.thinh", "Phan Hưng Thịnh", "4802"),
    _inspector("dn2.uy", "Trương Khắc Uy", "4802"),
    _inspector("dn2.van", "Hồ Bích Vân", "4802"),
    _inspector("dn2.xuyen", "Lê Kim Xuyến", "4802"),
    Officer("dn.yen", "Nguyễn Hoàng Yên", "48", _SUPERVISOR, *_DEPUTY),
    Officer("dn.anh", "Võ Lan Anh", "48", (Role.CLERK,), *_CLERK, card="none"),
    Officer("dn.bao", "Huỳnh Quốc Bảo", "48", (Role.LEGAL,), *_LAW, card="none"),
    _inspector("hcm1.chau", "Lý Minh Châu", "7901"),
    _head("hcm2.dat", "Nguyễn Tiến Đạt", "7902"),
    _inspector("hcm2.giao", "Trần Quỳnh Giao", "7902"),
    _inspector("hcm2.hien", "Phạm Thu Hiền", "7902"),
    _inspector("hcm2.khanh", "Đặng Vĩnh Khánh", "7902"),
    _inspector("hcm2.linh", "Mai Khánh Linh", "7902"),
    _head("hcm3.minh", "Dương Tuấn Minh", "7903"),
    _inspector("hcm3.ngan", "Lâm Thúy Ngân", "7903"),
    _inspector("hcm3.phat", "Cao Tấn Phát", "7903"),
    _inspector("hcm3.quang", "Tô Đăng Quang", "7903"),
    _inspector("hcm3.suong", "Châu Ngọc Sương", "7903"),
    Officer("hcm.tai", "Nguyễn Hữu Tài", "79", _SUPERVISOR, *_DEPUTY),
    Officer("hcm.uyen", "Trịnh Thảo Uyên", "79", (Role.CLERK,), *_CLERK, card="none"),
    Officer("hcm.vu", "Ngô Hoàng Vũ", "79", (Role.LEGAL,), *_LAW, card="none"),
)
"""With those of demo_data.py they are sixty. They joined at the beginning of the history."""

TEAMS: dict[str, tuple[str, str, str]] = {
    "0101": ("hn1.dung", "hn1.diep", "hn1.huy"),
    "0102": ("hn2.phuc", "hn2.khue", "hn2.long"),
    "0103": ("hn3.thang", "hn3.my", "hn3.nhan"),
    "4801": ("dn1.uyen", "dn1.phong", "dn1.son"),
    "4802": ("dn2.thinh", "dn2.uy", "dn2.van"),
    "7901": ("hcm1.bao", "hcm1.chau", "hcm1.xuan"),
    "7902": ("hcm2.dat", "hcm2.giao", "hcm2.hien"),
    "7903": ("hcm3.minh", "hcm3.ngan", "hcm3.phat"),
}
"""Of each team: its leader, the officer whose phone draws up the minutes, a further member. Other
inspectors than the first accounts write: those keep the work of today that tests count."""

HEADS = {"01": "hn.giang", "48": "dn.vinh", "79": "hcm.dao"}

DEPUTIES = {"01": "hn.hai", "48": "dn.yen", "79": "hcm.tai"}

_KINDS = (
    ("Tạp hóa", "Bán lẻ tổng hợp"),
    ("Thực phẩm", "Bán buôn, bán lẻ thực phẩm đóng gói"),
    ("Mỹ phẩm", "Bán lẻ mỹ phẩm"),
    ("Giày dép", "Bán lẻ giày dép"),
    ("Điện máy", "Bán lẻ điện máy"),
    ("Quần áo", "Bán lẻ quần áo may sẵn"),
    ("Phụ tùng", "Bán lẻ phụ tùng xe máy"),
    ("Vật tư nông nghiệp", "Bán buôn phân bón, thuốc bảo vệ thực vật"),
    ("Bánh kẹo", "Bán lẻ bánh kẹo, đồ uống"),
    ("Đồ chơi", "Bán lẻ đồ chơi trẻ em"),
)
_WORDS = {
    "01": (
        "Hoa Ban Thử",
        "Lúa Mẫu",
        "Sông Nhỏ Thử",
        "Gạch Mẫu",
        "Cầu Gỗ Thử",
        "Trúc Mẫu",
        "Sen Thử",
        "Ngõ Dài Mẫu",
    ),
    "48": (
        "Sóng Thử",
        "Núi Mẫu",
        "Cát Mịn Thử",
        "Gió Mẫu",
        "Thuyền Thử",
        "Rạn Mẫu",
        "Hải Âu Thử",
        "Vịnh Mẫu",
    ),
    "79": (
        "Bến Thử",
        "Dừa Mẫu",
        "Chợ Nhỏ Thử",
        "Kênh Mẫu",
        "Sáo Thử",
        "Mai Vàng Mẫu",
        "Phượng Thử",
        "Đò Mẫu",
    ),
}
_PLACES = {
    "01": ("phường Mẫu Đơn, thành phố Hà Nội", "001", 210300000, 1058480000),
    "48": ("phường Cát Vàng, thành phố Đà Nẵng", "048", 160544000, 1082020000),
    "79": ("phường Mai Mẫu, Thành phố Hồ Chí Minh", "079", 107760000, 1067010000),
}
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi")
_GIVEN = ("Thử", "Mẫu", "Nháp", "Ví Dụ", "Minh Họa", "Thí Nghiệm", "Giả Định", "Trình Diễn")
_EACH = 40
"""Businesses of a province."""


def businesses(province: str) -> tuple[Business, ...]:
    """Return the invented businesses of a province, always the same."""
    return tuple(_businesses(province))


def _businesses(province: str) -> Iterator[Business]:
    where, personal, latitude, longitude = _PLACES[province]
    for number in range(_EACH):
        kind, lines = _KINDS[number % len(_KINDS)]
        word = _WORDS[province][number // 5 % len(_WORDS[province])]
        name = f"{kind} {word} {number + 1}"
        person = f"{_FAMILY[number % 10]} {('Văn', 'Thị')[number % 2]} {_GIVEN[number * 3 % 8]}"
        company = number % 3 == 0
        yield Business(
            province,
            SubjectKind.ORGANISATION if company else SubjectKind.HOUSEHOLD,
            f"Công ty TNHH {name}" if company else f"Hộ kinh doanh {name}",
            _tax_code(f"{province}99", 1000 + 2 * number)
            if company
            else f"{personal}0999{number + 500:05d}",
            f"Số {number * 3 + 1} phố {word}, {where}",
            person,
            "Giám đốc" if company else "Chủ hộ kinh doanh",
            lines,
            latitude + number * 37_100 % 400_000,
            longitude + number * 53_300 % 400_000,
        )


def _tax_code(head: str, number: int) -> str:
    """Return a tax code of ten digits, the last of which checks the others; one in eleven has none."""
    nine = f"{head}{number:05d}"
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    check = 10 - sum(int(digit) * weight for digit, weight in zip(nine, weights, strict=True)) % 11
    return f"{nine}{check}" if check < 10 else _tax_code(head, number + 1)
