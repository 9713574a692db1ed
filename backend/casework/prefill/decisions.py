"""Fields that only decisions have: computed amounts, and spans from the case's own days."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec

from backend.casework.prefill import common, parts
from backend.casework.prefill.context import Context
from backend.core.canonical_json import canonical
from backend.core.local_time import day_of
from schemas.casework.acts.notices import Relief

Own = dict[str, Callable[[Context], Any]]
INSTALMENT_MONTHS = 6
"""The longest term to pay a fine in parts (Law Art 79.1)."""
SEIZURE_DAYS = 7
"""Working days (Law Art 125.8), where no clock of the case says how many."""


def _total(context: Context) -> int | None:
    computation = context.inputs.computation
    return computation.total_vnd if computation else None


def _additional(context: Context) -> list[Any]:
    computation = context.inputs.computation
    extra = computation.order.extra_penalties if computation else []
    return [parts.additional(one) for one in extra]


def _remedies(context: Context) -> list[Any]:
    computation = context.inputs.computation
    term = f"{common.PAY_DAYS} ngày, kể từ ngày nhận được Quyết định này"
    return [
        {"kind": str(one.kind), "measure": one.text_vi, "term": term}
        for one in (computation.order.remedies if computation else [])
    ]


def _reckoning(context: Context) -> str | None:
    """Return the order as computed, in the RFC 8785 form, so that the paper's hash covers it."""
    computation = context.inputs.computation
    return canonical(msgspec.to_builtins(computation.order)).decode() if computation else None


def _left(context: Context) -> int | None:
    return context.facts.fine - context.facts.paid if context.facts.sanction else None


def _by_the_unit(context: Context) -> str:
    """Return who carries it out where that is never the party (MQĐ02 is handed to it; 14, 17, 33)."""
    return context.inputs.unit


def _on_signing(_context: Context) -> None:
    """Return no day of effect: the decision takes effect when it is signed, unless one is typed."""


def _found(context: Context) -> str | None:
    seen = context.inputs.inspection
    return f"{seen.started_at:%Y-%m-%dT%H:%M:%SZ}" if seen and seen.started_at else None


def _seized_on(context: Context) -> str | None:
    exhibit = next(iter(context.facts.held), None)
    return parts.day(day_of(exhibit.seized_at)) if exhibit else None


_UNITS = {"wd": "working_days", "d": "days", "m": "months"}
_UNIT_WORDS = {"working_days": "ngày làm việc", "days": "ngày", "months": "tháng"}


def _held_for(context: Context) -> int | None:
    """Return the length of the term whose last day the paper names (Law Art 125.8).

    Seven working days; ten where the file goes to another than who made the minutes, one or two
    months where goods must be examined.
    """
    limit = context.inputs.limits.get("D21")
    return limit.count if limit else SEIZURE_DAYS


def _held_in(context: Context) -> str | None:
    limit = context.inputs.limits.get("D21")
    return _UNITS.get(limit.unit or "") if limit else _UNITS["wd"]


def _running_term(context: Context) -> str | None:
    """Return the term of the seizure as its decision says it, such as "07 ngày làm việc"."""
    seizure = context.newest("MQĐ20")
    if seizure is None or not isinstance(seizure.fields.get("days"), int):
        return None
    unit = _UNIT_WORDS[seizure.fields.get("days_unit") or _UNITS["wd"]]
    return f"{seizure.fields['days']:02} {unit}"


def _extended_from(context: Context) -> str | None:
    ends = [exhibit.until for exhibit in context.facts.held if exhibit.until]
    return parts.day(max(ends) + timedelta(days=1)) if ends else None


def papers(context: Context) -> list[str]:
    """List every paper in force, by title and number."""
    return [
        f"{context.inputs.titles.get(one.form, one.form)} số {one.number}"
        for one in context.facts.papers.values()
        if one.stands and one.number
    ]


