"""Whose backup it is: a manifest is signed by keys that lie in the same backup, and so vouches for nothing by itself.

Anybody may encrypt other keys to the operator's recipient, which is no secret, and sign what he likes with them. What
is started then is his database, with his functions in it. So the operator names the key that he knows: it stands on
each checkpoint, receipt and package. From it to the key that the backup has, the ring of keys leads by signatures.
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
    """The key that was named vouches for nothing any more. Keys of an older backup, which know of no theft, are no way
    around it."""


def check(keys_dir: Path, known: str | None, *, is_trusted: bool = False) -> None:
    """Raise Failure unless the keys that came with a backup are those of `known` (a receipt key's id), or follow it;
    Stolen where the one or the other was declared stolen.

    Without `known` somebody at a terminal is asked whether the backup's key is theirs, unless it was said that nobody
    else can have written it (`is_trusted`: a place of one's own, a drill). What nobody vouches for is not started.
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
    """Tell whether `has` is the key `known`, or became its successor by a signed statement of each key before."""
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
    """The first key from `has` back to `known` that was declared stolen, and from when on; None where none was.

    By the ring in the backup, which the successor signed. A thief's own ring tells of no theft: against him helps a key
    that is newer than the one he has, and no other.
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
