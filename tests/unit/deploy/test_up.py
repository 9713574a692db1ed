"""What `up` gives to which part."""

import socket
from pathlib import Path

from deploy import up, web
from deploy.data_folder import DataFolder
from deploy.servers import FOR_WORKERS


def test_only_workers_hold_the_key_that_locks_originals(tmp_path: Path) -> None:
    given = dict.fromkeys((*FOR_WORKERS, "HIENTRUONG_S3_ACCESS_KEY"), "told")
    listen = web.Listen(host="127.0.0.1", port=0)
    with socket.socket() as listening:
        children = up._children(DataFolder(tmp_path), listen, listening, 2, given)
    holders = {child.name for child in children if FOR_WORKERS[0] in child.env}
    assert holders == {"worker"}
    assert len(children) == 3
    for child in children:
        assert (FOR_WORKERS[1] in child.env) == (child.name == "worker")
        assert child.env["HIENTRUONG_S3_ACCESS_KEY"] == "told"
