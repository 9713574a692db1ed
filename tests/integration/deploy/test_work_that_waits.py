"""What waits for each role after the first start: true counts, by the rules of who does what."""

from pathlib import Path

import msgspec
import pytest

from backend.core import database as database_module
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.force.accounts import service as account_service
from backend.insight.my_work import service as my_work
from backend.insight.my_work.service import Show, Work
from deploy.demo import force
from deploy.demo.demo_data import OFFICERS
from schemas.core.vocabulary import Role
from tests.support.databases import Database

COUNTS = {
    # username: waiting, overdue, due within 24 hours, returned
    "hn1.an": (9, 0, 1, 1),
    "hn1.dung": (8, 0, 0, 1),
    "hn.giang": (16, 1, 2, 0),
    "hn.hai": (13, 1, 2, 0),
    "hn.khoi": (2, 0, 0, 0),
    "hn.thuy": (2, 0, 0, 0),
    "tw.khanh": (2, 0, 0, 0),
    "tw.lan": (2, 0, 0, 0),
    "tw.ninh": (1, 0, 0, 0),
}
"""The file that was asked for a supplement is the inspector's and the leader's returned thing; the
time to decide of one case is over; its decision on measures alone has no limit, and is with the legal officer."""


@pytest.mark.long
async def test_each_role_s_first_page_has_true_counts_after_the_first_start(
    settings: Settings, database: Database, tmp_path: Path
) -> None:
    demonstration = msgspec.structs.replace(
        settings, owner_database_url=database.owner_dsn, data_dir=tmp_path
    )
    await force.load(demonstration)
    await force.load(demonstration)  # a second start adds nothing
    await database_module.start(demonstration.database_url, size=2)
    try:
        found = {username: await _counts(username) for username in COUNTS}
        overdue = await _page("hn.giang", Show.OVERDUE)
        first = await _page("hn.giang", Show.ALL)
        routed = await database_module.fetch(
            "SELECT kind, state, count(*) FROM approval_submissions WHERE record_kind = 'case' GROUP BY 1, 2"
        )
    finally:
        await database_module.stop()
    assert {role for name in COUNTS for role in _roles(name)} == set(Role)
    assert found == COUNTS
    assert {row.kind for row in overdue.rows} == {"case_decide"}
    assert "Dự thảo biên bản" in (first.rows[1].subject or ""), "a team waits in the shop"
    assert {(row["kind"], row["state"]): row["count"] for row in routed} == {
        ("sanction", "waiting"): 2,
        ("seizure", "waiting"): 1,
    }


def _roles(username: str) -> tuple[Role, ...]:
    return next(one.roles for one in OFFICERS if one.username == username)


async def _counts(username: str) -> tuple[int, int, int, int]:
    counts = (await _page(username, Show.ALL)).counts
    return counts.waiting, counts.overdue, counts.soon, counts.returned


async def _page(username: str, show: Show) -> Work:
    officer = await database_module.fetchval(
        "SELECT id FROM officers WHERE username = $1", username
    )
    who = await account_service.speaker(officer)
    assert who is not None
    async with transaction():
        return await my_work.page(msgspec.structs.replace(who, face="desk"), show, "")
