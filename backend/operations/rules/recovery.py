"""How to tell that a database is not the one that ran before, and how many entries are lost. Pure."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from schemas.core.problems import Text

Verdict = Literal["same", "newer", "forked", "declared", "other_log", "unsigned"]


class CurrentPosition(msgspec.Struct, frozen=True, kw_only=True):
    """The identity that the database has recorded, and that of its cluster now."""

    era: int
    epoch: UUID
    log_id: UUID
    system_noted: str | None
    system_now: str | None
    """None if it may not be read."""
    ids_ahead: bool
    """Entries of this era have transaction ids that this cluster has not assigned yet."""
    leaves: int


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """A log of the ledger that the database knows: a declared restore ends one and begins the next.

    `until` is how many of its entries this ledger holds; None for the current log.
    """

    log_id: UUID
    until: int | None
    ended_at: datetime | None = None
    """When the restore that ended it was declared (UTC)."""
    loss_unknown: bool = False
    """Whether that declaration did not state how much was lost."""


class Outside(msgspec.Struct, frozen=True, kw_only=True):
    """A checkpoint from outside of the database. `made_at` is UTC; hashes are hex."""

    log_id: UUID | None
    size: int
    root: str
    previous_root: str | None
    made_at: datetime
    key_id: str
    signature: str
    where: str
    """Its object name or file path."""
    signed: bool
    """Whether one of our keys signed it, and before it counts as stolen, if it does."""
    remark: Text | None = None
    """A remark on its key, or why it does not count."""
    version: str | None = None
    """The object's version that was read; None for the latest, or a file."""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A checkpoint from outside, compared with the ledger."""

    outside: Outside
    verdict: Verdict
    beyond: int = 0
    """How many entries it covers that this ledger lacks; 0 if its log is not known."""


def verdict(
    outside: Outside,
    logs: list[Log],
    told: dict[str, int],
    leaves: int,
    root_here: str | None,
) -> Verdict:
    """Judge what a checkpoint proves about this ledger.

    - same: it fits.
    - newer: it covers entries that this ledger lacks.
    - forked: the ledger has another root at its size.
    - other_log: it is of a log that this database does not know.
    - declared: it differs, but a declared restore accounts for it.
    - unsigned: no valid key of ours signed it.

    `told` has, by log id, the size up to which checkpoints were known when a restore was declared.
    `root_here` is this ledger's root at the checkpoint's size; None if the ledger is shorter.
    """
    if not outside.signed:
        return "unsigned"
    known = next((log for log in logs if log.log_id == outside.log_id), None)
    if outside.log_id is None:
        known = logs[0]  # from before logs had ids: of the first, whose beginning all others share
    if known is None:
        return "declared" if outside.size <= told.get(str(outside.log_id), -1) else "other_log"
    until = leaves if known.until is None else min(leaves, known.until)
    if outside.size > until:
        if outside.size <= told.get(str(known.log_id), -1):
            return "declared"
        # Made before a restore that declared a loss of unknown size: it is of the lost part. Later ones are from a
        # copy that kept running.
        of_the_lost = known.ended_at is not None and outside.made_at < known.ended_at
        return "declared" if known.loss_unknown and of_the_lost else "newer"
    if root_here == outside.root:
        return "same"
    # Of the copy that was abandoned: the fork was already known when this log began.
    behind = known.until is not None and outside.size <= told.get(str(known.log_id), -1)
    return "declared" if behind else "forked"


def beyond(outside: Outside, logs: list[Log], leaves: int) -> int:
    """Return how many entries a checkpoint covers beyond those that this ledger has of its log."""
    known = next((log for log in logs if log.log_id == outside.log_id), None)
    if known is None:
        return 0
    return max(0, outside.size - (leaves if known.until is None else min(leaves, known.until)))


def reasons(standing: CurrentPosition, compared: list[Compared]) -> list[Text]:
    """Return the reasons to believe that this is not the database that ran before, a sentence each."""
    found: list[Text] = []
    if standing.ids_ahead:
        found.append(
            Text(
                vi="mã giao dịch của cụm PostgreSQL thấp hơn mã đã ghi trong sổ",
                en="the cluster's transaction ids are below those that the ledger knows",
            )
        )
    if (
        standing.system_noted is not None
        and standing.system_now is not None
        and standing.system_noted != standing.system_now
    ):
        found.append(
            Text(
                vi="cơ sở dữ liệu nằm trong một cụm PostgreSQL khác",
                en="the database lies in another PostgreSQL cluster",
            )
        )
    for one in compared:
        if (sentence := _SENTENCES.get(one.verdict)) is not None:
            vi, en = (
                words.format(size=one.outside.size, leaves=standing.leaves) for words in sentence
            )
            found.append(Text(vi=vi, en=en))
    return found


_SENTENCES: dict[str, tuple[str, str]] = {
    "newer": (
        "bên ngoài có mốc kiểm {size} bản ghi, sổ ở đây chỉ có {leaves}",
        "a checkpoint outside covers {size} entries, the ledger here only {leaves}",
    ),
    "forked": (
        "mốc kiểm bên ngoài ({size} bản ghi) không khớp với sổ ở đây",
        "a checkpoint outside ({size} entries) does not fit the ledger here",
    ),
    "other_log": (
        "bên ngoài có mốc kiểm ({size} bản ghi) của một nhật ký mà cơ sở dữ liệu này không biết",
        "a checkpoint outside ({size} entries) is of a log that this database does not know",
    ),
}


def is_empty_one(entries: int, compared: list[Compared]) -> bool:
    """Tell whether this is a new, empty ledger although checkpoints outside cover entries."""
    return entries == 0 and any(one.verdict in _SENTENCES and one.outside.size for one in compared)


EMPTY = Text(
    vi="cơ sở dữ liệu này trống, không phải bản khôi phục của sổ mà mốc kiểm bên ngoài chứng nhận: cơ sở dữ liệu đã"
    " mất, xem docs/runbooks/database-lost.md",
    en="this database is empty, and no copy of the ledger that checkpoints outside tell of: the database is lost, see"
    " docs/runbooks/database-lost.md",
)


LOGS_GONE = Text(
    vi="bảng ledger_logs trống: các đời của sổ và các lần khôi phục đã khai báo bị xóa khỏi đó; hãy khôi phục cơ sở dữ"
    " liệu từ bản sao lưu (docs/runbooks/database-lost.md)",
    en="the table ledger_logs is empty: the lives of the ledger, and the restores that were declared, were removed from"
    " it; restore the database from a backup (docs/runbooks/database-lost.md)",
)


class LogsGone(Exception):
    """The table of the ledger's logs is empty.

    The migration filled it, and none of our code empties it.
    """

    def __init__(self) -> None:
        super().__init__(LOGS_GONE.en)
        self.text = LOGS_GONE


NOT_OURS = Text(vi="không do khóa nào ở đây ký", en="it is signed by no key that is here")


def lost(entries: int, compared: list[Compared]) -> int | None:
    """Return how many entries are lost at least.

    None if it is not known: nothing outside shows it, or the histories differ.
    """
    verdicts = {one.verdict for one in compared}
    if verdicts & {"forked", "other_log"}:
        return None
    newer = [one.outside.size for one in compared if one.verdict == "newer"]
    if newer:
        return max(0, max(newer) - entries)
    return 0 if "same" in verdicts else None
