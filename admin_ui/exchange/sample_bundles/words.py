"""Words of the evidence packages of a sample."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "bundles.title": Text(vi="Gói hồ sơ của mẫu", en="Evidence packages of the sample"),
    "bundles.back": Text(vi="Quay lại mẫu", en="Back to the sample"),
    "bundles.said": Text(
        vi="Mỗi hồ sơ là một gói như khi xuất từ trang của hồ sơ: bản gốc, chữ ký, biên nhận và cách tự kiểm tra. Kèm "
        "theo là cách rút mẫu và chương trình rút lại. Không có thông tin người cung cấp tin.",
        en="Each record is a package as its own page gives it: originals, signatures, receipts, and how to check them. "
        "Beside them are the draw and the program that draws again. Nothing in them tells who informed.",
    ),
    "bundles.in_sight": Text(vi="Trong phạm vi của bạn hiện nay", en="In your sight now"),
    "bundles.orders": Text(vi="Đã yêu cầu", en="Asked for"),
    "bundles.progress": Text(vi="{done} trong {total} hồ sơ", en="{done} of {total} records"),
    "bundles.gone": Text(
        vi="{count} hồ sơ đã ra ngoài phạm vi của bạn nên không có gói.",
        en="{count} records went out of your sight and have no package.",
    ),
    "bundles.faulty": Text(
        vi="{count} gói thiếu bản gốc; trong gói có ghi rõ.",
        en="{count} packages lack originals; they say which.",
    ),
    "bundles.until": Text(vi="Tải được đến", en="Can be taken until"),
    "bundles.take": Text(vi="Tải gói", en="Take the packages"),
    "bundles.new": Text(vi="Yêu cầu gói", en="Ask for the packages"),
    "bundles.wait": Text(
        vi="Gói đang được làm. Bạn sẽ nhận thông báo khi xong; có thể rời trang này.",
        en="They are being made. You get a notice when they are ready, and may leave this page.",
    ),
    "bundles.recorded": Text(
        vi="Yêu cầu và mục đích được ghi vào mẫu; từng hồ sơ được ghi là đã xuất.",
        en="That you ask, and what for, is recorded in the sample; of each record that it was taken.",
    ),
    "bundles.purpose_help": Text(vi="Dùng vào việc gì, gửi cho ai.", en="What for, and for whom."),
    "bundles.ask": Text(vi="Yêu cầu", en="Ask for them"),
}
