"""Certificates of an officer or a unit as rows of their list: every cell as text."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import common_name, day_of, moment
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.table import Act, Cell, Column, Empty, Line, Listing, Tone, totalled
from admin_ui.shell.words import Language, say
from backend.documents.signing.service import CertificateRow

_OF = {
    "certificates": ("certificates.title", "certificates.none", "certificates.kind_"),
    "seals": ("seals.title", "seals.none", "seals.kind_"),
}
"""The keys of the words of an officer's certificates, and of a unit's: title, empty list, how one is used."""


def listing(
    rows: Sequence[CertificateRow],
    standings: Mapping[UUID, str],
    language: Language,
    now: datetime,
    *,
    place: str,
    of: str = "certificates",
    pictures: Mapping[UUID, int | None] | None = None,
) -> Listing:
    """Return the list. `place`: the path below which one is revoked; `of`: whose words say how one is used.

    `pictures`: how wide the pictures of seals are.
    """
    words, (title, none, kinds) = partial(say, language), _OF[of]
    return Listing(
        caption=words(title),
        heading=words("certificates.subject"),
        columns=[
            Column(words("certificates.state"), "xl"),
            Column(words("certificates.valid_to"), "s", named=True),
            Column(words("certificates.issuer"), "l", spare=True, phone=False),
        ],
        lines=[
            _line(one, standings[one.id], language, now, place, kinds, (pictures or {}).get(one.id))
            for one in rows
        ],
        empty=Empty(words(none)),
        total=totalled(language, "certificates.total", len(rows)),
    )


def _line(
    row: CertificateRow,
    standing: str,
    language: Language,
    now: datetime,
    place: str,
    kinds: str,
    picture: int | None,
) -> Line:
    words, ends = partial(say, language), moment(row.valid_to, language)
    usable = standing not in ("revoked", "held", "expired")
    state = words(f"{kinds}{row.kind}" if usable else f"certificates.{standing}")
    colour: Tone = "soon" if standing == "held" else ""
    details = (
        ("certificates.revoke_reason", row.revoke_reason),
        ("certificates.held", words("certificates.held_how") if standing == "held" else ""),
        ("certificates.issuer", row.issuer),
        ("certificates.valid_to", ends),
        ("seals.picture_shown", words("seals.with_picture", mm=picture) if picture else ""),
        ("common.technical", f"{row.subject}\nSHA-256 {row.fingerprint}"),
    )
    revoke = Act(
        words("certificates.revoke"),
        f"{place}/{row.id}/revoke",
        f"{common_name(row.subject)}, {ends}",
        danger=True,
    )
    return Line(
        key=f"certificate-{row.id}",
        title=common_name(row.subject),
        cells=(
            Cell(state, tone=colour),
            Cell(
                day_of(row.valid_to, language),
                tone=tone(row.valid_to, now) if standing == "valid" else "",
                whole=ends,
                at=row.valid_to.isoformat(),
            ),
            common_name(row.issuer),
        ),
        more=[(words(name), said) for name, said in details if said],
        acts=[revoke] if usable or standing == "held" else (),
    )
