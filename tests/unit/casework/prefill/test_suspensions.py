"""What a paper says of the term of a suspension."""

from backend.casework.prefill import parts
from schemas.law.provisions import ExtraKind
from schemas.law.sanctions import ExtraPenalty


def test_a_suspension_runs_from_the_day_of_effect_as_the_law_says() -> None:
    """Law 15/2012 Art 25.3; what is confiscated has no such day."""
    taken, suspended = (
        parts.additional(
            ExtraPenalty(kind=kind, value_vnd=None, months=months, text_vi="Tước giấy phép")
        )
        for kind, months in ((ExtraKind.CONFISCATION, None), (ExtraKind.LICENCE_SUSPENSION, 3))
    )
    assert taken["since"] is None
    assert suspended["term"] == "3 tháng"
    assert suspended["since"] == "ngày Quyết định này có hiệu lực thi hành"
