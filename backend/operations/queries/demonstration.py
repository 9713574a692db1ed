"""SQL of the history that a demonstration plays."""

from datetime import datetime

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.operations.tables.demonstration import DemonstrationHistory as Of


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the history, and how far it is."""

    part: str
    until: datetime
    stories: int
    played: int
    ended_at: datetime | None


@compiled.many(Part)
def parts() -> Query:
    """Return all parts; none in an installation that is no living demonstration."""
    return Of.select(*rows.columns(Part, Of)).order_by(Of.part)


async def begin(part: str, until: datetime, stories: int) -> None:
    """Enter a part of which nothing is played."""
    await Of.insert(Of(part=part, until=until, stories=stories, played=0))


@compiled.write
def count(part: str, played: int) -> Query:
    """Note how many stories of a part are played now."""
    return Of.update({Of.played: played}).where(Of.part == part)


@compiled.write
def end(part: str, at: datetime) -> Query:
    """Note that a part is whole."""
    return Of.update({Of.ended_at: at}).where(Of.part == part)