def _asked(*what: Relief) -> Callable[[Context], str | None]:
    """Return which application a decision on the fine answers: its day, and whose it is."""

    def said(context: Context) -> str | None:
        asked = [one for one in context.facts.asked_relief if one.what in what]
        who = context.facts.party
        if not asked or who is None:
            return None
        return f"{parts.in_words(asked[-1].received_on)} của {who.name}"

    return said


def _certified(*what: Relief) -> Callable[[Context], str | None]:
    def said(context: Context) -> str | None:
        asked = [one for one in context.facts.asked_relief if one.what in what]
        return asked[-1].certified_by if asked else None

    return said


def _held_until(context: Context) -> str | None:
    ends = [exhibit.until for exhibit in context.facts.held if exhibit.until]
    return parts.day(max(ends)) if ends else None


def _told(context: Context) -> str | None:
    """Return the party, to whom an extension is announced, by name and address."""
    who = context.facts.party
    return f"{who.name}, {who.address}" if who else None


def _destination(context: Context) -> str:
    """Return where confiscated goods go: they stay where they are kept, else with the unit."""
    return common.custody_place(context) or context.inputs.unit


def _measures(context: Context) -> list[str]:
    """Return what of the decision goes on: measures that are not carried out yet."""
    done = context.facts.remedies_done
    return [text for place, text in enumerate(context.facts.remedies) if place not in done]


def _described(context: Context) -> str | None:
    recorded = context.facts.recorded
    said = [one.description or one.name for one in recorded.violations] if recorded else []
    return "\n".join(said) or None


def _named(context: Context) -> list[Any]:
    recorded = context.facts.recorded
    return [
        {"wording": one.name, "provision": one.legal_basis}
        for one in (recorded.violations if recorded else [])
    ]


def _pay_way(context: Context) -> str | None:
    """Return the way to pay, or None if nothing is to be paid.

    It is the Treasury's account unless a person says otherwise (Law Art 78).
    """
    return "treasury" if _total(context) else None


def _of_file(name: str) -> Callable[[Context], Any]:
    """Return what a prosecution body's decision says, the basis of a sanction without minutes."""

    def said(context: Context) -> str | None:
        received = context.facts.received
        prosecuted = received is not None and received.source == "prosecution"
        return str(getattr(received, name)) if prosecuted else None

    return said


def _issuer(context: Context) -> str | None:
    """Return the title under which the decision that is changed was signed, as its paper has it."""
    about = context.inputs.about
    signer = about.fields.get("signer") if about else None
    named = signer or {}
    said = [str(named[name]) for name in ("title", "unit") if named.get(name)]
    if len(said) > 1 and said[0].casefold().endswith(said[1].casefold()):
        return said[0]
    return " ".join(said) or None


def _second_notice(context: Context) -> str | None:
    """Return the day of the second notice about goods that nobody claims (Law Art 126.4)."""
    days = [
        one.notified_on for held in context.facts.held for one in held.notices if one.notice > 1
    ]
    return parts.day(max(days)) if days else None


def _variant(context: Context) -> str:
    """Return why goods are confiscated: nobody claimed them, or there is no sanction (MQĐ14)."""
    return "unclaimed" if _second_notice(context) else "unpunished"


