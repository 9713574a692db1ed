"""The order that facts without a case describe, for the reckoner: acts, values, circumstances."""

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from backend.core import clock
from backend.law.catalogue import edition_files
from backend.law.rules.asked import Facts, FactWrong
from backend.law.rules.editions import Standing
from backend.law.rules.laws import Laws
from backend.law.sanctions.engine import copied
from schemas.law.catalogue import Violation, ViolationField
from schemas.law.provisions import Condition, ExtraKind, ProvidedPenalty, RemedyKind
from schemas.law.sanctions import (
    ActOrder,
    Behaviour,
    Circumstances,
    ExtraPenalty,
    Remedy,
    SanctionOrder,
    Values,
)

KNOWN = frozenset(
    {
        "code",
        "band",
        "band_max",
        "field",
        "stated_for",
        "subject",
        "acted_on",
        "detected_on",
        "ongoing",
        "decided_on",
        "on",
        "goods_value",
        "genuine_value",
        "gain",
        "quantity",
        "unit",
        "transaction_value",
        "percent",
        "conditions",
        "mitigating",
        "aggravating",
        "repeated",
        "times",
        "age",
        "chosen",
        "chosen_months",
        "chosen_extra",
        "chosen_remedies",
        "same_goods",
        "licence_left_months",
        "same_licence",
        "suspension",
        "extra",
        "remedies",
        "time_over",
        "without_fine",
        "branch",
        "on_duty_official",
        "receipts",
        "costs",
        "goods",
        "role",
        "knowing",
        "emergency_ban",
        "imported_without_stamp",
        "wrong_gate",
        "confiscation",
        "remedy_pay_value",
    }
)
"""Facts of a sanction and of the right to explain."""
_PER_UNIT = {"kg": 1000, "g": 1, "gram": 1, "litre": 1000, "l": 1000, "ml": 1, "tonne": 10**6}


_OBJECTS: dict[str, Literal["goods", "tools", "vehicle", "means"]] = {
    "goods_confiscation": "goods",
    "tools_confiscation": "tools",
    "vehicle_confiscation": "vehicle",
    "means_confiscation": "means",
}


class Days(NamedTuple):
    """The day by whose decree the act is judged, and that of the decision."""

    act: date
    decision: date


class Imagined(NamedTuple):
    """The order that the facts describe, or why there is no row to compute it by."""

    order: SanctionOrder | None
    missing: list[Standing]


MOST_TIMES = 100
"""One question is answered at once, so it is about no more violations of one kind."""


def days(facts: Facts) -> Days:
    """Return the days of the law. An act still going on is judged as of its detection (N118 7.2)."""
    ongoing = facts.yes("ongoing")
    act = facts.day("detected_on") if ongoing else facts.day("acted_on")
    decision = facts.day("decided_on") or facts.day("on")
    act = act or facts.day("acted_on") or facts.day("detected_on") or decision or clock.today()
    return Days(act, decision or max(act, clock.today()))


def order(facts: Facts, book: str, laws: Laws) -> Imagined:
    """Return the order. Raises FactWrong."""
    when = days(facts)
    codes = facts.listed("code")
    if not codes:
        known = [_band(facts)]
    else:
        told = [edition_files.history(code, when.act, book) for code in codes]
        missing = [one for one in told if one.status != "ok"]
        if missing:
            return Imagined(None, missing)
        rows = [_row(code, one, book) for code, one in zip(codes, told, strict=True)]
        known = [copied(row) for row in rows]
    times = facts.whole("times") or 1
    if times > MOST_TIMES:
        raise FactWrong(name="times", value=str(times)[:20])
    known = known * times
    acts = [_act(one, facts, when, laws, at) for at, one in enumerate(known)]
    return Imagined(
        SanctionOrder(
            subject=facts.subject(),
            decided_on=when.decision,
            acts=acts,
            extra_penalties=[],
            remedies=[],
            book=book,
        ),
        [],
    )


def _row(code: str, told: Standing, book: str) -> Violation:
    rows = edition_files.drafts(book)
    if code in rows:
        return rows[code]
    raise FactWrong(name="code", value=f"{code}: {', '.join(told.codes[:8])}")


