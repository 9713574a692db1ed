"""Which weights of a finding ask for a reason."""

import pytest

from backend.fieldwork.findings.service import needs_reason
from schemas.fieldwork.findings import FindingWeight


@pytest.mark.parametrize("weight", FindingWeight)
def test_whatever_does_not_take_the_doubt_for_right_gives_its_reason(weight: FindingWeight) -> None:
    assert needs_reason(weight) is (weight != FindingWeight.ACCEPTED)
