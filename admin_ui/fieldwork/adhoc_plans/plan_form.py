"""The form of an ad-hoc plan: its values, the plan that they mean, and errors by field; and an emergency's."""

from datetime import datetime
from functools import partial
from typing import Any, get_args

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.words import Language, say
from backend.core.local_time import VIETNAM
from schemas.fieldwork.adhoc_plans import AdhocPlan, Contingency, Emergency, Risk
from schemas.fieldwork.proposals import DecisionProposed

ROWS = 5
"""Situations that the form offers; more are rare, and each row can hold several sentences."""
_LENGTHS = {"expected_violation": 3000, "provision": 500, "means": 2000}


def empty(proposed: DecisionProposed | None) -> Form:
    """Return the form as it opens, with what the proposal says already."""
    told = {
        "expected_violation": (proposed.expected_violation or proposed.reason) if proposed else "",
        "provision": (proposed.provision or "") if proposed else "",
    }
    return Form({name: [value] for name, value in told.items()})


def of_plan(plan: AdhocPlan) -> Form:
    """Return the form filled from a draft."""
    values = {
        "expected_start": _local(plan.expected_start),
        "expected_end": _local(plan.expected_end),
        "expected_violation": plan.expected_violation,
        "provision": plan.provision,
        "means": plan.means,
    }
    for number, one in enumerate(plan.contingencies[:ROWS], 1):
        values[f"situation_{number}"] = one.situation
        values[f"measure_{number}"] = one.measure
    return Form({name: [value] for name, value in values.items()})


def _local(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M")


def read(form: Form, language: Language) -> tuple[AdhocPlan | None, dict[str, str]]:
    """Return the plan, or None and the errors by field."""
    reader = Reader(form, partial(say, language))
    for name, longest in _LENGTHS.items():
        reader.text(name, say(language, f"adhoc.{name}"), most=longest, required=True)
    start = reader.moment("expected_start", say(language, "adhoc.expected_start"))
    end = reader.moment("expected_end", say(language, "adhoc.expected_end"))
    if start and end and end <= start:
        reader.tell("expected_end", say(language, "adhoc.end_first"))
    rows = _rows(reader)
    if not rows:
        reader.tell("situation_1", say(language, "adhoc.situation_needed"))
    if reader.errors or start is None or end is None:
        return None, reader.errors
    said: dict[str, Any] = {name: form.text(name) for name in _LENGTHS}
    return AdhocPlan(expected_start=start, expected_end=end, contingencies=rows, **said), {}


def _rows(reader: Reader) -> list[Contingency]:
    rows: list[Contingency] = []
    for number in range(1, ROWS + 1):
        situation, measure = (
            reader.text(
                f"{name}_{number}", reader.translate(f"adhoc.{name}", number=number), most=2000
            )
            for name in ("situation", "measure")
        )
        if bool(situation) != bool(measure):
            missing = f"measure_{number}" if situation else f"situation_{number}"
            reader.tell(missing, reader.translate("adhoc.pair_needed"))
        elif situation:
            rows.append(Contingency(situation=situation[:2000], measure=measure[:2000]))
    return rows


def risks(language: Language) -> list[tuple[str, str]]:
    """Return the risks of waiting for a plan, with their words."""
    return [(one, say(language, f"chain.risk_{one}")) for one in get_args(Risk)]


def emergency(form: Form) -> Emergency | None:
    """Return the emergency that was typed; None if its kind or its reason is missing."""
    risk, reason = form.text("emergency_risk"), typed.reason(form.text("emergency_reason"))
    if risk not in get_args(Risk) or reason is None:
        return None
    return Emergency(risk=risk, reason=reason)  # type: ignore[arg-type]  # of Risk


def emergency_errors(form: Form, language: Language, *, needed: bool) -> dict[str, str]:
    """Return what an emergency lacks, by field: half of one always, all of it if one is needed."""
    typed_any = bool(form.text("emergency_risk") or form.text("emergency_reason"))
    if emergency(form) is not None or not (needed or typed_any):
        return {}
    errors = {}
    if form.text("emergency_risk") not in get_args(Risk):
        errors["emergency_risk"] = say(language, "adhoc.risk_needed")
    if typed.reason(form.text("emergency_reason")) is None:
        errors["emergency_reason"] = say(language, "adhoc.reason_needed")
    return errors
