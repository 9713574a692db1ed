"""An older version of a form is no free choice: it leaves out what the newer one is compared in.

As on an installation that has the newer versions for ten days.
"""

import json
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from backend.documents import forms
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.support import cases_made, factories, site_papers
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture
async def ten_days(database: Database) -> None:
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute("UPDATE form_releases SET released_at = now() - interval '10 days'")
    await owner.close()


def example(name: str) -> dict[str, Any]:
    text = (site_papers.EXAMPLES / f"{name}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def old_writing(document_id: str) -> dict[str, Any]:
    fields = example("MBB01.1")
    return {"document_id": document_id, "form": "MBB01", "form_version": 1, "fields": fields}


@pytest.mark.usefixtures("ten_days")
async def test_minutes_on_an_old_form_are_kept_aside_until_a_head_admits_them(
    people: People,
) -> None:
    work = await factories.announced(people)
    document = str(uuid4())
    outcome = await work.act("document.written", old_writing(document))
    assert outcome.quarantine is not None
    assert outcome.quarantine.code == "form_outdated"
    assert "cập nhật ứng dụng" in outcome.quarantine.text.vi
    newer = await work.act("document.written", site_papers.writing(str(uuid4())))
    assert newer.quarantine is None


async def test_a_paper_of_the_day_of_the_release_counts(people: People) -> None:
    """A phone may have begun it before the newer form reached it."""
    work = await factories.announced(people)
    outcome = await work.act("document.written", old_writing(str(uuid4())))
    assert outcome.quarantine is None


@pytest.mark.usefixtures("ten_days")
@pytest.mark.parametrize("form", ["MBB01", "MQĐ02"])
async def test_no_paper_on_an_old_form_is_begun_through_the_door(people: People, form: str) -> None:
    case = await cases_made.inspected(people)
    fields = example(f"{form}.1")
    draft = case_side_acts.DocumentDrafted(
        document_id=new_id(), form=form, form_version=1, fields=fields, replaces=None
    )
    found = await case.refused(CaseAct.DOCUMENT_DRAFTED, draft, people.an)
    assert found == "case_paper_outdated"


async def test_the_database_knows_the_release_of_every_newer_version(database: Database) -> None:
    """A version without its row would be a free choice again: its migration, or `migrate`, writes it."""
    owner = await asyncpg.connect(database.owner_dsn)
    rows = await owner.fetch("SELECT form, version FROM form_releases")
    await owner.close()
    newer = {one for one in forms.known() if one[1] > 1}
    assert {(row["form"], row["version"]) for row in rows} == newer
