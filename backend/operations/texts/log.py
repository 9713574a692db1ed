"""The sentences of the auditors' log: what an officer did, after the name. In both languages."""

from schemas.core.problems import Text

KINDS: dict[str, Text] = {
    "read": Text(vi="Xem", en="Reading"),
    "search": Text(vi="Tìm kiếm", en="Search"),
    "export": Text(vi="Xuất danh sách", en="Export of a list"),
    "copy": Text(vi="Lấy bản sao", en="Copy taken"),
    "sign_in": Text(vi="Đăng nhập", en="Sign-in"),
    "step_up": Text(vi="Xác thực lại", en="Step-up"),
    "refused": Text(vi="Bị từ chối", en="Refused"),
}

ACTIONS: dict[str, Text] = {
    "photo.thumb": Text(
        vi="đã xem ảnh nhỏ {photo} của {record}", en="saw the small picture of {photo} of {record}"
    ),
    "photo.phone": Text(
        vi="đã xem ảnh nhỏ {photo} của {record}", en="saw the small picture of {photo} of {record}"
    ),
    "photo.view": Text(vi="đã xem {photo} của {record}", en="looked at {photo} of {record}"),
    "photo.page": Text(
        vi="đã mở trang {photo} của {record}", en="opened the page of {photo} of {record}"
    ),
    "photo.original": Text(
        vi="đã tải bản gốc {photo} của {record}",
        en="downloaded the original of {photo} of {record}",
    ),
    "photo.receipts": Text(
        vi="đã tải biên nhận của {photo} của {record}",
        en="downloaded the receipts of {photo} of {record}",
    ),
    "photo.sheet": Text(
        vi="đã xem ảnh tờ quyết định của {record}",
        en="looked at the photographed decision of {record}",
    ),
    "inspection.page": Text(vi="đã mở trang của {record}", en="opened the page of {record}"),
    "inspection.gallery": Text(
        vi="đã mở thư viện ảnh của {record}", en="opened the gallery of {record}"
    ),
    "inspection.map": Text(vi="đã xem bản đồ của {record}", en="looked at the map of {record}"),
    "inspection.phone": Text(vi="đã mở {record} trên điện thoại", en="opened {record} on a phone"),
    "inspection.print": Text(vi="đã in {record}", en="printed {record}"),
    "inspection.unknown": Text(
        vi="đã mở hành vi của một cuộc kiểm tra mà máy chủ chưa biết",
        en="opened acts of an inspection that is not known here",
    ),
    "inspection.searched": Text(
        vi="đã tìm cuộc kiểm tra: {terms}", en="searched inspections for {terms}"
    ),
    "case.searched": Text(vi="đã tìm hồ sơ vụ việc: {terms}", en="searched cases for {terms}"),
    "case.page": Text(vi="đã mở trang của {record}", en="opened the page of {record}"),
    "case.informant": Text(
        vi="đã mở thông tin người cung cấp tin của {record}",
        en="opened who informed about {record}",
    ),
    "information.searched": Text(
        vi="đã tìm thông tin: {terms}", en="searched informations for {terms}"
    ),
    "everything.searched": Text(vi="đã tra cứu: {terms}", en="searched for {terms}"),
    "information.page": Text(vi="đã mở trang của {record}", en="opened the page of {record}"),
    "information.informant": Text(
        vi="đã mở danh tính người cung cấp của {record}", en="opened who gave {record}"
    ),
    "information.account": Text(
        vi="đã mở lời kể của {record}", en="opened the account as it was told of {record}"
    ),
    "information.attachment": Text(
        vi="đã mở ảnh, tệp kèm theo của {record}", en="opened what came with {record}"
    ),
    "case.dossier_asked": Text(
        vi="đã yêu cầu lập tệp hồ sơ của {record}", en="asked for the file of {record}"
    ),
    "case.dossier": Text(vi="đã tải tệp hồ sơ của {record}", en="downloaded the file of {record}"),
    "case.package": Text(
        vi="đã tải gói hồ sơ của {record}", en="downloaded the package of {record}"
    ),
    "record.package": Text(
        vi="đã tải gói chứng cứ của {record}", en="downloaded the evidence package of {record}"
    ),
    "party_import.page": Text(
        vi="đã xem trước danh sách {record}", en="previewed the list {record}"
    ),
    "people_import.page": Text(
        vi="đã xem danh sách công chức {record}", en="read the list of officers {record}"
    ),
    "people_import.errors": Text(
        vi="đã tải các dòng không nhập được của {record}",
        en="downloaded the rows that cannot come of {record}",
    ),
    "party_import.errors": Text(
        vi="đã tải tệp lỗi của danh sách {record}", en="downloaded the errors of the list {record}"
    ),
    "sample.package": Text(
        vi="đã tải gói hồ sơ của một mẫu kiểm tra nội bộ",
        en="downloaded the packages of an auditors' sample",
    ),
    "document.pdf": Text(vi="đã tải một văn bản của {record}", en="downloaded a paper of {record}"),
    "document.preview": Text(
        vi="đã xem trước một văn bản của {record}", en="previewed a paper of {record}"
    ),
    "document.to_seal": Text(
        vi="đã tải văn bản cần ký số của {record}", en="downloaded a paper to be sealed of {record}"
    ),
    "document.prepared": Text(
        vi="đã tải văn bản để ký ở ngoài của {record}",
        en="downloaded a paper to sign elsewhere of {record}",
    ),
    "paper.page": Text(vi="đã mở văn bản về {record}", en="opened a paper about {record}"),
    "paper.pdf": Text(vi="đã tải văn bản về {record}", en="downloaded a paper about {record}"),
    "paper.preview": Text(
        vi="đã xem trước văn bản về {record}", en="previewed a paper about {record}"
    ),
    "paper.phone": Text(
        vi="đã mở văn bản về {record} trên điện thoại",
        en="opened a paper about {record} on a phone",
    ),
    "paper.to_seal": Text(
        vi="đã tải văn bản cần ký số về {record}",
        en="downloaded a paper to be sealed about {record}",
    ),
    "paper.prepared": Text(
        vi="đã tải văn bản để ký ở ngoài về {record}",
        en="downloaded a paper to sign elsewhere about {record}",
    ),
    "letters.made": Text(
        vi="đã lập và tải thư kích hoạt của {record}",
        en="made and downloaded the activation letters of {record}",
    ),
    "restructuring.cases": Text(
        vi="đã xem vụ việc đang mở nào của {record} sang đơn vị nào khi chia",
        en="saw which open cases of {record} go to which unit in a split",
    ),
    "list.exported": Text(
        vi="đã yêu cầu xuất danh sách ra tệp: {terms}", en="asked for a list as a file: {terms}"
    ),
    "list.taken": Text(
        vi="đã tải tệp của danh sách: {terms}", en="downloaded the file of a list: {terms}"
    ),
    "scan.read": Text(vi="đã mở bản quét của {record}", en="opened a scan of {record}"),
    "filed.read": Text(
        vi="đã tải một tài liệu trong {record}", en="downloaded a document filed in {record}"
    ),
    "filed.shown": Text(
        vi="đã xem một tài liệu trong {record}", en="looked at a document filed in {record}"
    ),
    "filed.receipt": Text(
        vi="đã tải biên nhận của một tài liệu trong {record}",
        en="downloaded the receipt of a document filed in {record}",
    ),
    "copy.page": Text(
        vi="đã xem các bản sao đã cấp của {record}",
        en="looked at the copies handed over of {record}",
    ),
    "copy.given": Text(
        vi="đã cấp mã xem bản đầy đủ một văn bản của {record}",
        en="gave a code for the full copy of a paper of {record}",
    ),
    "copy.printed": Text(
        vi="đã in bản sao để giao, của {record}",
        en="printed a copy for the party of {record}",
    ),
    "copy.handed_over": Text(
        vi="đã ghi nhận giao bản sao của {record}",
        en="recorded the handing over of a copy of {record}",
    ),
    "full_copy.opened": Text(
        vi="đã mở bản đầy đủ một văn bản của {record} bằng mã",
        en="opened the full copy of a paper of {record} with its code",
    ),
    "full_copy.file": Text(
        vi="đã tải tệp bản đầy đủ của {record} bằng mã",
        en="fetched a file of a full copy of {record} with its code",
    ),
    "full_copy.wrong": Text(
        vi="đã nhập sai mã bản đầy đủ một văn bản của {record}",
        en="gave a wrong code for the full copy of a paper of {record}",
    ),
    "party.searched": Text(
        vi="đã tra cứu tổ chức, cá nhân: {terms}", en="looked up a party: {terms}"
    ),
    "party.looked_up": Text(
        vi="đã tra theo số giấy tờ trên toàn lực lượng: {terms}",
        en="looked a number up over the whole force: {terms}",
    ),
    "party.form": Text(vi="đã mở biểu mẫu của {record}", en="opened a form of {record}"),
    "party.compared": Text(
        vi="đã đối chiếu {record} với một dòng khác trong sổ",
        en="compared {record} with another party of the register",
    ),
    "party.page": Text(vi="đã mở {record}", en="opened {record}"),
    "people.searched": Text(vi="đã tìm cán bộ: {terms}", en="searched officers for {terms}"),
    "outgoing.searched": Text(
        vi="đã tìm trong sổ văn bản đi: {terms}",
        en="searched the register of outgoing papers for {terms}",
    ),
    "incoming.searched": Text(
        vi="đã tìm trong sổ văn bản đến: {terms}",
        en="searched the register of incoming papers for {terms}",
    ),
    "register.outgoing": Text(
        vi="đã xuất sổ văn bản đi: {terms}", en="exported the register of outgoing papers: {terms}"
    ),
    "register.incoming": Text(
        vi="đã xuất sổ văn bản đến: {terms}", en="exported the register of incoming papers: {terms}"
    ),
    "diary.printed": Text(vi="đã in sổ nhật ký công tác", en="printed the work diary"),
    "diary.exported": Text(vi="đã xuất sổ nhật ký công tác", en="exported the work diary"),
    "log.page": Text(vi="đã xem nhật ký hệ thống: {terms}", en="read the system log: {terms}"),
    "log.export": Text(
        vi="đã xuất nhật ký hệ thống: {terms}", en="exported the system log: {terms}"
    ),
    "refusals.page": Text(
        vi="đã xem danh sách yêu cầu bị từ chối", en="read the list of refused requests"
    ),
    "machine.health": Text(
        vi="một hệ thống khác đã hỏi trạng thái: {terms}",
        en="another system asked how it stands: {terms}",
    ),
    "machine.figures": Text(
        vi="một hệ thống khác đã đọc số liệu: {terms}", en="another system read figures: {terms}"
    ),
    "machine.catalogue": Text(
        vi="một hệ thống khác đã đọc danh mục hành vi: {terms}",
        en="another system read the catalogue of behaviours: {terms}",
    ),
    "rescue.opened": Text(vi="đã mở một tệp dự phòng", en="opened a rescue file"),
    "rescue.imported": Text(vi="đã nhận một tệp dự phòng", en="took in a rescue file"),
    "sign_in.desk": Text(vi="đã đăng nhập bàn làm việc", en="signed in at the desk"),
    "sign_in.phone": Text(vi="đã đăng nhập trên điện thoại", en="signed in on a phone"),
    "sign_in.out": Text(vi="đã đăng xuất", en="signed out"),
    "sign_in.reused": Text(
        vi="bị kết thúc phiên trên điện thoại: một mã phiên đã được dùng hai lần",
        en="lost the session on a phone: one of its tokens was used twice",
    ),
    "sign_in.recovered": Text(
        vi="đã đăng nhập bàn làm việc bằng mã khôi phục",
        en="signed in at the desk with a recovery code",
    ),
    "sign_in.ended": Text(vi="đã đăng xuất mình ở nơi khác", en="signed themselves out elsewhere"),
    "step_up.code": Text(vi="đã xác thực lại bằng mã", en="confirmed with a one-time code"),
    "step_up.key": Text(
        vi="đã xác thực lại bằng mã PIN của khóa ký", en="confirmed with the PIN of a signing key"
    ),
    "step_up.passkey": Text(vi="đã xác thực lại bằng khóa truy cập", en="confirmed with a passkey"),
    "passkey_wrong": Text(vi="đã dùng một khóa truy cập không đúng", en="used a wrong passkey"),
    "sign_in_failed": Text(
        vi="bị ai đó đăng nhập không thành công bằng tên của mình",
        en="had a failed sign-in under the name, by whomever",
    ),
    "sign_in_stopped": Text(
        vi="bị tạm dừng đăng nhập bằng tên của mình vì thử sai nhiều lần",
        en="had sign-ins under the name paused after wrong tries, by whomever",
    ),
    "code_wrong": Text(vi="đã nhập sai mã xác thực", en="gave a wrong one-time code"),
    "more_refused": Text(
        vi="bị từ chối thêm nhiều lần, chỉ đếm", en="was refused more often, counted only"
    ),
    "not_allowed": Text(
        vi="đã yêu cầu điều không có quyền", en="asked for something without the right to it"
    ),
    "not_found": Text(
        vi="đã yêu cầu điều không có hoặc ngoài phạm vi",
        en="asked for something that does not exist or is out of sight",
    ),
    "too_many_tries": Text(
        vi="bị dừng vì quá nhiều lần thử", en="was stopped after too many tries"
    ),
}
"""By action of the access log, or code of a refusal."""

