"""Words of handing work over."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "handover.title": Text(vi="Bàn giao công việc", en="Hand work over"),
    "handover.of": Text(vi="Bàn giao công việc của {name}", en="Hand over the work of {name}"),
    "handover.whose": Text(vi="Công việc của ai", en="Whose work"),
    "handover.whose_hint": Text(
        vi="Gõ họ tên, đơn vị hoặc tên đăng nhập.", en="Type a name, a unit or a user name."
    ),
    "handover.open": Text(vi="Xem việc đang làm", en="Show the open work"),
    "handover.lead": Text(
        vi="Người nghỉ, chuyển đơn vị hoặc vắng lâu bàn giao mọi việc đang làm trong một bước: mỗi hồ sơ sang đúng một "
        "người, hoặc không hồ sơ nào được chuyển.",
        en="Who leaves, moves or is away for long hands over all open work in one step: every record goes to a "
        "colleague, or none does.",
    ),
    "handover.nothing": Text(
        vi="Không có việc nào đang mở. Có thể khóa tài khoản hoặc chuyển đơn vị ngay.",
        en="Nothing is open. The account can be disabled or moved at once.",
    ),
    "handover.more": Text(
        vi="Có hơn {count} việc. Bước này bàn giao {count} việc đầu; sau đó mở lại trang để bàn giao tiếp.",
        en="There are more than {count} things. This step hands over the first {count}; then open the page again.",
    ),
    "handover.to_needed": Text(
        vi="Hãy ghi người nhận «{group}».", en="Enter who takes over “{group}”."
    ),
    "handover.kind_case": Text(vi="Hồ sơ vụ việc", en="Cases"),
    "handover.kind_inspection": Text(vi="Cuộc kiểm tra", en="Inspections"),
    "handover.kind_team": Text(
        vi="Đoàn kiểm tra: chờ quyết định sửa đổi, bổ sung của người ban hành",
        en="Teams: wait for an amending decision of the issuer",
    ),
    "handover.kind_information": Text(vi="Thông tin cần xác minh", en="Information to verify"),
    "handover.kind_plan_item": Text(vi="Mục kế hoạch kiểm tra", en="Items of inspection plans"),
    "handover.kind_step": Text(vi="Bước phê duyệt chờ ý kiến", en="Steps that wait for an answer"),
    "handover.count": Text(vi="{count} việc", en="{count}"),
    "handover.led": Text(vi="phụ trách {count}", en="leads {count}"),
    "handover.to": Text(vi="Người nhận", en="Goes to"),
    "handover.to_hint": Text(
        vi="Nhận tất cả, trừ hồ sơ có người nhận riêng bên dưới.",
        en="Takes all, except records with a receiver of their own below.",
    ),
    "handover.split": Text(vi="Chia cho nhiều người", en="Split among several"),
    "handover.split_many": Text(
        vi="Có hơn {count} hồ sơ nên cả nhóm sang một người; người đó bàn giao lại được.",
        en="With more than {count} records the whole group goes to one colleague, who can hand them over again.",
    ),
    "handover.line_lead": Text(vi="{number} · phụ trách", en="{number} · leads"),
    "handover.line_member": Text(vi="{number} · tham gia", en="{number} · takes part"),
    "handover.line_due": Text(vi="{line} · hạn {day}", en="{line} · due {day}"),
    "handover.line_step": Text(vi="Bước {number}", en="Step {number}"),
    "handover.team_note": Text(
        vi="Đoàn kiểm tra chỉ thay đổi bằng quyết định bằng văn bản của người ban hành quyết định kiểm tra (khoản 2 "
        "Điều 15, khoản 4 Điều 17 Thông tư 27/2020/TT-BCT). Người nhận vào Đoàn khi quyết định sửa đổi, bổ sung được "
        "ký.",
        en="A team changes only by a written decision of the issuer (Circular 27/2020 Arts 15.2, 17.4). The receiver "
        "joins the team when the amending decision is signed.",
    ),
    "handover.team_title": Text(
        vi="Đoàn kiểm tra chờ quyết định sau bàn giao", en="A team waits for a decision"
    ),
    "handover.team_decision": Text(vi="Quyết định kiểm tra", en="Inspection decision"),
    "handover.team_place": Text(vi="Người thôi → người được đề nghị", en="Who leaves → proposed"),
    "handover.team_amend": Text(vi="Sửa đổi, bổ sung quyết định", en="Amend the decision"),
    "handover.team_keep": Text(vi="Giữ nguyên Đoàn", en="Keep the team"),
    "handover.team_keep_note": Text(
        vi="Đoàn và quyết định không thay đổi; người đã bàn giao vẫn là thành viên. Lý do được ghi vào sổ và việc này "
        "rời Việc của tôi.",
        en="Neither the team nor the decision changes; who handed the work over stays a member. The reason is "
        "recorded, and this leaves My work.",
    ),
    "handover.proposed": Text(
        vi="{name} được đề nghị vào {count} Đoàn kiểm tra; người ban hành được báo để quyết định.",
        en="{name} is proposed for {count} teams; the issuers are told, to decide.",
    ),
    "handover.beside": Text(vi="Không bàn giao được", en="What nobody takes over"),
    "handover.beside_delegations": Text(
        vi="Quyết định giao quyền còn hiệu lực, đã giao hoặc được giao: {count}. Chấm dứt khi người này nghỉ hoặc "
        "chuyển đơn vị trong bước này; nếu không, văn thư chấm dứt ở sổ giao quyền.",
        en="Delegations in force, given or received: {count}. They end if the officer leaves or moves in this step; "
        "otherwise a clerk ends them in the register.",
    ),
    "handover.beside_stand_ins": Text(
        vi="Lần nghỉ của người khác mà người này xử lý thay: {count}. Ghi lại ngày nghỉ với người xử lý thay khác.",
        en="Absences of others in which the officer stands in: {count}. Enter them again with another stand-in.",
    ),
    "handover.beside_drafts": Text(
        vi="Bản thảo quyết định kiểm tra: {count}. Thủ trưởng và văn thư của đơn vị xem và làm tiếp.",
        en="Drafts of inspection decisions: {count}. Heads and clerks of the unit see them and go on.",
    ),
    "handover.beside_devices": Text(
        vi="Điện thoại đã đăng ký: {count}. Người quản trị thu hồi ở trang Thiết bị.",
        en="Enrolled phones: {count}. An administrator revokes them on the page of devices.",
    ),
    "handover.beside_returned": Text(
        vi="Phiếu trình đã trả lại cho người này: {count}. Người nhận hồ sơ sửa và trình lại từ hồ sơ. Khi người này "
        "nghỉ hoặc chuyển đơn vị, các phiếu này sang Việc của tôi của thủ trưởng đơn vị; nếu ở lại, vẫn ở người này.",
        en="Submissions that came back to the officer: {count}. The officer who takes the file over corrects and "
        "submits them again from there. After a move or a departure they are in My work of the unit's heads.",
    ),
    "handover.beside_papers": Text(
        vi="Dự thảo văn bản vụ việc do người này soạn: {count}. Ở lại hồ sơ; người nhận hồ sơ soạn tiếp.",
        en="Drafts of papers of cases that the officer began: {count}. They stay with the case; who gets it goes on.",
    ),
    "handover.beside_unit_drafts": Text(
        vi="Dự thảo kế hoạch, báo cáo do người này lập: {count}. Là của đơn vị; thủ trưởng làm tiếp.",
        en="Drafts of plans and reports that the officer began: {count}. They are the unit's; its heads go on.",
    ),
    "handover.beside_machines": Text(
        vi="Tài khoản máy do người này chịu trách nhiệm: {count}. Người quản trị chọn người khác ở trang đó.",
        en="Accounts of machines for which the officer answers: {count}. An administrator names somebody else on "
        "their page.",
    ),
    "handover.asked_by": Text(
        vi="Ai yêu cầu bàn giao (khi tài khoản giữ nguyên, hoặc chờ người thứ hai)",
        en="Who asked for it (if the account stays, or waits for a second person)",
    ),
    "handover.asked_by_hint": Text(
        vi="Người quản trị chỉ bàn giao công việc của người còn làm việc khi chính người đó hoặc thủ trưởng đơn vị yêu "
        "cầu. Cả hai được báo ngay, với lý do của bạn.",
        en="An administrator hands over the work of somebody who stays only if that officer or the head of the unit "
        "asked for it. Both are told at once, with your reason.",
    ),
    "handover.asked_by_officer": Text(vi="Chính người này", en="The officer"),
    "handover.asked_by_head": Text(vi="Thủ trưởng đơn vị", en="The head of the unit"),
    "handover.asked_by_needed": Text(
        vi="Hãy chọn ai yêu cầu, hoặc khóa tài khoản, chuyển đơn vị trong bước này.",
        en="Choose who asked for it, or disable or move the account in this step.",
    ),
    "handover.why": Text(vi="Lý do", en="Reason"),
    "handover.number": Text(vi="Số quyết định", en="Number of the decision"),
    "handover.decided_on": Text(vi="Ngày quyết định", en="Day of the decision"),
    "handover.then": Text(vi="Sau khi bàn giao", en="After it"),
    "handover.then_stay": Text(vi="Tài khoản giữ nguyên", en="The account stays as it is"),
    "handover.then_leave": Text(vi="Khóa tài khoản (nghỉ việc)", en="Disable the account (leaves)"),
    "handover.then_move": Text(vi="Chuyển sang đơn vị khác", en="Move to another unit"),
    "handover.unit": Text(vi="Đơn vị mới (khi chuyển)", en="New unit (if moving)"),
    "handover.unit_needed": Text(
        vi="Hãy chọn đơn vị mới, hoặc giữ nguyên tài khoản.",
        en="Choose the new unit, or leave the account as it is.",
    ),
    "handover.review": Text(vi="Xem lại trước khi bàn giao", en="Review"),
    "handover.sure": Text(
        vi="Bàn giao {count} việc của {name}?", en="Hand over {count} things of {name}?"
    ),
    "handover.sure_none": Text(
        vi="Không có việc nào để bàn giao.", en="There is nothing to hand over."
    ),
    "handover.gets": Text(vi="{name} nhận {what}.", en="{name} gets {what}."),
    "handover.away": Text(
        vi="{name} đang nghỉ đến {day}: hạn của hồ sơ vẫn tính.",
        en="{name} is away until {day}: limits of the records run on.",
    ),
    "handover.elsewhere": Text(
        vi="{name} thuộc {unit}, khác đơn vị của {officer}.",
        en="{name} is of {unit}, not of the unit of {officer}.",
    ),
    "handover.sure_leave": Text(
        vi="Sau đó tài khoản bị khóa: mọi phiên kết thúc ngay, giao quyền chấm dứt. Thẻ kiểm tra thị trường phải được "
        "kiến nghị thu hồi trong 5 ngày làm việc (điểm b khoản 1 Điều 15 Pháp lệnh 11/2016/UBTVQH13, khoản 2 Điều 7 "
        "Thông tư 33/2018/TT-BCT).",
        en="Then the account is disabled: all sessions end at once, delegations end. The revocation of the inspection "
        "card must be proposed within 5 working days (Ordinance 11/2016 Art 15.1.b, Circular 33/2018 Art 7.2).",
    ),
    "handover.sure_move": Text(
        vi="Sau đó chuyển sang {unit}; giao quyền chấm dứt. Chuyển cần người thứ hai xác nhận thì đề nghị được gửi đi.",
        en="Then the officer moves to {unit}; delegations end. If a second person must confirm it, a request is sent.",
    ),
    "handover.once": Text(
        vi="Mỗi người nhận được báo một lần. Không hoàn lại được bằng một nút: muốn đổi thì bàn giao lại.",
        en="Each receiver is told once. There is no button to undo it: hand the records over again instead.",
    ),
    "handover.do": Text(vi="Bàn giao", en="Hand over"),
    "handover.back": Text(vi="Sửa lại", en="Change"),
    "handover.at_new": Text(
        vi="Việc của người này đã thay đổi từ khi bạn mở trang. Danh sách dưới đây là mới nhất: hãy xem lại.",
        en="The officer's work has changed since you opened the page. The list below is the newest: look again.",
    ),
    "handover.at": Text(vi="{kind} {number}: {why}", en="{kind} {number}: {why}"),
    "handover.done": Text(
        vi="Đã bàn giao. Mỗi người nhận được báo một lần, hồ sơ đã ở Việc của tôi của họ.",
        en="Handed over. Each receiver was told once and has the records in My work.",
    ),
    "handover.done_asked": Text(
        vi="Việc chuyển đơn vị chờ người thứ hai xác nhận.",
        en="The move waits for a second person.",
    ),
}
