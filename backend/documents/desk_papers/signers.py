"""Who signs a paper of the desk, with the unit that its head names."""

from typing import Protocol

import msgspec


class Officer(Protocol):
    """A signer's name and unit."""

    @property
    def full_name(self) -> str:
        """The officer's name."""

    @property
    def unit_code(self) -> str:
        """Of the officer's unit."""

    @property
    def unit_name(self) -> str:
        """The officer's unit."""

    @property
    def superior_name(self) -> str | None:
        """The unit above it."""


class SignedBy(msgspec.Struct, frozen=True, kw_only=True):
    """What the head of a paper needs of its signer (backend/documents/contents.py); a group adds the title."""

    officer: Officer

    @property
    def full_name(self) -> str:
        """The signer's name."""
        return self.officer.full_name

    @property
    def unit_code(self) -> str:
        """The code of the signer's unit, which numbers the paper."""
        return self.officer.unit_code

    @property
    def unit_name(self) -> str:
        """The signer's unit, as on the letterhead."""
        return self.officer.unit_name

    @property
    def superior_name(self) -> str | None:
        """The unit above it."""
        return self.officer.superior_name
