"""Words of the workspace in which submissions are reviewed."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "review.title": Text(vi="Xem xét, quyết định", en="Review"),
    "review.summary": Text(vi="Tóm tắt", en="Summary"),
    "review.limit": Text(vi="Thời hạn luật định", en="Legal limit"),
    "review.step_until": Text(vi="Xử lý trước", en="Answer by"),
    "review.sum": Text(vi="Số tiền", en="Amount"),
    "review.changes": Text(vi="Thay đổi từ lần xem trước", en="Changed since your last look"),
    "review.changes_when": Text(vi="Bạn xem lần trước", en="You last looked"),
    "review.changes_other": Text(
        vi="Nội dung đã khác lần đó.", en="The content is not what it was then."
    ),
    "review.empty_field": Text(vi="(trống)", en="(empty)"),
    "review.content": Text(vi="Nội dung trình", en="What is submitted"),
    "review.fields_none": Text(
        vi="Bạn xem được phiếu trình; nội dung chi tiết thuộc hồ sơ ngoài phạm vi của bạn.",
        en="You see the submission; its record is out of your scope.",
    ),
    "review.fields_elsewhere": Text(
        vi="Nội dung trình có trang riêng. Hãy mở xem trước khi trả lời.",
        en="What is submitted has a page of its own. Open it before you answer.",
    ),
    "review.steps": Text(vi="Các bước phê duyệt và ý kiến đã có", en="Steps and opinions so far"),
    "review.bar": Text(vi="Quyết định", en="Decide"),
    "review.count": Text(vi="{number}/{count}", en="{number}/{count}"),
    "review.count_said": Text(
        vi="Thứ {number} trong {count} việc chờ bạn", en="{number} of {count} that wait for you"
    ),
    "review.others_wait": Text(vi="{count} việc khác chờ bạn", en="{count} others wait for you"),
    "review.previous": Text(vi="Việc trước", en="Previous"),
    "review.next": Text(vi="Việc tiếp theo", en="Next"),
    "review.more": Text(vi="Việc khác", en="Other answers"),
    "review.open_record": Text(vi="Mở hồ sơ", en="Open the record"),
    "review.back_to_list": Text(vi="Việc của tôi", en="My work"),
    "review.not_now": Text(
        vi="Hiện không chờ bạn quyết định.", en="It does not wait for your answer now."
    ),
    "review.newer": Text(vi="Nội dung mới hơn đã được trình.", en="A newer content was submitted."),
    "review.see_newer": Text(vi="Xem nội dung mới", en="See the newer one"),
    "review.will": Text(vi="Sẽ ghi:", en="This will be recorded:"),
    "review.will_said": Text(
        vi="Đúng nội dung đang hiện trên màn hình, không rút lại được.",
        en="For exactly the content on the screen. It cannot be taken back.",
    ),
    "review.will_back": Text(
        vi="Người trình nhận các góp ý sau, mỗi góp ý ở đúng chỗ.",
        en="The submitter gets these remarks, each in its place.",
    ),
    "review.record": Text(vi="Ghi nhận: {what}", en="Record: {what}"),
    "review.send": Text(vi="Gửi: {what}", en="Send: {what}"),
    "review.note": Text(vi="Ghi chú kèm theo", en="Note"),
    "review.code_first": Text(
        vi="Cần mã xác thực (OTP) hoặc khóa truy cập trước; sau đó 15 phút không hỏi lại.",
        en="A one-time code or a passkey is needed first, then not for 15 minutes.",
    ),
    "review.enter_code": Text(vi="Nhập mã xác thực", en="Enter the code"),
    "review.hash": Text(vi="Mã nội dung trên màn hình", en="Hash of the content on the screen"),
    "review.remark_on": Text(vi="Góp ý: {place}", en="Remark on: {place}"),
    "review.remark_there": Text(vi="Đã có góp ý: {place}", en="Remarked on: {place}"),
    "review.remark_keep": Text(vi="Ghi góp ý", en="Keep the remark"),
    "review.remark_whole": Text(vi="Góp ý chung", en="On the whole"),
    "review.remarks_many": Text(
        vi="Mỗi lần gửi tối đa {most} góp ý; chưa giữ «{said}». Hãy gửi các góp ý đã có, hoặc gộp bớt lại.",
        en="One answer takes {most} remarks; “{said}” was not kept. Send those that there are, or join some.",
    ),
    "review.remarks_unsent": Text(
        vi="Bạn có {count} góp ý chưa gửi: cho ý kiến này thì các góp ý đó không được gửi và bị xóa.",
        en="You have {count} remarks that were not sent: with this answer they are not sent, and are deleted.",
    ),
    "review.remarks_none": Text(
        vi="Chưa có góp ý. Bấm biểu tượng cạnh đoạn hoặc ảnh, hoặc ghi góp ý chung.",
        en="No remarks yet. Press the icon beside a paragraph or a photograph, or write one on the whole.",
    ),
    "review.favour": Text(vi="Ý kiến của bạn", en="Your opinion"),
    "review.did_agreed": Text(vi="Đã đồng ý nội dung trình", en="Agreed"),
    "review.did_agreed_file": Text(vi="Đã đồng ý hướng xử lý", en="Agreed with the handling"),
    "review.did_approved": Text(vi="Đã phê duyệt", en="Approved"),
    "review.did_opinion_given": Text(vi="Đã ghi ý kiến", en="Opinion recorded"),
    "review.did_returned": Text(vi="Đã trả lại", en="Returned"),
    "review.did_supplement_asked": Text(vi="Đã yêu cầu bổ sung", en="Supplement asked for"),
    "review.did_refused": Text(vi="Không phê duyệt", en="Refused"),
    "review.did_handed_on": Text(vi="Đã chuyển người khác xử lý", en="Handed on"),
    "review.did_taken_over": Text(vi="Đã nhận xử lý", en="Taken over"),
    "review.did_withdrawn": Text(vi="Đã rút lại", en="Withdrawn"),
    "review.did_reopened": Text(vi="Đã mở lại", en="Reopened"),
    "review.did_sent_outside": Text(vi="Đã ghi văn bản gửi", en="Letter recorded"),
    "review.did_outside_answered": Text(vi="Đã ghi trả lời", en="Answer recorded"),
    "review.see_again": Text(vi="Xem lại", en="See it"),
    "review.empty": Text(
        vi="Không còn việc nào chờ bạn phê duyệt", en="Nothing waits for your approval"
    ),
    "review.empty_said": Text(
        vi="Việc mới đến sẽ hiện ở Việc của tôi.", en="What comes next appears in My work."
    ),
    "review.key_next": Text(vi="Việc tiếp theo", en="Next"),
    "review.key_previous": Text(vi="Việc trước", en="Previous"),
    "review.key_open": Text(vi="Mở hồ sơ", en="Open the record"),
    "review.key_agree": Text(
        vi="Đồng ý, phê duyệt, cho ý kiến (hỏi lại một lần)",
        en="Agree, approve, give an opinion (asks once more)",
    ),
    "review.key_back": Text(
        vi="Yêu cầu bổ sung, trả lại (hỏi lại một lần)",
        en="Ask for a supplement, return (asks once more)",
    ),
}
