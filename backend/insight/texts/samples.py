"""Why an act of a sample is refused, and what the lists, strata and results are called."""

from typing import Final

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.insight.samples import LookResult, SampleList, SampleState, SampleStrata, Severity

_REFUSALS: dict[str, tuple[str, str]] = {
    "sample_unknown": (
        "Không có mẫu này, hoặc mẫu nằm ngoài phạm vi của bạn.",
        "There is no such sample, or it is out of your sight.",
    ),
    "sample_not_yours": (
        "Chỉ kiểm tra nội bộ của đơn vị đó hoặc cấp trên được rút và xem mẫu; người đang giữ vai trò có hồ sơ "
        "bị kiểm tra thì không.",
        "Only auditors of that unit or above draw and judge samples, and nobody who holds a role whose work is "
        "sampled.",
    ),
    "sample_list": (
        "Danh sách này không có cho loại hồ sơ đã chọn. Hãy chọn danh sách khác.",
        "There is no such list of this kind of record. Choose another list.",
    ),
    "sample_strata": (
        "Cuộc kiểm tra chưa gắn với lĩnh vực: chỉ lọc hoặc chia theo lĩnh vực khi rút mẫu vụ việc.",
        "An inspection is not about a field yet: filter or tell apart by field only when cases are sampled.",
    ),
    "sample_period": (
        "Ngày đầu từ năm 2000, trước hoặc bằng ngày cuối, và ngày cuối không sau hôm nay.",
        "The first day is from 2000 on, not after the last, and the last not after today.",
    ),
    "sample_long": (
        "Kỳ dài quá 366 ngày. Hãy chọn kỳ ngắn hơn.",
        "The period is longer than 366 days. Choose a shorter one.",
    ),
    "sample_drawn": (
        "Mẫu này đã rút rồi; một mẫu chỉ rút một lần. Hãy tải lại trang.",
        "This sample is drawn already, and is drawn only once. Reload the page.",
    ),
    "sample_not_drawn": (
        "Mẫu này chưa rút, hoặc đã kết thúc. Hãy tải lại trang.",
        "This sample is not drawn yet, or has ended. Reload the page.",
    ),
    "sample_ended": (
        "Mẫu này đã kết thúc. Hãy tải lại trang.",
        "This sample has ended. Reload the page.",
    ),
    "sample_looked": (
        "Đã có hồ sơ được xem, nên không bỏ mẫu được. Hãy ghi kết luận và kết thúc mẫu.",
        "A record was looked at, so the sample is not given up. Write a conclusion and close it.",
    ),
    "sample_not_of_it": (
        "Hồ sơ này không thuộc mẫu.",
        "This record is not in the sample.",
    ),
    "sample_own_work": (
        "Bạn đã làm việc trong hồ sơ này, nên người khác phải xem.",
        "You worked on this record, so another auditor must look at it.",
    ),
    "sample_words": (
        "Hãy ghi phát hiện gì, hoặc vì sao không kết luận được.",
        "Write what was found, or why it could not be judged.",
    ),
    "sample_severity": (
        "Hãy chọn mức độ khi có phát hiện; kết quả khác thì không chọn mức độ.",
        "Choose how heavy a finding is; other results have no severity.",
    ),
    "sample_unlooked": (
        "Còn hồ sơ chưa xem. Hãy xem nốt, hoặc ghi trong kết luận vì sao không xem.",
        "Some records were not looked at. Look at them, or write in the conclusion why not.",
    ),
}


def refusal(code: str) -> Refuse:
    """Build a refusal of the record handler of samples."""
    return Refuse(code=code, text=said(code), detail={})


def said(code: str) -> Text:
    """Return the sentence of a code, for a form as for a refusal."""
    vi, en = _REFUSALS[code]
    return Text(vi=vi, en=en)


