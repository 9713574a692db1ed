"""Checks a package of one inspection, with the standard library of Python 3.9 or later alone, offline.

Each package contains this program as kiem-tra.py, to be read in full before it is trusted. It
derives everything from the acts, and compares the summary (inspection.json) and the manifest with
them. Only which acts were held when they came is taken from the summary, and it says so. It cannot
detect entries cut off the end of the ledger: for that, compare the last entry that it lists with a
kept receipt or package.

    python3 kiem-tra.py [FOLDER or FILE.zip] [--server-key PUBLIC-KEYS.pem]...

--server-key trusts only the server keys in this file, from elsewhere. It may be given several
times, and a file may hold several keys: a server that changed its key signed older receipts with
the older one. A receipt under a key that was not given is not checked, which is no fault of the
package.

Exit code: 0 all fits; 1 something does not; 2 something could not be checked (an original or a key
is missing, or there is no package at that path, or it cannot be opened).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from backend.exchange.evidence_export.curves import canonical, der, p256, sha
from backend.exchange.evidence_export.history import EVIDENCE, Story, tell
from backend.exchange.evidence_export.obtained import LARGE, OfDocuments
from backend.exchange.evidence_export.papers import check_papers
from backend.exchange.evidence_export.reading import WRONG_SHAPE, Package, Unreadable
from backend.exchange.evidence_export.summary import Summary
from backend.exchange.evidence_export.trust import P256, Keys, pems, raw

# From here on it is a part of kiem-tra.py.
HEAD = (
    "manifest.json",
    "SHA256SUMS",
    "inspection.json",
    "kiem-tra.py",
    "HUONG-DAN.txt",
    "HOW-TO.txt",
)
REPEATED = ("state", "revision", "minutes_flow", "minutes_owner")
"""Values of the summary that the manifest repeats."""


class Checker(OfDocuments):
    """The checks, in order. `expected` collects the names of files that the package accounts for."""

    def __init__(self, package: Package, keys: Keys) -> None:
        """Load the summary and the manifest. Nothing else is checked yet."""
        self.package, self.keys = package, keys
        self.expected = {*HEAD, "keys/server.json", "keys/ring.json"}
        self.acts: list[Any] = []
        self.receipts: list[Any] = []
        self.held: dict[str, str] = {}
        self.view: dict[str, Any] = package.json("inspection.json")
        self.manifest: dict[str, Any] = package.json("manifest.json")
        self.shown: dict[Any, Any] = {}

    def run(self) -> Story:
        """Run all checks. Data of a wrong shape is a fault, and the next check still runs."""
        steps = (
            (self.sums, "SHA256SUMS"),
            (lambda: self.keys.look(self.expected), "keys/"),
            (self.said_held, "inspection.json"),
            (self.entries, "acts/, entries/, receipts/"),
            (self.photos, "manifest.json, photos/"),
            (lambda: check_papers(self.package, self.acts, self.expected), "papers/"),
            (self.documents, "manifest.json, documents/"),
            (self.restores, "restores/"),
            (self.names, "manifest.json"),
        )
        for step, where in steps:
            self._guarded(step, where)
        story = Story(self.package, self.acts, self.held)
        story.run()
        summary = Summary(self.package, story, self.view, self.receipts)
        self._guarded(summary.check, "inspection.json")
        self._guarded(lambda: self.repeated(story), "manifest.json")
        self.keys.tell()
        return story

    def told(self, story: Story) -> list[str]:
        """Return the lines of the story, as far as its acts can be read."""
        lines: list[str] = []
        names = {one.get("officer_id"): one.get("officer") for one in self.shown.values()}
        self._guarded(lambda: lines.extend(tell(story, names)), "acts/")
        return lines

    def _guarded(self, step: Any, where: str) -> None:
        try:
            step()
        except WRONG_SHAPE as error:
            self.package.faults.append(
                f"không như máy chủ ghi / not as a server writes it: {where} ({error!r})"
            )

    def sums(self) -> None:
        """1. SHA256SUMS and the manifest name every file, each once and with its hash."""
        package, named = self.package, {"SHA256SUMS"}
        for line in package.text("SHA256SUMS").splitlines():
            digest, _, name = line.partition("  ")
            package.must(name not in named, f"tên có hai lần: {name}", "named twice")
            named.add(name)
            whole = package.digest(name) == digest
            package.must(whole, f"tệp bị đổi: {name}", "its bytes are others")
        for name in sorted(package.names):
            if name.endswith(".UNREADABLE.txt"):
                words = f"bản gốc không lấy được / original not given: {name}"
                package.unchecked.append(words)
            elif name not in named:
                package.faults.append(f"tệp không có trong danh sách / not in the list: {name}")
        files = self.manifest.get("files", {})
        small = {one for one in package.names if not one.startswith(LARGE)}
        package.must(
            set(files) == small - {"manifest.json", "SHA256SUMS"},
            "manifest.json: danh sách tệp khác",
            "its list of files is another",
        )
        for name in sorted(small.intersection(files)):
            whole = package.digest(name) == files[name]
            package.must(whole, f"manifest.json: tệp bị đổi: {name}", "its bytes are others")

    def said_held(self) -> None:
        """Read from the summary which acts were held. Only evidence can be; others are refused."""
        for one in self.view.get("acts", []):
            self.shown[one["id"]] = one
            if one.get("quarantine") is not None:
                self.held[one["id"]] = str(one["quarantine"])

    def entries(self) -> None:
        """2. The ledger: numbers without a gap, linked hashes, receipts, the phones' signatures."""
        package, files = self.package, {}
        for name in sorted(package.names):
            found = re.fullmatch(r"acts/(\d{4,9})-[^/]+\.json", name)
            if found and int(found[1]) in files:
                number = int(found[1])
                package.faults.append(f"mục {number} có hai tệp / two files of one entry: {name}")
            elif found:
                files[int(found[1])] = name
        whole = sorted(files) == list(range(1, len(files) + 1))
        package.must(whole, "sổ thiếu số", "numbers with a gap")
        many = self.manifest.get("entries") == len(files) > 0
        package.must(many, "sổ thiếu mục", "entries are missing")
        previous: str | None = None
        for number in sorted(files):
            act, receipt = self.entry("", number, files[number])
            joined = receipt.get("previous_hash") == previous and receipt.get("number") == number
            package.must(joined, f"mục {number} không khớp chuỗi", "the entry does not join")
            previous = receipt.get("entry_hash")
            if act is not None:
                self.acts.append(act)
                self.receipts.append((act, receipt))
                self.phone(act)
        ids = {act["id"] for act in self.acts}
        package.must(len(ids) == len(self.acts), "một việc có hai mục", "one act stands twice")
        records = {act["record"]["id"] for act in self.acts}
        package.must(len(records) == 1, "việc của hồ sơ khác", "acts of another record")
        for one in sorted(set(self.held) - ids):
            package.faults.append(f"inspection.json: việc không có trong sổ / of no entry: {one}")
        for act in self.acts:
            if act["id"] in self.held and act["type"] not in EVIDENCE:
                del self.held[act["id"]]
                package.faults.append(
                    f"mục {act['number']}: {act['type']} không thể bị giữ / can never be held"
                )

    def entry(self, under: str, number: int, name: str) -> tuple[Any, dict[str, Any]]:
        """Check one entry: it has the hash of the act, and the server signed its hash and place."""
        package, where = self.package, f"{under}entries/{number:04}.json"
        self.expected.update((name, where))
        act, entry = package.json(name), package.json(where)
        receipt = self.receipt(f"{under}receipts/acts/{number:04}")
        fits = (
            set(entry) == {"act_hash", "record_id", "number", "previous_hash", "received_at"}
            and entry["act_hash"] == package.digest(name)
            and package.digest(where) == sha(entry) == receipt.get("entry_hash")
            and all(receipt.get(key) == value for key, value in entry.items())
        )
        package.must(fits, f"mục {number} không khớp chuỗi", "the entry does not join")
        record: Any = act.get("record")
        shaped = (
            all(isinstance(act.get(key), str) for key in ("id", "type", "officer_id", "made_at"))
            and isinstance(record, dict)
            and isinstance(act.get("content"), dict)
        )
        if not shaped:
            package.faults.append(f"mục {number}: không phải một việc / no act: {name}")
            return None, receipt
        same = record.get("id") == entry.get("record_id") and receipt.get("act_id") == act["id"]
        package.must(same, f"mục {number} không khớp chuỗi", "the receipt is of another act")
        named = name == f"{under}acts/{number:04}-{act['type']}.json"
        package.must(named, f"tên tệp nói việc khác: {name}", "its name tells another act")
        return {**act, "number": number, "received_at": entry.get("received_at")}, receipt

    def receipt(self, path: str) -> dict[str, Any]:
        """Check a receipt: its three files agree, and the server signed it."""
        package = self.package
        self.expected.update(f"{path}.{ending}" for ending in ("json", "signed", "sig"))
        receipt = package.json(f"{path}.json")
        signed = canonical({key: one for key, one in receipt.items() if key != "signature"})
        same = package.read(f"{path}.signed") == signed
        same = package.read(f"{path}.sig") == raw(receipt.get("signature")) and same
        package.must(same, f"{path}: khác phần đã ký", "signed other")
        self.keys.judge(path, receipt, signed)
        return receipt

    def phone(self, act: Any) -> None:
        """Check the phone's signature of an act. A wrong one is excused if the act was held for it."""
        package, number, device = self.package, act["number"], act.get("device_id")
        if device is None:
            return
        own = {key: one for key, one in act.items() if key not in ("number", "received_at")}
        signed = canonical({key: one for key, one in own.items() if key != "signature"})
        signature, path = raw(own.get("signature")), f"signatures/{number:04}"
        if len(signature) == 64:
            self.expected.update((f"{path}.signed", f"{path}.sig"))
            same = package.read(f"{path}.signed") == signed
            same = package.read(f"{path}.sig") == der(signature) and same
            package.must(same, f"{path}: khác chữ ký trong việc", "not what is in the act")
        key_file = f"keys/device-{device}.pem"
        keys = pems(package.text(key_file), P256) if key_file in package.names else []
        if len(keys) != 1:
            package.unchecked.append(
                f"mục {number}: không có khóa của điện thoại / the phone's key is not here"
            )
            return
        self.expected.add(key_file)
        holds = p256(keys[0], signed, signature)
        if self.held.get(act["id"]) == "signature_invalid":
            package.must(not holds, f"mục {number}: chữ ký đúng mà bị giữ", "held, though it holds")
            package.remarks.append(
                f"mục {number}: bị giữ vì chữ ký của điện thoại sai / held: its phone's signature does not hold"
            )
        else:
            words = "the phone's signature does not hold"
            package.must(holds, f"mục {number}: chữ ký của điện thoại sai", words)
        said = self.shown.get(act["id"], {}).get("verdicts", {}).get("signature")
        told = said == ("ok" if holds else "invalid")
        package.must(told, f"mục {number}: kiểm chứng nói khác", "its verdict says another thing")

    def photos(self) -> None:
        """3. Each photograph is as its phone announced it, and the server signed that it is stored."""
        package = self.package
        by_entry: dict[int, Any] = {}
        for number, one in enumerate(self.manifest["photos"], start=1):
            at = one["entry"]
            ordered = one["number"] == number and at > max(by_entry, default=0)
            package.must(ordered, f"ảnh {number}: số không theo thứ tự khai báo", "its number")
            by_entry[at] = one
        for act in self.acts:
            if act["type"] == "photo.taken":
                self.photo(act, by_entry.pop(act["number"], None))
        for one in by_entry.values():
            package.faults.append(f"ảnh không ai khai báo / announced by no act: {one['path']}")

    def photo(self, act: Any, one: Any) -> None:
        """Check a photograph that an act announces, against its place in the manifest."""
        package, content, at = self.package, act["content"], f"mục {act['number']}"
        if one is None:
            # Only a photograph held because another has the same id has no place in the manifest.
            held = act["id"] in self.held
            package.must(
                held, f"{at}: ảnh không có trong manifest.json", "its photograph is missing"
            )
        if one is None or one["path"] is None:
            package.unchecked.append(f"ảnh chưa có bản gốc / no original here: {at}")
        if one is None:
            return
        number, name = one["number"], one["path"]
        same = all(one[key] == content[key] for key in ("photo_id", "sha256", "size"))
        package.must(same, f"ảnh {number}: khác {at}", "not as announced")
        if name is None:
            return
        path = rf"photos/{number:04}-{re.escape(content['photo_id'])}\.[a-z0-9]+"
        package.must(re.fullmatch(path, name), f"ảnh {number}: tên tệp khác", "another file's name")
        if f"{name}.UNREADABLE.txt" in package.names and name not in package.names:
            self.expected.add(f"{name}.UNREADABLE.txt")
        else:
            self.expected.add(name)
            same = package.digest(name) == content["sha256"]
            package.must(same, f"ảnh {number} bị đổi", "another picture")
        stored = self.receipt(f"receipts/photos/{number:04}")
        same = all(stored.get(key) == content[key] for key in ("photo_id", "sha256", "size"))
        package.must(same, f"biên nhận ảnh {number}", "its receipt")

    def restores(self) -> None:
        """Check the server's declarations of restores: each is the one that was signed."""
        found = [
            (int(match[1]), name)
            for name in sorted(self.package.names)
            if (match := re.fullmatch(r"restores/acts/(\d{4,9})-[^/]+\.json", name))
        ]
        many = self.manifest.get("restores", 0) == len(found)
        self.package.must(many, "restores/ thiếu hoặc thừa", "restores are missing, or too many")
        for number, name in found:
            self.entry("restores/", number, name)

    def names(self) -> None:
        """Report files that belong to no act, entry, receipt or photograph: they were added later."""
        for name in sorted(self.package.names - self.expected):
            self.package.faults.append(f"tệp không thuộc gói / nothing accounts for it: {name}")

    def repeated(self, story: Story) -> None:
        """Check the values of the summary that the manifest repeats."""
        view, said = self.view, self.manifest
        file = view.get("file") and {key: view["file"][key] for key in ("status", "file")}
        pairs = [(said.get(key), view.get(key)) for key in REPEATED]
        pairs += [(said.get("inspection_id"), view.get("id")), (said.get("file"), file)]
        pairs += [(said.get("decision_number"), view["decision"]["number"])]
        pairs += [(said.get("withdrawn"), view.get("discarded") if story.flow == 2 else None)]
        for one, other in pairs:
            self.package.must(
                one == other, f"manifest.json: {one}", "not what inspection.json says"
            )


