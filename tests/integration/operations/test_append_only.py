"""Every way around the ledger's append-only rule that we know of, tried on a real database.

As the application's role each attempt must end in one of three refusals and change nothing: a
missing right (42501), our deny trigger (HT001), or an identity that may not be given (428C9).
Anything else, a typing mistake included, fails the test. What the owner or a superuser can still
do, and how it is found out, is in docs/ledger/evidence.md.
"""

import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import pytest

from deploy import bootstrap
from deploy.servers import Servers
from tests.support.databases import Database
from tests.support.sampling import Sample

REFUSED = {"42501", "HT001", "428C9"}

# Table -> a column of it, for statements that must name one.
APPEND_ONLY = {
    "ledger_entries": "act",
    "ledger_leaves": "entry_hash",
    "ledger_checkpoints": "root",
    "refused_acts": "code",
    "access_log": "action",
    "custody_events": "event",
    "photo_captions": "caption",
    "refused_requests": "code",
    "places": "source",
    "minutes": "form",
    "signatures": "name",
    "submissions": "revision",
    "drafts": "draft",
    "file_supplements": "asked",
    "minutes_set_aside": "reason",
    "minutes_numbers": "number_text",
    "site_paper_codes": "code",
    "case_sheets": "title",
    "case_receipts": "number_fold",
    "case_informants": "sealed",
    "document_writings": "form",
    "document_signatures": "name",
    "catalogue_versions": "note",
    "catalogue_proposals": "reason",
    "catalogue_decrees": "reason",
    "ledger_logs": "told",
    "server_keys": "reason",
    "number_skips": "last_number",
    "number_floors": "size",
}
GUARDED = APPEND_ONLY | {"ledger_heads": "record_kind", "ledger_unsealed": "entry_hash"}

ON_A_TABLE = {
    "update": "UPDATE {t} SET {c} = {c}",
    "update_with_a_cte": "WITH u AS (UPDATE {t} SET {c} = {c} RETURNING 1) SELECT * FROM u",
    "delete": "DELETE FROM {t}",
    "delete_in_a_do_block": "DO $$ BEGIN EXECUTE 'DELETE FROM {t}'; END $$",
    "truncate": "TRUNCATE {t}",
    "truncate_cascade": "TRUNCATE {t} RESTART IDENTITY CASCADE",
    "merge_delete": "MERGE INTO {t} USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
    "merge_update": "MERGE INTO {t} USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET {c} = {c}",
    "disable_all_triggers": "ALTER TABLE {t} DISABLE TRIGGER ALL",
    "disable_user_triggers": "ALTER TABLE {t} DISABLE TRIGGER USER",
    "add_a_column": "ALTER TABLE {t} ADD COLUMN forged text",
    "drop_a_column": "ALTER TABLE {t} DROP COLUMN {c}",
    "rename": "ALTER TABLE {t} RENAME TO old_{t}",
    "take_ownership": "ALTER TABLE {t} OWNER TO hientruong_app",
    "drop": "DROP TABLE {t} CASCADE",
    "own_trigger": "CREATE TRIGGER mine BEFORE INSERT ON {t} FOR EACH ROW EXECUTE FUNCTION "
    "suppress_redundant_updates_trigger()",
    "own_rule": "CREATE RULE mine AS ON INSERT TO {t} DO INSTEAD NOTHING",
    "own_index": "CREATE UNIQUE INDEX mine ON {t} ({c})",
    "own_policy": "CREATE POLICY mine ON {t} USING (false)",
    "row_security": "ALTER TABLE {t} ENABLE ROW LEVEL SECURITY",
    "copy_from_a_program": "COPY {t} FROM PROGRAM 'true'",
    "copy_to_a_program": "COPY {t} TO PROGRAM 'cat'",
    "copy_from_a_file": "COPY {t} FROM '/dev/null'",
    "lock_everyone_out": "LOCK TABLE {t} IN ACCESS EXCLUSIVE MODE",
    "inherit_from_it": "CREATE TABLE child () INHERITS ({t})",
    "comment_on_it": "COMMENT ON TABLE {t} IS 'nothing to see'",
    "cluster": "CLUSTER {t}",
}

