"""Reading and checking the rules on time limits. No file is opened here."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

import msgspec

from backend.law.rules.limits import FACTS, LawFault, Rule, RuleSet, by_id


def read_sets(content: bytes) -> list[RuleSet]:
    """Return the rule sets of rule_sets.json, in order. Raises LawFault."""
    try:
        sets = msgspec.json.decode(content, type=list[RuleSet])
        days = [found.day for found in sets]
    except ValueError as error:
        raise LawFault(str(error)) from error
    if not days or days != sorted(set(days)):
        raise LawFault("rule sets are not in order, or one stands twice")
    return sets


def read_rules(contents: Iterable[bytes], sets: list[RuleSet]) -> list[Rule]:
    """Return every rule of the first edition's files, by id and first day.

    Raises LawFault for the first wrong one.
    """
    days = {found.day for found in sets}
    rules = _read(contents)
    for rule in rules:
        if not _bounds(rule) <= days:
            raise LawFault(f"{rule.id}: it begins or ends on a day on which no rule set begins")
        if bool(rule.triggers) != bool(rule.limits):
            raise LawFault(f"{rule.id}: a trigger without a limit, or a limit without a trigger")
    return rules


def read_edition(contents: Iterable[bytes]) -> list[Rule]:
    """Return every rule of an edition's files, by id and first day of law.

    Raises LawFault for the first wrong one: each says how sure it is, and why if it starts no clock.
    """
    rules = _read(contents)
    for rule in rules:
        if fault := next(_edition_faults(rule), None):
            raise LawFault(f"{rule.id}: {fault}")
    ids = {rule.id for rule in rules}
    for rule in rules:
        if unknown := set(rule.within) - ids:
            raise LawFault(f"{rule.id}: no rule is called {sorted(unknown)}")
    for spans in by_id(rules):
        if len({rule.by for rule in spans}) > 1:
            raise LawFault(
                f"{spans[0].id}: the spans of a rule tell clocks apart in different ways"
            )
    return rules


def _read(contents: Iterable[bytes]) -> list[Rule]:
    try:
        rules = [
            rule for content in contents for rule in msgspec.json.decode(content, type=list[Rule])
        ]
    except ValueError as error:
        raise LawFault(str(error)) from error
    for rule in rules:
        if fault := next(_faults(rule), None):
            raise LawFault(f"{rule.id}: {fault}")
    rules.sort(key=lambda rule: (rule.id, rule.valid_from))
    for earlier, later in pairwise(rules):
        if earlier.id == later.id and not (
            earlier.valid_to and earlier.valid_to <= later.valid_from
        ):
            raise LawFault(f"{later.id}: two of it are in force at once")
    return rules


def _bounds(rule: Rule) -> set[date]:
    return {rule.valid_from} | ({rule.valid_to} if rule.valid_to else set())


def _edition_faults(rule: Rule) -> Iterator[str]:
    if rule.certainty is None:
        yield "it does not say how sure it is"
    if rule.certainty == "U" and not (rule.check and len(rule.readings) > 1):
        yield "it is open, and does not say what, or its readings"
    if rule.readings and sum(one.taken for one in rule.readings) != 1:
        yield "not one of its readings is taken"
    if rule.triggers and not rule.limits:
        yield "a trigger without a limit"
    if not rule.triggers and rule.note is None:
        yield "it starts no clock and does not say why"
    if rule.limits and rule.runs_from is None:
        yield "it does not say from what it runs"
    for ask in rule.asks:
        if (ask.act is None) == (ask.detail is None):
            yield f"{ask.id} is neither a detail nor an act"
        if ask.act is not None and ask.act not in FACTS:
            yield f"no act is called {ask.act}"
        if bool(ask.choices) != (ask.kind == "choice"):
            yield f"{ask.id} has choices and is no choice, or the other way round"


def _faults(rule: Rule) -> Iterator[str]:
    if rule.valid_to and rule.valid_to <= rule.valid_from:
        yield "it ends before it begins"
    if rule.triggers and not rule.limits:
        yield "a trigger without a limit, or a limit without a trigger"
    texts = [rule.label, rule.citation, rule.note, rule.check, rule.runs_from]
    texts += [text for one in rule.readings for text in (one.says, one.then)]
    texts += [text for one in rule.asks for text in (one.label, *one.choices.values())]
    texts += [one.why for one in rule.limits]
    for text in texts:
        if text is not None and not (text.vi.strip() and text.en.strip()):
            yield "a text lacks a language"
    if unknown := rule.acts() - FACTS:
        yield f"no act is called {sorted(unknown)}"
    if rule.limits and (rule.limits[-1].when or (rule.limits[-1].until and len(rule.limits) > 1)):
        yield "its last limit does not always hold"
    for variant in [*rule.limits, *(rule.extension.max if rule.extension else [])]:
        if (variant.count is None) != (variant.unit is None):
            yield "a count without a unit"
        if sum(one is not None for one in (variant.count, variant.until, variant.instead)) != 1:
            yield "a limit is a count, or the day that a document states"
        if variant.count is not None and variant.count < 1:
            yield "a limit of nothing"
