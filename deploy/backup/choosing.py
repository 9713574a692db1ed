"""Chooses the backup to restore, and the keys for it, in a place to which others may have written.

The newest backup that one of our keys signed is taken. Manifests that sort after it and have no
signature of ours are passed over, and reported. Refusing them would not help: what such a manifest
names cannot be trusted, and anybody who can write there could also have removed ours. That cannot
be seen from the place itself, so the age of the restored backup is reported as well.
"""

import zlib
from collections.abc import Callable
from datetime import datetime, timedelta

from backend.core import clock, keys
from deploy.backup.bringing import Bringing, choose, is_after, moment_of
from deploy.backup.manifest import Manifest, Manifests, bears_signature_of, damaged
from deploy.backup.origin import Stolen
from deploy.failures import Failure

_NAMED = 3


def keys_of(
    manifests: Manifests, at: datetime | None = None, number: str | None = None
) -> list[Manifest]:
    """Return the backups whose keys may be used, the newest first: they know all earlier keys.

    Keys of an older backup would bring replaced keys back into use, perhaps stolen ones. If the
    wanted backup is known, no keys from before it are returned; which backup is our newest can only
    be told with its keys. Raises Failure if there is no such backup.
    """
    if at is not None:
        late = [each for each in manifests.all.values() if is_after(each, at)]
    elif number is not None:
        wanted = choose(manifests, None, number)
        late = [each for each in manifests.all.values() if each.id >= wanted.id]
    else:
        late = list(manifests.all.values())
    late.sort(key=lambda each: each.id, reverse=True)
    return [each for each in late if each.keys_file] or late[:1] or [choose(manifests, at)]


class Opened:
    """The keys in use, and why those of later manifests were not used."""

    by: Manifest | None = None
    """The backup whose keys were opened; None if the keys are the operator's own copy."""

    def __init__(self) -> None:
        self._faults: dict[str, Failure] = {}

    def failed(self, manifest: Manifest, fault: Failure) -> None:
        """Record that a backup's keys do not open, or are not ours."""
        self._faults[manifest.id] = fault

    def require(self, manifest: Manifest) -> None:
        """Raise Failure if the keys are older than the backup to restore.

        Replaced keys, perhaps stolen ones, would come into use again.
        """
        if self.by is None or self.by.id >= manifest.id:
            return
        raise self._faults.get(manifest.id) or Failure(
            f"bản sao lưu {manifest.id} được làm không kèm khóa; hãy đưa thư mục khóa bằng --keys",
            f"the backup {manifest.id} was taken without keys, and an older one's are not used instead: name the folder"
            " of your copy of them by --keys, or an older backup by --backup",
        )


def open_keys(
    bringing: Bringing,
    newest_first: list[Manifest],
    unpack: Callable[[Manifest], None],
    check: Callable[[], None],
) -> Opened:
    """Open the newest keys that can be opened and are ours; others may have been put beside them.

    Raises the first Failure if none are, and Stolen immediately.
    """
    opened, first = Opened(), None
    for manifest in newest_first:
        try:
            unpack(manifest)
            check()
            # A forged manifest may name a file of ours, with old keys, under which everything newer
            # would count as forged.
            if not bears_signature_of(manifest, keys.load(bringing.folder.keys).public):
                raise damaged(f"manifests/{manifest.id}.json", "its signature is not valid")
        except Stolen:
            raise
        except Failure as fault:
            told = fault
        except (OSError, ValueError, TypeError, zlib.error) as error:  # packed by somebody else
            told = Failure(
                f"khóa của bản sao lưu {manifest.id} không phải khóa của hệ thống",
                f"the keys of backup {manifest.id} are none of this program: {type(error).__name__}",
            )
        else:
            opened.by = manifest
            if first is not None:
                bringing.say(f"khóa cũ hơn được dùng / older keys are used: {manifest.id}: {first}")
            return opened
        first = first or told
        opened.failed(manifest, told)
        bringing.drop_secrets()
    if first is not None:
        raise first
    return opened


def told_choice(manifests: Manifests, manifest: Manifest, *, is_newest: bool) -> str:
    """Describe what is restored, how old it is, and what was passed over."""
    age = clock.now() - moment_of(manifest)
    lines = [
        f"bản sao lưu / backup {manifest.id}: {manifest.at}, {_age(age, vi=True)} trước /"
        f" {_age(age, vi=False)} ago, khóa / key {manifest.key_id}"
    ]
    if not is_newest:
        return lines[0]
    if others := manifests.passed_over():
        named = ", ".join(f"manifests/{number}.json" for number in others[:_NAMED])
        fault = manifests.why_not(others[0])
        lines.append(
            f"CHÚ Ý: {len(others)} bản mới hơn bị bỏ qua vì không do khóa nào của hệ thống ký: {named}. Có người khác"
            " ghi vào nơi đó, hoặc bản ấy hỏng: bản sao khác của nơi đó có thể còn nguyên\n"
            f"NOTE: {len(others)} newer ones are passed over, which no key of ours signed: {named}"
            f" ({fault and fault.en}). Somebody else writes there, or they are damaged: another copy of the place may"
            " have them whole"
        )
    lines.append(
        "Có bản mới hơn mà bạn biết không? Ai ghi được vào đó thì cũng xóa được bản mới nhất. / Do you know of a newer"
        " one? Who can write there can also have taken the newest away: a checkpoint kept outside tells (--checkpoint)"
    )
    return "\n".join(lines)


def _age(age: timedelta, *, vi: bool) -> str:
    minutes = max(0, int(age.total_seconds()) // 60)
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return f"{days} ngày {hours} giờ" if vi else f"{days} d {hours} h"
    return f"{hours} giờ {minutes % 60} phút" if vi else f"{hours} h {minutes % 60} min"
