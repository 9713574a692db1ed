"""Records since when this database has each newer version of a form, and tells phones of it.

A form is a file, and so is its release: who adds a version writes no SQL
(docs/decisions/0028-a-release-of-a-form-is-recorded.md).
"""

from typing import Any

from backend.documents import forms
from backend.operations.queries import releases as queries


async def record(connection: Any) -> None:
    """Record the versions after a form's first that have no row yet.

    The day of a release decides which papers are late (backend/documents/queries/releases.py). Of
    forms written on site (`x-phone`) every officer's phone learns with its next exchange. Does
    nothing in a database that has no releases yet, or all of them.
    """
    if await queries.known(connection):
        newer = [(form, version) for form, version in forms.known() if version > 1]
        told = [f"{form}/{version}" for form, version in forms.on_phones()]
        await queries.record(connection, newer, told)
