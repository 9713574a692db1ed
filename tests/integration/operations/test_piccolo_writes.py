"""Where Piccolo may not insert: it names every column, and takes one column for the whole primary key."""

import ast

import asyncpg

from backend.piccolo_app import TABLES
from tests.architecture.tree import listed, name, nodes, python
from tests.support.databases import Database
from tests.support.raw_sql import KEYS_OF_SEVERAL_COLUMNS, RIGHTS_BY_COLUMN

CLASSES = {table.__name__: table._meta.tablename for table in TABLES}
OURS = set(CLASSES.values())

SEVERAL = """
SELECT conrelid::regclass::text AS name FROM pg_constraint
WHERE contype = 'p' AND cardinality(conkey) > 1 AND connamespace = 'public'::regnamespace
"""
BY_COLUMN = """
SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND has_any_column_privilege('hientruong_app', c.oid, 'INSERT')
    AND NOT has_table_privilege('hientruong_app', c.oid, 'INSERT')
"""
GENERATED = """
SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND a.attgenerated <> '' AND NOT a.attisdropped
"""


async def _names(database: Database, query: str) -> set[str]:
    connection = await asyncpg.connect(database.superuser_dsn)
    try:
        return {row["name"] for row in await connection.fetch(query)} & OURS
    finally:
        await connection.close()


def _calls(*methods: str) -> dict[str, list[str]]:
    """Where Piccolo's methods are called, by table."""
    found: dict[str, list[str]] = {}
    for path in python("backend", "deploy"):
        for node in nodes(path):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.attr in methods
                and node.func.value.id in CLASSES
            ):
                table = CLASSES[node.func.value.id]
                found.setdefault(table, []).append(f"{name(path)}:{node.lineno}")
    return found


async def test_piccolo_inserts_into_no_table_that_it_misreads(database: Database) -> None:
    forbidden = (
        await _names(database, SEVERAL)
        | await _names(database, BY_COLUMN)
        | await _names(database, GENERATED)
    )
    inserts = _calls("insert")
    assert "units" in inserts, "the search finds no insert at all"
    wrong = [place for table in sorted(forbidden & inserts.keys()) for place in inserts[table]]
    assert not wrong, listed(wrong)


def test_rows_of_piccolo_are_read_as_structs_and_never_saved() -> None:
    found = [place for places in _calls("objects", "get_or_create").values() for place in places]
    saved = [
        f"{name(path)}:{node.lineno}"
        for path in python("backend")
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in {"save", "remove_self", "get_or_create"}
        and isinstance(node.value, ast.Name)
        and node.value.id in CLASSES
    ]
    assert not found + saved, listed(found + saved)


async def test_the_reasons_of_raw_queries_name_these_tables(database: Database) -> None:
    assert await _names(database, SEVERAL) == set(KEYS_OF_SEVERAL_COLUMNS.split("|"))
    assert await _names(database, BY_COLUMN) == set(RIGHTS_BY_COLUMN.split("|"))
