"""Acts about an officer's own identity number (số định danh cá nhân).

The number itself is in no act. It is kept sealed beside the officer's account, for one use: to see
whether somebody named to a team is the party to be inspected (Circular 27/2020/TT-BCT Art 15).
"""

from schemas.core.base import Wire


class IdentityEntered(Wire):
    """The officer entered the number, or replaced one that was wrong."""


class IdentityRemoved(Wire):
    """The officer took the number back. It is deleted."""
