"""Keeps `.venv` as the lock files say, then runs the command. Called by `./hientruong`.

Uses only the standard library, because it runs before anything is installed. It installs exactly
what the hash-pinned lock names, and again only when the lock changed. A stamp inside `.venv`,
written last, records what is installed, so an interrupted installation is simply repeated.
"""

import fcntl
import hashlib
import json
import os
import pwd
import shutil
import subprocess
import sys
import time
from pathlib import Path

# The lock that a command needs; dev.txt contains all of runtime.txt, in the same versions.
_DEVELOPMENT_COMMANDS = {"test"}
# Commands that serve pages, or test them: only these bring up to date what npm makes for the
# browser.
_WEB_COMMANDS = {"up", "serve", "worker", "test"}


def main() -> None:
    """`install.py ROOT COMMAND…`: bring `.venv` up to date, then run cli.py in it.

    `--only LEVEL` just installs.
    """
    root = Path(sys.argv[1]).resolve()
    arguments = sys.argv[2:]
    if arguments[:1] == ["--only"]:
        ensure(root, arguments[1])
        return
    level = "dev" if arguments[:1] and arguments[0] in _DEVELOPMENT_COMMANDS else "runtime"
    python = root / ".venv" / "bin" / "python"
    try:
        ensure(root, level)
    except subprocess.CalledProcessError as error:
        raise SystemExit(
            "Không cài được các gói (mạng, đĩa?). / The packages could not be installed"
            f" ({Path(error.cmd[0]).name} ended with {error.returncode}); its messages stand above."
        ) from None
    except OSError as error:
        raise SystemExit(
            f"Không ghi được .venv: {error.strerror}. / Cannot write .venv in {root}:"
            f" {error.strerror}."
        ) from None
    if arguments[:1] and arguments[0] in _WEB_COMMANDS:
        ensure_web_assets(root)
    os.execv(  # noqa: S606 - the command takes over this process
        python, [str(python), str(root / "cli.py"), *arguments]
    )


def ensure(root: Path, level: str) -> None:
    """Install what `level` ("runtime" or "dev") needs unless it is there, one process a checkout.

    Raises CalledProcessError when the installer fails; the next start tries again.
    """
    venv = root / ".venv"
    handle = os.open(root, os.O_RDONLY)  # the folder itself is the lock: no file is left behind
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("đang chờ một lần cài đặt khác / waiting for another installation …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        stamp = _read_stamp(venv)
        if stamp is None and (venv / "bin" / "pytest").exists():
            level = "dev"  # made by hand for development: keep its tools
        if stamp is not None and stamp.get("level") == "dev":
            level = "dev"
        wanted = _wanted(root, level)
        if stamp == wanted and _runs(venv):
            return
        _install(root, venv, level, stamp)
        beside = venv / ".hientruong.json.new"
        beside.write_text(json.dumps(_wanted(root, level)))
        beside.replace(venv / "hientruong.json")
    finally:
        os.close(handle)


def ensure_web_assets(root: Path) -> None:
    """Build what npm makes for the browser if its sources changed; say what is missing without it.

    The system runs without it: a missing npm must not prevent a start.
    """
    if not (root / "deploy" / "web_assets.py").is_file():
        return
    sys.path[0] = str(root)  # we were started as a file of deploy/
    from deploy import web_assets

    try:
        failed = web_assets.ensure_all(root, _say)
    except OSError as error:
        _say(f"không ghi được / cannot write {error.filename}: {error.strerror}")
        return
    for package, failure in failed:
        _say(
            f"chưa có {package.name}, nên {package.missing_vi} ({failure.vi}). /"
            f" Without {package.name} {package.missing_en} ({failure.en.splitlines()[0]})"
        )


def _install(root: Path, venv: Path, level: str, stamp: dict[str, str] | None) -> None:
    _require_own(venv if venv.exists() else root)
    began = time.monotonic()
    uv = shutil.which("uv")
    lock = root / "requirements" / f"{level}.txt"
    moved = stamp is not None and stamp.get("place") != str(venv)
    if moved or not _runs(venv):
        _say(f"tạo môi trường / making {venv} …")
        shutil.rmtree(venv, ignore_errors=True)
        base = getattr(sys, "_base_executable", sys.executable)
        if uv:
            _run([uv, "venv", "--quiet", "--python", base, str(venv)])
        else:
            _run([base, "-m", "venv", str(venv)])
    python = str(venv / "bin" / "python")
    _say(f"cài các gói từ / installing from {lock.relative_to(root)} …")
    if uv:
        _run([uv, "pip", "sync", "--quiet", "--require-hashes", "--python", python, str(lock)])
    else:
        if not _has_pip(python):
            _run([python, "-m", "ensurepip", "--default-pip"])
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
        if level == "dev":
            # Python compiles modules when they are imported. Compiling all of them takes longer
            # than installing them.
            quiet.append("--no-compile")
        _run([python, "-m", "pip", "install", *quiet, "--require-hashes", "-r", str(lock)])
    _say(f"đã cài xong / installed ({time.monotonic() - began:.0f} s)")


def _require_own(folder: Path) -> None:
    """Exit with a clear message if a folder to write to is somebody else's.

    pip would blame the network or the disk.
    """
    if os.access(folder, os.W_OK):
        return
    uid = folder.stat().st_uid
    try:
        owner = pwd.getpwuid(uid).pw_name
    except KeyError:
        owner = f"uid {uid}"
    raise SystemExit(
        f"{folder} thuộc về {owner}, bạn không có quyền ghi hoặc chạy Python ở đó: hãy chạy lệnh bằng người dùng"
        f" {owner}, hoặc từ một bản của riêng bạn. / {folder} belongs to {owner}, and you may not write there or run"
        f" its Python: run the command as {owner}, or in a checkout of your own."
    )


def _wanted(root: Path, level: str) -> dict[str, str]:
    lock = root / "requirements" / f"{level}.txt"
    return {
        "level": level,
        "lock": hashlib.sha256(lock.read_bytes()).hexdigest(),
        "place": str(root / ".venv"),  # a copied or moved folder is made again
    }


def _read_stamp(venv: Path) -> dict[str, str] | None:
    try:
        stamp: dict[str, str] = json.loads((venv / "hientruong.json").read_text())
    except (OSError, ValueError):
        return None
    return stamp


def _runs(venv: Path) -> bool:
    python = venv / "bin" / "python"
    if Path(sys.prefix) == venv:
        return True  # it runs: this process uses it
    test = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return (
            subprocess.run([python, "-c", test], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def _has_pip(python: str) -> bool:
    command = [python, "-c", "import pip"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _run(command: list[str]) -> None:
    # Variables of an active environment in the caller's shell must not redirect the installer.
    ours = ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH", "PIP_REQUIRE_VIRTUALENV")
    environment = {name: value for name, value in os.environ.items() if name not in ours}  # noqa: TID251
    subprocess.run(command, check=True, env=environment, stdout=sys.stderr)


def _say(text: str) -> None:
    print(f"hientruong: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
