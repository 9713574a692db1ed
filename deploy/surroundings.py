"""The environment variables that commands give to their children and to themselves.

Settings are read in backend/core/settings.py only. This module sets those of an embedded
installation so that they are found there. Secrets are passed in the environment of children
(readable by their user only), never on a command line.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_WISHES = (
    "HIENTRUONG_MAP_",
    "HIENTRUONG_FINDING_",
    "HIENTRUONG_APP_DIR",
    "HIENTRUONG_PUBLIC_URL",
    "HIENTRUONG_SUPPORT_CONTACT",
    "HIENTRUONG_PASSKEY_",
    "HIENTRUONG_TRUST_ROOTS",
    "HIENTRUONG_CRLS",
    "HIENTRUONG_REVOCATION_FETCH",
    "HIENTRUONG_REVOCATION_HOSTS",
    "HIENTRUONG_TSA_URL",
    "HIENTRUONG_DEVICE_APPROVAL",
    "HIENTRUONG_PHONE_APP_MINIMUM",
    "HIENTRUONG_SIGNATURE_LEVEL",
    "HIENTRUONG_PKCS11_",
)


def for_child(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return our environment for a Python child, with `variables` in place of our HIENTRUONG_*."""
    ours = dict(os.environ)  # noqa: TID251
    if variables is not None:
        ours = {name: value for name, value in ours.items() if not name.startswith("HIENTRUONG_")}
        ours.update(variables)
    ours["PYTHONUNBUFFERED"] = "1"
    ours["PYTHONUTF8"] = "1"
    return ours


def set_for_libraries(name: str, value: str) -> None:
    """Set a variable that a library reads by itself when it is imported."""
    os.environ[name] = value  # noqa: TID251


def wishes() -> dict[str, str]:
    """Return the settings that an operator may give an embedded installation.

    These are preferences and judgements, how papers are signed, and which phone app is served. The
    addresses of its own parts are not among them.
    """
    return {name: value for name, value in os.environ.items() if name.startswith(_WISHES)}  # noqa: TID251


_NAMES_A_FILE = ("TRUST_ROOTS", "CRLS", "APP_DIR", "PKCS11_MODULE")


def wished_files() -> list[Path]:
    """Return the files and folders that these settings name, for web and worker to read."""
    named = (wishes().get(f"HIENTRUONG_{name}", "") for name in _NAMES_A_FILE)
    return [Path(value).absolute() for value in named if value]


def with_files_read() -> dict[str, str]:
    """Return our settings with the contents of the files that they name.

    These are the files of NAME_FILE settings, and that of the treasuries. A child that is not root
    may be unable to read what only root may.
    """
    ours = {name: value for name, value in os.environ.items() if name.startswith("HIENTRUONG_")}  # noqa: TID251
    for name in [name for name in ours if name.endswith("_FILE")]:
        path = Path(ours.pop(name))
        ours.setdefault(name.removesuffix("_FILE"), path.read_text(encoding="utf-8").strip())
    if accounts := ours.pop("HIENTRUONG_TREASURIES", ""):
        ours["HIENTRUONG_TREASURIES_READ"] = Path(accounts).read_text(encoding="utf-8")
    return ours


def names_a_deployment() -> bool:
    """Tell whether the environment names a database, and so a deployment with separate parts."""
    return any(f"HIENTRUONG_DATABASE_URL{suffix}" in os.environ for suffix in ("", "_FILE"))  # noqa: TID251


def command(*words: str) -> list[str]:
    """Return the command line that runs one of our own commands in a new process."""
    return [sys.executable, str(ROOT / "cli.py"), *words]
