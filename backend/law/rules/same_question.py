"""The question to the law book whose answer is the end of a case's clock: its facts, read back. Pure.

Each rule says what a person may give to the reckoner and how the engine takes it (`Rule.asks`). Here
that is read the other way round: from what a case told to what a person would give. So who doubts a
clock asks the law book by its link, and gets the same last day with every step.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from backend.core.local_time import VIETNAM, day_of
from backend.law.rules.conditions import days_of, holds, moment_of
from backend.law.rules.limits import Ask, Rule
from schemas.law.deadlines import Fact

UNTIL = "until"
"""The question that every rule takes whose end a document may state: the last day that it states."""


def asked(
    rule: Rule,
    facts: Sequence[Fact],
    place: int,
    details: Mapping[str, Any],
    began_at: datetime,
    trigger_at: datetime,
) -> dict[str, str]:
    """Return the facts to ask the law book: rule, start (Vietnam's minute), day of law, conditions.

    `place` is that of the trigger, `details` those that the clock was counted with. `began_at` is
    when the clock first began, `trigger_at` when it began anew. Nothing is said of the end itself.
    """
    answers = {
        ask.id: answer for ask in rule.asks if (answer := _answer(ask, facts, place, details))
    }
    for ask in rule.asks:
        if ask.at and ask.id in answers:
            answers[ask.at] = _day_of_act(ask, facts, place)
    anew = {event.act for event in rule.restarts} & {ask.act for ask in rule.asks}
    start = began_at if anew else trigger_at
    found = {"rule": rule.id, "start": f"{start.astimezone(VIETNAM):%Y-%m-%dT%H:%M}"}
    told_on = day_of(facts[place].at)
    if told_on != day_of(start):
        found["on"] = told_on.isoformat()
    flags = [ask.id for ask in rule.asks if ask.kind == "flag" and not ask.extends]
    if given := [name for name in flags if name in answers]:
        found["given"] = "+".join(given)
    others = {ask.id for ask in rule.asks if ask.kind != "flag"}
    return found | {name: answer for name, answer in answers.items() if name in others}


def stated(rule: Rule, last: date) -> dict[str, str]:
    """Return the fact that a document states the last day; none if the rule has no such question."""
    return {UNTIL: last.isoformat()} if takes_until(rule) else {}


def bounded(rule: Rule, last: date) -> dict[str, str]:
    """Return the fact of an outer bound that the rule asks for; none if it does not ask."""
    names = {variant.not_after for variant in rule.limits if variant.not_after}
    found = next((ask.id for ask in rule.asks if ask.detail in names), None)
    return {found: last.isoformat()} if found else {}


def takes_until(rule: Rule) -> bool:
    """Tell whether a document may state the last day: by the rule's length, or by an extension."""
    return rule.extension is not None or any(one.until for one in rule.limits)


def until_ask(rule: Rule) -> Ask | None:
    """Return the question `until` in the form in which the engine takes it; None if there is none."""
    label = rule.label
    if (name := next((one.until for one in rule.limits if one.until), None)) is not None:
        return Ask(id=UNTIL, label=label, kind="day", detail=name)
    if rule.extension is None:
        return None
    act = [*rule.extension.sets, *rule.extension.by][0]
    return Ask(id=UNTIL, label=label, kind="day", act=act)


def _answer(ask: Ask, facts: Sequence[Fact], place: int, details: Mapping[str, Any]) -> str:
    """Return what a person would answer; empty for a no, and for what the case does not tell."""
    if any(holds(one, dict(details), facts, place) for one in ask.told):
        return "yes"
    if ask.act is not None:
        return _of_act(ask, facts, place)
    value = details.get(ask.detail or "")
    match ask.kind:
        case "flag":
            return "yes" if type(value) is type(ask.value) and value == ask.value else ""
        case "choice":
            return str(value) if str(value) in ask.choices else ""
        case "number":
            return str(value) if type(value) is int else ""
        case "span":
            return str(value) if days_of(value) else ""
        case "day" | "days":
            at = moment_of(value)
            return day_of(at).isoformat() if at else ""
    return ""


def _of_act(ask: Ask, facts: Sequence[Fact], place: int) -> str:
    among = facts[:place] if ask.before else facts[place + 1 :]
    days = [day_of(fact.at).isoformat() for fact in among if fact.act == ask.act]
    if ask.kind == "flag":
        return "yes" if days else ""
    if ask.kind == "days":
        return "+".join(days)
    if not days and not ask.before:
        # Such as minutes that were made before the seizure whose outer bound they set.
        days = [day_of(fact.at).isoformat() for fact in facts[:place] if fact.act == ask.act]
    return days[-1] if days else ""


def _day_of_act(ask: Ask, facts: Sequence[Fact], place: int) -> str:
    return _of_act(msgspec.structs.replace(ask, kind="day"), facts, place) or (
        day_of(facts[place].at).isoformat()
    )
