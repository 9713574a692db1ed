"""SQL of officers: accounts, roles, positions, inspection cards."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.core import database, scope
from backend.core.actors import Actor, UnitPath

# Serialises everything that could leave a scope without an administrator ("ht" and a number).
_LOCK_ADMINISTRATORS = 0x68740003
_LOCK_NAMES = 0x68740004

_COLUMNS = """
    o.id, o.username, o.full_name, o.officer_number, o.unit_id, o.unit_1, o.unit_2, o.unit_3,
    o.unit_4, o.language, o.state, o.created_at, o.objected_at,
    ARRAY(SELECT r.role FROM officer_roles r WHERE r.officer_id = o.id ORDER BY r.role) AS roles
"""


async def lock(officer_id: UUID) -> Any:
    """Lock and return the officer's row with their roles, or None."""
    return await database.fetchrow(
        f"SELECT {_COLUMNS} FROM officers o WHERE o.id = $1 FOR NO KEY UPDATE", officer_id
    )


async def find(officer_id: UUID) -> Any:
    """Return the officer's row with their roles, or None; the caller checks scope."""
    return await database.fetchrow(f"SELECT {_COLUMNS} FROM officers o WHERE o.id = $1", officer_id)


async def find_administered(actor: Actor, officer_id: UUID) -> Any:
    """Return an officer in the administrator's scope with unit name and enrolment, or None."""
    condition, args = scope.sql(scope.administered(actor), "o", 2)
    return await database.fetchrow(
        f"""
        SELECT {_COLUMNS}, u.code AS unit_code, u.name_vi, u.name_en,
            EXISTS (SELECT 1 FROM credentials c WHERE c.officer_id = o.id) AS enrolled
        FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE o.id = $1 AND {condition}
        """,
        officer_id,
        *args,
    )


async def list_administered(
    actor: Actor, after: str | None, search: str, state: str | None, limit: int
) -> list[Any]:
    """Return officers of the scope by user name; `search` folds accents, as its index does."""
    condition, args = scope.sql(scope.administered(actor), "o", 5)
    return await database.fetch(
        f"""
        SELECT {_COLUMNS}, u.code AS unit_code, u.name_vi, u.name_en,
            EXISTS (SELECT 1 FROM credentials c WHERE c.officer_id = o.id) AS enrolled
        FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE {condition}
          AND ($1::text IS NULL OR o.username > $1)
          AND ($2 = '' OR fold(o.full_name) LIKE '%' || fold($2) || '%'
               OR o.username LIKE '%' || lower($2) || '%' OR o.officer_number = $2)
          AND ($3::text IS NULL OR o.state = $3)
        ORDER BY o.username LIMIT $4
        """,
        after,
        search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"),
        state,
        limit,
        *args,
    )


async def username_taken(username: str) -> bool:
    """Tell whether an officer has this user name; names are never given again."""
    return (
        await database.fetchval("SELECT true FROM officers WHERE username = $1", username) is True
    )


async def lock_names() -> None:
    """Serialise those who take a name or a number: two concurrent ones would both find it free."""
    await database.execute("SELECT pg_advisory_xact_lock($1, 0)", _LOCK_NAMES)


_NUMBER = "translate(regexp_replace(fold({}), '[^a-z0-9]', '', 'g'), 'oil', '011')"


async def number_taken(officer_number: str, but: UUID) -> bool:
    """Tell whether another officer has this number (số hiệu).

    Separators are ignored, and O reads as 0, l as 1.
    """
    return (
        await database.fetchval(
            f"""
            SELECT true FROM officers WHERE id <> $2 AND officer_number IS NOT NULL
                AND {_NUMBER.format("officer_number")} = {_NUMBER.format("$1")} LIMIT 1
            """,
            officer_number,
            but,
        )
        is True
    )


_WORDS = r"""
    translate(replace(replace(regexp_replace(regexp_replace(fold({}), '[^a-z\s]', '', 'g'), '\s+', ' ', 'g'),
        'rn', 'm'), 'vv', 'w'), 'l', 'i')
"""
# How a name is compared: without diacritics and case, and with look-alikes as one letter.


