"""What officers are told, in both languages, by key. A key is never used again for another sentence."""

from schemas.problems import Text

TITLES = {
    "deadline.half": Text(vi="Đã qua nửa thời hạn", en="Half of the time is over"),
    "deadline.last_day": Text(vi="Sắp hết thời hạn", en="The time is almost over"),
    "deadline.missed": Text(vi="Đã quá hạn", en="The time is over"),
    "deadline.lapsed": Text(vi="Thời hiệu, quyền đã hết", en="The period has lapsed"),
}
BODIES = {
    "deadline.half": Text(
        vi="Vụ việc {case}: {label} ({citation}). Hạn: {end}.",
        en="Case {case}: {label} ({citation}). Due: {end}.",
    ),
    "deadline.last_day": Text(
        vi="Vụ việc {case}: {label} ({citation}). Hạn: {end}. Hãy làm ngay, hoặc gia hạn nếu được phép.",
        en="Case {case}: {label} ({citation}). Due: {end}. Do it now, or extend it where that is allowed.",
    ),
    "deadline.missed": Text(
        vi="Vụ việc {case}: {label} ({citation}). Hạn là {end}.",
        en="Case {case}: {label} ({citation}). It was due: {end}.",
    ),
    "deadline.lapsed": Text(
        vi="Vụ việc {case}: {label} ({citation}). Mốc cuối là {end}.",
        en="Case {case}: {label} ({citation}). It lapsed: {end}.",
    ),
}
"""`case` its number, `label` and `citation` the rule's, `end` its end in words."""


def title(key: str) -> Text:
    """The head of a notice."""
    return TITLES[key]


def body(key: str, case: str, label: Text, citation: Text, end: Text) -> Text:
    """The sentence of a notice."""
    given = BODIES[key]
    return Text(
        vi=given.vi.format(case=case, label=label.vi, citation=citation.vi, end=end.vi),
        en=given.en.format(case=case, label=label.en, citation=citation.en, end=end.en),
    )
