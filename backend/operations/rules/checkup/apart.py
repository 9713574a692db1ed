"""What is said of the disks of parts that run on machines of their own. Pure."""

from collections.abc import Iterator

from backend.operations.rules.checkup.facts import Apart, Facts
from backend.operations.rules.checkup.finding import Area, Finding, Level, good, size
from schemas.core.problems import Text

LITTLE_SHARE, _FULL_SHARE = 0.15, 0.05
_NAMES = {
    "database": Text(vi="cơ sở dữ liệu", en="the database"),
    "replica": Text(vi="bản sao cơ sở dữ liệu", en="the database’s replica"),
    "object_store": Text(vi="kho ảnh và tệp", en="the store of photographs and files"),
}


def disks(facts: Facts) -> Iterator[Finding]:
    """Yield a sentence for each such part: how much room it has, or that nothing here can see it and who watches it."""
    for one in facts.apart:
        if one.free is not None and one.total:
            yield _measured(one, one.free, one.total)
        else:
            yield _unseen(one)


def _measured(one: Apart, free: int, total: int) -> Finding:
    name, share = _NAMES[one.part], free / total
    left, whole = size(free), size(total)
    said = Text(
        vi=f"Đĩa của {name.vi} ({one.at}) còn {left.vi} trên {whole.vi} ({share:.0%}), theo số liệu của chính nó.",
        en=f"The disk of {name.en} ({one.at}) has {left.en} of {whole.en} free ({share:.0%}), as it says itself.",
    )
    key = f"disk:{one.part}"
    if share >= LITTLE_SHARE:
        return good(key, Area.STORAGE, said.vi, said.en)
    return Finding(
        key=key,
        area=Area.STORAGE,
        level=Level.ACT if share < _FULL_SHARE else Level.LOOK,
        said=said,
        do=Text(
            vi="Nới đĩa trên máy đó; không xóa gì trong dữ liệu của nó.",
            en="Enlarge the disk of that machine; delete nothing of its data.",
        ),
        runbook="disk-full",
    )


def _unseen(one: Apart) -> Finding:
    name = _NAMES[one.part]
    vi = f"Từ đây không đo được đĩa của {name.vi} ({one.at}): phần này chạy riêng, có thể trên máy khác"
    en = f"The disk of {name.en} ({one.at}) cannot be measured from here: it runs apart, maybe on another machine"
    key = f"disk:{one.part}"
    if one.watched_by:
        return good(
            key,
            Area.STORAGE,
            f"{vi}. Người vận hành khai nơi theo dõi: {one.watched_by}.",
            f"{en}. It is watched elsewhere, as the operator says: {one.watched_by}.",
        )
    return Finding(
        key=key,
        area=Area.STORAGE,
        level=Level.LOOK,
        said=Text(
            vi=f"{vi}, và chưa ai khai là theo dõi.", en=f"{en}, and nobody said who watches it."
        ),
        do=Text(
            vi="Đặt cảnh báo đĩa còn dưới 15% trên máy của nó, rồi khai nơi theo dõi phần này"
            f" ở HIENTRUONG_DISKS_WATCHED ({one.part}=…). Xem docs/operations/health.md.",
            en="Have an alarm on its machine for less than 15 % free, then say who watches this part in"
            f" HIENTRUONG_DISKS_WATCHED ({one.part}=…). See docs/operations/health.md.",
        ),
    )
