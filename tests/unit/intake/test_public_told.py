"""No act tells a citizen that a violation was found or an inspection is coming; each end is told in one word."""

from datetime import date
from uuid import UUID

import pytest

from backend.intake.rules import public_told
from schemas.intake import acts
from schemas.intake.public_form import Told
from schemas.intake.words import InformationAct, Means, Result

SILENT = {
    "intake.registered",
    "intake.amended",
    "intake.order_corrected",
    "intake.supplemented",
    "intake.classified",
    "intake.reported",
    "intake.linked",
    "intake.unlinked",
    "intake.followed",
    "intake.handed_over",
    "intake.term_extended",
    "intake.acceptance_told",
    "intake.withdrawal_decided",  # who took it back has the rights of a denouncer no more (Law 25/2018 Art 33.2)
    "intake.suspended",  # the decision goes to who denounced on paper (Art 34.4), and it is still being resolved
    "intake.suspension_told",
    "intake.resumed",
    "intake.identity_asked",
    "intake.identity_granted",
    "intake.identity_declined",
}
"""Acts of which a citizen learns nothing."""
CONTENT = {"intake.verified", "intake.informant_told"}
"""Acts whose content decides."""
ELSE = {
    "intake.forwarded": Told.FORWARDED,
    "intake.redirected": Told.FORWARDED,
    "intake.closed": Told.CONCLUDED,
    "intake.not_accepted": Told.CONCLUDED,
    "intake.resolved": Told.CONCLUDED,
    "intake.discontinued": Told.CONCLUDED,
    "intake.result_sent": Told.RESULT_SENT,
    "intake.withdrawn": Told.WITHDRAWN,
}
"""Ends; every other act that is told is still "being verified"."""


@pytest.mark.parametrize("kind", sorted(set(InformationAct) - CONTENT))
def test_what_each_act_tells(kind: str) -> None:
    expected = None if kind in SILENT else ELSE.get(kind, Told.VERIFYING)
    assert public_told.after(kind, None) == expected


def test_a_violation_is_never_told_and_no_violation_is() -> None:
    """Circular 27/2020 Art 10: the informant is told where there is no violation."""

    def verified(result: Result) -> Told | None:
        content = acts.Verified(result=result, report="Đã xác minh.", document_id=None)
        return public_told.after(InformationAct.VERIFIED, content)

    assert verified(Result.VIOLATION) == verified(Result.UNVERIFIABLE) == Told.VERIFYING
    assert verified(Result.NO_VIOLATION) == Told.NO_VIOLATION


def test_who_did_not_want_to_be_told_is_not_said_to_be_told() -> None:
    def answered(*, declined: bool) -> Told | None:
        content = acts.InformantTold(
            told_on=date(2026, 11, 29), means=Means.PHONE, document_id=None, declined=declined
        )
        return public_told.after(InformationAct.INFORMANT_TOLD, content)

    assert answered(declined=False) == Told.RESULT_SENT
    assert answered(declined=True) is None


def test_a_report_goes_on_where_its_information_does() -> None:
    there = UUID("018f0000-0000-7000-8000-000000000001")
    merged = acts.Merged(into=there, number="1/TT", reason="Cùng cửa hàng.")
    assert public_told.goes_on_as(merged) == there
    assert public_told.goes_on_as(acts.Closed(reason="Không đủ căn cứ.")) is None


def test_who_went_up_in_another_report_is_not_told_what_its_informant_did_or_got() -> None:
    personal = {Told.WITHDRAWN: None, Told.RESULT_SENT: Told.CONCLUDED}
    for word in Told:
        assert public_told.after_merge(word) == personal.get(word, word)
