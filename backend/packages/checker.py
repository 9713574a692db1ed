"""Checks a package of one inspection with the standard library of Python 3.9 or later: no network, nothing of ours.

It lies in each package as kiem-tra.py, so that whoever holds one can read it whole before he believes it. It takes
nothing from inspection.json, which is the server's summary, but which acts were held; all else it reckons from the acts
and holds the summary against them. Exit code: 0 all fits, 1 something does not, 2 something could not be checked.

    python3 kiem-tra.py [FOLDER or FILE.zip] [--server-key keys-from-elsewhere.pem]
"""

from __future__ import annotations

import base64
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

from backend.packages.curves import canonical, ed25519, p256, sha
from backend.packages.history import Story, tell


def _raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _pem(text: str) -> bytes:
    return base64.b64decode("".join(line for line in text.splitlines() if "-----" not in line))


class Package:
    """A package that lies in a folder or a ZIP."""

    def __init__(self, where: Path) -> None:
        """Open it; nothing is unpacked."""
        self._zip = zipfile.ZipFile(where) if where.is_file() else None
        self._root = where
        self.names = sorted(self._listed())
        self.faults: list[str] = []
        self.unchecked: list[str] = []
        self.remarks: list[str] = []

    def _listed(self) -> list[str]:
        if self._zip is not None:
            return [name for name in self._zip.namelist() if not name.endswith("/")]
        found = (one for one in self._root.rglob("*") if one.is_file())
        return [one.relative_to(self._root).as_posix() for one in found]

    def read(self, name: str) -> bytes:
        """A file of it; a fault and nothing where it is not there."""
        if name not in self.names:
            self.faults.append(f"thiếu tệp / missing: {name}")
            return b""
        return self._zip.read(name) if self._zip else (self._root / name).read_bytes()

    def json(self, name: str) -> Any:
        """A file of it as JSON; an empty object where it is none."""
        try:
            return json.loads(self.read(name) or b"{}")
        except ValueError:
            self.faults.append(f"không phải JSON / no JSON: {name}")
            return {}

    def must(self, holds: Any, vi: str, en: str) -> None:
        """Note a fault where it does not hold."""
        if not holds:
            self.faults.append(f"{vi} / {en}")


def check_sums(package: Package) -> None:
    """1. Each file is the one that SHA256SUMS names, and none lies beside them."""
    named = {"SHA256SUMS"}
    for line in package.read("SHA256SUMS").decode().splitlines():
        digest, _, name = line.partition("  ")
        named.add(name)
        package.must(
            sha(package.read(name)) == digest, f"tệp bị đổi: {name}", "its bytes are others"
        )
    for name in package.names:
        if name.endswith(".UNREADABLE.txt"):
            package.unchecked.append(f"bản gốc không lấy được / original not given: {name}")
        elif name not in named:
            package.faults.append(f"tệp không có trong danh sách / not in the list: {name}")


def server_keys(package: Package, outside: str | None) -> dict[str, bytes]:
    """The server's keys by id. With a key from elsewhere only that one is believed."""
    keys = {}
    for name in package.names:
        if name.startswith("keys/server-") and name.endswith(".pem"):
            keys[name[len("keys/server-") : -4]] = _pem(package.read(name).decode())[-32:]
    for one in package.json("keys/ring.json") or []:
        if one.get("event") == "stolen":
            package.unchecked.append(
                f"khóa bị coi là đã mất cắp / key counts as stolen: {one['key_id']}"
            )
    if outside is None:
        package.remarks.append(
            "khóa của máy chủ lấy từ chính gói này; hãy so với khóa lấy từ nơi khác (--server-key) / "
            "the server's key is the package's own; compare it with one from elsewhere (--server-key)"
        )
        return keys
    given = _pem(Path(outside).read_text(encoding="utf-8"))[-32:]
    package.must(
        given in keys.values(), "khóa máy chủ khác khóa bạn đưa", "its server key is not yours"
    )
    return {key_id: key for key_id, key in keys.items() if key == given}


def _receipt(package: Package, path: str, keys: dict[str, bytes]) -> Any:
    receipt = package.json(f"{path}.json")
    signed = {key: value for key, value in receipt.items() if key != "signature"}
    package.must(
        package.read(f"{path}.signed") == canonical(signed),
        f"{path}: khác phần đã ký",
        "signed other",
    )
    key, signature = keys.get(receipt.get("key_id", "")), _raw(receipt.get("signature", ""))
    held = key is not None and ed25519(key, canonical(signed), signature)
    package.must(held, f"{path}: chữ ký của máy chủ sai", "the server's signature does not hold")
    return receipt


