"""Answers about the end of a decision: when its execution lapses or is stopped, and how long it may be changed."""

from collections.abc import Callable
from datetime import date

from backend.law.rules import changing, execution, lapsing, stopping
from backend.law.rules.asked import FactWrong, said
from backend.law.sanctions.answers import Answer, Question, judged, last_day, told


def _lapse(one: Question) -> Answer:
    """Answer whether a decision can still be executed (Art 74), or a sanction still counts (Art 7)."""
    facts = one.facts
    facts.only(
        [
            "what",
            "decided_on",
            "on",
            "completed_on",
            "executed_on",
            "warning",
            "changed",
            "evasion_ended",
        ]
    )
    completed = facts.day("completed_on") or facts.day("executed_on")
    if completed is not None:
        last = execution.lapsed_on(
            completed, one.laws, one.calendar, only_warned=facts.yes("warning")
        )
        result = {"last_day": last.isoformat()}
        if (on := facts.day("on")) is not None:
            result["may"] = said(value=on <= last)
        return result, [
            told(
                "Luật XLVPHC Điều 7.1",
                "Hết thời hạn được coi là chưa bị xử phạt.",
                "From then on it does not count.",
                "R",
            )
        ]
    decided, on = facts.day("decided_on"), facts.day("on")
    if decided is None or on is None:
        raise FactWrong(name="decided_on" if decided is None else "on", value="–")
    last = execute_by(one, decided)
    over = lapsing.fault(on, last) is None
    result = {"fine": "lapsed" if over else "due", "last_day": last.isoformat()}
    if over:
        result |= lapsing.GOES_ON
    return result, [
        told(
            "Luật XLVPHC Điều 74; NĐ 118/2021 Điều 16.3",
            "Thời hiệu thi hành 01 năm; hết thời hiệu thì không thi hành phạt tiền, vẫn tịch thu và khắc phục hậu "
            "quả.",
            "One year to execute; after it the fine is not executed, confiscation and remedies still are.",
            "R",
        )
    ]


def execute_by(one: Question, decided_on: date) -> date:
    """Return the last day of the period for execution, anew after evasion and corrections. Raises NotReckoned."""
    known = ("evasion_ended", "changed")
    given = {name: one.facts.text(name) for name in known if one.facts.text(name)}
    return last_day(one, "D18", decided_on, **given)


def _partial(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "cause", "cause_on", "on", "decided_on", "changed", "evasion_ended"])
    cause, on = facts.text("cause"), facts.day("on")
    cause_on, decided_on = facts.day("cause_on"), facts.day("decided_on")
    why = stopping.fault(
        stopping.Stop(
            cause="dead" if cause == "death" else cause,
            signed_on=on,
            last=last_day(one, "P09", cause_on) if cause_on and on else None,
            execute_by=execute_by(one, decided_on) if decided_on and on else None,
        )
    )
    words = {"lapsed": "statute_over", "late": "too_late"}
    result, steps = judged(
        [words.get(why, why)] if why else [],
        "Luật XLVPHC Điều 75; NĐ 118/2021 Điều 19",
        "Không thi hành phạt tiền; tịch thu và khắc phục hậu quả tiếp tục trong phạm vi di sản, tài sản còn lại.",
        "The fine stops; confiscation and remedies go on, within the estate.",
        "R",
    )
    return (result if why else result | stopping.EFFECT | {"form": stopping.FORM}), steps


_RESULTS = frozenset({"complaint_result", "denunciation_result", "court_result"})


def _correction(one: Question) -> Answer:
    facts = one.facts
    facts.only(["what", "fault", "cause", "decided_on", "on", "statute_ends"])
    fault = facts.text("fault")
    result = {"form": changing.form(fault)}
    decided, on, statute = facts.day("decided_on"), facts.day("on"), facts.day("statute_ends")
    free = fault in ("13_1", "remedy_part", "confiscation_part") or facts.text("cause") in _RESULTS
    steps = [
        told(
            "NĐ 118/2021 Điều 13–15",
            "Sai sót soạn thảo: đính chính; căn cứ Điều 13.1: hủy toàn bộ; trường hợp khác: sửa đổi, hủy một phần.",
            "A slip of drafting is corrected; a ground of Art 13.1 annuls it whole; otherwise it is amended, or "
            "annulled in part.",
            "R",
        )
    ]
    if decided is not None and on is not None:
        change = changing.Change(
            decided_on=decided,
            changed_on=on,
            last=last_day(one, "P18", decided),
            statute_over=statute is not None and on > statute,
            free=free,
        )
        late = changing.fault(change) is not None
        result |= {"may": said(value=not late)} | ({"why": "too_late"} if late else {})
        steps.append(
            told(
                "NĐ 118/2021 Điều 15, 42.2",
                "Trong 01 năm và còn thời hiệu xử phạt; không giới hạn với phần tịch thu, khắc phục hậu quả, kết quả "
                "giải quyết khiếu nại, tố cáo, bản án, và khi hủy toàn bộ.",
                "Within a year and the statute; without limit for confiscation and remedies, after a complaint, "
                "denunciation or judgment, and for annulling whole.",
                "R",
            )
        )
    return result, steps


QUESTIONS: dict[str, Callable[[Question], Answer]] = {
    "lapse": _lapse,
    "partial": _partial,
    "correction": _correction,
}
"""What may be asked, by `what`."""
