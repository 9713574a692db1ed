"""The edition of 2026-11-28: every row of the decrees that were read, with all that they provide.

The totals were counted in the lawyers' table before it was put into the notation of these files.
"""

from collections import Counter
from datetime import date

import msgspec
import pytest

from backend.law import books
from backend.law.catalogue import edition_files, files
from backend.law.rules import doublings, editions, provisions
from backend.law.rules.catalogue import CatalogueFault
from schemas.law.catalogue import Violation

ID = "2026-11-28"
MULTIPLIERS = files.FOLDER.parent / "sanctions" / "editions" / ID / "multipliers.json"


@pytest.fixture(scope="module")
def edition() -> editions.Edition:
    return edition_files.edition(ID)


@pytest.fixture(scope="module")
def read(edition: editions.Edition) -> list[Violation]:
    known = {one.prefix for one in edition.decrees if one.read}
    return [row for code, row in edition.rows.items() if code.split("-")[0] in known]


@pytest.mark.parametrize(
    ("prefix", "count", "least", "most", "organisations"),
    [
        ("ND98", 864, 22_817_300_000, 34_766_700_000, 206),
        ("ND115", 141, 2_412_000_000, 3_314_000_000, 22),
        ("ND99P", 82, 1_914_000_000, 3_148_000_000, 82),
        ("ND99IP", 54, 2_115_500_000, 3_108_000_000, 0),
    ],
)
def test_rows_and_amounts_of_a_decree_are_those_of_the_lawyers_table(
    read: list[Violation], prefix: str, count: int, least: int, most: int, organisations: int
) -> None:
    rows = [row for row in read if row.code.startswith(f"{prefix}-")]
    assert len(rows) == count
    assert sum(row.fine_min_vnd for row in rows) == least
    assert sum(row.fine_max_vnd for row in rows) == most
    assert sum(row.subject == "organisation" for row in rows) == organisations


def test_every_penalty_became_structure_with_its_months(read: list[Violation]) -> None:
    told = [one for row in read for group in row.extra for one in group]
    assert Counter(one.kind.value for one in told) == {
        "confiscation": 352,
        "licence_suspension": 128,
        "business_suspension": 84,
    }
    terms = sum((one.months_least or 0) + 100 * (one.months_most or 0) for one in told)
    assert terms == 145_111
    assert all((one.object is None) == (one.kind != "confiscation") for one in told)
    assert sum(bool(row.extra) for row in read) == 347


def test_every_remedy_became_structure(read: list[Violation]) -> None:
    told = [one.kind.value for row in read for group in row.provided_remedies for one in group]
    # 370 in the table: two say "clauses 1-13" at a row of clause 14, and 11.17 does not reach it.
    assert Counter(told) == {
        "return_licence": 11,
        "disgorge": 368,
        "destroy": 222,
        "re_export": 50,
        "remove_elements": 44,
        "pay_value": 6,
        "correct_information": 13,
        "amend_contract": 4,
        "recall_defective": 3,
        "recall": 38,
        "domain_recall": 11,
        "recall_exhibits": 2,
        "add_indication": 1,
        "restore": 1,
        "change_name": 15,
        "pay_compensation": 1,
        "non_commercial_use": 10,
        "return_domain": 1,
        "block_domain": 1,
        "recall_declaration": 29,
        "change_use": 27,
        "recycle": 27,
        "pay_treatment": 2,
        "remove_advertising": 1,
        "recall_cylinders": 5,
        "return_cylinders": 5,
    }
    assert sum(bool(row.provided_remedies) for row in read) == 526


def test_every_driver_doubling_and_multiple_became_structure(read: list[Violation]) -> None:
    assert Counter(one.kind for row in read for one in row.drivers) == {
        "goods_value": 198,
        "genuine_value": 24,
        "illicit_gain": 38,
        "transaction_value": 26,
        "packs": 8,
        "mass": 16,
        "volume": 8,
        "units": 22,
        "excess_percent": 5,
    }
    assert sum(row.times is not None for row in read) == 13
    # 293 in the table, 13 of them multiples; clause 22.2 doubles points a and b of 22.1 alone.
    assert sum(bool(row.doublings) for row in read) == 279
    assert sum(row.warning for row in read) == 10
    assert sum(row.valid_to is not None for row in read) == 16


def test_every_doubling_that_a_row_names_is_known_and_none_is_unused(
    read: list[Violation],
) -> None:
    known = doublings.read(MULTIPLIERS.read_bytes())
    assert {one for row in read for one in row.doublings} == known.keys()


def test_every_note_of_a_row_reaches_its_readers(edition: editions.Edition) -> None:
    assert sum(bool(told) for told in edition.told.values()) >= 740
    used = {one for told in edition.told.values() for one in told}
    assert used == edition.notes.keys()
    for code, told in edition.told.items():
        row = edition.rows[code]
        for one in told:
            note = edition.notes[one]
            place = {"doubt": row.check, "guidance": row.guidance, "history": row.history}
            if note.about in place:
                text = place[note.about]
                assert text is not None
                assert note.text.vi in text.vi
                assert note.text.en in text.en