def check_entries(package: Package, keys: dict[str, bytes]) -> list[Any]:
    """2. The ledger: numbers without a gap, hashes that join, receipts, what phones signed. The acts, in order."""
    acts, previous, phones = [], None, {}
    files = {int(name[5:9]): name for name in package.names if name.startswith("acts/")}
    package.must(
        sorted(files) == list(range(1, len(files) + 1)), "sổ thiếu số", "numbers with a gap"
    )
    package.must(
        package.json("manifest.json").get("entries", len(files)) == len(files),
        "sổ thiếu mục",
        "entries are missing",
    )
    for number in sorted(files):
        data, where = package.read(files[number]), f"{number:04}"
        entry, act = package.json(f"entries/{where}.json"), json.loads(data)
        receipt = _receipt(package, f"receipts/acts/{where}", keys)
        joined = sha(entry)
        package.must(
            entry.get("act_hash") == sha(data)
            and entry.get("previous_hash") == previous
            and entry.get("number") == number
            and act["record"]["id"] == entry.get("record_id")
            and receipt.get("entry_hash") == joined
            and receipt.get("act_id") == act["id"]
            and all(receipt.get(key) == value for key, value in entry.items()),
            f"mục {number} không khớp chuỗi",
            "the entry does not join",
        )
        previous = joined
        acts.append(act | {"number": number, "received_at": entry.get("received_at")})
        if act["device_id"] is None:
            continue
        if act["device_id"] not in phones:
            phones[act["device_id"]] = _pem(
                package.read(f"keys/device-{act['device_id']}.pem").decode()
            )[-65:]
        signed = canonical({key: value for key, value in act.items() if key != "signature"})
        if not p256(phones[act["device_id"]], signed, _raw(act["signature"] or "")):
            shown: Any = next(
                (one for one in package.json("inspection.json")["acts"] if one["id"] == act["id"]),
                {},
            )
            package.must(
                shown.get("verdicts", {}).get("signature") == "invalid",
                f"mục {number}: chữ ký của điện thoại sai",
                "the phone's signature does not hold",
            )
    return acts


def check_photos(package: Package, acts: list[Any], keys: dict[str, bytes]) -> None:
    """3. Each photograph is the one that its phone announced, and the server signed that it stored it."""
    announced = [act for act in acts if act["type"] == "photo.taken"]
    listed = {one["photo_id"]: one for one in package.json("manifest.json").get("photos", [])}
    for act in announced:
        content = act["content"]
        one = listed.get(content["photo_id"], {})
        name, number = one.get("path"), one.get("number", 0)
        package.must(
            one.get("sha256") == content["sha256"] or one.get("entry") != act["number"],
            f"ảnh {number}: khác mục {act['number']}",
            "not as announced",
        )
        if name is None or one.get("entry") != act["number"]:
            package.unchecked.append(f"ảnh chưa có bản gốc / no original here: mục {act['number']}")
        elif f"{name}.UNREADABLE.txt" not in package.names:
            same = sha(package.read(name)) == content["sha256"]
            package.must(same, f"ảnh {number} bị đổi", "another picture")
            stored = _receipt(package, f"receipts/photos/{number:04}", keys)
            package.must(
                stored.get("sha256") == content["sha256"], f"biên nhận ảnh {number}", "its receipt"
            )


def main(arguments: list[str]) -> int:
    """Check, tell, and answer with the exit code."""
    outside = None
    if "--server-key" in arguments:
        at = arguments.index("--server-key")
        if len(arguments) == at + 1:
            sys.stdout.write("--server-key cần tên tệp / needs the name of a file\n")
            return 2
        outside = arguments[at + 1]
        del arguments[at : at + 2]
    package = Package(Path(arguments[0]) if arguments else Path(__file__).parent)
    check_sums(package)
    keys = server_keys(package, outside)
    acts, view = check_entries(package, keys), package.json("inspection.json")
    held = {one["id"] for one in view["acts"] if one["quarantine"] is not None}
    check_photos(package, acts, keys)
    for name in package.names:
        if name.startswith("restores/receipts/acts/") and name.endswith(".json"):
            _receipt(package, name[: -len(".json")], keys)
    story = Story(package, acts, held)
    for act in acts:
        if act["id"] not in held:
            story.take(act)
    story.against(view)
    out = sys.stdout
    names = {one["officer_id"]: one["officer"] for one in view["acts"]}
    out.write("\n".join(tell(acts, held, names)) + "\n\n")
    for title, lines in (
        ("SAI / WRONG", package.faults),
        ("CHƯA KIỂM ĐƯỢC / NOT CHECKED", package.unchecked),
    ):
        out.write("".join(f"{title}: {line}\n" for line in lines))
    out.write("".join(f"* {line}\n" for line in package.remarks))
    desk = sum(1 for act in acts if act["device_id"] is None)
    out.write(
        f"{len(acts)} việc / acts, {desk} ở bàn làm việc, chỉ có biên nhận của máy chủ / of the desk, receipt only\n"
    )
    verdict = ("KHỚP / ALL FITS", "KHÔNG KHỚP / DOES NOT FIT", "CHƯA ĐỦ / INCOMPLETE")
    code = 1 if package.faults else 2 if package.unchecked else 0
    out.write(verdict[code] + "\n")
    return code


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a console of Windows has another
    sys.exit(main(sys.argv[1:]))
