"""Who watches the disks of the parts that run on machines of their own, as the operator says it.

    HIENTRUONG_DISKS_WATCHED="Zabbix, trực 024 0000 0000"                                   # all of them
    HIENTRUONG_DISKS_WATCHED="database=Trung tâm dữ liệu; object_store=Nhà cung cấp S3"     # each by its own

Database and store are often kept by two bodies, and an alarm that one of them has says nothing of the other's disk.
"""

import re

import msgspec

PARTS = ("database", "replica", "object_store")
_LONGEST = 200
_NAMED = re.compile(r"(?:^|;)\s*([A-Za-z0-9_]+)\s*=")


class Disks(msgspec.Struct, frozen=True, kw_only=True):
    """A line for each part; empty where nobody was named."""

    database: str = ""
    replica: str = ""
    object_store: str = ""


def read(text: str) -> Disks:
    """Return who watches what; without the name of a part, all of them. Raises SystemExit for a name of no part."""
    said = " ".join(text.split())
    found = list(_NAMED.finditer(said))
    if not found:
        return Disks(**dict.fromkeys(PARTS, said[:_LONGEST]))
    wrong = [one[1] for one in found if one[1] not in PARTS]
    before = said[: found[0].start()].strip()
    if wrong or before:
        raise SystemExit(
            f"HIENTRUONG_DISKS_WATCHED: «{(wrong or [before])[0][:40]}» không phải tên một phần; ghi một dòng cho tất "
            f"cả, hoặc từng phần ({', '.join(PARTS)}), ví dụ database=…; object_store=…. / "
            f"HIENTRUONG_DISKS_WATCHED: “{(wrong or [before])[0][:40]}” names no part; write one line for all, or each "
            f"part ({', '.join(PARTS)}), such as database=…; object_store=…."
        )
    ends = [*(one.start() for one in found[1:]), len(said)]
    named = {
        one[1]: said[one.end() : end].strip(" ;")[:_LONGEST]
        for one, end in zip(found, ends, strict=True)
    }
    return Disks(**named)
