"""Minutes of an inspection that could not be carried out (BB-KKT), filled from the decision."""

from typing import Any

from deploy.demo import minutes
from deploy.demo.seals import Json


def fill(decision: Json, agency: str, **changed: Any) -> Json:
    """Fields of the minutes of non-execution for this decision. `changed` replaces whole fields."""
    fields = minutes.head(decision, agency) | {
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
