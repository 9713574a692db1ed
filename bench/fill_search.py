"""The database of bench.search: cases as slim rows with their words, made by the product's own rules of words.

    ground = await prepare(made)
    there = await grow(made, ground, 1_000_000)

Six years, 34 departments of ten teams, the largest with a fifth of all. Words as Vietnamese papers have them: few
syllables, most of them everywhere, so that common words are as common as they can be. Some words are only old, and two
common ones hardly ever meet. Indexes are made after the rows, and the trigram indexes not at all, to save time.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
import msgspec

from backend.core.actors import UnitPath
from backend.insight.rules.search import indexing
from backend.insight.rules.search.indexing import Place, Said
from bench.stage import Stage, connect_as_owner, make_unit
from schemas.casework.words import CaseState
from schemas.core.ids import new_id
from schemas.insight.search import TextKind

DEPARTMENTS, TEAMS = 34, 10
LEADERS = 400
_PORTION = 20_000
_SLOW = 7200
_SINCE, _DAYS = datetime(2020, 12, 1, tzinfo=UTC), 6 * 365
OLD_UNTIL = 500
"""Days from the first within which the old words stand."""
_FAMILY = ("Nguyễn",) * 38 + ("Trần",) * 11 + ("Lê",) * 9 + ("Phạm",) * 7 + ("Hoàng", "Huỳnh") * 5
_FAMILY += ("Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Quách", "Tô")
_MIDDLE = (
    ("Văn",) * 20 + ("Thị",) * 20 + ("Minh", "Thanh", "Đức", "Ngọc", "Hoàng", "Quốc", "Hữu", "Kim")
)
_GIVEN = (
    *("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hòa", "Hùng", "Hương", "Khánh"),
    *("Lan", "Linh", "Long", "Mai", "Nam", "Nga", "Phúc", "Quân", "Sơn", "Thảo", "Trang", "Tuấn"),
)
_SHOPS = (
    "Gạo",
    "Hoa",
    "Sen",
    "Trắng",
    "Phát",
    "Thành",
    "Minh",
    "Tâm",
    "Đại",
    "Việt",
    "Kim",
    "Ngọc",
    "Tiến",
    "Lộc",
)
_STREETS = (
    "Trần Phú",
    "Lê Lợi",
    "Nguyễn Trãi",
    "Hai Bà Trưng",
    "Cây Đa",
    "Phố Huế",
    "Cầu Giấy",
    "Hòa Bình",
)
_CITIES = ("thành phố Hà Nội", "thành phố Hồ Chí Minh")
_PROVINCES = (*_CITIES, *(f"tỉnh Mẫu {name}" for name in _GIVEN))
_BEHAVIOURS = tuple(
    f"{deed} {goods}{how}"
    for deed in ("Kinh doanh hàng hóa", "Buôn bán", "Tàng trữ")
    for goods in (
        "nhập lậu",
        "giả mạo nhãn hiệu",
        "không rõ nguồn gốc",
        "quá hạn sử dụng",
        "thiếu nhãn phụ",
    )
    for how in ("", ", trị giá hàng từ 10 đến dưới 20 triệu đồng", ", không niêm yết giá")
)
_GOODS = (
    *(
        "Rượu vang",
        "Thuốc lá điếu",
        "Mỹ phẩm",
        "Đường cát",
        "Quần áo may sẵn",
        "Bánh trung thu",
        "Gạo trắng",
    ),
    *(
        "Sữa bột",
        "Phụ tùng xe máy",
        "Điện thoại",
        "Đồ chơi",
        "Nước ngọt",
        "Thực phẩm chức năng",
        "Phân bón",
    ),
)
_OLD_GOODS = "Khẩu trang y tế, nước sát khuẩn phòng dịch"
_STATES = tuple(CaseState)


_NEWEST = """
    INSERT INTO search_newest AS n SELECT 'case', w, q FROM unnest($1::text[], $2::integer[]) AS t (w, q)
    ON CONFLICT (kind, word) DO UPDATE SET quarter = greatest(n.quarter, excluded.quarter)
