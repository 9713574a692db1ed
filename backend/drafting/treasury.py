"""Where fines are paid, as the operator set it (HIENTRUONG_TREASURY_…, docs/running.md); not set, it stays empty."""

from schemas.treasury import Treasury

_current = Treasury()


def configure(treasury: Treasury) -> None:
    """Set by the wiring, once."""
    global _current
    _current = treasury


def current() -> Treasury:
    """As it was set; empty where nobody set it."""
    return _current
