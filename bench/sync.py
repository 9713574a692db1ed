"""How long a sync that is requested right after a commit takes, and whether it reports the change.

    python -m bench.sync [--rounds 200] [--data-dir DIR]

A change for the officer is committed, and the officer's phone then immediately asks with its
cursor. The second side does the same while another transaction has written and stays open, which
holds back the horizon before which nothing can appear any more. The peer is the bare SELECT of the
rows after a place, without sign-in, cursor, handshake or values, in this process. Sides alternate;
medians. Changes that were missing from the first sync after their commit are counted.
"""

import asyncio
import json
import statistics
import time
from typing import Any
from uuid import uuid4

import asyncpg
import httpx

from bench.stage import Hand, Stage, connect_as_owner, make_hand, make_unit, options, stage

_TELL = "INSERT INTO changes (officer_id, kind, ref, op) VALUES ($1, 'inspection', $2, 'put')"
_BARE = (
    "SELECT id, kind, ref, op FROM changes WHERE officer_id = $1 AND id > $2 ORDER BY id LIMIT 201"
)
_UNTIL_SECONDS = 5.0


class Side:
    """One phone, and how long its syncs took to report what was committed, in ms."""

    def __init__(self, hand: Hand, client: httpx.AsyncClient) -> None:
        self.hand = hand
        self.client = client
        self.cursor = ""
        self.took: list[float] = []
        self.missing = 0
        self.never = 0

    async def ask(self) -> set[str]:
        """Sync until there is no more. Returns the ids that were reported."""
        told, more = set[str](), True
        while more:
            query = {"cursor": self.cursor} if self.cursor else {}
            answer = await self.client.get(
                "/api/mobile/v1/sync",
                params=query,
                headers={"Authorization": f"Bearer {self.hand.token}"},
            )
            answer.raise_for_status()
            page = json.loads(answer.content)
            told |= {change["id"] for change in page["changes"]}
            self.cursor, more = page["cursor"], page["more"]
        return told

    async def round(self, writer: Any) -> None:
        """Commit a change and sync until it is reported."""
        ref = str(uuid4())
        await writer.execute(_TELL, self.hand.officer_id, ref)
        began = time.perf_counter()
        first = True
        while ref not in await self.ask():
            self.missing += first
            first = False
            if time.perf_counter() - began > _UNTIL_SECONDS:
                self.never += 1
                break
            await asyncio.sleep(0.05)
        self.took.append(1000 * (time.perf_counter() - began))

    def line(self, name: str) -> str:
        """Return the measurements in words."""
        ordered = sorted(self.took)
        missing = f"missing from the first sync: {self.missing} of {len(ordered)}"
        if self.never:
            missing += f" ({self.never} for over {_UNTIL_SECONDS:.0f} s)"
        return (
            f"{name}: median {statistics.median(ordered):.1f} ms, p95"
            f" {ordered[int(0.95 * len(ordered))]:.1f} ms; {missing}"
        )


async def measure(made: Stage, port: int, rounds: int) -> None:
    """Measure and print."""
    owner = await connect_as_owner(made)
    unit = await make_unit(owner)
    hands = [await make_hand(owner, unit) for _ in range(2)]
    await owner.execute(
        "DELETE FROM inspection_team"
    )  # a benchmark's inspections have no decision that a sync could report
    await owner.close()
    writer, beside = [await asyncpg.connect(made.servers.app_dsn()) for _ in range(2)]
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        quiet, held = (Side(hand, client) for hand in hands)
        bare: list[float] = []
        for side in (quiet, held):
            await side.ask()
        for _ in range(rounds):
            await quiet.round(writer)
            last = await writer.fetchval("SELECT max(id) FROM changes")
            began = time.perf_counter()
            await beside.fetch(_BARE, quiet.hand.officer_id, last - 1)
            bare.append(1000 * (time.perf_counter() - began))
            transaction = beside.transaction()
            await transaction.start()
            await beside.execute("SELECT pg_current_xact_id()")
            await held.round(writer)
            await transaction.rollback()
    await writer.close()
    await beside.close()
    ratio = statistics.median(h / q for h, q in zip(held.took, quiet.took, strict=True))
    print(quiet.line("nothing else open"))
    print(held.line("a transaction open beside"))
    print(f"bare SELECT: median {statistics.median(bare):.2f} ms")
    print(f"open beside / nothing open: ratio {ratio:.2f}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(measure(made, made.start_ours(), given.rounds))


if __name__ == "__main__":
    main()
