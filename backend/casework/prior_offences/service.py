"""Earlier inspections and cases of a party, over the whole force.

Each reader gets what they may see.
"""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.casework.queries import prior_offences as queries
from backend.casework.queries.prior_offences import EarlierCase, EarlierInspection
from backend.casework.rules import prior_offences as rules
from backend.casework.texts import prior_offences as texts
from backend.core import access_log, clock, local_time, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service as sanctions
from backend.parties import merging
from schemas.casework.prior_offences import PartyIdentity, PriorOffences, PriorRecord
from schemas.core.problems import Text
from schemas.parties.words import OF_PEOPLE, IdentifierKind

_TYPED = ("name", "address", "tax_code", "identity_number")


class NobodyAskedFor(Invalid):
    """Neither a name nor a number was given."""

    code = "party_not_named"
    text_vi = "Hãy nhập tên, mã số thuế hoặc số định danh."
    text_en = "Enter a name, a tax code or an identity number."


def may_ask(actor: Actor) -> None:
    """Check that the officer works on inspections or reads them.

    Raises NotAllowed for all others.
    """
    if not scope.sees_any(INSPECTION_TEAMS, actor):
        raise NotAllowed


async def find(
    actor: Actor,
    subject: PartyIdentity,
    *,
    apart_from: UUID | None = None,
    address: str | None = None,
    by_words: bool = False,
) -> PriorOffences:
    """Find earlier inspections and cases of a party.

    `apart_from` is the inspection or case that asks; `address` is the address of the reader's
    browser. That the officer asked is logged; what a person typed is logged too, but not what a
    record compares by itself. With `by_words`, names that
    only contain the words of the name are found too, in the reader's scope alone. That is for a
    person who searches, not for a record that compares.

    Raises NotAllowed for officers who see no inspections at all, NobodyAskedFor.
    """
    may_ask(actor)
    asked = rules.cleaned(subject)
    if not rules.is_askable(asked):
        raise NobodyAskedFor
    typed = {name: value for name in _TYPED if (value := getattr(subject, name))}
    await access_log.record(
        actor, "party.searched", apart_from, address=address, detail=typed if by_words else None
    )
    now = clock.now()
    today = now.astimezone(local_time.SINCE_1975).date()
    words = rules.words_of(asked) if by_words else rules.NO_WORDS
    also = await also_known(asked)
    inspections = await queries.inspections(actor, asked, also, apart_from, words)
    cases = await queries.cases(actor, asked, also, apart_from, words)
    told_inspections = [_inspection(row) for row in inspections[: rules.LIMIT]]
    names = {code: f"{code}: {name}" for code, name in (await catalogue.names()).items()}
    told_cases = [_case(row, today, names) for row in cases[: rules.LIMIT]]
    return PriorOffences(
        as_of=now,
        asked=asked,
        text=_summary(told_inspections, told_cases),
        inspections=told_inspections,
        cases=told_cases,
        more=max(len(inspections), len(cases)) > rules.LIMIT,
    )


async def also_known(asked: PartyIdentity) -> rules.AlsoKnown:
    """Return by what else the party is found: each entry of the register that is one with it since a merge.

    A person re-offends (Law 15/2012 Art 2.5, 7), under whichever entry.
    """
    numbers = {one.replace("-", "") for one in (asked.tax_code, asked.identity_number) if one}
    known = await merging.known_as(asked.subject_id, sorted(numbers), asked.name, asked.address)
    numbered = [pair for one in known for pair in zip(one.kinds, one.values, strict=True)]
    return rules.AlsoKnown(
        ids=tuple(one.id for one in known),
        tax_codes=tuple(
            code
            for kind, value in numbered
            if kind == IdentifierKind.TAX_CODE
            for code in rules.tax_spellings(value)
        ),
        identities=tuple(value for kind, value in numbered if kind in OF_PEOPLE),
        names=tuple(one.name for one in known),
        addresses=tuple(one.address for one in known),
    )


