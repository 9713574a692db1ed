"""Words of the page of one information."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "reviewed.information": Text(vi="Thông tin số", en="Information"),
    "reviewed.addressee": Text(vi="Nơi nhận", en="Addressed to"),
    "reviewed.days": Text(vi="Thời gian", en="Days"),
    "reviewed.open_information": Text(vi="Mở thông tin", en="Open the information"),
    "infopage.title": Text(vi="Thông tin số {number}", en="Information {number}"),
    "infopage.summary": Text(vi="Tóm tắt", en="Summary"),
    "infopage.receiver": Text(vi="Người tiếp nhận", en="Receiver"),
    "infopage.channel": Text(vi="Kênh", en="Channel"),
    "infopage.parties": Text(vi="Bị phản ánh", en="About"),
    "infopage.place": Text(vi="Địa điểm", en="Place"),
    "infopage.goods": Text(vi="Hàng hóa, dịch vụ", en="Goods"),
    "infopage.point": Text(vi="Vị trí trên bản đồ", en="Position"),
    "infopage.collaborator": Text(vi="Tham chiếu cộng tác viên", en="Collaborator's reference"),
    "infopage.field": Text(vi="Lĩnh vực", en="Field"),
    "infopage.letter": Text(vi="Văn bản kèm theo", en="The paper it came with"),
    "infopage.link": Text(vi="Địa chỉ bài viết (chỉ là chữ)", en="Address (text only)"),
    "infopage.wants_answer": Text(vi="Báo kết quả", en="Answer"),
    "infopage.wants": Text(
        vi="báo bằng văn bản cho người cung cấp thông tin", en="in writing to the informant"
    ),
    "infopage.wants_not": Text(
        vi="không báo: người cung cấp thông tin yêu cầu khác", en="none: they asked otherwise"
    ),
    "infopage.withdrawal_waits": Text(
        vi="Người gửi đã rút, chờ quyết định", en="Taken back, to be decided on"
    ),
    "infopage.suspended": Text(
        vi="Tạm đình chỉ từ {day}, thời hạn giải quyết đứng yên",
        en="Suspended since {day}; its time stands still",
    ),
    "infopage.secret": Text(vi="Giữ bí mật người cung cấp thông tin", en="Informant kept secret"),
    "infopage.verifiers": Text(vi="Người thẩm tra, xác minh", en="Verifiers"),
    "infopage.next": Text(vi="Việc cần làm", en="What to do"),
    "infopage.nothing": Text(
        vi="Không có việc nào chờ bạn ở đây. Người đứng đầu đơn vị giao xử lý; người được giao thẩm tra rồi báo lại.",
        en="Nothing waits for you here. The head of the unit assigns it; who is assigned verifies and reports.",
    ),
    "infopage.others": Text(vi="Việc khác có thể làm", en="Other steps"),
    "infopage.sealed": Text(vi="Nội dung niêm", en="Sealed content"),
    "infopage.sealed_said": Text(
        vi="Mỗi lần mở được ghi vào nhật ký và báo cho thủ trưởng.",
        en="Each opening is logged and told to the head.",
    ),
    "infopage.sealed_at": Text(vi="niêm lúc", en="sealed at"),
    "infopage.sealed_none": Text(
        vi="Thông tin này không có nội dung niêm.", en="Nothing is sealed here."
    ),
    "infopage.closed_to_you": Text(vi="bạn không mở được", en="not open to you"),
    "infopage.kind_account": Text(vi="Lời báo", en="What was said"),
    "infopage.kind_informant": Text(vi="Người cung cấp thông tin", en="Informant"),
    "infopage.kind_attachment": Text(vi="Ảnh, tệp kèm theo", en="Photograph or file"),
    "infopage.open_account": Text(vi="Mở nội dung", en="Open the content"),
    "infopage.open_informant": Text(vi="Xem người cung cấp thông tin", en="See the informant"),
    "infopage.kind_letter": Text(
        vi="Bản quét cho biết người cung cấp thông tin", en="Scan that names the informant"
    ),
    "infopage.open_letter": Text(vi="Mở bản quét", en="Open the scan"),
    "infopage.kind_original": Text(
        vi="Tệp gốc của ảnh (chỉ tải về)", en="Photograph as it came (download only)"
    ),
    "infopage.open_original": Text(vi="Tải tệp gốc", en="Download the original"),
    "infopage.open_attachment": Text(vi="Mở ảnh, tệp", en="Open the file"),
    "infopage.open_title_account": Text(vi="Mở nội dung niêm?", en="Open the sealed content?"),
    "infopage.open_title_informant": Text(
        vi="Xem người cung cấp thông tin là ai?", en="See who the informant is?"
    ),
    "infopage.open_title_attachment": Text(
        vi="Mở ảnh, tệp đã niêm?", en="Open the sealed photograph or file?"
    ),
    "infopage.open_sure": Text(
        vi="Lần mở này được ghi lại: bạn, giờ, máy; và được báo ngay cho thủ trưởng. Chỉ mở khi công việc cần.",
        en="This opening is recorded with your name, the time and the address, and told to the head at once. Open "
        "only what your work needs.",
    ),
    "infopage.open_go_account": Text(
        vi="Mở nội dung, tôi biết việc này được ghi", en="Open it and be recorded"
    ),
    "infopage.open_go_informant": Text(
        vi="Xem người cung cấp thông tin, tôi biết việc này được ghi",
        en="See the informant and be recorded",
    ),
    "infopage.open_go_attachment": Text(
        vi="Mở ảnh, tệp, tôi biết việc này được ghi", en="Open the file and be recorded"
    ),
    "infopage.opened_said": Text(
        vi="Đã ghi lần mở này. Đừng chép ra nơi khác, đừng để trang mở khi rời máy.",
        en="This opening was recorded. Do not copy it elsewhere, nor leave the page open.",
    ),
    "infopage.opened_none": Text(
        vi="Không có gì được ghi ở phần này.", en="Nothing was recorded here."
    ),
    "infopage.not_yours": Text(
        vi="Công việc cần biết người cung cấp thông tin thì đề nghị; một người thứ hai quyết định.",
        en="If your work needs to know the informant, ask; a second person decides.",
    ),
    "infopage.ask_identity": Text(
        vi="Đề nghị cho biết người cung cấp thông tin", en="Ask for the informant's identity"
    ),
    "infopage.suggested": Text(vi="Có thể trùng hoặc liên quan", en="Possibly the same or related"),
    "infopage.suggested_none": Text(
        vi="Không thấy thông tin nào giống.", en="Nothing similar was found."
    ),
    "infopage.suggested_said": Text(
        vi="Hệ thống chỉ gợi ý từ tóm tắt, nơi và tổ chức, cá nhân bị phản ánh; người xử lý quyết định.",
        en="Suggested from summary, place and party alone; an officer decides.",
    ),
    "infopage.suggested_more": Text(vi="Xem thêm {count} gợi ý", en="{count} more"),
    "infopage.why_subject": Text(vi="cùng tổ chức, cá nhân", en="the same party"),
    "infopage.why_address": Text(vi="cùng địa chỉ", en="the same address"),
    "infopage.why_near": Text(vi="cách vài trăm mét", en="some hundred metres away"),
    "infopage.why_goods": Text(
        vi="cùng lĩnh vực, tên, trong những ngày này", en="the same field and name in the same days"
    ),
    "infopage.why_phone": Text(
        vi="cùng số điện thoại báo (không ai xem được số)",
        en="the same telephone, which nobody sees",
    ),
    "infopage.why_picture": Text(vi="cùng ảnh", en="the same photograph"),
    "infopage.link_it": Text(vi="Gắn với nhau", en="Link"),
    "infopage.merge_it": Text(vi="Gộp vào", en="Merge into it"),
    "infopage.merged_into": Text(vi="Đã gộp vào thông tin số", en="Merged into information"),
    "infopage.links": Text(vi="Liên quan", en="Related"),
    "infopage.links_none": Text(vi="Chưa gắn với hồ sơ nào.", en="Not linked to any record yet."),
    "infopage.link_case": Text(vi="Hồ sơ vụ việc", en="Case"),
    "infopage.link_inspection": Text(vi="Cuộc kiểm tra", en="Inspection"),
    "infopage.link_information": Text(vi="Thông tin", en="Information"),
    "infopage.link_open": Text(vi="mở", en="open"),
    "infopage.unlink": Text(vi="bỏ gắn", en="take back"),
    "infopage.origin_forwarded": Text(
        vi="Chuyển đến từ thông tin số", en="Forwarded here from information"
    ),
    "infopage.origin_split": Text(vi="Tách từ thông tin số", en="Split from information"),
    "infopage.split_into": Text(vi="Đã tách thành thông tin số", en="Split into information"),
    "infopage.hidden": Text(vi="(ngoài phạm vi của bạn)", en="(out of your sight)"),
    "infopage.side": Text(vi="Thời hạn, đối tượng, nội dung niêm", en="Limits, parties, sealed"),
    "infopage.clocks": Text(vi="Thời hạn", en="Time limits"),
    "infopage.story": Text(vi="Quá trình xử lý", en="Timeline"),
    "infopage.story_said": Text(
        vi="{count} việc. Lời báo và người cung cấp thông tin không nằm trong quá trình này.",
        en="{count} acts. What was said and the informant are not part of it.",
    ),
    "infopage.done": Text(vi="Đã ghi: {act}.", en="Recorded: {act}."),
    "infopage.already": Text(
        vi="Việc này đã được ghi trước đó; không ghi lần thứ hai.",
        en="This was recorded before; nothing was recorded twice.",
    ),
    "infopage.unnamed": Text(
        vi="Tin phản ánh công chức, chưa rõ là ai: chỉ kiểm tra nội bộ cấp Cục đọc được. Biết là ai thì “Đổi loại tin, "
        "đơn” và chọn công chức: tin đến đơn vị trên người đó.",
        en="About an officer, not known yet whom: only the auditors of the nation can read it. Once you know, choose "
        "the officer under “Change its nature”: it goes to the unit above theirs.",
    ),
    "infopage.above": Text(
        vi="Tin phản ánh công chức: do đơn vị cấp trên xử lý, đơn vị của người bị phản ánh không đọc được.",
        en="About an officer: the unit above handles it, and that officer's unit cannot read it.",
    ),
}
