"""The accounts of the demonstration, kept in the data folder and printed on demand.

Only the folder's owner can read them.
"""

import json
import secrets
from pathlib import Path

import pyotp

from deploy.demo.demo_data import OFFICERS, UNITS, Officer
from deploy.demo.phone import Account
from deploy.failures import Failure
from deploy.private_files import write_private
from schemas.core.vocabulary import Role

FILE = "demo-accounts.json"


def make(data_dir: Path, more: tuple[Officer, ...] = ()) -> dict[str, Account]:
    """Return this installation's accounts by user name; their random secrets are made once.

    `more`: officers besides those of demo_data.py.

    They are written before the officers, so that an interrupted start still ends with accounts that
    can sign in.
    """
    file = data_dir / FILE
    if not file.exists():
        names = {unit.code: unit.vi for unit in UNITS}
        rows = [_row(officer, names) for officer in OFFICERS]
        write_private(file, json.dumps(rows, ensure_ascii=False, indent=1).encode())
    else:
        _add_passphrases(file)
        _add_newcomers(file, more)
    return {account.username: account for account in load(data_dir)}


def _add_passphrases(file: Path) -> None:
    """Add passphrases to a demonstration from before signatures existed; change nothing else."""
    rows = json.loads(file.read_text())
    officers = {officer.username: officer for officer in OFFICERS}
    without = [row for row in rows if not row.get("signing_passphrase")]
    without = [row for row in without if row["username"] in officers]
    without = [row for row in without if _passphrase(officers[row["username"]])]
    without += [row for row in rows if "signing_passphrase" not in row and row not in without]
    for row in without:
        row["signing_passphrase"] = _passphrase(officers[row["username"]])
    if without:
        write_private(file, json.dumps(rows, ensure_ascii=False, indent=1).encode())


def _add_newcomers(file: Path, more: tuple[Officer, ...]) -> None:
    """Add the accounts of officers who have joined the force since; change nothing else."""
    rows = json.loads(file.read_text())
    names = {unit.code: unit.vi for unit in UNITS}
    known = {row["username"] for row in rows}
    new = [_row(one, names) for one in (*OFFICERS, *more) if one.username not in known]
    if new:
        write_private(file, json.dumps(rows + new, ensure_ascii=False, indent=1).encode())


def _passphrase(officer: Officer) -> str | None:
    """Return a new passphrase of an officer's own certificate, or of the agency's for its clerk."""
    clerk = Role.CLERK in officer.roles
    return secrets.token_urlsafe(9) if clerk or signs(officer) else None


def signs(officer: Officer) -> bool:
    """Tell whether an officer signs papers digitally: supervisors and team leaders do."""
    return not {Role.SUPERVISOR, Role.TEAM_LEADER}.isdisjoint(officer.roles)


def _row(officer: Officer, names: dict[str, str]) -> dict[str, str | None]:
    return {
        "username": officer.username,
        "password": secrets.token_urlsafe(12),
        "totp_secret": pyotp.random_base32(),
        "role": str(officer.roles[0]),
        "unit": f"{officer.unit} {names[officer.unit]}",
        "signing_passphrase": _passphrase(officer),
    }


def load(data_dir: Path) -> list[Account]:
    """Return the accounts of a demonstration. Raises Failure if the data folder has none."""
    try:
        rows = json.loads((data_dir / FILE).read_text())
    except FileNotFoundError:
        raise Failure(
            f"{data_dir} không phải hệ thống trình diễn, hoặc chưa khởi động lần nào",
            f"{data_dir} is not a demonstration, or was never started",
        ) from None
    return [Account(**row) for row in rows]


def show(data_dir: Path, *, as_json: bool) -> int:
    """Print the accounts, as JSON or for people. Raises Failure if there is no demonstration."""
    accounts = load(data_dir)
    if as_json:
        rows = [vars(account) for account in accounts]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for account in accounts:
        print(f"{account.username:12} {account.role:14} {account.unit}")
        code = pyotp.TOTP(account.totp_secret).now()
        print(f"{'':12} {account.password}  mã / code {code}  ({account.totp_secret})")
        if account.signing_passphrase:
            print(f"{'':12} chữ ký số / signing passphrase {account.signing_passphrase}")
    return 0