async def namesakes(full_name: str, but: UUID, department: UUID | None) -> list[Any]:
    """Return other officers whose name reads as this one, each marked if of this department.

    `department` is None at the national level. Within the department also those whose whole name,
    of three words or more, is contained in this one. Disabled accounts count too: they may be
    reinstated, and their papers keep the name.
    """
    return await database.fetch(
        f"""
        SELECT id, near FROM (
            SELECT o.id, o.unit_2 IS NOT DISTINCT FROM $3 AS near, btrim({_WORDS.format("o.full_name")}) AS theirs,
                btrim({_WORDS.format("$1::text")}) AS mine
            FROM officers o WHERE o.id <> $2) n
        WHERE replace(theirs, ' ', '') = replace(mine, ' ', '')
            OR (near AND theirs LIKE '% % %' AND ' ' || mine || ' ' LIKE '% ' || theirs || ' %')
        """,
        full_name,
        but,
        department,
    )


async def insert(
    officer_id: UUID,
    username: str,
    full_name: str,
    officer_number: str | None,
    path: UnitPath,
    language: str,
) -> None:
    """Insert a new officer."""
    await database.execute(
        "INSERT INTO officers (id, username, full_name, officer_number, unit_id, unit_1, unit_2, "
        "unit_3, unit_4, language) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        officer_id,
        username,
        full_name,
        officer_number,
        path.unit_id,
        *path.as_tuple(),
        language,
    )


async def correct(officer_id: UUID, full_name: str, officer_number: str | None) -> None:
    """Change name and number."""
    await database.execute(
        "UPDATE officers SET full_name = $2, officer_number = $3 WHERE id = $1",
        officer_id,
        full_name,
        officer_number,
    )


async def move(officer_id: UUID, path: UnitPath) -> None:
    """Move the officer, and the devices that they enrolled, to another unit."""
    for table, column in (("officers", "id"), ("devices", "enrolled_by")):
        await database.execute(
            f"UPDATE {table} SET unit_id = $2, unit_1 = $3, unit_2 = $4, unit_3 = $5, unit_4 = $6 "
            f"WHERE {column} = $1",
            officer_id,
            path.unit_id,
            *path.as_tuple(),
        )


async def set_state(officer_id: UUID, state: str) -> None:
    """Set an officer active or disabled. Becoming active ends a head's objection."""
    await database.execute(
        "UPDATE officers SET state = $2, objected_at = CASE WHEN $2 = 'active' THEN NULL ELSE objected_at END"
        " WHERE id = $1",
        officer_id,
        state,
    )


async def object_to(officer_id: UUID, at: datetime) -> None:
    """Disable an officer because a head objects."""
    await database.execute(
        "UPDATE officers SET state = 'disabled', objected_at = $2 WHERE id = $1", officer_id, at
    )


async def set_language(officer_id: UUID, language: str) -> None:
    """Set the officer's own choice of language."""
    await database.execute("UPDATE officers SET language = $2 WHERE id = $1", officer_id, language)


async def give_role(officer_id: UUID, role: str, by: UUID) -> None:
    """Add a role."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role, granted_by) VALUES ($1, $2, $3)",
        officer_id,
        role,
        by,
    )


async def take_role(officer_id: UUID, role: str) -> None:
    """Remove a role. The ledger keeps that it was held."""
    await database.execute(
        "DELETE FROM officer_roles WHERE officer_id = $1 AND role = $2", officer_id, role
    )


async def any_administrator() -> bool:
    """Tell whether there is any administrator; serialised, for the creation of the first one."""
    await database.execute("SELECT pg_advisory_xact_lock($1, 0)", _LOCK_ADMINISTRATORS)
    return (
        await database.fetchval(
            "SELECT true FROM officer_roles WHERE role = 'administrator' LIMIT 1"
        )
        is True
    )


async def another_administrator_covers(officer_id: UUID) -> bool:
    """Tell whether another active administrator is in this officer's unit or above; serialised."""
    await database.execute("SELECT pg_advisory_xact_lock($1, 0)", _LOCK_ADMINISTRATORS)
    return (
        await database.fetchval(
            """
            SELECT true FROM officers o, officers a JOIN officer_roles r ON r.officer_id = a.id
            WHERE o.id = $1 AND a.id <> o.id AND a.state = 'active' AND r.role = 'administrator'
              AND a.unit_id IN (o.unit_1, o.unit_2, o.unit_3, o.unit_4)
            LIMIT 1
            """,
            officer_id,
        )
        is True
    )


async def insert_position(
    position_id: UUID,
    officer_id: UUID,
    unit_id: UUID,
    title_vi: str,
    title_en: str,
    valid_from: date,
) -> None:
    """Insert a position from a day on."""
    await database.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        position_id,
        officer_id,
        unit_id,
        title_vi,
        title_en,
        valid_from,
    )


