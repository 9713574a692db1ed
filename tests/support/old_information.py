"""Cases that begin with information, from before informations were records of their own.

with old_information.as_before():
    case_id, outcome = await cases.start(actor, CaseAct.INFORMATION_RECEIVED, content)
await old_information.informant(case_id, "Bà Tư", people.an)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch
from uuid import UUID

from backend.casework.cases import handler
from backend.core import database, keys
from tests.support.people import Person


@contextmanager
def as_before() -> Iterator[None]:
    """The door as it was: it takes `information.received`."""
    with patch.object(handler, "SUPERSEDED", frozenset()):
        yield


async def informant(case_id: UUID, name: str, by: Person) -> None:
    """The row of a secret informant, as it was written beside the act."""
    sealed = keys.current().seal(name.encode(), b"informant:" + case_id.bytes)
    await database.execute(
        "INSERT INTO case_informants (case_id, sealed, entered_by) VALUES ($1, $2, $3)",
        case_id,
        sealed,
        by.id,
    )
