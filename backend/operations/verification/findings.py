"""The findings of verification, and its result."""

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """The result; tampered outweighs incomplete. Exit codes: ok 0, tampered 1, incomplete 2."""

    OK = "ok"
    TAMPERED = "tampered"
    INCOMPLETE = "incomplete"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong: where, and what in words."""

    verdict: Verdict
    where: str
    what: str


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """Why a part could not be verified at all, as a sentence for the operator."""

    vi: str
    en: str


_MOST_DETAILS = 20
"""Most tracebacks that are kept. If a thousand rows fail alike, the first ones explain all."""


class Report(msgspec.Struct, kw_only=True):
    """Counts and findings of one run."""

    entries: int = 0
    leaves: int = 0
    checkpoints: int = 0
    objects: int = 0
    unsealed: int = 0
    waiting: int = 0
    """Objects that are not locked yet, and whose job is planned. Nothing is wrong with them."""
    findings: list[Finding] = []
    orphans: list[str] = []
    """Objects of the evidence bucket that no row names, at least a day old.

    Not findings: nothing depends on them.
    """
    stops: list[Stop] = []
    """Parts that could not be verified. Each has a finding too."""
    notes: list[str] = []
    """What a reader of the result should know, but is no finding."""
    unknown_keys: dict[tuple[str, str], tuple[str, int]] = {}
    """By what was signed (a receipt, a checkpoint …) and unknown key: where first, and how often."""
    details: list[str] = []
    """Tracebacks, for the log."""

    @property
    def verdict(self) -> Verdict:
        """Return the result: tampered outweighs incomplete, and both outweigh ok."""
        found = {finding.verdict for finding in self.findings}
        if Verdict.TAMPERED in found:
            return Verdict.TAMPERED
        return Verdict.INCOMPLETE if found or self.waiting else Verdict.OK

    def add(self, verdict: Verdict, where: str, what: str) -> None:
        """Note a finding."""
        self.findings.append(Finding(verdict=verdict, where=where, what=what))

    def detail(self, text: str) -> None:
        """Keep a traceback for developers."""
        if len(self.details) < _MOST_DETAILS:
            self.details.append(text)
