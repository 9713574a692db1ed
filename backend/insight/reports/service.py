"""Reports of a period: begun, filled, written, sent up, corrected. What pages read is in views.py.

    report_id, outcome = await reports.begin("weekly", unit_id, period.first, period.last, actor)
    await reports.fill(report_id, actor)
    outcome = await reports.send_up(report_id, view.revision, actor)

Every function runs in the caller's transaction. Those that make one act return its outcome: a refusal is kept with
its reason, so call `ledger.unwrap` after the transaction. Where several acts belong together a refusal of one is
raised as RefusedAct, and the caller's transaction undoes the others. All raise NotFound for a report out of sight.
"""

from datetime import date
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.insight.queries import reports as queries
from backend.insight.report_definitions import filling
from backend.insight.report_definitions import service as definitions
from backend.insight.reports import behalf, below, defined, marks
from backend.insight.reports.recording import record
from backend.insight.rules.reports import authority, cells
from backend.insight.rules.reports.facts import IN_FORCE, OPEN, Report
from backend.ledger import service as ledger
from backend.ledger.opened import Opened
from backend.ledger.service import Outcome
from schemas.core.ids import new_id
from schemas.insight import reports as acts
from schemas.insight.report_definitions import ReportTable
from schemas.insight.reports import FilledTable, ReportBegun, TextWritten, ValueStated
from schemas.insight.words import OnBehalf, ReportAct


async def begin(
    code: str, unit_id: UUID, first: date, last: date, actor: Actor, title: str | None = None
) -> tuple[UUID, Outcome]:
    """Begin a unit's report of a period. Raises NotFound if no such report is made of a period that ends then.

    Two who begin the same at once: the second is refused (`report_in_work`); `find` then has the first one's.
    """
    version = await definitions.in_force(code, last)
    report_id = new_id()
    content = ReportBegun(
        definition=code,
        version=version.number,
        unit_id=unit_id,
        first=first,
        last=last,
        title=title or version.definition.title.vi,
    )
    return report_id, await record(report_id, content, actor)


async def find(code: str, unit_id: UUID, first: date, last: date, actor: Actor) -> UUID | None:
    """Return a unit's report of a period: the one in work, else the one in force. None without one in sight."""
    found = await queries.alive(code, unit_id, first, last)
    for states in (OPEN, IN_FORCE):
        for one in found:
            if one.state in states and await queries.sees(one.id, actor):
                return one.id
    return None


async def fill(report_id: UUID, actor: Actor) -> Outcome:
    """Fill a draft's tables with what is counted now. What people stated stays, on top of it."""
    report = await _seen(report_id, actor)
    through, tables = await filling.fill(
        await defined.of(report), report.unit_id, report.first_day, report.last_day, actor
    )
    content = acts.ReportFilled(counted_through=through, counted_at=clock.now(), tables=tables)
    return await record(report_id, content, actor)


async def state_value(
    report_id: UUID,
    part: str,
    row: int,
    column: int,
    value: int | None,
    actor: Actor,
    reason: str | None = None,
    opened: Opened | None = None,
) -> Outcome:
    """State a value of a table, or take the statement back (None). A reason is required where a value was counted."""
    await _seen(report_id, actor)
    content = ValueStated(part=part, row=row, column=column, value=value, reason=reason)
    return await record(report_id, content, actor, opened)


async def write_text(
    report_id: UUID, part: str, text: str, actor: Actor, opened: Opened | None = None
) -> Outcome:
    """Write a part in words. `opened`: text_opened() of what the form was opened with."""
    await _seen(report_id, actor)
    return await record(report_id, TextWritten(part=part, text=text), actor, opened)


def text_opened(report_id: UUID, part: str, text: str, mark: str) -> Opened:
    """Return with what the form of a text was opened; `mark` is that of its view."""

    async def now() -> str:
        report = await queries.find(report_id)
        written = report.content.texts if report else []
        there = next((one.text for one in written if one.part == part), "")
        return marks.of_text(part, there)

    return Opened(mark=mark, made=marks.of_text(part, text), now=now)


async def take(report_id: UUID, actor: Actor) -> Outcome:
    """Take the reports that units below have sent or issued, and say which units had none.

    What they say is compared with what was counted (views.compared); it is not added up into the tables, which are
    counted for the whole unit.
    """
    report = await _seen(report_id, actor)
    return await record(report_id, await below.taken_now(report), actor)


