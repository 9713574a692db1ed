"""A supervisor's work in the newer flow of minutes, through the backend's services and
`ledger.record` (the one door)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from backend import registry
from backend.core import clock, database, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.fieldwork.inspections import issue, opinions, service
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.demo.demo_data import LEGAL_BASES
from deploy.servers import Servers
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import IssueDecision
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.phone_app.support.office import COLLEAGUE, INSPECTOR, LEADER, SUPERVISOR, Office


class Supervisor:
    """The head of the department: issues decisions of the newer flow, answers drafts, rules on
    files."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @asynccontextmanager
    async def _backend(self) -> AsyncIterator[Actor]:
        """The backend on this system's database, as used by this person at the desk. It is closed
        afterwards, because the pool belongs to the present event loop."""
        given = bootstrap.settings(Servers(DataFolder(self._office.folder)))
        registry.open_all()
        keys.load(given.keys_dir)
        await database.start(given.database_url, size=2)
        try:
            officer = await _id(SUPERVISOR)
            yield actor_of(await sessions.get_actor(officer), face="desk")
        finally:
            await database.stop()

    async def issue(self) -> str:
        """Issue a decision of the newer flow for leader, inspector and colleague; return the
        inspection."""
        place = "Số 12 ngõ Hoa Gạo, phường Mẫu Đơn, thành phố Hà Nội"
        async with self._backend() as actor, transaction():
            order = IssueDecision(
                subject=DecisionSubject(
                    subject_id=None,
                    kind=SubjectKind.ORGANISATION,
                    name="Công ty TNHH Thử Nghiệm Hoa Gạo",
                    trade_name=None,
                    tax_code="0109900016",
                    registration_number=None,
                    address=place,
                    representative="Nguyễn Văn Thử",
                    representative_title="Giám đốc",
                    phone=None,
                ),
                place=place,
                legal_bases=list(LEGAL_BASES),
                contents=["Điều kiện kinh doanh", "Nhãn hàng hóa"],
                duration_days=2,
                complex=False,
                start_on=clock.today(),
                leader_id=await _id(LEADER),
                member_ids=[await _id(INSPECTOR), await _id(COLLEAGUE)],
                no_conflict_declared=True,
            )
            return str((await issue.issue_decision(order, actor, minutes_flow=2)).inspection_id)

    async def view(self, inspection: str) -> Any:
        """The inspection as the supervisor sees it."""
        async with self._backend() as actor:
            return await service.inspection_view(UUID(inspection), actor)

    async def return_draft(self, inspection: str, field: str, words: str) -> None:
        """Return the waiting draft, with one remark on a field."""
        remark = Comment(at=CommentTarget(field=field), text=words)
        async with self._backend() as actor:
            draft = (await service.inspection_view(UUID(inspection), actor)).drafts[-1].draft
            async with transaction():
                ledger.unwrap(await opinions.return_draft(UUID(inspection), draft, [remark], actor))

    async def approve_draft(self, inspection: str) -> None:
        """Approve the waiting draft."""
        async with self._backend() as actor:
            draft = (await service.inspection_view(UUID(inspection), actor)).drafts[-1].draft
            async with transaction():
                ledger.unwrap(await opinions.approve_draft(UUID(inspection), draft, actor))

    async def ask(self, inspection: str, *points: str) -> None:
        """Ask for a supplement on these points, all about the team's opinion."""
        said = [Comment(at=CommentTarget(field="/team_opinion"), text=one) for one in points]
        async with self._backend() as actor:
            file = (await service.inspection_view(UUID(inspection), actor)).file
            assert file is not None
            async with transaction():
                ledger.unwrap(
                    await opinions.ask_supplement(UUID(inspection), file.file, said, actor)
                )

    async def agree(self, inspection: str) -> None:
        """Agree with the file in its present state."""
        async with self._backend() as actor:
            file = (await service.inspection_view(UUID(inspection), actor)).file
            assert file is not None
            async with transaction():
                ledger.unwrap(await opinions.agree(UUID(inspection), file.file, actor))

    async def withdraw(self, inspection: str, reason: str) -> None:
        """Withdraw the decision before it is announced."""
        async with self._backend() as actor, transaction():
            ledger.unwrap(await opinions.withdraw(UUID(inspection), reason, actor))


async def _id(username: str) -> UUID:
    found: UUID = await database.fetchval("SELECT id FROM officers WHERE username = $1", username)
    return found