# Who may delete from a table may lock it.
HARMLESS = {("lock_everyone_out", "ledger_unsealed")}

AROUND = {
    "skip_triggers": "SET session_replication_role = replica",
    "become_the_owner": "SET ROLE hientruong_owner",
    "become_the_superuser": "SET SESSION AUTHORIZATION postgres",
    "give_itself_the_owner": "GRANT hientruong_owner TO hientruong_app",
    "make_itself_superuser": "ALTER ROLE hientruong_app SUPERUSER",
    "let_itself_bypass_row_security": "ALTER ROLE hientruong_app BYPASSRLS",
    "make_a_role": "CREATE ROLE helper",
    "own_schema": "CREATE SCHEMA mine",
    "own_table": "CREATE TABLE mine (x int)",
    "own_temporary_table": "CREATE TEMPORARY TABLE ledger_entries (x int)",
    "own_view": "CREATE VIEW mine AS SELECT * FROM ledger_entries",
    "own_function": "CREATE FUNCTION mine() RETURNS void LANGUAGE sql SECURITY DEFINER "
    "AS 'DELETE FROM ledger_entries'",
    "own_temporary_function": "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "own_extension": "CREATE EXTENSION dblink",
    "own_trusted_extension": "CREATE EXTENSION hstore",
    "own_event_trigger": "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION deny_change()",
    "own_publication": "CREATE PUBLICATION mine",
    "own_cast": "CREATE CAST (text AS uuid) WITHOUT FUNCTION",
    "replace_the_deny_function": "CREATE OR REPLACE FUNCTION deny_change() RETURNS trigger "
    "LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "alter_the_deny_function": "ALTER FUNCTION deny_change() RENAME TO allow_change",
    "drop_the_deny_function": "DROP FUNCTION deny_change() CASCADE",
    "replace_the_head_function": "CREATE OR REPLACE FUNCTION head_moves_forward() RETURNS trigger "
    "LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "drop_a_trigger": "DROP TRIGGER ledger_entries_append_only ON ledger_entries",
    "rename_a_trigger": "ALTER TRIGGER ledger_entries_append_only ON ledger_entries RENAME TO x",
    "disable_a_trigger_in_the_catalogue": "UPDATE pg_trigger SET tgenabled = 'D'",
    "delete_triggers_in_the_catalogue": "DELETE FROM pg_trigger",
    "hide_triggers_in_the_catalogue": "UPDATE pg_class SET relhastriggers = false",
    "change_rights_in_the_catalogue": "UPDATE pg_class SET relacl = NULL",
    "database_setting": "ALTER DATABASE postgres SET session_replication_role = replica",
    "own_setting": "ALTER ROLE hientruong_app SET session_replication_role = replica",
    "read_the_servers_files": "SELECT pg_read_file('PG_VERSION')",
    "list_the_servers_files": "SELECT pg_ls_dir('.')",
    "import_a_file": "SELECT lo_import('/etc/hostname')",
    "write_a_file": "COPY (SELECT 1) TO '/tmp/hientruong-forged'",
    "run_a_program": "COPY (SELECT 1) TO PROGRAM 'true'",
    "drop_what_it_owns_not": "DROP OWNED BY hientruong_owner CASCADE",
    "reassign": "REASSIGN OWNED BY hientruong_owner TO hientruong_app",
    "turn_the_write_ahead_log": "SELECT pg_switch_wal()",
    "take_a_replication_slot": "SELECT pg_create_physical_replication_slot('mine')",
    "change_the_era": "UPDATE installation SET era = era + 1",
    "change_the_epoch": "UPDATE installation SET epoch = gen_random_uuid()",
    "change_the_log": "UPDATE installation SET log_id = gen_random_uuid()",
    "begin_another_log": "INSERT INTO ledger_logs (era, log_id, epoch) SELECT 9, epoch, epoch FROM installation",
    "play_demonstration": "UPDATE installation SET is_demonstration = true",
    "second_installation": "INSERT INTO installation DEFAULT VALUES",
    "forge_the_migrations": "DELETE FROM migrations",
}

