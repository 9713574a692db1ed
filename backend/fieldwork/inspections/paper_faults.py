"""Faults in the content of minutes and other papers made on site: their form, dates and number."""

from typing import Any
from uuid import UUID

from backend.core import clock
from backend.core.local_time import day_of
from backend.documents import forms
from backend.documents.queries import releases as release_queries
from backend.fieldwork.queries import documents as document_queries
from backend.fieldwork.queries import minutes as minutes_queries
from backend.fieldwork.queries.documents import Paper
from backend.fieldwork.rules import documents as document_rules
from backend.fieldwork.rules import refusals
from backend.fieldwork.rules import submissions as submission_rules
from backend.fieldwork.rules.documents import PaperFacts
from backend.force.numbers import service as numbering
from backend.ledger import clocks
from backend.ledger.bounds import forms as bounds
from backend.ledger.canonical import ParsedAct
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.words import QuarantineCode


async def of_paper(parsed: ParsedAct, content: Any) -> str | None:
    """Return the quarantine code that keeps an act about a paper from taking effect now, or None.

    If the act's number may be used, this uses it up. The caller lets the act take effect in the
    same transaction.
    """
    inspection = str(parsed.act.record.id)
    match content:
        case inspection_acts.DocumentWritten():
            known = _facts(await document_queries.facts(content.document_id))
            if known is None and await document_queries.id_taken(content.document_id):
                return QuarantineCode.DOCUMENT_ID_TAKEN
            code = _form_fault(content) or document_rules.writing_fault(
                known, inspection, content.form
            )
            code = code or await _outdated(parsed, content)
            return code or _fields_fault(parsed, content.fields)
        case inspection_acts.DocumentSigned():
            if (content.drawing is None) == (content.refusal is None):
                return QuarantineCode.FORM_INVALID
            known = _facts(await document_queries.facts_of_writing(content.document))
            return document_rules.signing_fault(known, inspection)
        case inspection_acts.DocumentNumbered():
            return await _numbering_fault(parsed, content, inspection)
        case inspection_acts.MinutesNumbered():
            return await _minutes_numbering_fault(parsed, content)
        case _:
            raise TypeError(f"{parsed.act.type} is about no paper")


def of_minutes(parsed: ParsedAct, content: inspection_acts.MinutesWritten) -> str | None:
    """Return the same for minutes of the inspection itself."""
    return minutes_fault(content) or _fields_fault(parsed, content.fields)


def minutes_fault(content: inspection_acts.MinutesWritten) -> str | None:
    """Check minutes against their version of the form. A form that is not of minutes is a fault."""
    if content.form not in submission_rules.FORM_RULES:
        return QuarantineCode.FORM_INVALID
    try:
        faults = forms.validate(content.form, content.form_version, content.fields)
    except forms.FormUnknown:
        return QuarantineCode.FORM_INVALID
    return QuarantineCode.FORM_INVALID if faults else None


def _fields_fault(parsed: ParsedAct, fields: dict[str, Any]) -> str | None:
    """Check the dates and times in a paper's fields, like those of the act itself."""
    outside = bounds.faults(fields, now=clock.now(), made_at=parsed.act.made_at)
    return QuarantineCode.OUT_OF_BOUNDS if outside else None


def _facts(row: Paper | None) -> PaperFacts | None:
    if row is None:
        return None
    return PaperFacts(
        inspection=str(row.inspection_id),
        form=row.form,
        written=str(row.written_id),
        officer=str(row.officer_id),
        numbered=row.number_act is not None,
    )


def _form_fault(content: inspection_acts.DocumentWritten) -> str | None:
    try:
        faults = forms.validate(content.form, content.form_version, content.fields)
        on_site = forms.load(content.form, content.form_version).get("x-signers")
    except forms.FormUnknown:
        return QuarantineCode.FORM_INVALID
    # Minutes of the inspection itself have their own act.
    return QuarantineCode.FORM_INVALID if faults or not on_site else None


