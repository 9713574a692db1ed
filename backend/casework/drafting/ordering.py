"""Turns what a head types of a sanction into the order to compute, with what the minutes record.

A recorded behaviour keeps the version, day and values of the minutes, whatever anybody types. Only
a value that the minutes did not know is typed.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from backend.casework.drafting import confiscating as confiscating
from backend.casework.drafting.confiscating import Thing
from backend.casework.rules import repeated
from backend.core.errors import NotFound
from backend.law import books
from backend.law.sanctions import service as sanctions
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.provisions import Condition
from schemas.law.sanctions import (
    ActOrder,
    Behaviour,
    Choice,
    Circumstances,
    Computation,
    ExtraKind,
    ExtraPenalty,
    Remedy,
    RemedyKind,
    SanctionOptions,
    SanctionOrder,
    SuspensionTerm,
    Values,
)

MOST_ACTS = 50
"""The most acts that an order takes."""
_OF_AGE = 18
_MONTH = 30
"""Days of a month of a suspension (backend/law/rules/suspensions.py)."""
_SUSPENSIONS = (ExtraKind.LICENCE_SUSPENSION, ExtraKind.BUSINESS_SUSPENSION)


class TypedAct(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of one behaviour. Amounts in whole đồng; None if nothing was typed."""

    acted_on: date
    circumstances: list[str]
    goods: int | None
    gain: int | None
    quantity: int | None
    multipliers: list[str]
    warning: bool
    chosen: int | None
    reason: str | None
    conditions: list[str] = []
    """Conditions of the edition that were ticked."""
    measured: dict[str, int] = {}
    """Values by the kind of driver, in the edition: grams, millilitres, packs, units, đồng."""
    age: int | None = None
    """Whole years of a person below 18 on the day of the act."""


