"""The phone's log and outbox: acts numbered without gaps, chained, signed.

They are kept until the server has answered for each.
"""

import json
import time
from typing import Any

from backend.core import clock
from deploy.demo.seals import DeviceKey, Json, canonical_hash, composed
from schemas.core.ids import new_id

MAX_ACTS = 100
MAX_BATCH_BYTES = 250_000
"""A little under the 256 kB of a batch, because the envelope around the acts counts too."""


def utc_now() -> str:
    """Return the phone's time as an act writes it: RFC 3339 in UTC, to the second."""
    return clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")


class Outbox:
    """Acts of one officer on one device.

    `waiting` are those without an answer; `refused` ones are kept with their problem, never
    dropped.
    """

    def __init__(self, key: DeviceKey, device_id: str, officer_id: str) -> None:
        self._key = key
        self._device_id = device_id
        self._officer_id = officer_id
        self.seq = 0
        self.head: str | None = None
        self.anchor: str | None = None
        self.log: list[Json] = []
        self.waiting: list[Json] = []
        self.refused: list[tuple[Json, Json]] = []

    def write(self, record_id: str, act_type: str, content: Json, **changed: Any) -> Json:
        """Make an act, sign it, and append it to the log.

        `changed` overrides keys of the envelope before signing.
        """
        act: Json = {
            "id": str(new_id()),
            "record": {"kind": "inspection", "id": record_id},
            "type": act_type,
            "content": composed(content),
            "officer_id": self._officer_id,
            "made_at": utc_now(),
            "mono_ms": time.monotonic_ns() // 1_000_000,
            "anchor": self.anchor,
            "device_id": self._device_id,
            "seq": self.seq + 1,
            "prev": self.head,
        } | changed
        act["signature"] = self._key.sign(act)
        self.seq = act["seq"]
        self.head = canonical_hash(act)
        self.log.append(act)
        self.waiting.append(act)
        return act

    def batches(self) -> list[list[Json]]:
        """Return the waiting acts in order, split into batches that the server accepts."""
        batches: list[list[Json]] = []
        size = 0
        for act in self.waiting:
            length = len(json.dumps(act, ensure_ascii=False).encode())
            if not batches or len(batches[-1]) >= MAX_ACTS or size + length > MAX_BATCH_BYTES:
                batches.append([])
                size = 0
            batches[-1].append(act)
            size += length
        return batches

    def answered(self, act: Json, result: Json) -> None:
        """Remove an answered act from those that wait; a refused one is kept with its reason.

        One that failed for a temporary reason goes on waiting, and is sent again unchanged.
        """
        if result["status"] == "refused" and result["problem"]["retryable"]:
            return
        self.waiting = [item for item in self.waiting if item["id"] != act["id"]]
        if result["status"] == "refused":
            self.refused.append((act, result["problem"]))
