"""What Piccolo's tools need to know of us. Migrations are not theirs: see backend/operations/migrations."""

from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

MODULES = (
    "units",
    "officers",
    "people_asks",
    "devices",
    "sessions",
    "ledger",
    "directory",
    "numbers",
    "certificates",
    "inspections",
    "deadlines",
    "field_documents",
    "photos",
    "photo_hashes",
    "phone_thumbnails",
    "custody",
    "findings",
    "review",
    "cases",
    "catalogue",
    "documents",
    "scans",
    "delegations",
    "exceptions",
    "refusals",
    "uploads",
    "spool_nodes",
    "rescue",
    "sync",
    "installation",
    "keys",
)

# A module that refers to another's table shows it as well, hence the set.
TABLES = sorted(
    set(table_finder([f"backend.tables.{module}" for module in MODULES])),
    key=lambda table: table._meta.tablename,
)

APP_CONFIG = AppConfig(
    app_name="backend",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=TABLES,
)
