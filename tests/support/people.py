"""The cast: people whom tests name, and what each may do.

    an        inspector of team 1 in Hà Nội         binh   inspector of the same team
    chi       team leader of team 1, card in force  cuc    inspector of team 1, card expired
    dung      inspector of another unit (Đà Nẵng)   duyen  team leader there
    em        inspector of team 2 in Hà Nội
    giang     supervisor of Hà Nội                  hai    the other supervisor of Hà Nội
    ho        supervisor of Đà Nẵng                 khanh  auditor of the whole force
    lan       administrator of the whole force      my     administrator of Hà Nội
    nga       clerk of Hà Nội                       oanh   clerk of the whole force
    phuc      legal officer of Hà Nội

Their posts: giang, ho head a department (Chi cục trưởng), hai is giang's deputy (Phó Chi cục trưởng),
chi, duyen head a team (Đội trưởng); the others are market inspectors.

All have the same password, and each has their own seed for one-time codes. They are written as rows
and not through `ledger.record` (the one door), because tests concern what they do afterwards.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal
from uuid import UUID, uuid5

import asyncpg
import pyotp
from argon2 import PasswordHasher

from backend.core import clock, database
from backend.core.actors import Actor, UnitPath
from backend.core.keys import Keys
from backend.force.accounts import passwords, totp
from deploy.demo.phone import Account
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role

PASSWORD = "cây đa giếng nước sân đình"
_SPACE = UUID("5f0c8f0e-8f3b-4c0e-9d6a-6c1f3a1b2c3d")
_AS_INSPECTOR, _AS_LEADER, _AS_SUPERVISOR = (
    (Role.INSPECTOR,),
    (Role.TEAM_LEADER, Role.INSPECTOR),
    (Role.SUPERVISOR,),
)
_AS_AUDITOR, _AS_ADMINISTRATOR = (Role.AUDITOR,), (Role.ADMINISTRATOR,)
_AS_CLERK, _AS_LEGAL = (Role.CLERK,), (Role.LEGAL,)

_UNITS = {
    "00": ("national", None, "Cục Quản lý thị trường thử", "Test Agency"),
    "01": ("department", "00", "Chi cục Hà Nội thử", "Test Department of Hà Nội"),
    "0101": ("team", "01", "Đội số 1 thử", "Test Team 1"),
    "0102": ("team", "01", "Đội số 2 thử", "Test Team 2"),
    "48": ("department", "00", "Chi cục Đà Nẵng thử", "Test Department of Đà Nẵng"),
    "4801": ("team", "48", "Đội Đà Nẵng thử", "Test Team of Đà Nẵng"),
}
_CAST = {
    "an": ("Nguyễn Hoài An", "0101", _AS_INSPECTOR, "valid"),
    "binh": ("Trần Thanh Bình", "0101", _AS_INSPECTOR, "valid"),
    "chi": ("Lê Linh Chi", "0101", _AS_LEADER, "valid"),
    "cuc": ("Phạm Thu Cúc", "0101", _AS_INSPECTOR, "expired"),
    "dung": ("Vũ Việt Dũng", "4801", _AS_INSPECTOR, "valid"),
    "duyen": ("Hồ Mỹ Duyên", "4801", _AS_LEADER, "valid"),
    "em": ("Đỗ Văn Em", "0102", _AS_INSPECTOR, "valid"),
    "giang": ("Bùi Hương Giang", "01", _AS_SUPERVISOR, "valid"),
    "hai": ("Đặng Thanh Hải", "01", _AS_SUPERVISOR, "valid"),
    "ho": ("Ngô Văn Hổ", "48", _AS_SUPERVISOR, "valid"),
    "khanh": ("Dương Quốc Khánh", "00", _AS_AUDITOR, None),
    "lan": ("Lý Tuyết Lan", "00", _AS_ADMINISTRATOR, None),
    "my": ("Mai Hà My", "01", _AS_ADMINISTRATOR, None),
    "nga": ("Tô Quỳnh Nga", "01", _AS_CLERK, None),
    "oanh": ("Cao Kiều Oanh", "00", _AS_CLERK, None),
    "phuc": ("Lưu Đức Phúc", "01", _AS_LEGAL, None),
}
_CONTROLLER = ("Kiểm soát viên thị trường", "Market inspector")
_TITLES = {
    "giang": ("Chi cục trưởng", "Head of department"),
    "ho": ("Chi cục trưởng", "Head of department"),
    "hai": ("Phó Chi cục trưởng", "Deputy head of department"),
    "chi": ("Đội trưởng", "Team head"),
    "duyen": ("Đội trưởng", "Team head"),
}


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person of the cast."""

    id: UUID
    username: str
    full_name: str
    roles: tuple[Role, ...]
    unit: UnitPath
    totp_secret: str
    password: str = PASSWORD

    @property
    def title(self) -> str:
        """The person's post as papers write it, unless a test gave them another."""
        return _TITLES.get(self.username, _CONTROLLER)[0]

    @property
    def officer_number(self) -> str:
        """The officer number (số hiệu công chức)."""
        return f"01-QLTT{self.id.int % 10_000:04d}"

    @property
    def account(self) -> Account:
        """What the person signs in with."""
        return Account(
            username=self.username,
            password=self.password,
            totp_secret=self.totp_secret,
            role=self.roles[0],
        )

    def code(self) -> str:
        """The person's present one-time code. The server accepts it once."""
        return pyotp.TOTP(self.totp_secret).now()

    def actor(self, face: Literal["phone", "desk", "cli", "job"] = "desk", **more: Any) -> Actor:
        """The person as an actor at one of the faces, for tests of services."""
        return Actor(
            officer_id=self.id,
            username=self.username,
            full_name=self.full_name,
            roles=frozenset(self.roles),
            unit=self.unit,
            session_id=None,
            face=face,
            **more,
        )


