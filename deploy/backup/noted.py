"""The data folder's note of its places: the newest backup on each disk that was written to there.

An unmounted disk looks like an empty folder. A new chain would go to the system's own disk and be
proven there, and phones would delete photographs of which there is no copy elsewhere. So a place is
recognised by the backup that was written there last, signed by us. Several disks may be mounted in
turn under one path: each is recognised by its own newest backup.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deploy.backup.manifest import Manifests
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.private_files import make_private_folder, write_private


@dataclass
class Noted:
    """The note of one data folder."""

    file: Path
    places: dict[str, list[str]] = field(default_factory=dict)
    """By the place's name: the newest backup of each disk that was mounted there."""
    log: str | None = None
    """The newest backup that included PostgreSQL's log. On a disk without that backup the log has a
    gap."""
    is_brought: bool = False
    """Whether a restore wrote this note: nothing was backed up from here yet."""

    @classmethod
    def of(cls, folder: DataFolder) -> "Noted":
        """Read the note.

        It is empty if there is none, or if it cannot be read; then the database is asked.
        """
        file = folder.path / "backup" / "places.json"
        try:
            told: dict[str, Any] = json.loads(file.read_text())
            if "places" not in told:  # of an earlier version: one disk in a place
                return cls(file, {words: [number] for words, number in told.items()})
            return cls(file, dict(told["places"]), told["log"], told["is_brought"])
        except (OSError, ValueError, AttributeError, KeyError, TypeError):
            return cls(file)

    def require(self, words: str, manifests: Manifests, *, full: bool, is_new: bool) -> None:
        """Raise Failure if this place is none of the disks that were written to under this name.

        `full` ignores damage: the newest backup is there, but cannot be read or no longer counts.
        `is_new` is the operator's assurance that another disk is mounted there now, or that it was
        emptied. The keys must be loaded, and manifests of others removed.
        """
        numbers = self.places.get(words, [])
        if is_new or not numbers or any(number in manifests.all for number in numbers):
            return
        for number in numbers:
            if (fault := manifests.why_not(number)) is None:
                continue
            if full:
                return
            raise Failure(
                f"{fault.vi}; hoặc bắt đầu chuỗi mới bằng --full",
                f"{fault.en}; or begin a new chain by --full",
            )
        last = ", ".join(numbers)
        raise Failure(
            f"{words} không còn bản sao lưu đã ghi ở đó ({last}): ổ đĩa có được gắn không? Nếu đó là ổ đĩa mới hoặc đã"
            " được dọn trống thì chạy một lần backup --new-place (không kèm --every)",
            f"{words} does not have the backup that was written there ({last}): is its disk mounted? Where it is a new"
            " disk, or was emptied on purpose, run `backup --new-place` once (without --every)",
        )

    def require_no_lost_place(self, words: str, *, was_proven: bool, is_new: bool) -> None:
        """Raise Failure for a place without our backups if this installation must have had some.

        That is so if it came from a backup, or if its database says that backups were proven while
        the note is lost.
        """
        if is_new or not (was_proven or self.is_brought) or (self.places and not self.is_brought):
            return
        raise Failure(
            f"hệ thống này từng có bản sao lưu, nhưng {words} không có bản nào: ổ đĩa có được gắn không?"
            " Nếu đó là nơi mới thì chạy một lần backup --new-place (không kèm --every)",
            f"there were backups of this installation before, and {words} has none of them: is its disk mounted? Where"
            " it is a new place, run `backup --new-place` once (without --every)",
        )

    def has_gap(self, manifests: Manifests) -> bool:
        """Tell whether part of the log since this place's newest backup went to another disk."""
        return self.log is not None and self.log not in manifests.all

    def write(
        self, words: str, number: str, manifests: Manifests, *, has_log: bool, is_brought: bool
    ) -> None:
        """Record the newest backup of this place; other disks that were mounted there stay known.

        Nothing is written while the data folder is being moved to another path.
        """
        others = [one for one in self.places.get(words, []) if one not in manifests.all]
        self.places[words] = [*others, number]
        self.log, self.is_brought = number if has_log else self.log, is_brought
        if not self.file.parent.parent.is_dir():
            return
        make_private_folder(self.file.parent)
        told = {"places": self.places, "log": self.log, "is_brought": self.is_brought}
        write_private(self.file, json.dumps(told, indent=1).encode())
