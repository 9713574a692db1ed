"""Where backups are stored: a folder, best on another machine's disk, or a bucket of any S3 server.

A file appears under its name either whole or not at all, and is on the disk when `put` returns.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, Protocol

import urllib3
from minio import Minio
from minio.error import InvalidResponseError, MinioException, S3Error, ServerError

from backend.core.key_ring import sync_folder
from backend.core.settings import BackupStore, backup_store
from deploy.failures import Failure

_CHUNK = 1024 * 1024
_GONE = {"NoSuchKey", "NoSuchObject", "ResourceNotFound"}
_S3_FAULTS = (
    MinioException,
    S3Error,
    ServerError,
    InvalidResponseError,
    urllib3.exceptions.HTTPError,
)


class Absent(Exception):
    """There is no such file in the place."""


class Place(Protocol):
    """Files by name; names contain slashes. Each call raises Failure if the place is unusable."""

    words: str
    path: Path | None
    """The folder, if it is one: files can be made there and renamed."""

    def put(self, name: str, file: Path) -> None:
        """Move the file into the place, durably. An existing file of that name is replaced."""

    def fetch(self, name: str, to: Path) -> None:
        """Copy a file out. Raises Absent."""

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Read a file. Raises Absent."""

    def names(self, prefix: str) -> dict[str, int]:
        """Return names that begin with `prefix` (ending with a slash), and their sizes in bytes."""

    def remove(self, name: str) -> None:
        """Remove a file; a missing one is no error."""


def place_of(text: str, *, make: bool) -> Place:
    """Return the place that `text` names: a folder, or `s3://bucket[/prefix]`.

    The S3 server is that of the settings.

    `make` creates a missing folder. Raises Failure if the place cannot be used.
    """
    scheme, is_address, _ = text.partition("://")
    if is_address and scheme != "s3":  # otherwise it would be made as a folder
        raise Failure(
            f"{text} không phải nơi sao lưu: hãy nêu một thư mục hoặc s3://BUCKET/PREFIX",
            f"{text} is no place for backups: name a folder, or s3://BUCKET/PREFIX",
        )
    if is_address:
        bucket, _, prefix = text.removeprefix("s3://").partition("/")
        return BucketPlace(backup_store(), bucket, prefix.strip("/"))
    return FolderPlace(Path(text).expanduser().absolute(), make=make)


