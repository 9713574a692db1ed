"""What comes next for who goes through what waits, whatever others do meanwhile."""

from uuid import UUID, uuid4

from admin_ui.approvals import queue
from admin_ui.approvals.records import Place
from admin_ui.approvals.review import content

ONE, TWO, THREE, NEW = (uuid4() for _ in range(4))
ROW = [ONE, TWO, THREE]


def next_of(now: list[UUID], answered: UUID, before: list[UUID] = ROW) -> UUID | None:
    return queue.next_of(before, now, answered)


def test_the_next_is_the_one_behind() -> None:
    assert next_of([TWO, THREE], ONE) == TWO
    assert next_of([ONE, THREE], TWO) == THREE


def test_what_somebody_else_ruled_on_meanwhile_is_passed_over() -> None:
    assert next_of([THREE], ONE) == THREE


def test_after_the_last_the_first_that_still_waits_comes() -> None:
    assert next_of([ONE, TWO], THREE) == ONE


def test_what_came_meanwhile_is_not_lost_and_does_not_jump_ahead() -> None:
    assert next_of([NEW, TWO, THREE], ONE) == TWO
    assert next_of([NEW], ONE) == NEW


def test_nothing_is_next_where_nothing_waits_or_only_what_was_answered() -> None:
    assert next_of([], ONE) is None
    assert next_of([ONE], ONE) is None, "its next step waits for the same reader"


def test_what_was_not_in_the_row_leads_to_its_first() -> None:
    assert next_of(ROW, NEW) == ONE


def test_who_stands_where_and_the_ends_lead_nowhere() -> None:
    first = queue.standing(ROW, ONE, "overdue")
    assert (first.number, first.total, first.previous) == (1, 3, "")
    assert first.following == f"/desk/review/{TWO}?show=overdue"
    last = queue.standing(ROW, THREE, "")
    assert (last.number, last.previous, last.following) == (3, f"/desk/review/{TWO}", "")
    gone = queue.standing(ROW, NEW, "")
    assert (gone.number, gone.previous, gone.following) == (0, "", f"/desk/review/{ONE}")


def test_an_unknown_part_of_the_list_is_all_of_it() -> None:
    assert queue.address(ONE, '"><script>') == f"/desk/review/{ONE}"


def test_parts_of_one_thing_stand_below_its_name() -> None:
    made = content.by_fields(
        [
            Place("/a", "Số", "1"),
            Place("/b/name", "Người ký – Họ và tên", "Giang"),
            Place("/b/title", "Người ký – Chức vụ", "Chi cục trưởng"),
            Place("/c", "Trống"),
        ]
    )
    groups = [(name, [one.label for one in parts]) for name, parts in made.context["groups"]]
    assert groups == [("", ["Số"]), ("Người ký", ["Họ và tên", "Chức vụ"])]
    assert len(made.places) == 4, "a remark may be about what is empty, too"