class TypedTerm(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed of the term of a suspension."""

    months: int | None = None
    days: int = 0
    expires_on: date | None = None
    reason: str | None = None
    licence: str = ""
    """Which licence or activity, where there are several."""
    acts: list[int] = []
    """Places of the acts of the order that it answers; empty for all."""


class ToldAct(msgspec.Struct, frozen=True, kw_only=True):
    """What violation minutes say of one behaviour, for the order."""

    code: str
    circumstances: list[str]
    goods: int | None
    gain: int | None
    acted_on: date


def told(recorded: list[RecordedViolation], book: str = books.FIRST) -> list[ToldAct]:
    """Return the acts of the minutes for an order.

    Circumstances are known by code or in the law's own words.
    """
    known = {one.code: one for one in sanctions.laws_of(book).circumstances}
    found = []
    for one in recorded:
        said = [*one.mitigating, *one.aggravating]
        codes = [code for code, law in known.items() if code in said or law.name.vi in said]
        found.append(
            ToldAct(
                code=one.code,
                circumstances=codes,
                goods=one.goods_value,
                gain=one.illicit_gain,
                acted_on=one.ended_on,
            )
        )
    return found


def goods_value(recorded: list[RecordedViolation]) -> int:
    """Return what all recorded goods are worth, in đồng.

    This is the value of a confiscation unless another is typed.
    """
    return sum(one.goods_value or 0 for one in recorded)


def known_at(recorded: list[RecordedViolation], at: int, code: str) -> RecordedViolation | None:
    """Return what the minutes record at this place; None if they record less.

    Raises NotFound if another behaviour is there.
    """
    known = recorded[at] if at < len(recorded) else None
    if known is not None and known.code != code:
        raise NotFound(what="violation")
    return known


async def behaviour(
    code: str,
    known: RecordedViolation | None,
    acted_on: date,
    book: str,
    stated: Mapping[str, Behaviour] = MappingProxyType({}),
) -> Behaviour:
    """Return the behaviour in the version of the minutes, else of its day. Raises NotFound.

    `stated` are the case's acts outside the catalogue whose band two people determined.
    """
    if code in stated:
        return stated[code]
    if known is not None:
        return await sanctions.pinned(code, known.catalogue_version, book)
    return await sanctions.behaviour(code, acted_on, book)


def act(known: RecordedViolation | None, named: Behaviour, typed: TypedAct) -> ActOrder:
    """Return the order of one behaviour."""
    laws = sanctions.laws_of(named.edition or books.FIRST)
    signs = {one.code: one.sign for one in laws.circumstances}
    goods, gain = typed.goods, typed.gain
    if known is not None:
        goods = goods if known.goods_value is None else known.goods_value
        gain = gain if known.illicit_gain is None else known.illicit_gain
    return ActOrder(
        behaviour=named,
        acted_on=known.ended_on if known is not None else typed.acted_on,
        circumstances=Circumstances(
            mitigating=[one for one in typed.circumstances if signs.get(one) == "mitigating"],
            aggravating=[one for one in typed.circumstances if signs.get(one) == "aggravating"],
        ),
        values=_values(goods, gain, typed),
        multipliers=typed.multipliers,
        warning=typed.warning,
        chosen_vnd=typed.chosen,
        reason=typed.reason,
        conditions=[Condition(one) for one in typed.conditions if one in set(Condition)],
        age=typed.age,
    )


def each(one: ActOrder, times: int) -> list[ActOrder]:
    """Return an act as often as it was committed, if each time is fined (vi phạm nhiều lần).

    Fined each time or aggravating, never both (Decree 118/2021 as amended by 68/2025): the
    reckoning refuses an order that does both.
    """
    if times < 2:
        return [one]
    return [msgspec.structs.replace(one, repeated=repeated.FINED)] * times


def _values(goods: int | None, gain: int | None, typed: TypedAct) -> Values:
    measured = typed.measured
    pieces = [measured[kind] for kind in ("packs", "units") if kind in measured]
    return Values(
        goods_value_vnd=goods,
        illicit_gain_vnd=gain,
        quantity=pieces[0] if pieces else typed.quantity,
        transaction_value_vnd=measured.get("transaction_value"),
        mass_g=measured.get("mass"),
        volume_ml=measured.get("volume"),
        excess_percent=measured.get("excess_percent"),
    )


def age_below_18(born_on: date | None, day: date) -> int | None:
    """Return the age of a person who was not of age on the day of the act; None for others."""
    age = sanctions.age_on(born_on, day)
    return age if age is not None and age < _OF_AGE else None


def penalty(
    kind: ExtraKind, value: int | None, months: int | None, term: TypedTerm | None = None
) -> ExtraPenalty:
    """Return an additional penalty, named as the law names it."""
    plain = ExtraPenalty(kind=kind, value_vnd=value, months=months, text_vi=_words(kind))
    if term is None:
        return plain
    return msgspec.structs.replace(
        plain,
        months=term.months,
        days=term.days,
        expires_on=term.expires_on,
        reason=term.reason,
        licence=term.licence,
        acts=term.acts,
        text_vi=f"{plain.text_vi}: {term.licence}" if term.licence else plain.text_vi,
    )


def order(
    subject: SubjectKind,
    day: date,
    acts: list[ActOrder],
    extras: list[ExtraPenalty],
    remedies: list[str],
    book: str = books.FIRST,
    *,
    without_fine: bool = False,
) -> SanctionOrder:
    """Return the whole order, without anything that is no remedy of the law.

    `book` is that of the case: only orders of later editions name it.
    """
    return SanctionOrder(
        subject=subject,
        decided_on=day,
        acts=acts,
        extra_penalties=extras,
        remedies=[
            Remedy(kind=RemedyKind(kind), text_vi=_words(kind))
            for kind in remedies
            if kind in set(RemedyKind)
        ],
        book=books.named_in_order(book),
        without_fine=without_fine,
    )


def settled(computation: Computation) -> Computation:
    """Compute an order again whose suspensions have their terms: a term left empty is the proposal.

    A paper says the term of the order that it bears.
    """
    made = computation.order
    suspended = sum(one.kind in _SUSPENSIONS for one in made.extra_penalties)
    if len(computation.suspensions) != suspended:  # a decree that was not read gives no months
        return computation
    terms = iter(computation.suspensions)
    extras = [
        _with_term(one, next(terms)) if one.kind in _SUSPENSIONS else one
        for one in made.extra_penalties
    ]
    if made.book is None or extras == made.extra_penalties:
        return computation
    return sanctions.compute(msgspec.structs.replace(made, extra_penalties=extras))


def _with_term(one: ExtraPenalty, term: SuspensionTerm) -> ExtraPenalty:
    months, days = divmod(term.term, _MONTH)
    return msgspec.structs.replace(one, months=months or None, days=days)


def _words(kind: str) -> str:
    """Return a penalty or remedy as the law names it; the newest book has every kind."""
    laws = sanctions.laws_of(books.newest())
    return next(one.name.vi for one in laws.measures if one.code == kind)


def warning_fault(made: SanctionOrder, born_on: date | None) -> tuple[int, Text] | None:
    """Return the first behaviour that no warning may answer: its place, and the law's words."""
    for at, one in enumerate(made.acts):
        alone = msgspec.structs.replace(made, acts=[one])
        if fault := sanctions.warning_fault(alone, born_on):
            return at, fault
    return None


def offered(codes: list[str]) -> SanctionOptions | None:
    """Return what may be chosen for these behaviours; None if there is no behaviour yet.

    A penalty or remedy is marked as known if one of their articles is known to provide it.
    """
    found = [sanctions.options(code) for code in codes]
    if not found:
        return None
    extras = {one.code for each in found for one in each.extra_penalties if one.known}
    remedies = {one.code for each in found for one in each.remedies if one.known}
    return msgspec.structs.replace(
        found[0],
        extra_penalties=[_known(one, extras) for one in found[0].extra_penalties],
        remedies=[_known(one, remedies) for one in found[0].remedies],
    )


def _known(choice: Choice, codes: set[str]) -> Choice:
    return msgspec.structs.replace(choice, known=choice.code in codes)


def multipliers(code: str) -> list[Choice]:
    """Return the multipliers that may raise the band of a behaviour."""
    return sanctions.options(code).multipliers


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """What the page offers for the behaviours of an order, by their places."""

    options: SanctionOptions | None
    multipliers: list[list[Choice]]
    """Of the first edition; in a later one the conditions that the row names."""
    measured: list[list[str]]
    """Kinds of drivers, besides the goods' value and the gain, whose value the band needs."""
    things: list[Thing] = []
    """What may be confiscated, in a later edition."""


async def page_offer(
    codes: list[str],
    recorded: list[RecordedViolation],
    book: str,
    today: date,
    stated: Mapping[str, Behaviour] = MappingProxyType({}),
    *,
    everything: bool = False,
) -> Offered:
    """Return what may be chosen: in a later edition only what the rows provide.

    `everything`: also measures that do not depend on a row, where there is no fine any more.
    """
    if book == books.FIRST:
        return Offered(
            options=offered(codes),
            multipliers=[multipliers(code) for code in codes],
            measured=[[] for _ in codes],
        )
    rows = []
    for at, code in enumerate(codes):
        known = recorded[at] if at < len(recorded) and recorded[at].code == code else None
        rows.append(await behaviour(code, known, today, book, stated))
    return Offered(
        options=sanctions.provided_options(rows, book, everything=everything) if rows else None,
        multipliers=[sanctions.conditions_of(row, book) for row in rows],
        measured=[
            list(dict.fromkeys(one.kind for one in row.drivers if one.kind not in _VALUES))
            for row in rows
        ],
        things=confiscating.provided(rows, everything=everything),
    )


_VALUES = ("goods_value", "genuine_value", "illicit_gain")
"""Values that the page always asks for."""
