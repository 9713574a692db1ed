"""Rows of the database become structs in the queries, and say so if they cannot."""

from datetime import date
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.core import rows
from backend.force.tables.units import Unit


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Some columns of a unit."""

    id: UUID
    code: str
    valid_to: date | None


def test_a_row_becomes_a_struct_without_the_columns_that_it_does_not_name() -> None:
    known = uuid4()
    row = {"id": known, "code": "01", "valid_to": None, "unit_1": known}
    assert rows.one(Named, row) == Named(id=known, code="01", valid_to=None)
    assert rows.many(Named, [row, row]) == [Named(id=known, code="01", valid_to=None)] * 2


def test_no_row_is_none_and_no_rows_are_an_empty_list() -> None:
    assert rows.one(Named, None) is None
    assert rows.many(Named, []) == []


def test_a_column_that_is_missing_or_of_another_type_is_an_error_of_the_query() -> None:
    with pytest.raises(msgspec.ValidationError, match="valid_to"):
        rows.one(Named, {"id": uuid4(), "code": "01"})
    with pytest.raises(msgspec.ValidationError, match="code"):
        rows.many(Named, [{"id": uuid4(), "code": 1, "valid_to": None}])


def test_a_struct_selects_its_columns_and_no_other() -> None:
    assert [column._meta.name for column in rows.columns(Named, Unit)] == ["id", "code", "valid_to"]

    class Misspelt(msgspec.Struct):
        """A field that is no column."""

        cod: str

    with pytest.raises(ValueError, match="cod"):
        rows.columns(Misspelt, Unit)


def test_any_of_is_one_statement_whatever_the_length_of_the_list() -> None:
    texts = {
        Unit.select(Unit.id)
        .where(rows.any_of(Unit.code, values))
        .querystrings[0]
        .compile_string()[0]
        for values in ([], ["01"], ["01"] * 500)
    }
    assert len(texts) == 1
    assert "= ANY($1)" in texts.pop()
