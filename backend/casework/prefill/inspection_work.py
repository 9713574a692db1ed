"""Fields of papers of Circular 22/2021 around an inspection: measure assigned, verification, diary."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.casework.prefill import common, parts
from backend.casework.prefill.context import Context

Own = dict[str, Callable[[Context], Any]]


def _assigned(context: Context) -> str | None:
    """Return the decision that assigned the work, if there is one."""
    paper = context.newest("QĐ-NV")
    if paper is None or paper.number is None or paper.issued_on is None:
        return None
    said = parts.in_words(paper.issued_on)
    return f"Quyết định số {paper.number} {said} phân công thực hiện biện pháp nghiệp vụ"


def _subject(context: Context) -> str | None:
    who = context.facts.party
    return who.name if who else None


def _officers(context: Context) -> list[Any]:
    return [parts.officer(context.inputs.writer), *common.companions(context)]


def _entries(context: Context) -> list[Any]:
    """Return the entry that comes before an inspection (Circular 27/2020 Art 14.2); none without one."""
    seen = context.inputs.inspection
    if seen is None:
        return []
    who = _subject(context)
    said = "; ".join([*seen.contents, *([who] if who else [])])
    return [
        {
            "entered_on": parts.day(context.inputs.today),
            "assigned_by": f"{seen.number} {parts.in_words(seen.issued_on)}",
            "content": said,
            "place": seen.place,
        }
    ]


def _week_ago(context: Context) -> str | None:
    return parts.day(context.inputs.today - timedelta(days=6))


INSPECTION_WORK: dict[str, Own] = {
    "QĐ-NV": {
        "officers": _officers,
        "subject_name": _subject,
        "executor": lambda context: context.inputs.unit,
    },
    "BB-XMLV": {"members": common.companions, "ground": _assigned},
    "NK": {
        "entries": _entries,
        "from_on": _week_ago,
        "until_on": lambda context: parts.day(context.inputs.today),
    },
}