# These may not run inside a transaction at all, so they are tried outside one.
OUTSIDE = {
    "system_setting": "ALTER SYSTEM SET fsync = off",
    "own_database": "CREATE DATABASE mine",
    "drop_another_database": "DROP DATABASE postgres",
    "own_tablespace": "CREATE TABLESPACE mine LOCATION '/tmp'",
    "rebuild_an_index": "REINDEX TABLE ledger_entries",
}

ENTRY = (
    "record_id, number, record_kind, act_id, act_type, officer_id, made_at, received_at, act, "
    "act_hash, previous_hash, entry_hash, key_id, receipt_signature"
)
ENTRY_VALUES = (
    "gen_random_uuid(), 1, 'inspection', gen_random_uuid(), 'x', gen_random_uuid(), now(), now(), "
    "'{}', '\\x00', NULL, '\\x00', 'k', '\\x00'"
)

FORGERIES = {
    "identity": f"INSERT INTO ledger_entries (entry_id, {ENTRY}) OVERRIDING SYSTEM VALUE "
    f"VALUES (1, {ENTRY_VALUES})",
    "identity_of_a_refusal": "INSERT INTO refused_acts (id, officer_id, act, act_hash, code) "
    "OVERRIDING SYSTEM VALUE VALUES (1, gen_random_uuid(), '', '', '')",
    "time_of_a_refused_request": "INSERT INTO refused_requests (officer_id, unit_1, face, method, route, status, "
    "code, times, at) VALUES (gen_random_uuid(), gen_random_uuid(), '', '', '', 1, '', 1, '2000-01-01')",
    "identity_of_a_reading": "INSERT INTO access_log (id, officer_id, action) "
    "OVERRIDING SYSTEM VALUE VALUES (1, gen_random_uuid(), 'x')",
    "transaction_id": f"INSERT INTO ledger_entries ({ENTRY}, xid) VALUES ({ENTRY_VALUES}, '1')",
    "time_of_a_reading": "INSERT INTO access_log (officer_id, action, at) "
    "VALUES (gen_random_uuid(), 'x', '2000-01-01')",
    "time_of_a_refusal": "INSERT INTO refused_acts (officer_id, act, act_hash, code, received_at) "
    "VALUES (gen_random_uuid(), '', '', '', '2000-01-01')",
    "entry_over_another": f"INSERT INTO ledger_entries ({ENTRY}) SELECT {ENTRY} FROM ledger_entries "
    "ON CONFLICT (act_id) DO UPDATE SET act = 'forged'",
    "leaf_over_another": "INSERT INTO ledger_leaves SELECT * FROM ledger_leaves "
    "ON CONFLICT (position) DO UPDATE SET entry_hash = '\\x00'",
    "checkpoint_over_another": "INSERT INTO ledger_checkpoints SELECT * FROM ledger_checkpoints "
    "ON CONFLICT (size) DO UPDATE SET root = '\\x00'",
    "head_back": "UPDATE ledger_heads SET last_number = last_number - 1",
    "head_standing": "UPDATE ledger_heads SET last_hash = '\\x00'",
    "head_ahead": "UPDATE ledger_heads SET last_number = last_number + 2",
    "head_of_another_record": "UPDATE ledger_heads SET record_id = gen_random_uuid()",
    "head_over_another": "INSERT INTO ledger_heads SELECT * FROM ledger_heads "
    "ON CONFLICT (record_id) DO UPDATE SET last_number = 0",
    "sequence_set": "SELECT setval('ledger_entries_entry_id_seq', 1)",
    "sequence_restart": "ALTER SEQUENCE ledger_entries_entry_id_seq RESTART",
}

FILL = f"""
INSERT INTO ledger_heads (record_id, record_kind, last_number, last_hash)
    VALUES (gen_random_uuid(), 'inspection', 1, '\\x01');
INSERT INTO ledger_entries ({ENTRY}) VALUES ({ENTRY_VALUES});
INSERT INTO ledger_leaves (position, record_id, number, entry_hash)
    VALUES (0, gen_random_uuid(), 1, '\\x01');
INSERT INTO ledger_checkpoints (size, root, frontier, made_at, key_id, signature)
    VALUES (1, '\\x01', '\\x01', now(), 'k', '\\x01');
INSERT INTO refused_acts (officer_id, act, act_hash, code) VALUES (gen_random_uuid(), '', '', 'x');
INSERT INTO access_log (officer_id, action) VALUES (gen_random_uuid(), 'photo.viewed');
INSERT INTO refused_requests (officer_id, unit_1, face, method, route, status, code, times)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'desk', 'GET', '/', 404, 'not_found', 1);
"""