def _summary(inspections: list[PriorRecord], cases: list[PriorRecord]) -> Text:
    """Return the report in words.

    A match of words only is not counted: it may be of any number of parties.
    """
    firm = [match for match in inspections if not rules.is_by_words(match.reasons)]
    firm_cases = [match for match in cases if not rules.is_by_words(match.reasons)]
    loose = len(inspections) + len(cases) - len(firm) - len(firm_cases)
    if loose and not firm and not firm_cases:
        return texts.by_words(loose)
    done = [match for match in firm if rules.was_carried_out(match)]
    said = texts.summary(
        len(done),
        len(firm_cases),
        sum(match.standing == "counts" for match in firm_cases),
        sum(match.open_vnd or 0 for match in firm_cases),
        len(firm) - len(done),
    )
    if not loose:
        return said
    more = texts.by_words(loose)
    return Text(vi=f"{said.vi} {more.vi}", en=f"{said.en} {more.en}")


def was_carried_out(match: PriorRecord) -> bool:
    """Tell whether a match is an inspection that took place, not a decision without a result."""
    return rules.was_carried_out(match)


def is_exact(report: PriorOffences) -> bool:
    """Tell whether any of the matches is exact, and not only similar."""
    return any(rules.is_exact(match.reasons) for match in (*report.inspections, *report.cases))


def lapses_on(
    executed_on: date | None, lapsed_on: date | None, *, only_warned: bool
) -> date | None:
    """Return the last day on which a sanction counts; null while it is not executed.

    It counts from the end of its execution, or from the day on which that was time-barred,
    whichever came first (Law Art 7.1).
    """
    since = rules.counts_since(executed_on, lapsed_on)
    return sanctions.lapsed_on(since, only_warned=only_warned) if since else None


def open_vnd(fine: int, paid: int, lapsed_on: date | None) -> int:
    """Return what of a fine is owed: nothing once its execution is time-barred (Law Art 74)."""
    return rules.open_vnd(fine, paid, lapsed_on)


def _hidden(
    kind: Literal["inspection", "case"], row: EarlierInspection | EarlierCase
) -> PriorRecord:
    unit = Text(vi=row.name_vi, en=row.name_en)
    reasons = rules.ordered(row.reasons)
    return PriorRecord(
        kind=kind,
        reasons=reasons,
        text=texts.hidden(kind, row.number, unit, reasons),
        visible=False,
        id=None,
        number=row.number,
        unit=unit,
        party_name=None,
        party_address=None,
        happened_on=None,
        state=None,
        violations=[],
        decision_number=None,
        fine_vnd=None,
        open_vnd=None,
        executed_on=None,
        lapses_on=None,
        standing=None,
    )


def _inspection(row: EarlierInspection) -> PriorRecord:
    plain = _hidden("inspection", row)
    if not row.visible or row.state is None:
        return plain
    violations = row.violations or []
    outcome = rules.outcome(row.state, row.form, len(violations))
    return msgspec.structs.replace(
        plain,
        text=texts.inspection(row.number, outcome, len(violations), plain.reasons),
        outcome=outcome,
        visible=True,
        id=row.id,
        party_name=row.party_name,
        party_address=row.party_address,
        happened_on=row.happened_on,
        state=row.state,
        violations=violations,
        standing="none",
    )


def _case(row: EarlierCase, today: date, names: dict[str, str]) -> PriorRecord:
    plain = _hidden("case", row)
    if not row.visible or row.fine_vnd is None or row.paid_vnd is None or row.opened_at is None:
        return plain
    unpaid = rules.open_vnd(row.fine_vnd, row.paid_vnd, row.lapsed_on)
    lapse = (
        lapses_on(row.executed_on, row.lapsed_on, only_warned=bool(row.only_warned))
        if row.sanctioned_on
        else None
    )
    standing = rules.standing(row.sanctioned_on, lapse, today)
    return msgspec.structs.replace(
        plain,
        text=texts.case(
            row.number,
            plain.reasons,
            sanctioned_on=row.sanctioned_on,
            open_vnd=unpaid,
            lapses_on=lapse,
            standing=standing,
        ),
        visible=True,
        id=row.id,
        party_name=row.party_name,
        party_address=row.party_address,
        happened_on=row.sanctioned_on or local_time.day_of(row.opened_at),
        state=row.state,
        violations=[names.get(code, code) for code in row.behaviours or []],
        decision_number=row.decision_number,
        fine_vnd=row.fine_vnd,
        open_vnd=unpaid,
        executed_on=row.executed_on,
        lapses_on=lapse,
        standing=standing,
    )