def test_rows_that_were_not_read_are_marked(edition: editions.Edition) -> None:
    unread = [row for code, row in edition.rows.items() if code.startswith(("ND87-", "ND119-"))]
    former = [row for row in files.violations() if row.code.startswith(("ND87-", "ND119-"))]
    assert len(unread) == len(former) == 22
    for row, then in zip(
        sorted(unread, key=lambda row: row.code),
        sorted(former, key=lambda row: row.code),
        strict=True,
    ):
        assert (row.name_vi, row.fine_max_vnd) == (then.name_vi, then.fine_max_vnd)
        assert row.certainty is None
        assert row.check is not None


def test_the_bands_of_one_series_leave_no_gap(read: list[Violation]) -> None:
    """Series are the rows of one article and point letter whose intervals follow each other."""
    ends = Counter(
        (one.kind, one.most, row.code.split("-")[1]) for row in read for one in row.drivers
    )
    for row in read:
        for one in row.drivers:
            begins = (one.kind, one.least, row.code.split("-")[1])
            assert one.least in (0, 50_000_000) or ends[begins], row.code


@pytest.mark.parametrize(
    ("asked", "day", "status", "codes"),
    [
        ("ND98-17-1-a", date(2026, 1, 1), "ok", ["ND98-17-1-a"]),
        ("ND98-17-1-a", date(2024, 6, 1), "missing", []),
        ("ND98-17-1-a-2020", date(2024, 6, 1), "ok", ["ND98-17-1-a-2020"]),
        ("ND98-17-1-a-2020", date(2025, 2, 21), "closed", []),
        ("ND98-30-1", date(2021, 1, 1), "missing", ["ND98-30-1-2020"]),
        ("ND98-23-1", date(2022, 1, 30), "ok", ["ND98-23-1"]),
        ("ND98-23-1", date(2022, 1, 31), "closed", []),
        ("ND98-73-8-a", date(2026, 1, 1), "closed", ["ND98-56-8-a"]),
        ("ND98-73-2-a", date(2024, 1, 1), "missing", []),
        ("ND98-46-a", date(2026, 1, 1), "closed", ["ND98-46-1-h"]),
        ("ND98-33-3-c", date(2026, 1, 1), "closed", []),
        ("ND98-53a-1-a", date(2024, 1, 1), "missing", []),
        ("ND99P-12", date(2026, 1, 1), "missing", []),
        ("ND1-2", date(2026, 1, 1), "missing", []),
    ],
)
def test_how_a_code_stands_on_a_day_of_the_law(
    asked: str, day: date, status: str, codes: list[str]
) -> None:
    told = edition_files.history(asked, day)
    assert (told.status, told.codes) == (status, codes)
    assert (told.reason is None) == (status == "ok")


def test_every_code_of_the_former_catalogue_is_found_or_says_what_took_its_place(
    edition: editions.Edition,
) -> None:
    for row in files.violations():
        told = edition_files.history(row.code, date(2026, 11, 28))
        assert told.status == "ok" or told.codes or told.status == "closed", row.code


def test_a_code_that_two_books_use_differently_is_that_of_the_book() -> None:
    then = edition_files.draft("ND98-30-1", books.FIRST)
    now = edition_files.draft("ND98-30-1", ID)
    assert then is not None
    assert now is not None
    assert (then.fine_max_vnd, now.fine_max_vnd) == (1_000_000, 3_000_000)
    assert (then.edition, now.edition) == ("", ID)


def test_a_code_of_another_book_alone_is_found_there() -> None:
    former = edition_files.draft("ND98-17-1", ID)
    later = edition_files.draft("ND98-53a-3-a", books.FIRST)
    assert former is not None
    assert later is not None
    assert (former.edition, later.edition) == ("", ID)


def test_rows_of_the_first_edition_are_written_without_a_new_key() -> None:
    for row in files.violations():
        assert len(msgspec.to_builtins(row)) == 12


@pytest.mark.parametrize(
    "cell",
    ["confiscation", "licence_suspension:6-", "confiscation:goods destroy", "fine:1-2", "x:goods"],
)
def test_a_penalty_outside_the_notation_is_refused(cell: str) -> None:
    with pytest.raises(provisions.NotationFault):
        provisions.penalties(cell)


@pytest.mark.parametrize("cell", ["burn", "destroy ?sometimes", "destroy (perhaps)"])
def test_a_remedy_outside_the_notation_is_refused(cell: str) -> None:
    with pytest.raises(provisions.NotationFault):
        provisions.remedies(cell)


@pytest.mark.parametrize("cell", ["goods_value [5..3)", "goods_value [5..7]", "hours [1..2)"])
def test_a_driver_outside_the_notation_is_refused(cell: str) -> None:
    with pytest.raises(provisions.NotationFault):
        provisions.drivers(cell)


def test_a_row_with_a_fault_names_its_code(edition: editions.Edition) -> None:
    folder = edition_files.FOLDER / ID
    broken = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    broken["ND87.csv"] = broken["ND87.csv"].replace(",price,", ",prices,", 1)
    with pytest.raises(CatalogueFault, match="ND87-10-1"):
        editions.read(ID, broken)
