"""The made-up force as data: real provinces and ranks, invented people and businesses.

Provinces have their codes of 2025-07-01 (34 provinces). A unit's code begins the numbers of its
documents (Circular 22/2021 Art 6.2: province, then sub-unit). The first inspector, team leader and
supervisor of the list belong together, so that the first account of each role has work waiting.
"""

from dataclasses import dataclass

from schemas.core.vocabulary import Role, SubjectKind


@dataclass(frozen=True)
class Unit:
    """A unit of the tree; `parent` is a code, None for the national unit."""

    code: str
    kind: str
    vi: str
    en: str
    parent: str | None


@dataclass(frozen=True)
class Officer:
    """An officer. The first of `roles` is the main one; `card` is valid, expired or none."""

    username: str
    name: str
    unit: str
    roles: tuple[Role, ...]
    title_vi: str
    title_en: str
    card: str = "valid"


@dataclass(frozen=True)
class Business:
    """An inspected party with a tax code that has a correct check digit but belongs to nobody.

    A household has the personal number that replaced the tax code on 2025-07-01.
    """

    unit: str
    kind: SubjectKind
    name: str
    tax_code: str
    address: str
    representative: str
    representative_title: str
    lines: str
    latitude_e7: int
    longitude_e7: int


@dataclass(frozen=True)
class Decision:
    """A decision that is issued with the force: work that waits on the first phone."""

    business: str
    leader: str
    members: tuple[str, ...]
    contents: tuple[str, ...]


@dataclass(frozen=True)
class Visit:
    """The persons and the business of demo-visit; the first member carries the phone."""

    issuer: str
    leader: str
    members: tuple[str, ...]
    auditor: str
    business: str
    legal_bases: tuple[str, ...]
    contents: tuple[str, ...]


def _department(code: str, vi: str, en: str) -> Unit:
    return Unit(
        code,
        "department",
        f"Chi cục Quản lý thị trường {vi}",
        f"Market Surveillance Sub-Department of {en}",
        "00",
    )


def _team(code: str, number: int) -> Unit:
    return Unit(
        code,
        "team",
        f"Đội Quản lý thị trường số {number}",
        f"Market Surveillance Team {number}",
        code[:2],
    )


UNITS = (
    Unit(
        "00",
        "national",
        "Cục Quản lý và Phát triển thị trường trong nước",
        "Agency for Domestic Market Surveillance and Development",
        None,
    ),
    _department("01", "thành phố Hà Nội", "Hà Nội"),
    _team("0101", 1),
    _team("0102", 2),
    _team("0103", 3),
    _department("48", "thành phố Đà Nẵng", "Đà Nẵng"),
    _team("4801", 1),
    _team("4802", 2),
    _department("79", "Thành phố Hồ Chí Minh", "Hồ Chí Minh City"),
    _team("7901", 1),
    _team("7902", 2),
    _team("7903", 3),
    _department("92", "thành phố Cần Thơ", "Cần Thơ"),
    _team("9201", 1),
    _team("9202", 2),
)

_FIELD = ("Kiểm soát viên thị trường", "Market inspector")
_HEAD = ("Đội trưởng", "Team head")
_CHIEF = ("Chi cục trưởng", "Head of sub-department")
_DEPUTY = ("Phó Chi cục trưởng", "Deputy head of sub-department")
_AUDIT = ("Kiểm tra viên nội bộ", "Internal auditor")
_ADMIN = ("Quản trị hệ thống", "System administrator")
_CLERK = ("Văn thư", "Clerk")
_LAW = ("Chuyên viên pháp chế", "Legal officer")
_AS_INSPECTOR, _AS_LEADER, _AS_SUPERVISOR = (
    (Role.INSPECTOR,),
    (Role.TEAM_LEADER, Role.INSPECTOR),
    (Role.SUPERVISOR,),
)
_AS_AUDITOR, _AS_ADMINISTRATOR = (Role.AUDITOR,), (Role.ADMINISTRATOR,)
_AS_CLERK, _AS_LEGAL = (Role.CLERK,), (Role.LEGAL,)

