"""Fields that many forms have, by name: functions of the context, None if the case lacks it."""

from collections.abc import Callable
from typing import Any

from backend.casework.prefill import parts
from backend.casework.prefill.context import Context
from backend.casework.rules import recording, taken
from backend.casework.rules.facts import Paper
from backend.core.errors import Invalid
from backend.core.local_time import day_of
from backend.law import form_facts
from schemas.casework.words import ExhibitState

COPIES = 2
"""One for the party, one for the file."""
THREE_COPIES = 3
"""Of sealing and unsealing minutes the keeper gets one too (Decree 118/2021, MBB26, MBB27), of the
handover of a file both sides and the file (MBB28)."""
PAY_DAYS = 10
"""Law on Handling Administrative Violations Art 73.1."""


class ReasonForSigningAlone(Invalid):
    """Signing a unit's paper that one officer alone drafted needs a reason on record (practice B6)."""

    code = "case_two_persons"
    text_vi = "Bạn là người duy nhất soạn văn bản này: hãy ghi lý do tự soạn, tự ký; cấp trên kiểm tra sau."
    text_en = "You alone drafted this paper: say why you sign it yourself; the level above checks afterwards."


def decision(context: Context) -> tuple[str | None, str | None]:
    """Return number and day of the decision that a form is about; the form determines which."""
    named = form_facts.names_decision_of(context.form)
    if "QĐ-KT" in named:
        seen = context.inputs.inspection
        return (seen.number, parts.day(seen.issued_on)) if seen else (None, None)
    return of(context.newest(*named) if named else context.inputs.about)


def of(paper: Paper | None) -> tuple[str | None, str | None]:
    """Return number and day of a paper."""
    return (paper.number, parts.day(paper.issued_on)) if paper else (None, None)


def law_field(context: Context) -> str | None:
    """Return the fields of state management of the recorded or sanctioned behaviours, each once."""
    facts, computation = context.facts, context.inputs.computation
    codes = [one.code for one in facts.recorded.violations] if facts.recorded else []
    codes = codes or [act.code for act in computation.acts] if computation else codes
    found = dict.fromkeys(context.inputs.fields.get(code) for code in codes)
    return ", ".join(one for one in found if one) or None


def explanation(context: Context) -> str | None:
    """Return the violator's explanation: its paper if there is one, else its day."""
    if not context.facts.explanations:
        return None
    last = context.facts.explanations[-1]
    paper = context.facts.papers.get(last.document_id) if last.document_id else None
    if paper and paper.number and paper.issued_on:
        return f"số {paper.number} {parts.in_words(paper.issued_on)}"
    return parts.in_words(day_of(last.received_at))


def executor(context: Context) -> str | None:
    """Return who carries a decision out: the party, and the unit that follows it up."""
    who = context.facts.party
    names = [who.name if who else None, context.inputs.unit]
    return "; ".join(one for one in names if one) or None


def recipients(context: Context) -> list[str]:
    """Return the recipients of a decision: the party, the unit, the file."""
    who = context.facts.party
    return [*([who.name] if who else []), context.inputs.unit, "Lưu: VT, hồ sơ vụ việc"]


def companions(context: Context) -> list[Any]:
    """Return officers of the case and of its inspection besides the writer, each once."""
    inputs, seen = context.inputs, {context.inputs.writer.id, context.inputs.writer.name}
    found = []
    team = inputs.inspection.team if inputs.inspection else ()
    for one in team:
        if one.id not in seen and one.name not in seen:
            seen |= {one.id, one.name}
            found.append(parts.officer(one))
    for two in context.facts.officers:
        if two.officer_id not in seen and two.full_name not in seen:
            seen |= {two.officer_id, two.full_name}
            named = {"name": two.full_name, "title": two.title, "agency": inputs.unit}
            found.append(named)
    return found


def held(context: Context) -> list[Any]:
    """Return the exhibits whose end is not decided."""
    return [parts.exhibit(exhibit) for exhibit in context.facts.held]


def confiscated(context: Context) -> list[Any]:
    """Return the exhibits, held or sold early, that the computed order confiscates."""
    computation = context.inputs.computation
    ordered = taken.by_order(context.facts, computation.order) if computation else []
    return [parts.exhibit(exhibit) for exhibit in ordered]


