"""The made-up force: filled once, through the one door, with accounts that only their owner reads."""

import json
import stat
from pathlib import Path

import asyncpg
import msgspec
import pytest
from stdnum.vn import mst

from backend.core import database as database_module
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from deploy.demo import accounts, day, force
from deploy.demo.demo_data import BUSINESSES, OFFICERS, UNITS
from deploy.failures import Failure
from schemas.core.vocabulary import Role, SubjectKind
from tests.support.databases import Database
from tests.support.signing import paper


@pytest.fixture
def demonstration(settings: Settings, database: Database, tmp_path: Path) -> Settings:
    """Settings by which the force is filled in: with the owner's address and a data folder."""
    return msgspec.structs.replace(
        settings, owner_database_url=database.owner_dsn, data_dir=tmp_path
    )


@pytest.mark.long
async def test_the_force_is_filled_once_and_marked(
    demonstration: Settings, database: Database
) -> None:
    await force.load(demonstration)
    await force.load(demonstration)
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        assert await connection.fetchval("SELECT is_demonstration FROM installation")
        assert await connection.fetchval("SELECT count(*) FROM units") == len(UNITS)
        assert await connection.fetchval("SELECT count(*) FROM officers") == len(OFFICERS)
        assert await connection.fetchval("SELECT count(*) FROM credentials") == len(OFFICERS)
        assert await connection.fetchval("SELECT count(*) FROM subjects") == len(BUSINESSES) + len(
            day.BUSINESSES
        )
        states = await connection.fetch("SELECT state, count(*) FROM inspections GROUP BY 1")
        assert {row["state"]: row["count"] for row in states} == {
            "decided": 8,
            "announced": 1,
            "submitted": 5,
            "approved": 3,
        }
        unrecorded = await connection.fetchval(
            "SELECT count(*) FROM officers o WHERE NOT EXISTS"
            " (SELECT 1 FROM ledger_entries e WHERE e.record_id = o.id)"
        )
        assert unrecorded == 0
        certified = await connection.fetch(
            "SELECT o.username FROM officer_certificates c JOIN officers o ON o.id = c.officer_id"
        )
        signers = [each.username for each in OFFICERS if accounts.signs(each)]
        assert sorted(row["username"] for row in certified) == sorted(signers)
        sealing = await connection.fetch(
            "SELECT u.code FROM officer_certificates c JOIN units u ON u.id = c.unit_id"
        )
        clerks = {each.unit for each in OFFICERS if Role.CLERK in each.roles}
        assert sorted(row["code"] for row in sealing) == sorted(clerks)
        delegated = await connection.fetch(
            "SELECT g.username AS giver, r.username AS receiver, e.username AS enterer, k.username AS confirmer,"
            " d.valid_from < current_date AND d.ended_on IS NULL AS in_force FROM delegations d"
            " JOIN officers g ON g.id = d.giver_id JOIN officers r ON r.id = d.receiver_id"
            " JOIN officers e ON e.id = d.entered_by LEFT JOIN officers k ON k.id = d.confirmed_by"
        )
        assert [tuple(row.values()) for row in delegated] == [
            ("hn.giang", "hn.hai", "hn.thuy", "hn.giang", True)
        ]
    finally:
        await connection.close()


@pytest.mark.long
async def test_a_demonstration_s_supervisor_signs_by_his_passphrase(
    demonstration: Settings, pool: None, tmp_path: Path
) -> None:
    await database_module.stop()  # the force opens a pool of its own
    await force.load(demonstration)
    await database_module.start(demonstration.database_url, size=2)
    known = accounts.make(tmp_path)
    username, account = next((n, a) for n, a in known.items() if a.role == Role.SUPERVISOR)
    officer = await database_module.fetchval(
        "SELECT id FROM officers WHERE username = $1", username
    )
    assert account.signing_passphrase
    opened = await signing.open_certificate(officer, account.signing_passphrase)
    made = await signing.sign_pdf(paper(), opened, "Ban hành", "Hà Nội", "NguoiKy")
    assert made.level == "B-LTA"
    assert [verdict.valid for verdict in await signing.validate_pdf(made.data)] == [True]


