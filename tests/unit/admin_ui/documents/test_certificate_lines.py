"""What the list of certificates says of each: a word for what is usual, colour for what needs somebody."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from admin_ui.documents.certificates.lines import listing
from admin_ui.shell.listing.table import Line
from backend.documents.signing.service import CertificateRow
from schemas.core.ids import new_id

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
FINGERPRINT = "0f" * 32


def shown(standing: str, **given: Any) -> Line:
    fields = {
        "id": new_id(),
        "kind": "pkcs12",
        "fingerprint": FINGERPRINT,
        "subject": "Common Name: Bùi Hương Giang, Country: VN",
        "issuer": "Common Name: CA thử, Country: VN",
        "valid_from": NOW - timedelta(days=300),
        "valid_to": NOW + timedelta(days=65),
        "registered_at": NOW,
        "revoked_at": None,
        "revoke_reason": None,
        "held_since": None,
    }
    row = CertificateRow(**{**fields, **given})
    [line] = listing([row], {row.id: standing}, "vi", NOW, place="/desk/certificates").lines
    return line


def test_the_fingerprint_is_among_the_technical_details_alone() -> None:
    line = shown("valid")
    seen = [line.title, line.about, *(str(one) for one in line.cells)]
    assert not any(FINGERPRINT[:12] in one for one in seen)
    assert FINGERPRINT in dict(line.more)["Kỹ thuật"]


@pytest.mark.parametrize(
    ("standing", "tone", "acts"),
    [("valid", "", 1), ("held", "soon", 1), ("expired", "", 0), ("revoked", "", 0)],
)
def test_only_what_its_officer_has_to_mend_is_in_colour(
    standing: str, tone: str, acts: int
) -> None:
    line = shown(standing)
    state = line.cells[0]
    assert not isinstance(state, str)
    assert (state.tone, len(line.acts), line.marks) == (tone, acts, ())


def test_what_ends_within_two_days_is_amber() -> None:
    ends = shown("valid", valid_to=NOW + timedelta(days=1)).cells[1]
    assert not isinstance(ends, str)
    assert (ends.tone, ends.text) == ("soon", "01/12/2026")
