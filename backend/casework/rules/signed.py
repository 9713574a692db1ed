"""An act that names a signed paper must say what the paper says. Pure.

Only what the schema of the paper's version holds is compared, so older papers are compared in that.
If a paper has a line for an amount and the line is empty, no amount is recorded. A paper may know
less of the party than the register; what it does say counts. Texts are compared without regard to
spaces, case and Unicode form.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import msgspec

from backend.casework.rules.contradictions import folded, same_citation, same_place, same_wording
from backend.casework.rules.facts import Paper
from backend.casework.texts import terms
from backend.casework.texts.states import KINDS
from backend.core import formats, local_time
from backend.documents import forms
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.law.catalogue import Violation
from schemas.law.sanctions import ActComputation, ActOrder, Computation, SanctionOrder

Fields = dict[str, Any]
PARTY = {
    "kind": "kind",
    "name": "name",
    "sex": "sex",
    "birth_date": "birth_date",
    "nationality": "nationality",
    "occupation": "occupation",
    "address": "address",
    "id_number": "identity_number",
    "enterprise_code": "tax_code",
    "registration_number": "registration_number",
    "representative_name": "representative",
    "representative_title": "representative_title",
}
"""Name of a violator's field on a paper, and its name in the act."""
_NOTHING = "–"


class Difference(NamedTuple):
    """A point in which paper and act differ, with both values as readers see them.

    `at` is a JSON Pointer into the paper's fields. The values are in Vietnamese; `english` has both
    for English readers where they are written differently: numbers and yes or no.
    """

    at: str
    paper: str
    typed: str
    english: tuple[str, str] | None = None


class Beside(NamedTuple):
    """What a comparison needs besides the paper.

    For example the case's party, the order's computation, and codes by the catalogue's wording.
    """

    party: case_parts.Party | None = None
    computation: Computation | None = None
    codes: Mapping[str, frozenset[str]] = {}
    named: Mapping[str, Any] = {}
    """The violator as named on the paper that found out who it is, if the recorded minutes did not
    know."""
    minutes: Paper | None = None
    """The recorded violation minutes; None before that, and for a decision without minutes."""
    recorded: Mapping[str, frozenset[str]] = {}
    """The wordings that the minutes have for each code."""
    known: Mapping[str, Violation] = {}
    """What the catalogue says of the act's codes, in the versions that the act names."""


def same(at: str, paper: Any, typed: Any) -> Difference | None:
    """Return the difference of two values, or None if they say the same."""
    if folded(worded(paper)) == folded(worded(typed)):
        return None
    english = worded(paper, "en"), worded(typed, "en")
    return Difference(at, worded(paper), worded(typed), english)


def _cited(at: str, paper: object, typed: str) -> Difference | None:
    return None if same_citation(paper, typed) else same(at, paper, typed)


def worded(value: Any, language: formats.Language = "vi") -> str:
    """Put a value of a paper or an act into the words that a refusal shows, in a language."""
    match value:
        case None | "":
            return _NOTHING
        case bool():
            return "x" if value else _NOTHING
        case int():
            return formats.grouped(value, language)
        case datetime():
            return formats.moment(value)
        case date():
            return formats.day(value)
    return str(value)


def said_day(text: Any) -> Any:
    """Read a day of a paper; a text that is none stays as it is."""
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return text


