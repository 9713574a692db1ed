"""The database of bench.search: cases as slim rows with their words, made by the product's own rules of words.

    ground = await prepare(made)
    there = await grow(made, ground, 1_000_000)

Six years, 34 departments of ten teams, the largest with a fifth of all. Words as Vietnamese papers have them: few
syllables, most of them everywhere, so that common words are as common as they can be. Some words are only old, and two
common ones hardly ever meet. Indexes are made after the rows, and the trigram indexes not at all, to save time.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import permutations
from random import Random
from typing import Any
from uuid import UUID

import asyncpg
import msgspec

from backend.core.actors import UnitPath
from backend.core.local_time import VIETNAM, day_of
from backend.insight.rules.search import indexing
from backend.insight.rules.search.indexing import Place, Said
from bench.stage import Stage, connect_as_owner, make_unit
from schemas.casework.words import CaseState
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
_NAMES = tuple(f"Công ty TNHH {' '.join(three)}" for three in permutations(_SHOPS, 3))
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
    INSERT INTO search_newest AS n (kind, word, day) SELECT 'case', w, q FROM unnest($1::text[], $2::date[]) AS t (w, q)
    ON CONFLICT (kind, word) DO UPDATE SET day = greatest(n.day, excluded.day)
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


class _Case(msgspec.Struct, frozen=True):
    slim: str
    words: str
    letters: frozenset[str]
    day: date


class _Phrase(msgspec.Struct, frozen=True):
    """A text in one place of a record, taken apart once: a word may stand in the vector's text more than once."""

    said: str
    words: str
    letters: frozenset[str]


@cache
def _phrase(place: Place, what: TextKind, text: str) -> _Phrase:
    return _made(Said(place, what, text))


def _made(one: Said) -> _Phrase:
    kept = msgspec.json.encode(one).decode()
    return _Phrase(kept, indexing.vector([one], ()), indexing.letters([one]))


def _numbered(number: str, rest: _Phrase) -> _Phrase:
    """Return a phrase with a number in it, which is not worth being kept: no two records have the same."""
    place = rest.said[2]
    position = f"':{ord(place) - ord('A') + 1}{place}"
    kept = " ".join([f"'{one}{position}" for one in indexing.kept_of(number)])
    return _Phrase(rest.said.replace("#", number, 1), f"{kept} {rest.words}", rest.letters)


@cache
def _tags(day: date, unit: UnitPath) -> str:
    units = (indexing.unit_tag(one) for one in unit.as_tuple() if one is not None)
    at = datetime(day.year, day.month, day.day, 12, tzinfo=VIETNAM)
    return indexing.vector([], [*units, *indexing.time_tags(at)])


@cache
def _tag(tag: str) -> str:
    return indexing.vector([], [tag])


def _lines(ground: Ground, first: int, last: int, whole: int, seed: int) -> Iterator[_Case]:
    """Draw cases by their numbers: the same number is the same case, however many are made at once."""
    for block in range(first // _PORTION, (last - 1) // _PORTION + 1):
        random = Random(seed * 100_000_007 + block)
        for number in range(block * _PORTION, (block + 1) * _PORTION):
            case = _case(ground, number, whole, random.random)
            if first <= number < last:
                yield case


def _case(ground: Ground, number: int, whole: int, drawn: Callable[[], float]) -> _Case:
    def one_of(choices: Sequence[Any]) -> Any:
        return choices[int(len(choices) * drawn())]

    days = number * _DAYS // whole
    at = _SINCE + timedelta(days=days, seconds=int(80_000 * drawn()))
    day = day_of(at)
    team = int(len(ground.teams) * drawn() ** 2.5)
    path, leader = ground.path(team), one_of(ground.leaders)
    person = f"{one_of(_FAMILY)} {one_of(_MIDDLE)} {one_of(_GIVEN)}"
    name = person if drawn() < 0.5 else one_of(_NAMES)
    tax = f"{10**9 + int(9 * 10**9 * drawn())}"
    case = f"{number:08d}/VV-{at.year}"
    house = str(1 + int(899 * drawn()))
    address = f" đường {one_of(_STREETS)}, {one_of(_PROVINCES)}"
    goods = _OLD_GOODS if days < OLD_UNTIL and drawn() < 0.3 else one_of(_GOODS)
    # "bao quản lạnh" and "đông dược" are in a third of all each, and together in one of some thousand.
    side = "bảo quản lạnh" if number % 3 == 0 else "đông dược" if number % 3 == 1 else "hàng khô"
    if number % 7001 == 0:
        side = "bảo quản lạnh, đông dược"
    said = [
        _numbered(f"{number:08d}", _phrase(Place.NAME, TextKind.NUMBER, f"#/VV-{at.year}")),
        _phrase(Place.NAME, TextKind.PARTY, name),
        _numbered(tax, _phrase(Place.NAME, TextKind.IDENTIFIER, "#")),
        _numbered(house, _phrase(Place.WHERE, TextKind.ADDRESS, f"Số #{address}")),
        _phrase(Place.ABOUT, TextKind.BEHAVIOUR, one_of(_BEHAVIOURS)),
        _phrase(Place.ABOUT, TextKind.GOODS, goods),
        _phrase(Place.TEXT, TextKind.COMMENT, f"Kiểm tra {side}, hồ sơ đã chuyển văn thư"),
        _phrase(Place.TEXT, TextKind.MINUTES, person),
    ]
    state = str(one_of(_STATES))
    tags = [_tags(day, path), _tag(indexing.officer_tag(leader)), _tag(indexing.state_tag(state))]
    # An id of the moment, as the product makes them, so that ids and days have nearly the same order.
    ident = f"{int(1000 * at.timestamp()):012x}7{int(4096 * drawn()):03x}8{number:015x}"
    moment = at.isoformat()
    slim = [
        *(ident, case, str(path.unit_3), str(path.unit_1), str(path.unit_2), str(path.unit_3)),
        *(state, "2026-01-01", moment, moment, str(leader), name, f"Số {house}{address}", tax),
        str((1 + int(199 * drawn())) * 500_000),
    ]
    words = " ".join([*(one.words for one in said), *tags])
    texts = f"[{','.join(one.said for one in said)}]".replace("\\", "\\\\")
    return _Case(
        slim="\t".join(slim),
        words=f"{ident}\t{words}\t{texts}",
        letters=frozenset().union(*(one.letters for one in said)),
        day=day,
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
        newest: dict[str, date] = {}
        for first in range(there, to, _PORTION):
            lines = list(_lines(ground, first, min(first + _PORTION, to), whole, seed))
            for one in lines:
                for word in one.letters:
                    newest[word] = max(one.day, newest.get(word, one.day))
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