FAMILIES: dict[str, Text] = {
    "photo.": Text(vi="đã xem {photo} của {record}", en="looked at {photo} of {record}"),
    "inspection.": Text(vi="đã mở {record}", en="opened {record}"),
    "case.": Text(vi="đã mở {record}", en="opened {record}"),
    "information.": Text(vi="đã mở {record}", en="opened {record}"),
    "document.": Text(vi="đã mở một văn bản của {record}", en="opened a paper of {record}"),
    "paper.": Text(vi="đã mở một văn bản về {record}", en="opened a paper about {record}"),
    "filed.": Text(
        vi="đã mở một tài liệu trong {record}", en="opened a document filed in {record}"
    ),
    "copy.": Text(vi="đã mở bản sao của {record}", en="opened a copy of {record}"),
    "sign_in.": Text(vi="đã đăng nhập", en="signed in"),
    "step_up.": Text(vi="đã xác thực lại", en="confirmed again"),
}
"""By the first word of an action that has no sentence of its own."""

REFUSED = Text(vi="đã gửi một yêu cầu bị từ chối", en="made a request that was refused")
OTHER = Text(vi="đã mở {record}", en="opened {record}")

RUNS: dict[str, Text] = {
    "read": Text(vi="đã xem {record}, {count} lần", en="read {record}, {count} times"),
    "photos": Text(
        vi="đã xem ảnh của {record}, {count} lần",
        en="looked at photographs of {record}, {count} times",
    ),
    "search": Text(vi="đã tìm kiếm {count} lần", en="searched {count} times"),
    "export": Text(vi="đã xuất danh sách {count} lần", en="exported lists {count} times"),
    "copy": Text(
        vi="đã lấy bản sao của {record}, {count} lần", en="took copies of {record}, {count} times"
    ),
    "sign_in": Text(vi="đăng nhập hoặc đăng xuất {count} lần", en="signed in or out {count} times"),
    "step_up": Text(vi="đã xác thực lại {count} lần", en="confirmed again {count} times"),
    "refused": Text(vi="bị từ chối {count} lần", en="was refused {count} times"),
}
"""Of lines that were folded into one."""

