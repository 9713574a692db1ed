"""What a match says: one sentence with its reasons, in both languages."""

from datetime import date

from backend.core import formats
from schemas.casework.prior_offences import MatchReason, Outcome
from schemas.core.problems import Text

_REASONS: dict[MatchReason, tuple[str, str]] = {
    MatchReason.SUBJECT: ("cùng một mục trong sổ đối tượng", "the same entry of the register"),
    MatchReason.IDENTITY: ("trùng số định danh", "the same identity number"),
    MatchReason.TAX_CODE: ("trùng mã số thuế", "the same tax code"),
    MatchReason.NAME_AND_ADDRESS: (
        "trùng tên và địa chỉ (không xét dấu)",
        "the same name and address, diacritics apart",
    ),
    MatchReason.SIMILAR_NAME: ("tên gần giống, cùng địa chỉ", "a similar name at the same address"),
    MatchReason.NAME_ONLY: (
        "chỉ trùng tên, có thể là người khác",
        "only the same name: it may be somebody else",
    ),
    MatchReason.NAME_WORDS: ("tên có các từ này", "the name contains these words"),
}


def why(reasons: list[MatchReason]) -> Text:
    """Return the reasons in one phrase."""
    return Text(
        vi="; ".join(_REASONS[reason][0] for reason in reasons),
        en="; ".join(_REASONS[reason][1] for reason in reasons),
    )


def hidden(kind: str, number: str, unit: Text, reasons: list[MatchReason]) -> Text:
    """Return the words for a match outside the reader's scope: unit and number, and why."""
    phrase = why(reasons)
    vi, en = ("Cuộc kiểm tra", "Inspection") if kind == "inspection" else ("Vụ việc", "Case")
    return Text(
        vi=f"{vi} {number} của {unit.vi}, nằm ngoài phạm vi được xem của bạn: {phrase.vi}.",
        en=f"{en} {number} of {unit.en}, outside your scope: {phrase.en}.",
    )


_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.VIOLATIONS: ("ghi nhận {found} hành vi vi phạm", "{found} violation{s} recorded"),
    Outcome.NO_VIOLATION: ("không ghi vi phạm", "no violation"),
    Outcome.NOT_EXECUTED: (
        "không thực hiện được kiểm tra, có biên bản",
        "could not be carried out, with minutes",
    ),
    Outcome.NOT_CARRIED_OUT: ("có quyết định, chưa thực hiện", "decided, not carried out yet"),
    Outcome.UNDER_WAY: ("đang kiểm tra, chưa có kết quả", "under way, no result yet"),
    Outcome.GIVEN_UP: (
        "không kiểm tra (Đoàn tự ghi, hoặc quyết định đã hủy bỏ), không có kết quả",
        "not inspected (recorded by the team, or decision withdrawn), no result",
    ),
    Outcome.NOT_ACCEPTED: ("hồ sơ không được phê duyệt", "its file was refused"),
}


def inspection(number: str, outcome: Outcome, found: int, reasons: list[MatchReason]) -> Text:
    """Return an earlier inspection in words: its outcome, and the violations in its minutes."""
    phrase = why(reasons)
    vi, en = (said.format(found=found, s="" if found == 1 else "s") for said in _OUTCOMES[outcome])
    return Text(
        vi=f"Cuộc kiểm tra {number}: {vi}. Lý do khớp: {phrase.vi}.",
        en=f"Inspection {number}: {en}. Why it matches: {phrase.en}.",
    )


def case(
    number: str,
    reasons: list[MatchReason],
    *,
    sanctioned_on: date | None,
    open_vnd: int,
    lapses_on: date | None,
    standing: str,
) -> Text:
    """Return an earlier case: what was decided and is unpaid, and whether it counts (Law Art 2.5, 7.1)."""
    phrase = why(reasons)
    vi, en = [f"Vụ việc {number}"], [f"Case {number}"]
    if sanctioned_on is None:
        vi.append("chưa có quyết định xử phạt")
        en.append("not sanctioned so far")
    else:
        vi.append(f"xử phạt ngày {formats.day(sanctioned_on)}")
        en.append(f"sanctioned on {formats.day(sanctioned_on)}")
    if open_vnd:
        vi.append(f"còn nợ {formats.money(open_vnd, 'vi')} tiền phạt")
        en.append(f"{formats.money(open_vnd, 'en')} of the fine unpaid")
    if standing == "lapsed" and lapses_on is not None:
        vi.append(
            f"sau ngày {formats.day(lapses_on)} được coi là chưa bị xử phạt, không tính tái phạm"
        )
        en.append(
            f"deemed never sanctioned after {formats.day(lapses_on)}: not counted as re-offence"
        )
    elif standing == "counts":
        vi.append(
            f"vi phạm lại chính hành vi này đến hết {formats.day(lapses_on)} là tái phạm"
            if lapses_on
            else "chưa thi hành xong: vi phạm lại chính hành vi này là tái phạm"
        )
        en.append(
            f"the same act is a re-offence until the end of {formats.day(lapses_on)}"
            if lapses_on
            else "not fully executed: the same act is a re-offence"
        )
    return Text(
        vi=f"{'; '.join(vi)}. Lý do khớp: {phrase.vi}.",
        en=f"{'; '.join(en)}. Why it matches: {phrase.en}.",
    )


def summary(inspections: int, cases: int, counting: int, open_vnd: int, open_yet: int) -> Text:
    """Return the report in words.

    `open_yet` decisions without a result are no earlier inspections.
    """
    if not inspections and not cases and open_yet:
        return _open_yet(open_yet)
    if not inspections and not cases:
        return Text(
            vi="Không tìm thấy cuộc kiểm tra hoặc vụ việc nào trước đây.",
            en="No earlier inspection or case was found.",
        )
    said = Text(
        vi=f"{inspections} cuộc kiểm tra, {cases} vụ việc trước đây; {counting} lần xử phạt còn tính; "
        f"tiền phạt chưa nộp {formats.money(open_vnd, 'vi')}.",
        en=f"Earlier: inspections {inspections}, cases {cases}; sanctions that still count {counting}; "
        f"unpaid fines {formats.money(open_vnd, 'en')}.",
    )
    if not open_yet:
        return said
    more = _open_yet(open_yet, other=True)
    return Text(vi=f"{said.vi} {more.vi}", en=f"{said.en} {more.en}")


def _open_yet(count: int, *, other: bool = False) -> Text:
    """Return the words for decisions that were not carried out, or have no result so far."""
    return Text(
        vi=f"{count} quyết định kiểm tra{' khác' if other else ''} chưa thực hiện hoặc chưa có kết quả.",
        en=f"{'Other decisions' if other else 'Decisions'} not carried out, or without a result so far: {count}.",
    )


def by_words(found: int) -> Text:
    """Return how many results only contain the words; of how many parties, nobody knows."""
    return Text(
        vi=f"{found} kết quả có tên chứa các từ này, có thể của nhiều đối tượng khác nhau.",
        en=f"Results whose name holds these words, perhaps of several parties: {found}.",
    )
