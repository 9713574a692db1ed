"""Names that a panel shows, of officers and of offices, looked up at once."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from uuid import UUID

from backend.approvals.texts.offices import office_words
from backend.core import database
from backend.force.queries import officer_names
from backend.force.units import service as units
from schemas.core.problems import Text


class Names:
    """Names that a panel shows, looked up at once."""

    def __init__(self, officers: dict[UUID, str], in_units: dict[UUID, Text]) -> None:
        self._officers, self._units = officers, in_units

    def of(self, officer_id: UUID) -> str:
        """Return the name of an officer."""
        return self._officers.get(officer_id, "–")

    def office(self, key: str, title: str | None = None) -> Text:
        """Return what the office of a key is called."""
        kind, *rest = key.split(":")
        if kind == "officer":
            name = self.of(UUID(rest[0]))
            return Text(vi=name, en=name)
        said = title if kind == "title" and title else rest[0]
        return office_words(kind, said, self._units[UUID(rest[-1])])


async def look_up(
    wanted: Iterable[str],
    officers: Iterable[UUID | None] = (),
    known: Mapping[UUID, str] = MappingProxyType({}),
) -> Names:
    """Look up the offices of these keys, and these officers, unless their names are known."""
    offices = [key.split(":") for key in wanted if not key.startswith("power:")]
    named = {*officers, *(UUID(part[1]) for part in offices if part[0] == "officer")} - {*known}
    in_units = {UUID(part[-1]) for part in offices if part[0] != "officer"}
    async with database.at_once() as ask:
        of_officers, of_units = ask(officer_names.of(named)), ask(units.names_of(sorted(in_units)))
    return Names({**known, **of_officers.result()}, of_units.result())
