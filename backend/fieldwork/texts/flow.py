"""Texts of refusals in the newer flow: why `ledger.record` refused an act, and what to do next."""

FLOW_REFUSALS: dict[str, tuple[str, str]] = {
    "flow_older": (
        "Hồ sơ này bắt đầu theo quy trình cũ nên không có bước này. Hãy phê duyệt, trả lại hoặc không phê duyệt hồ sơ.",
        "This inspection began under the older procedure, which has no such step. Approve, return or refuse the file.",
    ),
    "flow_newer": (
        "Biên bản đã ký không được phê duyệt hay trả lại. Hãy cho ý kiến về hồ sơ: đồng ý hướng xử lý, yêu cầu "
        "bổ sung, yêu cầu xác minh hoặc nhận xử lý.",
        "Signed minutes cannot be approved or returned. Give an opinion on the file: agree with the handling, ask "
        "for a supplement, order verification, or take it over.",
    ),
    "not_minutes_owner": (
        "Biên bản của cuộc kiểm tra này do {who} lập và trình. Nội dung bạn đã ghi vẫn được giữ bên cạnh; hãy báo "
        "Trưởng Đoàn nếu bạn là người lập.",
        "{who} draws up and submits the minutes of this inspection. What you wrote is kept alongside them; tell the "
        "leader if you are the one who draws them up.",
    ),
    "leader_entrusts": (
        "Chỉ Trưởng Đoàn giao người lập biên bản.",
        "Only the leader decides who draws up the minutes.",
    ),
    "owner_not_on_team": (
        "Người được giao lập biên bản không có tên trong đoàn. Hãy chọn người trong đoàn.",
        "The officer chosen to draw up the minutes is not on the team. Choose a member of the team.",
    ),
    "draft_wrong": (
        "Mã băm của dự thảo không khớp với nội dung. Hãy đồng bộ và gửi lại.",
        "The draft's hash does not match its content. Sync and send it again.",
    ),
    "not_proposed": (
        "Đoàn chưa gửi dự thảo biên bản nào để xin ý kiến.",
        "The team has not asked for an opinion on any draft.",
    ),
    "draft_other": (
        "Đoàn đã viết hoặc gửi bản dự thảo khác sau bản bạn đang xem. Hãy tải lại và xem lại.",
        "The team wrote or sent another draft after the one you looked at. Reload and look again.",
    ),
    "draft_answered": (
        "Dự thảo này đã có ý kiến. Hãy tải lại trang.",
        "An opinion on this draft was already given. Reload the page.",
    ),
    "file_submitted": (
        "Hồ sơ đã được trình; biên bản đã ký là bản cuối cùng. Ảnh và giấy tờ bổ sung vẫn được nhận; sai sót của biên "
        "bản được sửa bằng biên bản làm việc hoặc biên bản xác minh.",
        "The file was submitted; the signed minutes are final. More photographs and papers are still accepted; "
        "mistakes in the minutes are corrected with working minutes or verification minutes.",
    ),
    "opinion_not_needed": (
        "Hồ sơ này không cần ý kiến: người ban hành quyết định là Trưởng Đoàn.",
        "This file needs no opinion: the officer who issued the decision leads the team.",
    ),
    "file_other": (
        "Hồ sơ đã thay đổi từ khi bạn xem (có ảnh, giấy tờ hoặc bổ sung mới). Hãy tải lại và xem lại.",
        "The file changed since you looked at it (new photographs, papers or a supplement). Reload and look again.",
    ),
    "supplement_open": (
        "Đoàn chưa trả lời yêu cầu bổ sung trước. Hãy đợi, hoặc đồng ý với hồ sơ như hiện có.",
        "The team has not answered the previous request for a supplement. Wait, or agree with the file as it is.",
    ),
    "supplement_not_asked": (
        "Hồ sơ này không có yêu cầu bổ sung như vậy. Hãy đồng bộ lại.",
        "This file has no such request for a supplement. Sync again.",
    ),
    "supplement_answered": (
        "Yêu cầu bổ sung này đã được trả lời từ máy khác, của bạn hoặc đồng đội. Nội dung viết ở đây vẫn được giữ trên "
        "máy; hãy đồng bộ và xem lại.",
        "This request was already answered from another phone, yours or a colleague's. What you wrote here is kept on "
        "the phone; sync and look again.",
    ),
    "documents_unknown": (
        "Bản bổ sung nêu giấy tờ mà máy chủ chưa có ở cuộc kiểm tra này. Hãy đợi máy đồng đội gửi xong rồi gửi lại.",
        "The supplement names a paper that the server does not have for this inspection. Wait until the colleague's "
        "phone has sent it, then send again.",
    ),
    "points_unanswered": (
        "Mỗi nội dung được yêu cầu bổ sung phải có đúng một câu trả lời.",
        "Each point of the request needs exactly one answer.",
    ),
    "minutes_not_beside": (
        "Không có biên bản nào như vậy bên cạnh biên bản đang có hiệu lực.",
        "No such minutes are kept alongside those in force.",
    ),
    "quarantine_final": (
        "Biên bản này không thể có hiệu lực nữa: biên bản do người lập biên bản trình là bản cuối cùng. Hãy đọc, rồi "
        "ghi lý do để riêng.",
        "These minutes can no longer take effect: the minutes submitted by the officer who draws them up are final. "
        "Read these, and set them aside with a reason.",
    ),
    "announced_needs_minutes": (
        "Quyết định đã được công bố nên cuộc kiểm tra kết thúc bằng biên bản, không thể đề nghị không kiểm tra nữa.",
        "The decision was announced, so the inspection ends with minutes; you can no longer ask not to inspect.",
    ),
    "announced_already": (
        "Quyết định đã được công bố nên không hủy bỏ được nữa; cuộc kiểm tra kết thúc bằng biên bản.",
        "The decision was announced, so it can no longer be withdrawn; the inspection ends with minutes.",
    ),
    "withdrawn_already": (
        "Quyết định này đã bị hủy bỏ.",
        "This decision has already been withdrawn.",
    ),
    "decision_withdrawn": (
        "Người ban hành đã hủy bỏ quyết định này trước khi công bố. Không công bố và không trình được; mọi chứng cứ đã "
        "ghi vẫn được giữ. Hãy liên hệ người ban hành.",
        "The issuer withdrew this decision before it was announced. You can no longer announce or submit; all "
        "evidence is kept. Contact the issuer.",
    ),
}
