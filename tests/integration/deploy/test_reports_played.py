"""The reports of a demonstration's history, played by the cast through the one door."""

import dataclasses
from collections import Counter
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.insight.reports import views
from backend.law.deadlines import service as deadlines
from backend.operations.demonstration import service as demonstration
from deploy.demo.living.reporting import Reporting
from deploy.demo.stories import reporting
from deploy.demo.stories.reporting import Reported, What
from schemas.core.vocabulary import Role
from schemas.insight.words import ReportState
from tests.support import decision_papers, plans_made
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, authority

pytestmark = pytest.mark.long
PLAYED_BY = {"0102": "0101", "0103": "0102", "7902": "4801"}
"""The cast has three teams: what happens to these happens to theirs."""


def wanted() -> list[Reported]:
    """What happens until now, as far as the cast has the units."""
    found = reporting.told(clock.now(), deadlines.calendar())
    [month] = {one.last for one in found if one.what is What.CORRECTED}
    kept = []
    for one in found:
        usual = one.last != month or one.definition != "monthly"
        teams = {"0101": "0101", "4801": "4801"} if usual else PLAYED_BY
        units = {"00": "00", "01": "01", "48": "48", **teams}
        if one.unit in units:
            kept.append(dataclasses.replace(one, unit=units[one.unit]))
    return kept


async def test_units_report_in_time_late_again_and_corrected_and_the_centres_is_signed(
    app: Litestar,
    people: People,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del app
    head = await plans_made.national_head(people)
    with clock.shown(
        clock.now() - timedelta(days=90)
    ):  # certificates are older than what they sign
        issuer = authority(tmp_path)
        signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
        await decision_papers.certified(head, issuer)
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.em.id
    )
    em = dataclasses.replace(people.em, roles=(Role.TEAM_LEADER, Role.INSPECTOR))
    cast: dict[str, Person] = {
        **dict.fromkeys(("hn1.dung", "hn1.diep", "hn1.huy"), people.chi),
        **dict.fromkeys(("hn2.phuc", "hn2.khue", "hn2.long"), em),
        **dict.fromkeys(("dn1.uyen", "dn1.phong", "dn1.son"), people.duyen),
        **dict.fromkeys(("dn.vinh", "dn.yen"), people.ho),
        **dict.fromkeys(("tw.minh", "tw.ninh"), head),
        "hn.giang": people.giang,
        "hn.hai": people.hai,
        "hn.khoi": people.phuc,
    }
    told, noted = wanted(), list[str]()
    monkeypatch.setattr(reporting, "told", lambda *_: told)
    account = dataclasses.replace(head.account, signing_passphrase=PASSPHRASE)
    async with transaction():
        await demonstration.begin(reporting.PART, clock.now(), len(told))

    async def actor(username: str) -> Actor:
        return cast[username].actor("desk")

    assert await Reporting({account.username: account}, actor, noted.append).play()
    assert noted == [], "nothing was refused"
    async with transaction():
        rows, _ = await views.page(head.actor("desk"), views.ReportFilters(), limit=100)
        states = Counter(one.state for one in rows)
        [late] = [one for one in rows if one.late]
        [new] = [one for one in rows if one.replaces is not None]
        [waits] = [one for one in rows if one.state is ReportState.READY]
        found = await views.differences(new.id, people.ho.actor("desk"))
        issued = [one for one in rows if one.state is ReportState.ISSUED]
        merged = next(
            one
            for one in rows
            if one.unit_id == people.ho.unit.unit_id and one.definition == "monthly"
        )
        own = await views.view(merged.id, people.ho.actor("desk"))
    assert states.keys() == {
        ReportState.SENT_UP,
        ReportState.ISSUED,
        ReportState.CORRECTED,
        ReportState.READY,
    }
    assert (late.unit_id, late.late_reason is not None) == (em.unit.unit_id, True)
    assert found is not None
    assert found.cells
    assert [one.title.vi for one in found.texts] == ["Tình hình thị trường"]
    assert waits.unit_id == people.giang.unit.unit_id
    assert len({one.number for one in issued}) == 3, "each has its own number"
    assert own.taken is not None
    assert [one.report_id for one in own.taken] == [new.id], "the corrected one was merged"
    back = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE act_type = 'report.sent_back'"
    )
    assert back == 1
