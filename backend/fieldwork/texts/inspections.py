"""Texts of refusals: why `ledger.record` (the one door) refused an act, and what to do next."""

from collections.abc import Mapping
from typing import Any

from backend.fieldwork.texts.desk_papers import PAPER_REFUSALS
from backend.fieldwork.texts.flow import FLOW_REFUSALS
from backend.fieldwork.texts.hand_signed import HAND_SIGNED_REFUSALS
from backend.fieldwork.texts.relations import RELATION_REFUSALS
from backend.fieldwork.texts.site_files import FILE_REFUSALS
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_REFUSALS: dict[str, tuple[str, str]] = {
    "decision_exists": (
        "Cuộc kiểm tra này đã có quyết định.",
        "This inspection already has its decision.",
    ),
    "record_unknown": (
        "Máy chủ không có cuộc kiểm tra này. Hãy đồng bộ lại; chứng cứ đã ghi vẫn được giữ.",
        "The server does not have this inspection. Sync again; the evidence you recorded is kept.",
    ),
    "not_announced": (
        "Chưa công bố quyết định kiểm tra. Hãy công bố trước khi trình.",
        "The decision was not announced. Announce it before submitting.",
    ),
    "not_opened": (
        "Cuộc kiểm tra này chưa được nhận nên không có gì để bỏ. Hãy nhận việc trước.",
        "This inspection has not been taken up, so there is nothing to discard. Take it up first.",
    ),
    "already_submitted": (
        "Hồ sơ đã được trình nên không thể đề nghị không kiểm tra nữa.",
        "The file has been submitted, so you can no longer ask not to inspect.",
    ),
    "inspection_discarded": (
        "Đoàn đã ghi không kiểm tra. Muốn kiểm tra, hãy bắt đầu lại; mọi chứng cứ vẫn được giữ.",
        "The team recorded that it does not inspect. To inspect, begin again; all evidence is kept.",
    ),
    "not_submitted": (
        "Chưa có bản nào được trình để xem xét.",
        "Nothing has been submitted for review yet.",
    ),
    "already_decided": (
        "Bản này đã được xử lý: {who}, {at} ({what}). Hãy tải lại trang.",
        "This revision was already ruled on: {who}, {at} ({what}). Reload the page.",
    ),
    "approved_meanwhile": (
        "Hồ sơ đã được {who} phê duyệt ({at}) sau khi bản trình này được lập; bản đã phê duyệt không đổi. Biên bản "
        "và chữ ký của bản này được giữ bên cạnh. Nếu có sai sót, hãy báo Trưởng Đoàn hoặc người có thẩm quyền.",
        "{who} approved the file ({at}) after this submission was made; the approved version does not change. The "
        "minutes and signatures of this one are kept alongside it. If something is wrong, tell the leader or the "
        "supervisor.",
    ),
    "revision_stale": (
        "Sau khi trình đã có thay đổi (biên bản mới hoặc ảnh bị loại). Hãy đợi bản trình mới hoặc trả lại.",
        "Something changed after the submission (new minutes, or a photograph withdrawn). "
        "Wait for a new one, or return it.",
    ),
    "revision_other": (
        "Bạn đang xem một bản khác với bản đang chờ phê duyệt. Hãy tải lại và xem lại.",
        "You are looking at a different revision than the one awaiting approval. Reload and look again.",
    ),
    "revision_wrong": (
        "Mã băm của bản trình không khớp với nội dung. Hãy đồng bộ và trình lại.",
        "The submission's hash does not match its content. Sync and submit again.",
    ),
    "bytes_missing": (
        "Còn {missing} ảnh, tài liệu chưa về kho. Chỉ phê duyệt hoặc đồng ý được khi đã nhận đủ.",
        "{missing} photographs or documents have not reached the store yet. You can approve or agree only when all are "
        "there.",
    ),
    "own_work": (
        "Bạn thuộc Đoàn kiểm tra này nên không tự quyết định hoặc cho ý kiến. Hãy chuyển người có thẩm quyền khác.",
        "You belong to this team, so you cannot decide or give an opinion on this yourself. Another supervisor must.",
    ),
    "record_closed": (
        "Hồ sơ không được phê duyệt và đã đóng.",
        "The inspection was refused and is closed.",
    ),
    "not_on_team": (
        "Bạn không có tên trong đoàn kiểm tra này.",
        "You are not on the team of this inspection.",
    ),
    "minutes_not_in_force": (
        "Bản trình không nêu biên bản mới nhất. Hãy đồng bộ và trình lại.",
        "The submission does not name the minutes in force. Sync and submit again.",
    ),
    "photos_not_in_force": (
        "Bản trình nêu ảnh đã loại, lặp lại hoặc máy chủ chưa có. Hãy đồng bộ và trình lại.",
        "The submission names a photograph that is withdrawn, repeated or not on the server. Sync and submit again.",
    ),
    "places_unknown": (
        "Bản trình nêu vị trí mà máy chủ chưa có.",
        "The submission names a position that is not on the server.",
    ),
    "signatures_unknown": (
        "Bản trình nêu chữ ký mà máy chủ chưa có.",
        "The submission names a signature that is not on the server.",
    ),
    "signatures_of_other_minutes": (
        "Có chữ ký thuộc biên bản cũ. Biên bản mới phải được ký lại (hoặc ghi nhận từ chối ký).",
        "A signature belongs to earlier minutes. New minutes must be signed again (or the refusal recorded again).",
    ),
    "leader_not_signed": (
        "Trưởng Đoàn chưa ký biên bản (Điều 18 Thông tư 27/2020/TT-BCT).",
        "The leader has not signed the minutes (Circular 27/2020 Art 18).",
    ),
    "subject_not_signed": (
        "Tổ chức, cá nhân được kiểm tra chưa ký. Nếu từ chối: ghi lý do, đại diện UBND hoặc công an cấp xã hoặc người "
        "chứng kiến ký xác nhận. Nếu vắng mặt, trốn tránh: cần chữ ký của đại diện UBND hoặc công an cấp xã và người "
        "chứng kiến (khoản 3 Điều 18 Thông tư 27/2020/TT-BCT).",
        "The inspected party has not signed. If it refuses: record the reason, and the commune People's Committee or "
        "police, or a witness, signs to certify it. If it is absent or evades: the commune People's Committee or "
        "police and a witness must sign (Circular 27/2020 Art 18.3).",
    ),
    "authority_not_signed": (
        "Đại diện UBND hoặc công an cấp xã chưa ký (Điều 16 Thông tư 27/2020/TT-BCT). Đã mời mà không có thì ghi lý do "
        "vào biên bản, hoàn thành lại, lấy chữ ký người chứng kiến và báo cáo người ban hành.",
        "The commune People's Committee or police has not signed (Circular 27/2020 Art 16). If they were asked and "
        "did not come, give the reason in the minutes, finish them again, have a witness sign and report to the "
        "issuer.",
    ),
    "not_a_desk_act": (
        "Việc này chỉ làm được tại bàn làm việc.",
        "This can be done at the desk only.",
    ),
    "not_a_phone_act": (
        "Việc này chỉ ghi được từ điện thoại của đoàn.",
        "This can be recorded from a phone of the team only.",
    ),
    "not_allowed": (
        "Vai trò của bạn không được phép làm việc này.",
        "Your role does not permit this.",
    ),
    "quarantine_unknown": (
        "Cuộc kiểm tra này không có dữ liệu chờ xem xét nào như vậy.",
        "This inspection has no such held evidence.",
    ),
    "quarantine_decided": (
        "Chứng cứ này đã được quyết định rồi.",
        "A decision on this evidence was already made.",
    ),
    "quarantine_lasting": (
        "Chưa đưa vào hồ sơ được: vẫn còn lý do phải chờ xem xét ({why}). Hãy đợi phần còn thiếu về đến, hoặc không "
        "dùng.",
        "It cannot be admitted yet: the reason for holding it still applies ({why}). Wait for what is missing, or "
        "dismiss it.",
    ),
    "quarantine_own": (
        "Bạn ghi dữ liệu này hoặc thuộc đoàn kiểm tra này nên không tự quyết định. "
        "Hãy chuyển người có thẩm quyền khác.",
        "You recorded this, or belong to this team, so you cannot decide on it yourself. Another supervisor must "
        "decide.",
    ),
    "quarantine_signature": (
        "Chữ ký không hợp lệ nên không bao giờ có hiệu lực; dữ liệu vẫn được giữ.",
        "The signature is not valid, so it never takes effect; the data is kept.",
    ),
    "finding_unknown": (
        "Cuộc kiểm tra này không có nội dung cần làm rõ nào như vậy, hoặc không còn nữa. Hãy tải lại trang.",
        "This inspection has no such finding, or no longer. Reload the page.",
    ),
    "finding_changed": (
        "Số liệu của nội dung này đã đổi từ khi bạn xem. Hãy tải lại trang và xem lại.",
        "The numbers of this finding changed since you looked at it. Reload the page and look again.",
    ),
    "reason_needed": (
        "Bỏ qua một nội dung cần làm rõ hoặc yêu cầu giải trình thì phải nêu lý do.",
        "To dismiss a finding or to ask for an explanation, a reason is needed.",
    ),
    "comment_target": (
        "Mỗi nhận xét phải nêu đúng một trường hoặc một ảnh của cuộc kiểm tra này.",
        "Each comment must name exactly one field, or one photograph of this inspection.",
    ),
    "access_ended": (
        "Tài khoản của người ghi đã bị khóa, nên bước này không được nhận. Chứng cứ của người đó vẫn được giữ.",
        "The account of the officer who recorded it is closed, so this step is not accepted. The officer's evidence "
        "is kept.",
    ),
    "device_doubt": (
        "Chữ ký của thiết bị không hợp lệ hoặc thiết bị đã bị thu hồi, nên bước này không được nhận.",
        "The device's signature is not valid or the device was revoked, so this step is not accepted.",
    ),
} | FLOW_REFUSALS
_REFUSALS |= PAPER_REFUSALS | FILE_REFUSALS | HAND_SIGNED_REFUSALS | RELATION_REFUSALS


def refusal(code: str, words: Mapping[str, Text] | None = None, **detail: Any) -> Refuse:
    """Return a refusal with its sentence, filled from `words` in each language.

    `detail` is for programs. It also fills placeholders that `words` does not, which are counts
    only: a state, a time or an id is not meant for people and never appears in a sentence.
    """
    vi, en = _REFUSALS[code]
    given = words or {}
    said_vi = {name: text.vi for name, text in given.items()} | detail
    said_en = {name: text.en for name, text in given.items()} | detail
    return Refuse(
        code=code, text=Text(vi=vi.format(**said_vi), en=en.format(**said_en)), detail=detail
    )


def same(said: str) -> Text:
    """Return a text that both languages write alike, such as a name or a formatted time."""
    return Text(vi=said, en=said)
