"""Why an answer on a submission's page is not one for an inspection, and what to do instead."""

from schemas.core.problems import Text

REFUSED: dict[str, Text] = {
    "file_returned": Text(
        vi="Biên bản đã ký nên hồ sơ không được trả lại. Hãy yêu cầu bổ sung, hoặc nêu ý kiến của bạn.",
        en="The minutes are signed, so a file is not returned to be changed. Ask for a supplement, or give an opinion.",
    ),
    "file_refused": Text(
        vi="Hồ sơ kiểm tra không bị từ chối. Hãy đồng ý hướng xử lý, yêu cầu bổ sung, yêu cầu xác minh "
        "hoặc nhận xử lý.",
        en="An inspection's file is not refused. Agree with the handling, ask for a supplement, order verification, "
        "or take the file over.",
    ),
    "draft_refused": Text(
        vi="Dự thảo biên bản không bị từ chối. Hãy trả lại dự thảo và nêu nội dung cần sửa.",
        en="Draft minutes are not refused. Return the draft, and say what must change.",
    ),
    "not_in_sight": Text(
        vi="Cuộc kiểm tra này ngoài phạm vi đơn vị của bạn, kể cả khi xử lý thay. Hãy chuyển bước này cho lãnh đạo của "
        "đơn vị đó.",
        en="This inspection is out of your unit's scope, also as a stand-in. Hand the step on to a head of that unit.",
    ),
    "from_the_phone": Text(
        vi="Việc này do Đoàn kiểm tra làm trên điện thoại: gửi dự thảo mới, hoặc trả lời yêu cầu bổ sung.",
        en="The team does this on a phone: it sends another draft, or answers the request for a supplement.",
    ),
}
"""By the code without its prefix `inspection_`."""


def step_first(steps: list[Text]) -> Text:
    """Return why a decision is not signed yet: these steps come first."""
    vi, en = ", ".join(one.vi for one in steps), ", ".join(one.en for one in steps)
    return Text(
        vi=f"Phiếu trình còn bước phải có kết quả trước khi ký: {vi}. Hãy chờ kết quả, hoặc đề nghị cấp trên "
        "nhận xử lý bước đó.",
        en=f"A step of the submission must have an outcome before the signature: {en}. Wait for it, or ask the "
        "level above to take it over.",
    )


def unheard(steps: list[Text]) -> Text:
    """Return why a decision is not signed without a reason: these steps have said nothing and have time."""
    vi, en = ", ".join(one.vi for one in steps), ", ".join(one.en for one in steps)
    return Text(
        vi=f"Chưa có ý kiến ở bước còn thời hạn: {vi}. Hãy chờ ý kiến, hoặc nêu lý do ký khi chưa có ý kiến.",
        en=f"A step that still has time has not answered: {en}. Wait for it, or give the reason why you sign without.",
    )


NEW_DRAFT = "Đoàn đã gửi dự thảo khác."
SIGNED = "Biên bản đã ký, đã viết lại hoặc đã trình; dự thảo không còn chờ ý kiến."
"""Why the submission of a draft ended, in its record."""


def draft_title(subject: str, number: str) -> Text:
    """Return what a draft is called in lists."""
    return Text(
        vi=f"Dự thảo biên bản: {subject} ({number})",
        en=f"Draft minutes: {subject} ({number})",
    )


def decision_title(subject: str) -> Text:
    """Return what an inspection decision is called in lists, where its form's title takes two lines."""
    return Text(vi=f"Quyết định kiểm tra: {subject}", en=f"Inspection decision: {subject}")


def file_title(subject: str, number: str) -> Text:
    """Return what a file is called in lists."""
    return Text(
        vi=f"Hồ sơ kiểm tra: {subject} ({number})",
        en=f"Inspection file: {subject} ({number})",
    )
