"""Reckoning a time limit without a case, in facts or in words; and the statute of limitation of a behaviour."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec

from backend.law import books
from backend.law.catalogue import edition_files
from backend.law.deadlines.installed import calendar, rules_of
from backend.law.rules import limits as law
from backend.law.rules import reckoned_steps, reckoning, reports
from backend.law.rules.reckoned_words import refused_words
from backend.law.rules.reckoning import NotReckoned
from schemas.core.problems import Text
from schemas.law.deadlines import Clock
from schemas.law.reckoning import Asked, ReckonedStep, Reckoning


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit that was reckoned without a case.

    `clock` is the same as a case's; it is None where nothing is counted (due at once, no limit).
    `result` has the names of a lawyer's cases: `last_day`, `ends`, `length`, `most_day`, `safe_day`, …
    """

    rule: law.Rule
    given: dict[str, str]
    clock: Clock | None
    result: dict[str, str]
    steps: list[ReckonedStep]


def reckon(
    rule_id: str,
    start: date | datetime,
    given: Mapping[str, Any] | Iterable[str] = (),
    on: date | None = None,
    *,
    book: str | None = None,
    now: datetime | None = None,
) -> Answer:
    """Reckon a time limit that begins on a day, or at a moment, with the engine of the clocks.

    `given` maps the ids of the rule's questions (`Rule.asks`) to answers, or names those that are
    true. `step` names a step of a longer proceeding (`D28` has many). The law of `on` counts, which
    is the day of the start if it is not given. The clock's state is that at `now`; without it the
    clock has just begun. Raises NotReckoned with what is missing or wrong.
    """
    known = book or books.newest()
    answers = dict(given) if isinstance(given, Mapping) else dict.fromkeys(given, True)
    if (code := answers.pop("code", None)) is not None:
        answers |= _behaviour(str(code), known, answers)
    step = answers.pop("step", None)
    rules = rules_of(known)
    day = on or reckoning.law_day(start)
    found = _span(rules, rule_id, str(step) if step else None, day)
    begun = reckoning.day_of_start(start)
    if found.reports:
        return _report(found, reckoning.law_day(start), answers)
    one = reckoning.reckon(found, begun, answers, rules, calendar(), now or begun)
    return Answer(
        rule=found,
        given=one.given,
        clock=one.clock,
        result=one.result(),
        steps=reckoned_steps.steps(one),
    )


def _report(rule: law.Rule, day: date, answers: Mapping[str, Any]) -> Answer:
    """Return the period of a report (`report`, `level`) in which a day lies, and when it is due."""
    asked = (answers.get("report"), answers.get("level"))
    one = next((one for one in rule.reports if (one.report, one.level) == asked), None)
    if one is None:
        known = [f"report={one.report}, level={one.level}" for one in rule.reports]
        raise NotReckoned(refused_words("unknown", name=f"{asked[0]}, {asked[1]}", known=known))
    found = reports.due(one, day)
    ends = {"from": found.first, "to": found.last, "last_day": found.due_on}
    return Answer(
        rule=rule,
        given={"report": one.report, "level": one.level},
        clock=None,
        result={name: end.isoformat() for name, end in ends.items()},
        steps=reckoned_steps.of_report(rule, one, found),
    )