"""
_A_TEAM = """
    INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)
    SELECT i, lpad((abs(hashtext(i::text)::bigint) % 100000000)::text, 8, '0'), 'Đội', 'Team', 'team', $2, 3, $1, $2, i,
        current_date FROM (SELECT uuidv7() AS i FROM generate_series(1, $3::int)) t
"""


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """Units, the largest department first, and officers."""

    nation: UUID
    departments: list[UUID]
    teams: list[UUID]
    leaders: list[UUID]

    def path(self, team: int) -> UnitPath:
        """Return a team with its ancestors."""
        return UnitPath(
            unit_1=self.nation, unit_2=self.departments[team // TEAMS], unit_3=self.teams[team]
        )


async def prepare(made: Stage) -> Ground:
    """Make units and officers, or find those of an earlier run."""
    owner = await connect_as_owner(made)
    try:
        nation = await owner.fetchval("SELECT id FROM units WHERE level = 1")
        if nation is None:
            nation = await make_unit(owner)
            for _ in range(DEPARTMENTS):
                department = await make_unit(owner, nation)
                await owner.execute(_A_TEAM, nation, department, TEAMS)
            await owner.execute(
                "INSERT INTO officers (id, username, full_name, unit_id, unit_1) SELECT uuidv7(), 'leader-' || n,"
                " 'Nguyễn Văn ' || n, $1, $1 FROM generate_series(1, $2::int) n",
                nation,
                LEADERS,
            )
        departments = await owner.fetch("SELECT id FROM units WHERE level = 2 ORDER BY id")
        teams = await owner.fetch("SELECT id FROM units WHERE level = 3 ORDER BY unit_2, id")
        leaders = await owner.fetch("SELECT id FROM officers ORDER BY id")
    finally:
        await owner.close()
    ids: list[list[UUID]] = [[row["id"] for row in of] for of in (departments, teams, leaders)]
    return Ground(nation=nation, departments=ids[0], teams=ids[1], leaders=ids[2])


class _Case(msgspec.Struct, frozen=True, kw_only=True):
    slim: str
    words: str
    letters: frozenset[str]
    quarter: int


def _lines(ground: Ground, first: int, last: int, whole: int, seed: int) -> Iterator[_Case]:
    """Draw cases by their numbers: the same number is the same case, however many are made at once."""
    for number in range(first, last):
        random = Random(seed * 100_000_007 + number)
        day = number * _DAYS // whole
        at = _SINCE + timedelta(days=day, seconds=random.randrange(80_000))
        team = int(len(ground.teams) * random.random() ** 2.5)
        path, leader = ground.path(team), random.choice(ground.leaders)
        person = f"{random.choice(_FAMILY)} {random.choice(_MIDDLE)} {random.choice(_GIVEN)}"
        shop = " ".join(random.sample(_SHOPS, 3))
        name = person if random.random() < 0.5 else f"Công ty TNHH {shop}"
        tax = f"{random.randrange(10**9, 10**10)}"
        case = f"{number:08d}/VV-{at.year}"
        address = f"Số {random.randrange(1, 900)} đường {random.choice(_STREETS)}, {random.choice(_PROVINCES)}"
        behaviour = random.choice(_BEHAVIOURS)
        goods = random.choice(_GOODS)
        if day < OLD_UNTIL and random.random() < 0.3:
            goods = _OLD_GOODS
        # "bao quản lạnh" and "đông dược" are in a third of all each, and together in one of some thousand.
        side = (
            "bảo quản lạnh" if number % 3 == 0 else "đông dược" if number % 3 == 1 else "hàng khô"
        )
        if number % 7001 == 0:
            side = "bảo quản lạnh, đông dược"
        note = f"Kiểm tra {side}, hồ sơ đã chuyển văn thư"
        said = [
            Said(Place.NAME, TextKind.NUMBER, case),
            Said(Place.NAME, TextKind.PARTY, name),
            Said(Place.NAME, TextKind.IDENTIFIER, tax),
            Said(Place.WHERE, TextKind.ADDRESS, address),
            Said(Place.ABOUT, TextKind.BEHAVIOUR, behaviour),
            Said(Place.ABOUT, TextKind.GOODS, goods),
            Said(Place.TEXT, TextKind.COMMENT, note),
            Said(Place.TEXT, TextKind.MINUTES, person),
        ]
        state = str(random.choice(_STATES))
        tags = [
            *(indexing.unit_tag(one) for one in path.as_tuple() if one is not None),
            indexing.officer_tag(leader),
            indexing.state_tag(state),
            indexing.quarter_of(at).tag,
        ]
        ident = str(new_id())
        moment = at.isoformat()
        slim = [
            *(ident, case, str(path.unit_3), str(path.unit_1), str(path.unit_2), str(path.unit_3)),
            *(state, "2026-01-01", moment, moment, str(leader), name, address, tax),
            str(random.randrange(1, 200) * 500_000),
        ]
        kept = [ident, indexing.vector(said, tags), msgspec.json.encode(said).decode()]
        yield _Case(
            slim="\t".join(slim),
            words="\t".join(kept).replace("\\", "\\\\"),
            letters=indexing.letters(said),
            quarter=indexing.quarter_of(at).number,
        )


async def grow(made: Stage, ground: Ground, to: int, whole: int, seed: int = 88) -> int:
    """Fill up to `to` of `whole` cases, or find more from an earlier run; return how many there are."""
    dsn = made.servers.postgres.dsn("hientruong")
    slim, words = await asyncpg.connect(dsn), await asyncpg.connect(dsn)
    try:
        there: int = await slim.fetchval("SELECT count(*) FROM cases")
        if there >= to:
            return there
        for one in (slim, words):
            await one.execute(
                "SET session_replication_role = replica; SET synchronous_commit = off"
            )
            await one.execute("SET maintenance_work_mem = '512MB'")
        indexes = await slim.fetch(
            "SELECT indexname AS name, indexdef AS definition FROM pg_indexes"
            " WHERE tablename IN ('cases', 'case_words', 'case_officers') AND indexdef NOT LIKE 'CREATE UNIQUE%'"
        )
        for index in indexes:
            await slim.execute(f'DROP INDEX "{index["name"]}"')
        newest: dict[str, int] = {}
        for first in range(there, to, _PORTION):
            lines = list(_lines(ground, first, min(first + _PORTION, to), whole, seed))
            for one in lines:
                newest.update(dict.fromkeys(one.letters, one.quarter))  # later ones are newer
            await asyncio.gather(
                _copy(slim, "cases", _COLUMNS, [one.slim for one in lines]),
                _copy(words, "case_words", ("id", "words", "said"), [one.words for one in lines]),
            )
        await slim.execute(
            "INSERT INTO case_officers (case_id, officer_id, role) SELECT id, lead_id, 'lead' FROM cases c"
            " WHERE NOT EXISTS (SELECT FROM case_officers o WHERE o.case_id = c.id)",
            timeout=_SLOW,
        )
        for index in indexes:
            if "trgm" not in index["definition"]:
                await slim.execute(index["definition"], timeout=_SLOW)
        await slim.execute(_NEWEST, list(newest), list(newest.values()))
        for table in ("cases", "case_words", "case_officers"):
            await slim.execute(f"VACUUM ANALYZE {table}", timeout=_SLOW)
    finally:
        await slim.close()
        await words.close()
    return to


_COLUMNS = (
    *(
        "id",
        "number",
        "unit_id",
        "unit_1",
        "unit_2",
        "unit_3",
        "state",
        "rule_set",
        "opened_at",
        "updated_at",
    ),
    *("lead_id", "subject_name", "subject_address", "subject_tax_code", "fine_total_vnd"),
)


async def _copy(connection: Any, table: str, columns: tuple[str, ...], lines: list[str]) -> None:
    async def source() -> AsyncIterator[bytes]:
        for line in lines:
            yield (line + "\n").encode()

    await connection.copy_to_table(
        table, source=source(), columns=columns, format="text", timeout=_SLOW
    )