async def holds_position(officer_id: UUID, unit_id: UUID, title_vi: str, valid_from: date) -> bool:
    """Tell whether an officer holds this very post on a day, or will afterwards."""
    return (
        await database.fetchval(
            "SELECT true FROM officer_positions WHERE officer_id = $1 AND unit_id = $2"
            " AND fold(title_vi) = fold($3) AND (valid_to IS NULL OR valid_to > $4) LIMIT 1",
            officer_id,
            unit_id,
            title_vi,
            valid_from,
        )
        is True
    )


async def find_position(position_id: UUID) -> Any:
    """Return a position, or None."""
    return await database.fetchrow(
        "SELECT id, officer_id, title_vi, valid_from, valid_to FROM officer_positions WHERE id = $1",
        position_id,
    )


async def last_signed(post: Any) -> date | None:
    """Return the day of the newest paper that an officer signed under a post's title, or None.

    Counts numbered papers and inspection decisions that name this title or none, unless another
    post of the officer with this title in the paper's units was held on that day. For the handler.
    """
    borne = """
        EXISTS (SELECT FROM officer_positions p WHERE p.officer_id = $1 AND p.id <> $3 AND p.title_vi = $2
            AND p.unit_id IN ({of}.unit_1, {of}.unit_2, {of}.unit_3, {of}.unit_4) AND p.valid_from <= {day}
            AND (p.valid_to IS NULL OR p.valid_to > {day}))
    """
    decided = "(i.decision ->> 'issued_on')::date"
    found: date | None = await database.fetchval(
        f"""
        SELECT greatest(
            (SELECT max(d.issued_on) FROM documents d WHERE d.number IS NOT NULL AND d.issued_by = $1
                AND coalesce(d.issuer_title, $2) = $2 AND NOT {borne.format(of="d", day="d.issued_on")}),
            (SELECT max({decided}) FROM inspections i WHERE i.issued_by = $1
                AND coalesce(i.decision ->> 'issuer_title', $2) = $2 AND NOT {borne.format(of="i", day=decided)}))
        """,
        post["officer_id"],
        post["title_vi"],
        post["id"],
    )
    return found


async def end_position(position_id: UUID, valid_to: date) -> None:
    """Set a position's end."""
    await database.execute(
        "UPDATE officer_positions SET valid_to = $2 WHERE id = $1", position_id, valid_to
    )


async def list_positions(officer_id: UUID) -> list[Any]:
    """Return an officer's positions, newest first; the caller has checked scope on the officer."""
    return await database.fetch(
        """
        SELECT p.id, p.unit_id, p.title_vi, p.title_en, p.valid_from, p.valid_to,
            u.name_vi AS unit_vi, u.name_en AS unit_en
        FROM officer_positions p JOIN units u ON u.id = p.unit_id
        WHERE p.officer_id = $1 ORDER BY p.valid_from DESC, p.id DESC
        """,
        officer_id,
    )


async def insert_card(
    card_id: UUID, officer_id: UUID, number: str, issued_on: date, expires_on: date
) -> None:
    """Insert an inspection card."""
    await database.execute(
        "INSERT INTO inspection_cards (id, officer_id, number, issued_on, expires_on) "
        "VALUES ($1, $2, $3, $4, $5)",
        card_id,
        officer_id,
        number,
        issued_on,
        expires_on,
    )


async def card_number_taken(number: str) -> bool:
    """Tell whether a card with this number was ever issued."""
    return (
        await database.fetchval("SELECT true FROM inspection_cards WHERE number = $1", number)
        is True
    )


async def find_card(card_id: UUID) -> Any:
    """Return a card, or None."""
    return await database.fetchrow(
        "SELECT id, officer_id, issued_on, suspended_on, revoked_on FROM inspection_cards "
        "WHERE id = $1",
        card_id,
    )


async def set_card(
    card_id: UUID, suspended_on: date | None, revoked_on: date | None, reason: str
) -> None:
    """Suspend, restore or revoke a card."""
    await database.execute(
        "UPDATE inspection_cards SET suspended_on = $2, revoked_on = $3, reason = $4 WHERE id = $1",
        card_id,
        suspended_on,
        revoked_on,
        reason,
    )


async def list_cards(officer_id: UUID) -> list[Any]:
    """Return an officer's cards, newest first; the caller has checked scope on the officer."""
    return await database.fetch(
        """
        SELECT id, number, issued_on, expires_on, suspended_on, revoked_on, reason
        FROM inspection_cards WHERE officer_id = $1 ORDER BY expires_on DESC, id DESC
        """,
        officer_id,
    )
