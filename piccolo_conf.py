"""The engine and the tables of Piccolo. Wiring only: nothing of ours imports it.

The application and its tests run queries through backend.core.database. Piccolo's own commands (`piccolo shell run`,
`piccolo app show_all`, …) have no such pool: for them the engine is Piccolo's, at HIENTRUONG_DATABASE_URL.
"""

import sys
from pathlib import Path

from piccolo.conf.apps import AppRegistry
from piccolo.engine.postgres import PostgresEngine

from backend.core.database import ENGINE
from backend.core.settings import database_url


def _of_commands(words: list[str]) -> PostgresEngine:
    """Return the engine of Piccolo's own commands.

    Exits with a sentence for migrations, which are not Piccolo's here, and if the address of the database is missing.
    """
    if words[:1] == ["migrations"]:
        sys.exit(
            "The schema's history is reviewed SQL in backend/operations/migrations/sql: add a file there.\n"
            "`./hientruong migrate` applies it; tests/integration/operations/test_tables_agree.py compares it with the"
            " tables (docs/decisions/0008)."
        )
    asks = words[:1] in (["shell"], ["sql_shell"])
    return PostgresEngine(config={"dsn": database_url()} if asks else {}, extensions=())


DB = _of_commands(sys.argv[1:]) if Path(sys.argv[0]).name == "piccolo" else ENGINE

APP_REGISTRY = AppRegistry(apps=["backend.piccolo_app"])
