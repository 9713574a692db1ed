"""The database ends every connection while phones send: each is told to try again, never of a fault of ours."""

import asyncio
from collections import Counter

import asyncpg

from tests.support.databases import Database
from tests.support.uploads import Tus, about

PHONES, CUTS = 12, 15
_CUT_ALL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = $1 AND application_name = 'hientruong'"""


async def test_phones_are_told_to_try_again_while_the_database_ends_every_connection(
    tus: Tus, database: Database, superuser: asyncpg.Connection
) -> None:
    data = b"x" * 3000
    urls = [
        await tus.begin(len(data), Upload_Metadata=about(data + bytes([number])))
        for number in range(PHONES)
    ]
    over, told = asyncio.Event(), Counter[tuple[int, str]]()

    async def send_again_and_again(url: str) -> None:
        """Until it is taken and the cuts are over: the first that comes through moves the offset, and later ones
        are told where it stands."""
        status = 0
        while not over.is_set() or status == 503:
            answer = await tus.send(url, data[:100])
            status = answer.status_code
            told[status, answer.json()["code"] if answer.content else ""] += 1

    sending = [asyncio.create_task(send_again_and_again(url)) for url in urls]
    for _ in range(CUTS):
        await asyncio.sleep(0.03)
        await superuser.execute(_CUT_ALL, database.name)
    over.set()
    await asyncio.gather(*sending)

    unavailable = (503, "unavailable")
    assert set(told) <= {(204, ""), (409, "upload_offset_mismatch"), unavailable}, told
    assert told[unavailable] > CUTS
    assert [await tus.offset(url) for url in urls] == [100] * PHONES
