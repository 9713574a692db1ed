"""A filter of system calls (seccomp(2)) for the decoding child, set once its libraries are loaded.

It is a list of what is allowed: memory, time, threads (HEIF is decoded in one), reading, and
writing into the files that the child was given. Everything else fails with EPERM: sockets, other
programs, opening files to write, other processes. The filter cannot be removed again, and running a
program cannot give the child privileges either (`no_new_privs`).

It is written directly as BPF and not with a library. libseccomp's own bindings come with a
distribution and not from PyPI, the packages on PyPI have been unmaintained since 2021, and our list
is short. Numbers are those of the kernel's own tables (arch/x86/entry/syscalls/syscall_64.tbl;
include/uapi/asm-generic/unistd.h for arm64). On another processor there is no filter, and `doctor`
says so.
"""

import ctypes
import errno
import os
import platform
import struct
from typing import NamedTuple

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 38, 22
_MODE_FILTER = 2
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data, little-endian
_THREAD = 0x00010000  # CLONE_THREAD
_NO_SUCH_CALL = 0x00050000 | errno.ENOSYS
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_SIGNALLING = (8, 10, 15)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX (fcntl(2)): they set which process gets which signal about a
file. The same everywhere."""

_CLONE3 = 435
"""The same number everywhere. Its flags are in memory, where no filter can look. So it is answered
as if it did not exist, and libc uses clone instead."""


class _Calls(NamedTuple):
    openat: int
    tgkill: int
    clone: int
    prlimit64: int
    fcntl: int
    others: tuple[int, ...]


_X86_64 = _Calls(
    openat=257,
    tgkill=234,
    clone=56,
    prlimit64=302,
    fcntl=72,
    others=(
        # read write close fstat poll lseek mmap mprotect munmap brk
        *(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
        # rt_sigaction rt_sigprocmask rt_sigreturn ioctl pread64 pwrite64 readv writev access select
        *(13, 14, 15, 16, 17, 18, 19, 20, 21, 23),
        # sched_yield mremap msync mincore madvise dup dup2 nanosleep getitimer setitimer getpid
        *(24, 25, 26, 27, 28, 32, 33, 35, 36, 38, 39),
        # sendto recvfrom sendmsg recvmsg exit uname fsync ftruncate getcwd readlink
        *(44, 45, 46, 47, 60, 63, 74, 77, 79, 89),
        # gettimeofday getrlimit getrusage sysinfo times getuid getgid geteuid getegid sigaltstack
        *(96, 97, 98, 99, 100, 102, 104, 107, 108, 131),
        # gettid futex sched_getaffinity getdents64 restart_syscall clock_gettime clock_getres
        *(186, 202, 204, 217, 219, 228, 229),
        # clock_nanosleep exit_group newfstatat readlinkat faccessat pselect6 ppoll set_robust_list
        *(230, 231, 262, 267, 269, 270, 271, 273),
        # dup3 getcpu getrandom membarrier statx rseq close_range faccessat2
        *(292, 309, 318, 324, 332, 334, 436, 439),
    ),
)
_ARM64 = _Calls(
    openat=56,
    tgkill=131,
    clone=220,
    prlimit64=261,
    fcntl=25,
    others=(
        # getcwd dup dup3 ioctl ftruncate faccessat close getdents64 lseek read write
        *(17, 23, 24, 29, 46, 48, 57, 61, 62, 63, 64),
        # readv writev pread64 pwrite64 pselect6 ppoll readlinkat newfstatat fstat fsync
        *(65, 66, 67, 68, 72, 73, 78, 79, 80, 82),
        # exit exit_group futex set_robust_list nanosleep getitimer setitimer clock_gettime
        *(93, 94, 98, 99, 101, 102, 103, 113),
        # clock_getres clock_nanosleep sched_getaffinity sched_yield restart_syscall sigaltstack
        *(114, 115, 123, 124, 128, 132),
        # rt_sigaction rt_sigprocmask rt_sigreturn times uname getrlimit getrusage getcpu
        *(134, 135, 139, 153, 160, 163, 165, 168),
        # gettimeofday getpid getuid geteuid getgid getegid gettid sysinfo
        *(169, 172, 174, 175, 176, 177, 178, 179),
        # sendto recvfrom sendmsg recvmsg brk munmap mremap mmap mprotect msync
        *(206, 207, 211, 212, 214, 215, 216, 222, 226, 227),
        # mincore madvise getrandom membarrier statx rseq close_range faccessat2
        *(232, 233, 278, 283, 291, 293, 436, 439),
    ),
)
_KNOWN = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _ARM64)}


def is_known() -> bool:
    """Tell whether there is a filter for this machine's processor."""
    return platform.machine() in _KNOWN and ctypes.sizeof(ctypes.c_void_p) == 8


