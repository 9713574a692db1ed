"""The output of a visit: each step with the time since its beginning, and its receipt."""

import time

from deploy.demo.seals import Json


class VisitFailed(Exception):
    """Something is wrong; the sentence says what."""


class Report:
    """Prints the steps; `steps` counts them for the last line."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.steps = 0

    def step(self, vi: str, en: str, receipt: Json | None = None) -> None:
        """Print one line for a step, with a receipt's number in the record and its entry hash."""
        self.steps += 1
        shown = f"  [#{receipt['number']} {receipt['entry_hash'][:16]}]" if receipt else ""
        print(f"{self.seconds:6.1f} s  {vi} / {en}{shown}", flush=True)

    def note(self, vi: str, en: str) -> None:
        """Print a line between the steps: waiting, progress, what was skipped."""
        print(f"{'':8}  {vi} / {en}", flush=True)

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._began
