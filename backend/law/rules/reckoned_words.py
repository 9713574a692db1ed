"""Why a time limit cannot be reckoned, and what to give. Pure."""

from schemas.core.problems import Text

_REFUSED = {
    "no_length": (
        "Mục này không có thời hạn để tính. {note}",
        "This entry has no time limit to count. {note}",
    ),
    "no_end": (
        "Với dữ kiện này không tính được ngày cuối. {note}",
        "With these facts no end can be counted. {note}",
    ),
    "unknown": (
        "“{name}” không phải là dữ kiện của thời hạn này. Có thể nêu: {known}.",
        "“{name}” is no fact of this time limit. It takes: {known}.",
    ),
    "no_law": (
        "Dữ liệu không có quy định {name} áp dụng vào ngày {known}.",
        "The data has no rule {name} in force on {known}.",
    ),
    "choice": ("“{name}” phải là một trong: {known}.", "“{name}” is one of: {known}."),
    "day": ("“{name}” phải là một ngày (02/03/2026).", "“{name}” is a day (02/03/2026)."),
    "days": (
        "“{name}” phải là các ngày nối bằng dấu + (02/03/2026+05/03/2026).",
        "“{name}” are days joined with + (02/03/2026+05/03/2026).",
    ),
    "span": (
        "“{name}” phải là một khoảng ngày (04/03/2026..05/03/2026).",
        "“{name}” is a span of days (04/03/2026..05/03/2026).",
    ),
    "needs": ("“{name}” cần thêm: {known}.", "“{name}” needs {known} besides."),
    "code": (
        "Danh mục không có hành vi “{name}”.",
        "The catalogue has no behaviour “{name}”.",
    ),
    "number": ("“{name}” phải là một số.", "“{name}” is a number."),
}


def refused_words(
    why: str, *, name: str = "", known: list[str] | None = None, note: Text | None = None
) -> Text:
    """Return why something cannot be reckoned, and what to give."""
    vi, en = _REFUSED.get(why, _REFUSED["unknown"])
    listed = ", ".join(known or []) or "–"
    said = note or Text(vi="", en="")
    return Text(
        vi=vi.format(name=name, known=listed, note=said.vi).strip(),
        en=en.format(name=name, known=listed, note=said.en).strip(),
    )
