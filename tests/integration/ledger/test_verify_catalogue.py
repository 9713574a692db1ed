"""Whoever changes what was published in the catalogue is found: its table is recomputed from the acts."""

from datetime import date

import asyncpg
import pytest

from backend import registry
from backend.ledger import sealer
from backend.ledger.service import Accepted
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report, Verdict
from schemas.law.catalogue import ViolationWithdrawn
from tests.support.databases import Database
from tests.support.people import People
from tests.support.publishers import by_two
from tests.unit.law.catalogue.test_publishing_rules import content

pytestmark = pytest.mark.usefixtures("pool")


async def verify() -> Report:
    """Verify without objects: none are stored here."""
    return await verification.in_snapshot(None, lambda *_: None)


async def test_a_version_that_was_changed_or_smuggled_in_is_found(
    people: People, database: Database
) -> None:
    registry.open_all()
    gone = ViolationWithdrawn(
        code="ND98-15-1-a", version=1, valid_to=date(2026, 6, 1), note="Nghị định mới"
    )
    for change in (content(), content(2, valid_from=date(2026, 6, 1)), gone):
        outcome = await by_two(people, change)
        assert isinstance(outcome, Accepted), outcome
    await sealer.seal_once()
    report = await verify()
    assert report.verdict is Verdict.OK, report.findings
    intruder = await asyncpg.connect(database.superuser_dsn)
    await intruder.execute("ALTER TABLE catalogue_versions DISABLE TRIGGER ALL")
    await intruder.execute(
        "UPDATE catalogue_versions SET content = jsonb_set(content, '{fine_max_vnd}', '1') WHERE version = 2"
    )
    await intruder.execute(
        "INSERT INTO catalogue_versions (record_id, code, version, event, valid_from, content, note, act_id,"
        " officer_id, recorded_at) SELECT record_id, code, 3, event, valid_from, content, note, gen_random_uuid(),"
        " officer_id, recorded_at FROM catalogue_versions WHERE version = 2"
    )
    await intruder.close()
    report = await verify()
    assert report.verdict is Verdict.TAMPERED
    told = {finding.where for finding in report.findings}
    assert told == {f"behaviour ND98-15-1-a, version {number}" for number in (2, 3)}
