"""SQL of the channel on which processes hint to each other."""

from backend.core import database

CHANNEL = "hientruong_live"


async def notify(payloads: list[str]) -> None:
    """Send each payload (under 8000 bytes) to every process that listens.

    Not a query of Piccolo: it selects from no table.
    """
    await database.fetch(
        "SELECT pg_notify($1, said) FROM unnest($2::text[]) AS said", CHANNEL, payloads
    )
