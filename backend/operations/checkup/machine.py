"""What only a process on a machine can see of it: its disk, its clock, the certificate that it serves with."""

import ctypes
import os
import platform
import shutil
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from backend.core import clock, version
from backend.core.settings import Settings
from backend.operations.queries import checkup as queries
from backend.operations.rules.checkup.clocks import surely_ahead
from backend.operations.rules.checkup.facts import Disk, Node, Sample
from backend.operations.rules.checkup.sampling import with_sample

_UNSYNCHRONISED = 0x0040
"""STA_UNSYNC of adjtimex(2)."""

_tls_ends: datetime | None = None


def served_with(certificate: Path | None) -> None:
    """Note the certificate with which this process serves; it is read once, as the server itself does."""
    global _tls_ends
    _tls_ends = None
    if certificate is not None:
        found = x509.load_pem_x509_certificates(certificate.read_bytes())
        _tls_ends = min(one.not_valid_after_utc for one in found[:1])


async def look(kind: str, settings: Settings, before: Node | None) -> Node:
    """Return how this node stands now; what it noted `before` has the earlier samples of its disk."""
    disk = _disk(settings, before.disk if before else None)
    return Node(
        name=settings.node,
        kind=kind,
        noted_at=clock.now(),
        version=version.own(),
        python=platform.python_version(),
        disk=disk,
        tls_ends=_tls_ends if kind == "web" else None,
        clock_seconds=await _ahead(),
        ntp=keeps_time(),
    )


async def _ahead() -> float:
    """Return how far our clock is before the database's at least."""
    asked = datetime.now(UTC)
    theirs = await queries.clock()
    return surely_ahead(asked, theirs, datetime.now(UTC))


def _disk(settings: Settings, before: Disk | None) -> Disk | None:
    try:
        usage = shutil.disk_usage(settings.spool_dir)
    except OSError:
        return None  # a worker on a machine without a spool
    samples = with_sample(before.samples if before else (), Sample(at=clock.now(), free=usage.free))
    shared = settings.data_dir is not None
    return Disk(free=usage.free, total=usage.total, samples=samples, shared=shared)


class _Timex(ctypes.Structure):
    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_byte * 256),
    )


def keeps_time() -> bool | None:
    """Tell whether the kernel says that a time service keeps its clock (adjtimex(2)); None if it says nothing."""
    if os.name != "posix":
        return None
    said = _Timex()
    try:
        answer = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(said))
    except (OSError, AttributeError):
        return None
    return None if answer < 0 else not said.status & _UNSYNCHRONISED
