"""Phones of the history: like FormerPhone, with the server's own fast writer of RFC 8785.

A phone that plays in the server's process proves nothing by doing its arithmetic itself, and
thousands of acts would wait for it.
"""

import hashlib
import time
from typing import Any

from backend.core import canonical_json
from deploy.demo.earlier import FormerPhone
from deploy.demo.outbox import Outbox, utc_now
from deploy.demo.seals import DeviceKey, Json
from schemas.core.ids import new_id


class _Log(Outbox):
    """A log that keeps no acts: each is recorded at once, or its story is rolled back."""

    def write(self, record_id: str, act_type: str, content: Json, **changed: Any) -> Json:
        """Make an act, sign it, and append it to the log. The content's texts are in NFC."""
        act: Json = {
            "id": str(new_id()),
            "record": {"kind": "inspection", "id": record_id},
            "type": act_type,
            "content": content,
            "officer_id": self._officer_id,
            "made_at": utc_now(),
            "mono_ms": time.monotonic_ns() // 1_000_000,
            "anchor": self.anchor,
            "device_id": self._device_id,
            "seq": self.seq + 1,
            "prev": self.head,
        } | changed
        act["signature"] = self._key.sign_bytes(canonical_json.canonical(act))
        self.seq = act["seq"]
        self.head = hashlib.sha256(canonical_json.canonical(act)).hexdigest()
        return act

    def place(self) -> tuple[int, str | None]:
        """Return where the log is, for go_back()."""
        return self.seq, self.head

    def go_back(self, place: tuple[int, str | None]) -> None:
        """Forget the acts made since then: the server has taken none of them."""
        self.seq, self.head = place


class HistoryPhone(FormerPhone):
    """A phone whose acts are made and recorded in one process."""

    def _opened(self, key: DeviceKey, device_id: str, officer_id: str) -> Outbox:
        self.log = _Log(key, device_id, officer_id)
        return self.log
