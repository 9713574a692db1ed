"""Words of requests that were refused."""

WORDS: dict[str, str] = {
    "refusals.title": "Yêu cầu bị từ chối",
    "refusals.lead": "Ai hỏi điều không thuộc quyền mình, và vì sao hệ thống từ chối. "
    "Không lưu nội dung đã gửi. Việc xem trang này cũng được ghi lại.",
    "refusals.officers": "Theo người, {days} ngày gần đây",
    "refusals.officer": "Người yêu cầu",
    "refusals.unit": "Đơn vị",
    "refusals.times": "Số lần",
    "refusals.last_at": "Lần cuối",
    "refusals.nobody": "Trong {days} ngày gần đây không có ai bị từ chối.",
    "refusals.each": "Từng yêu cầu",
    "refusals.each_of_one": "Từng yêu cầu của người này",
    "refusals.all": "Xem của mọi người",
    "refusals.at": "Lúc",
    "refusals.asked": "Đã yêu cầu",
    "refusals.why": "Lý do",
    "refusals.from": "Từ đâu",
    "refusals.more": "Thêm {times} lần trong một phút, chỉ đếm",
    "refusals.none": "Chưa có yêu cầu nào bị từ chối.",
    "refusals.why_not_allowed": "Không có quyền",
    "refusals.why_not_there": "Không có hoặc ngoài phạm vi",
    "refusals.why_too_many": "Quá nhiều lần",
    "refusals.why_act": "Hành vi bị từ chối",
    "refusals.why_many": "Nhiều lý do",
    "refusals.face_phone": "Điện thoại",
    "refusals.face_desk": "Bàn làm việc",
}
