"""Secrets that must not be in the clear beside the data: keys, passwords of the parts.

Also a demonstration's secrets. They are packed and encrypted to the operator's age recipient
(https://age-encryption.org/v1). Only the operator's identity opens them, and that is on no machine
of the installation.
"""

import io
import shutil
import tarfile
from pathlib import Path
from typing import Any

import pyrage

from deploy.data_folder import DataFolder
from deploy.failures import Failure

_PARTS = ("keys", "secrets.json", "pki", "demo-accounts.json")


def recipient_of(text: str) -> Any:
    """Return an age recipient (`age1…`).

    Raises Failure for any other text, above all for an identity.
    """
    if text.strip().upper().startswith("AGE-SECRET-KEY-"):
        raise Failure(
            "đó là khóa bí mật, không phải người nhận; hãy cất nó đi và đưa khóa công khai age1…",
            "this is the secret identity, not the recipient; keep it away from here and give the public age1…",
        )
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise Failure(
            f"{text} không phải khóa công khai age (age1…)",
            f"{text} is no age recipient (age1…); age-keygen makes one",
        ) from None


def packed(folder: DataFolder, recipient: Any) -> bytes:
    """Return the encrypted file."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w:gz") as archive:
        for part in _PARTS:
            if (folder.path / part).exists():
                archive.add(folder.path / part, part)
    encrypted: bytes = pyrage.encrypt(plain.getvalue(), [recipient])
    return encrypted


def unpack(encrypted: bytes, identity_file: Path, into: Path) -> None:
    """Decrypt the file with the operator's identity and put its parts into a data folder.

    Raises Failure.
    """
    try:
        plain: bytes = pyrage.decrypt(encrypted, _identities(identity_file))
    except pyrage.DecryptError:
        raise Failure(
            f"khóa trong {identity_file} không mở được khóa của bản sao lưu này",
            f"the identity in {identity_file} does not open this backup's keys: it is another's,"
            " or their file was changed",
        ) from None
    try:
        with tarfile.open(fileobj=io.BytesIO(plain), mode="r:gz") as archive:
            # It must not create other files: anybody who knows the recipient can pack a forged
            # archive.
            members = [each for each in archive if each.name.partition("/")[0] in _PARTS]
            archive.extractall(into, members, filter="data")
    except (tarfile.TarError, EOFError) as error:
        raise Failure(
            "khóa trong bản sao lưu không phải do chương trình này gói",
            f"the keys in the backup were not packed by this program: {error}",
        ) from None
    close_to_others(into)


def copy(source: Path, into: Path) -> None:
    """Copy the same parts from a folder that the operator kept."""
    for part in _PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, into / part)
        elif (source / part).is_file():
            shutil.copyfile(source / part, into / part)
    close_to_others(into)


def drop(folder: Path) -> None:
    """Remove them again."""
    for part in _PARTS:
        path = folder / part
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def close_to_others(folder: Path) -> None:
    """Restrict the unpacked parts to their owner, whatever their modes were."""
    for part in _PARTS:
        path = folder / part
        for each in (path, *path.rglob("*")) if path.exists() else ():
            each.chmod(0o700 if each.is_dir() else 0o600)


def _identities(file: Path) -> list[Any]:
    """Read identities as age-keygen writes them: one a line, with comments."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"không đọc được {file}", f"{file} cannot be read: {error}") from None
    try:
        found = [
            pyrage.x25519.Identity.from_str(line.strip())
            for line in lines
            if line.strip() and not line.startswith("#")
        ]
    except pyrage.IdentityError:
        found = []
    if not found:
        raise Failure(
            f"{file} không chứa khóa bí mật age (AGE-SECRET-KEY-1…)",
            f"{file} holds no age identity (AGE-SECRET-KEY-1…)",
        )
    return found