def moment(text: Any) -> Any:
    """Read a moment of a paper; a text that is none stays as it is."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (TypeError, ValueError):
        return text


def holds(paper: Paper, pointer: str) -> bool:
    """Tell whether this version of the form has such a line."""
    return bool(forms.schema_at(paper.form, paper.form_version, pointer))


def cites(paper: Paper, minutes: Paper | None) -> Iterator[Difference | None]:
    """Yield differences if a decision cites other violation minutes than the recorded ones.

    It cites them by number and day. The day is that of their number, or the one on which they were
    begun: some are finished after midnight.
    """
    fields = paper.fields
    if minutes is None or not paper.form.startswith("MQĐ"):
        return
    if fields.get("violation_minutes_number"):
        number = fields["violation_minutes_number"]
        yield same("/violation_minutes_number", number, minutes.number)
    if fields.get("violation_minutes_date"):
        began = moment(minutes.fields.get("started_at"))
        days = [
            minutes.issued_on,
            *(
                [began.astimezone(local_time.SINCE_1975).date()]
                if isinstance(began, datetime)
                else []
            ),
        ]
        cited = said_day(fields["violation_minutes_date"])
        if cited not in days:
            yield same("/violation_minutes_date", cited, minutes.issued_on)


def unknown(fields: Fields) -> bool:
    """Tell whether a paper says that its violator is not determined."""
    return (fields.get("violator") or {}).get("kind") == "unknown"


_IDENTIFYING = ("id_number", "birth_date", "enterprise_code", "registration_number")


def nobody_else(fields: Fields, party: case_parts.Party) -> Iterator[Difference | None]:
    """Yield differences if an act names somebody although the minutes name an unknown violator."""
    if not unknown(fields):
        return
    said = fields["violator"]
    yield same("/violator/name", said.get("name"), party.name)
    for theirs in (*_IDENTIFYING, "representative_name"):
        value = said_day(said.get(theirs)) if theirs == "birth_date" else said.get(theirs)
        yield same(f"/violator/{theirs}", value, getattr(party, PARTY[theirs]))


def party_differs(fields: Fields, party: case_parts.Party | None) -> Iterator[Difference | None]:
    """Yield what the paper says of its party and the act contradicts.

    Nothing if the paper does not know the party yet.
    """
    said = fields.get("violator") or {}
    if party is None or unknown(fields):
        return
    for theirs, ours in PARTY.items():
        if said.get(theirs):
            value = said_day(said[theirs]) if theirs == "birth_date" else said[theirs]
            yield same(f"/violator/{theirs}", value, getattr(party, ours))


def behaviour_differs(
    at: str, row: Fields, one: case_acts.RecordedViolation, paper: Paper, beside: Beside
) -> Iterator[Difference | None]:
    """Yield what the minutes say of one behaviour and the act contradicts."""
    wording, provision = str(row.get("wording", "")), str(row.get("provision", ""))
    published = beside.known.get(one.code)
    if row.get("code"):
        yield same(f"{at}/code", row["code"], one.code)
        if row.get("catalogue_version") is not None:
            version = row["catalogue_version"]
            yield same(f"{at}/catalogue_version", version, one.catalogue_version)
    else:
        meant = beside.codes.get(folded(wording), frozenset())
        if meant and one.code not in meant:
            yield Difference(f"{at}/wording", wording, published.name_vi if published else one.name)
    yield same(f"{at}/wording", wording, one.name)
    yield _cited(f"{at}/provision", provision, one.legal_basis)
    if published is not None and not same_place(provision, published.legal_basis):
        yield Difference(f"{at}/provision", provision, f"{one.code}: {published.legal_basis}")
    yield from _values(at, row, paper, one.ended_on, one.goods_value, one.illicit_gain)


def _values(
    at: str, row: Fields, paper: Paper, ended_on: date, goods: int | None, gain: int | None
) -> Iterator[Difference | None]:
    if not holds(paper, f"{at}/ended_on"):
        return
    yield same(f"{at}/ended_on", said_day(row.get("ended_on")), ended_on)
    yield same(f"{at}/goods_value", row.get("goods_value"), goods)
    yield same(f"{at}/illicit_gain", row.get("illicit_gain"), gain)


def order_of(fields: Fields) -> SanctionOrder | None:
    """Return the order that a paper bears; None if it bears none that can be read."""
    try:
        return msgspec.json.decode(fields.get("reckoning", ""), type=SanctionOrder)
    except msgspec.DecodeError:
        return None


def order_in_short(order: SanctionOrder) -> str:
    """Return an order in short: whom, when, which behaviours."""
    codes = ", ".join(f"{one.behaviour.code}.{one.behaviour.version}" for one in order.acts)
    return f"{KINDS[order.subject]}, {formats.day(order.decided_on)}, {codes}"


def decision_differs(
    paper: Paper, order: SanctionOrder, beside: Beside
) -> Iterator[Difference | None]:
    """Yield what a sanction decision says and its order contradicts.

    Compared are the party, behaviours, amounts and measures.
    """
    fields, computation = paper.fields, beside.computation
    yield from party_differs(fields, beside.party)
    for name in ("name", *_IDENTIFYING) if beside.named else ():
        yield same(f"/violator/{name}", fields["violator"].get(name), beside.named.get(name))
    yield same("/violator/kind", (fields.get("violator") or {}).get("kind"), str(order.subject))
    rows = fields.get("violations") or []
    if len(rows) != len(order.acts):
        yield Difference("/violations", str(len(rows)), str(len(order.acts)))
        return
    for number, (row, act) in enumerate(zip(rows, order.acts, strict=True)):
        at = f"/violations/{number}"
        yield from _penalty(at, row, act, computation.acts[number] if computation else None)
        yield _worded(at, row, act, beside)
        if row.get("code"):
            yield same(f"{at}/code", row["code"], act.behaviour.code)
            yield same(
                f"{at}/catalogue_version", row.get("catalogue_version"), act.behaviour.version
            )
        known = act.values
        goods, gain = known.goods_value_vnd, known.illicit_gain_vnd
        yield from _values(at, row, paper, act.acted_on, goods, gain)
    yield from measures_differ(
        "/additional", fields, [one.text_vi for one in order.extra_penalties]
    )
    for number, extra in enumerate(order.extra_penalties):
        rows = fields.get("additional") or []
        if extra.months and number < len(rows):
            yield same(f"/additional/{number}/term", rows[number].get("term"), terms.said(extra))
    yield from measures_differ("/remedies", fields, [one.text_vi for one in order.remedies])


def _penalty(
    at: str, row: Fields, act: ActOrder, computed: ActComputation | None
) -> Iterator[Difference | None]:
    yield same(f"{at}/penalty", row.get("penalty"), "warning" if act.warning else "fine")
    yield _cited(f"{at}/provision", row.get("provision"), act.behaviour.legal_basis)
    if computed is not None:
        yield same(f"{at}/fine", row.get("fine") or 0, computed.amount_vnd)


def _worded(at: str, row: Fields, act: ActOrder, beside: Beside) -> Difference | None:
    """Return the difference if an act is not named as catalogue or minutes name its code."""
    names = [act.behaviour.name_vi, *sorted(beside.recorded.get(act.behaviour.code, ()))]
    if any(same_wording(str(row.get("wording", "")), one) for one in names):
        return None
    return same(f"{at}/wording", row.get("wording"), act.behaviour.name_vi)


def measures_differ(at: str, fields: Fields, meant: list[str]) -> Iterator[Difference | None]:
    """Yield what rows of measures say and the act contradicts.

    A measure on the paper may go on after the end of the order's ("…: 40 hộp mỹ phẩm"), but not say
    another thing.
    """
    rows = [str(one.get("measure", "")) for one in fields.get(at[1:]) or []]
    if len(rows) != len(meant):
        yield Difference(at, "; ".join(rows) or _NOTHING, "; ".join(meant) or _NOTHING)
        return
    for number, (row, text) in enumerate(zip(rows, meant, strict=True)):
        if not folded(row).startswith(folded(text)):
            yield Difference(f"{at}/{number}/measure", row, text)


_DAYS = re.compile(r"([0-9]{1,4}) ?ngày")
COMPLY_DAYS = 10
"""Days to comply if a decision names none (Law Art 73.1)."""
_MOST_DAYS = 365


def days_to_comply(fields: Fields) -> int:
    """Return the days to comply of a decision on remedies: the longest of its terms.

    Each measure has its own (Art 85.1).
    """
    terms = (_DAYS.search(folded(str(one.get("term", "")))) for one in fields.get("remedies") or [])
    longest = max((int(one[1]) for one in terms if one), default=0)
    return min(longest, _MOST_DAYS) or COMPLY_DAYS


GROUNDS = {
    "time_over": "expired",
    "statute_over": "expired",
    "violator_unknown": "unknown",
    "violator_dead": "dead",
    "other": "other",
}
"""Reasons for no fine, as MQĐ14 and MQĐ15 name them."""
