"""What Piccolo's tools need to know of us. Migrations are not theirs: see backend/operations/migrations."""

from pathlib import Path
from pkgutil import iter_modules

from piccolo.conf.apps import AppConfig, table_finder

GROUPS = (
    "core",
    "ledger",
    "law",
    "force",
    "documents",
    "parties",
    "approvals",
    "fieldwork",
    "casework",
    "planning",
    "intake",
    "insight",
    "exchange",
    "operations",
)

_MODULES = [
    f"backend.{group}.tables.{module.name}"
    for group in GROUPS
    for module in iter_modules([str(Path(__file__).parent / group / "tables")])
]

# A module that imports another's table shows it as well, so there are duplicates.
TABLES = sorted(set(table_finder(_MODULES)), key=lambda table: table._meta.tablename)

APP_CONFIG = AppConfig(
    app_name="backend",
    migrations_folder_path=str(Path(__file__).parent / "operations" / "migrations"),
    table_classes=TABLES,
)
