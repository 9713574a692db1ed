"""The versions of a definition from its drafts and their answers. Pure."""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from backend.insight.rules.definitions import Version
from schemas.insight.report_definitions import DefinitionDrafted


class Draft(Protocol):
    """A draft with its answer."""

    @property
    def said(self) -> DefinitionDrafted:
        """What was drafted."""

    @property
    def answer(self) -> str | None:
        """published, declined, or None while it waits."""

    @property
    def version(self) -> int | None:
        """Of a published one that is no end."""


def published(shipped: Version | None, drafts: Sequence[Draft]) -> list[Version]:
    """Return the versions, oldest first. `drafts` are in the order in which they were drafted.

    An end ends all versions before it; a version that is published later is in force again.
    """
    found = [shipped] if shipped is not None else []
    for one in drafts:
        if one.answer != "published":
            continue
        said = one.said
        if said.ends_on is not None:
            found = [
                each
                if each.ended_on is not None and each.ended_on <= said.ends_on
                else msgspec.structs.replace(each, ended_on=said.ends_on)
                for each in found
            ]
        elif one.version is not None:
            found.append(Version(number=one.version, definition=said.definition))
    return found


def next_number(versions: Sequence[Version]) -> int:
    """Return the number of the version that is published next."""
    return max((one.number for one in versions), default=0) + 1
