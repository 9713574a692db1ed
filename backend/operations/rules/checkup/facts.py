"""What is known of an installation when it is looked at. A field that is None or missing is not known."""

from datetime import datetime

import msgspec


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """Jobs that wait or run."""

    waiting: int
    oldest_seconds: float
    """For how long the job that waits longest could have been begun."""


class HeldJobs(msgspec.Struct, frozen=True, kw_only=True):
    """Jobs of one kind that failed through a fault of ours, and wait for an operator."""

    job: str
    number: int
    since: datetime
    why: str
    """The class of the exception. Its message may hold words of a record, which administrators never see."""


class PutOffJobs(msgspec.Struct, frozen=True, kw_only=True):
    """Jobs of one kind that an outage put off, and that are tried again by themselves."""

    job: str
    number: int
    tries: int
    next: datetime
    why: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The newest proof of a backup: which, where it was proven, and how much it holds."""

    backup: str
    through: datetime
    proven_at: datetime
    place: str
    machine: str
    size: int
    """Bytes of the database's copy and of all objects in the backup."""
    originals: int
    entries: int


class Backups(msgspec.Struct, frozen=True, kw_only=True):
    """Up to when everything is in a proven backup, and how that was proven."""

    through: datetime | None
    proof: Proof | None = None
    is_demonstration: bool = False
    since: datetime | None = None
    """When this installation began: how long there has been none."""
    log_kept_bytes: float | None = None


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """How large database and store are, as counted at a time."""

    counted_at: datetime
    database_bytes: int
    originals: int
    originals_bytes: int


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What was free of a disk at a time."""

    at: datetime
    free: int


class Disk(msgspec.Struct, frozen=True, kw_only=True):
    """A disk on which a node keeps its spool; on one machine also database and store."""

    free: int
    total: int
    samples: tuple[Sample, ...] = ()
    """What was free before, the oldest first."""
    shared: bool = False
    """Database and store lie on it as well."""


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """A part on a machine of its own, whose disk no process of ours sees."""

    part: str
    """`database`, `replica` or `object_store`."""
    at: str
    """Its address, without names of users and passwords."""
    free: int | None = None
    """Bytes, where the part itself says them; None where it does not."""
    total: int | None = None
    watched_by: str = ""
    """Who watches its disk, as the operator says; empty if nobody said so."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """What the processes of one kind on one node said last about their machine."""

    name: str
    kind: str
    """`web` or `worker`."""
    noted_at: datetime
    version: str
    python: str
    disk: Disk | None = None
    tls_ends: datetime | None = None
    clock_seconds: float | None = None
    """How far this machine's clock is before the database's; negative: behind."""
    ntp: bool | None = None
    """Whether the kernel says that a time service keeps its clock."""


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """A certificate or list, and until when it is valid."""

    kind: str
    """`officer`, `unit`, `root`, `tsa` or `crl`."""
    name: str
    ends: datetime
    number: int = 1
    """How many of this kind end in the time that is looked at; this one is the first."""


class Following(msgspec.Struct, frozen=True, kw_only=True):
    """How far the search and the figures are behind the ledger."""

    search_seconds: float | None = None
    search_aside: float | None = None
    figures_seconds: float | None = None
    figures_aside: float | None = None
    figures_differing: float | None = None


class Versions(msgspec.Struct, frozen=True, kw_only=True):
    """Versions of the parts."""

    ours: str
    python: str
    postgresql: str | None = None
    store: str | None = None


class Phones(msgspec.Struct, frozen=True, kw_only=True):
    """Phones that were heard of lately, by the version of their app."""

    app: str
    number: int


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known. `parts` are the answers of readiness by name."""

    at: datetime
    runs: bool = True
    """Whether web processes and workers are meant to run now: not while only the servers were started to look."""
    noted_at: datetime | None = None
    """When a worker noted what is not asked at each look; None: all was asked now."""
    parts: dict[str, str] = {}
    unknown: tuple[str, ...] = ()
    """Names of what could not be asked."""
    queue: Queue | None = None
    held: tuple[HeldJobs, ...] = ()
    put_off: tuple[PutOffJobs, ...] = ()
    reports_seconds: float | None = None
    """For how long a citizen's report has waited that no worker took in."""
    seal_seconds: float | None = None
    outside_seconds: float | None = None
    """For how long the oldest checkpoint has waited to be written outside of the database."""
    custody: dict[str, int] = {}
    unlocked: dict[str, int] | None = None
    """Objects without a lock, by kind; None: locking is switched off."""
    bytes_waiting: int | None = None
    """Photographs announced over a week ago whose bytes have not come."""
    backups: Backups | None = None
    sizes: Sizes | None = None
    apart: tuple[Apart, ...] = ()
    nodes: tuple[Node, ...] = ()
    endings: tuple[Ending, ...] = ()
    receipt_key_made: datetime | None = None
    replica_reads: bool | None = None
    """Whether the replica for statistics is read; None: there is none."""
    replica_seconds: float | None = None
    following: Following = Following()
    outlets: tuple[str, ...] = ()
    """By what notices go out beside desk and phone."""
    versions: Versions | None = None
    phones: tuple[Phones, ...] = ()
    began: dict[str, datetime] = {}
    """Since when each finding that is not good has stood, by its key."""