OFFICERS = (
    Officer("hn1.an", "Nguyễn Hoài An", "0101", _AS_INSPECTOR, *_FIELD),
    Officer("hn1.bich", "Trần Ngọc Bích", "0101", _AS_INSPECTOR, *_FIELD),
    Officer("hn1.cuong", "Lê Mạnh Cường", "0101", _AS_INSPECTOR, *_FIELD, card="expired"),
    Officer("hn1.dung", "Phạm Việt Dũng", "0101", _AS_LEADER, *_HEAD),
    Officer("hn.giang", "Vũ Hương Giang", "01", _AS_SUPERVISOR, *_CHIEF),
    Officer("hn.hai", "Đỗ Thanh Hải", "01", _AS_SUPERVISOR, *_DEPUTY),
    Officer("tw.khanh", "Bùi Quốc Khánh", "00", _AS_AUDITOR, *_AUDIT, card="none"),
    Officer("tw.lan", "Hồ Tuyết Lan", "00", _AS_ADMINISTRATOR, *_ADMIN, card="none"),
    Officer("tw.minh", "Đặng Nhật Minh", "00", _AS_SUPERVISOR, "Cục trưởng", "Director"),
    Officer("hn2.nga", "Ngô Thúy Nga", "0102", _AS_INSPECTOR, *_FIELD),
    Officer("hn2.oanh", "Dương Kiều Oanh", "0102", _AS_INSPECTOR, *_FIELD),
    Officer("hn2.phuc", "Lý Gia Phúc", "0102", _AS_LEADER, *_HEAD),
    Officer("hn.quyen", "Mai Lệ Quyên", "01", _AS_AUDITOR, *_AUDIT, card="none"),
    Officer("hn.quan", "Trịnh Đình Quân", "01", _AS_ADMINISTRATOR, *_ADMIN, card="none"),
    Officer("dn1.son", "Huỳnh Thái Sơn", "4801", _AS_INSPECTOR, *_FIELD),
    Officer("dn1.tam", "Phan Minh Tâm", "4801", _AS_INSPECTOR, *_FIELD),
    Officer("dn1.uyen", "Võ Phương Uyên", "4801", _AS_LEADER, *_HEAD),
    Officer("dn.vinh", "Hoàng Quang Vinh", "48", _AS_SUPERVISOR, *_CHIEF),
    Officer("hcm1.xuan", "Châu Thị Xuân", "7901", _AS_INSPECTOR, *_FIELD),
    Officer("hcm1.yen", "Lâm Hải Yến", "7901", _AS_INSPECTOR, *_FIELD),
    Officer("hcm1.bao", "Trương Gia Bảo", "7901", _AS_LEADER, *_HEAD),
    Officer("hcm.dao", "Tạ Hồng Đào", "79", _AS_SUPERVISOR, *_CHIEF),
    Officer("ct1.loc", "Kiều Phước Lộc", "9201", _AS_LEADER, *_HEAD),
    Officer("ct1.mai", "Quách Thanh Mai", "9201", _AS_INSPECTOR, *_FIELD),
    Officer("ct.ngoc", "Thái Bảo Ngọc", "92", _AS_SUPERVISOR, *_CHIEF),
    Officer("hn.thuy", "Cao Thanh Thủy", "01", _AS_CLERK, *_CLERK, card="none"),
    Officer("tw.trang", "Đoàn Minh Trang", "00", _AS_CLERK, *_CLERK, card="none"),
    Officer("hn.khoi", "Lưu Đăng Khôi", "01", _AS_LEGAL, *_LAW, card="none"),
    Officer("tw.ninh", "Tô Hải Ninh", "00", _AS_LEGAL, *_LAW, card="none"),
)

_ORG, _HOME = SubjectKind.ORGANISATION, SubjectKind.HOUSEHOLD
_DIRECTOR, _OWNER = "Giám đốc", "Chủ hộ kinh doanh"

