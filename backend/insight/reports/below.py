"""The units below whose reports a report rests on, and what each of them has."""

from datetime import date
from uuid import UUID

from backend.force.queries import units as unit_queries
from backend.force.queries.units import UnitRow
from backend.insight.queries import reports as queries
from backend.insight.queries.reports import Listed
from backend.insight.reports import defined
from backend.insight.rules.reports import complete
from backend.insight.rules.reports.facts import IN_FORCE, Content, ReportHead
from schemas.insight.reports import ReportsTaken, Taken
from schemas.insight.words import ReportState


async def units(report: ReportHead) -> list[UnitRow]:
    """Return the units at the next level below that make such reports and were in force on some day of the period.

    A unit that was closed within the period is among them, and so is its successor.
    """
    definition = await defined.of(report)
    level = min((one for one in definition.levels if one > report.path.level), default=None)
    if level is None:
        return []
    found = [
        one
        for one in await unit_queries.list_tree()
        if one.level == level
        and one.path.as_tuple()[report.path.level - 1] == report.unit_id
        and existed(one, report.first_day, report.last_day)
    ]
    return sorted(found, key=lambda one: one.code)


def existed(unit: UnitRow, first: date, last: date) -> bool:
    """Tell whether a unit was in force on some day of a period."""
    return complete.existed(unit.valid_from, unit.valid_to, first, last)


async def reports(report: ReportHead) -> dict[UUID, list[Listed]]:
    """Return the reports of each unit below for the period, oldest first; units without one have none."""
    found: dict[UUID, list[Listed]] = {one.id: [] for one in await units(report)}
    listed = await queries.of_units(
        report.definition, report.first_day, report.last_day, list(found)
    )
    for one in listed:
        found[one.unit_id].append(one)
    return found


def in_force(listed: list[Listed]) -> Listed | None:
    """Return the one of a unit's reports that was sent or issued and not replaced."""
    return next((one for one in listed if one.state in IN_FORCE), None)


async def sent_back(report: ReportHead, said: Content) -> list[UUID]:
    """Return the units whose reports this one counts on though they came back to them since.

    Those whose report is taken as it was before it came back, and those that have theirs back and sent no other. A
    unit that is left out with a reason is none of them; before any were taken none is.
    """
    if said.taken is None:
        return []
    taken = {one.unit_id: one for one in said.taken}
    left_out = {one.unit_id for one in said.left_out}
    found = []
    for unit_id, listed in (await reports(report)).items():
        mine = taken.get(unit_id)
        if mine is not None:
            now = next((one for one in listed if one.id == mine.report_id), None)
            back = now is None or now.sent_revision != mine.revision
        else:
            last = listed[-1] if listed else None
            back = in_force(listed) is None and last is not None and _is_back(last)
        if back and unit_id not in left_out:
            found.append(unit_id)
    return found


def _is_back(one: Listed) -> bool:
    return one.state is ReportState.DRAFT and one.sent_back_reason is not None


async def taken_now(report: ReportHead) -> ReportsTaken:
    """Return what a report rests on if it takes the reports of units below now."""
    taken: list[Taken] = []
    missing: list[UUID] = []
    for unit_id, listed in (await reports(report)).items():
        one = in_force(listed)
        if one is None or one.sent_revision is None or one.sent_up_at is None:
            missing.append(unit_id)
        else:
            taken.append(
                Taken(
                    report_id=one.id,
                    unit_id=unit_id,
                    revision=one.sent_revision,
                    sent_at=one.sent_up_at,
                )
            )
    return ReportsTaken(taken=taken, missing=missing)
