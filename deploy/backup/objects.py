"""The object store's part of a backup: each object once under its SHA-256, and object lists.

An object whose name contains its hash (every original and paper) but that holds other bytes is not
copied. The manifest names it, and an earlier copy of the right bytes is kept.
"""

import gzip
import hashlib
import re
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
import urllib3
from minio import Minio
from minio.error import MinioException, S3Error

from backend.core.settings import Settings
from deploy.backup.places import Absent, Place
from deploy.failures import Failure

_THREADS = 4
_CHUNK = 1024 * 1024
_NAMED_BY_HASH = re.compile(r"-([0-9a-f]{64})$")
_TRIES = 4
_GONE = {"NoSuchKey", "NoSuchObject", "NoSuchVersion", "ResourceNotFound"}
_ANY_TYPE = "application/octet-stream"
Say = Callable[[str], None]


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """An object and the bytes that it holds.

    `etag` is the live store's, to notice a changed object later.
    """

    bucket: str
    key: str
    sha256: str
    size: int
    etag: str
    media_type: str


Known = dict[tuple[str, str], Kept]


def name_of(sha256: str) -> str:
    """Return where those bytes are stored in a place."""
    return f"objects/{sha256[:2]}/{sha256}"


class Copied(msgspec.Struct):
    """The result of a copy."""

    new: list[Kept]
    new_bytes: int
    damaged: list[str]
    seen: set[tuple[str, str]]


def lying_there(place: Place, known: Known, say: Say, *, read_all: bool) -> tuple[set[str], Known]:
    """Return the hashes in the place, also of a killed backup, and what of `known` is there.

    The rest is copied again. Files that were cut short or removed are noticed by their size,
    changed bytes of the same size only with `read_all`, which reads every object of the place.
    """
    there = {name.rpartition("/")[2]: size for name, size in place.names("objects/").items()}
    cut = {kept.sha256 for kept in known.values() if there.get(kept.sha256, -1) != kept.size}
    have = there.keys() - cut
    for number, sha256 in enumerate(sorted(have) if read_all else (), 1):
        say(f"đọc lại / reading again: {number} / {len(have)}")
        if not _is_whole(place, sha256):
            cut.add(sha256)
    if cut:
        say(
            f"chép lại / copied again: {len(cut)} đối tượng bị hỏng hoặc mất / objects damaged or gone"
        )
    return have - cut, {where: kept for where, kept in known.items() if kept.sha256 not in cut}


def _is_whole(place: Place, sha256: str) -> bool:
    try:
        with place.open(name_of(sha256)) as file:
            digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except Absent:
        return False
    return digest.hexdigest() == sha256


def copy(
    settings: Settings, place: Place, parts: Path, known: Known, have: set[str], say: Say
) -> Copied:
    """Copy what the place does not have yet, and add it to `known` and `have`.

    Raises Failure if the store does not answer.
    """
    client = _client(settings)
    copied = Copied([], 0, [], set())
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="backup") as pool:
        running: set[Future[Kept | str | None]] = set()

        def take_in(done: set[Future[Kept | str | None]]) -> None:
            for each in done:
                kept = each.result()
                if kept is None:
                    continue
                if isinstance(kept, str):
                    copied.damaged.append(kept)
                    continue
                known[kept.bucket, kept.key] = kept
                copied.new.append(kept)
                if kept.sha256 not in have:
                    have.add(kept.sha256)
                    copied.new_bytes += kept.size
                say(f"kho / objects: {len(copied.new)} mới / new, {copied.new_bytes / 1e6:.0f} MB")

        for bucket, item in _listed(client, settings):
            where = (bucket, str(item.object_name))
            copied.seen.add(where)
            before = known.get(where)
            if before is not None and before.etag == (item.etag or ""):
                continue
            running.add(pool.submit(_one, client, place, parts, bucket, item, have))
            if len(running) >= _THREADS * 4:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                take_in(done)
        take_in(wait(running).done)
    return copied