def plain(line: str) -> str:
    """Return a line without control characters: a package may contain anything."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in line)


def remarks(story: Story) -> list[str]:
    """Return what the acts alone cannot prove. These remarks are always printed."""
    held = [str(act["number"]) for act in story.acts if act["id"] in story.held]
    said = [
        "tên có dấu * chỉ theo bản tóm tắt; mã đứng trước là của chính việc đó / names marked * are the summary's "
        "word alone; the id before one is the act's own",
        "trong inspection.json, chỉ theo lời máy chủ: tên đơn vị, nội dung cần làm rõ, kho đã xem lại gì, giờ đã "
        "chỉnh theo đồng hồ điện thoại / of inspection.json, on the server's word alone: names of units, findings, "
        "what the store was found to hold, times put right for a phone's clock",
        "HUONG-DAN.txt, HOW-TO.txt và chính chương trình này không được ký: hãy lấy chương trình từ mã nguồn "
        "công khai / the two texts and this program are not signed: take the program from the public source",
    ]
    if held:
        said.append(
            f"bị giữ khi đến (mục {', '.join(held)}): theo lời máy chủ, trừ khi có việc sau nêu ra / held (entries "
            f"{', '.join(held)}): on the server's word, except where a later act names it"
        )
    if story.acts:
        last = story.acts[-1]
        said.append(
            f"sổ trong gói dừng ở mục {last['number']}, nhận lúc {last['received_at']}; việc bị cắt khỏi cuối sổ chỉ "
            "lộ ra bằng biên nhận hay gói khác / the ledger here ends with this entry; what was cut off behind it is "
            "found only by a receipt or a package that somebody kept"
        )
    return said


def options(arguments: list[str]) -> tuple[Path, list[Path]]:
    """Return the path of the package and the key files. Raises Unreadable for wrong arguments."""
    places, keys, rest = [], [], list(arguments)
    while rest:
        one = rest.pop(0)
        if one.startswith("--server-key="):
            keys.append(Path(one.partition("=")[2]))
        elif one == "--server-key" and rest:
            keys.append(Path(rest.pop(0)))
        elif one.startswith("-"):
            raise Unreadable("kiem-tra.py [THƯ MỤC/FOLDER | FILE.zip] [--server-key KEYS.pem]...")
        else:
            places.append(Path(one))
    if len(places) > 1:
        raise Unreadable("chỉ một gói mỗi lần / one package at a time")
    return (places[0] if places else Path(__file__).parent), keys


def main(arguments: list[str]) -> int:
    """Check a package, print the result, and return the exit code."""
    out = sys.stdout
    try:
        where, outside = options(arguments)
        package = Package(where)
        keys = Keys(package, outside)
    except Unreadable as error:
        out.write(f"KHÔNG ĐỌC ĐƯỢC / CANNOT BE READ: {plain(str(error))}\n")
        return 2
    checker = Checker(package, keys)
    story = checker.run()
    out.write("".join(f"{plain(line)}\n" for line in checker.told(story)) + "\n")
    for title, lines in (
        ("SAI / WRONG: ", package.faults),
        ("CHƯA KIỂM ĐƯỢC / NOT CHECKED: ", package.unchecked),
        ("* ", package.remarks + remarks(story)),
    ):
        out.write("".join(f"{title}{plain(line)}\n" for line in dict.fromkeys(lines)))
    desk = sum(1 for act in story.acts if act.get("device_id") is None)
    words = "của bàn làm việc, chỉ có biên nhận của máy chủ / of the desk, receipt only"
    out.write(f"{len(story.acts)} việc / acts, {desk} {words}\n")
    verdict = ("KHỚP / ALL FITS", "KHÔNG KHỚP / DOES NOT FIT", "CHƯA ĐỦ / INCOMPLETE")
    code = 1 if package.faults else 2 if package.unchecked else 0
    out.write(verdict[code] + "\n")
    return code


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # a console of Windows has another
    sys.exit(main(sys.argv[1:]))