class FolderPlace:
    """See Place."""

    def __init__(self, path: Path, *, make: bool) -> None:
        """Use a folder. Raises Failure if there is none, or it cannot be made."""
        self.path: Path | None = path
        self._root = path
        self.words = str(path)
        if make:
            with told(self.words):
                _make_durable(path)
        if not path.is_dir():
            raise Failure(f"không có thư mục {path}", f"there is no folder {path}")

    def _at(self, name: str) -> Path:
        """Return a file's path.

        Raises Failure if a name leads out of the place: a manifest may be forged.
        """
        told = PurePosixPath(name)
        if told.is_absolute() or ".." in told.parts:
            raise Failure(
                f"nơi sao lưu {self.words} nêu một tệp nằm ngoài nó: {name}",
                f"{self.words} names a file that lies outside of it: {name}; see who writes there",
            )
        return self._root / told

    def put(self, name: str, file: Path) -> None:
        """Move the file in with fsync and rename."""
        target = self._at(name)
        with told(self.words):
            _make_durable(target.parent)
            if file.stat().st_dev != target.parent.stat().st_dev:
                beside = target.with_name(f".{target.name}.part")
                shutil.copyfile(file, beside)
                file.unlink()
                file = beside
            file.chmod(0o600)
            handle = os.open(file, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
            file.replace(target)
            sync_folder(target.parent)

    def fetch(self, name: str, to: Path) -> None:
        """Copy a file of the folder out."""
        with self.open(name) as source, to.open("wb") as target:
            shutil.copyfileobj(source, target, _CHUNK)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a regular file of the folder."""
        try:
            # O_NONBLOCK: somebody may have put a pipe there, on which an open would wait, or an
            # endless device.
            handle = os.open(self._at(name), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except (FileNotFoundError, NotADirectoryError):
            raise Absent(name) from None
        except OSError as error:
            raise unusable(self.words, error) from None
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Absent(name)
        with os.fdopen(handle, "rb") as file:
            yield file

    def names(self, prefix: str) -> dict[str, int]:
        """Return names and sizes below a folder, without hidden files."""
        found: dict[str, int] = {}
        for folder, _, files in os.walk(self._root / prefix):
            for file in files:
                path = Path(folder) / file
                try:
                    told = path.stat()
                except OSError:  # removed meanwhile, or a link to nowhere
                    continue
                if stat.S_ISREG(told.st_mode) and not file.startswith("."):
                    found[path.relative_to(self._root).as_posix()] = told.st_size
        return found

    def remove(self, name: str) -> None:
        """Unlink a file, and its folder once that is empty."""
        path = self._at(name)
        with told(self.words):
            path.unlink(missing_ok=True)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()


def _make_durable(folder: Path) -> None:
    """Make a folder and those above it, durably: a power cut must not remove their contents."""
    if not folder.is_dir():
        _make_durable(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


class BucketPlace:
    """See Place. The bucket must exist: the credentials of backups need no right to make one."""

    def __init__(self, store: BackupStore, bucket: str, prefix: str) -> None:
        """Use a bucket. Raises Failure if it does not answer."""
        self.path: Path | None = None
        self.words = f"s3://{bucket}/{prefix}".rstrip("/")
        self._bucket, self._prefix = bucket, f"{prefix}/" if prefix else ""
        pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=5, read=60),
            retries=urllib3.Retry(
                total=4, backoff_factor=0.5, status_forcelist=(500, 502, 503, 504)
            ),
            maxsize=8,
        )
        with told(self.words):
            self._client = Minio(
                store.endpoint,
                access_key=store.access_key,
                secret_key=store.secret_key,
                secure=store.secure,
                region=store.region,
                http_client=pool,
            )
            try:
                is_there = self._client.bucket_exists(bucket)
            except ValueError:  # minio raises it for a name that no bucket can have
                raise Failure(
                    f"s3://{bucket} không phải tên vùng chứa", f"s3://{bucket} names no bucket"
                ) from None
            if not is_there:
                raise Failure(
                    f"không có vùng chứa {bucket} trên {store.endpoint}",
                    f"there is no bucket {bucket} at {store.endpoint}; make it first",
                )

    def put(self, name: str, file: Path) -> None:
        """Upload with PUT, in parts if it is large; an unfinished upload leaves no object."""
        with told(self.words):
            self._client.fput_object(self._bucket, self._prefix + name, str(file))
        file.unlink()

    def fetch(self, name: str, to: Path) -> None:
        """Download an object with GET."""
        with self.open(name) as source, to.open("wb") as target:
            shutil.copyfileobj(source, target, _CHUNK)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Read an object with GET; a broken connection raises Failure, never gives a short file."""
        answer: Any = None
        try:
            answer = self._client.get_object(self._bucket, self._prefix + name)
            yield answer
        except S3Error as error:
            if error.code in _GONE:
                raise Absent(name) from None
            raise unusable(self.words, error) from None
        except _S3_FAULTS as error:
            raise unusable(self.words, error) from None
        finally:
            if answer is not None:
                answer.close()
                answer.release_conn()

    def names(self, prefix: str) -> dict[str, int]:
        """List the objects with this prefix."""
        with told(self.words):
            found = self._client.list_objects(
                self._bucket, prefix=self._prefix + prefix, recursive=True
            )
            return {
                str(item.object_name).removeprefix(self._prefix): int(item.size or 0)
                for item in found
            }

    def remove(self, name: str) -> None:
        """Remove an object with DELETE."""
        with told(self.words):
            self._client.remove_object(self._bucket, self._prefix + name)


@contextmanager
def told(words: str) -> Iterator[None]:
    """Turn errors of the disk or the network into a Failure that names the place."""
    try:
        yield
    except (OSError, *_S3_FAULTS) as error:
        raise unusable(words, error) from None


def unusable(words: str, error: Exception) -> Failure:
    """Return that Failure."""
    if isinstance(error, OSError) and error.errno == 28:  # ENOSPC
        return Failure(
            f"nơi sao lưu {words} đã đầy; hãy thêm chỗ rồi chạy lại",
            f"{words} is full; make room there and run it again: what is copied already stays",
        )
    said = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return Failure(
        f"không dùng được nơi sao lưu {words} ({said})", f"{words} cannot be used: {said}"
    )
