"""A day's work for the first inspector's phone: more businesses, open decisions, earlier visits.

After the first start the phone shows what an inspector finds in the morning: several assignments, a
business with two earlier violations, and others to look up. Everything is invented, as in
demo_data.py.
"""

from dataclasses import dataclass

from deploy.demo.demo_data import Business, Decision
from schemas.core.vocabulary import SubjectKind

_ORG, _HOME = SubjectKind.ORGANISATION, SubjectKind.HOUSEHOLD
_DIRECTOR, _OWNER = "Giám đốc", "Chủ hộ kinh doanh"
_LEADER, _MEMBERS = "hn1.dung", ("hn1.an", "hn1.bich")
_SHOES = "Hộ kinh doanh Giày dép Bước Nhỏ"
_DAIRY = "Công ty TNHH Sữa và Bánh Hoa Sưa Thử"
_TOYS = "Hộ kinh doanh Đồ chơi Sao Biển Mẫu"
_APPLIANCES = "Công ty TNHH Điện gia dụng Ngõ Nhỏ Thử"
PHARMA = "Công ty Cổ phần Dược mỹ phẩm Lá Thử"
SPIRITS = "Hộ kinh doanh Rượu quê Giếng Mẫu"
PETROL = "Công ty TNHH Xăng dầu Cầu Thử"
GLASSES = "Hộ kinh doanh Mắt kính Phố Mẫu"
GOLD = "Công ty TNHH Vàng bạc Hạt Mẫu"
CLOTH = "Hộ kinh doanh Vải sợi Ngõ Tơ"
FOOD = "Công ty TNHH Thực phẩm Đồng Mẫu"
POTTERY = "Hộ kinh doanh Đồ gốm Bát Mẫu"
FERTILISER = "Công ty Cổ phần Phân bón Cánh Mẫu"
"""Those with work that waits at the desk (inspecting.py)."""


@dataclass(frozen=True)
class Earlier:
    """A finished and approved visit: the violations in its minutes, each with its provision."""

    decision: Decision
    violations: tuple[tuple[str, str], ...]


# fmt: off
BUSINESSES = (
    Business("01", _ORG, _DAIRY, "0109900104", "Số 30 phố Hoa Sưa, phường Mẫu Đơn, thành phố Hà Nội",
             "Đặng Thị Thử", _DIRECTOR, "Bán lẻ sữa, bánh kẹo", 210331870, 1058441290),
    Business("01", _HOME, _TOYS, "001299900033", "Số 14 ngõ Sao Biển, phường Mẫu Đơn, thành phố Hà Nội",
             "Ngô Thị Nháp", _OWNER, "Bán lẻ đồ chơi trẻ em", 210298760, 1058512340),
    Business("01", _ORG, _APPLIANCES, "0109900111", "Số 9 Ngõ Nhỏ, phường Mẫu Đơn, thành phố Hà Nội",
             "Bùi Văn Mẫu", _DIRECTOR, "Bán lẻ điện gia dụng", 210276540, 1058467890),
    Business("01", _ORG, PHARMA, "0109900129",
             "Số 61 phố Lá Thử, phường Mẫu Đơn, thành phố Hà Nội", "Hoàng Thị Ví Dụ", _DIRECTOR,
             "Bán buôn thực phẩm bảo vệ sức khỏe", 210354320, 1058423450),
    Business("01", _HOME, SPIRITS, "001099900041",
             "Thôn Giếng Mẫu, xã Đồng Mẫu, thành phố Hà Nội", "Đỗ Văn Nháp", _OWNER,
             "Sản xuất, bán lẻ rượu thủ công", 209898760, 1057934560),
    Business("01", _ORG, PETROL, "0109900136",
             "Km 7 đường Cầu Thử, xã Đồng Mẫu, thành phố Hà Nội", "Trịnh Văn Thử", _DIRECTOR,
             "Bán lẻ xăng dầu", 209912340, 1057987650),
    Business("01", _HOME, GLASSES, "001199900058",
             "Số 25 phố Mẫu, phường Mẫu Đơn, thành phố Hà Nội", "Mai Thị Mẫu", _OWNER,
             "Bán lẻ kính mắt", 210309870, 1058498760),
    Business("01", _ORG, GOLD, "0109900143",
             "Số 2 phố Hạt Mẫu, phường Mẫu Đơn, thành phố Hà Nội", "Lý Văn Ví Dụ", _DIRECTOR,
             "Mua bán vàng trang sức", 210287650, 1058533210),
    Business("01", _HOME, CLOTH, "001299900066", "Số 8 Ngõ Tơ, phường Mẫu Đơn, thành phố Hà Nội",
             "Vũ Thị Mẫu", _OWNER, "Bán buôn vải sợi", 210322140, 1058455670),
    Business("01", _ORG, FOOD, "0109900150", "Số 40 đường Đồng Mẫu, xã Đồng Mẫu, thành phố Hà Nội",
             "Cao Văn Nháp", _DIRECTOR, "Chế biến thực phẩm", 209923450, 1057945670),
    Business("01", _HOME, POTTERY, "001099900074", "Số 19 phố Bát Mẫu, phường Mẫu Đơn, thành phố Hà Nội",
             "Đào Văn Thử", _OWNER, "Bán lẻ đồ gốm", 210265430, 1058487650),
    Business("01", _ORG, FERTILISER, "0109900168", "Thôn Cánh Mẫu, xã Đồng Mẫu, thành phố Hà Nội",
             "Nghiêm Thị Thử", _DIRECTOR, "Bán buôn phân bón", 209887650, 1057901230),
)

EARLIER = (
    Earlier(
        Decision(_SHOES, _LEADER, _MEMBERS, ("Nguồn gốc, xuất xứ hàng hóa",)),
        (("Bày bán 24 đôi giày thể thao không có hóa đơn, chứng từ chứng minh nguồn gốc.",
          "Điều 15 Nghị định 98/2020/NĐ-CP"),),
    ),
    Earlier(
        Decision(_SHOES, _LEADER, _MEMBERS, ("Nguồn gốc, xuất xứ và nhãn hàng hóa",)),
        (("Bày bán 11 đôi giày gắn dấu hiệu giả mạo nhãn hiệu đang được bảo hộ.",
          "Điều 13 Nghị định 99/2013/NĐ-CP"),
         ("Nhãn hàng hóa không ghi xuất xứ trên 30 đôi dép.",
          "Nghị định 119/2017/NĐ-CP, sửa đổi bởi Nghị định 126/2021/NĐ-CP")),
    ),
    Earlier(
        Decision(_DAIRY, _LEADER, _MEMBERS, ("Hạn sử dụng và nhãn hàng hóa",)),
        (),
    ),
)

DECISIONS = (
    Decision(_SHOES, _LEADER, _MEMBERS, ("Nguồn gốc, xuất xứ và nhãn hàng hóa", "Việc khắc phục các lần trước")),
    Decision(_DAIRY, _LEADER, _MEMBERS, ("Hạn sử dụng và nhãn hàng hóa", "Việc niêm yết giá")),
    Decision(_TOYS, _LEADER, _MEMBERS, ("Chứng nhận hợp quy đồ chơi trẻ em", "Hóa đơn, chứng từ")),
    Decision(_APPLIANCES, _LEADER, _MEMBERS, ("Nhãn năng lượng", "Nguồn gốc, xuất xứ hàng hóa")),
)
# fmt: on
