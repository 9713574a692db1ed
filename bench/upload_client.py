"""One process of upload clients, each a thread with its own connection: raw PUTs by the minio SDK, or tus.

Reads a JSON order from stdin, waits for a line, works, and prints {"seconds", "cpu", "latencies"},
all in seconds. The hashes of the photographs are made before the clock starts, as a phone makes
them at the shutter.
"""

import base64
import hashlib
import http.client
import io
import json
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import urllib3
from minio import Minio


def photograph(base: bytes, number: int) -> bytes:
    """Return the bytes of photograph `number`.

    All are different: the number is at the end, where decoders do not look.
    """
    return base[:-16] + number.to_bytes(16, "big")


def main() -> None:
    """Carry out the order."""
    order: dict[str, Any] = json.loads(sys.stdin.readline())
    with open(order["base"], "rb") as file:  # noqa: PTH123
        base = file.read()
    send = _raw(order, base) if order["mode"] == "raw" else _tus(order, base)
    shares = [order["numbers"][i :: order["clients"]] for i in range(order["clients"])]
    latencies: list[float] = []
    lock = threading.Lock()

    def client(index: int) -> None:
        mine = []
        for number in shares[index]:
            began = time.perf_counter()
            send(index, number)
            mine.append(time.perf_counter() - began)
        with lock:
            latencies.extend(mine)

    print("ready", flush=True)
    sys.stdin.readline()
    began, worked = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(order["clients"]) as pool:
        list(pool.map(client, range(order["clients"])))
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    print(json.dumps({"seconds": seconds, "cpu": cpu, "latencies": latencies}))


def _raw(order: dict[str, Any], base: bytes) -> Callable[[int, int], None]:
    http_client = urllib3.PoolManager(maxsize=order["clients"])
    store = Minio(
        order["endpoint"],
        order["access_key"],
        order["secret_key"],
        secure=False,
        region="us-east-1",
        http_client=http_client,
    )

    def put(_index: int, number: int) -> None:
        data = photograph(base, number)
        store.put_object("staging", f"raw/{number}", io.BytesIO(data), len(data))

    return put


def _tus(order: dict[str, Any], base: bytes) -> Callable[[int, int], None]:
    connections = [
        http.client.HTTPConnection("127.0.0.1", order["port"], timeout=120, blocksize=1 << 18)
        for _ in range(order["clients"])
    ]
    said = {number: _metadata(order, base, number) for number in order["numbers"]}

    def upload(index: int, number: int) -> None:
        connection, fields = connections[index], {"Tus-Resumable": "1.0.0"}
        if "tokens" in order:
            fields["Authorization"] = f"Bearer {order['tokens'][index]}"
        length = {"Upload-Length": str(len(base)), "Upload-Metadata": said[number]}
        connection.request("POST", order["path"], headers=fields | length)
        url = urlsplit(_answer(connection, 201).getheader("Location") or "").path
        how = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
        connection.request("PATCH", url, body=photograph(base, number), headers=fields | how)
        _answer(connection, 204)

    return upload


def _metadata(order: dict[str, Any], base: bytes, number: int) -> str:
    pairs = {"filetype": "image/jpeg"}
    if "photo_ids" in order:
        pairs["photo_id"] = order["photo_ids"][str(number)]
        pairs["sha256"] = hashlib.sha256(photograph(base, number)).hexdigest()
    return ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in pairs.items())


def _answer(connection: http.client.HTTPConnection, status: int) -> http.client.HTTPResponse:
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != status:
        raise RuntimeError(f"{answer.status}: {body[:300]!r}")
    return answer


if __name__ == "__main__":
    main()
