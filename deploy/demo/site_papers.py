"""Papers made on site: violation minutes, filled in from the inspection's decision by a phone."""

from datetime import timedelta

from backend.core import clock, local_time
from deploy.demo.seals import Json

FORM = "MBB01"
FORM_VERSION = 4
SYMBOL = "BB-VPHC"
BEHAVIOUR = "ND98-15-1-d"
"""Trading smuggled goods worth 10 to under 20 million đồng: 4 to 6 million for an individual."""
WORDING = "Kinh doanh hàng hóa nhập lậu, trị giá hàng từ 10 đến dưới 20 triệu đồng"
PROVISION = "điểm d khoản 1 Điều 15 Nghị định số 98/2020/NĐ-CP"
DESCRIPTION = (
    "Bày bán 36 hộp bánh quy nhãn chữ nước ngoài, không xuất trình được hóa đơn, chứng từ nhập khẩu; trị giá hàng "
    "hóa 15.000.000 đồng."
)
GOODS_VALUE = 15_000_000
OPINION = "Tôi mua hàng trôi nổi ở chợ, không biết phải có hóa đơn."


def violation_minutes(decision: Json, agency: str, maker: Json, minutes_number: str | None) -> Json:
    """Return the fields of MBB01 for this inspection; the party may give an explanation."""
    subject, now = decision["subject"], clock.now()
    moment = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    today = local_time.day_of(now).isoformat()
    fields: Json = {
        "agency": agency,
        "law_field": "thương mại, sản xuất, buôn bán hàng giả, hàng cấm và bảo vệ quyền lợi người tiêu dùng",
        "decision_number": decision["number"],
        "decision_date": decision["issued_on"],
        "started_at": moment,
        "place": decision["place"],
        "maker": maker,
        "witnesses": [{"name": "Trần Chứng Kiến", "occupation": "Tổ trưởng tổ dân phố"}],
        "violator": _violator(subject),
        "violations": [
            {
                "wording": WORDING,
                "description": DESCRIPTION,
                "provision": PROVISION,
                "code": BEHAVIOUR,
                "catalogue_version": 0,
                "ended_on": today,
                "goods_value": GOODS_VALUE,
            }
        ],
        "detected_on": today,
        "subject_opinion": OPINION,
        "ordered_to_stop": True,
        "explanation": "yes",
        "explanation_to": agency,
        "appointment_at": (now + timedelta(days=7)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "ended_at": moment,
        "pages": 3,
        "copies": 2,
        "read_back": True,
        "copy_given": True,
    }
    if minutes_number:
        fields["inspection_minutes_number"] = minutes_number
    return fields


def _violator(subject: Json) -> Json:
    violator: Json = {
        "kind": subject["kind"],
        "name": subject["name"],
        "address": subject["address"],
        "nationality": "Việt Nam",
    }
    if subject["tax_code"]:
        violator["enterprise_code"] = subject["tax_code"]
    if subject["representative"]:
        violator["representative_name"] = subject["representative"]
        violator["representative_title"] = subject["representative_title"] or "Giám đốc"
    return violator


SEIZURE, SEIZURE_VERSION, SEIZURE_SYMBOL = "MBB15", 2, "BB-TG"
KEPT_AT = "Kho tang vật, Đội Quản lý thị trường số 1"
SEIZED = {"name": "Vải cuộn không nhãn", "unit": "cuộn", "quantity": "36"}


def seizure_minutes(decision: Json, agency: str, maker: Json) -> Json:
    """Return the fields of MBB15 for goods that are taken at this inspection; the maker keeps them."""
    subject = decision["subject"]
    moment = clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        "agency": agency,
        "started_at": moment,
        "place": decision["place"],
        "maker": maker,
        "witnesses": [{"name": "Trần Chứng Kiến", "occupation": "Tổ trưởng tổ dân phố"}],
        "violator": _violator(subject),
        "seizure_reason": "Ngăn chặn việc tiếp tục bán hàng hóa không có hóa đơn, chứng từ.",
        "exhibits": [SEIZED | {"kind": "Không nhãn", "condition": "Còn nguyên cuộn"}],
        "custody_place": KEPT_AT,
        "keeper": maker,
        "subject_opinion": "Không có ý kiến gì thêm.",
        "ended_at": moment,
        "copies": 2,
        "read_back": True,
        "copy_given": True,
    }
