"""Ids of what a form does follow from the form and from who sends it, and are used in order."""

from uuid import UUID, uuid4

import pytest

from backend.core import submissions
from schemas.core.ids import is_version_7, new_id

OFFICER = uuid4()
AT = "/desk/cases/1/acts/note.added"


@pytest.fixture(autouse=True)
def _of_no_form() -> None:
    submissions.forget()


def test_the_same_form_gives_its_acts_the_same_ids_and_another_or_of_another_officer_others() -> (
    None
):
    form = new_id()
    ids = submissions.begin(form, OFFICER, AT)
    taken = [submissions.next_id() for _ in range(3)]
    assert taken == ids[:3]
    submissions.begin(form, OFFICER, AT)
    assert [submissions.next_id() for _ in range(3)] == taken
    assert all(map(is_version_7, ids))
    others = {
        *submissions.ids_of(form, uuid4(), AT),
        *submissions.ids_of(new_id(), OFFICER, AT),
        *submissions.ids_of(form, OFFICER, "/desk/cases/2/acts/note.added"),
    }
    assert len({*ids, *others}) == 4 * submissions.MOST_ACTS


def test_only_acts_of_the_form_that_was_sent_are_its_own() -> None:
    first = submissions.begin(new_id(), OFFICER, AT)[0]
    assert submissions.owns(first)
    assert not submissions.owns(new_id())
    submissions.forget()
    assert not submissions.owns(first)


@pytest.mark.parametrize("form", [None, UUID(int=0), uuid4()])
def test_without_a_form_of_ours_every_act_has_an_id_of_its_own(form: UUID | None) -> None:
    assert submissions.begin(form, OFFICER, AT) == []
    assert submissions.next_id() != submissions.next_id()


def test_a_form_that_does_more_than_expected_goes_on_with_other_ids() -> None:
    ids = submissions.begin(new_id(), OFFICER, AT)
    taken = [submissions.next_id() for _ in range(submissions.MOST_ACTS + 5)]
    assert len(set(taken)) == len(taken)
    assert taken[: submissions.MOST_ACTS] == ids
