"""Rulings at the desk beside a bare handler that runs their statements: the second half of bench.work.

The bare side runs what `ledger.record` (the one door) and the services ran for one such ruling, without sign-in, page
and confirmation. It takes them back and commits one row, because the same act is accepted once only; so each side
waits for the disk once.
"""

import pickle
import statistics
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

import asyncpg

from backend.approvals.reading import service as reading
from backend.approvals.submissions import service as submissions
from backend.core import database
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.ledger import service as ledger
from bench.drive import Result, drive
from bench.stage import Stage, connect_as_owner
from bench.steps import Step
from schemas.approvals.submissions import SubmissionAgreed

Said = list[tuple[str, tuple[object, ...]]]


class _TakenBack(Exception):
    """Raised to undo a ruling whose statements were overheard."""


async def overheard(made: Stage, actor: Actor, steps: list[Step]) -> list[Said]:
    """Rule on each as the desk's handler does, take it back, and return the statements of each.

    They are left in a table for the bare side.
    """
    all_said = [await _one(actor, step) for step in steps]
    owner = await connect_as_owner(made)
    try:
        await owner.execute("CREATE TABLE bench_rulings (place int PRIMARY KEY, said bytea)")
        await owner.execute("CREATE TABLE bench_ruled (at timestamptz)")
        await owner.execute("GRANT SELECT, INSERT ON bench_rulings, bench_ruled TO hientruong_app")
        for place, said in enumerate(all_said):
            await owner.execute(
                "INSERT INTO bench_rulings VALUES ($1, $2)", place, pickle.dumps(said)
            )
    finally:
        await owner.close()
    return all_said


async def _one(actor: Actor, step: Step) -> Said:
    said: Said = []
    runs = asyncpg.Connection._execute
    executes = asyncpg.Connection.execute

    async def rows(
        self: asyncpg.Connection, query: str, args: tuple[object, ...], *more: object, **how: object
    ) -> object:
        said.append((query, tuple(args)))
        return await runs(self, query, args, *more, **how)

    async def plain(self: asyncpg.Connection, query: str, *args: object, **how: object) -> object:
        if not args and query not in (
            "BEGIN",
            "ROLLBACK",
            "COMMIT",
        ):  # those with values come by _execute
            said.append((query, args))
        return await executes(self, query, *args, **how)

    content = SubmissionAgreed(shown=step[1], step=1, note="", without=[], reason="")
    with (
        patch.object(asyncpg.Connection, "_execute", rows),
        patch.object(asyncpg.Connection, "execute", plain),
    ):
        try:
            async with transaction():
                await reading.to_answer(step[0], actor)
                ledger.unwrap(await submissions.answer(step[0], content, actor))
                await _flushed()
                raise _TakenBack
        except _TakenBack:
            pass
    return said


async def _flushed() -> None:
    """Write what was deferred, as the commit would."""
    current: Any = database.ENGINE.current_transaction.get()
    await current.flush()


def measure(
    ports: tuple[int, int], token: str, steps: list[Step], recorded: int, clients: int, rounds: int
) -> float:
    """Rule on all steps in so many rounds; print times, and return the ratio of the 95th percentiles."""
    share = len(steps) // clients // (rounds + 1)
    waiting = iter(steps)
    ours: list[Result] = []
    bare: list[Result] = []
    for number in range(rounds + 1):
        mine = [[_ruling(next(waiting), token) for _ in range(share)] for _ in range(clients)]
        theirs = [
            [_bare(one * share + place, recorded, clients, one) for place in range(share)]
            for one in range(clients)
        ]
        found = drive(ports[0], mine, answer=b"303"), drive(ports[1], theirs)
        if number:  # the first round warms pools and plans
            ours.append(found[0])
            bare.append(found[1])
    return compare(ours, bare, "a ruling", clients)


def compare(ours: list[Result], bare: list[Result], what: str, clients: int) -> float:
    """Print the times of both sides and the ratio of each round; return the median ratio of the 95th percentiles."""
    ratios = sorted(
        one.percentile(0.95) / other.percentile(0.95) for one, other in zip(ours, bare, strict=True)
    )
    for name, results in (("ours", ours), ("bare", bare)):
        half, high = (
            statistics.median(one.percentile(share) for one in results) for share in (0.5, 0.95)
        )
        print(f"{name:5} {clients} clients  {what}  p50 {half:6.1f} ms  p95 {high:6.1f} ms")
    print(f"ratios of the p95 by round: {', '.join(f'{one:.2f}' for one in ratios)}")
    return statistics.median(ratios)


def _ruling(step: Step, token: str) -> bytes:
    body = urlencode({"csrf_token": "x", "shown": step[1], "step": "1", "note": ""}).encode()
    return (
        f"POST /desk/submissions/{step[0]}/agree HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: __Host-hientruong={token}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body


def _bare(place: int, recorded: int, clients: int, client: int) -> bytes:
    """Each client has rulings of its own, so that none waits for another's row."""
    own = recorded // clients
    one = client * own + place % own
    return f"POST /ruling/{one} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n".encode()
