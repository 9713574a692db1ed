"""What was found: goods, behaviours of the catalogue and their words, by the story's number. Pure."""

from dataclasses import dataclass

from backend.core import clock, formats
from deploy.demo.seals import Json
from deploy.demo.stories.ends import WITHOUT_MINUTES, End
from deploy.demo.stories.plan import Story


@dataclass(frozen=True)
class Found:
    """Goods that a team finds, and the behaviour that they prove."""

    name: str
    unit: str
    quantity: int
    value: int
    """In đồng."""
    code: str
    wording: str
    provision: str
    shelf: str
    """What a photograph shows."""


SEIZED_TO_STOP = "Ngăn chặn việc tiếp tục bán hàng hóa không có hóa đơn, chứng từ."
_SMUGGLED = "Kinh doanh hàng hóa nhập lậu, trị giá hàng"
_LAW = "Điều 15 NĐ 98/2020/NĐ-CP (sđ NĐ 17/2022, NĐ 96/2023)"

GOODS = (
    Found("Bánh quy hộp thiếc 400 g", "hộp", 36, 4_320_000, "ND98-15-1-b",
          f"{_SMUGGLED} từ 3 đến dưới 5 triệu đồng", f"điểm b khoản 1 {_LAW}", "Kệ bánh kẹo"),
    Found("Son môi nhãn chữ nước ngoài", "thỏi", 90, 9_000_000, "ND98-15-1-c",
          f"{_SMUGGLED} từ 5 đến dưới 10 triệu đồng", f"điểm c khoản 1 {_LAW}", "Tủ mỹ phẩm"),
    Found("Giày thể thao không nhãn phụ", "đôi", 48, 14_400_000, "ND98-15-1-d",
          f"{_SMUGGLED} từ 10 đến dưới 20 triệu đồng", f"điểm d khoản 1 {_LAW}", "Giá giày dép"),
    Found("Tai nghe không dây", "chiếc", 110, 27_500_000, "ND98-15-1-dd",
          f"{_SMUGGLED} từ 20 đến dưới 30 triệu đồng", f"điểm đ khoản 1 {_LAW}", "Quầy điện máy"),
    Found("Kem dưỡng da tuýp 50 g", "tuýp", 120, 12_000_000, "ND98-15-1-d",
          f"{_SMUGGLED} từ 10 đến dưới 20 triệu đồng", f"điểm d khoản 1 {_LAW}", "Kệ hàng trong kho"),
    Found("Phụ tùng xe máy", "bộ", 64, 38_400_000, "ND98-15-1-e",
          f"{_SMUGGLED} từ 30 đến dưới 50 triệu đồng", f"điểm e khoản 1 {_LAW}", "Kho phụ tùng"),
    Found("Rượu ngoại chai 750 ml", "chai", 84, 63_000_000, "ND98-15-1-g",
          f"{_SMUGGLED} từ 50 đến dưới 70 triệu đồng", f"điểm g khoản 1 {_LAW}", "Hầm rượu"),
    Found("Đồ chơi nhựa nhãn chữ nước ngoài", "chiếc", 30, 900_000, "ND98-15-1-a",
          f"{_SMUGGLED} dưới 3 triệu đồng", f"điểm a khoản 1 {_LAW}", "Kệ đồ chơi"),
    Found("Áo phông nhãn chữ nước ngoài", "chiếc", 80, 12_800_000, "ND98-15-1-d",
          f"{_SMUGGLED} từ 10 đến dưới 20 triệu đồng", f"điểm d khoản 1 {_LAW}", "Giá quần áo"),
    Found("Phân bón lá chai 500 ml", "chai", 70, 8_400_000, "ND98-15-1-c",
          f"{_SMUGGLED} từ 5 đến dưới 10 triệu đồng", f"điểm c khoản 1 {_LAW}", "Kho vật tư"),
    Found("Đồ chơi lắp ráp hộp nhỏ", "hộp", 52, 6_240_000, "ND98-15-1-c",
          f"{_SMUGGLED} từ 5 đến dưới 10 triệu đồng", f"điểm c khoản 1 {_LAW}", "Kệ đồ chơi"),
)  # fmt: skip


def of(story: Story) -> Found:
    """Return the goods of a story."""
    return GOODS[story.goods % len(GOODS)]


def caption(story: Story) -> str:
    """Return the caption of the story's photographs."""
    return of(story).shelf


def minutes(story: Story, *, found: bool) -> Json:
    """Return the fields of inspection minutes that say what was found, or that nothing was."""
    goods = of(story)
    row = {
        "name": goods.name,
        "kind": "Nhãn chữ nước ngoài, không có nhãn phụ" if found else "Nhãn đầy đủ",
        "unit": goods.unit,
        "quantity": str(goods.quantity),
        "condition": "Nguyên vẹn",
    }
    if not found:
        return {
            "goods": [row],
            "violations": [],
            "subject_opinion": "Không có ý kiến gì thêm.",
            "team_opinion": "Chưa phát hiện vi phạm.",
        }
    return {
        "goods": [row],
        "violations": [{"description": _description(goods), "provision": goods.provision}],
        "subject_opinion": "Tôi mua hàng trôi nổi, không giữ hóa đơn.",
        "team_opinion": "Đề nghị xử phạt không lập biên bản (Điều 56)."
        if story.end in WITHOUT_MINUTES
        else "Lập biên bản vi phạm hành chính, trình người có thẩm quyền xử lý.",
    }


def violation_minutes(story: Story) -> Json:
    """Return the fields of violation minutes (MBB01) about the goods."""
    goods = of(story)
    return {
        "violations": [
            {
                "wording": goods.wording,
                "description": _description(goods),
                "provision": goods.provision,
                "code": goods.code,
                "catalogue_version": 0,
                "ended_on": clock.today().isoformat(),
                "goods_value": goods.value,
            }
        ],
        "explanation_waived": story.end not in (End.EXPLAINING, End.ASKED),
    }


def seizure_minutes(story: Story, agency: str) -> Json:
    """Return the fields of seizure minutes (MBB15) about the goods, which are kept by the agency."""
    goods = of(story)
    row = {"name": goods.name, "unit": goods.unit, "quantity": str(goods.quantity)}
    return {
        "seizure_reason": SEIZED_TO_STOP,
        "exhibits": [row | {"kind": "Nhãn chữ nước ngoài", "condition": "Còn nguyên"}],
        "custody_place": f"Kho tang vật, {agency}",
    }


def _description(goods: Found) -> str:
    return (
        f"Bày bán {goods.quantity} {goods.unit} {goods.name[0].lower()}{goods.name[1:]}, không xuất trình được "
        f"hóa đơn, chứng từ nhập khẩu; trị giá hàng hóa {formats.grouped(goods.value)} đồng."
    )
