"""The object store on any S3 server, through the minio SDK.

The SDK blocks, so every call runs on this store's own executor: a slow store fills these threads
and never the event loop's default ones. Time-outs are short (connect 1 s, 10 s without a byte), and
nothing is retried here. The storing loop knows what is safe to repeat, and a phone gets "not yet"
rather than no answer.

A PUT is streamed from the file, with a signature over the known SHA-256 of its bytes and with
`x-amz-checksum-sha256`. The SDK's own put_object would hold every part in memory and hash it twice
more. Without a checksum, SeaweedFS publishes an empty object if a connection drops between headers
and body. So we build the request ourselves and use only the SDK's signing.
"""

import asyncio
import base64
import hashlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import urllib3
from minio import Minio
from minio.commonconfig import CopySource
from minio.credentials.providers import StaticProvider
from minio.error import InvalidResponseError, S3Error, ServerError
from minio.signer import sign_v4_s3

from media import object_lock, store_connections
from media.keys import Bucket, ObjectName
from media.store import (
    Listed,
    Measured,
    NotDeletable,
    ObjectMissing,
    RetentionMode,
    Standing,
    StoreError,
    StoreRefused,
    StoreUnavailable,
)

_NO_ANSWER = (ServerError, InvalidResponseError, urllib3.exceptions.HTTPError, OSError)

T = TypeVar("T")

_CHUNK_BYTES = 256 * 1024
_REGION = (
    "us-east-1"  # S3 servers outside Amazon take any; signatures must only agree with themselves
)
_MISSING = {"NoSuchKey", "NoSuchBucket", "NoSuchObject", "NoSuchVersion", "ResourceNotFound"}
_LATER = {
    "InternalError",
    "ServiceUnavailable",
    "SlowDown",
    "RequestTimeout",
    "XMinioServerNotInitialized",
}


