"""The migration files of this version: their folder, names and content."""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FOLDER = Path(__file__).parent / "sql"

# Four digits give the order, the words after them the subject: 0001_first_schema.sql.
NAME_FORM = re.compile(r"\d{4}_[a-z0-9_]+")


@dataclass(frozen=True)
class Migration:
    """One file, applied in one transaction. Its id is its name without the ending."""

    id: str
    sql: str

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text with LF line ends, so that a checkout with other line ends does
        not count as an edit."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def known(folder: Path = FOLDER) -> list[Migration]:
    """Return all files in order.

    Raises ValueError for a misnamed file or a number used twice. These are mistakes of the build,
    not of an operator.
    """
    found = [
        Migration(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.sql"))
    ]
    numbers = [migration.id[:4] for migration in found]
    if len(set(numbers)) != len(numbers):
        raise ValueError(f"two migrations share a number in {folder}")
    for migration in found:
        if not NAME_FORM.fullmatch(migration.id):
            raise ValueError(f"{migration.id}.sql is not named NNNN_what_it_does.sql")
    return found