@pytest.mark.long
async def test_the_first_inspector_has_a_day_s_work_and_one_business_was_caught_twice(
    demonstration: Settings, database: Database
) -> None:
    await force.load(demonstration)
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        waiting = await connection.fetchval(
            "SELECT count(*) FROM inspections i JOIN inspection_team t ON t.inspection_id = i.id"
            " JOIN officers o ON o.id = t.officer_id WHERE o.username = $1 AND i.state = 'decided'",
            OFFICERS[0].username,
        )
        assert waiting >= 4
        caught = await connection.fetch(
            "SELECT i.subject_name, count(*) FROM inspections i JOIN minutes m ON m.act_id = i.minutes_id"
            " WHERE jsonb_array_length(m.fields -> 'violations') > 0 GROUP BY 1"
        )
        assert sorted(row["count"] for row in caught) == [1, 2]  # once at the one with goods seized
        doubts = await connection.fetch(
            "SELECT verdicts FROM ledger_entries WHERE device_id IS NOT NULL"
            " AND (verdicts ->> 'signature' <> 'ok' OR verdicts ->> 'sequence' <> 'ok')"
        )
        assert doubts == []
    finally:
        await connection.close()


@pytest.mark.long
async def test_a_cut_start_is_repeated_with_the_same_accounts(
    demonstration: Settings, tmp_path: Path
) -> None:
    before = accounts.make(tmp_path)
    await force.load(demonstration)
    assert accounts.make(tmp_path) == before


@pytest.mark.long
async def test_a_demonstration_from_before_there_were_clerks_and_lawyers_gets_them_and_keeps_the_rest(
    demonstration: Settings,
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    new = {Role.CLERK, Role.LEGAL}
    before = tuple(each for each in OFFICERS if new.isdisjoint(each.roles))
    with monkeypatch.context() as then:
        then.setattr(accounts, "OFFICERS", before)
        then.setattr(force, "OFFICERS", before)
        await force.load(demonstration)
        known = accounts.make(tmp_path)
    await force.load(demonstration)
    later = accounts.make(tmp_path)
    assert {name: later[name] for name in known} == known
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        rows = await connection.fetch(
            "SELECT o.username, o.officer_number FROM officers o JOIN credentials c"
            " ON c.officer_id = o.id"
        )
        clerks = await connection.fetch(
            "SELECT o.username FROM officers o JOIN officer_roles r ON r.officer_id = o.id"
            " WHERE r.role IN ('clerk', 'legal')"
        )
    finally:
        await connection.close()
    assert len(rows) == len(OFFICERS) == len({row["officer_number"] for row in rows})
    assert {row["username"] for row in clerks} == set(later) - set(known) != set()


async def test_a_demonstration_is_not_mixed_with_real_people(
    demonstration: Settings, people: object
) -> None:
    with pytest.raises(Failure, match="holds real people"):
        await force.load(demonstration)


def test_accounts_are_for_their_owner_only_and_name_every_role(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accounts.make(tmp_path)
    assert stat.S_IMODE((tmp_path / accounts.FILE).stat().st_mode) == 0o600
    assert accounts.show(tmp_path, as_json=True) == 0
    rows = json.loads(capsys.readouterr().out)
    keys = {"username", "password", "totp_secret", "role", "unit", "signing_passphrase"}
    assert all(set(row) == keys for row in rows)
    assert {row["role"] for row in rows} == set(Role)
    assert len({row["password"] for row in rows}) == len(rows)


def test_who_signs_has_a_passphrase_and_an_older_file_gets_them_and_keeps_the_rest(
    tmp_path: Path,
) -> None:
    first = accounts.make(tmp_path)
    signers = {
        each.username for each in OFFICERS if accounts.signs(each) or Role.CLERK in each.roles
    }  # a clerk has the passphrase of the agency's certificate
    assert {name for name, account in first.items() if account.signing_passphrase} == signers
    rows = json.loads((tmp_path / accounts.FILE).read_text())
    for row in rows:
        del row["signing_passphrase"]
    (tmp_path / accounts.FILE).write_text(json.dumps(rows))
    later = accounts.make(tmp_path)
    assert {name for name, account in later.items() if account.signing_passphrase} == signers
    assert {name: each.password for name, each in later.items()} == {
        name: each.password for name, each in first.items()
    }
    assert accounts.make(tmp_path) == later


def test_accounts_are_refused_where_there_is_no_demonstration(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="not a demonstration"):
        accounts.show(tmp_path, as_json=True)


def test_the_invented_tax_codes_satisfy_their_check_digit() -> None:
    everyone = (*BUSINESSES, *day.BUSINESSES)
    assert len({each.tax_code for each in everyone}) == len(everyone)
    codes = [each.tax_code for each in everyone if each.kind is SubjectKind.ORGANISATION]
    assert codes
    assert all(mst.is_valid(code) for code in codes)
    personal = [each.tax_code for each in everyone if each.kind is SubjectKind.HOUSEHOLD]
    assert all(len(code) == 12 and code.isdecimal() for code in personal)
