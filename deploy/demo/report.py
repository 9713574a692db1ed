"""What a visit prints: each step with the time since its beginning and the receipt that answers
it.
"""

import time

from deploy.demo.seals import Json


class VisitFailed(Exception):
    """Something was not as it must be; the sentence says what."""


class Report:
    """Prints steps; `steps` counts them for the last line."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.steps = 0

    def step(self, vi: str, en: str, receipt: Json | None = None) -> None:
        """One line a step. A receipt is shown as its number in the record and its entry hash."""
        self.steps += 1
        shown = f"  [#{receipt['number']} {receipt['entry_hash'][:16]}]" if receipt else ""
        print(f"{self.seconds:6.1f} s  {vi} / {en}{shown}", flush=True)

    def note(self, vi: str, en: str) -> None:
        """A line between the steps: waiting, progress, what was skipped."""
        print(f"{'':8}  {vi} / {en}", flush=True)

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._began