_CHANGED: Own = {
    "decision_issuer": _issuer,
    "executor": _by_the_unit,
    "effective_on": _on_signing,
}
_PENALTY: Own = {
    "violations": parts.penalties,
    "total_fine": _total,
    "reckoning": _reckoning,
}
DECISIONS: dict[str, Own] = {
    "QĐ-SĐBSKT": {},
    "MQĐ01": {
        **_PENALTY,
        "found_at": common.place,
        "found_on": _found,
        "file_number": _of_file("transfer_number"),
        "file_date": _of_file("transfer_on"),
        "file_body": _of_file("body"),
        "verification_minutes_number": common.verification_number,
        "verification_minutes_date": common.verification_date,
        "additional": _additional,
        "remedies": _remedies,
        "exhibits": common.confiscated,
        "executor": _by_the_unit,
    },
    "MQĐ02": {
        **_PENALTY,
        "explanation": common.explanation,
        "hearing_minutes_number": lambda context: common.of(context.newest("MBB03"))[0],
        "hearing_minutes_date": lambda context: common.of(context.newest("MBB03"))[1],
        "verification_minutes_number": common.verification_number,
        "verification_minutes_date": common.verification_date,
        "additional": _additional,
        "remedies": _remedies,
        "exhibits": common.confiscated,
        "executor": _by_the_unit,
        "pay_way": _pay_way,
        "effective_on": _on_signing,
    },
    "MQĐ03": {
        "amount": _left,
        "from_on": lambda context: parts.day(context.inputs.today),
        "request": _asked("postponement"),
        "confirmed_by": _certified("postponement"),
        "executor": _by_the_unit,
    },
    "MQĐ04": {
        "request": _asked("reduction", "waiver"),
        "confirmed_by": _certified("reduction", "waiver"),
        "postponement_number": lambda context: common.of(context.newest("MQĐ03"))[0],
        "postponement_date": lambda context: common.of(context.newest("MQĐ03"))[1],
        "executor": _by_the_unit,
    },
    "MQĐ05": {
        "amount": _left,
        "months": lambda _: INSTALMENT_MONTHS,
        "request": _asked("instalments"),
        "confirmed_by": _certified("instalments"),
        "executor": _by_the_unit,
    },
    "MQĐ14": {
        "variant": _variant,
        "seizure_number": lambda context: common.of(context.newest("MQĐ20"))[0],
        "seizure_date": lambda context: common.of(context.newest("MQĐ20"))[1],
        "second_notice_on": _second_notice,
        "verification_minutes_number": common.verification_number,
        "verification_minutes_date": common.verification_date,
        "destination": _destination,
        "exhibits": lambda context: common.confiscated(context) or common.held(context),
        "executor": _by_the_unit,
    },
    "MQĐ15": {
        "violations": _named,
        "remedies": _remedies,
        "damage": _described,
        "verification_minutes_number": common.verification_number,
        "verification_minutes_date": common.verification_date,
        "executor": _by_the_unit,
    },
    "MQĐ16": {
        "destruction_place": common.custody_place,
        "executor": _by_the_unit,
        "verification_minutes_number": common.verification_number,
        "verification_minutes_date": common.verification_date,
    },
    "MQĐ17": {
        "executor": _by_the_unit,
        "fine_stopped": _left,
        "measures": _measures,
        "days": lambda _: common.PAY_DAYS,
    },
    "MQĐ20": {
        "days": _held_for,
        "days_unit": _held_in,
        "from_on": _seized_on,
        "until_on": lambda context: parts.day(context.inputs.last_days.get("D21")),
    },
    "MQĐ21": {
        "from_on": _extended_from,
        "held_for": _running_term,
        "held_from": _seized_on,
        "held_until": _held_until,
        "told": _told,
        "executor": _by_the_unit,
    },
    "MQĐ24": {
        "extension_number": lambda context: common.of(context.newest("MQĐ21"))[0],
        "extension_date": lambda context: common.of(context.newest("MQĐ21"))[1],
        "unsealed": lambda context: any(one.seal for one in context.facts.held),
        "executor": _by_the_unit,
        "receiver": lambda context: context.facts.party.name if context.facts.party else None,
        "return_place": common.custody_place,
    },
    "MQĐ31": {"executor": _by_the_unit},
    "MQĐ32": {
        "executor": _by_the_unit,
        "suspension_number": lambda context: common.of(context.newest("MQĐ31"))[0],
        "suspension_date": lambda context: common.of(context.newest("MQĐ31"))[1],
    },
    "MQĐ33": {
        "facts": _described,
        "papers": papers,
        "executor": _by_the_unit,
        "suspension_number": lambda context: common.of(context.newest("MQĐ31"))[0],
        "suspension_date": lambda context: common.of(context.newest("MQĐ31"))[1],
    },
    "MQĐ38": _CHANGED,
    "MQĐ39": _CHANGED,
    "MQĐ40": _CHANGED,
}
