"""All findings of a check-up, in the order of the page."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from backend.operations.rules.checkup import keeping, lasting, parts, records, work
from backend.operations.rules.checkup.facts import Facts
from backend.operations.rules.checkup.finding import Area, Finding, Level
from schemas.core.problems import Text

_GRAVITY = {Level.ACT: 0, Level.LOOK: 1, Level.GOOD: 2}


def findings(facts: Facts) -> list[Finding]:
    """Return how everything stands, by area, within each what is gravest first.

    With a database that does not answer nothing else is known, and nothing else is said. What stood wrong before the
    facts were taken and does not any more is nowhere in them, so it is not told.
    """
    found = list(parts.found(facts))
    if facts.parts.get("database", "ok") == "ok":
        for judge in (
            *(work.found, records.found, keeping.backups, keeping.storage),
            *(lasting.certificates, lasting.versions),
        ):
            found += judge(facts)
        found += _unknown(facts)
    else:
        found = found[:1]
    found = [_dated(one, facts) for one in found]
    order = list(Area)
    return sorted(found, key=lambda one: (order.index(one.area), _GRAVITY[one.level]))


def worst(found: Sequence[Finding]) -> Level:
    """Return the gravest level among them; good where there is none."""
    return min((one.level for one in found), key=_GRAVITY.__getitem__, default=Level.GOOD)


def began(
    found: Sequence[Finding], before: dict[str, datetime], at: datetime
) -> dict[str, datetime]:
    """Return since when each that is not good has stood: as before, or from now on.

    What is good again is forgotten, so a fault that comes back begins anew.
    """
    return {one.key: before.get(one.key, at) for one in found if one.level is not Level.GOOD}


def _dated(one: Finding, facts: Facts) -> Finding:
    if one.since is not None or one.level is Level.GOOD or one.key not in facts.began:
        return one
    return msgspec.structs.replace(one, since=facts.began[one.key])


def _unknown(facts: Facts) -> list[Finding]:
    if not facts.unknown:
        return []
    names = ", ".join(facts.unknown)
    return [
        Finding(
            key="unknown",
            area=Area.PARTS,
            level=Level.LOOK,
            said=Text(
                vi=f"Không hỏi được: {names}. Những mục này không nói được gì bên dưới.",
                en=f"Could not be asked: {names}. Nothing is said of these below.",
            ),
            do=Text(
                vi="Xem lại sau một phút; nếu vẫn vậy, cơ sở dữ liệu quá tải, thiếu quyền hoặc khác phiên bản:"
                " nhật ký nói rõ.",
                en="Look again in a minute; if it stays, the database is overloaded or a right is missing: see"
                " the log.",
            ),
        )
    ]
