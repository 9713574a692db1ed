"""Every act about people has a content, a record handler, and words."""

from admin_ui.shell.words import CATALOGUES
from backend.force.accounts.handlers import CHECKS, DeviceRecordHandler, OfficerRecordHandler
from backend.force.accounts.judging_asks import LINK_OF
from backend.force.derived.authority import OWN_ACTS
from backend.force.units.handler import UnitRecordHandler
from schemas.force.acts import PeopleAct
from schemas.force.contents import PEOPLE_CONTENTS
from schemas.ledger.acts import CONTENTS

HANDLED = (
    OfficerRecordHandler.act_types,
    DeviceRecordHandler.act_types,
    UnitRecordHandler.act_types,
)


def test_every_act_has_a_content_that_the_door_knows() -> None:
    assert PEOPLE_CONTENTS.keys() == set(PeopleAct)
    assert PEOPLE_CONTENTS.items() <= CONTENTS.items()


def test_every_act_has_exactly_one_handler() -> None:
    for act in PeopleAct:
        assert sum(act in types for types in HANDLED) == 1, act


def test_every_act_about_an_officer_is_judged_by_his_state_or_needs_no_more_than_the_right() -> (
    None
):
    free = OWN_ACTS | {PeopleAct.OFFICER_UNLOCKED, PeopleAct.OFFICER_REGISTERED}
    free |= {PeopleAct.OFFICER_HANDED_OVER}
    assert OfficerRecordHandler.act_types == CHECKS.keys() | free | set(LINK_OF.values())


def test_every_act_about_an_officer_can_be_told_in_both_languages() -> None:
    for act in OfficerRecordHandler.act_types:
        for words in CATALOGUES.values():
            assert words[f"people.event_{act}"]