@dataclass(frozen=True)
class Ledger:
    """A database with one row in each table of the ledger, and who may look at it."""

    database: Database
    app: asyncpg.Connection
    superuser: asyncpg.Connection

    async def everything(self) -> str:
        """The rows, the triggers and the rights, as one text to compare."""
        parts = [
            await self.superuser.fetchval(
                f"SELECT coalesce(string_agg(t::text, '|'), '') FROM {t} t"
            )
            for t in GUARDED
        ]
        parts += await self.superuser.fetchrow(
            "SELECT (SELECT string_agg(concat(tgname, tgenabled, tgfoid), ',' ORDER BY tgrelid, tgname)"
            " FROM pg_trigger WHERE NOT tgisinternal),"
            " (SELECT string_agg(concat(relname, relacl, relowner), ',' ORDER BY relname)"
            " FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relacl IS NOT NULL)"
        )
        return "\n".join(parts)

    async def refusal(self, statement: str) -> str:
        """The SQLSTATE with which the application's role is refused; fails where it is not."""
        before = await self.everything()
        code = "none"
        transaction = self.app.transaction()
        await transaction.start()
        try:
            await self.app.execute(statement)
        except asyncpg.PostgresError as error:
            code = error.sqlstate or "unknown"
        finally:
            await transaction.rollback()
        assert await self.everything() == before
        return code


@pytest.fixture(scope="module")
async def ledger(servers: Servers, template: str) -> AsyncIterator[Ledger]:
    """One database for all attempts: none of them may leave a trace."""
    name = f"test_append_only_{uuid.uuid4().hex}"
    await bootstrap.make_database(servers, name, template)
    database = Database(
        name, servers.app_dsn(name), servers.owner_dsn(name), servers.postgres.dsn(name)
    )
    app = await asyncpg.connect(database.app_dsn)
    superuser = await asyncpg.connect(database.superuser_dsn)
    await app.execute(FILL)
    yield Ledger(database, app, superuser)
    await app.close()
    await superuser.close()
    connection = await asyncpg.connect(servers.postgres.dsn())
    await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


@pytest.mark.parametrize("attempt", ON_A_TABLE)
async def test_the_application_cannot_change_what_is_written(
    ledger: Ledger, attempt: str, sample: Sample
) -> None:
    for table in sample.of(GUARDED, one_in=4):
        if (attempt, table) in HARMLESS:
            continue
        statement = ON_A_TABLE[attempt].format(t=table, c=GUARDED[table])
        assert await ledger.refusal(statement) in REFUSED, table


@pytest.mark.parametrize("attempt", AROUND)
async def test_the_application_cannot_go_around_its_rights(ledger: Ledger, attempt: str) -> None:
    assert await ledger.refusal(AROUND[attempt]) in REFUSED


@pytest.mark.parametrize("attempt", OUTSIDE)
async def test_the_application_cannot_reach_beyond_its_database(
    ledger: Ledger, attempt: str
) -> None:
    before = await ledger.everything()
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await ledger.app.execute(OUTSIDE[attempt])
    assert await ledger.everything() == before


async def test_a_grant_to_itself_grants_nothing(ledger: Ledger, sample: Sample) -> None:
    before = await ledger.everything()
    for table in sample.of(GUARDED, one_in=4):
        # PostgreSQL answers with a warning instead of an error, so what counts is the rights after it.
        await ledger.app.execute(f"GRANT ALL ON {table} TO hientruong_app")
        assert await ledger.everything() == before, table


@pytest.mark.parametrize("attempt", FORGERIES)
async def test_the_application_cannot_forge_what_the_database_gives(
    ledger: Ledger, attempt: str
) -> None:
    assert await ledger.refusal(FORGERIES[attempt]) in REFUSED


