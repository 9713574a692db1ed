"""Which earlier samples of a disk are kept: enough to say at which rate it fills, few enough for a note."""

from datetime import timedelta

from backend.operations.rules.checkup.facts import Sample

APART = timedelta(hours=6)
KEPT = timedelta(days=14)


def with_sample(before: tuple[Sample, ...], now: Sample) -> tuple[Sample, ...]:
    """Return the samples of the last two weeks; a new one only if the last is six hours old."""
    kept = tuple(one for one in before if now.at - one.at <= KEPT)
    return kept if kept and now.at - kept[-1].at < APART else (*kept, now)
