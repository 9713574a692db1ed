"""Tunes glibc's allocator, so that long-lived processes give back memory that they no longer use.

A profile of a worker over hundreds of photographs showed why this is needed. The number of Python's
objects and the memory that malloc had handed out hardly changed, but the process grew by 4 to 17 kB
a photograph: memory that malloc held and nobody used. There were two causes:

- Each thread gets an arena (heap) of its own, up to eight a processor. The store's sixteen threads, the spool's eight
  and asyncio's own each keep the most that a request ever needed, and a thread that is needed for the first time after
  an hour begins with an empty one.
- Above a threshold malloc takes a block from the kernel and gives it back when it is freed. But the threshold follows
  the largest block freed, up to 32 MB. After the first photograph the buffers of all later ones are in the heap,
  between memory that stays in use, and no page there can be given back (mallopt(3), M_MMAP_THRESHOLD: "dynamic").

So we allow two arenas, and set the threshold to its first value, which also keeps it there. The
numbers for mallopt are those of glibc's malloc.h; another C library is left as it is. A worker that
is fed from the queue then grows by only about 1 kB a photograph. Under the load of bench/memory.py
processes still grow by 2 to 4 % in ten minutes, which is not explained yet.
"""

import ctypes

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
_THRESHOLD_BYTES = 128 * 1024
"""glibc's own first value. A photograph's buffers are larger; everything that stays in use is
smaller."""
_ARENAS = 2
"""Because of the interpreter's lock, nearly always only one thread allocates at a time."""


def settle() -> bool:
    """Set the options, before threads are started. False if this C library has no mallopt."""
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
