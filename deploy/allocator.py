"""What long-lived processes ask of glibc's allocator, so that they give back what they no longer use.

Found by a profile of a worker over hundreds of photographs: the number of Python's objects and what malloc had handed
out stood nearly still, and the process grew by 4 to 17 kB a photograph: what malloc held and nobody used. Two habits
make it:

- Each thread gets an arena (heap) of its own, up to eight a processor. The store's sixteen threads, the spool's eight
  and asyncio's own each keep the most that a request ever needed, and a thread that is needed for the first time after
  an hour begins with nothing.
- Above a threshold malloc takes a block from the kernel and gives it back when it is freed. But the threshold follows
  the largest block freed, up to 32 MB: after the first photograph the buffers of all later ones lie in the heap, among
  what stays, and no page between can be given back (mallopt(3), M_MMAP_THRESHOLD: "dynamic").

So: two arenas, and the threshold where it is at first, which setting it keeps it at. mallopt's numbers are of glibc's
malloc.h; another C library is left as it is. A worker fed from the queue alone then grows by about 1 kB a photograph.
Under the load of bench/memory.py processes still grow by 2 to 4 % in ten minutes, which is not explained yet.
"""

import ctypes

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_THRESHOLD_BYTES = 128 * 1024
"""glibc's own first value. A photograph's buffers are larger, all that stays is smaller."""
_ARENAS = 2
"""The interpreter's lock lets one thread at a time allocate, nearly always."""


def settle() -> bool:
    """Ask for it, before threads are started. False where this C library knows no mallopt."""
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False
    asked = (
        (_M_ARENA_MAX, _ARENAS),
        (_M_MMAP_THRESHOLD, _THRESHOLD_BYTES),
        (_M_TRIM_THRESHOLD, _THRESHOLD_BYTES),
    )
    taken = [mallopt(parameter, value) == 1 for parameter, value in asked]
    return all(taken)
