"""Why an act of a plan is refused, and what to do next."""

from typing import Any

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "not_from_phone": (
        "Kế hoạch kiểm tra lập và xử lý tại bàn làm việc.",
        "Plans are made at the desk.",
    ),
    "unknown": (
        "Không có kế hoạch này. Hãy tải lại trang.",
        "There is no such plan. Reload the page.",
    ),
    "exists": (
        "Kế hoạch này đã có. Hãy tải lại trang.",
        "This plan exists already. Reload the page.",
    ),
    "not_yours": (
        "Việc này do người khác làm. Người của đơn vị lập kế hoạch soạn; thủ trưởng gửi, trình, điều chỉnh; đơn vị "
        "cấp trên nhận hoặc trả lại.",
        "This is for somebody else. The plan's unit drafts it; its head sends, submits and amends it; the unit above "
        "takes it over or sends it back.",
    ),
    "state": (
        "Kế hoạch đang ở trạng thái «{what}» nên không làm được việc này. Hãy tải lại trang.",
        "The plan is {what}, so this cannot be done. Reload the page.",
    ),
    "unit": (
        "Đơn vị không có hoặc không thuộc đơn vị của kế hoạch. Hãy chọn đơn vị của bạn hoặc đơn vị trực thuộc.",
        "The unit does not exist, or is not the plan's own or below it. Choose your unit or one below.",
    ),
    "amended_above": (
        "Kế hoạch của Đội do cấp trên trực tiếp phê duyệt và quyết định sửa đổi, bổ sung (khoản 3, khoản 5 Điều 6 "
        "Thông tư 27/2020/TT-BCT). Hãy đề xuất để cấp trên sửa đổi.",
        "A team's plan is approved and amended by its direct superior (Circular 27/2020 Arts 6.3, 6.5). Propose the "
        "amendment to the unit above.",
    ),
    "periodic_above": (
        "Đội đề xuất nội dung kế hoạch định kỳ để cấp trên tổng hợp (điểm a khoản 1 Điều 6 Thông tư 27/2020/TT-BCT). "
        "Hãy gửi lên cấp trên thay vì trình phê duyệt.",
        "A team proposes what the periodic plan of the unit above contains (Circular 27/2020 Art 6.1.a). Send it up "
        "instead of submitting it.",
    ),
    "orientation_unit": (
        "Định hướng chương trình kiểm tra do đơn vị cấp trung ương xây dựng (khoản 2 Điều 4 Thông tư 27/2020/TT-BCT).",
        "The orientation programme is made by the nation's unit (Circular 27/2020 Art 4.2).",
    ),
    "fixed": (
        "Loại kế hoạch và đơn vị lập không đổi được sau khi đã lập. Hãy lập kế hoạch khác.",
        "The kind and the unit of a plan stay as they were begun. Begin another plan.",
    ),
    "agency": (
        "Kế hoạch của cơ quan khác phải có tên cơ quan, số và ngày ban hành; kế hoạch của lực lượng thì không.",
        "Another agency's plan names the agency, its number and its day; a plan of the force does not.",
    ),
    "item_subject": (
        "Mỗi mục ghi một đối tượng, hoặc một tiêu chí chọn đối tượng: không bỏ trống, không ghi cả hai.",
        "Each item names one subject, or a criterion for subjects: not neither, not both.",
    ),
    "item_address": (
        "Mục có đối tượng «{name}» thiếu địa chỉ kiểm tra.",
        "The item of {name} lacks the address where it takes place.",
    ),
    "item_days": (
        "Thời gian của mục «{name}» phải theo thứ tự và nằm trong thời gian thực hiện kế hoạch.",
        "The days of the item of {name} must be in order and within the plan's period.",
    ),
    "item_team": (
        "Trưởng Đoàn của mục «{name}» không đồng thời là thành viên.",
        "The leader of the item of {name} is not a member as well.",
    ),
    "item_unit": (
        "Đơn vị thực hiện mục «{name}» không có hoặc không thuộc đơn vị của kế hoạch.",
        "The unit that is to inspect {name} does not exist, or is not the plan's own or below it.",
    ),
    "item_officer": (
        "Người được dự kiến ở mục «{name}» không còn làm việc.",
        "An officer proposed for the item of {name} is not on duty.",
    ),
    "item_twice": (
        "Mục «{name}» có hai lần trong một lần ghi. Hãy tải lại trang.",
        "The item of {name} is there twice. Reload the page.",
    ),
    "item_elsewhere": (
        "Mục «{name}» thuộc kế hoạch khác. Hãy tải lại trang.",
        "The item of {name} belongs to another plan. Reload the page.",
    ),
    "item_unknown": (
        "Kế hoạch không có mục này. Hãy tải lại trang.",
        "The plan has no such item. Reload the page.",
    ),
    "items_many": (
        "Một kế hoạch có nhiều nhất {count} mục. Hãy chia thành nhiều kế hoạch.",
        "A plan has at most {count} items. Divide it into several plans.",
    ),
    "reason": (
        "Mục lấy từ kế hoạch của đơn vị trực thuộc: hãy ghi lý do đưa ra khỏi kế hoạch, ít nhất 3 chữ.",
        "The item came from the plan of a unit below: say why it is taken out, in at least 3 letters.",
    ),
    "no_above": (
        "Chỉ kế hoạch định kỳ hoặc chuyên đề của đơn vị có cấp trên được gửi lên. Hãy trình phê duyệt.",
        "Only a periodic or thematic plan of a unit with one above it is sent up. Submit it for approval.",
    ),
    "no_items": (
        "Kế hoạch chưa có mục nào. Hãy thêm đối tượng, địa chỉ, thời gian.",
        "The plan has no item yet. Add subjects, places and days.",
    ),
    "into": (
        "Kế hoạch nhận phải là dự thảo của đơn vị được gửi lên, cùng loại và cùng năm.",
        "The plan that takes the items must be a draft of the unit above, of the same kind and year.",
    ),
    "incomplete": (
        "Chưa trình được, kế hoạch còn thiếu: {why}.",
        "It cannot be submitted yet. It lacks: {why}.",
    ),
    "overlap_none": (
        "Hai mục này không còn trùng đối tượng trong năm. Hãy tải lại trang.",
        "These two items do not concern the same subject in the year any more. Reload the page.",
    ),
    "overlap_closed": (
        "Nội dung kế hoạch đã trình nên chỉ giữ lại được, có lý do. Muốn bỏ hoặc chuyển, hãy rút về dự thảo.",
        "The plan's content is closed: the item can only be kept, with the reason. To drop or move it, make the plan "
        "a draft again.",
    ),
    "overlap_unresolved": (
        "{count} trường hợp trùng đối tượng trong năm chưa xử lý. Hãy xử lý từng trường hợp, có lý do.",
        "Subjects planned twice in the year and not resolved: {count}. Resolve each with a reason.",
    ),
    "alone_kind": (
        "Chỉ định hướng chương trình kiểm tra do Cục soạn mới được người đứng đầu tự soạn, tự đồng ý. Hãy trình phê "
        "duyệt.",
        "Only the orientation of the nation's unit may be agreed to by its head as its drafter. Submit the plan.",
    ),
    "alone_others": (
        "Người khác cũng soạn định hướng này hoặc bạn không soạn. Hãy trình phê duyệt để người không soạn cho ý kiến.",
        "Somebody else drafted this orientation too, or you did not. Submit it, so that who did not draft it agrees.",
    ),
    "not_approved": (
        "Kế hoạch chưa được phê duyệt. Hãy chờ phiếu trình được phê duyệt rồi ban hành.",
        "The plan is not approved yet. Wait for the answer to its submission, then issue it.",
    ),
    "criterion": (
        "Mục này mới nêu tiêu chí, chưa nêu đối tượng. Hãy điều chỉnh kế hoạch: ghi tên, địa chỉ đối tượng vào mục.",
        "This item gives a criterion and names nobody yet. Amend the plan: write the subject and its address into it.",
    ),
    "number_taken": (
        "Số {number} đã dùng cho kế hoạch khác của đơn vị trong năm. Hãy kiểm tra lại số.",
        "The number {number} is another plan's of the unit in that year. Check the number.",
    ),
    "paper": (
        "Ban hành cần văn bản đã ký: văn bản lập tại đây, hoặc bản quét của văn bản ký ngoài hệ thống.",
        "To issue it, give the signed paper: one made here, or the scan of one signed outside.",
    ),
    "paper_old": (
        "Kế hoạch đã thay đổi sau khi in văn bản này. Hãy bỏ văn bản, lập văn bản mới theo kế hoạch hiện nay và ký "
        "lại.",
        "The plan was changed after this paper was printed. Give the paper up, draw up a new one from the plan as it "
        "is now, and have it signed.",
    ),
    "item_not_planned": (
        "Mục «{name}» đã có quyết định kiểm tra hoặc đã kết thúc nên không điều chỉnh được.",
        "The item of {name} has a decision already, or is over: it is not amended any more.",
    ),
    "nothing": (
        "Điều chỉnh phải đổi ít nhất một mục hoặc thời gian thực hiện.",
        "An amendment changes at least one item, or the period.",
    ),
    "recipients": (
        "Nơi nhận không có trong danh sách của kế hoạch. Hãy tải lại trang.",
        "A recipient is not on the plan's list. Reload the page.",
    ),
    "open_items": (
        "{count} mục chưa thực hiện và chưa có lý do. Hãy ghi lý do từng mục (Điều 7 Thông tư 27/2020/TT-BCT).",
        "Items neither done nor with a reason: {count}. Give the reason of each (Circular 27/2020 Art 7).",
    ),
    "withdraw_first": (
        "Kế hoạch đang trình phê duyệt. Hãy rút lại phiếu trình; kế hoạch khi đó trở lại là dự thảo.",
        "The plan is submitted for approval. Withdraw the submission: the plan is a draft again then.",
    ),
    "item_over": (
        "Mục này đã thực hiện xong hoặc không ở trạng thái phù hợp. Hãy tải lại trang.",
        "This item is done, or not in a state for this. Reload the page.",
    ),
    "results": (
        "Số liệu đã thay đổi sau khi bạn mở trang. Hãy xem lại rồi kết thúc kế hoạch.",
        "The numbers changed after you opened the page. Look at them again, then end the plan.",
    ),
}


def refusal(code: str, **detail: Any) -> Refuse:
    """Return a refusal. Raises KeyError for a code that has no text."""
    vi, en = _TEXTS[code]
    in_vi = {key: one.vi if isinstance(one, Text) else one for key, one in detail.items()}
    in_en = {key: one.en if isinstance(one, Text) else one for key, one in detail.items()}
    return Refuse(code=f"plan_{code}", text=Text(vi=vi.format(**in_vi), en=en.format(**in_en)))
