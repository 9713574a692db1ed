"""Inspection minutes (BB-KT, M06 of Circular 22/2021), filled in as a leader would on site."""

from datetime import datetime
from typing import Any

from backend.core import clock
from deploy.demo.seals import Json

FORM, FORM_VERSION = "BB-KT", 4
"""The version is that of both kinds of minutes."""
NOT_EXECUTED = "BB-KKT"
"""Minutes of an inspection that could not be carried out."""


def fill(decision: Json, agency: str, **changed: Any) -> Json:
    """Return the form's fields for this decision. `changed` replaces whole fields."""
    subject = decision["subject"]
    fields = head(decision, agency) | {
        "representative_position": subject["representative_title"] or "",
        "present": [
            {"name": "Trần Chứng Kiến", "capacity": "Người chứng kiến, tổ trưởng tổ dân phố"}
        ],
        "contents": [
            {
                "content": content,
                "result": "Cơ sở xuất trình giấy chứng nhận đăng ký và hóa đơn mua hàng của lô đang bày bán.",
            }
            for content in decision["contents"]
        ],
        "goods": [
            {
                "name": "Bánh quy hộp thiếc 400 g",
                "kind": "Nhãn phụ tiếng Việt không ghi đơn vị nhập khẩu",
                "unit": "hộp",
                "quantity": "36",
                "condition": "Nguyên hộp",
            }
        ],
        "violations": [
            {
                "description": "Bày bán 36 hộp bánh quy có nhãn phụ thiếu tên đơn vị nhập khẩu.",
                "provision": "Nghị định 119/2017/NĐ-CP, sửa đổi bởi Nghị định 126/2021/NĐ-CP",
            }
        ],
        "subject_opinion": "Cơ sở sẽ bổ sung nhãn phụ và xuất trình thêm chứng từ nhập khẩu.",
        "witness_opinion": "Chứng kiến đầy đủ, không có ý kiến gì thêm.",
        "team_opinion": "Đề nghị cơ sở tạm dừng bán lô hàng nêu trên cho đến khi có nhãn đúng quy định.",
        "copies": 2,
        "pages": 3,
        "read_back": True,
        "copy_given": True,
    }
    return fields | changed


def not_executed(decision: Json, agency: str, **changed: Any) -> Json:
    """Return the fields of minutes of non-execution for this decision. `changed` replaces whole fields."""
    fields = head(decision, agency) | {
        "authority": [
            {
                "name": "Phạm Thị Phường",
                "position": "Phó Chủ tịch",
                "agency": "Ủy ban nhân dân phường Mẫu Đơn",
            }
        ],
        "cause": "closed",
        "observed": "Cửa cuốn khóa, biển hiệu còn treo, gọi cửa và gọi điện không ai trả lời.",
        "authority_opinion": "Cơ sở đóng cửa từ sáng, phường không rõ lý do.",
        "team_opinion": "Đề nghị cho kiểm tra lại vào ngày khác trong thời hạn quyết định.",
        "copies": 2,
        "pages": 1,
        "read_back": True,
    }
    return fields | changed


def content(fields: Json, form: str = FORM) -> Json:
    """Return the content of `minutes.written`."""
    return {"form": form, "form_version": FORM_VERSION, "fields": fields}


def head(decision: Json, agency: str) -> Json:
    """Return what both kinds of minutes take from the decision, and the time."""
    subject = decision["subject"]
    leader = next(member for member in decision["team"] if member["leader"])
    others = [member for member in decision["team"] if not member["leader"]]
    now = clock.now()
    return {
        "agency": agency,
        "legal_bases": decision["legal_bases"],
        "decision_number": decision["number"],
        "decision_date": decision["issued_on"],
        "subject_kind": subject["kind"],
        "facility_name": subject["name"],
        "facility_address": subject["address"],
        "tax_code": subject["tax_code"] or "",
        "representative": subject["representative"] or "",
        "leader": _officer(leader),
        "members": [_officer(member) for member in others],
        "started_at": _moment(now),  # the decision was issued just now: no earlier day
        "ended_at": _moment(now),
        "place": decision["place"],
    }


def _officer(member: Json) -> Json:
    found = {"name": member["full_name"], "title": member["title"]}
    for name in ("officer_number", "card_number"):
        if member[name]:
            found[name] = member[name]
    return found


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
