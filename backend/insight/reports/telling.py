"""Tells heads and drafters what happened to a report, in the transaction of its act."""

from uuid import UUID

from backend.core import formats
from backend.core.actors import Actor
from backend.force.notices import telling
from backend.force.queries import units as unit_queries
from backend.force.units import service as units
from backend.insight.queries import reports as queries
from backend.insight.reports.owned import title
from backend.insight.rules.reports.facts import Report
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.planning.plans.telling import heads_in
from schemas.core.problems import Text
from schemas.insight import reports as acts

_TOLD = acts.ReportSentUp | acts.ReportSentBack | acts.ReportIssued | acts.ReportTakenOver
_SAID = 300
"""The most letters of a reason in a notice; all of it is in the report's history."""


async def follow(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Tell who must know of an act of a report."""
    content = parsed.content
    if not isinstance(content, _TOLD):
        return
    report = await queries.find(parsed.act.record.id)
    if report is None:
        return
    what = title(report)
    unit = await units.name_of(report.unit_id)
    above = await heads_in([report.sent_to]) if report.sent_to else set()
    match content:
        case acts.ReportSentUp():
            key = "report.sent_up" if report.replaces is None else "report.corrected"
            await _tell(report, above, key, {"what": what, "unit": unit}, actor)
        case acts.ReportSentBack():
            told = {report.begun_by, *await heads_in([report.unit_id])}
            words: dict[str, str | Text] = {
                "what": what,
                "by": actor.full_name,
                "reason": content.reason[:_SAID],
            }
            await _tell(report, told, "report.sent_back", words, actor)
        case acts.ReportTakenOver():
            # Of a closed unit its successor hears: nobody serves in the unit any more.
            row = await unit_queries.find(report.unit_id)
            successor = [row.successor_id] if row and row.successor_id else []
            told = await heads_in([report.unit_id, *successor]) | {report.begun_by}
            words = {"what": what, "by": actor.full_name, "reason": content.reason[:_SAID]}
            await _tell(report, told, "report.taken_over", words, actor)
        case acts.ReportIssued():
            words = {
                "what": what,
                "unit": unit,
                "number": content.number,
                "day": formats.day(content.issued_on),
            }
            await _tell(report, above, "report.issued", words, actor)


async def _tell(
    report: Report, officers: set[UUID], key: str, words: dict[str, str | Text], actor: Actor
) -> None:
    readers = sorted(officers - {actor.officer_id})
    await telling.tell(readers, "report", report.id, key, words)
