"""What officers are told, in both languages, by key. A key is never used again for another sentence."""

from collections.abc import Mapping

from schemas.problems import Text

TITLES = {
    "deadline.half": Text(vi="Đã qua nửa thời hạn", en="Half of the time is over"),
    "deadline.last_day": Text(vi="Sắp hết thời hạn", en="The time is almost over"),
    "deadline.missed": Text(vi="Đã quá hạn", en="The time is over"),
    "deadline.lapsed": Text(vi="Thời hiệu, quyền đã hết", en="The period has lapsed"),
    "refusals.burst": Text(
        vi="Nhiều yêu cầu bị từ chối", en="Many requests of one officer were refused"
    ),
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
    "refusals.burst": Text(
        vi="{officer} có {count} yêu cầu bị từ chối trong {minutes} phút gần đây. Hãy xem lý do và hỏi lại người đó.",
        en="{count} requests of {officer} were refused within {minutes} minutes. See why, and ask the officer.",
    ),
}
"""`case` its number, `label` and `citation` the rule's, `end` its end in words; what has no clock is filled with the
words that its teller gave (telling.py)."""


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


def told(key: str, words: Mapping[str, Mapping[str, str]]) -> Text:
    """The sentence of a notice without a clock. Raises KeyError for a sentence, or a place in it, that is not known."""
    given = BODIES[key]
    vi = {name: word["vi"] for name, word in words.items()}
    en = {name: word["en"] for name, word in words.items()}
    return Text(vi=given.vi.format(**vi), en=given.en.format(**en))
