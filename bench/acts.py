"""Acts accepted per second through HTTP, beside a bare Litestar handler that inserts the same JSON.

    python -m bench.acts [--clients 1 8 32] [--count 1200] [--rounds 3]

Both sides have one web process and the same PostgreSQL with fsync, and are measured with one act
and with twenty acts a request. Ours checks token, device signature, sequence, chain and state,
appends to the ledger, folds, notifies the team's phones and signs a receipt. The sides alternate;
the result is the ratio of the medians.
"""

import asyncio
import json
import statistics

from bench.bare_acts import DDL
from bench.drive import Result, drive, median_rate, request
from bench.stage import Hand, Stage, connect_as_owner, make_hand, make_unit, options, stage
from deploy.demo import contents
from deploy.demo.outbox import Outbox

AIM = 0.5
BATCH = 20


async def prepare(made: Stage, count: int) -> list[Hand]:
    """Make so many officers, each with an inspection, so that clients do not wait for each other's record."""
    connection = await connect_as_owner(made)
    try:
        await connection.execute(DDL)
        await connection.execute("GRANT INSERT ON bench_acts TO hientruong_app")
        unit = await make_unit(connection)
        return [await make_hand(connection, unit) for _ in range(count)]
    finally:
        await connection.close()


class Pens:
    """An outbox for each officer, and request bodies made from its acts before the clock starts."""

    def __init__(self, hands: list[Hand]) -> None:
        self.hands = hands
        self.pens = [Outbox(hand.key, str(hand.device_id), str(hand.officer_id)) for hand in hands]

    def bodies(self, client: int, requests: int, batch: int) -> list[bytes]:
        """Make the bodies of one client's requests, with `batch` acts in each."""
        pen, record = self.pens[client], str(self.hands[client].inspection_id)
        made = []
        for _ in range(requests):
            where = contents.place(210285110, 1058542300)
            acts = [pen.write(record, "place.fixed", where) for _ in range(batch)]
            made.append(json.dumps({"acts": acts}, ensure_ascii=False).encode())
        pen.waiting.clear()
        return made


def measure(
    ports: tuple[int, int], pens: Pens, clients: int, count: int, batch: int, rounds: int
) -> None:
    """Alternate both sides; print one line."""
    ours: list[Result] = []
    bare: list[Result] = []
    share = max(1, count // clients // batch)
    for _ in range(rounds):
        bodies = [pens.bodies(client, share, batch) for client in range(clients)]
        bare.append(drive(ports[1], [_to("/acts", "", mine) for mine in bodies]))
        tokens = [hand.token for hand in pens.hands]
        ours.append(
            drive(
                ports[0],
                [
                    _to("/api/mobile/v1/acts", token, mine)
                    for token, mine in zip(tokens, bodies, strict=False)
                ],
            )
        )
        _all_accepted(ours[-1], batch)
    ratio = statistics.median(a.rate / b.rate for a, b in zip(ours, bare, strict=True))
    print(
        f"{clients:3} clients × {batch:2} acts   ours {median_rate(ours) * batch:6.0f} acts/s"
        f"  p50 {ours[-1].percentile(0.5):6.1f} p95 {ours[-1].percentile(0.95):6.1f} ms"
        f"   bare {median_rate(bare) * batch:6.0f} acts/s"
        f"  p50 {bare[-1].percentile(0.5):6.1f} p95 {bare[-1].percentile(0.95):6.1f} ms"
        f"   ratio {ratio:.2f}{'' if ratio >= AIM else '  (aim 0.50)'}",
        flush=True,
    )


def _to(path: str, token: str, bodies: list[bytes]) -> list[bytes]:
    return [request("POST", path, token, body) for body in bodies]


def _all_accepted(result: Result, batch: int) -> None:
    for body in result.bodies:
        results = json.loads(body)["results"]
        good = all(item["status"] == "accepted" and not item["quarantine"] for item in results)
        if len(results) != batch or not good:
            raise SystemExit(f"not accepted: {body[:1000]!r}")


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--count", type=int, default=1200, help="acts a run")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        hands = asyncio.run(prepare(made, max(given.clients)))
        pens = Pens(hands)
        ports = (made.start_ours(), made.start_peer("bench.bare_acts"))
        warm = pens.bodies(0, 50, 1)
        drive(ports[1], [_to("/acts", "", warm)])
        drive(ports[0], [_to("/api/mobile/v1/acts", hands[0].token, warm)])
        for batch in (1, BATCH):
            for clients in given.clients:
                measure(ports, pens, clients, given.count, batch, given.rounds)


if __name__ == "__main__":
    main()
