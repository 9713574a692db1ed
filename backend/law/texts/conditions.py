"""The conditions of an act on which a doubling, penalty or remedy depends, in words. Pure."""

from schemas.core.problems import Text
from schemas.law.provisions import Condition

WORDS: dict[Condition, Text] = {
    Condition.PRODUCTION: Text(vi="Trực tiếp sản xuất hàng hóa", en="Produced the goods himself"),
    Condition.IMPORT: Text(vi="Trực tiếp nhập khẩu hàng hóa", en="Imported the goods himself"),
    Condition.TRANSIT: Text(vi="Hàng hóa quá cảnh", en="Goods in transit"),
    Condition.LISTED_GOODS: Text(
        vi="Hàng hóa thuộc nhóm mà khoản phạt gấp đôi liệt kê",
        en="Goods of the groups that the doubling clause lists",
    ),
    Condition.CONDITIONAL_GOODS: Text(
        vi="Hàng hóa khác thuộc ngành, nghề kinh doanh có điều kiện",
        en="Other goods of the conditional business lines",
    ),
    Condition.SMUGGLED_SELF: Text(
        vi="Trực tiếp nhập lậu hàng hóa (dưới 100 triệu đồng, hoặc từ 100 triệu đồng mà không bị truy cứu)",
        en="Smuggled the goods in himself (below 100 million VND, or above and not prosecuted)",
    ),
    Condition.BANNED_LIST: Text(
        vi="Hàng hóa thuộc danh mục cấm hoặc tạm ngừng nhập khẩu",
        en="Goods banned or suspended from import",
    ),
    Condition.IMPORTER_OR_MAKER: Text(
        vi="Cơ sở sản xuất hoặc nhập khẩu hàng hóa đó", en="The producer or importer of the goods"
    ),
    Condition.TWO_PROVINCES: Text(
        vi="Thực hiện trên địa bàn từ hai tỉnh, thành phố trở lên", en="In two or more provinces"
    ),
    Condition.CYBERSPACE: Text(vi="Thực hiện trên không gian mạng", en="Done in cyberspace"),
    Condition.DISTANCE_SERVICE: Text(
        vi="Cung cấp dịch vụ liên tục trong giao dịch từ xa",
        en="Continuous service by distance transaction",
    ),
    Condition.SENSITIVE_DATA: Text(
        vi="Thông tin là dữ liệu cá nhân nhạy cảm", en="The information is sensitive personal data"
    ),
    Condition.LARGE_PLATFORM: Text(
        vi="Tổ chức vận hành nền tảng số lớn",
        en="An organisation that runs a large digital platform",
    ),
    Condition.MEDIA_OWNER: Text(
        vi="Bên thứ ba là chủ sở hữu, nhà cung cấp phương tiện truyền thông",
        en="The third party owns or provides a mass medium",
    ),
    Condition.ALCOHOL_TOBACCO_TRADE: Text(
        vi="Sản xuất rượu công nghiệp; chế biến, mua bán nguyên liệu thuốc lá; sản xuất thuốc lá; phân phối, bán buôn "
        "rượu hoặc thuốc lá",
        en="Makes industrial alcohol, processes or trades tobacco material, makes tobacco, or distributes or "
        "wholesales alcohol or tobacco",
    ),
    Condition.WHOLESALER: Text(vi="Thương nhân đầu mối", en="The principal wholesaler"),
    Condition.PETROL_TRADER: Text(
        vi="Thương nhân xuất khẩu, nhập khẩu, phân phối hoặc tổng đại lý xăng dầu",
        en="Exporter, importer, distributor or general agent of petrol",
    ),
    Condition.MAKING_OR_IMPORTING: Text(
        vi="Sản xuất, in, dán, gắn, nhập khẩu hoặc đặt hàng các việc này",
        en="Making, printing, affixing, importing, or ordering any of these",
    ),
    Condition.REPEATED: Text(
        vi="Vi phạm nhiều lần hoặc tái phạm", en="Committed repeatedly or again after a sanction"
    ),
    Condition.NOT_REMOVABLE: Text(
        vi="Không loại bỏ được yếu tố vi phạm", en="The unlawful element cannot be removed"
    ),
    Condition.HARMFUL_GOODS: Text(
        vi="Hàng hóa gây hại cho sức khỏe con người, vật nuôi, cây trồng và môi trường",
        en="Goods that harm people, livestock, crops or the environment",
    ),
    Condition.FALSE_INDICATION: Text(vi="Chỉ dẫn sai", en="The indication is false"),
    Condition.MISSING_INDICATION: Text(vi="Thiếu chỉ dẫn", en="The indication is missing"),
}
"""Each condition as a box to tick says it."""
