"""Takes hash-pinned wheels from PyPI apart from the environment: a Node, or a table that is only read.

No registry is named: uv and pip use the ones that this machine is configured for. Standard library
only: see deploy/node.py.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from deploy import surroundings
from deploy.failures import Failure


def install(lock: Path, target: Path, root: Path) -> None:
    """Let pip or uv put what the lock names into `target`: hashes checked, nothing else brought along.

    Raises Failure with the installer's last line where neither is here or it does not succeed.
    """
    python = root / ".venv" / "bin" / "python"
    interpreter = str(python if python.is_file() else sys.executable)
    uv = shutil.which("uv")
    if _has_pip(interpreter):
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"]
        words = [interpreter, "-m", "pip", "install", *quiet, "--no-deps"]
    elif uv:
        words = [uv, "pip", "install", "--quiet", "--python", interpreter, "--no-deps"]
    else:
        raise _failed(lock, "neither pip nor uv is here to install one")
    words += ["--require-hashes", "--target", str(target), "-r", str(lock)]
    env = surroundings.for_child({})
    for name in ("PIP_REQUIRE_VIRTUALENV", "PIP_USER", "PYTHONHOME", "PYTHONPATH"):
        env.pop(name, None)
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise _failed(lock, " ".join(last) or f"the installer ended with {done.returncode}")


def _has_pip(interpreter: str) -> bool:
    try:
        asked = subprocess.run(
            [interpreter, "-m", "pip", "--version"], capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _failed(lock: Path, why: str) -> Failure:
    return Failure(f"không tải được {lock.name}; hãy kiểm tra mạng: {why}", why)
