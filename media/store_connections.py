"""Connections to the store that send a file by sendfile(2), below the minio SDK and urllib3.

urllib3 would read a file block by block and send each block. That copies every byte twice more than
needed, in threads that hold the interpreter's lock meanwhile. sendfile(2) hands the page cache to
the socket. Over TLS the bytes must be encrypted here, so urllib3's own way is used.
"""

import threading
from collections.abc import Iterator
from http.client import HTTPException
from typing import IO, Any

import urllib3
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import IncompleteRead, ProtocolError

_READ_BYTES = 256 * 1024

_of_thread = threading.local()


class FileBody:
    """A request's body: `size` bytes of an open file, from its beginning.

    Only for connections without TLS.
    """

    def __init__(self, file: IO[bytes], size: int) -> None:
        self.file = file
        self.size = size

    def __iter__(self) -> Iterator["FileBody"]:
        """Yield itself as the only part: urllib3 sends an iterable's parts one by one."""
        yield self


class _Connection(HTTPConnection):
    def send(self, data: Any) -> None:
        """Do the same as http.client's send(), but send a FileBody by sendfile.

        Raises OSError if the file is shorter than announced: the store must not wait for the rest.
        """
        if not isinstance(data, FileBody):
            super().send(data)
            return
        if self.sock.sendfile(data.file, 0, data.size) != data.size:
            raise OSError("the file is shorter than was said")


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


def manager(threads: int, blocksize: int, trust: dict[str, Any]) -> urllib3.PoolManager:
    """Return a pool manager for so many threads: connect 1 s, 10 s without a byte, no retries."""
    made = urllib3.PoolManager(
        maxsize=threads,
        block=False,
        timeout=urllib3.Timeout(connect=1.0, read=10.0),
        retries=False,
        blocksize=blocksize,
        **trust,
    )
    made.pool_classes_by_scheme = {"http": _Pool, "https": HTTPSConnectionPool}
    return made


def hash_rest(response: Any, digest: Any) -> int:
    """Hash an unread response to its end and return its number of bytes. Gives the connection back.

    It reads into one buffer that the thread keeps, because urllib3's own readinto() reads into new
    memory and copies. Raises urllib3's IncompleteRead or ProtocolError, or OSError, if the body
    ends early.
    """
    buffer = getattr(_of_thread, "buffer", None)
    if buffer is None:
        buffer = _of_thread.buffer = memoryview(bytearray(_READ_BYTES))
    source, size = response._fp, 0  # the http.client response beneath
    try:
        while count := source.readinto(buffer):
            digest.update(buffer[:count])
            size += count
    except HTTPException as error:
        raise ProtocolError(str(error), error) from error
    if source.length:  # http.client does not report it
        raise IncompleteRead(size, source.length)
    response.release_conn()
    return size
