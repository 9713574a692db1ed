"""Whose backup it is.

A manifest is signed by keys from the same backup, so it proves nothing by itself.

Anybody can encrypt other keys to the operator's recipient, which is not secret, and sign anything
with them. A restore would then start a forged database, including its functions. So the operator
names a key that they know: checkpoints, receipts and packages contain its id. The ring of keys
leads from it, by signatures, to the key in the backup.
"""

import sys
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from backend.core import clock, key_ring
from backend.core.key_ring import Ring, key_id_of, unb64url
from backend.core.keys import Keys
from deploy.failures import Failure


class Stolen(Failure):
    """The named key proves nothing any more.

    Keys of an older backup, which do not know of the theft, must not be used instead.
    """


def check(keys_dir: Path, known: str | None, *, is_trusted: bool = False) -> None:
    """Raise Failure unless a backup's keys are those of `known` (a receipt key's id), or follow it.

    Raises Stolen if either was declared stolen. Without `known`, somebody at a terminal is asked
    whether the backup's key is theirs, unless `is_trusted` says that nobody else can have written
    it (a place of one's own, a drill). A backup of unknown origin is not started.
    """
    has = Keys(keys_dir).key_id
    if known is None:
        if not is_trusted:
            _ask(has)
    elif not follows(keys_dir, known.strip().lower(), has):
        raise Failure(
            f"bản sao lưu này không phải của hệ thống có khóa {known}: khóa của nó là {has}",
            f"this backup is not of the installation whose key is {known}: its own is {has},"
            " and no signature leads from the one to the other; nothing of it was started",
        )
    elif (stolen := _stolen_between(keys_dir, known.strip().lower(), has)) is not None:
        day = clock.rfc3339(stolen[1])
        raise Stolen(
            f"khóa {stolen[0]} bị khai báo mất cắp kể từ {day}: ai có nó thì làm được bản sao lưu dẫn từ khóa {known}."
            " Hãy nêu key_id của mốc kiểm có từ sau khi thay khóa (--key), hoặc --trust-this-backup mà không kèm --key"
            " nếu không ai khác ghi được vào nơi sao lưu; chưa khởi động gì",
            f"the key {stolen[0]} counts as stolen from {day} on: whoever has it can make a backup to which the key"
            f" {known} leads. Name the key_id of a checkpoint made since it was replaced (--key), or say"
            " --trust-this-backup without --key, where nobody else can write to the place; nothing of it was started",
        )


def follows(keys_dir: Path, known: str, has: str) -> bool:
    """Tell whether `has` is the key `known`, or its successor by signed statements of each key."""
    if known == has:
        return True
    said, ring = key_ring.read(keys_dir), Ring()
    for each in said:
        if each.key_id == known and isinstance(each.public_key, dict):
            raw = unb64url(each.public_key.get("x", ""))
            if key_id_of(raw) == known:
                ring.public[known] = Ed25519PublicKey.from_public_bytes(raw)
    ring.learn(said)
    return has in ring.public


def _stolen_between(keys_dir: Path, known: str, has: str) -> tuple[str, datetime] | None:
    """Return the first key from `has` back to `known` that was declared stolen, and since when.

    This follows the ring in the backup, which the successor signed. A thief's own ring names no
    theft: against a thief only a known key helps that is newer than the stolen one.
    """
    ring = Ring()
    ring.believe(key_ring.read(keys_dir))
    before = {
        said.key_id: said.signed_by
        for said in ring.statements.values()
        if said.event == "made" and said.use == "receipt"
    }
    key_id, seen = has, set[str]()
    while key_id not in seen:
        if key_id in ring.stolen:
            return key_id, ring.stolen[key_id]
        if key_id == known:
            return None
        seen.add(key_id)
        key_id = before.get(key_id, key_id)
    return None


def _ask(has: str) -> None:
    if not sys.stdin.isatty():
        raise Failure(
            f"chưa rõ bản sao lưu này (khóa {has}) của ai nên không khởi động gì: hãy nêu --key KEY_ID (key_id trên mốc"
            " kiểm hoặc biên nhận đã giữ), hoặc --trust-this-backup nếu không ai khác ghi được vào nơi sao lưu",
            f"nobody said whose backup this is (its key is {has}), and nothing of it was started: name --key KEY_ID,"
            " the key_id of a checkpoint or receipt that you kept; or say --trust-this-backup, where nobody else can"
            " write to the place",
        )
    print(
        f"khóa của bản sao lưu / key of this backup: {has}. Hãy so với mốc kiểm hoặc biên nhận đã giữ (--key)."
        " / Compare it with a checkpoint or receipt that you kept (--key): only that tells whose backup it is.\n"
        "Đúng khóa đó? / Is it that key? [y/N] ",
        end="",
        file=sys.stderr,
        flush=True,
    )
    if sys.stdin.readline().strip().lower() not in ("y", "yes", "c", "co", "có"):
        raise Failure("đã thôi, không khởi động gì", "left as it was: nothing of it was started")
