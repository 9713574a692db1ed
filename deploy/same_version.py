"""For commands that query the database: checks first that it answers and has this version."""

import asyncpg

from backend.operations.migrations.errors import DatabaseIsNewer, MigrationRefused
from backend.operations.migrations.files import known
from backend.operations.migrations.run import pending
from deploy.failures import Failure


async def same_version(dsn: str) -> None:
    """Raise Failure unless the database is of exactly this version: our queries would be wrong."""
    try:
        missing = await pending(dsn)
    except DatabaseIsNewer as newer:
        raise Failure(
            "cơ sở dữ liệu do phiên bản mới hơn của hientruong tạo ra; hãy kiểm tra bằng phiên bản đó",
            str(newer).rstrip("."),
        ) from None
    except MigrationRefused as other:
        raise Failure(
            "cơ sở dữ liệu không khớp với phiên bản này của hientruong", str(other).rstrip(".")
        ) from None
    except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        told = f"{type(error).__name__}: {error}".rstrip(": ")
        raise Failure(
            f"không kết nối được cơ sở dữ liệu ({told})",
            f"the database cannot be reached ({told})",
        ) from None
    if len(missing) == len(known()):
        raise Failure(
            "cơ sở dữ liệu trống: hãy chạy hientruong migrate, hoặc sửa HIENTRUONG_DATABASE_URL",
            "the database holds nothing of hientruong: run hientruong migrate, or mend"
            " HIENTRUONG_DATABASE_URL",
        )
    if missing:
        names = missing[0] if len(missing) == 1 else f"{missing[0]} … {missing[-1]}"
        raise Failure(
            f"cơ sở dữ liệu thuộc phiên bản cũ hơn (thiếu {names}): hãy chạy hientruong migrate rồi"
            " kiểm tra lại, hoặc kiểm tra bằng phiên bản cũ",
            f"the database is of an older version (without {names}): run hientruong migrate and"
            " verify again, or verify with the older version",
        )