async def _outdated(parsed: ParsedAct, content: inspection_acts.DocumentWritten) -> str | None:
    """Return FORM_OUTDATED if the form's version was already replaced on the day of writing.

    The day is that of the phone's clock, corrected if the clock is known to be wrong. It is never
    before the decision's day, so setting the clock back does not help.
    """
    if forms.newest(content.form) <= content.form_version:
        return None
    issued_at = await document_queries.issued_at(parsed.act.record.id)
    told_at = clocks.told_at(parsed.act, clock.now())
    at = max(told_at, issued_at or told_at)
    old = await release_queries.superseded(content.form, content.form_version, day_of(at))
    return QuarantineCode.FORM_OUTDATED if old else None


async def _numbering_fault(
    parsed: ParsedAct, content: inspection_acts.DocumentNumbered, inspection: str
) -> str | None:
    row = await document_queries.facts(content.document_id)
    missing: list[str] = []
    if row is not None:
        schema = forms.load(row.form, row.form_version)
        signed = await document_queries.signed_under(content.written)
        writing = await document_queries.writing(content.written)
        fields = writing.fields if writing else {}
        roles = refusals.counted(row.form, row.form_version, fields, signed)
        missing = document_rules.missing_signers(schema, roles)
    code = document_rules.numbering_fault(
        _facts(row),
        inspection,
        content.form,
        str(content.written),
        str(parsed.act.officer_id),
        missing,
    )
    if code or row is None:
        return code or QuarantineCode.NUMBER_UNUSABLE
    return await _use(parsed, content, row.form_version, content.document_id)


async def _minutes_numbering_fault(
    parsed: ParsedAct, content: inspection_acts.MinutesNumbered
) -> str | None:
    known = await minutes_queries.facts(parsed.act.record.id, content.minutes)
    signed = await minutes_queries.signed_under(content.minutes)
    lacks = known is not None and _lacks_signatures(known, signed)
    code = document_rules.minutes_numbering_fault(
        str(known.officer_id) if known else None,
        known is not None and known.numbered,
        known.form if known else "",
        content.form,
        str(parsed.act.officer_id),
        lacks,
    )
    if code or known is None:
        return code or QuarantineCode.MINUTES_UNKNOWN
    if await document_queries.is_of_the_desk(content.minutes):  # a phone chooses its acts' ids, too
        return QuarantineCode.NUMBER_UNUSABLE
    return await _use(parsed, content, known.form_version, content.minutes)


def _lacks_signatures(known: minutes_queries.MinutesFacts, signed: list[refusals.Signed]) -> bool:
    rule = submission_rules.FORM_RULES.get(known.form)
    told = submission_rules.tells_absence(known.form, known.fields)
    roles = refusals.counted(known.form, known.form_version, known.fields, signed)
    return rule is None or bool(submission_rules.unsigned(rule, roles, absence_told=told))


async def _use(
    parsed: ParsedAct,
    content: inspection_acts.DocumentNumbered | inspection_acts.MinutesNumbered,
    form_version: int,
    document_id: UUID,
) -> str | None:
    """Use the number from the block lent to this officer on this phone, if its text is right too.

    That all signatures came before the number follows from their being here already. Clocks are not
    compared, because a phone's clock may have been set in between.
    """
    act = parsed.act
    symbol = forms.load(content.form, form_version)["x-symbol"]
    officer_number = await document_queries.officer_number(act.officer_id)
    if officer_number is None or act.device_id is None:
        return QuarantineCode.NUMBER_UNUSABLE
    if content.text != numbering.officer_number_text(symbol, content.number, officer_number):
        return QuarantineCode.NUMBER_UNUSABLE
    fault = await numbering.use_reserved(
        act.officer_id,
        act.device_id,
        content.form,
        content.year,
        content.number,
        document_id,
        act_id=act.id,
    )
    return None if fault is None else QuarantineCode.NUMBER_UNUSABLE
