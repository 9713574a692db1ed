"""Sentences of findings in both languages: one with the numbers, and one on how to check them."""

from typing import NamedTuple

from backend.core import formats
from schemas.core.problems import Text
from schemas.fieldwork.findings import FindingKind


class _Form(NamedTuple):
    """A number with its unit, as each language writes it."""

    vi: str
    en: str


def _count(value: int) -> _Form:
    return _Form(formats.grouped(value), formats.grouped(value, "en"))


def _way(metres: int) -> _Form:
    if metres < 10_000:
        return _Form(*(f"{text} m" for text in _count(metres)))
    return _Form(*(f"{text} km" for text in _count(metres // 1000)))


def _time(seconds: int) -> _Form:
    """Write a duration by its largest unit and the next one, as people say it."""
    units = (
        (86_400, "ngày", "day"),
        (3600, "giờ", "hour"),
        (60, "phút", "minute"),
        (1, "giây", "second"),
    )
    left, vi, en = abs(seconds), list[str](), list[str]()
    for length, word_vi, word_en in units:
        number, left = divmod(left, length)
        if number and len(vi) < 2:
            count = _count(number)
            vi.append(f"{count.vi} {word_vi}")
            en.append(f"{count.en} {word_en}{'' if number == 1 else 's'}")
        elif vi:
            break
    return _Form(" ".join(vi) or "0 giây", " ".join(en) or "0 seconds")


def _millimetres(value: int) -> _Form:
    metres, rest = divmod(value, 1000)
    count = _count(metres)
    return _Form(f"{count.vi},{rest:03} m", f"{count.en}.{rest:03} m")


_FORMS = {
    "distance_m": _way,
    "accuracy_m": _way,
    "limit_m": _way,
    "accuracy_mm": _millimetres,
    "offset_s": _time,
    "apart_s": _time,
    "age_s": _time,
    "set_back_s": _time,
    "limit_s": _time,
}

_SENTENCES: dict[str, tuple[str, str]] = {
    "same_bytes": (
        "Đúng tệp ảnh này, từng byte một, còn có trong một cuộc kiểm tra khác.",
        "This same file, byte for byte, is also in another inspection.",
    ),
    "same_bytes_here": (
        "Đúng tệp ảnh này, từng byte một, có hai lần trong cuộc kiểm tra này.",
        "This same file, byte for byte, is in this inspection twice.",
    ),
    "same_bytes_hidden": (
        "Đúng tệp ảnh này, từng byte một, còn có trong một cuộc kiểm tra khác nằm ngoài phạm vi được xem của bạn.",
        "This same file, byte for byte, is also in another inspection, which is outside your scope.",
    ),
    "similar_picture": (
        "Ảnh này giống một ảnh của cuộc kiểm tra khác: hai mã nhận dạng chỉ khác {distance_bits} trên 64 bit "
        "(từ {limit_bits} trở xuống thì coi là giống).",
        "This picture resembles one in another inspection: their fingerprints differ in {distance_bits} of 64 bits "
        "(up to {limit_bits} counts as alike).",
    ),
    "similar_picture_hidden": (
        "Ảnh này giống một ảnh của cuộc kiểm tra khác nằm ngoài phạm vi được xem của bạn.",
        "This picture resembles one in another inspection, which is outside your scope.",
    ),
    "exif_place_far": (
        "Vị trí máy ảnh ghi trong tệp cách vị trí điện thoại đo {distance_m} (sai số {accuracy_m}, "
        "giới hạn {limit_m}).",
        "The position that the camera wrote into the file is {distance_m} from the one that the phone measured "
        "(accuracy {accuracy_m}, limit {limit_m}).",
    ),
    "exif_time_far_before": (
        "{clock_vi} ghi trong tệp sớm hơn giờ ghi nhận của điện thoại {offset_s} (giới hạn {limit_s}){assumed_vi}.",
        "{clock_en} in the file is {offset_s} earlier than the phone's record (limit {limit_s}){assumed_en}.",
    ),
    "exif_time_far_after": (
        "{clock_vi} ghi trong tệp muộn hơn giờ ghi nhận của điện thoại {offset_s} (giới hạn {limit_s}){assumed_vi}.",
        "{clock_en} in the file is {offset_s} later than the phone's record (limit {limit_s}){assumed_en}.",
    ),
    "too_fast": (
        "Hai vị trí liền nhau của cùng một công chức cách nhau {distance_m} mà chỉ sau {apart_s}: ít nhất "
        "{speed_kmh} km/h sau khi trừ sai số (giới hạn {limit_kmh} km/h).",
        "Two consecutive positions of one officer are {distance_m} apart within {apart_s}: at least {speed_kmh} km/h "
        "after deducting their accuracy (limit {limit_kmh} km/h).",
    ),
    "too_fast_hidden": (
        "Vị trí này và vị trí liền kề của cùng công chức, trong một cuộc kiểm tra nằm ngoài phạm vi được xem của bạn, "
        "xa nhau hơn mức đi lại được trong khoảng thời gian đó.",
        "This position and the officer's next one, in an inspection outside your scope, are further apart than the "
        "time between them allows.",
    ),
    "far_from_address": (
        "Vị trí đo được cách địa điểm kiểm tra nêu trong quyết định {distance_m} (sai số {accuracy_m}, "
        "giới hạn {limit_m}).",
        "The measured position is {distance_m} from the place that the decision names (accuracy {accuracy_m}, "
        "limit {limit_m}).",
    ),
    "clock_offset_before": (
        "Đồng hồ điện thoại chậm ít nhất {offset_s} so với giờ máy chủ mà chính nó đã nhận trước đó, ở {acts} việc "
        "(giới hạn {limit_s}).",
        "The phone's clock was at least {offset_s} slow beside the server time that it had received before "
        "(acts: {acts}; limit {limit_s}).",
    ),
    "clock_offset_after": (
        "Đồng hồ điện thoại nhanh ít nhất {offset_s} so với giờ máy chủ nhận được, ở {acts} việc (giới hạn {limit_s}).",
        "The phone's clock was at least {offset_s} fast beside the server's time of receipt "
        "(acts: {acts}; limit {limit_s}).",
    ),
    "clock_offset_set_back": (
        "Giữa hai việc liền nhau, đồng hồ điện thoại bị lùi lại {set_back_s} (giới hạn {limit_s}).",
        "Between two consecutive acts the phone's clock went back by {set_back_s} (limit {limit_s}).",
    ),
    "fix_old": (
        "Vị trí được đo trước khi ghi nhận {age_s} (giới hạn {limit_s}).",
        "The position had been measured {age_s} before it was recorded (limit {limit_s}).",
    ),
    "fix_coarse": (
        "Sai số của vị trí là {accuracy_m} (giới hạn {limit_m}).",
        "The position is accurate only to {accuracy_m} (limit {limit_m}).",
    ),
    "place_mocked": (
        "Chính điện thoại báo rằng vị trí này do phần mềm giả lập đưa ra.",
        "The phone itself reports that this position came from mock-location software.",
    ),
    "accuracy_constant": (
        "Cả {fixes} lần đo vị trí của cùng một công chức đều có sai số đúng {accuracy_mm}.",
        "All {fixes} positions of one officer have exactly the same accuracy, {accuracy_mm}.",
    ),
    "from_gallery": (
        "Ảnh được chọn từ tệp có sẵn trong máy, không chụp bằng máy ảnh của ứng dụng.",
        "The photograph was chosen from a file and not taken with the camera of the application.",
    ),
    "sequence_gap": (
        "Trong nhật ký của điện thoại còn thiếu {missing} việc giữa số {after_seq} và số {before_seq}.",
        "Acts missing in the phone's log between number {after_seq} and number {before_seq}: {missing}.",
    ),
}

_SEE: dict[str, tuple[str, str]] = {
    "same_bytes": (
        "Mở hai ảnh cạnh nhau; mã SHA-256 của chúng là một.",
        "Open both photographs side by side; their SHA-256 is the same.",
    ),
    "similar_picture": (
        "Mở hai ảnh cạnh nhau và so từng chi tiết.",
        "Open both photographs side by side and compare the details.",
    ),
    "hidden": (
        "Người có phạm vi bao gồm cả hai cuộc kiểm tra mới so sánh được; hãy đề nghị cấp trên xem.",
        "Only somebody whose scope covers both inspections can compare them: ask the level above.",
    ),
    "exif_place_far": (
        "Trên trang ảnh, so vị trí trong siêu dữ liệu của tệp với vị trí điện thoại đo.",
        "On the photograph's page, compare the position in the file's metadata with the phone's.",
    ),
    "exif_time_far": (
        "Trên trang ảnh, so thời điểm trong siêu dữ liệu của tệp với giờ ghi nhận.",
        "On the photograph's page, compare the time in the file's metadata with the time of the record.",
    ),
    "too_fast": (
        "Xem hai vị trí và giờ đo của chúng trên bản đồ và dòng thời gian.",
        "Look at both positions and their times on the map and the time line.",
    ),
    "far_from_address": (
        "Xem vị trí này và địa điểm của quyết định trên bản đồ; xem biển hiệu, số nhà trong ảnh.",
        "Look at this position and the decision's place on the map; look for sign and house number in the pictures.",
    ),
    "clock_offset": (
        "Trong sổ của hồ sơ, so giờ điện thoại với giờ máy chủ của việc này và các việc bên cạnh.",
        "In the record's ledger, compare the phone's time with the server's, of this act and its neighbours.",
    ),
    "fix_old": (
        "So giờ đo vị trí với giờ ghi nhận của việc này.",
        "Compare the time of the measurement with the time of the act.",
    ),
    "fix_coarse": (
        "Xem vòng tròn sai số của vị trí trên bản đồ.",
        "Look at the circle of accuracy on the map.",
    ),
    "place_mocked": (
        "Xem kết quả kiểm tra vị trí của việc này trong sổ; hỏi công chức về phần mềm trên điện thoại.",
        "See the act's verdict on its position in the ledger; ask the officer which software is on the phone.",
    ),
    "accuracy_constant": (
        "So sai số của các vị trí trong danh sách: số đo thật thay đổi theo bầu trời.",
        "Compare the accuracies in the list of positions: real ones change with the sky.",
    ),
    "from_gallery": (
        "Xem siêu dữ liệu của tệp và hỏi công chức vì sao không chụp trong ứng dụng.",
        "Look at the file's metadata, and ask the officer why it was not taken in the application.",
    ),
    "sequence_gap": (
        "Xem số thứ tự các việc của điện thoại này trong sổ; yêu cầu đồng bộ điện thoại hoặc nộp tệp chưa gửi.",
        "See the numbers of this phone's acts in the ledger; ask for the phone to be synced, or for its rescue file.",
    ),
}


def sentence(kind: FindingKind, numbers: dict[str, int], *, hidden: bool, here: bool) -> Text:
    """Return the sentence of a finding.

    `hidden`: the other side is out of the reader's scope; `here`: it is in this inspection.
    """
    vi, en = _SENTENCES[_which(kind, numbers, hidden, here)]
    return Text(vi=vi.format(**_words(kind, numbers, 0)), en=en.format(**_words(kind, numbers, 1)))


def how_to_see(kind: FindingKind, *, hidden: bool) -> Text:
    """Return the sentence on how a person can check the finding without trusting the system."""
    vi, en = _SEE["hidden" if hidden else kind.value]
    return Text(vi=vi, en=en)


def _which(kind: FindingKind, numbers: dict[str, int], hidden: bool, here: bool) -> str:
    if hidden:
        return f"{kind.value}_hidden"
    if kind is FindingKind.SAME_BYTES and here:
        return "same_bytes_here"
    if kind is FindingKind.CLOCK_OFFSET and "set_back_s" in numbers:
        return "clock_offset_set_back"
    if kind in (FindingKind.CLOCK_OFFSET, FindingKind.EXIF_TIME_FAR):
        return f"{kind.value}_{'before' if numbers['offset_s'] < 0 else 'after'}"
    return kind.value


def _words(kind: FindingKind, numbers: dict[str, int], language: int) -> dict[str, str]:
    words = {name: _FORMS.get(name, _count)(value)[language] for name, value in numbers.items()}
    if kind is FindingKind.EXIF_TIME_FAR:
        satellites = bool(numbers["satellites"])
        words["clock_vi"] = "Giờ vệ tinh (UTC)" if satellites else "Giờ chụp"
        words["clock_en"] = "The satellites' time (UTC)" if satellites else "The camera's time"
        words["assumed_vi"] = (
            "; tệp không ghi múi giờ nên đọc theo giờ Việt Nam" if numbers["zone_assumed"] else ""
        )
        words["assumed_en"] = (
            "; the file gives no time zone, so it was read as Vietnam time"
            if numbers["zone_assumed"]
            else ""
        )
    return words
