"""Rows of cases as their handler would fold them, written without acts, for tests of code that
reads them."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from backend.core import clock, database
from tests.support.people import Person

NAME = "Hộ kinh doanh Đỗ Thị Hòa"
ADDRESS = "Số 5 phố Lúa, phường Gạo, thành phố Hà Nội"
TAX = "0109900024"


async def case_of(person: Person, number: str, **given: Any) -> UUID:
    """A case of this person's unit as its handler would fold it; the person is not named in it."""
    ident = uuid4()
    row: dict[str, Any] = {
        "subject_id": None,
        "subject_name": NAME,
        "subject_address": ADDRESS,
        "subject_tax_code": TAX,
        "subject_identity": None,
        "state": "executing",
        "recorded_at": clock.now(),
        "sanctioned_on": date(2026, 3, 1),
        "fine": 10_000_000,
        "paid": 4_000_000,
        "executed_at": None,
        "lapsed_on": None,
        "only_warned": False,
    } | given
    await database.execute(
        """
        INSERT INTO cases (id, number, unit_id, unit_1, unit_2, unit_3, unit_4, state, rule_set, opened_at, updated_at,
            lead_id, subject_id, subject_name, subject_fold, subject_tax_code, subject_identity, subject_address,
            subject_address_fold, behaviours, recorded_at, sanctioned_on, fine_total_vnd, paid_total_vnd, executed_at,
            lapsed_on, only_warned)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '2026-01-01', now(), now(), $9, $10, $11, fold($11), $12, $13, $14,
            fold($14), '["ND98-15-1-a"]', $15, $16, $17, $18, $19, $20, $21)
        """,
        ident,
        number,
        person.unit.unit_id,
        *person.unit.as_tuple(),
        row["state"],
        person.id,
        row["subject_id"],
        row["subject_name"],
        row["subject_tax_code"],
        row["subject_identity"],
        row["subject_address"],
        row["recorded_at"],
        row["sanctioned_on"],
        row["fine"],
        row["paid"],
        row["executed_at"],
        row["lapsed_on"],
        row["only_warned"],
    )
    return ident
