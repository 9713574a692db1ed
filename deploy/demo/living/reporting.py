"""Plays how units report at the end of the history: each act by its own officer, at its own hour.

It comes after everything else is played and counted, so that what a report says is what happened.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from backend.core import clock, database
from backend.core.actors import Actor
from backend.core.errors import DomainError
from backend.documents.record_papers import service as papers
from backend.force.notices import service as notices
from backend.force.units import service as units
from backend.insight.figures import counting
from backend.insight.reports import service as reports
from backend.insight.reports import views
from backend.law.deadlines import service as deadlines
from backend.ledger import sealer
from backend.ledger import service as ledger
from backend.operations.demonstration import service as demonstration
from deploy.demo.living import report_words as words
from deploy.demo.phone import Account
from deploy.demo.stories import people, reporting
from deploy.demo.stories.reporting import Reported, What
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RecordPaperState

_READ_AFTER = timedelta(days=3)
_LOOKS, _BETWEEN = 40, 0.5
"""How often, and after how many seconds, it looks whether all is counted: a worker may be at it."""
_DRAFTS_AT_THE_CENTRE, _HEADS_THE_CENTRE = "tw.ninh", "tw.minh"
_DRAFTS_THE_THEME = "hn.khoi"
_PAPER = "BC-DK"
_ROW = "informations"
"""The figure whose value is corrected."""


class Reporting:
    """Plays the part of the reports."""

    def __init__(
        self,
        known: Mapping[str, Account],
        actor: Callable[[str], Awaitable[Actor]],
        note: Callable[[str], None],
    ) -> None:
        """`actor` finds an officer; `note` keeps what was left out."""
        self._known = known
        self._actor = actor
        self._note = note
        self._units: dict[str, UUID] = {}

    async def play(self) -> bool:
        """Play what is left, and tell whether the whole history is played now."""
        [mine] = [one for one in await demonstration.parts() if one.part == reporting.PART]
        left = reporting.told(mine.until, deadlines.calendar())[mine.played :]
        self._units = {unit.code: unit.id for unit in await units.list_tree()}
        await _counted()
        for place, story in enumerate(left, mine.played + 1):
            await self._entered(story, place, mine.until)
        return await demonstration.end(reporting.PART)

    async def _entered(self, story: Reported, played: int, until: datetime) -> None:
        """Enter a story whole, or leave it out if a rule of another day refuses it."""
        try:
            if story.what is What.SIGNED:
                await self._sign(story)  # opens its transactions itself
            async with database.transaction():
                await database.execute("SET LOCAL synchronous_commit = off")
                await self._enter(story, until)
                await demonstration.count(reporting.PART, played)
                await notices.read_before(until - _READ_AFTER)
                await sealer.seal_here()
        except (DomainError, ValueError) as error:  # ValueError: an hour that has not come yet
            self._note(f"left out: {story}: {error}\n")
            await demonstration.count(reporting.PART, played)
        finally:
            clock.show(None)

    async def _enter(self, story: Reported, until: datetime) -> None:
        clock.show(story.starts)
        match story.what:
            case What.SENT | What.LATE | What.BACK:
                await self._of_team(story, until)
            case What.CORRECTED:
                await self._correct(story)
            case What.MERGED:
                await self._of_department(story)
            case What.SUBMITTED:
                await self._submit(story, await self._actor(_DRAFTS_AT_THE_CENTRE))
            case What.WAITS:
                await self._submit(story, await self._actor(_DRAFTS_THE_THEME))

    async def _of_team(self, story: Reported, until: datetime) -> None:
        leader, writer, _ = [await self._actor(name) for name in people.TEAMS[story.unit]]
        report_id = await self._written(story, writer)
        if report_id is None:
            return
        clock.show(story.after(25))
        late = words.LATE if story.what is What.LATE else None
        await _send(report_id, leader, late)
        if story.what is not What.BACK or story.after(330) >= until:
            return
        clock.show(story.after(120))
        head = await self._actor(people.HEADS[story.unit[:2]])
        revision = (await views.view(report_id, head)).sent_revision or ""
        ledger.unwrap(await reports.send_back(report_id, revision, words.BACK, head))
        clock.show(story.after(300))
        said = words.text("assessment", story) + words.MENDED
        ledger.unwrap(await reports.write_text(report_id, "assessment", said, writer))
        clock.show(story.after(330))
        await _send(report_id, leader)

    async def _correct(self, story: Reported) -> None:
        """Correct what was sent: a value that was counted stands beside the stated one, with its reason."""
        leader, writer, _ = [await self._actor(name) for name in people.TEAMS[story.unit]]
        sent = await self._there(story, leader)
        if sent is None:
            return
        fresh = await reports.correct(sent, words.CORRECTED, writer)
        clock.show(story.after(10))
        view = await views.view(fresh, writer)
        table = view.tables[0]
        row = next(place for place, one in enumerate(table.rows) if one.figure == _ROW)
        value = (table.rows[row].cells[0].counted or 0) + 1
        stated = await reports.state_value(
            fresh, table.part, row, 0, value, writer, words.CORRECTED
        )
        ledger.unwrap(stated)
        said = words.text("situation", story) + words.ADDED
        ledger.unwrap(await reports.write_text(fresh, "situation", said, writer))
        clock.show(story.after(25))
        await _send(fresh, leader)

    async def _of_department(self, story: Reported) -> None:
        deputy = await self._actor(people.DEPUTIES[story.unit])
        report_id = await self._written(story, deputy)
        if report_id is None:
            return
        clock.show(story.after(20))
        ledger.unwrap(await reports.take(report_id, deputy))
        clock.show(story.after(95))
        await _send(report_id, await self._actor(people.HEADS[story.unit]))

    async def _submit(self, story: Reported, drafter: Actor) -> None:
        """Write a report, finalise its paper and submit it: it waits for the head's signature."""
        report_id = await self._written(story, drafter)
        if report_id is None:
            return
        clock.show(story.after(25))
        if story.unit == reporting.CENTRE:
            ledger.unwrap(await reports.take(report_id, drafter))
        clock.show(story.after(40))
        document_id, outcome = await papers.begin(RecordKind.REPORT, report_id, _PAPER, drafter)
        ledger.unwrap(outcome)
        paper = await papers.read(document_id, drafter, None)
        ledger.unwrap(await papers.finalise(document_id, paper.fields_hash, drafter))
        revision = (await views.view(report_id, drafter)).revision
        ledger.unwrap(await reports.submit(report_id, revision, words.SUBMITTED, drafter))

    async def _sign(self, story: Reported) -> None:
        """Sign the paper of a report that waits for it: its number and its issue follow from that."""
        head = await self._actor(_HEADS_THE_CENTRE)
        async with database.transaction():
            report_id = await self._there(story, head)
            if report_id is None:
                return
            found = await papers.of_record(RecordKind.REPORT, report_id, head)
            final = [one for one in found.rows if one.state is RecordPaperState.FINAL]
            if not final:
                return  # signed before an interruption
            paper = await papers.read(final[0].id, head, None)
        clock.show(story.starts)
        word = self._known[head.username].signing_passphrase
        await papers.sign(final[0].id, paper.fields_hash, word, head)

    async def _written(self, story: Reported, by: Actor) -> UUID | None:
        """Begin and fill a report and write its texts; None if somebody began it already."""
        if await self._there(story, by) is not None:
            return None
        unit_id = self._units[story.unit]
        report_id, outcome = await reports.begin(
            story.definition, unit_id, story.first, story.last, by
        )
        ledger.unwrap(outcome)
        ledger.unwrap(await reports.fill(report_id, by))
        clock.show(story.after(15))
        for one in (await views.view(report_id, by)).texts:
            said = words.text(one.part, story)
            if said:
                ledger.unwrap(await reports.write_text(report_id, one.part, said, by))
        return report_id

    async def _there(self, story: Reported, by: Actor) -> UUID | None:
        unit_id = self._units[story.unit]
        return await reports.find(story.definition, unit_id, story.first, story.last, by)


async def _send(report_id: UUID, by: Actor, late: str | None = None) -> None:
    revision = (await views.view(report_id, by)).revision
    ledger.unwrap(await reports.send_up(report_id, revision, by, late))


async def _counted() -> None:
    """Count what is sealed, or wait until a worker has: it counts alone."""
    for _ in range(_LOOKS):
        await counting.count_all()
        if not await counting.waiting_acts():
            return
        await asyncio.sleep(_BETWEEN)