async def leave_out(report_id: UUID, unit_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Make the report without that of a unit below, which sent none or has it back. The reason stands in the report."""
    await _seen(report_id, actor)
    return await record(report_id, acts.UnitLeftOut(unit_id=unit_id, reason=reason), actor)


async def take_over(report_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Make the report on behalf of its unit: one that is closed, that nobody heads now, or that is late."""
    report = await _seen(report_id, actor)
    why = await behalf.ground(report) or OnBehalf.LATE  # without a ground the door refuses any
    return await record(report_id, acts.ReportTakenOver(why=why, reason=reason), actor)


async def send_up(report_id: UUID, revision: str, actor: Actor, late: str | None = None) -> Outcome:
    """Send the report to the unit above, as its sender saw it (`revision` of the view)."""
    await _seen(report_id, actor)
    return await record(report_id, acts.ReportSentUp(revision=revision, late=late), actor)


async def send_back(report_id: UUID, revision: str, reason: str, actor: Actor) -> Outcome:
    """Send a report back to the unit below that sent it."""
    await _seen(report_id, actor)
    return await record(report_id, acts.ReportSentBack(revision=revision, reason=reason), actor)


async def submit(report_id: UUID, revision: str, note: str, actor: Actor) -> Outcome:
    """Close the report and submit it for approval by the route of its unit; without one, for its head's signature."""
    await _seen(report_id, actor)
    return await record(report_id, acts.ReportSubmitted(revision=revision, note=note), actor)


async def reopen(report_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Make an approved report a draft again. One that waits for an answer is withdrawn on its submission."""
    await _seen(report_id, actor)
    return await record(report_id, acts.ReportReopened(reason=reason), actor)


async def give_up(report_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Give a report up before it is sent or issued."""
    await _seen(report_id, actor)
    return await record(report_id, acts.ReportGivenUp(reason=reason), actor)


async def correct(report_id: UUID, reason: str, actor: Actor) -> UUID:
    """Begin the report that is to replace one that was sent or issued; return its id.

    It is filled with what is counted now. Texts are taken over, and so is what was stated of rows that are still
    there, each in an act of its own. On behalf of a unit it is taken over with the same reason. The old one counts
    until the new one is sent or issued. Raises RefusedAct.
    """
    old = await _seen(report_id, actor)
    fresh = new_id()
    begun = ReportBegun(
        definition=old.definition,
        version=old.version,
        unit_id=old.unit_id,
        first=old.first_day,
        last=old.last_day,
        title=old.title,
        replaces=report_id,
        reason=reason,
    )
    ledger.unwrap(await record(fresh, begun, actor))
    if authority.on_behalf(ReportAct.FILLED, old.path, actor):
        ledger.unwrap(await take_over(fresh, reason, actor))
    ledger.unwrap(await fill(fresh, actor))
    await _carry_over(old, fresh, actor)
    if old.content.taken is not None and not await _wrote_a_part(fresh, actor):
        ledger.unwrap(await take(fresh, actor))
    return fresh


async def _wrote_a_part(report_id: UUID, actor: Actor) -> bool:
    """Tell whether this officer wrote one of the reports that would be taken: then a colleague takes them."""
    taken = (await below.taken_now(await _seen(report_id, actor))).taken
    return await queries.wrote([one.report_id for one in taken], actor.officer_id)


async def _carry_over(old: Report, fresh: UUID, actor: Actor) -> None:
    new = await queries.find(fresh)
    if new is None:
        raise NotFound(what="report")
    tables, figures = cells.tables_of(await defined.of(new)), defined.figures_of(new)
    for one in old.content.statements:
        filled = cells.of_part(new.content, one.part)
        row = cells.place_of(filled)(one.row) if filled else None
        if row is not None and not _follows(tables[one.part], filled, row, one.column, figures):
            content = ValueStated(
                part=one.part, row=row, column=one.column, value=one.value, reason=one.reason
            )
            ledger.unwrap(await record(fresh, content, actor))
    for written in old.content.texts:
        content_of = TextWritten(part=written.part, text=written.text)
        ledger.unwrap(await record(fresh, content_of, actor))


def _follows(
    table: ReportTable, filled: FilledTable | None, row: int, column: int, figures: cells.Figures
) -> bool:
    """Tell whether a cell follows from others: earlier, a total could be stated too."""
    at = cells.columns_of(table, figures)[column]
    return cells.follows(cells.rows_of(table, filled)[row], at, figures)


async def _seen(report_id: UUID, actor: Actor) -> Report:
    found = await queries.find(report_id) if await queries.sees(report_id, actor) else None
    if found is None:
        raise NotFound(what="report")
    return found
