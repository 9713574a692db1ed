"""The commands `./hientruong backup` and `./hientruong restore`.

Exit codes: 0 done, 1 refused or damaged, 2 not proven.
"""

import errno
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from backend.core import clock
from backend.core import keys as server_keys
from backend.core.settings import backup_store
from deploy import surroundings
from deploy.backup import keeping, origin, secret_parts
from deploy.backup.bringing import Bringing, choose
from deploy.backup.choosing import Opened, keys_of, open_keys, told_choice
from deploy.backup.following import follow
from deploy.backup.manifest import Manifest, Manifests
from deploy.backup.noted import Noted
from deploy.backup.places import place_of
from deploy.backup.proving import prove
from deploy.backup.taking import Taker, alone
from deploy.data_folder import DataFolder
from deploy.embedded.ports import load_or_choose
from deploy.failures import Failure
from deploy.reach import installation
from deploy.servers import Servers
from deploy.verify import verify

Say = Callable[[str], None]
_LENGTH = re.compile(r"([1-9][0-9]{0,3})(m|h|d)")
_HERE = ("127.0.0.1", "localhost", "[::1]")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `backup`.

    `every` is a length such as 15m; only `--every` itself passes `proof_of`.
    """

    recipient: str | None
    without_keys: bool
    full: bool = False
    is_new: bool = False
    prove: bool = False
    every: str | None = None
    keep_days: int | None = None
    proof_of: str | None = None


def backup(folder: DataFolder, to: str, wanted: Wanted) -> int:
    """Take one backup, or with `--every` one after the other; returns the exit code.

    Raises Failure.
    """
    if surroundings.names_a_deployment():
        raise Failure(
            "các phần chạy riêng thì sao lưu bằng công cụ của chúng, xem docs/operations/backup.md",
            "parts apart are backed up by their own means: see docs/operations/backup.md",
        )
    folder.require_installation()
    if wanted.keep_days is not None and wanted.keep_days < 1:
        raise Failure("--keep-days phải từ 1 trở lên", "--keep-days must be 1 or more")
    if wanted.is_new and wanted.every is not None:  # a systemd unit would repeat it at each start
        raise Failure(
            "--new-place chỉ dùng một lần, không kèm --every: ổ đĩa chưa gắn sẽ bị coi là nơi mới",
            "--new-place is said once, without --every: a disk that is not mounted would be taken for a new place",
        )
    receiver = _receiver(wanted.recipient, wanted.without_keys)
    every = _length(wanted.every) if wanted.every is not None else None
    _require_elsewhere(folder, to)
    if every is not None and folder.running() is None:
        raise Failure(
            "--every cần hệ thống đang chạy; hãy chạy ./hientruong up trước",
            "--every follows a running system; start ./hientruong up first",
        )
    say = teller()
    if wanted.proof_of is not None:
        return _prove_only(folder, to, wanted.proof_of, say)
    with alone(folder), installation(folder) as settings:
        place = place_of(to, make=True)
        servers = Servers(folder)
        taker = Taker(folder, servers, settings, place, receiver, say, wanted.full, wanted.is_new)
        try:
            if every is not None:
                proving = ["backup", "--data-dir", str(folder.path), "--to", to, "--without-keys"]
                proving = surroundings.command(*proving, "--proof-of")
                return follow(taker, every, wanted.keep_days, proving)
            return _once(taker, wanted)
        finally:
            taker.tidy()
            servers.account.close()


def _require_elsewhere(folder: DataFolder, to: str) -> None:
    if to.startswith("s3://"):
        host, _, port = backup_store().endpoint.rpartition(":")
        if host in _HERE and port == f"{load_or_choose(folder.ports_file)['s3']}":
            raise Failure(
                f"{to} là kho của chính hệ thống này và sẽ mất cùng nó; hãy chọn máy chủ S3 khác",
                f"{to} is this installation's own store and would be lost with it; choose another S3 server",
            )
        return
    place, own = Path(to).expanduser().resolve(), folder.path.resolve()
    if place == own or own in place.parents:
        raise Failure(
            f"{place} nằm trong thư mục dữ liệu và sẽ mất cùng nó; hãy chọn nơi khác, tốt nhất là ổ đĩa khác",
            f"{place} lies in the data folder and would be lost with it; choose another place, best another disk",
        )


def _prove_only(folder: DataFolder, to: str, number: str, say: Say) -> int:
    """Prove one backup, in the process that `--every` starts after each.

    Its parent holds the lock and takes points meanwhile.
    """
    with installation(folder) as settings:
        servers = Servers(folder)
        taker = Taker(
            folder, servers, settings, place_of(to, make=False), None, say, room="proving"
        )
        try:
            prove(taker, taker.manifests.all[number])
        finally:
            taker.tidy()
            servers.account.close()
    return 0


def _once(taker: Taker, wanted: Wanted) -> int:
    manifest = taker.run()
    _tell(manifest, taker.place.words)
    if wanted.prove:
        prove(taker, manifest)
    if wanted.keep_days is not None:
        chains = keeping.too_old(taker.manifests, clock.now(), wanted.keep_days)
        if count := keeping.forget(taker, chains):
            taker.say(f"đã xóa / removed: {len(chains)} chuỗi / chains, {count} tệp / files")
    return 1 if manifest.objects.damaged else 0


def restore(
    folder: DataFolder,
    source: str,
    *,
    at: str | None,
    identity: Path | None,
    keys: Path | None,
    known: str | None = None,
    is_trusted: bool = False,
    checkpoint: Path | None = None,
    number: str | None = None,
    despite_damage: bool = False,
) -> int:
    """Restore a backup into the new `folder`; returns the exit code of its `verify`.

    Raises Failure.

    `at` is a moment, `number` the id of a backup; without either the newest is restored. `known` is
    the id of a receipt key that the operator knows to be this installation's. `is_trusted` is the
    operator's assurance that nobody else can have written the backup. `checkpoint` was kept outside
    and shows how much is lost. `despite_damage` goes on without single objects that are damaged or
    missing, and names them.
    """
    moment = _moment(at)
    if moment is not None and number is not None:
        raise Failure("chỉ dùng một trong --at, --backup", "say --at or --backup, not both")
    say = teller()
    place = place_of(source, make=False)
    manifests = Manifests(place)
    bringing = Bringing(place, folder, say)
    bringing.despite_damage = despite_damage
    opened = Opened()
    try:
        if keys is not None:
            bringing.secrets_from(keys)
        elif identity is not None:
            opened = open_keys(
                bringing,
                keys_of(manifests, moment, number),
                lambda manifest: bringing.secrets_by(manifest, identity),
                lambda: origin.check(folder.keys, known, is_trusted=is_trusted),
            )
        else:
            raise Failure(
                "thiếu --identity FILE (khóa bí mật age của người vận hành)",
                "--identity FILE is missing: the operator's age identity, which opens the backup's keys",
            )
        manifests.keep_ours(server_keys.load(folder.keys).public)
        manifest = choose(manifests, moment, number)
        opened.require(manifest)
        choice = told_choice(manifests, manifest, is_newest=moment is None and number is None)
        print(choice, flush=True)
        bringing.bring(manifests, manifest, moment, checkpoint=checkpoint)
        Noted.of(folder).write(
            place.words, max(manifests.all), manifests, has_log=False, is_brought=True
        )
    except OSError as error:
        bringing.clear()
        full = error.errno == errno.ENOSPC
        raise Failure(
            f"không khôi phục được vào {folder.path} ({'đĩa đã đầy' if full else error.strerror})",
            f"it cannot be restored into {folder.path}: {'the disk is full' if full else error}",
        ) from None
    except BaseException:
        bringing.clear()
        raise
    say("kiểm chứng / verifying")
    code = verify(folder)
    print(choice)
    for name in bringing.damaged:
        code = 1
        print(f"HỎNG HOẶC MẤT / DAMAGED OR GONE: {name}")
    print(
        f"đã khôi phục vào / restored into {folder.path}; ./hientruong up --data-dir {folder.path}"
    )
    return code


def _receiver(recipient: str | None, without_keys: bool) -> Any:
    if recipient is not None:
        return secret_parts.recipient_of(recipient)
    if without_keys:
        return None
    raise Failure(
        "thiếu --recipient age1… (khóa công khai age mà khóa của hệ thống được mã hóa cho); hoặc --without-keys nếu"
        " bạn tự giữ bản sao của keys/ và secrets.json: thiếu chúng thì bản sao lưu không dùng được",
        "--recipient age1… is missing: to whom the server's keys are encrypted (age-keygen makes a pair; keep the"
        " secret half away from this machine); or --without-keys, where you keep a copy of keys/ and secrets.json"
        " yourself: without them no backup can be brought back",
    )


def _length(text: str) -> timedelta:
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise Failure(
            f"{text} không phải khoảng thời gian, ví dụ 15m, 6h, 1d",
            f"{text} is no length of time, such as 15m, 6h, 1d",
        )
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):  # not a time, or one beyond the calendar
        pass
    raise Failure(
        f"{text} không phải thời điểm RFC 3339, ví dụ 2026-11-24T09:30:00+07:00",
        f"{text} is no RFC 3339 time with its zone, such as 2026-11-24T09:30:00+07:00",
    )


def teller() -> Say:
    """Return a function that prints progress.

    It prints a new kind of message immediately, and the same kind at most every two seconds.
    """
    began, last, kind = time.monotonic(), 0.0, ""

    def say(text: str) -> None:
        nonlocal last, kind
        now, new = time.monotonic(), text.partition(":")[0]
        if new != kind or now - last >= 2:
            last, kind = now, new
            print(f"{now - began:6.1f} s  {text}", flush=True)

    return say


def _tell(manifest: Manifest, words: str) -> None:
    stored = sum(file.size for file in manifest.files)
    print(
        f"{manifest.id}: {manifest.kind}, {stored / 1e6:.1f} MB cơ sở dữ liệu / database,"
        f" {manifest.objects.new} đối tượng mới / new objects ({manifest.objects.new_bytes / 1e6:.1f} MB)"
        f" / {manifest.objects.count} ({manifest.objects.bytes / 1e6:.1f} MB), {words}"
    )
    for name in manifest.objects.damaged:
        print(f"HỎNG / DAMAGED: {name}: không đúng mã băm của nó / other bytes than its name tells")