LISTS: Final[dict[SampleList, Text]] = {
    SampleList.ALL: Text(vi="Tất cả hồ sơ", en="All records"),
    SampleList.LATE: Text(vi="Quá thời hạn", en="Late: a time limit passed"),
    SampleList.CORRECTED: Text(
        vi="Có văn bản sửa đổi, đính chính, hủy bỏ", en="With papers amended, corrected, annulled"
    ),
    SampleList.REOPENED: Text(vi="Mở lại hồ sơ đã lưu", en="Reopened after archiving"),
    SampleList.SELF_SIGNED: Text(vi="Tự soạn, tự ký", en="Drafted and signed by one person"),
    SampleList.QUARANTINED: Text(
        vi="Có dữ liệu chờ xem xét (cách ly)", en="With acts or photographs in quarantine"
    ),
    SampleList.OUT_OF_HOURS: Text(
        vi="Ngoài giờ: ban đêm, ngày nghỉ", en="Out of hours: at night, on days off"
    ),
}
MEANINGS: Final[dict[SampleList, Text]] = {
    SampleList.ALL: Text(
        vi="Vụ việc lập trong kỳ, hoặc cuộc kiểm tra có quyết định ban hành trong kỳ.",
        en="Cases that began in the period, or inspections whose decision was issued in it.",
    ),
    SampleList.LATE: Text(
        vi="Thời hạn kết thúc trong kỳ mà việc làm sau đó, hoặc đến nay chưa làm. Không tính thời hiệu và quyền.",
        en="A time limit ended in the period, and its act came later or has not come. Statutes and rights do not "
        "count.",
    ),
    SampleList.CORRECTED: Text(
        vi="Văn bản ban hành trong kỳ để sửa đổi, đính chính hoặc hủy bỏ văn bản khác của vụ việc.",
        en="A paper issued in the period amends, corrects or annuls another paper of the case.",
    ),
    SampleList.REOPENED: Text(
        vi="Hồ sơ đã lưu được mở lại trong kỳ.",
        en="The archived file was opened again in the period.",
    ),
    SampleList.SELF_SIGNED: Text(
        vi="Văn bản do một người tự soạn, tự ký trong kỳ.",
        en="In the period one person drafted and signed a paper.",
    ),
    SampleList.QUARANTINED: Text(
        vi="Việc hoặc ảnh đến trong kỳ và bị đưa vào dữ liệu chờ xem xét, dù sau đó có được nhận hay không.",
        en="An act or photograph came in the period and was put into quarantine, admitted later or not.",
    ),
    SampleList.OUT_OF_HOURS: Text(
        vi="Hồ sơ bắt đầu trong kỳ, có việc làm hoặc ảnh chụp từ 22 giờ đến 6 giờ, hoặc vào ngày nghỉ theo lịch làm "
        "việc, theo đồng hồ của người làm.",
        en="The record began in the period and has an act or a photograph made between 22:00 and 6:00, or on a day "
        "off by the working calendar, by its maker's clock.",
    ),
}
STRATA: Final[dict[SampleStrata, Text]] = {
    SampleStrata.NONE: Text(vi="Không chia nhóm", en="One group"),
    SampleStrata.UNIT: Text(vi="Đơn vị trực thuộc", en="Units right below"),
    SampleStrata.FIELD: Text(vi="Lĩnh vực", en="Fields"),
    SampleStrata.OUTCOME: Text(vi="Kết quả xử lý", en="Kinds of outcome"),
}
OUTCOMES: Final[dict[str, Text]] = {
    "open": Text(vi="Đang xử lý", en="Open"),
    "sanctioned": Text(vi="Đã xử phạt", en="Sanctioned"),
    "annulled": Text(vi="Quyết định bị hủy bỏ", en="Decision annulled"),
    "not_sanctioned": Text(vi="Không xử phạt", en="Not sanctioned"),
    "handed_on": Text(vi="Chuyển cơ quan khác", en="Handed on"),
    "completed": Text(vi="Đã hoàn thành", en="Completed"),
    "not_completed": Text(vi="Không hoàn thành", en="Not completed"),
}
STATES: Final[dict[SampleState, Text]] = {
    SampleState.PLANNED: Text(vi="Đã ấn định mầm, chưa rút", en="Seed fixed, not drawn"),
    SampleState.DRAWN: Text(vi="Đang xem", en="Being looked at"),
    SampleState.CLOSED: Text(vi="Đã kết thúc", en="Closed"),
    SampleState.GIVEN_UP: Text(vi="Đã bỏ", en="Given up"),
}
RESULTS: Final[dict[LookResult, Text]] = {
    LookResult.IN_ORDER: Text(vi="Đúng", en="In order"),
    LookResult.FINDING: Text(vi="Có phát hiện", en="Finding"),
    LookResult.NOT_JUDGED: Text(vi="Không kết luận được", en="Could not be judged"),
}
SEVERITIES: Final[dict[Severity, Text]] = {
    Severity.MINOR: Text(vi="Nhẹ: sai hình thức", en="Minor: a fault of form"),
    Severity.SERIOUS: Text(vi="Đáng kể: trái quy định", en="Serious: a rule was broken"),
    Severity.GRAVE: Text(
        vi="Nghiêm trọng: ảnh hưởng quyền lợi, tiền, chứng cứ",
        en="Grave: rights, money or evidence were touched",
    ),
}