class MinioStore:
    """See media.store.ObjectStore."""

    def __init__(
        self,
        endpoint: str,
        access_key: str,
        secret_key: str,
        *,
        evidence_bucket: str = "evidence",
        staging_bucket: str = "staging",
        secure: bool = False,
        ca_file: Path | None = None,
        threads: int = 16,
        keeper: tuple[str, str] | None = None,
    ) -> None:
        """`keeper`: access key and secret of a separate identity that may set retention and hold."""
        self._buckets = {Bucket.EVIDENCE: evidence_bucket, Bucket.STAGING: staging_bucket}
        self._base = f"{'https' if secure else 'http'}://{endpoint}"
        self._credentials = StaticProvider(access_key, secret_key)
        trust: dict[str, Any] = {"ca_certs": str(ca_file)} if ca_file else {}
        self._secure = secure
        self._http = store_connections.manager(threads, _CHUNK_BYTES, trust)
        self._client = Minio(
            endpoint,
            region=_REGION,
            secure=secure,
            credentials=self._credentials,
            http_client=self._http,
        )
        self._keeper = self._client
        if keeper is not None:
            self._keeper = Minio(
                endpoint,
                region=_REGION,
                secure=secure,
                credentials=StaticProvider(*keeper),
                http_client=self._http,
            )
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="store")

    async def put_file(
        self, name: ObjectName, path: Path, *, sha256: str, size: int, media_type: str
    ) -> None:
        """Stream the file. The store checks the bytes against the SHA-256 that it is given."""

        def put() -> None:
            with path.open("rb", buffering=0) as file:
                plain = size > 0 and not self._secure
                body: Any = store_connections.FileBody(file, size) if plain else file
                self._put(name, body, bytes.fromhex(sha256), size, media_type)

        await self._run(put)

    async def put_bytes(self, name: ObjectName, data: bytes, *, media_type: str) -> None:
        """Write bytes that are already in memory."""
        digest = hashlib.sha256(data).digest()
        await self._run(lambda: self._put(name, BytesIO(data), digest, len(data), media_type))

    async def copy(self, source: ObjectName, target: ObjectName) -> None:
        """Server-side copy."""
        origin = CopySource(self._buckets[source.bucket], source.key)
        await self._run(
            lambda: self._client.copy_object(self._buckets[target.bucket], target.key, origin)
        )

    async def read_back(self, name: ObjectName) -> Measured:
        """GET the whole object and hash it while it streams."""
        return await self.read_version(name, None)

    async def read_version(self, name: ObjectName, version: str | None) -> Measured:
        """Do the same as read_back() for one version."""

        def measure() -> Measured:
            digest = hashlib.sha256()
            with self._get(name, 0, None, version) as response:
                size = store_connections.hash_rest(response, digest)
            return Measured(digest.hexdigest(), size)

        return await self._run(measure)

    async def standing(self, name: ObjectName, version: str | None = None) -> Standing:
        """HEAD. Its headers give version and protection."""
        bucket = self._buckets[name.bucket]
        return await self._run(
            lambda: object_lock.standing(self._client, bucket, name.key, version)
        )

    async def versions(self, name: ObjectName) -> list[str]:
        """List the versions of one key."""
        bucket = self._buckets[name.bucket]
        return await self._run(lambda: object_lock.versions(self._client, bucket, name.key))

    async def originals_after(self, key: str, limit: int) -> list[Listed]:
        """List keys of the evidence bucket."""
        bucket = self._buckets[Bucket.EVIDENCE]
        found = await self._run(lambda: object_lock.keys_after(self._client, bucket, key, limit))
        return [Listed(ObjectName(Bucket.EVIDENCE, name), at) for name, at in found]

    async def any_version_after(self, prefix: str, key: str, limit: int) -> list[ObjectName]:
        """List versions of the evidence bucket."""
        bucket = self._buckets[Bucket.EVIDENCE]
        found = await self._run(
            lambda: object_lock.any_version_after(self._client, bucket, prefix, key, limit)
        )
        return [ObjectName(Bucket.EVIDENCE, name) for name in found]

    async def protect(
        self, name: ObjectName, version: str, *, mode: RetentionMode, until: datetime | None
    ) -> None:
        """PUT legal hold and retention, as the keeper."""
        bucket = self._buckets[name.bucket]
        await self._run(
            lambda: object_lock.protect(self._keeper, bucket, name.key, version, mode, until)
        )

    async def size_of(self, name: ObjectName) -> int:
        """HEAD."""
        found = await self._run(
            lambda: self._client.stat_object(self._buckets[name.bucket], name.key)
        )
        return int(found.size or 0)

    @asynccontextmanager
    async def open(
        self,
        name: ObjectName,
        *,
        offset: int = 0,
        length: int | None = None,
        version: str | None = None,
    ) -> AsyncIterator[AsyncIterator[bytes]]:
        """GET, chunk by chunk: one thread hop a chunk, one chunk in memory."""
        if length == 0:
            yield _nothing()
            return
        held = _Held(await self._run(lambda: self._get(name, offset, length, version)))
        try:
            yield self._chunks(held)
        finally:
            # Half-read connections are closed, not reused: they still hold the rest of the body.
            await self._run(held.give_back)

    async def _chunks(self, held: "_Held") -> AsyncIterator[bytes]:
        while chunk := await self._run(lambda: held.response.read(_CHUNK_BYTES)):
            yield chunk
        held.whole = True

    async def delete_staged(self, name: ObjectName) -> None:
        """DELETE in the staging bucket."""
        if name.bucket is not Bucket.STAGING:
            raise NotDeletable(str(name))
        await self._run(lambda: self._client.remove_object(self._buckets[Bucket.STAGING], name.key))

    async def ready(self) -> None:
        """Ask for both buckets."""
        for bucket in set(self._buckets.values()):
            if not await self._run(partial(self._client.bucket_exists, bucket)):
                raise ObjectMissing(f"bucket {bucket}")

    async def close(self) -> None:
        """Close the connections. Running calls end by their own time-outs."""
        self._http.clear()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _run(self, call: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, call)
        except Exception as error:
            raise _translated(error) from error

    def _put(self, name: ObjectName, body: Any, digest: bytes, size: int, media_type: str) -> None:
        url = f"{self._base}/{self._buckets[name.bucket]}/{name.key}"
        moment = datetime.now(UTC)
        headers = {
            "Host": urlsplit(url).netloc,
            "Content-Type": media_type,
            "Content-Length": str(size),
            "x-amz-checksum-sha256": base64.b64encode(digest).decode(),
            "x-amz-content-sha256": digest.hex(),
            "x-amz-date": moment.strftime("%Y%m%dT%H%M%SZ"),
        }
        signed: Any = sign_v4_s3(
            method="PUT",
            url=urlsplit(url),
            region=_REGION,
            headers=dict(headers),
            credentials=self._credentials.retrieve(),
            content_sha256=digest.hex(),
            date=moment,
        )
        answer = self._http.request("PUT", url, body=body, headers=signed)
        if answer.status != HTTPStatus.OK:
            text = answer.data[:500].decode(errors="replace")
            if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise StoreUnavailable(f"PUT answered {answer.status}: {text}")
            if answer.status == HTTPStatus.NOT_FOUND:
                raise ObjectMissing(f"PUT answered 404: {text}")
            raise StoreRefused(f"PUT answered {answer.status}: {text}")

    def _get(self, name: ObjectName, offset: int, length: int | None, version: str | None) -> Any:
        return self._client.get_object(
            self._buckets[name.bucket],
            name.key,
            offset=offset,
            length=length or 0,
            version_id=version,
        )


class _Held:
    """A response that is being read, and whether it was read to its end."""

    def __init__(self, response: Any) -> None:
        self.response = response
        self.whole = False

    def give_back(self) -> None:
        if not self.whole:
            self.response.close()
        self.response.release_conn()


async def _nothing() -> AsyncIterator[bytes]:
    nothing: tuple[bytes, ...] = ()
    for chunk in nothing:
        yield chunk


def _translated(error: Exception) -> Exception:
    """Turn an error of the SDK or urllib3 into one of media.store's."""
    if isinstance(error, StoreError):
        return error
    if isinstance(error, S3Error):
        if error.code in _MISSING:
            return ObjectMissing(str(error))
        return (StoreUnavailable if error.code in _LATER else StoreRefused)(str(error))
    if isinstance(error, _NO_ANSWER):
        return StoreUnavailable(f"{type(error).__name__}: {error}")
    return error
