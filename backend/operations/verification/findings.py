"""What verification can find, and what it says at the end."""

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """The outcome, worst wins. Exit codes: ok 0, tampered 1, incomplete 2."""

    OK = "ok"
    TAMPERED = "tampered"
    INCOMPLETE = "incomplete"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not as it must be: where, and in words."""

    verdict: Verdict
    where: str
    what: str


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """Why a part could not be verified at all, as a sentence for the operator."""

    vi: str
    en: str


_MOST_DETAILS = 20
"""A thousand rows that fail alike are explained by the first."""


class Report(msgspec.Struct, kw_only=True):
    """Counts and findings of one run."""

    entries: int = 0
    leaves: int = 0
    checkpoints: int = 0
    objects: int = 0
    unsealed: int = 0
    findings: list[Finding] = []
    orphans: list[str] = []
    """Objects of the evidence bucket that no row names, a day old or older. No finding: nothing rests on them."""
    stops: list[Stop] = []
    """Parts that could not be verified; each has its finding too."""
    notes: list[str] = []
    """What a reader of the outcome should know and is no finding."""
    unknown_keys: dict[tuple[str, str], tuple[str, int]] = {}
    """What was signed (a receipt, a checkpoint …) and the key that nobody knows: where it was first, and how often."""
    details: list[str] = []
    """Tracebacks, for the log."""

    @property
    def verdict(self) -> Verdict:
        """Tampering outweighs what could not be read; both outweigh ok."""
        found = {finding.verdict for finding in self.findings}
        if Verdict.TAMPERED in found:
            return Verdict.TAMPERED
        return Verdict.INCOMPLETE if found else Verdict.OK

    def add(self, verdict: Verdict, where: str, what: str) -> None:
        """Note a finding."""
        self.findings.append(Finding(verdict=verdict, where=where, what=what))

    def detail(self, text: str) -> None:
        """Keep what helps a developer."""
        if len(self.details) < _MOST_DETAILS:
            self.details.append(text)