def _before(numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    """Pair each number with how many steps to jump: to the second instruction after all of them."""
    return list(zip(range(len(numbers), 0, -1), numbers, strict=True))


def _program() -> bytes:
    """Build the filter: an array of struct sock_filter {code, jump if true, jump if false, value}."""
    architecture, calls = _KNOWN[platform.machine()]
    one = struct.Struct("<HBBI").pack
    steps = [
        one(_LOAD, 0, 0, _ARCHITECTURE),
        one(_EQUAL, 1, 0, architecture),
        one(_RETURN, 0, 0, _KILL),  # another table of numbers, unknown to this filter
        one(_LOAD, 0, 0, _NUMBER),
        # openat: only to read. Its flags are the third argument.
        one(_EQUAL, 0, 4, calls.openat),
        one(_LOAD, 0, 0, _ARGUMENTS + 2 * 8),
        one(_ANY_BIT, 0, 1, _TO_WRITE),
        one(_RETURN, 0, 0, _REFUSE),
        one(_RETURN, 0, 0, _ALLOW),
        # tgkill: only the process itself, as abort() does.
        one(_EQUAL, 0, 4, calls.tgkill),
        one(_LOAD, 0, 0, _ARGUMENTS),
        one(_EQUAL, 1, 0, os.getpid()),
        one(_RETURN, 0, 0, _REFUSE),
        one(_RETURN, 0, 0, _ALLOW),
        # prlimit64: only its own limits, which are those of process 0.
        one(_EQUAL, 0, 4, calls.prlimit64),
        one(_LOAD, 0, 0, _ARGUMENTS),
        one(_EQUAL, 1, 0, 0),
        one(_RETURN, 0, 0, _REFUSE),
        one(_RETURN, 0, 0, _ALLOW),
        # fcntl: nothing that makes changes of a file signal other processes.
        one(_EQUAL, 0, 3 + len(_SIGNALLING), calls.fcntl),
        one(_LOAD, 0, 0, _ARGUMENTS + 8),
        *(one(_EQUAL, left, 0, command) for left, command in _before(_SIGNALLING)),
        one(_RETURN, 0, 0, _ALLOW),
        one(_RETURN, 0, 0, _REFUSE),
        # clone: only threads.
        one(_EQUAL, 0, 4, calls.clone),
        one(_LOAD, 0, 0, _ARGUMENTS),
        one(_ANY_BIT, 1, 0, _THREAD),
        one(_RETURN, 0, 0, _REFUSE),
        one(_RETURN, 0, 0, _ALLOW),
        one(_EQUAL, 0, 1, _CLONE3),
        one(_RETURN, 0, 0, _NO_SUCH_CALL),
    ]
    steps += [one(_EQUAL, left, 0, number) for left, number in _before(calls.others)]
    return b"".join((*steps, one(_RETURN, 0, 0, _REFUSE), one(_RETURN, 0, 0, _ALLOW)))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def close() -> bool:
    """Set the filter for the rest of this process's life.

    Returns False if there is no filter for this machine's processor, or the kernel does not support
    it.
    """
    if not is_known():
        return False
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    steps = _program()
    program = _Program(len(steps) // 8, steps)
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    at = ctypes.addressof(program)
    return bool(prctl(_PR_SET_SECCOMP, _MODE_FILTER, at, 0, 0) == 0)
