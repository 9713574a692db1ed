"""What a decoder that a file has taken over can still do: nothing but decode."""

import subprocess
import sys

import pytest

from deploy import surroundings
from media import fence

pytestmark = pytest.mark.skipif(not fence.is_known(), reason="no filter for this processor")

TRY = """
import ctypes, fcntl, os, resource, signal, socket, sys, threading
kept, parent = open(sys.argv[1], "wb"), os.getppid()
from media import fence
assert fence.close()
tries = {
    "a socket": lambda: socket.socket(),
    "a pair of sockets": lambda: socket.socketpair(),
    "another program": lambda: os.execv("/bin/true", ["true"]),
    "another process": lambda: os.fork(),
    "a file to write": lambda: open(sys.argv[1], "r+b"),
    "a new file": lambda: open(sys.argv[1] + ".new", "xb"),
    "a file's end": lambda: os.unlink(sys.argv[1]),
    "a signal": lambda: os.kill(parent, signal.SIGTERM),
    "an earlier right": lambda: os.setuid(0),
    "another's limits": lambda: resource.prlimit(parent, resource.RLIMIT_CPU),
    "a signal by way of a file": lambda: fcntl.fcntl(kept, fcntl.F_SETOWN, parent),
    "another signal by way of a file": lambda: fcntl.fcntl(kept, fcntl.F_SETSIG, signal.SIGTERM),
}
for name, attempt in tries.items():
    try:
        attempt()
    except PermissionError:
        continue
    sys.exit(name)
libc = ctypes.CDLL(None, use_errno=True)
if libc.ptrace(16, parent, 0, 0) == 0 or ctypes.get_errno() != 1:
    sys.exit("another's memory")
assert resource.getrlimit(resource.RLIMIT_CPU)
assert fcntl.fcntl(kept, fcntl.F_GETFL) & os.O_WRONLY
thread = threading.Thread(target=kept.write, args=(b"decoded",))
thread.start()
thread.join()
kept.close()
open(sys.argv[1], "rb").read()
words = open("/proc/self/status").read().split()
print(words[words.index("NoNewPrivs:") + 1], words[words.index("Seccomp:") + 1])
"""


def test_behind_the_fence_nothing_is_opened_begun_or_harmed(tmp_path: object) -> None:
    tried = subprocess.run(
        [sys.executable, "-c", TRY, f"{tmp_path}/kept"],
        cwd=surroundings.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (tried.returncode, tried.stderr) == (0, "")
    assert tried.stdout.split() == ["1", "2"]