def _behaviour(code: str, book: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the catalogue says of a behaviour's statute, in place of its code."""
    row = edition_files.draft(code, book)
    if row is None:
        raise NotReckoned(refused_words("code", name=code))
    found: dict[str, Any] = {} if "field" in answers else {"field": str(row.field)}
    return found | ({"statute_years": row.statute_years} if row.statute_years else {})


STATUTE = "D19"
"""The statute of limitation (Law Art 6.1)."""


class StatuteEnd(msgspec.Struct, frozen=True, kw_only=True):
    """Until when an act may be sanctioned, and by which span of the rule."""

    rule: law.Rule
    years: int
    last_day: date
    safe_day: date


def statute_end(
    field: str,
    began_on: date,
    years: int | None = None,
    returned_on: date | None = None,
    *,
    book: str,
) -> StatuteEnd:
    """Return the end of the statute of an act, by the clock D19 of an edition.

    `years` is what the catalogue's row says; else the field decides. `returned_on` is the day on
    which the prosecution bodies' file was received.
    """
    given: dict[str, Any] = {"field": field}
    if years is not None:
        given["statute_years"] = years
    if returned_on is not None:
        given |= {"prosecution": True, "received_on": returned_on}
    found = reckon(STATUTE, began_on, given, book=book)
    return StatuteEnd(
        rule=found.rule,
        years=int(found.result["length"].removesuffix("y")),
        last_day=date.fromisoformat(found.result["last_day"]),
        safe_day=date.fromisoformat(found.result["safe_day"]),
    )


def statute_details(
    codes: Iterable[str], stated: Iterable[tuple[str, int | None]] = ()
) -> dict[str, Any]:
    """Return what the clock D19 of the newest edition needs to know of the recorded behaviours.

    The shortest statute of them all counts. A code that no book has is of no known field. `stated`
    are acts that no book has but whose field is known, with the years that the law gives them if
    these are not those of the field.
    """
    book = books.newest()
    rows = [edition_files.draft(code, book) for code in codes]
    if any(row is None for row in rows):
        return {}
    known = [(str(row.field), row.statute_years) for row in rows if row] + list(stated)
    if not known:
        return {}
    found = [(_years(field, years, book), field) for field, years in known]
    years, field = min(found)
    return {"law_field": field, "statute_years": years}


@cache
def _years(field: str, stated: int | None, book: str) -> int:
    return statute_end(field, date(2022, 1, 1), stated, book=book).years


def _span(rules: Sequence[law.Rule], rule_id: str, step: str | None, day: date) -> law.Rule:
    own = [one for one in rules if one.id == rule_id]
    if step is not None and not any(one.step == step for one in own):
        own = [one for one in rules if one.id == f"{rule_id}.{step}"]
    if not own:
        steps = sorted(one.step for one in rules if one.step and one.id.startswith(rule_id))
        raise NotReckoned(refused_words("unknown", name=step or rule_id, known=steps))
    found = law.span_on(own, day)
    if found is None:
        raise NotReckoned(refused_words("no_law", name=rule_id, known=[day.isoformat()]))
    return found


_OWN = frozenset({"rule", "start", "given", "on"})


def answer(facts: Mapping[str, str], book: str) -> Reckoning:
    """Answer a question about a time limit: facts as words in, its end with its steps out.

    `rule` and `start` (a day, or a minute of Vietnam) are needed; `given` lists what holds; `on` is
    the day whose law counts, by default that of the start. Every other fact is one of the rule's
    own questions.
    """
    try:
        found = reckon(
            _needed(facts, "rule"), _start(facts), _given(facts), _day(facts, "on"), book=book
        )
    except NotReckoned as why:
        return Reckoning(
            asked=Asked.DEADLINE, book=book, facts=dict(facts), result={}, refused=why.text
        )
    return Reckoning(
        asked=Asked.DEADLINE,
        book=book,
        facts=dict(facts),
        result=found.result,
        steps=found.steps,
    )


def _needed(facts: Mapping[str, str], name: str) -> str:
    if found := facts.get(name):
        return found
    words = {
        "rule": Text(vi="Hãy nêu thời hạn (rule), ví dụ D12.", en="Give a time limit (rule): D12."),
        "start": Text(
            vi="Hãy nêu ngày bắt đầu (start), ví dụ 02/03/2026.",
            en="Give the day from which it runs (start), as in 02/03/2026.",
        ),
    }
    raise NotReckoned(words[name])


def _start(facts: Mapping[str, str]) -> date | datetime:
    text = _needed(facts, "start")
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError as error:
        raise NotReckoned(_unread("start", text)) from error


def _day(facts: Mapping[str, str], name: str) -> date | None:
    text = facts.get(name)
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotReckoned(_unread(name, text)) from error


def _unread(name: str, text: str) -> Text:
    return Text(
        vi=f"«{text}» không phải là một ngày ({name}): viết 02/03/2026, hoặc 02/03/2026 10:00.",
        en=f"“{text}” is no day ({name}): write 02/03/2026, or 02/03/2026 10:00.",
    )


def _given(facts: Mapping[str, str]) -> dict[str, object]:
    listed: dict[str, object] = dict.fromkeys(filter(None, facts.get("given", "").split("+")), True)
    return listed | {key: value for key, value in facts.items() if key not in _OWN}
