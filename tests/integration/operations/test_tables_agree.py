"""backend/*/tables picture what backend/operations/migrations builds: column by column, both ways.

Every column is written twice, in SQL and as a Piccolo column (docs/decisions/0008). This is what
keeps the second from becoming a story about an earlier first.
"""

import re
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
from piccolo.columns import ForeignKey
from piccolo.table import Table

from backend.piccolo_app import TABLES
from tests.support.databases import Database

# Made and migrated by the queue's own library; its rows are never ours to read or write.
FOREIGN = re.compile(r"pgqueuer.*")

# Piccolo's name of a type -> PostgreSQL's.
TYPES = {
    "UUID": "uuid",
    "UUID[]": "uuid[]",
    "TEXT": "text",
    "TEXT[]": "text[]",
    "TIMESTAMPTZ": "timestamp with time zone",
    "DATE": "date",
    "BOOLEAN": "boolean",
    "SMALLINT": "smallint",
    "INTEGER": "integer",
    "BIGINT": "bigint",
    "BIGSERIAL": "bigint",
    "SERIAL": "integer",
    "BYTEA": "bytea",
    "JSONB": "jsonb",
    "INET": "inet",
    "TSVECTOR": "tsvector",
    "XID8": "xid8",
    "DOUBLE PRECISION": "double precision",
}

COLUMNS = """
SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS type,
       NOT a.attnotnull AS nullable, a.atthasdef OR a.attidentity <> '' AS has_default,
       EXISTS (SELECT FROM pg_constraint p WHERE p.conrelid = c.oid AND p.contype = 'p'
               AND a.attnum = ANY (p.conkey)) AS in_key,
       (SELECT f.confrelid::regclass::text FROM pg_constraint f WHERE f.conrelid = c.oid
        AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]) AS refers_to
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND a.attnum > 0 AND NOT a.attisdropped
"""

# A column's allowed words, as PostgreSQL prints the check: CHECK ((kind = ANY (ARRAY['a'::text, …])))
WORDS = """
SELECT c.relname AS table_name, a.attname AS column_name, pg_get_constraintdef(k.oid) AS definition
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_attribute a ON a.attrelid = c.oid AND k.conkey = ARRAY[a.attnum]
WHERE k.contype = 'c' AND c.relnamespace = 'public'::regnamespace
"""


@pytest.fixture
async def owner(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection of the schema's owner."""
    connection = await asyncpg.connect(database.owner_dsn)
    yield connection
    await connection.close()


def pictured(column: Any) -> dict[str, Any]:
    """What a Piccolo column says of itself, in PostgreSQL's words."""
    reference = None
    if isinstance(column, ForeignKey):
        reference = column._foreign_key_meta.resolved_references._meta.tablename
    return {
        "type": TYPES[column.column_type],
        "nullable": column._meta.null,
        "has_default": column.default is not None,
        "in_key": column._meta.primary_key,
        "refers_to": reference,
    }


async def test_every_column_agrees_both_ways(owner: asyncpg.Connection) -> None:
    in_database = {
        (row["table_name"], row["column_name"]): {
            key: row[key] for key in ("type", "nullable", "has_default", "in_key", "refers_to")
        }
        for row in await owner.fetch(COLUMNS)
        if not FOREIGN.fullmatch(row["table_name"])
    }
    in_tables = {
        (table._meta.tablename, column._meta.db_column_name): pictured(column)
        for table in TABLES
        for column in table._meta.columns
    }
    assert in_tables == in_database


async def test_a_column_with_named_words_allows_exactly_these(owner: asyncpg.Connection) -> None:
    allowed = {
        (row["table_name"], row["column_name"]): set(re.findall(r"'([^']*)'", row["definition"]))
        for row in await owner.fetch(WORDS)
        if "ANY (ARRAY[" in row["definition"]
    }
    named = {
        (table._meta.tablename, column._meta.db_column_name): {
            member.value for member in column._meta.choices
        }
        for table in TABLES
        for column in table._meta.columns
        if column._meta.choices is not None
    }
    checked = named.keys() & allowed.keys()
    assert {key: named[key] for key in checked} == {key: allowed[key] for key in checked}
    assert len(checked) >= 4


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.tablename)
def test_every_column_and_table_is_explained(table: type[Table]) -> None:
    assert table.__doc__
    unexplained = [
        column._meta.name for column in table._meta.columns if not column._meta.help_text
    ]
    assert unexplained == []


async def test_a_table_can_be_read_through_piccolo(pool: None) -> None:
    from backend.ledger.tables.installation import Installation

    row = await Installation.select().first()
    assert row is not None
    assert row["only_row"] is True
