"""A case while it is played: who acts, whether an hour has come, papers that are drafted, signed and filed."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from backend.casework.cases import service as cases
from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.documents.signing.opening import OpenedCertificate
from backend.law.deadlines import service as deadlines
from backend.ledger import service as ledger
from deploy.demo.living import papers
from deploy.demo.living.visits import Team
from deploy.demo.stories.plan import Story
from schemas.casework.acts import beside
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.law.sanctions import Computation

Signs = Mapping[str, OpenedCertificate]
"""The open certificates of those who sign, by user name."""
TREASURY = "Kho bạc Nhà nước khu vực I"


class Course:
    """The case of a story; every step is made only if its hour has come."""

    def __init__(self, story: Story, team: Team, now: datetime, signs: Signs) -> None:
        """`now` is when the history ends."""
        self.story = story
        self.team = team
        self.now = now
        self.id = UUID(int=0)
        self._signs = signs

    def comes(self, moment: datetime) -> bool:
        """Show this moment on the clock, unless it is still to come."""
        if moment >= self.now:
            return False
        clock.show(moment)
        return True

    def comes_on(self, day: date, hour: int) -> bool:
        """Show this hour of the day, or of the next that is worked, unless it is still to come."""
        return self.comes(at(working(day), hour))

    async def act(self, kind: CaseAct, content: Wire, by: Actor) -> None:
        """Enter an act that must be accepted."""
        ledger.unwrap(await cases.act(self.id, kind, content, by))

    async def paper(
        self,
        form: str,
        by: Actor,
        typed: Mapping[str, object],
        *,
        drafter: Actor | None = None,
        of: UUID | None = None,
        computation: Computation | None = None,
        answers: Mapping[str, Any] | None = None,
    ) -> UUID:
        """Draft a paper with these fields, sign it and enter what it means; returns its id.

        `of` is the decision that it changes; `answers` is what its act needs and it does not say.
        """
        note = "" if drafter is None else "Kính trình ký."
        document = await self.draft(form, drafter or by, typed, note, of, computation)
        await self.sign(document, by, None, answers)
        return document

    async def draft(
        self,
        form: str,
        by: Actor,
        typed: Mapping[str, object],
        note: str = "",
        of: UUID | None = None,
        computation: Computation | None = None,
    ) -> UUID:
        """Draft a paper and make it ready for its signer; returns its id."""
        return await papers.draft(self.id, form, by, note, typed, computation, of)

    async def sign(
        self,
        document: UUID,
        by: Actor,
        number: int | None = None,
        answers: Mapping[str, Any] | None = None,
    ) -> None:
        """Sign a ready paper with this officer's certificate, and enter it."""
        opened = self._signs[by.username]
        await papers.sign(self.id, document, by, opened, number, answers or {})

    async def file(self, title: str, by: Actor) -> int:
        """File a sheet that was made elsewhere; returns its number."""
        filed = beside.SheetsFiled(
            title=title,
            issued_on=clock.today(),
            number=None,
            sheets=1,
            document_id=None,
            sha256=None,
        )
        await self.act(CaseAct.SHEETS_FILED, filed, by)
        _, facts = await cases.facts_of(self.id, by)
        return facts.last_sheet

    async def report(self, results: str, proposals: str) -> UUID:
        """Have the team's leader report in writing (BC) what the head decides on."""
        typed = {
            "to": "Chi cục trưởng",
            "about": "kết quả xử lý vụ việc",
            "course": "Đoàn kiểm tra đã lập biên bản và làm việc với các bên liên quan.",
            "results": results,
            "proposals": proposals,
        }
        return await self.paper("BC", self.team.leader, typed)


def working(day: date) -> date:
    """Return the day, or the next that is worked."""
    return deadlines.calendar().next_working(day)


def at(day: date, hour: int) -> datetime:
    """Return this hour of the day, seven minutes past."""
    return datetime.combine(day, time(hour, 7), local_time.VIETNAM)


def after(moment: datetime, days: int, hour: int) -> datetime:
    """Return this hour of the working day that comes so many days later, or is the next."""
    return at(working(local_time.day_of(moment) + timedelta(days=days)), hour)