def _band(facts: Facts) -> Behaviour:
    """Return a behaviour that is nothing but a band."""
    least, _, most = facts.text("band").partition("-")
    end = most or least or facts.text("band_max")
    if not end.isdecimal() or (most and not least.isdecimal()):
        raise FactWrong(name="band", value=facts.text("band") or facts.text("band_max") or "–")
    organisation = facts.text("stated_for") == "organisation" or (
        not facts.text("stated_for") and facts.text("subject") == "organisation"
    )
    field = facts.text("field", "trade")
    if field not in set(ViolationField):
        raise FactWrong(name="field", value=field)
    suspended = facts.yes("suspension")
    penalty = ProvidedPenalty(kind=ExtraKind.LICENCE_SUSPENSION)
    return Behaviour(
        code="band",
        version=1,
        name_vi="Khung phạt",
        legal_basis="–",
        fine_min_vnd=int(least) if most else 0,
        fine_max_vnd=int(end),
        stated_for="organisation" if organisation else "individual",
        field=ViolationField(field),
        multiple=None,
        check=None,
        certainty="R",
        extra=[[penalty]] if suspended else [],
    )


def _act(known: Behaviour, facts: Facts, when: Days, laws: Laws, at: int) -> ActOrder:
    repeated = facts.listed("repeated")
    age = facts.whole("age")
    return ActOrder(
        behaviour=known,
        acted_on=when.act,
        circumstances=_circumstances(facts, laws),
        values=values(known, facts, at),
        multipliers=[],
        warning=age is not None and age < 16,
        chosen_vnd=facts.whole("chosen"),
        reason="–",
        conditions=_conditions(facts),
        age=age,
        repeated="fined" if "fined" in repeated else "aggravating" if repeated else None,
    )


def _conditions(facts: Facts) -> list[Condition]:
    found = facts.listed("conditions")
    for one in found:
        if one not in set(Condition):
            raise FactWrong(name="conditions", value=one)
    return [Condition(one) for one in found]


def _circumstances(facts: Facts, laws: Laws) -> Circumstances:
    """Return so many circumstances of each sign as are asked; which ones does not matter."""
    both = set(facts.listed("repeated")) == {"fined", "aggravating"}
    spare = {
        sign: [c.code for c in laws.circumstances if c.sign == sign and c.group is None]
        for sign in ("mitigating", "aggravating")
    }
    counts = {sign: facts.whole(sign) or 0 for sign in spare}
    for sign, count in counts.items():
        if count > len(spare[sign]):
            raise FactWrong(name=sign, value=str(count))
    more = ["repeated"] if both else []
    return Circumstances(
        mitigating=spare["mitigating"][: counts["mitigating"]],
        aggravating=[*spare["aggravating"][: counts["aggravating"]], *more],
    )


def values(known: Behaviour, facts: Facts, at: int = 0) -> Values:
    """Return the values. A quantity is in the unit that is given, else in that of the decree's text:

    packs, units, kilograms, litres. A fraction of a whole unit is dropped. Of several acts each has
    its own values, in their order.
    """
    facts = facts.of_part(
        at, "goods_value", "gain", "quantity", "genuine_value", "transaction_value"
    )
    amount = facts.number("quantity")
    kinds = {driver.kind for driver in known.drivers}
    unit = facts.text("unit")
    small = None
    if amount is not None and unit in _PER_UNIT:
        small = int(amount * _PER_UNIT[unit])
    elif amount is not None and kinds & {"mass", "volume"}:
        small = int(amount * 1000)
    wet = unit in ("litre", "l", "ml") or (not unit and kinds == {"volume"})
    either = not unit and {"mass", "volume"} <= kinds
    percent = facts.number("percent")
    if percent is None and kinds == {"excess_percent"}:
        percent = amount
    return Values(
        goods_value_vnd=facts.whole("goods_value"),
        illicit_gain_vnd=facts.whole("gain"),
        quantity=int(amount) if amount is not None and small is None else None,
        genuine_value_vnd=facts.whole("genuine_value"),
        transaction_value_vnd=facts.whole("transaction_value"),
        mass_g=small if small is not None and (either or not wet) else None,
        volume_ml=small if small is not None and (either or wet) else None,
        excess_percent=_excess(percent),
    )


def _excess(percent: Fraction | None) -> int | None:
    return None if percent is None else int(percent)


def _penalty(named: str) -> ExtraPenalty:
    kind = ExtraKind.CONFISCATION if named in _OBJECTS else ExtraKind(named)
    return ExtraPenalty(
        kind=kind, value_vnd=None, months=None, text_vi="", object=_OBJECTS.get(named)
    )


def wanted(facts: Facts) -> tuple[list[ExtraPenalty], list[Remedy]]:
    """Return the measures that the signer wants to impose. Raises FactWrong."""
    extras, remedies = facts.listed("chosen_extra"), facts.listed("chosen_remedies")
    for name, found, known in (
        ("chosen_extra", extras, {*ExtraKind, *_OBJECTS}),
        ("chosen_remedies", remedies, set(RemedyKind)),
    ):
        for one in found:
            if one not in known:
                raise FactWrong(name=name, value=one)
    return (
        [_penalty(one) for one in extras],
        [Remedy(kind=RemedyKind(one), text_vi="") for one in remedies],
    )