def _listed(client: Minio, settings: Settings) -> Iterator[tuple[str, Any]]:
    for bucket in (settings.s3_bucket, settings.s3_staging_bucket):
        try:
            for item in client.list_objects(bucket, recursive=True):
                if not item.is_dir:
                    yield bucket, item
        except (MinioException, urllib3.exceptions.HTTPError) as error:
            raise _silent(error) from None


def _one(
    client: Minio, place: Place, parts: Path, bucket: str, item: Any, have: set[str]
) -> Kept | str | None:
    """Copy one object. Return its name if its bytes do not match it, None if it is gone."""
    key, etag = str(item.object_name), item.etag or ""
    named = _NAMED_BY_HASH.search(key)
    try:
        for version in chain((None,), _older(client, bucket, key, named is not None)):
            part = parts / hashlib.sha256(f"{bucket}/{key}".encode()).hexdigest()
            sha256, size, media_type = _read(client, bucket, key, version, part)
            if named is not None and sha256 != named[1]:
                part.unlink()
                continue
            if sha256 in have:
                part.unlink()
            else:
                place.put(name_of(sha256), part)
            return Kept(bucket, key, sha256, size, etag, media_type)
    except (MinioException, urllib3.exceptions.HTTPError) as error:
        if not isinstance(error, S3Error) or error.code not in _GONE:
            raise _silent(error) from None
        if named is None:
            return None  # uploads in the staging bucket come and go
    return f"{bucket}/{key}"


def _older(client: Minio, bucket: str, key: str, named: bool) -> Iterator[str]:
    """Yield older versions, if the latest is wrong: the original is below what was put over it."""
    if named:
        for item in client.list_objects(bucket, prefix=key, include_version=True, recursive=True):
            if item.object_name == key and not item.is_delete_marker and item.version_id:
                yield str(item.version_id)


def _read(
    client: Minio, bucket: str, key: str, version: str | None, part: Path
) -> tuple[str, int, str]:
    """Stream an object into a file; returns SHA-256, size, media type.

    Tries again if the connection breaks.
    """
    for number in range(1, _TRIES + 1):
        answer: Any = None
        try:
            answer = client.get_object(bucket, key, version_id=version)
            digest, size = hashlib.sha256(), 0
            with part.open("wb") as file:
                while chunk := answer.read(_CHUNK):
                    digest.update(chunk)
                    size += file.write(chunk)
            media_type = answer.headers.get("content-type") or _ANY_TYPE
            return digest.hexdigest(), size, media_type
        except (MinioException, urllib3.exceptions.HTTPError) as error:
            if isinstance(error, S3Error) and error.code in _GONE:
                raise
            if number == _TRIES:
                raise _silent(error) from None
        finally:
            if answer is not None:
                answer.close()
                answer.release_conn()
    raise AssertionError


def write_list(kept: list[Kept], file: Path) -> None:
    """Write one object a line, compressed; the same list gives the same bytes."""
    encoder = msgspec.json.Encoder()
    with file.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as out:
        for each in kept:
            out.write(encoder.encode(each) + b"\n")


def read_list(file: Path) -> Known:
    """Undo write_list(). The caller has checked the file's hash."""
    decoder = msgspec.json.Decoder(Kept)
    with gzip.open(file, "rb") as lines:
        return {(kept.bucket, kept.key): kept for kept in map(decoder.decode, lines)}


def _client(settings: Settings) -> Minio:
    pool = urllib3.PoolManager(
        timeout=urllib3.Timeout(connect=2, read=30), retries=False, maxsize=_THREADS * 2
    )
    return Minio(
        settings.s3_endpoint,
        access_key=settings.s3_access_key,
        secret_key=settings.s3_secret_key,
        secure=settings.s3_secure,
        region="us-east-1",
        http_client=pool,
    )


def _silent(error: Exception) -> Failure:
    return Failure(
        "kho đối tượng không trả lời", f"the object store does not answer ({type(error).__name__})"
    )


def measure(file: Path) -> tuple[str, int]:
    """Return SHA-256 and size of a file."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest(), file.stat().st_size