async def test_a_head_still_moves_forward_by_one(ledger: Ledger) -> None:
    transaction = ledger.app.transaction()
    await transaction.start()
    statement = "UPDATE ledger_heads SET last_number = last_number + 1, last_hash = '\\x02'"
    assert await ledger.app.execute(statement) == "UPDATE 1"
    await transaction.rollback()


@pytest.mark.parametrize("replication_role", ["origin", "replica", "local"])
@pytest.mark.parametrize("role", ["hientruong_owner", "postgres"])
async def test_the_triggers_stop_even_the_owner_and_replica_mode(
    ledger: Ledger, role: str, replication_role: str
) -> None:
    filled = [table for table in GUARDED if table.startswith(("ledger", "refused", "access"))]
    for table in filled:
        # A head may be updated by its one step; that the step is all is tried above.
        changes = ["DELETE FROM {t}", "TRUNCATE {t}"]
        changes += ["UPDATE {t} SET {c} = {c}"] if table in APPEND_ONLY else []
        for change in changes:
            transaction = ledger.superuser.transaction()
            await transaction.start()
            await ledger.superuser.execute(
                f"SET LOCAL session_replication_role = {replication_role}"
            )
            await ledger.superuser.execute(f"SET LOCAL ROLE {role}")
            with pytest.raises(asyncpg.PostgresError, match="append_only") as refused:
                await ledger.superuser.execute(change.format(t=table, c=GUARDED[table]))
            assert refused.value.sqlstate == "HT001"
            await transaction.rollback()


async def test_the_grants_are_these_and_no_others(ledger: Ledger) -> None:
    rows = await ledger.superuser.fetch(
        "SELECT t, p FROM unnest($1::text[]) t,"
        " unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p"
        " WHERE has_table_privilege('hientruong_app', t, p)",
        list(GUARDED),
    )
    # An entry leaves the sealer's queue with its leaf; before, a trigger says no.
    assert [tuple(row) for row in rows] == [("ledger_unsealed", "DELETE")]
    columns = await ledger.superuser.fetch(
        "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0"
        " AND has_column_privilege('hientruong_app', c.oid, a.attnum, 'UPDATE')",
        list(GUARDED),
    )
    assert {tuple(row) for row in columns} == {
        ("ledger_heads", "last_number"),
        ("ledger_heads", "last_hash"),
    }


async def test_the_application_owns_nothing_and_everyone_else_has_nothing(ledger: Ledger) -> None:
    role = await ledger.superuser.fetchrow(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles"
        " WHERE rolname = 'hientruong_app'"
    )
    assert not any(role)
    owned = "SELECT count(*) FROM pg_class WHERE relowner = 'hientruong_app'::regrole"
    assert await ledger.superuser.fetchval(owned) == 0
    member = "SELECT count(*) FROM pg_auth_members WHERE member = 'hientruong_app'::regrole"
    assert await ledger.superuser.fetchval(member) == 0
    public = await ledger.superuser.fetch(
        "SELECT relname, x.privilege_type FROM pg_class, aclexplode(relacl) x"
        " WHERE relnamespace = 'public'::regnamespace AND x.grantee = 0"
    )
    assert public == []


async def test_no_foreign_key_deletes_or_rewrites_rows_by_itself(ledger: Ledger) -> None:
    acting = await ledger.superuser.fetch(
        "SELECT conname FROM pg_constraint WHERE contype = 'f'"
        " AND (confdeltype NOT IN ('a', 'r') OR confupdtype NOT IN ('a', 'r'))"
    )
    assert acting == []


async def test_only_restructuring_and_hiding_run_with_owners_rights(ledger: Ledger) -> None:
    definers = await ledger.superuser.fetch(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY 1"
    )
    # Whether a notice is hidden is no column that the application may write: triggers answer it from the tables.
    assert [row["proname"] for row in definers] == [
        "hide_notices",
        "notices_come",
        "notices_follow_the_office",
        "notices_follow_the_work",
        "notices_follow_units",
        "restructure",
        "restructure_case",
        "settle_paths",
        "settle_recent",
        "turn_notices",
    ]