def keeper(context: Context) -> dict[str, Any] | None:
    """Return the keeper of the held exhibits."""
    exhibit = next(iter(context.facts.held), None)
    return {"name": exhibit.keeper, "agency": context.inputs.unit} if exhibit else None


def custody_place(context: Context) -> str | None:
    """Return the place of the held exhibits."""
    exhibit = next(iter(context.facts.held), None)
    return exhibit.place if exhibit else None


def place(context: Context) -> str | None:
    """Return the place of the inspection, else the party's address."""
    seen, who = context.inputs.inspection, context.facts.party
    return seen.place if seen else (who.address if who else None)


def violator(context: Context) -> dict[str, Any] | None:
    """Return the party.

    If the minutes did not know it, this is the party of the paper that found out; before that it is
    unknown here too.
    """
    facts = context.facts
    minutes = recording.minutes(facts) if recording.against_nobody(facts) else None
    found = recording.named_later(facts) or minutes
    return found.fields["violator"] if found else parts.party(facts.party)


def _number(*forms: str) -> Callable[[Context], Any]:
    return lambda context: of(context.newest(*forms))[0]


def _date(*forms: str) -> Callable[[Context], Any]:
    return lambda context: of(context.newest(*forms))[1]


def inspection_minutes(context: Context) -> tuple[str | None, str | None]:
    """Return number and day of the inspection minutes (BB-KT)."""
    seen = context.inputs.inspection
    return (seen.minutes_number, parts.day(seen.minutes_on)) if seen else (None, None)


def sealed(context: Context) -> list[Any]:
    """Return the exhibits under seal."""
    return [parts.exhibit(one) for one in context.facts.exhibits.values() if one.seal]


def not_sealed(context: Context) -> list[Any]:
    """Return the exhibits that may be sealed."""
    kept = (ExhibitState.SEIZED, ExhibitState.CONFISCATED)
    exhibits = [one for one in context.facts.exhibits.values() if one.content.no_seal is None]
    return [parts.exhibit(one) for one in exhibits if not one.seal and one.state in kept]


verification_number = _number("MBB05")
verification_date = _date("MBB05")


COMMON: dict[str, Callable[[Context], Any]] = {
    "agency": lambda context: context.inputs.agency,
    "law_field": law_field,
    "violation_minutes_number": _number("MBB01"),
    "violation_minutes_date": _date("MBB01"),
    "seizure_minutes_number": _number("MBB15"),
    "seizure_minutes_date": _date("MBB15"),
    "seal_minutes_number": _number("MBB26"),
    "seal_minutes_date": _date("MBB26"),
    "inspection_minutes_number": lambda context: inspection_minutes(context)[0],
    "inspection_minutes_date": lambda context: inspection_minutes(context)[1],
    "decision_number": lambda context: decision(context)[0],
    "decision_date": lambda context: decision(context)[1],
    "decision_title": lambda context: context.inputs.about_title,
    "place": place,
    "maker": lambda context: parts.officer(context.inputs.writer),
    "companions": companions,
    "violator": violator,
    "subject": lambda context: parts.party(context.facts.party),
    "exhibits": held,
    "keeper": keeper,
    "custody_place": custody_place,
    "copies": lambda _: COPIES,
    "executor": executor,
    "recipients": recipients,
    "effective_on": lambda context: parts.day(context.inputs.today),
    "signer": lambda context: parts.signer(context.inputs.signer),
    "what": lambda _: "goods",
    "pay_days": lambda _: PAY_DAYS,
    "pay_to": lambda context: context.inputs.treasury.pay_to,
    "account": lambda context: context.inputs.treasury.account,
    "agency_code": lambda context: context.inputs.treasury.agency_code,
    "chapter": lambda context: context.inputs.treasury.chapter,
    "sub_item": lambda context: context.inputs.treasury.sub_item,
    "collector": lambda context: context.inputs.treasury.pay_to,
}
"""What a field's name means in any form; a form's own meaning goes first (filling.OWN)."""
