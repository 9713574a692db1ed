"""Names of the fields of state management on papers ("trong lĩnh vực …").

Short names by general knowledge, not quoted from a law.
"""

from schemas.law.catalogue import ViolationField

_SAID = {
    ViolationField.TRADE: "thương mại",
    ViolationField.PRICE: "giá",
    ViolationField.COUNTERFEIT: "sản xuất, buôn bán hàng giả",
    ViolationField.BANNED: "sản xuất, buôn bán hàng cấm",
    ViolationField.CONSUMER: "bảo vệ quyền lợi người tiêu dùng",
    ViolationField.IP: "sở hữu công nghiệp",
    ViolationField.FOOD: "an toàn thực phẩm",
    ViolationField.QUALITY: "tiêu chuẩn, đo lường và chất lượng sản phẩm, hàng hóa",
    ViolationField.PETROL: "kinh doanh xăng dầu, khí",
}


def said(field: ViolationField) -> str:
    """Return the name in Vietnamese, as papers have it."""
    return _SAID[field]