# fmt: off
BUSINESSES = (
    Business(
        "01",
        _ORG,
        "Công ty TNHH Thương mại Hoa Gạo Trắng",
        "0109900016",
        "Số 12 ngõ Hoa Gạo, phường Mẫu Đơn, thành phố Hà Nội",
        "Nguyễn Văn Thử",
        _DIRECTOR,
        "Bán buôn thực phẩm đóng gói",
        210285110,
        1058542300,
    ),
    Business(
        "01",
        _ORG,
        "Công ty Cổ phần Mỹ phẩm Sương Mai Thử",
        "0109900023",
        "Số 7 phố Sương Mai, phường Mẫu Đơn, thành phố Hà Nội",
        "Trần Thị Mẫu",
        _DIRECTOR,
        "Bán lẻ mỹ phẩm",
        210312450,
        1058476120,
    ),
    Business(
        "01",
        _HOME,
        "Hộ kinh doanh Tạp hóa Cây Đa",
        "001199900017",
        "Số 3 đường Cây Đa, xã Đồng Mẫu, thành phố Hà Nội",
        "Lê Thị Ví Dụ",
        _OWNER,
        "Bán lẻ tổng hợp, thuốc lá, rượu",
        209871230,
        1057912340,
    ),
    Business(
        "01",
        _HOME,
        "Hộ kinh doanh Giày dép Bước Nhỏ",
        "001099900025",
        "Số 45 chợ Mẫu Đơn, phường Mẫu Đơn, thành phố Hà Nội",
        "Phạm Văn Nháp",
        _OWNER,
        "Bán lẻ giày dép",
        210401230,
        1058398760,
    ),
    Business(
        "48",
        _ORG,
        "Công ty TNHH Điện máy Biển Mẫu",
        "0409900031",
        "Số 88 đường Sóng Mẫu, phường Cát Vàng, thành phố Đà Nẵng",
        "Huỳnh Thử Nghiệm",
        _DIRECTOR,
        "Bán lẻ điện máy",
        160544070,
        1082021640,
    ),
    Business(
        "48",
        _HOME,
        "Hộ kinh doanh Hải sản khô Cát Vàng",
        "048199900034",
        "Số 5 đường Cát Vàng, phường Cát Vàng, thành phố Đà Nẵng",
        "Võ Thị Mẫu",
        _OWNER,
        "Bán lẻ hải sản khô",
        160678900,
        1082245670,
    ),
    Business(
        "48",
        _ORG,
        "Công ty TNHH Xăng dầu Đèo Mây Thử",
        "0409900049",
        "Km 3 đường Đèo Mây, phường Mây Trắng, thành phố Đà Nẵng",
        "Phan Văn Ví Dụ",
        _DIRECTOR,
        "Bán lẻ xăng dầu",
        161032450,
        1081298760,
    ),
    Business(
        "79",
        _ORG,
        "Công ty TNHH Thời trang Phố Thử",
        "0319900051",
        "Số 101 đường Lụa Mẫu, phường Kén Tằm, Thành phố Hồ Chí Minh",
        "Châu Mẫu Thử",
        _DIRECTOR,
        "Bán buôn quần áo",
        107768890,
        1067008060,
    ),
    Business(
        "79",
        _ORG,
        "Công ty Cổ phần Kho lạnh Mẫu Sài Gòn",
        "0319900069",
        "Lô 9 khu kho Kén Tằm, phường Kén Tằm, Thành phố Hồ Chí Minh",
        "Lâm Văn Nháp",
        _DIRECTOR,
        "Kho bãi, thực phẩm đông lạnh",
        107912340,
        1067123450,
    ),
    Business(
        "79",
        _HOME,
        "Hộ kinh doanh Phụ tùng xe Ba Bánh",
        "079099900043",
        "Số 18 hẻm Ba Bánh, phường Kén Tằm, Thành phố Hồ Chí Minh",
        "Trương Thử Việc",
        _OWNER,
        "Bán lẻ phụ tùng xe",
        107654320,
        1066789010,
    ),
    Business(
        "92",
        _ORG,
        "Công ty TNHH Vật tư nông nghiệp Lúa Mẫu",
        "1809900077",
        "Số 22 đường Bông Lúa, phường Phù Sa, thành phố Cần Thơ",
        "Kiều Văn Thử",
        _DIRECTOR,
        "Bán buôn phân bón",
        100451620,
        1057468570,
    ),
    Business(
        "92",
        _HOME,
        "Hộ kinh doanh Đồ chơi Chợ Nổi Mẫu",
        "092199900051",
        "Số 6 bến Chợ Nổi, phường Phù Sa, thành phố Cần Thơ",
        "Quách Thị Ví Dụ",
        _OWNER,
        "Bán lẻ đồ chơi trẻ em",
        100334560,
        1057891230,
    ),
)
# fmt: on

DECISIONS = (
    Decision(
        "Công ty Cổ phần Mỹ phẩm Sương Mai Thử",
        "hn1.dung",
        ("hn1.an", "hn1.bich"),
        ("Điều kiện kinh doanh", "Nguồn gốc, xuất xứ và nhãn hàng hóa"),
    ),
    Decision(
        "Hộ kinh doanh Tạp hóa Cây Đa",
        "hn2.phuc",
        ("hn2.nga", "hn2.oanh"),
        ("Việc niêm yết giá", "Kinh doanh thuốc lá, rượu"),
    ),
    Decision(
        "Công ty TNHH Điện máy Biển Mẫu",
        "dn1.uyen",
        ("dn1.son", "dn1.tam"),
        ("Hóa đơn, chứng từ", "Nhãn năng lượng, ghi nhãn hàng hóa"),
    ),
)

LEGAL_BASES = (
    "Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13 ngày 08 tháng 3 năm 2016",
    "Thông tư số 27/2020/TT-BCT ngày 30 tháng 9 năm 2020 của Bộ trưởng Bộ Công Thương",
)

VISIT = Visit(
    issuer="hn.giang",
    leader="hn1.dung",
    members=("hn1.an", "hn1.bich"),
    auditor="tw.khanh",
    business="Công ty TNHH Thương mại Hoa Gạo Trắng",
    legal_bases=LEGAL_BASES,
    contents=("Điều kiện kinh doanh", "Nguồn gốc, xuất xứ và nhãn hàng hóa"),
)
