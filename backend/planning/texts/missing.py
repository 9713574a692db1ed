"""What a plan lacks, in words."""

from datetime import date
from typing import Any

from backend.core import formats
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "basis": (
        "Căn cứ ban hành kế hoạch (điểm a khoản 2 Điều 5 Thông tư 27/2020/TT-BCT)",
        "The basis of the plan (Circular 27/2020 Art 5.2.a)",
    ),
    "aim": ("Mục đích, yêu cầu kiểm tra", "Its aim and requirements"),
    "contents": ("Nội dung kiểm tra", "What is inspected"),
    "unit_tasks": ("Phân công nhiệm vụ của các đơn vị", "The tasks of the units"),
    "budget": ("Kinh phí thực hiện, hoặc nguồn kinh phí", "The budget, or where it comes from"),
    "means": (
        "Phương tiện và các điều kiện khác phục vụ kiểm tra (điểm h khoản 2 Điều 5 Thông tư 27/2020/TT-BCT)",
        "The means and other conditions of the inspections (Circular 27/2020 Art 5.2.h)",
    ),
    "reporting": ("Chế độ báo cáo", "The rule on reporting"),
    "items": (
        "Đối tượng, địa bàn, thời gian kiểm tra: chưa có mục nào",
        "Subjects, places and times: there is no item yet",
    ),
    "year": (
        "Thời gian thực hiện phải nằm trong năm {year}",
        "The period must lie within {year}",
    ),
    "period": (
        "Thời gian thực hiện phải từ {first} và kết thúc trước {before} ({citation})",
        "The period must begin from {first} and end before {before} ({citation})",
    ),
    "item_days": (
        "{count} mục có thời gian ngoài thời gian thực hiện kế hoạch",
        "Items with days outside the plan's period: {count}",
    ),
    "paper": (
        "Văn bản kế hoạch không còn đúng danh mục hiện nay. Hãy mở lại văn bản, lưu và hoàn thành lại",
        "The paper lists other items than the plan has now. Open it again, save and finalise it",
    ),
    "paper_head": (
        "Văn bản kế hoạch không còn đúng nội dung chung hiện nay (thời gian, căn cứ, phân công, kinh phí …). Hãy mở "
        "lại văn bản, sửa, lưu và hoàn thành lại",
        "The paper says something else than the plan's head does now (period, basis, tasks, budget …). Open it again, "
        "mend it, save and finalise it",
    ),
    "paper_printed": (
        "Văn bản kế hoạch đã in không còn đúng kế hoạch hiện nay. Hãy bỏ văn bản đó và lập văn bản mới",
        "The printed paper says something else than the plan does now. Give it up and draw up a new one",
    ),
    "overlaps": (
        "{count} trường hợp trùng đối tượng trong năm chưa xử lý",
        "Subjects that are planned twice in the year, not resolved: {count}",
    ),
}


def missing(name: str, **detail: Any) -> Text:
    """Return the sentence about one thing that is missing. Raises KeyError."""
    vi, en = _TEXTS[name]
    said: dict[str, dict[str, Any]] = {"vi": {}, "en": {}}
    for key, value in detail.items():
        for language, filled in said.items():
            if isinstance(value, Text):
                filled[key] = getattr(value, language)
            elif isinstance(value, date):
                filled[key] = formats.day(value)
            else:
                filled[key] = value
    return Text(vi=vi.format(**said["vi"]), en=en.format(**said["en"]))
