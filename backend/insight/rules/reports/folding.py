"""What a report is, from its acts alone. The handler writes it, and `verify` reaches it the same way. Pure."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.insight.rules.reports import cells
from backend.insight.rules.reports.facts import Content, LeftOut, Statement, Written
from schemas.insight import reports as acts
from schemas.insight.words import ReportState

_STATES: dict[type, ReportState] = {
    acts.ReportBegun: ReportState.DRAFT,
    acts.ReportSentUp: ReportState.SENT_UP,
    acts.ReportSentBack: ReportState.DRAFT,
    acts.ReportSubmitted: ReportState.READY,
    acts.ReportReopened: ReportState.DRAFT,
    acts.ReportApproved: ReportState.APPROVED,
    acts.ReportIssued: ReportState.ISSUED,
    acts.ReportReplaced: ReportState.CORRECTED,
    acts.ReportGivenUp: ReportState.GIVEN_UP,
}


def state_after(state: ReportState, content: Any) -> ReportState:
    """Return in which state an act leaves a report."""
    return _STATES.get(type(content), state)


def take(content: Content, act: Any, by: UUID, at: datetime) -> Content:
    """Return what a report says after one more accepted act."""
    match act:
        case acts.ReportFilled():
            return msgspec.structs.replace(
                content,
                tables=act.tables,
                counted_through=act.counted_through,
                counted_at=act.counted_at,
            )
        case acts.ValueStated():
            return _stated(content, act, by, at)
        case acts.TextWritten():
            others = [one for one in content.texts if one.part != act.part]
            now = Written(part=act.part, text=act.text, by=by, at=at)
            return msgspec.structs.replace(content, texts=sorted([*others, now], key=_part))
        case acts.ReportsTaken():
            there = {one.unit_id for one in act.taken}
            left_out = [one for one in content.left_out if one.unit_id not in there]
            return msgspec.structs.replace(
                content, taken=act.taken, missing=act.missing, taken_at=at, left_out=left_out
            )
        case acts.UnitLeftOut():
            return _left_out(content, act, by, at)
        case _:
            return content


def _part(one: Written) -> str:
    return one.part


def _place(one: Statement) -> tuple[str, str, int]:
    return one.part, one.row, one.column


def _left_out(content: Content, act: acts.UnitLeftOut, by: UUID, at: datetime) -> Content:
    unit_id = act.unit_id
    others = [one for one in content.left_out if one.unit_id != unit_id]
    now = LeftOut(unit_id=unit_id, reason=act.reason, by=by, at=at)
    left_out = sorted([*others, now], key=lambda one: str(one.unit_id))
    if content.taken is None:
        return msgspec.structs.replace(content, left_out=left_out)
    missing = content.missing if unit_id in content.missing else [*content.missing, unit_id]
    taken = [one for one in content.taken if one.unit_id != unit_id]
    return msgspec.structs.replace(content, taken=taken, missing=missing, left_out=left_out)


def _stated(content: Content, act: acts.ValueStated, by: UUID, at: datetime) -> Content:
    filled = next(one for one in content.tables if one.part == act.part)
    key = cells.key_of(filled, act.row)
    others = [one for one in content.statements if _place(one) != (act.part, key, act.column)]
    if act.value is None:
        return msgspec.structs.replace(content, statements=others)
    now = Statement(
        part=act.part,
        row=key,
        column=act.column,
        value=act.value,
        reason=act.reason,
        by=by,
        at=at,
    )
    return msgspec.structs.replace(content, statements=sorted([*others, now], key=_place))