RECORDS: dict[str, Text] = {
    "inspection": Text(vi="cuộc kiểm tra {name}", en="inspection {name}"),
    "case": Text(vi="hồ sơ vụ việc {name}", en="case {name}"),
    "information": Text(vi="thông tin {name}", en="information {name}"),
    "submission": Text(vi="phiếu trình “{name}”", en="the submission “{name}”"),
    "route": Text(vi="quy trình phê duyệt “{name}”", en="the approval route “{name}”"),
    "unit": Text(vi="đơn vị {name}", en="unit {name}"),
    "officer": Text(vi="cán bộ {name}", en="officer {name}"),
    "party_import": Text(vi="tệp nhập sổ “{name}”", en="the import “{name}”"),
    "people_import": Text(vi="tệp nhập công chức “{name}”", en="the import of officers “{name}”"),
    "party_likeness": Text(vi="mức điểm trùng {name}", en="the sums for duplicates {name}"),
    "party": Text(vi="tổ chức, cá nhân “{name}”", en="the party “{name}”"),
    "none": Text(vi="nhật ký hoặc danh sách", en="the log or lists"),
    "unknown": Text(vi="một hồ sơ khác", en="another record"),
}
PHOTO = Text(vi="ảnh số {number}", en="photograph {number}")
A_PHOTO = Text(vi="một ảnh", en="a photograph")
OPERATOR = Text(vi="Người vận hành máy chủ ({name})", en="An operator of the server ({name})")
HOLDER = Text(vi="Người có mã của bản sao", en="The holder of a copy")
TERMS: dict[str, Text] = {
    "text": Text(vi="từ", en="words"),
    "number": Text(vi="số", en="number"),
    "subject": Text(vi="tên", en="name"),
    "name": Text(vi="tên", en="name"),
    "address": Text(vi="địa chỉ", en="address"),
    "tax_code": Text(vi="mã số thuế", en="tax code"),
    "identity_number": Text(vi="số định danh", en="identity number"),
    "unit_id": Text(vi="đơn vị", en="unit"),
    "officer": Text(vi="cán bộ", en="officer"),
    "states": Text(vi="trạng thái", en="state"),
    "since": Text(vi="từ ngày", en="from"),
    "until": Text(vi="đến ngày", en="until"),
    "behaviour": Text(vi="hành vi", en="behaviour"),
    "held": Text(vi="dữ liệu chờ xem xét", en="quarantine"),
    "words": Text(vi="từ khóa", en="words"),
    "record": Text(vi="hồ sơ", en="record"),
    "kind": Text(vi="loại", en="kind"),
    "rows": Text(vi="số dòng", en="lines"),
    "list": Text(vi="danh sách", en="list"),
    "purpose": Text(vi="mục đích", en="purpose"),
    "file": Text(vi="loại tệp", en="kind of file"),
}
EVERYTHING = Text(vi="không lọc", en="everything")

TOO_MANY_OFFICERS = Text(
    vi="Có hơn {most} người có tên này. Hãy nhập rõ hơn, hoặc nhập tên đăng nhập.",
    en="More than {most} officers have this name. Enter more of it, or the user name.",
)
NO_OFFICER = Text(vi="Không có cán bộ nào tên như vậy.", en="No officer has this name.")
NO_RECORD = Text(
    vi="Không có cuộc kiểm tra hoặc hồ sơ vụ việc nào mang số này.",
    en="No inspection or case has this number.",
)
HEADINGS = (
    Text(vi="Thời điểm", en="When"),
    Text(vi="Cán bộ", en="Officer"),
    Text(vi="Đơn vị", en="Unit"),
    Text(vi="Loại", en="Kind"),
    Text(vi="Nội dung", en="What"),
    Text(vi="Số hồ sơ", en="Record"),
    Text(vi="Địa chỉ mạng", en="Network address"),
)
