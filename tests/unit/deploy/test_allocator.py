"""What malloc holds on to: asked for in a process of its own, before and after a large buffer was freed."""

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_SAYS = """
import ctypes, re, sys, tempfile, threading
sys.path.insert(0, ROOT)
if SETTLED:
    from deploy import allocator
    assert allocator.settle()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.fopen.restype = ctypes.c_void_p, ctypes.c_void_p

def take_and_free(size):
    libc.free(ctypes.c_void_p(libc.malloc(ctypes.c_size_t(size))))

def told():
    with tempfile.NamedTemporaryFile() as place:
        file = ctypes.c_void_p(libc.fopen(place.name.encode(), b"w"))
        libc.malloc_info(0, file)
        libc.fclose(file)
        return place.read().decode()

def from_the_kernel():
    return int(re.search(r'type="mmap" count="(\\d+)"', told().rpartition("</heap>")[2])[1])

take_and_free(8_000_000)  # a photograph
before = from_the_kernel()
kept = libc.malloc(ctypes.c_size_t(1_000_000))  # a buffer of the next
given_by_the_kernel = from_the_kernel() - before

begun = threading.Barrier(17)
def thread():
    begun.wait()
    take_and_free(10_000)
    begun.wait()
threads = [threading.Thread(target=thread) for _ in range(16)]
for one in threads: one.start()
begun.wait(); begun.wait()
print(given_by_the_kernel, told().count("<heap "))
"""


def measured(*, settled: bool) -> tuple[int, int]:
    """Blocks of the second photograph that the kernel gave, and arenas after sixteen threads."""
    program = _SAYS.replace("ROOT", repr(str(_ROOT))).replace("SETTLED", str(settled))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={}
    )
    blocks, arenas = done.stdout.split()
    return int(blocks), int(arenas)


def test_a_photograph_s_buffers_go_back_to_the_kernel_and_threads_share_two_arenas() -> None:
    assert measured(settled=True) == (1, 2)
    blocks, arenas = measured(settled=False)
    assert blocks == 0, "else there is nothing to settle, and this test shows nothing"
    assert arenas > 2