class People:
    """The cast in one test's database: `people.an`, `people.giang`, …"""

    def __init__(self, cast: dict[str, Person], units: dict[str, UnitPath], owner_dsn: str) -> None:
        self._cast = cast
        self._owner_dsn = owner_dsn
        self.units = units

    def __getattr__(self, name: str) -> Person:
        try:
            return self._cast[name]
        except KeyError:
            raise AttributeError(name) from None

    def __iter__(self) -> Any:
        return iter(self._cast.values())

    def moved(self, owner_dsn: str) -> "People":
        """The same cast in a copy of their database."""
        return People(self._cast, self.units, owner_dsn)

    async def forget_codes(self, *who: Person) -> None:
        """Let the present one-time code of these people be used again, so that a test need not wait
        30 s.

        It uses the pool if one is open, because opening another connection takes longer than the
        statement. After a restore the pool is open on another database than the one in which the
        cast was written. The codes are then deleted in both.
        """
        ids = [person.id for person in who]
        pool = database.ENGINE.pool
        if pool is not None:
            async with pool.acquire(timeout=20) as kept:
                await kept.execute(_FORGET, ids)
            if _name(database.ENGINE.config["dsn"]) == _name(self._owner_dsn):
                return
        connection = await asyncpg.connect(self._owner_dsn)
        try:
            await connection.execute(_FORGET, ids)
        finally:
            await connection.close()


_FORGET = "UPDATE credentials SET totp_step = 0 WHERE officer_id = ANY($1)"


def _name(dsn: str) -> str:
    """Host, port and name of the database, without the role."""
    return dsn.rpartition("@")[2]


_PASSWORD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(
    passwords.normalise(PASSWORD)
)
"""A hash contains its own cost parameters, so the server verifies this one immediately."""


def _path(code: str) -> UnitPath:
    ids = [uuid5(_SPACE, part) for part in ("00", code[:2], code[:4])]
    unique = list(dict.fromkeys(ids))[: {"00": 1}.get(code, len(code) // 2 + 1)]
    return UnitPath(**{f"unit_{level}": item for level, item in enumerate(unique, start=1)})


async def cast(owner_dsn: str, keys: Keys) -> People:
    """Write the cast into a migrated database."""
    units = {code: _path(code) for code in _UNITS}
    connection = await asyncpg.connect(owner_dsn)
    try:
        for code, row in _UNITS.items():
            await _insert_unit(connection, code, units[code], *row)
        written = {}
        for username, (name, unit, roles, card) in _CAST.items():
            person = Person(
                id=uuid5(_SPACE, username),
                username=username,
                full_name=name,
                roles=roles,
                unit=units[unit],
                totp_secret=pyotp.random_base32(),
            )
            await _insert_officer(connection, person, card, keys)
            written[username] = person
    finally:
        await connection.close()
    return People(written, units, owner_dsn)


async def _insert_unit(
    connection: Any, code: str, path: UnitPath, kind: str, parent: str | None, vi: str, en: str
) -> None:
    await connection.execute(
        "INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2,"
        " unit_3, unit_4, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        path.unit_id,
        code,
        vi,
        en,
        kind,
        uuid5(_SPACE, parent) if parent else None,
        path.level,
        *path.as_tuple(),
        clock.now().date() - timedelta(days=365),
    )


async def _insert_officer(connection: Any, person: Person, card: str | None, keys: Keys) -> None:
    today = clock.now().date()
    await connection.execute(
        "INSERT INTO officers (id, username, full_name, officer_number, unit_id, unit_1, unit_2,"
        " unit_3, unit_4) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        person.id,
        person.username,
        person.full_name,
        person.officer_number,
        person.unit.unit_id,
        *person.unit.as_tuple(),
    )
    await connection.executemany(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, $2)",
        [(person.id, role) for role in person.roles],
    )
    await connection.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        new_id(),
        person.id,
        person.unit.unit_id,
        *_TITLES.get(person.username, _CONTROLLER),
        today - timedelta(days=300),
    )
    if card is not None:
        issued = today - timedelta(days=300 if card == "valid" else 1700)
        expires = today + timedelta(days=1000) if card == "valid" else today - timedelta(days=10)
        await connection.execute(
            "INSERT INTO inspection_cards (id, officer_id, number, issued_on, expires_on)"
            " VALUES ($1, $2, $3, $4, $5)",
            new_id(),
            person.id,
            f"THE-{person.username}",
            issued,
            expires,
        )
    associated = b"totp:" + person.id.bytes
    await connection.execute(
        "INSERT INTO credentials (officer_id, password_hash, totp_seed) VALUES ($1, $2, $3)",
        person.id,
        _PASSWORD_HASH,
        keys.seal(totp.from_base32(person.totp_secret), associated),
    )
