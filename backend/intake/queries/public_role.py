"""What the role of the citizens' form may do in its database beyond its five functions. It should be nothing."""

from typing import Any, Final

FUNCTIONS: Final = frozenset(
    {
        "public_form.take_turn(bytea,double precision,double precision)",
        "public_form.put_report(uuid,bytea,bytea,smallint)",
        "public_form.put_photograph(uuid,smallint,bytea)",
        "public_form.report_told(bytea[])",
        "public_form.ask_to_withdraw(bytea[])",
    }
)
"""All that it may call outside PostgreSQL's own catalogue."""
_SCHEMAS_OF_THE_SERVER = "('pg_catalog', 'information_schema')"
_EXCESS: Final = f"""
WITH ours AS (
    SELECT oid, nspname FROM pg_namespace
    WHERE nspname NOT IN {_SCHEMAS_OF_THE_SERVER} AND nspname !~ '^pg_(toast|temp)'
), role AS (SELECT * FROM pg_roles WHERE rolname = current_user)
SELECT 'role: ' || what FROM role, unnest(
    ARRAY['superuser', 'create roles', 'create databases', 'replication', 'bypass row security'],
    ARRAY[rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls]) AS t(what, has) WHERE has
UNION ALL
SELECT 'member of ' || roleid::regrole FROM pg_auth_members WHERE member = (SELECT oid FROM role)
UNION ALL
SELECT 'database: ' || what FROM unnest(ARRAY['CREATE', 'TEMPORARY']) AS what
WHERE has_database_privilege(current_database(), what)
UNION ALL
SELECT 'schema ' || nspname || ': ' || what FROM ours, unnest(ARRAY['USAGE', 'CREATE']) AS what
WHERE has_schema_privilege(oid, what) AND (nspname, what) <> ('public_form', 'USAGE')
UNION ALL
SELECT 'table ' || nspname || '.' || relname || ': ' || what
FROM pg_class c JOIN ours ON ours.oid = c.relnamespace,
    unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS what
WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND has_any_column_privilege(c.oid, what)
UNION ALL
SELECT 'table ' || nspname || '.' || relname || ': ' || what
FROM pg_class c JOIN ours ON ours.oid = c.relnamespace, unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER']) AS what
WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege(c.oid, what)
UNION ALL
SELECT 'sequence ' || nspname || '.' || relname
FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
WHERE CASE WHEN relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE, SELECT, UPDATE') END
UNION ALL
SELECT 'function ' || p.oid::regprocedure
FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
WHERE has_function_privilege(p.oid, 'EXECUTE') AND has_schema_privilege(p.pronamespace, 'USAGE')
    AND p.oid::regprocedure::text <> ALL ($1::text[])
UNION ALL
SELECT 'owns ' || classid::regclass || ' ' || objid FROM pg_shdepend
WHERE refclassid = 'pg_authid'::regclass AND refobjid = (SELECT oid FROM role) AND deptype = 'o'
ORDER BY 1
"""
_LACKING: Final = """
SELECT name FROM unnest($1::text[]) AS name
WHERE to_regprocedure(name) IS NULL OR NOT has_function_privilege(name, 'EXECUTE') ORDER BY 1
"""


_UNLIMITED: Final = """
SELECT name FROM unnest(ARRAY['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) AS name
WHERE current_setting(name) = '0'
"""


async def unlimited(connection: Any) -> list[str]:
    """Return the time-outs that connections of the role lack. Any but 0 will do."""
    return [row[0] for row in await connection.fetch(_UNLIMITED)]


async def excess(connection: Any) -> list[str]:
    """Return each right that the connection's role has beyond FUNCTIONS, in words for an operator."""
    return [row[0] for row in await connection.fetch(_EXCESS, sorted(FUNCTIONS))]


async def lacking(connection: Any) -> list[str]:
    """Return those of FUNCTIONS that the connection's role may not call."""
    if not await connection.fetchval("SELECT has_schema_privilege('public_form', 'USAGE')"):
        return sorted(FUNCTIONS)
    return [row[0] for row in await connection.fetch(_LACKING, sorted(FUNCTIONS))]
