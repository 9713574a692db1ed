"""The steps of a reckoned time limit: trigger, length, counting, end, furthest end. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from backend.core import formats
from backend.core.local_time import day_of
from backend.law.rules import reports
from backend.law.rules.clocks import last_day_of
from backend.law.rules.counting import Calendar
from backend.law.rules.limit_words import end_words, limit_words
from backend.law.rules.limits import Report, Rule
from backend.law.rules.reckoning import Reckoned
from schemas.core.problems import Text
from schemas.law.deadlines import Clock
from schemas.law.reckoning import Certainty, ReckonedStep

COUNTED = "Điều 8 Luật Xử lý vi phạm hành chính; Điều 147, Điều 148 Bộ luật Dân sự"
"""The articles by which days, working days, months and years are counted."""
LIMITATION = "Điều 151 Bộ luật Dân sự"
_HOURS = Text(
    vi="Giờ tính liên tục theo đồng hồ, kể cả ngày nghỉ: cách hiểu thông thường.",
    en="Hours run by the clock, days off included: the usual reading.",
)
_SAFE = Text(
    vi="Còn tranh luận: thời hiệu có tính ngày đầu, có dời sang ngày làm việc hay không.",
    en="It is disputed whether the first day counts, and whether the end moves to a working day.",
)
_UNDECIDED = Text(
    vi="Lịch nghỉ của một năm trong thời hạn chưa được công bố đủ: ngày cuối có thể dời.",
    en="Days off of a year within it are not all announced: the end may still move.",
)
_INSTEAD = {
    "at_once": Text(vi="Phải làm ngay, không có số ngày.", en="Due at once: no days are counted."),
    "none": Text(vi="Không có thời hạn.", en="There is no time limit."),
    "fine_paid": Text(vi="Đến khi nộp xong tiền phạt.", en="Until the fine is paid."),
}


def steps(one: Reckoned) -> list[ReckonedStep]:
    """Return the steps of a reckoned time limit, each with its article and how sure it is."""
    if one.clock is None:
        return [_length(one)]
    return [
        _begin(one, one.clock),
        _length(one),
        *_counting(one, one.clock),
        _end(one, one.clock),
        *_after(one),
    ]


def of_report(rule: Rule, report: Report, due: reports.Due) -> list[ReckonedStep]:
    """Return the one step of a periodic report."""
    first, last, on = (formats.day(day) for day in (due.first, due.last, due.due_on))
    return [
        _step(
            f"{report.label.vi}: kỳ {first}–{last}, gửi chậm nhất ngày {on}.",
            f"{report.label.en}: the period is {first}–{last}, sent on {on} at the latest.",
            rule.citation.vi,
            rule.certainty or "U",
            rule.check,
        )
    ]


def _step(
    vi: str, en: str, article: str, certainty: Certainty, doubt: Text | None = None
) -> ReckonedStep:
    return ReckonedStep(text=Text(vi=vi, en=en), article=article, certainty=certainty, doubt=doubt)


def _begin(one: Reckoned, clock: Clock) -> ReckonedStep:
    of = one.rule.runs_from or one.rule.label
    if clock.limit is not None and clock.limit.unit == "h":
        at = formats.moment(clock.trigger_at)
        return _step(
            f"Bắt đầu: {at} ({of.vi}).", f"It begins: {at} ({of.en}).", COUNTED, "U", _HOURS
        )
    day = formats.day(day_of(clock.trigger_at))
    return _step(
        f"Bắt đầu: {day} ({of.vi}). Ngày này không tính.",
        f"It begins: {day} ({of.en}). That day does not count.",
        COUNTED,
        "R2",
    )


def _length(one: Reckoned) -> ReckonedStep:
    rule, why = one.rule, one.variant.why
    if one.instead is not None:
        said = _INSTEAD[one.instead]
    elif one.clock is None or one.clock.limit is None:
        said = Text(vi="Văn bản nêu ngày cuối.", en="A document states the last day.")
    else:
        length = limit_words(one.clock.limit)
        said = Text(vi=f"Thời hạn {length.vi}.", en=f"The time is {length.en}.")
        if one.variant.then is not None:
            then = limit_words(one.variant.then)
            said = Text(vi=f"{said.vi} Rồi {then.vi}.", en=f"{said.en} Then {then.en}.")
    if why is not None:
        said = Text(vi=f"{said.vi[:-1]}: {why.vi}.", en=f"{said.en[:-1]}: {why.en}.")
    return _step(said.vi, said.en, rule.citation.vi, rule.certainty or "U", rule.check)


def _counting(one: Reckoned, clock: Clock) -> Iterator[ReckonedStep]:
    if clock.limit is None or clock.limit.unit == "h":
        return
    start, last = day_of(clock.trigger_at), last_day_of(clock.due_at)
    if clock.limit.unit == "wd":
        off = list(_off(one.calendar, start, last))
        vi = "; ".join(part.vi for part in off) or "không có"
        en = "; ".join(part.en for part in off) or "none"
        yield _step(f"Ngày không tính: {vi}.", f"Days that do not count: {en}.", COUNTED, "R2")
        for day in _worked(one.calendar, start, last):
            yield _step(
                f"Thứ Bảy {day} làm bù nên có tính.",
                f"Saturday {day} is worked in exchange, so it counts.",
                COUNTED,
                "R2",
            )
    elif one.unmoved is not None and one.unmoved < last and not one.calendar.works(one.unmoved):
        day, to = formats.day(one.unmoved), formats.day(last)
        name = _name(one.calendar, one.unmoved)
        yield _step(
            f"Ngày cuối {day} là ngày nghỉ ({name.vi}): dời đến ngày làm việc kế tiếp, {to}.",
            f"The last day, {day}, is a day off ({name.en}): it moves to the next working day, {to}.",
            COUNTED,
            "R2",
        )
    if clock.calendar_undecided:
        yield _step(_UNDECIDED.vi, _UNDECIDED.en, COUNTED, "U", _UNDECIDED)


def _off(calendar: Calendar, start: date, last: date) -> Iterator[Text]:
    """Yield the days off after `start` up to `last`, neighbours of one name together."""
    day, run = start + timedelta(days=1), list[date]()
    while day <= last:
        joins = (
            run and (day - run[-1]).days == 1 and _name(calendar, run[-1]) == _name(calendar, day)
        )
        if not calendar.works(day):
            if run and not joins:
                yield _run(calendar, run)
                run = []
            run.append(day)
        day += timedelta(days=1)
    if run:
        yield _run(calendar, run)


def _worked(calendar: Calendar, start: date, last: date) -> Iterator[str]:
    """Yield the days of weekends after `start` up to `last` that are worked in exchange."""
    for count in range(1, (last - start).days + 1):
        day = start + timedelta(days=count)
        if calendar.made_up(day):
            yield formats.day(day)


def _run(calendar: Calendar, run: list[date]) -> Text:
    name = _name(calendar, run[0])
    days = formats.day(run[0])
    if len(run) > 1:
        days = f"{days}–{formats.day(run[-1])}"
    return Text(vi=f"{days} ({name.vi})", en=f"{days} ({name.en})")


def _name(calendar: Calendar, day: date) -> Text:
    if (holiday := calendar.holiday(day)) is not None:
        return Text(vi=holiday.name_vi, en=holiday.name_en)
    if day.weekday() >= 5:
        return Text(vi="thứ Bảy, Chủ nhật", en="weekend")
    return Text(vi="không tính vào thời hạn", en="does not count")


def _end(one: Reckoned, clock: Clock) -> ReckonedStep:
    if one.rule.at_least:
        day = formats.day(last_day_of(clock.due_at))
        return _step(f"Sớm nhất là ngày {day}.", f"On {day} at the earliest.", COUNTED, "R2")
    end = end_words(clock.due_at)
    return _step(f"Kết thúc: {end.vi}.", f"It ends: {end.en}.", COUNTED, "R2")


def _after(one: Reckoned) -> Iterator[ReckonedStep]:
    rule = one.rule
    certainty = rule.certainty or "U"
    if one.alert_at is not None:
        end = end_words(one.alert_at)
        yield _step(
            f"Theo cách hiểu ngắn hơn: {end.vi}. Nhắc từ ngày đó.",
            f"By the shorter reading: {end.en}. Officers are reminded then.",
            rule.citation.vi,
            "U",
            rule.check,
        )
    if one.most_at is not None:
        end = end_words(one.most_at)
        yield _step(
            f"Kéo dài nhiều nhất: {end.vi}.",
            f"It may be extended at most to: {end.en}.",
            rule.citation.vi,
            certainty,
        )
    if one.decide_at is not None:
        end = end_words(one.decide_at)
        yield _step(
            f"Sau đó phải quyết định: {end.vi}.",
            f"Then the decision is due: {end.en}.",
            rule.citation.vi,
            certainty,
        )
    if one.safe_day is not None:
        day = formats.day(one.safe_day)
        yield _step(f"Ngày an toàn: {day}.", f"The safe last day: {day}.", LIMITATION, "U", _SAFE)
