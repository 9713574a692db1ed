"""Sentences in which a report of the citizens' form becomes an information. Pure.

The summary stands in an act, so nothing of it is the citizen's. The account is sealed.
"""

from schemas.intake.public_form import Concerns, PublicReport

SUMMARY = "Phản ánh qua cổng tiếp nhận của người dân: xem nội dung niêm phong rồi ghi tóm tắt."
SUMMARY_OF_OFFICER = (
    "Phản ánh về công chức qua cổng tiếp nhận của người dân: xem nội dung niêm phong, nêu công chức "
    "rồi ghi tóm tắt."
)
WITHDRAWN = "Người gửi rút phản ánh trên trang của cổng tiếp nhận."
_LINES: tuple[tuple[str, str], ...] = (
    ("who", "Về ai"),
    ("when", "Khi nào"),
    ("goods", "Hàng gì"),
    ("address", "Ở đâu"),
)
_CONCERNS = {
    Concerns.SHOP: "Cửa hàng, cơ sở, người bán",
    Concerns.OFFICER: "Công chức Quản lý thị trường",
    Concerns.OTHER: "Người khác, hoặc chưa rõ",
}
NOTE = {
    True: "Yêu cầu giữ bí mật danh tính.",
    False: "Không yêu cầu giữ bí mật danh tính.",
}


def summary(report: PublicReport) -> str:
    """Return the sentence that stands for the report until an officer writes a summary."""
    return SUMMARY_OF_OFFICER if report.concerns is Concerns.OFFICER else SUMMARY


def account(report: PublicReport) -> str:
    """Return the report as the officer who opens it reads it: the citizen's words under plain names."""
    lines = [report.what, "", f"Liên quan đến: {_CONCERNS[report.concerns]}"]
    lines += [f"{name}: {said}" for key, name in _LINES if (said := getattr(report, key))]
    if report.latitude_e7 is not None and report.longitude_e7 is not None:
        at = f"{report.latitude_e7 / 1e7:.6f}, {report.longitude_e7 / 1e7:.6f}"
        exact = (
            f" (điện thoại báo, chính xác đến {report.accuracy_m} m)" if report.accuracy_m else ""
        )
        lines.append(f"Vị trí: {at}{exact}")
    if report.language == "en":
        lines.append("Ghi bằng trang tiếng Anh.")
    return "\n".join(lines)
