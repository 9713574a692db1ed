"""What people write into the reports of the history. All invented; figures are counted, not written."""

from deploy.demo.stories.reporting import Reported

LATE = "Đội trưởng được điều động đột xuất trong ngày hạn; đã báo Chi cục qua điện thoại."
BACK = "Phần «Đánh giá kết quả» chưa nêu nguyên nhân tăng, giảm so với kỳ trước. Đề nghị bổ sung và gửi lại trong ngày."
MENDED = " Số vụ thay đổi so với kỳ trước chủ yếu do đợt kiểm tra theo kế hoạch kết thúc giữa kỳ."
CORRECTED = "Sót một thông tin nhận qua đường dây nóng ngày cuối kỳ, mới chỉ ghi ở sổ giấy của Đội."
ADDED = " Ngày cuối kỳ, Đội nhận thêm một thông tin qua đường dây nóng về hàng hóa không nhãn phụ."
SUBMITTED = "Kính trình lãnh đạo xem xét, ký ban hành."

_TEXTS: dict[str, tuple[str, ...]] = {
    "situation": (
        "Hàng hóa dồi dào, giá cả cơ bản ổn định; sức mua tăng nhẹ vào cuối tuần. Vi phạm chủ yếu về nhãn hàng hóa và "
        "hóa đơn, chứng từ ở các cơ sở bán lẻ nhỏ.",
        "Thị trường ổn định, không có hiện tượng khan hiếm, găm hàng. Hàng nhập khẩu không nhãn phụ còn bày bán ở chợ "
        "và trên mạng xã hội.",
        "Nguồn cung thực phẩm, hàng tiêu dùng bảo đảm. Nổi lên việc bán hàng qua mạng không rõ nguồn gốc, giao bằng "
        "dịch vụ chuyển phát.",
    ),
    "assessment": (
        "Các đoàn thực hiện đúng kế hoạch, hồ sơ lập đủ và đúng hạn. Việc thu nộp tiền phạt được đôn đốc thường xuyên.",
        "Công tác quản lý địa bàn được duy trì; thông tin của người dân được thẩm tra, xác minh trong thời hạn.",
    ),
    "difficulties": (
        "Một số cơ sở kinh doanh thời vụ, thay đổi địa điểm, khó làm việc với chủ cơ sở.",
        "Việc xác minh người bán hàng qua mạng phụ thuộc thông tin do sàn cung cấp.",
    ),
    "proposals": (
        "Đề nghị cấp trên hỗ trợ tập huấn về xác định trị giá tang vật và về thương mại điện tử.",
    ),
    "next": (
        "Tiếp tục thực hiện kế hoạch kiểm tra; tăng cường quản lý địa bàn, kiểm tra mặt hàng phục vụ cuối năm.",
        "Đôn đốc thi hành các quyết định xử phạt còn tồn; rà soát hồ sơ sắp đến hạn.",
    ),
}


def text(part: str, story: Reported) -> str:
    """Return what is written into a part, always the same for a story; nothing for a part that is left empty."""
    known = _TEXTS.get(part, ())
    return known[(int(story.unit) + story.last.day) % len(known)] if known else ""
